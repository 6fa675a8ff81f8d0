/** Writing that survives pulled sticks, full drives and virus scanners: the few disk operations that are shared. */
import * as promises from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppError } from '../../shared/errors.ts';
import { diskTroubles } from '../../shared/vi/disk.ts';

/** The slice of `node:fs/promises` that writes and reads; a test hands in one that fails on purpose. */
export type Disk = Pick<
  typeof promises,
  'lstat' | 'mkdir' | 'mkdtemp' | 'open' | 'readdir' | 'rename' | 'rm' | 'statfs'
>;

/** The real disk. */
export const disk: Disk = promises;

/** Bytes per read and write: small enough for a bar that moves on a slow stick. */
export const CHUNK = 1024 * 1024;

const BUSY: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const RETRIES = 6;
const FIRST_WAIT = 40;

/** The system's code of a failure ("ENOSPC"); null when the cause is not a failure of the system. */
export function systemCode(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return null;
  return 'syscall' in cause || cause.code.startsWith('SQLITE_') ? cause.code : null;
}

/** Free bytes of the disk where a folder is; null when the system will not say. */
export async function freeBytes({
  disk,
  path,
}: {
  readonly disk: Disk;
  readonly path: string;
}): Promise<number | null> {
  try {
    const { bavail, bsize } = await disk.statfs(path);
    return bavail * bsize;
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
    return null;
  }
}

/** The expected failures of a write as errors of ours. Anything else is a bug and is thrown again. */
export function diskError({ cause, path }: { readonly cause: unknown; readonly path: string }): AppError {
  if (cause instanceof Cancelled) return { code: 'cancelled' };
  const code = systemCode(cause);
  // SQLite appends what it was doing: SQLITE_IOERR_FSYNC.
  switch (/^SQLITE_[A-Z]+/.exec(code ?? '')?.[0] ?? code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return { code: 'disk-full', path };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
      return { code: 'folder-not-writable', path };
    case 'ENOENT':
      return { code: 'drive-not-found', path };
    case 'EBUSY':
    case 'ETXTBSY':
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return { code: 'copy-failed', path, detail: diskTroubles.busy };
    case 'EIO':
    case 'SQLITE_IOERR':
      return { code: 'copy-failed', path, detail: diskTroubles.device };
    case 'ENODEV':
    case 'ENXIO':
    case 'ETIMEDOUT':
    case 'UNKNOWN':
      // UNKNOWN: Windows' own codes for a device that left, when Node has no name for them.
      return { code: 'copy-failed', path, detail: diskTroubles.gone };
    case 'ENAMETOOLONG':
      return { code: 'name-too-long', path };
    case 'EFBIG':
      return { code: 'copy-failed', path, detail: diskTroubles['file-too-large'] };
    default:
      throw cause;
  }
}

/** The expected failures of a read. Anything else is a bug and is thrown again. */
export function readError({ cause, path }: { readonly cause: unknown; readonly path: string }): AppError {
  const error = diskError({ cause, path });
  return error.code === 'folder-not-writable' ? { code: 'folder-not-readable', path } : error;
}

/** Thrown by `throwIfCancelled`; `diskError` answers it with `cancelled`. */
export class Cancelled extends Error {}

/** Leaves a long copy at once when its person asked to stop. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Cancelled();
}

/** Tries again for about two and a half seconds while a virus scanner or an indexer holds the file. */
export async function retryWhileBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (cause) {
      const code = systemCode(cause);
      if (attempt >= RETRIES || code === null || !BUSY.has(code)) throw cause;
      await sleep(FIRST_WAIT * 2 ** attempt);
    }
  }
}

/** Writes a new file and flushes it; never over one that is there. */
export async function writeNewFile({
  disk,
  path,
  chunks,
}: {
  readonly disk: Disk;
  readonly path: string;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}): Promise<void> {
  const handle = await retryWhileBusy(() => disk.open(path, 'wx'));
  try {
    for await (const chunk of chunks) {
      let written = 0;
      while (written < chunk.length) {
        written += (await handle.write(chunk, written, chunk.length - written)).bytesWritten;
      }
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Reads a file piece by piece; each piece is only good until the next is asked for. */
export async function* readChunks({
  disk,
  path,
  signal,
}: {
  readonly disk: Disk;
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
}): AsyncGenerator<Uint8Array> {
  const handle = await disk.open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      throwIfCancelled(signal);
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Copies a file to a new one and flushes it. */
export async function copyToNewFile({
  disk,
  from,
  to,
}: {
  readonly disk: Disk;
  readonly from: string;
  readonly to: string;
}): Promise<void> {
  await writeNewFile({ disk, path: to, chunks: readChunks({ disk, path: from }) });
}

const NO_FOLDER_SYNC: ReadonlySet<string> = new Set([
  'EISDIR',
  'EINVAL',
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'ENOSYS',
]);

/** Flushes a folder's list of names, where the system knows how (Windows and some stick formats do not). */
export async function syncFolder({
  disk,
  path,
}: {
  readonly disk: Disk;
  readonly path: string;
}): Promise<void> {
  try {
    const handle = await disk.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const code = systemCode(cause);
    if (code === null || !NO_FOLDER_SYNC.has(code)) throw cause;
  }
}

/** Gives a finished file or folder its final name and flushes the folder that holds it. */
export async function renameSynced({
  disk,
  from,
  to,
}: {
  readonly disk: Disk;
  readonly from: string;
  readonly to: string;
}): Promise<void> {
  await retryWhileBusy(() => disk.rename(from, to));
  await syncFolder({ disk, path: dirname(to) });
}

/** Says whether anything, even a broken link, has this name. */
export async function exists({
  disk,
  path,
}: {
  readonly disk: Disk;
  readonly path: string;
}): Promise<boolean> {
  try {
    await disk.lstat(path);
    return true;
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw cause;
  }
}

/** Removes what a failed or cancelled copy left; silent, since the place may be gone too. */
export async function removeQuietly({
  disk,
  path,
}: {
  readonly disk: Disk;
  readonly path: string;
}): Promise<void> {
  try {
    await disk.rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
  }
}
