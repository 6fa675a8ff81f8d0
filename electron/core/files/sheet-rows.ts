import type { CellValue, MergeRange, Sheet as LibrarySheet } from 'hucre/xlsx';
import {
  isBlank,
  plainText,
  type Merge,
  type RawCell,
  type Sheet,
  type SheetRow,
} from '../../../shared/imports/workbook.ts';
import { reach } from './xlsx-cells.ts';

/** What is known of a sheet beside its cells. */
export type SheetFacts = Pick<Sheet, 'name' | 'hiddenRows' | 'hiddenColumns' | 'beyond'>;

function toRawCell(value: CellValue | undefined): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return plainText(value);
  if (!(value instanceof Date)) return value;
  if (Number.isNaN(value.getTime())) return null;
  const iso = value.toISOString();
  // A number under 1 is an hour without a day; later than the year 9999 is no day.
  if (value.getUTCFullYear() < 1900) return iso.slice(11, 16);
  return iso.startsWith('+') ? null : iso.slice(0, 10);
}

function toMerges(merges: readonly MergeRange[]): readonly Merge[] {
  return merges
    .filter(({ startRow, startCol }) => startRow < reach.rows && startCol < reach.columns)
    .map(({ startRow, startCol, endRow, endCol }) => ({
      fromRow: startRow,
      fromColumn: startCol,
      toRow: Math.min(endRow, reach.rows - 1),
      toColumn: Math.min(endCol, reach.columns - 1),
    }));
}

/** Rows that an upright block reaches into are as long as it is wide: its value stands for their cells too. */
function widths(merges: readonly Merge[]): ReadonlyMap<number, number> {
  const wide = new Map<number, number>();
  for (const { fromRow, toRow, toColumn } of merges) {
    if (toRow === fromRow) continue;
    for (let row = fromRow; row <= Math.min(toRow, fromRow + 1000); row += 1) {
      wide.set(row, Math.max(wide.get(row) ?? 0, toColumn + 1));
    }
  }
  return wide;
}

/** A sheet of the library as plain rows, within reach; blank rows are left out, and merged blocks hold one value. */
export function toSheet(library: Pick<LibrarySheet, 'rows' | 'merges'>, facts: SheetFacts): Sheet {
  const merges = toMerges(library.merges ?? []);
  const wide = widths(merges);
  const rows: SheetRow[] = [];
  let { beyond } = facts;
  // A reader may leave holes where rows are blank.
  for (let index = 0; index < library.rows.length; index += 1) {
    const values: readonly (CellValue | undefined)[] = library.rows[index] ?? [];
    const near = index < reach.rows ? values.slice(0, reach.columns) : [];
    const far = index < reach.rows ? values.slice(reach.columns) : values;
    beyond += far.filter((value) => !isBlank(toRawCell(value))).length;
    const cells = Array.from(near, toRawCell);
    if (cells.every(isBlank)) continue;
    while (cells.length < (wide.get(index) ?? 0)) cells.push(null);
    rows.push({ row: index + 1, cells });
  }
  const hidden = new Set(facts.hiddenRows);
  return {
    name: facts.name,
    rows,
    merges,
    hiddenRows: rows.map(({ row }) => row).filter((row) => hidden.has(row)),
    hiddenColumns: facts.hiddenColumns,
    beyond,
  };
}
