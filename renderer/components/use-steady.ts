import { useLayoutEffect, useRef, useState } from 'react';

type Handlers = Readonly<Record<string, (...given: never[]) => unknown>>;

/** The same functions at every drawing, each doing what the newest one does: what takes them is not drawn anew for them. */
export function useSteady<T extends object>(handlers: T & Handlers): T {
  const newest = useRef<Handlers>(handlers);
  useLayoutEffect(() => {
    newest.current = handlers;
  });
  return useState(
    () =>
      Object.fromEntries(
        Object.keys(handlers).map((name) => [name, (...given: never[]) => newest.current[name]?.(...given)]),
      ) as T,
  )[0];
}
