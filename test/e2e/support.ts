import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test as base, type Page } from '@playwright/test';
import type { InputOf, MethodName, OutputOf } from '../../shared/api.ts';
import { startApp, type RunningApp } from '../support/app.ts';

/** The sample school, open in the real core, with a page that shows it. */
export interface Season {
  readonly app: RunningApp;
  /** Calls the core as the one who is signed in; throws what it refuses. */
  ask<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>>;
  /** Opens a screen on a fresh page, which knows what was asked of the core meanwhile. */
  open(screen: string): Promise<void>;
  /** Goes on in another file, whose session the core gave. */
  resume(sessionId: string): Promise<void>;
  /** Somebody else sits down at the laptop. */
  signIn(role: 'secretary' | 'chair' | 'teller' | 'viewer', name: string): Promise<void>;
}

/**
 * A test on the sample school, appraised and ready for the meeting. It fails on any error in the console, which is
 * where the browser tells what the security policy stopped.
 */
export const test = base.extend<{ season: Season }>({
  season: async ({ page }, use) => {
    const app = await startApp();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));

    let sessionId = '';
    async function ask<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
      const result = await app.core.call({ sessionId, method, input });
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value as OutputOf<M>;
    }
    async function enter(id: string): Promise<void> {
      sessionId = id;
      await page.addInitScript((session) => {
        // The reader of papers is a page of its own, without storage.
        if (location.protocol.startsWith('http')) sessionStorage.setItem('bangvang:session', session);
      }, id);
      await page.goto(app.door.url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }

    await enter((await ask('openSample', { fresh: true })).sessionId);
    await ask('checkCases', {});
    await use({
      app,
      ask,
      async open(screen) {
        await page.goto(app.door.url);
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#/${screen}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      },
      resume: enter,
      async signIn(role, name) {
        await enter((await ask('signIn', { role, name })).sessionId);
      },
    });
    // The page still asks while the core closes; that it is refused then is no complaint.
    const heard = [...complaints];
    await app.close();
    expect(heard).toEqual([]);
  },
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Looks at the page as axe does, and tells each element it complains about. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour on its way from one state to another is no colour of the screen.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished),
    ),
  );
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const found = (await (Reflect.get(window, 'axe') as { run(options: object): Promise<unknown> }).run({
      iframes: false,
    })) as {
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    };
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations).toEqual([]);
}

export { expect } from '@playwright/test';
