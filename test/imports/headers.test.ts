import { describe, expect, it } from 'vitest';
import { planImport } from '../../shared/imports/plan.ts';
import type { ImportKind } from '../../shared/views.ts';
import { outline, readSheets, roundTrip, type MessySheet } from '../support/messy-workbook.ts';

async function headerOf(kind: ImportKind, rows: MessySheet['rows'], merges: readonly string[] = []) {
  const workbook = await roundTrip([{ name: 'DS', rows, merges }]);
  const [sheet] = planImport({ kind, workbook }).sheets;
  return [sheet?.headerRow, ...(sheet?.columns.map(({ field }) => field) ?? [])];
}

describe('the first row under a header', () => {
  it('stays a row, though a word in it is a word of headers', async () => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'DS',
          rows: [
            ['STT', 'Họ và tên', 'Đoàn thể'],
            [1, 'Ngô Thử Một', 'Đảng viên'],
            [2, 'Bùi Thử Hai', 'Đảng viên'],
            [3, 'Vi Thử Ba', null],
          ],
        },
      ],
    });
    expect(outline(problems.filter(({ severity }) => severity !== 'remark'))).toEqual([]);
    expect(rows.map(({ fullName }) => fullName)).toEqual(['Ngô Thử Một', 'Bùi Thử Hai', 'Vi Thử Ba']);
  });

  it('does not make a man a woman', async () => {
    const { rows } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'DS',
          rows: [
            ['STT', 'Họ và tên', 'Phái tính', 'Năm sinh'],
            [1, 'Ngô Thử Một', 'Nữ', 1980],
            [2, 'Bùi Thử Hai', 'Nam', 1981],
          ],
        },
      ],
    });
    expect(rows.map(({ fullName, sex }) => [fullName, sex])).toEqual([
      ['Ngô Thử Một', 'FEMALE'],
      ['Bùi Thử Hai', 'MALE'],
    ]);
  });

  it.each<readonly [string, ImportKind, MessySheet['rows']]>([
    [
      'by its running number',
      'people',
      [
        ['STT', 'Cán bộ', 'Mã'],
        [1, null, 'Đảng viên'],
      ],
    ],
    [
      'by a name',
      'people',
      [
        ['Họ và tên', 'Phái'],
        ['Ngô Thử Một', 'Nữ'],
      ],
    ],
    [
      'by a code',
      'history',
      [
        ['Mã GV', 'Năm học', 'Kết quả'],
        ['GV01', 'Năm', 'Danh hiệu'],
      ],
    ],
    [
      'by a day',
      'disciplines',
      [
        ['Họ và tên', 'Hình thức', 'Từ'],
        [null, 'Kỷ luật', '01/02/2026'],
      ],
    ],
    [
      'in any line',
      'people',
      [
        ['STT', 'Họ và tên', 'Bên'],
        [1, 'Ngô Thử Một', null],
        [2, 'Bùi Thử Hai', 'Nữ'],
      ],
    ],
  ])('is known %s', async (_, kind, rows) => {
    expect((await headerOf(kind, rows))[0]).toBe(1);
  });

  it('is no header of its own, however many words of headers it has', async () => {
    expect(
      await headerOf('people', [
        ['Họ và tên', 'Đơn vị sinh hoạt', 'Đoàn thể', 'Giới tính khi sinh'],
        ['Ngô Thử Một', 'Tổ chuyên môn', 'Đảng viên', 'Nữ'],
      ]),
    ).toEqual([1, 'fullName', 'groupName', null, 'sex']);
  });

  it('comes after a second line that only explains the first', async () => {
    const { rows, skipped } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'DS',
          rows: [
            ['STT', 'Họ và tên', 'Ngày sinh'],
            [null, '(chữ in hoa)', '(dd/mm/yyyy)'],
            [1, 'Ngô Thử Một', '01/02/1980'],
          ],
        },
      ],
    });
    expect(rows.map(({ fullName }) => fullName)).toEqual(['Ngô Thử Một']);
    expect(skipped.map(({ row }) => row)).toEqual([2]);
  });
});

it('a header that comes again, or goes on in a second line, is nobody', async () => {
  const header = ['STT', 'Họ và tên', null, 'Tổ'];
  const { rows, problems } = await readSheets({
    kind: 'people',
    sheets: [
      {
        name: 'DS',
        rows: [
          header,
          [null, 'Họ đệm', 'Tên', null],
          [1, 'Ngô Thử', 'Một', 'Toán'],
          header,
          [2, 'Bùi Thử', 'Hai', 'Văn'],
        ],
        merges: ['B1:C1', 'B4:C4'],
      },
    ],
  });
  expect(problems).toEqual([]);
  expect(rows.map(({ fullName }) => fullName)).toEqual(['Ngô Thử Một', 'Bùi Thử Hai']);
});

describe('headers without spaces', () => {
  it.each([
    ['people', ['hoten', 'gioitinh', 'ngaysinh'], ['fullName', 'sex', 'birthDate']],
    ['people', ['HoVaTen', 'MaGV', 'NgayVaoNganh'], ['fullName', 'code', 'joinedOn']],
    [
      'history',
      ['ho_ten', 'namhoc', 'danhhieu', 'SoQD'],
      ['fullName', 'schoolYear', 'titles', 'decisionNumber'],
    ],
  ] as const)('are read: %s %s', async (kind, header, fields) => {
    expect(await headerOf(kind, [[...header], ['Ngô Thử Một']])).toEqual([1, ...fields]);
  });
});
