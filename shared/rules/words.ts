/** Citations, votes and quorums in words, as papers and screens show them. */
import type { BodyKind } from '../domain/body.ts';
import { formatCount } from '../numbers.ts';
import type { Citation, QuorumRule, Sourced, VoteBase, VoteRule } from './model.ts';

/** "khoản 1 Điều 24 Luật Thi đua, khen thưởng năm 2022". */
export function citationText({ clause, article, document }: Citation): string {
  return [clause, article, document].filter((part) => part !== null).join(' ');
}

/** The members of a body as a number is counted of them: "thành viên Hội đồng". */
export const memberWords: Record<BodyKind, string> = {
  SCHOOL: 'thành viên Hội đồng',
  GROUP: 'người của tổ',
  STAFF: 'người của trường',
  INITIATIVE: 'thành viên Hội đồng',
};

const partNames: Record<Exclude<VoteBase, 'TOTAL'>, string> = {
  PRESENT: 'số thành viên có mặt và gửi ý kiến bằng văn bản',
  VALID: 'số phiếu hợp lệ và ý kiến bằng văn bản',
};

/** What a counted base is made of. */
const counted: Record<Exclude<VoteBase, 'TOTAL'>, string> = {
  PRESENT: 'người có mặt và gửi ý kiến',
  VALID: 'phiếu hợp lệ và ý kiến bằng văn bản',
};

/** What passing asks for: "ít nhất 8/9 thành viên Hội đồng"; "trên 50 % số phiếu hợp lệ và ý kiến bằng văn bản" before the count. */
export function demandText(
  rule: VoteRule,
  result: { readonly base: number; readonly needed: number } | null,
  body: BodyKind = 'SCHOOL',
): string {
  const { base } = rule;
  return result === null
    ? `${shareText(rule)} ${baseText(base, body)}`
    : `ít nhất ${result.needed}/${result.base} ${base === 'TOTAL' ? memberWords[body] : counted[base]}`;
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

function baseText(base: VoteBase, body: BodyKind): string {
  return base === 'TOTAL' ? `tổng số ${memberWords[body]}` : partNames[base];
}

/** "Bỏ phiếu kín, từ 80 % tổng số thành viên Hội đồng đồng ý". */
export function ruleText(rule: VoteRule, body: BodyKind = 'SCHOOL'): string {
  return `${kindText(rule)}, ${shareText(rule)} ${baseText(rule.base, body)} đồng ý`;
}

/** The same with where it comes from in brackets. */
export function voteText({ value, source }: Sourced<VoteRule>, body: BodyKind = 'SCHOOL'): string {
  return `${ruleText(value, body)} (${withoutStop(source)})`;
}

/** "Có mặt từ 2/3 tổng số thành viên Hội đồng (…)". */
export function quorumText({ value, source }: Sourced<QuorumRule>, body: BodyKind = 'SCHOOL'): string {
  const awards =
    value.awardPercent === null
      ? ''
      : `; phiên xét khen thưởng có mặt từ ${value.awardPercent} % tổng số thành viên`;
  return `Có mặt từ ${value.numerator}/${value.denominator} tổng số ${memberWords[body]}${awards} (${withoutStop(source)})`;
}

function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
