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
  const hold = holdOf(row);
  return row.overruled === null
    ? `${eligibilityNames[verdict]}${hold === null ? '' : `, ${hold.toLowerCase()}`}`
    : `${eligibilityNames[verdict]} (Hội đồng quyết định)`;
}

/** What an open verdict waits for, in words. */
export type Hold = 'Tạm dừng' | 'Chờ quyết định';

/** Why an open verdict cannot be settled by anybody in the school; null when it can, or is settled. */
export function holdOf(row: CaseRow): Hold | null {
  if (row.overruled !== null || row.state === 'WITHDRAWN') return null;
  return row.postponed ? 'Tạm dừng' : row.awaitsDecision ? 'Chờ quyết định' : null;
}
