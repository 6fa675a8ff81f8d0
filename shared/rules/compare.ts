/** What differs between two rule sets, as facts: rules of each title, votes, numbers and choices. */
import type { TitleId } from '../terms.ts';
import { findTitle, rulesOf, voteRuleFor } from './catalogue.ts';
import type { RuleSet } from './model.ts';
import { switchIds, valueIds, type SwitchId, type ValueId } from './setting-rows.ts';
import { citationText, quorumText, voteText } from './words.ts';

/** One difference; null where one of the two has nothing of the kind. */
export interface RuleSetDifference {
  readonly about:
    | { readonly kind: 'title'; readonly titleId: TitleId; readonly what: 'rule' | 'vote' }
    | { readonly kind: 'value'; readonly id: ValueId | SwitchId }
    | { readonly kind: 'common'; readonly id: 'defaultVote' | 'quorum' };
  readonly left: string | null;
  readonly right: string | null;
}

/** Compares two rule sets: titles in the order of lists, then numbers and choices, then what is common. */
export function compareRuleSets(left: RuleSet, right: RuleSet): readonly RuleSetDifference[] {
  const titleIds = [...new Set([...Object.keys(left.titles), ...Object.keys(right.titles)])].sort(
    (a, b) => (findTitle(a)?.sort ?? 0) - (findTitle(b)?.sort ?? 0),
  );
  const all: readonly RuleSetDifference[] = [
    ...titleIds.flatMap((titleId) => [
      ...compareTitle({ left, right, titleId }),
      {
        about: { kind: 'title', titleId, what: 'vote' } as const,
        left: voteText(voteRuleFor({ ruleSet: left, titleId })),
        right: voteText(voteRuleFor({ ruleSet: right, titleId })),
      },
    ]),
    ...valueIds.map((id) => ({
      about: { kind: 'value', id } as const,
      left: String(left.values[id].value),
      right: String(right.values[id].value),
    })),
    ...switchIds.map((id) => ({
      about: { kind: 'value', id } as const,
      left: left.switches[id].value ? 'Có' : 'Không',
      right: right.switches[id].value ? 'Có' : 'Không',
    })),
    {
      about: { kind: 'common', id: 'defaultVote' },
      left: voteText(left.defaultVote),
      right: voteText(right.defaultVote),
    },
    {
      about: { kind: 'common', id: 'quorum' },
      left: quorumText(left.quorum),
      right: quorumText(right.quorum),
    },
  ];
  return all.filter((difference) => difference.left !== difference.right);
}

function compareTitle({
  left,
  right,
  titleId,
}: {
  readonly left: RuleSet;
  readonly right: RuleSet;
  readonly titleId: TitleId;
}): readonly RuleSetDifference[] {
  const [before, after] = [left, right].map((ruleSet) => {
    const rules = ruleSet.titles[titleId] === undefined ? [] : rulesOf({ ruleSet, titleId });
    return new Map(
      rules.map((rule) => [
        `${rule.id} ${rule.about} ${rule.regime ?? ''} ${rule.from ?? ''}`,
        `${rule.sentence} (${citationText(rule.citation)})`,
      ]),
    );
  });
  if (before === undefined || after === undefined) return [];
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => ({
    about: { kind: 'title', titleId, what: 'rule' },
    left: before.get(key) ?? null,
    right: after.get(key) ?? null,
  }));
}
