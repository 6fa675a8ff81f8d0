import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { crawl, goTo, quiet, screens, type Visitor } from './crawl.ts';
import { countedRound, crowd, longName } from './crowd.ts';
import { faultsAtSizes, faultsOf, settle, sizes, type Size } from './layout.ts';
import { expect, test, type Season } from './support.ts';

// Every screen at the sizes of the laptops it is made for: nothing overlaps, runs out, hides or is cut with no word.

const longSchool = 'Trường Trung học cơ sở và Trung học phổ thông Nguyễn Thị Minh Khai - Bắc Hải Phòng';
const longGroup = 'Tổ Khoa học tự nhiên - Công nghệ - Tin học - Giáo dục thể chất';
/** On the longest ballot, and on the wall. */
const NAMES = 57;

test('every screen, tab, panel, menu and dialog of a school with long names and many rows', async ({
  page,
  season,
}) => {
  test.setTimeout(400_000);
  page.setDefaultTimeout(10_000);
  const found = new Faults(page);
  await lengthen(season);
  await season.open('overview');
  for (const screen of screens) await found.walk(screen, () => crawl(page, screen, found));
  await found.walk('dialogs', () => lookAtDialogs(page, beforeTheMeeting, found));
  await crowd(season, NAMES);
  await season.open('council');
  await found.walk('open meeting', () => lookAtMeeting(page, found));
  await found.walk('rounds', () => lookAtRounds({ page, season, found }));
  await found.walk('wall', () => lookAtWall({ page, season, found }));
  await found.walk('welcome', () => lookAtWelcome({ page, season, found }));
  expect(found.lines).toEqual([]);
});

interface Look {
  readonly page: Page;
  readonly season: Season;
  readonly found: Faults;
}

/** Screen, then the buttons that are pressed one after the other until a dialog is there. */
type Way = readonly [screen: string, ...presses: readonly string[]];

const beforeTheMeeting: readonly Way[] = [
  ['overview', 'Kiểm tra trước phiên họp'],
  ['overview', 'Thư ký Hội đồng'],
  ['appraisal', '.data-table tbody tr td:nth-child(2)', 'Hội đồng quyết định khác'],
  ['registration', '.data-table tbody tr td:nth-child(2)', '.detail button[title^="Rút đăng ký"]'],
  ['campaign', '.data-table tbody tr td:nth-child(2)', 'Xóa đợt này'],
];

/** Opens dialogs by hand, each from a fresh screen. */
async function lookAtDialogs(page: Page, ways: readonly Way[], found: Faults): Promise<void> {
  for (const [screen, ...presses] of ways) {
    await goTo(page, screen);
    for (const press of presses) {
      const target = press.startsWith('.')
        ? page.locator(press)
        : page
            .getByRole('button', { name: press, exact: true })
            .or(page.getByRole('menuitem', { name: press, exact: true }));
      await target.first().click();
    }
    await expect(page.locator('dialog[open]')).toBeVisible();
    await found.look(`dialog ${presses.at(-1) ?? ''}`);
    await page.keyboard.press('Escape');
  }
}

/** The meeting while it is open: a case at hand, and what is asked before its end. */
async function lookAtMeeting(page: Page, found: Faults): Promise<void> {
  await crawl(page, 'council', found);
  await page.getByRole('tab', { name: 'Từng hồ sơ' }).click();
  await page.locator('.case-list__line').first().click();
  await quiet(page);
  await found.look('council case');
  await lookAtDialogs(page, [['council', 'Việc khác', 'Kết luận phiên họp']], found);
}

/** The ballot in all its states: papers printed, counted with a paper half typed, not valid, sealed. */
async function lookAtRounds({ page, season, found }: Look): Promise<void> {
  const roundId = await countedRound(season);
  await season.open('ballot');
  await expect(page.getByRole('group', { name: /^Phiếu 1/ })).toBeFocused();
  for (const key of ['-', '3', '9', 'Enter', 'Enter', '9']) await page.keyboard.press(key);
  await found.look('ballot paper');
  await page.getByRole('button', { name: 'Các phím khác' }).click();
  await found.look('ballot keys');
  await page.keyboard.press('k');
  await found.look('ballot not valid');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: /^Phiếu 1/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Phiếu 2/8')).toBeVisible();
  await crawl(page, 'ballot', found);
  const asked: readonly Way[] = [
    ['ballot', 'Việc khác', 'Bỏ các phiếu đã nhập'],
    ['ballot', 'Việc khác', 'Hủy vòng bỏ phiếu'],
  ];
  await lookAtDialogs(page, asked, found);
  await season.ask('clearBallots', { roundId, reason: 'Thử lại' });
  const marks = Array.from({ length: NAMES }, () => 'AGREE' as const);
  await season.ask('storeBallots', {
    roundId,
    ballots: Array.from({ length: 8 }, () => ({ invalidReason: null, marks })),
  });
  await season.open('ballot');
  await lookAtDialogs(page, [['ballot', 'Chốt kết quả']], found);
  await season.ask('sealRound', { roundId });
  await season.open('ballot');
  await crawl(page, 'ballot', found);
}

/** Everything the room sees, with every name in sight. */
async function lookAtWall({ page, season, found }: Look): Promise<void> {
  const [round] = await season.ask('listRounds', {});
  const roundId = round?.id ?? '';
  const { candidates } = await season.ask('getRound', { id: roundId });
  const last = candidates.at(-1);
  for (const [name, request] of [
    ['voting', { kind: 'voting', roundId }],
    ['result', { kind: 'result', roundId }],
    ['case', { kind: 'case', caseId: last?.caseId ?? '' }],
    ['agenda', { kind: 'agenda' }],
  ] as const) {
    await page.evaluate((text) => {
      localStorage.setItem('bangvang:wall', text);
    }, JSON.stringify(request));
    await page.goto(`${new URL(season.app.door.url).origin}/#/projector`);
    await page.reload();
    const whole = name === 'agenda' ? page.getByRole('listitem').last() : page.getByText(last?.name ?? '');
    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(whole.first()).toBeInViewport({ ratio: 1 });
      await found.glance(`wall ${name} ${width}×${height}`);
    }
    await shoot(page, `wall-${name}`);
  }
}

/** The first sheet with a path of 200 letters, and its dialog. */
async function lookAtWelcome({ page, season, found }: Look): Promise<void> {
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
  await page.reload();
  await expect(page.getByRole('button', { name: 'Tạo tệp dữ liệu mới' })).toBeVisible();
  await found.look('welcome');
  await page.getByRole('button', { name: 'Tạo tệp dữ liệu mới' }).click();
  await found.look('welcome create');
  await page.getByRole('button', { name: 'Chọn thư mục' }).click();
  await found.look('welcome folder');
}

test('lists of exactly one row', async ({ page, season }) => {
  const { sessionId } = await season.ask('createFile', {
    ...{ path: join(season.app.folder, 'mot.bangvang'), kind: 'real', schoolName: longSchool },
    ...{ superior: 'UBND xã An Hải', place: 'An Hải', schoolYear: '2025-2026' },
  });
  await season.resume(sessionId);
  const { id: groupId } = await season.ask('saveGroup', { id: null, name: longGroup });
  const { id: personId } = await season.ask('savePerson', {
    ...{ id: null, code: null, birthDate: null, sex: null, duty: '', degree: '', joinedOn: null },
    ...{ partyMember: false, groupId, position: 'Giáo viên', fullName: longName },
  });
  await season.ask('registerCase', { personId, groupId: null, titleId: 'LDTT', registeredOn: '2025-10-01' });
  await season.open('overview');
  const found = new Faults(page, sizes.slice(0, 1));
  for (const screen of screens.slice(0, 9)) await found.walk(screen, () => crawl(page, screen, found));
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
class Faults implements Visitor {
  readonly #known = new Set<string>();
  readonly lines: string[] = [];
  readonly #page: Page;
  readonly #sizes: readonly Size[];

  constructor(page: Page, at: readonly Size[] = sizes) {
    this.#page = page;
    this.#sizes = at;
  }

  /** A part that can't be walked to its end is a fault by itself; the others are walked all the same. */
  async walk(part: string, steps: () => Promise<void>): Promise<void> {
    await steps().catch((error: unknown) => {
      this.lines.push(`${part} · cannot be walked: ${String(error).slice(0, 600)}`);
    });
  }

  async look(state: string): Promise<void> {
    await settle(this.#page);
    for (const fault of await faultsAtSizes(this.#page, this.#sizes)) this.#add(state, fault);
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
