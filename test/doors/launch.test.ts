import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  appFolderOf,
  browserArguments,
  browserPaths,
  findBrowser,
  findElectron,
  hasDisplay,
  openAsked,
  type Computer,
} from '../../electron/launch.ts';
import { createEchoCore } from './support.ts';

function computer(facts: Partial<Computer> = {}): Computer {
  return {
    platform: 'linux',
    env: {},
    home: '/home/an',
    isRoot: false,
    exists: () => false,
    ...facts,
  };
}

const windows = computer({
  platform: 'win32',
  home: 'C:\\Users\\An',
  env: {
    APPDATA: 'C:\\Users\\An\\AppData\\Roaming',
    LOCALAPPDATA: 'C:\\Users\\An\\AppData\\Local',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  },
});

describe('the folder of the app', () => {
  it.each([
    [windows, 'C:\\Users\\An\\AppData\\Roaming\\Bang Vang'],
    [computer({ ...windows, env: {} }), 'C:\\Users\\An\\AppData\\Roaming\\Bang Vang'],
    [computer(), '/home/an/.local/share/bang-vang'],
    [computer({ env: { XDG_DATA_HOME: '/data' } }), '/data/bang-vang'],
    [computer({ platform: 'darwin', home: '/Users/an' }), '/Users/an/Library/Application Support/Bang Vang'],
  ])('is where the system keeps such folders (%#)', (given, folder) => {
    expect(appFolderOf(given)).toBe(folder);
  });
});

describe('the browser', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';

  it('is Edge on Windows, which every Windows has, before Chrome', () => {
    expect(findBrowser({ ...windows, exists: (path) => [edge, chrome].includes(path) })).toBe(edge);
    expect(findBrowser({ ...windows, exists: (path) => path === chrome })).toBe(chrome);
  });

  it('is looked for in no folder that the system does not name', () => {
    expect(browserPaths({ ...windows, env: {} })).toEqual([]);
    expect(findBrowser(windows)).toBeNull();
  });

  it('is what Linux has installed', () => {
    expect(findBrowser(computer({ exists: (path) => path === '/usr/bin/google-chrome' }))).toBe(
      '/usr/bin/google-chrome',
    );
  });

  it('is a window of its own, with a profile of its own and no errands on the network', () => {
    const words = browserArguments({
      url: 'http://127.0.0.1:1/open?token=x',
      profileFolder: '/p',
      computer: windows,
    });
    expect(words).toEqual(
      expect.arrayContaining([
        '--app=http://127.0.0.1:1/open?token=x',
        '--user-data-dir=/p',
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ]),
    );
  });

  it('keeps its sandbox, but for root on Linux, where it would not start', () => {
    const options = { url: 'u', profileFolder: 'p' };
    expect(browserArguments({ ...options, computer: computer() })).not.toContain('--no-sandbox');
    expect(browserArguments({ ...options, computer: { ...windows, isRoot: true } })).not.toContain(
      '--no-sandbox',
    );
    expect(browserArguments({ ...options, computer: computer({ isRoot: true }) })).toContain('--no-sandbox');
  });
});

describe('Electron', () => {
  it('is only used when its program is there, and may lie elsewhere', () => {
    expect(findElectron({ projectFolder: '/app', computer: computer() })).toBeNull();
    expect(findElectron({ projectFolder: '/app', computer: computer({ exists: () => true }) })).toBe(
      '/app/node_modules/electron/dist/electron',
    );
    const elsewhere = { ELECTRON_OVERRIDE_DIST_PATH: 'D:\\electron' };
    expect(
      findElectron({
        projectFolder: 'C:\\app',
        computer: computer({ platform: 'win32', env: elsewhere, exists: () => true }),
      }),
    ).toBe('D:\\electron\\electron.exe');
  });
});

describe('a data file that was double-clicked', () => {
  it('is opened before the window is', async () => {
    const core = createEchoCore();
    await openAsked({ core, words: ['.', '--flag', 'Năm học 2026.BANGVANG'] });
    expect(core.asked).toEqual([
      { sessionId: null, method: 'openFile', input: { path: resolve('Năm học 2026.BANGVANG') } },
    ]);
  });

  it('is none when the program was started by itself', async () => {
    const core = createEchoCore();
    await openAsked({ core, words: ['.', '--port', '8080'] });
    expect(core.asked).toEqual([]);
  });
});

describe('a display', () => {
  it('is always there on Windows, and on Linux when the session names one', () => {
    expect(hasDisplay(windows)).toBe(true);
    expect(hasDisplay(computer())).toBe(false);
    expect(hasDisplay(computer({ env: { DISPLAY: ':0' } }))).toBe(true);
    expect(hasDisplay(computer({ env: { WAYLAND_DISPLAY: 'wayland-0' } }))).toBe(true);
  });
});
