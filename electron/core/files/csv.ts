import type { AppError } from '../../../shared/errors.ts';
import { isBlank, type InputFile, type SheetRow, type Workbook } from '../../../shared/imports/workbook.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

const MAX_BYTES = 30_000_000;
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
  for (const character of text) {
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

/** Fields of each record; null when a quote is never closed. */
function split(text: string, delimiter: string): string[][] | null {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && field.trim() === '') {
      quoted = true;
      field = '';
    } else if (character === delimiter) {
      record.push(field);
      field = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[index + 1] === '\n') index += 1;
      records.push([...record, field]);
      record = [];
      field = '';
    } else field += character;
  }
  if (quoted) return null;
  if (field !== '' || record.length > 0) records.push([...record, field]);
  return records;
}

/**
 * Reads a .csv file as a workbook of one sheet: UTF-8 with or without its mark, or UTF-16; fields between commas,
 * semicolons or tabs, quoted or not. Every cell is text. Errors: not-a-csv, empty-workbook, workbook-too-large.
 */
export function readCsv(file: InputFile): Result<Workbook, AppError> {
  const { fileName, bytes } = file;
  if (bytes.length > MAX_BYTES) return err({ code: 'workbook-too-large', file: fileName });
  if (bytes.length === 0) return err({ code: 'empty-workbook', file: fileName });
  const decoded = decode(bytes);
  if (decoded === null) return err({ code: 'not-a-csv', file: fileName });
  const declared = /^sep=([,;\t])\r?\n/i.exec(decoded);
  const text = declared === null ? decoded : decoded.slice(declared[0].length);
  if (text.trim() === '') return err({ code: 'empty-workbook', file: fileName });
  const delimiter = declared?.[1] ?? findDelimiter(text);
  const records = delimiter === null ? null : split(text, delimiter);
  if (records === null) return err({ code: 'not-a-csv', file: fileName });
  const firstRow = declared === null ? 1 : 2;
  const rows: SheetRow[] = records
    .map((cells, index) => ({
      row: index + firstRow,
      cells: cells.map((cell) => (cell === '' ? null : cell)),
    }))
    .filter((row) => row.cells.some((cell) => !isBlank(cell)));
  if (rows.length === 0) return err({ code: 'empty-workbook', file: fileName });
  const name = fileName.replace(/\.[^.]*$/, '');
  return ok({
    fileName,
    format: 'csv',
    sheets: [{ name, rows, merges: [], hiddenRows: [], hiddenColumns: [] }],
    leftOut: [],
  });
}
