import { describe, expect, it } from 'vitest';
import {
  awayOn,
  changedFrom,
  findContradiction,
  movedTo,
  withoutSpell,
  type Spell,
} from '../../shared/domain/standing.ts';
import type { PersonStatus } from '../../shared/terms.ts';

const back: Spell<PersonStatus> = { value: 'WORKING', from: '2026-03-01', to: null };
const left: Spell<PersonStatus> = { value: 'LEFT', from: '2026-01-15', to: '2026-02-28' };
const first: Spell<PersonStatus> = { value: 'WORKING', from: '2015-09-01', to: '2026-01-14' };
const spells = [back, left, first];

describe('a value from a day on', () => {
  it('ends what came before on the day before, and goes on where it is the same', () => {
    expect(changedFrom([{ ...first, to: null }], { value: 'LEFT', from: '2026-01-15' })).toEqual([
      { ...left, to: null },
      first,
    ]);
    expect(changedFrom(spells, { value: 'WORKING', from: '2026-01-01' })).toEqual([{ ...first, to: null }]);
    expect(changedFrom(spells, { value: 'RETIRED', from: '2010-01-01' })).toEqual([
      { value: 'RETIRED', from: '2010-01-01', to: null },
    ]);
  });

  it('is moved between its neighbours, and past none of them', () => {
    expect(movedTo(spells, { from: '2026-01-15', newFrom: '2026-02-01' })).toEqual([
      back,
      { ...left, from: '2026-02-01' },
      { ...first, to: '2026-01-31' },
    ]);
    expect(movedTo(spells, { from: '2015-09-01', newFrom: '2014-09-01' })?.at(-1)?.from).toBe('2014-09-01');
    expect(movedTo(spells, { from: '2026-01-15', newFrom: '2026-03-01' })).toBeNull();
    expect(movedTo(spells, { from: '2026-01-15', newFrom: '2015-09-01' })).toBeNull();
    expect(movedTo(spells, { from: '2026-01-16', newFrom: '2026-01-20' })).toBeNull();
  });

  it('is taken back: what came before goes on', () => {
    expect(withoutSpell(spells, '2026-03-01')).toEqual([{ ...left, to: null }, first]);
    expect(withoutSpell(spells, '2026-01-15')).toEqual([{ ...first, to: null }]);
    expect(withoutSpell(spells, '2015-09-01')).toEqual([back, left]);
    expect(withoutSpell([first], '2015-09-01')).toEqual([]);
    expect(withoutSpell(spells, '2026-01-16')).toBeNull();
  });
});

describe('who is away on a day', () => {
  const leave = [
    { kind: 'SICK', from: '2026-01-05', to: '2026-01-20' },
    { kind: 'MATERNITY', from: '2026-03-01', to: null },
  ] as const;
  it.each([
    ['2026-01-04', null],
    ['2026-01-05', 'SICK'],
    ['2026-01-20', 'SICK'],
    ['2026-01-21', null],
    ['2026-12-31', 'MATERNITY'],
  ])('%s: %s', (day, kind) => {
    expect(awayOn({ leave, secondments: [], day })).toBe(kind);
  });

  it('follows from leave without days, and from a secondment where there is no leave', () => {
    const undated = { kind: 'OTHER', from: null, to: null } as const;
    const day = '2026-01-10';
    expect(awayOn({ leave: [undated], secondments: [], day })).toBe('OTHER');
    expect(awayOn({ leave: [undated, ...leave], secondments: [], day })).toBe('SICK');
    expect(awayOn({ leave: [], secondments: [{ from: null, to: null }], day })).toBe('SECONDMENT');
    expect(awayOn({ leave, secondments: [{ from: null, to: null }], day })).toBe('SICK');
  });
});

describe('records that contradict each other', () => {
  const sick = { kind: 'SICK', from: '2026-01-05', to: '2026-01-20' } as const;
  const statuses = [
    { value: 'RETIRED', from: '2026-02-01', to: null },
    { ...first, to: '2026-01-31' },
  ] as const;
  it.each([
    ['leave of two kinds on one day', [sick, { kind: 'UNPAID', from: '2026-01-20', to: null }], true],
    ['leave that follows leave', [sick, { kind: 'UNPAID', from: '2026-01-21', to: null }], false],
    [
      'two leaves without days',
      [
        { ...sick, from: null, to: null },
        { ...sick, from: null, to: null },
      ],
      true,
    ],
    ['leave after retirement', [{ ...sick, from: '2026-02-01', to: null }], true],
    ['leave that goes on after retirement', [{ ...sick, to: '2026-02-01' }], true],
    ['leave that lasted when somebody retired', [{ ...sick, to: null }], false],
    ['leave before retirement', [sick], false],
  ] as const)('%s', (_, leave, isFound) => {
    expect(findContradiction({ leave, statuses }) !== null).toBe(isFound);
  });
});
