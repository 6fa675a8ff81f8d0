import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test, type Season } from './support.ts';

// The panel of a case of a higher award: its ways, what people should look at, what waits for a decision.

const who = 'Phan Minh Cường';

async function openCase(page: Page, name: string, title: string): Promise<Locator> {
  await page.getByRole('searchbox').fill(`${name} ${title}`);
  await page.getByRole('row').filter({ hasText: name }).first().click();
  const panel = page.getByRole('complementary', { name });
  await expect(panel).toContainText('Quá trình của hồ sơ');
  return panel;
}

async function register(season: Season, name: string, titleId: string): Promise<string> {
  const people = await season.ask('listPeople', {});
  const person = people.find(({ fullName }) => fullName === name);
  if (person === undefined) throw new Error(`${name} is not in the school`);
  await season.ask('registerCase', {
    personId: person.id,
    groupId: null,
    titleId,
    registeredOn: '2025-10-01',
  });
  await season.ask('checkCases', {});
  return person.id;
}

test('a case of several ways shows each, the nearest first, and takes an answer to one step', async ({
  page,
  season,
}) => {
  await register(season, who, 'BK_TP');
  await season.open('appraisal');
  const panel = await openCase(page, who, 'Bằng khen');
  const ways = panel.getByRole('list', { name: 'Các trường hợp được xét' });
  await expect(ways.locator('.way')).toHaveCount(6);
  await expect(ways.locator('.way').first()).toContainText('Gần đạt nhất');
  await expect(ways.locator('.way').first().getByRole('list')).toBeVisible();
  await expect(ways.locator('.way').nth(1).getByRole('list')).toHaveCount(0);
  await expectAccessible(page);

  const nearest = ways.locator('.way').first();
  await nearest.getByRole('button', { name: 'Đạt', exact: true }).first().click();
  await nearest.getByLabel(/^Lý do ghi/).fill('Theo hồ sơ minh chứng của tổ');
  await nearest.getByRole('button', { name: 'Ghi “Đạt”' }).click();
  await expect(ways.locator('.way').first()).toContainText('Theo hồ sơ minh chứng của tổ');
});

test('what people should look at stands apart from the conditions, with its source', async ({
  page,
  season,
}) => {
  const people = await season.ask('listPeople', {});
  const id = people.find(({ fullName }) => fullName === who)?.id ?? '';
  await season.ask('saveInitiative', {
    id: null,
    personId: id,
    schoolYear: '2025-2026',
    name: 'Học liệu số',
    share: 100,
    scope: 'BASE',
    decisionNumber: '266/QĐ-UBND',
    effect: null,
    usedFor: [{ titleId: 'GK_XA', schoolYear: '2024-2025' }],
  });
  await season.ask('checkCases', {});
  await season.open('appraisal');
  const panel = await openCase(page, who, 'CSTĐCS');
  const remarks = panel.locator('.remarks');
  await expect(remarks).toContainText('đã dùng để đề nghị');
  await expect(remarks).toContainText('5007/BNV-TĐKT');
  await expect(remarks).toContainText('Một nguồn dẫn');
});

test('a tổ that depends on open decisions says that it waits for them, in the list and on its case', async ({
  page,
  season,
}) => {
  await season.open('appraisal');
  const panel = await openCase(page, 'Tổ Khoa học xã hội', 'TTLĐTT');
  await expect(panel.locator('.verdict__head')).toContainText('Chờ quyết định');
  await expect(panel.locator('.checklist')).toContainText('Chờ Hội đồng kết luận đối với cá nhân trong tổ');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: /^Lọc/ }).click();
  await page.getByRole('menuitem', { name: /^Chờ quyết định/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Tổ Khoa học xã hội' }).first()).toBeVisible();
});

test('a fact that changed is told on the case, old and new, with what goes with the award', async ({
  page,
  season,
}) => {
  const row = (await season.ask('listCases', {})).find(
    (candidate) => candidate.name === who && candidate.titleId === 'LDTT',
  );
  await season.ask('saveRating', {
    personId: row?.personId ?? '',
    schoolYear: '2025-2026',
    rating: 'HT',
    state: 'decided',
  });
  await season.open('appraisal');
  const panel = await openCase(page, who, 'LĐTT');
  const differences = panel.getByRole('list', { name: 'Dữ kiện đã đổi' });
  await expect(differences).toContainText('Hoàn thành tốt nhiệm vụ');
  await expect(differences.locator('.differences__new').first()).toContainText('Hoàn thành nhiệm vụ');
  await expect(panel).toContainText('Chủ tịch Ủy ban nhân dân xã');
  await expect(panel).toContainText('0,3 lần mức lương cơ sở 2.340.000 đồng');
  await expectAccessible(page);
});
