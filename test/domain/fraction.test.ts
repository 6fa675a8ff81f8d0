import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { need, passes } from '../../shared/domain/threshold.ts';
import { shareText } from '../../shared/rules/words.ts';

const twoThirds = { percent: 66, strict: false, fraction: { numerator: 2, denominator: 3 } } as const;

describe('a share that is a fraction', () => {
  it('is what no whole percent is', () => {
    expect([3, 9, 12, 15, 153].map((base) => need({ ...twoThirds, base }))).toEqual([2, 6, 8, 10, 102]);
    expect(need({ percent: 67, strict: false, base: 9 })).toBe(7);
    expect(passes({ ...twoThirds, base: 9, agree: 6 })).toBe(true);
    expect(passes({ ...twoThirds, base: 9, agree: 5 })).toBe(false);
  });

  it('is the least number that reaches it, of any council', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 9 }), (base, denominator) => {
        for (let numerator = 1; numerator <= denominator; numerator += 1) {
          const fraction = { numerator, denominator };
          const needed = need({ percent: 0, strict: false, fraction, base });
          expect(needed * denominator).toBeGreaterThanOrEqual(numerator * base);
          if (needed > 1) expect((needed - 1) * denominator).toBeLessThan(numerator * base);
        }
      }),
    );
  });

  it('is written as the document writes it', () => {
    expect(shareText(twoThirds)).toBe('từ 2/3');
    expect(shareText({ percent: 50, strict: true })).toBe('trên 50 %');
  });
});
