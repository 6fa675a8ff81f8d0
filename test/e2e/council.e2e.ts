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

test('a case that needs the council is settled in the meeting: its facts, its conditions, the answer', async ({
  page,
  season,
}) => {
  await season.ask('openMeeting', { withoutQuorumBecause: null });
  const open = (await season.ask('listCases', {})).find(({ eligibility }) => eligibility === 'needs-person');
  const id = open?.id ?? '';
  const { conditions, routes } = await season.ask('getCase', { id });
  const isAsked = ({ state }: { readonly state: string }) => state === 'to-be-judged';
  // The conditions that a person answers, and of the ways to the award the nearest.
  const asked = [
    ...conditions.filter((one) => isAsked(one) && one.ruleId !== 'routes'),
    ...(routes.find(({ nearest }) => nearest)?.steps.filter(isAsked) ?? []),
  ];
  expect(asked.length).toBeGreaterThan(0);
  await season.open('council');
  await page.getByRole('tab', { name: 'Từng hồ sơ' }).click();
  await page.getByLabel(/^Chỉ hồ sơ chưa đủ điều kiện hoặc chưa rõ/).check();
  const lines = page.locator('.case-list__line');
  await lines
    .filter({ hasText: open?.name ?? '' })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Căn cứ để xét' })).toBeVisible();
  const rows = page.locator('.checklist__row');
  for (const { sentence } of asked) {
    const line = rows.filter({ has: page.getByText(sentence, { exact: true }) });
    await line.getByRole('button', { name: 'Đạt', exact: true }).click();
    await line.getByLabel('Lý do ghi “Đạt”').fill('Hội đồng xác nhận tại phiên họp');
    await page.keyboard.press('Enter');
    await expect(line.locator('.judge__said')).toBeVisible();
  }
  await expect(page.locator('.verdict').getByText('Đủ điều kiện', { exact: true })).toBeVisible();
  expect(await season.ask('getCase', { id })).toMatchObject({ eligibility: 'yes' });
  await expectAccessible(page);
  // What the council decides otherwise is said here too, and at 125 % the case takes the place of the list.
  await page.setViewportSize({ width: 1093, height: 614 });
  await expect(lines.first()).toBeHidden();
  await page.getByRole('button', { name: 'Hội đồng quyết định khác' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do, căn cứ').fill('Theo quy chế của trường');
  await dialog.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(page.getByText('Lý do: Theo quy chế của trường')).toBeVisible();
  await page.getByRole('button', { name: 'Về danh sách' }).click();
  await expect(lines.first()).toBeVisible();
});
