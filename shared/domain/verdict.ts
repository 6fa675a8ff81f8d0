/** What counts for a case where the council decided other than the rules. */
import type { CaseRow } from '../views.ts';

/** What counts for a case: the council's own decision, else the verdict of the rules; null before any. */
export function effectiveEligibility({
  overruled,
  eligibility,
}: Pick<CaseRow, 'overruled' | 'eligibility'>): CaseRow['eligibility'] {
  return overruled?.eligibility ?? eligibility;
}
