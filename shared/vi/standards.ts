/** The standards of titles in words, as they are announced to the school and shown beside a verdict. */
import { findTitle, rulesOf, voteRuleFor } from '../rules/catalogue.ts';
import type { RuleSet } from '../rules/model.ts';
import { citationText, voteText } from '../rules/words.ts';
import type { TitleId } from '../terms.ts';
import type { RuleText, Standard } from '../views.ts';

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
      conditions: rulesOf({ ruleSet, titleId }).map((rule): RuleText => ({
        ruleId: rule.id,
        sentence: rule.sentence,
        citation: citationText(rule.citation),
        confidence: rule.confidence,
        source: rule.source,
      })),
      vote: voteText(voteRuleFor({ ruleSet, titleId })),
    }));
}
