import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support.ts';

// The council during the year and its meeting, by the hands of the secretary: real core, real browser.

async function pick(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

test('a change from a day on counts for the meetings after it', async ({ page, season }) => {
  await season.open('council');
  await page.getByRole('tab', { name: 'Thành lập Hội đồng' }).click();
  await page.getByRole('button', { name: 'Ghi thay đổi thành viên' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await expect(dialog.getByText('Hãy chọn người.')).toBeVisible();
  await pick(page, 'Người tham gia', 'Hồ Minh Cường');
  await dialog.getByLabel('Từ ngày').fill('05/01/2026');
  await dialog.getByLabel('Số quyết định').fill('02/QĐ-THCSHP');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await expect(page.getByText('Có mặt 8/10', { exact: true })).toBeVisible();
  await expect(page.getByText('Số thành viên Hội đồng là số chẵn', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: 'Ghi thay đổi thành viên' }).click();
  await dialog.getByLabel('Thôi tham gia').check();
  await pick(page, 'Thành viên', 'Hoàng Thị Hồng Oanh');
  await dialog.getByLabel('Từ ngày').fill('29/05/2026');
  await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click();
  // The meeting is on the 28th: she is still a member then.
  await expect(page.getByRole('cell', { name: '29/05/2026', exact: true })).toBeVisible();
  await expect(page.getByText('Có mặt 8/10', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Xóa thay đổi của Hồ Minh Cường từ ngày 05/01/2026' }).click();
  await dialog.getByLabel('Lý do xóa').fill('Ghi nhầm người');
  await dialog.getByRole('button', { name: 'Xóa thay đổi' }).click();
  await expect(page.getByText('Có mặt 8/9', { exact: true })).toBeVisible();
  expect((await season.ask('getMeeting', {})).council?.changes).toHaveLength(1);
});

test('who comes late or leaves early is in the room only meanwhile', async ({ page, season }) => {
  await season.open('council');
  await page.getByRole('button', { name: 'Ghi giờ đến, giờ về của Nguyễn Minh Đạt' }).click();
  await page.getByLabel('Giờ đến muộn của Nguyễn Minh Đạt').fill('14h20');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Nguyễn Minh Đạt.*Có mặt từ 14:20$/ })).toBeVisible();
  await expect(page.getByText('Có mặt 8/9', { exact: true })).toBeVisible();
  await page.getByLabel('Giờ về sớm của Nguyễn Minh Đạt').fill('25:00');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nhập giờ:phút, ví dụ 14:20.')).toBeVisible();
  await page.getByLabel('Giờ về sớm của Nguyễn Minh Đạt').fill('15:40');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Nguyễn Minh Đạt.*Đã về 15:40$/ })).toBeVisible();
  await expect(page.getByText('Có mặt 7/9', { exact: true })).toBeVisible();
  await expectAccessible(page);
});
