import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addCandidates,
  createTestFile,
  openCounting,
  paper,
  seatCouncil,
  type TestFile,
} from '../support/core.ts';

/** What the data file itself refuses, whichever program writes to it. */
let file: TestFile;
let roundId: string;
let caseId: string;
let memberIds: readonly string[];
let personIds: readonly string[];
let meetingId: string;

beforeEach(() => {
  file = createTestFile();
  ({ memberIds, personIds, meetingId } = seatCouncil(file, { total: 9, absent: 1 }));
  addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình']);
  const round = openCounting(file, { papers: 3 });
  roundId = round.id;
  caseId = round.candidates[0]?.caseId ?? '';
  file.done('storeBallots', { roundId, ballots: [paper('AGREE', 'DISAGREE'), paper('AGREE', 'BLANK')] });
});
afterEach(() => file.close());

function refuses(reason: RegExp, text: string, ...values: (string | number | null)[]) {
  expect(() => file.run(text, ...values), text).toThrow(reason);
}

function seal() {
  file.done('storeBallots', { roundId, ballots: [{ invalidReason: 'Rách', marks: [] }] });
  file.done('sealRound', { roundId });
}

const check = /CHECK constraint failed/;
const unique = /UNIQUE constraint failed/;

describe('the council in the data file', () => {
  it('has one chair, each person once, known roles, one council a season, one meeting a council', () => {
    file.done('removeRound', { id: roundId, reason: 'Làm lại' });
    const [council] = file.rows<{ id: string }>('select id from council');
    const id = council?.id ?? '';
    const oneChair = /a council has one chair/;
    const role = "update council_change set role = 'CHAIR' where role = 'SECRETARY'";
    refuses(oneChair, role);
    const change = 'insert into council_change values (?, ?, ?, ?, ?, null, ?)';
    refuses(oneChair, change, 'x', memberIds[2] ?? '', '2026-01-05', 'CHAIR', '', '');
    file.run(change, 'y', memberIds[0] ?? '', '2026-01-05', null, '', '');
    expect(file.run(change, 'x', memberIds[2] ?? '', '2026-01-05', 'CHAIR', '', '')).toBe(1);
    refuses(oneChair, "delete from council_change where id = 'y'");
    refuses(unique, change, 'z', memberIds[2] ?? '', '2026-01-05', 'MEMBER', '', '');
    refuses(check, change, 'z', memberIds[3] ?? '', null, null, '', '');
    refuses(unique, "insert into council_member values ('x', ?, ?)", id, personIds[2] ?? '');
    refuses(check, "update council_change set role = 'BOSS' where role = 'SECRETARY'");
    refuses(unique, "insert into council values ('x', ?, 'SCHOOL', null, '', null)", file.seasonId);
    refuses(
      unique,
      "insert into meeting values ('x', ?, '2026-05-28', '14:00', '15:00', '', '', '', 'preparing', null, null, null, '', '', '')",
      id,
    );
    refuses(check, "update meeting set to_time = '13:00'");
    refuses(check, "update meeting set state = 'adjourned'");
  });

  it('is the base of a vote that has begun', () => {
    const fixed = /the council has voted/;
    const [council] = file.rows<{ id: string }>('select id from council');
    const stranger = file.addPerson({ name: 'Người Lạ' });
    file.run("insert into council_member values ('x', ?, ?)", council?.id ?? '', stranger);
    const change = "insert into council_change values ('c', ?, ?, ?, '', null, '')";
    refuses(fixed, change, 'x', null, 'MEMBER');
    refuses(fixed, change, 'x', '2026-05-28', 'MEMBER');
    refuses(fixed, change, memberIds[4] ?? '', '2026-05-28', null);
    expect(file.run(change, memberIds[4] ?? '', '2026-05-29', null)).toBe(1);
    refuses(fixed, "update council_change set on_date = '2026-05-28' where id = 'c'");
    refuses(fixed, "update meeting set date = '2026-05-29'");
    refuses(fixed, 'delete from council_change where member_id = ?', memberIds[5] ?? '');
    refuses(fixed, 'delete from council_member where id = ?', memberIds[4] ?? '');
    refuses(fixed, 'update council_member set person_id = ? where id = ?', stranger, memberIds[4] ?? '');
    file.done('removeRound', { id: roundId, reason: 'Làm lại' });
    const [byHands = ''] = addCandidates(file, 'LDTT', ['Lê Chi']);
    file.done('saveHands', { votes: [{ caseId: byHands, agree: 8, disagree: null, abstain: null }] });
    refuses(fixed, 'delete from council_member where id = ?', memberIds[4] ?? '');
  });

  it('is one body of a season, of a tổ exactly when it is its meeting, and votes on cases of its own', () => {
    const insert = 'insert into council values (?, ?, ?, ?, ?, null)';
    file.run(`insert into "group" values ('to', 'Tổ Toán', 'to toan', 0, null, null)`);
    refuses(check, insert, 'x', file.seasonId, 'GROUP', null, '');
    refuses(check, insert, 'x', file.seasonId, 'STAFF', 'to', '');
    refuses(check, insert, 'x', file.seasonId, 'PARENTS', null, '');
    expect(file.run(insert, 'x', file.seasonId, 'GROUP', 'to', '')).toBe(1);
    expect(file.run(insert, 'y', file.seasonId, 'INITIATIVE', null, '')).toBe(1);
    refuses(unique, insert, 'z', file.seasonId, 'GROUP', 'to', '');
    refuses(/stays the body it is/, "update council set kind = 'STAFF', group_id = null where id = 'x'");
    for (const id of ['x', 'y']) {
      file.run(
        `insert into meeting values (?, ?, '2026-05-20', '07:00', '08:00', '', '', '', 'open', null, null, null, '', '', '')`,
        `meeting ${id}`,
        id,
      );
    }
    const [other = ''] = addCandidates(file, 'LDTT', ['Lê Chi']);
    const vote = 'insert into hands_vote values (?, ?, 0, null, null, 0, 1, 1, 0, 0)';
    refuses(/a body votes on the cases of its own/, vote, 'meeting x', other);
    refuses(/the initiative council votes on initiatives/, vote, 'meeting y', other);
    file.run(
      "update person set group_id = 'to', group_from = '2025-09-01' where id = (select person_id from award_case where id = ?)",
      other,
    );
    expect(file.run(vote, 'meeting x', other)).toBe(1);
  });

  it('has presence and shows of hands within bounds', () => {
    const [byHands = ''] = addCandidates(file, 'LDTT', ['Lê Chi']);
    refuses(check, 'update presence set present = 2');
    refuses(check, "update presence set arrived_at = '15:60'");
    refuses(check, "update presence set arrived_at = '15:00', left_at = '14:30'");
    refuses(check, "update presence set left_at = '15:00' where present = 0");
    const insert = (numbers: string) => `insert into hands_vote values (?, ?, ${numbers})`;
    const [meeting] = file.rows<{ id: string }>('select id from meeting');
    const meetingId = meeting?.id ?? '';
    for (const numbers of [
      '5, 3, 2, 0, 9, 5, 8, 1',
      '-1, null, null, 0, 9, 5, 8, 1',
      '1, -1, null, 0, 9, 5, 8, 1',
      '1, null, -1, 0, 9, 5, 8, 1',
      '0, null, null, 0, 0, 5, 8, 1',
      '0, null, null, 0, 9, 0, 8, 1',
      // More than those who are in the room or wrote, though the base has room for them.
      '5, 3, 1, 0, 9, 5, 8, 1',
      // More in writing than opinions, and than absent members.
      '0, null, null, 1, 9, 5, 8, 1',
      '9, null, null, 1, 9, 5, 8, 0',
    ]) {
      refuses(check, insert(numbers), meetingId, byHands);
    }
    const room = /more hands than members who could vote/;
    refuses(room, insert('5, null, null, 0, 9, 5, 9, 1'), meetingId, byHands);
    refuses(room, insert('5, null, null, 0, 9, 5, 8, 2'), meetingId, byHands);
    file.run("insert into recusal values (?, ?, 'Là người thân')", byHands, memberIds[3] ?? '');
    refuses(room, insert('8, null, null, 0, 9, 5, 8, 1'), meetingId, byHands);
    expect(file.run(insert('5, null, 3, 1, 9, 5, 7, 1'), meetingId, byHands)).toBe(1);
    refuses(room, 'update hands_vote set may_vote = 8');
    refuses(room, 'update hands_vote set may_write = 2');
    const counted = /a vote was counted with this presence/;
    refuses(counted, 'update presence set present = 0 where member_id = ?', memberIds[2] ?? '');
    refuses(counted, 'delete from presence where member_id = ?', memberIds[2] ?? '');
    refuses(counted, 'update presence set present = 1 where member_id = ?', memberIds[8] ?? '');
    expect(file.run("update presence set left_at = '15:00' where member_id = ?", memberIds[2] ?? '')).toBe(1);
    const aside = /voted with those who stepped aside/;
    refuses(aside, 'update recusal set member_id = ?', memberIds[4] ?? '');
  });
});

describe('a round in the data file', () => {
  it('has numbers that can be', () => {
    file.done('clearBallots', { roundId, reason: 'Chỉ thử các số' });
    refuses(check, "update round set state = 'counted'");
    refuses(check, "update round set mode = 'guess'");
    refuses(check, 'update round set number = 0');
    refuses(check, 'update round set base = 0');
    refuses(check, 'update round set needed = 0');
    refuses(check, 'update round set printed = -1');
    refuses(check, 'update round set issued = 5');
    refuses(check, 'update round set returned = 4');
    refuses(check, 'update round set issued = 2');
    refuses(check, 'update round set invalid_total = 1');
    refuses(check, "update round set sealed_at = 'now'");
    refuses(check, 'update round set present = 8');
  });

  it('is one of its number for a title, and begins unsealed', () => {
    const columns =
      '(id, meeting_id, title_id, number, state, mode, kind, counts, base, needed, sealed_at, present)';
    refuses(
      unique,
      `insert into round ${columns} values ('x', ?, 'CSTDCS', 1, 'preparing', 'ballots', 'SECRET_BALLOT', 1, 9, 8, null, null)`,
      meetingId,
    );
    refuses(
      /begins with its preparation/,
      `insert into round ${columns} values ('x', ?, 'CSTDCS', 2, 'sealed', 'ballots', 'SECRET_BALLOT', 1, 9, 8, 'now', 8)`,
      meetingId,
    );
  });

  it('has more invalid papers than came back in no mode', () => {
    file.done('clearBallots', { roundId, reason: 'Đổi cách đếm' });
    file.done('declareReturned', { roundId, returned: 3, mode: 'totals' });
    refuses(check, 'update round set invalid_total = 4');
    expect(file.run('update round set invalid_total = 3')).toBe(1);
  });

  it('holds no more papers than were declared, and keeps what declares them', () => {
    const declared = /more ballots than were declared/;
    expect(file.run("insert into ballot values ('third', ?, 1, 'Rách')", roundId)).toBe(1);
    refuses(declared, "insert into ballot values ('fourth', ?, 1, 'Rách')", roundId);
    refuses(declared, 'update round set returned = 2');
    refuses(declared, 'update round set returned = null');
    refuses(declared, "update round set mode = 'totals'");
    file.done('clearBallots', { roundId, reason: 'Đổi cách đếm' });
    file.run('update round set returned = null');
    refuses(declared, "insert into ballot values ('first', ?, 1, 'Rách')", roundId);
  });

  it('has papers that fit the slate and are never edited', () => {
    const [valid] = file.rows<{ id: string }>('select id from ballot where invalid_reason is null limit 1');
    const id = valid?.id ?? '';
    refuses(/fits no name/, "insert into ballot_mark values (?, 2, 'AGREE')", id);
    refuses(unique, "insert into ballot_mark values (?, 1, 'AGREE')", id);
    file.run("insert into ballot values ('spoilt', ?, 1, 'Rách')", roundId);
    refuses(/fits no name/, "insert into ballot_mark values ('spoilt', 0, 'AGREE')");
    refuses(/never edited/, "update ballot_mark set mark = 'AGREE'");
    refuses(/never edited/, 'update ballot set invalid_reason = null');
    file.run("delete from ballot where id = 'spoilt'");
    refuses(check, "insert into ballot values ('empty', ?, 1, '')", roundId);
    file.run("insert into ballot values ('fresh', ?, 1, null)", roundId);
    refuses(check, "insert into ballot_mark values ('fresh', 0, 'MAYBE')");
  });

  it('has a slate that is fixed once papers are stored', () => {
    const [other = ''] = addCandidates(file, 'CSTDCS', ['Lê Chi']);
    refuses(/against this slate/, 'insert into slate values (?, 2, ?)', roundId, other);
    refuses(/against this slate/, 'update slate set position = position + 10');
    refuses(/against this slate/, 'delete from slate where round_id = ?', roundId);
    file.done('clearBallots', { roundId, reason: 'Nhập lại' });
    refuses(unique, 'insert into slate values (?, 2, ?)', roundId, caseId);
    refuses(unique, 'insert into slate values (?, 1, ?)', roundId, other);
  });

  it('takes written opinions of absent members about names of the slate', () => {
    const [present = '', absent = ''] = [memberIds[2], memberIds[8]];
    const insert = 'insert into written_opinion values (?, ?, ?, ?)';
    refuses(/of an absent member/, insert, roundId, present, caseId, 'AGREE');
    const [other = ''] = addCandidates(file, 'CSTDCS', ['Lê Chi']);
    refuses(/name of the slate/, insert, roundId, absent, other, 'AGREE');
    refuses(check, insert, roundId, absent, caseId, 'PERHAPS');
    expect(file.run(insert, roundId, absent, caseId, 'AGREE')).toBe(1);
    refuses(unique, insert, roundId, absent, caseId, 'AGREE');
    refuses(/of an absent member/, 'update presence set present = 1 where member_id = ?', absent);
  });

  it('has a result that adds up', () => {
    function insert(agreeInRoom: number, written: number, agree: number, passed: number) {
      return [
        check,
        'insert into round_result values (?, ?, ?, ?, ?, 0, 0, 9, 8, ?)',
        roundId,
        caseId,
        agreeInRoom,
        written,
        agree,
        passed,
      ] as const;
    }
    refuses(...insert(2, 0, 3, 0));
    refuses(...insert(9, 1, 10, 1));
    refuses(...insert(8, 0, 8, 0));
    refuses(...insert(7, 0, 7, 1));
    refuses(...insert(-1, 1, 0, 0));
    refuses(...insert(1, -1, 0, 0));
  });
});

describe('a seal in the data file', () => {
  const holds = /identities of the count do not hold/;
  const sealing =
    "update round set state = 'sealed', sealed_at = 'now', present = (select count(*) from round_attendee where round_id = round.id)";

  /** Results as they should be: two valid papers in favour of the first, one against and one blank for the second. */
  function writeResults() {
    file.run(
      'insert into round_result select round_id, case_id, 2, 0, 2, 0, 0, 9, 8, 0 from slate where position = 0',
    );
    file.run(
      'insert into round_result select round_id, case_id, 0, 0, 0, 1, 1, 9, 8, 0 from slate where position = 1',
    );
  }

  beforeEach(() => {
    file.run("insert into ballot values ('spoilt', ?, 1, 'Rách')", roundId);
    file.run('insert into round_teller select ?, member_id, position from teller', roundId);
    writeResults();
  });

  it('is set on a count that holds', () => {
    expect(file.run(sealing)).toBe(1);
  });

  it.each([
    ['a number was not typed', 'update round set printed = null'],
    ['a paper is missing', "delete from ballot where id = 'spoilt'"],
    ['a mark is missing', 'delete from ballot_mark where position = 1'],
    ['a result is missing', 'delete from round_result where agree = 0'],
    ['nobody counts', 'delete from round_teller'],
    ['fewer were in the room than have papers', 'delete from round_attendee'],
    ['more were in the room than came', 'update presence set present = 0'],
    [
      'a result differs from the marks',
      'update round_result set agree_in_room = 1, agree = 1 where agree = 2',
    ],
    ['votes against differ from the marks', 'update round_result set disagree = 2 where agree = 0'],
    ['blank votes differ from the marks', 'update round_result set blank = 0 where agree = 0'],
    ['a written vote is nobody’s', 'update round_result set agree_written = 1, agree = agree + 1'],
    ['a result has another base', 'update round_result set base = 8'],
    ['a result needs another number', 'update round_result set needed = 7'],
  ])('is refused when %s', (_, damage) => {
    expect(file.run(damage)).toBeGreaterThan(0);
    refuses(holds, sealing);
  });

  it('is refused when it lies about who was present', () => {
    refuses(holds, "update round set state = 'sealed', sealed_at = 'now', present = 9");
  });

  it('is refused when a written opinion was left out, or its member came', () => {
    file.run("insert into written_opinion values (?, ?, ?, 'AGREE')", roundId, memberIds[8] ?? '', caseId);
    refuses(holds, sealing);
    file.run('update round_result set agree_written = 1, agree = 3 where case_id = ?', caseId);
    expect(file.run(sealing)).toBe(1);
    refuses(/sealed round was counted with this presence/, 'update presence set present = 1');
    file.run(`insert into round_reopening values ('r', ?, 'now', 'Đếm lại', '{"sealedAt":"now"}')`, roundId);
    // Came when it was counted already.
    file.run("update presence set present = 1, arrived_at = '16:00' where present = 0");
    file.run("update round set state = 'reopened', sealed_at = null, present = null");
    refuses(holds, sealing);
  });

  it('is refused on totals that are not whole, do not add up or are not the result', () => {
    file.done('clearBallots', { roundId, reason: 'Đổi cách đếm' });
    file.done('declareReturned', { roundId, returned: 3, mode: 'totals' });
    refuses(holds, sealing);
    file.run('update round set invalid_total = 1');
    refuses(holds, sealing);
    file.run('insert into round_total select round_id, case_id, 2, 0, null from slate where position = 0');
    file.run('insert into round_total select round_id, case_id, 0, 1, 1 from slate where position = 1');
    refuses(holds, sealing);
    file.run('update round_total set blank = 1 where blank is null');
    refuses(holds, sealing);
    file.run('update round_total set blank = 0, disagree = 1, agree = 1 where agree = 2');
    refuses(holds, sealing);
    file.run('update round_total set disagree = 0, agree = 2 where agree = 1');
    expect(file.run(sealing)).toBe(1);
    refuses(/sealed round does not change/, 'insert into slate select round_id, 7, case_id from slate');
    refuses(/sealed round does not change/, 'update slate set position = 7 where position = 1');
    refuses(/sealed round does not change/, 'delete from slate');
    refuses(/sealed round does not change/, 'update round_total set agree = 1');
    refuses(/sealed round does not change/, 'delete from round_total');
    refuses(
      /sealed round does not change/,
      'insert into round_total select round_id, case_id, 1, 1, 0 from slate',
    );
  });
});

describe('a sealed round in the data file', () => {
  const sealed = /a sealed round does not change/;

  it('does not change', () => {
    const absent = memberIds[8] ?? '';
    file.done('saveWrittenOpinion', { roundId, memberId: absent, marks: [{ caseId, mark: 'AGREE' }] });
    seal();
    refuses(sealed, 'update round set printed = 9');
    refuses(sealed, "update round set state = 'counting', sealed_at = null, present = null");
    refuses(sealed, "update round set state = 'reopened', sealed_at = null, present = null");
    refuses(sealed, 'delete from round');
    refuses(
      /sealed round|never edited|against this slate|declared/,
      "insert into ballot values ('x', ?, 1, null)",
      roundId,
    );
    refuses(sealed, 'delete from ballot');
    refuses(sealed, 'delete from ballot_mark');
    refuses(/sealed round|never edited/, "update ballot_mark set mark = 'DISAGREE'");
    refuses(/sealed round|never edited/, "update ballot set invalid_reason = 'Rách'");
    refuses(/sealed round|against this slate/, 'delete from slate');
    refuses(sealed, 'insert or replace into written_opinion select * from written_opinion');
    refuses(sealed, 'delete from written_opinion');
    refuses(sealed, "update written_opinion set mark = 'DISAGREE'");
    refuses(sealed, 'delete from round_result');
    refuses(sealed, 'update round_result set agree_in_room = 8, agree = 8, passed = 1');
    refuses(sealed, 'insert or replace into round_result select * from round_result');
    expect(file.ask('getRound', { id: roundId }).candidates[0]?.result).toMatchObject({
      agree: 3,
      agreeWritten: 1,
    });
  });

  it('may still be told the hours of its count, which are not those of the next one', () => {
    seal();
    const names = { head: 'TRƯỞNG BAN', member: 'ỦY VIÊN', secretary: 'THƯ KÝ', remarks: '' };
    const hours = { countedFrom: '15:40', countedTo: '16:15' };
    const backwards = { countedFrom: '15:40', countedTo: '15:39' };
    expect(file.call('saveTallyWording', { roundId, ...names, ...backwards })).toMatchObject({
      error: { code: 'invalid-input', field: 'countedTo' },
    });
    file.done('saveTallyWording', { roundId, ...names, ...hours });
    expect(file.ask('getRound', { id: roundId }).wording).toEqual({ ...names, ...hours });
    refuses(check, "update tally_wording set counted_from = '3:40'");
    refuses(check, "update tally_wording set counted_to = '25:00'");
    refuses(check, "update tally_wording set counted_from = '16:16'");
    file.done('reopenRound', { roundId, reason: 'Đếm lại phiếu' }, 'chair');
    expect(file.ask('getRound', { id: roundId }).wording).toEqual({
      ...names,
      countedFrom: null,
      countedTo: null,
    });
  });

  it('holds the day and the beginning of the meeting that it was counted in', () => {
    seal();
    const names = { head: 'TRƯỞNG BAN', member: 'ỦY VIÊN', secretary: 'THƯ KÝ', remarks: '' };
    const meet = (date: string, from: string) =>
      file.call('saveMeeting', { date, from, to: '16:30', place: '', discussion: '', otherOpinions: '' });
    const early = { countedFrom: '13:59', countedTo: null };
    expect(file.call('saveTallyWording', { roundId, ...names, ...early })).toMatchObject({
      error: { code: 'invalid-input', field: 'countedFrom' },
    });
    file.done('saveTallyWording', { roundId, ...names, countedFrom: '15:40', countedTo: null });
    expect(meet('2026-05-20', '14:00')).toMatchObject({ error: { code: 'invalid-input', field: 'date' } });
    expect(meet('2026-05-28', '15:41')).toMatchObject({ error: { code: 'invalid-input', field: 'from' } });
    expect(meet('2026-05-28', '15:40').ok).toBe(true);
    file.done('reopenRound', { roundId, reason: 'Ghi sai ngày họp' }, 'chair');
    expect(meet('2026-05-20', '14:00').ok).toBe(true);
  });

  it('opens again only beside its own figures, which stay, and it with them', () => {
    seal();
    const insert = "insert into round_reopening values ('r', ?, 'now', 'Đếm lại', ?)";
    const opening = "update round set state = 'reopened', sealed_at = null, present = null";
    refuses(check, "insert into round_reopening values ('r', ?, 'now', '', '{}')", roundId);
    refuses(/CHECK|malformed/, insert, roundId, 'not json');
    file.run(insert, roundId, '{"sealedAt":"another time"}');
    refuses(sealed, opening);
    file.done('reopenRound', { roundId, reason: 'Đếm lại phiếu' }, 'chair');
    refuses(/sealed once is kept/, 'delete from round');
    refuses(/what was sealed is kept/, "update round_reopening set sealed_figures = '{}'");
    refuses(/what was sealed is kept/, 'delete from round_reopening');
  });
});
