import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './modules.ts';

const files = sourceFiles(['shared', 'electron', 'renderer', 'build', 'test']).map((path) => ({
  path: relative(root, path).replaceAll('\\', '/'),
  text: readFileSync(path, 'utf8'),
}));
const program = files.filter(({ path }) => !path.startsWith('test/'));

/** The word we use, by the words that we do not. The glossary is in the README. */
const vocabulary: Readonly<Record<string, string>> = {
  teacher: 'person',
  user: 'person',
  employee: 'person',
  department: 'group',
};

/** Names that others gave: of the system, of a library, of a browser. */
const foreignNames =
  /^(userAgent|userData|userDataDir|userEvent|userInfo|userSelect|username|WebkitUserSelect)$/;

describe('the words of the code', () => {
  it('are read at all', () => {
    expect(program.length).toBeGreaterThan(20);
    expect(wordsOf('openUserFile')).toEqual(['open', 'user', 'file']);
    expect(identifiersOf({ path: 'a.ts', text: 'const teacherName = 1; // a teacher' })).toEqual([
      'teacherName',
    ]);
  });

  it('are one for one notion', () => {
    const found = program.flatMap((file) =>
      identifiersOf(file)
        .filter((name) => !foreignNames.test(name))
        .flatMap((name) =>
          wordsOf(name).flatMap((word) => {
            const ours = vocabulary[word] ?? vocabulary[word.replace(/s$/, '')];
            return ours === undefined ? [] : [`${file.path}: ${name} (write ${ours})`];
          }),
        ),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});

describe('the house', () => {
  it('has a fixed top level', () => {
    const allowed = ['build', 'electron', 'renderer', 'shared', 'test'];
    const loose = ['README.md', 'package-lock.json', 'package.json', 'tsconfig.json'];
    const made = ['node_modules', 'out', 'dist', 'test-results'];
    const found = readdirSync(root).filter((name) => !name.startsWith('.'));
    expect(found.filter((name) => ![...allowed, ...loose, ...made].includes(name))).toEqual([]);
    for (const name of [...allowed, 'package-lock.json']) expect(existsSync(join(root, name))).toBe(true);
  });

  it('silences no tool and leaves no note for later', () => {
    const silencers = new RegExp(
      ['eslint', 'prettier'].map((tool) => `${tool}-(disable|ignore)`).join('|') +
        '|@ts-' +
        '(ignore|nocheck|expect-error)|\\b(TO' +
        'DO|FIX' +
        'ME|X' +
        'XX)\\b',
    );
    expect(files.filter(({ text }) => silencers.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('names no folder of one machine', () => {
    const places = new RegExp('/wo' + 'rk/|/ho' + 'me/[a-z]|[A-Z]:\\\\\\\\Us' + 'ers');
    const allowed = /^test\//;
    expect(
      files.filter(({ path, text }) => !allowed.test(path) && places.test(text)).map(({ path }) => path),
    ).toEqual([]);
    expect(files.filter(({ text }) => text.includes('/wo' + 'rk/')).map(({ path }) => path)).toEqual([]);
  });

  it('starts other programs in one place, where each has a limit', () => {
    // The app itself asks the system for its drives, with a limit too, and needs nothing of build/.
    const allowed = ['build/process.js', 'electron/adapters/drives.ts'];
    const starts = /^\s*import (?!type )[^;]*'node:child_process'/m;
    const found = files.filter(({ text }) => starts.test(text));
    expect(found.map(({ path }) => path).sort()).toEqual(allowed);
  });

  it('keeps a module to one purpose', () => {
    const long = files
      .filter(({ path }) => !path.startsWith('test/'))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 600);
    expect(long).toEqual([]);
  });

  it('has erasable, exactly named and exactly pinned parts', () => {
    const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.entries({ ...about['dependencies'], ...about['devDependencies'] });
    expect(versions.length).toBeGreaterThan(10);
    expect(
      versions.filter(([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$|^file:/.test(version)),
    ).toEqual([]);
    expect(about['license']).toBe('MIT');
  });
});

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .map((word) => word.toLowerCase());
}

/** Names that a file gives to things: variables, functions, types, properties, parameters. */
function identifiersOf(file: { readonly path: string; readonly text: string }): readonly string[] {
  const source = ts.createSourceFile(
    file.path,
    file.text,
    ts.ScriptTarget.Latest,
    true,
    file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const names: string[] = [];
  function visit(node: ts.Node): void {
    if (ts.isIdentifier(node) && isGiven(node)) names.push(node.text);
    ts.forEachChild(node, visit);
  }
  visit(source);
  return names;
}

/** Whether the name is given here, rather than used: a name that was given elsewhere is judged there. */
function isGiven(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isBindingElement(parent)) &&
    parent.name === node
  );
}
