import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, mergeSeen } from '../../shared/domain/three-way.ts';

// One record that two windows change: what is merged, and what clashes.

const shape = {
  rows: { scores: ['personId', 'side'], votes: ['caseId'] },
  parts: ['movement'],
  whole: false,
};

function merge(seen: object, wanted: object, now: object) {
  return mergeSeen({
    seen: seen as Record<string, unknown>,
    wanted: wanted as Record<string, unknown>,
    now: now as Record<string, unknown>,
    shape,
  });
}

describe('a record that two windows changed', () => {
  it('keeps both changes where they are of different values', () => {
    expect(
      merge({ name: 'A', born: null }, { name: 'A', born: '1980-01-01' }, { name: 'B', born: null }),
    ).toEqual({
      record: { name: 'B', born: '1980-01-01' },
      clashes: [],
    });
  });

  it('clashes where both changed one value to different ones, and not where they agree', () => {
    expect(merge({ name: 'A' }, { name: 'C' }, { name: 'B' }).clashes).toEqual([
      { row: [], field: 'name', wanted: 'C', now: 'B' },
    ]);
    expect(merge({ name: 'A' }, { name: 'B' }, { name: 'B' }).clashes).toEqual([]);
  });

  it('compares the parts of a record, the rows of a list by their names, and any other list as one', () => {
    const row = (score: number, side = 'SELF') => ({ personId: 'p', side, score });
    expect(
      merge(
        { movement: { name: 'A', on: 1 } },
        { movement: { name: 'A', on: 2 } },
        { movement: { name: 'B', on: 1 } },
      ).record,
    ).toEqual({
      movement: { name: 'B', on: 2 },
    });
    expect(
      merge({ scores: [row(1)] }, { scores: [row(2)] }, { scores: [row(9, 'GROUP'), row(3)] }).clashes,
    ).toEqual([{ row: ['p', 'SELF'], field: 'score', wanted: 2, now: 3 }]);
    expect(merge({ ids: ['a'] }, { ids: ['a', 'b'] }, { ids: ['a', 'c'] }).clashes).toHaveLength(1);
    expect(merge({ ids: ['a'] }, { ids: ['a'] }, { ids: ['a', 'c'] }).record).toEqual({ ids: ['a', 'c'] });
  });

  it('never mixes the values of a row, of an object or of what is whole: they were not seen together', () => {
    const votes = (agree: number, disagree: number) => ({ votes: [{ caseId: 'c', agree, disagree }] });
    expect(merge(votes(8, 0), votes(9, 0), votes(8, 1)).clashes).toEqual([
      { row: ['c'], field: 'agree', wanted: 9, now: 8 },
      { row: ['c'], field: 'disagree', wanted: 0, now: 1 },
    ]);
    expect(merge(votes(8, 0), votes(8, 0), votes(8, 1)).record).toEqual(votes(8, 1));
    const value = (a: number, b: number) => ({ value: { a, b } });
    expect(merge(value(1, 1), value(2, 1), value(1, 2)).clashes).toHaveLength(1);
    const merged = mergeSeen({
      seen: { rating: 'HT', state: 'proposed' },
      wanted: { rating: 'HTT', state: 'proposed' },
      now: { rating: 'HT', state: 'decided' },
      shape: { ...shape, whole: true },
    });
    expect(merged.clashes.map(({ field }) => field)).toEqual(['rating', 'state']);
  });

  it('does not compare what was not seen, or is not kept', () => {
    expect(merge({}, { name: 'C' }, { name: 'B' })).toEqual({ record: { name: 'C' }, clashes: [] });
    expect(merge({ name: 'A' }, { name: 'C' }, {})).toEqual({ record: { name: 'C' }, clashes: [] });
  });

  it('never loses a change: what the others wrote stands unless it is wanted otherwise and told', () => {
    const record = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) });
    fc.assert(
      fc.property(record, record, record, (seen, wanted, now) => {
        const merged = merge(seen, wanted, now);
        for (const field of ['a', 'b', 'c'] as const) {
          const isMine = wanted[field] !== seen[field];
          const isTheirs = now[field] !== seen[field];
          const result = (merged.record as typeof seen)[field];
          expect(result).toBe(isMine || !isTheirs ? wanted[field] : now[field]);
          expect(merged.clashes.some((clash) => clash.field === field)).toBe(
            isMine && isTheirs && wanted[field] !== now[field],
          );
        }
      }),
    );
  });

  it('takes two values for one whatever the order of their fields', () => {
    expect(isSame({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  });
});
