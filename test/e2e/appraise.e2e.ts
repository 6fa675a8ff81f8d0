import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { formatPoints } from '../../shared/numbers.ts';
import { buckets, funnelSteps } from '../../renderer/screens/overview/buckets.ts';
import { expect, expectAccessible, test, type Season } from './support.ts';

// Scores, verdicts and where every case went, by the hands of the secretary: real core, real browser.

const who = 'Phan Minh Cường';

function primary(page: Page): Locator {
  return page.locator('.screen__actions .button--primary');
}

function line(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ hasText: name });
}

/** The cell of one person's score: criteria from 0, the person's own side or that of the tổ. */
function scoreCell(
  page: Page,
  name: string,
  { criterion, side }: { criterion: number; side: 'SELF' | 'GROUP' },
) {
  return line(page, name)
    .locator('td')
    .nth(2 + criterion * 2 + (side === 'GROUP' ? 1 : 0));
}

async function scoresOf(season: Season, name: string) {
  const { rows } = await season.ask('getEvaluations', {});
  const row = rows.find(({ fullName }) => fullName === name);
  if (row === undefined) throw new Error(`${name} is not in the sheet`);
  return row;
}

async function openCase(page: Page, name: string, title: string): Promise<Locator> {
  await page.getByRole('searchbox').fill(`${name} ${title}`);
  await line(page, name).first().click();
  const panel = page.getByRole('complementary', { name });
  await expect(panel).toContainText('Quá trình của hồ sơ');
  return panel;
}

test('a score is saved as it is typed, and taken back by Ctrl+Z', async ({ page, season }) => {
  await season.open('evaluation');
  const before = await scoresOf(season, who);
  const cell = scoreCell(page, who, { criterion: 0, side: 'SELF' });
  await cell.click();
  await page.keyboard.type('12,25');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('12,25');
  await expect.poll(async () => (await scoresOf(season, who)).self[0]).toBe(1225);

  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText(formatPoints(before.self[0] ?? null));
  await expect.poll(async () => (await scoresOf(season, who)).self).toEqual(before.self);
  await expect(page.getByRole('status').filter({ hasText: 'Đã hoàn tác ô của' })).toBeVisible();
});

test('a score over the maximum is told under its cell and not saved', async ({ page, season }) => {
  await season.open('evaluation');
  const before = await scoresOf(season, who);
  const cell = scoreCell(page, who, { criterion: 0, side: 'GROUP' });
  await cell.click();
  await page.keyboard.type('20,5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('alert')).toContainText('20,5 vượt quá điểm tối đa 20 của tiêu chí này.');
  await expect(cell).toContainText('20,5 vượt quá');
  expect((await scoresOf(season, who)).group).toEqual(before.group);

  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await scoresOf(season, who)).group[0]).toBe(2000);
  await expect(cell).toHaveClass(/cell--marked/);
});

test('the sheet has the habits of Excel: what is typed takes the place of the text, F2 adds to it, Esc restores it', async ({
  page,
  season,
}) => {
  await season.open('evaluation');
  const { personId } = await scoresOf(season, who);
  const { criteria } = await season.ask('getEvaluations', {});
  const criterionId = criteria[0]?.id ?? '';
  await season.ask('saveScores', { scores: [{ personId, criterionId, side: 'SELF', score: 1800 }] });
  await season.open('evaluation');
  const first = async () => (await scoresOf(season, who)).self[0];
  const cell = scoreCell(page, who, { criterion: 0, side: 'SELF' });
  await cell.click();
  await cell.click();
  await page.keyboard.type('9');
  await expect(cell.getByRole('textbox')).toHaveValue('9');
  await page.keyboard.press('Escape');
  await expect(cell.getByRole('textbox')).toHaveValue('18');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect.poll(first).toBe(700);

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  await page.keyboard.type(',5');
  await page.keyboard.press('Enter');
  await expect.poll(first).toBe(750);
  await page.keyboard.press('Control+z');
  await expect.poll(first).toBe(700);
  await page.keyboard.press('Control+y');
  await expect.poll(first).toBe(750);

  // The last cell has nowhere to go, and is no different for it.
  const { rows } = await season.ask('getEvaluations', {});
  const last = rows.at(-1)?.fullName ?? '';
  const end = scoreCell(page, last, { criterion: 0, side: 'SELF' });
  await end.click();
  for (const score of ['12', '15']) {
    await page.keyboard.type(score);
    await page.keyboard.press('Enter');
  }
  await expect.poll(async () => (await scoresOf(season, last)).self[0]).toBe(1500);
});

test('nothing typed into the sheet is dropped silently: not by leaving, by a reload or by a step back', async ({
  page,
  season,
}) => {
  await season.open('evaluation');
  const before = await scoresOf(season, who);
  const cell = scoreCell(page, who, { criterion: 0, side: 'SELF' });
  await cell.click();
  await page.keyboard.type('205');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(cell.getByRole('textbox')).toHaveValue('205');
  await page.keyboard.press('Control+z');
  await expect(cell.getByRole('textbox')).toHaveValue(formatPoints(before.self[0] ?? null));

  await page.keyboard.type('205');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').getByRole('button', { name: 'Thẩm định' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Đánh giá' }).click();
  await expect(cell).toHaveText('205');
  await expect(page.getByText('Còn 1 ô chưa lưu')).toBeVisible();
  await cell.click();
  await page.keyboard.press('Escape');
  await expect(cell.getByRole('textbox')).toHaveValue(formatPoints(before.self[0] ?? null));

  await page.keyboard.type('11');
  await page.reload();
  await expect(cell).toContainText('11');
  expect((await scoresOf(season, who)).self).toEqual(before.self);
  await cell.click();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await scoresOf(season, who)).self[0]).toBe(1100);
});

test('another score of the tổ takes its confirmation away, and a step back brings both again', async ({
  page,
  season,
}) => {
  await season.open('evaluation');
  const before = await scoresOf(season, who);
  expect(before.confirmed).toBe(true);
  const cell = scoreCell(page, who, { criterion: 0, side: 'GROUP' });
  await cell.click();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(line(page, who).locator('td').nth(15)).toHaveText('');
  await expect.poll(async () => (await scoresOf(season, who)).confirmed).toBe(false);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => await scoresOf(season, who)).toEqual(before);
  await expect(line(page, who).locator('td').nth(15)).toHaveText('Đã xác nhận');
});

test('a block from Excel lands where the cursor is, in one step back and forth', async ({ page, season }) => {
  await page.context().grantPermissions(['clipboard-write']);
  await season.open('evaluation');
  const { rows } = await season.ask('getEvaluations', {});
  const two = rows.slice(0, 2);
  const [first, second] = two.map(({ fullName }) => fullName);
  if (first === undefined || second === undefined) throw new Error('The sample has no people');
  await page.evaluate(() => navigator.clipboard.writeText('10\t11,5\r\n\t9\r\n'));
  await scoreCell(page, first, { criterion: 0, side: 'SELF' }).click();
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await scoresOf(season, second)).group[0]).toBe(900);
  expect(await scoresOf(season, first)).toMatchObject({ self: { 0: 1000 }, group: { 0: 1150 } });
  // A blank cell is no score, and no zero.
  expect((await scoresOf(season, second)).self[0]).toBeNull();

  // A block that goes over the edge says what it left out.
  await page.evaluate(() => navigator.clipboard.writeText('1\t2\t3'));
  await scoreCell(page, first, { criterion: 4, side: 'GROUP' }).click();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('alert')).toContainText('2 ô của khối vừa dán');
  await page.keyboard.press('Control+z');

  await page.keyboard.press('Control+z');
  for (const row of two) {
    await expect.poll(async () => (await scoresOf(season, row.fullName)).self).toEqual(row.self);
    expect((await scoresOf(season, row.fullName)).group).toEqual(row.group);
  }
});

test('the rating is chosen from a list; the tổ confirms only what it scored', async ({ page, season }) => {
  await season.open('evaluation');
  const cell = line(page, who).locator('td').nth(14);
  await cell.click();
  await page.getByLabel(`Xếp loại đề xuất, ${who}`).selectOption('HTXSNV');
  await expect.poll(async () => (await scoresOf(season, who)).rating).toBe('HTXS');

  const score = scoreCell(page, who, { criterion: 1, side: 'GROUP' });
  await score.click();
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await scoresOf(season, who)).confirmed).toBe(false);
  await expect(primary(page)).toBeDisabled();
  await line(page, who).locator('td').nth(15).click();
  await page.getByLabel(`Tổ xác nhận, ${who}`).selectOption('Đã xác nhận');
  await expect(page.getByRole('alert')).toContainText('Tổ chưa chấm đủ các tiêu chí');

  await score.click();
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await expect(primary(page)).toHaveText('Xác nhận điểm của các tổ');
  await primary(page).click();
  await expect.poll(async () => (await scoresOf(season, who)).confirmed).toBe(true);
});

test('criteria: a new one counts in the sum, a maximum cannot go under a score', async ({ page, season }) => {
  await season.open('evaluation');
  await page.getByRole('button', { name: /^Bộ tiêu chí/ }).click();
  await page.getByRole('button', { name: 'Thêm tiêu chí' }).click();
  await page.keyboard.type('Công tác chủ nhiệm');
  await page.getByLabel('Điểm tối đa của tiêu chí 6').fill('5');
  await page.keyboard.press('Enter');
  await expect(page.locator('tfoot')).toContainText('105');
  await expect.poll(async () => (await season.ask('getEvaluations', {})).criteria.length).toBe(6);

  await page.getByLabel('Điểm tối đa của tiêu chí 1').fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('vượt quá điểm tối đa 3');
  expect((await season.ask('getEvaluations', {})).criteria[0]?.maximum).toBe(2000);
});

test('criteria typed on while the one before is being saved: each stands once, with its last maximum', async ({
  page,
  season,
}) => {
  await season.open('evaluation');
  await page.getByRole('button', { name: /^Bộ tiêu chí/ }).click();
  await page.route('**/call', async (route) => {
    if (/"(getEvaluations|saveCriteria)"/.test(route.request().postData() ?? '')) await setTimeout(300);
    await route.continue();
  });
  await page.getByRole('button', { name: 'Thêm tiêu chí' }).click();
  await page.keyboard.type('Công tác chủ nhiệm');
  for (const points of ['5', '6', '7']) {
    await page.getByLabel('Điểm tối đa của tiêu chí 6').fill(points);
    await page.keyboard.press('Enter');
  }
  await page.getByLabel('Tên tiêu chí 6').fill('Công tác Đội');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => {
      const { criteria } = await season.ask('getEvaluations', {});
      return criteria.slice(5).map(({ name, maximum }) => [name, maximum]);
    })
    .toEqual([['Công tác Đội', 700]]);
  await expect(page.getByLabel('Tên tiêu chí 6')).toHaveValue('Công tác Đội');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.unrouteAll({ behavior: 'wait' });
});

test('every verdict stands with its fact and its article', async ({ page, season }) => {
  await season.open('appraisal');
  const cases = await season.ask('listCases', {});
  for (const [label, verdict] of [
    ['Đủ điều kiện', 'yes'],
    ['Chưa đủ điều kiện', 'no'],
    ['Chưa rõ', 'needs-person'],
  ] as const) {
    const count = cases.filter(({ eligibility }) => eligibility === verdict).length;
    await expect(page.getByRole('button', { name: `${label} ${count}`, exact: true })).toBeVisible();
  }

  const panel = await openCase(page, who, 'CSTĐCS');
  await expect(panel.locator('.verdict')).toContainText(
    '(theo khoản 2 Điều 23 Luật Thi đua, khen thưởng năm 2022)',
  );
  const failed = panel.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'Chưa đạt' }) });
  await expect(failed).toHaveCount(1);
  await expect(failed).toContainText('Không có sáng kiến được công nhận', { ignoreCase: true });
  await failed.getByRole('button', { name: /^khoản 2 Điều 23/ }).click();
  await expect(failed).toContainText('Mức tin cậy');
  await expect(failed).toContainText('Đã đối chiếu với văn bản');
  await expect(panel).toContainText('Điều gì làm thay đổi kết quả');
});

test('a fact that changed is told, and the case is checked again', async ({ page, season }) => {
  const row = (await season.ask('listCases', {})).find(
    ({ name, titleId }) => name === who && titleId === 'CSTDCS',
  );
  await season.ask('saveRating', {
    personId: row?.personId ?? '',
    schoolYear: '2025-2026',
    rating: 'HTXS',
    state: 'proposed',
  });
  await season.open('appraisal');
  const panel = await openCase(page, who, 'CSTĐCS');
  await expect(panel).toContainText('Dữ kiện đã đổi');
  await panel.getByRole('button', { name: 'Thẩm định lại' }).click();
  await expect(panel).not.toContainText('Dữ kiện đã đổi');
  await expect(panel.locator('.verdict__head .chip')).toHaveText('Đủ điều kiện');
  expect(await season.ask('getCase', { id: row?.id ?? '' })).toMatchObject({
    eligibility: 'yes',
    factsChanged: false,
  });
});

test('a person settles what no fact decides, with a reason, and takes it back', async ({ page, season }) => {
  await season.open('appraisal');
  await page.getByRole('button', { name: /^Chưa rõ/ }).click();
  const panel = await openCase(page, 'Tổ Khoa học xã hội', 'TTLĐTT');
  const condition = panel.getByRole('listitem').filter({ hasText: 'Nội bộ đoàn kết' }).first();
  await condition.getByRole('button', { name: 'Đạt', exact: true }).click();
  await condition.getByRole('button', { name: 'Ghi “Đạt”' }).click();
  await expect(condition).toContainText('Hãy ghi rõ lý do');
  await condition.getByLabel('Lý do ghi “Đạt”').fill('Công đoàn và Chi bộ xác nhận');
  await page.keyboard.press('Enter');
  await expect(condition.getByRole('img', { name: 'Đạt', exact: true })).toBeVisible();
  await expect(condition).toContainText('Công đoàn và Chi bộ xác nhận');

  await condition.getByRole('button', { name: 'Bỏ ý kiến này' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Ghi nhầm tổ');
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ ý kiến này' }).click();
  await expect(condition.getByRole('img', { name: 'Chưa rõ' })).toBeVisible();
});

test('the council decides otherwise: its decision counts, the verdict of the rules stays beside it', async ({
  page,
  season,
}) => {
  await season.open('appraisal');
  const row = (await season.ask('listCases', {})).find(
    ({ name, titleId }) => name === who && titleId === 'CSTDCS',
  );
  expect(row).toMatchObject({ eligibility: 'no', overruled: null });
  const panel = await openCase(page, who, 'CSTĐCS');
  await panel.getByRole('button', { name: 'Hội đồng quyết định khác' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Đủ điều kiện, đưa ra biểu quyết' }).check();
  await dialog.getByLabel('Lý do, căn cứ').fill('Sáng kiến được công nhận bổ sung ngày 20/5/2026');
  await dialog.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(panel).toContainText('Hội đồng quyết định');
  await expect(panel).toContainText('Sáng kiến được công nhận bổ sung');
  await expect(panel.locator('.verdict--no')).toContainText(row?.summary ?? '');
  await expect(line(page, who).first()).toContainText('HĐ');
});

test('n in is n out for every title, and each number gives its names', async ({ page, season }) => {
  const cases = await season.ask('listCases', {});
  const gone = cases.find(({ titleId }) => titleId === 'LDTT');
  await season.ask('withdrawCase', { id: gone?.id ?? '', reason: 'Người đăng ký xin rút' });
  await season.open('overview');
  const { funnel } = await season.ask('getOverview', {});
  const after = await season.ask('listCases', {});
  expect(funnel.length).toBeGreaterThan(3);
  for (const { titleId, titleName, registered, ...out } of funnel) {
    const rows = after.filter((row) => row.titleId === titleId);
    for (const { id, test: isIn } of buckets) {
      expect({ titleName, id, count: rows.filter(isIn).length }).toEqual({
        titleName,
        id,
        count: id === 'registered' ? registered : out[id],
      });
    }
    const parts = buckets
      .filter(({ id }) => id !== 'registered')
      .map(({ test: isIn }) => rows.filter(isIn).length);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(registered);
    const steps = funnelSteps(rows);
    for (const [at, step] of steps.entries()) {
      const next = steps[at + 1];
      if (next === undefined) continue;
      const left = (step.out ?? []).reduce((sum, { count }) => sum + count, 0);
      expect(step.count).toBe(next.count + left);
    }
  }
  await expect(page.locator('.balance-table tfoot')).toContainText(String(after.length));
  await page.getByRole('button', { name: 'Lao động tiên tiến, rút: 1 hồ sơ, xem tên' }).first().click();
  const panel = page.getByRole('complementary', { name: 'Lao động tiên tiến: rút' });
  await expect(panel).toContainText(gone?.name ?? '');
  await panel.getByRole('button', { name: gone?.name ?? '' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thẩm định' })).toBeVisible();
});

test('who only reads can change neither scores nor verdicts', async ({ page, season }) => {
  await season.signIn('viewer', 'Người xem thử');
  await season.open('evaluation');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  await season.open('appraisal');
  await expect(primary(page)).toBeDisabled();
  const panel = await openCase(page, who, 'CSTĐCS');
  await expect(panel.getByRole('button', { name: 'Hội đồng quyết định khác' })).toBeDisabled();
});

test('the three screens are as axe wants them', async ({ page, season }) => {
  await season.open('evaluation');
  await expect(page.getByRole('grid')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Bộ tiêu chí/ }).click();
  await expectAccessible(page);
  await season.open('appraisal');
  await openCase(page, 'Tổ Khoa học xã hội', 'TTLĐTT');
  await expectAccessible(page);
  await season.open('overview');
  await expect(page.getByText('Theo tổ')).toBeVisible();
  await expectAccessible(page);
});
