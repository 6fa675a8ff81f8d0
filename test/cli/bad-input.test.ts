import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { SeasonResult } from '../../electron/core/season/run.ts';
import type { RawCell } from '../../shared/imports/workbook.ts';
import type { Problem } from '../../shared/views.ts';
import { runCli, sentencesOf, type Ran } from '../support/command-line.ts';
import { temporaryFolder } from '../support/disk.ts';
import { rewrite, setCells, type SheetCells } from '../support/school-files.ts';
import { copyOfSample } from '../support/school.ts';

const staff = '01-danh-sach-cbgvnv.xlsx';
const registered = '04-dang-ky-thi-dua.xlsx';
const scores = '05-tu-danh-gia.xlsx';
const marks = '06-phieu-tin-nhiem.csv';
const meeting = '08-phien-hop.json';

type Spoil = (folder: string) => Promise<void> | void;

function put(name: string, bytes: string | Uint8Array): Spoil {
  return (folder) => {
    writeFileSync(join(folder, name), bytes);
  };
}

function cells(name: string, changes: Readonly<Record<string, RawCell>>): Spoil {
  return (folder) => rewrite(folder, name, (sheets) => setCells(sheets, changes));
}

function sheets(name: string, change: (sheets: readonly SheetCells[]) => readonly SheetCells[]): Spoil {
  return (folder) => rewrite(folder, name, change);
}

function json(change: (text: string) => string): Spoil {
  return (folder) => {
    const path = join(folder, meeting);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error('Nothing was spoilt.');
    writeFileSync(path, after);
  };
}

function csv(change: (lines: readonly string[]) => readonly string[]): Spoil {
  return (folder) => {
    const path = join(folder, marks);
    writeFileSync(path, change(readFileSync(path, 'utf8').split('\n')).join('\n'));
  };
}

/** A workbook that Excel opens only with a password. */
function locked(name: string): Spoil {
  return async (folder) => {
    const encryption = { password: 'a', spinCount: 1000 };
    writeFileSync(
      join(folder, name),
      await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }], encryption }),
    );
  };
}

interface Places {
  readonly folder: string;
  readonly file: string;
  readonly to: string;
}

function run(from: string, { folder, file, to }: Places): Promise<Ran> {
  return runCli({
    words: ['season', '--from', from, '--file', file, '--to', to],
    appFolder: join(folder, 'app'),
  });
}

function placesIn(folder: string): Places {
  return { folder, file: join(folder, 'a.bangvang'), to: join(folder, 'usb') };
}

/** One sentence or two that say what is wrong and what to do, in the house's words. */
function expectOneSentence(ran: Ran, says: RegExp): void {
  expect(ran.status).toBe(2);
  expect(ran.out).toBe('');
  const said = sentencesOf(ran.err);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(says);
  expect(said[0]).toMatch(/^[\p{Lu}\d“].*\.$/u);
  expect(said[0]).not.toMatch(/!|Rất tiếc|Error|undefined|null|NaN|SQLITE|\[object|^\s+at /u);
}

function expectNothingLeft({ folder }: Places): void {
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^app(?:\/recent\.json|\/staging)?$/.test(name),
  );
  expect(left).toEqual([]);
}

describe('an input that is unusable', () => {
  it.each<readonly [string, Spoil, RegExp]>([
    [
      'a staff list that is no workbook',
      put(staff, 'họ tên;tổ\n'),
      /“01-danh-sach.*không phải là bảng tính/u,
    ],
    ['a workbook with a password', locked(scores), /“05-tu-danh-gia.xlsx” có đặt mật khẩu/u],
    [
      'a workbook of an Excel before 97',
      put(registered, Uint8Array.from([9, 8, 8, 0, 0, 5, 5, 0])),
      /“04-dang-ky.*Excel đời trước năm 1997/u,
    ],
    [
      'a staff list without a row',
      sheets(staff, (all) => all.map((sheet) => ({ ...sheet, rows: [] }))),
      /“01-danh-sach-cbgvnv.xlsx” không có dòng dữ liệu nào/u,
    ],
    [
      'registrations without their titles',
      sheets(registered, (all) =>
        all.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((row, index) =>
            index === 5 ? row.with(3, 'Cột lạ').with(4, 'Cột lạ khác') : row,
          ),
        })),
      ),
      /“04-dang-ky-thi-dua.xlsx”, trang “Tổ [^”]+”, dòng tiêu đề 6: thiếu cột “Danh hiệu”/u,
    ],
    [
      'a table without a header',
      sheets(staff, (all) => all.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(6) }))),
      /“01-danh-sach.*trang “Danh sách”.*tiêu đề/u,
    ],
    [
      'a folder in the place of the staff list',
      (folder) => {
        rmSync(join(folder, staff));
        mkdirSync(join(folder, staff));
      },
      /thiếu tệp “01-danh-sach-cbgvnv.xlsx”/u,
    ],
    [
      'a staff list that is not there',
      (folder) => {
        rmSync(join(folder, staff));
      },
      /thiếu tệp “01-danh-sach-cbgvnv.xlsx”/u,
    ],
    [
      'registrations of another year',
      cells(registered, { A4: 'DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM HỌC 2023 - 2024' }),
      /“04-dang-ky-thi-dua.xlsx” ghi năm học 2023-2024.*2025-2026/u,
    ],
    [
      'ballots that are not there',
      (folder) => {
        rmSync(join(folder, marks));
      },
      /thiếu tệp “06-phieu-tin-nhiem.csv”/u,
    ],
    [
      'more ballots returned than issued',
      json((text) => text.replace('"returned": 8', '"returned": 9')),
      /[Pp]hiếu thu về.*9 so với 8/u,
    ],
    [
      'fewer ballots than were returned',
      csv((lines) => lines.filter((line) => !line.startsWith('8,'))),
      /7 so với 8|8 so với 7/u,
    ],
    [
      'marks for somebody who is not on the slate',
      csv((lines) =>
        lines.map(
          (line, index) => `${line.trimEnd()},${index === 0 ? 'Nguyễn Minh Đạt (3100700001)' : 'Đồng ý'}`,
        ),
      ),
      /“06-phieu-tin-nhiem.csv”.*Nguyễn Minh Đạt.*không có trong danh sách bầu/u,
    ],
    [
      'a mark that can’t be read',
      csv((lines) => lines.map((line) => (line.startsWith('3,') ? line.replace('Đồng ý', 'có lẽ') : line))),
      /“06-phieu-tin-nhiem.csv”, dòng 4, cột “Ngô Thị Hồng Nga.*không hiểu “có lẽ”/u,
    ],
    [
      'a broken meeting file',
      json((text) => text.slice(0, 300)),
      /“08-phien-hop.json” không đúng mẫu.*JSON/u,
    ],
    [
      'an unknown role',
      json((text) => text.replace('Phó Chủ tịch', 'Cố vấn')),
      /“council, mục 2, role” cần Chủ tịch/u,
    ],
    [
      'a date of the meeting that does not exist',
      json((text) => text.replace('2026-05-28', '2026-02-30')),
      /“date” cần ngày có thật/u,
    ],
    [
      'a member who is not in the staff list',
      json((text) => text.replace('"code": "3100700009"', '"code": "9999999999"')),
      /9999999999.*danh sách nhân sự/u,
    ],
    [
      'a teller who is not a member',
      json((text) => text.replace(/"counters": \[\s*"\d+"/, '"counters": ["3100700042"')),
      /3100700042.*không phải là thành viên/u,
    ],
    [
      'hands of more members than there are',
      json((text) => text.replace('"3100700011": 9', '"3100700011": 12')),
      /12 .*nhiều hơn tổng số 9 thành viên/u,
    ],
    [
      'a written opinion of a present member',
      json((text) => text.replace('"present": false', '"present": true')),
      /có mặt/u,
    ],
  ])('%s: one sentence, nothing left behind', async (_, spoil, says) => {
    const from = copyOfSample();
    await spoil(from);
    const places = placesIn(temporaryFolder());
    const ran = await run(from, places);
    expectOneSentence(ran, says);
    expectNothingLeft(places);
  });

  it('a folder that is not there', async () => {
    const places = placesIn(temporaryFolder());
    expectOneSentence(await run(join(places.folder, 'không có'), places), /Không thấy thư mục.*không có/u);
    expectNothingLeft(places);
  });

  it('a data file that is there already is not touched', async () => {
    const places = placesIn(temporaryFolder());
    writeFileSync(places.file, 'của người khác');
    expectOneSentence(await run(copyOfSample(), places), /“.*a\.bangvang” đã có sẵn/u);
    expect(readFileSync(places.file, 'utf8')).toBe('của người khác');
    expect(existsSync(places.to)).toBe(false);
  });

  it('a place that takes no package', async () => {
    const places = placesIn(temporaryFolder());
    const wall = join(places.folder, 'tệp');
    writeFileSync(wall, '');
    expectOneSentence(
      await run(copyOfSample(), { ...places, to: join(wall, 'usb') }),
      /Không ghi được vào “.*usb”/u,
    );
    rmSync(wall);
    expectNothingLeft(places);
  });

  it('a place that takes no data file', async () => {
    const places = placesIn(temporaryFolder());
    const wall = join(places.folder, 'tệp');
    writeFileSync(wall, '');
    expectOneSentence(
      await run(copyOfSample(), { ...places, file: join(wall, 'sâu', 'a.bangvang') }),
      /Không ghi được vào “/u,
    );
    rmSync(wall);
    expectNothingLeft(places);
  });

  it('keeps the backups and the folder that were there before', async () => {
    const places = placesIn(temporaryFolder());
    const backups = `${places.file}.backups`;
    mkdirSync(backups);
    mkdirSync(places.to);
    writeFileSync(join(backups, '2026-05-01_080000_close.bangvang'), 'của mùa trước');
    const from = copyOfSample();
    rmSync(join(from, marks));
    expectOneSentence(await run(from, places), /thiếu tệp/u);
    expect(readdirSync(backups)).toEqual(['2026-05-01_080000_close.bangvang']);
    expect(existsSync(places.to)).toBe(true);
    expect(existsSync(places.file)).toBe(false);
  });

  it('takes back only the folders that it made', async () => {
    const folder = temporaryFolder();
    const from = copyOfSample();
    rmSync(join(from, marks));
    const places = { folder, file: join(folder, 'mới', 'a.bangvang'), to: join(folder, 'gói', 'năm nay') };
    expectOneSentence(await run(from, places), /thiếu tệp/u);
    expectNothingLeft(places);
  });

  it('words that are missing', async () => {
    const ran = await runCli({ words: ['season', '--from', 'x'], appFolder: temporaryFolder() });
    expectOneSentence(ran, /--from.*--file.*--to/u);
  });
});

describe('rows that can’t be taken', () => {
  it('are named, and the season goes on without them', async () => {
    const from = copyOfSample();
    const science = 'Tổ Khoa học tự nhiên';
    await cells(staff, { D48: '31/02/1990' })(from);
    await cells(scores, { D8: 20.5 })(from);
    await sheets(registered, (all) =>
      setCells(all, { D9: 'Giáo viên của năm', B11: '3100709999', C11: 'Trần Không Ai' }).map(
        (sheet, index) => (index === 0 ? { ...sheet, rows: [...sheet.rows, sheet.rows[7] ?? []] } : sheet),
      ),
    )(from);
    const ran = await run(from, placesIn(temporaryFolder()));
    expect(ran.err).not.toMatch(/Error/);
    expect(ran.status).toBe(0);
    const { problems, individuals, package: delivered } = JSON.parse(ran.out) as SeasonResult;
    const told = (wanted: Omit<Problem, 'message' | 'severity'>, says: RegExp): Problem => ({
      severity: wanted.column === 'Ngày sinh' ? 'cell' : 'problem',
      ...wanted,
      message: expect.stringMatching(says) as string,
    });
    const at = { file: registered, sheet: science };
    const [born, title, code, twice, over] = [
      told(
        { file: staff, sheet: 'Danh sách', row: 48, column: 'Ngày sinh', code: 'invalid-date' },
        /31\/02\/1990/u,
      ),
      told({ ...at, row: 9, column: 'Danh hiệu đăng ký', code: 'unknown-title' }, /Giáo viên của năm/u),
      told({ ...at, row: 11, column: 'Mã định danh', code: 'unknown-code' }, /3100709999/u),
      told({ ...at, row: 18, column: 'Họ và tên', code: 'duplicate-person' }, /Mạc Đức Nam/u),
      told(
        {
          file: scores,
          sheet: science,
          row: 8,
          column: 'Tự chấm: Phẩm chất chính trị, đạo đức, lối sống (20)',
          code: 'score-over-maximum',
        },
        /20,5.*20/u,
      ),
    ];
    for (const problem of [born, title, code, twice, over]) expect(problems).toContainEqual(problem);
    for (const { message } of problems) expect(message).toMatch(/^[\p{Lu}\d“].*\.$/u);
    const named = new Set(individuals.map((row) => row.code));
    // A birthday that is none leaves the birthday open; a title, a code or a score that is none keeps the row out.
    expect(['3100700042', '3100700013', '3100700017'].map((code) => named.has(code))).toEqual([
      true,
      false,
      false,
    ]);
    expect(named.has('3100700008')).toBe(true);
    expect(existsSync(join(delivered.path, 'manifest.json'))).toBe(true);
  });
});
