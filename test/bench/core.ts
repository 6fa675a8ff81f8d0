/** The core by itself: import beside a bare parse, bulk writes beside raw SQL, and what each person costs in a big school. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { runProcess } from '../../build/process.js';
import { pragmas } from '../../electron/core/database/open.ts';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import type { InputOf } from '../../shared/api.ts';
import {
  evaluationsWorkbook,
  inventPeople,
  registrationsWorkbook,
  staffWorkbook,
} from '../support/generate.ts';
import { byTurns, clocked, summarise } from './measure.ts';
import { importFile, makeSchool, newFile, withBench } from './school.ts';
import { line, time, type Line } from './table.ts';

const runs = 5;

const importRows = 5000;

/** A file of 5,000 rows into an empty school, beside reading the same file into rows. */
export async function importAgainstParse(): Promise<readonly Line[]> {
  const people = inventPeople({ count: importRows });
  const staff = await staffWorkbook(people);
  async function parse(bytes: Uint8Array): Promise<number> {
    return clocked(async () => {
      const read = await readWorkbook({ fileName: 'a.xlsx', bytes });
      if (!read.ok) throw new Error(read.error.code);
    });
  }
  const importInto = (bytes: Uint8Array) =>
    withBench(async (bench) => {
      await newFile(bench);
      return importFile(bench, 'people', bytes);
    });
  await importInto(staff);
  const compared = await byTurns({ runs, ours: () => importInto(staff), yardstick: () => parse(staff) });
  const lines = [
    line(`import of ${importRows} people ÷ bare parse`, compared.ratio, ' ×', beside(compared, 'bare parse')),
  ];
  lines.push(await firstImport(staff));
  for (const [kind, make] of [
    ['registrations', registrationsWorkbook],
    ['evaluations', evaluationsWorkbook],
  ] as const) {
    const bytes = await make(people);
    const importKnown = () =>
      withBench(async (bench) => {
        await newFile(bench);
        await importFile(bench, 'people', staff);
        return importFile(bench, kind, bytes);
      });
    const known = await byTurns({ runs: 3, ours: importKnown, yardstick: () => parse(bytes) });
    lines.push(
      line(`import of ${importRows} ${kind} ÷ bare parse`, known.ratio, ' ×', beside(known, 'bare parse')),
    );
  }
  return lines;
}

/** The same once in a new process each time: the first import after the app was opened. */
async function firstImport(staff: Uint8Array): Promise<Line> {
  const program = fileURLToPath(new URL('./first-import.ts', import.meta.url));
  return withBench(async (bench) => {
    const path = join(bench.folder, 'staff.xlsx');
    writeFileSync(path, staff);
    const once = async (what: string) =>
      Number((await runProcess({ words: [program, what, path], limit: 60_000 })).out);
    const compared = await byTurns({ runs, ours: () => once('import'), yardstick: () => once('parse') });
    const what = `first import of ${importRows} people in a new process ÷ first parse`;
    return line(what, compared.ratio, ' ×', beside(compared, 'bare parse'));
  });
}

function beside({ ours, yardstick }: Awaited<ReturnType<typeof byTurns>>, name: string): string {
  return `${time(ours.median)} beside ${name} ${time(yardstick.median)}`;
}

type Score = InputOf<'saveScores'>['scores'][number];
const scoredPeople = 2000;
const criteria = ['Phẩm chất', 'Chuyên môn', 'Kỷ luật', 'Sáng kiến', 'Phong trào'];

/** The columns of the scores alone, without keys to other tables and without checks. */
const bareTable = `create table score (
  person_id text not null, criterion_id text not null, side text not null, score integer not null,
  primary key (person_id, criterion_id, side)
) strict, without rowid`;

const rawInsert = 'insert into score (person_id, criterion_id, side, score) values (?, ?, ?, ?)';

/** The same scores as the app keeps them, a row for a person. */
const sheetInsert =
  'insert into score_sheet (season_id, person_id, self_scores, group_scores) values ((select id from season), ?, ?, ?)';

/** Writes rows with nothing but the driver, in one transaction with the app's pragmas; gives the milliseconds. */
function writeRaw(
  database: Sqlite.Database,
  text: string,
  rows: readonly (readonly (string | number)[])[],
): Promise<number> {
  database.pragma('locking_mode = EXCLUSIVE');
  for (const [pragma] of pragmas) database.pragma(pragma);
  const insert = database.prepare(text);
  const write = database.transaction(() => {
    for (const row of rows) insert.run(...row);
  });
  return clocked(() => write.immediate()).finally(() => database.close());
}

/** Rows of `sheetInsert`. */
function sheetRows(scores: readonly Score[]): readonly (readonly string[])[] {
  const side = (of: readonly Score[], wanted: Score['side']) =>
    JSON.stringify(
      Object.fromEntries(of.filter((one) => one.side === wanted).map((one) => [one.criterionId, one.score])),
    );
  return [...Map.groupBy(scores, (score) => score.personId)].map(([person, own]) => [
    person,
    side(own, 'SELF'),
    side(own, 'GROUP'),
  ]);
}

/**
 * 20,000 scores in one command (parsed, checked, followed by the cases, audited), beside raw inserts in one transaction
 * with the same pragmas: of each score as it is given into a bare table, and of the finished rows into the app's own.
 */
export async function bulkWrites(): Promise<readonly Line[]> {
  return withBench(async (bench) => {
    const path = await newFile(bench, 'mau');
    await importFile(bench, 'people', await staffWorkbook(inventPeople({ count: scoredPeople })));
    await bench.call('saveCriteria', {
      criteria: criteria.map((name) => ({ id: null, name, maximum: 2000 })),
    });
    const people = await bench.call('listPeople', {});
    const sheet = await bench.call('getEvaluations', {});
    await bench.call('closeFile', {});
    const scores = people.flatMap((person, index) =>
      sheet.criteria.flatMap((criterion) =>
        (['SELF', 'GROUP'] as const).map((side): Score => ({
          personId: person.id,
          criterionId: criterion.id,
          side,
          score: 1000 + (index % 20) * 50,
        })),
      ),
    );
    let copies = 0;
    function copy(): string {
      copies += 1;
      const to = join(bench.folder, `ban-${copies}.bangvang`);
      copyFileSync(path, to);
      return to;
    }
    async function ours(): Promise<number> {
      await bench.call('openFile', { path: copy() });
      const took = await clocked(() => bench.call('saveScores', { scores }));
      await bench.call('closeFile', {});
      return took;
    }
    function bare(): Promise<number> {
      const database = new Sqlite(join(bench.folder, `bare-${copies}.sqlite`));
      database.exec(`drop table if exists score; ${bareTable}`);
      return writeRaw(database, rawInsert, rows);
    }
    await ours();
    const rows = scores.map((score) => [score.personId, score.criterionId, score.side, score.score ?? 0]);
    const finished = sheetRows(scores);
    const same = await byTurns({
      runs,
      ours,
      yardstick: () => writeRaw(new Sqlite(copy()), sheetInsert, finished),
    });
    const plain = await byTurns({ runs, ours, yardstick: bare });
    const what = `${scores.length} scores in one command`;
    return [
      line(`${what}: share of raw speed`, shareOf(plain.ratio), ' %', beside(plain, 'a raw insert each')),
      line(
        `${what}: share of the finished rows' speed`,
        shareOf(same.ratio),
        ' %',
        beside(same, `${finished.length} raw inserts of finished rows`),
      ),
    ];
  });
}

function shareOf(ratio: ReturnType<typeof summarise>): ReturnType<typeof summarise> {
  return { median: 100 / ratio.median, least: 100 / ratio.most, most: 100 / ratio.least };
}

const sizes = [100, 1000, 10_000] as const;
const methods = ['checkCases', 'listCases', 'listPeople', 'getOverview'] as const;

/** Microseconds that a person costs in schools of three sizes: the same when nothing grows faster than the school. */
export async function inCore(): Promise<readonly Line[]> {
  const costs = new Map<string, { readonly count: number; readonly cost: ReturnType<typeof summarise> }[]>();
  for (const count of sizes) {
    await withBench(async (bench) => {
      await makeSchool(bench, count);
      for (const method of methods) {
        const times: number[] = [];
        for (let run = 0; run < 4; run += 1) times.push(await clocked(() => bench.call(method, {})));
        // The first run of each prepares its statements.
        const cost = summarise(times.slice(1).map((took) => (took * 1000) / count));
        costs.set(method, [...(costs.get(method) ?? []), { count, cost }]);
      }
    });
  }
  return [...costs].flatMap(([method, list]) => {
    const [small] = list;
    return list.map(({ count, cost }) =>
      line(
        `${method} at ${count}, for each person`,
        cost,
        ' µs',
        `${time((cost.median * count) / 1000)} in all; ${(cost.median / (small?.cost.median ?? 1)).toFixed(2)} × that at ${small?.count ?? 0}`,
      ),
    );
  });
}

/** What the core keeps in memory with 10,000 people that were listed and checked. */
export async function memory(): Promise<readonly Line[]> {
  const program = fileURLToPath(new URL('./resident.ts', import.meta.url));
  return withBench(async (bench) => {
    const count = 10_000;
    const path = await makeSchool(bench, count);
    await bench.call('closeFile', {});
    const values: number[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { out } = await runProcess({ words: [program, bench.folder, path], limit: 120_000 });
      values.push(Number(out) / 1_048_576);
    }
    return [
      line(
        `resident memory with ${count} people`,
        summarise(values),
        ' MB',
        'the most after list, check, overview',
      ),
    ];
  });
}
