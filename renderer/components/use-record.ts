import { useEffect, useRef, useState } from 'react';
import type { CallError } from '../client.ts';
import type { Result } from '../../shared/result.ts';

/** One sentence per field that can't be saved as it is. */
export type FieldErrors<T> = { readonly [K in keyof T]?: string | null };

/** A record that is typed into and saves itself when a field is left. */
export interface RecordForm<T> {
  /** What is saved, with what is typed over it. */
  readonly value: T;
  /** Keeps what is typed, to be sent by `save`. */
  readonly set: (patch: Partial<T>) => void;
  /** Sends what was typed, with a last change; does nothing when nothing differs. */
  readonly save: (patch?: Partial<T>) => void;
  readonly errors: FieldErrors<T>;
  /** Why the core did not take it. */
  readonly failure: CallError | null;
}

interface Sent<T> {
  /** The saved record, as JSON, over which this was sent; once it changes the new one is the truth. */
  readonly over: string;
  readonly value: T;
}

/**
 * A form over a saved record. Typing stays on screen until the core has taken it; a field with an error is kept and
 * not sent. What is typed when the screen is left is sent then.
 */
export function useRecord<T extends object>(options: {
  readonly saved: T;
  readonly check?: ((value: T) => FieldErrors<T>) | undefined;
  /** `seen` is what was shown when it was begun to be changed. */
  readonly send: (value: T, seen: T) => Promise<Result<unknown, CallError>>;
}): RecordForm<T> {
  const { saved, check, send } = options;
  const [typed, setTyped] = useState<Partial<T>>({});
  /** What stood in the fields that are typed into when that began. */
  const [over, setOver] = useState<Partial<T>>({});
  const [sent, setSent] = useState<Sent<T> | null>(null);
  const [failure, setFailure] = useState<CallError | null>(null);
  const base = JSON.stringify(saved);
  const known = sent !== null && sent.over === base ? sent.value : saved;
  const value: T = { ...known, ...typed };
  const errors: FieldErrors<T> = Object.keys(typed).length === 0 ? {} : (check?.(value) ?? {});

  function save(patch: Partial<T> = {}): void {
    const next: T = { ...value, ...patch };
    const keys = keysOf(next).filter((key) => !Object.is(next[key], known[key]));
    if (keys.length === 0) {
      setTyped({});
      setOver({});
      return;
    }
    const seen: T = { ...known, ...over };
    setTyped((current) => ({ ...current, ...patch }));
    setOver((current) => ({ ...pick(known, keysOf(patch)), ...current }));
    if (Object.values(check?.(next) ?? {}).some((error) => error !== null && error !== undefined)) return;
    void send(next, seen).then((result) => {
      // It was chosen that what others saved stands.
      const isGivenUp = !result.ok && result.error.code === 'changed-meanwhile';
      if (!result.ok && !isGivenUp) {
        setFailure(result.error);
        return;
      }
      setFailure(null);
      if (!isGivenUp) setSent({ over: base, value: next });
      setOver({});
      setTyped((current) => withoutSame(current, next));
    });
  }

  const leave = useRef<() => void>(nothing);
  useEffect(() => {
    leave.current = Object.keys(typed).length === 0 ? nothing : save;
  });
  useEffect(() => {
    function sendNow(): void {
      leave.current();
    }
    addEventListener('pagehide', sendNow);
    return () => {
      removeEventListener('pagehide', sendNow);
      sendNow();
    };
  }, []);

  return {
    value,
    set(patch) {
      setTyped((current) => ({ ...current, ...patch }));
      setOver((current) => ({ ...pick(known, keysOf(patch)), ...current }));
    },
    save,
    errors,
    failure,
  };
}

function nothing(): void {
  // Nothing was typed, so leaving sends nothing.
}

function keysOf<T extends object>(record: Partial<T>): readonly (keyof T)[] {
  return Object.keys(record) as (keyof T)[];
}

function pick<T extends object>(record: T, keys: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(keys.map((key) => [key, record[key]])) as Partial<T>;
}

function withoutSame<T extends object>(typed: Partial<T>, taken: T): Partial<T> {
  const left = keysOf(typed).filter((key) => !Object.is(typed[key], taken[key]));
  return Object.fromEntries(left.map((key) => [key, typed[key]])) as Partial<T>;
}
