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
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SHOTS']}/print.png` });
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
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SHOTS']}/rehearsal.png` });
});
