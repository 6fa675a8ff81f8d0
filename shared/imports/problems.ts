import { problemSentence } from '../vi/imports.ts';
import type { Problem } from '../views.ts';
import type { ProblemCode, ProblemFacts } from './problem-facts.ts';

/** A `problem` keeps the row out; a `remark` only tells. */
export type Severity = 'problem' | 'remark';

/** What is wrong in a file, where, and what to do. */
export interface ImportProblem extends Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
}

/** Where something stands in a file; row 0 is the whole sheet, an empty column the whole row. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

const remarks: ReadonlySet<ProblemCode> = new Set([
  'hidden-sheet',
  'sheet-without-cells',
  'cells-beyond',
  'hidden-rows',
  'hidden-columns',
  'no-rows',
  'nothing-registered',
]);

/** Puts a problem into words at its place. */
export function makeProblem<C extends ProblemCode>(
  place: Place,
  code: C,
  facts: ProblemFacts[C],
): ImportProblem {
  return {
    file: place.file,
    sheet: place.sheet,
    row: place.row,
    column: place.column,
    code,
    message: problemSentence(code, facts),
    severity: remarks.has(code) ? 'remark' : 'problem',
  };
}
