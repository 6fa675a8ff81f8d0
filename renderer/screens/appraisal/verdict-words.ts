/** What the list of cases says of a verdict beyond what papers do. */
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { CaseRow } from '../../../shared/views.ts';
import { reasonsIn } from '../../../shared/vi/findings.ts';
import { verdictReason, verdictText } from '../../../shared/vi/verdict.ts';

/** The verdict in words, with whose it is and what an open one waits for. */
export function verdictWords(row: CaseRow): string {
  const hold = holdOf(row);
  return effectiveEligibility(row) === null || hold === null
    ? verdictText(row)
    : `${verdictText(row)}, ${hold.toLowerCase()}`;
}

/** What the verdict that counts rests on, without what the columns beside it say already. */
export function reasonWords(row: CaseRow): string {
  return row.overruled === null && row.eligibility === 'yes'
    ? 'Đạt mọi điều kiện đã thẩm định.'
    : reasonsIn(verdictReason(row));
}

/** What an open verdict waits for, in words. */
export type Hold = 'Tạm dừng' | 'Chờ quyết định';

/** Why an open verdict cannot be settled by anybody in the school; null when it can, or is settled. */
export function holdOf(row: CaseRow): Hold | null {
  if (row.overruled !== null || row.state === 'WITHDRAWN') return null;
  return row.postponed ? 'Tạm dừng' : row.awaitsDecision ? 'Chờ quyết định' : null;
}
