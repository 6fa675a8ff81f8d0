import { describe, expect, it } from 'vitest';
import { findRuleSet, ruleSets, withOverrides, withVariant } from '../../shared/rules/catalogue.ts';
import { compareRuleSets } from '../../shared/rules/compare.ts';

const set = findRuleSet('RS2026') ?? ruleSets[0];
if (set === undefined) throw new Error('a rule set');
const ruleSet = set;

describe('two rule sets', () => {
  it('that are one have no difference', () => {
    for (const one of ruleSets) expect(compareRuleSets(one, one)).toEqual([]);
  });

  it('differ by the rules that one has and the other has not', () => {
    const other = withVariant({ ruleSet, titleId: 'CSTDCS', variantId: 'CSTDCS_2026' });
    const found = compareRuleSets(ruleSet, other);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ about }) => about.kind === 'title')).toBe(true);
    expect(found.some(({ left, right }) => left !== null && right === null)).toBe(true);
  });

  it('differ by a number, a choice and a vote', () => {
    const source = 'Quy chế số 15/QC';
    const other = withOverrides({
      ruleSet,
      overrides: {
        values: { newStaffMonths: { value: 10, source } },
        switches: { secondCount: { value: true, source } },
        votes: {
          LDTT: { value: { kind: 'SECRET_BALLOT', percent: 80, strict: false, base: 'TOTAL' }, source },
        },
      },
    });
    expect(compareRuleSets(ruleSet, other).map(({ about }) => about)).toEqual([
      { kind: 'title', titleId: 'LDTT', what: 'vote' },
      { kind: 'value', id: 'newStaffMonths' },
      { kind: 'value', id: 'secondCount' },
    ]);
  });
});
