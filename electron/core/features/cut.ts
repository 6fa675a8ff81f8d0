/** The school's own cap laid over a sealed round. */
import { cutLine, type CutLine } from '../../../shared/domain/cut-line.ts';
import type { Id } from '../../../shared/terms.ts';
import type { ReadHandle } from '../database/query.ts';
import { listTitleCaps } from './appraisal/caps.ts';

/** Where the cap of a title falls among those who passed, and where the cap is written; null without one or when all fit. */
export function cutOf(
  read: ReadHandle,
  {
    titleId,
    results,
  }: {
    readonly titleId: string;
    readonly results: readonly { readonly case_id: Id; readonly agree: number; readonly passed: 0 | 1 }[];
  },
): (CutLine & { readonly source: string }) | null {
  const caps = listTitleCaps(read);
  const cap = caps.ok ? caps.value.find((one) => one.titleId === titleId) : undefined;
  if (cap === undefined) return null;
  const passed = results
    .filter((row) => row.passed === 1)
    .map(({ case_id, agree }) => ({ caseId: case_id, agree }));
  const line = cutLine({ passed, most: cap.most });
  return line === null ? null : { ...line, source: cap.source };
}
