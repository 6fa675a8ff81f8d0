import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BallotInput } from '../../shared/views.ts';
import { addCandidates, createTestFile, paper, seatCouncil, type TestFile } from '../support/core.ts';

let file: TestFile;
let roundId: string;
const first = 'Nguyễn Văn Ủy 01';
const second = 'nguyễn văn  ủy 02';
const stranger = 'Nguyễn Văn Ủy 07';

const spoilt = { invalidReason: 'Rách', marks: [] };
const alike = [paper('AGREE', 'AGREE'), paper('AGREE', 'DISAGREE'), paper('AGREE', 'AGREE')];
const box: BallotInput[] = [...alike, paper('DISAGREE', 'BLANK'), spoilt];
const misread: BallotInput[] = [...alike, paper('AGREE', 'BLANK'), spoilt];

beforeEach(() => {
  file = createTestFile();
  seatCouncil(file, { total: 5 });
  addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình']);
  ({ id: roundId } = file.done('openRound', { titleId: 'CSTDCS', counts: 2 }));
  file.done('savePrintRun', { roundId, printed: 6, issued: 5 });
  file.done('declareReturned', { roundId, returned: 5, mode: 'ballots' });
});
afterEach(() => file.close());

function count(name: string, ballots: readonly BallotInput[]) {
  file.done('takeCount', { roundId }, 'teller', name);
  file.done(
    'storeBallots',
    { roundId, ballots: ballots.map(({ invalidReason, marks }) => ({ invalidReason, marks: [...marks] })) },
    'teller',
    name,
  );
}

function seen(name: string) {
  return file.ask('getRound', { id: roundId }, 'teller', name);
}

function confirmBoth() {
  for (const name of [first, second]) file.done('confirmCount', { roundId }, 'teller', name);
}

describe('two counts of the same papers', () => {
  it('are each of one member of the panel, signed in by name', () => {
    const refused = { ok: false, error: { code: 'not-a-teller', name: stranger } };
    expect(file.call('takeCount', { roundId }, 'teller', stranger)).toEqual(refused);
    expect(file.call('storeBallots', { roundId, ballots: [spoilt] }, 'teller', first)).toMatchObject({
      error: { code: 'count-not-taken' },
    });
    expect(file.done('takeCount', { roundId }, 'teller', first)).toEqual({ number: 1 });
    expect(file.done('takeCount', { roundId }, 'teller', first)).toEqual({ number: 1 });
    expect(file.done('takeCount', { roundId }, 'teller', second)).toEqual({ number: 2 });
    expect(file.call('takeCount', { roundId }, 'teller', 'Nguyễn Văn Ủy 03')).toMatchObject({
      error: { code: 'counts-taken' },
    });
    expect(seen(first)).toMatchObject({ ownCount: 1 });
    expect(seen(stranger)).toMatchObject({ ownCount: null });
  });

  it('tell nothing of each other until both are complete', () => {
    const untouched = seen(second);
    file.done('takeCount', { roundId }, 'teller', second);
    const before = seen(second);
    count(first, misread.slice(0, 3));
    file.done('saveBallotDraft', { roundId, ballots: [paper('BLANK', 'BLANK')] }, 'teller', first);
    file.done('setBallotAside', { roundId }, 'teller', first);
    const after = seen(second);
    const { counts, ...rest } = after;
    const { counts: countsBefore, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(counts.map(({ complete }) => complete)).toEqual(countsBefore.map(({ complete }) => complete));
    expect(untouched).toMatchObject({ stored: 0, ownCount: null, draft: [], difference: null });
    expect(seen(first)).toMatchObject({ stored: 3, aside: 1, valid: 3 });
    expect(seen(stranger)).toMatchObject({ stored: 0, aside: 0, valid: 0, draft: [] });
  });

  it('are laid side by side once complete: names, and papers without an order', () => {
    count(first, box);
    expect(seen(second).difference).toBeNull();
    count(second, misread);
    const { difference } = seen(first);
    expect(difference).toMatchObject({
      equal: false,
      valid: [4, 4],
      invalid: [1, 1],
      rows: [
        {
          name: 'Lê An',
          counts: [
            { agree: 3, disagree: 1 },
            { agree: 4, disagree: 0 },
          ],
        },
      ],
      papers: [[{ marks: ['DISAGREE', 'BLANK'], times: 1 }], [{ marks: ['AGREE', 'BLANK'], times: 1 }]],
    });
    expect(file.ask('getRound', { id: roundId }, 'viewer', stranger).difference).toBeNull();
    expect(file.call('confirmCount', { roundId }, 'teller', first)).toMatchObject({
      error: { code: 'counts-differ' },
    });
    expect(file.call('sealRound', { roundId })).toMatchObject({ error: { code: 'counts-differ' } });
  });

  it('agree once the papers that differ are read again, and are sealed with both names', () => {
    count(first, box);
    count(second, misread);
    const ids = () =>
      file.rows<{ id: string }>('select id from ballot where count_number = 2').map(({ id }) => id);
    const before = new Set(ids());
    file.done(
      'removeBallots',
      { roundId, ballots: [paper('AGREE', 'BLANK')], reason: 'Đọc lại' },
      'teller',
      second,
    );
    // All papers of the count have new ids: which one went can't be told.
    expect(ids().some((id) => before.has(id))).toBe(false);
    expect(seen(first).difference).toBeNull();
    file.done('storeBallots', { roundId, ballots: [paper('DISAGREE', 'BLANK')] }, 'teller', second);
    expect(seen(second).difference).toMatchObject({ equal: true, rows: [], papers: [[], []] });
    file.done('confirmCount', { roundId }, 'teller', first);
    expect(file.call('sealRound', { roundId })).toMatchObject({
      error: { code: 'counts-unconfirmed', tellers: 'Nguyễn Văn Ủy 02' },
    });
    file.done('confirmCount', { roundId }, 'teller', second);
    file.done('sealRound', { roundId }, 'teller', second);
    const sealed = seen(stranger);
    expect(sealed.counts.map(({ teller, confirmed }) => [teller, confirmed])).toEqual([
      [first, true],
      ['Nguyễn Văn Ủy 02', true],
    ]);
    expect(sealed).toMatchObject({ valid: 4, invalid: 1, state: 'sealed' });
    expect(file.rows('select distinct count_number from ballot')).toEqual([{ count_number: 1 }]);
    expect(file.rows('select count(*) as n from ballot')).toEqual([{ n: 5 }]);
    expect(file.rows('select count(*) as n from ballot_mark')).toEqual([{ n: 8 }]);
  });

  it('take back a confirmation when a paper changes', () => {
    count(first, box);
    count(second, box);
    confirmBoth();
    file.done('removeBallots', { roundId, ballots: [spoilt], reason: 'Đọc lại' }, 'teller', first);
    expect(file.rows('select sum(confirmed) as n from round_count')).toEqual([{ n: 0 }]);
    file.done('storeBallots', { roundId, ballots: [spoilt] }, 'teller', first);
    expect(file.call('sealRound', { roundId })).toMatchObject({ error: { code: 'counts-unconfirmed' } });
  });

  it('are both there again after a reopening, unconfirmed', () => {
    count(first, box);
    count(second, box);
    confirmBoth();
    file.done('sealRound', { roundId });
    file.done('reopenRound', { roundId, reason: 'Kiểm lại' }, 'chair');
    expect(seen(first).difference).toMatchObject({ equal: true });
    expect(file.call('sealRound', { roundId })).toMatchObject({ error: { code: 'counts-unconfirmed' } });
    confirmBoth();
    file.done('sealRound', { roundId });
    expect(file.rows('select count(*) as n from ballot')).toEqual([{ n: 5 }]);
  });

  it('are begun anew one by one by their tellers, both by the office', () => {
    count(first, box);
    count(second, misread);
    file.done('clearBallots', { roundId, reason: 'Kiểm lại' }, 'teller', second);
    expect(seen(first).stored).toBe(5);
    expect(seen(second)).toMatchObject({ stored: 0, ownCount: 2 });
    expect(file.call('clearBallots', { roundId, reason: 'Kiểm lại' }, 'teller', stranger)).toMatchObject({
      error: { code: 'count-not-taken' },
    });
    file.done('clearBallots', { roundId, reason: 'Đổi người kiểm' });
    expect(seen(first)).toMatchObject({ stored: 0, ownCount: null });
  });

  it('can become one before a paper is typed, not after', () => {
    count(first, box.slice(0, 1));
    const change = { roundId, returned: 5, mode: 'ballots', counts: 1 } as const;
    expect(file.call('declareReturned', change)).toMatchObject({ error: { code: 'wrong-state' } });
    file.done('clearBallots', { roundId, reason: 'Một lần' }, 'teller', first);
    file.done('declareReturned', change);
    expect(file.ask('getRound', { id: roundId })).toMatchObject({ ownCount: 1, counts: [{ number: 1 }] });
    file.done('declareReturned', { roundId, returned: 5, mode: 'totals', counts: 2 });
    expect(file.ask('getRound', { id: roundId }).counts).toHaveLength(1);
  });

  it('are held by the data file: no seal on counts that differ or are not confirmed', () => {
    count(first, box);
    count(second, box);
    confirmBoth();
    file.run(
      `insert into round_result select round_id, case_id, 3, 0, 3, 1, 0, 5, 4, 0 from slate where position = 0`,
    );
    file.run(
      `insert into round_result select round_id, case_id, 2, 0, 2, 1, 1, 5, 4, 0 from slate where position = 1`,
    );
    file.run('insert into round_teller select id, member_id, position from round, teller');
    const sealing = "update round set state = 'sealed', sealed_at = 'now', present = 5";
    const holds = /identities of the count do not hold/;
    file.run('update round_count set confirmed = 0 where number = 2');
    expect(() => file.run(sealing)).toThrow(holds);
    file.run('update round_count set confirmed = 1');
    file.run(
      `delete from ballot where id = (
         select b.id from ballot b join ballot_mark m on m.ballot_id = b.id
         where b.count_number = 2 and m.mark = 'DISAGREE' and m.position = 0)`,
    );
    file.run("insert into ballot values ('other', ?, 2, null)", roundId);
    file.run("insert into ballot_mark values ('other', 0, 'AGREE'), ('other', 1, 'BLANK')");
    file.run('update round_count set confirmed = 1');
    expect(() => file.run(sealing)).toThrow(holds);
    file.run('delete from ballot where id = ?', 'other');
    file.run("insert into ballot values ('same', ?, 2, null)", roundId);
    file.run("insert into ballot_mark values ('same', 0, 'DISAGREE'), ('same', 1, 'BLANK')");
    expect(() => file.run(sealing)).toThrow(holds);
    file.run('update round_count set confirmed = 1');
    expect(file.run(sealing)).toBe(1);
    expect(() => file.run('update round_count set confirmed = 0')).toThrow(/sealed round/);
    expect(() => file.run('delete from ballot')).toThrow(/sealed round/);
  });
});

describe('a paper that is not clear', () => {
  it('waits for the panel, joins the open lot, and leaves its reason without a link', () => {
    count(first, box.slice(0, 2));
    const as = ['teller', first] as const;
    file.done('setBallotAside', { roundId }, ...as);
    file.done('setBallotAside', { roundId }, ...as);
    file.done('setBallotAside', { roundId }, ...as);
    expect(file.call('setBallotAside', { roundId }, ...as)).toMatchObject({
      error: { code: 'identity-broken', left: 6, right: 5 },
    });
    file.done('takeBallotBack', { roundId }, ...as);
    file.done('storeBallots', { roundId, ballots: [paper('AGREE', 'AGREE')] }, ...as);
    expect(seen(first).identities).toContainEqual(
      expect.objectContaining({
        identity: 'Hợp lệ + không hợp lệ + để riêng = thu về',
        left: 5,
        holds: true,
      }),
    );
    expect(file.call('sealRound', { roundId })).toMatchObject({ error: { code: 'identity-broken' } });
    const reason = 'Dấu lệch ô nhưng rõ ý chí';
    file.done('decideBallot', { roundId, ballot: paper('DISAGREE', 'BLANK'), decision: { reason } }, ...as);
    expect(seen(first)).toMatchObject({ aside: 1, draft: [{ marks: ['DISAGREE', 'BLANK'] }] });
    file.done('decideBallot', { roundId, ballot: spoilt, decision: { reason: 'Rách' } }, ...as);
    expect(file.call('decideBallot', { roundId, ballot: spoilt, decision: { reason } }, ...as)).toMatchObject(
      { error: { code: 'none-aside' } },
    );
    const { draft } = seen(first);
    file.done(
      'storeBallots',
      { roundId, ballots: draft.map(({ invalidReason, marks }) => ({ invalidReason, marks: [...marks] })) },
      ...as,
    );
    // The second teller meets the same sheet, and the panel has decided it already.
    file.done('takeCount', { roundId }, 'teller', second);
    file.done('setBallotAside', { roundId }, 'teller', second);
    const decided = seen(second).decisions.find((one) => one.reason === reason);
    const decision = { id: decided?.id ?? '' };
    expect(file.call('decideBallot', { roundId, ballot: spoilt, decision }, 'teller', second)).toMatchObject({
      error: { code: 'not-found' },
    });
    file.done('decideBallot', { roundId, ballot: paper('DISAGREE', 'BLANK'), decision }, 'teller', second);
    file.done(
      'storeBallots',
      {
        roundId,
        ballots: [
          paper('DISAGREE', 'BLANK'),
          paper('AGREE', 'AGREE'),
          paper('AGREE', 'AGREE'),
          paper('AGREE', 'DISAGREE'),
          spoilt,
        ],
      },
      'teller',
      second,
    );
    expect(seen(second).difference).toMatchObject({ equal: true });
    confirmBoth();
    file.done('sealRound', { roundId });
    expect(seen(stranger).decisions.map(({ outcome, reason: why }) => [outcome, why])).toEqual([
      ['valid', reason],
      ['invalid', 'Rách'],
    ]);
    expect(() => file.run('delete from adjudication')).toThrow(/sealed round/);
  });

  it('keeps the seal off in the data file while it waits', () => {
    count(first, box);
    expect(() => file.run('update round_count set aside = 1 where number = 1')).toThrow(/than were declared/);
    expect(() => file.run('update round set returned = 4')).toThrow(/than were declared/);
    file.done('removeBallots', { roundId, ballots: [spoilt], reason: 'Chưa rõ' }, 'teller', first);
    file.done('setBallotAside', { roundId }, 'teller', first);
    expect(() => file.run("insert into ballot values ('x', ?, 1, 'Rách')", roundId)).toThrow(
      /than were declared/,
    );
    expect(() => file.run('update round_count set confirmed = 1 where number = 1')).toThrow(/CHECK/);
  });
});

describe('the print run', () => {
  const run = (spoiled: number, leftOver: number, destroyed: number) =>
    file.call('savePrintRun', { roundId, printed: 8, issued: 5, spoiled, leftOver, destroyed });

  it('adds up: printed is issued, spoiled and left over, and what was not used is destroyed', () => {
    expect(run(2, 2, 0)).toMatchObject({ error: { code: 'identity-broken', left: 8, right: 9 } });
    expect(run(1, 2, 4)).toMatchObject({ error: { code: 'identity-broken', left: 4, right: 3 } });
    file.done('savePrintRun', { roundId, printed: 8, issued: 5, spoiled: 1, leftOver: 1, destroyed: 2 });
    count(first, box);
    count(second, box);
    confirmBoth();
    expect(file.call('sealRound', { roundId })).toMatchObject({
      error: { code: 'identity-broken', identity: 'Số phiếu in = phát ra + hỏng đổi lại + còn thừa' },
    });
    expect(() => file.run('update round set left_over = 3')).toThrow(/CHECK/);
    expect(() => file.run('update round set destroyed = 3')).toThrow(/CHECK/);
    file.done('savePrintRun', { roundId, printed: 8, issued: 5, leftOver: 2 });
    expect(file.call('sealRound', { roundId })).toMatchObject({
      error: { identity: 'Số phiếu đã hủy = hỏng đổi lại + còn thừa', left: 2, right: 3 },
    });
    file.done('savePrintRun', { roundId, printed: 8, issued: 5, destroyed: 3 });
    file.done('sealRound', { roundId });
    expect(file.ask('getRound', { id: roundId })).toMatchObject({ spoiled: 1, leftOver: 2, destroyed: 3 });
  });
});
