import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, projectFolder } from '../../build/bundle.ts';
import { startProcess } from '../../build/process.js';

const home = mkdtempSync(join(tmpdir(), 'bangvang-start-'));

beforeAll(async () => {
  await bundle({ parts: ['resources', 'renderer'] });
}, 180_000);

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly address: string;
  readonly ended: Promise<number | null>;
}

/** `npm start` on a computer with no Electron and no display. */
async function start(words: readonly string[] = []): Promise<Started> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const { child, ended } = startProcess({
    words: [join(projectFolder, 'build/start.js'), ...words],
    env: { ...env, HOME: home, XDG_DATA_HOME: home, ELECTRON_OVERRIDE_DIST_PATH: join(home, 'none') },
    limit: 60_000,
  });
  let text = '';
  const address = await new Promise<string>((resolve, reject) => {
    function read(chunk: string): void {
      text += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]+/.exec(text);
      if (found !== null && text.includes('Ctrl+C')) resolve(found[0]);
    }
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => {
      reject(new Error(text));
    });
  });
  return { child, text: () => text, address, ended: ended.then(({ status }) => status) };
}

describe.skipIf(process.platform === 'win32')('npm start, with no Electron and no display', () => {
  it('says so in a sentence, gives an address that works, and closes cleanly on Ctrl+C', async () => {
    const started = await start();
    expect(started.text().split('\n')[0]).toBe(
      'Máy này không có Electron: hãy mở địa chỉ dưới đây bằng trình duyệt trên chính máy này.',
    );

    const { origin } = new URL(started.address);
    const entered = await fetch(started.address, { redirect: 'manual' });
    const cookie = entered.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const page = await fetch(`${origin}/`, { headers: { Cookie: cookie } });
    expect(await page.text()).toContain('<title>Bảng Vàng</title>');
    const answer = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ method: 'getStatus', input: {}, sessionId: null }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, value: { file: null } });

    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    await expect(fetch(origin)).rejects.toThrow();
    expect(existsSync(join(home, 'bang-vang'))).toBe(true);
  });

  it('says that a port is taken, in a sentence', async () => {
    const first = await start();
    const { port } = new URL(first.address);
    await expect(start(['--port', port])).rejects.toThrow(`Cổng ${port} đang được chương trình khác dùng`);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  it('refuses a port that is none, in a sentence', async () => {
    await expect(start(['--port', 'một'])).rejects.toThrow('Cổng phải là số nguyên từ 1 đến 65535');
  });
});
