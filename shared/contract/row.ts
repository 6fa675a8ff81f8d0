/** What a row of the contract is made of: its kind, who may call it, what it leaves behind, and the fields that many rows share. */
import { z } from 'zod';
import { groupNameFault, nameFault, type NameFault } from '../person-name.ts';
import type { Role } from '../terms.ts';
import { inputProblems } from '../vi/input.ts';

export type MethodKind = 'query' | 'command' | 'job';

/** What is said of a method beside its kind; whatever is left out is the usual. */
interface Options {
  readonly input: z.ZodType;
  /** About the app as a whole; about the open data file when left out. */
  readonly scope?: 'app';
  /** Who may call it; every role when left out. */
  readonly roles?: readonly Role[];
  /** Leaves no row in the trail, as every query does: looks at something, or keeps unfinished typing. */
  readonly unlogged?: true;
  /** After it another file is open, or somebody else is signed in: it gives the new session, and no answer holds. */
  readonly startsAnew?: 'file' | 'session';
  /** Every answer that is on screen is still true after it, as after a query. */
  readonly changesNothing?: true;
  /** The projector's window may ask it, with nobody signed in. */
  readonly onWall?: true;
}

/** One row of the contract, for whoever reads it without knowing which. */
export interface Method extends Omit<Options, 'scope'> {
  /** Reads; writes in one transaction with one audit row; or long work with progress. */
  readonly kind: MethodKind;
  readonly scope: 'app' | 'file';
  readonly roles: readonly Role[];
  /** Never set: carries the type of what comes back. */
  readonly output?: unknown;
}

/** A row as it was written, so that types can be told from its flags. */
type Row<Kind extends MethodKind, O extends Options, Output> = Omit<O, 'scope' | 'roles'> & {
  readonly kind: Kind;
  readonly scope: O extends { readonly scope: 'app' } ? 'app' : 'file';
  readonly roles: readonly Role[];
  readonly output?: Output;
};

function method<Kind extends MethodKind, Output>(kind: Kind) {
  return function row<const O extends Options>(options: O): Row<Kind, O, Output> {
    const whole: Method = { ...options, kind, scope: options.scope ?? 'file', roles: options.roles ?? [] };
    return whole as unknown as Row<Kind, O, Output>;
  };
}
/** A row that reads. */
export function query<Output>() {
  return method<'query', Output>('query');
}
/** A row that writes, in one transaction with one audit row. */
export function command<Output>() {
  return method<'command', Output>('command');
}
/** A row of long work with progress. */
export function job<Output>() {
  return method<'job', Output>('job');
}

/** No input. */
export const none = z.strictObject({});
/** A line that must say something. */
export const line = z.string().trim().min(1).max(300);
/** A line that may be empty. */
export const optionalLine = z.string().trim().max(300);

/** The checks of a name for a field: what is wrong with it is told in words. */
function named(faultOf: (text: string) => NameFault | null) {
  return function check(text: string, context: { addIssue(message: string): void }): void {
    const fault = faultOf(text);
    if (fault !== null) context.addIssue(inputProblems[fault]);
  };
}

/** The name of a person. */
export const personName = line.superRefine(named(nameFault));
/** The name of a person, where one is known. */
export const optionalPersonName = optionalLine.superRefine(
  named((text) => (text === '' ? null : nameFault(text))),
);
/** The name of a tổ or a class, which may be a number. */
export const groupName = line.superRefine(named(groupNameFault));
/** Those who count votes. */
export const counting: readonly Role[] = ['secretary', 'chair', 'teller'];
/** Those who keep the records. */
export const office: readonly Role[] = ['secretary', 'chair'];
