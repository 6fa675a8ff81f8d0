import { expect, expectAccessible, test } from './support.ts';

// Pupils and whole classes: pasted from Excel, judged, voted by hands, on papers of their own.

const list = [
  'Nguyễn Minh Anh\t6A\tHS01\tGiải Nhất hội thi kể chuyện cấp trường',
  'Trần Gia Bảo\t7B',
  'Tập thể lớp\t9D\tNhất phong trào thi đua học kỳ I',
];

test('pupils are pasted, checked, voted by hands and proposed', async ({ page, season }) => {
  await season.open('registration');
  await page.getByRole('button', { name: 'Thêm học sinh' }).click();
  const panel = page.getByRole('complementary', { name: 'Thêm học sinh' });
  await panel.getByLabel('Ngày đăng ký').fill('20/05/2026');
  await panel
    .getByLabel('Căn cứ xác nhận cả danh sách')
    .fill('Bảng tổng hợp kết quả rèn luyện năm học của nhà trường');
  await panel
    .getByLabel('Trường hợp được xét')
    .selectOption({ label: 'Đoạt giải trong các kỳ thi, cuộc thi, hội thi do nhà trường tổ chức' });
  const box = panel.getByLabel('Danh sách dán từ Excel');
  await box.fill([...list, 'Lê An'].join('\n'));
  await expect(panel.getByText('Dòng 4: thiếu lớp.')).toBeVisible();
  await expect(panel.getByText('Đã đọc 2 học sinh, 1 tập thể lớp.')).toBeVisible();
  await expectAccessible(page);
  await box.fill(list.join('\n'));
  await panel.getByRole('button', { name: 'Ghi danh sách học sinh' }).click();
  await expect(panel.getByRole('alert')).toContainText('dòng 2: thiếu thành tích');
  await panel.getByLabel('Trường hợp được xét').selectOption({ index: 0 });
  await panel.getByRole('button', { name: 'Ghi danh sách học sinh' }).click();
  await expect(page.getByText('Đã thêm 3 dòng, sửa 0, giữ nguyên 0.')).toBeVisible();
  await page.getByRole('searchbox').fill('Trần Gia Bảo');
  await page.getByRole('row').filter({ hasText: 'Lớp 7B' }).click();
  const pupil = page.getByRole('complementary', { name: 'Trần Gia Bảo' });
  await pupil.getByLabel('Lớp').fill('7C');
  await pupil.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(pupil).toContainText('Lớp 7C · Học sinh');
  await pupil.getByRole('button', { name: 'Xóa khỏi danh sách' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do xóa').fill('Ghi nhầm em');
  await dialog.getByRole('button', { name: 'Xóa khỏi danh sách' }).click();
  await expect(page.getByText('Đã xóa Trần Gia Bảo khỏi danh sách.')).toBeVisible();

  await season.ask('checkCases', {});
  await season.open('appraisal');
  await page.getByRole('searchbox').fill('Nguyễn Minh Anh');
  await page.getByRole('row').filter({ hasText: 'GK học sinh' }).click();
  const verdict = page.getByRole('complementary', { name: 'Nguyễn Minh Anh' });
  await expect(verdict).toContainText('Lớp 6A · Học sinh · HS01');
  await expect(verdict.getByRole('textbox', { name: 'Thành tích đề nghị khen' })).toHaveValue(
    'Giải Nhất hội thi kể chuyện cấp trường',
  );
  await expectAccessible(page);
  for (const { id, pupilId } of await season.ask('listCases', {}))
    if (pupilId !== null)
      await season.ask('judgeCondition', {
        caseId: id,
        ruleId: 'R2',
        answer: 'pass',
        reason: 'Theo bình xét của Đội',
      });

  await season.ask('openMeeting', { withoutQuorumBecause: 'Kiểm thử' });
  await season.open('council');
  await page.getByRole('tab', { name: /giơ tay/ }).click();
  const grid = page.getByRole('grid', { name: 'Biểu quyết giơ tay' });
  await expect(grid).toContainText('Nguyễn Minh Anh (6A)');
  const votes = (await season.ask('listCases', {}))
    .filter(({ pupilId }) => pupilId !== null)
    .map(({ id }) => ({ caseId: id, agree: 8, disagree: 0, abstain: 0 }));
  await season.ask('saveHands', { votes });
  await season.ask('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
  await season.open('dossier');
  await page.getByText('Danh sách đề nghị tặng Giấy khen của Hiệu trưởng (học sinh)').first().click();
  await expect(
    page.locator('iframe[title="Danh sách đề nghị tặng Giấy khen của Hiệu trưởng (học sinh)"]'),
  ).toBeVisible();
});
