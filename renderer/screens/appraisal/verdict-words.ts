/** What counts for a case, and its words. */
import type { CaseRow } from '../../../shared/views.ts';
import { eligibilityNames } from '../../../shared/vi/terms.ts';

/** What counts for a case: what the council decided instead, else what the rules say. */
export function verdictOf(row: CaseRow): CaseRow['eligibility'] {
  return row.overruled?.eligibility ?? row.eligibility;
}

/** The verdict in words, with whose it is. */
export function verdictWords(row: CaseRow): string {
  const verdict = verdictOf(row);
  if (verdict === null) return 'Chưa thẩm định';
  return row.overruled === null
    ? eligibilityNames[verdict]
    : `${eligibilityNames[verdict]} (Hội đồng quyết định)`;
}
