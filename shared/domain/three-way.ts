/** A record that two windows changed: what one of them saw, what it wants, and what stands there now, value by value. */
import type { ChangedValue } from '../errors.ts';

/** A value that both changed. */
export type Clash = Omit<ChangedValue, 'by'>;

/** What is to be written: the wanted record, with what only the others changed; and what can't be decided here. */
export interface Merged<T> {
  readonly record: T;
  readonly clashes: readonly Clash[];
}

type Fields = Readonly<Record<string, unknown>>;

/** How the parts of a record hang together. */
export interface RecordShape {
  /** By the name of a list: the fields that name each of its rows, of which only those sent are replaced. Any other list is one value. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** Fields that are records of their own, whose values stand side by side; any other is one value. */
  readonly parts: readonly string[];
  /** The values only make sense together: whoever changes one changes them all. A row of a list always is so. */
  readonly whole: boolean;
}

/**
 * Merges a wanted record into the one that stands there now. A value that was left as it was seen gives way to one that
 * others changed meanwhile; a value that both changed is a clash, unless both say the same. What was not seen is not
 * compared.
 */
export function mergeSeen<T extends Fields>(given: {
  readonly seen: Fields;
  readonly wanted: T;
  readonly now: Fields;
  readonly shape: RecordShape;
}): Merged<T> {
  const { shape } = given;
  const clashes: Clash[] = [];

  function mergeFields(sides: Sides): Fields {
    return Object.fromEntries(
      Object.entries(sides.wanted).map(([field, wanted]) => {
        const [seen, now] = [sides.seen[field], sides.now[field]];
        if (wanted === undefined || seen === undefined || now === undefined) return [field, wanted];
        const names = shape.rows[field];
        if (names !== undefined && isList(seen) && isList(wanted) && isList(now))
          return [field, mergeRows({ seen, wanted, now }, names)];
        if (shape.parts.includes(field) && isFields(seen) && isFields(wanted) && isFields(now))
          return [field, mergeFields({ seen, wanted, now })];
        if (isSame(wanted, now) || isSame(seen, now)) return [field, wanted];
        if (isSame(wanted, seen)) return [field, now];
        clashes.push({ row: [], field, wanted, now });
        return [field, wanted];
      }),
    );
  }

  /** The wanted values, or those that stand there now where nothing was changed here; never some of each. */
  function mergeWhole(sides: Sides, row: readonly string[], names: readonly string[]): Fields {
    const fields = Object.keys(sides.wanted).filter(
      (field) =>
        !names.includes(field) &&
        [sides.seen[field], sides.wanted[field], sides.now[field]].every((value) => value !== undefined),
    );
    const differ = (one: Fields, other: Fields) =>
      fields.filter((field) => !isSame(one[field], other[field]));
    if (differ(sides.seen, sides.now).length === 0) return sides.wanted;
    if (differ(sides.seen, sides.wanted).length === 0)
      return { ...sides.wanted, ...Object.fromEntries(fields.map((field) => [field, sides.now[field]])) };
    for (const field of differ(sides.wanted, sides.now))
      clashes.push({ row, field, wanted: sides.wanted[field], now: sides.now[field] });
    return sides.wanted;
  }

  function mergeRows(lists: Lists, names: readonly string[]): readonly Fields[] {
    const [seen, now] = [byName(lists.seen, names), byName(lists.now, names)];
    return lists.wanted.map((wanted) => {
      const name = nameOf(wanted, names);
      const sides = { seen: seen.get(name.join(' ')), now: now.get(name.join(' ')) };
      if (sides.seen === undefined || sides.now === undefined) return wanted;
      return mergeWhole({ seen: sides.seen, wanted, now: sides.now }, name, names);
    });
  }

  const sides = { seen: given.seen, wanted: given.wanted, now: given.now };
  const record = shape.whole ? mergeWhole(sides, [], []) : mergeFields(sides);
  return { record: record as T, clashes };
}

/** Every value of a record by where it lies: its row, if any, and its field. */
export function* valuesOf(
  record: Fields,
  shape: Pick<RecordShape, 'rows' | 'parts'>,
  row: readonly string[] = [],
): Generator<{ readonly row: readonly string[]; readonly field: string; readonly value: unknown }> {
  for (const [field, value] of Object.entries(record)) {
    const names = shape.rows[field];
    if (names !== undefined && isList(value)) {
      for (const one of value) yield* valuesOf(one, { rows: {}, parts: [] }, nameOf(one, names));
    } else if (shape.parts.includes(field) && isFields(value)) yield* valuesOf(value, shape, row);
    else yield { row, field, value };
  }
}

interface Sides {
  readonly seen: Fields;
  readonly wanted: Fields;
  readonly now: Fields;
}
interface Lists {
  readonly seen: readonly Fields[];
  readonly wanted: readonly Fields[];
  readonly now: readonly Fields[];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every(isFields);
}

function nameOf(row: Fields, names: readonly string[]): readonly string[] {
  return names.map((name) => String(row[name]));
}

function byName(list: readonly Fields[], names: readonly string[]): ReadonlyMap<string, Fields> {
  return new Map(list.map((row) => [nameOf(row, names).join(' '), row]));
}

/** Whether two values say the same; the order of fields says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isFields(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
