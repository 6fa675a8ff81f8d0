import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CouncilRole } from '../../shared/terms.ts';
import { addCandidates, createTestFile, seatCouncil, type TestFile } from '../support/core.ts';

let file: TestFile;
beforeEach(() => {
  file = createTestFile();
});
afterEach(() => file.close());

interface GivenMember {
  readonly personId: string;
  readonly role: CouncilRole;
}

function save(members: readonly GivenMember[]) {
  return file.call('saveCouncil', {
    decisionNumber: '12/QĐ',
    decisionDate: '2025-09-10',
    members: [...members],
  });
}

function council() {
  const view = file.ask('getMeeting', {}).council;
  if (view === null) throw new Error('No council');
  return view;
}

describe('the council', () => {
  it('is nobody before it is set up', () => {
    const view = file.ask('getMeeting', {});
    expect(view).toMatchObject({ council: null, meeting: null, quorum: null, hands: [], tellers: [] });
  });

  it('lists its members by role, then by given name, and says what is unusual', () => {
    const [an, binh, chi, dung] = ['Lê Thị An', 'Võ Bình', 'Bùi Chi', 'Đỗ Dũng'].map((name) =>
      file.addPerson({ name }),
    );
    if (an === undefined || binh === undefined || chi === undefined || dung === undefined) throw new Error();
    save([
      { personId: dung, role: 'MEMBER' },
      { personId: chi, role: 'MEMBER' },
      { personId: binh, role: 'MEMBER' },
      { personId: an, role: 'MEMBER' },
    ]);
    expect(council().warnings).toEqual([
      expect.stringContaining('số chẵn'),
      expect.stringContaining('chưa có Chủ tịch'),
      expect.stringContaining('chưa có Thư ký'),
    ]);
    save([
      { personId: dung, role: 'MEMBER' },
      { personId: chi, role: 'CHAIR' },
      { personId: binh, role: 'SECRETARY' },
    ]);
    expect(council().warnings).toEqual([]);
    expect(council().members.map(({ fullName, role }) => `${role} ${fullName}`)).toEqual([
      'CHAIR Bùi Chi',
      'SECRETARY Võ Bình',
      'MEMBER Đỗ Dũng',
    ]);
    expect(council()).toMatchObject({ decisionNumber: '12/QĐ', decisionDate: '2025-09-10' });
  });

  it('keeps the presence of members who stay, and lets two of them swap the chair', () => {
    const { personIds, memberIds } = seatCouncil(file, { total: 5, absent: 1 });
    const members = personIds.map((personId, index): GivenMember => ({
      personId,
      role: index === 1 ? 'CHAIR' : index === 0 ? 'SECRETARY' : 'MEMBER',
    }));
    expect(save(members.slice(0, 5)).ok).toBe(true);
    expect(council().members.find(({ role }) => role === 'CHAIR')?.personId).toBe(personIds[1]);
    expect(council().members.filter(({ present }) => present === true)).toHaveLength(4);
    expect(new Set(council().members.map(({ id }) => id))).toEqual(new Set(memberIds));
  });

  it('refuses a person twice, two chairs and strangers', () => {
    const personId = file.addPerson({ name: 'Trần Mai' });
    const other = file.addPerson({ name: 'Trần Lan' });
    const twice = save([
      { personId, role: 'CHAIR' },
      { personId, role: 'MEMBER' },
    ]);
    expect(twice).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'members' } });
    const chairs = save([
      { personId, role: 'CHAIR' },
      { personId: other, role: 'CHAIR' },
    ]);
    expect(chairs).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'members' } });
    expect(save([{ personId: 'nobody', role: 'MEMBER' }])).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(file.ask('getMeeting', {}).council).toBeNull();
  });

  it('has fixed members once it has voted by hands, or a slate is drawn up', () => {
    const { personIds } = seatCouncil(file, { total: 5 });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Hoàng Hoa']);
    const members = personIds.map((personId): GivenMember => ({ personId, role: 'MEMBER' }));
    file.done('saveHands', { votes: [{ caseId, agree: 5, disagree: null, abstain: null }] });
    expect(save(members.slice(1))).toMatchObject({ ok: false, error: { code: 'council-in-use' } });
    expect(save(members).ok).toBe(true);
    file.done('saveHands', { votes: [{ caseId, agree: null, disagree: null, abstain: null }] });
    expect(save(members.slice(1)).ok).toBe(true);
    addCandidates(file, 'CSTDCS', ['Hoàng Huệ']);
    file.done('openRound', { titleId: 'CSTDCS' });
    expect(save(members)).toMatchObject({ ok: false, error: { code: 'council-in-use' } });
  });

  it('keeps members and roles after the conclusion, but takes the number of its decision', () => {
    const { personIds } = seatCouncil(file, { total: 3 });
    file.done('concludeMeeting', {});
    const same = council().members.map(({ personId, role }) => ({ personId, role }));
    expect(save(same).ok).toBe(true);
    expect(save(personIds.map((personId): GivenMember => ({ personId, role: 'MEMBER' })))).toMatchObject({
      ok: false,
      error: { code: 'meeting-closed' },
    });
  });
});
