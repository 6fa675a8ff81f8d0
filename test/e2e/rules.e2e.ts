import { ruleSets } from '../../shared/rules/catalogue.ts';
import { vectors } from '../../shared/rules/vectors.ts';
import { expect, expectAccessible, test } from './support.ts';

// The rule sets in sight: every rule with its article, what changed, and the examples run in the browser.

test('the rules of a title are read with their sources, and every example holds in the browser', async ({
  page,
  season,
}) => {
  await season.open('rules');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bộ quy tắc');
  await page.getByRole('button', { name: /Chiến sĩ thi đua cơ sở/ }).click();
  await expect(page.getByText('Cách thông qua Bỏ phiếu kín, từ 80 %')).toBeVisible();
  await expect(page.getByText('Đã đối chiếu với văn bản').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Bộ quy tắc' }).selectOption({ index: ruleSets.length - 1 });
  await expect(page.getByText('Chưa đối chiếu văn bản chính thức của Luật số 06/2026/QH16')).toBeVisible();

  await page.getByRole('tab', { name: /Khác nhau giữa hai bộ/ }).click();
  await expect(page.getByLabel('Bộ thứ hai')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('tab', { name: /Ví dụ kiểm tra/ }).click();
  const cases = vectors.flatMap((vector) => vector.cases).length;
  await expect(page.getByRole('row', { name: /Đúng/ })).toHaveCount(cases);
  await expect(page.getByText('Hội đồng 17 thành viên, có mặt 15: 13 đồng ý, không có')).toBeVisible();
  await page.getByRole('row', { name: /Hội đồng 17 thành viên, có mặt 15: 13 đồng ý, không có/ }).click();
  await expect(page.getByRole('complementary', { name: 'Ví dụ 13' })).toContainText('Không đạt, cần 14/17');
  await expectAccessible(page);
});
