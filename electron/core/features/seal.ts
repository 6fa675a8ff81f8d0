/** Sealing a count and opening it again: both versions are kept, and the data file checks every figure itself. */
import type { AppError } from '../../../shared/errors.ts';
import type { RowTotals } from '../../../shared/domain/ballot.ts';
import { baseOf, tallyRound, type RoomVotes, type TallyRow } from '../../../shared/domain/tally.ts';
import { need } from '../../../shared/domain/threshold.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id, Mark } from '../../../shared/terms.ts';
import {
  missingNumbers,
  missingTotals,
  roundName,
  roundReopened,
  votingStates,
  votingSteps,
} from '../../../shared/vi/council.ts';
import type { Handler } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact, bodyOfRound } from './body.ts';
import { moveCase } from './case-state.ts';
import {
  differenceOf,
  identitiesOf,
  listRounds,
  mustHold,
  readBallots,
  readCountOf,
  titleOf,
  type Count,
} from './count.ts';
import { listRecusals } from './recusal.ts';
import { sealDigest } from './seal-check.ts';
import { listTellers, openSitting } from './sitting.ts';
import { storePapers } from './box.ts';

const insertResult = define<Tables['round_result']>()((p) =>
  sql.insertInto('round_result').values({
    round_id: p('round_id'),
    case_id: p('case_id'),
    agree_in_room: p('agree_in_room'),
    agree_written: p('agree_written'),
    agree: p('agree'),
    disagree: p('disagree'),
    blank: p('blank'),
    base: p('base'),
    needed: p('needed'),
    passed: p('passed'),
  }),
);
const insertTeller = define<Tables['round_teller']>()((p) =>
  sql
    .insertInto('round_teller')
    .values({ round_id: p('round_id'), member_id: p('member_id'), position: p('position') }),
);
const deleteTellers = define<{ round: Id }>()((p) =>
  sql.deleteFrom('round_teller').where('round_id', '=', p('round')),
);
const deleteResults = define<{ round: Id }>()((p) =>
  sql.deleteFrom('round_result').where('round_id', '=', p('round')),
);
const deleteDraft = define<{ round: Id }>()((p) =>
  sql.deleteFrom('ballot_draft').where('round_id', '=', p('round')),
);
const updateSealed = define<{ id: Id; at: string; present: number; base: number; needed: number }>()((p) =>
  sql
    .updateTable('round')
    .set({
      state: 'sealed',
      sealed_at: p('at'),
      present: p('present'),
      base: p('base'),
      needed: p('needed'),
    })
    .where('id', '=', p('id')),
);
const updateReopened = define<{ id: Id }>()((p) =>
  sql
    .updateTable('round')
    .set({ state: 'reopened', sealed_at: null, present: null })
    .where('id', '=', p('id')),
);
const updateUnconfirmed = define<{ round: Id }>()((p) =>
  sql.updateTable('round_count').set({ confirmed: 0 }).where('round_id', '=', p('round')),
);
const insertReopening = define<Tables['round_reopening']>()((p) =>
  sql.insertInto('round_reopening').values({
    id: p('id'),
    round_id: p('round_id'),
    at: p('at'),
    reason: p('reason'),
    sealed_figures: p('sealed_figures'),
  }),
);

/** What was not typed yet and without which nothing can be counted. Errors: count-incomplete. */
function mustBeComplete({ round, invalid, slate, totals }: Count): Result<null, AppError> {
  const title = titleOf(round);
  const numbers = { printed: round.printed, issued: round.issued, returned: round.returned, invalid };
  for (const [name, value] of Object.entries(numbers)) {
    if (value !== null) continue;
    return err({ code: 'count-incomplete', title, missing: missingNumbers[name as keyof typeof numbers] });
  }
  if (round.mode === 'ballots') return ok(null);
  for (const { caseId, name } of slate) {
    const row = totals.find((total) => total.case_id === caseId);
    if (row !== undefined && row.agree !== null && row.disagree !== null && row.blank !== null) continue;
    return err({ code: 'count-incomplete', title, missing: missingTotals(name) });
  }
  return ok(null);
}

/** An opinion of a member who stepped aside from that case afterwards. Errors: member-steps-aside. */
function mustBeFree(read: ReadHandle, { slate, opinions, sitting }: Count): Result<null, AppError> {
  const recusals = listRecusals(read);
  const opinion = opinions.find(
    ({ case_id, member_id, mark }) =>
      mark !== 'BLANK' && recusals.get(case_id)?.some((one) => one.member_id === member_id) === true,
  );
  if (opinion === undefined) return ok(null);
  const name = sitting.members.find(({ id }) => id === opinion.member_id)?.fullName ?? '';
  const about = slate.find(({ caseId }) => caseId === opinion.case_id)?.name ?? '';
  return err({ code: 'member-steps-aside', name, about });
}

/** The votes in the room: the stored papers, in the order of their random ids, or the typed totals. */
function roomVotes(read: ReadHandle, { round, totals }: Count): RoomVotes {
  if (round.mode === 'ballots') return { ballots: readBallots(read, { roundId: round.id, count: 1 }) };
  return {
    totals: totals.map((row): RowTotals => ({
      caseId: row.case_id,
      agree: row.agree ?? 0,
      disagree: row.disagree ?? 0,
      blank: row.blank ?? 0,
      invalidRow: 0,
    })),
  };
}

function writtenOpinions({ slate, opinions }: Count): readonly { readonly marks: readonly Mark[] }[] {
  return [...Map.groupBy(opinions, (opinion) => opinion.member_id).values()].map((rows) => ({
    marks: slate.map(({ caseId }) => rows.find((row) => row.case_id === caseId)?.mark ?? 'BLANK'),
  }));
}

function storedResult(round: Id, row: TallyRow): Tables['round_result'] {
  return {
    round_id: round,
    case_id: row.caseId,
    agree_in_room: row.agreeInRoom,
    agree_written: row.agreeWritten,
    agree: row.agree,
    disagree: row.disagree,
    // A row that was spoilt on a valid paper is told with the blank ones.
    blank: row.blank + row.invalidRow,
    base: row.base,
    needed: row.needed,
    passed: row.passed ? 1 : 0,
  };
}

/** Two counts must be equal, and both tellers must have confirmed. Errors: count-incomplete, counts-differ, counts-unconfirmed. */
function mustAgree(read: ReadHandle, count: Count): Result<null, AppError> {
  const { round, counts, sitting } = count;
  if (round.counts === 1) return ok(null);
  const title = titleOf(round);
  const difference = differenceOf(read, count);
  if (difference === null)
    return err({ code: 'count-incomplete', title, missing: missingNumbers.secondCount });
  if (!difference.equal) return err({ code: 'counts-differ', title });
  const tellers = counts
    .filter(({ confirmed }) => confirmed === 0)
    .map(({ member_id }) => sitting.members.find(({ id }) => id === member_id)?.fullName ?? '');
  return tellers.length === 0
    ? ok(null)
    : err({ code: 'counts-unconfirmed', title, tellers: tellers.join(', ') });
}

/** Seals a count whose every identity holds and writes its result by name; nothing of it changes after that. */
export const sealRound: Handler<'sealRound'> = (context, { roundId }) => {
  const { write, now, record } = context;
  const body = bodyOfRound(write, roundId);
  if (!body.ok) return body;
  const sitting = openSitting(write, body.value);
  if (!sitting.ok) return sitting;
  const found = readCountOf(write, { sitting: sitting.value, roundId, who: 1 });
  if (!found.ok) return found;
  const count = found.value;
  const { round, slate, sitting: council } = count;
  if (round.state === 'sealed') return err({ code: 'round-sealed', title: titleOf(round) });
  const tellers = listTellers(write, council.meeting.id);
  if (tellers.length === 0) return err({ code: 'tellers-missing' });
  const present = council.members.find(
    (member) => count.opinionMembers.has(member.id) && member.present !== false,
  );
  if (present !== undefined) return err({ code: 'member-present', name: present.fullName });
  const free = mustBeFree(write, count);
  if (!free.ok) return free;
  const complete = mustBeComplete(count);
  if (!complete.ok) return complete;
  const papers = mustHold(identitiesOf(count));
  if (!papers.ok) return papers;
  const agreed = mustAgree(write, count);
  if (!agreed.ok) return agreed;
  const counted = baseOf({
    vote: count.rule.value,
    total: council.total,
    present: count.present,
    valid: count.valid ?? 0,
    writtenOpinions: count.opinionMembers.size,
  });
  // Where only valid votes are the base there may be none; nothing passes then.
  const base = Math.max(1, counted);
  const rows = tallyRound({
    slate,
    votes: roomVotes(write, count),
    writtenOpinions: writtenOpinions(count),
    base,
    voteRule: count.rule.value,
  });
  // The papers of the room must add up by themselves: written opinions are no papers.
  const inRoom = rows.map((row) => ({ ...row, agree: row.agreeInRoom }));
  const byName = mustHold(identitiesOf({ ...count, base }, inRoom));
  if (!byName.ok) return byName;
  for (const row of rows) write.run(insertResult, storedResult(roundId, row));
  for (const [position, member] of tellers.entries())
    write.run(insertTeller, { round_id: roundId, member_id: member, position });
  write.run(deleteDraft, { round: roundId });
  const needed = need({ ...count.rule.value, base });
  write.run(updateSealed, { id: roundId, at: now, present: count.present, base, needed });
  if (council.body.kind === 'SCHOOL') {
    for (const { caseId } of slate) moveCase(context, { caseId, to: 'VOTED' });
  }
  record({
    ...bodyFact(write, council.council),
    title: titleOf(round),
    number: round.number,
    round: roundId,
    digest: sealDigest(write, roundId),
  });
  return ok(null);
};

/** Opens a sealed count again: its figures are kept beside the reason, its cases are on the ballot as before. */
export const reopenRound: Handler<'reopenRound'> = (context, { roundId, reason }) => {
  const { write, now, newId, record } = context;
  const body = bodyOfRound(write, roundId);
  if (!body.ok) return body;
  const sitting = openSitting(write, body.value);
  if (!sitting.ok) return sitting;
  const found = readCountOf(write, { sitting: sitting.value, roundId, who: 1 });
  if (!found.ok) return found;
  const { round, slate, results, valid, invalid, counts } = found.value;
  const title = titleOf(round);
  if (round.state !== 'sealed') {
    const state = votingStates.notSealed;
    return err({ code: 'wrong-state', name: roundName(title), state, wanted: votingSteps.reopenRound });
  }
  const hasLater = listRounds(write, round.meeting_id).some(
    (other) => other.title_id === round.title_id && other.number > round.number,
  );
  if (hasLater) return err({ code: 'round-has-later', title });
  const { sealed_at: sealedAt, mode, printed, issued, returned, present, base, needed } = round;
  const papers = readBallots(write, { roundId, count: 1 });
  const figures = {
    sealedAt,
    mode,
    printed,
    issued,
    returned,
    valid,
    invalid,
    present,
    base,
    needed,
    results,
  };
  write.run(insertReopening, {
    id: newId(),
    round_id: roundId,
    at: now,
    reason,
    sealed_figures: JSON.stringify(figures),
  });
  write.run(updateReopened, { id: roundId });
  // The second count left when it was sealed, equal to the first: it is there again, and neither is confirmed.
  if (counts.length === 2) {
    storePapers(context, { roundId, count: 2, ballots: papers });
    write.run(updateUnconfirmed, { round: roundId });
  }
  write.run(deleteResults, { round: roundId });
  write.run(deleteTellers, { round: roundId });
  if (body.value.kind === 'SCHOOL') {
    for (const { caseId } of slate)
      moveCase(context, { caseId, to: 'ON_BALLOT', reason: roundReopened(reason) });
  }
  record({ ...bodyFact(write, sitting.value.council), title, reason, round: roundId });
  return ok(null);
};
