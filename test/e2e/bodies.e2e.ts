import { expect, expectAccessible, test } from './support.ts';

// Bodies beside the school's council, by the hands of the secretary: real core, real browser.

test('a tổ meets from its list of people to its minutes, and the council sees what it said', async ({
  page,
  season,
}) => {
  await season.open('council');
  const picker = page.getByLabel('Cuộc họp của');
  const name = 'Tổ Toán - Công nghệ';
  await picker.selectOption({ label: `${name} (chưa ghi thành viên)` });
  await expect(page.getByRole('heading', { level: 1, name: 'Họp tổ' })).toBeVisible();
  await page.getByRole('button', { name: 'Lấy từ danh sách nhân sự' }).first().click();
  const [group] = (await season.ask('listGroups', {})).filter((one) => one.name === name);
  const body = { kind: 'GROUP', groupId: group?.id ?? '' } as const;
  const people = await season.ask('suggestMembers', { body });
  const total = people.length;
  await expect(page.getByRole('heading', { name: `Thành viên (${total})` })).toBeVisible();
  await expect(page.getByLabel(`Nhiệm vụ của ${people[0]?.fullName ?? ''}`)).toHaveValue('CHAIR');

  // The address keeps the body over a reload.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Họp tổ' })).toBeVisible();
  await page.getByRole('tab', { name: 'Cuộc họp' }).click();
  await page.getByLabel('Ngày họp').fill('20/05/2026');
  await page.getByLabel('Địa điểm').fill('Phòng bộ môn Toán');
  await page.getByRole('button', { name: 'Lập cuộc họp' }).last().click();
  await page.getByRole('button', { name: 'Tất cả có mặt' }).click();
  await expect(page.getByText(`Có mặt ${total}/${total}`, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Mở cuộc họp' }).click();

  const view = await season.ask('getMeeting', { body });
  const [first, second] = view.hands;
  const grid = page.getByRole('grid', { name: 'Biểu quyết giơ tay' });
  await expect(grid.getByRole('row')).toHaveCount(view.hands.length + 1);
  await expectAccessible(page);
  await season.ask('saveHands', {
    body,
    votes: view.hands.map(({ caseId }) => ({ caseId, agree: total, disagree: 0, abstain: 0 })),
  });
  await season.ask('saveHands', {
    body,
    votes: [{ caseId: first?.caseId ?? '', agree: 1, disagree: total - 1, abstain: 0 }],
  });
  await page.reload();
  await page.getByRole('tab', { name: 'Từng hồ sơ' }).click();
  await page
    .getByRole('region', { name: /^1\. / })
    .getByRole('button')
    .filter({ hasText: second?.name ?? '' })
    .click();
  await page.getByLabel('Thảo luận về trường hợp này').fill('Tích cực bồi dưỡng học sinh giỏi');
  await page.getByLabel('Thảo luận về trường hợp này').blur();
  await expect(page.getByLabel('Kết luận', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Kết luận cuộc họp' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết luận cuộc họp' }).click();
  await expect(page.getByText('Đã kết luận: đạt', { exact: false })).toBeVisible();
  await expect(page.getByText('Họp tổ: 1/', { exact: false })).toBeVisible();

  // The council reads it beside the case, with a warning, and may decide otherwise.
  await season.open(`appraisal/${first?.caseId ?? ''}`);
  const said = page.getByRole('region', { name: 'Ý kiến trước phiên họp Hội đồng' });
  await expect(said.getByText(`1/${total}`, { exact: false })).toBeVisible();
  await expect(said.getByText('thấp hơn mức đồng ý', { exact: false })).toBeVisible();
  await expectAccessible(page);

  await season.open('dossier');
  await page.getByText(`Biên bản họp tổ, ${name}`).first().click();
  await expect(page.locator('iframe')).toBeVisible();
});
