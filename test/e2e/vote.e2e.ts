import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { countedRound, crowd } from './crowd.ts';
import { expect, expectAccessible, test, type Season } from './support.ts';

// From the meeting to the stick, by the hands of the secretary: real core, real browser.

/** Marks by name, as keys; a paper that is not valid says why. */
const papers = ['111111', '111111', '112111', '111121', '110111', '111111', '114111'] as const;
const spoilt = 'Ghi thêm tên ngoài danh sách';

function primary(page: Page, name: string) {
  return page.locator('.screen__actions').getByRole('button', { name, exact: true });
}

async function choose(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function typePaper(page: Page, keys: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
}

/** A meeting in session, with tellers and every show of hands. */
async function holdMeeting(season: Season): Promise<void> {
  await season.ask('openMeeting', { withoutQuorumBecause: null });
  const { council, hands, quorum } = await season.ask('getMeeting', {});
  const tellers = (council?.members ?? []).filter(
    ({ present, role }) => present === true && role === 'MEMBER',
  );
  await season.ask('saveTellers', { memberIds: tellers.slice(0, 2).map(({ id }) => id) });
  await season.ask('saveHands', {
    votes: hands
      .filter(({ eligibility }) => eligibility === 'yes')
      .map(({ caseId }) => ({ caseId, agree: quorum?.present ?? 0, disagree: 0, abstain: 0 })),
  });
}

test('presence decides whether the meeting may open; hands are raised for many at once', async ({
  page,
  season,
}) => {
  await season.open('council');
  const absent = page.getByLabel('Lý do vắng mặt của', { exact: false });
  await expect(page.getByText('Có mặt 8/9', { exact: true })).toBeVisible();
  await expect(primary(page, 'Mở phiên họp')).toBeEnabled();

  for (const name of ['Ngô Thị Hồng Nga', 'Dương Ngọc Ngân', 'Hoàng Thị Hồng Oanh']) {
    await page.getByRole('button', { name: new RegExp(`^${name}.*Có mặt$`) }).click();
    await expect(page.getByRole('button', { name: new RegExp(`^${name}.*Vắng mặt$`) })).toBeVisible();
  }
  await expect(absent).toHaveCount(4);
  await expect(page.getByText('Có mặt 5/9', { exact: true })).toBeVisible();
  await expect(page.getByText('Mới có mặt 5/9 thành viên, cần ít nhất 06.')).toBeVisible();
  await expect(primary(page, 'Mở phiên họp')).toBeDisabled();
  await page.getByLabel('Lý do vắng mặt của Ngô Thị Hồng Nga').fill('Ốm');
  await page.keyboard.press('Enter');

  for (const name of ['Dương Ngọc Ngân', 'Hoàng Thị Hồng Oanh']) {
    await page.getByRole('button', { name: new RegExp(`^${name}.*Vắng mặt$`) }).click();
  }
  await expect(page.getByText('Có mặt 7/9', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await primary(page, 'Mở phiên họp').click();
  await expect(page.getByRole('tab', { name: /Biểu quyết giơ tay/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  const members = (await season.ask('getMeeting', {})).council?.members ?? [];
  expect(members.find(({ fullName }) => fullName === 'Ngô Thị Hồng Nga')).toMatchObject({
    present: false,
    absenceReason: 'Ốm',
  });

  await page.getByLabel('Chọn mọi dòng đang thấy').check();
  await page.getByRole('button', { name: /^Tất cả tán thành 7\/9 cho \d+ dòng$/ }).click();
  await expect(page.getByText(/^Đã biểu quyết đủ \d+ hồ sơ$/)).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Biểu quyết giơ tay' });
  await grid.locator('tbody tr').first().locator('td').nth(3).click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row').nth(1)).toContainText('Thiếu 1');
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('alert')).toContainText('có 9 thành viên, không thể có 12 người.');
  const votes = (await season.ask('getMeeting', {})).hands.filter(({ agree }) => agree !== null);
  expect(votes.map(({ agree }) => agree).filter((agree) => agree !== 7)).toEqual([4]);
  await expectAccessible(page);
});

test('a meeting without a quorum opens only for a reason, which is kept', async ({ page, season }) => {
  const members = (await season.ask('getMeeting', {})).council?.members ?? [];
  await season.ask('savePresence', {
    presence: members.map(({ id }, index) => ({ memberId: id, present: index < 5, reason: '' })),
  });
  await season.open('council');
  await choose(page, 'Mở phiên họp khi chưa đủ số người');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở phiên họp' }).click();
  await expect(page.getByText('Hãy ghi rõ lý do')).toBeVisible();
  await page.getByLabel('Lý do vẫn mở phiên họp').fill('Hai thành viên đang trên đường đến.');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở phiên họp' }).click();
  await expect(page.getByText('Hai thành viên đang trên đường đến.')).toBeVisible();
  expect((await season.ask('getMeeting', {})).meeting?.state).toBe('open');
});

test('ballots at the keyboard: typed, taken up again after a crash, stored, sealed', async ({
  page,
  season,
}) => {
  await holdMeeting(season);
  await season.open('ballot');
  await primary(page, 'Lập danh sách bỏ phiếu Chiến sĩ thi đua cơ sở').click();
  await page.getByLabel('Số phiếu in').fill('10');
  await page.getByLabel('Số phiếu phát ra').fill('8');
  await page.getByLabel('Số phiếu thu về').fill('9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('9');
  await page.getByLabel('Số phiếu thu về').fill('8');
  await page.keyboard.press('Enter');

  const sheet = page.getByRole('group', { name: /^Phiếu \d\/8$/ });
  await expect(sheet).toBeFocused();
  await expectAccessible(page);
  // Keys reach the paper after a press on its tab, or on a place of the page where nothing is.
  await page.getByRole('tab', { name: /^Nhập phiếu/ }).click();
  await typePaper(page, papers[0]);
  await expect(page.getByText('Phiếu 2/8')).toBeVisible();
  await page.getByRole('heading', { name: 'Kiểm phiếu', exact: true }).click();
  for (const keys of papers.slice(1, 3)) await typePaper(page, keys);
  await expect(page.getByText('Phiếu 4/8')).toBeVisible();

  // A half paper waits while the one before is looked at, and is not finished by Enter.
  await page.keyboard.press('1');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Phiếu 3/8')).toBeVisible();
  await expect(sheet.getByRole('button', { pressed: true })).toHaveCount(6);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Phiếu 4/8')).toBeVisible();
  await expect(sheet.getByRole('button', { pressed: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Phiếu 4/8')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(sheet.getByRole('button', { pressed: true })).toHaveCount(0);

  // The paper is told in words before it is stored, and one that was stored can be taken out and put back.
  await page.keyboard.press('-');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('9');
  await expect(page.locator('.entry__paper')).toContainText('5 đồng ý, 1 không đồng ý (2. ');
  for (const key of ['-', '4', '4', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText('phiếu không có dòng này')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Delete');
  await expect(page.getByText('Phiếu 3/8')).toBeVisible();
  await expect.poll(async () => (await round(season)).draft.length).toBe(2);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(async () => (await round(season)).draft.length).toBe(3);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Phiếu 4/8')).toBeVisible();
  await expect(sheet.getByRole('button', { pressed: true })).toHaveCount(6);
  for (let row = 0; row < 6; row += 1) await page.keyboard.press('Backspace');

  // A key that is held down is one press: neither marks nor papers come of themselves.
  await page.keyboard.down('1');
  await page.keyboard.down('1');
  await page.keyboard.up('1');
  await expect(sheet.getByRole('button', { pressed: true })).toHaveCount(1);
  await page.keyboard.press('Backspace');

  await page.keyboard.press('k');
  await expect(page.getByLabel('Lý do phiếu không hợp lệ')).toBeFocused();
  await page.keyboard.press('2');
  await expect(page.getByText('Phiếu 5/8')).toBeVisible();
  await expect
    .poll(async () => (await round(season)).draft.some((one) => one.invalidReason === spoilt))
    .toBe(true);
  await expect(page.getByText('Còn 4/8 phiếu chưa nhập.')).toBeVisible();
  await expect(primary(page, 'Chốt kết quả')).toBeDisabled();

  await expect.poll(async () => (await round(season)).draft.length).toBe(4);
  await page.reload();
  await expect(page.getByText('Đã lấy lại 4 phiếu nhập dở lần trước')).toBeVisible();
  await expect(sheet).toBeFocused();
  for (const keys of papers.slice(3)) await typePaper(page, keys);
  await expect(page.getByText('Đã nhập đủ 8/8 phiếu').first()).toBeVisible();
  expect((await round(season)).stored).toBe(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã cất 8 phiếu')).toBeVisible();
  const counted = await round(season);
  expect(counted).toMatchObject({ stored: 8, valid: 7, invalid: 1, draft: [] });
  expect(counted.candidates.every(({ result }) => result === null)).toBe(true);

  await page.getByRole('tab', { name: 'Kết quả' }).click();
  await expect(page.getByText('Kết quả từng người chỉ hiện ra sau khi chốt')).toBeVisible();
  await page.getByRole('tab', { name: /Ý kiến bằng văn bản/ }).click();
  await page.getByRole('button', { name: 'Nhập ý kiến' }).click();
  await typePaper(page, '111112');
  await expect(page.getByText('Đã nhận ý kiến')).toBeVisible();

  await primary(page, 'Chốt kết quả').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }).click();
  const table = page.getByRole('grid', { name: 'Kết quả kiểm phiếu' });
  await expect(table).toBeVisible();
  const names = (await round(season)).candidates.map(({ name }) => name);
  for (const [place, name] of names.entries()) {
    const inRoom = papers.filter((keys) => keys[place] === '1').length;
    const agree = inRoom + (place < 5 ? 1 : 0);
    const row = table.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText(`${agree}/9`);
    await expect(row).toContainText(agree >= 8 ? 'Đạt' : `Không đạt, còn thiếu ${8 - agree} phiếu`);
  }
  await expectAccessible(page);
});

test('a paper of 57 names at 125 %: told in words, its marked row in sight, no digit and no held key taken amiss', async ({
  page,
  season,
}) => {
  await crowd(season, 57);
  await countedRound(season);
  await page.setViewportSize({ width: 1093, height: 614 });
  await season.open('ballot');
  const sheet = page.getByRole('group', { name: /^Phiếu \d\/8$/ });
  await expect(sheet).toBeFocused();
  const words = page.locator('.entry__paper');

  // A 9 behind the sign of a row is a digit until somebody says so; nothing is marked meanwhile.
  for (const key of ['-', '3', '9', 'Enter']) await page.keyboard.press(key);
  await expect(words).toHaveText('Chưa đánh dấu dòng nào.');
  await expect(page.getByText('Là dòng 39 thì nhấn Enter lần nữa.', { exact: false })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(words).toContainText(/^1 không đồng ý \(39\. .+\), còn 56 dòng chưa đánh dấu/);
  await expect(sheet.locator('.sheet__row--touched')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('9');
  await expect(words).toContainText(/^56 đồng ý, 1 không đồng ý \(39\. /);
  await expect(page.getByRole('button', { name: 'Các phím khác' })).toBeInViewport();
  const rows = await sheet.locator('tbody tr').evaluateAll((all) => {
    const place = document.querySelector('.entry__body')?.getBoundingClientRect();
    return all.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return place !== undefined && top >= place.top && bottom <= place.bottom;
    }).length;
  });
  expect(rows).toBeGreaterThanOrEqual(10);

  // Enter that is held down takes one paper and begins the next, which stays empty.
  await page.keyboard.down('Enter');
  for (let again = 0; again < 20; again += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByText('Phiếu 2/8')).toBeVisible();
  await expect(words).toHaveText('Chưa đánh dấu dòng nào.');

  // Row by row the cursor stays in sight, and every key is told when it is asked for.
  for (let row = 0; row < 40; row += 1) await page.keyboard.press('1');
  await expect(sheet.locator('.sheet__row--at')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Các phím khác' }).click();
  await expect(page.getByText('bỏ phiếu đang xem lại')).toBeVisible();
  await expect(sheet).toBeFocused();

  // What is set aside is told, and is not among the papers to read.
  await page.keyboard.press('5');
  await expect(page.getByText('để riêng 1/8 phiếu thu về', { exact: false })).toBeVisible();
  await expect(page.getByText('Phiếu 2/7')).toBeVisible();
  expect(await round(season)).toMatchObject({ aside: 1, returned: 8 });
});

async function round(season: Season) {
  const [row] = await season.ask('listRounds', {});
  if (row === undefined) throw new Error('No round');
  return season.ask('getRound', { id: row.id });
}

test('what was chosen or typed does not jump back while its answer is on the way', async ({
  page,
  season,
}) => {
  await holdMeeting(season);
  await countedRound(season);
  await season.open('ballot');
  await page.getByRole('tab', { name: 'Phát và thu phiếu' }).click();
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('"getRound"') === true) await setTimeout(400);
    await route.continue();
  });
  await page.getByLabel('Nhập số tổng').check();
  const printed = page.getByLabel('Số phiếu in');
  await printed.fill('12');
  await printed.press('Tab');
  // Looked at again and again: until the answer is here it must be what was typed.
  for (let look = 0; look < 12; look += 1) {
    expect(await printed.inputValue()).toBe('12');
    expect(await page.getByLabel('Nhập số tổng').isChecked()).toBe(true);
    await setTimeout(60);
  }
  await page.unrouteAll({ behavior: 'wait' });
});

test('totals are typed in a sheet, and one that does not add up keeps the count open', async ({
  page,
  season,
}) => {
  await holdMeeting(season);
  await countedRound(season);
  await season.open('ballot');
  await page.getByRole('tab', { name: 'Phát và thu phiếu' }).click();
  await page.getByLabel('Nhập số tổng').check();
  await page.getByRole('tab', { name: 'Nhập số tổng' }).click();
  const grid = page.getByRole('grid', { name: 'Số phiếu của từng người' });
  const { candidates } = await round(season);
  for (const [place] of candidates.entries()) {
    await grid.locator('tbody tr').nth(place).locator('td').nth(1).click();
    for (const figure of ['7', place === 0 ? '0' : '1', '0']) {
      await page.keyboard.type(figure);
      await page.keyboard.press('Tab');
    }
  }
  await expect(grid.locator('tbody tr').first()).toContainText('7 ≠ 8');
  await expect(primary(page, 'Chốt kết quả')).toBeDisabled();
  await expect(page.getByRole('complementary', { name: 'Đối chiếu số phiếu' })).toContainText(
    'Cộng lại các số của dòng này.',
  );
  await grid.locator('tbody tr').first().locator('td').nth(2).click();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(primary(page, 'Chốt kết quả')).toBeEnabled();
});

test('ballots come from a file, all or none', async ({ page, season }) => {
  await holdMeeting(season);
  await countedRound(season);
  await season.open('ballot');
  const { candidates } = await round(season);
  const head = ['Số phiếu', 'Không hợp lệ (lý do)', ...candidates.map(({ name }) => name)].join(',');
  const lines = papers.map((keys, index) =>
    [index + 1, '', ...Array.from(keys, (key) => ({ 1: 'Đồng ý', 2: 'Không đồng ý' })[key] ?? '')].join(','),
  );
  const file = { name: 'phieu.csv', mimeType: 'text/csv' };
  await page.locator('input[type=file]').setInputFiles({
    ...file,
    buffer: Buffer.from(
      [head.replace(candidates[0]?.name ?? '', 'Người Ngoài Danh Sách'), ...lines].join('\r\n'),
    ),
  });
  await expect(page.getByRole('alert')).toContainText('Người Ngoài Danh Sách');
  await page.locator('input[type=file]').setInputFiles({
    ...file,
    buffer: Buffer.from(
      [head, ...lines, `8,Rách không đọc được,${','.repeat(candidates.length - 1)}`].join('\r\n'),
    ),
  });
  await expect(page.getByText('Tệp có 8 phiếu: 7 hợp lệ, 1 không hợp lệ')).toBeVisible();
  await page.getByRole('button', { name: 'Cất 8 phiếu này' }).click();
  await expect(page.getByText('Đã nhập đủ 8/8 phiếu').first()).toBeVisible();
  expect(await round(season)).toMatchObject({ stored: 8, valid: 7, invalid: 1 });
});

test('from the conclusion to the stick: number, export, check, and a changed file is named', async ({
  page,
  season,
}) => {
  await seal(season);
  await season.open('council');
  await primary(page, 'Kết luận phiên họp').click();
  await page.getByLabel(/^Lý do kết luận khi còn \d+ trường hợp/).fill('Chờ bổ sung minh chứng');
  await page.getByRole('dialog').getByRole('button', { name: 'Kết luận phiên họp' }).click();
  await primary(page, 'Sang bước Hồ sơ').click();

  await page.getByRole('button', { name: /Biên bản kiểm phiếu danh hiệu/ }).click();
  const paper = page
    .getByTitle(/^Biên bản kiểm phiếu danh hiệu/, { exact: false })
    .and(page.locator('iframe'));
  await expect(paper).toHaveAttribute('src', /^blob:/);
  await page.getByLabel('Số', { exact: true }).fill('7');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Số 07\/BB-/)).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải .docx' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/bien-ban-kiem-phieu.*\.docx$/);

  const stick = join(season.app.folder, 'usb');
  mkdirSync(stick);
  await primary(page, 'Xuất ra USB').click();
  await page.getByRole('button', { name: 'Chọn thư mục khác' }).click();
  await page.getByLabel('Thư mục', { exact: true }).fill(stick);
  await page.getByRole('button', { name: 'Đến thư mục' }).click();
  await expect(page.locator('.dialog__path')).toHaveText(stick);
  await page.getByRole('button', { name: 'Xuất vào thư mục này' }).click();
  await expect(page.getByText('Đã xuất xong bộ hồ sơ')).toBeVisible({ timeout: 60_000 });
  const code = await page.locator('.check-code').innerText();
  expect(code.replace(/\s/g, '')).toMatch(/^[0-9a-f]{64}$/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Kiểm tra bộ hồ sơ này' }).click();
  await expect(page.getByText('Bộ hồ sơ còn nguyên vẹn')).toBeVisible();
  await expect(page.locator('.check-code')).toHaveText(code);

  const made = join(stick, readdirSync(stick)[0] ?? '');
  const minutes =
    readdirSync(made).find((name) => name.includes('kiem-phieu') && name.endsWith('.pdf')) ?? '';
  writeFileSync(join(made, minutes), 'khác');
  writeFileSync(join(made, 'la.txt'), 'thêm');
  await page.getByRole('button', { name: 'Kiểm tra thư mục khác' }).click();
  await page.getByRole('button', { name: 'Kiểm tra thư mục này' }).click();
  await expect(page.getByText('Bộ hồ sơ không còn như khi xuất: 2 tệp khác')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Bị sửa (1)' })).toContainText(minutes);
  await expect(page.getByRole('region', { name: 'Thêm vào (1)' })).toContainText('la.txt');
});

async function seal(season: Season): Promise<void> {
  await holdMeeting(season);
  const roundId = await countedRound(season);
  const names = (await season.ask('getRound', { id: roundId })).candidates.length;
  const ballot = { invalidReason: null, marks: Array.from({ length: names }, () => 'AGREE' as const) };
  await season.ask('storeBallots', { roundId, ballots: Array.from({ length: 8 }, () => ballot) });
  await season.ask('sealRound', { roundId });
}

test('the hours of a sealed count are written down under its result, which they never cover', async ({
  page,
  season,
}) => {
  await seal(season);
  await page.setViewportSize({ width: 1093, height: 614 });
  await season.open('ballot');
  await page.getByRole('tab', { name: 'Kết quả' }).click();
  const table = await page.getByRole('grid', { name: 'Kết quả kiểm phiếu' }).boundingBox();
  const words = await page.getByRole('region', { name: 'Giờ kiểm phiếu, lời văn biên bản' }).boundingBox();
  expect((table?.y ?? Infinity) + (table?.height ?? 0)).toBeLessThanOrEqual(words?.y ?? 0);
  await page.getByLabel('Bắt đầu kiểm phiếu lúc').fill('15h40');
  await page.getByLabel('Kết thúc kiểm phiếu lúc').fill('15h30');
  await expect(page.getByText('Giờ kết thúc phải sau giờ bắt đầu.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu biên bản' })).toBeDisabled();
  await page.getByLabel('Kết thúc kiểm phiếu lúc').fill('16:15');
  await page.getByRole('button', { name: 'Lưu biên bản' }).click();
  await expect(page.getByText('Đã lưu giờ kiểm phiếu')).toBeVisible();
  const [{ id } = { id: '' }] = await season.ask('listRounds', {});
  expect((await season.ask('getRound', { id })).wording).toMatchObject({
    countedFrom: '15:40',
    countedTo: '16:15',
  });
});

test('only the chair opens a sealed count again, with a reason, and both versions are listed', async ({
  page,
  season,
}) => {
  await seal(season);
  await season.open('ballot');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await expect(page.getByRole('menuitem', { name: 'Mở lại kết quả kiểm phiếu' })).toBeDisabled();
  await season.signIn('chair', 'Nguyễn Minh Đạt');
  await season.open('ballot');
  await choose(page, 'Mở lại kết quả kiểm phiếu');
  await page.getByLabel('Lý do mở lại').fill('Kiểm lại một phiếu bị dính.');
  await page.getByRole('button', { name: 'Mở lại kết quả', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Các vòng bỏ phiếu' })).toContainText('Đang kiểm lại');
  await page.getByRole('tab', { name: 'Kết quả' }).click();
  const versions = page.getByRole('region', { name: 'Các bản kết quả' });
  await expect(versions).toContainText('Kiểm lại một phiếu bị dính.');
  await expect(versions).toContainText('Võ Thị Vân 8/9');
  await primary(page, 'Chốt kết quả').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }).click();
  await expect(versions).toContainText(/Bản 2\s*chốt lúc/);
});
