import { useRef, useState } from 'react';
import type { Result } from '../../shared/result.ts';
import type { CallError } from '../client.ts';
import type { CellRefusal } from './grid-cells.ts';

/** Numbers of one row by column; null is blank. */
export type FigureRow<Column extends string> = Readonly<Record<Column, number | null>>;

/** New numbers of one row. */
export interface FigureChange<Column extends string> {
  readonly key: string;
  readonly figures: Readonly<Partial<Record<Column, number | null>>>;
}

/** A sheet of whole numbers while it is typed into. */
export interface Figures<Column extends string> {
  /** What stands in each row: what is saved, with what is on its way laid over it. */
  readonly rows: ReadonlyMap<string, FigureRow<Column>>;
  /** Gives the numbers that the core did not take. */
  readonly change: (changes: readonly FigureChange<Column>[]) => Promise<readonly CellRefusal[]>;
  readonly error: CallError | null;
}

interface Edit {
  readonly value: number | null;
  /** The core has taken it: it has done its work once the fresh rows say the same. */
  readonly isSaved: boolean;
}
type Edits = ReadonlyMap<string, ReadonlyMap<string, Edit>>;

/**
 * Rows of numbers that are saved as they are typed, in their order, and show at once: a hand that is faster than the
 * core sends nothing that is out of date.
 *
 * @param options.send Gets every row as it stands, the keys of those that changed, and every row as it was seen before.
 */
export function useFigures<Column extends string>(options: {
  readonly saved: ReadonlyMap<string, FigureRow<Column>>;
  readonly send: (
    rows: ReadonlyMap<string, FigureRow<Column>>,
    keys: readonly string[],
    seen: ReadonlyMap<string, FigureRow<Column>>,
  ) => Promise<Result<unknown, CallError>>;
}): Figures<Column> {
  const { saved, send } = options;
  const [edits, setEdits] = useState<Edits>(new Map());
  const [error, setError] = useState<CallError | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const left = withoutSettled(edits, saved);
  if (left !== edits) setEdits(left);
  const rows = new Map(
    [...saved].map(([key, row]) => [key, { ...row, ...valuesOf<Column>(left.get(key)) }] as const),
  );

  function change(changes: readonly FigureChange<Column>[]): Promise<readonly CellRefusal[]> {
    setError(null);
    setEdits((old) => laidOver(old, changes, { isSaved: false }));
    const next = new Map(rows);
    for (const { key, figures } of changes) {
      const row = next.get(key);
      if (row !== undefined) next.set(key, { ...row, ...figures });
    }
    const sent = queue.current.then(async () => {
      const result = await send(
        next,
        changes.map(({ key }) => key),
        rows,
      );
      if (!result.ok) setError(result.error);
      setEdits((old) => (result.ok ? laidOver(old, changes, { isSaved: true }) : without(old, changes)));
      return result.ok ? [] : changes.flatMap(refused);
    });
    queue.current = sent;
    return sent;
  }

  return { rows, change, error };
}

function valuesOf<Column extends string>(
  edits: ReadonlyMap<string, Edit> | undefined,
): Partial<Record<Column, number | null>> {
  return Object.fromEntries([...(edits ?? [])].map(([column, { value }]) => [column, value])) as Partial<
    Record<Column, number | null>
  >;
}

function cellsOf<Column extends string>(change: FigureChange<Column>): readonly [string, number | null][] {
  return Object.entries(change.figures) as [string, number | null][];
}

function refused<Column extends string>(change: FigureChange<Column>): readonly CellRefusal[] {
  return cellsOf(change).map(([columnId]) => ({ rowKey: change.key, columnId, because: null }));
}

/** With `isSaved`, only edits that no newer one has replaced are marked. */
function laidOver<Column extends string>(
  edits: Edits,
  changes: readonly FigureChange<Column>[],
  { isSaved }: { readonly isSaved: boolean },
): Edits {
  const next = new Map(edits);
  for (const change of changes) {
    const row = new Map(next.get(change.key));
    for (const [column, value] of cellsOf(change)) {
      if (!isSaved || row.get(column)?.value === value) row.set(column, { value, isSaved });
    }
    next.set(change.key, row);
  }
  return next;
}

function without<Column extends string>(edits: Edits, changes: readonly FigureChange<Column>[]): Edits {
  const next = new Map(edits);
  for (const change of changes) {
    const row = new Map(next.get(change.key));
    for (const [column, value] of cellsOf(change)) if (row.get(column)?.value === value) row.delete(column);
    next.set(change.key, row);
  }
  return next;
}

function withoutSettled<Column extends string>(
  edits: Edits,
  saved: ReadonlyMap<string, FigureRow<Column>>,
): Edits {
  let hasSettled = false;
  const next = new Map<string, ReadonlyMap<string, Edit>>();
  for (const [key, row] of edits) {
    const truth = valuesIn(saved.get(key));
    const open = new Map(
      [...row].filter(([column, { value, isSaved }]) => !isSaved || truth.get(column) !== value),
    );
    hasSettled ||= open.size < row.size;
    if (open.size > 0) next.set(key, open);
  }
  return hasSettled ? next : edits;
}

function valuesIn<Column extends string>(
  row: FigureRow<Column> | undefined,
): ReadonlyMap<string, number | null> {
  return new Map(Object.entries<number | null>(row ?? {}));
}
