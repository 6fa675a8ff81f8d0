import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, type Season } from './support.ts';

// Two tellers count the same heap on their own, disagree, read one paper again and agree.

function primary(page: Page, name: string) {
  return page.locator('.screen__actions').getByRole('button', { name, exact: true });
}

/** A meeting in session with a round whose papers have come back; gives the names of two tellers. */
async function countTwice(season: Season): Promise<readonly [string, string]> {
  await season.ask('openMeeting', { withoutQuorumBecause: null });
  const { council } = await season.ask('getMeeting', {});
  const tellers = (council?.members ?? []).filter(
    ({ present, role }) => present === true && role === 'MEMBER',
  );
  await season.ask('saveTellers', { memberIds: tellers.slice(0, 3).map(({ id }) => id) });
  const { id } = await season.ask('openRound', { titleId: 'CSTDCS' });
  await season.ask('savePrintRun', { roundId: id, printed: 10, issued: 8 });
  await season.ask('declareReturned', { roundId: id, returned: 8, mode: 'ballots' });
  return [tellers[0]?.fullName ?? '', tellers[1]?.fullName ?? ''];
}

async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

/** Eight papers: all for everybody but the exceptions, each by its keys. */
async function typeHeap(page: Page, exceptions: readonly string[]): Promise<void> {
  for (let paper = 0; paper < 8; paper += 1) {
    await press(page, `9 ${exceptions[paper] ?? ''} Enter`.replace('  ', ' '));
  }
  await expect(page.getByText('Đã nhập đủ 8/8 phiếu').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã cất 8 phiếu')).toBeVisible();
}

test('two tellers who disagree read again, agree, confirm and seal', async ({ page, season }) => {
  const [first, second] = await countTwice(season);
  await season.open('ballot');
  await page.getByRole('tab', { name: 'Phát và thu phiếu' }).click();
  await page.getByLabel('Hai lần độc lập').check();
  for (const [label, count] of [
    ['Hỏng, đã đổi', '1'],
    ['Còn thừa', '1'],
    ['Đã hủy', '2'],
  ] as const) {
    await page.getByLabel(label).fill(count);
    await page.getByLabel(label).press('Tab');
  }
  await expect(page.getByText('Số phiếu đã hủy = hỏng đổi lại + còn thừa')).toBeVisible();
  await page.getByRole('tab', { name: /^Nhập phiếu/ }).click();
  await expect(page.getByRole('heading', { name: 'Kiểm hai lần độc lập' })).toBeVisible();
  await expect(page.getByText('không có tên trong Ban kiểm phiếu')).toBeVisible();
  await expectAccessible(page);

  await season.signIn('teller', first);
  await season.open('ballot');
  await page.getByRole('button', { name: 'Nhận kiểm lần 1' }).click();
  const sheet = page.getByRole('group', { name: /^Phiếu \d\/8$/ });
  await expect(sheet).toBeFocused();
  // A number that is typed for a row stays in sight until it is given.
  await press(page, '9 - 3');
  await expect(sheet.getByText('Không đồng ý dòng:')).toBeVisible();
  await press(page, 'Enter Enter');
  await expect(page.getByText('Phiếu 2/8')).toBeVisible();
  await press(page, 'Control+z');
  await expect(page.getByText('Phiếu 1/8')).toBeVisible();
  await press(page, 'Enter');
  for (let paper = 1; paper < 8; paper += 1) await press(page, '9 Enter');
  await expect(page.getByText('Đã nhập đủ 8/8 phiếu').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã cất 8 phiếu')).toBeVisible();
  await page.getByRole('tab', { name: 'Đối chiếu' }).click();
  await expect(page.getByText('Bảng đối chiếu hiện ra khi cả hai lần kiểm xong')).toBeVisible();

  await season.signIn('teller', second);
  await season.open('ballot');
  await page.getByRole('button', { name: 'Nhận kiểm lần 2' }).click();
  await expect(sheet).toBeFocused();
  await expect(page.getByText('Phiếu 1/8')).toBeVisible();
  await typeHeap(page, ['', '', '- 2 Enter']);
  await page.getByRole('tab', { name: 'Đối chiếu' }).click();
  await expect(page.getByText('Hai lần kiểm khác nhau ở 2 dòng.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^2\. / })).toContainText('8 đồng ý, 0 không đồng ý');
  await expect(page.locator('.compare__papers li')).toHaveCount(1);
  await expect(page.locator('.compare__papers mark')).toHaveCount(4);
  await expect(primary(page, 'Chốt kết quả')).toBeDisabled();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Đọc lại 1 phiếu của tôi' }).click();
  await page.getByLabel('Lý do đọc lại').fill('Gõ nhầm số dòng.');
  await page.getByRole('button', { name: 'Bỏ ra để đọc lại' }).click();
  await expect(sheet).toBeFocused();
  await press(page, '9 - 3 Enter Enter');
  await expect(page.getByText('Đã nhập đủ 8/8 phiếu').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: 'Đối chiếu' }).click();
  await page.getByRole('button', { name: 'Xác nhận lần kiểm của tôi' }).click();
  await expect(page.getByText(`Chờ xác nhận của ${first}.`).first()).toBeVisible();

  await season.signIn('teller', first);
  await season.open('ballot');
  await page.getByRole('button', { name: 'Xác nhận lần kiểm của tôi' }).click();
  await expect(page.getByText('Cả hai người kiểm đã xác nhận')).toBeVisible();
  await primary(page, 'Chốt kết quả').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }).click();
  await expect(page.getByRole('grid', { name: 'Kết quả kiểm phiếu' })).toBeVisible();
  const [row] = await season.ask('listRounds', {});
  const sealed = await season.ask('getRound', { id: row?.id ?? '' });
  expect(sealed.candidates.map(({ result }) => result?.agreeInRoom)).toEqual([8, 8, 7, 8, 8, 8]);
});

test('a paper that is not clear waits for the panel, who decide it with a reason', async ({
  page,
  season,
}) => {
  await countTwice(season);
  await season.open('ballot');
  const sheet = page.getByRole('group', { name: /^Phiếu \d\/8$/ });
  await expect(sheet).toBeFocused();
  // A slow laptop: no key is lost that was pressed while the paper before was being kept.
  await page.route('**/call', async (route) => {
    if (/"(getRound|setBallotAside|decideBallot)"/.test(route.request().postData() ?? ''))
      await setTimeout(300);
    await route.continue();
  });
  await press(page, '9 Enter 5 9 Enter 9 Enter');
  await expect(page.getByText('1 phiếu để riêng vì chưa rõ')).toBeVisible();
  await expect(page.getByText('Phiếu 4/7')).toBeVisible();
  await expect(page.getByText('để riêng 1/8 phiếu thu về')).toBeVisible();
  for (let paper = 4; paper < 8; paper += 1) await press(page, '9 Enter');
  await expect(page.getByText('Đã nhập đủ 7/7 phiếu').first()).toBeVisible();
  await page.getByRole('button', { name: 'Ghi quyết định của Ban kiểm phiếu' }).click();
  await page.getByLabel('Lý do', { exact: true }).fill('Dấu lệch ô nhưng rõ ý chí');
  await expectAccessible(page);
  await page.getByRole('group', { name: 'Phiếu để riêng' }).focus();
  await press(page, '9 - 1 Enter Enter');
  await expect(page.getByText('Đã nhập đủ 8/8 phiếu').first()).toBeVisible();
  await page.getByRole('group', { name: /^Đã nhập đủ 8\/8/ }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã cất 8 phiếu')).toBeVisible();
  await primary(page, 'Chốt kết quả').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }).click();
  await expect(page.getByRole('grid', { name: 'Kết quả kiểm phiếu' })).toBeVisible();
  const [row] = await season.ask('listRounds', {});
  const sealed = await season.ask('getRound', { id: row?.id ?? '' });
  expect(sealed.candidates[0]?.result).toMatchObject({ agreeInRoom: 7, disagree: 1 });
  expect(sealed.decisions.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['valid', 'Dấu lệch ô nhưng rõ ý chí'],
  ]);
});
