import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support.ts';

// The room where the council meets: papers, projector, rehearsal, readiness.

test('ballots are printed in the exact number, on the paper that is chosen, and a trial says so', async ({
  page,
  season,
}) => {
  await season.ask('openMeeting', { withoutQuorumBecause: null });
  const { id } = await season.ask('openRound', { titleId: 'CSTDCS' });
  await season.open(`ballot/${id}`);
  await page.getByRole('button', { name: 'Xem phiếu bầu để in' }).click();
  await expect(page.getByText('Cần in 8 phiếu: có mặt 8 thành viên.')).toBeVisible();
  await page.getByLabel('Số phiếu dự phòng').fill('2');
  await page.keyboard.press('Tab');
  await page.getByLabel('Khổ giấy').selectOption({ label: 'Khổ A5, mỗi tờ một phiếu' });
  await expect(page.getByText('Cần in 10 phiếu: có mặt 8 thành viên, dự phòng 2.')).toBeVisible();
  await expect(page.getByText(/Hết 10 tờ A5 in một mặt; họ tên cỡ chữ 1[1-3]\./)).toBeVisible();
  await expect(page.locator('iframe[title="Phiếu bầu danh hiệu Chiến sĩ thi đua cơ sở"]')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ghi số phiếu in: 10' }).click();
  await expect(page.getByLabel('Số phiếu in')).toHaveValue('10');
  await expect(page.getByRole('button', { name: /Ghi số phiếu in/ })).toHaveCount(0);
  await page.getByRole('checkbox', { name: /Phiếu thử/ }).check();
  await expect(page.getByText('In 1 phiếu thử.')).toBeVisible();
  await expect(page.getByText(/Hết 1 tờ A5 in một mặt/)).toBeVisible();
  await shoot(page, 'print');
});

test('a rehearsal says so on every screen, and leaves the real file alone', async ({ page, season }) => {
  await season.open('overview');
  await page.getByRole('button', { name: 'Tệp và giao diện' }).click();
  await page.getByRole('menuitem', { name: 'Tập dượt' }).click();
  const banner = page.getByLabel('Lưu ý về tệp dữ liệu');
  for (const screen of ['people', 'council', 'ballot', 'dossier']) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(banner).toContainText('TẬP DƯỢT – KHÔNG CÓ GIÁ TRỊ');
  }
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(banner).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await shoot(page, 'rehearsal');
});

test('the wall follows the hand of the operator, and shows a result only after sealing', async ({
  page,
  season,
  context,
}) => {
  await season.ask('openMeeting', { withoutQuorumBecause: null });
  const { id } = await season.ask('openRound', { titleId: 'CSTDCS' });
  await season.open('council');
  const [wall] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Mở màn chiếu' }).click(),
  ]);
  await wall.setViewportSize({ width: 1366, height: 768 });
  await expect(wall.getByRole('heading', { name: /Phiên họp Hội đồng/ })).toBeVisible();
  await expect(wall.getByText('Có mặt 8/9 thành viên')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('PageDown');
  await expect(wall.getByRole('heading', { name: 'Nội dung xét' })).toBeVisible();
  await shoot(wall, 'wall-agenda');
  await page.getByRole('button', { name: 'Tiếp', exact: true }).click();
  await expect(wall.getByText(/^(Đủ điều kiện|Chưa đủ điều kiện|Chưa rõ)/)).toBeVisible();
  await shoot(wall, 'wall-case');
  await page.keyboard.press('PageUp');
  await expect(wall.getByRole('heading', { name: 'Nội dung xét' })).toBeVisible();

  await page.getByLabel('Đang chiếu').selectOption({ label: 'Kết quả: Chiến sĩ thi đua cơ sở' });
  await expect(wall.getByText(/Kết quả được công bố sau khi chốt/)).toBeVisible();
  await page.getByLabel('Đang chiếu').selectOption({ label: 'Bỏ phiếu: Chiến sĩ thi đua cơ sở' });
  await expect(wall.getByText('Đang bỏ phiếu kín')).toBeVisible();
  await expect(wall.getByText(/Phát ra/)).toHaveCount(0);
  await season.ask('savePrintRun', { roundId: id, printed: 10, issued: 8 });
  await expect(wall.getByText('Phát ra 8 phiếu')).toBeVisible();
  await shoot(wall, 'wall-voting');
  await expectAccessible(wall);
  await wall.reload();
  await expect(wall.getByText('Đang bỏ phiếu kín')).toBeVisible();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await shoot(wall, 'wall-1920');
  await expectAccessible(page);
  await shoot(page, 'projector-bar');
  await wall.close();
});

test('the check before the meeting says what is ready, what is not, and makes the backup', async ({
  page,
  season,
}) => {
  await season.open('council');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Kiểm tra trước phiên họp' }).click();
  const check = page.getByRole('dialog', { name: 'Kiểm tra trước phiên họp' });
  await expect(check.getByRole('listitem').filter({ hasText: 'Tệp dữ liệu nguyên vẹn.' })).toContainText(
    'Được',
  );
  await expect(check.getByRole('listitem').filter({ hasText: 'PHIẾU THỬ' })).toContainText('Cần xem');
  await expect(check.getByRole('listitem').filter({ hasText: 'Chưa có bản sao lưu nào.' })).toContainText(
    'Chưa được',
  );
  await expectAccessible(page);
  await shoot(page, 'readiness');
  await check.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await expect(check.getByText('Vừa sao lưu xong.')).toBeVisible();
  await check.locator('footer').getByRole('button', { name: 'Đóng' }).click();
  await season.open('overview');
  await page.getByRole('button', { name: 'Kiểm tra trước phiên họp' }).click();
  await expect(check.getByText('Tệp dữ liệu nguyên vẹn.')).toBeVisible();
  await check.locator('footer').getByRole('button', { name: 'Đóng' }).click();
  await shoot(page, 'readiness-overview');
});

/** Keeps a picture where somebody wants to look at it. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}
