import { join } from 'node:path';
import {
  app,
  ipcMain,
  Menu,
  protocol,
  session,
  type BrowserWindow,
  type MenuItemConstructorOptions,
} from 'electron';
import { openPorts } from './adapters/system.ts';
import { createCore } from './core/core.ts';
import { appFolderOf, openAsked, thisComputer } from './launch.ts';
import { keepMemorySmall } from './memory.ts';
import { appScheme, callChannel, isOwnFrame, quietSwitches, schemePrivileges } from './security.ts';
import { mayProject } from './projector.ts';
import { createServe, parseCall } from './serve.ts';
import { hardenContents, hardenSession, openWindow } from './window.ts';

// Door 1: the Electron window. Everything it permits is in security.ts.

const out = join(import.meta.dirname, '..');
const appFolder = appFolderOf(thisComputer());

const parts = {
  preload: join(out, 'preload', 'preload.cjs'),
  icon: join(out, 'resources', 'icon.png'),
  packaged: app.isPackaged,
} as const;

keepMemorySmall();

app.enableSandbox();
app.setPath('userData', join(appFolder, 'electron'));
for (const [name, value] of quietSwitches) app.commandLine.appendSwitch(name, value);
protocol.registerSchemesAsPrivileged([schemePrivileges]);
app.on('web-contents-created', (_event, contents) => {
  hardenContents(contents, parts);
});

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  // Beside the bundle there is no source tree to find the fonts in.
  const core = createCore(openPorts({ appFolder, resources: join(out, 'resources') }));
  const serve = createServe({ rendererFolder: join(out, 'renderer'), core: null });
  let window: BrowserWindow | null = null;
  let projector: { readonly contentsId: number; readonly close: () => void } | null = null;
  let isClosed = false;

  await hardenSession(session.defaultSession, { packaged: app.isPackaged });
  protocol.handle(appScheme, serve);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));

  ipcMain.handle(callChannel, (event, body: unknown) => {
    const frame = event.senderFrame;
    const isProjector = event.sender.id === projector?.contentsId;
    const isMainFrameOfWindow =
      frame !== null && frame.parent === null && (isProjector || event.sender.id === window?.webContents.id);
    if (frame === null || !isOwnFrame({ url: frame.url, isMainFrameOfWindow })) {
      console.warn(`A message from ${frame?.url ?? 'a closed frame'} was refused.`);
      throw new Error('This page may not call the core.');
    }
    const call = parseCall(body);
    if (call === null) throw new Error('The message is not a call.');
    if (isProjector && !mayProject(call)) throw new Error('The projector may not ask for this.');
    return core.call(call);
  });

  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void core.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });

  await openAsked({ core, words: process.argv.slice(1) });
  window = openWindow(parts);
  window.webContents.on('did-create-window', (child) => {
    projector?.close();
    const opened = {
      contentsId: child.webContents.id,
      close: () => {
        child.close();
      },
    };
    projector = opened;
    child.on('closed', () => {
      if (projector === opened) projector = null;
    });
  });
  window.on('closed', () => {
    window = null;
    // The wall shows nothing that nobody drives, and the app ends with its last window.
    projector?.close();
  });
}

/** Only what the keyboard and the projector need; undo belongs to the screens. */
const menu: MenuItemConstructorOptions[] = [
  {
    label: 'Hiển thị',
    submenu: [
      { role: 'zoomIn', label: 'Phóng to', accelerator: 'CommandOrControl+=' },
      { role: 'zoomOut', label: 'Thu nhỏ' },
      { role: 'resetZoom', label: 'Cỡ ban đầu' },
      { role: 'togglefullscreen', label: 'Toàn màn hình' },
      { type: 'separator' },
      { role: 'quit', label: 'Thoát' },
    ],
  },
];
