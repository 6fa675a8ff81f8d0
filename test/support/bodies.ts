/** Bodies beside the school's council, brought into an open meeting. */
import type { Body } from '../../shared/domain/body.ts';
import type { MeetingView } from '../../shared/views.ts';
import type { TestCore } from './school.ts';

type School = Pick<TestCore, 'must'>;

/** The tổ with most people, as a body. */
export async function someGroup({ must }: School): Promise<{ readonly body: Body; readonly name: string }> {
  const groups = await must('listGroups', {});
  const [group] = groups.toSorted((a, b) => b.people - a.people);
  return { body: { kind: 'GROUP', groupId: group?.id ?? '' }, name: group?.name ?? '' };
}

/** A body whose usual members are present, but for the last ones, in an open meeting. */
export async function convene(
  { must }: School,
  body: Body,
  { absent = 0 }: { readonly absent?: number } = {},
): Promise<MeetingView> {
  await must('saveMeeting', {
    body,
    date: '2026-05-20',
    from: '07:30',
    to: '09:00',
    place: 'Phòng bộ môn',
    discussion: '',
    otherOpinions: '',
  });
  const members = await must('suggestMembers', { body });
  await must('saveCouncil', {
    body,
    decisionNumber: '',
    decisionDate: null,
    members: members.map(({ personId, role }) => ({ personId, role })),
  });
  const { council } = await must('getMeeting', { body });
  const seated = council?.members ?? [];
  await must('savePresence', {
    body,
    presence: seated.map(({ id }, index) => ({
      memberId: id,
      present: index < seated.length - absent,
      reason: '',
    })),
  });
  await must('openMeeting', { body, withoutQuorumBecause: null });
  return must('getMeeting', { body });
}

/** An initiative of this year that waits for a decision. */
export async function propose(
  { must }: School,
  given: { readonly personId: string; readonly share: number; readonly name: string },
): Promise<void> {
  await must('saveInitiative', {
    id: null,
    ...given,
    schoolYear: '2025-2026',
    scope: 'BASE',
    decisionNumber: '',
    effect: null,
    usedFor: [],
  });
}
