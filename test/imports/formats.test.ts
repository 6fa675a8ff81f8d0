/** One list as other programs save it: an office suite wrote the .xls, .ods and .xlsm, another library the .xlsb. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import type { RawCell } from '../../shared/imports/workbook.ts';
import { valueOf } from '../support/school.ts';

function withoutEnd(cells: readonly RawCell[]): readonly RawCell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

describe('one list in every format', () => {
  it.each(['xls', 'ods', 'xlsm', 'xlsb'])('.%s', async (ending) => {
    const fileName = `danh-sach.${ending}`;
    const bytes = readFileSync(join(import.meta.dirname, '../samples/formats', fileName));
    const { format, sheets, leftOut } = valueOf(await readWorkbook({ fileName, bytes }));
    expect(format).toBe(ending === 'xlsm' ? 'xlsx' : ending);
    expect(leftOut).toEqual([{ name: 'Nháp', reason: 'hidden' }]);
    const [list, empty] = sheets;
    expect(empty).toMatchObject({ name: 'Trống', rows: [] });
    expect({ ...list, rows: list?.rows.map(({ row, cells }) => [row, ...withoutEnd(cells)]) }).toEqual({
      name: 'Danh sách',
      merges: [{ fromRow: 0, fromColumn: 0, toRow: 0, toColumn: 7 }],
      hiddenRows: [5],
      hiddenColumns: [4],
      beyond: 0,
      rows: [
        [1, 'DANH SÁCH CÁN BỘ'],
        [3, 'Mã', 'Họ và tên', 'Ngày sinh', 'Điểm', 'Ghi chú', 'Tỷ lệ', 'Đảng viên', 'Số thẻ'],
        // A code as text, a day, a share, a truth, and a number that is shown with zeros before it.
        [4, '0012345678', 'Đỗ Thị Nguyệt Ửng', '1985-02-05', 19.25, null, '75%', true, '0012345678'],
        // The sum of a formula, in a row that is hidden.
        [5, 3100700001, 'Lê Văn Ẩn', '05/6/1990', 19.75, 'nghỉ thai sản', null, false],
        // In three of them the text of a formula; a blank day, and a nought.
        [6, '3100700002', 'Trần Ý', null, 0],
      ],
    });
  });
});
