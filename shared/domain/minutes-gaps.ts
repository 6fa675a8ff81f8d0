/** What the minutes of a meeting will leave blank: nobody recorded it. */
import type { MeetingView } from '../views.ts';

export const minutesGapIds = ['presence', 'discussion', 'otherOpinions', 'panel', 'minutes'] as const;
export type MinutesGapId = (typeof minutesGapIds)[number];

/** The gaps in the minutes of a meeting, in the order of the minutes. */
export function minutesGaps(
  {
    meeting,
    council,
    cases,
    tellers,
    approvals,
  }: Pick<MeetingView, 'meeting' | 'council' | 'cases' | 'tellers' | 'approvals'>,
  { hasBallots }: { readonly hasBallots: boolean },
): readonly MinutesGapId[] {
  const isOpen: Readonly<Record<MinutesGapId, boolean>> = {
    presence: council?.members.some(({ present }) => present === null) === true,
    discussion: meeting?.discussion.trim() === '' && !cases.some(({ discussion }) => discussion !== ''),
    otherOpinions: meeting?.otherOpinions.trim() === '' && !cases.some(({ dissent }) => dissent !== ''),
    panel: (hasBallots || tellers.length > 0) && approvals.TELLERS === null,
    minutes: approvals.MINUTES === null,
  };
  return minutesGapIds.filter((id) => isOpen[id]);
}
