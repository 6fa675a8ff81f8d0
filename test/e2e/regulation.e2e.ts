import { expect, expectAccessible, test } from './support.ts';

// What the school's own regulation says, typed on its screen, and what the council's screen makes of it.

test('the school writes down its regulation, and its 2/3 for LĐTT is what the meeting asks', async ({
  page,
  season,
}) => {
  await season.open('regulation');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quy chế, thiết lập');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Ghi số, ngày quy chế' }).click();
  const panel = page.getByRole('complementary', { name: 'Quy chế của trường' });
  await panel.getByRole('button', { name: 'Lưu quy chế' }).click();
  await expect(panel.getByText('Hãy ghi số, ký hiệu của quy chế.')).toBeVisible();
  await panel.getByLabel('Số, ký hiệu').fill('15/QC-THCSHP');
  await panel.getByLabel('Ngày ban hành').fill('10/09/2025');
  await panel.getByLabel('Lý do ghi, sửa').fill('Hội nghị viên chức thông qua');
  await panel.getByRole('button', { name: 'Lưu quy chế' }).click();
  await expect(page.getByText('số 15/QC-THCSHP ngày 10/09/2025: đã ghi 0/')).toBeVisible();

  await page
    .getByRole('row', { name: /Lao động tiên tiến.*Biểu quyết giơ tay/ })
    .first()
    .click();
  const setting = page.getByRole('complementary', { name: 'Lao động tiên tiến' });
  await expect(setting.getByText('Chưa xác định được theo văn bản, nhà trường tự đối chiếu')).toBeVisible();
  await setting.getByLabel('Mức đồng ý').selectOption('Từ 2/3');
  await setting.getByLabel('Điều, khoản').fill('khoản 2 Điều 9');
  await setting.getByLabel('Lý do ghi, sửa').fill('Theo quy chế mới');
  await expectAccessible(page);
  await setting.getByRole('button', { name: 'Lưu giá trị của trường' }).click();
  await expect(page.getByRole('row', { name: /Lao động tiên tiến.*từ 2\/3.*Của trường/ })).toBeVisible();

  const { hands, council } = await season.ask('getMeeting', {});
  const total = council?.members.length ?? 0;
  const ldtt = hands.filter(({ titleId }) => titleId === 'LDTT');
  expect(ldtt.length).toBeGreaterThan(0);
  expect(new Set(ldtt.map(({ needed }) => needed))).toEqual(new Set([Math.ceil((2 * total) / 3)]));
  const { rows } = await season.ask('listAudit', { before: null, limit: 1 });
  expect(rows[0]?.sentence).toContain('từ 2/3');
});

test('what the school writes comes up where it matters: the way of submission, the city, the spare ballots', async ({
  page,
  season,
}) => {
  await season.ask('saveRegulation', {
    document: { name: 'Quy chế thi đua, khen thưởng', number: '15/QC-THCSHP', date: '2025-09-10' },
    settings: [
      {
        id: 'cityRegulation',
        value: { kind: 'text', text: 'Quyết định số 12/2026/QĐ-UBND của thành phố' },
        article: '',
        otherDocument: '',
      },
    ],
    reason: 'Hội nghị viên chức thông qua',
  });
  await season.open('regulation');
  await page.getByRole('row', { name: /Trình Lao động tiên tiến/ }).click();
  const chain = page.getByRole('complementary', { name: 'Trình Lao động tiên tiến' });
  await chain.getByLabel(/Cụm, khối thi đua/).check();
  await chain.getByLabel('Điều, khoản').fill('Điều 7');
  await chain.getByLabel('Lý do ghi, sửa').fill('Theo hướng dẫn của Sở');
  await expectAccessible(page);
  await chain.getByRole('button', { name: 'Lưu giá trị của trường' }).click();
  await expect(page.getByRole('row', { name: /Trình Lao động tiên tiến.*Của trường/ })).toBeVisible();
  await page.getByRole('row', { name: /Số phiếu in dự phòng/ }).click();
  const spare = page.getByRole('complementary', { name: 'Số phiếu in dự phòng' });
  await spare.getByLabel('Giá trị của trường').fill('3');
  await spare.getByLabel('Lý do ghi, sửa').fill('Theo quy chế mới');
  await spare.getByRole('button', { name: 'Lưu giá trị của trường' }).click();
  await expect(
    page.getByRole('row', { name: /Số phiếu in dự phòng.*03 phiếu|Số phiếu in dự phòng.*3 phiếu/ }),
  ).toBeVisible();

  await season.open('appraisal');
  await page.getByRole('row').filter({ hasText: 'LĐTT' }).first().click();
  const panel = page.locator('.detail');
  await expect(panel).toContainText('Cụm, khối thi đua → Hội đồng');
  await expect(panel.getByRole('list', { name: 'Nhà trường ghi' })).toContainText('12/2026/QĐ-UBND');

  await season.ask('openMeeting', { withoutQuorumBecause: null });
  const { id } = await season.ask('openRound', { titleId: 'CSTDCS' });
  await season.open(`ballot/${id}`);
  await page.getByRole('button', { name: 'Xem phiếu bầu để in' }).click();
  await expect(page.getByLabel('Số phiếu dự phòng')).toHaveValue('3');
});

test('a teller reads the settings and changes none', async ({ page, season }) => {
  await season.signIn('teller', 'Lê Thị Kiểm');
  await season.open('regulation');
  await expect(
    page.getByText('Việc này dành cho Thư ký Hội đồng hoặc Chủ tịch Hội đồng.').first(),
  ).toBeVisible();
  await page.getByRole('row', { name: /Số thành viên phải có mặt/ }).click();
  await expect(page.getByRole('button', { name: 'Lưu giá trị của trường' })).toBeDisabled();
});
