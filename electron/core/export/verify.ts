/** Checks a package on any laptop: every listed file is there and is what it was, and nothing else is there. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { disk as realDisk, readChunks, readError, systemCode, type Disk } from '../disk.ts';
import {
  checkSignature,
  MANIFEST,
  renderSums,
  sha256,
  SUMS,
  type Manifest,
  type ManifestEntry,
} from './manifest.ts';
import { parseManifest, parseSums, UNKNOWN_SIZE } from './parse.ts';

export interface PackageVerdict {
  /** Nothing is changed, missing or added, and the signature, if there is one, is right. */
  readonly ok: boolean;
  readonly path: string;
  /** The check code recomputed from the list, to be compared with the one on paper. */
  readonly rootHash: string;
  /** How many files were compared, the lists included. */
  readonly files: number;
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
  readonly signature: 'valid' | 'invalid' | 'none';
  readonly publicKey: string | null;
  readonly title: string;
  readonly createdAt: string;
}

export interface VerifyProgress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

/** The largest list that is read; one of 10,000 files is a tenth of it. */
const LARGEST_LIST = 16 * 1024 * 1024;

/** What Windows and macOS put into a folder when someone only looks at it. */
const LITTER = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i;

interface Found {
  readonly path: string;
  readonly kind: 'file' | 'other';
  /** The name as the disk has it, which may be decomposed (macOS). */
  readonly onDisk: string;
}

/**
 * Verifies the package in a folder. Reads only regular files below that folder: a link counts as a changed or added
 * file and is never followed. Errors: not-a-package, drive-not-found (the stick is gone),
 * folder-not-readable, copy-failed, cancelled.
 */
export async function verifyPackage({
  path,
  signal,
  report = () => undefined,
  disk = realDisk,
}: {
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
  readonly report?: (progress: VerifyProgress) => void;
  readonly disk?: Disk;
}): Promise<Result<PackageVerdict, AppError>> {
  try {
    const found = await walk({ disk, root: path });
    if (found === null) return err({ code: 'not-a-package', path });
    const lists = await readLists({ disk, found, root: path });
    if (lists === null) return err({ code: 'not-a-package', path });
    const { manifest, wrong } = lists;
    const changed = wrong.filter((name) => found.has(name));
    const missing = wrong.filter((name) => !found.has(name));
    const listed = new Set([MANIFEST, SUMS, ...manifest.files.map((entry) => entry.path)]);
    let done = 0;
    for (const entry of manifest.files) {
      report({ done, total: manifest.files.length, name: entry.path });
      const state = await compare({ disk, root: path, entry, found: found.get(entry.path), signal });
      if (state === 'changed') changed.push(entry.path);
      if (state === 'missing') missing.push(entry.path);
      if (state === 'other-size' && !changed.includes(MANIFEST)) changed.push(MANIFEST);
      done += 1;
      report({ done, total: manifest.files.length, name: entry.path });
    }
    // A stick that was pulled out half way must not look like a package with missing files.
    await disk.lstat(path);
    const added = [...found.keys()].filter((name) => !listed.has(name) && !LITTER.test(lastName(name)));
    const signature = checkSignature(manifest);
    const whole = changed.length + missing.length + added.length === 0;
    return ok({
      ok: whole && signature !== 'invalid',
      path,
      rootHash: manifest.rootHash,
      files: listed.size,
      changed: changed.sort(),
      missing: missing.sort(),
      added: added.sort(),
      signature,
      publicKey: manifest.publicKey,
      title: manifest.title,
      createdAt: manifest.createdAt,
    });
  } catch (cause) {
    return err(readError({ cause, path }));
  }
}

/** Everything below the folder by its path in NFC; null when it is no folder. Empty folders do not count. */
async function walk({
  disk,
  root,
}: {
  readonly disk: Disk;
  readonly root: string;
}): Promise<Map<string, Found> | null> {
  const found = new Map<string, Found>();
  try {
    if (!(await disk.lstat(root)).isDirectory()) return null;
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return null;
    throw cause;
  }
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await disk.readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries) {
      const onDisk = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        waiting.push(onDisk);
      } else {
        const path = onDisk.normalize('NFC');
        found.set(path, { path, onDisk, kind: entry.isFile() ? 'file' : 'other' });
      }
    }
  }
  return found;
}

interface Lists {
  readonly manifest: Manifest;
  /** Which of the two lists is not as it should be. */
  readonly wrong: string[];
}

/** Takes the list that is whole: manifest.json, or SHA256SUMS when only that one can still be read. */
async function readLists({
  disk,
  found,
  root,
}: {
  readonly disk: Disk;
  readonly found: ReadonlyMap<string, Found>;
  readonly root: string;
}): Promise<Lists | null> {
  const manifestText = await readList({ disk, root, found: found.get(MANIFEST) });
  const sumsText = await readList({ disk, root, found: found.get(SUMS) });
  const manifest = manifestText === null ? null : parseManifest(manifestText);
  if (manifest !== null && manifest.rootHash === sha256(renderSums(manifest))) {
    return { manifest, wrong: sumsText === renderSums(manifest) ? [] : [SUMS] };
  }
  const sums = sumsText === null ? null : parseSums(sumsText);
  if (sums === null || sumsText === null) return null;
  return { manifest: { ...sums, rootHash: sha256(sumsText), signature: null }, wrong: [MANIFEST] };
}

async function readList({
  disk,
  root,
  found,
}: {
  readonly disk: Disk;
  readonly root: string;
  readonly found: Found | undefined;
}): Promise<string | null> {
  if (found?.kind !== 'file') return null;
  const path = join(root, found.onDisk);
  if ((await disk.lstat(path)).size > LARGEST_LIST) return null;
  const pieces: Buffer[] = [];
  for await (const chunk of readChunks({ disk, path })) pieces.push(Buffer.from(chunk));
  return Buffer.concat(pieces).toString('utf8');
}

async function compare({
  disk,
  root,
  entry,
  found,
  signal,
}: {
  readonly disk: Disk;
  readonly root: string;
  readonly entry: ManifestEntry;
  readonly found: Found | undefined;
  readonly signal: AbortSignal | undefined;
}): Promise<'same' | 'changed' | 'missing' | 'other-size'> {
  if (found === undefined) return 'missing';
  if (found.kind !== 'file') return 'changed';
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of readChunks({ disk, path: join(root, found.onDisk), signal })) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch (cause) {
    // A file that the stick cannot give back is not the file that was handed in.
    if (systemCode(cause) === null) throw cause;
    return 'changed';
  }
  if (hash.digest('hex') !== entry.sha256) return 'changed';
  // The right bytes under a wrong size: it is the list that was touched.
  return entry.size === UNKNOWN_SIZE || entry.size === size ? 'same' : 'other-size';
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
