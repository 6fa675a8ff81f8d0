import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, with no slash at its end. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** One module of ours and what it imports. */
export interface Module {
  /** Path from the project's folder, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** Path of the module of ours that it means; null for a package. */
  readonly target: string | null;
  /** `import type`, which leaves nothing behind when the program runs. */
  readonly isType: boolean;
}

/** Source files under some folders of the project, as absolute paths in a fixed order. */
export function sourceFiles(folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((file) => /\.(ts|tsx|js|mjs)$/.test(file));
}

/** Reads the modules of some folders and resolves their imports. */
export function readModules(folders: readonly string[]): readonly Module[] {
  return sourceFiles(folders).map((file) => ({
    path: pathOf(file),
    imports: importsOf(readFileSync(file, 'utf8')).map(({ specifier, isType }) => ({
      specifier,
      isType,
      target: specifier.startsWith('.') ? pathOf(resolve(dirname(file), specifier)) : null,
    })),
  }));
}

/** The imports of a text: static, re-exported and dynamic ones. */
export function importsOf(text: string): readonly { readonly specifier: string; readonly isType: boolean }[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern =
    /^\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]*?\sfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)|\brequire\(\s*['"]([^'"\n]+)['"]\s*\)/gm;
  return [...code.matchAll(pattern)].map((match) => ({
    specifier: match[2] ?? match[3] ?? match[4] ?? '',
    isType: match[1] !== undefined,
  }));
}

function pathOf(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name === 'node_modules') return [];
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}
