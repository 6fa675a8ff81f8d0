/** What a file would do, and what it did. */

export type ImportKind =
  | 'people'
  | 'history'
  | 'initiatives'
  | 'registrations'
  | 'evaluations'
  | 'collectives'
  | 'collectiveHistory'
  | 'disciplines';

export interface Problem {
  readonly file: string;
  readonly sheet: string;
  /** Row as Excel shows it, from 1; 0 when the whole sheet is meant. */
  readonly row: number;
  /** Header of the column, or an empty text. */
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

export interface ImportPreview {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fields: readonly { readonly id: string; readonly label: string; readonly required: boolean }[];
  readonly sheets: readonly {
    readonly name: string;
    /** Row of the header, from 1; null when none was found. */
    readonly headerRow: number | null;
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
