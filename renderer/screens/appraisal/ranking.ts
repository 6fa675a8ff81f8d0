/** The cases of each title in the order in which they stand: eligible first, then by the points the tổ gave. */
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { CaseRow, EvaluationSheet, TitleCap } from '../../../shared/views.ts';

/** A case as the list shows it. */
export interface AppraisedRow extends CaseRow {
  /** A fact changed after its verdict. */
  readonly stale: boolean;
  /** Points of the tổ, in hundredths; null for none. */
  readonly points: number | null;
  /** Place within its title; equal ones share it. Null for a case that is refused or was withdrawn, and for pupils. */
  readonly place: number | null;
  /** Eligible, but beyond the share that the school's regulation asks to be watched: a warning only. */
  readonly overCap: boolean;
}

const order = ['yes', 'needs-person', 'no', null] as const;

/** Total points of the tổ by person. */
export function pointsOf(sheet: EvaluationSheet | null): ReadonlyMap<string, number | null> {
  return new Map((sheet?.rows ?? []).map((row) => [row.personId, row.groupTotal]));
}

function byStanding(a: AppraisedRow, b: AppraisedRow): number {
  return (
    order.indexOf(effectiveEligibility(a)) - order.indexOf(effectiveEligibility(b)) ||
    (b.points ?? -1) - (a.points ?? -1)
  );
}

/** Title by title in the order of the catalogue, each ranked; those withdrawn at the end of their title. */
export function rankByTitle(
  rows: readonly AppraisedRow[],
  titleOrder: readonly string[],
  caps: readonly TitleCap[] = [],
): readonly AppraisedRow[] {
  const titles = [...Map.groupBy(rows, (row) => row.titleId)].sort(
    ([a], [b]) => titleOrder.indexOf(a) - titleOrder.indexOf(b),
  );
  return titles.flatMap(([titleId, own]) => {
    const most = caps.find((cap) => cap.titleId === titleId)?.most ?? Infinity;
    const live = own.filter((row) => row.state !== 'WITHDRAWN').toSorted(byStanding);
    let place = 0;
    const ranked = live.map((row, at) => {
      const before = live[at - 1];
      if (before === undefined || byStanding(before, row) !== 0) place = at + 1;
      const verdict = effectiveEligibility(row);
      // Nobody gave pupils points: they stand beside each other.
      const isRanked = verdict !== 'no' && row.pupilId === null;
      return { ...row, place: isRanked ? place : null, overCap: verdict === 'yes' && at >= most };
    });
    return [...ranked, ...own.filter((row) => row.state === 'WITHDRAWN')];
  });
}
