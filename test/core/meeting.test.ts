import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addCandidates,
  createTestFile,
  openCounting,
  paper,
  seatCouncil,
  type TestFile,
} from '../support/core.ts';

let file: TestFile;
beforeEach(() => {
  file = createTestFile();
});
afterEach(() => file.close());

const meeting = {
  date: '2026-05-28',
  from: '14:00',
  to: '16:30',
  place: 'Phòng Hội đồng',
  discussion: '',
  otherOpinions: '',
};

function hands(caseId: string, agree: number | null, others: { disagree?: number; abstain?: number } = {}) {
  return { caseId, agree, disagree: others.disagree ?? null, abstain: others.abstain ?? null };
}

describe('a meeting', () => {
  it('can be planned before the council is known, and gives the season its day', () => {
    file.done('saveMeeting', meeting);
    expect(file.ask('getMeeting', {}).meeting).toMatchObject({ ...meeting, state: 'preparing' });
    expect(file.rows('select meeting_on from season')).toEqual([{ meeting_on: '2026-05-28' }]);
    expect(file.call('openMeeting', { withoutQuorumBecause: null })).toMatchObject({
      ok: false,
      error: { code: 'no-council' },
    });
  });

  it('refuses a day that does not exist and an end before its beginning', () => {
    expect(file.call('saveMeeting', { ...meeting, date: '2026-02-30' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', field: 'date' },
    });
    expect(file.call('saveMeeting', { ...meeting, to: '13:59' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', field: 'to' },
    });
  });

  it('opens with two thirds of all members, or with a reason', () => {
    const { memberIds } = seatCouncil(file, { total: 17, absent: 6, open: false });
    expect(file.ask('getMeeting', {}).quorum).toMatchObject({
      total: 17,
      present: 11,
      needed: 12,
      met: false,
    });
    expect(file.call('openMeeting', { withoutQuorumBecause: null })).toEqual({
      ok: false,
      error: { code: 'no-quorum', present: 11, total: 17, needed: 12 },
    });
    file.done('savePresence', { presence: [{ memberId: memberIds[16] ?? '', present: true, reason: '' }] });
    file.done('openMeeting', { withoutQuorumBecause: 'Không cần đến' });
    const view = file.ask('getMeeting', {});
    expect(view.quorum).toMatchObject({ present: 12, met: true, overriddenBecause: null });
    expect(view.meeting?.state).toBe('open');
    expect(file.call('openMeeting', { withoutQuorumBecause: null })).toMatchObject({ ok: false });
  });

  it('keeps the reason for which it was held without a quorum', () => {
    seatCouncil(file, { total: 9, absent: 6, open: false });
    file.done('openMeeting', { withoutQuorumBecause: 'Sở yêu cầu nộp trước ngày 30/5' });
    expect(file.ask('getMeeting', {}).quorum).toMatchObject({
      met: false,
      overriddenBecause: 'Sở yêu cầu nộp trước ngày 30/5',
    });
  });

  it('is counted by members who are present, the head first', () => {
    const { memberIds } = seatCouncil(file, { total: 5, absent: 1 });
    const [first = '', second = ''] = memberIds;
    file.done('saveTellers', { memberIds: [second, first, second] });
    expect(file.ask('getMeeting', {}).tellers).toEqual([second, first]);
    expect(file.call('saveTellers', { memberIds: [memberIds[4] ?? ''] })).toMatchObject({
      ok: false,
      error: { code: 'member-absent' },
    });
    expect(file.call('saveTellers', { memberIds: ['nobody'] })).toMatchObject({
      ok: false,
      error: { code: 'not-a-member' },
    });
    expect(file.ask('getMeeting', {}).tellers).toEqual([second, first]);
  });

  it('forgets a presence that was taken by mistake', () => {
    const { memberIds } = seatCouncil(file, { total: 3 });
    file.done('savePresence', { presence: [{ memberId: memberIds[0] ?? '', present: null, reason: '' }] });
    const members = file.ask('getMeeting', {}).council?.members ?? [];
    expect(members.map(({ present }) => present)).toEqual([null, true, true]);
  });
});

describe('a show of hands', () => {
  it('needs more than half of all members, whoever is present', () => {
    seatCouncil(file, { total: 9, absent: 3 });
    const [passed = '', failed = '', blank = ''] = addCandidates(file, 'LDTT', [
      'Lê An',
      'Lê Bình',
      'Lê Chi',
    ]);
    file.done('saveHands', { votes: [hands(passed, 5), hands(failed, 4, { disagree: 2 })] });
    const view = new Map(file.ask('getMeeting', {}).hands.map((row) => [row.caseId, row]));
    expect(view.get(passed)).toMatchObject({
      agree: 5,
      disagree: null,
      abstain: null,
      needed: 5,
      passed: true,
    });
    expect(view.get(failed)).toMatchObject({
      agree: 4,
      disagree: 2,
      abstain: null,
      needed: 5,
      passed: false,
    });
    expect(view.get(blank)).toMatchObject({ agree: null, needed: 5, passed: null });
  });

  it('takes no more votes than there are members', () => {
    seatCouncil(file, { total: 9 });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Lê An']);
    expect(file.call('saveHands', { votes: [hands(caseId, 8, { disagree: 1, abstain: 1 })] })).toEqual({
      ok: false,
      error: { code: 'more-than-base', name: 'Lê An', agree: 10, base: 9 },
    });
  });

  it('is taken back by a blank, and the case can be checked again', () => {
    seatCouncil(file, { total: 9 });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Lê An']);
    file.done('saveHands', { votes: [hands(caseId, 0)] });
    expect(file.rows('select state from award_case')).toEqual([{ state: 'VOTED' }]);
    file.done('saveHands', { votes: [hands(caseId, null)] });
    expect(file.rows('select state from award_case')).toEqual([{ state: 'CHECKED' }]);
    expect(file.rows('select * from hands_vote')).toEqual([]);
  });

  it('is wholly recorded or not at all', () => {
    seatCouncil(file, { total: 9 });
    const [first = '', second = ''] = addCandidates(file, 'LDTT', ['Lê An', 'Lê Bình']);
    expect(file.call('saveHands', { votes: [hands(first, 9), hands(second, 10)] }).ok).toBe(false);
    expect(file.rows('select * from hands_vote')).toEqual([]);
    expect(file.call('saveHands', { votes: [hands(first, 9), hands('gone', 9)] })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(file.rows('select * from hands_vote')).toEqual([]);
  });

  it('is about eligible cases of titles that are voted so, in an open meeting', () => {
    seatCouncil(file, { total: 9, open: false });
    const person = file.addPerson({ name: 'Lê An' });
    const yes = file.addCase({ personId: person, titleId: 'LDTT' });
    const other = file.addPerson({ name: 'Lê Bình' });
    const no = file.addCase({ personId: other, titleId: 'LDTT', eligibility: 'no' });
    const secret = file.addCase({ personId: person, titleId: 'CSTDCS' });
    expect(file.call('saveHands', { votes: [hands(yes, 9)] })).toMatchObject({
      error: { code: 'no-meeting' },
    });
    file.done('openMeeting', { withoutQuorumBecause: null });
    for (const caseId of [no, secret]) {
      expect(file.call('saveHands', { votes: [hands(caseId, 9)] })).toMatchObject({
        ok: false,
        error: { code: 'wrong-state' },
      });
    }
    file.run("insert into overruling values (?, 'yes', 'Hội đồng xét thực tế', 'x', 'now')", no);
    expect(file.call('saveHands', { votes: [hands(no, 9)] }).ok).toBe(true);
    expect(file.ask('getMeeting', {}).hands.map(({ caseId }) => caseId)).not.toContain(secret);
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    expect(file.call('saveHands', { votes: [hands(yes, 9)] })).toMatchObject({
      error: { code: 'meeting-closed' },
    });
  });
});

describe('the conclusion', () => {
  interface Case {
    readonly id: string;
    readonly state: string;
    readonly outcome: string | null;
    readonly outcome_reason: string;
  }

  function cases(): Map<string, Case> {
    return new Map(
      file
        .rows<Case>('select id, state, outcome, outcome_reason from award_case')
        .map((row) => [row.id, row]),
    );
  }

  function season() {
    seatCouncil(file, { total: 9, absent: 1 });
    function one(
      titleId: string,
      change: Omit<Parameters<TestFile['addCase']>[0], 'personId' | 'titleId'> = {},
    ) {
      return file.addCase({ personId: file.addPerson({ name: `Người ${titleId}` }), titleId, ...change });
    }
    const summary =
      'Chưa đủ điều kiện đề nghị danh hiệu Lao động tiên tiến: tuyển dụng dưới 06 tháng (Điều 5).';
    const ids = {
      handsPassed: one('LDTT'),
      handsFailed: one('LDTT'),
      handsNever: one('LDTT'),
      no: one('LDTT', { eligibility: 'no', summary }),
      overruledNo: one('LDTT'),
      overruledUnchecked: one('LDTT', { eligibility: null, state: 'REGISTERED' }),
      needsPerson: one('LDTT', { eligibility: 'needs-person', summary: 'Cần người có trách nhiệm xem xét.' }),
      unchecked: one('LDTT', { eligibility: null, state: 'REGISTERED' }),
      withdrawn: one('LDTT', { state: 'WITHDRAWN' }),
      ballotPassed: one('CSTDCS'),
      ballotFailed: one('CSTDCS'),
      ballotNever: one('CO_TP'),
    };
    for (const id of [ids.overruledNo, ids.overruledUnchecked]) {
      file.run("insert into overruling values (?, 'no', 'Có đơn thư đang xác minh.', 'x', 'now')", id);
    }
    file.done('saveHands', {
      votes: [{ ...hands(ids.handsPassed, 9), written: 1 }, hands(ids.handsFailed, 4)],
    });
    return ids;
  }

  function vote(ids: { readonly ballotPassed: string }) {
    const round = openCounting(file, { papers: 8 });
    const names = round.candidates.map(({ caseId }) => caseId);
    const ballots = Array.from({ length: 8 }, (_, index) =>
      paper(...names.map((id) => (id === ids.ballotPassed || index < 7 ? 'AGREE' : 'DISAGREE'))),
    );
    file.done('storeBallots', { roundId: round.id, ballots });
    return round.id;
  }

  it('gives every case an outcome and a reason to print, and loses none', () => {
    const ids = season();
    const roundId = vote(ids);
    expect(file.call('concludeMeeting', { undealtBecause: 'Hết giờ họp' })).toEqual({
      ok: false,
      error: { code: 'round-not-sealed', title: 'Chiến sĩ thi đua cơ sở' },
    });
    file.done('sealRound', { roundId });
    expect(file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' })).toEqual({
      proposed: 2,
      rejected: 2,
      notEligible: 3,
      postponed: 4,
    });
    const all = cases();
    const told = (id: string) => [all.get(id)?.state, all.get(id)?.outcome, all.get(id)?.outcome_reason];
    expect(told(ids.handsPassed)).toEqual([
      'CONCLUDED',
      'proposed',
      'đạt 9/9 thành viên (100 %), cần ít nhất 05',
    ]);
    expect(told(ids.handsFailed)).toEqual([
      'REJECTED',
      'rejected',
      'không đạt: 4/9 thành viên (44,44 %), cần ít nhất 05',
    ]);
    expect(told(ids.handsNever)).toEqual(['POSTPONED', 'postponed', 'chưa được đưa ra biểu quyết']);
    expect(told(ids.no)).toEqual([
      'REJECTED',
      'not-eligible',
      'chưa đủ điều kiện đề nghị danh hiệu Lao động tiên tiến: tuyển dụng dưới 06 tháng (Điều 5)',
    ]);
    for (const id of [ids.overruledNo, ids.overruledUnchecked]) {
      expect(told(id)).toEqual([
        'REJECTED',
        'not-eligible',
        'chưa đủ điều kiện theo kết luận của Hội đồng: có đơn thư đang xác minh',
      ]);
    }
    expect(told(ids.needsPerson)).toEqual(['POSTPONED', 'postponed', 'cần người có trách nhiệm xem xét']);
    expect(told(ids.unchecked)).toEqual(['POSTPONED', 'postponed', 'chưa được thẩm định điều kiện']);
    expect(told(ids.withdrawn).slice(0, 2)).toEqual(['WITHDRAWN', 'withdrawn']);
    expect(told(ids.ballotPassed)).toEqual([
      'CONCLUDED',
      'proposed',
      'đạt 8/9 thành viên (88,89 %), cần ít nhất 08',
    ]);
    expect(told(ids.ballotFailed)).toEqual([
      'REJECTED',
      'rejected',
      'không đạt: 7/9 thành viên (77,78 %), cần ít nhất 08',
    ]);
    expect(told(ids.ballotNever)).toEqual(['POSTPONED', 'postponed', 'chưa được đưa ra bỏ phiếu kín']);
    expect([...all.values()].filter(({ outcome }) => outcome === null)).toEqual([]);
    expect(file.ask('getMeeting', {}).meeting?.state).toBe('closed');
  });

  it('is told beforehand, case by case, by what concludes it', () => {
    const ids = season();
    file.done('sealRound', { roundId: vote(ids) });
    const before = file.ask('getMeeting', {}).conclusions;
    expect(before.map(({ caseId }) => caseId).toSorted()).toEqual(Object.values(ids).toSorted());
    expect(
      before
        .filter(({ undealt }) => undealt)
        .map(({ caseId }) => caseId)
        .toSorted(),
    ).toEqual([ids.handsNever, ids.needsPerson, ids.unchecked, ids.ballotNever].toSorted());
    expect(file.call('concludeMeeting', {})).toEqual({
      ok: false,
      error: { code: 'cases-undealt', undealt: 4, total: 12 },
    });
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    const after = file.ask('getMeeting', {});
    const told = (list: typeof before) =>
      list.map(({ caseId, outcome, reason }) => `${caseId} ${outcome} ${reason}`);
    // The withdrawn case is told as it was; all others as they were foretold.
    expect(after.conclusions).toEqual(before);
    expect(told(after.conclusions).toSorted()).toEqual(
      [...cases().values()].map((row) => `${row.id} ${row.outcome} ${row.outcome_reason}`).toSorted(),
    );
    expect(after.meeting?.undealtBecause).toBe('Hết giờ họp');
    file.done('reopenMeeting', { reason: 'Xét tiếp' }, 'chair');
    expect(file.ask('getMeeting', {}).meeting?.undealtBecause).toBeNull();
  });

  it('asks for no reason where every case was dealt with', () => {
    seatCouncil(file, { total: 9 });
    const [voted = '', put = ''] = addCandidates(file, 'LDTT', ['Lê An', 'Lê Bình']);
    file.done('saveHands', { votes: [hands(voted, 9)] });
    file.done('decideCase', { caseId: put, decision: { outcome: 'postponed', reason: 'Chờ xác minh' } });
    expect(file.done('concludeMeeting', {})).toMatchObject({ proposed: 1, postponed: 1 });
    expect(() => file.run("update meeting set state = 'open', undealt_because = 'x'")).toThrow(/CHECK/);
  });

  it('reaches a case that was set aside before the meeting', () => {
    seatCouncil(file, { total: 9 });
    const personId = file.addPerson({ name: 'Lê An' });
    const id = file.addCase({ personId, titleId: 'LDTT', eligibility: 'needs-person', state: 'POSTPONED' });
    expect(file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' })).toEqual({
      proposed: 0,
      rejected: 0,
      notEligible: 0,
      postponed: 1,
    });
    expect(cases().get(id)).toMatchObject({
      state: 'POSTPONED',
      outcome: 'postponed',
      outcome_reason: 'chưa rõ có đủ điều kiện hay không, chưa được xác nhận',
    });
  });

  it('closes the meeting to every change', () => {
    const ids = season();
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    const closed = { ok: false, error: { code: 'meeting-closed' } };
    expect(file.call('saveMeeting', meeting)).toEqual(closed);
    expect(file.call('savePresence', { presence: [] })).toEqual(closed);
    expect(file.call('saveTellers', { memberIds: [] })).toEqual(closed);
    expect(file.call('openMeeting', { withoutQuorumBecause: null })).toEqual(closed);
    expect(file.call('openRound', { titleId: 'CSTDCS' })).toEqual(closed);
    expect(file.call('concludeMeeting', { undealtBecause: 'Hết giờ họp' })).toEqual(closed);
    expect(file.call('saveHands', { votes: [hands(ids.handsPassed, null)] })).toEqual(closed);
  });

  it('is taken back by the chair alone, and comes out the same again', () => {
    const ids = season();
    file.done('sealRound', { roundId: vote(ids) });
    const first = file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    const outcomes = cases();
    expect(file.call('reopenMeeting', { reason: 'Bổ sung ý kiến' }, 'secretary')).toMatchObject({
      error: { code: 'role-not-allowed' },
    });
    file.done('reopenMeeting', { reason: 'Bổ sung ý kiến' }, 'chair');
    expect(file.call('reopenMeeting', { reason: 'Lần nữa' }, 'chair')).toMatchObject({
      error: { code: 'wrong-state' },
    });
    const open = cases();
    expect(file.ask('getMeeting', {}).meeting?.state).toBe('open');
    expect([...open.values()].filter(({ outcome }) => outcome !== null).map(({ id }) => id)).toEqual([
      ids.withdrawn,
    ]);
    for (const id of [ids.handsPassed, ids.handsFailed, ids.ballotPassed, ids.ballotFailed]) {
      expect(open.get(id)?.state).toBe('VOTED');
    }
    expect(file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' })).toEqual(first);
    expect(cases()).toEqual(outcomes);
  });

  it('stays when a case has gone on to others', () => {
    const ids = season();
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    file.run("update award_case set state = 'SUBMITTED' where id = ?", ids.handsPassed);
    expect(file.call('reopenMeeting', { reason: 'Bổ sung ý kiến' }, 'chair')).toMatchObject({
      error: { code: 'wrong-state', state: 'Đã trình' },
    });
    expect(file.ask('getMeeting', {}).meeting?.state).toBe('closed');
  });
});

describe('an approval', () => {
  it('is of those in the room, and of the panel that was approved', () => {
    const { memberIds, meetingId } = seatCouncil(file, { total: 9, absent: 1 });
    const approvals = () => file.ask('getMeeting', {}).approvals;
    const approve = (about: 'TELLERS' | 'MINUTES', agree: number | null) =>
      file.call('saveApproval', { about, agree });
    expect(approvals()).toEqual({ TELLERS: null, MINUTES: null });
    expect(approve('TELLERS', 9)).toMatchObject({ error: { code: 'more-than-room', cast: 9, mayVote: 8 } });
    expect(approve('TELLERS', 8)).toMatchObject({ ok: true });
    expect(approve('MINUTES', 7)).toMatchObject({ ok: true });
    expect(approvals()).toEqual({ TELLERS: { agree: 8, inRoom: 8 }, MINUTES: { agree: 7, inRoom: 8 } });
    file.done('saveTellers', { memberIds: memberIds.slice(0, 3) });
    expect(approvals().TELLERS).toEqual({ agree: 8, inRoom: 8 });
    file.done('saveTellers', { memberIds: memberIds.slice(1, 4) });
    expect(approvals().TELLERS).toBeNull();
    const insert = (agree: number, room: number) =>
      file.run("insert into approval values (?, 'TELLERS', ?, ?)", meetingId, agree, room);
    expect(() => insert(9, 9)).toThrow(/more hands than members/);
    expect(() => insert(8, 7)).toThrow(/CHECK/);
    file.done('concludeMeeting', {});
    expect(approve('MINUTES', 8)).toMatchObject({ error: { code: 'meeting-closed' } });
  });
});

describe('times of presence', () => {
  it('say who is in the room when hands are raised and when papers are issued', () => {
    const { memberIds } = seatCouncil(file, { total: 9 });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Lê An']);
    addCandidates(file, 'CSTDCS', ['Lê Bình']);
    const [first = '', second = ''] = memberIds;
    const here = { present: true, reason: '' } as const;
    file.done('savePresence', { presence: [{ ...here, memberId: first, arrivedAt: '14:20' }] });
    expect(file.ask('getMeeting', {}).quorum).toMatchObject({ present: 9 });
    file.done('savePresence', { presence: [{ ...here, memberId: second, leftAt: '15:10' }] });
    expect(file.ask('getMeeting', {}).quorum).toMatchObject({ present: 8, total: 9 });
    file.done('saveHands', { votes: [hands(caseId, 8)] });
    expect(file.ask('getMeeting', {}).hands[0]).toMatchObject({ mayVote: 8, base: 9 });

    const { id } = file.done('openRound', { titleId: 'CSTDCS' });
    expect(file.call('savePrintRun', { roundId: id, printed: 10, issued: 9 })).toMatchObject({
      error: { code: 'identity-broken', left: 9, right: 8 },
    });
    file.done('savePrintRun', { roundId: id, printed: 10, issued: 8 });
    // Who leaves after the papers were issued has voted.
    file.done('savePresence', {
      presence: [{ ...here, memberId: first, arrivedAt: '14:20', leftAt: '15:40' }],
    });
    file.done('declareReturned', { roundId: id, returned: 8, mode: 'ballots' });
    file.done('storeBallots', { roundId: id, ballots: Array.from({ length: 8 }, () => paper('AGREE')) });
    file.done('sealRound', { roundId: id });
    expect(file.ask('getRound', { id })).toMatchObject({ present: 8, base: 9, state: 'sealed' });
  });

  it('bound the hands: nobody who left, is away or steps aside raises one, and who is away may write', () => {
    const { memberIds } = seatCouncil(file, { total: 9, absent: 1 });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Lê An']);
    const ask = () => file.ask('getMeeting', {}).hands[0];
    const vote = (agree: number, written: number | null = null) =>
      file.call('saveHands', { votes: [{ ...hands(caseId, agree), written }] });
    expect(ask()).toMatchObject({ mayVote: 8, mayWrite: 1 });
    file.done('saveRecusal', { caseId, memberId: memberIds[2] ?? '', reason: 'Là người thân' });
    expect(ask()).toMatchObject({ mayVote: 7, mayWrite: 1, base: 9 });
    expect(vote(8)).toMatchObject({ error: { code: 'more-than-room', cast: 8, mayVote: 7 } });
    expect(vote(8, 2)).toMatchObject({ error: { code: 'more-than-absent', written: 2, mayWrite: 1 } });
    const gone = { memberId: memberIds[4] ?? '', present: true, reason: '', leftAt: '15:00' };
    file.done('savePresence', { presence: [gone] });
    expect(vote(8, 1)).toMatchObject({ error: { code: 'more-than-room', cast: 7, mayVote: 6 } });
    expect(vote(7, 1)).toMatchObject({ ok: true });
    expect(ask()).toMatchObject({ agree: 7, written: 1, passed: true });
  });

  it('stay as a recorded show of hands was counted with them', () => {
    const { memberIds } = seatCouncil(file, { total: 5, absent: 1 });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Lê An']);
    file.done('saveHands', { votes: [{ ...hands(caseId, 5), written: 1 }] });
    const set = (index: number, present: boolean | null) =>
      file.call('savePresence', { presence: [{ memberId: memberIds[index] ?? '', present, reason: '' }] });
    for (const given of [set(1, false), set(1, null), set(4, true)]) {
      expect(given).toMatchObject({ error: { code: 'presence-counted' } });
    }
    file.done('saveHands', { votes: [hands(caseId, null)] });
    expect(set(1, false)).toMatchObject({ ok: true });
  });

  it('change nothing that a sealed round counted, and may still be written where they do not', () => {
    const { memberIds } = seatCouncil(file, { total: 9, absent: 2 });
    addCandidates(file, 'CSTDCS', ['Lê Bình']);
    const round = openCounting(file, { papers: 7 });
    file.done('storeBallots', {
      roundId: round.id,
      ballots: Array.from({ length: 7 }, () => paper('AGREE')),
    });
    file.done('sealRound', { roundId: round.id });
    const set = (index: number, change: { present: boolean | null; arrivedAt?: string; leftAt?: string }) =>
      file.call('savePresence', { presence: [{ memberId: memberIds[index] ?? '', reason: '', ...change }] });
    const counted = { error: { code: 'presence-counted' } };
    expect(set(1, { present: false })).toMatchObject(counted);
    expect(set(1, { present: null })).toMatchObject(counted);
    expect(set(8, { present: true })).toMatchObject(counted);
    // Who comes after the count, and who leaves after it, changes nothing of it.
    expect(set(8, { present: true, arrivedAt: '15:30' })).toMatchObject({ ok: true });
    expect(set(8, { present: true })).toMatchObject(counted);
    expect(set(8, { present: false })).toMatchObject({ ok: true });
    expect(set(1, { present: true, leftAt: '15:45' })).toMatchObject({ ok: true });
    for (const statement of [
      'update presence set present = 0, left_at = null where member_id = ?',
      'delete from presence where member_id = ?',
    ]) {
      expect(() => file.run(statement, memberIds[1] ?? '')).toThrow(/sealed round was counted/);
    }
    expect(() => file.run('update presence set present = 1 where member_id = ?', memberIds[8] ?? '')).toThrow(
      /sealed round was counted/,
    );
    expect(file.ask('getRound', { id: round.id }).present).toBe(7);
    file.done('reopenRound', { roundId: round.id, reason: 'Điểm danh sai' }, 'chair');
    expect(set(8, { present: true })).toMatchObject({ ok: true });
    // Down as there from the beginning, so in the room of the papers too: both papers say the same.
    expect(file.ask('getRound', { id: round.id }).present).toBe(8);
  });

  it('are of one who came, in their order', () => {
    const { memberIds } = seatCouncil(file, { total: 3, open: false });
    const memberId = memberIds[0] ?? '';
    const wrong = { ok: false, error: { code: 'invalid-input', field: 'presence' } };
    expect(
      file.call('savePresence', {
        presence: [{ memberId, present: false, reason: '', arrivedAt: '14:20' }],
      }),
    ).toMatchObject(wrong);
    expect(
      file.call('savePresence', {
        presence: [{ memberId, present: true, reason: '', arrivedAt: '14:20', leftAt: '14:10' }],
      }),
    ).toMatchObject(wrong);
  });
});
