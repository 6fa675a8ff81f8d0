/** The council as it sits: its season, members and meeting, who is present, and the rules by which it votes. */
import type { AppError } from '../../../shared/errors.ts';
import { canMove } from '../../../shared/domain/award-case.ts';
import { quorum } from '../../../shared/domain/quorum.ts';
import { baseOf } from '../../../shared/domain/tally.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RuleSet, VoteRule } from '../../../shared/rules/model.ts';
import type { CaseState, Id } from '../../../shared/terms.ts';
import type { CaseRow, CouncilMember, Quorum } from '../../../shared/views.ts';
import type { CommandContext } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { moveCase } from './case-state.ts';
import { findCouncil, listMembers, type CouncilRow } from './council.ts';
import { ruleSetOn } from './rule-set.ts';
import { currentSeason, decisionDay, type SeasonRow } from './season.ts';

export type MeetingRow = Tables['meeting'];

const selectMeeting = define<{ council: Id }>()((p) =>
  sql.selectFrom('meeting').selectAll().where('council_id', '=', p('council')),
);
const selectTellers = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('teller').select('member_id').where('meeting_id', '=', p('meeting')).orderBy('position'),
);

export interface Sitting {
  readonly season: SeasonRow;
  readonly council: CouncilRow;
  readonly members: readonly CouncilMember[];
  readonly meeting: MeetingRow;
  readonly ruleSet: RuleSet;
  /** Members of the council, present or not: the base that never shrinks. */
  readonly total: number;
  /** Members in the room now. */
  readonly present: number;
  /** Members who came, though some may have left. */
  readonly attended: number;
}

/** The meeting of a council; undefined when it was not planned yet. */
export function findMeeting(read: ReadHandle, councilId: Id): MeetingRow | undefined {
  return read.get(selectMeeting, { council: councilId });
}

/** Ids of the members who count the ballots, the head first. */
export function listTellers(read: ReadHandle, meetingId: Id): readonly Id[] {
  return read.all(selectTellers, { meeting: meetingId }).map((row) => row.member_id);
}

/** How many members are in the room: they came, and have not left. */
export function countPresent(members: readonly CouncilMember[]): number {
  return members.filter(({ present, leftAt }) => present === true && leftAt === null).length;
}

/** The council and its planned meeting. Errors: no-season, no-council, no-meeting, no-rule-set. */
export function readSitting(read: ReadHandle): Result<Sitting, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const council = findCouncil(read, season.value.id);
  if (council === undefined) return err({ code: 'no-council' });
  const meeting = findMeeting(read, council.id);
  const members = listMembers(read, council.id, meeting?.date ?? decisionDay(season.value));
  if (members.length === 0) return err({ code: 'no-council' });
  if (meeting === undefined) return err({ code: 'no-meeting' });
  const ruleSet = ruleSetOn(read, meeting.date);
  if (!ruleSet.ok) return ruleSet;
  const present = countPresent(members);
  return ok({
    season: season.value,
    council,
    members,
    meeting,
    ruleSet: ruleSet.value,
    total: members.length,
    present,
    attended: members.filter((member) => member.present === true).length,
  });
}

/** The council in an open meeting. Errors: those of `readSitting`, no-meeting before it opens, meeting-closed after. */
export function openSitting(read: ReadHandle): Result<Sitting, AppError> {
  const sitting = readSitting(read);
  if (!sitting.ok) return sitting;
  switch (sitting.value.meeting.state) {
    case 'preparing':
      return err({ code: 'no-meeting' });
    case 'closed':
      return err({ code: 'meeting-closed' });
    case 'open':
      return sitting;
  }
}

/** The quorum as it stands, or as it was overridden. */
export function quorumOf({
  members,
  meeting,
  ruleSet,
}: {
  readonly members: readonly CouncilMember[];
  readonly meeting: MeetingRow | undefined;
  readonly ruleSet: RuleSet;
}): Quorum {
  return {
    ...quorum({ total: members.length, present: countPresent(members), rule: ruleSet.quorum }),
    overriddenBecause: meeting?.without_quorum_because ?? null,
  };
}

/** The number a show of hands is counted of. */
export function handsBase(vote: Pick<VoteRule, 'base'>, sitting: Pick<Sitting, 'total' | 'present'>): number {
  const { total, present } = sitting;
  return baseOf({ vote, total, present, valid: present, writtenOpinions: 0 });
}

/** States from which a case can be put to the vote. */
const votable: ReadonlySet<CaseState> = new Set([
  'REGISTERED',
  'SELF_EVALUATED',
  'GROUP_REVIEWED',
  'CHECKED',
  'VOTED',
]);

/** Whether the state of a case lets it be put to the vote. */
export function isVotable(row: CaseRow): boolean {
  return votable.has(row.state);
}

/** Moves a case to the vote, by way of `CHECKED` where its state has no shorter one. */
export function putToVote(
  context: Pick<CommandContext, 'write' | 'now'>,
  row: CaseRow,
  { to, reason }: { readonly to: 'ON_BALLOT' | 'VOTED'; readonly reason: string },
): void {
  if (row.state === to) return;
  if (!canMove({ from: row.state, to }).allowed) moveCase(context, { caseId: row.id, to: 'CHECKED', reason });
  if (!moveCase(context, { caseId: row.id, to, reason })) {
    throw new Error(`A case can't be moved from ${row.state} to ${to}.`);
  }
}
