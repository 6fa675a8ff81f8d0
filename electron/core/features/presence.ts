/** Who is at a meeting: taken member by member, and fixed where a count rests on it. */
import { contradictsRoom, isThroughout, type Attendance } from '../../../shared/domain/presence.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import type { CouncilMember } from '../../../shared/views.ts';
import { handsCounted, presenceProblems, roundName } from '../../../shared/vi/council.ts';
import type { Handler } from '../context.ts';
import { define, sql, type ReadHandle, type WriteHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact } from './body.ts';
import { listAttendees, listRounds, titleOf } from './count.ts';
import { listMembers } from './council.ts';
import { listVotes } from './hands.ts';
import { listInitiativeVotes } from './recognition.ts';
import { listRecusals } from './recusal.ts';
import { countPresent, findMember, readUnclosed, type Sitting } from './sitting.ts';

const upsertPresence = define<Tables['presence']>()((p) =>
  sql
    .insertInto('presence')
    .values({
      meeting_id: p('meeting_id'),
      member_id: p('member_id'),
      present: p('present'),
      reason: p('reason'),
      arrived_at: p('arrived_at'),
      left_at: p('left_at'),
    })
    .onConflict((conflict) =>
      conflict.columns(['meeting_id', 'member_id']).doUpdateSet({
        present: p('present'),
        reason: p('reason'),
        arrived_at: p('arrived_at'),
        left_at: p('left_at'),
      }),
    ),
);
const deletePresence = define<{ meeting: Id; member: Id }>()((p) =>
  sql.deleteFrom('presence').where('meeting_id', '=', p('meeting')).where('member_id', '=', p('member')),
);
const selectOpinion = define<{ meeting: Id; member: Id }>()((p) =>
  sql
    .selectFrom('written_opinion')
    .innerJoin('round', 'round.id', 'written_opinion.round_id')
    .select('written_opinion.round_id')
    .where('round.meeting_id', '=', p('meeting'))
    .where('round.state', '<>', 'sealed')
    .where('written_opinion.member_id', '=', p('member'))
    .limit(1),
);
const insertAttendee = define<{ round: Id; member: Id }>()((p) =>
  sql.insertInto('round_attendee').values({ round_id: p('round'), member_id: p('member') }),
);
const deleteAttendees = define<{ round: Id }>()((p) =>
  sql.deleteFrom('round_attendee').where('round_id', '=', p('round')),
);

/** Writes who was in the room when the papers of a round were issued. */
export function writeAttendees(
  write: WriteHandle,
  { roundId, memberIds }: { readonly roundId: Id; readonly memberIds: readonly Id[] },
): void {
  write.run(deleteAttendees, { round: roundId });
  for (const member of memberIds) write.run(insertAttendee, { round: roundId, member });
}

/** Refuses what nobody can be: absent with times, present with a written opinion. Errors: member-present, invalid-input. */
function mustBePossible(
  read: ReadHandle,
  {
    sitting,
    member,
    given,
  }: { readonly sitting: Sitting; readonly member: CouncilMember; readonly given: Attendance },
): Result<null, AppError> {
  const { fullName: name } = member;
  const { present, arrivedAt, leftAt } = given;
  const hasOpinion =
    read.get(selectOpinion, { meeting: sitting.meeting.id, member: member.id }) !== undefined;
  if (hasOpinion && present !== false) return err({ code: 'member-present', name });
  const wrong = (detail: string) => err({ code: 'invalid-input', field: 'presence', detail } as const);
  if (present !== true && (arrivedAt !== null || leftAt !== null))
    return wrong(presenceProblems.absentWithTimes(name));
  return arrivedAt !== null && leftAt !== null && leftAt < arrivedAt
    ? wrong(presenceProblems.leftBeforeArrived(name))
    : ok(null);
}

/** Refuses to change the presence that a sealed round or a recorded show of hands was counted with. Errors: presence-counted. */
function mustNotBeCounted(
  read: ReadHandle,
  {
    sitting,
    member,
    given,
  }: { readonly sitting: Sitting; readonly member: CouncilMember; readonly given: Attendance },
): Result<null, AppError> {
  const { fullName: name } = member;
  const { meeting, members } = sitting;
  const round = listRounds(read, meeting.id).find(
    ({ id, state }) =>
      state === 'sealed' &&
      contradictsRoom({
        wasInRoom: listAttendees(read, id).includes(member.id),
        before: member,
        after: given,
      }),
  );
  if (round !== undefined) return err({ code: 'presence-counted', name, counted: roundName(titleOf(round)) });
  if (given.present === member.present) return ok(null);
  const recusals = listRecusals(read);
  const hands = [...listVotes(read, meeting.id).values()].map((vote) => ({
    ...vote,
    aside: new Set((recusals.get(vote.case_id) ?? []).map(({ member_id }) => member_id)),
  }));
  const initiatives = listInitiativeVotes(read, meeting.id).map((vote) => ({
    ...vote,
    aside: new Set<Id>(),
  }));
  const isCounted = [...hands, ...initiatives].some(({ aside, may_vote: mayVote, written }) => {
    const others = members.filter(({ id }) => id !== member.id && !aside.has(id));
    const those = (present: boolean) => others.filter((one) => one.present === present).length;
    return member.present === true
      ? mayVote > those(true)
      : member.present === false && written > those(false);
  });
  return isCounted ? err({ code: 'presence-counted', name, counted: handsCounted }) : ok(null);
}

/**
 * Keeps the room of every round whose papers are issued and not sealed in step: who turns out to have been there from
 * the beginning was in it, who turns out not to have come was not. Who comes or leaves later changes nothing of it.
 */
function mendRooms(
  write: WriteHandle,
  {
    sitting,
    member,
    given,
  }: { readonly sitting: Sitting; readonly member: CouncilMember; readonly given: Attendance },
): void {
  for (const round of listRounds(write, sitting.meeting.id)) {
    if (round.issued === null || round.state === 'sealed') continue;
    const attendees = listAttendees(write, round.id);
    const others = attendees.filter((id) => id !== member.id);
    const wasIn = others.length < attendees.length;
    const isIn = given.present === true && (wasIn || isThroughout(given));
    if (isIn !== wasIn)
      writeAttendees(write, { roundId: round.id, memberIds: isIn ? [...others, member.id] : others });
  }
}

/** Writes who is there; a null presence forgets one that was taken. Errors: those above, meeting-closed, not-a-member. */
export const savePresence: Handler<'savePresence'> = ({ write, record }, { body, presence }) => {
  const sitting = readUnclosed(write, body);
  if (!sitting.ok) return sitting;
  const { meeting } = sitting.value;
  for (const given of presence) {
    // One after the other: what was written before is what the next is judged by.
    const members = listMembers(write, meeting.council_id, meeting.date);
    const member = findMember(members, given.memberId);
    if (!member.ok) return member;
    const judged = { sitting: { ...sitting.value, members }, member: member.value, given };
    const possible = mustBePossible(write, judged);
    if (!possible.ok) return possible;
    const free = mustNotBeCounted(write, judged);
    if (!free.ok) return free;
    const { memberId, present, reason, arrivedAt, leftAt } = given;
    if (present === null) write.run(deletePresence, { meeting: meeting.id, member: memberId });
    else {
      write.run(upsertPresence, {
        meeting_id: meeting.id,
        member_id: memberId,
        present: present ? 1 : 0,
        reason,
        arrived_at: arrivedAt,
        left_at: leftAt,
      });
    }
    mendRooms(write, judged);
  }
  record({
    ...bodyFact(write, sitting.value.council),
    present: countPresent(listMembers(write, meeting.council_id, meeting.date)),
  });
  return ok(null);
};
