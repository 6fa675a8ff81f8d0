/**
 * What the doors permit, as data and pure functions: `main`, `window`, `serve` and `http` apply it, the tests in
 * `test/security` pin it, one item each. Nothing in this file touches Electron.
 */
/** Scheme and host under which Electron shows the screens; never `file://`. */
export const appScheme = 'app';
export const appHost = 'council';
export const appOrigin = `${appScheme}://${appHost}`;

/** The one address that may open as a second window: what the room sees on the wall. */
export const projectorAddress = `${appOrigin}/#/projector`;

/** Whether a page may open a window at an address. */
export function mayOpen(address: { readonly url: string }): boolean {
  return address.url === projectorAddress;
}

/** The one channel between the window and the core. */
export const callChannel = 'call';

/** Largest request body of a call, in bytes: a scanned workbook in base64 fits, a runaway upload does not. */
export const largestBody = 64 * 1024 * 1024;

/** Sent with every page, by both doors. Blobs are the papers shown in the preview. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer, whatever it holds. */
export const answerHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Privileges of the app's own scheme: a standard, secure origin that may fetch its own files. */
export const schemePrivileges = {
  scheme: appScheme,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    bypassCSP: false,
    corsEnabled: false,
    allowServiceWorkers: false,
    stream: false,
  },
} as const;

/**
 * Web preferences of the only window, written out even where the default is the same. `plugins` is the built-in PDF
 * reader, which shows the papers; there are no other plugins.
 */
export const webPreferences = {
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
} as const;

/** Switches that stop Chromium's own errands on the network. */
export const quietSwitches = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['disable-features', 'AutofillServerCommunication,OptimizationHints,MediaRouter,Translate'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
] as const satisfies readonly (readonly [string] | readonly [string, string])[];

/** A proxy where nobody listens: whatever slips past the request filter ends there. */
export const deadProxy = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '',
} as const;

/** Fuses burnt into the packed program; `build/electron-builder.yml` says the same and the pack test reads them back. */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** Address of Chromium's built-in PDF reader, which is an extension inside the program, not on the network. */
const pdfReader = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';
const pdfReaderParts = 'chrome://resources/';

/** Whether a request may leave the renderer: the app's own files, inline data, and the built-in PDF reader. */
export function mayRequest(address: { readonly url: string; readonly packaged: boolean }): boolean {
  const url = parse(address.url);
  if (url === null) return false;
  switch (url.protocol) {
    case 'data:':
    case 'blob:':
      return true;
    case `${appScheme}:`:
      return isOwn(url);
    case 'devtools:':
      return !address.packaged;
    case 'chrome-extension:':
      return address.url.startsWith(pdfReader);
    case 'chrome:':
      return address.url.startsWith(pdfReaderParts);
    default:
      return false;
  }
}

/** Whether a frame may go somewhere: the main frame never, an inner frame only to a paper or to the PDF reader. */
export function mayNavigate(step: { readonly url: string; readonly isMainFrame: boolean }): boolean {
  if (step.isMainFrame) return false;
  return (
    step.url === 'about:blank' || step.url.startsWith(`blob:${appOrigin}/`) || step.url.startsWith(pdfReader)
  );
}

/**
 * The one permission a page has: putting text it made on the clipboard, which is how a table goes to Excel. It reads
 * nothing; all else (camera, place, devices, reading the clipboard, notifications…) is denied.
 */
export function mayUse(wish: { readonly permission: string; readonly url: string }): boolean {
  const url = parse(wish.url);
  return wish.permission === 'clipboard-sanitized-write' && url !== null && isOwn(url);
}

/** Whether a file may be saved by the browser part: only what a screen made itself. */
export function mayDownload(address: { readonly url: string }): boolean {
  return address.url.startsWith(`blob:${appOrigin}/`);
}

/** Whether a message comes from the app's own page, in the main frame of its own window. */
export function isOwnFrame(sender: { readonly url: string; readonly isMainFrameOfWindow: boolean }): boolean {
  const url = parse(sender.url);
  return sender.isMainFrameOfWindow && url !== null && isOwn(url);
}

function isOwn(url: URL): boolean {
  return url.protocol === `${appScheme}:` && url.host === appHost;
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
