/** What a handler is given to work with, by the kind of its method. */
import type { MethodName, OutputOf, ParsedInputOf, api } from '../../shared/api.ts';
import type { IsoDate } from '../../shared/dates.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Id, Role } from '../../shared/terms.ts';
import type { FileKind, Progress } from '../../shared/views.ts';
import type { AuditFacts } from './audit.ts';
import type { OpenDatabase } from './database/open.ts';
import type { ReadHandle, WriteHandle } from './database/query.ts';
import type { Ports } from './ports.ts';
import type { Windows } from './windows.ts';
import type { Session, Sessions } from './session.ts';

export interface QueryContext {
  readonly read: ReadHandle;
  /** Instant of the call, ISO 8601 in UTC. */
  readonly now: string;
  /** The day of the call where the laptop is. */
  readonly today: IsoDate;
  /** Who asks; null only inside work of the app itself. */
  readonly session: Session | null;
}

export interface CommandContext extends QueryContext {
  readonly write: WriteHandle;
  readonly session: Session;
  readonly sessions: Sessions;
  readonly newId: () => Id;
  readonly random: (bytes: number) => Uint8Array;
  /** Facts for the audit row of this command. */
  record(facts: AuditFacts): void;
}

/** The open data file and the app around it, for the few methods that open, close, render and export. */
export interface App {
  readonly ports: Ports;
  readonly sessions: Sessions;
  readonly newId: () => Id;
  file(): OpenFile | null;
  setFile(file: OpenFile | null): void;
  progress(): Progress | null;
  readonly windows: Windows;
  /** Calls a method as a door would, for a job that is made of other methods: they run as a part of it. */
  call(request: {
    readonly sessionId: Id | null;
    readonly method: string;
    readonly input: unknown;
  }): Promise<Result<unknown, AppError>>;
}

export interface OpenFile {
  readonly database: OpenDatabase;
  readonly fileId: Id;
  readonly kind: FileKind;
  /** What was found changed behind the app when it was opened: a seal, or the trail. */
  readonly broken: AppError | null;
  /** Instant of the newest audit row when it was opened: what came later is not in a backup yet. */
  readonly openedAt: string | null;
}

export interface AppQueryContext extends Omit<QueryContext, 'read'> {
  readonly app: App;
  readonly session: Session | null;
}

export interface JobContext extends AppQueryContext {
  readonly signal: AbortSignal;
  report(progress: Progress): void;
}

/** A job about the open file: reads freely, writes only through `commit`. */
export interface FileJobContext extends JobContext {
  readonly read: ReadHandle;
  readonly path: string;
  /** Records what the job did: one transaction that ends with its audit row; an `err` rolls it back. */
  commit<T>(
    work: (
      context: Omit<CommandContext, 'record'>,
    ) => Result<{ readonly value: T; readonly facts: AuditFacts }, AppError>,
  ): Result<T, AppError>;
  /** Does the same work and takes it back: what `commit` would come to. */
  rehearse<T>(work: (context: Omit<CommandContext, 'record'>) => Result<T, AppError>): Result<T, AppError>;
}

type Kind<M extends MethodName> = (typeof api)[M]['kind'];
type Scope<M extends MethodName> = (typeof api)[M]['scope'];

type ContextOf<M extends MethodName> =
  Kind<M> extends 'query'
    ? Scope<M> extends 'app'
      ? AppQueryContext
      : QueryContext
    : Kind<M> extends 'command'
      ? CommandContext
      : Scope<M> extends 'app'
        ? JobContext
        : FileJobContext;

type Answer<M extends MethodName> = Result<OutputOf<M>, AppError>;

/** The function behind one method. */
export type Handler<M extends MethodName> = (
  context: ContextOf<M>,
  input: ParsedInputOf<M>,
) => Kind<M> extends 'job'
  ? Promise<Answer<M>>
  : Scope<M> extends 'app'
    ? Answer<M> | Promise<Answer<M>>
    : Answer<M>;

/** Handlers of the methods that a feature serves. */
export type Handlers<M extends MethodName> = { readonly [K in M]: Handler<K> };

export type { Role };
