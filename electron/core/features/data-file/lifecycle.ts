/** The life of a data file: made whole or not at all, opened by one owner, backed up when it is closed. */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import type { AppError } from '../../../../shared/errors.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { OpenedFile } from '../../../../shared/views.ts';
import { ownerName } from '../../../../shared/vi/data-file.ts';
import { lastAuditAt } from '../../audit.ts';
import type { App, OpenFile } from '../../context.ts';
import { createBackup, pruneBackups } from '../../database/backup.ts';
import { removeCompanions } from '../../database/companions.ts';
import { isBehind, migrate } from '../../database/migrate.ts';
import { backupsFolder, openCopy, openDatabase, sqliteError } from '../../database/open.ts';
import { disk, diskError, exists, renameSynced } from '../../disk.ts';
import { DATA_FILE_ENDING } from '../../folders.ts';
import { mustBeAsSealed } from '../seal-check.ts';
import { readSchool } from '../season.ts';
import { writeFirstRows, type NewFile } from './first-rows.ts';
import { findInfo } from './info.ts';
import { remember } from './recent.ts';
import { syncCatalogueRows } from './catalogue-rows.ts';

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
      syncCatalogueRows(write);
      return ok(null);
    });
    if (!synced.ok) {
      database.driver.close();
      return synced;
    }
    const info = findInfo(database.read);
    if (info === undefined) {
      database.close();
      return err({ code: 'file-not-bangvang', path });
    }
    const sealed = mustBeAsSealed(database.read);
    return ok({
      database,
      fileId: info.file_id,
      kind: info.kind,
      broken: sealed.ok ? null : sealed.error,
      openedAt: lastAuditAt(database.read),
    });
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
  await rm(path, { force: true });
  const opened = openDatabase({ path, mode: 'new' });
  if (!opened.ok) return 'path' in opened.error ? err({ ...opened.error, path: input.path }) : opened;
  const { driver } = opened.value;
  let filled: Result<unknown, AppError>;
  try {
    filled = migrate({ target: driver, path: input.path });
    if (filled.ok) filled = writeFirstRows(app, opened.value, input);
    opened.value.close();
  } catch (cause) {
    driver.close();
    filled = err(mustExpect(cause, input.path));
  }
  if (filled.ok) return ok(path);
  await rm(path, { force: true });
  removeCompanions(path);
  return filled;
}

/** Closes what is open, and opens a data file. Errors: of `openDatabase`, of backups and migrations. */
export async function openDataFile(app: App, path: string): Promise<Result<OpenedFile, AppError>> {
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

/**
 * Makes a data file and opens it. Errors: file-exists, drive-not-found, folder-not-writable, name-too-long, those of
 * `make`.
 */
export async function createDataFile(app: App, input: NewFile): Promise<Result<OpenedFile, AppError>> {
  const path = input.path.endsWith(DATA_FILE_ENDING) ? input.path : `${input.path}${DATA_FILE_ENDING}`;
  // A place that depends on where the program was started from is none.
  if (!isAbsolute(path)) return err({ code: 'drive-not-found', path });
  try {
    if (await exists({ disk, path })) return err({ code: 'file-exists', path });
    // The longest name that is made beside it: what the disk can't hold is refused before anything is made.
    await exists({ disk, path: `${path}${UNFINISHED}-journal` });
  } catch (cause) {
    return err(diskError({ cause, path }));
  }
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
    // What lies beside a name that had no file is of one that is gone.
    removeCompanions(path);
    await renameSynced({ disk, from: made.value, to: path });
  } catch (cause) {
    return err(diskError({ cause, path }));
  }
  return openDataFile(app, path);
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
