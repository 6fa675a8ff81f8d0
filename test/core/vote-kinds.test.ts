import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VoteRule } from '../../shared/rules/model.ts';
import {
  addCandidates,
  createTestFile,
  openCounting,
  paper,
  seatCouncil,
  type TestFile,
} from '../support/core.ts';

let file: TestFile;
let memberIds: readonly string[];

/** What the school's own regulation says, as it is kept. */
function settle(setting: string, value: object) {
  file.run("insert or ignore into regulation values (1, 'Quy chế', '15/QC', '2025-09-10')");
  file.run("insert into regulation_setting values (?, ?, '', '')", setting, JSON.stringify(value));
}

function settleVote(vote: VoteRule) {
  settle('vote:CSTDCS', { kind: 'vote', vote });
}

beforeEach(() => {
  file = createTestFile();
  ({ memberIds } = seatCouncil(file, { total: 5, absent: 1 }));
  addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình', 'Lê Chi']);
});
afterEach(() => file.close());

describe('striking out', () => {
  it('knows names that are left and names that are struck, and nothing between', () => {
    settleVote({ kind: 'STRIKE_OUT', percent: 50, strict: true, base: 'TOTAL' });
    const { id, form } = openCounting(file, { papers: 4 });
    expect(form).toEqual({ kind: 'STRIKE_OUT', chooseAtMost: null });
    expect(
      file.call('storeBallots', { roundId: id, ballots: [paper('AGREE', 'BLANK', 'AGREE')] }),
    ).toMatchObject({ error: { code: 'invalid-ballot', problem: 'mark-of-other-kind' } });
    const struck = paper('AGREE', 'DISAGREE', 'AGREE');
    file.done('storeBallots', {
      roundId: id,
      ballots: [struck, struck, struck, paper('AGREE', 'AGREE', 'AGREE')],
    });
    file.done('sealRound', { roundId: id });
    const { candidates, base, needed } = file.ask('getRound', { id });
    expect([base, needed]).toEqual([5, 3]);
    expect(
      candidates.map(({ result }) => [result?.agree, result?.disagree, result?.passed, result?.missing]),
    ).toEqual([
      [4, 0, true, 0],
      [1, 3, false, 2],
      [4, 0, true, 0],
    ]);
  });
});

describe('choosing at most so many', () => {
  it('refuses a valid paper that chooses more; fewer is valid', () => {
    settleVote({ kind: 'CHOOSE', chooseAtMost: 2, percent: 50, strict: true, base: 'VALID' });
    const { id, form } = openCounting(file, { papers: 4 });
    expect(form).toEqual({ kind: 'CHOOSE', chooseAtMost: 2 });
    // How many papers are valid nobody knows yet.
    expect(file.ask('getRound', { id })).toMatchObject({
      total: 5,
      base: null,
      needed: null,
      demand: 'trên 50 % số phiếu hợp lệ và ý kiến bằng văn bản',
    });
    const all = paper('AGREE', 'AGREE', 'AGREE');
    expect(file.call('storeBallots', { roundId: id, ballots: [all] })).toMatchObject({
      error: { code: 'invalid-ballot', problem: 'too-many-chosen' },
    });
    file.done('storeBallots', {
      roundId: id,
      ballots: [
        paper('AGREE', 'BLANK', 'AGREE'),
        paper('AGREE', 'BLANK', 'BLANK'),
        paper('BLANK', 'BLANK', 'BLANK'),
        { invalidReason: 'Chọn quá 2 người', marks: [] },
      ],
    });
    const marks = file
      .ask('getRound', { id })
      .candidates.map(({ caseId }) => ({ caseId, mark: 'AGREE' as const }));
    const opinion = { roundId: id, memberId: memberIds[4] ?? '' };
    expect(file.call('saveWrittenOpinion', { ...opinion, marks })).toMatchObject({
      error: { code: 'invalid-ballot', problem: 'too-many-chosen' },
    });
    file.done('saveWrittenOpinion', { ...opinion, marks: marks.slice(0, 1) });
    file.done('sealRound', { roundId: id });
    const { candidates, base, needed } = file.ask('getRound', { id });
    expect([base, needed]).toEqual([4, 3]);
    expect(file.ask('getRound', { id }).demand).toBe('ít nhất 3/4 phiếu hợp lệ và ý kiến bằng văn bản');
    expect(candidates.map(({ result }) => [result?.agree, result?.passed])).toEqual([
      [3, true],
      [0, false],
      [1, false],
    ]);
  });

  it('is held by the data file', () => {
    settleVote({ kind: 'CHOOSE', chooseAtMost: 1, percent: 50, strict: true, base: 'TOTAL' });
    const { id } = openCounting(file, { papers: 4 });
    file.run("insert into ballot values ('b', ?, 1, null)", id);
    file.run("insert into ballot_mark values ('b', 0, 'AGREE')");
    const refused = /does not fit the kind of vote/;
    expect(() => file.run("insert into ballot_mark values ('b', 1, 'AGREE')")).toThrow(refused);
    expect(() => file.run("insert into ballot_mark values ('b', 1, 'DISAGREE')")).toThrow(refused);
    expect(() => file.run('update round set choose_at_most = null')).toThrow(/CHECK|declared/);
    expect(() => file.run('update round set choose_at_most = 2')).toThrow(/declared/);
  });
});

describe('a further ballot', () => {
  function vote(roundId: string, marks: readonly ('AGREE' | 'DISAGREE')[][]) {
    file.done('savePrintRun', { roundId, printed: 5, issued: 4 });
    file.done('declareReturned', { roundId, returned: 4, mode: 'ballots' });
    file.done('storeBallots', { roundId, ballots: marks.map((row) => paper(...row)) });
    file.done('sealRound', { roundId });
  }
  const failed = [
    ['AGREE', 'DISAGREE', 'DISAGREE'],
    ['AGREE', 'DISAGREE', 'DISAGREE'],
    ['AGREE', 'AGREE', 'DISAGREE'],
    ['AGREE', 'AGREE', 'DISAGREE'],
  ] as const;
  const open = () => file.done('openRound', { titleId: 'CSTDCS' }).id;

  it('is about those whom the council chooses of those who did not pass', () => {
    vote(
      open(),
      failed.map((row) => [...row]),
    );
    const [next] = file.ask('listNextRounds', {});
    expect(next).toMatchObject({ titleId: 'CSTDCS', number: 2, maximum: 2 });
    expect(next?.candidates.map(({ name, agree, tied }) => [name, agree, tied])).toEqual([
      ['Lê Bình', 2, false],
      ['Lê Chi', 0, false],
    ]);
    const [chosen] = next?.candidates ?? [];
    const passed = file.rows<{ id: string }>('select case_id as id from round_result where passed = 1')[0]
      ?.id;
    expect(file.call('openRound', { titleId: 'CSTDCS', caseIds: [passed ?? ''] })).toMatchObject({
      error: { code: 'not-found' },
    });
    const { id } = file.done('openRound', { titleId: 'CSTDCS', caseIds: [chosen?.caseId ?? ''] });
    expect(file.ask('getRound', { id }).candidates.map(({ name }) => name)).toEqual(['Lê Bình']);
  });

  it('is held as often as the school allows', () => {
    settle('maximumRounds', { kind: 'number', number: 1 });
    vote(
      open(),
      failed.map((row) => [...row]),
    );
    expect(file.ask('listNextRounds', {})).toEqual([]);
    expect(file.call('openRound', { titleId: 'CSTDCS' })).toMatchObject({
      error: { code: 'no-more-rounds', maximum: 1 },
    });
  });

  it.each([
    ['chair', false],
    ['round', true],
  ] as const)('names a tie at the line of the cap; settled by the %s', (tieBy, on) => {
    settle('localCstdcsCap', { kind: 'switch', on: true });
    settle('cstdcsCapPercent', { kind: 'number', number: 50 });
    settle('tieNeedsRound', { kind: 'switch', on });
    settleVote({ kind: 'SECRET_BALLOT', percent: 20, strict: false, base: 'TOTAL' });
    addCandidates(file, 'LDTT', ['Lê Dũng', 'Lê Giang', 'Lê Hà', 'Lê Khoa']);
    const first = open();
    vote(first, [
      ['AGREE', 'AGREE', 'AGREE'],
      ['AGREE', 'AGREE', 'AGREE'],
      ['AGREE', 'DISAGREE', 'DISAGREE'],
      ['AGREE', 'DISAGREE', 'DISAGREE'],
    ]);
    expect(file.ask('getRound', { id: first }).cut).toMatchObject({
      most: 2,
      within: 1,
      places: 1,
      tied: ['Lê Bình', 'Lê Chi'],
      beyond: [],
      tieBy,
    });
    const next = file.ask('listNextRounds', {});
    if (!on) {
      expect(next).toEqual([]);
      return;
    }
    expect(next[0]?.candidates.map(({ name, tied }) => [name, tied])).toEqual([
      ['Lê Bình', true],
      ['Lê Chi', true],
    ]);
    expect(file.call('openRound', { titleId: 'CSTDCS' })).toMatchObject({ error: { code: 'slate-empty' } });
    const { id } = file.done('openRound', {
      titleId: 'CSTDCS',
      caseIds: next[0]?.candidates.map(({ caseId }) => caseId) ?? [],
    });
    expect(file.ask('getRound', { id })).toMatchObject({ number: 2, slate: 2 });
  });
});

describe('the second count by setting', () => {
  it('is the default where the school says so', () => {
    settle('secondCount', { kind: 'switch', on: true });
    const { id } = file.done('openRound', { titleId: 'CSTDCS' });
    expect(file.ask('getRound', { id }).counts).toHaveLength(2);
  });
});
