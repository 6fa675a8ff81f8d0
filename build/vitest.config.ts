import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { UnitFileLimit } from './file-limit.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  throw new Error(
    `Node ${process.versions.node}: better-sqlite3 would crash. Run through "npm test", which uses the locked Node 24.`,
  );
}
process.env['TZ'] = 'Asia/Ho_Chi_Minh';

// build/test.ts asks for the counts in a file; by hand there is the usual report.
const report = process.env['VITEST_JSON_OUTPUT_NAME'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    pool: 'forks',
    // Half of a run went into loading the same modules anew for each file; a test leaves nothing behind in them.
    isolate: false,
    // Left alone, two cores get one worker.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/support/pinned-seed.ts'],
    ...(report === undefined ? {} : { outputFile: { json: report } }),
    reporters: [...(report === undefined ? ['default'] : ['dot', 'json']), new UnitFileLimit()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
