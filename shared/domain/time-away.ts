/** How long a person was away from work within the year under review. */
import { addDays, addMonths, wholeMonths, type IsoDate } from '../dates.ts';
import type { AbsenceFact } from './facts.ts';

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Whole months and remaining days; 30 days left over from several spans make a month. */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

/** The leave of a period: as it is told, and how long it surely was and may have been, where days are not known. */
export interface TimeAway {
  /** Cut to the period, but for an end or days that nobody wrote. */
  readonly told: readonly AbsenceFact[];
  readonly least: Duration;
  readonly most: Duration;
}

/**
 * The leave that touches a period, or may touch it. One that lasts is known up to `day` and may go on to the end of the
 * period; one without days may be none of it, or all.
 */
export function timeAway({
  absences,
  period,
  day,
}: {
  readonly absences: readonly AbsenceFact[];
  readonly period: Period;
  readonly day: IsoDate;
}): TimeAway {
  const known = day < period.to ? day : period.to;
  const told: AbsenceFact[] = [];
  const least: Period[] = [];
  const most: Period[] = [];
  for (const { kind, from: first, to } of absences) {
    const from = first === null || first < period.from ? period.from : first;
    const last = to === null || to > period.to ? period.to : to;
    if (from > last) continue;
    told.push({ kind, from: first === null ? null : from, to: to === null ? null : last });
    most.push({ from, to: last });
    const sure = to === null && last > known ? known : last;
    if (first !== null && from <= sure) least.push({ from, to: sure });
  }
  return { told, least: lengthOf(oldestFirst(least)), most: lengthOf(oldestFirst(most)) };
}

function oldestFirst(spans: readonly Period[]): readonly Period[] {
  return spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The length of several spans together, days that overlap counted once. Spans are given oldest first. */
export function lengthOf(spans: readonly Period[]): Duration {
  const merged: Period[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.from > addDays(last.to, 1)) merged.push({ from: span.from, to: span.to });
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged.map(durationOf).reduce(sumOf, none);
}

/** No time at all. */
export const none: Duration = { months: 0, days: 0 };

/** The length of one span: a month of 31 days that lacks its last is none yet. */
function durationOf({ from, to }: Period): Duration {
  const months = wholeMonths(from, to);
  return { months, days: daysBetween({ from: addMonths(from, months), to: addDays(to, 1) }) };
}

/** Two lengths together; 30 days left over from both make a month. */
export function sumOf(one: Duration, other: Duration): Duration {
  if (isNone(one)) return other;
  if (isNone(other)) return one;
  const days = one.days + other.days;
  return { months: one.months + other.months + Math.floor(days / 30), days: days % 30 };
}

function isNone({ months, days }: Duration): boolean {
  return months === 0 && days === 0;
}

/** Whole months left of a period once the time away is taken off, a month as 30 days; never below zero. */
export function monthsLeft({ period, away }: { readonly period: Period; readonly away: Duration }): number {
  const whole = lengthOf([period]);
  return Math.max(0, Math.floor((whole.months * 30 + whole.days - away.months * 30 - away.days) / 30));
}

function daysBetween({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
