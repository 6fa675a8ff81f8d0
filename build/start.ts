/** `npm start`: builds what is out of date, then opens the app in Electron, in a browser window, or by its address. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPorts } from '../electron/adapters/system.ts';
import { createCore, type Core } from '../electron/core/core.ts';
import { startHttp, type HttpDoor } from '../electron/http.ts';
import {
  appFolderOf,
  browserArguments,
  findBrowser,
  findElectron,
  hasDisplay,
  openAsked,
  thisComputer,
} from '../electron/launch.ts';
import { keepMemorySmall } from '../electron/memory.ts';
import { bundle, outFolder, projectFolder, rendererFolder } from './bundle.ts';
import { startProcess } from './process.js';

/** Milliseconds within which a browser that ends has handed its window over rather than been closed. */
const handOverTime = 4000;

keepMemorySmall();

const computer = thisComputer();
const port = portArgument();
const electron = findElectron({ projectFolder, computer });

await bundle({
  parts: electron === null ? ['resources', 'renderer'] : ['resources', 'preload', 'main', 'renderer'],
});

if (electron === null) await openInBrowser();
else await openInElectron(electron);

async function openInElectron(program: string): Promise<void> {
  const root = computer.platform === 'linux' && computer.isRoot ? ['--no-sandbox'] : [];
  const words = [projectFolder, ...root, ...process.argv.slice(2)];
  const { child, ended } = startProcess({ program, words, output: 'pass', limit: null });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = (await ended).status ?? 1;
}

async function openInBrowser(): Promise<void> {
  const appFolder = appFolderOf(computer);
  mkdirSync(appFolder, { recursive: true });
  const core = createCore(openPorts({ appFolder, resources: join(outFolder, 'resources') }));
  await openAsked({ core, words: process.argv.slice(2) });
  const door = await openDoor(core);
  const browser = hasDisplay(computer) ? findBrowser(computer) : null;
  console.log(
    browser === null
      ? 'Máy này không có Electron: hãy mở địa chỉ dưới đây bằng trình duyệt trên chính máy này.'
      : 'Máy này không có Electron: Bảng Vàng mở trong một cửa sổ trình duyệt riêng.',
  );

  let window: ChildProcess | null = null;
  const state = { isClosing: false };
  async function close(): Promise<void> {
    if (state.isClosing) return;
    state.isClosing = true;
    window?.kill();
    await door.close();
    await core.close();
    process.exit(0);
  }
  process.on('SIGINT', () => void close());
  process.on('SIGTERM', () => void close());
  process.on('SIGHUP', () => void close());

  if (browser === null) {
    console.log(`\n  ${door.url}\n\nNhấn Ctrl+C để đóng Bảng Vàng.`);
    return;
  }
  console.log('Đóng cửa sổ đó, hoặc nhấn Ctrl+C ở đây, để đóng Bảng Vàng.');
  const profileFolder = join(appFolder, 'browser');
  const opened = startProcess({
    program: browser,
    words: browserArguments({ url: door.link(), profileFolder, computer }),
    output: 'drop',
    limit: null,
  });
  window = opened.child;
  const openedAt = Date.now();
  try {
    const { status } = await opened.ended;
    // A browser that hands its window to one already running ends at once, and the app must go on serving it.
    if (status === 0 && Date.now() - openedAt < handOverTime) return;
    if (status === 0) await close();
    else if (!state.isClosing)
      console.log(`Trình duyệt đã đóng đột ngột. Hãy tự mở địa chỉ này:\n\n  ${door.url}\n`);
  } catch {
    console.log(`Không mở được trình duyệt. Hãy tự mở địa chỉ này:\n\n  ${door.url}\n`);
  }
}

async function openDoor(core: Core): Promise<HttpDoor> {
  try {
    return await startHttp({ core, rendererFolder, ...(port === null ? {} : { port }) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    console.error(
      `Cổng ${port ?? ''} đang được chương trình khác dùng: hãy chọn cổng khác, hoặc bỏ "--port".`,
    );
    process.exit(1);
  }
}

function portArgument(): number | null {
  const at = process.argv.indexOf('--port');
  if (at < 0) return null;
  const port = Number(process.argv[at + 1]);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  console.error('Cổng phải là số nguyên từ 1 đến 65535, ví dụ: npm start -- --port 8080');
  process.exit(1);
}
