/** Citations, votes and quorums in words, as papers and screens show them. */
import { formatCount } from '../numbers.ts';
import type { Citation, QuorumRule, Sourced, VoteBase, VoteRule } from './model.ts';

/** "khoản 1 Điều 24 Luật Thi đua, khen thưởng số 06/2022/QH15". */
export function citationText({ clause, article, document }: Citation): string {
  return [clause, article, document].filter((part) => part !== null).join(' ');
}

const baseNames: Record<VoteBase, string> = {
  TOTAL: 'tổng số thành viên Hội đồng',
  PRESENT: 'số thành viên có mặt và gửi ý kiến bằng văn bản',
  VALID: 'số phiếu hợp lệ và ý kiến bằng văn bản',
};

/** What a counted base is made of. */
const counted: Record<VoteBase, string> = {
  TOTAL: 'thành viên Hội đồng',
  PRESENT: 'người có mặt và gửi ý kiến',
  VALID: 'phiếu hợp lệ và ý kiến bằng văn bản',
};

/** What passing asks for: "≥ 8/9 thành viên Hội đồng"; "trên 50 % số phiếu hợp lệ và ý kiến bằng văn bản" before the count. */
export function demandText(
  rule: VoteRule,
  result: { readonly base: number; readonly needed: number } | null,
): string {
  return result === null
    ? `${shareText(rule)} ${baseNames[rule.base]}`
    : `≥ ${result.needed}/${result.base} ${counted[rule.base]}`;
}

/** "trên 50 %", "từ 80 %" or "từ 2/3". */
export function shareText({
  percent,
  strict,
  fraction = null,
}: Pick<VoteRule, 'percent' | 'strict' | 'fraction'>): string {
  const share = fraction === null ? `${percent} %` : `${fraction.numerator}/${fraction.denominator}`;
  return `${strict ? 'trên' : 'từ'} ${share}`;
}

/** How a title is voted, in words: "Bỏ phiếu kín, chọn không quá 03 người". */
export function kindText({ kind, chooseAtMost = null }: Pick<VoteRule, 'kind' | 'chooseAtMost'>): string {
  switch (kind) {
    case 'SECRET_BALLOT':
      return 'Bỏ phiếu kín';
    case 'STRIKE_OUT':
      return 'Bỏ phiếu kín bằng cách gạch tên';
    case 'CHOOSE':
      return `Bỏ phiếu kín, mỗi phiếu chọn không quá ${formatCount(chooseAtMost ?? 1)} người`;
    case 'SHOW_OF_HANDS':
      return 'Biểu quyết giơ tay';
  }
}

/** "Bỏ phiếu kín, từ 80 % tổng số thành viên Hội đồng đồng ý". */
export function ruleText(rule: VoteRule): string {
  return `${kindText(rule)}, ${shareText(rule)} ${baseNames[rule.base]} đồng ý`;
}

/** The same with where it comes from in brackets. */
export function voteText({ value, source }: Sourced<VoteRule>): string {
  return `${ruleText(value)} (${withoutStop(source)})`;
}

/** "Có mặt từ 2/3 tổng số thành viên Hội đồng (…)". */
export function quorumText({ value, source }: Sourced<QuorumRule>): string {
  const awards =
    value.awardPercent === null
      ? ''
      : `; phiên xét khen thưởng có mặt từ ${value.awardPercent} % tổng số thành viên`;
  return `Có mặt từ ${value.numerator}/${value.denominator} tổng số thành viên Hội đồng${awards} (${withoutStop(source)})`;
}

function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
