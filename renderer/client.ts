/** The way from a screen to the core: one call, a cache of answers, and the hooks over both. */
import { useCallback, useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react';
import { api, type InputOf, type Method, type MethodName, type OutputOf } from '../shared/api.ts';
import type { AppError, ChangedValue } from '../shared/errors.ts';
import { err, type Result } from '../shared/result.ts';
import { errorSentence } from '../shared/vi/errors.ts';
import type { Progress } from '../shared/views.ts';
import { setSession, useStore, type Choice } from './store.ts';

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

/** What came back, and when the answers on screen have followed it. */
interface Called<M extends MethodName> {
  readonly result: Result<OutputOf<M>, CallError>;
  readonly shown: Promise<void>;
}

/** A value as it is shown: nothing changes it. */
type Shown<T> = T extends readonly (infer One)[]
  ? readonly Shown<One>[]
  : T extends object
    ? { readonly [K in keyof T]: Shown<T[K]> }
    : T;

/** What a command may say of the record it replaces. */
export interface CallOptions<M extends MethodName> {
  /** The input as it would be had nothing been changed here: nothing else is written over. */
  readonly seen?: Shown<InputOf<M>> | undefined;
  /** What others changed meanwhile comes back as the error, unasked: the screen has its own way to choose. */
  readonly unasked?: true | undefined;
}

/** Asks the core, through the Electron window or the browser door; never throws. After a command all answers are asked anew. */
export async function call<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  options: CallOptions<M> = {},
): Promise<Result<OutputOf<M>, CallError>> {
  return (await callAndShow(method, input, options)).result;
}

/** A command is at work until what it changed is on screen: what was chosen must not be seen to jump back. */
async function callAndShow<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  { seen, unasked }: CallOptions<M>,
): Promise<Called<M>> {
  const writes = api[method].kind !== 'query';
  const { sessionId } = useStore.getState();
  if (writes) useStore.setState((state) => ({ busy: state.busy + 1 }));
  let called = await ask<M>({ sessionId, method, input, seen });
  const overwrite: ChangedValue[] = [];
  while (!called.result.ok && called.result.error.code === 'changed-meanwhile') {
    const { changes } = called.result.error;
    // What stands there now is to be seen while it is chosen.
    const shown = invalidate();
    called = { ...called, shown };
    await shown;
    if (unasked === true || (await askWhich(changes)) === 'theirs') break;
    overwrite.push(...changes);
    called = await ask<M>({ sessionId, method, input, seen, overwrite });
  }
  if (writes) {
    void called.shown.then(() => {
      useStore.setState((state) => ({ busy: state.busy - 1 }));
    });
  }
  return called;
}

async function ask<M extends MethodName>(request: {
  readonly sessionId: string | null;
  readonly method: M;
  readonly input: InputOf<M>;
  readonly seen: Shown<InputOf<M>> | undefined;
  readonly overwrite?: readonly ChangedValue[];
}): Promise<Called<M>> {
  const { sessionId, method } = request;
  try {
    const answer = await send(request);
    if (!isResult(answer)) return { result: err({ code: 'door-failed' }), shown: Promise.resolve() };
    const result = answer as Result<OutputOf<M>, AppError>;
    if (!result.ok && result.error.code === 'session-expired') endSession(sessionId);
    const row: Method = api[method];
    const changes = row.kind !== 'query' && row.changesNothing !== true;
    // Whoever starts anew takes the new session first, then forgets every answer; opening a file closes the one
    // before even when it fails.
    const changed = row.startsAnew === undefined ? result.ok && changes : !result.ok;
    return { result, shown: changed ? invalidate() : Promise.resolve() };
  } catch {
    return { result: err({ code: 'door-failed' }), shown: Promise.resolve() };
  }
}

interface Request {
  readonly sessionId: string | null;
  readonly method: string;
  readonly input: unknown;
  readonly seen?: unknown;
  readonly overwrite?: unknown;
}

let choosing: Promise<unknown> = Promise.resolve();

/** Asks the person at the window which of two values is to stand; one question after the other. */
function askWhich(changes: readonly ChangedValue[]): Promise<Choice> {
  const chosen = choosing.then(
    () =>
      new Promise<Choice>((resolve) => {
        useStore.setState({
          question: {
            changes,
            answer(choice) {
              useStore.setState({ question: null });
              resolve(choice);
            },
          },
        });
      }),
  );
  choosing = chosen;
  return chosen;
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
  void invalidate();
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
  /** Asks the core; over when an answer is here that no command has made old. */
  readonly ask: () => Promise<void>;
  readonly listeners: Set<() => void>;
}

const entries = new Map<string, Entry>();
const idle: QueryState<never> = { data: null, error: null, loading: true };

/** Marks every answer as old; those on screen are asked again at once, and it is over when they are here. */
export async function invalidate(): Promise<void> {
  const asked: Promise<void>[] = [];
  for (const [key, entry] of entries) {
    entry.stale = true;
    if (entry.listeners.size > 0) asked.push(entry.ask());
    else entries.delete(key);
  }
  await Promise.all(asked);
}

/** Forgets every answer: another data file was opened. */
export function forgetAnswers(): void {
  for (const entry of entries.values()) entry.state = idle;
  void invalidate();
}

function entryOf<M extends MethodName>(method: M, input: InputOf<M>, key: string): Entry {
  const known = entries.get(key);
  if (known !== undefined) return known;
  let asking: Promise<void> | null = null;
  const isOld = (): boolean => entry.stale && entry.listeners.size > 0;
  async function askCore(): Promise<void> {
    do {
      entry.stale = false;
      const result = await call(method, input);
      // An answer from before a command would show what was just changed as it was, for a blink.
      if (isOld() && entry.state.data !== null) continue;
      entry.state = result.ok
        ? { data: result.value, error: null, loading: false }
        : { data: entry.state.data, error: result.error, loading: false };
      for (const listener of entry.listeners) listener();
    } while (isOld());
    asking = null;
  }
  const entry: Entry = {
    state: idle,
    stale: true,
    listeners: new Set(),
    ask: () => (asking ??= askCore()),
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
      if (entry.stale) void entry.ask();
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
  readonly run: (input: InputOf<M>, options?: CallOptions<M>) => Promise<Result<OutputOf<M>, CallError>>;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly clearError: () => void;
}

/** Runs a command or a job and keeps its failure for the screen to show. */
export function useCommand<M extends MethodName>(method: M): CommandState<M> {
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState<CallError | null>(null);
  const run = useCallback(
    async (input: InputOf<M>, options: CallOptions<M> = {}) => {
      setBusy((count) => count + 1);
      setError(null);
      const { result, shown } = await callAndShow(method, input, options);
      void shown.then(() => {
        setBusy((count) => count - 1);
      });
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

const LOOK_EVERY_MS = 2000;
const windowKey = 'bangvang:window';

/** Follows what other windows change in the open file; gives how many windows show the app. */
export function useOtherWindows(): number {
  const [windows, setWindows] = useState(1);
  const windowId = useId();
  useEffect(() => {
    let alive = true;
    // A page that is loaded again is the same window.
    const own = sessionStorage.getItem(windowKey) ?? `${windowId} ${performance.timeOrigin}`;
    sessionStorage.setItem(windowKey, own);
    let asking = false;
    async function look(): Promise<void> {
      if (asking || useStore.getState().busy > 0) return;
      asking = true;
      const pulse = await call('getPulse', { windowId: own });
      asking = false;
      if (!alive || !pulse.ok) return;
      setWindows(pulse.value.windows);
      const known = entries.get('getStatus {}')?.state as QueryState<OutputOf<'getStatus'>> | undefined;
      const file = known?.data?.file ?? null;
      const isOwn = useStore.getState().busy > 0 || file === null;
      const { fileId, savedAt } = pulse.value;
      if (!isOwn && (fileId !== file.fileId || savedAt !== file.savedAt)) void invalidate();
    }
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    void look();
    return () => {
      alive = false;
      clearInterval(timer);
    };
  }, [windowId]);
  return windows;
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
