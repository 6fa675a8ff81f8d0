/** What the file picker inside of the app shows: one folder, the usual places, and a warning for risky ones. */
import { promises } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { AppError } from '../../shared/errors.ts';
import { compareText } from '../../shared/names.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { placeNames } from '../../shared/vi/disk.ts';
import type { FolderView } from '../../shared/views.ts';
import { readError, systemCode } from './disk.ts';
import type { DriveLister } from './ports.ts';

/** The ending of a data file. */
export const DATA_FILE_ENDING = '.bangvang';

type Entry = FolderView['entries'][number];

const NOT_FOR_PEOPLE = /^(\..*|\$.*|System Volume Information|desktop\.ini|Thumbs\.db|lost\+found)$/i;

/**
 * Lists a folder: its folders, and the files with one of the endings, in Vietnamese order, folders first; hidden ones
 * are left out and so is what cannot be read. Null opens Documents, or home. A file's path opens its folder.
 * Errors: file-not-found, folder-not-readable, copy-failed.
 */
export async function listFolder({
  path,
  endings = [DATA_FILE_ENDING],
  drives,
  home = homedir(),
}: {
  readonly path: string | null;
  /** With the dot: `['.bangvang', '.xlsx']`; an empty list shows folders only. */
  readonly endings?: readonly string[];
  readonly drives: DriveLister;
  readonly home?: string;
}): Promise<Result<FolderView, AppError>> {
  const places = await listPlaces({ home, drives });
  const documents = join(home, 'Documents');
  const wanted = path ?? ((await isFolder(documents)) ? documents : home);
  if (!isAbsolute(wanted)) return err({ code: 'file-not-found', path: wanted });
  try {
    const found = await promises.stat(wanted);
    const folder = found.isDirectory() ? resolve(wanted) : dirname(resolve(wanted));
    const names = (await promises.readdir(folder)).filter((name) => !NOT_FOR_PEOPLE.test(name));
    const entries: Entry[] = [];
    for (const name of names) {
      const entry = await toEntry({ folder, name, endings });
      if (entry !== null) entries.push(entry);
    }
    const parent = dirname(folder);
    return ok({
      path: folder,
      parent: parent === folder ? null : parent,
      places,
      entries: entries.sort(compareEntries),
    });
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return err({ code: 'file-not-found', path: wanted });
    return err(readError({ cause, path: wanted }));
  }
}

async function listPlaces({
  home,
  drives,
}: {
  readonly home: string;
  readonly drives: DriveLister;
}): Promise<FolderView['places']> {
  const usual = [
    { label: placeNames.desktop, path: join(home, 'Desktop') },
    { label: placeNames.documents, path: join(home, 'Documents') },
    { label: placeNames.home, path: home },
  ];
  const there: FolderView['places'][number][] = [];
  for (const place of usual) if (await isFolder(place.path)) there.push(place);
  for (const { label, path } of await drives.list()) there.push({ label, path });
  return there;
}

async function toEntry({
  folder,
  name,
  endings,
}: {
  readonly folder: string;
  readonly name: string;
  readonly endings: readonly string[];
}): Promise<Entry | null> {
  const path = join(folder, name);
  try {
    const { size, mtime, isFile, isDirectory } = await describe(path);
    if (isDirectory) return { name, path, kind: 'folder', size: 0, modified: mtime };
    const fits = endings.some((ending) => name.toLowerCase().endsWith(ending.toLowerCase()));
    return isFile && fits ? { name, path, kind: 'file', size, modified: mtime } : null;
  } catch (cause) {
    // A broken link or a locked file must not hide the rest of the folder.
    if (systemCode(cause) === null) throw cause;
    return null;
  }
}

async function describe(path: string) {
  const stats = await promises.stat(path);
  return {
    size: stats.size,
    mtime: stats.mtime.toISOString(),
    isFile: stats.isFile(),
    isDirectory: stats.isDirectory(),
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await promises.stat(path)).isDirectory();
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
    return false;
  }
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return compareText(a.name, b.name);
}

/** Folder names by which synchronising programs are known, in English and Vietnamese Windows. */
const SYNCED_FOLDER =
  /^(onedrive( - .+)?|google ?drive|googledrive|my drive|drive của tôi|drivefs|dropbox( \(.+\))?|icloud ?drive|mobile documents|cloudstorage|mega|megasync|nextcloud|owncloud|pclouddrive|pcloud drive|box sync|yandex\.disk|synologydrive|synology drive)$/i;

/**
 * Says whether a live data file would be at risk in a place: kept in step by a cloud program, or on another machine.
 * `networkRoots` are the mounts and mapped drives that the system knows to be elsewhere.
 */
export function placeWarning({
  path,
  networkRoots = [],
}: {
  readonly path: string;
  readonly networkRoots?: readonly string[];
}): 'synced' | 'network' | null {
  const names = path.normalize('NFC').split(/[\\/]+/u);
  if (names.some((name) => SYNCED_FOLDER.test(name))) return 'synced';
  if (/^[\\/]{2}[?.][\\/]UNC[\\/]/i.test(path)) return 'network';
  if (/^[\\/]{2}[^\\/?.]/.test(path)) return 'network';
  if (/\/gvfs\/(smb|sftp|dav|ftp|nfs|afp)/i.test(path)) return 'network';
  return networkRoots.some((root) => isBelow({ path, root })) ? 'network' : null;
}

function isBelow({ path, root }: { readonly path: string; readonly root: string }): boolean {
  const plain = (text: string) => `${text.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase()}/`;
  return plain(path).startsWith(plain(root));
}
