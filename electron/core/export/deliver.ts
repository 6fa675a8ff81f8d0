/**
 * Brings a package to a stick or a folder so that "có thể rút USB" is true: staged on the laptop, copied under an
 * in-progress name, flushed, read back, compared with the laptop's own hashes, and only then given its name.
 */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  CHUNK,
  disk as realDisk,
  diskError,
  exists,
  freeBytes,
  readChunks,
  removeQuietly,
  retryWhileBusy,
  syncFolder,
  throwIfCancelled,
  writeNewFile,
  type Disk,
} from '../disk.ts';
import type { BuiltPackage, PackageFile } from './manifest.ts';
import { isSafeName } from './names.ts';

/** Ending of a package that is not finished: whoever finds it knows not to hand it on. */
export const IN_PROGRESS = '.dang-chep';

export interface DeliveryProgress {
  readonly phase: 'stage' | 'copy' | 'verify';
  /** Bytes of this phase. */
  readonly done: number;
  readonly total: number;
  /** Path of the file at work, inside of the package. */
  readonly name: string;
}

export interface Delivered {
  readonly path: string;
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** Root hash, 64 hexadecimal digits. */
  readonly checkCode: string;
}

interface Work {
  readonly disk: Disk;
  readonly files: readonly PackageFile[];
  readonly total: number;
  readonly signal: AbortSignal | undefined;
  report(progress: DeliveryProgress): void;
}

/**
 * Copies a package to `<targetFolder>/<name>`, or `<name> (2)` when that is taken; never over anything.
 * The name must be a safe name (`safeName`). Whatever goes wrong, nothing is left under the final name.
 * Errors: cancelled, drive-not-found, drive-full, folder-not-writable, copy-failed, copy-differs, disk-full (laptop).
 */
export async function deliverPackage({
  built,
  name,
  targetFolder,
  stagingFolder,
  signal,
  report = () => undefined,
  disk = realDisk,
}: {
  readonly built: BuiltPackage;
  readonly name: string;
  readonly targetFolder: string;
  /** A folder on the laptop for the staged copy, which is removed afterwards; made when it is not there. */
  readonly stagingFolder: string;
  readonly signal?: AbortSignal | undefined;
  readonly report?: (progress: DeliveryProgress) => void;
  readonly disk?: Disk;
}): Promise<Result<Delivered, AppError>> {
  if (!isSafeName(name)) throw new Error(`Not a safe name for a package: ${JSON.stringify(name)}`);
  const { files } = built;
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const work: Work = { disk, files, total, signal, report };

  const staged = await stage({ work, stagingFolder });
  if (!staged.ok) return staged;
  try {
    const placed = await place({ work, from: staged.value, name, targetFolder });
    if (!placed.ok) return placed;
    const { path, finalName } = placed.value;
    return ok({ path, name: finalName, files: files.length, bytes: total, checkCode: built.rootHash });
  } finally {
    await removeQuietly({ disk, path: staged.value });
  }
}

/** Writes the package into a new folder of the laptop. */
async function stage({
  work,
  stagingFolder,
}: {
  readonly work: Work;
  readonly stagingFolder: string;
}): Promise<Result<string, AppError>> {
  const { disk, files, total, signal } = work;
  let folder: string | null = null;
  try {
    await disk.mkdir(stagingFolder, { recursive: true });
    folder = await disk.mkdtemp(join(stagingFolder, 'bang-vang-'));
    await makeFolders({ disk, root: folder, files });
    let done = 0;
    for (const { path, bytes, size } of files) {
      throwIfCancelled(signal);
      work.report({ phase: 'stage', done, total, name: path });
      await writeNewFile({ disk, path: join(folder, path), chunks: slices(bytes) });
      done += size;
      work.report({ phase: 'stage', done, total, name: path });
    }
    return ok(folder);
  } catch (cause) {
    if (folder !== null) await removeQuietly({ disk, path: folder });
    return err(diskError({ cause, path: folder ?? stagingFolder }));
  }
}

/** Copies, flushes, compares, renames. */
async function place({
  work,
  from,
  name,
  targetFolder,
}: {
  readonly work: Work;
  readonly from: string;
  readonly name: string;
  readonly targetFolder: string;
}): Promise<Result<{ readonly path: string; readonly finalName: string }, AppError>> {
  const { disk, files } = work;
  const working = join(targetFolder, name + IN_PROGRESS);
  /** What of ours is on the stick now; set only once nothing of anyone else's can be there. */
  let ours: string | null = null;
  try {
    const tooSmall = await missingRoom({ work, targetFolder, working });
    if (tooSmall !== null) return err(tooSmall);
    await retryWhileBusy(() => disk.mkdir(working));
    ours = working;
    await makeFolders({ disk, root: working, files });
    const changed =
      (await copyFiles({ work, from, to: working })) ?? (await compareFiles({ work, folder: working }));
    if (changed !== null) {
      await removeQuietly({ disk, path: working });
      return err({ code: 'copy-differs', file: changed });
    }
    throwIfCancelled(work.signal);
    const finalName = await freeName({ disk, targetFolder, name });
    const path = join(targetFolder, finalName);
    await retryWhileBusy(() => disk.rename(working, path));
    ours = path;
    await syncFolder({ disk, path: targetFolder });
    return ok({ path, finalName });
  } catch (cause) {
    if (ours !== null) await removeQuietly({ disk, path: ours });
    const error = diskError({ cause, path: targetFolder });
    if (error.code !== 'disk-full') return err(error);
    return err({
      code: 'drive-full',
      path: targetFolder,
      needed: work.total,
      free: (await freeBytes({ disk, path: targetFolder })) ?? 0,
    });
  }
}

/** Checks the room before the first byte; clears what an interrupted run of the same package left. */
async function missingRoom({
  work,
  targetFolder,
  working,
}: {
  readonly work: Work;
  readonly targetFolder: string;
  readonly working: string;
}): Promise<AppError | null> {
  const { disk, files } = work;
  if (await exists({ disk, path: working })) {
    await disk.rm(working, { recursive: true, maxRetries: 5, retryDelay: 50 });
  }
  const { bavail, bsize } = await disk.statfs(targetFolder);
  // Each file and each folder takes whole blocks of the stick.
  const blocks =
    files.reduce((sum, file) => sum + Math.ceil(file.size / bsize), 0) + foldersOf(files).length + 1;
  const needed = blocks * bsize;
  const free = bavail * bsize;
  return needed > free ? { code: 'drive-full', path: targetFolder, needed, free } : null;
}

/** Copies the staged files; the first whose staged bytes are no longer what was hashed, or null. */
async function copyFiles({
  work,
  from,
  to,
}: {
  readonly work: Work;
  readonly from: string;
  readonly to: string;
}): Promise<string | null> {
  const { disk, files, total, signal } = work;
  let done = 0;
  for (const file of files) {
    const hash = createHash('sha256');
    work.report({ phase: 'copy', done, total, name: file.path });
    async function* watched(): AsyncGenerator<Uint8Array> {
      for await (const chunk of readChunks({ disk, path: join(from, file.path), signal })) {
        hash.update(chunk);
        yield chunk;
        done += chunk.length;
        work.report({ phase: 'copy', done, total, name: file.path });
      }
    }
    await writeNewFile({ disk, path: join(to, file.path), chunks: watched() });
    if (hash.digest('hex') !== file.sha256) return file.path;
  }
  for (const folder of foldersOf(files)) await syncFolder({ disk, path: join(to, folder) });
  await syncFolder({ disk, path: to });
  await syncFolder({ disk, path: dirname(to) });
  return null;
}

/** Reads everything back; the first file that is not what the laptop hashed, or null. */
async function compareFiles({
  work,
  folder,
}: {
  readonly work: Work;
  readonly folder: string;
}): Promise<string | null> {
  const { disk, files, total, signal } = work;
  let done = 0;
  for (const file of files) {
    const hash = createHash('sha256');
    work.report({ phase: 'verify', done, total, name: file.path });
    for await (const chunk of readChunks({ disk, path: join(folder, file.path), signal })) {
      hash.update(chunk);
      done += chunk.length;
      work.report({ phase: 'verify', done, total, name: file.path });
    }
    if (hash.digest('hex') !== file.sha256) return file.path;
  }
  return null;
}

/** The name, or the name with the first free number. */
async function freeName({
  disk,
  targetFolder,
  name,
}: {
  readonly disk: Disk;
  readonly targetFolder: string;
  readonly name: string;
}): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} (${number})`;
    if (!(await exists({ disk, path: join(targetFolder, candidate) }))) return candidate;
  }
}

/** Folders inside of the package, outer ones first. */
function foldersOf(files: readonly PackageFile[]): readonly string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    const names = path.split('/').slice(0, -1);
    names.forEach((_, depth) => folders.add(names.slice(0, depth + 1).join('/')));
  }
  return [...folders].sort();
}

async function makeFolders({
  disk,
  root,
  files,
}: {
  readonly disk: Disk;
  readonly root: string;
  readonly files: readonly PackageFile[];
}): Promise<void> {
  for (const folder of foldersOf(files)) await disk.mkdir(join(root, folder));
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += CHUNK) yield bytes.subarray(offset, offset + CHUNK);
}
