import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, readModules, root, type Import, type Module } from './modules.ts';

const modules = readModules(['shared', 'electron', 'renderer', 'build', 'test']);

type Layer = 'shared' | 'core' | 'adapters' | 'doors' | 'renderer' | 'build' | 'test';

/** Layers that a layer may import from; the arrow only ever points down. */
const allowedLayers: Readonly<Record<Layer, readonly Layer[]>> = {
  shared: ['shared'],
  core: ['core', 'shared'],
  adapters: ['adapters', 'shared'],
  doors: ['doors', 'adapters', 'core', 'shared'],
  renderer: ['renderer', 'shared'],
  build: ['build', 'doors', 'adapters', 'core', 'shared'],
  test: ['test', 'build', 'renderer', 'doors', 'adapters', 'core', 'shared'],
};

/** Packages that a layer may import; `null` means that the tools and tests may use what they like. */
const allowedPackages: Readonly<Record<Layer, readonly string[] | null>> = {
  shared: ['zod'],
  core: ['kysely', 'zod', 'better-sqlite3', 'docx', 'pdfmake', 'hucre', 'fflate'],
  adapters: ['electron'],
  doors: ['electron', 'zod'],
  renderer: ['@fontsource-variable/inter', 'react', 'react-dom', 'zustand'],
  build: null,
  test: null,
};

/** Packages that only some files may import. */
const homes: Readonly<Record<string, RegExp>> = {
  electron: /^electron\/((main|preload|window)\.ts|adapters\/[^/]+-electron\.ts)$/,
  'better-sqlite3': /^electron\/core\/database\/open\.ts$/,
  docx: /^electron\/core\/(files|export)\//,
  pdfmake: /^electron\/core\/(files|export)\//,
  hucre: /^electron\/core\/(files|export)\//,
  fflate: /^electron\/core\/(files|export)\//,
};

/** Parts of Node that reach a network; only the browser door may listen, only on this computer. */
const network = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector'];

function layerOf(path: string): Layer {
  if (path.startsWith('electron/core/')) return 'core';
  if (path.startsWith('electron/adapters/')) return 'adapters';
  const [top] = path.split('/');
  switch (top) {
    case 'shared':
    case 'renderer':
    case 'build':
    case 'test':
      return top;
    case 'electron':
      return 'doors';
    default:
      throw new Error(`${path} belongs to no layer.`);
  }
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isNode(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

function offences(
  judge: (module: Module, imported: Import) => boolean,
  of: readonly Module[] = modules,
): string[] {
  return of.flatMap((module) =>
    module.imports
      .filter((imported) => !judge(module, imported))
      .map((imported) => `${module.path} → ${imported.target ?? imported.specifier}`),
  );
}

function isAllowed(module: Module, imported: Import): boolean {
  const from = layerOf(module.path);
  if (imported.target === null) return true;
  const to = layerOf(imported.target);
  // The ports are the one thing of the core that an adapter knows.
  if (from === 'adapters' && to === 'core') return imported.target === 'electron/core/ports.ts';
  return allowedLayers[from].includes(to);
}

describe('the layers', () => {
  it('were all seen', () => {
    const seen = new Set(modules.map((module) => layerOf(module.path)));
    expect([...seen].sort()).toEqual(Object.keys(allowedLayers).sort());
    expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(modules.length);
  });

  it('import only what lies below them', () => {
    expect(offences(isAllowed)).toEqual([]);
  });

  it('import files that exist', () => {
    expect(offences((_module, { target }) => target === null || existsSync(join(root, target)))).toEqual([]);
  });

  it('have no cycle', () => {
    expect(findCycles(modules)).toEqual([]);
  });

  it('use only their own packages', () => {
    expect(
      offences((module, { specifier, target }) => {
        if (target !== null || isNode(specifier)) return true;
        return allowedPackages[layerOf(module.path)]?.includes(packageOf(specifier)) ?? true;
      }),
    ).toEqual([]);
  });

  it('keep a package in the files that are its home', () => {
    const ours = modules.filter((module) => !['build', 'test'].includes(layerOf(module.path)));
    expect(
      offences(
        (module, { specifier, target }) =>
          target !== null || (homes[packageOf(specifier)]?.test(module.path) ?? true),
        ours,
      ),
    ).toEqual([]);
  });

  it('name a part of Node by its full name, and only where Node is', () => {
    expect(
      offences((module, { specifier }) => {
        if (!isNode(specifier)) return true;
        return specifier.startsWith('node:') && !['shared', 'renderer'].includes(layerOf(module.path));
      }),
    ).toEqual([]);
  });

  it('reach no network: one door listens, nothing calls out', () => {
    const program = modules.filter((module) => !['build', 'test'].includes(layerOf(module.path)));
    const found = program.flatMap((module) =>
      module.imports
        .filter(({ specifier }) => network.includes(specifier.replace(/^node:/, '')))
        .map(({ specifier }) => `${module.path} → ${specifier}`),
    );
    expect(found).toEqual(['electron/http.ts → node:http']);
    const callers = program
      .filter((module) =>
        /\b(fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon)\s*\(/.test(textOf(module)),
      )
      .map((module) => module.path);
    expect(callers.filter((path) => path !== 'renderer/client.ts')).toEqual([]);
  });

  it('know nothing of the tests', () => {
    const ours = modules.filter((module) => layerOf(module.path) !== 'test');
    expect(offences((_module, { target }) => target?.startsWith('test/') !== true, ours)).toEqual([]);
  });
});

describe('the shared layer', () => {
  const shared = modules.filter((module) => layerOf(module.path) === 'shared');

  it('has no clock, no randomness and no world', () => {
    // What the browser and Node give does not compile there; these are in the language itself.
    const forbidden = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bcrypto\.|\bprocess\./;
    expect(shared.filter((module) => forbidden.test(codeOf(module))).map((module) => module.path)).toEqual(
      [],
    );
  });
});

describe('the walker itself', () => {
  it('sees every way to import', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import './c.css';",
      "export { d } from './d.ts';",
      "export * from './e.ts';",
      'const f = await imp' + "ort('./f.ts');",
      "import {\n  g,\n  h,\n} from 'g';",
      "// import { no } from './comment.ts';",
      "/* import { no } from './comment.ts'; */",
      "import * as i from '@scope/i/part';",
    ].join('\n');
    expect(importsOf(text)).toEqual([
      { specifier: './a.ts', isType: false },
      { specifier: './b.ts', isType: true },
      { specifier: './c.css', isType: false },
      { specifier: './d.ts', isType: false },
      { specifier: './e.ts', isType: false },
      { specifier: './f.ts', isType: false },
      { specifier: 'g', isType: false },
      { specifier: '@scope/i/part', isType: false },
    ]);
  });

  it('finds a cycle, and a step upwards', () => {
    const made: readonly Module[] = [
      { path: 'shared/a.ts', imports: [{ specifier: './b.ts', target: 'shared/b.ts', isType: false }] },
      { path: 'shared/b.ts', imports: [{ specifier: './a.ts', target: 'shared/a.ts', isType: false }] },
      {
        path: 'shared/c.ts',
        imports: [{ specifier: '../electron/http.ts', target: 'electron/http.ts', isType: true }],
      },
    ];
    expect(findCycles(made)).toEqual(['shared/a.ts → shared/b.ts → shared/a.ts']);
    expect(offences(isAllowed, made)).toEqual(['shared/c.ts → electron/http.ts']);
  });
});

/** Cycles among imports that remain when the program runs; types alone make none. */
function findCycles(of: readonly Module[]): string[] {
  const next = new Map(
    of.map((module) => [
      module.path,
      module.imports
        .filter(({ isType }) => !isType)
        .flatMap(({ target }) => (target === null ? [] : [target])),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];

  function visit(path: string, trail: readonly string[]): void {
    const at = trail.indexOf(path);
    if (at >= 0) {
      cycles.push([...trail.slice(at), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  }

  for (const module of of) visit(module.path, []);
  return cycles;
}

function textOf(module: Module): string {
  return readFileSync(join(root, module.path), 'utf8');
}

function codeOf(module: Module): string {
  return textOf(module)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');
}
