/** Ceilings on numbers of people and units: they warn and never cut. Whole numbers only. */
import type { RuleSet } from '../rules/model.ts';
import type { SchoolCounts } from './facts.ts';

/** How many people rated HTXS a ceiling allows, beside how many there are. */
export interface Ceiling {
  readonly count: number;
  readonly most: number;
  readonly base: number;
  readonly percent: number;
}

/**
 * The ceiling on HTXS among the people of a unit or of a group of similar posts: 20 % of those rated HTT, 25 % when the
 * unit itself is HTXS (NĐ 233/2026, điều 12 khoản 6). `rated` holds the ratings as proposed. The base leaves out people rated
 * HTXS unless the school reads it otherwise; `most` is then the largest number that still meets the share when people
 * move between the two levels.
 */
export function excellentCeiling({
  counts,
  ruleSet,
}: {
  readonly counts: Pick<SchoolCounts, 'rated'> & {
    /** The unit itself is rated HTXS. */
    readonly unitExcellent: boolean;
  };
  readonly ruleSet: RuleSet;
}): Ceiling {
  const { HTXS: count, HTT } = counts.rated;
  const { htxsCeilingPercent, htxsCeilingOutstandingPercent } = ruleSet.values;
  const percent = (counts.unitExcellent ? htxsCeilingOutstandingPercent : htxsCeilingPercent).value;
  const both = count + HTT;
  if (ruleSet.switches.htxsBaseInclusive.value) {
    return { count, most: Math.floor((percent * both) / 100), base: both, percent };
  }
  // n * 100 <= percent * (both - n)
  return { count, most: Math.floor((percent * both) / (100 + percent)), base: HTT, percent };
}

/** The ceiling on tổ rated HTXS: as for people, and at most one of fewer than five (điều 7 khoản 7 và 8). */
export function excellentUnitCeiling({
  units: { count, rated },
  unitExcellent,
  ruleSet,
}: Pick<SchoolCounts, 'units'> & { readonly unitExcellent: boolean; readonly ruleSet: RuleSet }): Ceiling {
  const ceiling = excellentCeiling({ counts: { rated, unitExcellent }, ruleSet });
  return count < 5 ? { ...ceiling, most: 1 } : ceiling;
}

/** The local cap on CSTĐCS as a share of LĐTT; null unless the school's regulation switched it on. */
export function cstdcsCap({
  counts,
  ruleSet,
}: {
  readonly counts: Pick<SchoolCounts, 'ldtt' | 'cstdcs'>;
  readonly ruleSet: RuleSet;
}): Ceiling | null {
  if (!ruleSet.switches.localCstdcsCap.value) return null;
  const percent = ruleSet.values.cstdcsCapPercent.value;
  return {
    count: counts.cstdcs,
    most: Math.floor((percent * counts.ldtt) / 100),
    base: counts.ldtt,
    percent,
  };
}
