import { problemSentence } from '../vi/imports.ts';
import type { Problem, ProblemSeverity } from '../views.ts';
import type { ProblemCode, ProblemFacts } from './problem-facts.ts';

/** What is wrong in a file, where, and what to do. */
export interface ImportProblem extends Problem {
  readonly code: ProblemCode;
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
  'guide-sheet',
  'other-sheet',
  'unread-column',
  'no-rows',
  'nothing-registered',
  'award-recorded',
  'status-without-day',
]);

/** Puts a problem into words at its place; `severity` where its code alone does not say. */
export function makeProblem<C extends ProblemCode>(
  place: Place,
  code: C,
  facts: ProblemFacts[C],
  severity: ProblemSeverity = remarks.has(code) ? 'remark' : 'problem',
): ImportProblem {
  return {
    file: place.file,
    sheet: place.sheet,
    row: place.row,
    column: place.column,
    code,
    message: problemSentence(code, facts),
    severity,
  };
}

/** Problems as their file has them: sheet by sheet, row by row, column by column; those of a whole sheet first. */
export function inFileOrder(
  problems: readonly ImportProblem[],
  sheets: readonly {
    readonly name: string;
    readonly columns: readonly { readonly index: number; readonly header: string }[];
  }[],
): readonly ImportProblem[] {
  const places = new Map(sheets.map(({ name }, place) => [name, place]));
  const columns = new Map(
    sheets.map((sheet) => [sheet.name, new Map(sheet.columns.map(({ index, header }) => [header, index]))]),
  );
  function columnOf({ sheet, column }: ImportProblem): number {
    return columns.get(sheet)?.get(column) ?? -1;
  }
  return [...problems].sort(
    (a, b) =>
      (places.get(a.sheet) ?? sheets.length) - (places.get(b.sheet) ?? sheets.length) ||
      a.row - b.row ||
      columnOf(a) - columnOf(b),
  );
}
