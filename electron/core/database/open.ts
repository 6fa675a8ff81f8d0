/** The one file that knows the SQLite driver: opens a data file as its only owner, with every pragma in one place. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FileKind } from '../../../shared/views.ts';
import { systemCode } from '../disk.ts';
import type { CopyHandle } from './backup.ts';
import {
  companionEndings,
  hasCompanions,
  readImprint,
  removeCompanions,
  setStrangersAside,
  type Imprint,
} from './companions.ts';
import { fileVersion, migrations } from './migrate.ts';
import { createHandles, type ReadHandle, type WriteHandle } from './query.ts';
import { strangeShape } from './schema.ts';

/** "BVng" in the header of every data file: no other program's SQLite file is taken for one of ours. */
export const applicationId = 0x42566e67;

const SQLITE_HEADER = 'SQLite format 3\0';
/** Where the header of an SQLite file holds `user_version` and `application_id`. */
const VERSION_AT = 60;
const APPLICATION_AT = 68;
/** Where the header says how the file is written: 2 with a log, 1 without. */
const FORMAT_AT = 18;
const HEADER_SIZE = 100;

/** An open data file: its handles, its one way to write, and its end. */
export interface OpenDatabase {
  readonly path: string;
  readonly read: ReadHandle;
  /** Runs the work in one immediate transaction; an `err` or a throw rolls everything back. */
  transaction<T>(work: (write: WriteHandle) => Result<T, AppError>): Result<T, AppError>;
  /** Runs the work as it would be run, and rolls it back whatever it comes to. */
  rehearse<T>(work: (write: WriteHandle) => Result<T, AppError>): Result<T, AppError>;
  /** The driver's own handle, for the online backup and the migration runner. */
  readonly driver: Sqlite.Database;
  /** Whether the file that was opened still stands under its name: neither gone nor another. */
  isInPlace(): boolean;
  close(): void;
}

/** Pragmas of every connection, and what each must answer (checked by a test). */
export const pragmas = [
  ['journal_mode = WAL', 'wal'],
  ['synchronous = FULL', 2],
  ['foreign_keys = ON', 1],
  ['secure_delete = ON', 1],
  ['trusted_schema = OFF', 0],
  ['cell_size_check = ON', 1],
  ['temp_store = MEMORY', 2],
] as const;

/**
 * Opens a data file as its only owner. A file that is refused is left as it is: it is judged before anything is set.
 * Errors: file-not-found, file-exists, file-in-use, file-not-bangvang, file-from-future, file-of-trial, file-altered,
 * file-damaged, file-read-only, folder-not-readable, folder-not-writable.
 */
export function openDatabase({
  path,
  mode,
}: {
  readonly path: string;
  readonly mode: 'existing' | 'new';
}): Result<OpenDatabase, AppError> {
  if (mode === 'existing') {
    if (!existsSync(path)) return err({ code: 'file-not-found', path });
    const judged = judgeHeader(path);
    if (!judged.ok) return judged;
  } else if (existsSync(path)) {
    return err({ code: 'file-exists', path });
  }
  let driver: Sqlite.Database | null = null;
  try {
    if (mode === 'new') removeCompanions(path);
    else if (hasCompanions(path) && !isLocked(path)) setStrangersAside(path, { alone, withLog });
    driver = new Sqlite(path, { timeout: 500, fileMustExist: mode === 'existing' });
    driver.pragma('locking_mode = EXCLUSIVE');
    // Takes the lock now: a second owner must fail here, not at its first write.
    driver.exec('begin immediate; commit;');
    if (mode === 'new') {
      // Before there is a log: from its first moment the file itself says whose it is.
      driver.pragma(`application_id = ${applicationId}`);
    } else {
      const check = firstDamage(driver);
      if (check !== null) {
        driver.close();
        return err(damaged(path, check));
      }
      const shape = judgeShape(driver, path);
      if (!shape.ok) {
        driver.close();
        return shape;
      }
    }
    for (const [pragma] of pragmas) driver.pragma(pragma);
    // A change of the log's mode may have let the lock go.
    driver.exec('begin immediate; commit;');
    return ok(wrap(path, driver));
  } catch (cause) {
    driver?.close();
    const error = sqliteError({ cause, path });
    // Its header was ours: what follows is a file of ours that is no longer whole, down to the text of its schema.
    const isBroken =
      error === null ? isStrange(cause) && mode === 'existing' : error.code === 'file-not-bangvang';
    if (isBroken) return err(damaged(path, String(cause)));
    if (error === null) throw cause;
    return err(error);
  }
}

/** SQLite doesn't understand what it reads. */
function isStrange(cause: unknown): boolean {
  return cause instanceof Sqlite.SqliteError && cause.code === 'SQLITE_ERROR';
}

/** Why a copy that is not open is no data file of this very app; null when it is one, or can't be read at all. */
export function judgeCopy(path: string): AppError | null {
  try {
    return lookInto(path, (driver) => {
      if (Number(driver.pragma('application_id', { simple: true })) !== applicationId) return null;
      const version = fileVersion(driver);
      if (version > migrations.length)
        return { code: 'file-from-future', path, version, known: migrations.length };
      const shape = judgeShape(driver, path);
      return shape.ok ? null : shape.error;
    });
  } catch {
    // Whoever puts it back says what is wrong with it.
    return null;
  }
}

/** Whether somebody holds the file, asked without writing to it or to what lies beside it. */
function isLocked(path: string): boolean {
  try {
    lookInto(path, (driver) => driver.pragma('schema_version'));
    return false;
  } catch (cause) {
    return sqliteError({ cause, path })?.code === 'file-in-use';
  }
}

/** Reads from a file that is not open here, and leaves nothing beside it that was not there. Throws the driver's failures. */
function lookInto<T>(path: string, work: (driver: Sqlite.Database) => T): T {
  const hadBeside = companionEndings.filter((ending) => existsSync(path + ending));
  const driver = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 500 });
  try {
    return work(driver);
  } finally {
    driver.close();
    for (const ending of companionEndings)
      if (!hadBeside.includes(ending)) rmSync(path + ending, { force: true });
  }
}

/** What the file says without its log; null when that is not whole. */
function alone(path: string): Imprint | null {
  const image = readFileSync(path);
  // In memory there is no log: the header must not ask for one.
  image.fill(1, FORMAT_AT, FORMAT_AT + 2);
  return imprintOf(() => new Sqlite(image));
}

/** What a copy says with the log beside it; null when the two are not whole together. */
function withLog(path: string): Imprint | null {
  return imprintOf(() => new Sqlite(path, { fileMustExist: true }));
}

function imprintOf(open: () => Sqlite.Database): Imprint | null {
  let driver: Sqlite.Database | null = null;
  try {
    driver = open();
    return firstDamage(driver) === null ? readImprint(driver) : null;
  } catch (cause) {
    if (cause instanceof Sqlite.SqliteError) return null;
    throw cause;
  } finally {
    driver?.close();
  }
}

/** Whether the file has the shape of this app's own. Errors: file-of-trial, file-altered. */
function judgeShape(driver: Sqlite.Database, path: string): Result<null, AppError> {
  const strange = strangeShape(driver, () => new Sqlite(':memory:'));
  switch (strange) {
    case null:
      return ok(null);
    case 'altered':
      return err({ code: 'file-altered', path, backups: backupsFolder(path) });
    case 'of-trial':
      return err({ code: 'file-of-trial', path });
  }
}

function damaged(path: string, detail: string): AppError {
  return { code: 'file-damaged', path, detail, backups: backupsFolder(path) };
}

/** The first damage that SQLite's quick check finds; null for a file that is whole. */
function firstDamage(driver: Sqlite.Database): string | null {
  const check = driver.pragma('quick_check(1)', { simple: true });
  return check === 'ok' ? null : String(check);
}

/** Whether an open data file is whole, as far as SQLite's quick check tells. */
export function isWhole(driver: Sqlite.Database): boolean {
  try {
    return firstDamage(driver) === null;
  } catch (cause) {
    if (cause instanceof Sqlite.SqliteError) return false;
    throw cause;
  }
}

/** Whether somebody, here or in another process, has a data file open. A file that can't be read is in nobody's use. */
export function isInUse(path: string): boolean {
  if (!existsSync(path)) return false;
  let driver: Sqlite.Database | null = null;
  try {
    driver = new Sqlite(path, { timeout: 500, fileMustExist: true });
    driver.exec('begin immediate; commit;');
    return false;
  } catch (cause) {
    return sqliteError({ cause, path })?.code === 'file-in-use';
  } finally {
    driver?.close();
  }
}

/** What a data file that is not open says it is; null when it can't be read. */
export function fileKind(path: string): FileKind | null {
  try {
    return lookInto(
      path,
      (driver) =>
        driver.prepare<[], { readonly kind: FileKind }>('select kind from file_info').get()?.kind ?? null,
    );
  } catch {
    // Whatever it is, it is no data file of a known kind.
    return null;
  }
}

/** Reads from a data file that is not open, and writes nothing; null when it can't be read. */
export function readDataFile<T>(path: string, work: (read: ReadHandle) => T | null): T | null {
  try {
    return lookInto(path, (driver) => work(createHandles(driver).read));
  } catch (cause) {
    // Damaged, of another shape, or no file at all.
    if (cause instanceof Sqlite.SqliteError || cause instanceof TypeError) return null;
    throw cause;
  }
}

/** The folder beside a data file where its backups are. */
export function backupsFolder(path: string): string {
  return `${path}.backups`;
}

/** Opens a copy of a data file on its own, to be checked before it counts. Throws when it is no SQLite file. */
export function openCopy(path: string): CopyHandle {
  return new Sqlite(path, { fileMustExist: true });
}

/** The expected failures of the driver as errors of ours; null for anything else, which is a bug. */
export function sqliteError({
  cause,
  path,
}: {
  readonly cause: unknown;
  readonly path: string;
}): AppError | null {
  if (!(cause instanceof Sqlite.SqliteError)) {
    if (cause instanceof TypeError && /directory does not exist/.test(cause.message)) {
      return { code: 'folder-not-writable', path };
    }
    return null;
  }
  const { code, message } = cause;
  if (code === 'SQLITE_FULL') return { code: 'disk-full', path };
  if (code.startsWith('SQLITE_READONLY')) return { code: 'file-read-only', path };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return { code: 'file-in-use', path };
  if (code.startsWith('SQLITE_CANTOPEN')) return { code: 'folder-not-writable', path };
  if (code.startsWith('SQLITE_NOTADB')) return { code: 'file-not-bangvang', path };
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) {
    return damaged(path, message);
  }
  return null;
}

/** Whether a file begins as a data file of this app does. One that can't be read is none. */
export function isDataFile(path: string): boolean {
  try {
    return isOurs(readHeader(path));
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
    return false;
  }
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_SIZE);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, header, 0, HEADER_SIZE, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}

function isOurs(header: Buffer): boolean {
  const isSqlite = header.toString('latin1', 0, SQLITE_HEADER.length) === SQLITE_HEADER;
  return isSqlite && header.readUInt32BE(APPLICATION_AT) === applicationId;
}

/** Judges a file by its first bytes, without the driver, which would write to it. */
function judgeHeader(path: string): Result<null, AppError> {
  let header: Buffer;
  try {
    header = readHeader(path);
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'EISDIR') return err({ code: 'file-not-bangvang', path });
    if (code === 'EACCES' || code === 'EPERM')
      return err({ code: 'folder-not-readable', path: dirname(path) });
    throw cause;
  }
  if (!isOurs(header)) return err({ code: 'file-not-bangvang', path });
  const version = header.readUInt32BE(VERSION_AT);
  const known = migrations.length;
  if (version > known) return err({ code: 'file-from-future', path, version, known });
  // A file without any migration is one whose making was cut short; nothing was ever in it.
  if (version === 0) return err({ code: 'file-not-bangvang', path });
  // The driver would open it all the same, and fail at its first lock as if the file were broken.
  if (!mayWrite(path)) return err({ code: 'file-read-only', path });
  return mayWrite(dirname(path)) ? ok(null) : err({ code: 'folder-not-writable', path: dirname(path) });
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

class RolledBack<T> extends Error {
  readonly outcome: Result<T, AppError>;
  constructor(outcome: Result<T, AppError>) {
    super('rolled back');
    this.outcome = outcome;
  }
}

function wrap(path: string, driver: Sqlite.Database): OpenDatabase {
  const { read, write } = createHandles(driver);
  const identity = identityOf(path);

  /**
   * “Đã lưu” is in the one file: what lies beside it may be left behind by whoever copies it, and would tell in which
   * order ballots were typed. Where the disk refuses, what was written is safe in the log, and settles with the next.
   */
  function settle(): void {
    try {
      driver.pragma('wal_checkpoint(TRUNCATE)');
    } catch (cause) {
      if (!(cause instanceof Sqlite.SqliteError)) throw cause;
    }
  }

  function run<T>(
    work: (write: WriteHandle) => Result<T, AppError>,
    end: 'commit' | 'roll-back',
  ): Result<T, AppError> {
    const transaction = driver.transaction(() => {
      const outcome = work(write);
      if (!outcome.ok || end === 'roll-back') throw new RolledBack(outcome);
      return outcome;
    });
    try {
      const done = transaction.immediate();
      settle();
      return done;
    } catch (cause) {
      if (cause instanceof RolledBack) return cause.outcome as Result<T, AppError>;
      const error = sqliteError({ cause, path });
      if (error === null) throw cause;
      return err(error);
    }
  }

  return {
    path,
    read,
    driver,
    transaction: (work) => run(work, 'commit'),
    rehearse: (work) => run(work, 'roll-back'),
    isInPlace() {
      return identityOf(path) === identity;
    },
    close() {
      driver.pragma('optimize');
      driver.pragma('wal_checkpoint(TRUNCATE)');
      driver.close();
    },
  };
}

/** Which file stands under a name, as the disk numbers it; null for none. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}
