import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, type MessySheet } from '../support/messy-workbook.ts';
import { codeOf, coreAt, sampleFolder } from '../support/school.ts';

const files = [
  ['people', '01-danh-sach-cbgvnv.xlsx', 42],
  ['history', '02-lich-su-khen-thuong.xlsx', 180],
  ['initiatives', '03-sang-kien.xlsx', 33],
  ['disciplines', '09-ky-luat.xlsx', 1],
  ['registrations', '04-dang-ky-thi-dua.xlsx', 41],
  ['collectives', '07-tap-the.xlsx', 5],
  ['evaluations', '05-tu-danh-gia.xlsx', 42],
] as const;

function input<K extends string>(kind: K, name: string) {
  return { kind, fileName: name, bytes: readFileSync(join(sampleFolder, name)).toString('base64') };
}

describe('an import', () => {
  it('shows beforehand what it then does, and leaves no trace of having shown it', async () => {
    const school = await coreAt('empty');
    for (const [kind, name, rows] of files) {
      const before = school.dump();
      const { counts, problems } = await school.must('previewImport', input(kind, name));
      expect(school.dump()).toEqual(before);
      const { added, changed, same } = await school.must('runImport', input(kind, name));
      expect({ kind, ...counts }).toEqual({ kind, add: added, change: changed, same, problem: 0 });
      expect(problems).toEqual([]);
      expect(added + changed + same).toBe(rows);
      expect(added).toBe(rows);
    }
  });

  it.each(files)('of %s a second time changes nothing', async (kind, name, rows) => {
    const school = await coreAt('imported');
    const before = school.dump();
    expect(await school.must('runImport', input(kind, name))).toMatchObject({
      added: 0,
      changed: 0,
      same: rows,
    });
    const after = school.dump();
    for (const table of Object.keys(before).filter((one) => one !== 'audit')) {
      expect({ table, rows: after[table] }).toEqual({ table, rows: before[table] });
    }
  });

  it('is refused whole when its file can’t be used', async () => {
    const school = await coreAt('imported');
    const before = school.dump();
    const bytes = Buffer.from('không phải bảng tính').toString('base64');
    expect(codeOf(await school.call('runImport', { kind: 'people', fileName: 'a.xlsx', bytes }))).toBe(
      'not-a-workbook',
    );
    const { bytes: foreign } = await makeWorkbook({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Tên hàng', 'Giá'],
            ['Phấn', 5],
          ],
        },
      ],
    });
    const strange = Buffer.from(foreign).toString('base64');
    expect(
      codeOf(await school.call('runImport', { kind: 'people', fileName: 'a.xlsx', bytes: strange })),
    ).toBe('no-header-row');
    expect(school.dump()).toEqual(before);
  });

  it('keeps what its file does not tell', async () => {
    const school = await coreAt('imported');
    const { bytes } = await makeWorkbook({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Mã định danh', 'Họ và tên', 'Chức vụ'],
            ['3100700042', 'Tạ Phương Huệ', 'Tổ phó'],
          ],
        },
      ],
    });
    const before = await school.person('3100700042');
    await school.must('runImport', {
      kind: 'people',
      fileName: 'a.xlsx',
      bytes: Buffer.from(bytes).toString('base64'),
    });
    expect(await school.person('3100700042')).toEqual({ ...before, position: 'Tổ phó' });
  });

  it('takes a column that a person points out', async () => {
    const school = await coreAt('imported');
    const { bytes } = await makeWorkbook({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Mã định danh', 'Họ và tên', 'Cột lạ'],
            ['3100700042', 'Tạ Phương Huệ', 'Thể dục'],
          ],
        },
      ],
    });
    await school.must('runImport', {
      kind: 'people',
      fileName: 'a.xlsx',
      bytes: Buffer.from(bytes).toString('base64'),
      mapping: { A: { '2': 'duty' } },
    });
    expect((await school.person('3100700042')).duty).toBe('Thể dục');
  });

  it('reads the header and the sheets that a person points at', async () => {
    const school = await coreAt('empty');
    const file = await fileOf([
      {
        name: 'Bìa',
        rows: [
          ['STT', 'Họ và tên'],
          [1, 'Nguyễn Văn A'],
        ],
      },
      {
        name: 'Chính',
        rows: [
          ['Thứ', 'Người'],
          [1, 'Ngô Thử Một'],
        ],
      },
    ]);
    const sheets = { Bìa: { read: false }, Chính: { headerRow: 1 } };
    const input = { ...file, sheets, mapping: { Chính: { '1': 'fullName' } } };
    const preview = await school.must('previewImport', input);
    expect(preview.sheets.map(({ name, included, headerRow }) => [name, included, headerRow])).toEqual([
      ['Bìa', false, 1],
      ['Chính', true, 1],
    ]);
    expect(preview.sheets[1]?.top[0]).toEqual({ row: 1, text: 'Thứ · Người' });
    expect(await school.must('runImport', input)).toMatchObject({ added: 1 });
    expect((await school.must('listPeople', {})).map(({ fullName }) => fullName)).toEqual(['Ngô Thử Một']);
    const none = { ...file, sheets: { Bìa: { read: false }, Chính: { read: false } } };
    expect(codeOf(await school.call('runImport', none))).toBe('no-sheet-chosen');
  });

  it('shows a sheet without a header as it stands, so that the header can be pointed at', async () => {
    const school = await coreAt('empty');
    const file = await fileOf([
      {
        name: 'A',
        rows: [
          ['Thứ', 'Người'],
          [1, 'Ngô Thử Một'],
        ],
      },
    ]);
    const { sheets, counts } = await school.must('previewImport', file);
    expect(sheets).toMatchObject([
      {
        headerRow: null,
        columns: [{ header: 'Cột A' }, { header: 'Cột B' }],
        rows: [
          { row: 1, effect: 'skip' },
          { row: 2, effect: 'skip', cells: ['1', 'Ngô Thử Một'] },
        ],
      },
    ]);
    expect(counts).toEqual({ add: 0, change: 0, same: 0, problem: 0 });
  });

  it('asks before it takes a file for what it is not, and takes it when told so', async () => {
    const school = await coreAt('imported');
    const before = school.dump();
    const history = input('people', '02-lich-su-khen-thuong.xlsx');
    expect((await school.must('previewImport', history)).doubts).toMatchObject([
      { code: 'other-kind', kind: 'people', likely: 'history' },
    ]);
    const ballots = input('people', '06-phieu-tin-nhiem.csv');
    expect((await school.must('previewImport', ballots)).doubts).toMatchObject([{ likely: 'ballots' }]);
    expect(codeOf(await school.call('runImport', history))).toBe('other-kind');
    expect(school.dump()).toEqual(before);
    const accepted = { ...history, accepted: ['other-kind' as const] };
    expect((await school.must('previewImport', accepted)).doubts).toEqual([]);
    expect(await school.must('runImport', accepted)).toMatchObject({ added: 0, same: 40 });
  });

  it('asks before it adds a staff list of which nearly nobody is known', async () => {
    const school = await coreAt('imported');
    const known = (await school.must('listPeople', {}))
      .slice(0, 2)
      .map(({ code, fullName }) => [code, fullName]);
    const strangers = Array.from({ length: 18 }, (_, index) => [
      `X${index}`,
      `Ngô Thử ${'ABCDEFGHIKLMNOPQRS'[index] ?? ''}`,
    ]);
    const file = await fileOf([{ name: 'A', rows: [['Mã', 'Họ và tên'], ...known, ...strangers] }]);
    expect((await school.must('previewImport', file)).doubts).toEqual([
      { code: 'other-school', file: 'a.xlsx', rows: 20, common: 2, known: 42 },
    ]);
    expect(codeOf(await school.call('runImport', file))).toBe('other-school');
    expect(await school.must('runImport', { ...file, accepted: ['other-school'] })).toMatchObject({
      added: 18,
    });
    const half = await fileOf([
      { name: 'A', rows: [['Mã', 'Họ và tên'], ...known, ['Y1', 'Vi Thử Ba'], ['Y2', 'Vi Thử Tư']] },
    ]);
    expect((await school.must('previewImport', half)).doubts).toEqual([]);
  });

  it('takes a person whose birthday is none, and keeps the one on record', async () => {
    const school = await coreAt('imported');
    const before = await school.person('3100700042');
    const rows = [
      ['Mã định danh', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đảng viên'],
      ['3100700042', 'Tạ Phương Huệ', '31/02/1985', 'Tổ phó', 'có lẽ'],
    ];
    const result = await school.must('runImport', await fileOf([{ name: 'A', rows }]));
    expect(result.changed).toBe(1);
    expect(result.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['invalid-date', 'cell'],
      ['unclear-value', 'cell'],
    ]);
    expect(await school.person('3100700042')).toEqual({ ...before, position: 'Tổ phó' });
  });

  it('of ratings alone leaves the awards of the year', async () => {
    const school = await coreAt('imported');
    const { id } = await school.person('3100700010');
    const { fullName, years } = await school.must('getPerson', { id });
    const year = years.find(({ awards, rating }) => awards.length > 0 && rating !== 'HT');
    const rows = [
      ['Mã định danh', 'Họ và tên', 'Năm học', 'Xếp loại'],
      ['3100700010', fullName, year?.schoolYear ?? '', 'HTNV'],
    ];
    await school.must('runImport', { ...(await fileOf([{ name: 'A', rows }])), kind: 'history' });
    const after = await school.must('getPerson', { id });
    expect(after.years.find(({ schoolYear }) => schoolYear === year?.schoolYear)).toEqual({
      ...year,
      rating: 'HT',
    });
  });

  it('of earlier years keeps what it does not name, and tells the number that it replaces', async () => {
    const school = await coreAt('imported');
    const person = await school.person('3100700042');
    const award = {
      ...{ id: null, personId: person.id, schoolYear: '2014-2015', decisionDate: '2015-06-10', issuer: '' },
      ...{ rewardType: null, themed: null, achievement: '', cancelled: null },
    } as const;
    await school.must('saveAward', { ...award, titleId: 'LDTT', name: 'LĐTT', decisionNumber: '15/QĐ-UBND' });
    await school.must('saveAward', { ...award, titleId: 'GK_XA', name: 'GK', decisionNumber: '8/QĐ-UBND' });
    const head = ['Mã định danh', 'Họ và tên', 'Năm học', 'Danh hiệu', 'Số QĐ'];
    async function take(title: string, number: string | null) {
      const rows = [head, ['3100700042', person.fullName, '2014-2015', title, number]];
      const file = { ...(await fileOf([{ name: 'A', rows }])), kind: 'history' as const };
      const { problems } = await school.must('previewImport', file);
      await school.must('runImport', file);
      const { years } = await school.must('getPerson', { id: person.id });
      const year = years.find(({ schoolYear }) => schoolYear === '2014-2015');
      return {
        told: problems.map(({ code, severity }) => `${code} ${severity}`),
        kept: (year?.awards ?? []).map((one) => `${one.titleId ?? ''} ${one.decisionNumber}`).toSorted(),
      };
    }
    expect(await take('LĐTT; LĐTT', null)).toEqual({
      told: [],
      kept: ['GK_XA 8/QĐ-UBND', 'LDTT 15/QĐ-UBND'],
    });
    expect(await take('LĐTT', '16/QĐ-UBND')).toEqual({
      told: ['award-recorded remark'],
      kept: ['GK_XA 8/QĐ-UBND', 'LDTT 16/QĐ-UBND'],
    });
    expect(await take('Giấy khen của Chủ tịch UBND xã', '9/QĐ-UBND')).toEqual({
      told: [],
      kept: ['GK_XA 8/QĐ-UBND', 'GK_XA 9/QĐ-UBND', 'LDTT 16/QĐ-UBND'],
    });
  });
});

async function fileOf(sheets: readonly MessySheet[]) {
  const { bytes } = await makeWorkbook({ sheets });
  return { kind: 'people' as const, fileName: 'a.xlsx', bytes: Buffer.from(bytes).toString('base64') };
}
