/** Which awards the facts already speak for: those met, and those that lack only what people must confirm. */
import { titles } from '../rules/catalogue.ts';
import type { TitleId } from '../terms.ts';
import * as say from '../vi/findings.ts';
import { checkGroup, checkPerson, type Condition, type Verdict } from './eligibility.ts';
import type { CheckContext, GroupFacts, PersonFacts } from './facts.ts';

/**
 * How strongly an award is suggested: every condition is met; the facts carry it and people must confirm the rest; or
 * nothing in the file speaks against it and all is left to people.
 */
export type SuggestionStrength = 'met' | 'to-confirm' | 'to-judge';

/** One award that may be proposed. */
export interface Suggestion {
  readonly titleId: TitleId;
  readonly strength: SuggestionStrength;
  /** What people still have to confirm, in words. */
  readonly lacking: readonly string[];
  readonly verdict: Verdict;
}

/**
 * The awards for which a person or a collective is eligible or lacks only what people judge; strongest first, then the highest
 * award first. An award that must wait (B1), or whose conditions the rule set does not have, is left out.
 */
export function suggestTitles({
  facts,
  context,
}: {
  readonly facts: PersonFacts | GroupFacts;
  readonly context: CheckContext;
}): readonly Suggestion[] {
  const object = 'members' in facts ? 'GROUP' : 'PERSON';
  const suggestions: Suggestion[] = [];
  for (const { id: titleId, active, object: wanted } of titles.toReversed()) {
    if (!active || (wanted !== object && wanted !== 'PERSON_OR_GROUP')) continue;
    const verdict =
      'members' in facts ? checkGroup({ titleId, facts, context }) : checkPerson({ titleId, facts, context });
    if (verdict.eligibility === 'no' || verdict.postponed || verdict.conditions.length === 0) continue;
    const open = verdict.conditions.filter(({ state }) => state === 'to-be-judged');
    const strength = strengthOf(verdict);
    // An award that must follow another says nothing for somebody of whom no such award is known.
    if (strength === 'to-judge' && open.some(({ ruleId }) => followers.has(ruleId))) continue;
    suggestions.push({ titleId, strength, lacking: open.map(lackingOf), verdict });
  }
  const order: readonly SuggestionStrength[] = ['met', 'to-confirm', 'to-judge'];
  return suggestions.toSorted((a, b) => order.indexOf(a.strength) - order.indexOf(b.strength));
}

function lackingOf({ fact, sentence, missing }: Condition): string {
  return fact === say.notJudged ? sentence : (missing ?? sentence);
}

/** Conditions that ask for earlier awards. */
const followers: ReadonlySet<string> = new Set(['chain', 'award-before']);

/** Conditions that bar everybody alike say nothing for an award. */
const gates: ReadonlySet<string> = new Set(['B1', 'B2', 'B2-running', 'B11', 'not-yet', 'rating-good']);

function strengthOf({ eligibility, conditions, routes }: Verdict): SuggestionStrength {
  if (eligibility === 'yes') return 'met';
  const own = conditions.filter(({ ruleId }) => ruleId !== 'routes' && !gates.has(ruleId));
  const nearest = routes.find((route) => route.nearest);
  const steps = [...own, ...(nearest?.steps ?? [])];
  return steps.some(({ state }) => state === 'passed') ? 'to-confirm' : 'to-judge';
}
