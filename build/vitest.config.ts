import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  throw new Error(
    `Node ${process.versions.node}: better-sqlite3 would crash. Run through "npm test", which uses the locked Node 24.`,
  );
}
process.env['TZ'] = 'Asia/Ho_Chi_Minh';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
