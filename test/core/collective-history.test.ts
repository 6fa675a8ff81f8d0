/** A messy workbook of the earlier years of tổ and of the school, taken into a real file. */
import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../support/messy-workbook.ts';
import { codeOf, coreAt, type TestCore } from '../support/school.ts';

const header = [
  'TT',
  'Tên tổ, bộ phận',
  'Năm học',
  'Xếp loại tập thể',
  'Danh hiệu thi đua',
  'Hình thức khen thưởng',
  'Số QĐ',
  'Ngày QĐ',
  'Ghi chú',
] as const;

async function fileOf(
  rows: readonly (readonly (string | number | null)[])[],
  merges: readonly string[] = [],
) {
  const { bytes } = await makeWorkbook({
    sheets: [
      {
        name: 'Tập thể các năm',
        rows: [['TRƯỜNG THCS HOA PHƯỢNG'], ['LỊCH SỬ KHEN THƯỞNG TẬP THỂ'], [], header, ...rows],
        merges,
      },
    ],
  });
  return {
    kind: 'collectiveHistory',
    fileName: 'tap-the-cac-nam.xlsx',
    bytes: Buffer.from(bytes).toString('base64'),
  } as const;
}

const messy = () =>
  fileOf(
    [
      [1, 'TỔ  KHOA HỌC TỰ NHIÊN', '2023-2024', 'HTXSNV', 'TTLĐXS', null, '21/QĐ-UBND', '05/07/2024', null],
      [
        2,
        null,
        '2023 – 2024',
        null,
        null,
        'Giấy khen của Chủ tịch UBND xã',
        '22/QĐ-UBND',
        '06/07/2024',
        null,
      ],
      [3, null, '2024-2025', 'Hoàn thành tốt nhiệm vụ', 'TTLĐTT;', null, null, null, 'chưa có quyết định'],
      [4, 'Nhà trường', '2023-2024', 'HTXS', null, null, '9/QĐ-UBND', '30/06/2024', null],
      [5, 'Trường', '2024-2025', null, 'Tập thể Lao động xuất sắc', null, '31/QĐ-UBND', '03/07/2025', null],
      [6, 'Tổ Thể dục', '2023-2024', 'HTT', null, null, null, null, null],
      [7, 'KHTN', '2022-2023', 'giỏi', 'TTLĐTT', null, null, '31/02/2023', null],
      [8, 'KHTN', '2021-2023', 'HTT', 'Chiến sĩ thi đua cơ sở', null, null, null, null],
      [9, 'KHTN', '2023-2024', 'HTT', null, null, null, null, null],
      [10, 'KHTN', '2023-2024', null, 'TTLĐXS', null, '99/QĐ-UBND', null, null],
      ['Tổng cộng: 10'],
      [null, null, null, null, 'Người lập biểu'],
    ],
    ['B5:B7'],
  );

async function collective({ must }: TestCore, name: string) {
  const row = (await must('listCollectives', {})).find((one) => one.name === name);
  return must('getCollective', { id: row?.id ?? '' });
}

describe('earlier years of collectives', () => {
  it('are shown beforehand and taken as shown; each cell that is wrong is named, and its row left out', async () => {
    const school = await coreAt('imported');
    const file = await messy();
    const before = school.dump();
    const { counts, problems } = await school.must('previewImport', file);
    expect(school.dump()).toEqual(before);
    expect(counts).toEqual({ add: 5, change: 0, same: 0, problem: 5 });
    const faults = problems.filter(({ severity }) => severity !== 'remark');
    expect(problems.filter((one) => !faults.includes(one)).map(({ code }) => code)).toEqual([
      'unread-column',
    ]);
    expect(faults.map(({ row, column }) => `${row} ${column}`).toSorted()).toEqual([
      '10 Tên tổ, bộ phận',
      '11 Ngày QĐ',
      '11 Xếp loại tập thể',
      '12 Danh hiệu thi đua',
      '12 Năm học',
      '13 Xếp loại tập thể',
      '14 Tên tổ, bộ phận',
    ]);
    for (const { message } of problems) expect(message).toMatch(/hãy /iu);
    expect(await school.must('runImport', file)).toMatchObject({ added: 5, changed: 0, same: 0, problems });

    const group = await collective(school, 'Tổ Khoa học tự nhiên');
    expect(group.years).toMatchObject([
      { schoolYear: '2024-2025', rating: 'HTT', ratingState: 'decided', decisionNumber: '' },
      { schoolYear: '2023-2024', rating: 'HTXS', ratingState: 'decided', decisionNumber: '' },
    ]);
    expect(
      group.awards
        .map(({ titleId, schoolYear, decisionNumber, decisionDate }) =>
          [titleId, schoolYear, decisionNumber, decisionDate].join(' '),
        )
        .toSorted(),
    ).toEqual([
      'GK_XA 2023-2024 22/QĐ-UBND 2024-07-06',
      'TTLDTT 2024-2025  ',
      'TTLDXS 2023-2024 21/QĐ-UBND 2024-07-05',
    ]);
    const unit = await collective(school, 'Trường THCS Hoa Phượng');
    expect(unit.years).toMatchObject([
      { schoolYear: '2023-2024', rating: 'HTXS', decisionNumber: '9/QĐ-UBND', ratedOn: '2024-06-30' },
    ]);
    expect(unit.awards).toMatchObject([{ titleId: 'TTLDXS', schoolYear: '2024-2025' }]);
  });

  it('taken a second time change nothing', async () => {
    const school = await coreAt('imported');
    const file = await messy();
    await school.must('runImport', file);
    const before = school.dump();
    expect(await school.must('runImport', file)).toMatchObject({ added: 0, changed: 0, same: 5 });
    const after = school.dump();
    for (const table of ['group_year', 'group_award']) expect(after[table]).toEqual(before[table]);
  });

  it('keep what was typed by hand and the file does not tell', async () => {
    const school = await coreAt('imported');
    const { id: groupId } = await collective(school, 'Tổ Khoa học tự nhiên');
    const award = {
      id: null,
      groupId,
      schoolYear: '2023-2024',
      issuer: 'Chủ tịch UBND xã',
      rewardType: 'MERIT',
      themed: null,
      achievement: 'Thành tích năm học',
      cancelled: null,
      decisionNumber: '',
      decisionDate: null,
    } as const;
    await school.must('saveCollectiveAward', {
      ...award,
      titleId: 'TTLDXS',
      name: 'Tập thể Lao động xuất sắc',
    });
    await school.must('saveCollectiveAward', { ...award, titleId: null, name: 'Cờ đầu cụm' });
    await school.must('saveCollectiveYear', {
      groupId,
      schoolYear: '2023-2024',
      rating: 'HTT',
      state: 'proposed',
      decidedOn: null,
      decisionNumber: '',
      clusterRank: 3,
    });
    expect(await school.must('runImport', await messy())).toMatchObject({ added: 4, changed: 1 });
    const group = await collective(school, 'Tổ Khoa học tự nhiên');
    expect(group.years.find(({ schoolYear }) => schoolYear === '2023-2024')).toMatchObject({
      rating: 'HTXS',
      ratingState: 'decided',
      clusterRank: 3,
    });
    expect(group.awards.find(({ name }) => name === 'Cờ đầu cụm')).toBeDefined();
    expect(group.awards.filter(({ titleId }) => titleId === 'TTLDXS')).toMatchObject([
      { decisionNumber: '21/QĐ-UBND', issuer: 'Chủ tịch UBND xã', achievement: 'Thành tích năm học' },
    ]);
  });

  it('are refused whole without a column to read, and change no case’s verdict by themselves', async () => {
    const school = await coreAt('checked');
    const cases = await school.must('listCases', {});
    await school.must('runImport', await messy());
    expect(await school.must('listCases', {})).toEqual(cases);
    const before = school.dump();
    const { bytes } = await makeWorkbook({
      sheets: [
        {
          name: 'A',
          rows: [
            ['TT', 'Tổ', 'Năm học'],
            [1, 'KHTN', '2023-2024'],
          ],
        },
      ],
    });
    const strange = { ...(await messy()), bytes: Buffer.from(bytes).toString('base64') };
    expect(codeOf(await school.call('runImport', strange))).toBe('missing-column');
    expect(school.dump()).toEqual(before);
  });
});
