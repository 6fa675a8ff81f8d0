import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { faultsAtSizes, faultsOf, settle } from './layout.ts';
import { expect, test, type Season } from './support.ts';

// Every screen at the sizes of the laptops it is made for: nothing overlaps, runs out, hides or is cut with no word.

const longSchool = 'Trường Trung học cơ sở và Trung học phổ thông Nguyễn Thị Minh Khai - Bắc Hải Phòng';
const longGroup = 'Tổ Khoa học tự nhiên - Công nghệ - Tin học - Giáo dục thể chất';
const longName = 'Công Tằng Tôn Nữ Huyền Trân Phương Thảo Quỳnh Giao';

const screens = [
  ...['overview', 'people', 'campaign', 'registration', 'evaluation', 'appraisal', 'council', 'ballot'],
  ...['dossier', 'school', 'regulation', 'rules', 'log', 'help'],
] as const;

test('every screen, tab, panel and menu of a school with long names and many rows', async ({
  page,
  season,
}) => {
  test.setTimeout(300_000);
  await lengthen(season);
  await season.open('overview');
  const found = new Faults(page);
  page.setDefaultTimeout(10_000);
  for (const screen of screens) {
    await crawl(page, screen, found).catch((error: unknown) => {
      found.lines.push(`${screen} · cannot be walked: ${String(error).slice(0, 300)}`);
    });
  }
  expect(found.lines).toEqual([]);
});

test('the wall holds 57 names, whatever the projector', async ({ page, season }) => {
  const names = Array.from({ length: 57 }, (_, at) => `${longName} ${at + 1}`);
  const rows = names.map((name) => ({ name, agree: 8, percent: '88,89 %', passed: true }));
  for (const shown of [
    { kind: 'voting', titleName: 'Chiến sĩ thi đua cơ sở', number: 2, issued: 9, returned: 9 },
    { kind: 'result', titleName: 'Chiến sĩ thi đua cơ sở', number: 2, base: 9, demand: 'ít nhất 8/9', rows },
  ]) {
    await answer(page, 'getProjection', (value) => ({
      ...value,
      shown: { ...shown, names: names.map((name) => ({ name, groupName: longGroup })) },
    }));
    await page.goto(season.app.door.url);
    await page.goto(`${new URL(season.app.door.url).origin}/#/projector`);
    await page.reload();
    await expect(page.getByText(names[56] ?? '')).toBeAttached();
    const found = new Faults(page);
    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await found.glance(`wall ${shown.kind} ${width}×${height}`);
      const last = await page.getByText(names[56] ?? '').boundingBox();
      expect((last?.y ?? height) + (last?.height ?? height)).toBeLessThanOrEqual(height);
      await shoot(page, `wall-${shown.kind}`);
    }
    expect(found.lines).toEqual([]);
  }
});

test('the first sheet with a path of 200 letters, and the dialogs on it', async ({ page, season }) => {
  const folder = `/home/hoi-dong/${'thi-dua-khen-thuong/'.repeat(9)}`;
  const path = `${folder}truong-2025-2026.bangvang`;
  await answer(page, 'getStatus', (value) => ({
    ...value,
    file: null,
    session: null,
    recent: [{ path, name: longSchool, openedAt: '2026-05-28T07:00:00.000Z' }],
    suggestedFolder: folder,
  }));
  await page.goto(season.app.door.url);
  const found = new Faults(page);
  await found.look('welcome');
  await page.getByRole('button', { name: 'Tạo tệp dữ liệu mới' }).click();
  await found.look('welcome create');
  await page.keyboard.press('Escape');
  expect(found.lines).toEqual([]);
});

/** Changes what one method answers; the page can't tell. */
async function answer(
  page: Page,
  method: string,
  change: (value: Readonly<Record<string, unknown>>) => object,
): Promise<void> {
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes(`"${method}"`) !== true) {
      await route.fallback();
      return;
    }
    const response = await route.fetch();
    const result = (await response.json()) as { readonly value: Readonly<Record<string, unknown>> };
    await route.fulfill({ response, json: { ...result, value: change(result.value) } });
  });
}

/** Names at the length they have in real schools. */
async function lengthen(season: Season): Promise<void> {
  const school = await season.ask('getSchool', {});
  await season.ask('saveSchool', { ...school, name: longSchool });
  const [group] = await season.ask('listGroups', {});
  if (group !== undefined) await season.ask('saveGroup', { id: group.id, name: longGroup });
  const people = await season.ask('listPeople', {});
  for (const person of people.filter(({ groupId }) => groupId === group?.id).slice(0, 3)) {
    const { id, code, birthDate, sex, duty, degree, joinedOn, partyMember, groupId } = person;
    await season.ask('savePerson', {
      ...{ id, code, birthDate, sex, duty, degree, joinedOn, partyMember, groupId },
      fullName: `${longName} ${person.fullName.split(' ').at(-1) ?? ''}`,
      position: 'Phó Hiệu trưởng phụ trách',
    });
  }
}

/** Faults found so far, each once with the first state it was seen in. */
class Faults {
  readonly #known = new Set<string>();
  readonly lines: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async look(state: string): Promise<void> {
    await settle(this.#page);
    for (const fault of await faultsAtSizes(this.#page)) this.#add(state, fault);
    await shoot(this.#page, state);
    await this.#page.setViewportSize({ width: 1366, height: 768 });
    await settle(this.#page);
  }

  /** At the size at hand only. */
  async glance(state: string): Promise<void> {
    await settle(this.#page);
    for (const fault of await faultsOf(this.#page)) this.#add(state, fault);
  }

  #add(state: string, fault: string): void {
    if (this.#known.has(fault)) return;
    this.#known.add(fault);
    this.lines.push(`${state} · ${fault}`);
  }
}

/** Waits until nothing is being loaded. */
async function quiet(page: Page): Promise<void> {
  await settle(page);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Opens a screen, then each of its tabs, menus and the first row's panel with its own tabs. */
async function crawl(page: Page, screen: string, found: Faults): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${screen}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await quiet(page);
  const tabs = page.locator('.screen__main .tabs').first().getByRole('tab');
  const labels = await tabs.allInnerTexts();
  for (const [at, label] of (labels.length === 0 ? [''] : labels).entries()) {
    if (labels.length > 0) await tabs.nth(at).click();
    await quiet(page);
    const state = `${screen} ${label.split('\n')[0] ?? ''}`.trim();
    await found.look(state);
    await lookAtPanel(page, state, found);
  }
  for (const menu of await page.locator('.screen [aria-haspopup=menu]:visible').all()) {
    await menu.click();
    await found.glance(`${screen} menu`);
    await page.keyboard.press('Escape');
  }
}

async function lookAtPanel(page: Page, state: string, found: Faults): Promise<void> {
  const row = page.locator('.screen__main .data-table--opens tbody tr[data-row]').first();
  if (!(await row.isVisible().catch(() => false))) return;
  await row.locator('td').nth(1).click();
  const panel = page.locator('.detail');
  if (!(await panel.isVisible().catch(() => false))) return;
  await quiet(page);
  const tabs = panel.getByRole('tab');
  const labels = await tabs.allInnerTexts();
  if (labels.length === 0) await found.look(`${state} panel`);
  for (const [at, label] of labels.entries()) {
    await tabs.nth(at).click();
    await quiet(page);
    await found.look(`${state} panel ${label.split('\n')[0] ?? ''}`);
  }
  await panel.locator('.detail__head button').first().click();
}

/** Keeps pictures where somebody wants to look at them. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  for (const [width, height] of [
    [1366, 768],
    [1093, 614],
    [911, 512],
  ] as const) {
    await page.setViewportSize({ width, height });
    await settle(page);
    await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\p{L}\d]+/gu, '-')}-${width}.png`) });
  }
}
