import { expect, test } from './support.ts';

// Where the focus goes on after each action, and what floats over what.

test('a list in a dialog stands over it whole; Enter sends; the calendar gives a day', async ({
  page,
  season,
}) => {
  await season.open('council');
  await page.getByRole('tab', { name: 'Thành lập Hội đồng' }).click();
  await page.setViewportSize({ width: 911, height: 512 });
  await page.getByRole('button', { name: 'Ghi thay đổi thành viên' }).click();
  const dialog = page.getByRole('dialog');
  await page.getByLabel('Người tham gia', { exact: true }).click();
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  const whole = await list.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const corners = [
      [left + 8, top + 8],
      [right - 8, bottom - 8],
    ] as const;
    return corners.every(([x, y]) => element.contains(document.elementFromPoint(x, y))) && bottom - top > 100;
  });
  expect(whole).toBe(true);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(dialog).toBeVisible();

  await page.getByLabel('Người tham gia', { exact: true }).fill('Hồ Minh Cường');
  await page.getByRole('option', { name: /^Hồ Minh Cường/ }).click();
  await expect(dialog.getByRole('button', { name: 'Mở lịch' }).first()).toBeVisible();
  await dialog
    .locator('input[type=date]')
    .first()
    .evaluate((element) => {
      const input = element as HTMLInputElement;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '2026-01-05');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await expect(dialog.getByLabel('Từ ngày', { exact: true })).toHaveValue('05/01/2026');
  await dialog.getByLabel('Số quyết định').fill('02/QĐ-THCSHP');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect((await season.ask('getMeeting', {})).council?.changes).toHaveLength(1);
});

test('the focus goes back to where it was, and on to the neighbour of what is removed', async ({
  page,
  season,
}) => {
  await season.open('people');
  const grid = page.getByRole('grid', { name: 'Danh sách nhân sự' });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('tab', { name: 'Thông tin' }) });
  await panel.getByRole('button', { name: 'Đóng phần chi tiết' }).click();
  await expect(grid).toBeFocused();

  const menu = page.getByRole('button', { name: 'Việc khác' });
  await menu.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();

  await page.getByRole('tab', { name: /^Tổ/ }).click();
  await season.ask('saveGroup', { id: null, name: 'Tổ A thử một' });
  await season.ask('saveGroup', { id: null, name: 'Tổ A thử hai' });
  await season.open('people');
  await page.getByRole('tab', { name: /^Tổ/ }).click();
  await page
    .getByRole('row', { name: /Tổ A thử hai/ })
    .getByRole('button', { name: 'Xóa' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: /^Xóa/ }).click();
  await expect(page.getByRole('row', { name: /Tổ A thử hai/ })).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.closest('tr, [role=grid], main')?.localName)).toBe(
    'tr',
  );
});
