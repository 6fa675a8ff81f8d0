import { expect, expectAccessible, test } from './support.ts';

// What is known of a tổ and of the school over the years, typed on its panel and read by the appraisal.

test('results, awards and open matters of a tổ are typed on its panel, and its case reads them', async ({
  page,
  season,
}) => {
  await season.open('people');
  await page.getByRole('tab', { name: /^Tổ/ }).click();
  const line = page.getByRole('row').filter({ hasText: 'Tổ Khoa học xã hội' });
  await line.getByRole('button', { name: 'Hồ sơ' }).click();
  const panel = page.getByRole('complementary', { name: 'Tổ Khoa học xã hội' });
  await expect(panel).toContainText('Tập thể lao động tiên tiến');
  await panel.getByTitle('Sửa kết quả năm học 2025-2026').click();
  await panel.getByLabel('Xếp loại tập thể').selectOption({ label: 'Hoàn thành xuất sắc nhiệm vụ' });
  await panel.getByLabel('Kết quả là').selectOption({ label: 'chính thức' });
  await panel.getByLabel('Số quyết định').fill('12/QĐ-THCSHP');
  await panel.getByLabel('Ngày quyết định').fill('20/05/2026');
  await panel.getByLabel('Thứ hạng trong cụm, khối thi đua').fill('1');
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel).toContainText(
    'Hoàn thành xuất sắc nhiệm vụ · Quyết định số 12/QĐ-THCSHP ngày 20/05/2026 · thứ 1 trong cụm, khối thi đua',
  );
  await panel.getByRole('button', { name: 'Thêm khen thưởng' }).click();
  await panel
    .getByLabel('Danh hiệu, hình thức khen thưởng')
    .selectOption({ label: 'Tập thể lao động tiên tiến' });
  await panel.getByLabel('Năm học', { exact: true }).fill('2024-2025');
  await panel.getByLabel('Cơ quan quyết định').fill('Chủ tịch UBND xã');
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel).toContainText('Năm học 2024-2025 · Chủ tịch UBND xã');
  await panel.getByLabel('Thuộc loại hình được tặng cờ thi đua').selectOption({ label: 'Không' });
  await expectAccessible(page);

  await season.ask('checkCases', {});
  await season.open('appraisal');
  await page.getByRole('searchbox').fill('Tổ Khoa học xã hội TTLĐTT');
  await page.getByRole('row').filter({ hasText: 'Tổ Khoa học xã hội' }).first().click();
  const verdict = page.getByRole('complementary', { name: 'Tổ Khoa học xã hội' });
  await expect(verdict.locator('.checklist')).toContainText('Hoàn thành xuất sắc nhiệm vụ');
  await verdict.getByRole('button', { name: 'Xem dữ kiện của tập thể này' }).click();
  await expect(panel).toContainText('thứ 1 trong cụm, khối thi đua');
});

test('the school has its own record beside the tổ, and is registered like one', async ({ page, season }) => {
  await season.open('people');
  await page.getByRole('tab', { name: /^Tổ/ }).click();
  await page.getByRole('button', { name: 'Hồ sơ nhà trường' }).click();
  const { name } = await season.ask('getSchool', {});
  const panel = page.getByRole('complementary', { name });
  await expect(panel).toContainText('Tập thể nhà trường');
  await panel.getByRole('button', { name: 'Xem đăng ký' }).click();
  await expect(page.getByRole('complementary', { name })).toBeVisible();
});
