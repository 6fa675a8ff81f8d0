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

function talk(caseId: string) {
  const found = file.ask('getMeeting', {}).cases.find((one) => one.caseId === caseId);
  if (found === undefined) throw new Error('No such case in the meeting');
  return found;
}
function told(caseId: string) {
  return file.rows('select state, outcome, outcome_reason from award_case where id = ?', caseId)[0];
}
function agree(caseId: string, votes: number | null) {
  return file.call('saveHands', { votes: [{ caseId, agree: votes, disagree: null, abstain: null }] });
}

describe('the agenda', () => {
  it('has every title with cases, in the order the council chose, then in their own', () => {
    addCandidates(file, 'LDTT', ['Lê An', 'Lê Bình']);
    addCandidates(file, 'CSTDCS', ['Lê Chi']);
    seatCouncil(file, { total: 5 });
    const order = () => file.ask('getMeeting', {}).agenda.map(({ titleId, cases }) => `${titleId} ${cases}`);
    expect(order()).toEqual(['LDTT 2', 'CSTDCS 1']);
    file.done('saveAgenda', { titleIds: ['CSTDCS', 'LDTT'] });
    expect(order()).toEqual(['CSTDCS 1', 'LDTT 2']);
    expect(file.call('saveAgenda', { titleIds: ['NOPE'] })).toMatchObject({
      error: { code: 'unknown-title' },
    });
  });
});

describe('who steps aside', () => {
  it('is shown beside the case, recorded by name and reason, and fixed by the vote; the base stays', () => {
    const { personIds, memberIds } = seatCouncil(file, { total: 9 });
    const caseId = file.addCase({ personId: personIds[3] ?? '', titleId: 'LDTT' });
    file.done('saveRelative', { memberId: memberIds[1] ?? '', personId: personIds[3] ?? '', relation: 'vợ' });
    expect(talk(caseId).concerned.map(({ kind, relation, recused }) => [kind, relation, recused])).toEqual([
      ['relative', 'vợ', false],
      ['own', '', false],
    ]);
    file.done('saveRecusal', { caseId, memberId: memberIds[3] ?? '', reason: 'Là người được xét' });
    expect(file.ask('getMeeting', {}).hands[0]).toMatchObject({ base: 9, needed: 5 });
    expect(agree(caseId, 8).ok).toBe(true);
    const late = { caseId, memberId: memberIds[1] ?? '', reason: 'Là vợ' };
    expect(file.call('saveRecusal', late)).toMatchObject({ error: { code: 'wrong-state' } });
    expect(() => file.run("insert into recusal values (?, ?, 'x')", caseId, memberIds[1] ?? '')).toThrow(
      /stepped aside/,
    );
    agree(caseId, null);
    file.done('saveRecusal', { caseId, memberId: memberIds[3] ?? '', reason: null });
    expect(talk(caseId).concerned.some(({ recused }) => recused)).toBe(false);
  });

  it('is taken off the base of hands only where the regulation says so', () => {
    const { personIds, memberIds } = seatCouncil(file, { total: 9 });
    const caseId = file.addCase({ personId: personIds[3] ?? '', titleId: 'LDTT' });
    file.done('saveRecusal', { caseId, memberId: memberIds[3] ?? '', reason: 'Là người được xét' });
    file.run("insert into regulation values (1, 'Quy chế', '05/QC', '2025-09-01')");
    file.run(
      "insert into regulation_setting values ('recusalReducesBase', ?, '', '')",
      '{"kind":"switch","on":true}',
    );
    expect(file.ask('getMeeting', {}).hands[0]).toMatchObject({ base: 8, needed: 5 });
    expect(agree(caseId, 9)).toMatchObject({ error: { code: 'more-than-base', base: 8 } });
    expect(agree(caseId, 8).ok).toBe(true);
    expect(file.rows('select base, needed from hands_vote')).toEqual([{ base: 8, needed: 5 }]);
  });
});

describe('who steps aside from a name on a ballot', () => {
  it('leaves its row on the paper, and says nothing of it in writing', () => {
    const { memberIds } = seatCouncil(file, { total: 9, absent: 1 });
    const [caseId = '', other = ''] = addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình']);
    const [aside = '', away = ''] = [memberIds[2], memberIds[8]];
    for (const memberId of [aside, away])
      file.done('saveRecusal', { caseId, memberId, reason: 'Là người thân' });
    const round = openCounting(file, { papers: 8 });
    const opinion = (mark: 'AGREE' | 'BLANK') =>
      file.call('saveWrittenOpinion', {
        roundId: round.id,
        memberId: away,
        marks: [
          { caseId, mark },
          { caseId: other, mark: 'AGREE' },
        ],
      });
    expect(opinion('AGREE')).toEqual({
      ok: false,
      error: { code: 'member-steps-aside', name: 'Nguyễn Văn Ủy 09', about: 'Lê An' },
    });
    expect(opinion('BLANK')).toMatchObject({ ok: true });
    const papers = (own: number) =>
      Array.from({ length: 8 }, (_, index) => paper(index < own ? 'AGREE' : 'BLANK', 'AGREE'));
    file.done('storeBallots', { roundId: round.id, ballots: papers(8) });
    // Eight marks for a name that only seven of the eight in the room may vote on.
    expect(file.call('sealRound', { roundId: round.id })).toMatchObject({
      error: { code: 'identity-broken', left: 8, right: 7 },
    });
    file.done('clearBallots', { roundId: round.id, reason: 'Bỏ phiếu lại' });
    file.done('storeBallots', { roundId: round.id, ballots: papers(7) });
    file.done('sealRound', { roundId: round.id });
    expect(() => file.run('delete from recusal')).toThrow(/stepped aside/);
    expect(file.ask('getRound', { id: round.id }).candidates[0]?.result).toMatchObject({ agree: 7 });
  });
});

describe('what the council decides by word', () => {
  it('stands over the count when the meeting is concluded, with its reason', () => {
    seatCouncil(file, { total: 5 });
    const [put = '', refused = '', counted = ''] = addCandidates(file, 'LDTT', [
      'Lê An',
      'Lê Bình',
      'Lê Chi',
    ]);
    agree(put, 5);
    agree(counted, 5);
    file.done('decideCase', {
      caseId: put,
      decision: { outcome: 'postponed', reason: 'Chờ xác minh đơn thư' },
    });
    file.done('decideCase', {
      caseId: refused,
      decision: { outcome: 'rejected', reason: 'Chưa đủ minh chứng' },
    });
    expect(
      file.call('decideCase', { caseId: counted, decision: { outcome: 'rejected', reason: 'Không hợp lý' } }),
    ).toMatchObject({ error: { code: 'wrong-state' } });
    expect(file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' })).toEqual({
      proposed: 1,
      rejected: 1,
      notEligible: 0,
      postponed: 1,
    });
    expect(told(put)).toEqual({
      state: 'POSTPONED',
      outcome: 'postponed',
      outcome_reason: 'Hội đồng hoãn xét: Chờ xác minh đơn thư',
    });
    expect(told(refused)).toMatchObject({ state: 'REJECTED', outcome: 'rejected' });
    expect(told(counted)).toMatchObject({ state: 'CONCLUDED', outcome: 'proposed' });
  });

  it('lowers a case to one of another title, which is voted by itself; nobody is lost', () => {
    seatCouncil(file, { total: 5 });
    const personId = file.addPerson({ name: 'Lê An' });
    const high = file.addCase({ personId, titleId: 'CSTDCS' });
    const decision = { outcome: 'lowered', titleId: 'LDTT', reason: 'Sáng kiến chưa công nhận' } as const;
    expect(
      file.call('decideCase', { caseId: high, decision: { ...decision, titleId: 'TTLDTT' } }),
    ).toMatchObject({ error: { code: 'unknown-title' } });
    file.done('decideCase', { caseId: high, decision });
    expect(told(high)).toMatchObject({ state: 'LOWERED', outcome: 'lowered' });
    const [low] = file.rows<{ id: string; state: string }>(
      "select id, state from award_case where title_id = 'LDTT' and person_id = ?",
      personId,
    );
    // It is appraised at once: nobody has to think of it.
    expect(low?.state).toBe('CHECKED');
    expect(file.rows('select case_id from verdict where case_id = ?', low?.id ?? '')).toHaveLength(1);
    expect(talk(high).decision).toMatchObject({ loweredTo: 'LDTT' });
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    expect(told(high)).toMatchObject({ outcome: 'lowered' });
    expect(told(low?.id ?? '')).toMatchObject({ outcome: 'postponed' });
    file.done('reopenMeeting', { reason: 'Xét tiếp' }, 'chair');
    expect(told(high)).toMatchObject({ state: 'LOWERED', outcome: 'lowered' });
    file.done('decideCase', { caseId: high, decision: null });
    expect(told(high)).toMatchObject({ state: 'CHECKED', outcome: null });
    expect(told(low?.id ?? '')).toMatchObject({ state: 'WITHDRAWN', outcome: 'withdrawn' });
    // Once more: the withdrawn case is taken up again, and no second one is made.
    file.done('decideCase', { caseId: high, decision });
    expect(told(low?.id ?? '')).toMatchObject({ state: 'CHECKED' });
    expect(file.rows('select id from award_case where person_id = ?', personId)).toHaveLength(2);
  });

  it('joins the case that is there already and leaves it alone when taken back', () => {
    seatCouncil(file, { total: 5 });
    const personId = file.addPerson({ name: 'Lê An' });
    const high = file.addCase({ personId, titleId: 'CSTDCS' });
    const low = file.addCase({ personId, titleId: 'LDTT' });
    agree(low, 5);
    file.done('decideCase', {
      caseId: high,
      decision: { outcome: 'lowered', titleId: 'LDTT', reason: 'Đã đủ điều kiện thấp hơn' },
    });
    expect(told(low)).toMatchObject({ state: 'VOTED' });
    file.done('decideCase', { caseId: high, decision: null });
    expect(told(low)).toMatchObject({ state: 'VOTED' });
  });

  it('does not touch a case whose name is on papers that are out', () => {
    seatCouncil(file, { total: 5 });
    const [caseId = ''] = addCandidates(file, 'CSTDCS', ['Lê An']);
    file.done('openRound', { titleId: 'CSTDCS' });
    expect(
      file.call('decideCase', {
        caseId,
        decision: { outcome: 'lowered', titleId: 'LDTT', reason: 'Khác ý' },
      }),
    ).toMatchObject({ error: { code: 'wrong-state' } });
  });
});

describe('notes', () => {
  it('are kept by case while the meeting is not concluded', () => {
    seatCouncil(file, { total: 5 });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Lê An']);
    file.done('saveCaseNote', { caseId, discussion: ' Có sáng kiến tốt ', dissent: 'Một ý kiến khác' });
    expect(talk(caseId)).toMatchObject({ discussion: 'Có sáng kiến tốt', dissent: 'Một ý kiến khác' });
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    expect(file.call('saveCaseNote', { caseId, discussion: '', dissent: '' })).toMatchObject({
      error: { code: 'meeting-closed' },
    });
  });
});

describe('the minutes of a concluded meeting', () => {
  it('are kept as they were concluded, whatever is recorded later; opened again, they are written anew', () => {
    const { personIds } = seatCouncil(file, { total: 5 });
    const [caseId = ''] = addCandidates(file, 'LDTT', ['Lê An']);
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    const kept = () =>
      file.rows<{ minutes: string | null }>('select minutes from meeting')[0]?.minutes ?? null;
    const first = kept();
    expect(first).toContain('còn 01 trường hợp chưa được xét; lý do: Hết giờ họp.');
    expect(first).toContain('Lê An (LĐTT): chưa được đưa ra biểu quyết.');
    file.run(
      "update person set full_name = 'Tên Sửa Sau', name_fold = 'ten sua sau' where id = ?",
      personIds[0] ?? '',
    );
    expect(() => file.run("update meeting set minutes = '{}'")).toThrow(/is kept/);
    file.done('reopenMeeting', { reason: 'Bổ sung' }, 'chair');
    expect(kept()).toBeNull();
    expect(file.rows('select minutes from meeting_version')).toEqual([
      { minutes: expect.stringContaining('Nguyễn Văn Ủy 01') as string },
    ]);
    agree(caseId, 5);
    file.done('concludeMeeting', {});
    expect(kept()).toContain('Tên Sửa Sau');
    expect(kept()).not.toContain('chưa được đưa ra biểu quyết');
  });
});

describe('a concluded meeting that is opened again', () => {
  it('keeps the minutes as they were, for good', () => {
    seatCouncil(file, { total: 5 });
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    file.done('reopenMeeting', { reason: 'Bổ sung ý kiến' }, 'chair');
    const [version] = file.ask('getMeeting', {}).versions;
    expect(version?.reason).toBe('Bổ sung ý kiến');
    const [kept] = file.rows<{ minutes: string }>('select minutes from meeting_version');
    expect(JSON.parse(kept?.minutes ?? '')).toMatchObject({
      kind: 'paper',
      title: 'BIÊN BẢN',
      watermark: null,
    });
    expect(() => file.run("update meeting_version set reason = 'x'")).toThrow(/is kept/);
    expect(() => file.run('delete from meeting_version')).toThrow(/is kept/);
  });
});
