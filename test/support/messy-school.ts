/** The invented school's files as a hasty office would hand them in: other words, other order, NFD, missing codes. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate, parseDate } from '../../shared/dates.ts';
import type { RawCell } from '../../shared/imports/workbook.ts';
import { letterhead, signatures, type MessySheet } from './messy-workbook.ts';
import { sampleFiles, sampleFolder } from './school.ts';
import { rewrite, type Cells, type SheetCells } from './school-files.ts';

/** The one whose name a second person gets, and that second person's own code. */
const namesake = { code: '3100700042', other: '3100700099' } as const;

const nbsp = '\u00a0';

/** Text as some Macs and phones write it, with a space too many. */
function decomposed(cell: RawCell | undefined): RawCell {
  return typeof cell === 'string' ? `  ${cell.normalize('NFD').replaceAll(' ', nbsp)} ` : (cell ?? null);
}

function rowsUnderHeader(sheet: SheetCells): readonly Cells[] {
  return sheet.rows.slice(6);
}

const shortTitles: Readonly<Record<string, string>> = {
  'Lao động tiên tiến': 'LĐTT',
  'Chiến sĩ thi đua cơ sở': 'CSTĐCS',
};

function shortened(cell: RawCell | undefined): string {
  return String(cell ?? '')
    .split('; ')
    .map((title) => shortTitles[title] ?? title)
    .join(' , ');
}

/** A day as text in another shape each time. */
function reshaped(cell: RawCell | undefined, index: number): RawCell {
  const date = parseDate(String(cell ?? ''));
  if (date === null) return cell ?? null;
  const [day = '', month = '', year = ''] = formatDate(date).split('/');
  return (
    [`${day}/${month}/${year}`, `${Number(day)}/${Number(month)}/${year}`, `${day}-${month}-${year}`][
      index % 3
    ] ?? null
  );
}

function people(sheets: readonly SheetCells[]): readonly MessySheet[] {
  const header = [
    'Mã\u00a0GV',
    '  HỌ  VÀ TÊN ',
    'Nữ',
    'Ngày, tháng, năm sinh'.normalize('NFD'),
    'Chức danh',
    'Tổ CM',
    'Bộ môn',
    'TĐCM',
    'Ngày tuyển dụng',
    'Đảng',
    'Trạng thái',
  ];
  const rows = sheets.flatMap(rowsUnderHeader).map((cells, index): Cells => {
    const [, code, name, born, sex, post, group, duty, degree, joined, party, status] = cells;
    return [
      code ?? null,
      decomposed(name),
      sex === 'Nữ' ? 'x' : null,
      reshaped(born, index),
      post ?? null,
      decomposed(group),
      duty ?? null,
      degree ?? null,
      reshaped(joined, index + 1),
      party ?? null,
      status ?? null,
    ];
  });
  const twin = rows.find(([code]) => code === namesake.code) ?? [];
  const second = twin.with(0, namesake.other).with(3, '15/08/1990');
  return [{ name: 'DS', rows: [[], ...letterhead, header, ...rows, second, ...signatures] }];
}

function registrations(sheets: readonly SheetCells[]): readonly MessySheet[] {
  const header = ['TT', 'Họ tên', 'Mã CB', 'Tổ chuyên môn', 'Danh hiệu TĐ', 'Ngày ĐK'];
  const rows = sheets.flatMap((sheet) =>
    rowsUnderHeader(sheet).map(([, code, name, titles, , day]): Cells => [
      null,
      decomposed(name),
      code ?? null,
      sheet.name,
      shortened(titles),
      day ?? null,
    ]),
  );
  // Every second row has lost its code, and so has the one that has a namesake in the same tổ.
  const kept = rows.map((cells, index) =>
    index % 2 === 1 || cells[2] === namesake.code
      ? cells.with(2, null)
      : cells.with(5, reshaped(cells[5], index)),
  );
  return [{ name: 'Toàn trường', rows: [...letterhead, header, [], ...kept, ...signatures] }];
}

function evaluations(sheets: readonly SheetCells[]): readonly MessySheet[] {
  const [first] = sheets;
  const header = (first?.rows[5] ?? []).map((cell) => decomposed(cell));
  return [{ name: 'Cả trường', rows: [[], [], header, ...sheets.flatMap(rowsUnderHeader)] }];
}

/** Shifts every table down and puts its header into NFD. */
function shifted(sheets: readonly SheetCells[]): readonly MessySheet[] {
  return sheets.map((sheet) => ({
    name: sheet.name,
    rows: [
      [],
      [],
      ...sheet.rows.slice(0, 5),
      [],
      (sheet.rows[5] ?? []).map((cell) => decomposed(cell)),
      ...rowsUnderHeader(sheet),
      ...signatures,
    ],
  }));
}

/** Writes the messy school; gives whose registration can't be taken, and the row of each. */
export async function writeMessySchool(folder: string): Promise<{
  readonly from: string;
  readonly untaken: readonly { readonly code: string; readonly row: number }[];
}> {
  mkdirSync(folder);
  for (const name of sampleFiles) copyFileSync(join(sampleFolder, name), join(folder, name));
  await rewrite(folder, '01-danh-sach-cbgvnv.xlsx', people);
  await rewrite(folder, '02-lich-su-khen-thuong.xlsx', shifted);
  await rewrite(folder, '03-sang-kien.xlsx', shifted);
  let row = 0;
  await rewrite(folder, '04-dang-ky-thi-dua.xlsx', (sheets) => {
    const written = registrations(sheets);
    const codes = sheets.flatMap(rowsUnderHeader).map((cells) => cells[1]);
    row = letterhead.length + 2 + codes.indexOf(namesake.code) + 1;
    return written;
  });
  await rewrite(folder, '05-tu-danh-gia.xlsx', evaluations);
  await rewrite(folder, '07-tap-the.xlsx', shifted);
  await rewrite(folder, '09-ky-luat.xlsx', shifted);
  return { from: folder, untaken: [{ code: namesake.code, row }] };
}
