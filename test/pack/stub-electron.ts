import { appendFileSync, chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../build/bundle.ts';

/** The fuse wire that Electron's binary holds: its mark, version 1, nine fuses in their factory state. */
const fuseWire = Buffer.concat([
  Buffer.from('\ndL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100001'),
]);

/**
 * Makes a folder that looks like an unpacked Electron, so that packing runs with no download: what it leaves in the
 * package is real, only the program itself is not.
 */
export function makeStubElectron(place: {
  readonly folder: string;
  readonly platform: 'linux' | 'win';
}): void {
  const { folder, platform } = place;
  for (const inner of ['resources', 'locales']) mkdirSync(join(folder, inner), { recursive: true });
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'stub');
  for (const name of ['vi', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${name}.pak`), '');
  const about = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(projectFolder, 'node_modules/electron/package.json'), 'utf8')));
  writeFileSync(join(folder, 'version'), about.version);

  if (platform === 'linux') {
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      writeFileSync(join(folder, name), '#!/bin/sh\nexit 0\n');
      chmodSync(join(folder, name), 0o755);
    }
    appendFileSync(join(folder, 'electron'), fuseWire);
  } else {
    // The name and icon are written into a real Windows program, so it must be one.
    const program = join(projectFolder, 'node_modules/electron-winstaller/vendor/7z-x64.exe');
    copyFileSync(program, join(folder, 'electron.exe'));
    appendFileSync(join(folder, 'electron.exe'), fuseWire);
  }
}
