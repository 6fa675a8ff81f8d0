import type { FieldId } from './kinds.ts';

interface CellFacts {
  /** The cell as it is shown. */
  readonly value: string;
}

/** What the file and the record say of where somebody stands, in words. */
interface StandingFacts {
  readonly name: string;
  readonly found: string;
  readonly known: string;
}

/** Every reason for which a sheet, a column or a row is not taken as it stands, and the facts its sentence needs. */
export interface ProblemFacts {
  // The sheet and its header
  'no-header-row': { readonly columns: readonly FieldId[] };
  'missing-column': { readonly field: FieldId };
  'missing-maximum': { readonly criterion: string };
  'criterion-differs': { readonly criterion: string; readonly found: number; readonly known: number };
  'hidden-sheet': Record<never, never>;
  'sheet-without-cells': Record<never, never>;
  'unreadable-sheet': Record<never, never>;
  'cells-beyond': { readonly cells: number };
  'hidden-rows': { readonly rows: readonly number[] };
  'hidden-columns': { readonly columns: readonly string[] };
  'guide-sheet': Record<never, never>;
  'other-sheet': { readonly taken: string };
  'unread-column': {
    readonly examples: readonly string[];
    readonly hasMore: boolean;
    readonly rows: number;
  };
  'no-rows': Record<never, never>;

  // One cell
  'missing-value': { readonly field: FieldId };
  'formula-error': CellFacts;
  'formula-without-value': Record<never, never>;
  'lost-content': Record<never, never>;
  'damaged-code': CellFacts;
  'foreign-letters': CellFacts & { readonly letters: readonly string[] };
  'text-too-long': { readonly limit: number };
  'invalid-date': CellFacts;
  'born-later': CellFacts;
  'joined-before-birth': CellFacts & { readonly birthDate: string };
  'invalid-period': { readonly from: string; readonly to: string };
  'unknown-sex': CellFacts;
  'unclear-value': CellFacts;
  'unknown-rating': CellFacts;
  'unknown-title': CellFacts;
  'ambiguous-title': CellFacts;
  'not-for-groups': CellFacts;
  'only-for-pupils': CellFacts;
  'invalid-share': CellFacts;
  'unknown-scope': CellFacts;
  'unknown-discipline': CellFacts;
  'invalid-school-year': CellFacts;
  'unknown-status': CellFacts;
  'unknown-leave': CellFacts;
  'invalid-score': CellFacts & { readonly criterion: string };
  'score-over-maximum': CellFacts & { readonly criterion: string; readonly maximum: number };
  'nothing-registered': { readonly name: string };
  'award-recorded': {
    readonly award: string;
    readonly schoolYear: string;
    readonly known: string;
    readonly found: string;
  };

  // Who, or which tổ, is meant
  'name-without-letters': CellFacts;
  'old-font': CellFacts;
  'missing-person': Record<never, never>;
  'unknown-code': { readonly personCode: string; readonly name: string };
  'unknown-person': { readonly name: string };
  'ambiguous-person': { readonly name: string };
  'name-differs': { readonly personCode: string; readonly name: string; readonly known: string };
  'duplicate-person': { readonly name: string; readonly firstSheet: string; readonly firstRow: number };
  'duplicate-row': { readonly firstSheet: string; readonly firstRow: number };
  'status-without-day': { readonly name: string; readonly found: string };
  'standing-differs': StandingFacts;
  'leave-differs': StandingFacts;
  'unknown-group': { readonly group: string };
  'rating-differs': { readonly group: string; readonly firstSheet: string; readonly firstRow: number };
  'duplicate-group': { readonly group: string; readonly firstSheet: string; readonly firstRow: number };
}

export type ProblemCode = keyof ProblemFacts;
