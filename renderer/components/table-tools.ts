/** What a table does to its rows, as pure functions: search, order, words for Excel. */
import { formatDate } from '../../shared/dates.ts';
import { compareNames, compareText, fold } from '../../shared/names.ts';
import { formatPoints } from '../../shared/numbers.ts';
import type { ReactNode } from 'react';

export type Cell = string | number | boolean | null;

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** The full form of a short header, as a tooltip. */
  readonly title?: string | undefined;
  /** What the cell holds: by this it is sorted, searched, copied. `name` sorts by given name; `points` are hundredths. */
  readonly kind?: 'text' | 'name' | 'number' | 'points' | 'date' | undefined;
  readonly value: (row: Row) => Cell;
  /** How it looks, where that is more than the value. */
  readonly cell?: ((row: Row) => ReactNode) | undefined;
  /** The words of the value where they differ from it: for copying, searching and the tooltip. */
  readonly words?: ((row: Row) => string) | undefined;
  /** Width in pixels; a column without one shares what is left. */
  readonly width?: number | undefined;
  readonly align?: 'left' | 'right' | 'middle' | undefined;
  /** Foot of the column, over the rows in sight. */
  readonly total?: ((rows: readonly Row[]) => ReactNode) | undefined;
  readonly strong?: boolean | undefined;
  /**
   * Gives way where the list is too narrow, the highest number first; one without a number stays. What gave way is
   * still searched and copied.
   */
  readonly yields?: number | undefined;
}

/** The order of a table. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Least width of a column that shares what is left, in pixels. */
const LEAST_WIDTH = 132;

/** What a table draws in the width it has. */
export interface Fit<Row> {
  /** Columns in their order, each with its width in pixels; null for the one that takes what is left. */
  readonly columns: readonly { readonly column: Column<Row>; readonly width: number | null }[];
  /** The first column of numbers is drawn too. */
  readonly numbered: boolean;
  /** How many columns wait for room. */
  readonly hidden: number;
}

/**
 * Chooses what fits into `width` pixels: all columns where there is room, else those that yield go one by one, then the
 * numbers, and at last the columns that stay are drawn closer. `aside` is the width of what stands before them.
 */
export function fitColumns<Row>(given: {
  readonly columns: readonly Column<Row>[];
  readonly width: number;
  readonly aside: number;
  /** Width of the numbers; 0 where a list has none. */
  readonly numbers: number;
}): Fit<Row> {
  const { columns, width, aside } = given;
  const least = (column: Column<Row>) => column.width ?? LEAST_WIDTH;
  const sum = (list: readonly Column<Row>[]) => list.reduce((total, column) => total + least(column), aside);
  const byYield = columns.filter(({ yields }) => yields !== undefined);
  byYield.sort((a, b) => (b.yields ?? 0) - (a.yields ?? 0));
  let kept = columns;
  for (const column of byYield) {
    if (sum(kept) + given.numbers <= width) break;
    kept = kept.filter((one) => one !== column);
  }
  const numbered = given.numbers > 0 && sum(kept) + given.numbers <= width;
  const room = width - aside - (numbered ? given.numbers : 0);
  const scale = Math.min(1, room / (sum(kept) - aside));
  // One column takes what is left: the first without a width, else the widest.
  const widest = kept.reduce<Column<Row> | undefined>(
    (best, column) => (best === undefined || least(column) > least(best) ? column : best),
    undefined,
  );
  const open = scale === 1 ? (kept.some((column) => column.width === undefined) ? null : widest) : undefined;
  return {
    columns: kept.map((column) => ({
      column,
      width:
        scale < 1
          ? Math.floor(least(column) * scale)
          : column === open || column.width === undefined
            ? null
            : column.width,
    })),
    numbered,
    hidden: columns.length - kept.length,
  };
}

/** The value of a cell in words, as it is shown and copied; blank for null. */
export function wordsOf<Row>(column: Column<Row>, row: Row): string {
  if (column.words !== undefined) return column.words(row);
  const value = column.value(row);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (column.kind === 'points' && typeof value === 'number') return formatPoints(value);
  if (column.kind === 'date' && typeof value === 'string') return formatDate(value);
  return String(value);
}

/** One folded text per row, in which a search looks. */
export function searchKeys<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): ReadonlyMap<Row, string> {
  const keys = new Map<Row, string>();
  for (const row of rows) {
    const texts = columns.map((column) => wordsOf(column, row)).filter((text) => text !== '');
    // A space is enough between two cells: no word that is sought has one.
    keys.set(row, fold(texts.join(' ')));
  }
  return keys;
}

/** Says whether a row has every word that was typed. */
export function hasWords(key: string, words: readonly string[]): boolean {
  for (const word of words) if (!key.includes(word)) return false;
  return true;
}

/**
 * Rows that a cut lets through and that have every word, in their order. A plain loop: it runs at each letter that is
 * typed, over 10,000 rows.
 */
export function findRows<Row>(find: {
  readonly rows: readonly Row[];
  readonly keys: ReadonlyMap<Row, string>;
  readonly words: readonly string[];
  readonly test: ((row: Row) => boolean) | undefined;
}): readonly Row[] {
  const { rows, keys, words, test } = find;
  if (words.length === 0 && test === undefined) return rows;
  const found: Row[] = [];
  for (const row of rows) {
    if (test !== undefined && !test(row)) continue;
    if (words.length === 0 || hasWords(keys.get(row) ?? '', words)) found.push(row);
  }
  return found;
}

/** The words of a search, without accents. */
export function searchWords(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Rows in the order of a column; blanks are last in both directions, equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  column: Column<Row>,
  descending: boolean,
): readonly Row[] {
  const compare = column.kind === 'name' ? compareNames : compareText;
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row, at) => ({ row, at, value: column.value(row) }));
  keyed.sort((a, b) => {
    if (isBlank(a.value) || isBlank(b.value))
      return Number(isBlank(a.value)) - Number(isBlank(b.value)) || a.at - b.at;
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : compare(String(a.value), String(b.value));
    return order * sign || a.at - b.at;
  });
  return keyed.map(({ row }) => row);
}

function isBlank(value: Cell): boolean {
  return value === null || value === '';
}

/** Rows as Excel takes them from the clipboard. */
export function toTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map(tsvCell).join('\t')).join('\r\n');
}

function tsvCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
