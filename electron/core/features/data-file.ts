/** The data file itself: made, opened by one owner, brought to the newest shape, backed up when it is closed. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { homedir } from 'node:os';
import { z } from 'zod';
import { transitions } from '../../../shared/domain/award-case.ts';
import type { AppError } from '../../../shared/errors.ts';
import { tidy } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CaseState, Id } from '../../../shared/terms.ts';
import type { FileKind, OpenedFile, Status } from '../../../shared/views.ts';
import { ownerName, sampleSchool } from '../../../shared/vi/data-file.ts';
import { appendAudit, lastAuditAt } from '../audit.ts';
import type { App, Handlers, OpenFile } from '../context.ts';
import { createBackup, listBackups, pruneBackups, restoreBackup } from '../database/backup.ts';
import { isBehind, migrate } from '../database/migrate.ts';
import {
  applicationId,
  backupsFolder,
  openCopy,
  isInUse,
  openDatabase,
  sqliteError,
  type OpenDatabase,
} from '../database/open.ts';
import { define, sql, type WriteHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { disk, diskError, exists, renameSynced } from '../disk.ts';
import { DATA_FILE_ENDING, listFolder, placeWarning } from '../folders.ts';
import { loadSample } from '../season/sample.ts';
import { beginSchool } from './group.ts';
import { currentSeason, readSchool } from './season.ts';
import { appVersion } from '../version.ts';

const selectInfo = define()(() => sql.selectFrom('file_info').selectAll());
const insertInfo = define<Omit<Tables['file_info'], 'id'>>()((p) =>
  sql.insertInto('file_info').values({
    id: 1,
    file_id: p('file_id'),
    kind: p('kind'),
    created_at: p('created_at'),
    signing_key: p('signing_key'),
  }),
);
const insertSchool = define<{
  name: string;
  superior: string;
  submittedTo: string;
  place: string;
  symbol: string;
}>()((p) =>
  sql.insertInto('school').values({
    id: 1,
    name: p('name'),
    superior: p('superior'),
    place: p('place'),
    symbol: p('symbol'),
    council_symbol: 'HĐTĐKT',
    submitted_to: p('submittedTo'),
    principal_name: '',
    principal_post: 'Hiệu trưởng',
    clerk_name: '',
    clerk_post: 'Thư ký',
  }),
);
const insertSeason = define<{ id: Id; schoolYear: string; startsOn: string; endsOn: string }>()((p) =>
  sql.insertInto('season').values({
    id: p('id'),
    school_year: p('schoolYear'),
    movement_name: '',
    plan_number: '',
    plan_date: null,
    content: '',
    starts_on: p('startsOn'),
    ends_on: p('endsOn'),
    registration_deadline: null,
    locked_at: null,
    lock_reason: null,
    meeting_on: null,
  }),
);
const insertCampaign = define<Tables['campaign']>()((p) =>
  sql.insertInto('campaign').values({
    id: p('id'),
    season_id: p('season_id'),
    name: p('name'),
    starts_on: p('starts_on'),
    ends_on: p('ends_on'),
    content: p('content'),
  }),
);
const insertAnnounced = define<{ season: Id; title: string }>()((p) =>
  sql.insertInto('announced_title').values({ season_id: p('season'), title_id: p('title') }),
);
const selectTransitions = define()(() => sql.selectFrom('case_transition').selectAll());
const deleteTransitions = define()(() => sql.deleteFrom('case_transition'));
const insertTransition = define<{ from: CaseState; to: CaseState }>()((p) =>
  sql.insertInto('case_transition').values({ from_state: p('from'), to_state: p('to') }),
);

/** The signing key of the file's packages: 32 bytes, hexadecimal. */
export function signingSeed(database: Pick<OpenDatabase, 'read'>): Uint8Array {
  const info = database.read.get(selectInfo, {});
  if (info === undefined) throw new Error('The data file has no row about itself.');
  return Buffer.from(info.signing_key, 'hex');
}

/** The four campaigns of a school year as schools usually hold them; the school edits them. */
function usualCampaigns(
  schoolYear: string,
): readonly Pick<Tables['campaign'], 'name' | 'starts_on' | 'ends_on' | 'content'>[] {
  const [first, second] = schoolYear.split('-');
  return [
    {
      name: 'Đợt 1',
      starts_on: `${first}-09-05`,
      ends_on: `${first}-11-20`,
      content: 'Chào mừng ngày Nhà giáo Việt Nam 20/11',
    },
    {
      name: 'Đợt 2',
      starts_on: `${first}-11-21`,
      ends_on: `${second}-01-15`,
      content: 'Hoàn thành nhiệm vụ học kỳ I',
    },
    {
      name: 'Đợt 3',
      starts_on: `${second}-01-16`,
      ends_on: `${second}-03-26`,
      content: 'Chào mừng ngày thành lập Đoàn 26/3',
    },
    {
      name: 'Đợt 4',
      starts_on: `${second}-03-27`,
      ends_on: `${second}-05-31`,
      content: 'Hoàn thành nhiệm vụ năm học, bình xét thi đua',
    },
  ];
}

/** Initials that stand for a school in document numbers: "Trường THCS Hoa Phượng" gives "THCSHP". */
function symbolOf(name: string): string {
  return tidy(name)
    .replace(/^trường\s+/iu, '')
    .split(' ')
    .map((word) => (word === word.toUpperCase() ? word : word.slice(0, 1).toUpperCase()))
    .join('');
}

interface NewFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly schoolName: string;
  readonly superior: string;
  readonly place: string;
  readonly schoolYear: string;
}

function fill(app: App, database: OpenDatabase, input: NewFile): Result<null, AppError> {
  const now = app.ports.now().toISOString();
  const [first, second] = input.schoolYear.split('-');
  return database.transaction((write) => {
    write.run(insertInfo, {
      file_id: app.newId(),
      kind: input.kind,
      created_at: now,
      signing_key: Buffer.from(app.ports.random(32)).toString('hex'),
    });
    const name = tidy(input.schoolName);
    write.run(insertSchool, {
      name,
      superior: tidy(input.superior),
      // In the text of a paper the name of the body is written out.
      submittedTo: tidy(input.superior).replace(/^UBND\s/u, 'Ủy ban nhân dân '),
      place: tidy(input.place),
      symbol: symbolOf(name),
    });
    beginSchool(write, app.newId, name);
    const season = app.newId();
    write.run(insertSeason, {
      id: season,
      schoolYear: input.schoolYear,
      startsOn: `${first}-09-05`,
      endsOn: `${second}-05-31`,
    });
    for (const campaign of usualCampaigns(input.schoolYear)) {
      write.run(insertCampaign, { id: app.newId(), season_id: season, ...campaign });
    }
    for (const title of ['LDTT', 'CSTDCS', 'TTLDTT', 'TTLDXS']) write.run(insertAnnounced, { season, title });
    syncTransitions(write);
    appendAudit(write, {
      at: now,
      role: 'secretary',
      name: ownerName,
      method: 'createFile',
      facts: { school: name, schoolYear: input.schoolYear },
    });
    return ok(null);
  });
}

/** The database checks moves of cases by the same table as the domain. */
function syncTransitions(write: WriteHandle): void {
  const known = new Set(write.all(selectTransitions, {}).map((row) => `${row.from_state} ${row.to_state}`));
  if (known.size === transitions.length && transitions.every(({ from, to }) => known.has(`${from} ${to}`)))
    return;
  write.run(deleteTransitions, {});
  for (const { from, to } of transitions) write.run(insertTransition, { from, to });
}

async function prepare(app: App, path: string): Promise<Result<OpenFile, AppError>> {
  const opened = openDatabase({ path, mode: 'existing' });
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    if (isBehind(database.driver)) {
      const saved = await createBackup({
        database: database.driver,
        folder: backupsFolder(path),
        reason: 'migration',
        now: app.ports.now(),
        openCopy,
      });
      if (!saved.ok) {
        database.close();
        return saved;
      }
    }
    const migrated = migrate({ target: database.driver, path });
    if (!migrated.ok) {
      database.driver.close();
      return migrated;
    }
    const synced = database.transaction((write) => {
      syncTransitions(write);
      return ok(null);
    });
    if (!synced.ok) {
      database.driver.close();
      return synced;
    }
    const info = database.read.get(selectInfo, {});
    if (info === undefined) {
      database.close();
      return err({ code: 'file-not-bangvang', path });
    }
    return ok({ database, fileId: info.file_id, kind: info.kind, openedAt: lastAuditAt(database.read) });
  } catch (cause) {
    database.driver.close();
    return err(mustExpect(cause, path));
  }
}

/** The failure of the driver as an error of ours; a bug is thrown on. */
function mustExpect(cause: unknown, path: string): AppError {
  const error = sqliteError({ cause, path });
  if (error === null) throw cause;
  return error;
}

/** Ending of a data file that is being made: it takes its name when it is whole. */
const UNFINISHED = '.dang-tao';

/** Makes a whole data file under a name of its own. Errors: those of `openDatabase`, disk-full. */
async function make(app: App, input: NewFile): Promise<Result<string, AppError>> {
  const path = input.path + UNFINISHED;
  // What a killed run left.
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(path + ending, { force: true });
  const opened = openDatabase({ path, mode: 'new' });
  if (!opened.ok) return 'path' in opened.error ? err({ ...opened.error, path: input.path }) : opened;
  const { driver } = opened.value;
  let filled: Result<unknown, AppError>;
  try {
    filled = migrate({ target: driver, path: input.path });
    if (filled.ok) filled = fill(app, opened.value, input);
    opened.value.close();
  } catch (cause) {
    driver.close();
    filled = err(mustExpect(cause, input.path));
  }
  if (filled.ok) return ok(path);
  for (const ending of ['', '-wal', '-shm']) await rm(path + ending, { force: true });
  return filled;
}

async function open(app: App, path: string): Promise<Result<OpenedFile, AppError>> {
  const closed = await closeDataFile(app);
  if (!closed.ok) return closed;
  const file = await prepare(app, path);
  if (!file.ok) return file;
  app.setFile(file.value);
  app.sessions.clear();
  const school = readSchool(file.value.database.read);
  const session = app.sessions.start({
    role: 'secretary',
    name: school.clerk.name === '' ? ownerName : school.clerk.name,
  });
  await remember(app, { path, name: school.name });
  return ok({ sessionId: session.id, path });
}

async function create(app: App, input: NewFile): Promise<Result<OpenedFile, AppError>> {
  const path = input.path.endsWith(DATA_FILE_ENDING) ? input.path : `${input.path}${DATA_FILE_ENDING}`;
  if (await exists({ disk, path })) return err({ code: 'file-exists', path });
  const closed = await closeDataFile(app);
  if (!closed.ok) return closed;
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch {
    return err({ code: 'folder-not-writable', path: dirname(path) });
  }
  const made = await make(app, { ...input, path });
  if (!made.ok) return made;
  try {
    await renameSynced({ disk, from: made.value, to: path });
  } catch (cause) {
    return err(diskError({ cause, path }));
  }
  return open(app, path);
}

/** Backs the open file up when something was written since it was opened, and closes it. */
export async function closeDataFile(app: App): Promise<Result<null, AppError>> {
  const file = app.file();
  if (file === null) return ok(null);
  const { database } = file;
  let backup: Result<unknown, AppError> = ok(null);
  if (lastAuditAt(database.read) !== file.openedAt) {
    const folder = backupsFolder(database.path);
    const now = app.ports.now();
    backup = await createBackup({ database: database.driver, folder, reason: 'close', now, openCopy });
    if (backup.ok) await pruneBackups({ folder, now });
  }
  // The data itself is safe whether or not the backup could be written.
  app.setFile(null);
  app.sessions.clear();
  database.close();
  return backup.ok ? ok(null) : backup;
}

const recentShape = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() }));

async function readRecent(app: App): Promise<Status['recent']> {
  try {
    return recentShape.parse(JSON.parse(await readFile(join(app.ports.appFolder, 'recent.json'), 'utf8')));
  } catch {
    // The list is a convenience: without it every file can still be opened by its place.
    return [];
  }
}

async function remember(app: App, file: { readonly path: string; readonly name: string }): Promise<void> {
  const others = (await readRecent(app)).filter(({ path }) => path !== file.path);
  const recent = [{ ...file, openedAt: app.ports.now().toISOString() }, ...others].slice(0, 8);
  try {
    await mkdir(app.ports.appFolder, { recursive: true });
    await writeFile(join(app.ports.appFolder, 'recent.json'), JSON.stringify(recent, null, 2));
  } catch {
    // As above: not being able to remember a place must not keep anyone from working.
  }
}

export const dataFileHandlers: Handlers<
  | 'getStatus'
  | 'getProgress'
  | 'cancelJob'
  | 'listFolder'
  | 'listDrives'
  | 'createFile'
  | 'openFile'
  | 'openSample'
  | 'closeFile'
  | 'restoreBackup'
  | 'createBackup'
  | 'listBackups'
  | 'signIn'
> = {
  async getStatus({ app, session }) {
    const file = app.file();
    const season = file === null ? null : currentSeason(file.database.read);
    return ok({
      file:
        file === null
          ? null
          : {
              path: file.database.path,
              name: basename(file.database.path),
              kind: file.kind,
              warning: placeWarning({
                path: file.database.path,
                networkRoots: await app.ports.drives.networkRoots(),
              }),
              schoolName: readSchool(file.database.read).name,
              schoolYear: season?.ok === true ? season.value.school_year : null,
              savedAt: lastAuditAt(file.database.read),
              fileId: file.fileId,
            },
      session: session === null ? null : { role: session.role, name: session.name },
      recent: await readRecent(app),
      version: appVersion,
      suggestedFolder: join(homedir(), 'Bang Vang'),
    });
  },

  getProgress: ({ app }) => ok(app.progress()),

  cancelJob: () => ok(null),

  listFolder: ({ app }, { path, endings }) =>
    listFolder({ path, drives: app.ports.drives, ...(endings === undefined ? {} : { endings }) }),

  listDrives: async ({ app }) => ok(await app.ports.drives.list()),

  createFile: ({ app }, input) => create(app, input),

  openFile: ({ app }, { path }) => open(app, path),

  async openSample({ app, report }, { fresh }) {
    const path = join(app.ports.appFolder, `ho-so-mau${DATA_FILE_ENDING}`);
    const closed = await closeDataFile(app);
    if (!closed.ok) return closed;
    if (!fresh) {
      const known = await open(app, path);
      if (known.ok || known.error.code !== 'file-not-found') return known;
    }
    for (const ending of ['', '-wal', '-shm']) await rm(path + ending, { force: true });
    const created = await create(app, { ...sampleSchool, path, kind: 'sample' });
    if (!created.ok) return created;
    const { sessionId } = created.value;
    const loaded = await loadSample({
      call: async (method, input) => (await app.call({ sessionId, method, input })) as never,
      folder: join(app.ports.resources, 'sample'),
      report,
    });
    return loaded.ok ? created : loaded;
  },

  async closeFile({ app }) {
    return closeDataFile(app);
  },

  async restoreBackup({ app }, { path, target }) {
    if (app.file()?.database.path === target) {
      const closed = await closeDataFile(app);
      if (!closed.ok) return closed;
    }
    // Whoever has it open would go on writing into a file that is no longer there.
    if (isInUse(target)) return err({ code: 'file-in-use', path: target });
    const restored = await restoreBackup({
      backupPath: path,
      targetPath: target,
      folder: backupsFolder(target),
      applicationId,
      now: app.ports.now(),
      openCopy,
    });
    return restored.ok ? open(app, restored.value.path) : restored;
  },

  async createBackup({ app, path, commit, report }) {
    const file = app.file();
    if (file === null) return err({ code: 'no-file-open' });
    const committed = commit(() => ok({ value: null, facts: {} }));
    if (!committed.ok) return committed;
    return createBackup({
      database: file.database.driver,
      folder: backupsFolder(path),
      reason: 'manual',
      now: app.ports.now(),
      openCopy,
      report: ({ done, total }) => {
        report({ name: basename(path), phase: 'backup', done, total });
      },
    });
  },

  async listBackups({ app }) {
    const file = app.file();
    if (file === null) return err({ code: 'no-file-open' });
    const folder = backupsFolder(file.database.path);
    const listed = await listBackups({ folder });
    return listed.ok ? ok({ folder, backups: listed.value }) : listed;
  },

  signIn({ sessions, record }, { role, name }) {
    const session = sessions.start({ role, name });
    record({ as: role, person: name });
    return ok({ sessionId: session.id });
  },
};
