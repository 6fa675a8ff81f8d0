import { describe, expect, it } from 'vitest';
import { readBallotFile, readBallotSheet } from '../../shared/imports/ballots.ts';
import type { RawCell, Sheet, SheetRow } from '../../shared/imports/workbook.ts';

const slate = [
  { id: 'a', code: '3100700004', fullName: 'Ngô Thị Hồng Nga' },
  { id: 'b', code: '3100700022', fullName: 'Lương Ngọc Mai' },
];

function read(rows: readonly (readonly RawCell[])[]) {
  const sheetRows: SheetRow[] = rows.map((cells, index) => ({ row: index + 1, cells }));
  return readBallotSheet({ fileName: '06.csv', sheet: '', rows: sheetRows, slate });
}

const header = [
  'Số phiếu',
  'Không hợp lệ (lý do)',
  'Lương Ngọc Mai (3100700022)',
  'Ngô Thị Hồng Nga (3100700004)',
];

describe('readBallotSheet', () => {
  it('reads marks in the order of the slate, and invalid papers with their reason', () => {
    const result = read([
      ['KẾT QUẢ KIỂM PHIẾU'],
      header,
      ['1', null, 'Đồng ý', 'Không đồng ý'.normalize('NFD')],
      [2, null, ' ĐỒNG  Ý ', null],
      ['3', 'Gạch xóa', 'Đồng ý', null],
      ['4', null, 'x', 'KĐY'],
      ['5', null, '✓', '0'],
      ['6', null, null, null],
      ['7', 'Hợp lệ', 'Có', 'cả hai'],
      ['Tổng cộng', null, '4', '1'],
      [null, null, null, 'Trưởng ban kiểm phiếu'].slice(0, 3),
    ]);
    expect(result.ok && result.value.columns.map((column) => column.memberId)).toEqual(['b', 'a']);
    expect(result.ok && result.value.ballots).toEqual([
      { number: '1', invalidReason: null, marks: ['DISAGREE', 'AGREE'] },
      { number: '2', invalidReason: null, marks: ['BLANK', 'AGREE'] },
      { number: '3', invalidReason: 'Gạch xóa', marks: [] },
      { number: '4', invalidReason: null, marks: ['DISAGREE', 'AGREE'] },
      { number: '5', invalidReason: null, marks: ['DISAGREE', 'AGREE'] },
      { number: '6', invalidReason: null, marks: ['BLANK', 'BLANK'] },
      { number: '7', invalidReason: null, marks: ['INVALID', 'AGREE'] },
    ]);
  });

  it('reads two columns a name, agree and disagree', () => {
    const result = read([
      [
        'Phiếu số',
        'Ngô Thị Hồng Nga - Đồng ý',
        'Ngô Thị Hồng Nga - Không đồng ý',
        'Lương Ngọc Mai: Đồng ý',
        'Lương Ngọc Mai: Không đồng ý',
      ],
      [1, 'x', null, null, 'x'],
      [2, 'x', 'x', null, null],
    ]);
    expect(result.ok && result.value.ballots.map((ballot) => ballot.marks)).toEqual([
      ['AGREE', 'DISAGREE'],
      ['INVALID', 'BLANK'],
    ]);
  });

  it('refuses names that are not on the slate, missing names, and marks it can not tell', () => {
    expect(
      read([
        [...header, 'Tạ Phương Huệ (3100700042)'],
        ['1', null, 'x', 'x', 'x'],
      ]),
    ).toMatchObject({
      error: { code: 'not-on-slate', name: 'Tạ Phương Huệ (3100700042)' },
    });
    expect(read([[...header.slice(0, 3), 'Ngô Thị Hồng Nga (3100700099)']])).toMatchObject({
      error: { code: 'not-on-slate' },
    });
    expect(read([header.slice(0, 3), ['1', null, 'x']])).toMatchObject({
      error: { code: 'missing-column', column: 'Ngô Thị Hồng Nga' },
    });
    expect(read([header, ['1', null, 'x', 'Có lẽ']])).toMatchObject({
      error: { code: 'unclear-mark', row: 2, column: header[3], value: 'Có lẽ' },
    });
    expect(read([header, ['một', null, 'x', 'x']])).toMatchObject({
      error: { code: 'unclear-mark', column: 'Số phiếu' },
    });
    expect(read([header, ['1', 'không', 'x', 'x']])).toMatchObject({
      error: { code: 'unclear-mark', column: header[1] },
    });
    expect(read([['Một cột']])).toMatchObject({ error: { code: 'no-header-row' } });
  });
});

describe('readBallotFile', () => {
  const lot = (first: number): RawCell[][] => [header, [first, null, 'x', 'x'], [first + 1, null, '', 'x']];
  const sheetOf = (
    name: string,
    rows: readonly (readonly RawCell[])[],
    more: Partial<Sheet> = {},
  ): Sheet => ({
    name,
    rows: rows.map((cells, index) => ({ row: index + 1, cells })),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    beyond: 0,
    ...more,
  });
  const read = (sheets: readonly Sheet[], hidden: readonly string[] = []) => {
    const leftOut = hidden.map((name) => ({ name, reason: 'hidden' as const }));
    const result = readBallotFile({
      workbook: { fileName: '06.xlsx', format: 'xlsx', sheets, leftOut },
      slate,
    });
    if (!result.ok) throw new Error(result.error.code);
    return {
      ballots: result.value.ballots.length,
      problems: result.value.problems.map(({ sheet, code, severity }) => `${sheet}: ${code}, ${severity}`),
    };
  };

  it('reads the sheet of ballots wherever it stands, and tells of every sheet that it does not read', () => {
    const note = sheetOf('Ghi chú', [['Ban kiểm phiếu'], ['Nguyễn Văn A']]);
    expect(read([note, sheetOf('Phiếu', lot(1)), sheetOf('Trống', [])], ['Nháp'])).toEqual({
      ballots: 2,
      problems: ['Nháp: hidden-sheet, remark', 'Ghi chú: other-sheet, remark'],
    });
    expect(read([sheetOf('Phiếu', lot(1)), sheetOf('Phiếu tiếp', lot(3))])).toEqual({
      ballots: 2,
      problems: ['Phiếu tiếp: other-sheet, problem'],
    });
  });

  it('tells of papers that nobody sees in Excel and that are counted', () => {
    const sheet = sheetOf('Phiếu', lot(1), { hiddenRows: [3], hiddenColumns: [2], beyond: 4 });
    expect(read([sheet])).toEqual({
      ballots: 2,
      problems: [
        'Phiếu: cells-beyond, remark',
        'Phiếu: hidden-rows, remark',
        'Phiếu: hidden-columns, remark',
      ],
    });
  });
});
