/**
 * `npm test`: everything that must hold, in one run, and one plain last line `N passed, N failed, N skipped`.
 * `node build/test.ts check` stops before the browser; any step can be named instead: `node build/test.ts lint`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { outFolder, projectFolder } from './bundle.ts';
import { ensureChromium } from './chromium.ts';
import { overdueSentence, startProcess } from './process.js';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const minute = 60_000;
const reports = join(outFolder, 'reports');
const steps: Readonly<Record<string, () => Promise<Count>>> = {
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

async function checkTypes(): Promise<Count> {
  const counts: Count[] = [];
  for (const layer of ['shared', 'electron/core', 'electron', 'renderer', 'build', 'test'])
    counts.push(await once('tsc', ['-p', layer]));
  return counts.reduce(add);
}

async function runVitest(): Promise<Count> {
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  const code = await run('vitest', ['run', '--config', 'build/vitest.config.ts'], {
    env: { VITEST_JSON_OUTPUT_NAME: report },
    report,
    limit: 25 * minute,
  });
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

async function runPlaywright(): Promise<Count> {
  if (!existsSync(join(projectFolder, 'test/e2e'))) return failure;
  const chromium = await ensureChromium();
  if (chromium === null) {
    console.error(
      'The browser tests need Chromium, Chrome or Edge: install one (Debian: apt-get install chromium).',
    );
    return failure;
  }
  const report = join(reports, 'playwright.json');
  rmSync(report, { force: true });
  const code = await run('playwright', ['test', '--config', 'build/playwright.config.ts'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    report,
    limit: 25 * minute,
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

async function once(program: string, words: readonly string[]): Promise<Count> {
  return (await run(program, words)) === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure;
}

/** A run that ends badly has failed, whatever its report counted. */
function withExitCode(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * Runs a program of the project with this very Node, so that it is the locked one wherever it was started from, and
 * gives its exit code. Past its limit in milliseconds it is ended with all that it started, and that is a failure; a
 * program whose report is written has done its work, and need not be waited for.
 */
async function run(
  program: string,
  words: readonly string[],
  {
    env = {},
    limit = 10 * minute,
    report,
  }: {
    readonly env?: Readonly<Record<string, string>>;
    readonly limit?: number;
    readonly report?: string;
  } = {},
): Promise<number> {
  const order = {
    words: [...(program === 'node' ? [] : [programFile(program)]), ...words],
    cwd: projectFolder,
    output: 'show',
    isGroup: true,
    env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh', ...env },
    limit,
    ...(report === undefined ? {} : { isDone: () => existsSync(report) }),
  } as const;
  const { end, ended } = startProcess(order);
  process.once('exit', end);
  const result = await ended;
  process.off('exit', end);
  if (result.endedFor === 'limit') console.error(overdueSentence(order, result));
  return result.status ?? 1;
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

let total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const name of names) {
  const step = steps[name];
  if (step === undefined)
    throw new Error(`There is no step "${name}"; there are ${Object.keys(steps).join(', ')}.`);
  console.log(`\n— ${name}`);
  const count = await step();
  console.log(`  ${name}: ${sentence(count)}`);
  total = add(total, count);
}
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
