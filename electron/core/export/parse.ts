/** Reads the lists of a package that came from anywhere: strict, so that one list has only one text. */
import {
  FORMAT,
  FORMAT_VERSION,
  renderManifest,
  renderSums,
  type Manifest,
  type ManifestEntry,
} from './manifest.ts';
import { isSafePath } from './names.ts';

const HASH = /^[0-9a-f]{64}$/;
const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/** The size of a file of which only SHA256SUMS is left to tell. */
export const UNKNOWN_SIZE = -1;

/** What SHA256SUMS alone says. */
export type Sums = Omit<Manifest, 'rootHash' | 'signature'>;

/** Reads manifest.json; null when it is not, letter for letter, a manifest of this format with safe paths. */
export function parseManifest(text: string): Manifest | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return null;
  }
  if (!isRecord(data) || data['format'] !== FORMAT || data['version'] !== FORMAT_VERSION) return null;
  const { title, school, schoolYear, createdAt, publicKey, rootHash, signature, files } = data;
  if (!isText(title) || !isText(school) || !isText(schoolYear) || !isText(createdAt) || !isText(rootHash))
    return null;
  if (!isTextOrNull(publicKey) || !isTextOrNull(signature)) return null;
  if (!HASH.test(rootHash) || !Array.isArray(files)) return null;
  const entries = files.map(toEntry);
  if (!areEntries(entries)) return null;
  const manifest = { title, school, schoolYear, createdAt, publicKey, rootHash, signature, files: entries };
  return renderManifest(manifest) === text ? manifest : null;
}

/** Reads SHA256SUMS, which has no sizes; null when it is not, letter for letter, one of ours. */
export function parseSums(text: string): Sums | null {
  const lines = text.split('\n');
  const fact = (name: string) =>
    lines.find((line) => line.startsWith(`# ${name}: `))?.slice(name.length + 4) ?? null;
  const title = fact('title');
  const school = fact('school');
  const schoolYear = fact('school-year');
  const createdAt = fact('created-at');
  const key = fact('public-key');
  if (title === null || school === null || schoolYear === null || createdAt === null || key === null)
    return null;
  const entries: ManifestEntry[] = [];
  for (const line of lines.filter((line) => line !== '' && !line.startsWith('#'))) {
    const [, sha256, path] = LINE.exec(line) ?? [];
    if (sha256 === undefined || path === undefined) return null;
    entries.push({ path, size: UNKNOWN_SIZE, sha256 });
  }
  if (!areEntries(entries)) return null;
  const sums = { title, school, schoolYear, createdAt, publicKey: key === '-' ? null : key, files: entries };
  return renderSums(sums) === text ? sums : null;
}

function toEntry(value: unknown): ManifestEntry | null {
  if (!isRecord(value)) return null;
  const { path, size, sha256 } = value;
  if (!isText(path) || !isText(sha256) || !HASH.test(sha256)) return null;
  return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? { path, size, sha256 } : null;
}

/** Safe paths in rising order, each once. */
function areEntries(entries: readonly (ManifestEntry | null)[]): entries is readonly ManifestEntry[] {
  return entries.every((entry, index) => {
    const before = entries[index - 1];
    if (entry === null || !isSafePath(entry.path)) return false;
    return before === undefined || before === null || before.path < entry.path;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
