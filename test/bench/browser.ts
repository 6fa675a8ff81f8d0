/** What people wait for: the first usable screen beside a blank page, and a letter typed into a list of 10,000. */
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { bundle, outFolder, rendererFolder } from '../../build/bundle.ts';
import { openPorts } from '../../electron/adapters/system.ts';
import { createCore } from '../../electron/core/core.ts';
import { startHttp } from '../../electron/http.ts';
import { findBrowser, thisComputer } from '../../electron/launch.ts';
import { byTurns, clocked, summarise } from './measure.ts';
import { makeSchool, startBench } from './school.ts';
import { line, time, type Line } from './table.ts';

const viewport = { width: 1366, height: 768 };

async function withPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Starts core and door, opens the page, and waits until something can be clicked. */
async function firstScreen(browser: Browser, folder: string): Promise<number> {
  return withPage(browser, async (page) => {
    const start = performance.now();
    const ports = openPorts({
      appFolder: join(folder, 'app-start'),
      resources: join(outFolder, 'resources'),
    });
    const core = createCore(ports);
    const door = await startHttp({ core, rendererFolder });
    await page.goto(door.link());
    await page.locator('#root button:enabled').first().waitFor();
    const took = performance.now() - start;
    await door.close();
    await core.close();
    return took;
  });
}

function blankPage(browser: Browser): Promise<number> {
  return withPage(browser, (page) =>
    clocked(() => page.goto('data:text/html,<!doctype html><title>.</title><button>.</button>')),
  );
}

/** What each letter took, in milliseconds. */
interface Typing {
  /** From the key to the frame in which its answer has been painted. */
  readonly painted: readonly number[];
  /** Of it, the page's own work: script, style and layout; the rest is drawing, and waiting for a processor. */
  readonly worked: readonly number[];
}

/** Seconds of script, style and layout since the page began. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const parts = new Set(['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration']);
  return metrics.filter(({ name }) => parts.has(name)).reduce((sum, { value }) => sum + value, 0);
}

async function typing(page: Page, letters: string): Promise<Typing> {
  await page.evaluate(() => {
    const box = document.querySelector('input[type=search]');
    const times: number[] = [];
    Object.assign(window, { benchTimes: times });
    box?.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        const count = document.querySelector('.toolbar__count');
        const before = count?.textContent;
        // A letter that cuts nothing off has no answer to wait for, and is left out.
        const look = () => {
          const took = performance.now() - start;
          if (count?.textContent !== before) setTimeout(() => times.push(performance.now() - start), 0);
          else if (took < 500) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const worked: number[] = [];
  await page.locator('input[type=search]').focus();
  for (const letter of letters) {
    const before = await workOf(session);
    await page.keyboard.press(letter);
    await page.waitForTimeout(700);
    worked.push(((await workOf(session)) - before) * 1000);
  }
  const painted = await page.evaluate(
    () => (window as unknown as { readonly benchTimes: readonly number[] }).benchTimes,
  );
  return { painted, worked };
}

export async function inBrowser(): Promise<readonly Line[]> {
  const program = findBrowser(thisComputer());
  if (program === null) return [{ what: 'start and typing', skipped: 'no Chromium is installed' }];
  await bundle({ parts: ['resources', 'renderer'] });
  const root = thisComputer().isRoot ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: program, args: root });
  const bench = startBench();
  try {
    await firstScreen(browser, bench.folder);
    const compared = await byTurns({
      runs: 5,
      ours: () => firstScreen(browser, bench.folder),
      yardstick: () => blankPage(browser),
    });
    const started = line(
      'start to the first usable screen ÷ blank page',
      compared.ratio,
      ' ×',
      `${time(compared.ours.median)} beside blank page ${time(compared.yardstick.median)}`,
    );
    await makeSchool(bench, 10_000);
    const door = await startHttp({ core: bench.core, rendererFolder });
    const times = await withPage(browser, async (page) => {
      await page.goto(door.link());
      await page.getByRole('dialog').getByLabel('Họ và tên').fill('Người thử');
      await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click();
      await page.getByRole('button', { name: 'Nhân sự và tổ' }).click();
      await page.locator('tr[data-row]').first().waitFor();
      await page.waitForTimeout(1500);
      return typing(page, 'tuyetvat');
    });
    await door.close();
    return [
      started,
      line(
        'a letter typed into the search of 10,000 people',
        summarise(times.painted),
        ' ms',
        'from the key to the painted answer; a frame is 16.7 ms',
      ),
      line(
        'a letter typed into the search: the work of the page',
        summarise(times.worked),
        ' ms',
        'script, style and layout',
      ),
    ];
  } finally {
    await browser.close();
    await bench.close();
  }
}
