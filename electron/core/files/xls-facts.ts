/** What the records of an .xls say that the library does not pass on: formats, what is hidden, texts that it misses. */
import type { Merge } from '../../../shared/imports/workbook.ts';
import { asShown } from './number-format.ts';
import { reach } from './xlsx-cells.ts';

export interface XlsSheetFacts {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'no-cells';
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Merge[];
  /** By `row,column` from 0: texts of cells that the library leaves blank. */
  readonly texts: ReadonlyMap<string, string>;
  /** By `row,column` from 0: formats that show a number otherwise than it is. */
  readonly formats: ReadonlyMap<string, string>;
}

export type XlsRefusal = 'old-excel' | 'encrypted' | 'damaged';

interface XlsRecord {
  readonly id: number;
  readonly start: number;
  readonly view: DataView;
}

const FORMULA = 0x06;
const END = 0x0a;
const LOCKED = 0x2f;
const COLUMNS = 0x7d;
const SHEET = 0x85;
const MANY_NUMBERS = 0xbd;
const RICH_TEXT = 0xd6;
const STYLE = 0xe0;
const MERGES = 0xe5;
const NUMBER = 0x203;
const STRING = 0x207;
const ROW = 0x208;
const SHORT_NUMBER = 0x27e;
const FORMAT = 0x41e;
const BEGIN = 0x809;
const EXCEL_97 = 0x600;
/** May stand between a formula and the text that it gave. */
const OF_FORMULAS: ReadonlySet<number> = new Set([0x4bc, 0x221, 0x236]);
const knownFormats: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };

function readRecords(stream: Uint8Array): readonly XlsRecord[] {
  const whole = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: XlsRecord[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const id = whole.getUint16(at, true);
    const length = Math.min(whole.getUint16(at + 2, true), stream.length - at - 4);
    if (id === 0 && length === 0) break;
    records.push({ id, start: at, view: new DataView(stream.buffer, stream.byteOffset + at + 4, length) });
    at += 4 + length;
  }
  return records;
}

/** Text from its mark on: one byte for a letter, or two. */
function letters(view: DataView, at: number, count: number): string {
  const isWide = (view.getUint8(at) & 1) === 1;
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const place = at + 1 + (isWide ? index * 2 : index);
    if (place + (isWide ? 2 : 1) > view.byteLength) break;
    text += String.fromCharCode(isWide ? view.getUint16(place, true) : view.getUint8(place));
  }
  return text;
}

/** Styles of the workbook, and where its sheets start. */
function readGlobals(records: readonly XlsRecord[]) {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  const sheets: { readonly name: string; readonly start: number; readonly state: XlsSheetFacts['state'] }[] =
    [];
  for (const { id, view } of records) {
    if (id === END) break;
    if (id === FORMAT) formats.set(view.getUint16(0, true), letters(view, 4, view.getUint16(2, true)));
    else if (id === STYLE) styles.push(view.getUint16(2, true));
    else if (id === SHEET) {
      const isHidden = (view.getUint8(4) & 3) !== 0;
      const state = isHidden ? 'hidden' : view.getUint8(5) === 0 ? 'visible' : 'no-cells';
      sheets.push({ name: letters(view, 7, view.getUint8(6)), start: view.getUint32(0, true), state });
    }
  }
  return { formatOf: styles.map((style) => formats.get(style) ?? knownFormats[style]), sheets };
}

/** The records of one sheet, without those of charts that lie in it. */
function recordsOf(records: readonly XlsRecord[], start: number): readonly XlsRecord[] {
  const from = records.findIndex((record) => record.start === start);
  const own: XlsRecord[] = [];
  let depth = 0;
  for (let index = Math.max(0, from); from !== -1 && index < records.length; index += 1) {
    const record = records[index];
    if (record === undefined) break;
    if (record.id === BEGIN) depth += 1;
    else if (record.id === END) depth -= 1;
    else if (depth === 1) own.push(record);
    if (depth === 0) break;
  }
  return own;
}

/** Cells of numbers in a record, as column and style. */
function numbersOf({ id, view }: XlsRecord): readonly (readonly [column: number, style: number])[] {
  if (id === NUMBER || id === SHORT_NUMBER || id === FORMULA)
    return [[view.getUint16(2, true), view.getUint16(4, true)]];
  if (id !== MANY_NUMBERS) return [];
  const first = view.getUint16(2, true);
  const count = Math.floor((view.byteLength - 6) / 6);
  return Array.from(
    { length: count },
    (_, index) => [first + index, view.getUint16(4 + index * 6, true)] as const,
  );
}

function mergesOf({ view }: XlsRecord): readonly Merge[] {
  const count = Math.min(view.getUint16(0, true), Math.floor((view.byteLength - 2) / 8));
  return Array.from({ length: count }, (_, index) => {
    const [fromRow = 0, toRow = 0, fromColumn = 0, toColumn = 0] = [0, 2, 4, 6].map((place) =>
      view.getUint16(2 + index * 8 + place, true),
    );
    return { fromRow, toRow, fromColumn, toColumn };
  });
}

function readSheet(records: readonly XlsRecord[], formatOf: readonly (string | undefined)[]) {
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  const merges: Merge[] = [];
  const texts = new Map<string, string>();
  const formats = new Map<string, string>();
  for (const [index, record] of records.entries()) {
    const { id, view } = record;
    if (id === ROW && (view.getUint16(12, true) & 0x20) !== 0) hiddenRows.push(view.getUint16(0, true) + 1);
    if (id === COLUMNS && (view.getUint16(8, true) & 1) !== 0) {
      const last = Math.min(view.getUint16(2, true), reach.columns - 1);
      for (let column = view.getUint16(0, true); column <= last; column += 1) hiddenColumns.push(column);
    }
    if (id === MERGES) merges.push(...mergesOf(record));
    if (id === RICH_TEXT) {
      const place = `${view.getUint16(0, true)},${view.getUint16(2, true)}`;
      texts.set(place, letters(view, 8, view.getUint16(6, true)));
    }
    for (const [column, style] of numbersOf(record)) {
      const format = formatOf[style];
      // Any number will do to see whether the format shows it otherwise.
      if (format !== undefined && asShown(1, format) !== null) {
        formats.set(`${view.getUint16(0, true)},${column}`, format);
      }
    }
    if (id !== FORMULA) continue;
    const [between, result] = [records[index + 1], records[index + 2]];
    if (between === undefined || result?.id !== STRING || !OF_FORMULAS.has(between.id)) continue;
    const place = `${view.getUint16(0, true)},${view.getUint16(2, true)}`;
    texts.set(place, letters(result.view, 2, result.view.getUint16(0, true)));
  }
  return { hiddenRows, hiddenColumns, merges, texts, formats };
}

/** Reads what is to be known of each sheet, in the order of the file, or why the workbook can't be read. */
export function readXlsFacts(stream: Uint8Array): readonly XlsSheetFacts[] | XlsRefusal {
  try {
    const records = readRecords(stream);
    const [first] = records;
    if (first === undefined) return 'damaged';
    if (first.id !== BEGIN || first.view.getUint16(0, true) !== EXCEL_97) {
      return [0x09, 0x209, 0x409, BEGIN].includes(first.id) ? 'old-excel' : 'damaged';
    }
    if (records.some(({ id }) => id === LOCKED)) return 'encrypted';
    const { formatOf, sheets } = readGlobals(records);
    return sheets.map(({ name, state, start }) => ({
      name,
      state,
      ...readSheet(state === 'visible' ? recordsOf(records, start) : [], formatOf),
    }));
  } catch (error) {
    // A record that is shorter than it must be.
    if (error instanceof RangeError) return 'damaged';
    throw error;
  }
}
