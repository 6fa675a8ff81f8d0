/** The money of an award in words: the amount, how it is counted, and where that stands. */
import type { Payment, RewardMoney } from '../domain/money.ts';
import { formatInteger } from '../numbers.ts';
import { findTitle } from '../rules/catalogue.ts';
import { doubtOf } from './terms.ts';

/** "0,3 lần mức lương cơ sở 2.530.000 đồng". */
export function multipleText({ tenths, baseSalary }: RewardMoney): string {
  const rest = tenths % 10;
  const times = rest === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)},${rest}`;
  return `${times} lần mức lương cơ sở ${formatInteger(baseSalary)} đồng`;
}

/** "760.000 đồng", or "không quá 1.520.000 đồng" where the text gives the most only. */
export function amountText({ amount, atMost }: RewardMoney): string {
  return `${atMost ? 'không quá ' : ''}${formatInteger(amount)} đồng`;
}

/** How the amount is counted, with the places and how sure they are. */
export function countingText(money: RewardMoney): string {
  return withPlaces(money, doubtOf(money.confidence));
}

/** The same as a paper states it, whose doubts are told beside it. */
export function statedCounting(money: RewardMoney): string {
  return withPlaces(money, null);
}

/** "0,3 lần … là 759.000 đồng, làm tròn lên hàng chục nghìn đồng (…)". */
function withPlaces(money: RewardMoney, doubt: string | null): string {
  const { amount, exact, citation, roundingCitation, salaryCitation } = money;
  const rounded =
    exact === amount
      ? ''
      : ` là ${formatInteger(exact)} đồng, làm tròn lên hàng chục nghìn đồng theo ${roundingCitation}`;
  const places = [citation, salaryCitation, ...(doubt === null ? [] : [doubt.toLowerCase()])].join('; ');
  return `${multipleText(money)}${rounded} (${places})`;
}

/** What one award of somebody carries, and why it is not paid when a higher title is. */
export function paymentText(payment: Payment): string {
  const { money, paidTitleId, citation } = payment;
  if (money === null)
    return 'Chưa có văn bản quy định mức tiền thưởng; nhà trường đối chiếu quy định của cấp quyết định';
  const text = `${amountText(money)}: ${countingText(money)}`;
  if (paidTitleId === null) return text;
  const name = findTitle(paidTitleId)?.name ?? '';
  return `${text}; cùng thời gian được cả danh hiệu ${name} thì chỉ nhận mức tiền thưởng cao nhất của ${name}${citation === null ? '' : ` (${citation})`}`;
}
