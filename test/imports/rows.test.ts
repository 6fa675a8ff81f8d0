import { describe, expect, it } from 'vitest';
import { outline, readSheets } from '../support/messy-workbook.ts';

describe('history', () => {
  const header = [
    'STT',
    'Mã',
    'Họ và tên',
    'Năm học',
    'Xếp loại',
    'Danh hiệu thi đua',
    'Hình thức khen thưởng',
    'Số QĐ',
    'Ngày QĐ',
  ];

  it('reads ratings by any of their names, titles between any separator, rewards beside them', async () => {
    const { rows, problems } = await readSheets({
      kind: 'history',
      sheets: [
        {
          name: 'A',
          rows: [
            header,
            [
              1,
              'A1',
              'Tạ Phương Huệ',
              '2020-2021',
              'HTXSNV',
              'LĐTT; CSTĐCS',
              'Giấy khen của Chủ tịch UBND xã',
              '12/QĐ-UBND',
              '25/08/2021',
            ],
            [
              2,
              'A1',
              'Tạ Phương Huệ',
              '2021 - 2022',
              'Hoàn thành tốt nhiệm vụ',
              'Lao động tiên tiến, CSTĐCS',
              '',
              '',
              '',
            ],
            [
              3,
              'A1',
              'Tạ Phương Huệ',
              'Năm học 2022-2023',
              'xuất sắc',
              '- LĐTT\n- Chiến sĩ thi đua cơ sở'.normalize('NFD'),
              'Không',
              77,
              null,
            ],
            [4, 'A1', 'Tạ Phương Huệ', '2023–2024', 'KHTNV', null, null, null, null],
            [5, 'A1', 'Tạ Phương Huệ', '2024-2025', 'Tốt', 'LĐTT + CSTĐCS', null, null, null],
          ],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        schoolYear: '2020-2021',
        rating: 'HTXS',
        titles: ['LDTT', 'CSTDCS', 'GK_XA'],
        decisionDate: '2021-08-25',
      },
      {
        schoolYear: '2021-2022',
        rating: 'HTT',
        titles: ['LDTT', 'CSTDCS'],
        decisionNumber: null,
        decisionDate: null,
      },
      { schoolYear: '2022-2023', rating: 'HTXS', titles: ['LDTT', 'CSTDCS'], decisionNumber: '77' },
      { schoolYear: '2023-2024', rating: 'KHT', titles: [] },
      { schoolYear: '2024-2025', rating: 'HTT', titles: ['LDTT', 'CSTDCS'] },
    ]);
  });

  it('refuses unknown titles, ratings and school years', async () => {
    const { rows, problems } = await readSheets({
      kind: 'history',
      sheets: [
        {
          name: 'A',
          rows: [
            header,
            [1, 'A1', 'Tạ Phương Huệ', '2020-2022', 'HTXSNV', 'LĐTT', null, null, null],
            [2, 'A1', 'Tạ Phương Huệ', '2021-2022', 'Khá', 'LĐTT', null, null, null],
            [3, 'A1', 'Tạ Phương Huệ', '2022-2023', 'HTTNV', 'LĐTT; Ngôi sao sáng', null, null, null],
            [4, 'A1', 'Tạ Phương Huệ', null, 'HTTNV', 'LĐTT', null, null, null],
          ],
        },
      ],
    });
    expect(rows).toEqual([]);
    expect(outline(problems)).toEqual([
      'invalid-school-year @2 Năm học',
      'unknown-rating @3 Xếp loại',
      'unknown-title @4 Danh hiệu thi đua',
      'missing-value @5 Năm học',
    ]);
    expect(problems[2]?.message).toContain('“Ngôi sao sáng”');
  });

  it('fills upright merged cells, and takes the year from the title when there is no column', async () => {
    const { rows, problems } = await readSheets({
      kind: 'history',
      sheets: [
        {
          name: 'A',
          rows: [
            ['KẾT QUẢ NĂM HỌC 2023 – 2024'],
            ['TT', 'Mã', 'Họ và tên', 'Khen thưởng'],
            [1, 'A1', 'Tạ Phương Huệ', 'LĐTT'],
            [null, null, null, 'CSTĐCS'],
          ],
          merges: ['A3:A4', 'B3:B4', 'C3:C4'],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { row: 3, code: 'A1', schoolYear: '2023-2024', titles: ['LDTT'] },
      { row: 4, code: 'A1', fullName: 'Tạ Phương Huệ', titles: ['CSTDCS'] },
    ]);
  });
});

describe('initiatives', () => {
  const header = ['STT', 'Mã GV', 'Tác giả', 'Năm học', 'Tên SKKN', 'Tỉ lệ (%)', 'Cấp công nhận', 'QĐ số'];

  it('reads shares as numbers, text and percentages, and scopes by other words', async () => {
    const { rows, problems } = await readSheets({
      kind: 'initiatives',
      sheets: [
        {
          name: 'A',
          rows: [
            header,
            [1, 'A1', 'Tạ Phương Huệ', '2024-2025', 'Giải pháp một', 60, 'Cấp cơ sở', '1/QĐ'],
            [2, 'A1', 'Tạ Phương Huệ', '2024-2025', 'Giải pháp hai', '40 %', 'Tỉnh', null],
            [3, 'A1', 'Tạ Phương Huệ', '2024-2025', 'Giải pháp ba', 1, 'không công nhận', null],
            [4, 'A1', 'Tạ Phương Huệ', '2024-2025', 'Giải pháp bốn', null, 'Toàn quốc', null],
          ],
          formats: { F4: '0%' },
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows.map((row) => [row.share, row.scope])).toEqual([
      [60, 'BASE'],
      [40, 'CITY'],
      [100, 'NOT_RECOGNISED'],
      [null, 'NATION'],
    ]);
  });

  it('takes a dash in a cell that must be filled for a cell left blank', async () => {
    const { rows, problems } = await readSheets({
      kind: 'initiatives',
      sheets: [
        { name: 'A', rows: [header, [1, 'A1', 'Tạ Phương Huệ', '2024-2025', 'Giải pháp', 50, '-', '-']] },
      ],
    });
    expect(rows).toEqual([]);
    expect(outline(problems)).toEqual(['missing-value @2 Cấp công nhận']);
  });

  it('refuses shares outside of 1 to 100 and scopes it does not know', async () => {
    const { problems } = await readSheets({
      kind: 'initiatives',
      sheets: [
        {
          name: 'A',
          rows: [
            header,
            [1, 'A1', 'Tạ Phương Huệ', '2024-2025', 'Giải pháp', 120, 'cơ sở', null],
            [2, 'A1', 'Tạ Phương Huệ', '2024-2025', 'Giải pháp', 0.5, 'cơ sở', null],
            [3, 'A1', 'Tạ Phương Huệ', '2024-2025', null, 50, 'chờ', null],
          ],
        },
      ],
    });
    expect(outline(problems)).toEqual([
      'invalid-share @2 Tỉ lệ (%)',
      'invalid-share @3 Tỉ lệ (%)',
      'missing-value @4 Tên SKKN',
      'unknown-scope @4 Cấp công nhận',
    ]);
  });
});

describe('registrations and collectives', () => {
  it('keeps a row without a title out, with a remark', async () => {
    const { rows, problems } = await readSheets({
      kind: 'registrations',
      sheets: [
        {
          name: 'Tổ Toán',
          rows: [
            ['STT', 'Họ và tên', 'Danh hiệu đăng ký', 'Ngày ĐK'],
            [1, 'Tạ Phương Huệ', 'LĐTT', '10/10/2025'],
            [2, 'Mạc Quang Đạt', 'Không đăng ký', null],
          ],
        },
      ],
    });
    expect(rows).toMatchObject([
      { fullName: 'Tạ Phương Huệ', groupName: 'Tổ Toán', titles: ['LDTT'], registeredOn: '2025-10-10' },
    ]);
    expect(problems).toMatchObject([{ code: 'nothing-registered', row: 3, severity: 'remark' }]);
  });

  it('reads collectives', async () => {
    const { rows, problems } = await readSheets({
      kind: 'collectives',
      sheets: [
        {
          name: 'A',
          rows: [
            ['TT', 'Tập thể', 'Danh hiệu'],
            [1, 'Tổ Văn phòng', 'TTLĐXS'],
            ['', 'Tổ Toán', 'TTLĐTT'],
          ],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { groupName: 'Tổ Văn phòng', titles: ['TTLDXS'] },
      { groupName: 'Tổ Toán', titles: ['TTLDTT'] },
    ]);
  });
});

describe('disciplines', () => {
  it('reads forms of the State and of the Party, and refuses a period that ends before it starts', async () => {
    const { rows, problems } = await readSheets({
      kind: 'disciplines',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Mã', 'Họ và tên', 'Kỉ luật', 'Từ ngày', 'Đến ngày'],
            [1, 'A1', 'Tạ Phương Huệ', 'khiển trách', '03/11/2025', '02/11/2026'],
            [2, 'A2', 'Mạc Quang Đạt', 'Cảnh cáo (kỷ luật Đảng)', '03/11/2025', null],
            [3, 'A3', 'Lê Thu Yến', 'Phê bình', '03/11/2025', null],
            [4, 'A4', 'Võ Thị Vân', 'Cảnh cáo', '03/11/2025', '02/11/2024'],
          ],
        },
      ],
    });
    expect(rows.map((row) => row.form)).toEqual(['REPRIMAND', 'PARTY_WARNING']);
    expect(outline(problems)).toEqual(['unknown-discipline @4 Kỉ luật', 'invalid-period @5 Đến ngày']);
  });
});

describe('evaluations', () => {
  it('reads criteria and both sides, decimals with comma or dot, blank as null', async () => {
    const { rows, problems, criteria } = await readSheets({
      kind: 'evaluations',
      sheets: [
        {
          name: 'Tổ Toán',
          rows: [
            [
              'STT',
              'Mã',
              'Họ và tên',
              'Tự ĐG: Đạo đức, lối sống (20 điểm)',
              'CN chấm - Chuyên môn (tối đa 40)',
              'Tự chấm: Tổng (60)',
              'Tổ ĐG: Đạo đức, lối sống (20)',
              'Tổ chấm: Chuyên môn (40)',
              'Xếp loại đề nghị',
            ],
            [1, 'A1', 'Tạ Phương Huệ', '14,5', '39.25', 53.75, 14.5, null, 'HTTNV'],
            [2, 'A2', 'Mạc Quang Đạt', 20, 0, 20, 9.299999999999999, 40, null],
          ],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(criteria).toEqual([
      { name: 'Đạo đức, lối sống', maximum: 2000 },
      { name: 'Chuyên môn', maximum: 4000 },
    ]);
    expect(rows).toMatchObject([
      { self: [1450, 3925], group: [1450, null], rating: 'HTT', groupName: 'Tổ Toán' },
      { self: [2000, 0], group: [930, 4000], rating: null },
    ]);
  });

  it('reads headers of two lines, the side above the criterion or under it', async () => {
    const people = [
      [1, 'A1', 'Tạ Phương Huệ', 10, 30, 9, 29],
      [2, 'A2', 'Mạc Quang Đạt', 11, 31, 10, 30],
    ];
    const above = await readSheets({
      kind: 'evaluations',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Mã', 'Họ và tên', 'Cá nhân tự chấm', null, 'Tổ chấm', null],
            [null, null, null, 'Đạo đức (20)', 'Chuyên môn (40)', 'Đạo đức (20)', 'Chuyên môn (40)'],
            ...people,
          ],
          merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'],
        },
      ],
    });
    const under = await readSheets({
      kind: 'evaluations',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Mã', 'Họ và tên', 'Đạo đức (20)', null, 'Chuyên môn (40)', null],
            [null, null, null, 'Tự chấm', 'Tổ chấm', 'Tự chấm', 'Tổ chấm'],
            ...people.map(([order, code, name, s1, s2, g1, g2]) =>
              [order, code, name, s1, g1, s2, g2].map((cell) => cell ?? null),
            ),
          ],
          merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'],
        },
      ],
    });
    for (const { rows, problems, criteria } of [above, under]) {
      expect(problems).toEqual([]);
      expect(criteria.map((criterion) => criterion.maximum)).toEqual([2000, 4000]);
      expect(rows).toMatchObject([
        { row: 3, self: [1000, 3000], group: [900, 2900] },
        { row: 4, self: [1100, 3100], group: [1000, 3000] },
      ]);
    }
  });

  it('refuses scores over the maximum, negative, or no number', async () => {
    const header = ['STT', 'Mã', 'Họ và tên', 'Tự chấm: Đạo đức (20)', 'Tổ chấm: Đạo đức (20)'];
    const { rows, problems } = await readSheets({
      kind: 'evaluations',
      sheets: [
        {
          name: 'A',
          rows: [
            header,
            [1, 'A1', 'Tạ Phương Huệ', 20.5, 20],
            [2, 'A2', 'Mạc Quang Đạt', -1, 20],
            [3, 'A3', 'Lê Thu Yến', 'tốt', '1,234'],
            [4, 'A4', 'Võ Thị Vân', 20, 20],
          ],
        },
      ],
    });
    expect(rows).toMatchObject([{ code: 'A4' }]);
    expect(outline(problems)).toEqual([
      'score-over-maximum @2 Tự chấm: Đạo đức (20)',
      'invalid-score @3 Tự chấm: Đạo đức (20)',
      'invalid-score @4 Tự chấm: Đạo đức (20)',
      'invalid-score @4 Tổ chấm: Đạo đức (20)',
    ]);
    expect(problems[0]?.message).toBe(
      'Điểm 20,5 vượt quá điểm tối đa 20 của tiêu chí “Đạo đức”. Hãy sửa lại điểm.',
    );
  });

  it('does not read a sheet whose maximum is missing or differs from another sheet', async () => {
    const sheet = (name: string, title: string) => ({
      name,
      rows: [
        ['STT', 'Mã', 'Họ và tên', title],
        [1, 'A1', 'Tạ Phương Huệ', 10],
      ],
    });
    const { rows, problems } = await readSheets({
      kind: 'evaluations',
      sheets: [
        sheet('A', 'Tự chấm: Đạo đức (20)'),
        sheet('B', 'Tự chấm: Đạo đức (25)'),
        sheet('C', 'Tự chấm: Nền nếp'),
      ],
    });
    expect(rows).toMatchObject([{ sheet: 'A' }]);
    expect(problems.map(({ sheet: name, code }) => [name, code])).toEqual([
      ['B', 'criterion-differs'],
      ['C', 'missing-maximum'],
    ]);
  });
});
