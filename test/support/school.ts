/** The real core over real files, brought to a stage of the season; and what lies in its file. */
import Sqlite from 'better-sqlite3';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openPorts } from '../../electron/adapters/system.ts';
import { createCore, type Core } from '../../electron/core/core.ts';
import {
  concludeSeason,
  seatCouncil,
  voteByBallot,
  voteByHands,
} from '../../electron/core/season/council.ts';
import { importFolder, type Call } from '../../electron/core/season/inputs.ts';
import { createCaller } from '../../electron/core/season/run.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/api.ts';
import { readMeetingFile } from '../../shared/imports/meeting.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Role } from '../../shared/terms.ts';
import type { CaseRow, OpenedFile, PersonRow, RoundView } from '../../shared/views.ts';
import { temporaryFolder } from './disk.ts';

/** The files of the invented school. */
export const sampleFolder = fileURLToPath(new URL('../samples/thcs-hoa-phuong', import.meta.url));

const resources = fileURLToPath(new URL('../../build', import.meta.url));

/** How far the season of the invented school has gone. */
export const stages = ['empty', 'imported', 'checked', 'open', 'counting', 'sealed', 'concluded'] as const;
export type Stage = (typeof stages)[number];

/** Calls a method and gives its value; a refusal is thrown with its code and facts. */
export type Must = <M extends MethodName>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;

/** A core in a folder of its own, with one open file. */
export interface TestCore {
  readonly core: Core;
  readonly folder: string;
  /** The open data file. */
  readonly path: string;
  readonly call: Call;
  readonly must: Must;
  /** The same core with somebody else at the laptop. */
  as(role: Role, name?: string): Promise<{ readonly call: Call; readonly must: Must }>;
  /** Sets the laptop's clock. */
  setNow(now: Date): void;
  /** Every row of every table, as text; the file stays open. */
  dump(): Readonly<Record<string, readonly string[]>>;
  /** Names of the methods in the audit trail, oldest first. */
  audit(): readonly string[];
  person(code: string): Promise<PersonRow>;
  /** The case of a person by code, or of a tổ by name. */
  case(who: string, titleId: string): Promise<CaseRow>;
}

/** Puts a backup back as the chair would, and goes on in what was restored. */
export async function restoreAsChair(
  school: Pick<TestCore, 'call' | 'must' | 'as'>,
  {
    path,
    target,
    reason = 'Thử khôi phục',
  }: { readonly path: string; readonly target: string; readonly reason?: string },
): Promise<Result<OpenedFile, AppError>> {
  const isOpen = (await school.must('getStatus', {})).file !== null;
  const { call } = isOpen ? await school.as('chair', 'Chủ tịch thử') : school;
  const restored = await call('restoreBackup', { path, target, reason, name: 'Chủ tịch thử' });
  if (restored.ok) await school.must('openFile', { path: restored.value.path });
  return restored;
}

/** Unwraps what a caller gives. */
export function insist(call: Call): Must {
  return async (method, input) => valueOf(await call(method, input), method);
}

/** The value of a success; a refusal is thrown. */
export function valueOf<T>(result: Result<T, unknown>, what = ''): T {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The code of a refusal; a success is thrown. */
export function codeOf(result: Result<unknown, { readonly code: string }>): string {
  if (result.ok) throw new Error(`It was taken: ${JSON.stringify(result.value)}`);
  return result.error.code;
}

/** A clock that goes on by a second at each look, so that no two instants are the same. */
function clockFrom(start: Date): { now(): Date; set(date: Date): void } {
  let at = start.getTime();
  return {
    now() {
      at += 1000;
      return new Date(at);
    },
    set(date) {
      at = date.getTime();
    },
  };
}

const startOfTests = new Date(2026, 4, 20, 8, 0, 0);

/** A core with nothing open. */
export function startCore(folder: string): { readonly core: Core; setNow(now: Date): void } {
  const clock = clockFrom(startOfTests);
  const ports = openPorts({ appFolder: join(folder, 'app'), resources });
  return {
    core: createCore({
      ...ports,
      now: () => clock.now(),
      // The drives of the machine that runs the tests are none of their business.
      drives: { list: () => Promise.resolve([]), networkRoots: () => Promise.resolve([]) },
    }),
    setNow: (now) => {
      clock.set(now);
    },
  };
}

/** The meeting of the invented school, as its file tells it. */
export function sampleMeeting() {
  const fileName = '08-phien-hop.json';
  const text = readFileSync(join(sampleFolder, fileName), 'utf8');
  return { file: valueOf(readMeetingFile({ fileName, text })), fileName, folder: sampleFolder };
}

const steps: Readonly<Record<Exclude<Stage, 'empty'>, (call: Call) => Promise<void>>> = {
  async imported(call) {
    valueOf(await importFolder({ call, folder: sampleFolder, report: () => undefined }));
    valueOf(await seatCouncil({ call, ...sampleMeeting() }));
  },
  async checked(call) {
    valueOf(await call('checkCases', {}));
  },
  async open(call) {
    valueOf(await voteByHands({ call, ...sampleMeeting() }));
  },
  async counting(call) {
    const { id: roundId } = valueOf(await call('openRound', { titleId: 'CSTDCS' }));
    const { council } = valueOf(await call('getMeeting', {}));
    const memberIds = (council?.members ?? []).filter(({ present }) => present).map(({ id }) => id);
    valueOf(await call('saveTellers', { memberIds: memberIds.slice(0, 3) }));
    valueOf(await call('savePrintRun', { roundId, printed: 10, issued: 8 }));
    valueOf(await call('declareReturned', { roundId, returned: 8, mode: 'ballots' }));
  },
  async sealed(call) {
    const [round] = valueOf(await call('listRounds', {}));
    valueOf(await call('removeRound', { id: round?.id ?? '', reason: 'Bỏ phiếu theo tệp' }));
    const meeting = { call, ...sampleMeeting() };
    const { council } = valueOf(await call('getMeeting', {}));
    const people = new Map(
      valueOf(await call('listPeople', {})).map((person) => [person.id, person.code ?? '']),
    );
    const seated = new Map(
      (council?.members ?? []).map((member) => [people.get(member.personId) ?? '', member]),
    );
    for (const ballots of meeting.file.ballots) valueOf(await voteByBallot(meeting, seated, ballots));
  },
  async concluded(call) {
    valueOf(await concludeSeason(call));
  },
};

/** What an empty file of the invented school is made with. */
export const newFile = {
  schoolName: 'Trường THCS Hoa Phượng',
  superior: 'UBND xã An Hải',
  place: 'An Hải',
  schoolYear: '2025-2026',
} as const;

const prepared = new Map<Stage, Promise<string>>();
let shelf: string | null = null;

function shelfFolder(): string {
  if (shelf === null) {
    const made = mkdtempSync(join(tmpdir(), 'bangvang-stages-'));
    process.once('exit', () => {
      rmSync(made, { recursive: true, force: true });
    });
    shelf = made;
  }
  return shelf;
}

/** The path of a closed file at a stage, made once for a test file. */
function prepare(stage: Stage): Promise<string> {
  const known = prepared.get(stage);
  if (known !== undefined) return known;
  const making = (async () => {
    const path = join(shelfFolder(), `${stage}.bangvang`);
    const { core } = startCore(shelfFolder());
    const call = createCaller(core);
    const earlier = stages[stages.indexOf(stage) - 1];
    if (earlier === undefined || stage === 'empty') valueOf(await call('createFile', { ...newFile, path }));
    else {
      copyFileSync(await prepare(earlier), path);
      valueOf(await call('openFile', { path }));
      await steps[stage](call);
    }
    await core.close();
    return path;
  })();
  prepared.set(stage, making);
  return making;
}

/** A closed data file at a stage, in a folder that goes when the test ends unless another is given. */
export async function fileAt(
  stage: Stage,
  folder: string = temporaryFolder(),
): Promise<{ readonly folder: string; readonly path: string }> {
  const path = join(folder, 'Năm học 2025-2026.bangvang');
  copyFileSync(await prepare(stage), path);
  return { folder, path };
}

/** The invented school's season at a stage, open. */
export async function coreAt(stage: Stage): Promise<TestCore> {
  const { folder, path } = await fileAt(stage);
  return openCore({ folder, path });
}

/** Opens a data file with a core of its own; closed when the test ends. */
export async function openCore({
  folder,
  path,
}: {
  readonly folder: string;
  readonly path: string;
}): Promise<TestCore> {
  const { core, setNow } = startCore(folder);
  onTestFinished(() => core.close());
  const call = createCaller(core);
  const must = insist(call);
  await must('openFile', { path });
  return {
    core,
    folder,
    path,
    call,
    must,
    setNow,
    async as(role, name = 'Người thử') {
      const { sessionId } = await must('signIn', { role, name });
      const other: Call = async (method, input) => (await core.call({ sessionId, method, input })) as never;
      return { call: other, must: insist(other) };
    },
    dump: () => readCopy(path, dumpTables),
    audit: () =>
      readCopy(
        path,
        (database) => database.prepare('select method from audit order by seq').pluck().all() as string[],
      ),
    async person(code) {
      const found = (await must('listPeople', {})).find((person) => person.code === code);
      if (found === undefined) throw new Error(`Nobody has the code ${code}`);
      return found;
    },
    async case(who, titleId) {
      const found = (await must('listCases', {})).find(
        (row) => row.titleId === titleId && (row.code === who || (row.groupId !== null && row.name === who)),
      );
      if (found === undefined) throw new Error(`No case of ${who} for ${titleId}`);
      return found;
    },
  };
}

/** Reads a data file that is open elsewhere: copies it with its -wal and looks into the copy. */
export function readCopy<T>(path: string, look: (database: Sqlite.Database) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bangvang-look-'));
  try {
    const copy = join(folder, 'copy.bangvang');
    for (const ending of ['', '-wal']) {
      if (existsSync(path + ending)) writeFileSync(copy + ending, readFileSync(path + ending));
    }
    const database = new Sqlite(copy);
    try {
      return look(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names of the tables of a data file. */
export function tablesOf(database: Sqlite.Database): readonly string[] {
  return database
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all() as string[];
}

/** Every row of every table as text, sorted. */
export function dumpTables(database: Sqlite.Database): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    tablesOf(database).map((table) => [
      table,
      database
        .prepare(`select * from "${table}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

/** A folder with a copy of the invented school's files, to be spoilt. */
export function copyOfSample(): string {
  const folder = join(temporaryFolder(), 'tệp của trường');
  mkdirSync(folder);
  for (const name of sampleFiles) copyFileSync(join(sampleFolder, name), join(folder, name));
  return folder;
}

/** The files that a school hands in. */
export const sampleFiles = [
  '01-danh-sach-cbgvnv.xlsx',
  '02-lich-su-khen-thuong.xlsx',
  '03-sang-kien.xlsx',
  '04-dang-ky-thi-dua.xlsx',
  '05-tu-danh-gia.xlsx',
  '06-phieu-tin-nhiem.csv',
  '07-tap-the.xlsx',
  '08-phien-hop.json',
  '09-ky-luat.xlsx',
] as const;

/** The only sealed round of a concluded season. */
export async function onlyRound(must: Must): Promise<RoundView> {
  const [round] = await must('listRounds', {});
  return must('getRound', { id: round?.id ?? '' });
}
