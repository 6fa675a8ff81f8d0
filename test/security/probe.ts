/**
 * Runs the built main program in plain Node over the stand-in, tries what an attacker would try, and prints what came
 * of it as JSON. Started by main.test.ts as a process of its own: `node probe.ts <main.js> <new data file>`.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import * as electron from './stand-in-electron.ts';

const standIn = new URL('./stand-in-electron.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context);
  },
});

const own = 'app://council';
const refusals: string[] = [];
console.warn = (text: string): void => {
  refusals.push(text);
};

await import(pathToFileURL(process.argv[2] ?? '').href);
await waitFor(() => electron.windows.length === 1 || electron.log.includes('quit'));
process.stdout.write(JSON.stringify(electron.windows.length === 1 ? await probe() : { log: electron.log }));
process.exit(0);

async function probe(): Promise<unknown> {
  const window = electron.windows[0];
  if (window === undefined) throw new Error('No window was opened.');
  const { handlers, settings } = electron.session.defaultSession;

  const beforeShow = [...electron.log];
  window.emit('ready-to-show');
  electron.app.emit('second-instance');
  return {
    log: beforeShow,
    laterLog: electron.log.slice(beforeShow.length),
    privileged: electron.privileged,
    switches: electron.app.switches,
    options: window.options,
    loaded: window.loaded,
    settings,
    requests: tryEach(
      [
        'https://example.com/',
        'http://example.com/',
        'http://127.0.0.1:9/',
        'ws://example.com/',
        'wss://example.com/',
        'ftp://example.com/',
        'file:///etc/passwd',
        'devtools://devtools/bundled/inspector.html',
        'chrome://gpu/',
        'chrome-extension://abcdefghijklmnopabcdefghijklmnop/x.js',
        'app://elsewhere/',
        'app://council.example.com/',
        'not an address',
        `${own}/`,
        `${own}/assets/index.js`,
        `blob:${own}/1b2c`,
        'data:image/png;base64,AA==',
      ],
      (url) => answerOf((answer) => handlers['beforeRequest']?.({ url }, answer)),
    ),
    permissions: tryEach(
      [
        'clipboard-read',
        'clipboard-sanitized-write',
        'display-capture',
        'fileSystem',
        'geolocation',
        'hid',
        'idle-detection',
        'media',
        'midi',
        'mediaKeySystem',
        'notifications',
        'openExternal',
        'pointerLock',
        'serial',
        'speaker-selection',
        'storage-access',
        'usb',
        'window-management',
        'unknown',
      ],
      (name) => [
        answerOf((answer) =>
          handlers['permissionRequest']?.(window.webContents, name, answer, { requestingUrl: `${own}/` }),
        ),
        handlers['permissionCheck']?.(window.webContents, name, `${own}/`, {}),
        handlers['devicePermission']?.({ deviceType: name }),
      ],
    ),
    displayMedia: answerOf((answer) => handlers['displayMedia']?.({}, answer)),
    openWindow: tryEach(
      ['https://example.com/', `${own}/`, 'about:blank', '', `${own}/#/projector/`, `${own}/#/people`],
      (url) => window.webContents.openHandler?.({ url }),
    ),
    openProjector: window.webContents.openHandler?.({ url: `${own}/#/projector` }),
    projectorCalls: await tryAsProjector(window),
    webview: isPrevented((event) => {
      window.webContents.emit('will-attach-webview', event, {}, {});
    }, {}),
    navigation: Object.fromEntries(
      ['will-navigate', 'will-frame-navigate', 'will-redirect'].map((name) => [
        name,
        tryEach(['main', 'inner'], (frame) =>
          tryEach(
            [
              'https://example.com/',
              'file:///C:/anh.png',
              `${own}/`,
              'javascript:alert(1)',
              `blob:${own}/1b2c`,
            ],
            (url) =>
              isPrevented(
                (event) => {
                  window.webContents.emit(name, event);
                },
                { url, isMainFrame: frame === 'main' },
              ),
          ),
        ),
      ]),
    ),
    downloads: tryEach(['https://example.com/a.exe', `${own}/index.html`, `blob:${own}/1b2c`], (url) =>
      isPrevented((event) => {
        electron.session.defaultSession.emit('will-download', event, { getURL: () => url });
      }, {}),
    ),
    pages: await tryEachLater(
      [
        '/',
        '/index.html',
        '/..%2fmain%2fmain.js',
        '/..%5cmain%5cmain.js',
        '/%2e%2e/preload/preload.cjs',
        '//etc/passwd',
        '/call',
        '/unknown.exe',
      ],
      async (path) => {
        const response = await electron.schemes.get('app')?.(new Request(own + path));
        return [response?.status, response?.headers.get('Content-Security-Policy')];
      },
    ),
    postOverScheme: (
      await electron.schemes.get('app')?.(
        new Request(`${own}/call`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: '{"method":"getStatus"}',
        }),
      )
    )?.status,
    schemes: [...electron.schemes.keys()],
    channels: [...electron.channels.keys()],
    ownCall: await send({ sender: { id: 7 }, senderFrame: { url: `${own}/`, parent: null } }),
    unknownCall: await send(
      { sender: { id: 7 }, senderFrame: { url: `${own}/`, parent: null } },
      { method: 'constructor', input: {}, sessionId: null },
    ),
    forgedCalls: {
      otherSite: await send({
        sender: { id: 7 },
        senderFrame: { url: 'https://example.com/', parent: null },
      }),
      alikeHost: await send({ sender: { id: 7 }, senderFrame: { url: 'app://council.evil/', parent: null } }),
      localFile: await send({ sender: { id: 7 }, senderFrame: { url: 'file:///council/', parent: null } }),
      innerFrame: await send({ sender: { id: 7 }, senderFrame: { url: `${own}/`, parent: {} } }),
      otherWindow: await send({ sender: { id: 8 }, senderFrame: { url: `${own}/`, parent: null } }),
      closedFrame: await send({ sender: { id: 7 }, senderFrame: null }),
    },
    malformedCalls: await tryEachLater(['text', '', 'null'], (body) =>
      send(
        { sender: { id: 7 }, senderFrame: { url: `${own}/`, parent: null } },
        body === 'null' ? null : body,
      ),
    ),
    refusals: refusals.length,
    paper: await drawPaper(process.argv[3] ?? ''),
    closing: await close(),
  };
}

/** The whole way through the packed program: a data file is made, and a paper is drawn with the fonts beside it. */
async function drawPaper(path: string): Promise<unknown> {
  const made = await sendCall(null, 'createFile', {
    path,
    kind: 'training',
    schoolName: 'Trường THCS Hoa Phượng',
    superior: 'Ủy ban nhân dân phường Hoa Phượng',
    place: 'Hoa Phượng',
    schoolYear: '2026-2027',
  });
  const { sessionId } = z.object({ value: z.object({ sessionId: z.string() }) }).parse(made).value;
  return await sendCall(sessionId, 'renderPaper', { paperId: 'dossier-index', format: 'pdf' });
}

/** What the second window may ask, once the first has opened it and after it is closed. */
async function tryAsProjector(window: { webContents: { emit(event: string, ...values: unknown[]): void } }) {
  const projector = Object.assign(new electron.BrowserWindow({}), { close: () => undefined });
  Object.assign(projector.webContents, { id: 9 });
  window.webContents.emit('did-create-window', projector, {});
  const page = { sender: { id: 9 }, senderFrame: { url: `${own}/#/projector`, parent: null } };
  const answers: unknown[] = [];
  for (const method of ['getProjection', 'listPeople', 'getStatus', 'closeFile']) {
    answers.push(await send(page, { sessionId: null, method, input: { kind: 'waiting' } }));
  }
  projector.emit('closed');
  answers.push(await send(page, { sessionId: null, method: 'getProjection', input: { kind: 'waiting' } }));
  return answers;
}

function sendCall(sessionId: string | null, method: string, input: unknown): Promise<unknown> {
  const page = { sender: { id: 7 }, senderFrame: { url: `${own}/`, parent: null } };
  return send(page, { sessionId, method, input });
}

async function close(): Promise<unknown> {
  const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) };
  electron.app.emit('will-quit', event);
  await waitFor(() => electron.log.includes('quit'));
  const again = { isPrevented: false, preventDefault: () => (again.isPrevented = true) };
  electron.app.emit('will-quit', again);
  return { waitsForCore: event.isPrevented, thenQuits: !again.isPrevented };
}

async function send(
  event: unknown,
  body: unknown = { method: 'getStatus', input: {}, sessionId: null },
): Promise<unknown> {
  try {
    return await electron.channels.get('call')?.(event, body);
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : ''}`;
  }
}

function tryEach(names: readonly string[], attempt: (name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, attempt(name)]));
}

async function tryEachLater(
  names: readonly string[],
  attempt: (name: string) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = {};
  for (const name of names) results[name] = await attempt(name);
  return results;
}

function answerOf(ask: (answer: (value: unknown) => void) => unknown): unknown {
  let given: unknown = 'no answer';
  ask((value) => {
    given = value;
  });
  return given;
}

function isPrevented(emit: (event: object) => void, facts: object): boolean {
  let prevented = false;
  emit({
    ...facts,
    preventDefault: () => {
      prevented = true;
    },
  });
  return prevented;
}

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
