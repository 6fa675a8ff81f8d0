/** A body as it sits: its season, members and meeting, who is present, and the rules by which it votes. */
import { opinionKinds, schoolBody, type Body } from '../../../shared/domain/body.ts';
import type { AppError } from '../../../shared/errors.ts';
import { canMove } from '../../../shared/domain/award-case.ts';
import { quorum } from '../../../shared/domain/quorum.ts';
import { isInRoom } from '../../../shared/domain/presence.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { rulesOfBody } from '../../../shared/rules/bodies.ts';
import type { RuleSet } from '../../../shared/rules/model.ts';
import type { IsoDate } from '../../../shared/dates.ts';
import type { CaseState, Id, TitleId } from '../../../shared/terms.ts';
import type { CaseRow, CouncilMember, Quorum } from '../../../shared/views.ts';
import { bodyKindNames } from '../../../shared/vi/bodies.ts';
import { opinionMissing } from '../../../shared/vi/council.ts';
import type { CommandContext } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { moveCase } from './case-state.ts';
import { findCouncil, nameOfBody, peopleOfGroup, type CouncilRow } from './body.ts';
import { listMembers } from './council.ts';
import { listCaseRows } from './registration.ts';
import { ruleSetOn } from './rule-set.ts';
import { currentSeason, decisionDay, type SeasonRow } from './season.ts';

export type MeetingRow = Tables['meeting'];

const selectMeeting = define<{ council: Id }>()((p) =>
  sql.selectFrom('meeting').selectAll().where('council_id', '=', p('council')),
);
const selectAgenda = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('agenda').select('title_id').where('meeting_id', '=', p('meeting')).orderBy('position'),
);
const selectTellers = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('teller').select('member_id').where('meeting_id', '=', p('meeting')).orderBy('position'),
);

export interface Sitting {
  readonly body: Body;
  /** What the body is called. */
  readonly name: string;
  readonly season: SeasonRow;
  readonly council: CouncilRow;
  readonly members: readonly CouncilMember[];
  readonly meeting: MeetingRow;
  /** The rules by which this body votes. */
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
  return members.filter(isInRoom).length;
}

/** A body and its planned meeting. Errors: no-season, not-found, no-council, no-meeting, no-rule-set. */
export function readSitting(read: ReadHandle, body: Body = schoolBody): Result<Sitting, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const name = nameOfBody(read, body);
  if (!name.ok) return name;
  const council = findCouncil(read, season.value.id, body);
  if (council === undefined) return err({ code: 'no-council' });
  const meeting = findMeeting(read, council.id);
  const members = listMembers(read, council.id, meeting?.date ?? decisionDay(season.value));
  if (members.length === 0) return err({ code: 'no-council' });
  if (meeting === undefined) return err({ code: 'no-meeting' });
  const ruleSet = ruleSetOn(read, meeting.date);
  if (!ruleSet.ok) return ruleSet;
  const present = countPresent(members);
  return ok({
    body,
    name: name.value,
    season: season.value,
    council,
    members,
    meeting,
    ruleSet: rulesOfBody(ruleSet.value, body.kind),
    total: members.length,
    present,
    attended: members.filter((member) => member.present === true).length,
  });
}

/** The meeting of a body while it is not concluded. Errors: those of `readSitting`, meeting-closed. */
export function readUnclosed(read: ReadHandle, body: Body | undefined): Result<Sitting, AppError> {
  const sitting = readSitting(read, body);
  if (!sitting.ok) return sitting;
  return sitting.value.meeting.state === 'closed' ? err({ code: 'meeting-closed' }) : sitting;
}

/** A member by id. Errors: not-a-member. */
export function findMember(members: readonly CouncilMember[], id: Id): Result<CouncilMember, AppError> {
  const member = members.find((candidate) => candidate.id === id);
  return member === undefined ? err({ code: 'not-a-member', person: id }) : ok(member);
}

/** The council in an open meeting. Errors: those of `readSitting`, no-meeting before it opens, meeting-closed after. */
export function openSitting(read: ReadHandle, body: Body = schoolBody): Result<Sitting, AppError> {
  const sitting = readSitting(read, body);
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
  body,
  members,
  meeting,
  ruleSet,
}: {
  readonly body: Body;
  readonly members: readonly CouncilMember[];
  readonly meeting: MeetingRow | undefined;
  readonly ruleSet: RuleSet;
}): Quorum {
  return {
    ...quorum({
      total: members.length,
      present: countPresent(members),
      rule: ruleSet.quorum,
      body: body.kind,
    }),
    overriddenBecause: meeting?.without_quorum_because ?? null,
  };
}

/** States from which a case can be put to the vote. */
const votable: ReadonlySet<CaseState> = new Set([
  'REGISTERED',
  'SELF_EVALUATED',
  'GROUP_REVIEWED',
  'CHECKED',
  'VOTED',
]);

/** Whether the vote of a body is an opinion before that of the school's council: it moves no case. */
export function isOpinion({ kind }: Body): boolean {
  return opinionKinds.some((opinion) => opinion === kind);
}

/** Whether the state of a case lets it be put to the vote; one that is on the council's ballot still has its tổ's opinion. */
export function isVotable(row: CaseRow, body: Body = schoolBody): boolean {
  return votable.has(row.state) || (row.state === 'ON_BALLOT' && isOpinion(body));
}

/**
 * The cases that a body deals with: all of them in the school's council, those of its own people and its own in the
 * meeting of a tổ, those of the titles on its agenda in the conference of the staff, none in the initiative council.
 */
export function listCasesOf(
  read: ReadHandle,
  {
    cases,
    body,
    day,
    meetingId,
  }: {
    /** All of the season. */
    readonly cases: readonly CaseRow[];
    readonly body: Body;
    readonly day: IsoDate;
    readonly meetingId: Id | null;
  },
): readonly CaseRow[] {
  switch (body.kind) {
    case 'SCHOOL':
      return cases;
    case 'INITIATIVE':
      return [];
    case 'STAFF': {
      const titles = new Set(listAgenda(read, meetingId));
      return cases.filter(({ titleId }) => titles.has(titleId));
    }
    case 'GROUP': {
      const own = peopleOfGroup(read, body.groupId, day);
      return cases.filter(
        ({ personId, groupId }) => groupId === body.groupId || (personId !== null && own.has(personId)),
      );
    }
  }
}

/** As `listCasesOf`, of the meeting of a sitting. */
export function casesOf(read: ReadHandle, { season, body, meeting }: Sitting): readonly CaseRow[] {
  return listCasesOf(read, {
    cases: listCaseRows(read, season),
    body,
    day: meeting.date,
    meetingId: meeting.id,
  });
}

/** Titles in the order that the meeting put them in; none of a meeting that is not planned. */
export function listAgenda(read: ReadHandle, meetingId: Id | null): readonly TitleId[] {
  if (meetingId === null) return [];
  return read.all(selectAgenda, { meeting: meetingId }).map((row) => row.title_id);
}

/** Why a case must wait for another body before the school's council votes on it; null when it need not. */
export function heldByOpinion(
  row: CaseRow,
  { body, ruleSet }: Pick<Sitting, 'body' | 'ruleSet'>,
): string | null {
  // A pupil is of no tổ, and no business of the conference of the staff.
  if (body.kind !== 'SCHOOL' || row.pupilId !== null) return null;
  for (const kind of opinionKinds) {
    const { used, required } = ruleSet.bodies[kind];
    if (!used.value || !required.value) continue;
    const own = row.opinions.filter((one) => one.kind === kind);
    if (!own.some(({ passed }) => passed)) return opinionMissing(bodyKindNames[kind], own.at(-1) ?? null);
  }
  return null;
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
