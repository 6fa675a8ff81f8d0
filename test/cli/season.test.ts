import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SeasonResult } from '../../electron/core/season/run.ts';
import { runCli, sentencesOf, type Ran } from '../support/command-line.ts';
import { filesIn, lastingFolder, temporaryFolder } from '../support/disk.ts';
import { writeMessySchool } from '../support/messy-school.ts';
import { collisionsOf, readPdf } from '../support/pdf.ts';
import { sampleFolder } from '../support/school.ts';

interface Expected {
  readonly schoolYear: string;
  readonly council: { readonly total: number; readonly present: number; readonly writtenOpinions: number };
  readonly ballots: Readonly<Record<'issued' | 'returned' | 'valid' | 'invalid', number>>;
  readonly individuals: readonly {
    readonly code: string;
    readonly title: string;
    readonly eligible: boolean;
    readonly failed: readonly string[];
    readonly agree: number | null;
    readonly base: number;
    readonly outcome: string;
  }[];
}

const expected = JSON.parse(readFileSync(join(sampleFolder, 'expected.json'), 'utf8')) as Expected;

/** Votes that a title needs of nine members: more than half by hands, 80 % by ballot. */
const neededOfNine: Readonly<Record<string, number>> = { LDTT: 5, CSTDCS: 8 };

/** What the samples say must come out: a case that was never voted on has no numbers. */
const expectedIndividuals = expected.individuals.map((row) => ({
  code: row.code,
  title: row.title,
  eligible: row.eligible ? 'yes' : 'no',
  failed: row.failed,
  agree: row.agree,
  base: row.agree === null ? null : row.base,
  needed: row.agree === null ? null : neededOfNine[row.title],
  outcome: row.outcome,
}));

/** By code, then title, however each side lists them. */
function sorted<T extends { readonly code: string; readonly title: string }>(
  rows: readonly T[],
): readonly T[] {
  const key = ({ code, title }: T): string => `${code} ${title}`;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function season(folder: string, from = sampleFolder): Promise<Ran> {
  const [file, to] = [join(folder, 'a.bangvang'), join(folder, 'usb')];
  return runCli({
    words: ['season', '--from', from, '--file', file, '--to', to],
    appFolder: join(folder, 'app'),
  });
}

function verify(path: string): Promise<Ran> {
  return runCli({ words: ['verify', '--package', path], appFolder: join(path, '..', 'app') });
}

describe('season on the sample', () => {
  const folders = [lastingFolder(), lastingFolder()] as const;
  let runs: readonly Ran[] = [];
  let result: SeasonResult;

  beforeAll(async () => {
    runs = await Promise.all(folders.map((folder) => season(folder)));
    result = JSON.parse(runs[0]?.out ?? '') as SeasonResult;
  });

  it('ends well, with the result alone on standard output', () => {
    expect(runs.map(({ status }) => status)).toEqual([0, 0]);
    expect(runs[0]?.out.trimStart()).toMatch(/^\{/);
    expect(sentencesOf(runs[0]?.err ?? '')).toEqual([
      expect.stringMatching(/^Đã xuất bộ hồ sơ gồm \d+ tệp/u),
    ]);
  });

  it('judges and counts everybody as the sample expects', () => {
    expect(sorted(result.individuals)).toEqual(sorted(expectedIndividuals));
    expect(result.individuals).toHaveLength(60);
  });

  it('tells of the council, the ballots, the tổ and the package', () => {
    expect(result.schoolYear).toBe(expected.schoolYear);
    expect(result.council).toEqual({ ...expected.council, quorumMet: true });
    expect(result.ballots).toEqual({ CSTDCS: { printed: 10, ...expected.ballots } });
    expect(result.collectives).toHaveLength(5);
    expect(
      new Set(result.collectives.map(({ eligible, outcome }) => `${eligible} ${String(outcome)}`)),
    ).toEqual(new Set(['needs-person postponed', 'no not-eligible']));
    expect(result.problems).toEqual([]);
    expect(Object.keys(filesIn(result.package.path))).toHaveLength(result.package.files);
  });

  it('prints no word of a paper over another, over a line or over the edge', () => {
    const { path } = result.package;
    const papers = Object.keys(filesIn(path)).filter((name) => name.endsWith('.pdf'));
    expect(papers.length).toBeGreaterThanOrEqual(8);
    for (const name of papers) {
      const facts = readPdf(readFileSync(join(path, name)));
      expect(facts.pages.flatMap(({ words }) => words).length).toBeGreaterThan(50);
      expect([name, collisionsOf(facts)]).toEqual([name, []]);
    }
  });

  it('gives the same papers, byte for byte, in another process', () => {
    const packages = runs.map(({ out }) => (JSON.parse(out) as SeasonResult).package.path);
    const [first, second] = packages.map((path) => contents(path));
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(15);
    expect(second).toEqual(first);
  });

  it('makes a package that is whole', async () => {
    const { status, out } = await verify(result.package.path);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, checkCode: result.package.checkCode });
  });

  it('names each file of a package that was changed, taken or added', async () => {
    const spoilt = (JSON.parse(runs[1]?.out ?? '') as SeasonResult).package.path;
    const names = Object.keys(filesIn(spoilt)).filter((name) => /\.(?:docx|pdf|xlsx)$/.test(name));
    const [changed = '', missing = ''] = names;
    const bytes = readFileSync(join(spoilt, changed));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(join(spoilt, changed), bytes);
    rmSync(join(spoilt, missing));
    writeFileSync(join(spoilt, 'ghi chú.txt'), 'thêm');
    const { status, out, err } = await verify(spoilt);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      changed: [changed],
      missing: [missing],
      added: ['ghi chú.txt'],
    });
    expect(err.trim().split('\n')).toEqual([
      `Tệp bị thay đổi: ${changed}`,
      `Tệp bị thiếu: ${missing}`,
      'Tệp bị thêm: ghi chú.txt',
    ]);
  });

  it('refuses to verify what is no package', async () => {
    const { status, out, err } = await verify(folders[0]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/không phải là bộ hồ sơ/);
  });
});

/** The bytes of every paper; left out is what carries the instant. */
function contents(path: string): Readonly<Record<string, string>> {
  const dated = new Set(['manifest.json', 'SHA256SUMS', 'DOC-TRUOC.txt']);
  return Object.fromEntries(
    Object.keys(filesIn(path))
      .filter((name) => !dated.has(name))
      .map((name) => [name, readFileSync(join(path, name)).toString('base64')]),
  );
}

describe('season on the same school in worse shape', () => {
  it('comes to the same result for everybody whose row could be taken, and names the others', async () => {
    const folder = temporaryFolder();
    const { from, untaken } = await writeMessySchool(join(folder, 'lộn xộn'));
    const ran = await season(folder, from);
    expect(ran.err).not.toMatch(/Error/);
    expect(ran.status).toBe(0);
    const result = JSON.parse(ran.out) as SeasonResult;
    const gone = new Set(untaken.map(({ code }) => code));
    expect(sorted(result.individuals)).toEqual(
      sorted(expectedIndividuals.filter(({ code }) => !gone.has(code))),
    );
    expect(
      result.problems
        .filter(({ file }) => file.startsWith('04-'))
        .map(({ file, sheet, row, code }) => ({ file, sheet, row, code })),
    ).toEqual(
      untaken.map(({ row }) => ({
        file: '04-dang-ky-thi-dua.xlsx',
        sheet: 'Toàn trường',
        row,
        code: 'ambiguous-person',
      })),
    );
    for (const problem of result.problems) expect(problem.message).toMatch(/^[\p{Lu}“].*\.$/u);
  });
});
