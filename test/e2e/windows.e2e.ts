import type { Page } from '@playwright/test';
import { expect, test, type Season } from './support.ts';

// Two windows over one file: each sees what the other saves, and neither writes over it unasked.

/** A second window, with somebody else at it. */
async function openSecond(page: Page, season: Season, screen: string): Promise<Page> {
  const { sessionId } = await season.ask('signIn', { role: 'chair', name: 'Chủ tịch Minh' });
  const second = await page.context().newPage();
  await second.addInitScript((session) => {
    sessionStorage.setItem('bangvang:session', session);
  }, sessionId);
  await second.goto(`${season.app.door.url}#/${screen}`);
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible();
  return second;
}

function firstScore(page: Page) {
  return page.locator('.edit-grid tbody tr').first().locator('td').nth(2);
}

test('a score that another window changed while it was typed is named, and whoever types chooses', async ({
  page,
  season,
}) => {
  const own = async () => (await season.ask('getEvaluations', {})).rows[0]?.self[0];
  await season.open('evaluation');
  const second = await openSecond(page, season, 'evaluation');
  await expect(second.getByText('đang mở ở 2 cửa sổ')).toBeVisible();

  await page.bringToFront();
  await firstScore(page).click();
  await page.keyboard.type('9');
  await second.bringToFront();
  await firstScore(second).click();
  await second.keyboard.type('12');
  await second.keyboard.press('Enter');
  await expect.poll(own).toBe(1200);
  await page.bringToFront();
  await page.keyboard.press('Enter');
  const told = page.getByRole('alert');
  await page.keyboard.press('ArrowUp');
  await expect(told).toContainText(
    /Chủ tịch Minh \(Chủ tịch Hội đồng\) lúc \d\d:\d\d vừa đổi ô này thành 12\./,
  );
  await expect(firstScore(page).getByRole('textbox')).toHaveValue('9');
  expect(await own()).toBe(1200);

  await page.keyboard.press('Escape');
  await expect(firstScore(page).getByRole('textbox')).toHaveValue('12');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect.poll(own).toBe(1000);
  // The other window sees it without being asked to.
  await expect(firstScore(second)).toHaveText('10');

  // Enter writes over what was named.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('9');
  await second.bringToFront();
  await second.keyboard.press('ArrowUp');
  await second.keyboard.type('11');
  await second.keyboard.press('Enter');
  await expect.poll(own).toBe(1100);
  await page.bringToFront();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(told).toContainText('vừa đổi ô này thành 11.');
  await page.keyboard.press('Enter');
  await expect.poll(own).toBe(900);

  // A click on the cell that was at hand before the other window changed it: what is typed takes the place of its text.
  await second.bringToFront();
  await second.keyboard.press('ArrowUp');
  await expect(firstScore(second).getByRole('textbox')).toHaveValue('9');
  await firstScore(second).click();
  await second.keyboard.type('10');
  await second.keyboard.press('Enter');
  await expect.poll(own).toBe(1000);
});

test('a form keeps what each window changed, and asks where both changed one field', async ({
  page,
  season,
}) => {
  const school = async () => await season.ask('getSchool', {});
  const place = (on: Page) => on.getByLabel('Địa danh', { exact: false }).first();
  const superior = (on: Page) => on.getByLabel('Cơ quan chủ quản', { exact: false }).first();
  await season.open('school');
  const second = await openSecond(page, season, 'school');

  await superior(page).fill('UBND xã Hoa Ban');
  await place(second).fill('Hoa Ban');
  await place(second).blur();
  await expect.poll(async () => (await school()).place).toBe('Hoa Ban');
  await superior(page).blur();
  await expect.poll(school).toMatchObject({ place: 'Hoa Ban', superior: 'UBND xã Hoa Ban' });
  await expect(place(page)).toHaveValue('Hoa Ban');

  await place(page).fill('Hoa Mai');
  await place(second).fill('Hoa Đào');
  await place(second).blur();
  await expect.poll(async () => (await school()).place).toBe('Hoa Đào');
  await place(page).blur();
  const dialog = page.getByRole('dialog', { name: 'Cửa sổ khác đã đổi nội dung này' });
  await expect(dialog).toContainText('Chủ tịch Minh (Chủ tịch Hội đồng)');
  await expect(dialog.getByRole('row', { name: /“Hoa Đào”.*“Hoa Mai”/ })).toBeVisible();
  expect((await school()).place).toBe('Hoa Đào');
  await dialog.getByRole('button', { name: 'Giữ nội dung đã lưu' }).click();
  await expect(place(page)).toHaveValue('Hoa Đào');

  await place(page).fill('Hoa Mai');
  await place(second).fill('Hoa Cúc');
  await place(second).blur();
  await expect.poll(async () => (await school()).place).toBe('Hoa Cúc');
  await place(page).blur();
  await dialog.getByRole('button', { name: 'Ghi nội dung ở đây' }).click();
  await expect.poll(async () => (await school()).place).toBe('Hoa Mai');
  await expect(dialog).toHaveCount(0);
  await expect(place(page)).toHaveValue('Hoa Mai');
});
