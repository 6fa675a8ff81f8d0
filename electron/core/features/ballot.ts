/** Ballot papers: counted by hand first, entered in lots that are shuffled, never joined to who marked them. */
import type { AppError } from '../../../shared/errors.ts';
import { checkBallots } from '../../../shared/domain/ballot.ts';
import { readBallotSheet } from '../../../shared/imports/ballots.ts';
import { tidy } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id, Mark } from '../../../shared/terms.ts';
import type { BallotInput } from '../../../shared/views.ts';
import { missingThings, votingStates, votingSteps } from '../../../shared/vi/council.ts';
import type { Handlers } from '../context.ts';
import { define, sql } from '../database/query.ts';
import { readTable } from '../files/workbook.ts';
import { createTimelessId } from '../ids.ts';
import { shuffle } from '../shuffle.ts';
import {
  describeCount,
  identitiesOf,
  listRoundRows,
  mustHold,
  readCount,
  titleOf,
  type Count,
  type RoundRecord,
} from './round.ts';
import { reopenRound, sealRound } from './seal.ts';
import { openCount, openRound, refuse, removeRound } from './slate.ts';

const updatePrintRun = define<Pick<RoundRecord, 'id' | 'printed' | 'issued' | 'in_room'>>()((p) =>
  sql
    .updateTable('round')
    .set({ printed: p('printed'), issued: p('issued'), in_room: p('in_room') })
    .where('id', '=', p('id')),
);
const updateReturned = define<Pick<RoundRecord, 'id' | 'returned' | 'mode' | 'state' | 'invalid_total'>>()(
  (p) =>
    sql
      .updateTable('round')
      .set({
        returned: p('returned'),
        mode: p('mode'),
        state: p('state'),
        invalid_total: p('invalid_total'),
      })
      .where('id', '=', p('id')),
);
const updateInvalid = define<{ id: Id; invalid: number | null }>()((p) =>
  sql
    .updateTable('round')
    .set({ invalid_total: p('invalid') })
    .where('id', '=', p('id')),
);
const insertBallot = define<{ id: Id; round: Id; reason: string | null }>()((p) =>
  sql.insertInto('ballot').values({ id: p('id'), round_id: p('round'), invalid_reason: p('reason') }),
);
const insertMark = define<{ ballot: Id; position: number; mark: Mark }>()((p) =>
  sql.insertInto('ballot_mark').values({ ballot_id: p('ballot'), position: p('position'), mark: p('mark') }),
);
const deleteBallots = define<{ round: Id }>()((p) =>
  sql.deleteFrom('ballot').where('round_id', '=', p('round')),
);
const upsertDraft = define<{ round: Id; ballots: string }>()((p) =>
  sql
    .insertInto('ballot_draft')
    .values({ round_id: p('round'), ballots: p('ballots') })
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet({ ballots: p('ballots') })),
);
const deleteDraft = define<{ round: Id }>()((p) =>
  sql.deleteFrom('ballot_draft').where('round_id', '=', p('round')),
);
const deleteTotals = define<{ round: Id }>()((p) =>
  sql.deleteFrom('round_total').where('round_id', '=', p('round')),
);
const insertTotal = define<{
  round: Id;
  caseId: Id;
  agree: number | null;
  disagree: number | null;
  blank: number | null;
}>()((p) =>
  sql.insertInto('round_total').values({
    round_id: p('round'),
    case_id: p('caseId'),
    agree: p('agree'),
    disagree: p('disagree'),
    blank: p('blank'),
  }),
);
const deleteOpinion = define<{ round: Id; member: Id }>()((p) =>
  sql.deleteFrom('written_opinion').where('round_id', '=', p('round')).where('member_id', '=', p('member')),
);
const insertOpinion = define<{ round: Id; member: Id; caseId: Id; mark: Mark }>()((p) =>
  sql.insertInto('written_opinion').values({
    round_id: p('round'),
    member_id: p('member'),
    case_id: p('caseId'),
    mark: p('mark'),
  }),
);

/** Refuses entering in a mode that the round is not counted in, or before the papers were counted by hand. */
function mayEnter({ round }: Count, mode: RoundRecord['mode']): Result<null, AppError> {
  if (round.mode !== mode) {
    return mode === 'ballots'
      ? refuse(round, votingStates.countedByTotals, votingSteps.enterBallots)
      : refuse(round, votingStates.countedByBallot, votingSteps.enterTotals);
  }
  return round.returned === null ? err({ code: 'returned-not-declared', title: titleOf(round) }) : ok(null);
}

/** A typed ballot as it is stored: tidy reason, no marks on an invalid one. */
function clean({ invalidReason, marks }: BallotInput): BallotInput {
  return { invalidReason: invalidReason === null ? null : tidy(invalidReason), marks };
}

/** One order for the same papers, however they came: no entry order is kept. */
function canonical(ballots: readonly BallotInput[]): string {
  const texts = ballots.map(({ invalidReason, marks }) => JSON.stringify({ invalidReason, marks }));
  return `[${texts.sort().join(',')}]`;
}

export const ballotHandlers: Handlers<
  | 'listRounds'
  | 'getRound'
  | 'openRound'
  | 'removeRound'
  | 'savePrintRun'
  | 'declareReturned'
  | 'saveBallotDraft'
  | 'storeBallots'
  | 'previewBallotFile'
  | 'clearBallots'
  | 'saveTotals'
  | 'saveWrittenOpinion'
  | 'sealRound'
  | 'reopenRound'
> = {
  listRounds: ({ read }) => listRoundRows(read),

  getRound({ read }, { id }) {
    const count = readCount(read, id);
    return count.ok ? ok(describeCount(read, count.value)) : count;
  },

  openRound,

  removeRound,

  savePrintRun({ write, record }, { roundId, printed, issued }) {
    const count = openCount(write, roundId);
    if (!count.ok) return count;
    const known = count.value.round;
    // Who is in the room when the papers are issued votes; who comes or leaves later changes nothing of it.
    const inRoom =
      issued === null ? null : issued === known.issued ? known.in_room : count.value.sitting.present;
    const round = { ...known, printed, issued, in_room: inRoom };
    const present = inRoom ?? count.value.sitting.present;
    const holds = mustHold(printRun({ ...count.value, round, present }));
    if (!holds.ok) return holds;
    write.run(updatePrintRun, round);
    record({ printed, issued });
    return ok(null);
  },

  declareReturned({ write, record }, { roundId, returned, mode }) {
    const count = openCount(write, roundId);
    if (!count.ok) return count;
    const { round, stored } = count.value;
    const changed: RoundRecord = {
      ...round,
      returned,
      mode,
      state: round.state === 'reopened' ? 'reopened' : returned === null ? 'preparing' : 'counting',
      invalid_total: mode === 'totals' && returned !== null ? round.invalid_total : null,
    };
    if (stored > 0 && mode !== round.mode) {
      return refuse(round, votingStates.ballotsStored, votingSteps.changeMode);
    }
    const holds = mustHold(printRun({ ...count.value, round: changed }));
    if (!holds.ok) return holds;
    const enough = mustCover({ ...count.value, round: { ...changed, returned: returned ?? 0 } }, stored);
    if (!enough.ok) return enough;
    const spoilt = changed.invalid_total ?? 0;
    if (returned !== null && spoilt > returned)
      return tooManyInvalid({ ...count.value, round: changed }, spoilt);
    if (mode === 'ballots') write.run(deleteTotals, { round: roundId });
    else write.run(deleteDraft, { round: roundId });
    write.run(updateReturned, changed);
    record({ returned, mode });
    return ok(null);
  },

  saveBallotDraft({ write }, { roundId, ballots }) {
    const count = openCount(write, roundId);
    if (!count.ok) return count;
    const may = mayEnter(count.value, 'ballots');
    if (!may.ok) return may;
    if (ballots.length === 0) write.run(deleteDraft, { round: roundId });
    else write.run(upsertDraft, { round: roundId, ballots: canonical(ballots.map(clean)) });
    return ok(null);
  },

  storeBallots({ write, random, record }, { roundId, ballots }) {
    const count = openCount(write, roundId);
    if (!count.ok) return count;
    const may = mayEnter(count.value, 'ballots');
    if (!may.ok) return may;
    const { slate, stored } = count.value;
    const lot = ballots.map(clean);
    const [problem] = checkBallots({ slate, ballots: lot });
    if (problem !== undefined) {
      return err({ code: 'invalid-ballot', ballot: problem.index + 1, problem: problem.kind });
    }
    const covered = mustCover(count.value, stored + lot.length);
    if (!covered.ok) return covered;
    for (const { invalidReason, marks } of shuffle(lot, random)) {
      const id = createTimelessId(random);
      write.run(insertBallot, { id, round: roundId, reason: invalidReason });
      for (const [position, mark] of marks.entries()) write.run(insertMark, { ballot: id, position, mark });
    }
    write.run(deleteDraft, { round: roundId });
    // How many papers, and nothing else: the trail has times.
    record({ ballots: lot.length });
    return ok({ stored: stored + lot.length });
  },

  async previewBallotFile({ read }, { roundId, fileName, bytes }) {
    const count = readCount(read, roundId);
    if (!count.ok) return count;
    const workbook = await readTable({ fileName, bytes: Buffer.from(bytes, 'base64') });
    if (!workbook.ok) return workbook;
    const sheet = readBallotSheet({
      fileName,
      rows: workbook.value.sheets[0]?.rows ?? [],
      slate: count.value.slate.map(({ caseId, row }) => ({
        id: caseId,
        code: row.code === '' ? null : row.code,
        fullName: row.name,
      })),
    });
    if (!sheet.ok) return sheet;
    return ok({ ballots: sheet.value.ballots.map(({ invalidReason, marks }) => ({ invalidReason, marks })) });
  },

  clearBallots({ write, record }, { roundId, reason }) {
    const count = openCount(write, roundId);
    if (!count.ok) return count;
    write.run(deleteBallots, { round: roundId });
    write.run(deleteDraft, { round: roundId });
    write.run(deleteTotals, { round: roundId });
    write.run(updateInvalid, { id: roundId, invalid: null });
    record({ reason });
    return ok(null);
  },

  saveTotals({ write, record }, { roundId, invalid, totals }) {
    const count = openCount(write, roundId);
    if (!count.ok) return count;
    const may = mayEnter(count.value, 'totals');
    if (!may.ok) return may;
    const { slate, round } = count.value;
    if (round.returned !== null && invalid > round.returned) return tooManyInvalid(count.value, invalid);
    write.run(updateInvalid, { id: roundId, invalid });
    write.run(deleteTotals, { round: roundId });
    for (const { caseId, ...row } of new Map(totals.map((total) => [total.caseId, total])).values()) {
      if (!slate.some((entry) => entry.caseId === caseId)) {
        return err({ code: 'not-found', what: missingThings.slateName });
      }
      if (row.agree === null && row.disagree === null && row.blank === null) continue;
      write.run(insertTotal, { round: roundId, caseId, ...row });
    }
    record({});
    return ok(null);
  },

  saveWrittenOpinion({ write, record }, { roundId, memberId, marks }) {
    const count = openCount(write, roundId);
    if (!count.ok) return count;
    const { slate, sitting } = count.value;
    const member = sitting.members.find(({ id }) => id === memberId);
    if (member === undefined) return err({ code: 'not-a-member', person: memberId });
    const { fullName: name, present } = member;
    write.run(deleteOpinion, { round: roundId, member: memberId });
    record({ member: name });
    if (marks === null) return ok(null);
    if (present === null) return err({ code: 'presence-not-taken', name });
    if (present) return err({ code: 'member-present', name });
    const given = new Map(marks.map(({ caseId, mark }) => [caseId, mark]));
    if ([...given.keys()].some((caseId) => !slate.some((entry) => entry.caseId === caseId))) {
      return err({ code: 'not-found', what: missingThings.slateName });
    }
    // A name that the opinion does not speak of is left blank, as it would be on paper.
    for (const { caseId } of slate) {
      write.run(insertOpinion, {
        round: roundId,
        member: memberId,
        caseId,
        mark: given.get(caseId) ?? 'BLANK',
      });
    }
    return ok(null);
  },

  sealRound,

  reopenRound,
};

const printRunIdentities = new Set(['issued-printed', 'issued-present', 'returned-issued']);

/** The identities of papers in number, before any is entered. */
function printRun(count: Count) {
  return identitiesOf(count).filter(({ id }) => printRunIdentities.has(id));
}

/** Refuses more papers than were counted by hand. Errors: identity-broken. */
function mustCover(count: Count, stored: number): Result<null, AppError> {
  const { returned } = count.round;
  if (count.round.mode !== 'ballots' || returned === null || stored <= returned) return ok(null);
  return mustHold(identitiesOf({ ...count, stored }).filter(({ id }) => id === 'entered-returned'));
}

function tooManyInvalid(count: Count, invalid: number): Result<never, AppError> {
  const identity = identitiesOf({ ...count, valid: 0, invalid }).find(({ id }) => id === 'valid-invalid');
  if (identity === undefined) throw new Error('The returned papers were not declared.');
  return err({
    code: 'identity-broken',
    identity: identity.identity,
    left: identity.left,
    right: identity.right,
  });
}
