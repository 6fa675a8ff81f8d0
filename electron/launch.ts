import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';
import type { Callable } from './serve.ts';

/** The computer as a door sees it; given by tests, read from the process otherwise. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
}

/** The computer this process runs on. */
export function thisComputer(): Computer {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
  };
}

/**
 * Folder of the app's own files, the same for every door: recent files, backups, sample copies. School data is not
 * here; it is where the school put it.
 */
export function appFolderOf(computer: Computer): string {
  const { env, home, platform } = computer;
  switch (platform) {
    case 'win32':
      return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Bang Vang');
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Bang Vang');
    default:
      return posix.join(env['XDG_DATA_HOME'] ?? posix.join(home, '.local', 'share'), 'bang-vang');
  }
}

/** Browsers of the Chromium family that can show the app in a window of its own, best first. */
export function browserPaths(computer: Computer): readonly string[] {
  const { env, platform } = computer;
  if (platform === 'win32') {
    const roots = [env['ProgramFiles(x86)'], env['ProgramFiles'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    const programs = [
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['CocCoc', 'Browser', 'Application', 'browser.exe'],
    ];
    return programs.flatMap((program) => roots.map((root) => win32.join(root, ...program)));
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** The first browser that is really there, or null. */
export function findBrowser(computer: Computer): string | null {
  return browserPaths(computer).find((path) => computer.exists(path)) ?? null;
}

/** The Electron program of the project, or null; asking its package instead would start a download. */
export function findElectron(options: {
  readonly projectFolder: string;
  readonly computer: Computer;
}): string | null {
  const { computer, projectFolder } = options;
  const { join } = computer.platform === 'win32' ? win32 : posix;
  const folder =
    computer.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(projectFolder, 'node_modules', 'electron', 'dist');
  const names: Partial<Record<NodeJS.Platform, string>> = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  };
  const program = join(folder, names[computer.platform] ?? 'electron');
  return computer.exists(program) ? program : null;
}

/** Whether a window can be shown at all; false over a plain terminal connection. */
export function hasDisplay(computer: Computer): boolean {
  if (computer.platform === 'win32' || computer.platform === 'darwin') return true;
  return (computer.env['DISPLAY'] ?? '') !== '' || (computer.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/**
 * Arguments that make a browser the app's window: no tabs, a profile of its own, none of the browser's errands on
 * the network.
 */
export function browserArguments(options: {
  readonly url: string;
  readonly profileFolder: string;
  readonly computer: Computer;
}): readonly string[] {
  const { computer, profileFolder, url } = options;
  return [
    `--app=${url}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
    '--disable-sync',
    '--no-pings',
    '--window-size=1366,768',
    // Chromium refuses to run as root inside its own sandbox, as on a test machine.
    ...(computer.platform === 'linux' && computer.isRoot ? ['--no-sandbox'] : []),
  ];
}

/**
 * Opens the data file that the program was started with, as by a double click on it. A file that will not open leaves
 * the app at its welcome, from where opening it again says why.
 */
export async function openAsked(options: {
  readonly core: Callable;
  readonly words: readonly string[];
}): Promise<void> {
  const file = options.words.find((word) => word.toLowerCase().endsWith('.bangvang'));
  if (file === undefined) return;
  await options.core.call({ sessionId: null, method: 'openFile', input: { path: resolve(file) } });
}
