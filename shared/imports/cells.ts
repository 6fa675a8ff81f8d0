/** Reads one cell of each type. Blank is null everywhere; what can't be read is a problem code, never a guess. */
import { formatDate, parseDate, parseSchoolYear, type IsoDate } from '../dates.ts';
import { tidy } from '../names.ts';
import { parsePoints, type Hundredths } from '../numbers.ts';
import { readSharedName, readTitle } from '../rules/catalogue.ts';
import { absenceKinds } from '../terms.ts';
import type {
  AbsenceKind,
  DisciplineForm,
  InitiativeScope,
  Rating,
  Sex,
  Standing,
  TitleId,
} from '../terms.ts';
import { plainKey } from './keys.ts';
import type { ProblemCode } from './problem-facts.ts';
import { lostContent, uncalculated, type RawCell } from './workbook.ts';

export type Reading<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly code: ProblemCode; readonly value: string };

const blank = { ok: true, value: null } as const;

function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

function refuse(code: ProblemCode, cell: RawCell): Reading<never> {
  return { ok: false, code, value: displayCell(cell) };
}

const ISO_CELL = /^\d{4}-\d{2}-\d{2}$/;

/** A cell as people see it: days as dd/mm/yyyy, a decimal comma, an empty text for blank. */
export function displayCell(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'x' : '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (cell === uncalculated) return '=?';
  if (cell === lostContent) return '?';
  return ISO_CELL.test(cell) ? formatDate(cell) : tidy(cell);
}

/** The text of a cell: numbers without a needless ".0", blank as an empty text. */
function textOf(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return tidy(cell);
  if (typeof cell === 'number')
    return Number.isInteger(cell) ? cell.toFixed(0) : String(cell).replace('.', ',');
  return cell ? 'x' : '';
}

/** Reads a text; a day becomes dd/mm/yyyy as it was shown. */
export function readText(cell: RawCell): Reading<string> {
  const text = typeof cell === 'string' ? displayCell(cell) : textOf(cell);
  return text === '' ? blank : read(text);
}

/** A number that Excel writes short, whose last digits are gone; a number keeps fifteen digits. */
const SHORTENED = /^\d(?:[.,]\d+)?E\+?\d+$/i;
const KEPT_DIGITS = 10 ** 15;

/** Reads a code: numbers become digits, inner spaces go, leading zeros stay. One that Excel made a number or a day of is `damaged-code`. */
export function readCode(cell: RawCell): Reading<string> {
  const isShortened = typeof cell === 'string' && SHORTENED.test(cell.trim());
  const isDay = typeof cell === 'string' && ISO_CELL.test(cell);
  if (isShortened || isDay || (typeof cell === 'number' && cell >= KEPT_DIGITS)) {
    return refuse('damaged-code', cell);
  }
  const text = textOf(cell).replace(/^'/, '').replaceAll(' ', '');
  const digits = /^(\d+)[.,]0+$/.exec(text);
  const code = digits?.[1] ?? text;
  return code === '' || /^[-–.]+$/.test(code) ? blank : read(code);
}

/** Reads a day, `latest` as `parseDate` takes it; a day that does not exist is `invalid-date`. */
export function readDate(cell: RawCell, latest?: IsoDate): Reading<IsoDate> {
  const asWritten = typeof cell === 'string' ? parseDate(cell, latest) : null;
  if (asWritten !== null) return read(asWritten);
  const text = textOf(cell);
  if (text === '' || /^[-–.]+$/.test(text)) return blank;
  const withoutTime = text.replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, '');
  // Eight digits typed as a number lose the zero of their day; shorter ones are Excel's own count of days.
  const digits = typeof cell === 'number' && /^\d{7,8}$/.test(text) ? text.padStart(8, '0') : null;
  const date = parseDate(digits ?? (typeof cell === 'number' ? '' : withoutTime), latest);
  return date === null ? refuse('invalid-date', cell) : read(date);
}

/** Reads Nam or Nữ. */
export function readSex(cell: RawCell): Reading<Sex> {
  const key = plainKey(textOf(cell));
  if (key === '') return blank;
  if (key === 'nam') return read('MALE');
  if (key === 'nu') return read('FEMALE');
  return refuse('unknown-sex', cell);
}

const yes: ReadonlySet<string> = new Set(['x', 'v', 'co', '1', 'true', 'dung', 'dang vien', 'dv', 'yes']);
const no: ReadonlySet<string> = new Set(['khong', '0', 'false', 'sai', 'chua', 'no', 'k']);

/** Reads a mark in a column of yes or no; a day in it (of joining the Party) is a yes, a dash a no. */
export function readYesNo(cell: RawCell): Reading<boolean> {
  const text = textOf(cell);
  if (cell === false) return read(false);
  if (text === '') return blank;
  if (/^[✓✔☑☒√+]$/u.test(text)) return read(true);
  if (/^[-–—]+$/.test(text)) return read(false);
  const key = plainKey(text);
  if (yes.has(key)) return read(true);
  if (no.has(key)) return read(false);
  return parseDate(text) === null ? refuse('unclear-value', cell) : read(true);
}

function table<T extends string>(words: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  const entries = Object.entries<readonly string[]>(words) as [T, readonly string[]][];
  return new Map(entries.flatMap(([value, texts]) => texts.map((text) => [plainKey(text), value] as const)));
}

const ratingWords = table<Rating>({
  HTXS: [
    'Hoàn thành xuất sắc nhiệm vụ',
    'Hoàn thành xuất sắc',
    'HTXSNV',
    'HTXS',
    'HT XSNV',
    'HT XS',
    'HT xuất sắc NV',
    'Xuất sắc',
  ],
  HTT: ['Hoàn thành tốt nhiệm vụ', 'Hoàn thành tốt', 'HTTNV', 'HTT', 'HT TNV', 'HT tốt', 'HT tốt NV', 'Tốt'],
  HT: ['Hoàn thành nhiệm vụ', 'Hoàn thành', 'HTNV', 'HT', 'HT NV'],
  KHT: [
    'Không hoàn thành nhiệm vụ',
    'Không hoàn thành',
    'Chưa hoàn thành nhiệm vụ',
    'KHTNV',
    'KHT',
    'K HTNV',
    'CHTNV',
    'Không HTNV',
  ],
});

/** Words with which people fill a cell to say that there is nothing. */
const nothing: ReadonlySet<string> = new Set([
  '',
  'khong',
  'khong co',
  'khong dang ki',
  'khong xet',
  'khong xep loai',
  'k',
  '0',
]);

/** Reads a yearly rating by its full name or short form. */
export function readRating(cell: RawCell): Reading<Rating> {
  const key = plainKey(textOf(cell));
  if (key === '' || key === 'khong xet' || key === 'khong xep loai') return blank;
  const rating = ratingWords.get(key);
  return rating === undefined ? refuse('unknown-rating', cell) : read(rating);
}

const titleCache = new Map<string, TitleId | null>();

function cachedTitle(text: string): TitleId | null {
  const known = titleCache.get(text);
  if (known !== undefined) return known;
  const title = readTitle(text);
  // Files repeat a handful of names; anything else would let a long file grow the cache.
  if (title !== null && titleCache.size < 1000) titleCache.set(text, title);
  return title;
}

function readTitlePiece(piece: string): readonly TitleId[] | null {
  const whole = cachedTitle(piece);
  if (whole !== null) return [whole];
  const halves = piece.split(/ và | \/ |\/| & /u);
  if (halves.length < 2) return null;
  const ids = halves.map((half) => cachedTitle(half.trim()));
  return ids.every((id) => id !== null) ? ids : null;
}

/** A list of bodies: what stands after a comma inside of the name of one award. */
const BODIES =
  /^(?:(?:cap )?(?:bo|ban|nganh|tinh|thanh pho|tp|xa|phuong|thi tran|dac khu|quan|huyen|thi xa|doan the|trung uong|tw)(?: va | |$))+$/;

/** The pieces of a list; "Bằng khen của Bộ, ban, ngành, tỉnh" is one, though it has commas. */
function titlePieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const part of text.normalize('NFC').split(/[;+\n\r]+/)) {
    for (const [index, piece] of part.split(',').map(tidy).entries()) {
      const before = pieces.at(-1);
      if (index > 0 && before !== undefined && BODIES.test(plainKey(piece)))
        pieces[pieces.length - 1] = `${before}, ${piece}`;
      else pieces.push(piece);
    }
  }
  return pieces;
}

/** Reads a list of titles and rewards, between `;` `,` `+` or line breaks, bulleted or numbered. Each once. */
export function readTitles(cell: RawCell): Reading<readonly TitleId[]> {
  if (cell === null) return blank;
  if (typeof cell !== 'string') return nothing.has(textOf(cell)) ? blank : refuse('unknown-title', cell);
  const ids: TitleId[] = [];
  for (const part of titlePieces(cell)) {
    const piece = part.replace(/^(?:[-–•*]|\d{1,2}[.)])\s*/, '').replace(/\.$/, '');
    if (nothing.has(plainKey(piece))) continue;
    const read = readTitlePiece(piece);
    if (read === null) {
      const code = readSharedName(piece).length > 0 ? 'ambiguous-title' : 'unknown-title';
      return { ok: false, code, value: piece };
    }
    for (const id of read) if (!ids.includes(id)) ids.push(id);
  }
  return ids.length === 0 ? blank : read(ids);
}

/** Reads a share in whole percent, 1 to 100. */
export function readShare(cell: RawCell): Reading<number> {
  const text = textOf(cell)
    .replace(/\s*%$/, '')
    .replace(/[.,]0+$/, '');
  if (text === '') return blank;
  const share = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return share >= 1 && share <= 100 ? read(share) : refuse('invalid-share', cell);
}

const scopeWords = table<InitiativeScope>({
  BASE: [
    'Cơ sở',
    'Cấp cơ sở',
    'CS',
    'Trường',
    'Cấp trường',
    'Xã',
    'Cấp xã',
    'Phường',
    'Cấp phường',
    'Huyện',
    'Cấp huyện',
    'Quận',
    'Cấp quận',
    'Đạt cấp cơ sở',
    'Công nhận cấp cơ sở',
  ],
  CITY: [
    'Thành phố',
    'Cấp thành phố',
    'TP',
    'Cấp TP',
    'Tỉnh',
    'Cấp tỉnh',
    'Tỉnh/Thành phố',
    'Đạt cấp thành phố',
  ],
  MINISTRY: ['Bộ', 'Cấp Bộ', 'Ngành', 'Bộ, ngành', 'Bộ GDĐT'],
  NATION: ['Toàn quốc', 'Cấp quốc gia', 'Quốc gia', 'Nhà nước', 'Cấp nhà nước'],
  NOT_RECOGNISED: ['Không công nhận', 'Không được công nhận', 'Không', 'Không đạt', 'KCN', 'Không CN'],
});

/** Reads how far an initiative was recognised. */
export function readScope(cell: RawCell): Reading<InitiativeScope> {
  const key = plainKey(textOf(cell));
  if (key === '') return blank;
  const scope = scopeWords.get(key);
  return scope === undefined ? refuse('unknown-scope', cell) : read(scope);
}

const partyForms: readonly (readonly [RegExp, DisciplineForm])[] = [
  [/khien trach/, 'PARTY_REPRIMAND'],
  [/canh cao/, 'PARTY_WARNING'],
  [/cach chuc/, 'PARTY_DISMISSAL'],
  [/khai tru/, 'PARTY_EXPULSION'],
];

const formWords = table<DisciplineForm>({
  REPRIMAND: ['Khiển trách'],
  WARNING: ['Cảnh cáo'],
  DISMISSAL_FROM_POST: ['Cách chức'],
  FORCED_RESIGNATION: ['Buộc thôi việc'],
  PARTY_REPRIMAND: [],
  PARTY_WARNING: [],
  PARTY_DISMISSAL: [],
  PARTY_EXPULSION: ['Khai trừ'],
});

/** Reads a form of discipline; one of the Party names it ("Khiển trách (Đảng)"). */
export function readDisciplineForm(cell: RawCell): Reading<DisciplineForm> {
  const key = plainKey(textOf(cell));
  if (key === '') return blank;
  const isParty = /\bdang\b/.test(key);
  const form = isParty
    ? partyForms.find(([pattern]) => pattern.test(key))?.[1]
    : formWords.get(key.replace(/^(?:ki luat|hinh thuc) /, ''));
  return form === undefined ? refuse('unknown-discipline', cell) : read(form);
}

/** Reads a school year: "2025-2026", with or without spaces or the words "Năm học". */
export function readSchoolYear(cell: RawCell): Reading<string> {
  const text = textOf(cell).replace(/^năm học\s*:?\s*/iu, '');
  if (text === '') return blank;
  const schoolYear = parseSchoolYear(text);
  return schoolYear === null ? refuse('invalid-school-year', cell) : read(schoolYear);
}

const statusWords = table<Standing>({
  WORKING: [
    'Đang làm việc',
    'Đang công tác',
    'Đang dạy',
    'Đang giảng dạy',
    'Làm việc',
    'Công tác',
    'Bình thường',
    'ĐLV',
    'Hợp đồng',
    'Tập sự',
  ],
  MATERNITY: ['Nghỉ thai sản', 'Thai sản', 'Nghỉ TS', 'Đang nghỉ thai sản', 'Nghỉ sinh', 'NTS'],
  SICK: ['Nghỉ ốm', 'Nghỉ chữa bệnh', 'Nghỉ bệnh', 'Đang nghỉ ốm'],
  UNPAID: [
    'Nghỉ không lương',
    'Nghỉ không hưởng lương',
    'Nghỉ việc riêng không lương',
    'Nghỉ việc riêng không hưởng lương',
  ],
  INJURED_RESCUING: ['Điều trị do bị thương khi cứu người, cứu tài sản'],
  // Of what kind nobody said.
  OTHER: ['Nghỉ dài ngày', 'Nghỉ việc riêng', 'Nghỉ phép', 'Đang nghỉ', 'Nghỉ khác'],
  TRAINING: ['Đi học', 'Đang đi học', 'Cử đi học', 'Đào tạo', 'Đi đào tạo', 'Đi bồi dưỡng'],
  SECONDMENT: ['Biệt phái', 'Đang biệt phái', 'Đi biệt phái', 'Tăng cường'],
  LEFT: [
    'Đã chuyển đi',
    'Chuyển đi',
    'Chuyển công tác',
    'Đã chuyển công tác',
    'Chuyển trường',
    'Nghỉ việc',
    'Đã nghỉ việc',
    'Thôi việc',
    'Đã thôi việc',
  ],
  RETIRED: ['Đã nghỉ hưu', 'Nghỉ hưu', 'Hưu', 'Về hưu', 'Nghỉ hưu trí'],
});

/** Reads where a person stands with the school. */
export function readStanding(cell: RawCell): Reading<Standing> {
  const key = plainKey(textOf(cell));
  if (key === '') return blank;
  const status = statusWords.get(key);
  return status === undefined ? refuse('unknown-status', cell) : read(status);
}

/** Reads a kind of leave by the words that a staff list has for it. */
export function readLeave(cell: RawCell): Reading<AbsenceKind> {
  const standing = readStanding(cell);
  if (!standing.ok) return refuse('unknown-leave', cell);
  const kind = absenceKinds.find((one) => one === standing.value);
  return standing.value !== null && kind === undefined ? refuse('unknown-leave', cell) : read(kind ?? null);
}

const scoreReadings = new Map<RawCell, Reading<Hundredths>>();

/** Reads points in hundredths, with a comma or a dot; negative numbers and words are `invalid-score`. */
export function readScore(cell: RawCell): Reading<Hundredths> {
  const known = scoreReadings.get(cell);
  if (known !== undefined) return known;
  const reading = readPoints(cell);
  // A file of scores repeats a few dozen numbers; anything else would let a long file grow the memory of them.
  if (scoreReadings.size < 10_000) scoreReadings.set(cell, reading);
  return reading;
}

function readPoints(cell: RawCell): Reading<Hundredths> {
  // A sum by formula may come as 9.299999999999999, which Excel shows as 9.3.
  const exact = typeof cell === 'number' ? String(Number(cell.toFixed(6))) : textOf(cell);
  if (exact === '') return blank;
  const points = parsePoints(exact.replace(/\s*(?:điểm|đ)$/iu, ''));
  return points === null || points < 0 ? refuse('invalid-score', cell) : read(points);
}
