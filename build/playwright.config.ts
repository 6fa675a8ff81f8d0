import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findBrowser, thisComputer } from '../electron/launch.ts';

const computer = thisComputer();
const executablePath = findBrowser(computer);

export default defineConfig({
  testDir: '../test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../out/e2e',
  // Each has a core, a file and a browser of its own; more than two wait for each other on the laptops this is made on.
  workers: Math.min(2, availableParallelism()),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // build/test.ts asks for the counts in a file; by hand there is only the line.
  reporter: [
    ['line'],
    ...(process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [] : [['json'] as const]),
    ['./playwright.limit.ts'],
  ],
  globalSetup: './playwright.setup.ts',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: computer.isRoot ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
    },
  },
});
