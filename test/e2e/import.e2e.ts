import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { projectFolder } from '../../build/bundle.ts';
import type { InputOf, MethodName } from '../../shared/api.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { makeWorkbook, type MessySheet } from '../support/messy-workbook.ts';

// How a file is looked at before it is taken: its header, its sheets, its kind, and what could not be read.

const sample = join(projectFolder, 'test/samples/thcs-hoa-phuong');

let app: RunningApp;
let sessionId = '';

async function ask<M extends MethodName>(method: M, input: InputOf<M>): Promise<unknown> {
  const result = await app.core.call({ sessionId, method, input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test.beforeEach(async ({ page }) => {
  app = await startApp();
  sessionId = '';
  const opened = (await ask('createFile', {
    path: join(app.folder, 'truong.bangvang'),
    kind: 'real',
    schoolName: 'Trường THCS Hoa Ban',
    superior: 'Ủy ban nhân dân xã An Hải',
    place: 'An Hải',
    schoolYear: '2025-2026',
  })) as { readonly sessionId: string };
  sessionId = opened.sessionId;
  await page.addInitScript((id) => {
    sessionStorage.setItem('bangvang:session', id);
  }, sessionId);
});

test.afterEach(async () => {
  await app.close();
});

async function drop(page: Page, sheets: readonly MessySheet[]): Promise<void> {
  const { bytes } = await makeWorkbook({ sheets });
  await openImport(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'nhan-su.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
}

async function openImport(page: Page): Promise<void> {
  await page.goto(`${app.door.url}#/people`);
  await page.getByRole('button', { name: 'Nhập từ Excel' }).first().click();
}

async function names(): Promise<readonly string[]> {
  return ((await ask('listPeople', {})) as readonly { readonly fullName: string }[]).map(
    (one) => one.fullName,
  );
}

test('a header that nobody knows is pointed at, and its columns are named', async ({ page }) => {
  await drop(page, [
    {
      name: 'DS',
      rows: [
        ['Trường Thử'],
        ['Thứ', 'Người', 'Sinh'],
        [1, 'Ngô Thử Một', '09/02/1988'],
        [2, 'Bùi Thử Hai', '06/11/1988'],
      ],
    },
  ]);
  await expect(page.getByText('Không thấy dòng tiêu đề của trang này.')).toBeVisible();
  const run = page.getByRole('button', { name: 'Nhập vào danh sách' });
  await expect(run).toBeDisabled();
  await expect(run).toHaveAccessibleDescription(/Chưa rõ dòng tiêu đề/);
  await page
    .getByRole('row', { name: /Thứ Người Sinh/ })
    .getByRole('button', { name: 'Là tiêu đề' })
    .click();
  await expect(page.getByText('Chưa rõ cột nào là: Họ và tên.')).toBeVisible();
  await expect(run).toHaveAccessibleDescription(/Chưa rõ cột nào là: Họ và tên/);
  await page.getByLabel('Cột “Người” là').selectOption({ label: 'Họ và tên' });
  await page.getByLabel('Cột “Sinh” là').selectOption({ label: 'Ngày sinh' });
  await page.getByRole('button', { name: 'Nhập 2 dòng' }).click();
  await expect(page.getByRole('grid', { name: 'Danh sách nhân sự' })).toBeVisible();
  expect(await names()).toEqual(['Bùi Thử Hai', 'Ngô Thử Một']);
});

test('a sheet of examples is off at first and said so; sheets are put on and off', async ({ page }) => {
  const header = ['STT', 'Họ và tên', 'Tổ'];
  await drop(page, [
    { name: 'Danh sách', rows: [header, [1, 'Ngô Thử Một', 'Toán']] },
    { name: 'Hướng dẫn', rows: [header, [1, 'Nguyễn Văn A', '(ghi tên tổ)']] },
  ]);
  await expect(page.getByRole('button', { name: 'Nhập 1 dòng' })).toBeEnabled();
  await expect(page.getByText('trang hướng dẫn hoặc ví dụ')).toBeVisible();
  await page.getByRole('tab', { name: 'Hướng dẫn (không nhập)' }).click();
  const box = page.getByLabel('Nhập trang này');
  await expect(box).not.toBeChecked();
  await box.check();
  await expect(page.getByRole('button', { name: 'Nhập 2 dòng' })).toBeEnabled();
  await box.uncheck();
  await page.getByRole('tab', { name: 'Danh sách' }).click();
  await box.uncheck();
  await expect(page.getByRole('button', { name: 'Nhập vào danh sách' })).toHaveAccessibleDescription(
    /Chưa bật trang nào/,
  );
  await box.check();
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).click();
  await expect(page.getByRole('grid', { name: 'Danh sách nhân sự' })).toBeVisible();
  expect(await names()).toEqual(['Ngô Thử Một']);
});

test('a file of another kind is named, and read as that with one click', async ({ page }) => {
  const staff = '01-danh-sach-cbgvnv.xlsx';
  const bytes = readFileSync(join(sample, staff)).toString('base64');
  await openImport(page);
  await ask('runImport', { kind: 'people', fileName: staff, bytes });
  await page.locator('input[type=file]').setInputFiles(join(sample, '02-lich-su-khen-thuong.xlsx'));
  await expect(page.getByText('giống “Lịch sử xếp loại và khen thưởng” hơn là')).toBeVisible();
  await expect(page.getByText('chỗ cần sửa')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Nhập \d|^Nhập vào/ })).toBeDisabled();
  await page.getByRole('button', { name: 'Đọc như “Lịch sử xếp loại và khen thưởng”' }).click();
  await expect(page.getByRole('button', { name: 'Nhập 180 dòng' })).toBeEnabled();
  await page.locator('input[type=file]').setInputFiles(join(sample, '06-phieu-tin-nhiem.csv'));
  await expect(page.getByText('là bảng phiếu bầu')).toBeVisible();
});

test('what could not be read is told apart: rows left out, cells left open, columns not read', async ({
  page,
}) => {
  await drop(page, [
    {
      name: 'DS',
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Ghi chú'],
        [1, 'Ngô Thử Một', '31/02/1988', 'nghỉ thai sản'],
        [2, '1234', '06/11/1988', null],
      ],
    },
  ]);
  await expect(page.getByText('1 chỗ cần sửa trong tệp, chưa nhập được')).toBeVisible();
  await expect(page.getByText('1 ô chưa đọc được nên để trống')).toBeVisible();
  await expect(page.getByText('1 điều cần biết')).toBeVisible();
  await expect(page.getByText('1 dòng: “nghỉ thai sản”.')).toBeVisible();
  await page.getByRole('button', { name: 'Nhập 1 dòng' }).click();
  await expect(page.getByText('Có 1 ô chưa đọc được nên để trống.')).toBeVisible();
  expect(await names()).toEqual(['Ngô Thử Một']);
});

test('a whole staff list is still two clicks: choose it, import it', async ({ page }) => {
  await openImport(page);
  await page.locator('input[type=file]').setInputFiles(join(sample, '01-danh-sach-cbgvnv.xlsx'));
  await page.getByRole('button', { name: 'Nhập 42 dòng' }).click();
  await expect(page.getByRole('grid', { name: 'Danh sách nhân sự' })).toBeVisible();
});

test('a file full of faults still shows its rows at 125 %', async ({ page }) => {
  const wrong = Array.from({ length: 60 }, (_, at) => [at + 1, `Ngô Thử ${at + 1}`, '31/02/1988', 'Chưa rõ']);
  await page.setViewportSize({ width: 1093, height: 614 });
  await drop(page, [{ name: 'DS', rows: [['STT', 'Họ và tên', 'Ngày sinh', 'Ghi chú'], ...wrong] }]);
  await expect(page.getByRole('button', { name: 'Nhập 60 dòng' })).toBeVisible();
  await page.locator('.import__problems summary').first().click();
  const rows = await page.locator('.import__table tbody tr').evaluateAll((all) => {
    const place = document.querySelector('.import__scroll')?.getBoundingClientRect();
    const head = document.querySelector('.import__table thead')?.getBoundingClientRect();
    return all.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return place !== undefined && top >= (head?.bottom ?? 0) - 1 && bottom <= place.bottom + 1;
    }).length;
  });
  const folder = process.env['SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/import-614.png` });
  expect(rows).toBeGreaterThanOrEqual(8);
});
