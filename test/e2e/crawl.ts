/** The way through the app: every screen with its tabs, menus and the first row's panel. */
import { expect, type Page } from '@playwright/test';
import { settle } from './layout.ts';

/** What is done at every stop. */
export interface Visitor {
  /** At a page or a panel. */
  look(state: string): Promise<void>;
  /** At what is open for a moment. */
  glance(state: string): Promise<void>;
}

/** Every screen, in the order of the rail. */
export const screens = [
  ...['overview', 'people', 'campaign', 'registration', 'evaluation', 'appraisal', 'council', 'ballot'],
  ...['dossier', 'school', 'regulation', 'rules', 'log', 'help'],
] as const;

/** Waits until nothing is being loaded. */
export async function quiet(page: Page): Promise<void> {
  await settle(page);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Goes to a screen and waits for what it shows. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${screen}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await quiet(page);
}

/** Opens a screen, then each of its tabs, menus and the first row's panel with its own tabs. */
export async function crawl(page: Page, screen: string, visitor: Visitor): Promise<void> {
  await goTo(page, screen);
  const tabs = page.locator('.screen__main .tabs').first().getByRole('tab');
  const labels = await tabs.allInnerTexts();
  for (const [at, label] of (labels.length === 0 ? [''] : labels).entries()) {
    if (labels.length > 0) await tabs.nth(at).click();
    await quiet(page);
    const state = `${screen} ${label.split('\n')[0] ?? ''}`.trim();
    await visitor.look(state);
    await lookAtPanel(page, state, visitor);
  }
  for (const menu of await page.locator('.screen [aria-haspopup=menu]:visible').all()) {
    await menu.click();
    await visitor.glance(`${screen} menu`);
    await page.keyboard.press('Escape');
  }
}

async function lookAtPanel(page: Page, state: string, visitor: Visitor): Promise<void> {
  const row = page.locator('.screen__main .data-table--opens tbody tr[data-row]').first();
  if (!(await row.isVisible().catch(() => false))) return;
  await row.locator('td').nth(1).click();
  const panel = page.locator('.detail');
  if (!(await panel.isVisible().catch(() => false))) return;
  await quiet(page);
  const tabs = panel.getByRole('tab');
  const labels = await tabs.allInnerTexts();
  if (labels.length === 0) await visitor.look(`${state} panel`);
  for (const [at, label] of labels.entries()) {
    await tabs.nth(at).click();
    await quiet(page);
    await visitor.look(`${state} panel ${label.split('\n')[0] ?? ''}`);
  }
  await panel.locator('.detail__head button').first().click();
}
