import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundle, outFolder, projectFolder } from '../../build/bundle.ts';
import { runProcess } from '../../build/process.js';
import {
  contentSecurityPolicy,
  deadProxy,
  quietSwitches,
  schemePrivileges,
  webPreferences,
} from '../../electron/security.ts';
import { importsOf } from '../architecture/modules.ts';

// The main program as it is packed, exercised in plain Node. Without the Electron door there is nothing to try.
const hasDoor = ['main', 'preload', 'window'].every((name) =>
  existsSync(join(projectFolder, `electron/${name}.ts`)),
);
if (!hasDoor) console.log('The Electron door (main, preload, window) is not there: its tests are skipped.');

const home = mkdtempSync(join(tmpdir(), 'bangvang-main-'));

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const record = z.record(z.string(), z.unknown());
const findings = z.object({
  log: z.array(z.string()),
  laterLog: z.array(z.string()),
  privileged: z.array(z.unknown()),
  switches: z.array(z.string()),
  options: z.looseObject({ webPreferences: record }),
  loaded: z.string(),
  settings: record,
  requests: record,
  permissions: record,
  displayMedia: z.unknown(),
  openWindow: record,
  openProjector: record,
  projectorCalls: z.array(z.unknown()),
  webview: z.boolean(),
  navigation: z.record(z.string(), z.record(z.string(), record)),
  downloads: record,
  pages: z.record(z.string(), z.tuple([z.number(), z.string()])),
  postOverScheme: z.number(),
  schemes: z.array(z.string()),
  channels: z.array(z.string()),
  ownCall: z.unknown(),
  unknownCall: z.unknown(),
  forgedCalls: record,
  malformedCalls: record,
  refusals: z.number(),
  paper: z.unknown(),
  closing: z.unknown(),
});

async function runProbe(env: Readonly<Record<string, string>>): Promise<unknown> {
  const ended = await runProcess({
    words: [
      join(projectFolder, 'test/security/probe.ts'),
      join(outFolder, 'main/main.js'),
      join(home, `${randomUUID()}.bangvang`),
    ],
    env: { ...process.env, HOME: home, APPDATA: home, XDG_DATA_HOME: home, ...env },
    limit: 60_000,
  });
  if (ended.status !== 0) throw new Error(ended.out + ended.err);
  return JSON.parse(ended.out);
}

describe.skipIf(!hasDoor)('the built main program', () => {
  let found: z.infer<typeof findings>;

  beforeAll(async () => {
    await bundle();
    found = findings.parse(await runProbe({ STAND_IN_PACKAGED: '1' }));
  }, 180_000);

  it('1 loads only its own scheme and cancels every request to a network or to the disk', () => {
    expect(found.loaded).toBe('app://council/');
    const allowed = Object.entries(found.requests).filter(
      ([, answer]) => !z.object({ cancel: z.boolean() }).parse(answer).cancel,
    );
    expect(allowed.map(([url]) => url)).toEqual([
      'app://council/',
      'app://council/assets/index.js',
      'blob:app://council/1b2c',
      'data:image/png;base64,AA==',
    ]);
  });

  it('2, 3, 4, 6, 8, 9, 10, 11 opens its window with the preferences of the table and no others', () => {
    expect(found.options.webPreferences).toEqual({
      ...webPreferences,
      preload: join(outFolder, 'preload/preload.cjs'),
      devTools: false,
    });
    expect(webPreferences).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      plugins: true,
    });
  });

  it('4 turns the sandbox on for every process before it is ready', () => {
    expect(found.log.indexOf('sandbox')).toBeGreaterThanOrEqual(0);
    expect(found.log.indexOf('sandbox')).toBeLessThan(found.log.indexOf('ready'));
  });

  it('5 denies every permission, device and screen capture, but for putting text on the clipboard', () => {
    expect(Object.keys(found.permissions).length).toBeGreaterThan(10);
    for (const [name, answers] of Object.entries(found.permissions)) {
      const isCopying = name === 'clipboard-sanitized-write';
      expect([name, answers]).toEqual([name, [isCopying, isCopying, false]]);
    }
    expect(found.displayMedia).toEqual({});
  });

  it('7 sends the policy with every page, found or not', () => {
    for (const [, policy] of Object.values(found.pages)) expect(policy).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
    expect(contentSecurityPolicy.startsWith("default-src 'none'; ")).toBe(true);
  });

  it('12 attaches no webview', () => {
    expect(found.webview).toBe(true);
  });

  it('13 goes nowhere: the page stays, and an inner frame only shows a paper', () => {
    expect(Object.keys(found.navigation)).toEqual(['will-navigate', 'will-frame-navigate', 'will-redirect']);
    for (const frames of Object.values(found.navigation)) {
      expect(Object.values(frames['main'] ?? {})).toEqual([true, true, true, true, true]);
      expect(Object.values(frames['inner'] ?? {})).toEqual([true, true, true, true, false]);
    }
  });

  it('14 opens no second window but the one for the projector, hardened as the first', () => {
    expect(Object.values(found.openWindow)).toEqual(Array(6).fill({ action: 'deny' }));
    expect(found.openProjector).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: { webPreferences: { ...webPreferences, devTools: false } },
    });
  });

  it('14 lets the projector ask for nothing but what is on the wall, and only while it is open', () => {
    const refused = 'refused: The projector may not ask for this.';
    expect(found.projectorCalls).toEqual([
      { ok: false, error: { code: 'no-file-open' } },
      refused,
      refused,
      refused,
      'refused: This page may not call the core.',
    ]);
  });

  it('17 answers its own page, and refuses and notes every other sender', () => {
    expect(found.channels).toEqual(['call']);
    expect(found.ownCall).toMatchObject({ ok: true });
    expect(Object.keys(found.forgedCalls)).toHaveLength(6);
    for (const [name, answer] of Object.entries(found.forgedCalls)) {
      expect([name, answer]).toEqual([name, 'refused: This page may not call the core.']);
    }
    expect(found.refusals).toBe(7);
  });

  it('17 hands the core nothing that is not a call, and the core knows no method by accident', () => {
    for (const answer of Object.values(found.malformedCalls)) {
      expect(answer).toBe('refused: The message is not a call.');
    }
    expect(found.unknownCall).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });

  it('18 serves its own scheme, contained in the folder of the screens, with no way to call', () => {
    expect(found.schemes).toEqual(['app']);
    expect(found.privileged).toEqual([schemePrivileges]);
    expect(schemePrivileges.privileges).toMatchObject({ bypassCSP: false, corsEnabled: false });
    const statuses = Object.fromEntries(
      Object.entries(found.pages).map(([path, [status]]) => [path, status]),
    );
    expect(statuses).toEqual({
      '/': 200,
      '/index.html': 200,
      '/..%2fmain%2fmain.js': 404,
      '/..%5cmain%5cmain.js': 404,
      '/%2e%2e/preload/preload.cjs': 404,
      '//etc/passwd': 404,
      '/call': 404,
      '/unknown.exe': 404,
    });
    expect(found.postOverScheme).toBe(405);
  });

  it('saves from the page only what the page made', () => {
    expect(Object.values(found.downloads)).toEqual([true, true, false]);
  });

  it('keeps Chromium off the network: dead proxy, quiet switches, no dictionaries', () => {
    expect(found.settings).toEqual({ proxy: deadProxy, spellChecker: false });
    expect(deadProxy).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'http://127.0.0.1:9',
      proxyBypassRules: '',
    });
    expect(found.switches).toEqual(quietSwitches.map((words) => words.join('=')));
    expect(found.switches).toContain('disable-background-networking');
    expect(found.switches).toContain('disable-component-update');
  });

  it('runs once: a second start brings the first window to the front and ends', async () => {
    expect(found.log).toContain('lock');
    expect(found.laterLog).toEqual(['maximize', 'show', 'restore', 'focus']);
    expect(await runProbe({ STAND_IN_SECOND: '1' })).toMatchObject({
      log: expect.arrayContaining(['quit']) as unknown,
    });
  });

  it('makes a data file and draws a paper, all from what is packed', () => {
    const drawn = z.object({ ok: z.literal(true), value: z.object({ mime: z.string(), bytes: z.base64() }) });
    const { value } = drawn.parse(found.paper);
    expect(value.mime).toBe('application/pdf');
    const pdf = Buffer.from(value.bytes, 'base64').toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]+\+Tinos/);
  });

  it('closes the data file before it ends', () => {
    expect(found.closing).toEqual({ waitsForCore: true, thenQuits: true });
  });

  it('gives the inspector to a developer only', async () => {
    const open = findings.parse(await runProbe({}));
    expect(open.options.webPreferences['devTools']).toBe(true);
    expect(open.requests['devtools://devtools/bundled/inspector.html']).toEqual({ cancel: false });
    expect(found.requests['devtools://devtools/bundled/inspector.html']).toEqual({ cancel: true });
  });
});

describe.skipIf(!hasDoor)('the files of the built main program', () => {
  it('ask for nothing that is not packed beside them, and for no place that only CommonJS knows', async () => {
    await bundle();
    const folder = join(outFolder, 'main');
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const wanted = texts.flatMap((text) =>
      importsOf(text)
        .map(({ specifier }) => specifier)
        .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier)),
    );
    expect([...new Set(wanted)].sort()).toEqual(['better-sqlite3', 'electron']);
    for (const text of texts) expect(text).not.toMatch(/\b__(dir|file)name\b/);
  });
});

describe.skipIf(!hasDoor)('the built preload', () => {
  it('20 shows the page one function, and sends only the three parts of a call', async () => {
    await bundle();
    const text = readFileSync(join(outFolder, 'preload/preload.cjs'), 'utf8');
    const wanted: string[] = [];
    const shown: Record<string, unknown> = {};
    const sent: unknown[] = [];
    const electron = {
      contextBridge: {
        exposeInMainWorld(name: string, value: unknown) {
          shown[name] = value;
        },
      },
      ipcRenderer: {
        invoke(...values: unknown[]) {
          sent.push(values);
          return Promise.resolve('answer');
        },
      },
    };
    runInNewContext(text, {
      exports: {},
      module: { exports: {} },
      require(name: string) {
        wanted.push(name);
        return electron;
      },
    });
    expect(wanted).toEqual(['electron']);
    expect(Object.keys(shown)).toEqual(['council']);
    const council = z
      .strictObject({
        call: z.custom<(request: unknown) => Promise<unknown>>((value) => typeof value === 'function'),
      })
      .parse(shown['council']);
    const answer = await council.call({ sessionId: 's', method: 'm', input: 1, extra: 'not sent' });
    expect(answer).toBe('answer');
    expect(JSON.parse(JSON.stringify(sent))).toEqual([['call', { sessionId: 's', method: 'm', input: 1 }]]);
  });
});

describe('the built screens', () => {
  it('7 hold no inline script, style or handler, and name no other address', async () => {
    await bundle({ parts: ['renderer'] });
    const page = readFileSync(join(outFolder, 'renderer/index.html'), 'utf8');
    expect(page).toMatch(/<script type="module"[^>]* src="\/assets\//);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|https?:|\/\/[a-z]/i);
  });
  it('are those of production, whoever asked for them', async () => {
    await bundle({ parts: ['renderer'] });
    const assets = join(outFolder, 'renderer/assets');
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    const code = scripts.map((name) => readFileSync(join(assets, name), 'utf8')).join('');
    expect(code.length).toBeGreaterThan(100_000);
    expect(code.includes('cannot be a descendant of')).toBe(false);
  });
});
