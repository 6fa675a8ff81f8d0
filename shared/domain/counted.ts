/** Who counts in a collective of a year, and from which year on a person's list of awards is whole. */
import type { IsoDate } from '../dates.ts';
import { schoolYearOf } from './awards-held.ts';
import { careerFacts, type CareerStretch } from './career.ts';
import { lengthOf, none, sumOf, type Period } from './time-away.ts';

/**
 * Whether a person is counted among those of a collective: a recruit of under the months that LĐTT asks for is not,
 * unless rated all the same. Time under contract in the unit counts as service does.
 */
export function countsForYear({
  joinedOn,
  stretches,
  hasRating,
  reviewPeriod,
  neededMonths,
}: {
  readonly joinedOn: IsoDate | null;
  readonly stretches: readonly CareerStretch[];
  readonly hasRating: boolean;
  readonly reviewPeriod: Period;
  readonly neededMonths: number;
}): boolean {
  if (joinedOn === null || hasRating || joinedOn <= reviewPeriod.from) return true;
  if (joinedOn > reviewPeriod.to) return false;
  const { contractBefore } = careerFacts({ stretches, joinedOn, reviewPeriod, day: reviewPeriod.to });
  const served = sumOf(lengthOf([{ from: joinedOn, to: reviewPeriod.to }]), contractBefore ?? none);
  return served.months >= neededMonths;
}

/**
 * The first school year of which a person's list of awards is whole: the first that names the person, or from which the
 * school's lists reach back, and never one that began before the time elsewhere ended; this year where nothing is known.
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
