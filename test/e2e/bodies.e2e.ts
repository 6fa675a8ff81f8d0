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

test('the initiative council meets, and its decision is in the record of the author', async ({
  page,
  season,
}) => {
  const person = (await season.ask('listPeople', {})).find(({ fullName }) => fullName === 'Mạc Quang Đạt');
  const personId = person?.id ?? '';
  const name = 'Thiết kế trò chơi học tập trên bảng tương tác cho học sinh lớp 7';
  await season.ask('saveInitiative', {
    id: null,
    personId,
    schoolYear: '2025-2026',
    name,
    share: 100,
    scope: 'BASE',
    decisionNumber: '',
    effect: null,
    usedFor: [],
  });
  await season.open('council');
  await page.getByLabel('Cuộc họp của').selectOption({ label: 'Hội đồng sáng kiến (chưa ghi thành viên)' });
  await expect(page.getByRole('heading', { level: 1, name: 'Họp Hội đồng sáng kiến' })).toBeVisible();
  await page.getByRole('button', { name: 'Lập Hội đồng theo chức vụ' }).click();
  await expect(page.getByRole('heading', { name: /^Thành viên \(\d+\)$/ })).toBeVisible();
  await page.getByLabel('Số quyết định').fill('20/QĐ-THCSHP');
  await page.getByLabel('Ngày quyết định').fill('01/10/2025');
  await page.getByRole('tab', { name: 'Phiên họp' }).click();
  await page.getByLabel('Ngày họp').fill('18/05/2026');
  await page.getByLabel('Địa điểm').fill('Phòng Hội đồng');
  await page.getByRole('button', { name: 'Lập phiên họp' }).last().click();
  await page.getByRole('button', { name: 'Tất cả có mặt' }).click();
  await page.getByRole('button', { name: 'Mở phiên họp' }).click();

  const grid = page.getByRole('grid', { name: 'Biểu quyết sáng kiến' });
  await expect(grid.getByText(name)).toBeVisible();
  await grid.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: /^Tất cả tán thành .* cho 1 dòng$/ }).click();
  await expect(grid.getByText('Đạt', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Kết luận phiên họp' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết luận phiên họp' }).click();

  await page.getByRole('tab', { name: 'Biểu quyết sáng kiến' }).click();
  await page.getByRole('button', { name: 'Ghi quyết định công nhận' }).click();
  await expect(page.getByText('Hãy nhập số quyết định.')).toBeVisible();
  await page.getByLabel('Số quyết định').fill('46/QĐ-THCSHP');
  await page.getByLabel('Ngày quyết định').fill('20/05/2026');
  await page.getByRole('button', { name: 'Ghi quyết định công nhận' }).click();
  await expect(page.getByText('Đã ghi Quyết định số 46/QĐ-THCSHP', { exact: false })).toBeVisible();
  await expectAccessible(page);
  const { initiatives } = await season.ask('getPerson', { id: personId });
  expect(initiatives.find((one) => one.name === name)).toMatchObject({
    scope: 'BASE',
    decisionNumber: '46/QĐ-THCSHP ngày 20/05/2026',
  });

  await season.open('dossier');
  await page.getByText('Biên bản họp, Hội đồng sáng kiến').first().click();
  await expect(page.locator('iframe')).toBeVisible();
});
