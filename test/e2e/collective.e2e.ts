import { makeWorkbook } from '../support/messy-workbook.ts';
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
  // The same award once more is told, and kept only by who says so.
  await panel.getByRole('button', { name: 'Thêm khen thưởng' }).click();
  await panel
    .getByLabel('Danh hiệu, hình thức khen thưởng')
    .selectOption({ label: 'Tập thể lao động tiên tiến' });
  await panel.getByLabel('Năm học', { exact: true }).fill('2024-2025');
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel.getByRole('alert')).toContainText(
    'Đã ghi Tập thể lao động tiên tiến năm học 2024-2025 (chưa ghi quyết định)',
  );
  await panel.getByRole('button', { name: 'Ghi cả hai' }).click();
  await expect(panel.getByTitle(/^Sửa Tập thể lao động tiên tiến/)).toHaveCount(2);
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

test('earlier years of tổ and of the school come from Excel, the rows with a mistake named beforehand', async ({
  page,
  season,
}) => {
  const { fileName, bytes } = await makeWorkbook({
    fileName: 'tap-the-cac-nam.xlsx',
    sheets: [
      {
        name: 'Tập thể',
        rows: [
          ['TT', 'Tên tổ', 'Năm học', 'Xếp loại', 'Danh hiệu', 'Số QĐ', 'Ngày QĐ'],
          [1, 'Tổ Khoa học xã hội', '2023-2024', 'HTXSNV', 'TTLĐXS', '21/QĐ-UBND', '05/07/2024'],
          [2, 'Nhà trường', '2023-2024', 'HTTNV', null, '9/QĐ-UBND', '30/06/2024'],
          [3, 'Tổ Khoa học xã hội', '2022-2023', 'HTTNV', 'CSTĐCS', null, null],
        ],
      },
    ],
  });
  await season.open('people');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Nhập từ Excel' }).click();
  await page.getByLabel('Lịch sử của tập thể', { exact: true }).check();
  await page.locator('input[type=file]').setInputFiles({
    name: fileName,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await expect(page.getByText('“Chiến sĩ thi đua cơ sở” chỉ tặng cho cá nhân').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Nhập 2 dòng' }).click();
  await expect(page.getByText('Đã nhập: thêm 2, sửa 0')).toBeVisible();
  const collectives = await season.ask('listCollectives', {});
  for (const { id } of collectives.filter(({ name }) => /xã hội$|^Trường/.test(name)))
    expect((await season.ask('getCollective', { id })).years.map(({ schoolYear }) => schoolYear)).toContain(
      '2023-2024',
    );
});

test('who counts in a tổ is listed with the reason, and the council may decide otherwise', async ({
  page,
  season,
}) => {
  const group = 'Tổ Khoa học xã hội';
  const row = (await season.ask('listCases', {})).find(
    ({ name, titleId }) => name === group && titleId === 'TTLDTT',
  );
  const groupId = row?.groupId ?? '';
  const [first, second] = await season.ask('listCountedMembers', { groupId });
  if (first === undefined || second === undefined) throw new Error('the sample has people');
  await season.ask('changeStatus', { personId: first.personId, status: 'RETIRED', from: '2026-01-10' });
  await season.open(`appraisal/${row?.id ?? ''}`);
  const panel = page.getByRole('complementary', { name: group });
  const list = panel.getByRole('list', { name: 'Người được tính của tập thể' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText(`${first.fullName}: không tính`);
  await expect(list).toContainText('Đã nghỉ hưu.');

  await panel.getByRole('button', { name: /người được tính theo dữ kiện/ }).click();
  await list.getByTitle(`Không tính người này: ${second.fullName}`).click();
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel.getByText('Hãy ghi rõ lý do')).toBeVisible();
  await panel.getByLabel(/lý do, căn cứ$/).fill('Nghỉ không hưởng lương cả năm học');
  await page.keyboard.press('Enter');
  const line = list.getByRole('listitem').filter({ hasText: second.fullName });
  await expect(line).toContainText('Hội đồng quyết định không tính: Nghỉ không hưởng lương cả năm học');
  await expect(panel.getByText('Dữ kiện đã đổi sau lần thẩm định')).toBeVisible();
  await expectAccessible(page);

  await panel.getByRole('button', { name: 'Thẩm định lại' }).first().click();
  await expect(panel.locator('.checklist')).toContainText('không tính 2 người');
  await line.getByTitle(`Trở lại theo dữ kiện: ${second.fullName}`).click();
  await panel.getByLabel(/lý do, căn cứ$/).fill('Ghi nhầm người');
  await page.keyboard.press('Enter');
  await expect(line).not.toContainText('Hội đồng quyết định');
});
