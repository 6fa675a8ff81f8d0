import { readXlsx, type Cell, type CellValue, type Sheet as LibrarySheet } from 'hucre/xlsx';
import type { AppError } from '../../../shared/errors.ts';
import {
  isBlank,
  uncalculated,
  type InputFile,
  type LeftOutSheet,
  type RawCell,
  type Sheet,
  type SheetRow,
  type Workbook,
} from '../../../shared/imports/workbook.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readCsv } from './csv.ts';
import { listZip, workbookLimits } from './zip-guard.ts';

/** No school's table is wider or longer; stray cells far out are formatting, and would cost memory as a rectangle. */
const RANGE = 'A1:IV60000';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}

/** Why bytes that are no .xlsx were refused, as exactly as their first bytes tell. */
function refusal(file: InputFile): AppError {
  const { fileName, bytes } = file;
  if (startsWith(bytes, OLE)) {
    if (holdsUtf16(bytes, 'EncryptedPackage')) return { code: 'encrypted-workbook', file: fileName };
    const isOldXls = holdsUtf16(bytes, 'Workbook') || holdsUtf16(bytes, 'Book');
    return { code: isOldXls ? 'old-xls-workbook' : 'not-a-workbook', file: fileName };
  }
  // Excel before 97 wrote its records bare; school web systems hand out HTML or XML named .xls.
  const isBareRecord = bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1);
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').toLowerCase();
  const isMarkup = /^[^a-z]{0,8}<(?:!doctype html|html|table|meta|\?xml[^]*<workbook|\?mso)/.test(head);
  return { code: isBareRecord || isMarkup ? 'old-xls-workbook' : 'not-a-workbook', file: fileName };
}

function toRawCell(value: CellValue | undefined): RawCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return value;
}

/** A number as its format shows it, where that says more than its value: percentages, codes with leading zeros. */
function asShown(value: number, cell: Cell | undefined): RawCell {
  const format = cell?.style?.numFmt;
  if (format === undefined) return value;
  if (format.includes('%')) return `${Number((value * 100).toFixed(4))}%`;
  if (/^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0) {
    return String(value).padStart(format.length, '0');
  }
  return value;
}

function toSheet(sheet: LibrarySheet): Sheet {
  const rows: SheetRow[] = [];
  for (const [index, values] of sheet.rows.entries()) {
    const cells = values.map((value, column) => {
      if (typeof value === 'number') return asShown(value, sheet.cells?.get(`${index},${column}`));
      const isFormula = value === null && sheet.cells?.get(`${index},${column}`)?.type === 'formula';
      return isFormula ? uncalculated : toRawCell(value);
    });
    if (cells.some((cell) => !isBlank(cell))) rows.push({ row: index + 1, cells });
  }
  const merges = (sheet.merges ?? []).map((merge) => ({
    fromRow: merge.startRow,
    fromColumn: merge.startCol,
    toRow: merge.endRow,
    toColumn: merge.endCol,
  }));
  const hiddenRows = rows.map(({ row }) => row).filter((row) => sheet.rowDefs?.get(row - 1)?.hidden === true);
  const hiddenColumns = [...(sheet.columns ?? []).entries()]
    .filter(([, column]) => column.hidden === true)
    .map(([index]) => index);
  return { name: sheet.name, rows, merges, hiddenRows, hiddenColumns };
}

/**
 * Reads an .xlsx file into plain rows: formulas by their stored value, merged cells in their first cell.
 * Errors: not-a-workbook, encrypted-workbook, old-xls-workbook, workbook-too-large, empty-workbook.
 */
export async function readWorkbook(file: InputFile): Promise<Result<Workbook, AppError>> {
  const { fileName, bytes } = file;
  const listed = listZip({ bytes, limits: workbookLimits });
  if (!listed.ok) {
    return listed.error === 'zip-too-large'
      ? err({ code: 'workbook-too-large', file: fileName })
      : err(refusal(file));
  }
  if (!listed.value.some((name) => /^xl\/workbook\d*\.xml$/i.test(name))) {
    return err({ code: 'not-a-workbook', file: fileName });
  }
  const leftOut: LeftOutSheet[] = [];
  let library;
  try {
    library = await readXlsx(bytes, {
      range: RANGE,
      readStyles: true,
      sheets(info) {
        const isHidden = info.hidden === true || info.veryHidden === true;
        if (isHidden) leftOut.push({ name: info.name, reason: 'hidden' });
        return !isHidden;
      },
    });
  } catch {
    // The library throws on broken XML, broken compression and on sizes that lie; all mean the file can't be read.
    return err({ code: 'not-a-workbook', file: fileName });
  }
  const sheets = library.sheets.map(toSheet);
  if (sheets.every((sheet) => sheet.rows.length === 0))
    return err({ code: 'empty-workbook', file: fileName });
  return ok({ fileName, format: 'xlsx', sheets, leftOut });
}

/** Reads a table by what the file is: .csv, .tsv and .txt as text, all else as a workbook. Errors: of both readers. */
export async function readTable(file: InputFile): Promise<Result<Workbook, AppError>> {
  return /\.(?:csv|tsv|txt)$/i.test(file.fileName) ? readCsv(file) : readWorkbook(file);
}
