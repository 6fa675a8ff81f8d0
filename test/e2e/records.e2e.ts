import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { projectFolder } from '../../build/bundle.ts';
import type { InputOf, MethodName } from '../../shared/api.ts';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import { startApp, type RunningApp } from '../support/app.ts';

// The screens of what the school knows before its council meets: school, people, campaigns, registration, log.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let app: RunningApp;
let sessionId: string;
let files: string;

async function ask<M extends MethodName>(method: M, input: InputOf<M>): Promise<unknown> {
  const result = await app.core.call({ sessionId, method, input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test.beforeEach(async ({ page }) => {
  app = await startApp();
  files = join(projectFolder, 'build', 'sample');
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

async function importFile(kind: InputOf<'runImport'>['kind'], fileName: string): Promise<void> {
  const bytes = readFileSync(join(files, fileName)).toString('base64');
  await ask('runImport', { kind, fileName, bytes });
}

async function open(page: Page, screen: string): Promise<void> {
  await page.goto(app.door.url);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${screen}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const found = (await (Reflect.get(window, 'axe') as { run(): Promise<unknown> }).run()) as {
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    };
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations).toEqual([]);
}

test('what the school is called is saved when the field is left, and stands on the paper beside it', async ({
  page,
}) => {
  await open(page, 'school');
  await page.getByLabel('Người ký văn bản của trường').fill('Nguyễn Thị Ánh Tuyết');
  await page.getByLabel('Tên đơn vị').fill('Trường THCS Hoa Đào');
  await page.getByLabel('Địa danh').click();
  await expect(page.locator('.sheet-preview').first()).toContainText('Nguyễn Thị Ánh Tuyết');
  await expect(page.locator('.top-bar')).toContainText('Trường THCS Hoa Đào');
  expect(await ask('getSchool', {})).toMatchObject({
    name: 'Trường THCS Hoa Đào',
    principal: { name: 'Nguyễn Thị Ánh Tuyết' },
  });
});

test('an emptied name is told under the field and not saved', async ({ page }) => {
  await open(page, 'school');
  await page.getByLabel('Tên đơn vị').fill('');
  await page.getByLabel('Địa danh').click();
  await expect(page.getByText('Hãy nhập tên đơn vị.')).toBeVisible();
  expect(await ask('getSchool', {})).toMatchObject({ name: 'Trường THCS Hoa Ban' });
});

test('what is typed when the screen is left is not lost', async ({ page }) => {
  await open(page, 'school');
  await page.getByLabel('Tên phong trào thi đua').fill('Dạy tốt, học tốt');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tro giup');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Trợ giúp' })).toBeVisible();
  expect(await ask('getSeason', {})).toMatchObject({ movement: { name: 'Dạy tốt, học tốt' } });
});

test('people come from Excel, with a look first, and go back to Excel', async ({ page }) => {
  await open(page, 'people');
  await page.getByRole('button', { name: 'Nhập từ Excel' }).first().click();
  await page.locator('input[type=file]').setInputFiles(join(files, '01-danh-sach-cbgvnv.xlsx'));
  await page.getByRole('button', { name: 'Nhập 42 dòng' }).click();
  await expect(page.getByRole('grid', { name: 'Danh sách nhân sự' })).toHaveAttribute('aria-rowcount', '43');
  await page.getByRole('searchbox').fill('huu an');
  await expect(page.getByText('1/42 dòng')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Việc với danh sách' }).click();
  await page.getByRole('menuitem', { name: 'Xuất Excel' }).click();
  const path = await (await download).path();
  const book = await readWorkbook({ fileName: 'a.xlsx', bytes: readFileSync(path) });
  if (!book.ok) throw new Error(book.error.code);
  const words = JSON.stringify(book.value.sheets[0]?.rows);
  expect(words).toContain('DANH SÁCH NHÂN SỰ');
  expect(words).toContain('Phạm Hữu An');
  expect(words).not.toContain('Hồ Quang An');
});

test('a person is changed in place; a fact is written, and removed only with a reason', async ({ page }) => {
  await importFile('people', '01-danh-sach-cbgvnv.xlsx');
  await open(page, 'people');
  await page.getByRole('row', { name: /Phạm Hữu An/ }).click();
  await page.getByLabel('Trình độ').fill('Thạc sĩ');
  await page.getByLabel('Ngày sinh', { exact: true }).fill('31/02/1980');
  await page.getByLabel('Trình độ').click();
  await expect(page.getByText('Không có ngày này.')).toBeVisible();

  await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await page.getByLabel('Đến ngày').fill('28.02.2026');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('Hãy nhập ngày bắt đầu.')).toBeVisible();
  await page.getByLabel('Từ ngày').fill('1/2/2026');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('từ 01/02/2026 đến 28/02/2026')).toBeVisible();
  await page.getByTitle('Xóa nghỉ ốm').click();
  await page.getByRole('button', { name: 'Xóa mục này' }).click();
  await expect(page.getByText('Hãy ghi rõ lý do')).toBeVisible();
  await page.getByLabel('Lý do xóa').fill('Ghi nhầm người');
  await page.getByRole('button', { name: 'Xóa mục này' }).click();
  await expect(page.getByText('từ 01/02/2026 đến 28/02/2026')).toBeHidden();
  const people = (await ask('listPeople', {})) as readonly {
    readonly fullName: string;
    readonly degree: string;
  }[];
  expect(people.find(({ fullName }) => fullName === 'Phạm Hữu An')).toMatchObject({ degree: 'Thạc sĩ' });
});

test('one entry of leave is the status in the list, and a wrong day is mended and taken back', async ({
  page,
}) => {
  await importFile('people', '01-danh-sach-cbgvnv.xlsx');
  await open(page, 'people');
  await page.getByRole('row', { name: /Phạm Hữu An/ }).click();
  const panel = page.getByRole('complementary', { name: 'Phạm Hữu An' });
  await panel.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await panel.getByLabel('Tình trạng', { exact: true }).selectOption('Nghỉ không hưởng lương');
  await panel.getByLabel('Từ ngày').fill('1/2/2026');
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel.getByText('từ 01/02/2026, chưa đi làm lại')).toBeVisible();
  const standing = async () =>
    ((await ask('listPeople', {})) as readonly { fullName: string; status: string; away: string | null }[])
      .filter(({ fullName }) => fullName === 'Phạm Hữu An')
      .map(({ status, away }) => [status, away]);
  expect(await standing()).toEqual([['WORKING', 'UNPAID']]);

  // Another leave on one of its days is refused in words, and nothing is stored.
  await panel.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await panel.getByLabel('Từ ngày').fill('5/3/2026');
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel.getByText(/trùng ngày với “Nghỉ không hưởng lương từ 01\/02\/2026/)).toBeVisible();
  await panel.getByRole('button', { name: 'Bỏ' }).click();

  await panel.getByTitle('Sửa nghỉ không hưởng lương').click();
  await panel.getByLabel('Đến ngày').fill('28/2/2026');
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel.getByText('từ 01/02/2026 đến 28/02/2026')).toBeVisible();
  expect(await standing()).toEqual([['WORKING', null]]);

  await panel.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await panel.getByLabel('Tình trạng', { exact: true }).selectOption('Đã nghỉ hưu');
  await panel.getByLabel('Từ ngày').fill('1/5/2026');
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel.getByText('từ 01/05/2026')).toBeVisible();
  await panel.getByTitle('Sửa đã nghỉ hưu').click();
  await panel.getByLabel('Từ ngày').fill('1/6/2026');
  await panel.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(panel.getByText('từ 01/06/2026')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(panel.getByText('từ 01/05/2026')).toBeVisible();
});

test('an award, research and the course of work are typed in the panel, and read back in words', async ({
  page,
}) => {
  await importFile('people', '01-danh-sach-cbgvnv.xlsx');
  await open(page, 'people');
  await page.getByRole('row', { name: /Phạm Hữu An/ }).click();
  await page.getByRole('button', { name: 'Thêm quá trình' }).click();
  await page.getByLabel('Quá trình', { exact: true }).selectOption('OTHER_UNIT');
  await page.getByLabel('Từ ngày').fill('01/09/2015');
  await page.getByLabel('Đến ngày').fill('30/11/2025');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('Hãy nhập tên đơn vị.')).toBeVisible();
  await page.getByLabel('Đơn vị', { exact: true }).fill('Trường THCS Hoa Sen');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('chưa có nhận xét của đơn vị')).toBeVisible();

  await page.getByRole('tab', { name: /khen thưởng/ }).click();
  await page.getByRole('button', { name: 'Thêm khen thưởng' }).click();
  await page.getByLabel('Danh hiệu, hình thức khen thưởng').selectOption('OTHER');
  await page.getByLabel('Tên khen thưởng').fill('Giấy khen hội thi');
  await page.getByLabel('Loại khen thưởng').selectOption('MOVEMENT');
  await page.getByLabel('Khen theo chuyên đề hoặc theo đợt').selectOption('yes');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('Phong trào theo chuyên đề, theo đợt')).toBeVisible();

  await page.getByRole('button', { name: 'Thêm sáng kiến' }).click();
  await page.getByLabel('Tên sáng kiến').fill('Bài giảng số');
  await page.getByLabel('Giấy xác nhận hiệu quả, phạm vi ảnh hưởng').selectOption('CITY');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('Hãy nhập số giấy xác nhận.')).toBeVisible();
  await page.getByLabel('Số giấy xác nhận').fill('12/XN');
  await page.getByRole('button', { name: 'Ghi danh hiệu đã dùng' }).click();
  await page.getByLabel('Đã dùng cho').selectOption('CSTDCS');
  await page.getByLabel('Năm học đã dùng').fill('2024-2025');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('đã dùng cho CSTĐCS năm học 2024-2025')).toBeVisible();

  await page.getByRole('button', { name: 'Thêm đề tài' }).click();
  await page.getByLabel('Tên đề tài, đề án').fill('Phòng thí nghiệm mở');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('Đã nghiệm thu')).toBeVisible();
});

test('registration by hand, a withdrawal with its reason, and the lock', async ({ page }) => {
  await importFile('people', '01-danh-sach-cbgvnv.xlsx');
  await open(page, 'registration');
  await page.getByRole('button', { name: 'Ghi đăng ký' }).click();
  await page.getByRole('combobox', { name: 'Họ và tên' }).fill('pham huu an');
  await page.keyboard.press('Enter');
  await page.getByLabel('Lao động tiên tiến').check();
  await page.getByLabel('Ngày đăng ký').fill('10/10/2025');
  await page.keyboard.press('Tab');
  await page.getByRole('complementary').getByRole('button', { name: 'Ghi đăng ký' }).click();
  const row = page.getByRole('row', { name: /Phạm Hữu An/ });
  await expect(row).toContainText('LĐTT');
  await page.getByRole('tab', { name: /Chưa đăng ký/ }).click();
  await expect(page.getByText('41 dòng')).toBeVisible();

  await page.getByRole('tab', { name: /Đã đăng ký/ }).click();
  await row.click();
  await page.getByRole('button', { name: 'Rút', exact: true }).click();
  await page.getByLabel('Lý do rút').fill('Theo đơn của cá nhân');
  await page.getByRole('button', { name: 'Rút đăng ký' }).click();
  await expect(page.getByText('Lý do rút: Theo đơn của cá nhân')).toBeVisible();

  await page.getByRole('button', { name: 'Chốt đăng ký' }).click();
  await page.getByLabel('Căn cứ chốt').fill('Hết hạn đăng ký');
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt đăng ký' }).click();
  await expect(page.getByText('Đăng ký đã chốt lúc')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ghi đăng ký' }).first()).toBeDisabled();
});

test('a standard is announced with its article in sight', async ({ page }) => {
  await open(page, 'campaign');
  await page.getByRole('tab', { name: 'Tiêu chuẩn danh hiệu' }).click();
  await page.getByRole('button', { name: /Chiến sĩ thi đua cơ sở/ }).click();
  const box = page.getByLabel('Công bố trong năm học này');
  await expect(box).toBeChecked();
  await box.click();
  await expect(box).not.toBeChecked();
  await expect(page.locator('.rule-line').first()).toContainText('Luật Thi đua, khen thưởng');
  expect(await ask('getSeason', {})).toMatchObject({
    standards: expect.arrayContaining([expect.objectContaining({ titleId: 'CSTDCS', announced: false })]),
  });
});

test('a backup brings the data back for the chair, with a reason, and leaves its row', async ({ page }) => {
  const chair = (await ask('signIn', { role: 'chair', name: 'Chủ tịch thử' })) as {
    readonly sessionId: string;
  };
  await page.addInitScript((id) => {
    sessionStorage.setItem('bangvang:session', id);
  }, chair.sessionId);
  await open(page, 'log');
  await expect(page.getByText('Nhật ký đầy đủ, không dòng nào bị sửa')).toBeVisible();
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await expect(page.getByRole('row', { name: /Theo yêu cầu/ })).toBeVisible();
  await ask('saveGroup', { id: null, name: 'Tổ Toán - Tin' });
  await page
    .getByRole('row', { name: /Theo yêu cầu/ })
    .getByRole('button', { name: 'Khôi phục' })
    .click();
  await page.getByLabel('Lý do khôi phục').fill('Ghi nhầm tổ');
  await page.getByRole('button', { name: 'Khôi phục dữ liệu' }).click();
  await expect(page.getByRole('row', { name: /Trước khi khôi phục/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Nhật ký' }).click();
  await expect(page.getByRole('row', { name: /Khôi phục bản sao lưu .*lý do: Ghi nhầm tổ/ })).toBeVisible();
  await page.getByRole('button', { name: 'Nhân sự và tổ' }).click();
  await expect(page.getByText('Chưa có ai trong danh sách.')).toBeVisible();
  await page.getByRole('tab', { name: 'Tổ', exact: true }).click();
  await expect(page.getByText('Chưa có tổ nào.')).toBeVisible();
});

test('every one of these screens can be read by a screen reader', async ({ page }) => {
  await importFile('people', '01-danh-sach-cbgvnv.xlsx');
  await importFile('registrations', '04-dang-ky-thi-dua.xlsx');
  for (const screen of ['school', 'people', 'campaign', 'registration', 'log', 'help']) {
    await open(page, screen);
    await expectAccessible(page);
  }
  await open(page, 'people');
  await page.getByRole('row', { name: /Phạm Hữu An/ }).click();
  await expectAccessible(page);
  await page.getByRole('tab', { name: /khen thưởng/ }).click();
  await expectAccessible(page);
});
