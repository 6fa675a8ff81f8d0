/** The main job with no hands: a school's folder in, a verified package out, through the methods the screens call. */
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { api, type Method } from '../../../shared/api.ts';
import type { AppError } from '../../../shared/errors.ts';
import { readLetterhead } from '../../../shared/imports/letterhead.ts';
import { readMeetingFile } from '../../../shared/imports/meeting.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { Eligibility, Outcome } from '../../../shared/terms.ts';
import type { PackageResult, Problem, RoundView } from '../../../shared/views.ts';
import { unnamedSchool } from '../../../shared/vi/season.ts';
import type { Core } from '../core.ts';
import { backupsFolder } from '../database/open.ts';
import { readWorkbook } from '../files/workbook.ts';
import { concludeSeason, seatCouncil, voteByBallot, voteByHands } from './council.ts';
import { importFolder, meetingFile, needInput, peopleFile, type Call, type Report } from './inputs.ts';

/** What `season` prints. */
export interface SeasonResult {
  readonly schoolYear: string;
  readonly council: {
    readonly total: number;
    readonly present: number;
    readonly writtenOpinions: number;
    readonly quorumMet: boolean;
  };
  readonly ballots: Readonly<
    Record<
      string,
      {
        readonly printed: number;
        readonly issued: number;
        readonly returned: number;
        readonly valid: number;
        readonly invalid: number;
      }
    >
  >;
  readonly individuals: readonly {
    readonly code: string;
    readonly title: string;
    readonly eligible: Eligibility;
    readonly failed: readonly string[];
    readonly agree: number | null;
    readonly base: number | null;
    readonly needed: number | null;
    readonly outcome: Outcome | null;
  }[];
  readonly collectives: readonly {
    readonly group: string;
    readonly title: string;
    readonly eligible: Eligibility;
    readonly failed: readonly string[];
    readonly outcome: Outcome | null;
  }[];
  readonly problems: readonly Problem[];
  readonly package: PackageResult;
}

/** Makes a typed caller of the core that keeps the session of the file it opened. */
export function createCaller(core: Pick<Core, 'call'>): Call {
  let sessionId: string | null = null;
  return async (method, input) => {
    const result = await core.call({ sessionId, method, input });
    const row: Method = api[method];
    if (result.ok && row.startsAnew === 'file') {
      sessionId = (result.value as { readonly sessionId: string }).sessionId;
    }
    return result as never;
  };
}

/**
 * Runs a whole season. When an input is unusable there is neither a data file nor a package afterwards.
 * Errors: those of the methods, missing-input, invalid-json, wrong-school-year, file-exists.
 */
export async function runSeason({
  core,
  from,
  file,
  to,
  report,
}: {
  readonly core: Core;
  /** Folder of the school's input files. */
  readonly from: string;
  /** The data file to make; must not exist. */
  readonly file: string;
  /** Folder in which the package is made; made when it is not there. */
  readonly to: string;
  readonly report: Report;
}): Promise<Result<SeasonResult, AppError>> {
  const call = createCaller(core);
  const made: Made[] = [];
  for (const path of [to, dirname(file)]) {
    const folder = await makeFolder(path);
    if (!folder.ok) {
      await removeFolders(made);
      return folder;
    }
    made.push(folder.value);
  }
  const created = await createFile({ call, from, file });
  if (!created.ok) {
    await removeFolders(made);
    return created;
  }
  const earlierBackups = await backupsOf(created.value);
  const result = await fillSeason({ call, from, to, report });
  await core.close();
  if (!result.ok) {
    await removeFile({ path: created.value, earlierBackups });
    await removeFolders(made);
  }
  return result;
}

/** A folder that is there now, and the topmost of those that had to be made for it; null when it was there. */
interface Made {
  readonly path: string;
  readonly first: string | null;
}

async function makeFolder(path: string): Promise<Result<Made, AppError>> {
  try {
    return ok({ path, first: (await mkdir(path, { recursive: true })) ?? null });
  } catch {
    return err({ code: 'folder-not-writable', path });
  }
}

/** Takes back the folders that were made and are empty; whatever else is there was somebody's. */
async function removeFolders(made: readonly Made[]): Promise<void> {
  for (const { path, first } of made) {
    if (first === null) continue;
    for (let folder = path; folder.length >= first.length; folder = dirname(folder)) {
      await rmdir(folder).catch(() => undefined);
    }
  }
}

/** Names of the backups beside a data file: those of an earlier file of that name are kept. */
async function backupsOf(path: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(backupsFolder(path)).catch(() => []));
}

/** Removes the data file of a season that came to nothing, with the backups that were made of it. */
async function removeFile({
  path,
  earlierBackups,
}: {
  readonly path: string;
  readonly earlierBackups: ReadonlySet<string>;
}): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(path + ending, { force: true });
  for (const name of await backupsOf(path)) {
    if (!earlierBackups.has(name)) await rm(join(backupsFolder(path), name), { force: true });
  }
  if (earlierBackups.size === 0) await rmdir(backupsFolder(path)).catch(() => undefined);
}

async function createFile({
  call,
  from,
  file,
}: {
  readonly call: Call;
  readonly from: string;
  readonly file: string;
}): Promise<Result<string, AppError>> {
  const meeting = await readMeeting(from);
  if (!meeting.ok) return meeting;
  const people = await needInput(from, peopleFile);
  if (!people.ok) return people;
  const workbook = await readWorkbook(people.value);
  if (!workbook.ok) return workbook;
  const letterhead = readLetterhead(workbook.value);
  const named = (text: string | undefined, fallback: string) =>
    text === undefined || text === '' ? fallback : text;
  const created = await call('createFile', {
    path: file,
    kind: 'real',
    schoolName: named(letterhead?.school, unnamedSchool.name),
    superior: named(letterhead?.superior, unnamedSchool.superior),
    place: named(letterhead?.place, unnamedSchool.place),
    schoolYear: meeting.value.schoolYear,
  });
  return created.ok ? ok(created.value.path) : created;
}

async function readMeeting(from: string) {
  const found = await needInput(from, meetingFile);
  if (!found.ok) return found;
  return readMeetingFile({ fileName: found.value.fileName, text: found.value.bytes.toString('utf8') });
}

async function fillSeason({
  call,
  from,
  to,
  report,
}: {
  readonly call: Call;
  readonly from: string;
  readonly to: string;
  readonly report: Report;
}): Promise<Result<SeasonResult, AppError>> {
  const file = await readMeeting(from);
  if (!file.ok) return file;
  const imported = await importFolder({ call, folder: from, report });
  if (!imported.ok) return imported;
  const meeting = { call, file: file.value, fileName: meetingFile.name, folder: from };
  const seated = await seatCouncil(meeting);
  if (!seated.ok) return seated;
  report({ name: '', phase: 'check', done: 0, total: 1 });
  const checked = await call('checkCases', {});
  if (!checked.ok) return checked;
  const hands = await voteByHands(meeting);
  if (!hands.ok) return hands;
  const rounds: RoundView[] = [];
  for (const ballots of file.value.ballots) {
    report({ name: ballots.titleId, phase: 'count', done: rounds.length, total: file.value.ballots.length });
    const round = await voteByBallot(meeting, seated.value, ballots);
    if (!round.ok) return round;
    rounds.push(round.value);
  }
  // What a tổ may be given rests on what was just voted for its people.
  const again = await call('checkCases', {});
  if (!again.ok) return again;
  const concluded = await concludeSeason(call);
  if (!concluded.ok) return concluded;
  const exported = await call('exportPackage', { to });
  if (!exported.ok) return exported;
  return describe({
    call,
    schoolYear: file.value.schoolYear,
    rounds,
    problems: [...imported.value, ...hands.value],
    exported: exported.value,
  });
}

async function describe({
  call,
  schoolYear,
  rounds,
  problems,
  exported,
}: {
  readonly call: Call;
  readonly schoolYear: string;
  readonly rounds: readonly RoundView[];
  readonly problems: readonly Problem[];
  readonly exported: PackageResult;
}): Promise<Result<SeasonResult, AppError>> {
  const cases = await call('listCases', {});
  if (!cases.ok) return cases;
  const view = await call('getMeeting', {});
  if (!view.ok) return view;
  const titles = cases.value.filter((row) => findTitle(row.titleId)?.kind === 'TITLE');
  const received = new Set(
    rounds.flatMap((round) =>
      round.opinions.filter((opinion) => opinion.received).map(({ memberId }) => memberId),
    ),
  );
  return ok({
    schoolYear,
    council: {
      total: view.value.quorum?.total ?? 0,
      present: view.value.quorum?.present ?? 0,
      writtenOpinions: received.size,
      quorumMet: view.value.quorum?.met ?? false,
    },
    ballots: Object.fromEntries(
      rounds.map((round) => [
        round.titleId,
        {
          printed: round.printed ?? 0,
          issued: round.issued ?? 0,
          returned: round.returned ?? 0,
          valid: round.valid,
          invalid: round.invalid,
        },
      ]),
    ),
    individuals: titles
      .filter((row) => row.personId !== null)
      .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
      .map((row) => ({
        code: row.code,
        title: row.titleId,
        eligible: effectiveEligibility(row) ?? 'needs-person',
        failed: row.failed,
        agree: row.agree,
        base: row.agree === null ? null : row.base,
        needed: row.agree === null ? null : row.needed,
        outcome: row.outcome,
      })),
    collectives: titles
      .filter((row) => row.groupId !== null)
      .map((row) => ({
        group: row.name,
        title: row.titleId,
        eligible: effectiveEligibility(row) ?? 'needs-person',
        failed: row.failed,
        outcome: row.outcome,
      })),
    problems: problems.map(({ file, sheet, row, column, code, message, severity }) => ({
      file,
      sheet,
      row,
      column,
      code,
      message,
      severity,
    })),
    package: exported,
  });
}
