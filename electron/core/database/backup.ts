/**
 * Backups of a data file, in `<file>.backups/` beside it: made online, checked, and never half there. How many are
 * kept is in `backupsToRemove`.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { BackupRow } from '../../../shared/views.ts';
import {
  copyToNewFile,
  disk as realDisk,
  diskError,
  exists,
  readError,
  removeQuietly,
  renameSynced,
  retryWhileBusy,
  syncFolder,
  systemCode,
  throwIfCancelled,
  type Disk,
} from '../disk.ts';

export type BackupReason = BackupRow['reason'];

/** The slice of an open SQLite handle that is backed up. */
export interface BackupSource {
  backup(
    path: string,
    options: { progress(info: { readonly totalPages: number; readonly remainingPages: number }): number },
  ): Promise<unknown>;
  pragma(source: string, options: { readonly simple: true }): unknown;
}

/** The slice of a second handle, by which a copy is checked before it counts. */
export interface CopyHandle {
  pragma(source: string, options: { readonly simple: true }): unknown;
  close(): void;
}

/** Opens a copy for reading and writing with the SQLite driver, and throws when it cannot. */
export type OpenCopy = (path: string) => CopyHandle;

const UNFINISHED = '.dang-sao';
const COMPANIONS = ['-wal', '-shm', '-journal'] as const;
const NAME =
  /^(\d{4})-(\d{2})-(\d{2})_(\d{2})(\d{2})(\d{2})_(close|migration|restore|manual)(?:-(\d+))?\.bangvang$/;
const PAGES_AT_ONCE = 500;

/**
 * Backs up an open data file while it is in use; the copy is checked and stands alone (no -wal beside it).
 * Errors: disk-full, folder-not-writable, backup-not-usable (the copy did not pass the check), copy-failed, cancelled.
 */
export async function createBackup({
  database,
  folder,
  reason,
  now,
  openCopy,
  report = () => undefined,
  signal,
  disk = realDisk,
}: {
  readonly database: BackupSource;
  readonly folder: string;
  readonly reason: BackupReason;
  readonly now: Date;
  readonly openCopy: OpenCopy;
  /** Pages of the database. */
  readonly report?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal | undefined;
  readonly disk?: Disk;
}): Promise<Result<BackupRow, AppError>> {
  let unfinished: string | null = null;
  try {
    await disk.mkdir(folder, { recursive: true });
    await removeUnfinished({ disk, folder });
    const path = await freePath({ disk, folder, reason, now });
    unfinished = path + UNFINISHED;
    await database.backup(unfinished, {
      progress({ totalPages, remainingPages }) {
        throwIfCancelled(signal);
        report({ done: totalPages - remainingPages, total: totalPages });
        return PAGES_AT_ONCE;
      },
    });
    const applicationId = Number(database.pragma('application_id', { simple: true }));
    if (!settleCopy({ path: unfinished, applicationId, openCopy })) {
      await removeCopy({ disk, path: unfinished });
      return err({ code: 'backup-not-usable', path });
    }
    await flush({ disk, path: unfinished });
    await renameSynced({ disk, from: unfinished, to: path });
    return ok(await describe({ disk, path }));
  } catch (cause) {
    if (unfinished !== null) await removeCopy({ disk, path: unfinished });
    return err(backupError({ cause, path: folder }));
  }
}

/** The backups in a folder, newest first; none when there is no such folder. Errors: folder-not-readable, copy-failed. */
export async function listBackups({
  folder,
  disk = realDisk,
}: {
  readonly folder: string;
  readonly disk?: Disk;
}): Promise<Result<readonly BackupRow[], AppError>> {
  try {
    const names = (await disk.readdir(folder)).filter((name) => NAME.test(name));
    const rows = await Promise.all(names.map((name) => describe({ disk, path: join(folder, name) })));
    return ok(rows.sort(newestFirst));
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return ok([]);
    return err(readError({ cause, path: folder }));
  }
}

const TODAY = 3;
const DAYS = 10;
const SPECIAL_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Chooses which backups may go. Kept: of `close` and `manual`, the 3 newest of today and the newest of each of the 10
 * latest days before; every `migration` and `restore` one for 30 days. A backup from the future is kept, since it is
 * the clock that is wrong.
 */
export function backupsToRemove({
  backups,
  now,
}: {
  readonly backups: readonly BackupRow[];
  readonly now: Date;
}): readonly BackupRow[] {
  const today = localDay(now);
  const kept = new Set<BackupRow>();
  const perDay = new Map<string, number>();
  for (const backup of [...backups].sort(newestFirst)) {
    const at = new Date(backup.at);
    const day = localDay(at);
    if (day > today) {
      kept.add(backup);
    } else if (backup.reason === 'migration' || backup.reason === 'restore') {
      if (now.getTime() - at.getTime() <= SPECIAL_DAYS * DAY) kept.add(backup);
    } else {
      const already = perDay.get(day) ?? 0;
      const earlierDays = [...perDay.keys()].filter((other) => other !== today && other !== day).length;
      const room = day === today ? already < TODAY : already === 0 && earlierDays < DAYS;
      if (room) {
        perDay.set(day, already + 1);
        kept.add(backup);
      }
    }
  }
  return backups.filter((backup) => !kept.has(backup));
}

/** Removes what `backupsToRemove` chooses and gives the paths that are gone; one that will not go is left. */
export async function pruneBackups({
  folder,
  now,
  disk = realDisk,
}: {
  readonly folder: string;
  readonly now: Date;
  readonly disk?: Disk;
}): Promise<Result<readonly string[], AppError>> {
  const listed = await listBackups({ folder, disk });
  if (!listed.ok) return listed;
  const gone: string[] = [];
  for (const { path } of backupsToRemove({ backups: listed.value, now })) {
    await removeCopy({ disk, path });
    if (!(await exists({ disk, path }))) gone.push(path);
  }
  return ok(gone);
}

/**
 * Puts a backup in the place of a data file, which must be closed (or absent). The file of now, damaged or not, is
 * first kept as a `restore` backup, with its -wal, and only then touched; the new one takes its name in one step.
 * Errors: file-not-found, backup-not-usable, file-in-use, disk-full, folder-not-writable, copy-failed.
 */
export async function restoreBackup({
  backupPath,
  targetPath,
  folder,
  applicationId,
  now,
  openCopy,
  disk = realDisk,
}: {
  readonly backupPath: string;
  readonly targetPath: string;
  /** The backups folder of the target, where the file of now is kept. */
  readonly folder: string;
  /** What the header of a data file of this app says; another program's database is not usable. */
  readonly applicationId: number;
  readonly now: Date;
  readonly openCopy: OpenCopy;
  readonly disk?: Disk;
}): Promise<Result<{ readonly path: string; readonly kept: BackupRow | null }, AppError>> {
  if (resolve(backupPath) === resolve(targetPath))
    return err({ code: 'backup-not-usable', path: backupPath });
  const unfinished = targetPath + UNFINISHED;
  try {
    if (!(await exists({ disk, path: backupPath }))) return err({ code: 'file-not-found', path: backupPath });
    if (!(await disk.lstat(backupPath)).isFile()) return err({ code: 'backup-not-usable', path: backupPath });
    await removeCopy({ disk, path: unfinished });
    await copyWithWal({ disk, from: backupPath, to: unfinished });
    if (!settleCopy({ path: unfinished, applicationId, openCopy })) {
      await removeCopy({ disk, path: unfinished });
      return err({ code: 'backup-not-usable', path: backupPath });
    }
    await flush({ disk, path: unfinished });
    const kept = await keepPresentFile({ disk, targetPath, folder, now });
    // A -wal of the old file must never meet the new one; what it held is in the kept copy.
    for (const ending of COMPANIONS)
      await retryWhileBusy(() => disk.rm(targetPath + ending, { force: true }));
    await syncFolder({ disk, path: dirname(targetPath) });
    await renameSynced({ disk, from: unfinished, to: targetPath });
    return ok({ path: targetPath, kept });
  } catch (cause) {
    await removeCopy({ disk, path: unfinished });
    const code = systemCode(cause);
    // Windows' way to say that somebody still has the file open.
    if (code === 'EBUSY' || (code === 'EPERM' && process.platform === 'win32')) {
      return err({ code: 'file-in-use', path: targetPath });
    }
    return err(backupError({ cause, path: targetPath }));
  }
}

/** Copies the file that is about to be replaced, with its -wal, under a `restore` name; null when there is none. */
async function keepPresentFile({
  disk,
  targetPath,
  folder,
  now,
}: {
  readonly disk: Disk;
  readonly targetPath: string;
  readonly folder: string;
  readonly now: Date;
}): Promise<BackupRow | null> {
  if (!(await exists({ disk, path: targetPath }))) return null;
  await disk.mkdir(folder, { recursive: true });
  await removeUnfinished({ disk, folder });
  const path = await freePath({ disk, folder, reason: 'restore', now });
  const unfinished = path + UNFINISHED;
  try {
    await copyWithWal({ disk, from: targetPath, to: unfinished });
    const wal = `${unfinished}-wal`;
    if (await exists({ disk, path: wal })) await renameSynced({ disk, from: wal, to: `${path}-wal` });
    await renameSynced({ disk, from: unfinished, to: path });
  } catch (cause) {
    await removeCopy({ disk, path: unfinished });
    await removeCopy({ disk, path });
    throw cause;
  }
  return describe({ disk, path });
}

/** A plain copy, for files that may be damaged; with the -wal, in which the last changes may still be. */
async function copyWithWal({
  disk,
  from,
  to,
}: {
  readonly disk: Disk;
  readonly from: string;
  readonly to: string;
}): Promise<void> {
  const wal = `${from}-wal`;
  if (await exists({ disk, path: wal })) await copyToNewFile({ disk, from: wal, to: `${to}-wal` });
  await copyToNewFile({ disk, from, to });
}

/** Folds a -wal into the copy, leaves WAL mode so that the copy stands alone, and checks it through. */
function settleCopy({
  path,
  applicationId,
  openCopy,
}: {
  readonly path: string;
  readonly applicationId: number;
  readonly openCopy: OpenCopy;
}): boolean {
  let copy: CopyHandle | null = null;
  try {
    copy = openCopy(path);
    if (copy.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return false;
    if (copy.pragma('application_id', { simple: true }) !== applicationId) return false;
    return copy.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (cause) {
    if (isDamage(cause)) return false;
    throw cause;
  } finally {
    copy?.close();
  }
}

/** Flushes a file that another program part has written. */
async function flush({ disk, path }: { readonly disk: Disk; readonly path: string }): Promise<void> {
  const handle = await retryWhileBusy(() => disk.open(path, 'r+'));
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeCopy({ disk, path }: { readonly disk: Disk; readonly path: string }): Promise<void> {
  for (const ending of ['', ...COMPANIONS]) await removeQuietly({ disk, path: path + ending });
}

/** Clears what a killed run left. */
async function removeUnfinished({
  disk,
  folder,
}: {
  readonly disk: Disk;
  readonly folder: string;
}): Promise<void> {
  for (const name of await disk.readdir(folder)) {
    const base = COMPANIONS.reduce(
      (text, ending) => (text.endsWith(ending) ? text.slice(0, -ending.length) : text),
      name,
    );
    if (base.endsWith(UNFINISHED)) await removeQuietly({ disk, path: join(folder, name) });
  }
}

/** `2026-05-21_153012_close.bangvang` in the laptop's own time, with `-2` when two are made in one second. */
async function freePath({
  disk,
  folder,
  reason,
  now,
}: {
  readonly disk: Disk;
  readonly folder: string;
  readonly reason: BackupReason;
  readonly now: Date;
}): Promise<string> {
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join('');
  const stem = `${localDay(now)}_${time}_${reason}`;
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}${number === 1 ? '' : `-${number}`}.bangvang`);
    if (!(await exists({ disk, path }))) return path;
  }
}

async function describe({ disk, path }: { readonly disk: Disk; readonly path: string }): Promise<BackupRow> {
  const name = basename(path);
  const parts = NAME.exec(name);
  if (parts === null) throw new Error(`Not the name of a backup: ${name}`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const at = new Date(year, month - 1, day, hour, minute, second).toISOString();
  return { path, name, at, reason: parts[7] as BackupReason, bytes: (await disk.lstat(path)).size };
}

function newestFirst(a: BackupRow, b: BackupRow): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return ordinal(b) - ordinal(a);
}

/** Which of the backups of one second it is, from 1. */
function ordinal({ name }: BackupRow): number {
  return Number(NAME.exec(name)?.[8] ?? 1);
}

function localDay(date: Date): string {
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** As `diskError`; the driver also says in words, not in a code, that the folder is gone. */
function backupError({ cause, path }: { readonly cause: unknown; readonly path: string }): AppError {
  if (cause instanceof TypeError && cause.message.includes('directory does not exist')) {
    return { code: 'folder-not-writable', path };
  }
  return isDamage(cause) ? { code: 'backup-not-usable', path } : diskError({ cause, path });
}

function isDamage(cause: unknown): boolean {
  const code = systemCode(cause);
  return code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT') === true;
}
