import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileJobContext } from '../../electron/core/context.ts';
import { ballotHandlers } from '../../electron/core/features/ballot.ts';
import type { Mark } from '../../shared/terms.ts';
import type { RoundView } from '../../shared/views.ts';
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

/** Papers for one name: so many in favour, so many spoilt, the others against. */
function papers({
  agree,
  invalid = 0,
  total,
}: {
  readonly agree: number;
  readonly invalid?: number;
  readonly total: number;
}) {
  return Array.from({ length: total }, (_, index) =>
    index < invalid
      ? { invalidReason: 'Gạch tên, viết thêm', marks: [] }
      : paper(index < invalid + agree ? 'AGREE' : 'DISAGREE'),
  );
}

function round(id: string): RoundView {
  return file.ask('getRound', { id });
}

function resultOf(id: string, place = 0) {
  return round(id).candidates[place]?.result;
}

function vote({
  total,
  absent,
  agree,
  invalid = 0,
  written = [],
}: {
  readonly total: number;
  readonly absent: number;
  readonly agree: number;
  readonly invalid?: number;
  readonly written?: readonly Mark[];
}) {
  const { memberIds } = seatCouncil(file, { total, absent });
  addCandidates(file, 'CSTDCS', ['Trần Thị Mai']);
  const { id, candidates } = openCounting(file, { papers: total - absent });
  const caseId = candidates[0]?.caseId ?? '';
  file.done('storeBallots', { roundId: id, ballots: papers({ agree, invalid, total: total - absent }) });
  written.forEach((mark, index) => {
    const memberId = memberIds[total - absent + index] ?? '';
    file.done('saveWrittenOpinion', { roundId: id, memberId, marks: [{ caseId, mark }] });
  });
  file.done('sealRound', { roundId: id });
  return resultOf(id);
}

describe('the result of a secret ballot', () => {
  it('counts a written opinion of an absent member: 13 + 1 of 17', () => {
    expect(vote({ total: 17, absent: 2, agree: 13, written: ['AGREE'] })).toEqual({
      agreeInRoom: 13,
      agreeWritten: 1,
      agree: 14,
      disagree: 2,
      blank: 0,
      percent: '82,35 %',
      passed: true,
      missing: 0,
    });
  });

  it('never shrinks its base to those present: 13 of 17', () => {
    expect(vote({ total: 17, absent: 2, agree: 13 })).toMatchObject({
      percent: '76,47 %',
      passed: false,
      missing: 1,
    });
  });

  it('passes at exactly 80 %: 12 of 15', () => {
    expect(vote({ total: 15, absent: 0, agree: 12 })).toMatchObject({ percent: '80 %', passed: true });
  });

  it('counts an invalid paper as not in favour: 12 of 15 with one invalid', () => {
    const result = vote({ total: 15, absent: 0, agree: 12, invalid: 1 });
    expect(result).toMatchObject({ agree: 12, disagree: 2, percent: '80 %', passed: true });
  });

  it('counts a disagreeing opinion and a blank one as not in favour', () => {
    expect(vote({ total: 9, absent: 2, agree: 7, written: ['DISAGREE', 'BLANK'] })).toMatchObject({
      agree: 7,
      passed: false,
      missing: 1,
    });
  });
});

describe('a slate', () => {
  it('has the eligible names by given name, and puts them on the ballot', () => {
    seatCouncil(file, { total: 9 });
    addCandidates(file, 'CSTDCS', ['Lê Văn Uyên', 'Trần Thị Ánh', 'Đỗ Bình', 'An Thị Đào']);
    const out = file.addPerson({ name: 'Lê Không' });
    file.addCase({ personId: out, titleId: 'CSTDCS', eligibility: 'no' });
    file.addCase({
      personId: file.addPerson({ name: 'Lê Chờ' }),
      titleId: 'CSTDCS',
      eligibility: 'needs-person',
    });
    file.addCase({ personId: file.addPerson({ name: 'Lê Rút' }), titleId: 'CSTDCS', state: 'WITHDRAWN' });
    file.addCase({ personId: out, titleId: 'LDTT' });
    const { id } = file.done('openRound', { titleId: 'CSTDCS' });
    expect(round(id).candidates.map(({ name }) => name)).toEqual([
      'Trần Thị Ánh',
      'Đỗ Bình',
      'An Thị Đào',
      'Lê Văn Uyên',
    ]);
    expect(round(id)).toMatchObject({
      number: 1,
      slate: 4,
      base: 9,
      needed: 8,
      state: 'preparing',
      rule: expect.stringContaining('từ 80 %') as unknown,
    });
    expect(file.rows("select count(*) as n from award_case where state = 'ON_BALLOT'")).toEqual([{ n: 4 }]);
    expect(file.ask('listRounds', {})).toEqual([
      {
        id,
        titleId: 'CSTDCS',
        titleName: 'Chiến sĩ thi đua cơ sở',
        number: 1,
        state: 'preparing',
        slate: 4,
        form: { kind: 'SECRET_BALLOT', chooseAtMost: null },
      },
    ]);
  });

  it('follows the decision of the council where it overruled the rules', () => {
    seatCouncil(file, { total: 9 });
    const [yes = ''] = addCandidates(file, 'CSTDCS', ['Lê An']);
    const personId = file.addPerson({ name: 'Lê Bình' });
    const no = file.addCase({ personId, titleId: 'CSTDCS', eligibility: null, state: 'REGISTERED' });
    file.run("insert into overruling values (?, 'no', 'Có đơn thư', 'x', 'now')", yes);
    file.run("insert into overruling values (?, 'yes', 'Đủ minh chứng', 'x', 'now')", no);
    const { id } = file.done('openRound', { titleId: 'CSTDCS' });
    expect(round(id).candidates.map(({ caseId }) => caseId)).toEqual([no]);
  });

  it('needs an open meeting, a quorum, a title that is balloted and somebody to vote on', () => {
    const { memberIds } = seatCouncil(file, { total: 9, open: false });
    expect(file.call('openRound', { titleId: 'CSTDCS' })).toMatchObject({ error: { code: 'no-meeting' } });
    file.done('openMeeting', { withoutQuorumBecause: null });
    expect(file.call('openRound', { titleId: 'CSTDCS' })).toMatchObject({ error: { code: 'slate-empty' } });
    expect(file.call('openRound', { titleId: 'LDTT' })).toMatchObject({ error: { code: 'wrong-state' } });
    expect(file.call('openRound', { titleId: 'NOPE' })).toMatchObject({ error: { code: 'unknown-title' } });
    addCandidates(file, 'CSTDCS', ['Lê An']);
    file.done('saveTellers', { memberIds: [] });
    file.done('savePresence', {
      presence: memberIds.slice(0, 4).map((memberId) => ({ memberId, present: false, reason: 'Về sớm' })),
    });
    expect(file.call('openRound', { titleId: 'CSTDCS' })).toEqual({
      ok: false,
      error: { code: 'no-quorum', present: 5, total: 9, needed: 6 },
    });
  });

  it('is voted again only for those who did not pass, and no third time', () => {
    seatCouncil(file, { total: 5 });
    const [passed = '', failed = ''] = addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình']);
    const first = openCounting(file, { papers: 5 });
    expect(file.call('openRound', { titleId: 'CSTDCS' })).toMatchObject({
      error: { code: 'round-not-sealed' },
    });
    const ballots = Array.from({ length: 5 }, () => paper('AGREE', 'DISAGREE'));
    file.done('storeBallots', { roundId: first.id, ballots });
    file.done('sealRound', { roundId: first.id });
    const second = openCounting(file, { papers: 5 });
    expect(second).toMatchObject({ number: 2 });
    expect(second.candidates.map(({ caseId }) => caseId)).toEqual([failed]);
    expect(file.call('reopenRound', { roundId: first.id, reason: 'Đếm lại' }, 'chair')).toMatchObject({
      error: { code: 'round-has-later' },
    });
    file.done('storeBallots', {
      roundId: second.id,
      ballots: Array.from({ length: 5 }, () => paper('BLANK')),
    });
    file.done('sealRound', { roundId: second.id });
    expect(file.call('openRound', { titleId: 'CSTDCS' })).toMatchObject({
      error: { code: 'no-more-rounds', maximum: 2 },
    });
    file.done('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    expect(file.rows('select outcome from award_case where id = ?', passed)).toEqual([
      { outcome: 'proposed' },
    ]);
    expect(file.rows('select outcome from award_case where id = ?', failed)).toEqual([
      { outcome: 'rejected' },
    ]);
  });

  it('is taken back with a reason, and its cases are where they were', () => {
    seatCouncil(file, { total: 5 });
    addCandidates(file, 'CSTDCS', ['Lê An']);
    const first = openCounting(file, { papers: 5 });
    file.done('storeBallots', { roundId: first.id, ballots: papers({ agree: 2, total: 5 }) });
    file.done('removeRound', { id: first.id, reason: 'Nhầm danh hiệu' });
    expect(file.rows('select state from award_case')).toEqual([{ state: 'CHECKED' }]);
    for (const table of ['round', 'slate', 'ballot', 'ballot_mark', 'ballot_draft']) {
      expect(file.rows(`select * from ${table}`)).toEqual([]);
    }
    const again = openCounting(file, { papers: 5 });
    file.done('storeBallots', { roundId: again.id, ballots: papers({ agree: 2, total: 5 }) });
    file.done('sealRound', { roundId: again.id });
    expect(file.call('removeRound', { id: again.id, reason: 'Nhầm danh hiệu' })).toMatchObject({
      error: { code: 'round-sealed' },
    });
    const second = file.done('openRound', { titleId: 'CSTDCS' });
    file.done('removeRound', { id: second.id, reason: 'Không bỏ phiếu lại' });
    expect(file.rows('select state from award_case')).toEqual([{ state: 'VOTED' }]);
  });
});

describe('papers in number', () => {
  let id: string;
  beforeEach(() => {
    seatCouncil(file, { total: 9, absent: 1 });
    addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình']);
    ({ id } = file.done('openRound', { titleId: 'CSTDCS' }));
  });

  function broken(left: number, right: number) {
    return { ok: false, error: { code: 'identity-broken', left, right } };
  }

  it('are issued within what was printed and who is present, and returned within what was issued', () => {
    expect(file.call('savePrintRun', { roundId: id, printed: 7, issued: 8 })).toMatchObject(broken(8, 7));
    expect(file.call('savePrintRun', { roundId: id, printed: 10, issued: 9 })).toMatchObject(broken(9, 8));
    file.done('savePrintRun', { roundId: id, printed: 10, issued: 8 });
    expect(file.call('declareReturned', { roundId: id, returned: 9, mode: 'ballots' })).toMatchObject(
      broken(9, 8),
    );
    file.done('declareReturned', { roundId: id, returned: 7, mode: 'ballots' });
    expect(file.call('savePrintRun', { roundId: id, printed: 10, issued: 6 })).toMatchObject(broken(7, 6));
    expect(round(id)).toMatchObject({ printed: 10, issued: 8, returned: 7, state: 'counting' });
    const shown = round(id).identities.map(({ left, relation, right, holds }) => ({
      left,
      relation,
      right,
      holds,
    }));
    expect(shown).toEqual([
      { left: 8, relation: '<=', right: 10, holds: true },
      { left: 8, relation: '<=', right: 8, holds: true },
      { left: 7, relation: '<=', right: 8, holds: true },
      { left: 0, relation: '=', right: 7, holds: false },
      { left: 0, relation: '=', right: 7, holds: false },
      { left: 0, relation: '<=', right: 1, holds: true },
    ]);
  });

  it('are declared before any is entered, and never fewer than are stored', () => {
    const ballots = [paper('AGREE', 'BLANK')];
    const refused = { ok: false, error: { code: 'returned-not-declared', title: 'Chiến sĩ thi đua cơ sở' } };
    expect(file.call('storeBallots', { roundId: id, ballots })).toEqual(refused);
    expect(file.call('saveBallotDraft', { roundId: id, ballots })).toEqual(refused);
    file.done('declareReturned', { roundId: id, returned: 2, mode: 'ballots' });
    file.done('storeBallots', { roundId: id, ballots: [...ballots, ...ballots] });
    expect(file.call('storeBallots', { roundId: id, ballots })).toMatchObject(broken(3, 2));
    expect(file.call('declareReturned', { roundId: id, returned: 1, mode: 'ballots' })).toMatchObject(
      broken(2, 1),
    );
    expect(file.call('declareReturned', { roundId: id, returned: null, mode: 'ballots' })).toMatchObject(
      broken(2, 0),
    );
    expect(file.call('declareReturned', { roundId: id, returned: 2, mode: 'totals' })).toMatchObject({
      error: { code: 'wrong-state' },
    });
    expect(round(id).stored).toBe(2);
  });

  it('are refused whole when one does not fit the slate', () => {
    file.done('declareReturned', { roundId: id, returned: 8, mode: 'ballots' });
    const good = paper('AGREE', 'INVALID');
    const wrong = [
      [paper('AGREE'), 'marks-missing'],
      [paper('AGREE', 'AGREE', 'AGREE'), 'marks-too-many'],
      [{ invalidReason: 'Rách', marks: ['AGREE', 'AGREE'] as Mark[] }, 'marks-on-invalid'],
    ] as const;
    for (const [ballot, problem] of wrong) {
      expect(file.call('storeBallots', { roundId: id, ballots: [good, ballot] })).toEqual({
        ok: false,
        error: { code: 'invalid-ballot', ballot: 2, problem },
      });
    }
    expect(round(id).stored).toBe(0);
    file.done('storeBallots', { roundId: id, ballots: [good, { invalidReason: '  Rách  nát ', marks: [] }] });
    expect(round(id)).toMatchObject({ stored: 2, valid: 1, invalid: 1 });
    expect(file.rows('select invalid_reason from ballot where invalid_reason is not null')).toEqual([
      { invalid_reason: 'Rách nát' },
    ]);
  });

  it('tell nothing per name before the seal, in lots or in the draft', () => {
    file.done('savePrintRun', { roundId: id, printed: 8, issued: 8 });
    file.done('declareReturned', { roundId: id, returned: 8, mode: 'ballots' });
    file.done('storeBallots', {
      roundId: id,
      ballots: Array.from({ length: 5 }, () => paper('AGREE', 'DISAGREE')),
    });
    const draft = [paper('DISAGREE', 'AGREE'), paper('AGREE', 'AGREE')];
    file.done('saveBallotDraft', { roundId: id, ballots: draft });
    expect(round(id).candidates.map(({ result }) => result)).toEqual([null, null]);
    expect(round(id).identities.filter(({ identity }) => identity.includes('Lê'))).toEqual([]);
    expect(round(id).draft).toEqual([draft[1], draft[0]]);
    file.done('storeBallots', { roundId: id, ballots: [...draft, draft[0] ?? paper()] });
    expect(round(id)).toMatchObject({ draft: [], stored: 8 });
    file.done('sealRound', { roundId: id });
    expect(round(id).candidates.map(({ result }) => result?.agree)).toEqual([6, 3]);
    expect(round(id).identities.filter(({ identity }) => identity.includes('Lê An'))).toHaveLength(2);
    expect(round(id).identities.every(({ holds }) => holds)).toBe(true);
  });

  it('are cleared with a reason to be entered anew', () => {
    file.done('declareReturned', { roundId: id, returned: 8, mode: 'ballots' });
    file.done('storeBallots', { roundId: id, ballots: [paper('AGREE', 'AGREE')] });
    file.done('saveBallotDraft', { roundId: id, ballots: [paper('AGREE', 'AGREE')] });
    file.done('clearBallots', { roundId: id, reason: 'Nhập lẫn phiếu' });
    expect(round(id)).toMatchObject({ stored: 0, draft: [], returned: 8 });
    expect(file.rows('select * from ballot_mark')).toEqual([]);
  });

  it('are read from a sheet against the slate', async () => {
    const csv = [
      'Số phiếu;Không hợp lệ (lý do);Lê Bình;Lê An',
      '1;;Không đồng ý;x',
      '2;Phiếu trắng;;',
      '3;;;Đồng ý',
    ].join('\r\n');
    const context = { read: file.database.read } as unknown as FileJobContext;
    const input = { roundId: id, fileName: 'phieu.csv', bytes: Buffer.from(csv).toString('base64') };
    expect(await ballotHandlers.previewBallotFile(context, input)).toEqual({
      ok: true,
      value: {
        ballots: [
          { invalidReason: null, marks: ['AGREE', 'DISAGREE'] },
          { invalidReason: 'Phiếu trắng', marks: [] },
          { invalidReason: null, marks: ['AGREE', 'BLANK'] },
        ],
        problems: [],
      },
    });
    const sample = readFileSync(
      join(import.meta.dirname, '../samples/thcs-hoa-phuong/06-phieu-tin-nhiem.csv'),
    );
    const strangers = { roundId: id, fileName: '06.csv', bytes: sample.toString('base64') };
    expect(await ballotHandlers.previewBallotFile(context, strangers)).toMatchObject({
      ok: false,
      error: { code: 'not-on-slate', file: '06.csv' },
    });
  });
});

describe('a count by totals', () => {
  let id: string;
  let first: string;
  let second: string;
  beforeEach(() => {
    seatCouncil(file, { total: 9, absent: 1 });
    addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình']);
    const opened = openCounting(file, { papers: 8, mode: 'totals' });
    id = opened.id;
    [first = '', second = ''] = opened.candidates.map(({ caseId }) => caseId);
  });

  function total(caseId: string, agree: number | null, disagree: number | null, blank: number | null) {
    return { caseId, agree, disagree, blank };
  }

  it('keeps what is blank blank, shows what does not add up, and seals what does', () => {
    file.done('saveTotals', {
      roundId: id,
      invalid: 1,
      totals: [total(first, 6, null, null), total(second, 4, 2, 0)],
    });
    expect(round(id).totals).toEqual([total(first, 6, null, null), total(second, 4, 2, 0)]);
    expect(round(id)).toMatchObject({ mode: 'totals', valid: 7, invalid: 1 });
    expect(round(id).identities.find(({ identity }) => identity.startsWith('Lê Bình:'))).toMatchObject({
      left: 6,
      right: 7,
      holds: false,
    });
    expect(file.call('sealRound', { roundId: id })).toMatchObject({
      error: { code: 'count-incomplete', missing: 'số đồng ý, không đồng ý, bỏ trống của Lê An' },
    });
    file.done('saveTotals', {
      roundId: id,
      invalid: 1,
      totals: [total(first, 7, 0, 0), total(second, 4, 2, 0)],
    });
    expect(file.call('sealRound', { roundId: id })).toMatchObject({
      error: {
        code: 'identity-broken',
        left: 6,
        right: 7,
        identity: expect.stringMatching(/^Lê Bình/) as unknown,
      },
    });
    file.done('saveTotals', {
      roundId: id,
      invalid: 1,
      totals: [total(first, 7, 0, 0), total(second, 4, 2, 1)],
    });
    file.done('sealRound', { roundId: id });
    expect(resultOf(id, 0)).toMatchObject({ agree: 7, missing: 1, passed: false });
    expect(resultOf(id, 1)).toMatchObject({ agree: 4, disagree: 2, blank: 1 });
  });

  it('takes no more invalid papers than came back, no name off the slate and no papers one by one', () => {
    expect(file.call('saveTotals', { roundId: id, invalid: 9, totals: [] })).toMatchObject({
      error: { code: 'identity-broken', left: 9, right: 8 },
    });
    expect(
      file.call('saveTotals', { roundId: id, invalid: 0, totals: [total('other', 1, 1, 1)] }),
    ).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(file.call('storeBallots', { roundId: id, ballots: [paper('AGREE', 'AGREE')] })).toMatchObject({
      error: { code: 'wrong-state' },
    });
    file.done('saveTotals', { roundId: id, invalid: 3, totals: [total(first, 5, 0, 0)] });
    expect(file.call('declareReturned', { roundId: id, returned: 2, mode: 'totals' })).toMatchObject({
      error: { code: 'identity-broken', left: 3, right: 2 },
    });
    file.done('declareReturned', { roundId: id, returned: 8, mode: 'ballots' });
    expect(file.rows('select * from round_total')).toEqual([]);
    expect(file.call('saveTotals', { roundId: id, invalid: 0, totals: [] })).toMatchObject({
      error: { code: 'wrong-state' },
    });
  });
});

describe('a written opinion', () => {
  it('is of an absent member, on the slate, and can be taken back', () => {
    const { memberIds } = seatCouncil(file, { total: 9, absent: 2 });
    addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình']);
    const { id, candidates } = openCounting(file, { papers: 7 });
    const [first = ''] = candidates.map(({ caseId }) => caseId);
    const [present = '', absent = ''] = [memberIds[3], memberIds[7]];
    const marks = [{ caseId: first, mark: 'AGREE' as const }];
    function save(memberId: string, given: { caseId: string; mark: Mark }[] | null = marks) {
      return file.call('saveWrittenOpinion', { roundId: id, memberId, marks: given });
    }
    expect(save(present)).toMatchObject({ error: { code: 'member-present' } });
    expect(save('nobody')).toMatchObject({ error: { code: 'not-a-member' } });
    expect(save(absent, [{ caseId: 'other', mark: 'AGREE' }])).toMatchObject({
      error: { code: 'not-found' },
    });
    file.done('savePresence', { presence: [{ memberId: absent, present: null, reason: '' }] });
    expect(save(absent)).toMatchObject({ error: { code: 'presence-not-taken' } });
    file.done('savePresence', { presence: [{ memberId: absent, present: false, reason: 'Ốm' }] });
    expect(save(absent).ok).toBe(true);
    expect(file.rows('select mark from written_opinion order by mark')).toEqual([
      { mark: 'AGREE' },
      { mark: 'BLANK' },
    ]);
    expect(round(id).opinions).toEqual([
      { memberId: absent, fullName: expect.any(String) as unknown, received: true },
      { memberId: memberIds[8], fullName: expect.any(String) as unknown, received: false },
    ]);
    expect(
      file.call('savePresence', { presence: [{ memberId: absent, present: true, reason: '' }] }),
    ).toMatchObject({
      error: { code: 'member-present' },
    });
    expect(save(absent, null).ok).toBe(true);
    expect(file.rows('select * from written_opinion')).toEqual([]);
    file.done('savePresence', { presence: [{ memberId: absent, present: true, reason: '' }] });
  });
});

describe('the seal', () => {
  function counted() {
    seatCouncil(file, { total: 9, absent: 1 });
    addCandidates(file, 'CSTDCS', ['Lê An']);
    const { id } = openCounting(file, { papers: 8 });
    file.done('storeBallots', { roundId: id, ballots: papers({ agree: 8, total: 8 }) });
    return id;
  }

  it('needs tellers, every number and every identity', () => {
    const id = counted();
    file.done('saveTellers', { memberIds: [] });
    expect(file.call('sealRound', { roundId: id })).toEqual({
      ok: false,
      error: { code: 'tellers-missing' },
    });
    const memberIds = file.ask('getMeeting', {}).council?.members.map((member) => member.id) ?? [];
    file.done('saveTellers', { memberIds: memberIds.slice(0, 3) });
    file.done('savePrintRun', { roundId: id, printed: null, issued: 8 });
    expect(file.call('sealRound', { roundId: id })).toMatchObject({
      error: { code: 'count-incomplete', missing: 'số phiếu in' },
    });
    file.done('savePrintRun', { roundId: id, printed: 9, issued: 8 });
    file.done('clearBallots', { roundId: id, reason: 'Nhập lại' });
    file.done('storeBallots', { roundId: id, ballots: papers({ agree: 7, total: 7 }) });
    expect(file.call('sealRound', { roundId: id })).toMatchObject({
      error: { code: 'identity-broken', left: 7, right: 8 },
    });
    expect(file.rows('select * from round_result')).toEqual([]);
    file.done('storeBallots', { roundId: id, ballots: papers({ agree: 1, total: 1 }) });
    file.done('savePresence', {
      presence: [{ memberId: memberIds[4] ?? '', present: false, reason: 'Về sớm' }],
    });
    expect(file.call('sealRound', { roundId: id })).toMatchObject({
      error: { code: 'identity-broken', left: 8, right: 7 },
    });
  });

  it('ends every change, and keeps who was present though they leave', () => {
    const id = counted();
    file.done('sealRound', { roundId: id });
    expect(file.rows('select state from award_case')).toEqual([{ state: 'VOTED' }]);
    const sealed = { ok: false, error: { code: 'round-sealed', title: 'Chiến sĩ thi đua cơ sở' } };
    expect(file.call('sealRound', { roundId: id })).toEqual(sealed);
    expect(file.call('savePrintRun', { roundId: id, printed: 9, issued: 8 })).toEqual(sealed);
    expect(file.call('declareReturned', { roundId: id, returned: 8, mode: 'ballots' })).toEqual(sealed);
    expect(file.call('saveBallotDraft', { roundId: id, ballots: [] })).toEqual(sealed);
    expect(file.call('storeBallots', { roundId: id, ballots: [paper('AGREE')] })).toEqual(sealed);
    expect(file.call('clearBallots', { roundId: id, reason: 'Nhập lại' })).toEqual(sealed);
    expect(file.call('saveTotals', { roundId: id, invalid: 0, totals: [] })).toEqual(sealed);
    expect(file.call('saveWrittenOpinion', { roundId: id, memberId: 'x', marks: null })).toEqual(sealed);
    expect(file.call('removeRound', { id, reason: 'Bỏ đi' })).toEqual(sealed);
    const member = file.ask('getMeeting', {}).council?.members[5];
    file.done('savePresence', {
      presence: [{ memberId: member?.id ?? '', present: true, reason: '', leftAt: '16:10' }],
    });
    expect(round(id).identities.every(({ holds }) => holds)).toBe(true);
  });

  it('is broken by the chair alone, with a reason, and both versions are kept', () => {
    const id = counted();
    expect(file.call('reopenRound', { roundId: id, reason: 'Đếm lại phiếu' }, 'chair')).toMatchObject({
      error: { code: 'wrong-state' },
    });
    file.done('sealRound', { roundId: id });
    for (const role of ['secretary', 'teller'] as const) {
      expect(file.call('reopenRound', { roundId: id, reason: 'Đếm lại phiếu' }, role)).toMatchObject({
        error: { code: 'role-not-allowed' },
      });
    }
    file.done('reopenRound', { roundId: id, reason: 'Đếm lại phiếu' }, 'chair');
    expect(round(id)).toMatchObject({
      state: 'reopened',
      sealedAt: null,
      candidates: [{ result: null }],
      reopenings: [{ reason: 'Đếm lại phiếu' }],
    });
    expect(file.rows('select state from award_case')).toEqual([{ state: 'ON_BALLOT' }]);
    expect(file.call('concludeMeeting', { undealtBecause: 'Hết giờ họp' })).toMatchObject({
      error: { code: 'round-not-sealed' },
    });
    expect(file.call('removeRound', { id, reason: 'Bỏ đi' })).toMatchObject({
      error: { code: 'wrong-state' },
    });
    file.done('clearBallots', { roundId: id, reason: 'Một phiếu nhập sai' });
    file.done('storeBallots', { roundId: id, ballots: papers({ agree: 7, total: 8 }) });
    expect(round(id).state).toBe('reopened');
    file.done('sealRound', { roundId: id });
    expect(resultOf(id)).toMatchObject({ agree: 7, passed: false });
    const [kept] = file.rows<{ sealed_figures: string }>('select sealed_figures from round_reopening');
    expect(JSON.parse(kept?.sealed_figures ?? '{}')).toMatchObject({
      printed: 9,
      issued: 8,
      returned: 8,
      present: 8,
      valid: 8,
      invalid: 0,
      results: [{ agree_in_room: 8, agree: 8, passed: 1 }],
    });
  });
});
