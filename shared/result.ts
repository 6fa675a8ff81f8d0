/** What an operation that can be expected to fail gives back: the value, or the reason as data. */
export type Result<T, E> = Ok<T> | Err<E>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

/** Wraps a value that was reached. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps an expected failure. A bug is thrown instead. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}

/** Closes an exhaustive switch; throws when a value outside of the type arrives. */
export function impossible(value: never): never {
  throw new Error(`Impossible value: ${JSON.stringify(value)}`);
}
