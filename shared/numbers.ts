/** Scores are whole hundredths of a point, so that sums are exact: 19.5 points is 1950. */
export type Hundredths = number;

const DECIMAL = /^-?\d+(?:[.,]\d{1,2})?$/;

/** Reads a number of points typed with a comma or a dot, at most two decimals; null when it is not one. */
export function parsePoints(text: string): Hundredths | null {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) return null;
  return Math.round(Number(trimmed.replace(',', '.')) * 100);
}

/** Writes points with a decimal comma and no needless zeros: 1950 is "19,5"; an empty text for null (blank is not zero). */
export function formatPoints(points: Hundredths | null): string {
  if (points === null) return '';
  return String(points / 100).replace('.', ',');
}

/** Writes a share as a percentage rounded to two decimals: 8 of 9 is "88,89 %". Whether it is enough is told in whole votes. */
export function formatPercent(part: number, whole: number): string {
  if (whole <= 0) return '–';
  const hundredths = Math.round((part * 10_000) / whole);
  return `${String(hundredths / 100).replace('.', ',')} %`;
}

/** Writes a whole number with dots between thousands: 1500000 is "1.500.000". */
export function formatInteger(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** Writes a count of things on official papers, with a leading zero under 10: 5 is "05". */
export function formatCount(value: number): string {
  return value >= 0 && value < 10 ? `0${value}` : String(value);
}

/** The least that is asked for, on papers and in sentences: "ít nhất 08". */
export function atLeast(value: number): string {
  return `ít nhất ${formatCount(value)}`;
}

/** Writes a size in bytes for people: "1,2 MB". */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${String(unit === 0 ? value : Math.round(value * 10) / 10).replace('.', ',')} ${units[unit]}`;
}
