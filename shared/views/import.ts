/** What a file would do, and what it did. */

export type ImportKind =
  | 'people'
  | 'history'
  | 'initiatives'
  | 'registrations'
  | 'evaluations'
  | 'collectives'
  | 'collectiveHistory'
  | 'disciplines'
  | 'absences';

/** A `problem` keeps a row, or a sheet, out; a `cell` is left unset and its row taken; a `remark` only tells. */
export type ProblemSeverity = 'problem' | 'cell' | 'remark';

export interface Problem {
  readonly file: string;
  readonly sheet: string;
  /** Row as Excel shows it, from 1; 0 when the whole sheet is meant. */
  readonly row: number;
  /** Header of the column, or an empty text. */
  readonly column: string;
  readonly code: string;
  readonly message: string;
  readonly severity: ProblemSeverity;
}

/** What a file may be besides what it was handed in as. */
export type LikelyKind = ImportKind | 'ballots';

/** What has to be asked before a file is taken, and what its sentence needs. */
export interface ImportDoubts {
  /** The file looks like one of another kind. */
  readonly 'other-kind': { readonly file: string; readonly kind: ImportKind; readonly likely: LikelyKind };
  /** Almost nobody of a staff list is known: `common` of `rows`. */
  readonly 'other-school': {
    readonly file: string;
    readonly rows: number;
    readonly common: number;
    readonly known: number;
  };
}

export type ImportDoubt = {
  readonly [C in keyof ImportDoubts]: { readonly code: C } & ImportDoubts[C];
}[keyof ImportDoubts];

export interface ImportPreview {
  readonly kind: ImportKind;
  readonly fileName: string;
  /** What has to be answered first; what was accepted is not there. */
  readonly doubts: readonly ImportDoubt[];
  readonly fields: readonly { readonly id: string; readonly label: string }[];
  readonly sheets: readonly {
    readonly name: string;
    /** Whether its rows would be imported. */
    readonly included: boolean;
    /** Row of the header, from 1; 0 when a person said that there is none; null when none was found. */
    readonly headerRow: number | null;
    /** The first rows of the sheet, among which the header is pointed at. */
    readonly top: readonly { readonly row: number; readonly text: string }[];
    /** What no column tells though the kind needs it, in words. */
    readonly missing: readonly string[];
    readonly columns: readonly {
      readonly index: number;
      readonly header: string;
      readonly field: string | null;
    }[];
    readonly rows: readonly {
      readonly row: number;
      readonly cells: readonly string[];
      /** What running the import would do with it. */
      readonly effect: 'add' | 'change' | 'same' | 'problem' | 'skip';
    }[];
  }[];
  readonly problems: readonly Problem[];
  readonly counts: {
    readonly add: number;
    readonly change: number;
    readonly same: number;
    readonly problem: number;
  };
}

export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly Problem[];
}
