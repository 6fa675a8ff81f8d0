/** The standards of titles in words, as they are announced to the school and shown beside a verdict. */
import { findTitle, rulesOf, voteRuleFor } from '../rules/catalogue.ts';
import type { Citation, QuorumRule, RuleSet, Sourced, VoteRule } from '../rules/model.ts';
import type { TitleId } from '../terms.ts';
import type { RuleText, Standard } from '../views.ts';

/** A citation as people write it: "khoản 1 Điều 24 Luật Thi đua, khen thưởng số 06/2022/QH15". */
export function citationText(citation: Citation): string {
  return [citation.clause, citation.article, citation.document].filter((part) => part !== null).join(' ');
}

const baseWords = {
  TOTAL: 'tổng số thành viên Hội đồng',
  PRESENT: 'số thành viên có mặt',
  VALID: 'số phiếu hợp lệ',
} as const;

/** A vote rule in words: "bỏ phiếu kín, từ 80 % tổng số thành viên Hội đồng trở lên". */
export function voteRuleText(rule: VoteRule): string {
  const kind = rule.kind === 'SECRET_BALLOT' ? 'bỏ phiếu kín' : 'biểu quyết giơ tay';
  const share = rule.strict
    ? `trên ${rule.percent} % ${baseWords[rule.base]}`
    : `từ ${rule.percent} % ${baseWords[rule.base]} trở lên`;
  return `${kind}, đồng ý ${share}`;
}

/** A vote rule with where it comes from. */
export function sourcedVoteText({ value, source }: Sourced<VoteRule>): string {
  return `${voteRuleText(value)} (${source})`;
}

/** The quorum rule in words with where it comes from. */
export function quorumText({ value, source }: Sourced<QuorumRule>): string {
  return `có mặt ít nhất ${value.numerator}/${value.denominator} tổng số thành viên (${source})`;
}

/** The titles whose rules the app carries whole, in the order of lists. */
export function describeStandards({
  ruleSet,
  announced,
}: {
  readonly ruleSet: RuleSet;
  readonly announced: ReadonlySet<TitleId>;
}): readonly Standard[] {
  return Object.keys(ruleSet.titles)
    .map((titleId) => ({ titleId, title: findTitle(titleId) }))
    .sort((a, b) => (a.title?.sort ?? 0) - (b.title?.sort ?? 0))
    .map(({ titleId, title }) => ({
      titleId,
      name: title?.name ?? titleId,
      announced: announced.has(titleId),
      conditions: rulesOf({ ruleSet, titleId }).map(
        (rule): RuleText => ({
          ruleId: rule.id,
          sentence: rule.sentence,
          citation: citationText(rule.citation),
          confidence: rule.confidence,
          source: rule.source,
        }),
      ),
      vote: sourcedVoteText(voteRuleFor({ ruleSet, titleId })),
    }));
}
