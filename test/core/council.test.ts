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
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    const same = council().members.map(({ personId, role }) => ({ personId, role }));
    expect(save(same).ok).toBe(true);
    expect(save(personIds.map((personId): GivenMember => ({ personId, role: 'MEMBER' })))).toMatchObject({
      ok: false,
      error: { code: 'meeting-closed' },
    });
  });
});

describe('a change during the year', () => {
  function change(personId: string, on: string, role: CouncilRole | null) {
    return file.call('recordCouncilChange', {
      personId,
      on,
      role,
      decisionNumber: '03/QĐ',
      decisionDate: on,
      reason: role === null ? 'Nghỉ hưu' : '',
    });
  }
  function names() {
    return council().members.map(({ fullName }) => fullName);
  }

  it('counts from its day: who sits on the day of the meeting is the base of the quorum and of every vote', () => {
    const { personIds } = seatCouncil(file, { total: 9, open: false });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Hoàng Hoa']);
    const late = file.addPerson({ name: 'Võ Thị Sau' });
    const gone = personIds[8] ?? '';
    expect(change(late, '2026-01-05', 'MEMBER').ok).toBe(true);
    expect(change(gone, '2026-05-29', null).ok).toBe(true);
    expect(file.ask('getMeeting', {}).quorum).toMatchObject({ total: 10, needed: 7 });
    file.done('saveMeeting', {
      date: '2026-06-01',
      from: '14:00',
      to: '15:00',
      place: '',
      discussion: '',
      otherOpinions: '',
    });
    expect(file.ask('getMeeting', {}).quorum).toMatchObject({ total: 9, needed: 6 });
    expect(names()).not.toContain('Nguyễn Văn Ủy 09');
    file.done('openMeeting', { withoutQuorumBecause: null });
    file.done('saveHands', { votes: [{ caseId, agree: 5, disagree: null, abstain: null }] });
    expect(file.rows('select base, needed, may_vote from hands_vote')).toEqual([
      { base: 9, needed: 5, may_vote: 8 },
    ]);
    expect(change(personIds[4] ?? '', '2026-05-20', null)).toMatchObject({
      error: { code: 'council-in-use' },
    });
    expect(change(personIds[4] ?? '', '2026-06-02', null).ok).toBe(true);
    expect(
      file.call('saveMeeting', {
        date: '2026-05-20',
        from: '14:00',
        to: '15:00',
        place: '',
        discussion: '',
        otherOpinions: '',
      }),
    ).toMatchObject({ error: { code: 'council-in-use' } });
    expect(council().changes.map(({ kind, fullName, on }) => `${on} ${kind} ${fullName}`)).toEqual([
      '2026-01-05 joined Võ Thị Sau',
      '2026-05-29 left Nguyễn Văn Ủy 09',
      '2026-06-02 left Nguyễn Văn Ủy 05',
    ]);
  });

  it('passes the chair on, from the day the first chair gives it up', () => {
    const { personIds } = seatCouncil(file, { total: 3, open: false });
    const [first = '', second = ''] = personIds;
    expect(change(second, '2026-03-01', 'CHAIR')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(change(first, '2026-03-01', null).ok).toBe(true);
    expect(change(second, '2026-02-28', 'CHAIR')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(change(second, '2026-03-01', 'CHAIR').ok).toBe(true);
    expect(council().members[0]).toMatchObject({ personId: second, role: 'CHAIR' });
    const gone = council().changes.find(({ kind }) => kind === 'left');
    expect(file.call('removeCouncilChange', { id: gone?.id ?? '', reason: 'Ghi nhầm' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    const taken = council().changes.find(({ kind }) => kind === 'role');
    file.done('removeCouncilChange', { id: taken?.id ?? '', reason: 'Ghi nhầm' });
    file.done('removeCouncilChange', { id: gone?.id ?? '', reason: 'Ghi nhầm' });
    expect(council().members[0]).toMatchObject({ personId: first, role: 'CHAIR' });
    expect(council().changes).toEqual([]);
  });

  it('follows the last one of the same member, and changes something', () => {
    seatCouncil(file, { total: 3, open: false });
    const person = file.addPerson({ name: 'Võ Thị Sau' });
    expect(change(person, '2026-01-05', null)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(change(person, '2026-01-05', 'MEMBER').ok).toBe(true);
    expect(change(person, '2026-01-05', null)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(change(person, '2026-02-01', 'MEMBER')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(change('nobody', '2026-02-01', 'MEMBER')).toMatchObject({ error: { code: 'not-found' } });
    const joined = council().changes[0]?.id ?? '';
    // The founding list can't drop who joined by a decision of its own.
    const founders = council().founders.map(({ personId, role }) => ({ personId, role }));
    expect(save(founders)).toMatchObject({ error: { code: 'invalid-input', field: 'members' } });
    file.done('removeCouncilChange', { id: joined, reason: 'Ghi nhầm' });
    expect(file.rows('select * from council_member where person_id = ?', person)).toEqual([]);
    expect(save(founders).ok).toBe(true);
  });
});
