import { describe, expect, it } from 'vitest';
import { planImport } from '../../shared/imports/plan.ts';
import { letterhead, outline, readSheets, roundTrip, signatures } from '../support/messy-workbook.ts';

const header = ['STT', 'Mã định danh', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Tổ'];
const first = [1, '3100700001', 'Nguyễn Minh Đạt', '01/01/1996', 'Nam', 'Tổ Văn phòng'];

describe('finding the header', () => {
  it.each([0, 3, 8, 14])('reads a header under %i lines', async (above) => {
    const lines = Array.from({ length: above }, (_, index) => [`Dòng giới thiệu ${index + 1}`]);
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [{ name: 'Danh sách', rows: [...lines, header, first] }],
    });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { row: above + 2, code: '3100700001', birthDate: '1996-01-01', sex: 'MALE' },
    ]);
  });

  it('does not look further than 15 rows', async () => {
    const lines = Array.from({ length: 15 }, (_, index) => [`Dòng ${index + 1}`]);
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [{ name: 'Trang 1', rows: [...lines, header, first] }],
    });
    expect(rows).toEqual([]);
    expect(outline(problems)).toEqual(['no-header-row @0 ']);
  });

  it('leaves merged letterhead, blank rows, totals and signatures out', async () => {
    const { rows, problems, skipped } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'Danh sách',
          rows: [
            ...letterhead,
            header,
            ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
            first,
            [],
            [2, '3100700002', 'Hoàng Thị Bích Thảo', '22/09/1969', 'Nữ', 'Tổ Văn phòng'],
            [3],
            ['Tổng cộng', null, '2 người'],
            ...signatures,
          ],
          merges: ['A1:D1', 'A2:D2', 'A4:F4'],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows.map((row) => [row.row, row.fullName])).toEqual([
      [8, 'Nguyễn Minh Đạt'],
      [10, 'Hoàng Thị Bích Thảo'],
    ]);
    expect(skipped.map((line) => line.row)).toEqual([7, 11, 12, 14, 15, 16, 17, 19]);
  });

  it.each([
    ['TT', 'Mã GV', 'Họ tên', 'Ngày tháng năm sinh', 'Giới', 'Tổ CM'],
    ['Số TT', 'Mã CB', 'Tên giáo viên', 'Ngày, tháng, năm sinh', 'Phái', 'Tổ chuyên môn'],
    ['stt', ' MÃ  SỐ ', 'HỌ VÀ TÊN\nCBGVNV', 'NTNS', 'Nam/Nữ', 'ĐƠN VỊ'],
    ['STT', 'Mã nhân sự (CSDL)', 'Họ và tên (*)', 'Ngày sinh (dd/mm/yyyy)', 'Giới tính', 'Bộ phận'],
  ])('knows other words: %s, %s, %s', async (...words) => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [{ name: 'A', rows: [words, first] }],
    });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        code: '3100700001',
        fullName: 'Nguyễn Minh Đạt',
        birthDate: '1996-01-01',
        sex: 'MALE',
        groupName: 'Tổ Văn phòng',
      },
    ]);
  });

  it('knows headers in decomposed letters, with hard and doubled spaces', async () => {
    const messy = header.map((text) => ` ${text.replaceAll(' ', '\u00a0 ')} `.normalize('NFD'));
    const row = [
      1,
      ' 3100700001\u00a0',
      ' Nguyễn\u00a0 Minh  Đạt '.normalize('NFD'),
      ' 1/1/1996 ',
      'NAM',
      'Tổ  Văn phòng',
    ];
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [{ name: 'A', rows: [messy, row] }],
    });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { code: '3100700001', fullName: 'Nguyễn Minh Đạt', groupName: 'Tổ Văn phòng' },
    ]);
  });

  it('reads a header of two lines, and a column number line', async () => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Mã', 'Họ và tên', null, 'Ngày sinh', null, 'Tổ'],
            [null, null, 'Họ đệm', 'Tên', 'Nam', 'Nữ', null],
            [1, 2, 3, 4, 5, 6, 7],
            [1, 'GV01', 'Nguyễn Minh', 'Đạt', '01/01/1996', null, 'Tổ Toán'],
            [2, 'GV02', 'Hoàng Thị Bích', 'Thảo', null, '22/09/1969', 'Tổ Toán'],
          ],
          merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:G2'],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { code: 'GV01', fullName: 'Nguyễn Minh Đạt', sex: 'MALE', birthDate: '1996-01-01' },
      { code: 'GV02', fullName: 'Hoàng Thị Bích Thảo', sex: 'FEMALE', birthDate: '1969-09-22' },
    ]);
  });

  it('joins a name whose header is merged over two columns', async () => {
    const { rows } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Họ và tên', null, 'Tổ'],
            [1, 'Tạ Phương', 'Huệ', 'Toán'],
          ],
          merges: ['B1:C1'],
        },
      ],
    });
    expect(rows).toMatchObject([{ fullName: 'Tạ Phương Huệ', groupName: 'Toán', code: null }]);
  });

  it('tells which required column is missing', async () => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Mã định danh', 'Ngày sinh'],
            [1, '3100700001', '01/01/1996'],
          ],
        },
      ],
    });
    expect(rows).toEqual([]);
    expect(outline(problems)).toEqual(['missing-column @1 Họ và tên']);
    expect(problems[0]?.message).toContain('“Họ và tên”');
  });

  it('lets a person change the columns', async () => {
    const sheets = [
      {
        name: 'A',
        rows: [
          ['STT', 'Mã', 'Người', 'Họ và tên'],
          [1, 'GV01', 'Tạ Phương Huệ', 'x'],
        ],
      },
    ];
    const mapping = { A: { '2': 'fullName' } };
    const workbook = await roundTrip(sheets);
    const [plan] = planImport({ kind: 'people', workbook, mapping }).sheets;
    expect(plan?.columns.map((column) => column.field)).toEqual([null, 'code', 'fullName', null]);
    const { rows } = await readSheets({ kind: 'people', sheets, mapping });
    expect(rows).toMatchObject([{ fullName: 'Tạ Phương Huệ' }]);
  });

  it('reports hidden sheets and sheets without a table, but not blank ones', async () => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        { name: 'A', rows: [header, first] },
        { name: 'Hướng dẫn', rows: [['Điền vào trang A, không sửa tiêu đề.']] },
        { name: 'Trống', rows: [] },
        { name: 'Danh mục', rows: [header, first], hidden: true },
      ],
    });
    expect(rows).toHaveLength(1);
    expect(problems.map(({ sheet, code, severity }) => [sheet, code, severity])).toEqual([
      ['Danh mục', 'hidden-sheet', 'remark'],
      ['Hướng dẫn', 'guide-sheet', 'remark'],
    ]);
  });
});

describe('what Excel does not show', () => {
  it('tells of hidden rows and columns that are taken', async () => {
    const second = [2, '3100700002', 'Lê Thị Hoa', '02/02/1990', 'Nữ', 'Tổ Toán'];
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [header, first, second, [3, '3100700003', ...second.slice(2)]],
          hiddenRows: [1, 3, 4],
          hiddenColumns: [0, 5],
        },
      ],
    });
    expect(rows).toHaveLength(3);
    expect(problems.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['hidden-rows', 'remark', expect.stringContaining('2 dòng đang bị ẩn (dòng 3–4)')],
      ['hidden-columns', 'remark', expect.stringContaining(`“${header[5] ?? ''}”`)],
    ]);
  });
});

describe('which tổ a row belongs to', () => {
  it('takes the tổ from the sheet or its title, and from section lines', async () => {
    const short = ['STT', 'Mã', 'Họ và tên'];
    const { rows } = await readSheets({
      kind: 'people',
      sheets: [
        { name: 'Tổ Văn phòng', rows: [short, [1, 'A1', 'Tạ Phương Huệ']] },
        {
          name: 'Trang 2',
          rows: [['DANH SÁCH NĂM HỌC 2025 - 2026 - TỔ TOÁN - CÔNG NGHỆ'], short, [1, 'A2', 'Mạc Quang Đạt']],
        },
        { name: 'Ngoại ngữ', rows: [short, [1, 'A3', 'Hồ Quang An']] },
        {
          name: 'Chung',
          rows: [
            short,
            ['I', 'TỔ KHTN'],
            [1, 'A4', 'Lê Thu Yến'],
            ['II. Tổ Năng khiếu (1 người)'],
            [2, 'A5', 'Võ Thị Vân'],
          ],
        },
      ],
      groupNames: ['Tổ Ngoại ngữ'],
    });
    expect(rows.map((row) => row.groupName)).toEqual([
      'Tổ Văn phòng',
      'Tổ Toán - Công nghệ',
      'Tổ Ngoại ngữ',
      'Tổ KHTN',
      'Tổ Năng khiếu',
    ]);
  });
});

describe('cells of a staff list', () => {
  it('reads real Excel dates, numbers as codes, leading zeros, a column Nữ', async () => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Mã', 'Họ tên', 'Nữ', 'Ngày sinh', 'Ngày vào ngành', 'Đảng viên', 'Tình trạng'],
            [
              1,
              3100700001,
              'Nguyễn Minh Đạt',
              null,
              new Date(Date.UTC(1996, 0, 1)),
              '1-9-2020',
              'x',
              'Nghỉ  thai sản',
            ],
            [2, '0012', 'Lê Thu Yến', 'X', new Date(Date.UTC(1999, 11, 31)), '01.09.2021', null, null],
            [3, 12, 'Võ Thị Vân', 'x', null, null, '03/02/2015', 'nghỉ hưu'],
          ],
          formats: { E2: 'dd/mm/yyyy', E3: 'dd/mm/yyyy', B4: '0000' },
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        code: '3100700001',
        sex: 'MALE',
        birthDate: '1996-01-01',
        joinedOn: '2020-09-01',
        partyMember: true,
        status: 'MATERNITY',
      },
      {
        code: '0012',
        sex: 'FEMALE',
        birthDate: '1999-12-31',
        joinedOn: '2021-09-01',
        partyMember: false,
        status: null,
      },
      { code: '0012', sex: 'FEMALE', birthDate: null, joinedOn: null, partyMember: true, status: 'RETIRED' },
    ]);
  });

  it('tells each cell that it can not read; only a name or a code keeps the person out', async () => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Mã', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Đảng viên', 'Tình trạng', 'Tổ'],
            [1, 'A1', 'Tạ Phương Huệ', '31/02/1985', 'Nữ', 'x', 'đang làm việc', 'Toán'],
            [2, 'A2', 'Tạ Phương Lan', '31/02/85', 'Nữ', null, null, 'Toán'],
            [3, 'A3', 'Tạ Phương Mai', 1985, 'F', 'có lẽ', 'ở nhà', 'Toán'],
            [4, 'A4', null, '05/02/1985', 'Nữ', null, null, 'Toán'],
            [5, 'A5', '#N/A', '05/02/1985', 'Nữ', null, null, 'Toán'],
            [6, 'A6', 'Lê '.repeat(120), '05/02/1985', 'Nữ', null, null, 'Toán'],
            [7, null, null, '05/02/1985', 'Nữ', null, null, 'Toán'],
          ],
        },
      ],
    });
    expect(
      rows.map(({ code, birthDate, sex, partyMember, status }) => [
        code,
        birthDate,
        sex,
        partyMember,
        status,
      ]),
    ).toEqual([
      ['A1', null, 'FEMALE', true, 'WORKING'],
      ['A2', null, 'FEMALE', false, null],
      ['A3', null, null, null, null],
    ]);
    expect(outline(problems)).toEqual([
      'invalid-date @2 Ngày sinh',
      'invalid-date @3 Ngày sinh',
      'invalid-date @4 Ngày sinh',
      'unknown-sex @4 Giới tính',
      'unclear-value @4 Đảng viên',
      'unknown-status @4 Tình trạng',
      'missing-value @5 Họ và tên',
      'formula-error @6 Họ và tên',
      'text-too-long @7 Họ và tên',
      'missing-person @8 Họ và tên',
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual([
      ...Array.from({ length: 6 }, () => 'cell'),
      ...Array.from({ length: 4 }, () => 'problem'),
    ]);
    for (const { message } of problems) expect(message).toMatch(/^[^!]+ Hãy [^!]+\.$/u);
  });
});
