import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundle, projectFolder } from '../../build/bundle.ts';
import { runProcess } from '../../build/process.js';
import { fuses } from '../../electron/security.ts';
import { makeStubElectron } from './stub-electron.ts';

// Without the Electron door there is nothing to pack; every other test still runs.
const hasDoor = existsSync(join(projectFolder, 'electron/main.ts'));

if (!hasDoor) console.log('The Electron door is not there: with nothing to pack, these tests are skipped.');

const platforms = [
  { platform: 'linux', native: 'linux-x64', foreign: 'win32-x64', program: 'bang-vang' },
  { platform: 'win', native: 'win32-x64', foreign: 'linux-x64', program: 'bang-vang.exe' },
] as const;

/** Where each fuse of the security table is on the wire. */
const wireOf = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
} satisfies Record<keyof typeof fuses, FuseV1Options>;

const work = mkdtempSync(join(tmpdir(), 'bangvang-pack-'));

beforeAll(async () => {
  if (hasDoor) await bundle();
}, 180_000);

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe.skipIf(!hasDoor).each(platforms)(
  'the package for $platform',
  ({ platform, native, foreign, program }) => {
    const folder = join(work, 'dist', `${platform}-unpacked`);
    const archive = join(folder, 'resources', 'app.asar');
    const prebuilds = 'node_modules/better-sqlite3/prebuilds';
    let files: readonly string[] = [];

    beforeAll(async () => {
      const stub = join(work, `stub-${platform}`);
      makeStubElectron({ folder: stub, platform });
      const packed = await runProcess({
        words: [
          join(projectFolder, 'node_modules/electron-builder/cli.js'),
          ...['--dir', `--${platform}`, '--x64', '--publish', 'never'],
          ...['--config', join(projectFolder, 'build/electron-builder.yml')],
          `-c.electronDist=${stub}`,
          `-c.directories.output=${join(work, 'dist')}`,
        ],
        cwd: projectFolder,
        limit: 150_000,
        isGroup: true,
      });
      if (packed.status !== 0) throw new Error(packed.out + packed.err);
      files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
    }, 180_000);

    it('holds the program and all that it opens', () => {
      expect(files).toEqual(
        expect.arrayContaining([
          '/package.json',
          '/out/main/main.js',
          '/out/preload/preload.cjs',
          '/out/renderer/index.html',
          '/out/resources/icon.png',
          `/node_modules/better-sqlite3/lib/index.js`,
          `/${prebuilds}/${native}.node`,
        ]),
      );
      expect(files.some((file) => /^\/out\/resources\/fonts\/.+\.ttf$/.test(file))).toBe(true);
    });

    it('holds nothing else: no sources, no tests, no tools, no maps', () => {
      const roots = new Set(files.map((file) => file.split('/').slice(1, 3).join('/')));
      expect([...roots].sort()).toEqual([
        'node_modules',
        'node_modules/better-sqlite3',
        'out',
        'out/main',
        'out/preload',
        'out/renderer',
        'out/resources',
        'package.json',
      ]);
      expect(files.filter((file) => /\.(ts|tsx|map|gyp|cpp|hpp|c|h)$/.test(file))).toEqual([]);
    });

    it('keeps the native module outside of the archive, for this system only', () => {
      expect(statFile(archive, `${prebuilds}/${native}.node`)).toMatchObject({ unpacked: true });
      const unpacked = join(folder, 'resources/app.asar.unpacked', prebuilds, `${native}.node`);
      const original = join(projectFolder, prebuilds, `${native}.node`);
      expect(readFileSync(unpacked).equals(readFileSync(original))).toBe(true);
      expect(files.filter((file) => file.endsWith('.node'))).toEqual([`/${prebuilds}/${native}.node`]);
      expect(files).not.toContain(`/${prebuilds}/${foreign}.node`);
    });

    it('has its fuses burnt in as the security table says', async () => {
      const wire: Readonly<Record<string, unknown>> = await getCurrentFuseWire(join(folder, program));
      const burnt = Object.fromEntries(
        Object.entries(wireOf).map(([name, index]) => [name, wire[String(index)] === FuseState.ENABLE]),
      );
      expect(burnt).toEqual(fuses);
      // Left as Electron ships it.
      expect(wire[String(FuseV1Options.WasmTrapHandlers)]).toBe(FuseState.ENABLE);
    });
  },
);

describe('the packing table', () => {
  const table = readFileSync(join(projectFolder, 'build/electron-builder.yml'), 'utf8');

  it('makes an installer and a portable program for Windows, an AppImage and a deb for Linux', () => {
    const targets = [...table.matchAll(/- target: (\w+)/g)].map((match) => match[1]);
    expect(targets).toEqual(['nsis', 'portable', 'AppImage', 'deb']);
  });

  it('knows of no place to update from', () => {
    expect(table).toMatch(/^publish: null$/m);
    const about = z
      .object({ dependencies: z.record(z.string(), z.string()), build: z.undefined().optional() })
      .parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')));
    expect(Object.keys(about.dependencies)).toEqual(['better-sqlite3']);
  });
});
