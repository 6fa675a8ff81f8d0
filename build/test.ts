/**
 * `npm test`: everything that must hold, in one run, and one plain last line `N passed, N failed, N skipped`.
 * `node build/test.ts check` stops before the browser; any step can be named instead: `node build/test.ts lint`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { outFolder, projectFolder } from './bundle.ts';
import { ensureChromium } from './chromium.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const reports = join(outFolder, 'reports');
const steps: Readonly<Record<string, () => Count>> = {
  types: checkTypes,
  lint: () => once('eslint', ['--config', 'build/eslint.config.js', '--max-warnings', '0', '.']),
  format: () => once('prettier', ['--check', '--log-level', 'warn', '.']),
  unit: runVitest,
  build: () => once('node', ['build/bundle.ts']),
  e2e: runPlaywright,
};
const groups: Readonly<Record<string, readonly string[]>> = {
  all: Object.keys(steps),
  check: ['types', 'lint', 'format', 'unit'],
};

function checkTypes(): Count {
  const layers = ['shared', 'electron/core', 'electron', 'renderer', 'build', 'test'];
  return layers.map((layer) => once('tsc', ['-p', layer])).reduce(add);
}

function runVitest(): Count {
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  const code = run('vitest', [
    ...['run', '--config', 'build/vitest.config.ts'],
    ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  if (!existsSync(report)) return failure;
  const result = vitestReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  // A file that could not even be loaded has no tests in it, and still failed.
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return withExitCode(code, {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests + result.numTodoTests,
  });
}

function runPlaywright(): Count {
  if (!existsSync(join(projectFolder, 'test/e2e'))) return failure;
  const chromium = ensureChromium();
  if (chromium === null) {
    console.error(
      'The browser tests need Chromium, Chrome or Edge: install one (Debian: apt-get install chromium).',
    );
    return failure;
  }
  const report = join(reports, 'playwright.json');
  rmSync(report, { force: true });
  const code = run('playwright', ['test', '--config', 'build/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  if (!existsSync(report)) return failure;
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  return withExitCode(code, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  });
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

const failure: Count = { passed: 0, failed: 1, skipped: 0 };

function once(program: string, words: readonly string[]): Count {
  return run(program, words) === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure;
}

/** A run that ends badly has failed, whatever its report counted. */
function withExitCode(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** Runs a program of the project with this very Node, so that it is the locked one wherever it was started from. */
function run(program: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const file = program === 'node' ? [] : [programFile(program)];
  const ended = spawnSync(process.execPath, [...file, ...words], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh', ...env },
  });
  return ended.status ?? 1;
}

const packages: Readonly<Record<string, string>> = {
  tsc: '@typescript/native',
  playwright: '@playwright/test',
};

function programFile(program: string): string {
  const folder = join(projectFolder, 'node_modules', packages[program] ?? program);
  const about = packageFile.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const file = typeof about.bin === 'string' ? about.bin : about.bin[program];
  if (file === undefined) throw new Error(`The package of ${program} has no program of that name.`);
  return join(folder, file);
}

const packageFile = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

function add(left: Count, right: Count): Count {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  };
}

function sentence(count: Count): string {
  return `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`;
}

const asked = process.argv.slice(2);
const names = (asked.length === 0 ? ['all'] : asked).flatMap((name) => groups[name] ?? [name]);
mkdirSync(reports, { recursive: true });

let total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const name of names) {
  const step = steps[name];
  if (step === undefined)
    throw new Error(`There is no step "${name}"; there are ${Object.keys(steps).join(', ')}.`);
  console.log(`\n— ${name}`);
  const count = step();
  console.log(`  ${name}: ${sentence(count)}`);
  total = add(total, count);
}
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
