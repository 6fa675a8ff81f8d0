/** Ballot papers: counted by hand first, entered in lots that are shuffled, never joined to who marked them. */
import type { AppError } from '../../../shared/errors.ts';
import { checkBallots, isOverChosen } from '../../../shared/domain/ballot.ts';
import { isInRoom } from '../../../shared/domain/presence.ts';
import { readBallotFile } from '../../../shared/imports/ballots.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id, Mark } from '../../../shared/terms.ts';
import { identityNames } from '../../../shared/vi/identities.ts';
import {
  countProblems,
  hoursProblem,
  missingThings,
  votingStates,
  votingSteps,
} from '../../../shared/vi/council.ts';
import type { Handlers } from '../context.ts';
import { define, sql } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { readWorkbook } from '../files/workbook.ts';
import { clean, keepLot, storePapers } from './box.ts';
import { identitiesOf, mustHold, readCount, titleOf, type Count, type RoundRecord } from './count.ts';
import { enteringCount, mayEnter, mustBeLot, mustCover } from './entering.ts';
import { mustBeForThisFile } from './file-info.ts';
import { writeAttendees } from './presence.ts';
import { listRecusals } from './recusal.ts';
import { describeCount, listRoundRows } from './round.ts';
import { reopenRound, sealRound } from './seal.ts';
import {
  clearBallots,
  confirmCount,
  decideBallot,
  removeBallots,
  setBallotAside,
  takeBallotBack,
  takeCount,
} from './second-count.ts';
import { listNextRounds, openCount, openRound, refuse, removeRound, resetCounts } from './slate.ts';

const updatePrintRun = define<
  Pick<RoundRecord, 'id' | 'printed' | 'issued' | 'spoiled' | 'left_over' | 'destroyed'>
>()((p) =>
  sql
    .updateTable('round')
    .set({
      printed: p('printed'),
      issued: p('issued'),
      spoiled: p('spoiled'),
      left_over: p('left_over'),
      destroyed: p('destroyed'),
    })
    .where('id', '=', p('id')),
);
const updateReturned = define<
  Pick<RoundRecord, 'id' | 'returned' | 'mode' | 'counts' | 'state' | 'invalid_total'>
>()((p) =>
  sql
    .updateTable('round')
    .set({
      returned: p('returned'),
      mode: p('mode'),
      counts: p('counts'),
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
const upsertWording = define<Tables['tally_wording']>()((p) => {
  const words = {
    remarks: p('remarks'),
    head: p('head'),
    member: p('member'),
    secretary: p('secretary'),
    counted_from: p('counted_from'),
    counted_to: p('counted_to'),
  };
  return sql
    .insertInto('tally_wording')
    .values({ round_id: p('round_id'), ...words })
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet(words));
});
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

export const ballotHandlers: Handlers<
  | 'listRounds'
  | 'listNextRounds'
  | 'getRound'
  | 'openRound'
  | 'removeRound'
  | 'savePrintRun'
  | 'declareReturned'
  | 'saveBallotDraft'
  | 'storeBallots'
  | 'takeCount'
  | 'setBallotAside'
  | 'takeBallotBack'
  | 'decideBallot'
  | 'removeBallots'
  | 'confirmCount'
  | 'previewBallotFile'
  | 'clearBallots'
  | 'saveTotals'
  | 'saveWrittenOpinion'
  | 'saveTallyWording'
  | 'sealRound'
  | 'reopenRound'
> = {
  listRounds: ({ read }, { body }) => listRoundRows(read, body),

  getRound({ read, session }, { id }) {
    const count = readCount(read, { roundId: id, who: session });
    if (!count.ok) return count;
    const view = describeCount(read, count.value);
    return ok(session?.role === 'viewer' ? { ...view, difference: null } : view);
  },

  listNextRounds,

  openRound,

  removeRound,

  savePrintRun(context, { roundId, printed, issued, ...rest }) {
    const { write, record } = context;
    const count = openCount(context, roundId);
    if (!count.ok) return count;
    const { round, sitting } = count.value;
    // Who is in the room when the papers are issued votes; who comes or leaves later changes nothing of it.
    const isIssuedAnew = issued !== round.issued;
    const present = isIssuedAnew ? sitting.present : count.value.present;
    const { spoiled = round.spoiled, leftOver = round.left_over, destroyed = round.destroyed } = rest;
    const changed = { ...round, printed, issued, spoiled, left_over: leftOver, destroyed };
    const holds = mustHold(printRun({ ...count.value, round: changed, present }));
    if (!holds.ok) return holds;
    const parts = [issued, spoiled, leftOver].reduce((sum: number, part) => sum + (part ?? 0), 0);
    if (printed !== null && issued !== null && parts > printed) {
      return err({
        code: 'identity-broken',
        identity: identityNames['print-run'],
        left: printed,
        right: parts,
      });
    }
    const scrap = (spoiled ?? 0) + (leftOver ?? 0);
    if (destroyed !== null && destroyed > scrap) {
      return err({
        code: 'identity-broken',
        identity: identityNames.destroyed,
        left: destroyed,
        right: scrap,
      });
    }
    write.run(updatePrintRun, changed);
    if (isIssuedAnew) {
      const inRoom = issued === null ? [] : sitting.members.filter(isInRoom).map(({ id }) => id);
      writeAttendees(write, { roundId, memberIds: inRoom });
    }
    record({ printed, issued, spoiled, leftOver, destroyed });
    return ok(null);
  },

  declareReturned(context, { roundId, returned, mode, counts: asked }) {
    const { write, record } = context;
    const count = openCount(context, roundId);
    if (!count.ok) return count;
    const { round, counts: all } = count.value;
    const counts = mode === 'totals' ? 1 : (asked ?? round.counts);
    const entered = Math.max(0, ...all.map(({ stored, aside }) => stored + aside));
    const changed: RoundRecord = {
      ...round,
      returned,
      mode,
      counts,
      state: round.state === 'reopened' ? 'reopened' : returned === null ? 'preparing' : 'counting',
      invalid_total: mode === 'totals' && returned !== null ? round.invalid_total : null,
    };
    if (entered > 0 && (mode !== round.mode || counts !== round.counts)) {
      return refuse(round, votingStates.ballotsStored, votingSteps.changeMode);
    }
    const holds = mustHold(printRun({ ...count.value, round: changed }));
    if (!holds.ok) return holds;
    const enough = mustCover(
      { ...count.value, own: 1, aside: 0, round: { ...changed, returned: returned ?? 0 } },
      entered,
    );
    if (!enough.ok) return enough;
    const spoilt = changed.invalid_total ?? 0;
    if (returned !== null && spoilt > returned)
      return tooManyInvalid({ ...count.value, round: changed }, spoilt);
    if (mode === 'ballots') write.run(deleteTotals, { round: roundId });
    if (mode === 'totals' || counts !== round.counts) {
      for (const { number } of all) keepLot(context, { roundId, count: number, ballots: [] });
    }
    write.run(updateReturned, changed);
    if (counts !== round.counts) resetCounts(context, { roundId, counts });
    record({ returned, mode, counts });
    return ok(null);
  },

  saveBallotDraft(context, { roundId, ballots, over }) {
    const count = enteringCount(context, roundId);
    if (!count.ok) return count;
    const known = mustBeLot(context.write, count.value, over);
    if (!known.ok) return known;
    keepLot(context, { roundId, count: count.value.own, ballots });
    return ok(null);
  },

  storeBallots(context, { roundId, ballots, over }) {
    const count = enteringCount(context, roundId);
    if (!count.ok) return count;
    const known = mustBeLot(context.write, count.value, over);
    if (!known.ok) return known;
    const { slate, stored, aside, own, form } = count.value;
    const lot = ballots.map(clean);
    const [problem] = checkBallots({ slate, ballots: lot, form });
    if (problem !== undefined) {
      return err({ code: 'invalid-ballot', ballot: problem.index + 1, problem: problem.kind });
    }
    const covered = mustCover(count.value, stored + aside + lot.length);
    if (!covered.ok) return covered;
    storePapers(context, { roundId, count: own, ballots: lot });
    keepLot(context, { roundId, count: own, ballots: [] });
    // How many papers, and nothing else: the trail has times.
    context.record({ ballots: lot.length });
    return ok({ stored: stored + lot.length });
  },

  takeCount,
  setBallotAside,
  takeBallotBack,
  decideBallot,
  removeBallots,
  confirmCount,

  async previewBallotFile({ read, session }, { roundId, fileName, bytes }) {
    const count = readCount(read, { roundId, who: session });
    if (!count.ok) return count;
    const workbook = await readWorkbook({ fileName, bytes: Buffer.from(bytes, 'base64') });
    if (!workbook.ok) return workbook;
    const taken = mustBeForThisFile(read, workbook.value);
    if (!taken.ok) return taken;
    const file = readBallotFile({
      workbook: workbook.value,
      slate: count.value.slate.map(({ caseId, row }) => ({
        id: caseId,
        code: row.code === '' ? null : row.code,
        fullName: row.name,
      })),
    });
    if (!file.ok) return file;
    const { ballots, problems } = file.value;
    return ok({ ballots: ballots.map(({ invalidReason, marks }) => ({ invalidReason, marks })), problems });
  },

  clearBallots,

  saveTotals(context, { roundId, invalid, totals }) {
    const { write, record } = context;
    const count = openCount(context, roundId);
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

  saveWrittenOpinion(context, { roundId, memberId, marks }) {
    const { write, record } = context;
    const count = openCount(context, roundId);
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
    if (isOverChosen(count.value.form, [...given.values()])) {
      return err({ code: 'invalid-ballot', ballot: 1, problem: 'too-many-chosen' });
    }
    if ([...given.keys()].some((caseId) => !slate.some((entry) => entry.caseId === caseId))) {
      return err({ code: 'not-found', what: missingThings.slateName });
    }
    const recusals = listRecusals(write);
    const about = slate.find(
      ({ caseId }) =>
        (given.get(caseId) ?? 'BLANK') !== 'BLANK' &&
        recusals.get(caseId)?.some(({ member_id }) => member_id === memberId) === true,
    );
    if (about !== undefined) return err({ code: 'member-steps-aside', name, about: about.name });
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

  saveTallyWording({ write, session, record }, { roundId, countedFrom, countedTo, ...words }) {
    if (countedFrom !== null && countedTo !== null && countedTo < countedFrom) {
      return err({ code: 'invalid-input', field: 'countedTo', detail: hoursProblem });
    }
    const count = readCount(write, { roundId, who: session });
    if (!count.ok) return count;
    const { from_time: from } = count.value.sitting.meeting;
    if (countedFrom !== null && countedFrom < from) {
      const detail = countProblems.beforeMeeting(from);
      return err({ code: 'invalid-input', field: 'countedFrom', detail });
    }
    write.run(upsertWording, {
      round_id: roundId,
      ...words,
      counted_from: countedFrom,
      counted_to: countedTo,
    });
    record({ title: titleOf(count.value.round) });
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
