/** What a row of the contract is made of: its kind, who may call it, and the fields that many rows share. */
import { z } from 'zod';
import type { Role } from '../terms.ts';

export type MethodKind = 'query' | 'command' | 'job';

/** One row of the contract. */
export interface Method<Kind extends MethodKind, Input extends z.ZodType, Output> {
  /** Reads; writes in one transaction with one audit row; or long work with progress. */
  readonly kind: Kind;
  /** About the app as a whole, or about the open data file. */
  readonly scope: 'app' | 'file';
  /** Who may call it; every role when empty. */
  readonly roles: readonly Role[];
  readonly input: Input;
  /** A command that keeps unfinished typing and leaves no audit row. */
  readonly unaudited?: true;
  /** Never set: carries the type of what comes back. */
  readonly output?: Output;
}

interface Options<Input extends z.ZodType> {
  readonly input: Input;
  readonly scope?: 'app';
  readonly roles?: readonly Role[];
  readonly unaudited?: true;
}

function method<Kind extends MethodKind, Output>(kind: Kind) {
  return function row<Input extends z.ZodType>(options: Options<Input>): Method<Kind, Input, Output> {
    return {
      kind,
      scope: options.scope ?? 'file',
      roles: options.roles ?? [],
      input: options.input,
      ...(options.unaudited === true ? { unaudited: true as const } : {}),
    };
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
/** Those who count votes. */
export const counting: readonly Role[] = ['secretary', 'chair', 'teller'];
/** Those who keep the records. */
export const office: readonly Role[] = ['secretary', 'chair'];
