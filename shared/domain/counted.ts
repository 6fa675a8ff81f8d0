/** Who counts in a collective of a year, and from which year on a list of awards is whole. */
import type { IsoDate } from '../dates.ts';
import type { Rating } from '../terms.ts';
import { schoolYearOf } from './awards-held.ts';
import { careerFacts, type CareerStretch } from './career.ts';
import { inForceFor } from './eligibility.ts';
import type { AbsenceFact, CheckContext, NotCounted } from './facts.ts';
import { workedFor } from './person-tests.ts';
import { lengthOf, none, sumOf } from './time-away.ts';

/** Of those left out, who belongs to the collective all the same. */
export const stillMembers: ReadonlySet<NotCounted> = new Set(['recruit', 'unrated']);

/** What is recorded of somebody of a collective. */
export interface CountedRecord {
  /** Last day in the collective, of one who is in another tổ now. */
  readonly movedOn: IsoDate | null;
  /** First day of having left or retired. */
  readonly gone: { readonly as: 'left' | 'retired'; readonly from: IsoDate } | null;
  readonly joinedOn: IsoDate | null;
  readonly stretches: readonly CareerStretch[];
  readonly absences: readonly AbsenceFact[];
  readonly rating: Rating | null;
}

/**
 * Why a person is not counted among those of a collective for the year; null of one who is. Somebody who was rated
 * counts, however short the time; who left after the year under review counts for it.
 */
export function notCountedBecause(person: CountedRecord, context: CheckContext): NotCounted | null {
  const { reviewPeriod } = context;
  if (person.movedOn !== null) return 'moved';
  if (person.gone !== null && person.gone.from <= reviewPeriod.to) return person.gone.as;
  if (person.rating !== null) return null;
  if (isRecruit(person, context)) return 'recruit';
  return isTooShort(person, context) ? 'unrated' : null;
}

/** Served for fewer months than LĐTT asks for; time under contract in the unit counts as service does. */
function isRecruit({ joinedOn, stretches }: CountedRecord, { reviewPeriod, ruleSet }: CheckContext): boolean {
  if (joinedOn === null || joinedOn <= reviewPeriod.from) return false;
  if (joinedOn > reviewPeriod.to) return true;
  const { contractBefore } = careerFacts({ stretches, joinedOn, reviewPeriod, day: reviewPeriod.to });
  const served = sumOf(lengthOf([{ from: joinedOn, to: reviewPeriod.to }]), contractBefore ?? none);
  return served.months < ruleSet.values.newStaffMonths.value;
}

/** Worked for fewer months than the decree of the year asks for, so that nobody rates the person. */
function isTooShort(facts: CountedRecord, context: CheckContext): boolean {
  return context.ruleSet.rules.some(
    (rule) =>
      rule.about === 'PERSON' &&
      rule.test.operator === 'worked-for' &&
      inForceFor({ rule, context }) &&
      workedFor({ test: rule.test, facts, context }).state === 'failed',
  );
}

/**
 * The first school year of which a list of awards is whole: the first that names its owner, or from which the school's
 * lists reach back, and never one that began before the time elsewhere ended; this year where nothing is known.
 */
export function listKnownFrom({
  ownYears,
  listedFrom,
  stretches,
  schoolYear,
}: {
  readonly ownYears: readonly string[];
  readonly listedFrom: string | null;
  readonly stretches: readonly CareerStretch[];
  readonly schoolYear: string;
}): string {
  const listed = [...ownYears, ...(listedFrom === null ? [] : [listedFrom])].sort();
  const elsewhere = stretches
    .flatMap(({ kind, to }) => (kind === 'OTHER_UNIT' && to !== null ? [yearAfter(to)] : []))
    .sort();
  const from = [listed[0] ?? schoolYear, elsewhere.at(-1) ?? ''].sort();
  return from.at(-1) ?? schoolYear;
}

/** The first school year that begins, in September, after a day. */
function yearAfter(day: IsoDate): string {
  const year = Number(day.slice(0, 4));
  return schoolYearOf(day < `${year}-09-01` ? year : year + 1);
}
