import { BrowserWindow, type Session, type WebContents } from 'electron';
import {
  appOrigin,
  deadProxy,
  mayDownload,
  mayNavigate,
  mayRequest,
  mayUse,
  webPreferences,
} from './security.ts';

/** Opens the only window, hidden until its first paint so that it never flashes white. */
export function openWindow(options: {
  readonly preload: string;
  readonly icon: string;
  readonly packaged: boolean;
}): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 728,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title: 'Bảng Vàng',
    icon: options.icon,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences, preload: options.preload, devTools: !options.packaged },
  });
  window.once('ready-to-show', () => {
    window.maximize();
    window.show();
  });
  void window.loadURL(`${appOrigin}/`);
  return window;
}

/** Closes every way out of the window's session: network, permissions, devices, spelling dictionaries, downloads. */
export async function hardenSession(
  session: Session,
  options: { readonly packaged: boolean },
): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest({ url: details.url, packaged: options.packaged }) });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse({ permission, url: details.requestingUrl }));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse({ permission, url: origin }));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({});
  });
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!mayDownload({ url: item.getURL() })) event.preventDefault();
  });
  await session.setProxy(deadProxy);
}

/** Keeps a page where it is: no navigation, no new window, no embedded browser. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!mayNavigate({ url: event.url, isMainFrame: event.isMainFrame })) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate({ url: event.url, isMainFrame: event.isMainFrame })) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate({ url: event.url, isMainFrame: event.isMainFrame })) event.preventDefault();
  });
}
