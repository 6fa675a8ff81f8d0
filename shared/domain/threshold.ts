/** Shares of votes and of people, in whole numbers only. Source of the 80 % and 90 % shares: NĐ 98/2023, điều 30 khoản 7. */
import { formatPercent } from '../numbers.ts';
import type { VoteRule } from '../rules/model.ts';

type Share = Pick<VoteRule, 'percent' | 'strict' | 'fraction'>;

/**
 * The least whole number that meets a share of a base: `ceil(percent * base / 100)`, or one more than the share when it
 * must be exceeded; a fraction stands in for the percent where there is one. Never below 1: nothing passes with no vote for it.
 */
export function need({ percent, strict, fraction, base }: Share & { readonly base: number }): number {
  const { numerator, denominator } = fraction ?? { numerator: percent, denominator: 100 };
  const product = numerator * base;
  const least = strict ? Math.floor(product / denominator) + 1 : Math.ceil(product / denominator);
  return Math.max(1, least);
}

/** Says whether a count meets a share of a base: `agree * 100 >= percent * base`, `>` when strict. */
export function passes({
  agree,
  ...share
}: Share & { readonly base: number; readonly agree: number }): boolean {
  return share.base > 0 && agree >= need(share);
}

/** A result in words: "12/15 = 80 %, cần ít nhất 12/15". */
export function shareFact({
  agree,
  ...share
}: Share & { readonly base: number; readonly agree: number }): string {
  const { base } = share;
  return `${agree}/${base} = ${formatPercent(agree, base)}, cần ít nhất ${need(share)}/${base}`;
}
