/** A day as `yyyy-mm-dd`; sorts and compares as text. */
export type IsoDate = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Day, month and year with the same sign between them, or spaces; in one piece of six or eight digits; in words. */
const VIETNAMESE = [
  /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/,
  /^(\d{1,2})( )(\d{1,2}) (\d{4}|\d{2})$/,
  /^(\d{2})()(\d{2})(\d{4}|\d{2})$/,
  /^(?:ngày )?(\d{1,2})( tháng )(\d{1,2}),? năm (\d{4})$/iu,
] as const;
const YEAR_FIRST = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/;
/** Two digits are a year from 1930 to 2029, as Excel reads them. */
const LAST_SHORT_YEAR = 2029;

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0);
}

function toIso(year: number, month: number, day: number): IsoDate | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Says whether a text is a day that exists, written `yyyy-mm-dd`. */
export function isIsoDate(text: string): boolean {
  const parts = ISO.exec(text);
  return parts !== null && toIso(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** The latest year of a century that two digits can mean, up to a last day. */
function wholeYear(year: string, monthAndDay: string, latest: IsoDate | undefined): number {
  if (year.length === 4) return Number(year);
  const last = latest === undefined ? LAST_SHORT_YEAR : Number(latest.slice(0, 4));
  const found = last - ((((last - Number(year)) % 100) + 100) % 100);
  return latest !== undefined && `${found}-${monthAndDay}` > latest ? found - 100 : found;
}

/**
 * Reads a day as people type it in Excel: `5/6/2026`, `05-06-2026`, `5.6.2026`, `5 6 2026`, `05062026`, `2026/6/5`,
 * "ngày 5 tháng 6 năm 2026", `yyyy-mm-dd`, and years of two digits: from 1930 to 2029, or the last that is not after
 * `latest` (a day of birth is never in the future). Null when no such day exists.
 */
export function parseDate(text: string, latest?: IsoDate): IsoDate | null {
  const trimmed = text.trim().replace(/\s+/gu, ' ');
  if (isIsoDate(trimmed)) return trimmed;
  const yearFirst = YEAR_FIRST.exec(trimmed);
  if (yearFirst !== null) return toIso(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  for (const pattern of VIETNAMESE) {
    const parts = pattern.exec(trimmed);
    if (parts === null) continue;
    const [, day = '', , month = '', year = ''] = parts;
    const monthAndDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return toIso(wholeYear(year, monthAndDay, latest), Number(month), Number(day));
  }
  return null;
}

/** Writes a day as `dd/mm/yyyy`; an empty text for null. */
export function formatDate(date: IsoDate | null): string {
  if (date === null) return '';
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/**
 * Writes a day as official papers do: "ngày 03 tháng 3 năm 2026", with a leading zero for days under 10
 * and for months 1 and 2. Source: NĐ 30/2020/NĐ-CP, Phụ lục I.
 */
export function formatLongDate(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  const monthNumber = Number(month);
  return `ngày ${day} tháng ${monthNumber <= 2 ? month : monthNumber} năm ${year}`;
}

/** Adds whole months, keeping to the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  const newDay = Math.min(day, daysInMonth(newYear, newMonth));
  return `${newYear}-${String(newMonth).padStart(2, '0')}-${String(newDay).padStart(2, '0')}`;
}

/** Adds days. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Whole months from the first day to the last, both counted: 01/12 to 31/05 is 6. Zero when it ends before it starts. */
export function wholeMonths(from: IsoDate, to: IsoDate): number {
  const end = addDays(to, 1);
  if (end <= from) return 0;
  const [y1, m1] = from.split('-').map(Number) as [number, number];
  const [y2, m2] = end.split('-').map(Number) as [number, number];
  let months = (y2 - y1) * 12 + (m2 - m1);
  while (addMonths(from, months) > end) months -= 1;
  return months;
}

const SCHOOL_YEAR = /^(\d{4})\s*[-–/]\s*(\d{4})$/;

/** Reads a school year written `2025-2026` (any spaces or dash); null when the second year does not follow the first. */
export function parseSchoolYear(text: string): string | null {
  const parts = SCHOOL_YEAR.exec(text.trim());
  if (parts === null || Number(parts[2]) !== Number(parts[1]) + 1) return null;
  return `${parts[1]}-${parts[2]}`;
}

/** The school year of a day: it turns on the first of August, when the next one is prepared. */
export function schoolYearOn(date: IsoDate): string {
  const [year = '', month = ''] = date.split('-');
  const first = Number(year) - (Number(month) < 8 ? 1 : 0);
  return `${first}-${first + 1}`;
}

/** Days that are proposed for a season, for whoever makes it to change: the end of registration, the council's meeting. */
export function usualDays(schoolYear: string): {
  readonly registrationDeadline: IsoDate;
  readonly meetingOn: IsoDate;
} {
  const [first, second] = schoolYear.split('-');
  return { registrationDeadline: `${first}-10-31`, meetingOn: `${second}-05-28` };
}

/** Writes a school year as papers do: "2025 - 2026". */
export function formatSchoolYear(schoolYear: string): string {
  return schoolYear.replace('-', ' - ');
}

/** The year under review of a school year: twelve months that end on 31 May. */
export function reviewPeriod(schoolYear: string): { readonly from: IsoDate; readonly to: IsoDate } {
  const [first, second] = schoolYear.split('-');
  return { from: `${first}-06-01`, to: `${second}-05-31` };
}
