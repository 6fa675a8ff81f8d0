/** Finds the drives of the laptop: by PowerShell on Windows, by the mount table on Linux, by /Volumes on macOS. */
import { execFile } from 'node:child_process';
import { promises } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DriveLister } from '../core/ports.ts';
import type { Drive } from '../../shared/views.ts';
import { parseMounts, parseWindowsDrives, WINDOWS_QUERY, type Mount } from './drive-parsers.ts';

const run = promisify(execFile);

/** How long one answer of Windows is used again: asking takes about a second. */
const FRESH_FOR = 3000;
const PATIENCE = 10_000;

interface Survey {
  readonly drives: readonly Drive[];
  readonly networkRoots: readonly string[];
}

/** Names a folder whose folders are sticks that are plugged in, for trials without a stick. */
export const EXTRA_DRIVES = 'BANGVANG_EXTRA_DRIVES';

/**
 * The drive lister of this system. With `extraDrivesFolder`, each folder in it is a stick that is plugged in, so
 * that a test inserts one by making a folder. `clock` gives milliseconds and only serves to keep an answer a while.
 */
export function systemDrives({
  platform = process.platform,
  extraDrivesFolder = process.env[EXTRA_DRIVES],
  clock = () => performance.now(),
}: {
  readonly platform?: NodeJS.Platform;
  readonly extraDrivesFolder?: string | undefined;
  readonly clock?: () => number;
} = {}): DriveLister {
  let last: { readonly at: number; readonly survey: Promise<Survey> } | null = null;

  function survey(): Promise<Survey> {
    if (last === null || clock() - last.at > FRESH_FOR) last = { at: clock(), survey: look(platform) };
    return last.survey;
  }

  return {
    async list() {
      const extra = extraDrivesFolder === undefined ? [] : await foldersAsDrives(extraDrivesFolder);
      const { drives } = await survey();
      return [...extra, ...[...drives].sort((a, b) => Number(b.removable) - Number(a.removable))];
    },
    async networkRoots() {
      return (await survey()).networkRoots;
    },
  };
}

function look(platform: NodeJS.Platform): Promise<Survey> {
  switch (platform) {
    case 'win32':
      return lookOnWindows();
    case 'darwin':
      return lookOnMac();
    case 'linux':
      return lookOnLinux();
    default:
      return Promise.resolve({ drives: [], networkRoots: [] });
  }
}

async function lookOnWindows(): Promise<Survey> {
  const system = process.env['SystemRoot'] ?? 'C:\\Windows';
  const powershell = join(system, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  try {
    const { stdout } = await run(
      powershell,
      ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command', WINDOWS_QUERY],
      { windowsHide: true, timeout: PATIENCE, encoding: 'utf8' },
    );
    const parsed = parseWindowsDrives(stdout);
    if (parsed !== null) return parsed;
  } catch (cause) {
    // PowerShell may be forbidden by the school's policy; the letters can still be tried.
    if (!(cause instanceof Error)) throw cause;
  }
  return { drives: await tryLetters(), networkRoots: [] };
}

/** Without PowerShell: the letters that answer, except the system's own; which of them is a stick is not known. */
async function tryLetters(): Promise<readonly Drive[]> {
  const system = (process.env['SystemDrive'] ?? 'C:').toUpperCase();
  const letters = Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:`).filter(
    (letter) => letter !== system,
  );
  const drives = await Promise.all(
    letters.map((letter) => measure({ path: `${letter}\\`, label: letter, removable: false })),
  );
  return drives.filter((drive) => drive !== null);
}

async function lookOnLinux(): Promise<Survey> {
  const text = await read('/proc/mounts');
  const { disks, networkRoots } = parseMounts(text ?? '');
  const drives: Drive[] = [];
  for (const mount of disks) {
    const drive = await measure({
      path: mount.path,
      label: mount.label,
      removable: await isRemovable(mount),
    });
    if (drive !== null) drives.push(drive);
  }
  return { drives, networkRoots };
}

/** The kernel says so of sticks; a USB disk says no but hangs on the USB bus. */
async function isRemovable({ device }: Mount): Promise<boolean> {
  try {
    const place = await promises.realpath(join('/sys/class/block', device));
    if (place.includes('/usb')) return true;
    const own = (await read(join(place, 'removable'))) ?? (await read(join(place, '..', 'removable')));
    return own?.trim() === '1';
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return false;
  }
}

async function lookOnMac(): Promise<Survey> {
  const drives: Drive[] = [];
  for (const path of await subfolders('/Volumes')) {
    if ((await promises.realpath(path)) === '/') continue;
    const drive = await measure({ path, label: lastName(path), removable: true });
    if (drive !== null) drives.push(drive);
  }
  return { drives, networkRoots: [] };
}

async function foldersAsDrives(folder: string): Promise<readonly Drive[]> {
  const drives = await Promise.all(
    (await subfolders(folder)).map((path) => measure({ path, label: lastName(path), removable: true })),
  );
  return drives.filter((drive) => drive !== null);
}

/** Adds how much room there is; null when the place does not answer (an empty card reader). */
async function measure({
  path,
  label,
  removable,
}: {
  readonly path: string;
  readonly label: string;
  readonly removable: boolean;
}): Promise<Drive | null> {
  try {
    const { bavail, blocks, bsize } = await promises.statfs(path);
    return { path, label, freeBytes: bavail * bsize, totalBytes: blocks * bsize, removable };
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return null;
  }
}

async function subfolders(folder: string): Promise<readonly string[]> {
  try {
    const entries = await promises.readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return [];
  }
}

async function read(path: string): Promise<string | null> {
  try {
    return await promises.readFile(path, 'utf8');
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return null;
  }
}

function isSystemError(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause;
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
