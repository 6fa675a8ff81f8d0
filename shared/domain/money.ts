/** The money that goes with an award. Whole đồng only; the base salary is that of the day of the decision. */
import type { IsoDate } from '../dates.ts';
import { findTitle } from '../rules/catalogue.ts';
import { baseSalaries, multiples } from '../rules/money.ts';
import { citationText } from '../rules/words.ts';
import type { Confidence, TitleId } from '../terms.ts';

/** How a result is read: as it is, or rounded up to ten thousand đồng (NĐ 152/2025, điều 49; both readings are met). */
export type MoneyRounding = 'exact' | 'up-to-ten-thousand';

/** The money of one award, with both readings of the rounding. */
export interface RewardMoney {
  /** By the rounding that was asked for. */
  readonly amount: number;
  readonly exact: number;
  readonly roundedUp: number;
  /** Tenths of the base salary. */
  readonly tenths: number;
  readonly baseSalary: number;
  readonly citation: string;
  readonly confidence: Confidence;
  readonly source: string;
}

/** The money of an award; null when no text fixes it, or no base salary of that day is known. */
export function rewardMoney({
  titleId,
  object,
  decisionDate,
  rounding,
}: {
  readonly titleId: TitleId;
  readonly object: 'PERSON' | 'GROUP';
  readonly decisionDate: IsoDate;
  readonly rounding: MoneyRounding;
}): RewardMoney | null {
  const multiple = Object.hasOwn(multiples, titleId) ? multiples[titleId] : undefined;
  const side = object === 'PERSON' ? 'person' : 'group';
  const tenths = multiple?.[side] ?? null;
  const salary = baseSalaries.find(
    ({ from, to }) => from <= decisionDate && (to === null || decisionDate <= to),
  );
  if (multiple === undefined || tenths === null || salary === undefined) return null;
  const exact = (tenths * salary.amount) / 10;
  const roundedUp = Math.ceil(exact / 10_000) * 10_000;
  return {
    amount: rounding === 'exact' ? exact : roundedUp,
    exact,
    roundedUp,
    tenths,
    baseSalary: salary.amount,
    citation: citationText(multiple.citation),
    confidence: multiple.confidence[side],
    source: multiple.source,
  };
}

/** One award of a list to be paid. */
export interface DecidedAward {
  readonly titleId: TitleId;
  /** The time it was given for: a school year. Titles of one time are paid once. */
  readonly schoolYear: string;
  readonly decisionDate: IsoDate;
}

/** An award of the list, with its money and whether it is paid. */
export interface Payment extends DecidedAward {
  readonly money: RewardMoney | null;
  /** Not paid when another title of the same time carries more. */
  readonly paid: boolean;
}

/**
 * What one person or collective is paid for a list of awards: of several titles of the same time only the one with the
 * most money, rewards each, a title and a reward both (NĐ 152/2025, điều 49). In the order of the list.
 */
export function paymentsFor({
  awards,
  object,
  rounding,
}: {
  readonly awards: readonly DecidedAward[];
  readonly object: 'PERSON' | 'GROUP';
  readonly rounding: MoneyRounding;
}): readonly Payment[] {
  const priced = awards.map((award) => ({
    ...award,
    money: rewardMoney({ titleId: award.titleId, object, decisionDate: award.decisionDate, rounding }),
  }));
  const highest = new Map<string, (typeof priced)[number]>();
  for (const award of priced) {
    if (findTitle(award.titleId)?.kind === 'REWARD' || award.money === null) continue;
    const other = highest.get(award.schoolYear);
    if (other === undefined || award.money.amount > (other.money?.amount ?? 0))
      highest.set(award.schoolYear, award);
  }
  return priced.map((award) => ({
    ...award,
    paid:
      award.money !== null &&
      (findTitle(award.titleId)?.kind === 'REWARD' || highest.get(award.schoolYear) === award),
  }));
}
