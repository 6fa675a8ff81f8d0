/** Each rule of the first four titles on its examples; a rule without any, here or in higher-rules.test.ts, fails. */
import { describe, expect, it } from 'vitest';
import type { GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import { checkGroup, checkPerson, type Condition } from '../../shared/domain/eligibility.ts';
import { ruleSets, withVariant } from '../../shared/rules/catalogue.ts';
import type { Rule, RuleSet } from '../../shared/rules/model.ts';
import { contextOf, groupFacts, personFacts, ruleSet } from '../support/facts.ts';
import { collectives, groupExampleIds, people, personExampleIds, year } from './rule-examples.ts';

function titleOf({ rule, set }: { readonly rule: Rule; readonly set: RuleSet }) {
  for (const [titleId, { rules, variants }] of Object.entries(set.titles)) {
    if (rule.forTitle !== null && rule.forTitle !== titleId) continue;
    if (rules.includes(rule.id)) return { titleId, set };
    const variant = variants.find((one) => one.rules.includes(rule.id));
    if (variant !== undefined)
      return { titleId, set: withVariant({ ruleSet: set, titleId, variantId: variant.id }) };
  }
  throw new Error(`${rule.id} is in no title`);
}

/** All others must have theirs beside `higher-rules.test.ts`, which takes every rule that is not here. */
function hasExamplesHere(rule: Rule): boolean {
  return rule.about === 'PERSON'
    ? personExampleIds.has(rule.id)
    : rule.forTitle !== null && groupExampleIds.has(`${rule.id} ${rule.forTitle}`);
}

const all = ruleSets.flatMap((set) =>
  set.rules.filter(hasExamplesHere).flatMap((rule) =>
    (['ND90', 'ND233'] as const)
      .filter((regime) => rule.regime === null || rule.regime === regime)
      .map((regime) => ({
        set,
        rule,
        regime,
        name: `${set.id} ${rule.id} ${rule.forTitle ?? ''} ${regime}`,
      })),
  ),
);

describe('every rule of the catalogue', () => {
  it.each(all)('$name passes and fails on facts of its own', ({ set, rule, regime }) => {
    const { titleId, set: switched } = titleOf({ rule, set });
    const context = contextOf(year[regime], { ruleSet: switched });
    function stateOf(facts: Partial<PersonFacts> & Partial<GroupFacts>): Condition {
      const verdict =
        rule.about === 'PERSON'
          ? checkPerson({ titleId, facts: personFacts(facts), context })
          : checkGroup({ titleId, facts: groupFacts(facts), context });
      const found = verdict.conditions.find(({ ruleId }) => ruleId === rule.id);
      if (found === undefined) throw new Error(`${rule.id} was not checked`);
      expect(verdict.failed.includes(rule.id)).toBe(found.state === 'failed');
      return found;
    }
    const examples = rule.about === 'PERSON' ? people[rule.id] : collectives[`${rule.id} ${rule.forTitle}`];
    if (examples === undefined) throw new Error(`No examples for ${rule.id}`);
    const { passing, failing } = examples(regime);
    expect(passing.state).toBe('passed');
    expect(failing.state).not.toBe('passed');
    const good = stateOf(passing.facts);
    const bad = stateOf(failing.facts);
    expect([good.state, bad.state]).toEqual([passing.state, failing.state]);
    for (const condition of [good, bad]) {
      expect(condition.fact).not.toBe('');
      expect(condition.source).not.toBe('');
      expect(condition.fact).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}-\d{2}/);
    }
    expect(good.missing).toBeNull();
  });

  it('has no examples for a rule that is gone', () => {
    const ids = new Set(ruleSet('2026-05-28').rules.map(({ id }) => id));
    const named = [...Object.keys(people), ...Object.keys(collectives).map((key) => key.split(' ')[0])];
    expect(named.filter((id) => id === undefined || !ids.has(id))).toEqual([]);
  });
});
