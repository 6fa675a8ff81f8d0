import { describe, expect, it } from 'vitest';
import { interestsOf } from '../../shared/domain/interests.ts';

const members = [
  { id: 'm1', personId: 'p1', groupName: 'Tổ Toán' },
  { id: 'm2', personId: 'p2', groupName: 'Tổ Văn' },
  { id: 'm3', personId: 'p3', groupName: '' },
];
const relatives = [{ memberId: 'm2', personId: 'p1', relation: 'vợ' }];

describe('who is concerned by a case', () => {
  it('is the candidate and the typed relatives', () => {
    const subject = { personId: 'p1', groupName: 'Tổ Toán' };
    expect(interestsOf({ subject, members, relatives, sameGroup: false })).toEqual([
      { memberId: 'm1', kind: 'own', relation: '' },
      { memberId: 'm2', kind: 'relative', relation: 'vợ' },
    ]);
  });

  it('is everyone of the same tổ only where the regulation says so; no tổ is no tie', () => {
    const subject = { personId: 'p9', groupName: 'Tổ Toán' };
    expect(interestsOf({ subject, members, relatives, sameGroup: false })).toEqual([]);
    expect(interestsOf({ subject, members, relatives, sameGroup: true })).toEqual([
      { memberId: 'm1', kind: 'same-group', relation: '' },
    ]);
    const ofNone = { personId: 'p9', groupName: '' };
    expect(interestsOf({ subject: ofNone, members, relatives, sameGroup: true })).toEqual([]);
    const ofGroup = { personId: null, groupName: 'Tổ Văn' };
    expect(interestsOf({ subject: ofGroup, members, relatives, sameGroup: true })).toEqual([
      { memberId: 'm2', kind: 'same-group', relation: '' },
    ]);
  });
});
