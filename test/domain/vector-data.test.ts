/** The vectors that the page of the rule sets shows: each holds, and a wrong expectation is told. */
import { describe, expect, it } from 'vitest';
import { runVector } from '../../shared/domain/vectors.ts';
import { vectors } from '../../shared/rules/vectors.ts';

describe('the vectors as data', () => {
  it('are all numbered, in order', () => {
    expect(vectors.map(({ number }) => number)).toEqual(Array.from({ length: 38 }, (_, at) => at + 1));
  });

  it.each(vectors)('$number: $situation', (vector) => {
    for (const { got, vectorCase } of runVector(vector).cases) expect(got).toEqual(vectorCase.expected);
    expect(runVector(vector).passed).toBe(true);
  });

  it.each(vectors)('$number is told when it does not hold', (vector) => {
    const spoilt = {
      ...vector,
      cases: vector.cases.map((one) => ({
        ...one,
        expected: Object.fromEntries(Object.keys(one.expected).map((key) => [key, 'khác'])),
      })),
    } as unknown as typeof vector;
    expect(runVector(spoilt).passed).toBe(false);
  });
});
