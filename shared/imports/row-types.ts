import type { IsoDate } from '../dates.ts';
import type { Hundredths } from '../numbers.ts';
import type {
  AbsenceKind,
  DisciplineForm,
  InitiativeScope,
  Rating,
  Sex,
  Standing,
  TitleId,
} from '../terms.ts';

/** Where a row stands: row as Excel shows it. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

/** Who a row is about, as it was written. At least one of code and name is there. */
export interface RowPerson extends RowPlace {
  readonly code: string | null;
  /** Empty when the row gives only a code. */
  readonly fullName: string;
  /** From the row, a line above it, the sheet's name or its title. */
  readonly groupName: string | null;
}

/** Null in any of these is "not written", which differs from no. */
export interface PeopleRow extends RowPerson {
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
  readonly position: string | null;
  readonly duty: string | null;
  readonly degree: string | null;
  readonly joinedOn: IsoDate | null;
  /** Null only when the file has no such column, or its cell can't be read: there, blank is no. */
  readonly partyMember: boolean | null;
  readonly status: Standing | null;
}

export interface HistoryRow extends RowPerson {
  readonly schoolYear: string;
  readonly rating: Rating | null;
  /** Titles and rewards together; null when the file has no column for either, which differs from none. */
  readonly titles: readonly TitleId[] | null;
  readonly decisionNumber: string | null;
  readonly decisionDate: IsoDate | null;
}

export interface InitiativeRow extends RowPerson {
  readonly schoolYear: string;
  readonly initiativeName: string;
  /** Whole percent. */
  readonly share: number | null;
  readonly scope: InitiativeScope;
  readonly decisionNumber: string | null;
}

export interface RegistrationRow extends RowPerson {
  /** Titles and rewards together; at least one. */
  readonly titles: readonly TitleId[];
  readonly registeredOn: IsoDate | null;
}

export interface EvaluationRow extends RowPerson {
  /** In the order of the file's criteria; blank is null. */
  readonly self: readonly (Hundredths | null)[];
  readonly group: readonly (Hundredths | null)[];
  /** The rating the tổ proposes. */
  readonly rating: Rating | null;
}

export interface CollectiveRow extends RowPlace {
  readonly groupName: string;
  readonly titles: readonly TitleId[];
  readonly registeredOn: IsoDate | null;
}

/** What one tổ, or the school, was given in one school year. */
export interface CollectiveHistoryRow extends RowPlace {
  readonly groupName: string;
  readonly schoolYear: string;
  readonly rating: Rating | null;
  /** Titles and rewards together. */
  readonly titles: readonly TitleId[];
  /** Of the titles; of the rating in a row without any. */
  readonly decisionNumber: string | null;
  readonly decisionDate: IsoDate | null;
}

export interface DisciplineRow extends RowPerson {
  readonly form: DisciplineForm;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface AbsenceRow extends RowPerson {
  readonly leave: {
    readonly kind: AbsenceKind;
    readonly from: IsoDate;
    /** Null while it lasts. */
    readonly to: IsoDate | null;
  };
}

/** The typed row of each kind of file. */
export interface ImportRows {
  readonly people: PeopleRow;
  readonly history: HistoryRow;
  readonly initiatives: InitiativeRow;
  readonly registrations: RegistrationRow;
  readonly evaluations: EvaluationRow;
  readonly collectives: CollectiveRow;
  readonly collectiveHistory: CollectiveHistoryRow;
  readonly disciplines: DisciplineRow;
  readonly absences: AbsenceRow;
}
