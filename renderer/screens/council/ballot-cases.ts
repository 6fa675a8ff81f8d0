/** Which cases the council votes on paper. */
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { CaseRow, MeetingView } from '../../../shared/views.ts';

/**
 * The eligible cases that are, or will be, voted by secret ballot: those the core does not list for a show of hands,
 * so that the kind of vote the school's regulation sets is the one that counts here too.
 */
export function ballotCases(
  view: Pick<MeetingView, 'body' | 'hands' | 'cases'>,
  cases: readonly CaseRow[],
): readonly CaseRow[] {
  const own = new Set(view.cases.map(({ caseId }) => caseId));
  const byHands = new Set(view.hands.map(({ caseId }) => caseId));
  return cases.filter((row) => {
    // An opinion comes before the appraisal and does not rest on it.
    const eligible = view.body.kind !== 'SCHOOL' || effectiveEligibility(row) === 'yes';
    return own.has(row.id) && eligible && row.state !== 'WITHDRAWN' && !byHands.has(row.id);
  });
}
