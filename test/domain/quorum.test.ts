import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quorum } from '../../shared/domain/quorum.ts';
import { ruleSets, withOverrides } from '../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../shared/rules/model.ts';

const [rules] = ruleSets as [RuleSet, ...RuleSet[]];

describe('quorum', () => {
  it.each([
    [9, 6],
    [10, 7],
    [15, 10],
    [17, 12],
    [1, 1],
  ])('of %i members, two thirds are %i', (total, needed) => {
    expect(quorum({ total, present: needed, rule: rules.quorum })).toMatchObject({ needed, met: true });
    expect(quorum({ total, present: needed - 1, rule: rules.quorum }).met).toBe(false);
  });

  it('asks for the higher share of the school at meetings on awards, and says whose rule it is', () => {
    const source = 'Điều 8 Quy chế số 12/QC-THCSHP ngày 05/9/2025';
    const value = { numerator: 2, denominator: 3, awardPercent: 80 };
    const { quorum: rule } = withOverrides({ ruleSet: rules, overrides: { quorum: { value, source } } });
    expect(quorum({ total: 15, present: 11, rule })).toMatchObject({ needed: 12, met: false });
    expect(quorum({ total: 15, present: 11, rule, meeting: 'other' })).toMatchObject({
      needed: 10,
      met: true,
    });
    expect(quorum({ total: 15, present: 12, rule }).rule).toContain(source);
    expect(rule.standard?.value.awardPercent).toBeNull();
  });

  it('is never met by a council without members', () => {
    expect(quorum({ total: 0, present: 0, rule: rules.quorum }).met).toBe(false);
  });

  it('agrees with comparing whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (total, present) => {
        expect(quorum({ total, present, rule: rules.quorum }).met).toBe(present * 3 >= total * 2);
      }),
    );
  });
});
