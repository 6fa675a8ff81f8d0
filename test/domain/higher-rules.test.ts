/** Every condition and every step of a way of the higher awards on facts of its own; one without examples fails. */
import { describe, expect, it } from 'vitest';
import { checkGroup, checkPerson, type Verdict } from '../../shared/domain/eligibility.ts';
import type { GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import type { ConditionState, Finding } from '../../shared/domain/finding.ts';
import { rulesOf, ruleSets, withOverrides, withVariant } from '../../shared/rules/catalogue.ts';
import type { Rule, RuleSet } from '../../shared/rules/model.ts';
import { contextOf, groupFacts, personFacts } from '../support/facts.ts';
import { judgedFail, judgedPass } from '../support/history.ts';
import { groupExamples, personExamples, type Pair } from './higher-examples.ts';
import { groupExampleIds, personExampleIds } from './rule-examples.ts';

const years = { ND90: '2025-2026', ND233: '2026-2027' } as const;

/** Every rule set with what a school may switch on, so that each rule is in some title. */
function widened(set: RuleSet): readonly RuleSet[] {
  const source = 'Quy chế số 12/QC-THCSHP ngày 05/9/2025';
  const registered = withOverrides({
    ruleSet: set,
    overrides: { switches: { registrationRequired: { value: true, source } } },
  });
  const schoolOnly = withOverrides({
    ruleSet: set,
    overrides: { switches: { groupsMayReceive: { value: false, source } } },
  });
  const variants = Object.entries(set.titles).flatMap(([titleId, own]) =>
    own.variants.map(({ id }) => withVariant({ ruleSet: set, titleId, variantId: id })),
  );
  return [set, registered, schoolOnly, ...variants];
}

interface Place {
  readonly titleId: string;
  readonly set: RuleSet;
}

const wideSets = new Map(ruleSets.map((set) => [set, widened(set)]));

function placeOf(rule: Rule, set: RuleSet): Place {
  for (const wide of wideSets.get(set) ?? []) {
    for (const titleId of Object.keys(wide.titles)) {
      if (rulesOf({ ruleSet: wide, titleId }).includes(rule)) return { titleId, set: wide };
    }
  }
  throw new Error(`${rule.id} ${rule.forTitle ?? ''} is in no title`);
}

function isOlder(rule: Rule): boolean {
  return rule.about === 'PERSON'
    ? personExampleIds.has(rule.id)
    : rule.forTitle !== null && groupExampleIds.has(`${rule.id} ${rule.forTitle}`);
}

const cases = ruleSets.flatMap((set) =>
  set.rules
    .filter((rule) => !isOlder(rule))
    .flatMap((rule) =>
      (['ND90', 'ND233'] as const)
        .filter((regime) => rule.regime === null || rule.regime === regime)
        .flatMap((regime) => {
          const steps =
            rule.test.operator === 'one-of-routes'
              ? rule.test.routes.flatMap((route) =>
                  route.steps.map((step) => ({
                    id: step.id,
                    operator: step.test.operator,
                    routeId: route.id,
                  })),
                )
              : [{ id: rule.id, operator: rule.test.operator, routeId: null }];
          return steps.map((step) => ({
            set,
            rule,
            regime,
            step,
            name: `${set.id} ${rule.about} ${rule.forTitle ?? ''} ${rule.id} ${step.id} ${rule.to ?? ''} ${regime}`,
          }));
        }),
    ),
);

function pairFor(
  rule: Rule,
  step: (typeof cases)[number]['step'],
  schoolYear: string,
): Pair<PersonFacts & GroupFacts> {
  if (step.operator === 'judged') {
    return { pass: { judgements: judgedPass(step.id) }, fail: { judgements: judgedFail(step.id) } };
  }
  const key = `${step.id} ${rule.forTitle}`;
  const pair = rule.about === 'PERSON' ? personExamples(schoolYear)[key] : groupExamples(schoolYear)[key];
  if (pair === undefined) throw new Error(`No examples for ${rule.about} ${key}`);
  return pair;
}

describe('every condition and every way of the higher awards', () => {
  it.each(cases)('$name', ({ set, rule, regime, step }) => {
    const place = placeOf(rule, set);
    const context = contextOf(years[regime], { ruleSet: place.set });
    const dated =
      rule.to !== null && rule.to < context.meetingDate ? { ...context, meetingDate: rule.to } : context;

    function read(facts: Partial<PersonFacts & GroupFacts>): {
      readonly finding: Finding;
      readonly verdict: Verdict;
    } {
      const verdict =
        rule.about === 'PERSON'
          ? checkPerson({ titleId: place.titleId, facts: personFacts(facts), context: dated })
          : checkGroup({ titleId: place.titleId, facts: groupFacts(facts), context: dated });
      const finding: Finding | undefined =
        step.routeId === null
          ? verdict.conditions.find(({ ruleId }) => ruleId === rule.id)
          : verdict.routes.flatMap(({ steps }) => steps).find(({ id }) => id === step.id);
      if (finding === undefined) throw new Error(`${step.id} was not checked`);
      if (step.routeId === null) expect(verdict.failed.includes(rule.id)).toBe(finding.state === 'failed');
      return { finding, verdict };
    }

    const { pass, fail, state } = pairFor(rule, step, years[regime]);
    const good = read(pass).finding;
    const bad = read(fail).finding;
    const wanted: readonly ConditionState[] = ['passed', state ?? 'failed'];
    expect([good.state, bad.state], JSON.stringify([good, bad])).toEqual(wanted);
    for (const finding of [good, bad]) {
      expect(finding.fact).not.toBe('');
      expect(finding.source).not.toBe('');
      expect(finding.fact).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}-\d{2}/);
    }
    expect(good.missing).toBeNull();
    if (bad.state !== 'failed') expect(bad.missing).not.toBeNull();
  });

  it('has no examples for what is gone', () => {
    const asked = new Set(cases.map(({ rule, step }) => `${rule.about} ${step.id} ${rule.forTitle}`));
    const named = [
      ...Object.keys(personExamples('2025-2026')).map((key) => `PERSON ${key}`),
      ...Object.keys(groupExamples('2025-2026')).map((key) => `GROUP ${key}`),
    ];
    expect(named.filter((key) => !asked.has(key))).toEqual([]);
  });
});
