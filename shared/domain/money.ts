/** The money that goes with an award. Whole đồng only; the base salary is that of the day of the decision. */
import type { IsoDate } from '../dates.ts';
import { findTitle } from '../rules/catalogue.ts';
import { baseSalaries, countedYears, moneyDecrees, multiples, type MoneyDecree } from '../rules/money.ts';
import { citationText } from '../rules/words.ts';
import type { Confidence, TitleId } from '../terms.ts';
import { firstYear } from './awards-held.ts';

/** The money of one award. */
export interface RewardMoney {
  /** What is paid: the product, rounded up to ten thousand đồng (NĐ 152/2025, điều 49 khoản 2). */
  readonly amount: number;
  /** The product as it is. */
  readonly exact: number;
  /** Tenths of the base salary. */
  readonly tenths: number;
  /** The amount is the most that may be paid; who awards it decides how much. */
  readonly atMost: boolean;
  readonly baseSalary: number;
  /** Where the multiple, the rounding and the base salary stand, in words. */
  readonly citation: string;
  readonly roundingCitation: string;
  readonly salaryCitation: string;
  readonly confidence: Confidence;
}

interface Asked {
  readonly titleId: TitleId;
  readonly object: 'PERSON' | 'GROUP';
  readonly decisionDate: IsoDate;
}

/** The money of an award; null when no text fixes it, or no decree or base salary of that day is known. */
export function rewardMoney({ titleId, object, decisionDate }: Asked): RewardMoney | null {
  const own = Object.hasOwn(multiples, titleId) ? multiples[titleId] : undefined;
  const multiple = (object === 'PERSON' ? own?.person : own?.group) ?? null;
  const salary = inForce(baseSalaries, decisionDate);
  const decree = inForce(moneyDecrees, decisionDate);
  if (multiple === null || salary === null || decree === null) return null;
  const { tenths, atMost } = multiple;
  const exact = (tenths * salary.amount) / 10;
  return {
    amount: Math.ceil(exact / 10_000) * 10_000,
    exact,
    tenths,
    atMost,
    baseSalary: salary.amount,
    citation: citationText(decree.place ?? multiple.citation),
    roundingCitation: citationText(decree.rounding),
    salaryCitation: citationText(salary.citation),
    confidence: decree.compared ? multiple.confidence : 'U',
  };
}

function inForce<T extends Pick<MoneyDecree, 'from' | 'to'>>(spans: readonly T[], day: IsoDate): T | null {
  return spans.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null;
}

/** One award of a list to be paid. */
export interface DecidedAward {
  readonly titleId: TitleId;
  /** The last school year of the time it was given for. */
  readonly schoolYear: string;
  readonly decisionDate: IsoDate;
}

/** An award of the list, with its money and whether it is paid. */
export interface Payment extends DecidedAward {
  readonly money: RewardMoney | null;
  /** Paid; a title counted over the same time carries more; or no text fixes an amount. */
  readonly state: 'paid' | 'higher-title' | 'no-amount';
  /** The title that is paid in its place; null unless there is one. */
  readonly paidTitleId: TitleId | null;
  /** Where it stands that of several titles of one time the highest is paid; null unless it is so. */
  readonly citation: string | null;
}

/**
 * What one person or collective is paid for a list of awards: of several emulation titles counted over the same time only the
 * one with the most money, titles of different times each (NĐ 152/2025, điều 49 khoản 5); rewards and honorary titles each, a
 * title and a reward both (khoản 6, 7). In the order of the list.
 */
export function paymentsFor({
  awards,
  object,
}: {
  readonly awards: readonly DecidedAward[];
  readonly object: 'PERSON' | 'GROUP';
}): readonly Payment[] {
  const priced = awards.map((award) => ({ award, money: rewardMoney({ ...award, object }) }));
  const highest = new Map<string, (typeof priced)[number]>();
  for (const one of priced) {
    const time = timeOf(one.award);
    if (time === null || one.money === null) continue;
    const other = highest.get(time);
    if (other === undefined || one.money.amount > (other.money?.amount ?? 0)) highest.set(time, one);
  }
  return priced.map((one): Payment => {
    const { award, money } = one;
    const time = timeOf(award);
    const most = time === null ? undefined : highest.get(time);
    if (money === null) return { ...award, money, state: 'no-amount', paidTitleId: null, citation: null };
    if (most === undefined || most === one)
      return { ...award, money, state: 'paid', paidTitleId: null, citation: null };
    const decree = inForce(moneyDecrees, award.decisionDate);
    return {
      ...award,
      money,
      state: 'higher-title',
      paidTitleId: most.award.titleId,
      citation: decree === null ? null : citationText(decree.severalTitles),
    };
  });
}

/** The years over which an emulation title is counted, as a key; null of what is paid for itself. */
function timeOf({ titleId, schoolYear }: DecidedAward): string | null {
  if (findTitle(titleId)?.kind !== 'TITLE') return null;
  const last = firstYear(schoolYear);
  const years = Object.hasOwn(countedYears, titleId) ? (countedYears[titleId] ?? 1) : 1;
  return `${last - years + 1} ${last}`;
}
