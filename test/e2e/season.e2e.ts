import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { projectFolder } from '../../build/bundle.ts';
import { readCsv } from '../../electron/core/files/csv.ts';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import type { ImportKind } from '../../shared/views.ts';
import { importKindNames } from '../../shared/vi/imports.ts';
import { startApp, type RunningApp } from '../support/app.ts';

// The whole season by hand: from an empty file to a package that was read back, against what the sample expects.

const school = join(projectFolder, 'test/samples/thcs-hoa-phuong');

interface Expected {
  readonly individuals: readonly {
    readonly code: string;
    readonly title: string;
    readonly outcome: string;
  }[];
}

interface MeetingFile {
  readonly council: readonly { readonly code: string; readonly role: string; readonly present: boolean }[];
  readonly writtenOpinions: readonly { readonly marks: Readonly<Record<string, string>> }[];
  readonly counters: readonly string[];
}

function readText(name: string): string {
  return readFileSync(join(school, name), 'utf8');
}

/** Names by code, as the staff list has them. */
async function readNames(): Promise<ReadonlyMap<string, string>> {
  const file = '01-danh-sach-cbgvnv.xlsx';
  const book = await readWorkbook({ fileName: file, bytes: readFileSync(join(school, file)) });
  if (!book.ok) throw new Error(book.error.code);
  const rows = book.value.sheets[0]?.rows ?? [];
  return new Map(rows.map(({ cells }) => [String(cells[1]), String(cells[2])]));
}

/** The marks of each paper by name. */
function readPapers(): readonly ReadonlyMap<string, string>[] {
  const file = '06-phieu-tin-nhiem.csv';
  const sheet = readCsv({ fileName: file, bytes: readFileSync(join(school, file)) });
  if (!sheet.ok) throw new Error(sheet.error.code);
  const [head, ...rows] = sheet.value.sheets[0]?.rows ?? [];
  const names = (head?.cells ?? []).map((cell) => String(cell).replace(/ \(.*/, ''));
  return rows.map(({ cells }) => new Map(names.map((name, column) => [name, String(cells[column])])));
}

async function typePaper(page: Page, slate: readonly string[], marks: ReadonlyMap<string, string>) {
  for (const name of slate) await page.keyboard.press(marks.get(name) === 'Đồng ý' ? '1' : '2');
  await page.keyboard.press('Enter');
}

function primary(page: Page, name: string | RegExp) {
  return page.locator('.screen__actions').getByRole('button', { name });
}

async function goTo(page: Page, step: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: step }).first().click();
}

async function takeIn(
  page: Page,
  { file, kind, rows }: { file: string; kind: ImportKind | null; rows: number },
) {
  if (kind !== null) await page.getByLabel(importKindNames[kind], { exact: true }).check();
  await page.locator('input[type=file]').setInputFiles(join(school, file));
  await page.getByRole('button', { name: `Nhập ${rows} dòng` }).click();
  await expect(page.locator('input[type=file]')).toHaveCount(0);
}

async function otherWork(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

let app: RunningApp;
const complaints: string[] = [];

test.beforeEach(async ({ page }) => {
  app = await startApp();
  complaints.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

test.afterEach(async () => {
  await app.close();
});

async function createFile(page: Page): Promise<void> {
  await page.goto(app.door.url);
  await page.getByRole('button', { name: /Tạo tệp dữ liệu mới/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên đơn vị').fill('Trường THCS Hoa Phượng');
  await dialog.getByLabel('Cơ quan chủ quản').fill('UBND xã An Hải');
  await dialog.getByLabel('Địa danh').fill('An Hải');
  await dialog.getByLabel('Năm học').fill('2025-2026');
  await dialog.getByLabel('Nơi lưu').fill(join(app.folder, 'hồ sơ'));
  await dialog.getByRole('button', { name: 'Tạo tệp dữ liệu' }).click();
  await expect(page.locator('.top-bar')).toContainText('Trường THCS Hoa Phượng');
}

async function register(page: Page): Promise<void> {
  // The screen that opened by itself is one like any other: its buttons work before a step was chosen.
  await expect(page.getByRole('heading', { level: 1, name: 'Nhân sự và tổ' })).toBeVisible();
  await otherWork(page, 'Thêm người');
  await expect(page.getByRole('complementary', { name: 'Thêm người' })).toBeVisible();
  await page.getByRole('complementary', { name: 'Thêm người' }).getByRole('button', { name: /Đóng/ }).click();
  await page.getByRole('button', { name: 'Nhập từ Excel' }).first().click();
  await takeIn(page, { file: '01-danh-sach-cbgvnv.xlsx', kind: null, rows: 42 });
  for (const [file, kind, rows] of [
    ['02-lich-su-khen-thuong.xlsx', 'history', 180],
    ['03-sang-kien.xlsx', 'initiatives', 33],
    ['09-ky-luat.xlsx', 'disciplines', 1],
  ] as const) {
    await otherWork(page, 'Nhập từ Excel');
    await takeIn(page, { file, kind, rows });
  }
  await goTo(page, 'Đăng ký');
  await page.getByRole('button', { name: 'Nhập danh sách của tổ' }).first().click();
  await takeIn(page, { file: '04-dang-ky-thi-dua.xlsx', kind: null, rows: 41 });
  await otherWork(page, 'Nhập danh sách của tổ');
  await takeIn(page, { file: '07-tap-the.xlsx', kind: 'collectives', rows: 5 });
  await primary(page, 'Chốt đăng ký').click();
  await page.getByLabel('Căn cứ chốt').fill('Hết hạn đăng ký');
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt đăng ký' }).click();
  await expect(page.getByText('Đăng ký đã chốt lúc')).toBeVisible();

  await goTo(page, 'Đánh giá');
  await page.getByRole('button', { name: 'Nhập bảng điểm từ Excel' }).first().click();
  await takeIn(page, { file: '05-tu-danh-gia.xlsx', kind: null, rows: 42 });
  // Reading a file confirms nothing.
  await primary(page, 'Xác nhận điểm của các tổ').click();
  await expect(page.getByText('42/42 người đã được tổ xác nhận')).toBeVisible();
  await goTo(page, 'Thẩm định');
  await primary(page, 'Thẩm định').click();
  await expect(page.getByRole('button', { name: /^Chưa rõ/ })).toBeVisible();
}

async function sit(page: Page, names: ReadonlyMap<string, string>, file: MeetingFile): Promise<void> {
  const nameOf = (code: string) => names.get(code) ?? '';
  await goTo(page, 'Họp Hội đồng');
  await page.getByRole('tab', { name: 'Thành lập Hội đồng' }).click();
  for (const [index, { code }] of file.council.entries()) {
    await page.getByRole('combobox', { name: 'Thêm thành viên' }).fill(nameOf(code));
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Thành viên (${index + 1})`)).toBeVisible();
  }
  for (const { code, role } of file.council) {
    const select = page.getByLabel(`Nhiệm vụ của ${nameOf(code)}`);
    await select.selectOption({ label: role === 'Ủy viên' ? role : `${role} Hội đồng` });
  }
  await page.getByRole('tab', { name: 'Phiên họp' }).click();
  await page.getByLabel('Ngày họp').fill('28/05/2026');
  await page.getByLabel('Bắt đầu').fill('14:00');
  await page.getByLabel('Kết thúc').fill('16:30');
  await page.getByLabel('Địa điểm').fill('Phòng Hội đồng');
  await page.getByRole('button', { name: 'Lập phiên họp' }).last().click();
  for (const { code, present } of file.council) {
    const line = page.getByRole('button', { name: new RegExp(`^${nameOf(code)}`) });
    await line.click();
    if (!present) await line.click();
    await expect(line).toContainText(present ? 'Có mặt' : 'Vắng mặt');
  }
  await primary(page, 'Mở phiên họp').click();
  await page.getByLabel('Chọn mọi dòng đang thấy').check();
  await page.getByRole('button', { name: /^Tất cả tán thành 8\/9/ }).click();
  await expect(page.getByText(/^Đã biểu quyết đủ \d+ hồ sơ$/)).toBeVisible();
  await page.getByRole('tab', { name: /Ban kiểm phiếu/ }).click();
  for (const code of file.counters) {
    await page
      .locator('.tellers__others')
      .getByRole('button', { name: nameOf(code) })
      .click();
    await expect(page.locator('.tellers__list')).toContainText(nameOf(code));
  }
}

async function count(page: Page, names: ReadonlyMap<string, string>, file: MeetingFile): Promise<void> {
  await goTo(page, 'Kiểm phiếu');
  await primary(page, /^Lập danh sách bỏ phiếu/).click();
  await page.getByLabel('Số phiếu in').fill('10');
  await page.getByLabel('Số phiếu phát ra').fill('8');
  await page.getByLabel('Số phiếu thu về').fill('8');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('group', { name: /^Phiếu \d\/8$/ });
  await expect(sheet).toBeFocused();
  const slate = await sheet.locator('.sheet__name').allInnerTexts();
  const papers = readPapers();
  for (const marks of papers) await typePaper(page, slate, marks);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Đã cất ${papers.length} phiếu`)).toBeVisible();
  await page.getByRole('tab', { name: /Ý kiến bằng văn bản/ }).click();
  await page.getByRole('button', { name: 'Nhập ý kiến' }).click();
  const opinion = Object.entries(file.writtenOpinions[0]?.marks ?? {});
  await typePaper(page, slate, new Map(opinion.map(([code, mark]) => [names.get(code) ?? '', mark])));
  await expect(page.getByText('Đã nhận ý kiến')).toBeVisible();
  await primary(page, 'Chốt kết quả').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }).click();
  await expect(page.getByRole('grid', { name: 'Kết quả kiểm phiếu' })).toBeVisible();
}

async function takeAway(page: Page): Promise<string> {
  await goTo(page, 'Họp Hội đồng');
  await primary(page, 'Kết luận phiên họp').click();
  await page.getByLabel(/^Lý do kết luận khi còn \d+ trường hợp/).fill('Chờ bổ sung minh chứng');
  await page.getByRole('dialog').getByRole('button', { name: 'Kết luận phiên họp' }).click();
  await primary(page, 'Sang bước Hồ sơ').click();
  const stick = join(app.folder, 'usb');
  mkdirSync(stick);
  await primary(page, 'Xuất ra USB').click();
  await page.getByRole('button', { name: 'Chọn thư mục khác' }).click();
  await page.getByLabel('Thư mục', { exact: true }).fill(stick);
  await page.getByRole('button', { name: 'Đến thư mục' }).click();
  await expect(page.locator('.dialog__path')).toHaveText(stick);
  await page.getByRole('button', { name: 'Xuất vào thư mục này' }).click();
  await expect(page.getByText('Đã xuất xong bộ hồ sơ')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Kiểm tra bộ hồ sơ này' }).click();
  await expect(page.getByText('Bộ hồ sơ còn nguyên vẹn')).toBeVisible();
  return join(stick, readdirSync(stick)[0] ?? '');
}

function fileLike(folder: string, pattern: RegExp): string {
  const name = readdirSync(folder).find((one) => pattern.test(one));
  if (name === undefined) throw new Error(`${folder} has no file like ${pattern.source}`);
  return name;
}

function wordsOf(path: string): string {
  const document = unzipSync(readFileSync(path))['word/document.xml'];
  if (document === undefined) throw new Error(`${path} is no document`);
  return new TextDecoder().decode(document).replace(/<[^>]+>/g, ' ');
}

test('a season from an empty file to a package on a stick', async ({ page }) => {
  test.setTimeout(60_000);
  const names = await readNames();
  const meeting = JSON.parse(readText('08-phien-hop.json')) as MeetingFile;
  await createFile(page);
  await register(page);
  await sit(page, names, meeting);
  await count(page, names, meeting);
  const folder = await takeAway(page);

  const { individuals } = JSON.parse(readText('expected.json')) as Expected;
  for (const title of ['LDTT', 'CSTDCS']) {
    const list = fileLike(folder, new RegExp(`-de-nghi-${title}\\.xlsx$`));
    const book = await readWorkbook({ fileName: list, bytes: readFileSync(join(folder, list)) });
    if (!book.ok) throw new Error(book.error.code);
    const listed = (book.value.sheets[0]?.rows ?? [])
      .filter(({ cells }) => typeof cells[0] === 'number')
      .map(({ cells }) => cells[2]);
    const proposed = individuals.filter((row) => row.title === title && row.outcome === 'proposed');
    expect(new Set(listed)).toEqual(new Set(proposed.map(({ code }) => names.get(code))));
    expect(listed).toHaveLength(proposed.length);
  }
  expect(wordsOf(join(folder, fileLike(folder, /kiem-phieu.*\.docx$/)))).toContain('cần ít nhất 08');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.pdf'))) {
    expect(readFileSync(join(folder, name)).subarray(0, 5).toString()).toBe('%PDF-');
  }
  expect(complaints).toEqual([]);
});
