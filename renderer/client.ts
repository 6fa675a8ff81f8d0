/** The way from a screen to the core: one call, a cache of answers, and the hooks over both. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api, type InputOf, type MethodName, type OutputOf } from '../shared/api.ts';
import type { AppError } from '../shared/errors.ts';
import { err, type Result } from '../shared/result.ts';
import { errorSentence } from '../shared/vi/errors.ts';
import type { Progress } from '../shared/views.ts';
import { setSession, useStore } from './store.ts';

/** The program itself failed or cannot be reached: a bug or a closed core, not an expected failure. */
export interface DoorError {
  readonly code: 'door-failed';
}

export type CallError = AppError | DoorError;

/** The sentence for a failure: what is wrong and what to do next. */
export function sentenceOf(error: CallError): string {
  if (error.code === 'door-failed') {
    return 'Chương trình không trả lời. Dữ liệu đã lưu vẫn còn nguyên. Hãy thử lại; nếu vẫn không được, đóng rồi mở lại Bảng Vàng.';
  }
  return errorSentence(error);
}

/** Jobs and commands after which every answer is still true. */
const changesNothing: ReadonlySet<MethodName> = new Set([
  'saveBallotDraft',
  'renderPaper',
  'renderList',
  'previewImport',
]);

/** Another file or person: who asked takes the new session first, then forgets every answer. */
const startsAnew: ReadonlySet<MethodName> = new Set([
  'createFile',
  'openFile',
  'openSample',
  'restoreBackup',
  'signIn',
]);

/** Asks the core, through the Electron window or the browser door; never throws. After a command all answers are fresh. */
export async function call<M extends MethodName>(
  method: M,
  input: InputOf<M>,
): Promise<Result<OutputOf<M>, CallError>> {
  const writes = api[method].kind !== 'query';
  const { sessionId } = useStore.getState();
  if (writes) useStore.setState((state) => ({ busy: state.busy + 1 }));
  try {
    const answer = await send({ sessionId, method, input });
    if (!isResult(answer)) return err({ code: 'door-failed' });
    const result = answer as Result<OutputOf<M>, AppError>;
    if (!result.ok && result.error.code === 'session-expired') endSession(sessionId);
    // Opening a file closes the one before even when it fails.
    const changed = startsAnew.has(method) ? !result.ok : result.ok && writes && !changesNothing.has(method);
    if (changed) invalidate();
    return result;
  } catch {
    return err({ code: 'door-failed' });
  } finally {
    if (writes) useStore.setState((state) => ({ busy: state.busy - 1 }));
  }
}

interface Request {
  readonly sessionId: string | null;
  readonly method: string;
  readonly input: unknown;
}

async function send(request: Request): Promise<unknown> {
  if (window.council !== undefined) return window.council.call(request);
  const response = await fetch('/call', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  return answer;
}

function isResult(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && typeof Reflect.get(answer, 'ok') === 'boolean';
}

/** Forgets a session that has ended; an answer that comes late says nothing about a newer one. */
function endSession(sessionId: string | null): void {
  if (sessionId === null || useStore.getState().sessionId !== sessionId) return;
  setSession(null);
  invalidate();
}

// ——— The cache of answers

/** What a query has come to. While it is asked again the last answer stays, so that nothing jumps. */
export interface QueryState<T> {
  readonly data: T | null;
  readonly error: CallError | null;
  /** No answer yet. */
  readonly loading: boolean;
}

interface Entry {
  state: QueryState<unknown>;
  stale: boolean;
  asking: boolean;
  readonly ask: () => void;
  readonly listeners: Set<() => void>;
}

const entries = new Map<string, Entry>();
const idle: QueryState<never> = { data: null, error: null, loading: true };

/** Marks every answer as old; those on screen are asked again at once. */
export function invalidate(): void {
  for (const [key, entry] of entries) {
    entry.stale = true;
    if (entry.listeners.size > 0) entry.ask();
    else entries.delete(key);
  }
}

/** Forgets every answer: another data file was opened. */
export function forgetAnswers(): void {
  for (const entry of entries.values()) entry.state = idle;
  invalidate();
}

function entryOf<M extends MethodName>(method: M, input: InputOf<M>, key: string): Entry {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry: Entry = {
    state: idle,
    stale: true,
    asking: false,
    listeners: new Set(),
    ask() {
      if (entry.asking) return;
      entry.asking = true;
      entry.stale = false;
      void call(method, input).then((result) => {
        entry.asking = false;
        entry.state = result.ok
          ? { data: result.value, error: null, loading: false }
          : { data: entry.state.data, error: result.error, loading: false };
        if (entry.stale && entry.listeners.size > 0) entry.ask();
        for (const listener of entry.listeners) listener();
      });
    },
  };
  entries.set(key, entry);
  return entry;
}

function nothing(): void {
  // A query that waits has nobody to tell.
}

/** The answer of a query, kept fresh after each command; `null` as input waits. */
export function useQuery<M extends MethodName>(method: M, input: InputOf<M> | null): QueryState<OutputOf<M>> {
  const text = input === null ? null : JSON.stringify(input);
  const key = text === null ? null : `${method} ${text}`;
  const subscribe = useCallback(
    (listener: () => void) => {
      if (key === null || text === null) return nothing;
      const entry = entryOf(method, JSON.parse(text) as InputOf<M>, key);
      entry.listeners.add(listener);
      if (entry.stale) entry.ask();
      return () => {
        entry.listeners.delete(listener);
      };
    },
    [method, text, key],
  );
  const state = useSyncExternalStore(subscribe, () =>
    key === null ? idle : (entries.get(key)?.state ?? idle),
  );
  return state as QueryState<OutputOf<M>>;
}

/** A command of a screen: how to run it, whether it runs, and why it last failed. */
export interface CommandState<M extends MethodName> {
  readonly run: (input: InputOf<M>) => Promise<Result<OutputOf<M>, CallError>>;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly clearError: () => void;
}

/** Runs a command or a job and keeps its failure for the screen to show. */
export function useCommand<M extends MethodName>(method: M): CommandState<M> {
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState<CallError | null>(null);
  const run = useCallback(
    async (input: InputOf<M>) => {
      setBusy((count) => count + 1);
      setError(null);
      const result = await call(method, input);
      setBusy((count) => count - 1);
      if (!result.ok) setError(result.error);
      return result;
    },
    [method],
  );
  const clearError = useCallback(() => {
    setError(null);
  }, []);
  return useMemo(() => ({ run, busy: busy > 0, error, clearError }), [run, busy, error, clearError]);
}

const PROGRESS_EVERY_MS = 250;

/** How far the job at hand is, while `active`; null when none runs. */
export function useProgress(active: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (!active) return;
    let alive = true;
    const timer = setInterval(() => {
      void call('getProgress', {}).then((result) => {
        if (alive) setProgress(result.ok ? result.value : null);
      });
    }, PROGRESS_EVERY_MS);
    return () => {
      alive = false;
      clearInterval(timer);
      setProgress(null);
    };
  }, [active]);
  return progress;
}

/** Asks the job at hand to stop; it ends with the sentence of a cancelled job. */
export function cancelJob(): void {
  void call('cancelJob', {});
}
