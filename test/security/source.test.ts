import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mayDownload, mayNavigate, mayRequest, mayUse, isOwnFrame } from '../../electron/security.ts';
import { sourceFiles } from '../architecture/modules.ts';

const electronSources = sourceFiles(['electron']).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the sources of the doors', () => {
  it('are there', () => {
    expect(electronSources.length).toBeGreaterThan(5);
  });

  it.each([
    ['15 open no address in another program', /openExternal|openPath/],
    ['16 have no updater', /autoUpdater|electron-updater/],
    ['send no crash report', /crashReporter/],
    ['show the page no Electron API', /exposeInMainWorld\((?!'council')/],
    [
      'have one way in for messages',
      /ipcMain\.(on|once|handleOnce)\b|ipcRenderer\.(on|send|sendSync|postMessage)\b/,
    ],
    ['switch no protection off', /disable-web-security|ignore-certificate-errors|no-sandbox'\)/],
  ])('%s', (_rule, pattern) => {
    expect(electronSources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('what the doors permit', () => {
  it.each(['about:blank', 'javascript:alert(1)', 'mailto:a@example.com', 'smb://server/share', 'blob', ''])(
    'is no request to %s',
    (url) => {
      expect(mayRequest({ url, packaged: true })).toBe(false);
    },
  );

  it('is the built-in PDF reader, and no other extension', () => {
    const reader = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html';
    expect(mayRequest({ url: reader, packaged: true })).toBe(true);
    expect(mayNavigate({ url: reader, isMainFrame: false })).toBe(true);
    expect(mayNavigate({ url: reader, isMainFrame: true })).toBe(false);
    expect(mayRequest({ url: 'chrome://resources/css/a.css', packaged: true })).toBe(true);
    expect(mayRequest({ url: 'chrome://settings/', packaged: true })).toBe(false);
  });

  it('is no blob of another origin', () => {
    for (const url of ['blob:https://example.com/1', 'blob:app://council.evil/1', 'blob:null/1']) {
      expect(mayNavigate({ url, isMainFrame: false })).toBe(false);
      expect(mayDownload({ url })).toBe(false);
    }
  });

  it('is copying for the own page alone', () => {
    const permission = 'clipboard-sanitized-write';
    expect(mayUse({ permission, url: 'app://council/' })).toBe(true);
    expect(mayUse({ permission, url: 'app://council' })).toBe(true);
    for (const url of ['https://example.com/', 'app://council.evil/', 'null', '']) {
      expect(mayUse({ permission, url })).toBe(false);
    }
    expect(mayUse({ permission: 'clipboard-read', url: 'app://council/' })).toBe(false);
  });

  it('is a message of the own page alone', () => {
    expect(isOwnFrame({ url: 'app://council/', isMainFrameOfWindow: true })).toBe(true);
    expect(isOwnFrame({ url: 'app://council/', isMainFrameOfWindow: false })).toBe(false);
    for (const url of [
      'app://council.evil/',
      'app://evil@council.evil/',
      'https://council/',
      'about:blank',
      '',
    ]) {
      expect(isOwnFrame({ url, isMainFrameOfWindow: true })).toBe(false);
    }
  });
});
