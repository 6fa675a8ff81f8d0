import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, test, type Season } from './support.ts';

// The score sheet with several cells at once, and with the ways Vietnamese is typed: real core, real browser.

/** Cells of the sheet by line from 0 and by score column from 0: own score, that of the tổ, and so on. */
function cellAt(page: Page, row: number, column: number): Locator {
  return page
    .locator('.edit-grid tbody tr')
    .nth(row)
    .locator('td')
    .nth(2 + column);
}

/** The scores of the first lines as the core has them, own and tổ's in turn, in hundredths. */
async function block(
  season: Season,
  rows: number,
  columns: number,
): Promise<readonly (readonly (number | null)[])[]> {
  const sheet = await season.ask('getEvaluations', {});
  return sheet.rows
    .slice(0, rows)
    .map((row) => row.self.flatMap((score, at) => [score, row.group[at] ?? null]).slice(0, columns));
}

async function putOnClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
}

test.beforeEach(async ({ page, season }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await season.open('evaluation');
});

test('cells are chosen with Shift, the mouse and Ctrl+A; copied, filled, cleared, each one step back', async ({
  page,
  season,
}) => {
  const before = await block(season, 4, 4);
  await cellAt(page, 0, 0).click();
  await page.keyboard.type('5,5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect.poll(() => block(season, 1, 2)).toEqual([[550, 600]]);

  // The first cell stays at hand while Shift goes on.
  await cellAt(page, 0, 0).click();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('.cell--chosen')).toHaveCount(2);
  await expect(cellAt(page, 0, 0).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('5,5\t6');

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('6 ô đang chọn')).toBeVisible();
  await page.keyboard.press('Control+d');
  await expect
    .poll(() => block(season, 3, 2))
    .toEqual([
      [550, 600],
      [550, 600],
      [550, 600],
    ]);
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => block(season, 4, 4))
    .toEqual([[550, 600, ...(before[0]?.slice(2) ?? [])], ...before.slice(1)]);

  // Dragging and Shift+click choose as well; what was copied is repeated over them.
  await cellAt(page, 1, 0).hover();
  await page.mouse.down();
  await cellAt(page, 3, 3).hover();
  await page.mouse.up();
  await expect(page.locator('.cell--chosen')).toHaveCount(12);
  await page.keyboard.press('Control+v');
  const twice = [550, 600, 550, 600];
  await expect
    .poll(() => block(season, 4, 4))
    .toEqual([[550, 600, ...(before[0]?.slice(2) ?? [])], twice, twice, twice]);
  await cellAt(page, 2, 2).click();
  await cellAt(page, 3, 3).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  const half = [550, 600, null, null];
  await expect.poll(async () => (await block(season, 4, 4)).slice(2)).toEqual([half, half]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await block(season, 4, 4)).slice(1)).toEqual(before.slice(1));
  await page.keyboard.press('Control+y');
  await expect.poll(async () => (await block(season, 4, 4))[3]).toEqual(twice);
  await page.keyboard.press('Control+z');

  await cellAt(page, 0, 0).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+r');
  await expect.poll(() => block(season, 1, 3)).toEqual([[550, 550, 550]]);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const all = await page.evaluate(() => navigator.clipboard.readText());
  const sheet = await season.ask('getEvaluations', {});
  expect(all.split('\r\n')).toHaveLength(sheet.rows.length);
  expect(all.split('\r\n')[0]).toContain(`1\t${sheet.rows[0]?.fullName ?? ''}\t5,5\t5,5\t5,5`);
});

test('a pasted block keeps what cannot stand in its cells, names it, and takes the rest', async ({
  page,
  season,
}) => {
  const before = await block(season, 2, 3);
  const { rows, criteria } = await season.ask('getEvaluations', {});
  const [first, second] = rows;
  const [criterion] = criteria;
  await putOnClipboard(page, '12,5\tchín\t7\r\n"99\n8"\t\t6,25\r\n');
  await cellAt(page, 0, 0).click();
  await page.keyboard.press('Control+v');
  await expect
    .poll(() => block(season, 2, 3))
    .toEqual([
      [1250, before[0]?.[1], 700],
      [before[1]?.[0], null, 625],
    ]);
  const told = page.getByRole('alert');
  await expect(told).toContainText('2 ô của khối vừa dán chưa lưu được');
  await expect(told).toContainText(`${criterion?.name ?? ''}, Tổ, ${first?.fullName ?? ''} (“chín”)`);
  await expect(told).toContainText(`${criterion?.name ?? ''}, Tự, ${second?.fullName ?? ''} (“99 8”)`);
  await expect(cellAt(page, 0, 1)).toHaveText('chín');
  await expect(cellAt(page, 0, 1)).toHaveClass(/cell--problem/);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Đến ô chưa lưu' }).click();
  await expect(cellAt(page, 0, 1).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => block(season, 2, 3)).toEqual(before);
  await expect(page.locator('.cell--problem')).toHaveCount(0);
});

test('the cell at hand keeps its focus and its range when the sheet is scrolled far away', async ({
  page,
  season,
}) => {
  const { rows } = await season.ask('getEvaluations', {});
  for (let at = rows.length; at < 130; at += 1) {
    await season.ask('savePerson', {
      id: null,
      code: null,
      fullName: `Người Thứ ${at}`,
      birthDate: null,
      sex: null,
      position: '',
      duty: '',
      degree: '',
      joinedOn: null,
      partyMember: false,
      groupId: null,
    });
  }
  await season.open('evaluation');
  await cellAt(page, 0, 0).click();
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect(page.getByText('130 ô đang chọn')).toBeVisible();
  await expect(page.locator('.cell--end')).toBeInViewport();
  await page.keyboard.type('9');
  await expect(page.locator('.edit-grid__input')).toHaveValue('9');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.cell--at-hand')).toBeInViewport();
  await expect(page.locator('.edit-grid__input')).toBeFocused();
});

/** One letter as Telex builds it in an input method: it shows while it grows, and is given over at the end. */
async function compose(cdp: CDPSession, stages: readonly string[]): Promise<void> {
  for (const text of stages) {
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key: 'Process',
    });
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await cdp.send('Input.insertText', { text: stages.at(-1) ?? '' });
}

/** The same as Unikey does it: the letters themselves, then a backspace for each that changes, and no pause. */
async function burst(cdp: CDPSession, keys: readonly string[]): Promise<void> {
  await Promise.all(
    keys.flatMap((key) => {
      const isBack = key === '⌫';
      const code = isBack ? 8 : key > '\u007f' ? 231 : key.toUpperCase().charCodeAt(0);
      const event = {
        key: isBack ? 'Backspace' : key,
        windowsVirtualKeyCode: code,
        ...(isBack ? {} : { text: key }),
      };
      return [
        cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event }),
        cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
      ];
    }),
  );
}

test('Vietnamese typed with an input method or Unikey loses no letter, in a cell and in a field', async ({
  page,
}) => {
  const cdp = await page.context().newCDPSession(page);
  const cell = cellAt(page, 0, 0);
  const input = cell.getByRole('textbox');
  await cell.click();
  const before = await input.inputValue();
  expect(before).not.toBe('');

  // The first letter takes the place of the text also where it comes as a composition.
  await compose(cdp, ['d', 'đ']);
  await expect(input).toHaveValue('đ');
  await compose(cdp, ['o', 'ô', 'ỗ']);
  await expect(input).toHaveValue('đỗ');
  await page.keyboard.press('Escape');
  await expect(input).toHaveValue(before);
  await burst(cdp, ['d', '⌫', 'đ', 'o', '⌫', 'ô', '⌫', 'ỗ']);
  await expect(input).toHaveValue('đỗ');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('đỗ');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+z');
  await expect(input).toHaveValue(before);

  const field = page.getByRole('searchbox');
  await field.click();
  await compose(cdp, ['n', 'ng', 'ngu', 'ngư', 'ngườ', 'người']);
  await burst(cdp, [' ', 'd', '⌫', 'đ', 'e', 'p', '⌫', '⌫', 'ẹ', 'p']);
  await expect(field).toHaveValue('người đẹp');
});
