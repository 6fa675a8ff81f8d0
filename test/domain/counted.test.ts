/** Who counts in a collective, and from when a person's list of awards is whole. */
import { describe, expect, it } from 'vitest';
import { listKnownFrom, notCountedBecause, type CountedRecord } from '../../shared/domain/counted.ts';
import { contextOf } from '../support/facts.ts';

const context = contextOf('2025-2026');

describe('who is counted in a collective', () => {
  const asked: CountedRecord = {
    movedOn: null,
    gone: null,
    joinedOn: '2010-09-01',
    stretches: [],
    absences: [],
    rating: null,
  };
  const because = (change: Partial<CountedRecord>, of = context) =>
    notCountedBecause({ ...asked, ...change }, of);

  it('leaves out recruits of under six months, unless they were rated or served under contract', () => {
    expect(because({ joinedOn: '2025-12-01' })).toBe(null);
    expect(because({ joinedOn: '2025-12-02' })).toBe('recruit');
    expect(because({ joinedOn: '2026-07-01' })).toBe('recruit');
    expect(because({ joinedOn: '2025-12-02', rating: 'HTT' })).toBe(null);
    expect(because({ joinedOn: null })).toBe(null);
    const contract = {
      kind: 'CONTRACT',
      from: '2025-09-01',
      to: '2026-01-31',
      unit: '',
      commentReceived: false,
    } as const;
    expect(because({ joinedOn: '2026-02-01', stretches: [contract] })).toBe(null);
  });
  it('leaves out who left, retired or moved to another tổ within the year, and counts who left after it', () => {
    expect(because({ gone: { as: 'left', from: '2026-01-15' }, rating: 'HTT' })).toBe('left');
    expect(because({ gone: { as: 'retired', from: '2026-05-31' } })).toBe('retired');
    expect(because({ gone: { as: 'retired', from: '2026-06-01' } })).toBe(null);
    expect(because({ movedOn: '2025-12-31', rating: 'HTXS' })).toBe('moved');
  });
  it('leaves out who worked for too short to be rated, by the decree of the year, and nobody who was rated', () => {
    const away = [{ kind: 'SICK', from: '2025-09-01', to: '2026-05-31' }] as const;
    expect(because({ absences: away })).toBe('unrated');
    expect(because({ absences: away, rating: 'HT' })).toBe(null);
    const maternity = [{ kind: 'MATERNITY', from: '2025-09-01', to: '2026-05-31' }] as const;
    expect(because({ absences: maternity })).toBe(null);
    const next = contextOf('2026-2027');
    const sick = [{ kind: 'SICK', from: '2026-09-01', to: '2027-05-31' }] as const;
    expect(because({ absences: sick }, next)).toBe(null);
    expect(because({ absences: [{ ...sick[0], kind: 'UNPAID' }] }, next)).toBe('unrated');
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
