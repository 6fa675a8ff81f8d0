/** Finds the header of a table: which row, how many lines, and what each column tells. */
import { tidy } from '../names.ts';
import type { ImportKind } from '../views.ts';
import { displayCell } from './cells.ts';
import { plainKey } from './keys.ts';
import { importFields, orderHeaders, unreadHeaders, whoFields, type Field, type FieldId } from './kinds.ts';
import { readScoreHeader } from './score-header.ts';
import type { RawCell, Sheet } from './workbook.ts';

/** One column of a table. */
export interface PlanColumn {
  /** Counted from 0. */
  readonly index: number;
  /** The text of the header; the lines of a header of two lines are joined with ": ". */
  readonly header: string;
  /** What it tells; null for a column that is not read. */
  readonly field: FieldId | null;
  /** 0 to 1: how sure the guess is; 1 when a person chose. */
  readonly confidence: number;
}

export interface FoundHeader {
  /** Last line of the header, from 1. */
  readonly row: number;
  /** First line of the header. */
  readonly firstRow: number;
  readonly columns: readonly PlanColumn[];
  readonly orderColumn: number | null;
}

const LAST_ROW = 15;
const MAX_LINES = 3;
const MINIMUM_CONFIDENCE = 0.6;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Shorter headers without spaces are words of their own. */
const SHORTEST_GLUED = 4;

interface KindKeys {
  readonly exact: ReadonlyMap<string, readonly FieldId[]>;
  /** By the same texts written without spaces: hoten, NgaySinh. */
  readonly glued: ReadonlyMap<string, readonly FieldId[]>;
  readonly phrases: readonly { readonly key: string; readonly field: FieldId }[];
  readonly fields: ReadonlyMap<FieldId, Field>;
}

function glue(key: string): string {
  return key.replaceAll(' ', '');
}

const keysByKind = new Map<ImportKind, KindKeys>();

function keysOf(kind: ImportKind): KindKeys {
  const known = keysByKind.get(kind);
  if (known !== undefined) return known;
  const exact = new Map<string, FieldId[]>();
  const glued = new Map<string, FieldId[]>();
  const phrases: { key: string; field: FieldId }[] = [];
  const fields = new Map<FieldId, Field>();
  for (const field of importFields[kind]) {
    fields.set(field.id, field);
    for (const alias of field.aliases) {
      const key = plainKey(alias);
      exact.set(key, [...(exact.get(key) ?? []), field.id]);
      const together = glue(key);
      if (together.length >= SHORTEST_GLUED && together !== key)
        glued.set(together, [...(glued.get(together) ?? []), field.id]);
      // One short word is found in too many headers to mean anything inside of another.
      if (key.includes(' ')) phrases.push({ key, field: field.id });
    }
  }
  const keys = { exact, glued, phrases, fields };
  keysByKind.set(kind, keys);
  return keys;
}

const unread: ReadonlySet<string> = new Set(unreadHeaders.map(plainKey));
const order: ReadonlySet<string> = new Set(orderHeaders.map(plainKey));

interface Guess {
  readonly field: FieldId;
  readonly confidence: number;
}

function guessText(text: string, keys: KindKeys): readonly Guess[] {
  const guesses: Guess[] = [];
  const whole = plainKey(text);
  const withoutBrackets = plainKey(text.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' '));
  for (const field of keys.exact.get(whole) ?? []) guesses.push({ field, confidence: 1 });
  for (const field of keys.exact.get(withoutBrackets) ?? []) guesses.push({ field, confidence: 0.98 });
  if (guesses.length > 0) return guesses;
  for (const field of keys.glued.get(glue(whole)) ?? []) guesses.push({ field, confidence: 0.95 });
  if (guesses.length > 0) return guesses;
  for (const { key, field } of keys.phrases) {
    if (` ${whole} `.includes(` ${key} `))
      guesses.push({ field, confidence: 0.5 + (0.4 * key.length) / whole.length });
  }
  return guesses;
}

function guessColumn(lines: readonly string[], keys: KindKeys): readonly Guess[] {
  const header = lines.join(': ');
  if (keys.fields.has('selfScore')) {
    const score = readScoreHeader(header);
    if (score !== null) return [{ field: score.side, confidence: score.maximum === null ? 0.8 : 1 }];
  }
  const guesses = [...guessText(header, keys)];
  const last = lines.at(-1);
  if (lines.length > 1 && last !== undefined) {
    for (const guess of guessText(last, keys))
      guesses.push({ ...guess, confidence: guess.confidence * 0.95 });
  }
  return guesses;
}

/** Texts of the lines of a header by column: a merged block's text stands in each of its columns. */
function headerLines(options: {
  readonly grid: ReadonlyMap<number, readonly RawCell[]>;
  readonly sheet: Sheet;
  readonly firstRow: number;
  readonly lines: number;
  readonly width: number;
}): readonly (readonly string[])[] {
  const { grid, sheet, firstRow, lines, width } = options;
  const columns: string[][] = Array.from({ length: width }, () => []);
  for (let row = firstRow; row < firstRow + lines; row += 1) {
    const cells = grid.get(row) ?? [];
    const texts = Array.from({ length: width }, (_, column) => displayCell(cells[column]));
    const merges = sheet.merges.filter((merge) => merge.fromRow === row - 1);
    for (const merge of merges) {
      const text = texts[merge.fromColumn] ?? '';
      for (let column = merge.fromColumn + 1; column <= Math.min(merge.toColumn, width - 1); column += 1) {
        texts[column] = text;
      }
    }
    for (const [column, text] of texts.entries()) {
      if (text !== '' && columns[column]?.at(-1) !== text) columns[column]?.push(text);
    }
  }
  return columns;
}

interface Candidate extends FoundHeader {
  readonly score: number;
  /** Whether it says whom the rows are about, and one thing more. */
  readonly isTable: boolean;
}

function readHeader(options: {
  readonly kind: ImportKind;
  readonly sheet: Sheet;
  readonly grid: ReadonlyMap<number, readonly RawCell[]>;
  readonly firstRow: number;
  readonly lines: number;
  readonly width: number;
}): Candidate {
  const { kind, sheet, firstRow, lines } = options;
  const keys = keysOf(kind);
  const texts = headerLines(options);
  const pairs: { column: number; field: FieldId; confidence: number }[] = [];
  let unreadCount = 0;
  let orderColumn: number | null = null;
  for (const [column, columnLines] of texts.entries()) {
    if (columnLines.length === 0) continue;
    const key = plainKey(columnLines[0] ?? '');
    if (order.has(key)) orderColumn ??= column;
    if (unread.has(key)) unreadCount += 1;
    for (const guess of guessColumn(columnLines, keys)) {
      if (guess.confidence >= MINIMUM_CONFIDENCE) pairs.push({ column, ...guess });
    }
  }
  pairs.sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const chosen = new Map<number, Guess>();
  const taken = new Set<FieldId>();
  for (const { column, field, confidence } of pairs) {
    if (chosen.has(column) || (taken.has(field) && keys.fields.get(field)?.many !== true)) continue;
    chosen.set(column, { field, confidence });
    taken.add(field);
  }
  splitMergedName({ sheet, row: firstRow - 1, lines, chosen, texts });
  const isTable = [...taken].some((field) => whoFields.has(field)) && chosen.size + unreadCount >= 2;
  const columns = texts.map((columnLines, index) => {
    const guess = chosen.get(index);
    return {
      index,
      header: tidy(columnLines.join(': ')),
      field: guess?.field ?? null,
      confidence: guess?.confidence ?? 0,
    };
  });
  let score = unreadCount * 0.5;
  for (const guess of chosen.values()) score += guess.confidence;
  return { row: firstRow + lines - 1, firstRow, columns, orderColumn, score, isTable };
}

/** "Họ và tên" over two columns, with nothing under it, means family name and given name. */
function splitMergedName(options: {
  readonly sheet: Sheet;
  readonly row: number;
  readonly lines: number;
  readonly chosen: Map<number, Guess>;
  readonly texts: readonly (readonly string[])[];
}): void {
  const { sheet, row, lines, chosen, texts } = options;
  for (const merge of sheet.merges) {
    if (merge.fromRow < row || merge.fromRow >= row + lines || merge.toColumn !== merge.fromColumn + 1)
      continue;
    const first = chosen.get(merge.fromColumn);
    const isBare = texts[merge.fromColumn]?.join() === texts[merge.toColumn]?.join();
    if (first?.field !== 'fullName' || !isBare) continue;
    chosen.set(merge.fromColumn, { field: 'familyName', confidence: first.confidence });
    chosen.set(merge.toColumn, { field: 'givenName', confidence: first.confidence });
  }
}

/** "Tên" alone is the whole name. */
function withWholeName(columns: readonly PlanColumn[]): readonly PlanColumn[] {
  const fields = new Set(columns.map((column) => column.field));
  if (fields.has('fullName') || fields.has('familyName') || !fields.has('givenName')) return columns;
  return columns.map((column) => (column.field === 'givenName' ? { ...column, field: 'fullName' } : column));
}

/** A running number, as the column of them holds it. */
export function isRunningNumber(cell: RawCell | undefined): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && /^\s*\d+\.?\s*$/.test(cell));
}

/** Whether a text may stand in a header under the name of a field: a word of headers, or a remark in brackets. */
function isHeaderWord(text: string, keys: KindKeys): boolean {
  const key = plainKey(text);
  return /^\(.*\)$/.test(text) || order.has(key) || unread.has(key) || guessText(text, keys).length > 0;
}

/** Whether a text is nobody's name because it is what columns of names are called. */
export function isNameHeader(text: string): boolean {
  const fields = keysOf('people').exact.get(plainKey(text)) ?? [];
  return fields.some((field) => nameFields.has(field));
}

const nameFields: ReadonlySet<FieldId | null> = new Set(['code', 'fullName', 'familyName', 'givenName']);

/**
 * Whether a line under a header is a row already: it has a running number, a day, or, where a name or a code belongs, a
 * text that is no word of headers. Such a row must not lend its words to the header.
 */
function isRowUnder(options: {
  readonly kind: ImportKind;
  readonly header: FoundHeader;
  readonly cells: readonly RawCell[];
}): boolean {
  const { header, cells } = options;
  if (header.orderColumn !== null && isRunningNumber(cells[header.orderColumn])) return true;
  if (cells.some((cell) => typeof cell === 'string' && DAY.test(cell))) return true;
  const keys = keysOf(options.kind);
  return header.columns.some(({ index, field, header: above }) => {
    if (!nameFields.has(field) || above.endsWith(':')) return false;
    const text = displayCell(cells[index]);
    return text !== '' && text !== above && !isHeaderWord(text, keys);
  });
}

/** Whether a header means something in files of a kind. */
export function means(header: string, kind: ImportKind): boolean {
  return guessText(header, keysOf(kind)).some(({ confidence }) => confidence >= MINIMUM_CONFIDENCE);
}

/** The header with the best score among the first 15 rows, of one to three lines; null when there is none. */
export function findHeader(options: {
  readonly kind: ImportKind;
  readonly sheet: Sheet;
}): FoundHeader | null {
  const { kind, sheet } = options;
  const near = sheet.rows.filter((row) => row.row <= LAST_ROW);
  const grid = new Map(near.map((row) => [row.row, row.cells]));
  const width = near.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const singles: Candidate[] = [];
  let best: Candidate | null = null;
  for (const { row: firstRow, cells } of near) {
    if (singles.some((header) => isRowUnder({ kind, header, cells }))) continue;
    let above: Candidate | null = null;
    for (let lines = 1; lines <= MAX_LINES && firstRow + lines - 1 <= LAST_ROW; lines += 1) {
      const line = grid.get(firstRow + lines - 1) ?? [];
      if (above !== null && isRowUnder({ kind, header: above, cells: line })) break;
      const candidate = readHeader({ kind, sheet, grid, firstRow, lines, width });
      // A line that is no header by itself is a title, and must not lend its words to the line under it.
      if (!candidate.isTable && lines === 1) break;
      if (lines === 1) singles.push(candidate);
      if (!candidate.isTable) continue;
      if (candidate.score > (best?.score ?? 0) + 1e-9) best = candidate;
      above = candidate;
    }
  }
  return best === null ? null : { ...best, columns: withWholeName(best.columns) };
}

/** What Excel calls a column: `columnLetter(27) === 'AB'`. */
function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/**
 * The header that a person points at by its first or last line, `row` from 1, however little of it is known. Row 0 says
 * that the table has none: its columns are then called by their letters.
 */
export function headerAt(options: {
  readonly kind: ImportKind;
  readonly sheet: Sheet;
  readonly row: number;
}): FoundHeader {
  const { kind, sheet, row } = options;
  const grid = new Map(sheet.rows.map((one) => [one.row, one.cells]));
  const width = sheet.rows.reduce((most, one) => Math.max(most, one.cells.length), 0);
  if (row === 0) {
    const columns = Array.from({ length: width }, (_, index) => {
      return { index, header: `Cột ${columnLetter(index)}`, field: null, confidence: 0 };
    });
    return { row, firstRow: 1, columns, orderColumn: null };
  }
  function read(firstRow: number, lines: number): Candidate {
    return readHeader({ kind, sheet, grid, firstRow, lines, width });
  }
  let best = read(row, 1);
  for (let lines = 2; lines <= MAX_LINES; lines += 1) {
    for (const firstRow of [row, row - lines + 1]) {
      if (firstRow < 1) continue;
      const top = read(firstRow, 1);
      const under = Array.from({ length: lines - 1 }, (_, line) => grid.get(firstRow + line + 1) ?? []);
      if (!top.isTable || under.some((cells) => isRowUnder({ kind, header: top, cells }))) continue;
      const candidate = read(firstRow, lines);
      if (candidate.score > best.score + 1e-9) best = candidate;
    }
  }
  return { ...best, columns: withWholeName(best.columns) };
}
