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

test('a case in the meeting: who steps aside, what was said, lowered to another title, told on one page', async ({
  page,
  season,
}) => {
  await season.ask('openMeeting', { withoutQuorumBecause: null });
  await season.open('council');
  await page.getByRole('tab', { name: 'Từng hồ sơ' }).click();
  await page.getByRole('button', { name: 'Xét Chiến sĩ thi đua cơ sở sớm hơn' }).click();
  await expect(page.getByRole('heading', { name: /^1\. Chiến sĩ thi đua cơ sở/ })).toBeVisible();
  const high = page.getByRole('region', { name: /^1\. Chiến sĩ thi đua cơ sở/ });
  await high.getByRole('button').filter({ hasText: 'Ngô Thị Hồng Nga' }).click();
  await expect(page.getByText('Là người được xét')).toBeVisible();
  await page.getByLabel('Không tham gia biểu quyết').check();
  await expect(page.getByText('Tổng số để tính kết quả vẫn là 9 thành viên', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: 'Ghi thêm người liên quan' }).click();
  await page.getByLabel('Thành viên', { exact: true }).selectOption('Nguyễn Minh Đạt');
  await page.getByLabel('Quan hệ với người được xét').fill('chồng');
  await page.getByRole('button', { name: 'Ghi người liên quan' }).click();
  await expect(page.getByText('Là chồng của người được xét')).toBeVisible();

  await page.getByLabel('Thảo luận về trường hợp này').fill('Có nhiều đóng góp cho tổ');
  await page.getByLabel('Ý kiến bảo lưu').fill('Đề nghị xét năm sau');
  await page.getByLabel('Ý kiến bảo lưu').blur();
  await expectAccessible(page);

  await page.getByLabel('Kết luận', { exact: true }).selectOption('Hạ xuống danh hiệu khác');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Danh hiệu chuyển xét').selectOption('Lao động tiên tiến');
  await dialog.getByLabel('Lý do').fill('Sáng kiến chưa được công nhận');
  await dialog.getByRole('button', { name: 'Ghi kết luận' }).click();
  await expect(page.getByText('Chuyển xét Lao động tiên tiến.', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: 'Xem thông báo' }).click();
  await expect(page.locator('iframe')).toBeVisible();
  const { cases } = await season.ask('getMeeting', {});
  const talk = cases.find(({ decision }) => decision !== null);
  expect(talk).toMatchObject({
    discussion: 'Có nhiều đóng góp cho tổ',
    dissent: 'Đề nghị xét năm sau',
    decision: { outcome: 'lowered', loweredTo: 'LDTT' },
  });
});
