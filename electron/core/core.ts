/**
 * How a request is judged: is the method known, does its input parse, is the session alive and its role allowed;
 * then the handler runs, a command inside one immediate transaction that ends with its audit row.
 */
import { join } from 'node:path';
import { api, type Method, type MethodName, type ParsedInputOf } from '../../shared/api.ts';
import type { AppError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { inputProblem, inputProblems } from '../../shared/vi/input.ts';
import type { Progress } from '../../shared/views.ts';
import { appendAudit, type AuditFacts } from './audit.ts';
import type {
  App,
  AppQueryContext,
  CommandContext,
  FileJobContext,
  JobContext,
  OpenFile,
  QueryContext,
} from './context.ts';
import type { WriteHandle } from './database/query.ts';
import { closeDataFile } from './features/data-file/lifecycle.ts';
import { setFontsFolder } from './files/fonts.ts';
import { handlers } from './handlers.ts';
import { createIds } from './ids.ts';
import type { Ports } from './ports.ts';
import type { CommandName } from './kept-records.ts';
import { createWriters, readSeen, settleSeen, type Seen } from './seen.ts';
import { createSessions, type Session } from './session.ts';
import { createWindows } from './windows.ts';

/** One request, from any door. */
export interface Request {
  readonly sessionId: string | null;
  readonly method: string;
  readonly input: unknown;
  /** The input as it would be had nothing been changed: what the window saw. A command that has it writes over nothing else. */
  readonly seen?: unknown;
  /** Values of others that the person was told of and writes over all the same. */
  readonly overwrite?: unknown;
}

export interface Core {
  call(request: Request): Promise<Result<unknown, AppError>>;
  /** Backs up and closes the open file, if any. */
  close(): Promise<void>;
}

type AnyContext = QueryContext | CommandContext | AppQueryContext | JobContext | FileJobContext;
type AnyHandler = (
  context: AnyContext,
  input: unknown,
) => Result<unknown, AppError> | Promise<Result<unknown, AppError>>;

interface Job {
  readonly name: MethodName;
  readonly handler: AnyHandler;
  readonly input: unknown;
  readonly session: Session | null;
}

/** Makes the core over its ports. It owns at most one open data file. */
export function createCore(ports: Ports): Core {
  setFontsFolder(join(ports.resources, 'fonts'));
  const newId = createIds(ports);
  const sessions = createSessions(newId);
  const writers = createWriters();
  let open: OpenFile | null = null;
  let progress: Progress | null = null;
  let running: AbortController | null = null;
  let lastJob: Promise<unknown> = Promise.resolve();

  const app: App = {
    ports,
    sessions,
    newId,
    file: () => open,
    setFile(file) {
      open = file;
      writers.forget();
    },
    progress: () => progress,
    windows: createWindows(),
    call: (request) => judge(request, 'job'),
  };

  function instant(): { readonly now: string; readonly today: string } {
    const date = ports.now();
    const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    return {
      now: date.toISOString(),
      today: day.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'),
    };
  }

  async function judge(
    { sessionId, method, input, seen, overwrite }: Request,
    from: 'door' | 'job',
  ): Promise<Result<unknown, AppError>> {
    if (!Object.hasOwn(api, method)) return err({ code: 'unknown-method', method });
    const name = method as MethodName;
    const row: Method = api[name];
    const parsed = row.input.safeParse(input ?? {});
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return err({ code: 'invalid-input', field: issue?.path.join('.') ?? '', detail: inputProblem(issue) });
    }
    const unwritable = findNul(parsed.data);
    if (unwritable !== null)
      return err({ code: 'invalid-input', field: unwritable, detail: inputProblems.unwritable });
    if (row.scope === 'file' && open === null) return err({ code: 'no-file-open' });
    // Gone or replaced under the app: what is open is whole, and a backup is the way to keep it.
    if (row.scope === 'file' && name !== 'createBackup' && open?.database.isInPlace() === false)
      return err({ code: 'file-replaced', path: open.database.path });
    const session = name === 'signIn' ? newcomer(parsed.data) : sessions.find(sessionId);
    // Nobody has a role before a file is open; from then on whoever needs one must say who they are.
    const isNeeded = row.scope === 'file' || (row.roles.length > 0 && open !== null);
    if (isNeeded && !session.ok) return session;
    if (row.roles.length > 0 && session.ok && !row.roles.includes(session.value.role)) {
      return err({ code: 'role-not-allowed', role: session.value.role, allowed: row.roles });
    }
    const handler = handlers[name] as unknown as AnyHandler;
    const who = session.ok ? session.value : null;
    switch (row.kind) {
      case 'query':
        if (name === 'cancelJob') running?.abort();
        if (row.scope === 'app') return handler({ app, session: who, ...instant() }, parsed.data);
        return handler({ read: database().read, session: who, ...instant() }, parsed.data);
      case 'command': {
        const shown = readSeen({ schema: row.input, seen, overwrite });
        if (!shown.ok) return shown;
        return runCommand({
          name,
          handler,
          input: parsed.data,
          session: must(who),
          audited: row.unlogged !== true,
          seen: shown.value,
        });
      }
      case 'job': {
        const job = { name, handler, input: parsed.data, session: who };
        // Work that a job is made of belongs to it; to wait for its turn would be to wait for itself.
        if (from === 'job') return runJob(job, running ?? new AbortController());
        const result = lastJob.then(() => startJob(job));
        lastJob = result.catch(() => null);
        return result;
      }
    }
  }

  function database(): OpenFile['database'] {
    if (open === null) throw new Error('No file is open.');
    return open.database;
  }

  function runCommand(run: {
    readonly name: MethodName;
    readonly handler: AnyHandler;
    readonly input: unknown;
    readonly session: Session;
    readonly audited: boolean;
    readonly seen: Seen | null;
  }): Result<unknown, AppError> {
    const { name, handler, input, session, audited, seen } = run;
    const done = database().transaction((write) => {
      const time = instant();
      let facts: AuditFacts = {};
      const context: CommandContext = {
        ...time,
        read: write,
        write,
        session,
        sessions,
        newId,
        random: ports.random,
        record(given) {
          facts = given;
        },
      };
      const settled = settleSeen({ name: name as CommandName, input, seen, context, handlers, writers });
      if (!settled.ok) return settled;
      const result = handler(context, settled.value);
      if (result instanceof Promise) throw new Error(`The command ${name} must be synchronous.`);
      if (result.ok && audited) {
        appendAudit(write, { at: time.now, role: session.role, name: session.name, method: name, facts });
      }
      return result;
    });
    if (done.ok) writers.note({ name: name as CommandName, input, seen, by: session, at: ports.now() });
    return done;
  }

  /** Runs a job whose turn has come: it can be cancelled, and its progress seen. */
  async function startJob(job: Job): Promise<Result<unknown, AppError>> {
    running = new AbortController();
    try {
      return await runJob(job, running);
    } finally {
      progress = null;
      running = null;
    }
  }

  async function runJob(job: Job, controller: AbortController): Promise<Result<unknown, AppError>> {
    const { name, handler, input, session } = job;
    const base: JobContext = {
      app,
      session,
      ...instant(),
      signal: controller.signal,
      report(next) {
        progress = next;
      },
    };
    if (api[name].scope === 'app') return handler(base, input);
    // The file may have been closed while the job waited for its turn.
    if (open === null) return err({ code: 'no-file-open' });
    const file = open.database;
    const workContext = (write: WriteHandle): Omit<CommandContext, 'record'> => ({
      ...instant(),
      read: write,
      write,
      session: must(session),
      sessions,
      newId,
      random: ports.random,
    });
    const context: FileJobContext = {
      ...base,
      read: file.read,
      path: file.path,
      rehearse: (work) => file.rehearse((write) => work(workContext(write))),
      commit(work) {
        return file.transaction((write) => {
          const inside = workContext(write);
          const done = work(inside);
          if (!done.ok) return done;
          const { value, facts } = done.value;
          const { role, name: who } = inside.session;
          appendAudit(write, { at: inside.now, role, name: who, method: name, facts });
          return ok(value);
        });
      },
    };
    return handler(context, input);
  }

  return {
    call: (request) => judge(request, 'door'),
    async close() {
      running?.abort();
      await lastJob;
      await closeDataFile(app);
    },
  };
}

/** Where a text has the letter NUL, which ends a text for files and the database alike; null when none has. */
function findNul(value: unknown, place: readonly string[] = []): string | null {
  if (typeof value === 'string') return value.includes('\0') ? place.join('.') : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, one] of Object.entries(value)) {
    const found = findNul(name, place) ?? findNul(one, [...place, name]);
    if (found !== null) return found;
  }
  return null;
}

/** Whoever signs in has no session yet: the row of the trail carries what they give themselves for. */
function newcomer(input: unknown): Result<Session, AppError> {
  const { role, name } = input as ParsedInputOf<'signIn'>;
  return ok({ id: '', role, name });
}

function must(session: Session | null): Session {
  if (session === null) throw new Error('A session is needed here.');
  return session;
}
