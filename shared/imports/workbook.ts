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
}

/** A file of tables as plain data. Hidden sheets are named and not read. */
export interface Workbook {
  readonly fileName: string;
  readonly sheets: readonly Sheet[];
  readonly hiddenSheets: readonly string[];
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
