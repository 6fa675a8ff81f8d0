/**
 * Two independent counts of the same papers laid side by side: by numbers, by name, and by whole papers without any
 * order. Invalid papers are equal whatever reason each teller wrote.
 */
import type { BallotForm } from '../rules/model.ts';
import type { Id, Mark } from '../terms.ts';
import { deriveTotals, type Ballot, type RowTotals, type SlateEntry } from './ballot.ts';

/** The first count or the second. */
export type CountNumber = 1 | 2;

/** Marked alike this often in one count and not in the other; null marks are papers that are not valid. */
export interface PaperDifference {
  readonly marks: readonly Mark[] | null;
  readonly times: number;
}

/** A name whose votes the two counts tell differently. */
export interface RowDifference {
  readonly caseId: Id;
  readonly name: string;
  readonly counts: readonly [RowTotals, RowTotals];
}

export interface CountDifference {
  readonly equal: boolean;
  readonly valid: readonly [number, number];
  readonly invalid: readonly [number, number];
  readonly rows: readonly RowDifference[];
  /** Papers that only the first count has, and only the second; in an order that tells nothing of either heap. */
  readonly papers: readonly [readonly PaperDifference[], readonly PaperDifference[]];
}

/** Compares two heaps of ballots that `checkBallots` accepts. */
export function compareCounts({
  slate,
  counts: [first, second],
  form,
}: {
  readonly slate: readonly SlateEntry[];
  readonly counts: readonly [readonly Ballot[], readonly Ballot[]];
  readonly form: BallotForm;
}): CountDifference {
  const totals = [
    deriveTotals({ slate, ballots: first, form }),
    deriveTotals({ slate, ballots: second, form }),
  ] as const;
  const rows = slate.flatMap(({ caseId, name }, place): readonly RowDifference[] => {
    const [one, other] = [totals[0].rows[place], totals[1].rows[place]];
    if (one === undefined || other === undefined) throw new Error(`No totals for ${caseId}`);
    return isSameRow(one, other) ? [] : [{ caseId, name, counts: [one, other] }];
  });
  const papers = [onlyIn(first, second), onlyIn(second, first)] as const;
  return {
    equal: papers[0].length === 0 && papers[1].length === 0,
    valid: [totals[0].valid, totals[1].valid],
    invalid: [totals[0].invalid, totals[1].invalid],
    rows,
    papers,
  };
}

function isSameRow(one: RowTotals, other: RowTotals): boolean {
  return (['agree', 'disagree', 'blank', 'invalidRow'] as const).every((kind) => one[kind] === other[kind]);
}

const invalidPattern = 'INVALID-PAPER';

/** What a paper says as one text: its marks, or only that it is not valid. */
export function patternOf({ invalidReason, marks }: Ballot): string {
  return invalidReason === null ? marks.join(',') : invalidPattern;
}

function onlyIn(these: readonly Ballot[], those: readonly Ballot[]): readonly PaperDifference[] {
  const left = new Map<string, number>();
  for (const ballot of these) left.set(patternOf(ballot), (left.get(patternOf(ballot)) ?? 0) + 1);
  for (const ballot of those) left.set(patternOf(ballot), (left.get(patternOf(ballot)) ?? 0) - 1);
  return [...left]
    .filter(([, times]) => times > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([pattern, times]) => ({
      marks: pattern === invalidPattern ? null : (pattern.split(',') as Mark[]),
      times,
    }));
}

/** Places at which two papers differ; every place when one of them is not valid. */
export function differingPlaces(
  one: readonly Mark[] | null,
  other: readonly Mark[] | null,
): readonly number[] {
  const names = (one ?? other ?? []).length;
  return Array.from({ length: names }, (_, place) => place).filter(
    (place) => one === null || other === null || one[place] !== other[place],
  );
}

/** The paper of the other count that is most like this one: probably the same sheet, read differently. */
export function likest(
  paper: PaperDifference,
  others: readonly PaperDifference[],
): PaperDifference | undefined {
  let best: PaperDifference | undefined;
  for (const other of others) {
    const isCloser =
      best === undefined ||
      differingPlaces(paper.marks, other.marks).length < differingPlaces(paper.marks, best.marks).length;
    if (isCloser) best = other;
  }
  return best;
}
