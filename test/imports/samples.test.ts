import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import { readBallotFile } from '../../shared/imports/ballots.ts';
import { matchRows } from '../../shared/imports/match.ts';
import { personIndex } from '../../shared/imports/persons.ts';
import { planImport } from '../../shared/imports/plan.ts';
import { readRows } from '../../shared/imports/rows.ts';
import type { ImportKind } from '../../shared/views.ts';

const folder = 'test/samples/thcs-hoa-phuong';

async function readSample(fileName: string) {
  const read = await readWorkbook({ fileName, bytes: readFileSync(`${folder}/${fileName}`) });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

async function rowsOf<K extends ImportKind>(kind: K, fileName: string) {
  const workbook = await readSample(fileName);
  const plan = planImport({ kind, workbook });
  return { plan, ...readRows({ kind, plan, workbook }) };
}

const staff = await rowsOf('people', '01-danh-sach-cbgvnv.xlsx');
const groups = [...new Set(staff.rows.map((row) => row.groupName ?? ''))].map((name) => ({ id: name, name }));
const people = staff.rows.map((row) => ({
  id: row.code ?? '',
  code: row.code,
  fullName: row.fullName,
  groupName: row.groupName ?? '',
  birthDate: row.birthDate,
}));
const index = personIndex(people);

describe('the sample school', () => {
  it('has 42 people in five tổ', () => {
    expect(staff.problems).toEqual([]);
    expect(staff.rows).toHaveLength(42);
    expect(groups).toHaveLength(5);
    expect(staff.rows.filter((row) => row.status === 'MATERNITY').map((row) => row.code)).toContain(
      '3100700001',
    );
    expect(
      staff.rows.every((row) => row.birthDate !== null && row.joinedOn !== null && row.sex !== null),
    ).toBe(true);
  });

  it.each([
    ['people', '01-danh-sach-cbgvnv.xlsx', 42],
    ['history', '02-lich-su-khen-thuong.xlsx', 180],
    ['initiatives', '03-sang-kien.xlsx', 33],
    ['registrations', '04-dang-ky-thi-dua.xlsx', 41],
    ['evaluations', '05-tu-danh-gia.xlsx', 42],
    ['collectives', '07-tap-the.xlsx', 5],
    ['disciplines', '09-ky-luat.xlsx', 1],
  ] as const)('reads %s wholly, every row to its person', async (kind, fileName, count) => {
    const { plan, rows, problems, skipped } = await rowsOf(kind, fileName);
    expect(problems).toEqual([]);
    expect(skipped).toEqual([]);
    expect(rows).toHaveLength(count);
    const result = matchRows({ kind, plan, rows, index, groups });
    expect(result.problems).toEqual([]);
    expect(result.matched).toHaveLength(count);
    expect(result.matched.every((row) => row.personId !== null || row.groupId !== null)).toBe(true);
  });

  it('finds everybody by name and tổ alone', async () => {
    const { plan, rows } = await rowsOf('registrations', '04-dang-ky-thi-dua.xlsx');
    const nameless = rows.map((row) => ({ ...row, code: null }));
    const result = matchRows({ kind: 'registrations', plan, rows: nameless, index, groups });
    expect(result.problems).toEqual([]);
    expect(result.matched.map((row) => row.personId)).toEqual(rows.map((row) => row.code));
  });

  it('registers what the expected season holds', async () => {
    const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as {
      individuals: { code: string; title: string }[];
    };
    const { rows } = await rowsOf('registrations', '04-dang-ky-thi-dua.xlsx');
    const registered = rows.flatMap((row) => row.titles.map((title) => `${row.code} ${title}`));
    const wanted = expected.individuals.map(({ code, title }) => `${code} ${title}`);
    expect(registered.filter((pair) => !pair.endsWith('BK_TP')).sort()).toEqual(wanted.sort());
  });

  it('reads eight ballots', async () => {
    const workbook = await readSample('06-phieu-tin-nhiem.csv');
    const slate = ['3100700004', '3100700022', '3100700023', '3100700024', '3100700031', '3100700032'].map(
      (code) => ({
        id: code,
        code,
        fullName: people.find((person) => person.code === code)?.fullName ?? '',
      }),
    );
    const read = readBallotFile({ workbook, slate });
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.problems).toEqual([]);
    expect(read.value.ballots).toHaveLength(8);
    const agrees = slate.map(
      (_, at) => read.value.ballots.filter((ballot) => ballot.marks[at] === 'AGREE').length,
    );
    expect(agrees).toEqual([6, 6, 8, 8, 8, 8]);
  });
});
