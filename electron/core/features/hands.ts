/** Votes by show of hands: members for a case, of the whole council. */
import type { AppError } from '../../../shared/errors.ts';
import { need } from '../../../shared/domain/threshold.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { voteRuleFor } from '../../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../../shared/rules/model.ts';
import type { Id } from '../../../shared/terms.ts';
import type { CaseRow, MeetingView } from '../../../shared/views.ts';
import { missingThings, voteMoves, votingStates, votingSteps } from '../../../shared/vi/council.ts';
import { caseStateNames, eligibilityNames } from '../../../shared/vi/terms.ts';
import type { CommandContext, Handler } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { moveCase } from './case-state.ts';
import { listRecusals } from './recusal.ts';
import { effectiveEligibility, listCaseRows } from './registration.ts';
import type { SeasonRow } from './season.ts';
import { countPresent, handsBase, isVotable, openSitting, putToVote, type Sitting } from './sitting.ts';

const selectVotes = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('hands_vote')
    .innerJoin('award_case', 'award_case.id', 'hands_vote.case_id')
    .selectAll('hands_vote')
    .where('award_case.season_id', '=', p('season')),
);
const upsertVote = define<Tables['hands_vote']>()((p) =>
  sql
    .insertInto('hands_vote')
    .values({
      case_id: p('case_id'),
      agree: p('agree'),
      disagree: p('disagree'),
      abstain: p('abstain'),
      base: p('base'),
      needed: p('needed'),
      in_room: p('in_room'),
    })
    .onConflict((conflict) =>
      conflict.column('case_id').doUpdateSet({
        agree: p('agree'),
        disagree: p('disagree'),
        abstain: p('abstain'),
        base: p('base'),
        needed: p('needed'),
        in_room: p('in_room'),
      }),
    ),
);
const deleteVote = define<{ id: Id }>()((p) => sql.deleteFrom('hands_vote').where('case_id', '=', p('id')));

/** Whether a title is voted by show of hands. */
export function isByHands(ruleSet: RuleSet, titleId: string): boolean {
  return voteRuleFor({ ruleSet, titleId }).value.kind === 'SHOW_OF_HANDS';
}

/** The cases that are voted by show of hands, as they stand. */
export function listHands(
  read: ReadHandle,
  { season, ruleSet, members }: Pick<Sitting, 'ruleSet' | 'members'> & { readonly season: SeasonRow },
): MeetingView['hands'] {
  const recusals = listRecusals(read);
  const votes = new Map(read.all(selectVotes, { season: season.id }).map((row) => [row.case_id, row]));
  return listCaseRows(read, season)
    .filter((row) => row.state !== 'WITHDRAWN' && isByHands(ruleSet, row.titleId))
    .map((row) => {
      const rule = voteRuleFor({ ruleSet, titleId: row.titleId }).value;
      const vote = votes.get(row.id);
      const base = handsBase(rule, votersOf({ members, ruleSet, recusals: recusals.get(row.id) ?? [] }));
      return {
        caseId: row.id,
        name: row.name,
        groupName: row.groupName,
        titleId: row.titleId,
        titleShort: row.titleShort,
        eligibility: effectiveEligibility(row),
        agree: vote?.agree ?? null,
        disagree: vote?.disagree ?? null,
        abstain: vote?.abstain ?? null,
        base: vote?.base ?? base,
        inRoom: vote?.in_room ?? null,
        needed: vote?.needed ?? need({ ...rule, base }),
        passed: vote === undefined ? null : vote.agree >= vote.needed,
      };
    });
}

/** The members a vote is counted of: all, but for those who step aside where the school's regulation takes them off. */
function votersOf({
  members,
  ruleSet,
  recusals,
}: Pick<Sitting, 'members' | 'ruleSet'> & {
  readonly recusals: readonly { readonly member_id: Id }[];
}): Pick<Sitting, 'total' | 'present'> {
  const aside = new Set(
    ruleSet.switches.recusalReducesBase.value ? recusals.map((row) => row.member_id) : [],
  );
  const voters = members.filter(({ id }) => !aside.has(id));
  return { total: Math.max(1, voters.length), present: countPresent(voters) };
}

interface GivenVote {
  readonly caseId: Id;
  readonly agree: number | null;
  readonly disagree: number | null;
  readonly abstain: number | null;
}

function mayVote(row: CaseRow, ruleSet: RuleSet): Result<null, AppError> {
  const { name } = row;
  if (!isByHands(ruleSet, row.titleId)) {
    return err({
      code: 'wrong-state',
      name,
      state: votingStates.secretBallot,
      wanted: votingSteps.showHands,
    });
  }
  if (!isVotable(row)) {
    return err({ code: 'wrong-state', name, state: caseStateNames[row.state], wanted: votingSteps.vote });
  }
  const eligibility = effectiveEligibility(row);
  if (eligibility !== 'yes') {
    const state = eligibility === null ? votingStates.noVerdict : eligibilityNames[eligibility];
    return err({ code: 'wrong-state', name, state, wanted: votingSteps.vote });
  }
  return ok(null);
}

function saveVote(
  context: CommandContext,
  { sitting, row, vote }: { readonly sitting: Sitting; readonly row: CaseRow; readonly vote: GivenVote },
): Result<null, AppError> {
  const { write } = context;
  if (vote.agree === null) {
    if (write.run(deleteVote, { id: row.id }) > 0 && row.state === 'VOTED') {
      moveCase(context, { caseId: row.id, to: 'CHECKED', reason: voteMoves.handsRemoved });
    }
    return ok(null);
  }
  const allowed = mayVote(row, sitting.ruleSet);
  if (!allowed.ok) return allowed;
  const rule = voteRuleFor({ ruleSet: sitting.ruleSet, titleId: row.titleId }).value;
  const { members, ruleSet } = sitting;
  const recusals = listRecusals(write).get(row.id) ?? [];
  const base = handsBase(rule, votersOf({ members, ruleSet, recusals }));
  const { agree, disagree, abstain } = vote;
  const cast = agree + (disagree ?? 0) + (abstain ?? 0);
  if (cast > base) return err({ code: 'more-than-base', name: row.name, agree: cast, base });
  write.run(upsertVote, {
    case_id: row.id,
    agree,
    disagree,
    abstain,
    base,
    needed: need({ ...rule, base }),
    in_room: sitting.present,
  });
  putToVote(context, row, { to: 'VOTED', reason: '' });
  return ok(null);
}

/** Records shows of hands, wholly or not at all; a blank number of members for a case takes its vote back. */
export const saveHands: Handler<'saveHands'> = (context, { votes }) => {
  const sitting = openSitting(context.write);
  if (!sitting.ok) return sitting;
  const cases = new Map(listCaseRows(context.write, sitting.value.season).map((row) => [row.id, row]));
  // The last word on a case counts: the row that was read would be stale for a second one.
  const byCase = new Map(votes.map((vote) => [vote.caseId, vote]));
  for (const vote of byCase.values()) {
    const row = cases.get(vote.caseId);
    if (row === undefined) return err({ code: 'not-found', what: missingThings.case });
    const saved = saveVote(context, { sitting: sitting.value, row, vote });
    if (!saved.ok) return saved;
  }
  context.record({ votes: byCase.size });
  return ok(null);
};
