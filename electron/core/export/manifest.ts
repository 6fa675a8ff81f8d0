/**
 * The list that makes a folder a package: every file with its size and SHA-256, as JSON for the app and as SHA256SUMS
 * for the standard checksum program. The check code of the package is the SHA-256 of SHA256SUMS itself, so that it can
 * be recomputed by hand.
 */
import { createHash } from 'node:crypto';
import { readFirst } from '../../../shared/documents/read-first.ts';
import { tidy } from '../../../shared/names.ts';
import { isSafePath } from './names.ts';
import { isSignedBy, publicKeyOf, signText } from './sign.ts';

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
export const READ_FIRST = 'DOC-TRUOC.txt';
export const FORMAT = 'bang-vang-package';
export const FORMAT_VERSION = 1;

/** A file to put into a package; its path is relative, with `/`. */
export interface PackageInput {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ManifestEntry {
  readonly path: string;
  readonly size: number;
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string;
}

export interface PackageFile extends ManifestEntry {
  readonly bytes: Uint8Array;
}

/** What manifest.json says. */
export interface Manifest {
  readonly title: string;
  readonly school: string;
  readonly schoolYear: string;
  /** Instant, ISO 8601. */
  readonly createdAt: string;
  /** Ed25519, base64; null in a package that is not signed. */
  readonly publicKey: string | null;
  readonly files: readonly ManifestEntry[];
  /** SHA-256 of SHA256SUMS: the check code. */
  readonly rootHash: string;
  readonly signature: string | null;
}

export interface BuiltPackage {
  readonly manifest: Manifest;
  /** The check code, 64 hexadecimal digits. */
  readonly rootHash: string;
  /** All that lies in the package, by path: the files handed in, DOC-TRUOC.txt, manifest.json, SHA256SUMS. */
  readonly files: readonly PackageFile[];
}

/** SHA-256 in lower case hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Makes the manifest, the checksums and the note of how to check; the same input gives the same bytes.
 * Throws when a path is unsafe or two paths are one on a disk that ignores letter case: names come from the app.
 */
export function buildManifest({
  files,
  title,
  school,
  schoolYear,
  createdAt,
  signingSeed,
}: {
  readonly files: readonly PackageInput[];
  readonly title: string;
  readonly school: string;
  readonly schoolYear: string;
  readonly createdAt: string;
  /** 32 secret bytes that belong to the data file. */
  readonly signingSeed?: Uint8Array;
}): BuiltPackage {
  const facts = { title: tidy(title), school: tidy(school), schoolYear: tidy(schoolYear), createdAt };
  const note = { path: READ_FIRST, bytes: Buffer.from(readFirst(facts), 'utf8') };
  const content = [...files, note].map(toPackageFile).sort(byPath);
  refuseClashes(content.map((file) => file.path));
  const publicKey = signingSeed === undefined ? null : publicKeyOf(signingSeed);
  const entries = content.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  const sums = renderSums({ ...facts, publicKey, files: entries });
  const rootHash = sha256(sums);
  const unsigned: Manifest = { ...facts, publicKey, files: entries, rootHash, signature: null };
  const manifest: Manifest =
    signingSeed === undefined
      ? unsigned
      : { ...unsigned, signature: signText({ seed: signingSeed, ...signedPart(unsigned) }) };
  const lists = [
    { path: MANIFEST, bytes: Buffer.from(renderManifest(manifest), 'utf8') },
    { path: SUMS, bytes: Buffer.from(sums, 'utf8') },
  ].map(toPackageFile);
  return { manifest, rootHash, files: [...content, ...lists].sort(byPath) };
}

/** The text of manifest.json: one way to write each manifest. */
export function renderManifest(manifest: Manifest): string {
  const { title, school, schoolYear, createdAt, publicKey, rootHash, signature } = manifest;
  const files = manifest.files.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  const head = { format: FORMAT, version: FORMAT_VERSION, title, school, schoolYear, createdAt };
  return `${JSON.stringify({ ...head, publicKey, files, rootHash, signature }, null, 2)}\n`;
}

/** The text of SHA256SUMS, which `sha256sum -c` accepts: lines that start with `#` are remarks to that program. */
export function renderSums(manifest: Omit<Manifest, 'rootHash' | 'signature'>): string {
  const { title, school, schoolYear, createdAt, publicKey, files } = manifest;
  const head = [
    `# ${FORMAT} ${FORMAT_VERSION}`,
    `# title: ${title}`,
    `# school: ${school}`,
    `# school-year: ${schoolYear}`,
    `# created-at: ${createdAt}`,
    `# public-key: ${publicKey ?? '-'}`,
  ];
  return [...head, ...files.map((file) => `${file.sha256}  ${file.path}`), ''].join('\n');
}

/** Whether the manifest is signed, and by the key it names. */
export function checkSignature(manifest: Manifest): 'valid' | 'invalid' | 'none' {
  const { publicKey, signature } = manifest;
  if (publicKey === null && signature === null) return 'none';
  if (publicKey === null || signature === null) return 'invalid';
  return isSignedBy({ publicKey, signature, ...signedPart(manifest) }) ? 'valid' : 'invalid';
}

function signedPart(manifest: Manifest) {
  const text = renderManifest({ ...manifest, signature: null });
  return { version: FORMAT_VERSION, type: FORMAT, text };
}

function toPackageFile({ path, bytes }: PackageInput): PackageFile {
  if (!isSafePath(path)) throw new Error(`Not a safe path in a package: ${JSON.stringify(path)}`);
  return { path, bytes, size: bytes.length, sha256: sha256(bytes) };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Refuses two paths that a stick takes for one, a file where a folder has to be, and the names of the lists. */
function refuseClashes(paths: readonly string[]): void {
  const taken = new Set([MANIFEST, SUMS].map((path) => path.toLowerCase()));
  for (const path of paths) {
    const key = path.toLowerCase();
    if (taken.has(key)) throw new Error(`Two files of a package have the name ${JSON.stringify(path)}.`);
    taken.add(key);
  }
  for (const path of paths) {
    const names = path.toLowerCase().split('/');
    for (let depth = 1; depth < names.length; depth += 1) {
      const folder = names.slice(0, depth).join('/');
      if (taken.has(folder)) throw new Error(`A package has both a file and a folder named ${folder}.`);
    }
  }
}
