import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { watchFiles } from '../../build/file-limit.ts';
import { runProcess, startProcess } from '../../build/process.js';

const folder = mkdtempSync(join(tmpdir(), 'bangvang-ends-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program that does not go although its work is done, as Node itself now and then: it waits in its own end. */
const stuckAtItsEnd = `process.on('exit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));`;

function script(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a program that was started', () => {
  it('is given as it ended', async () => {
    const path = script('well.mjs', `console.log('ra'); console.error('lỗi'); process.exitCode = 3;`);
    expect(await runProcess({ words: [path], limit: 30_000 })).toEqual({
      status: 3,
      signal: null,
      out: 'ra\n',
      err: 'lỗi\n',
      endedFor: null,
    });
  });

  it('is ended by its id when its work is done and it does not go, with the exit code that it gave', async () => {
    const path = script('stuck.mjs', `console.log('xong'); ${stuckAtItsEnd} process.exit(7);`);
    const { child, ended } = startProcess({ words: [path], limit: 60_000 });
    expect(await ended).toMatchObject({ status: 7, out: 'xong\n', endedFor: 'parting' });
    expect(isAlive(child.pid ?? 0)).toBe(false);
  });

  it('is ended past its limit, and its last output is told', async () => {
    const path = script('endless.mjs', `console.log('đang đọc tệp'); setInterval(() => {}, 1000);`);
    await expect(runProcess({ words: [path], limit: 1500 })).rejects.toThrow(
      /endless\.mjs was still running after 2 s and was ended\. Its last output:\nđang đọc tệp/,
    );
  });

  it('is done when its report is there, though it neither says so nor goes', async () => {
    const path = script('reported.mjs', `console.log('báo cáo'); setInterval(() => {}, 1000);`);
    const { ended } = startProcess({ words: [path], limit: 60_000, isDone: () => true });
    expect(await ended).toMatchObject({ endedFor: 'parting', out: 'báo cáo\n' });
  });

  it.skipIf(process.platform === 'win32')('takes what it started along', async () => {
    const path = script(
      'parent.mjs',
      `import { spawn } from 'node:child_process';
       console.log(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid);
       setInterval(() => {}, 1000);`,
    );
    const { ended } = startProcess({ words: [path], limit: 2500, isGroup: true });
    const { out, endedFor } = await ended;
    expect(endedFor).toBe('limit');
    for (let wait = 0; isAlive(Number(out)) && wait < 50; wait += 1) await sleep(100);
    expect(isAlive(Number(out))).toBe(false);
  });
});

describe('a launcher of ours', () => {
  it('gives the exit code of a program that is stuck at its end', async () => {
    const launcher = new URL('../../build/right-node.js', import.meta.url).href;
    const path = script(
      'launched.mjs',
      `import { inRightNode } from '${launcher}';
       await inRightNode(import.meta.url, async () => { ${stuckAtItsEnd} console.log('xong'); process.exitCode = 2; });`,
    );
    const { status, out, endedFor } = await runProcess({ words: [path], limit: 60_000 });
    expect({ status, out, endedFor }).toEqual({ status: 2, out: 'xong\n', endedFor: null });
  });

  it('ends a program past its limit and says so', async () => {
    const launcher = new URL('../../build/right-node.js', import.meta.url).href;
    const path = script(
      'overdue.mjs',
      `import { inRightNode } from '${launcher}';
       await inRightNode(import.meta.url, async () => { setInterval(() => {}, 1000); }, { limit: 1500 });`,
    );
    const { status, err } = await runProcess({ words: [path], limit: 60_000 });
    expect(status).toBe(1);
    expect(err).toBe('Quá 2 giây mà chưa xong nên đã dừng: hãy thử lại.\n');
  });
});

describe('a test file', () => {
  it('that does not end in time is named, with the test it was at', () => {
    vi.useFakeTimers();
    try {
      const overdue: (readonly [string, string | null])[] = [];
      const files = watchFiles({ limit: 1000, onOverdue: (file, test) => overdue.push([file, test]) });
      files.begin('a.test.ts');
      files.begin('b.test.ts');
      files.begin('c.test.ts');
      files.at('b.test.ts', 'gets nowhere');
      files.end('a.test.ts');
      vi.advanceTimersByTime(999);
      expect(overdue).toEqual([]);
      vi.advanceTimersByTime(1);
      expect(overdue).toEqual([
        ['b.test.ts', 'gets nowhere'],
        ['c.test.ts', null],
      ]);
    } finally {
      vi.useRealTimers();
    }
  });
});
