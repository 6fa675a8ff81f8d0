/** A school's folder of input files, to be written in worse shape or spoilt. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import type { RawCell } from '../../shared/imports/workbook.ts';
import { makeWorkbook, type MessySheet } from './messy-workbook.ts';

export type Cells = readonly RawCell[];

/** One sheet as rows of cells, the first being row 1 of Excel. */
export interface SheetCells {
  readonly name: string;
  readonly rows: readonly Cells[];
}

/** Reads every sheet of a file of the folder as a rectangle of cells. */
export async function readSheetsOf(folder: string, fileName: string): Promise<readonly SheetCells[]> {
  const read = await readWorkbook({ fileName, bytes: readFileSync(join(folder, fileName)) });
  if (!read.ok) throw new Error(read.error.code);
  return read.value.sheets.map(({ name, rows }) => {
    const last = rows.at(-1)?.row ?? 0;
    const byNumber = new Map(rows.map(({ row, cells }) => [row, cells]));
    return { name, rows: Array.from({ length: last }, (_, index) => byNumber.get(index + 1) ?? []) };
  });
}

/** Writes a file of the folder anew from its sheets. */
export async function rewrite(
  folder: string,
  fileName: string,
  change: (sheets: readonly SheetCells[]) => readonly MessySheet[],
): Promise<void> {
  const { bytes } = await makeWorkbook({ sheets: change(await readSheetsOf(folder, fileName)), fileName });
  writeFileSync(join(folder, fileName), bytes);
}

/** Changes cells of the first sheet by their place, as `D7`. */
export function setCells(
  sheets: readonly SheetCells[],
  changes: Readonly<Record<string, RawCell>>,
): readonly SheetCells[] {
  return sheets.map((sheet, position) =>
    position > 0
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((cells, index) => {
            const here = Object.entries(changes).filter(([place]) => Number(place.slice(1)) === index + 1);
            if (here.length === 0) return cells;
            const changed = [...cells];
            for (const [place, value] of here) changed[place.charCodeAt(0) - 65] = value;
            return changed;
          }),
        },
  );
}
