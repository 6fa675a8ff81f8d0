import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../support/messy-workbook.ts';
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
});
