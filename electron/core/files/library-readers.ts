/** The one place where the reader library is called: it gets plain files, and what it leaves out is put in beside it. */
import type { CellValue, Sheet as LibrarySheet } from 'hucre/xlsx';
import type { LeftOutSheet, Sheet } from '../../../shared/imports/workbook.ts';
import { asShown } from './number-format.ts';
import { mendOds } from './ods-mend.ts';
import { toSheet, type SheetFacts } from './sheet-rows.ts';
import type { XlsSheetFacts } from './xls-facts.ts';
import { readXlsbFacts, type XlsbSheetFacts } from './xlsb-facts.ts';
import { mendXlsb } from './xlsb-mend.ts';
import { mendXlsx } from './xlsx-mend.ts';
import type { OpenZip } from './zip-guard.ts';

/** What a file holds: the sheets that are read, in its order, and those that are not. */
export interface Found {
  readonly sheets: readonly Sheet[];
  readonly leftOut: readonly LeftOutSheet[];
}

interface Mended {
  readonly bytes: Uint8Array;
  readonly sheets: readonly SheetFacts[];
  readonly leftOut: readonly LeftOutSheet[];
}

type Read = (sheets?: number[]) => Promise<{ readonly sheets: readonly LibrarySheet[] }>;

/** Reads the sheets of a plain file; one that can't be read is left out, and keeps none of the others out. */
async function readMended(mended: Mended, read: Read): Promise<Found> {
  const { sheets: facts } = mended;
  try {
    const { sheets } = await read();
    return {
      sheets: facts.map((fact, at) => toSheet(sheets[at] ?? { rows: [] }, fact)),
      leftOut: mended.leftOut,
    };
  } catch {
    // The library's errors are of its own kinds; which sheet it was is found by reading each alone.
  }
  const sheets: Sheet[] = [];
  const leftOut = [...mended.leftOut];
  for (const [at, fact] of facts.entries()) {
    try {
      const [sheet = { rows: [] }] = (await read([at])).sheets;
      sheets.push(toSheet(sheet, fact));
    } catch {
      leftOut.push({ name: fact.name, reason: 'unreadable' });
    }
  }
  return { sheets, leftOut };
}

/** Reads an .xlsx or .xlsm; null when it is damaged. */
export async function readXlsxSheets(zip: OpenZip): Promise<Found | null> {
  const mended = mendXlsx(zip);
  if (mended === null) return null;
  const { readXlsx } = await import('hucre/xlsx');
  return readMended(mended, (sheets) => readXlsx(mended.bytes, sheets === undefined ? {} : { sheets }));
}

/** Reads an .ods; null when it is damaged. */
export async function readOdsSheets(zip: OpenZip): Promise<Found | null> {
  const mended = mendOds(zip);
  if (mended === null) return null;
  const { readOds } = await import('hucre/ods');
  return readMended(mended, (sheets) => readOds(mended.bytes, sheets === undefined ? {} : { sheets }));
}

/** Puts in what the library does not give: texts that it misses, and numbers as they are shown. */
function complete(
  rows: readonly (readonly CellValue[])[],
  facts: XlsbSheetFacts,
  texts: ReadonlyMap<string, string>,
) {
  const whole: CellValue[][] = Array.from(rows, (row) => [
    ...((row as readonly CellValue[] | undefined) ?? []),
  ]);
  const put = (place: string, change: (value: CellValue) => CellValue): void => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    while (whole.length <= row) whole.push([]);
    const cells = whole[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = change(cells[column] ?? null);
  };
  for (const [place, text] of texts) put(place, () => text);
  for (const [place, format] of facts.formats) {
    put(place, (value) => (typeof value === 'number' ? (asShown(value, format) ?? value) : value));
  }
  return whole;
}

function readBeside(
  library: readonly LibrarySheet[],
  facts: readonly (XlsbSheetFacts & Partial<Pick<XlsSheetFacts, 'texts' | 'merges'>>)[],
): Found {
  const sheets: Sheet[] = [];
  const leftOut: LeftOutSheet[] = [];
  for (const [at, fact] of facts.entries()) {
    const { name, state, hiddenRows, hiddenColumns, texts = new Map<string, string>() } = fact;
    if (state !== 'visible') {
      leftOut.push({ name, reason: state });
      continue;
    }
    const merges =
      fact.merges?.map(({ fromRow, fromColumn, toRow, toColumn }) => ({
        startRow: fromRow,
        startCol: fromColumn,
        endRow: toRow,
        endCol: toColumn,
      })) ??
      library[at]?.merges ??
      [];
    const rows = complete(library[at]?.rows ?? [], fact, texts);
    sheets.push(toSheet({ rows, merges }, { name, hiddenRows, hiddenColumns, beyond: 0 }));
  }
  return { sheets, leftOut };
}

/** Reads an .xls beside what is known of its sheets; null when it is damaged. */
export async function readXlsSheets(
  bytes: Uint8Array,
  facts: readonly XlsSheetFacts[],
): Promise<Found | null> {
  const { readXls } = await import('hucre/xlsx');
  try {
    return readBeside((await readXls(bytes)).sheets, facts);
  } catch {
    // The library's errors are of its own kinds; all mean that the records are damaged.
    return null;
  }
}

/** Reads an .xlsb; null when it is damaged. */
export async function readXlsbSheets(zip: OpenZip, bytes: Uint8Array): Promise<Found | null> {
  const mended = mendXlsb(zip, bytes);
  const facts = readXlsbFacts(mended.zip);
  if (facts === null) return null;
  const { readXlsb } = await import('hucre/xlsx');
  try {
    return readBeside((await readXlsb(mended.bytes)).sheets, facts);
  } catch {
    // As above.
    return null;
  }
}
