/** Tells rows of a table from the other lines that stand under its header. */
import { displayCell } from './cells.ts';
import { isNameHeader, isRunningNumber } from './headers.ts';
import { groupTitle, plainKey } from './keys.ts';
import type { SheetPlan } from './plan.ts';
import { isBlank, type RawCell, type Sheet, type SheetRow } from './workbook.ts';

/** A row of the table, with the cells of upright merged blocks filled in. */
export interface TableLine {
  readonly row: number;
  readonly cells: readonly RawCell[];
  /** The tổ of the section line above it; null when there is none. */
  readonly sectionGroup: string | null;
}

const TOTALS = /^(?:tong cong|tong so|tong|cong)(?: (?:\d|so|nguoi|cac|danh).*)?$/;
const SIGNATURE = new RegExp(
  `^(?:${[
    'nguoi (?:lap|tong hop|viet|bao cao|ghi|kiem tra|thuc hien)',
    'lap bieu',
    '(?:pho )?hieu truong',
    'thu truong',
    'pho thu truong',
    '(?:pho )?chu tich',
    'thu ki',
    'to (?:truong|pho)',
    'ki (?:va )?(?:ghi|ten|dong)',
    'da ki',
    'xac nhan',
    'noi nhan',
    'tm ',
    'kt ',
    't m ',
    'k t ',
    'ban giam hieu',
    'ban thi dua',
    'hoi dong',
    'ban chap hanh',
    'dai dien',
    '(?:ban )?chap hanh cong doan',
    'bch cong doan',
    'bi thu',
    'ghi chu',
    'luu y',
    'danh sach (?:nay )?(?:gom|co|an dinh)',
    'an dinh danh sach',
    '(?:.* )?ngay (?:\\d+ )?thang (?:\\d+ )?nam(?: \\d+)?',
  ].join('|')})`,
);
const SECTION = /^(?:[ivx]+|[a-h]|\d{1,2})?[\s.):-]*(tổ[\s:].+)$/iu;

/** A code by its looks: it has a digit, and is no sentence. */
const CODE = /^(?:[\d ]+|\S*\d\S*)$/;

interface Roles {
  readonly who: readonly number[];
  readonly order: number | null;
  readonly code: number | null;
  readonly mapped: ReadonlySet<number>;
  /** Rows are about a tổ, so a line with only a tổ is a row and no section. */
  readonly isAboutGroups: boolean;
}

function rolesOf(plan: SheetPlan): Roles {
  const who: number[] = [];
  const mapped = new Set<number>();
  let code: number | null = null;
  const isAboutGroups = plan.columns.every(
    ({ field }) => field !== 'fullName' && field !== 'givenName' && field !== 'code',
  );
  for (const { index, field } of plan.columns) {
    if (field === null) continue;
    mapped.add(index);
    if (field === 'code') code = index;
    if (field === 'fullName' || field === 'familyName' || field === 'givenName') who.push(index);
    if (field === 'groupName' && isAboutGroups) who.push(index);
  }
  return { who, order: plan.orderColumn, code, mapped, isAboutGroups };
}

/** "(1) (2) (3)" or "A B 1 2 3": numbers of columns, which official tables have under the header. */
function isColumnNumbers(cells: readonly RawCell[]): boolean {
  // Almost every row has a longer text, and is known at once to be something else.
  if (cells.some((cell) => typeof cell === 'string' && cell.length > 8)) return false;
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length < 3) return false;
  const texts = filled.map((cell) => displayCell(cell).replace(/[()[\]\s]/g, ''));
  if (!texts.every((text) => /^(?:\d{1,2}|[a-z])$/i.test(text))) return false;
  const numbers = texts.filter((text) => /^\d+$/.test(text)).map(Number);
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

/** Cells of a merged block that is more than one row high, by row and column, point to the cell with its value. */
function uprightMerges(sheet: Sheet, headerRow: number): ReadonlyMap<string, RawCell> {
  const values = new Map<string, RawCell>();
  const upright = sheet.merges.filter((merge) => merge.toRow > merge.fromRow && merge.fromRow >= headerRow);
  if (upright.length === 0) return values;
  const byRow = new Map(sheet.rows.map((row) => [row.row - 1, row.cells]));
  for (const merge of upright) {
    const value = byRow.get(merge.fromRow)?.[merge.fromColumn] ?? null;
    const end = Math.min(merge.toRow, merge.fromRow + 1000);
    for (let row = merge.fromRow + 1; row <= end; row += 1) values.set(`${row},${merge.fromColumn}`, value);
  }
  return values;
}

function withMerges(row: SheetRow, values: ReadonlyMap<string, RawCell>): readonly RawCell[] {
  if (values.size === 0) return row.cells;
  return row.cells.map((cell, column) =>
    isBlank(cell) ? (values.get(`${row.row - 1},${column}`) ?? cell) : cell,
  );
}

/**
 * The rows of a table, in order. Left out: blank rows, rows that are only numbered, numbers of columns, totals, the
 * lines of a section ("II. Tổ Văn phòng", kept as the tổ of what follows), and all from the signatures on.
 */
export function tableLines(options: { readonly plan: SheetPlan; readonly sheet: Sheet }): {
  readonly lines: readonly TableLine[];
  /** Rows that hold something and were left out. */
  readonly skipped: readonly number[];
} {
  const { plan, sheet } = options;
  const headerRow = plan.headerRow ?? 0;
  const roles = rolesOf(plan);
  const merged = uprightMerges(sheet, headerRow);
  const lines: TableLine[] = [];
  const skipped: number[] = [];
  let sectionGroup: string | null = null;
  let isOver = false;
  for (const source of sheet.rows) {
    if (source.row <= headerRow) continue;
    const cells = withMerges(source, merged);
    const kind = kindOfLine({ cells, source: source.cells, roles, isOver });
    if (kind === 'row') {
      lines.push({ row: source.row, cells, sectionGroup });
      continue;
    }
    skipped.push(source.row);
    if (kind === 'signature') isOver = true;
    if (typeof kind === 'object') sectionGroup = kind.section;
  }
  return { lines, skipped };
}

type LineKind = 'row' | 'other' | 'signature' | { readonly section: string };

function kindOfLine(options: {
  readonly cells: readonly RawCell[];
  readonly source: readonly RawCell[];
  readonly roles: Roles;
  readonly isOver: boolean;
}): LineKind {
  const { cells, source, roles, isOver } = options;
  const isNumbered = roles.order !== null && isRunningNumber(cells[roles.order]);
  const hasName = roles.who.some((column) => !isBlank(cells[column]));
  // The usual row, decided first because there are thousands of it.
  if (hasName && isNumbered && !isColumnNumbers(source)) return 'row';
  const hasCode = roles.code !== null && CODE.test(displayCell(source[roles.code]));
  const filled = source.filter((cell) => !isBlank(cell));
  if (isColumnNumbers(source)) return 'other';
  const [first] = filled;
  const section = filled.length <= 2 ? SECTION.exec(displayCell(filled.at(-1)).normalize('NFC')) : null;
  const sectionText =
    filled.length === 2 ? `${displayCell(first)} ${displayCell(filled.at(-1))}` : displayCell(first);
  const isSection =
    !roles.isAboutGroups &&
    section !== null &&
    SECTION.test(sectionText) &&
    !SIGNATURE.test(plainKey(section[1] ?? ''));
  if (isSection && !hasCode && !isOver && !isNumbered) {
    const text = (section[1] ?? '').replace(/\s*[(:]?\s*\d+\s*(?:người|đ\/c|đồng chí)?\s*\)?$/iu, '');
    return { section: groupTitle(text.replace(/^tổ\s*:\s*/iu, '')) };
  }
  const isRow = hasCode || (isNumbered && [...roles.mapped].some((column) => !isBlank(cells[column])));
  if (isRow) return 'row';
  if (isOver || isNumbered) return 'other';
  const keys = source.filter((cell) => typeof cell === 'string').map(plainKey);
  if (keys.slice(0, 3).some((key) => TOTALS.test(key))) return 'other';
  if (!hasName) {
    if (keys.some((key) => SIGNATURE.test(key))) return 'signature';
    // One cell alone, outside of the name, is a note; more is a row that lost its name.
    const mappedFilled = [...roles.mapped].filter((column) => !isBlank(source[column]));
    return mappedFilled.length >= 2 ? 'row' : 'other';
  }
  const written = roles.who.map((column) => displayCell(cells[column]));
  // "(ghi chữ in hoa)" under the header explains it, "Họ đệm | Tên" goes on with it, and neither is anybody.
  const isHeader = written.every((text) => text === '' || /^\(.*\)$/.test(text) || isNameHeader(text));
  if (isHeader && !roles.isAboutGroups) return 'other';
  const names = written.map(plainKey);
  const outside = source
    .filter((cell, column) => typeof cell === 'string' && !roles.mapped.has(column))
    .map((cell) => plainKey(displayCell(cell)));
  return [...names, ...outside].some((key) => SIGNATURE.test(key)) ? 'signature' : 'row';
}
