/** The season of the invented school, every paper included, beside LibreOffice turning the same papers into .pdf. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { canCost, costOf, summarise, type Cost } from './measure.ts';
import { line, time, type Line } from './table.ts';

const runs = 3;
const cli = fileURLToPath(new URL('../../build/cli.js', import.meta.url));
const sample = fileURLToPath(new URL('../samples/thcs-hoa-phuong', import.meta.url));

function findOffice(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return (
    folders
      .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
      .find((path) => existsSync(path)) ?? null
  );
}

function allFiles(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

/** Runs the season into a folder of its own; the processor and the clock of the whole process. */
async function runSeason(folder: string): Promise<Cost> {
  mkdirSync(folder, { recursive: true });
  const words = [
    'season',
    '--from',
    sample,
    '--file',
    join(folder, 'truong.bangvang'),
    '--to',
    join(folder, 'out'),
  ];
  return costOf(process.execPath, [cli, ...words], { BANGVANG_APP_FOLDER: join(folder, 'app') });
}

export async function season(): Promise<readonly Line[]> {
  const what = 'season of the sample, all papers';
  if (!canCost()) return [{ what, skipped: 'needs a POSIX shell to tell the time of a process' }];
  const folder = mkdtempSync(join(tmpdir(), 'bangvang-season-'));
  try {
    // The first run fills the cache of compiled code, as the first start after installation does.
    await runSeason(join(folder, 'first'));
    const ours: Cost[] = [];
    const theirs: Cost[] = [];
    const office = findOffice();
    const papers = allFiles(join(folder, 'first', 'out'), '.docx');
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = [
      '--headless',
      profile,
      '--convert-to',
      'pdf',
      '--outdir',
      join(folder, 'converted'),
      ...papers,
    ];
    if (office !== null) await costOf(office, convert);
    for (let run = 0; run < runs; run += 1) {
      ours.push(await runSeason(join(folder, `run-${run}`)));
      if (office !== null) theirs.push(await costOf(office, convert));
    }
    const processor = summarise(ours.map((cost) => cost.processor));
    const wall = summarise(ours.map((cost) => cost.wall));
    const seconds = line(
      `${what}: processor`,
      scale(processor, 1 / 1000),
      ' s',
      `${time(wall.median)} by the clock`,
    );
    if (office === null)
      return [seconds, { what: `${what} ÷ LibreOffice`, skipped: 'LibreOffice is not installed' }];
    const ratio = (of: keyof Cost) => summarise(ours.map((cost, run) => cost[of] / (theirs[run]?.[of] ?? 1)));
    const beside = (of: keyof Cost) =>
      `${papers.length} .docx to .pdf by LibreOffice: ${time(summarise(theirs.map((cost) => cost[of])).median)}`;
    return [
      seconds,
      line(`${what} ÷ LibreOffice: processor`, ratio('processor'), ' ×', beside('processor')),
      line(`${what} ÷ LibreOffice: clock`, ratio('wall'), ' ×', beside('wall')),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function scale({ median, least, most }: ReturnType<typeof summarise>, by: number) {
  return { median: median * by, least: least * by, most: most * by };
}
