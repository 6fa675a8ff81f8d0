/** The verdict on a case in words, with whose it is and why, for every list that shows it. */
import { effectiveEligibility } from '../domain/verdict.ts';
import type { CaseRow } from '../views.ts';
import { eligibilityNames } from './terms.ts';

/** A case that was not held against any rule. */
export const unchecked = 'Chưa thẩm định';

/** What counts for a case: "Đủ điều kiện", "Chưa đủ điều kiện (Hội đồng quyết định)". */
export function verdictText(row: Pick<CaseRow, 'overruled' | 'eligibility'>): string {
  const verdict = effectiveEligibility(row);
  if (verdict === null) return unchecked;
  return row.overruled === null
    ? eligibilityNames[verdict]
    : `${eligibilityNames[verdict]} (Hội đồng quyết định)`;
}

/** Why: the reason of whose verdict counts, so that no refusal stands beside a case that the council let pass. */
export function verdictReason({ overruled, summary }: Pick<CaseRow, 'overruled' | 'summary'>): string {
  return overruled?.reason ?? summary;
}
