/** The standards of titles in words, as they are announced to the school and shown beside a verdict. */
import type { IsoDate } from '../dates.ts';
import { findTitle, rulesOf, voteRuleFor } from '../rules/catalogue.ts';
import type { Rule, RuleSet } from '../rules/model.ts';
import { knownOn } from '../rules/readings.ts';
import { citationText, voteText } from '../rules/words.ts';
import type { TitleId } from '../terms.ts';
import { lowerFirst } from './findings.ts';
import type { RuleText, Standard } from '../views.ts';
import { knowledgeText } from './readings.ts';

const aboutNames: Record<Rule['about'], string> = { PERSON: 'Cá nhân', GROUP: 'Tập thể' };

function isOn({ from, to }: Rule, day: IsoDate): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** The titles whose rules the app carries whole, in the order of lists. */
export function describeStandards({
  ruleSet,
  announced,
  day,
}: {
  readonly ruleSet: RuleSet;
  readonly announced: ReadonlySet<TitleId>;
  /** Day of the meeting, for rules that changed within the rule set. */
  readonly day: IsoDate;
}): readonly Standard[] {
  return Object.keys(ruleSet.titles)
    .filter((titleId) => rulesOf({ ruleSet, titleId }).length > 0 && findTitle(titleId)?.active === true)
    .map((titleId) => ({ titleId, title: findTitle(titleId) }))
    .sort((a, b) => (a.title?.sort ?? 0) - (b.title?.sort ?? 0))
    .map(({ titleId, title }) => ({
      titleId,
      name: title?.name ?? titleId,
      announced: announced.has(titleId),
      conditions: rulesOf({ ruleSet, titleId })
        .filter((rule) => isOn(rule, day))
        .map((rule): RuleText => ({
          ruleId: rule.id,
          sentence:
            title?.object === 'PERSON_OR_GROUP' && !rule.sentence.startsWith(aboutNames[rule.about])
              ? `${aboutNames[rule.about]}: ${lowerFirst(rule.sentence)}`
              : rule.sentence,
          citation: citationText(rule.citation),
          confidence: knownOn({ ...rule, day }).confidence,
          source: knowledgeText({ ...rule, day }),
        })),
      vote: voteText(voteRuleFor({ ruleSet, titleId })),
    }));
}
