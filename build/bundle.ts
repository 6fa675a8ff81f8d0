import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { contentSecurityPolicy } from '../electron/security.ts';

/** Folder of the project. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** Where the built screens, main program and resources are. */
export const outFolder = join(projectFolder, 'out');
export const rendererFolder = join(outFolder, 'renderer');

type Part = 'renderer' | 'main' | 'preload' | 'cli' | 'resources';

/** What each part is made from; when none of it has changed the part is not built again. */
const sources: Readonly<Record<Part, readonly string[]>> = {
  renderer: ['renderer', 'shared', 'build/bundle.ts', 'build/icon.svg', 'package-lock.json'],
  main: ['electron', 'shared', 'build/bundle.ts', 'package-lock.json'],
  cli: ['electron', 'shared', 'build/bundle.ts', 'package-lock.json'],
  preload: ['electron/preload.ts', 'electron/security.ts', 'build/bundle.ts', 'package-lock.json'],
  resources: ['build/fonts', 'build/sample', 'build/icon.png', 'build/bundle.ts'],
};

/** Where each part starts; a part without its start is left out, so the app also builds with no Electron door. */
const entries: Readonly<Record<Part, string>> = {
  renderer: 'renderer/index.html',
  main: 'electron/main.ts',
  cli: 'electron/cli.ts',
  preload: 'electron/preload.ts',
  resources: 'build/fonts',
};

/**
 * Builds what is out of date into `out/`: screens, main program, preload, command line, and the resources (fonts, sample school).
 * Several processes may ask at once; one builds, the others wait for it.
 *
 * @returns The parts that were built.
 */
export async function bundle(options: { readonly parts?: readonly Part[] } = {}): Promise<readonly Part[]> {
  mkdirSync(outFolder, { recursive: true });
  const release = await takeTurn();
  try {
    const built: Part[] = [];
    for (const part of options.parts ?? (['resources', 'cli', 'preload', 'main', 'renderer'] as const)) {
      if (!existsSync(join(projectFolder, entries[part]))) continue;
      const stamp = join(outFolder, `.${part}.sha256`);
      const hash = hashOf(sources[part]);
      if (existsSync(stamp) && existsSync(join(outFolder, part)) && readFileSync(stamp, 'utf8') === hash)
        continue;
      rmSync(stamp, { force: true });
      await inProduction(builders[part]);
      writeFileSync(stamp, hash);
      built.push(part);
    }
    return built;
  } finally {
    release();
  }
}

/** A test runner that asks for the build must not get, and leave behind for the next start, the slow React of developers. */
async function inProduction(build: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

const builders: Readonly<Record<Part, () => Promise<void>>> = {
  async renderer() {
    const [{ build }, { default: react }] = await Promise.all([
      import('vite'),
      import('@vitejs/plugin-react'),
    ]);
    await build({
      ...common,
      root: join(projectFolder, 'renderer'),
      plugins: [react()],
      build: {
        outDir: rendererFolder,
        emptyOutDir: true,
        // A font or picture inside the style sheet would need a weaker security policy.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 4000,
        target: 'chrome140',
      },
    });
    checkPage();
  },

  async main() {
    await buildProgram({ entry: entries.main, folder: 'main', name: 'main.js', minify: false });
  },

  async cli() {
    // It is read anew for every command: half the text is read in half the time.
    await buildProgram({ entry: entries.cli, folder: 'cli', name: 'cli.js', minify: true });
  },

  async preload() {
    const { build } = await import('vite');
    await build({
      ...common,
      root: projectFolder,
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: 'electron/preload.ts',
        outDir: join(outFolder, 'preload'),
        emptyOutDir: true,
        minify: false,
        target: 'node24',
        rolldownOptions: {
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs' },
        },
      },
    });
  },

  resources() {
    const folder = join(outFolder, 'resources');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const name of ['fonts', 'sample']) {
      const from = join(projectFolder, 'build', name);
      if (existsSync(from)) cpSync(from, join(folder, name), { recursive: true });
    }
    cpSync(join(projectFolder, 'build', 'icon.png'), join(folder, 'icon.png'));
    return Promise.resolve();
  },
};

const common = {
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'error',
  mode: 'production',
} satisfies InlineConfig;

/** One program of a few files, which loads several times faster than the hundreds it is made of. */
async function buildProgram({
  entry,
  folder,
  name,
  minify,
}: {
  readonly entry: string;
  readonly folder: string;
  readonly name: string;
  readonly minify: boolean;
}): Promise<void> {
  const { build } = await import('vite');
  await build({
    ...common,
    root: projectFolder,
    ssr: { noExternal: true, target: 'node' },
    // Libraries written for CommonJS ask where they are; in one ES module only this answer is left.
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    build: {
      ssr: entry,
      outDir: join(outFolder, folder),
      emptyOutDir: true,
      minify,
      target: 'node24',
      rolldownOptions: {
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: name, chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

/** The policy forbids inline scripts and styles, so a page that holds one would show nothing. */
function checkPage(): void {
  const page = readFileSync(join(rendererFolder, 'index.html'), 'utf8');
  if (/<script(?![^>]*\ssrc=)/.test(page) || /<style|\sstyle=|\son[a-z]+=/.test(page)) {
    throw new Error(
      `index.html has inline script or style, which the page may not run: ${contentSecurityPolicy}`,
    );
  }
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(join(projectFolder, path))) {
      hash.update(relative(projectFolder, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** One builder at a time. A turn left behind by a process that died is taken over. */
async function takeTurn(): Promise<() => void> {
  const turn = join(outFolder, '.turn');
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' });
      return () => {
        rmSync(turn, { force: true });
      };
    } catch {
      if (!isAlive(turn)) rmSync(turn, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function isAlive(turn: string): boolean {
  try {
    const holder = Number(readFileSync(turn, 'utf8'));
    return holder === 0 || process.kill(holder, 0);
  } catch {
    return false;
  }
}

if (import.meta.main) {
  const built = await bundle();
  console.log(built.length === 0 ? 'out/ is up to date' : `built: ${built.join(', ')}`);
}
