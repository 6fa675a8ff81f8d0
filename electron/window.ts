import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type Session,
  type WebContents,
} from 'electron';
import {
  appOrigin,
  deadProxy,
  mayDownload,
  mayNavigate,
  mayOpen,
  mayRequest,
  mayUse,
  webPreferences,
} from './security.ts';

interface WindowParts {
  readonly preload: string;
  readonly icon: string;
  readonly packaged: boolean;
}

function windowOptions(options: WindowParts): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 728,
    minWidth: 1024,
    minHeight: 600,
    title: 'Bảng Vàng',
    icon: options.icon,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences, preload: options.preload, devTools: !options.packaged },
  };
}

/** Opens the main window, hidden until its first paint so that it never flashes white. */
export function openWindow(options: WindowParts): BrowserWindow {
  const window = new BrowserWindow({ ...windowOptions(options), show: false });
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

/** Keeps a page where it is: no navigation, no embedded browser, no new window but the projector's. */
export function hardenContents(contents: WebContents, options: WindowParts): void {
  contents.setWindowOpenHandler(({ url }) =>
    mayOpen({ url })
      ? { action: 'allow', overrideBrowserWindowOptions: windowOptions(options) }
      : { action: 'deny' },
  );
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
