import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test, type Season } from './support.ts';

// What is missing, what nobody registered, what would follow if, and what must be checked again.

const who = 'Phan Minh Cường';

function line(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ hasText: name });
}

async function openCase(page: Page, name: string, title: string): Promise<Locator> {
  await page.getByRole('searchbox').fill(`${name} ${title}`);
  await line(page, name).first().click();
  const panel = page.getByRole('complementary', { name });
  await expect(panel).toContainText('Quá trình của hồ sơ');
  return panel;
}

async function caseOf(season: Season, name: string, titleId: string) {
  const row = (await season.ask('listCases', {})).find(
    (candidate) => candidate.name === name && candidate.titleId === titleId,
  );
  if (row === undefined) throw new Error(`${name} is not registered for ${titleId}`);
  return row;
}

async function rate(season: Season, personId: string, rating: 'HTXS' | 'KHT'): Promise<void> {
  await season.ask('saveRating', { personId, schoolYear: '2025-2026', rating, state: 'decided' });
}

test('what would follow if a fact were another stands beside the present, and nothing is kept', async ({
  page,
  season,
}) => {
  await season.open('appraisal');
  const before = await caseOf(season, who, 'CSTDCS');
  const panel = await openCase(page, who, 'CSTĐCS');
  await panel.getByRole('button', { name: 'Xem thử' }).click();
  const trial = panel.locator('.what-if');
  await trial.getByLabel('Sáng kiến của năm học').selectOption({ label: 'Thêm một, cơ sở công nhận' });
  const [now, then] = [trial.locator('.verdict').first(), trial.locator('.verdict').nth(1)];
  await expect(now.locator('.chip')).toHaveText('Chưa đủ điều kiện');
  await expect(then.locator('.chip')).toHaveText('Đủ điều kiện');
  await expect(trial).toContainText('Chưa đạt → Đạt');
  await trial.getByLabel(/^Xếp loại năm học/).selectOption({ label: 'Không hoàn thành nhiệm vụ' });
  await expect(then.locator('.chip')).toHaveText('Chưa đủ điều kiện');
  await expectAccessible(page);
  expect(await caseOf(season, who, 'CSTDCS')).toEqual(before);
});

test('what people judge can be tried for a tổ', async ({ page, season }) => {
  await season.open('appraisal');
  const panel = await openCase(page, 'Tổ Khoa học xã hội', 'TTLĐTT');
  await panel.getByRole('button', { name: 'Xem thử' }).click();
  await panel.getByLabel(/^Nội bộ đoàn kết/).selectOption({ label: 'Nếu ghi Không đạt' });
  await expect(panel.locator('.what-if .verdict').nth(1).locator('.chip')).toHaveText('Chưa đủ điều kiện');
  await expect(panel.locator('.what-if').getByLabel(/^Xếp loại/)).toHaveCount(0);
});

test('cases whose facts changed are told and checked again by one button', async ({ page, season }) => {
  const row = await caseOf(season, who, 'CSTDCS');
  await rate(season, row.personId ?? '', 'HTXS');
  const stale = await season.ask('listStaleCases', {});
  await season.open('appraisal');
  await expect(page.getByText(`${stale.length} hồ sơ có dữ kiện đã đổi`)).toBeVisible();
  await page.getByRole('button', { name: /^Đã đổi/ }).click();
  await expect(page.getByRole('img', { name: 'Dữ kiện đã đổi' })).toHaveCount(stale.length);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Thẩm định lại những hồ sơ này' }).click();
  await expect(page.getByText('hồ sơ có dữ kiện đã đổi sau lần thẩm định')).toHaveCount(0);
  expect((await caseOf(season, who, 'CSTDCS')).eligibility).toBe('yes');
});

test('an award that the facts allow and nobody registered is registered from its line', async ({
  page,
  season,
}) => {
  await season.ask('unlockRegistration', { reason: 'Ghi bổ sung đăng ký' });
  await season.open('appraisal');
  await page.getByRole('tab', { name: 'Chưa đăng ký' }).click();
  const first = (await season.ask('listSuggestions', {})).find(
    ({ strength, titleId }) => strength === 'met' && titleId === 'CSTDCS',
  );
  if (first === undefined) throw new Error('The sample has nothing to suggest');
  await page.getByRole('searchbox').fill(`${first.name} ${first.titleName}`);
  await line(page, first.name).first().click();
  const panel = page.getByRole('complementary', { name: first.name });
  await expect(panel).toContainText(first.summary);
  await expect(panel.getByRole('button', { name: 'Đăng ký CSTĐCS' })).toBeDisabled();
  await panel.getByLabel('Ngày đăng ký').fill('10/10/2025');
  await panel.getByLabel('Ngày đăng ký').press('Tab');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Đăng ký CSTĐCS' }).click();
  await expect(panel).toHaveCount(0);
  expect(await caseOf(season, first.name, 'CSTDCS')).toMatchObject({ registeredOn: '2025-10-10' });
  expect(await season.ask('listSuggestions', {})).not.toContainEqual(first);
});

test('cases stand title by title, each ranked', async ({ page, season }) => {
  await season.open('appraisal');
  await page.getByRole('tab', { name: 'Theo danh hiệu' }).click();
  await page.getByLabel('Danh hiệu', { exact: true }).selectOption({ label: 'Chiến sĩ thi đua cơ sở' });
  const rows = page.getByRole('grid').locator('tbody tr');
  const cases = (await season.ask('listCases', {})).filter(({ titleId }) => titleId === 'CSTDCS');
  await expect(rows).toHaveCount(cases.length);
  const eligible = cases.filter(({ eligibility }) => eligibility === 'yes').length;
  await expect(rows.first()).toContainText('Đủ điều kiện');
  await expect(rows.nth(eligible)).toContainText('Chưa đủ điều kiện');
  await expectAccessible(page);
});

test('a share that the school switched on warns in the ranked list, and cuts nothing', async ({
  page,
  season,
}) => {
  await season.ask('saveRegulation', {
    document: { name: 'Quy chế thi đua, khen thưởng', number: '15/QC-THCSHP', date: '2025-09-10' },
    settings: [
      { id: 'localCstdcsCap', value: { kind: 'switch', on: true }, article: 'Điều 7', otherDocument: '' },
      { id: 'cstdcsCapPercent', value: { kind: 'number', number: 10 }, article: 'Điều 7', otherDocument: '' },
    ],
    reason: 'Hội nghị viên chức thông qua',
  });
  await season.ask('checkCases', {});
  const [cap] = await season.ask('listTitleCaps', {});
  if (cap === undefined) throw new Error('The share is not switched on');
  await season.open('appraisal');
  await expect(page.getByText('Chỉ cảnh báo, không loại hồ sơ nào')).toBeVisible();
  await page.getByRole('tab', { name: 'Theo danh hiệu' }).click();
  await expect(page.getByText('chỉ cảnh báo, không loại hồ sơ nào')).toBeVisible();
  await page.getByLabel('Danh hiệu', { exact: true }).selectOption({ label: 'Chiến sĩ thi đua cơ sở' });
  await expect(page.getByText('Vượt tỷ lệ, thứ tự')).toHaveCount(cap.count - cap.most);
  await page.getByRole('row').nth(1).click();
  const remark = page.getByRole('complementary').getByText(`vượt mức ${cap.percent} % theo quy chế`);
  await expect(remark).toBeVisible();
  await remark.scrollIntoViewIfNeeded();
  await expectAccessible(page);
});

test('what is missing is printed for a tổ, the card for a person', async ({ page, season }) => {
  await season.open('appraisal');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'In danh sách còn thiếu điều kiện' }).click();
  const panel = page.getByRole('complementary', { name: 'Hồ sơ còn thiếu điều kiện' });
  await expect(panel.locator('iframe')).toBeVisible();
  await panel.getByLabel('Tổ của danh sách').selectOption({ label: 'Tổ Văn phòng' });
  await expect(panel.locator('iframe')).toBeVisible();
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Tải .xlsx' }).click();
  expect((await download).suggestedFilename()).toBe('con-thieu-gi-To-Van-phong.xlsx');
  await expectAccessible(page);

  await season.open('people');
  await page.getByRole('searchbox').fill(who);
  await line(page, who).first().click();
  const person = page.getByRole('complementary', { name: who });
  await person.getByRole('button', { name: 'In phiếu cá nhân' }).click();
  await expect(person.locator('iframe')).toBeVisible();
  await expectAccessible(page);
  await person.getByRole('button', { name: 'Quay lại hồ sơ' }).click();
  await expect(person.getByRole('button', { name: 'In phiếu cá nhân' })).toBeVisible();
});

test('who only reads can try other facts, and change nothing', async ({ page, season }) => {
  const row = await caseOf(season, who, 'CSTDCS');
  await rate(season, row.personId ?? '', 'KHT');
  await season.signIn('viewer', 'Người xem thử');
  await season.open('appraisal');
  await expect(page.getByRole('button', { name: 'Thẩm định lại những hồ sơ này' })).toBeDisabled();
  const panel = await openCase(page, who, 'CSTĐCS');
  await panel.getByRole('button', { name: 'Xem thử' }).click();
  await expect(panel.getByLabel('Sáng kiến của năm học')).toBeEnabled();
});
