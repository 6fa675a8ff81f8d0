/** What a CHECK of the first shape of the data file says of a day, a time and a school year. Frozen with it. */

/** A day that there is, `2026-02-28`; null is none. */
export function isDay(column: string): string {
  return `date(${column}) is ${column}`;
}

/** A time of day, `07:30`. */
export function isTime(column: string): string {
  return `${column} glob '[0-2][0-9]:[0-5][0-9]' and ${column} < '24:00'`;
}

/** A school year, `2025-2026`. */
export function isSchoolYear(column: string): string {
  return `${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'
    and substr(${column}, 6) = cast(substr(${column}, 1, 4) + 1 as text)`;
}
