/** How long a person was away from work within the year under review. */
import { addDays, addMonths, wholeMonths, type IsoDate } from '../dates.ts';
import type { AbsenceKind } from '../terms.ts';
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

/** The absences that touch the period, cut to it; they are given oldest first. One that lasts ends with the period. */
export function absencesWithin({
  absences,
  period,
}: {
  readonly absences: readonly AbsenceFact[];
  readonly period: Period;
}): readonly (Period & { readonly kind: AbsenceKind })[] {
  return absences
    .map(({ kind, from, to }) => ({
      kind,
      from: from < period.from ? period.from : from,
      to: to === null || to > period.to ? period.to : to,
    }))
    .filter(({ from, to }) => from <= to);
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
