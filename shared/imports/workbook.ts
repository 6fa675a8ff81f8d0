/** A cell as the readers of files give it: a day is `yyyy-mm-dd` text, a percentage is `50%`, nothing is null. */
export type RawCell = string | number | boolean | null;

/** One row of a sheet; `row` counts from 1, as Excel shows it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/** A merged block, rows and columns counted from 0, both ends included. Its value is in the first cell only. */
export interface Merge {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}

export interface Sheet {
  readonly name: string;
  /** Every row in order; blank rows may be left out. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** Rows with something in them, counted from 1, that Excel does not show. They are among the rows. */
  readonly hiddenRows: readonly number[];
  /** Columns, counted from 0, that Excel does not show. Their cells are among the rows. */
  readonly hiddenColumns: readonly number[];
  /** Cells with something in them that are further out than a list reaches, and are not read. */
  readonly beyond: number;
}

/** Why a sheet is not read: hidden by a person, a chart or dialog without cells, or damaged. */
export type LeftOutReason = 'hidden' | 'no-cells' | 'unreadable';

export interface LeftOutSheet {
  readonly name: string;
  readonly reason: LeftOutReason;
}

/** What a file is by its content, whatever its name ends in; .xlsm is `xlsx`. */
export type WorkbookFormat = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv';

/** Endings that files of these formats have, to offer them in a picker; what a file is, its content says. */
export const tableEndings = ['.xlsx', '.xls', '.csv', '.ods', '.xlsm', '.xlsb', '.tsv', '.txt'] as const;

/** Bytes of the largest file that is read as a table. */
export const largestTable = 30 * 1024 * 1024;

/** A file of tables as plain data. */
export interface Workbook {
  readonly fileName: string;
  readonly format: WorkbookFormat;
  readonly sheets: readonly Sheet[];
  /** Sheets of the file that are named and not read. */
  readonly leftOut: readonly LeftOutSheet[];
}

/** Stands in a cell whose formula was never calculated, so that nobody knows what the cell says. */
export const uncalculated = '#UNCALCULATED!';

/** Stands in a cell whose content the file promises and does not hold. */
export const lostContent = '#LOST!';

/** A text without what Excel is told with: `="0012"` and `'0012` are 0012. */
export function plainText(text: string): string {
  if (text.startsWith('=')) {
    const inside = /^="((?:[^"]|"")*)"$/.exec(text)?.[1];
    return inside === undefined ? text : inside.replaceAll('""', '"');
  }
  return /^['’]\d/.test(text) ? text.slice(1) : text;
}

/** Says whether a cell holds nothing but space. */
export function isBlank(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** A file as it was handed in. */
export interface InputFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
