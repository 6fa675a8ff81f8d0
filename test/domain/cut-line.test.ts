import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLine } from '../../shared/domain/cut-line.ts';

const passed = (...votes: number[]) => votes.map((agree, index) => ({ caseId: `c${index}`, agree }));

describe('the line of a local cap', () => {
  it('is not there while all fit', () => {
    expect(cutLine({ passed: passed(9, 8), most: 2 })).toBeNull();
    expect(cutLine({ passed: [], most: 0 })).toBeNull();
  });

  it('falls between two different numbers', () => {
    expect(cutLine({ passed: passed(8, 9, 7), most: 2 })).toEqual({
      most: 2,
      within: ['c1', 'c0'],
      tied: [],
      places: 0,
      beyond: ['c2'],
    });
  });

  it('names those who are equal at it, and cuts none of them', () => {
    expect(cutLine({ passed: passed(9, 8, 8, 8, 7), most: 2 })).toEqual({
      most: 2,
      within: ['c0'],
      tied: ['c1', 'c2', 'c3'],
      places: 1,
      beyond: ['c4'],
    });
    expect(cutLine({ passed: passed(9, 9), most: 0 })).toMatchObject({
      within: [],
      tied: [],
      beyond: ['c0', 'c1'],
    });
  });

  it('loses nobody, and never splits equal numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }), fc.nat(12), (votes, most) => {
        const people = passed(...votes);
        const line = cutLine({ passed: people, most });
        if (line === null) return votes.length <= most;
        const parts = [line.within, line.tied, line.beyond];
        expect(parts.flat().toSorted()).toEqual(people.map(({ caseId }) => caseId).toSorted());
        const agree = (id: string) => people.find(({ caseId }) => caseId === id)?.agree;
        const groups = parts.map((ids) => new Set(ids.map(agree)));
        expect(groups.flatMap((group) => [...group])).toHaveLength(new Set(votes).size);
        return line.within.length + line.places === most;
      }),
      { seed: 11 },
    );
  });
});
