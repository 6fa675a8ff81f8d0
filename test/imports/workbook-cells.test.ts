import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import { makeRawWorkbook } from '../support/raw-workbook.ts';

const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);

describe('generated workbooks, cell by cell', () => {
  it.each(SEEDS)('reads workbook %i as it was written', async (seed) => {
    const written = makeRawWorkbook(seed);
    const isBlank = written.sheets.every(({ rows }) => rows.size === 0);
    const read = await readWorkbook({ fileName: 'a.xlsx', bytes: written.bytes });
    if (isBlank) {
      expect(read.ok).toBe(false);
      return;
    }
    if (!read.ok) throw new Error(read.error.code);
    const { sheets, leftOut } = read.value;
    expect(leftOut).toEqual(written.leftOut);
    expect(sheets.map(({ name }) => name)).toEqual(written.sheets.map(({ name }) => name));
    for (const [index, sheet] of written.sheets.entries()) {
      const found = sheets[index];
      expect(found?.rows.map(({ row }) => row)).toEqual([...sheet.rows.keys()]);
      expect(found?.hiddenRows).toEqual(sheet.hiddenRows);
      for (const { row, cells } of found?.rows ?? []) {
        const expected = sheet.rows.get(row) ?? [];
        // Blank cells at the end of a row may be left out.
        const whole = expected.map((_, column) => cells[column] ?? null);
        expect({ row, cells: whole }).toEqual({ row, cells: expected });
        expect(cells.slice(expected.length)).toEqual(cells.slice(expected.length).map(() => null));
      }
    }
  });
});
