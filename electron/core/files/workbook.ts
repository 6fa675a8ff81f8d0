import type { AppError, FoundKind } from '../../../shared/errors.ts';
import type { InputFile, Workbook, WorkbookFormat } from '../../../shared/imports/workbook.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readCsv } from './csv.ts';
import {
  readOdsSheets,
  readXlsbSheets,
  readXlsSheets,
  readXlsxSheets,
  type Found,
} from './library-readers.ts';
import { isLockedOds, isOds } from './ods-mend.ts';
import { isOle, openOle } from './ole.ts';
import { relationsOf } from './package-relations.ts';
import { readXlsFacts } from './xls-facts.ts';
import { openZip, workbookLimits, type OpenZip } from './zip-guard.ts';

const otherFiles: readonly (readonly [RegExp, FoundKind])[] = [
  [/^%pdf-/, 'pdf'],
  [/^(?:\x89png|gif8|\xff\xd8\xff)/, 'picture'],
  [/^\{\\rtf/, 'word'],
  // Web systems of schools hand out pages, and XML of Excel 2003, under a name that ends in .xls.
  [/^[^a-z<]{0,8}<(?:!doctype|html|head|body|table|meta|\?xml|\?mso)/, 'web-page'],
];

/** What a file is that is no table; `unknown` when its first bytes don't tell. */
function otherFile(bytes: Uint8Array): FoundKind {
  // Excel before 5.0 wrote its records bare: the first is of a kind that depends on the version, and of one of these lengths.
  const [kind, version = -1, length = -1, none] = bytes;
  const isBareRecord = [0, 2, 4, 8].includes(version) && [4, 6, 8, 16].includes(length) && none === 0;
  if (kind === 0x09 && isBareRecord) return 'old-excel';
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').toLowerCase();
  return otherFiles.find(([pattern]) => pattern.test(head))?.[1] ?? 'unknown';
}

interface Reading {
  readonly file: InputFile;
  readonly format: WorkbookFormat;
  readonly found: Found | null;
}

/** A workbook of what was found. Errors: damaged-workbook, only-hidden-sheets, empty-workbook. */
function toWorkbook({ file: { fileName }, format, found }: Reading): Result<Workbook, AppError> {
  if (found === null) return err({ code: 'damaged-workbook', file: fileName });
  const { sheets, leftOut } = found;
  if (sheets.some((sheet) => sheet.rows.length > 0)) return ok({ fileName, format, sheets, leftOut });
  if (leftOut.some(({ reason }) => reason === 'unreadable')) {
    return err({ code: 'damaged-workbook', file: fileName });
  }
  const hidden = leftOut.filter(({ reason }) => reason === 'hidden').map(({ name }) => name);
  return hidden.length > 0
    ? err({ code: 'only-hidden-sheets', file: fileName, sheets: hidden })
    : err({ code: 'empty-workbook', file: fileName });
}

async function readZip(file: InputFile, zip: OpenZip): Promise<Result<Workbook, AppError>> {
  const { fileName, bytes } = file;
  if (isOds(zip)) {
    if (isLockedOds(zip)) return err({ code: 'encrypted-workbook', file: fileName });
    return toWorkbook({ file, format: 'ods', found: await readOdsSheets(zip) });
  }
  const main = relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.path ?? '';
  const has = (pattern: RegExp): boolean =>
    pattern.test(main) || zip.names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\d*\.bin$/i)) {
    return toWorkbook({ file, format: 'xlsb', found: await readXlsbSheets(zip, bytes) });
  }
  const found = await readXlsxSheets(zip);
  if (found !== null) return toWorkbook({ file, format: 'xlsx', found });
  if (has(/^xl\//i)) return err({ code: 'damaged-workbook', file: fileName });
  const kind = has(/^word\//i) ? 'word' : has(/^ppt\//i) ? 'slides' : 'archive';
  return err({ code: 'not-a-workbook', file: fileName, found: kind });
}

async function readOle(file: InputFile): Promise<Result<Workbook, AppError>> {
  const { fileName, bytes } = file;
  if (bytes.length > workbookLimits.file) return err({ code: 'workbook-too-large', file: fileName });
  const container = openOle(bytes);
  if (container === null) return err({ code: 'damaged-workbook', file: fileName });
  const { names } = container;
  if (names.has('EncryptedPackage')) return err({ code: 'encrypted-workbook', file: fileName });
  if (!names.has('Workbook')) {
    const found = names.has('Book')
      ? 'old-excel'
      : names.has('WordDocument')
        ? 'word'
        : names.has('PowerPoint Document')
          ? 'slides'
          : 'unknown';
    return err({ code: 'not-a-workbook', file: fileName, found });
  }
  const stream = container.stream('Workbook');
  const facts = stream === null ? 'damaged' : readXlsFacts(stream);
  if (facts === 'encrypted') return err({ code: 'encrypted-workbook', file: fileName });
  if (facts === 'old-excel') return err({ code: 'not-a-workbook', file: fileName, found: 'old-excel' });
  const found = facts === 'damaged' ? null : await readXlsSheets(bytes, facts);
  return toWorkbook({ file, format: 'xls', found });
}

/** Whether text under the name of a workbook is a table after all: most of its lines have as many fields. */
function looksLikeTable({ sheets }: Workbook): boolean {
  const widths = (sheets[0]?.rows ?? []).map(({ cells }) => cells.length);
  const usual = widths.filter((width) => width === widths[0] && width > 1).length;
  return usual >= 2 && usual * 2 > widths.length;
}

/**
 * Reads a table by what the file is, whatever its name ends in: .xlsx, .xlsm, .xls, .xlsb, .ods, or text between commas,
 * semicolons or tabs. Formulas by their stored value, merged cells in their first cell.
 * Errors: not-a-workbook, encrypted-workbook, damaged-workbook, workbook-too-large, only-hidden-sheets, empty-workbook,
 * and those of `readCsv` for a name that ends like a text.
 */
export async function readWorkbook(file: InputFile): Promise<Result<Workbook, AppError>> {
  const { fileName, bytes } = file;
  if (isOle(bytes)) return readOle(file);
  const zip = openZip({ bytes, limits: workbookLimits });
  if (zip.ok) return readZip(file, zip.value);
  if (zip.error === 'damaged-zip') return err({ code: 'damaged-workbook', file: fileName });
  if (zip.error === 'zip-too-large') return err({ code: 'workbook-too-large', file: fileName });
  const found = otherFile(bytes);
  if (found !== 'unknown') return err({ code: 'not-a-workbook', file: fileName, found });
  const table = readCsv(file);
  const isTable = table.ok ? looksLikeTable(table.value) : table.error.code !== 'not-a-csv';
  return isTable || /\.(?:csv|tsv|txt)$/i.test(fileName)
    ? table
    : err({ code: 'not-a-workbook', file: fileName, found });
}
