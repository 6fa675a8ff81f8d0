/** The slate of a voting round: who stands on the ballot of a title, how often it is voted, and taking it back. */
import type { AppError } from '../../../shared/errors.ts';
import { baseOf } from '../../../shared/domain/tally.ts';
import { need } from '../../../shared/domain/threshold.ts';
import { compareNames } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle, voteRuleFor } from '../../../shared/rules/catalogue.ts';
import type { Id, TitleId } from '../../../shared/terms.ts';
import type { CaseRow } from '../../../shared/views.ts';
import {
  ballotedAgain,
  roundName,
  roundRemoved,
  voteMoves,
  votingStates,
  votingSteps,
} from '../../../shared/vi/council.ts';
import type { Handler } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import { moveCase } from './case-state.ts';
import { effectiveEligibility, listCaseRows } from './registration.ts';
import { listRounds, readCountOf, titleOf, type Count, type RoundRecord } from './round.ts';
import { isVotable, openSitting, putToVote, quorumOf, type Sitting } from './sitting.ts';

/** A title is voted twice at most; then whoever is competent decides (domain practice of sector councils). */
const maximumRounds = 2;

const insertRound = define<{
  id: Id;
  meeting: Id;
  title: TitleId;
  number: number;
  base: number;
  needed: number;
}>()((p) =>
  sql.insertInto('round').values({
    id: p('id'),
    meeting_id: p('meeting'),
    title_id: p('title'),
    number: p('number'),
    state: 'preparing',
    mode: 'ballots',
    base: p('base'),
    needed: p('needed'),
    printed: null,
    issued: null,
    returned: null,
    invalid_total: null,
    sealed_at: null,
    in_room: null,
    present: null,
  }),
);
const insertSlate = define<{ round: Id; position: number; caseId: Id }>()((p) =>
  sql.insertInto('slate').values({ round_id: p('round'), position: p('position'), case_id: p('caseId') }),
);
const deleteRound = define<{ id: Id }>()((p) => sql.deleteFrom('round').where('id', '=', p('id')));
const selectPassed = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_result').select('case_id').where('round_id', '=', p('round')).where('passed', '=', 1),
);
/** A count that is still open to change. Errors: those of `openSitting`, not-found, round-sealed. */
export function openCount(read: ReadHandle, roundId: Id): Result<Count, AppError> {
  const sitting = openSitting(read);
  if (!sitting.ok) return sitting;
  const count = readCountOf(read, { sitting: sitting.value, roundId });
  if (!count.ok) return count;
  const { round } = count.value;
  return round.state === 'sealed' ? err({ code: 'round-sealed', title: titleOf(round) }) : count;
}

/** Says that the state of a round does not allow a step. */
export function refuse(round: Pick<RoundRecord, 'title_id'>, state: string, wanted: string) {
  return err({ code: 'wrong-state', name: roundName(titleOf(round)), state, wanted } as const);
}

/** The cases of a title that its next ballot is about: eligible, and not passed in the ballot before. */
function nextSlate(
  read: ReadHandle,
  {
    sitting,
    titleId,
    previous,
  }: { readonly sitting: Sitting; readonly titleId: TitleId; readonly previous: RoundRecord | undefined },
): readonly CaseRow[] {
  const passed = new Set(
    previous === undefined ? [] : read.all(selectPassed, { round: previous.id }).map((row) => row.case_id),
  );
  return listCaseRows(read, sitting.season)
    .filter((row) => row.titleId === titleId && isVotable(row))
    .filter((row) => effectiveEligibility(row) === 'yes' && !passed.has(row.id))
    .sort((a, b) => compareNames(a.name, b.name));
}

/** Lists the names of a title's next ballot and puts them on it. Nothing is voted twice without a sealed count before. */
export const openRound: Handler<'openRound'> = (context, { titleId }) => {
  const { write, newId, record } = context;
  const found = openSitting(write);
  if (!found.ok) return found;
  const sitting = found.value;
  const title = findTitle(titleId);
  if (title === null) return err({ code: 'unknown-title', title: titleId });
  const { value: vote } = voteRuleFor({ ruleSet: sitting.ruleSet, titleId });
  if (vote.kind !== 'SECRET_BALLOT') {
    const state = votingStates.showOfHands;
    return err({ code: 'wrong-state', name: title.name, state, wanted: votingSteps.ballot });
  }
  const { met, present, total, needed, overriddenBecause } = quorumOf(sitting);
  if (!met && overriddenBecause === null) return err({ code: 'no-quorum', present, total, needed });
  const previous = listRounds(write, sitting.meeting.id).findLast((round) => round.title_id === titleId);
  if (previous !== undefined && previous.state !== 'sealed') {
    return err({ code: 'round-not-sealed', title: title.name });
  }
  const number = (previous?.number ?? 0) + 1;
  if (number > maximumRounds)
    return err({ code: 'no-more-rounds', title: title.name, maximum: maximumRounds });
  const slate = nextSlate(write, { sitting, titleId, previous });
  if (slate.length === 0) return err({ code: 'slate-empty', title: title.name });
  const id = newId();
  const base = baseOf({ vote, total, present, valid: present, writtenOpinions: 0 });
  write.run(insertRound, {
    id,
    meeting: sitting.meeting.id,
    title: titleId,
    number,
    base: Math.max(1, base),
    needed: need({ ...vote, base }),
  });
  const reason = number === 1 ? voteMoves.balloted : ballotedAgain(number);
  for (const [position, row] of slate.entries()) {
    write.run(insertSlate, { round: id, position, caseId: row.id });
    putToVote(context, row, { to: 'ON_BALLOT', reason });
  }
  record({ title: title.name, slate: slate.length });
  return ok({ id });
};

/** Takes back a round that was never sealed; its cases are where they were before it. */
export const removeRound: Handler<'removeRound'> = (context, { id, reason }) => {
  const { write, record } = context;
  const count = openCount(write, id);
  if (!count.ok) return count;
  const { round, slate } = count.value;
  if (round.state === 'reopened') return refuse(round, votingStates.sealedBefore, votingSteps.removeRound);
  const why = roundRemoved(reason);
  for (const { caseId, row } of slate) {
    if (row.state !== 'ON_BALLOT') continue;
    // Figures of an earlier ballot count again.
    if (row.agree === null) moveCase(context, { caseId, to: 'CHECKED', reason: why });
    else moveCase(context, { caseId, to: 'VOTED', reason: voteMoves.votedBefore });
  }
  write.run(deleteRound, { id });
  record({ reason });
  return ok(null);
};
