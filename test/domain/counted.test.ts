/** Who counts in a collective, and from when a person's list of awards is whole. */
import { describe, expect, it } from 'vitest';
import { countsForYear, listKnownFrom } from '../../shared/domain/counted.ts';
import { contextOf } from '../support/facts.ts';

const { reviewPeriod } = contextOf('2025-2026');

describe('who is counted in a collective', () => {
  const asked = { stretches: [], hasRating: false, reviewPeriod, neededMonths: 6 };
  it('leaves out recruits of under six months, unless they were rated or served under contract', () => {
    expect(countsForYear({ ...asked, joinedOn: '2025-12-01' })).toBe(true);
    expect(countsForYear({ ...asked, joinedOn: '2025-12-02' })).toBe(false);
    expect(countsForYear({ ...asked, joinedOn: '2026-07-01' })).toBe(false);
    expect(countsForYear({ ...asked, joinedOn: '2025-12-02', hasRating: true })).toBe(true);
    expect(countsForYear({ ...asked, joinedOn: '2010-09-01' })).toBe(true);
    expect(countsForYear({ ...asked, joinedOn: null })).toBe(true);
    const contract = {
      kind: 'CONTRACT',
      from: '2025-09-01',
      to: '2026-01-31',
      unit: '',
      commentReceived: false,
    } as const;
    expect(countsForYear({ ...asked, joinedOn: '2026-02-01', stretches: [contract] })).toBe(true);
  });
});

describe('from when a list of awards is whole', () => {
  const asked = { ownYears: [], listedFrom: '2019-2020', stretches: [], schoolYear: '2025-2026' };
  const elsewhere = {
    kind: 'OTHER_UNIT',
    from: '2015-09-01',
    to: '2024-08-31',
    unit: 'Trường B',
    commentReceived: true,
  } as const;
  it('is the first year that names the person, or from which the school’s lists reach back', () => {
    expect(listKnownFrom(asked)).toBe('2019-2020');
    expect(listKnownFrom({ ...asked, ownYears: ['2022-2023', '2017-2018'] })).toBe('2017-2018');
    expect(listKnownFrom({ ...asked, ownYears: ['2022-2023'], listedFrom: null })).toBe('2022-2023');
    expect(listKnownFrom({ ...asked, listedFrom: null })).toBe('2025-2026');
  });
  it('is never before the end of the time elsewhere', () => {
    expect(listKnownFrom({ ...asked, stretches: [elsewhere] })).toBe('2024-2025');
    expect(listKnownFrom({ ...asked, ownYears: ['2018-2019'], stretches: [elsewhere] })).toBe('2024-2025');
    const midYear = { ...elsewhere, to: '2023-12-31' };
    expect(listKnownFrom({ ...asked, stretches: [midYear] })).toBe('2024-2025');
  });
});
