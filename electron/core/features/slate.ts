/** The slate of a voting round: who stands on the ballot of a title, how often it is voted, and taking it back. */
import { nameInList } from '../../../shared/vi/namesakes.ts';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { AppError } from '../../../shared/errors.ts';
import { baseOf } from '../../../shared/domain/tally.ts';
import { need } from '../../../shared/domain/threshold.ts';
import { compareNames } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CountNumber } from '../../../shared/domain/second-count.ts';
import { findTitle, voteRuleFor } from '../../../shared/rules/catalogue.ts';
import { ballotFormOf, type BallotKind } from '../../../shared/rules/model.ts';
import type { Id, TitleId } from '../../../shared/terms.ts';
import type { CaseRow, NextRound } from '../../../shared/views.ts';
import {
  ballotedAgain,
  missingThings,
  roundName,
  roundRemoved,
  voteMoves,
  votingStates,
  votingSteps,
} from '../../../shared/vi/council.ts';
import type { CommandContext, Handler } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import { moveCase } from './case-state.ts';
import { bodyFact, bodyOfRound } from './body.ts';
import { listRounds, readCountOf, titleOf, type Count, type RoundRecord } from './count.ts';
import { cutOf } from './cut.ts';
import {
  casesOf,
  heldByOpinion,
  isVotable,
  openSitting,
  putToVote,
  quorumOf,
  readSitting,
  type Sitting,
} from './sitting.ts';

const insertRound = define<{
  id: Id;
  meeting: Id;
  title: TitleId;
  number: number;
  kind: BallotKind;
  chooseAtMost: number | null;
  counts: 1 | 2;
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
    kind: p('kind'),
    choose_at_most: p('chooseAtMost'),
    counts: p('counts'),
    base: p('base'),
    needed: p('needed'),
    printed: null,
    issued: null,
    spoiled: null,
    left_over: null,
    destroyed: null,
    returned: null,
    invalid_total: null,
    sealed_at: null,
    present: null,
  }),
);
const insertCount = define<{ round: Id; number: CountNumber }>()((p) =>
  sql
    .insertInto('round_count')
    .values({ round_id: p('round'), number: p('number'), member_id: null, aside: 0, confirmed: 0 }),
);
const deleteCounts = define<{ round: Id }>()((p) =>
  sql.deleteFrom('round_count').where('round_id', '=', p('round')),
);
const insertSlate = define<{ round: Id; position: number; caseId: Id }>()((p) =>
  sql.insertInto('slate').values({ round_id: p('round'), position: p('position'), case_id: p('caseId') }),
);
const deleteRound = define<{ id: Id }>()((p) => sql.deleteFrom('round').where('id', '=', p('id')));
const selectResults = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_result').select(['case_id', 'agree', 'passed']).where('round_id', '=', p('round')),
);

/** Begins every count of a round anew, whose it is included. */
export function resetCounts(
  { write }: Pick<CommandContext, 'write'>,
  { roundId, counts }: { readonly roundId: Id; readonly counts: 1 | 2 },
): void {
  write.run(deleteCounts, { round: roundId });
  write.run(insertCount, { round: roundId, number: 1 });
  if (counts === 2) write.run(insertCount, { round: roundId, number: 2 });
}

/** A count that is still open to change. Errors: those of `openSitting`, not-found, round-sealed. */
export function openCount(
  { write, session }: Pick<CommandContext, 'write' | 'session'>,
  roundId: Id,
): Result<Count, AppError> {
  const body = bodyOfRound(write, roundId);
  if (!body.ok) return body;
  const sitting = openSitting(write, body.value);
  if (!sitting.ok) return sitting;
  const count = readCountOf(write, { sitting: sitting.value, roundId, who: session });
  if (!count.ok) return count;
  const { round } = count.value;
  return round.state === 'sealed' ? err({ code: 'round-sealed', title: titleOf(round) }) : count;
}

/** Says that the state of a round does not allow a step. */
export function refuse(round: Pick<RoundRecord, 'title_id'>, state: string, wanted: string) {
  return err({ code: 'wrong-state', name: roundName(titleOf(round)), state, wanted } as const);
}

type Candidate = NextRound['candidates'][number] & { readonly row: CaseRow };

/**
 * The cases that may stand on the next ballot of a title: eligible, and not passed in the ballot before, or passed
 * with as many votes as others where the school's cap falls, if its rule is a further ballot.
 */
function nextSlate(
  read: ReadHandle,
  {
    sitting,
    titleId,
    previous,
  }: { readonly sitting: Sitting; readonly titleId: TitleId; readonly previous: RoundRecord | undefined },
): readonly Candidate[] {
  const results = previous === undefined ? [] : read.all(selectResults, { round: previous.id });
  const isCouncil = sitting.body.kind === 'SCHOOL';
  const tied =
    isCouncil && sitting.ruleSet.switches.tieNeedsRound.value
      ? (cutOf(read, { titleId, results })?.tied ?? [])
      : [];
  return casesOf(read, sitting)
    .filter(
      (row) =>
        row.titleId === titleId &&
        isVotable(row, sitting.body) &&
        // An opinion comes before the appraisal and does not rest on it.
        (!isCouncil || effectiveEligibility(row) === 'yes') &&
        heldByOpinion(row, sitting) === null,
    )
    .map((row) => ({ row, result: results.find((one) => one.case_id === row.id) }))
    .filter(({ row, result }) => result?.passed !== 1 || tied.includes(row.id))
    .sort((a, b) => compareNames(a.row.name, b.row.name))
    .map(({ row, result }) => ({
      row,
      caseId: row.id,
      name: nameInList(row),
      agree: result?.agree ?? null,
      tied: tied.includes(row.id),
    }));
}

/** The ballots that can be opened in the meeting; none before there is one. */
export const listNextRounds: Handler<'listNextRounds'> = ({ read }, { body }) => {
  const found = readSitting(read, body);
  if (!found.ok)
    return found.error.code === 'no-council' || found.error.code === 'no-meeting' ? ok([]) : found;
  const sitting = found.value;
  const rounds = listRounds(read, sitting.meeting.id);
  const cases = casesOf(read, sitting);
  const titles = new Set(cases.map(({ titleId }) => titleId));
  const maximum = sitting.ruleSet.values.maximumRounds.value;
  return ok(
    [...titles].flatMap((titleId): readonly NextRound[] => {
      const title = findTitle(titleId);
      const { value: vote } = voteRuleFor({ ruleSet: sitting.ruleSet, titleId });
      const previous = rounds.findLast((round) => round.title_id === titleId);
      const number = (previous?.number ?? 0) + 1;
      const isOpen = previous !== undefined && previous.state !== 'sealed';
      if (title === null || ballotFormOf(vote) === null || isOpen || number > maximum) return [];
      const candidates = nextSlate(read, { sitting, titleId, previous }).map(
        ({ caseId, name, agree, tied }) => ({ caseId, name, agree, tied }),
      );
      const held = cases.flatMap((row) => {
        const because = row.titleId === titleId && isVotable(row) ? heldByOpinion(row, sitting) : null;
        return because === null || effectiveEligibility(row) !== 'yes'
          ? []
          : [{ name: nameInList(row), because }];
      });
      return candidates.length + held.length === 0
        ? []
        : [{ titleId, titleName: title.name, number, maximum, candidates, held }];
    }),
  );
};

/** Lists the names of a title's next ballot and puts them on it. Nothing is voted twice without a sealed count before. */
export const openRound: Handler<'openRound'> = (context, { body, titleId, counts, caseIds }) => {
  const { write, newId, record } = context;
  const found = openSitting(write, body);
  if (!found.ok) return found;
  const sitting = found.value;
  const title = findTitle(titleId);
  if (title === null) return err({ code: 'unknown-title', title: titleId });
  const { value: vote } = voteRuleFor({ ruleSet: sitting.ruleSet, titleId });
  const form = ballotFormOf(vote);
  if (form === null) {
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
  const maximumRounds = sitting.ruleSet.values.maximumRounds.value;
  if (number > maximumRounds)
    return err({ code: 'no-more-rounds', title: title.name, maximum: maximumRounds });
  const open = nextSlate(write, { sitting, titleId, previous });
  if (caseIds?.some((caseId) => !open.some((one) => one.caseId === caseId)) === true) {
    return err({ code: 'not-found', what: missingThings.slateName });
  }
  // Whoever passed with others at the line stands again only when the council says so by name.
  const slate = open
    .filter(({ caseId, tied }) => (caseIds === undefined ? !tied : caseIds.includes(caseId)))
    .map(({ row }) => row);
  if (slate.length === 0) return err({ code: 'slate-empty', title: title.name });
  const id = newId();
  const base = baseOf({ vote, total, present, valid: present, writtenOpinions: 0 });
  const often = counts ?? (sitting.ruleSet.switches.secondCount.value ? 2 : 1);
  write.run(insertRound, {
    id,
    meeting: sitting.meeting.id,
    title: titleId,
    number,
    ...form,
    counts: often,
    base: Math.max(1, base),
    needed: need({ ...vote, base }),
  });
  resetCounts(context, { roundId: id, counts: often });
  const reason = number === 1 ? voteMoves.balloted : ballotedAgain(number);
  for (const [position, row] of slate.entries()) {
    write.run(insertSlate, { round: id, position, caseId: row.id });
    // What another body votes on leaves the case where it is.
    if (sitting.body.kind === 'SCHOOL') putToVote(context, row, { to: 'ON_BALLOT', reason });
  }
  record({ ...bodyFact(write, sitting.council), title: title.name, slate: slate.length });
  return ok({ id });
};

/** Takes back a round that was never sealed; its cases are where they were before it. */
export const removeRound: Handler<'removeRound'> = (context, { id, reason }) => {
  const { write, record } = context;
  const count = openCount(context, id);
  if (!count.ok) return count;
  const { round, slate, sitting } = count.value;
  if (round.state === 'reopened') return refuse(round, votingStates.sealedBefore, votingSteps.removeRound);
  const why = roundRemoved(reason);
  for (const { caseId, row } of slate) {
    if (sitting.body.kind !== 'SCHOOL' || row.state !== 'ON_BALLOT') continue;
    // Figures of an earlier ballot count again.
    if (row.agree === null) moveCase(context, { caseId, to: 'CHECKED', reason: why });
    else moveCase(context, { caseId, to: 'VOTED', reason: voteMoves.votedBefore });
  }
  write.run(deleteRound, { id });
  record({ ...bodyFact(write, sitting.council), reason });
  return ok(null);
};
