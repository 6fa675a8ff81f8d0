import type { AppError } from '../../../shared/errors.ts';
import {
  isBlank,
  plainText,
  type InputFile,
  type SheetRow,
  type Workbook,
} from '../../../shared/imports/workbook.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { reach } from './xlsx-cells.ts';
import { workbookLimits } from './zip-guard.ts';

/** As much as Excel keeps in one cell. */
const MAX_CELL = 32_767;
/** The first lines tell what separates fields; the rest would only cost. */
const HEAD = 100_000;
const delimiters = [',', ';', '\t'] as const;

/** Text of the bytes by their mark, else UTF-8; null when they are not text. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  // Excel's "Unicode text" always has a mark, other tools may not: the zero byte of a plain letter tells.
  const isBareLittle =
    !isLittle && !isBig && bytes.length >= 4 && second === 0 && bytes[3] === 0 && first !== 0;
  const encoding = isLittle || isBareLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

/** Counts what separates the fields of the first lines, outside of quotes. */
function findDelimiter(text: string): string | null {
  const counts = new Map<string, number>();
  let quoted = false;
  let lines = 0;
  for (const character of text.slice(0, HEAD)) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' && ++lines === 10) break;
    else if (delimiters.some((delimiter) => delimiter === character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

type Split =
  | { readonly records: readonly string[][] }
  | { readonly refusal: 'too-large' }
  | { readonly refusal: 'open-quote'; readonly record: number };

/** One quoted field from its quote on: its text, and where it ends; null when it is never closed within a cell's length. */
function quotedField(text: string, start: number): { readonly field: string; readonly end: number } | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1 || quote - start > MAX_CELL * 2) return null;
    if (text[quote + 1] !== '"') {
      return { field: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    }
    at = quote + 2;
  }
}

/** Fields of each record, as many and as long as a list may have; stops at the first that is more. */
function split(text: string, delimiter: string): Split {
  const records: string[][] = [];
  const sign = new RegExp(`[\\r\\n${delimiter}]`, 'g');
  let record: string[] = [];
  for (let at = 0; at <= text.length;) {
    const opening = /[^\S\r\n\t]*=?"/y;
    opening.lastIndex = at;
    let field = '';
    if (opening.test(text)) {
      const quoted = quotedField(text, opening.lastIndex - 1);
      if (quoted === null) return { refusal: 'open-quote', record: records.length };
      ({ field, end: at } = quoted);
    }
    sign.lastIndex = at;
    const next = sign.exec(text)?.index ?? text.length;
    if (next - at > MAX_CELL || record.length >= reach.columns) return { refusal: 'too-large' };
    record.push(plainText(field + text.slice(at, next)));
    at = next + 1;
    if (text[next] === delimiter) continue;
    if (next < text.length || record.length > 1 || record[0] !== '') records.push(record);
    if (records.length > reach.rows) return { refusal: 'too-large' };
    record = [];
    if (text[next] === '\r' && text[at] === '\n') at += 1;
  }
  return { records };
}

/**
 * Reads a .csv file as a workbook of one sheet: UTF-8 with or without its mark, or UTF-16; fields between commas,
 * semicolons or tabs, quoted or not. Every cell is text.
 * Errors: not-a-csv, open-quote, empty-workbook, workbook-too-large.
 */
export function readCsv(file: InputFile): Result<Workbook, AppError> {
  const { fileName, bytes } = file;
  if (bytes.length > workbookLimits.file) return err({ code: 'workbook-too-large', file: fileName });
  if (bytes.length === 0) return err({ code: 'empty-workbook', file: fileName });
  const decoded = decode(bytes);
  if (decoded === null) return err({ code: 'not-a-csv', file: fileName });
  const declared = /^sep=([,;\t])\r?\n/i.exec(decoded);
  const text = declared === null ? decoded : decoded.slice(declared[0].length);
  if (!/\S/.test(text)) return err({ code: 'empty-workbook', file: fileName });
  const delimiter = declared?.[1] ?? findDelimiter(text);
  if (delimiter === null) return err({ code: 'not-a-csv', file: fileName });
  const firstRow = declared === null ? 1 : 2;
  const read = split(text, delimiter);
  if ('refusal' in read) {
    return err(
      read.refusal === 'too-large'
        ? { code: 'workbook-too-large', file: fileName }
        : { code: 'open-quote', file: fileName, row: read.record + firstRow },
    );
  }
  const rows: SheetRow[] = read.records
    .map((cells, index) => ({
      row: index + firstRow,
      cells: cells.map((cell) => (cell === '' ? null : cell)),
    }))
    .filter((row) => row.cells.some((cell) => !isBlank(cell)));
  if (rows.length === 0) return err({ code: 'empty-workbook', file: fileName });
  const name = fileName.replace(/\.[^.]*$/, '');
  const sheet = { name, rows, merges: [], hiddenRows: [], hiddenColumns: [], beyond: 0 };
  return ok({ fileName, format: 'csv', sheets: [sheet], leftOut: [] });
}
