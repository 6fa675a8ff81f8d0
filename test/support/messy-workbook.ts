import { writeXlsx, type CellValue, type MergeRange } from 'hucre/xlsx';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import { planImport, type Mapping, type SheetChoices } from '../../shared/imports/plan.ts';
import { readRows, type RowsResult } from '../../shared/imports/rows.ts';
import type { ImportRows } from '../../shared/imports/row-types.ts';
import type { InputFile, Workbook } from '../../shared/imports/workbook.ts';
import type { ImportKind } from '../../shared/views.ts';

export interface MessySheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Merged blocks as `A1:C1`. */
  readonly merges?: readonly string[];
  readonly hidden?: true;
  /** Counted from 1. */
  readonly hiddenRows?: readonly number[];
  /** Counted from 0. */
  readonly hiddenColumns?: readonly number[];
  /** Number format of cells, as `B7`. */
  readonly formats?: Readonly<Record<string, string>>;
}

function toPlace(reference: string): { readonly row: number; readonly column: number } {
  const match = /^([A-Z])(\d+)$/.exec(reference);
  if (match === null) throw new Error(reference);
  return { row: Number(match[2]) - 1, column: (match[1] ?? 'A').charCodeAt(0) - 65 };
}

function toMerge(range: string): MergeRange {
  const [from, to] = range.split(':').map(toPlace);
  if (from === undefined || to === undefined) throw new Error(range);
  return { startRow: from.row, startCol: from.column, endRow: to.row, endCol: to.column };
}

/** Bytes of an .xlsx with the given sheets. */
export async function makeWorkbook(options: {
  readonly sheets: readonly MessySheet[];
  readonly fileName?: string;
}): Promise<InputFile> {
  const bytes = await writeXlsx({
    sheets: options.sheets.map((sheet) => {
      const cells = Object.entries(sheet.formats ?? {}).map(([reference, numFmt]) => {
        const { row, column } = toPlace(reference);
        return [`${row},${column}`, { value: sheet.rows[row]?.[column] ?? null, style: { numFmt } }] as const;
      });
      return {
        name: sheet.name,
        rows: sheet.rows.map((row) => [...row]),
        merges: (sheet.merges ?? []).map(toMerge),
        cells: new Map(cells),
        rowDefs: new Map((sheet.hiddenRows ?? []).map((row) => [row - 1, { hidden: true }])),
        columns: Array.from({ length: Math.max(0, ...(sheet.hiddenColumns ?? [])) + 1 }, (_, index) => ({
          hidden: sheet.hiddenColumns?.includes(index) === true,
        })),
        ...(sheet.hidden === true ? { hidden: true } : {}),
      };
    }),
  });
  return { fileName: options.fileName ?? 'tệp.xlsx', bytes };
}

/** Writes sheets as a real .xlsx and reads the file back, as the app would. */
export async function roundTrip(sheets: readonly MessySheet[]): Promise<Workbook> {
  const read = await readWorkbook(await makeWorkbook({ sheets }));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** Reads sheets of a kind all the way to typed rows. */
export async function readSheets<K extends ImportKind>(options: {
  readonly kind: K;
  readonly sheets: readonly MessySheet[];
  readonly mapping?: Mapping;
  readonly choices?: SheetChoices;
  readonly groupNames?: readonly string[];
}): Promise<RowsResult<ImportRows[K]>> {
  const { kind, sheets, mapping, choices, groupNames } = options;
  const workbook = await roundTrip(sheets);
  return readRows({
    kind,
    plan: planImport({ kind, workbook, mapping, sheets: choices, groupNames }),
    workbook,
  });
}

/** Code, row and column of each problem, short enough to compare. */
export function outline(
  problems: readonly { readonly code: string; readonly row: number; readonly column: string }[],
) {
  return problems.map(({ code, row, column }) => `${code} @${row} ${column}`);
}

/** The lines that stand above a table, whose header then is in row 6. */
export const letterhead: readonly (readonly CellValue[])[] = [
  ['UBND XÃ AN HẢI'],
  ['TRƯỜNG THCS HOA PHƯỢNG'],
  [],
  ['DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN NĂM HỌC 2025 - 2026'],
  [],
];

/** The lines that stand under a table. */
export const signatures: readonly (readonly CellValue[])[] = [
  [],
  ['Danh sách này gồm 02 người.'],
  [null, null, null, 'An Hải, ngày 10 tháng 10 năm 2025'],
  [null, 'Người lập biểu', null, 'HIỆU TRƯỞNG'],
  [null, '(Ký, ghi rõ họ tên)', null, '(Ký, đóng dấu)'],
  [null, null, null, null],
  [null, 'Đặng Thị Kim Thảo', null, 'Nguyễn Minh Đạt'],
];
