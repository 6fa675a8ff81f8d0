/** Votes by show of hands: members for a case, of the whole body. */
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { schoolBody } from '../../../shared/domain/body.ts';
import type { AppError } from '../../../shared/errors.ts';
import { votersOf } from '../../../shared/domain/presence.ts';
import { baseOf } from '../../../shared/domain/tally.ts';
import { need } from '../../../shared/domain/threshold.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { voteRuleFor } from '../../../shared/rules/catalogue.ts';
import type { RuleSet, VoteRule } from '../../../shared/rules/model.ts';
import type { Id } from '../../../shared/terms.ts';
import type { CaseRow, CouncilMember, MeetingView } from '../../../shared/views.ts';
import { missingThings, voteMoves, votingStates, votingSteps } from '../../../shared/vi/council.ts';
import { caseStateNames, eligibilityNames } from '../../../shared/vi/terms.ts';
import type { CommandContext, Handler } from '../context.ts';
import { define, each, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact } from './body.ts';
import { moveCase } from './case-state.ts';
import { listRecusals } from './recusal.ts';
import {
  casesOf,
  countPresent,
  heldByOpinion,
  isVotable,
  openSitting,
  putToVote,
  type Sitting,
} from './sitting.ts';

const selectVotes = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('hands_vote').selectAll().where('meeting_id', '=', p('meeting')),
);
/** Columns of a show of hands, whatever it was about. */
export const handNames = [
  'agree',
  'disagree',
  'abstain',
  'written',
  'base',
  'needed',
  'may_vote',
  'may_write',
] as const;

const upsertVote = define<Tables['hands_vote']>()((p) =>
  sql
    .insertInto('hands_vote')
    .values(each(p, 'meeting_id', 'case_id', ...handNames))
    .onConflict((conflict) => conflict.columns(['meeting_id', 'case_id']).doUpdateSet(each(p, ...handNames))),
);
const deleteVote = define<{ meeting: Id; id: Id }>()((p) =>
  sql.deleteFrom('hands_vote').where('meeting_id', '=', p('meeting')).where('case_id', '=', p('id')),
);

/** Whether a title is voted by show of hands. */
export function isByHands(ruleSet: RuleSet, titleId: string): boolean {
  return voteRuleFor({ ruleSet, titleId }).value.kind === 'SHOW_OF_HANDS';
}

/** The votes of a meeting by show of hands, by case. */
export function listVotes(read: ReadHandle, meetingId: Id): ReadonlyMap<Id, Tables['hands_vote']> {
  return new Map(read.all(selectVotes, { meeting: meetingId }).map((row) => [row.case_id, row]));
}

/** The cases that are voted by show of hands, as they stand. Give those that the body deals with. */
export function listHands(
  read: ReadHandle,
  {
    body,
    meetingId,
    ruleSet,
    members,
    cases,
  }: Pick<Sitting, 'body' | 'ruleSet' | 'members'> & {
    readonly meetingId: Id | null;
    readonly cases: readonly CaseRow[];
  },
): MeetingView['hands'] {
  const recusals = listRecusals(read);
  const votes = meetingId === null ? new Map<Id, Tables['hands_vote']>() : listVotes(read, meetingId);
  return cases
    .filter((row) => row.state !== 'WITHDRAWN' && isByHands(ruleSet, row.titleId))
    .map((row) => {
      const rule = voteRuleFor({ ruleSet, titleId: row.titleId }).value;
      const vote = votes.get(row.id);
      const written = vote?.written ?? 0;
      const room = roomOf({ members, ruleSet, recusals: recusals.get(row.id) ?? [], rule, written });
      return {
        caseId: row.id,
        name: row.name,
        apart: row.apart,
        groupName: row.groupName,
        titleId: row.titleId,
        titleShort: row.titleShort,
        eligibility: effectiveEligibility(row),
        heldBecause: whyHeld(row, { body, ruleSet }),
        agree: vote?.agree ?? null,
        disagree: vote?.disagree ?? null,
        abstain: vote?.abstain ?? null,
        written: vote?.written ?? null,
        base: vote?.base ?? room.base,
        mayVote: room.mayVote,
        mayWrite: room.mayWrite,
        needed: vote?.needed ?? need({ ...rule, base: room.base }),
        passed: vote === undefined ? null : vote.agree >= vote.needed,
      };
    });
}

/**
 * The numbers a show of hands rests on. Its base is all members, but for those who step aside where the school's
 * regulation takes them off; hands are of those in the room, opinions in writing of absent members, and nobody who
 * steps aside can say anything.
 */
export function roomOf({
  members,
  ruleSet,
  recusals,
  rule,
  written,
}: Pick<Sitting, 'members' | 'ruleSet'> & {
  readonly rule: Pick<VoteRule, 'base'>;
  readonly recusals: readonly { readonly member_id: Id }[];
  /** Opinions in writing. */
  readonly written: number;
}): { readonly base: number; readonly mayVote: number; readonly mayWrite: number } {
  const aside = new Set(recusals.map((row) => row.member_id));
  const counted: readonly CouncilMember[] = ruleSet.switches.recusalReducesBase.value
    ? members.filter(({ id }) => !aside.has(id))
    : members;
  const total = Math.max(1, counted.length);
  const present = countPresent(counted);
  const base = baseOf({ vote: rule, total, present, valid: present, writtenOpinions: written });
  return { base: Math.max(1, base), ...votersOf({ members, aside }) };
}

/** The numbers of a vote as they are given; null where nothing was said. */
export interface GivenHands {
  readonly agree: number | null;
  readonly disagree: number | null;
  readonly abstain: number | null;
  /** How many of these came in writing. */
  readonly written: number | null;
}

/** Refuses numbers that the members of the meeting can't have given. Errors: more-than-base, more-than-room, more-than-absent. */
export function checkHands(
  name: string,
  vote: GivenHands,
  { base, mayVote, mayWrite }: ReturnType<typeof roomOf>,
): Result<null, AppError> {
  const cast = (vote.agree ?? 0) + (vote.disagree ?? 0) + (vote.abstain ?? 0);
  const written = vote.written ?? 0;
  if (cast > base) return err({ code: 'more-than-base', name, agree: cast, base });
  if (written > Math.min(cast, mayWrite)) return err({ code: 'more-than-absent', name, written, mayWrite });
  const raised = cast - written;
  return raised > mayVote ? err({ code: 'more-than-room', name, cast: raised, mayVote }) : ok(null);
}

/** Why the state of a case keeps it from the vote of a body, in words; null when nothing does. */
function whyHeld(row: CaseRow, sitting: Pick<Sitting, 'body' | 'ruleSet'>): string | null {
  if (!isVotable(row, sitting.body)) return caseStateNames[row.state].toLocaleLowerCase('vi');
  // An opinion comes before the appraisal and does not rest on it.
  if (sitting.body.kind !== 'SCHOOL') return null;
  const eligibility = effectiveEligibility(row);
  if (eligibility !== 'yes')
    return eligibility === null ? votingStates.noVerdict : eligibilityNames[eligibility];
  return heldByOpinion(row, sitting);
}

function mayVote(row: CaseRow, sitting: Sitting): Result<null, AppError> {
  const { name } = row;
  if (!isByHands(sitting.ruleSet, row.titleId)) {
    return err({
      code: 'wrong-state',
      name,
      state: votingStates.secretBallot,
      wanted: votingSteps.showHands,
    });
  }
  if (!isVotable(row, sitting.body)) {
    return err({ code: 'wrong-state', name, state: caseStateNames[row.state], wanted: votingSteps.vote });
  }
  const held = whyHeld(row, sitting);
  return held === null ? ok(null) : err({ code: 'wrong-state', name, state: held, wanted: votingSteps.vote });
}

function saveVote(
  context: CommandContext,
  { sitting, row, vote }: { readonly sitting: Sitting; readonly row: CaseRow; readonly vote: GivenHands },
): Result<null, AppError> {
  const { write } = context;
  const { meeting, members, ruleSet, body } = sitting;
  const isCouncil = body.kind === 'SCHOOL';
  if (vote.agree === null) {
    const removed = write.run(deleteVote, { meeting: meeting.id, id: row.id }) > 0;
    if (removed && isCouncil && row.state === 'VOTED') {
      moveCase(context, { caseId: row.id, to: 'CHECKED', reason: voteMoves.handsRemoved });
    }
    return ok(null);
  }
  const allowed = mayVote(row, sitting);
  if (!allowed.ok) return allowed;
  const rule = voteRuleFor({ ruleSet, titleId: row.titleId }).value;
  const { agree, disagree, abstain } = vote;
  const written = vote.written ?? 0;
  const recusals = listRecusals(write).get(row.id) ?? [];
  const room = roomOf({ members, ruleSet, recusals, rule, written });
  const possible = checkHands(row.name, vote, room);
  if (!possible.ok) return possible;
  write.run(upsertVote, {
    meeting_id: meeting.id,
    case_id: row.id,
    agree,
    disagree,
    abstain,
    written,
    base: room.base,
    needed: need({ ...rule, base: room.base }),
    may_vote: room.mayVote,
    may_write: room.mayWrite,
  });
  // What another body says of a case leaves it where it is.
  if (isCouncil) putToVote(context, row, { to: 'VOTED', reason: '' });
  return ok(null);
}

/** Records shows of hands, wholly or not at all; a blank number of members for a case takes its vote back. */
export const saveHands: Handler<'saveHands'> = (context, { body = schoolBody, votes }) => {
  const sitting = openSitting(context.write, body);
  if (!sitting.ok) return sitting;
  const cases = new Map(casesOf(context.write, sitting.value).map((row) => [row.id, row]));
  // The last word on a case counts: the row that was read would be stale for a second one.
  const byCase = new Map(votes.map((vote) => [vote.caseId, vote]));
  for (const vote of byCase.values()) {
    const row = cases.get(vote.caseId);
    if (row === undefined) return err({ code: 'not-found', what: missingThings.case });
    const saved = saveVote(context, { sitting: sitting.value, row, vote });
    if (!saved.ok) return saved;
  }
  context.record({ ...bodyFact(context.write, sitting.value.council), votes: byCase.size });
  return ok(null);
};
