import { describe, expect, it } from 'vitest';
import { likelyKind } from '../../shared/imports/likely-kind.ts';
import { planImport } from '../../shared/imports/plan.ts';
import { inFileOrder } from '../../shared/imports/problems.ts';
import { isOldFont } from '../../shared/person-name.ts';
import { readRows } from '../../shared/imports/rows.ts';
import type { ImportKind } from '../../shared/views.ts';
import { outline, readSheets, roundTrip, type MessySheet } from '../support/messy-workbook.ts';

const staff: MessySheet = {
  name: 'Danh sách',
  rows: [
    ['STT', 'Họ và tên', 'Tổ'],
    [1, 'Ngô Thử Một', 'Toán'],
    [2, 'Bùi Thử Hai', 'Văn'],
  ],
};

function example(name: string): MessySheet {
  return { name, rows: [staff.rows[0] ?? [], [1, 'Nguyễn Văn A', '(ghi tên tổ)']] };
}

describe('sheets', () => {
  it.each(['Hướng dẫn', 'HUONG DAN NHAP', 'Mẫu', 'Ví dụ minh họa'])(
    'named %s are off at first, and say so',
    async (name) => {
      const { rows, problems } = await readSheets({ kind: 'people', sheets: [staff, example(name)] });
      expect(rows.map(({ fullName }) => fullName)).toEqual(['Ngô Thử Một', 'Bùi Thử Hai']);
      expect(problems).toMatchObject([{ sheet: name, code: 'guide-sheet', severity: 'remark' }]);
    },
  );

  it('named like guides are read when the file has no other, or a person says so', async () => {
    const only = await readSheets({ kind: 'people', sheets: [{ ...staff, name: 'Mẫu 01' }] });
    expect(only.rows).toHaveLength(2);
    const sheets = { Mẫu: { read: true } };
    const said = await readSheets({ kind: 'people', sheets: [staff, example('Mẫu')], choices: sheets });
    expect(said.rows).toHaveLength(3);
    expect(said.problems).toEqual([]);
  });

  it('are left out by a person, with all that is wrong in them', async () => {
    const other: MessySheet = { name: 'Bìa', rows: [['TRƯỜNG THỬ'], ['Năm học 2025-2026']] };
    const guessed = await readSheets({ kind: 'people', sheets: [staff, other] });
    expect(outline(guessed.problems)).toEqual(['no-header-row @0 ']);
    const choices = { Bìa: { read: false }, 'Danh sách': { read: false } };
    const { rows, problems } = await readSheets({ kind: 'people', sheets: [staff, other], choices });
    expect([rows, problems]).toEqual([[], []]);
  });
});

describe('a header that a person points at', () => {
  const rows: MessySheet['rows'] = [
    ['Trường Thử'],
    ['Thứ', 'Người', 'Sinh', 'Bên'],
    [1, 'Ngô Thử Một', '09/02/1988', 'Toán'],
    [2, 'Bùi Thử Hai', '06/11/1988', 'Văn'],
  ];

  it('is taken though no word of it is known; its columns are named by hand', async () => {
    const sheets = [{ name: 'A', rows }];
    expect(outline((await readSheets({ kind: 'people', sheets })).problems)).toEqual(['no-header-row @0 ']);
    const choices = { A: { headerRow: 2 } };
    const mapping = { A: { '1': 'fullName', '2': 'birthDate' } };
    const read = await readSheets({ kind: 'people', sheets, choices, mapping });
    expect(read.rows).toMatchObject([
      { row: 3, fullName: 'Ngô Thử Một', birthDate: '1988-02-09' },
      { row: 4, fullName: 'Bùi Thử Hai', birthDate: '1988-11-06' },
    ]);
    expect(outline(read.problems)).toEqual(['unread-column @2 Bên']);
  });

  it('may lie under the first 15 rows, and have two lines', async () => {
    const above = Array.from({ length: 20 }, (_, index) => [`Dòng ${index + 1}`]);
    const header = [
      ['STT', 'Họ và tên', null, 'Tổ'],
      [null, 'Họ đệm', 'Tên', null],
    ];
    const sheets = [
      { name: 'A', rows: [...above, ...header, [1, 'Ngô Thử', 'Một', 'Toán']], merges: ['B21:C21'] },
    ];
    for (const headerRow of [21, 22]) {
      const read = await readSheets({ kind: 'people', sheets, choices: { A: { headerRow } } });
      expect(read.rows).toMatchObject([{ row: 23, fullName: 'Ngô Thử Một', groupName: 'Toán' }]);
    }
  });

  it('may be none at all: columns are called by their letters', async () => {
    const workbook = await roundTrip([{ name: 'A', rows: rows.slice(2) }]);
    const plan = planImport({
      kind: 'people',
      workbook,
      sheets: { A: { headerRow: 0 } },
      mapping: { A: { '1': 'fullName', '3': 'groupName' } },
    });
    expect(plan.sheets[0]?.columns.map(({ header }) => header)).toEqual(['Cột A', 'Cột B', 'Cột C', 'Cột D']);
    expect(readRows({ kind: 'people', plan, workbook }).rows).toMatchObject([
      { row: 1, fullName: 'Ngô Thử Một', groupName: 'Toán' },
      { row: 2, fullName: 'Bùi Thử Hai', groupName: 'Văn' },
    ]);
  });
});

describe('columns that are not read', () => {
  const sheet: MessySheet = {
    name: 'A',
    rows: [
      ['STT', 'Họ và tên', 'Ghi chú', 'Chữ ký', 'Dân tộc'],
      [1, 'Ngô Thử Một', 'nghỉ thai sản', 'x', null],
      [2, 'Bùi Thử Hai', null, 'x', '-'],
      [null, 'NGƯỜI LẬP', 'HIỆU TRƯỞNG', null, null],
    ],
  };

  it('are told with examples when they hold text, of rows of the table alone', async () => {
    const { problems } = await readSheets({ kind: 'people', sheets: [sheet] });
    expect(problems).toMatchObject([
      { row: 1, column: 'Ghi chú', code: 'unread-column', severity: 'remark' },
    ]);
    expect(problems[0]?.message).toContain('1 dòng: “nghỉ thai sản”.');
  });

  it('are not told when a person left them out, nor when they only say who somebody is', async () => {
    const left = await readSheets({ kind: 'people', sheets: [sheet], mapping: { A: { '2': null } } });
    expect(left.problems).toEqual([]);
    const { problems } = await readSheets({
      kind: 'registrations',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Họ và tên', 'Chức vụ', 'Danh hiệu đăng ký', 'Căn cứ'],
            [1, 'Ngô Thử Một', 'Tổ trưởng', 'LĐTT', 'biên bản tổ'],
          ],
        },
      ],
    });
    expect(outline(problems)).toEqual(['unread-column @1 Căn cứ']);
  });
});

describe('names', () => {
  it.each(['1234', '---?', '...!'])('are no names without a letter: %s', async (name) => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Họ và tên'],
            [1, name],
            [2, 'Ngô Thử Một'],
          ],
        },
      ],
    });
    expect(rows.map(({ row }) => row)).toEqual([3]);
    expect(outline(problems)).toEqual(['name-without-letters @2 Họ và tên']);
  });

  it.each([
    'NguyÔn V¨n H¶i',
    '§ç ThÞ Hång',
    'TrÇn Quang',
    'Ñoã Thò Haø',
    'Nguyeãn Vaên Huøng',
    'LEÂ THU',
    'Ng« Thö',
  ])('are refused in letters of the fonts from before Unicode: %s', async (name) => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Họ và tên'],
            [1, name],
            [2, 'Ngô Thử Một'],
          ],
        },
      ],
    });
    expect(rows.map(({ row }) => row)).toEqual([3]);
    expect(outline(problems)).toEqual(['old-font @2 Họ và tên']);
    expect(problems[0]?.message).toContain('Unicode');
  });

  it.each([
    'Hoà Thuý',
    'NGUYỄN THỊ ÁNH TUYẾT',
    'Lò A Páo',
    "H'Bia Niê Kđăm",
    'Y Bhơm Byă',
    'Loan Ưng',
    'Đỗ Ước',
    'Quý Khoẻ',
  ])('of any people of Vietnam are names: %s', (name) => {
    expect(isOldFont(name)).toBe(false);
    expect(isOldFont(name.normalize('NFD'))).toBe(false);
  });

  it('in old letters throughout the sheet are told once, instead of a missing header', async () => {
    const { problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['Hä vµ tªn', 'Tæ'],
            ['NguyÔn V¨n', 'To¸n'],
          ],
        },
      ],
    });
    expect(outline(problems)).toEqual(['old-font @0 ']);
  });
});

it('a cell that can’t be read and is not needed leaves the tổ and the sex open, never guessed', async () => {
  const { rows, problems } = await readSheets({
    kind: 'people',
    sheets: [
      {
        name: 'Tổ Toán',
        rows: [
          ['STT', 'Họ và tên', 'Nữ', 'Tổ', 'Chức vụ'],
          [1, 'Ngô Thử Một', 'có lẽ', 'Văn', null],
          [2, 'Bùi Thử Hai', 'x', 'Tæ To¸n', '#REF!'],
        ],
      },
    ],
  });
  expect(rows.map(({ sex, groupName, position }) => [sex, groupName, position])).toEqual([
    [null, 'Văn', null],
    ['FEMALE', null, null],
  ]);
  expect(problems.map(({ severity }) => severity)).toEqual(['cell', 'cell', 'cell']);
});

it('problems stand in the order of their file', async () => {
  const workbook = await roundTrip([
    {
      name: 'B',
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'],
        [1, 'Ngô Thử Một', 'x', 'y'],
        [2, null, 'z', 'Nam'],
      ],
    },
    {
      name: 'A',
      rows: [
        ['STT', 'Họ và tên'],
        [1, '12'],
      ],
    },
  ]);
  const plan = planImport({ kind: 'people', workbook });
  const { problems } = readRows({ kind: 'people', plan, workbook });
  const shuffled = [...problems].reverse();
  expect(
    inFileOrder(shuffled, plan.sheets).map(({ sheet, row, column }) => `${sheet}${row} ${column}`),
  ).toEqual(['B2 Ngày sinh', 'B2 Giới tính', 'B3 Họ và tên', 'B3 Ngày sinh', 'A2 Họ và tên']);
});

describe('what a file is', () => {
  const kinds: Readonly<Record<string, MessySheet['rows']>> = {
    people: [['STT', 'Mã', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Tổ', 'Chức vụ']],
    history: [['STT', 'Mã', 'Họ và tên', 'Năm học', 'Xếp loại', 'Danh hiệu', 'Số QĐ', 'Ngày QĐ']],
    initiatives: [['STT', 'Họ và tên', 'Năm học', 'Tên sáng kiến', 'Phạm vi', 'Số QĐ']],
    registrations: [['STT', 'Họ và tên', 'Tổ', 'Danh hiệu đăng ký', 'Ngày đăng ký']],
    evaluations: [['STT', 'Họ và tên', 'Tự chấm: Đạo đức (20)', 'Tổ chấm: Đạo đức (20)', 'Xếp loại đề nghị']],
    collectives: [['STT', 'Tập thể', 'Danh hiệu đăng ký', 'Ngày đăng ký']],
    collectiveHistory: [['STT', 'Tập thể', 'Năm học', 'Xếp loại tập thể', 'Danh hiệu', 'Số QĐ']],
    disciplines: [['STT', 'Họ và tên', 'Hình thức kỷ luật', 'Từ ngày', 'Đến ngày']],
  };
  const names = Object.keys(kinds) as ImportKind[];

  it.each(names)('is left alone when it is one of %s', async (kind) => {
    const workbook = await roundTrip([
      { name: 'A', rows: [...(kinds[kind] ?? []), [1, 'A1', 'Ngô Thử Một']] },
    ]);
    expect(likelyKind({ kind, workbook })).toBeNull();
  });

  it.each(names.filter((kind) => kind !== 'people'))('is seen when %s are dropped as staff', async (kind) => {
    const workbook = await roundTrip([
      { name: 'A', rows: [...(kinds[kind] ?? []), [1, 'A1', 'Ngô Thử Một']] },
    ]);
    expect(likelyKind({ kind: 'people', workbook })).toBe(kind);
  });

  it.each([
    ['registrations', 'history'],
    ['history', 'registrations'],
    ['history', 'people'],
    ['initiatives', 'history'],
    ['collectives', 'registrations'],
    ['evaluations', 'people'],
  ] as const)('is seen when wanted as %s and is one of %s', async (kind, real) => {
    const title = ['NĂM HỌC 2025-2026'];
    const workbook = await roundTrip([
      { name: 'A', rows: [title, ...(kinds[real] ?? []), [1, 'A1', 'Ngô Thử Một']] },
    ]);
    expect(likelyKind({ kind, workbook })).toBe(real);
  });

  it('is seen when it is ballots, and not when a staff list has marks', async () => {
    const ballots = await roundTrip([
      {
        name: 'A',
        rows: [
          ['Số phiếu', 'Không hợp lệ (lý do)', 'Ngô Thử Một', 'Bùi Thử Hai'],
          [1, null, 'Đồng ý', 'Không đồng ý'],
          [2, 'bỏ trống', null, null],
        ],
      },
    ]);
    const marked = await roundTrip([
      {
        name: 'A',
        rows: [
          ['STT', 'Họ và tên', 'Nam', 'Nữ', 'Đảng viên'],
          [1, 'Ngô Thử Một', 'x', null, 'x'],
        ],
      },
    ]);
    expect(likelyKind({ kind: 'people', workbook: ballots })).toBe('ballots');
    expect(likelyKind({ kind: 'people', workbook: marked })).toBeNull();
  });

  it('is left alone when a list for registration tells birthdays and posts too', async () => {
    const rows = [
      ['STT', 'Mã', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Chức vụ', 'Tổ', 'Danh hiệu đăng ký'],
      [1, 'A1', 'Ngô Thử Một', '01/02/1980', 'Nam', 'Giáo viên', 'Toán', 'LĐTT'],
    ];
    const workbook = await roundTrip([{ name: 'A', rows }]);
    expect(likelyKind({ kind: 'registrations', workbook })).toBeNull();
  });
});
