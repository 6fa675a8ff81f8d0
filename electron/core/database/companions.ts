/**
 * What lies beside a data file under its name: the log of a run that was killed belongs to it, anything else does not.
 * SQLite would play either into the file without asking whose it is.
 */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Endings of everything that SQLite keeps beside a file. */
export const companionEndings = ['-wal', '-shm', '-journal'] as const;

/** What a file says of itself: who it is, and its trail as a hash at each row. */
export interface Imprint {
  readonly fileId: string;
  /** Hash of each row of the trail, the first first. */
  readonly trail: readonly string[];
}

/** Reads files without their companions, and copies with them; null where nothing whole can be read. */
export interface ImprintReader {
  readonly alone: (path: string) => Imprint | null;
  readonly withLog: (path: string) => Imprint | null;
}

/** The slice of the driver that is asked. */
interface ImprintSource {
  prepare(source: string): { all(): readonly unknown[] };
}

/** Reads it from a file that is whole; null where the trail has a gap. */
export function readImprint(source: ImprintSource): Imprint | null {
  const [info] = source.prepare('select file_id from file_info').all() as { readonly file_id: string }[];
  const rows = source.prepare('select hash, previous_hash from audit order by seq').all() as {
    readonly hash: string;
    readonly previous_hash: string;
  }[];
  const holds = rows.every((row, index) => index === 0 || row.previous_hash === rows[index - 1]?.hash);
  return info === undefined || !holds ? null : { fileId: info.file_id, trail: rows.map(({ hash }) => hash) };
}

/** Whether something that holds data lies beside a file. */
export function hasCompanions(path: string): boolean {
  return isFilled(`${path}-journal`) || isFilled(`${path}-wal`);
}

/** Takes away everything beside a name that has no file yet: it can only be of a file that is gone. */
export function removeCompanions(path: string): void {
  for (const ending of companionEndings) rmSync(path + ending, { force: true });
}

/**
 * Moves companions of another file out of the way, under a name that says so, and gives the new names. A data file
 * of ours never has a `-journal`; a `-wal` is its own when it goes on from the very trail that the file holds.
 */
export function setStrangersAside(path: string, reader: ImprintReader): readonly string[] {
  const journal = `${path}-journal`;
  const log = `${path}-wal`;
  const strangers = [
    ...(isFilled(journal) ? [journal] : []),
    ...(isFilled(log) && !isOwn(path, reader) ? [log] : []),
  ];
  return strangers.map((stranger) => {
    const aside = freeName(`${stranger}.tep-la`);
    renameSync(stranger, aside);
    return aside;
  });
}

function isFilled(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

function isOwn(path: string, { alone, withLog }: ImprintReader): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'bang-vang-'));
  try {
    const copy = join(folder, 'a.bangvang');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const after = withLog(copy);
    if (after === null) return false;
    const before = alone(path);
    // The power may have gone while the log was written into the file: then only the two together are whole.
    if (before === null) return true;
    return before.fileId === after.fileId && before.trail.every((hash, index) => after.trail[index] === hash);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function freeName(stem: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}`;
    if (!existsSync(name)) return name;
  }
}
