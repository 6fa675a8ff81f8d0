/** People, tổ, and what is known of a person over the years. */
import type { IsoDate } from '../dates.ts';
import type {
  AbsenceKind,
  DisciplineForm,
  Id,
  InitiativeScope,
  PendingMatterKind,
  PersonStatus,
  Rating,
  Sex,
} from '../terms.ts';
import type { CaseRow } from './case.ts';

export interface GroupRow {
  readonly id: Id;
  readonly name: string;
  readonly people: number;
}

export interface PersonRow {
  readonly id: Id;
  readonly code: string | null;
  readonly fullName: string;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
  readonly position: string;
  readonly duty: string;
  readonly groupId: Id | null;
  readonly groupName: string;
  readonly degree: string;
  readonly joinedOn: IsoDate | null;
  readonly partyMember: boolean;
  readonly status: PersonStatus;
}

export interface PersonDetail extends PersonRow {
  readonly memberships: readonly {
    readonly id: Id;
    readonly groupName: string;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly statuses: readonly {
    readonly status: PersonStatus;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly years: readonly {
    readonly schoolYear: string;
    readonly rating: Rating | null;
    readonly ratingState: 'proposed' | 'decided' | null;
    readonly awards: readonly {
      readonly name: string;
      readonly decisionNumber: string;
      readonly decisionDate: IsoDate | null;
    }[];
  }[];
  readonly initiatives: readonly {
    readonly id: Id;
    readonly schoolYear: string;
    readonly name: string;
    readonly share: number | null;
    readonly scope: InitiativeScope;
    readonly decisionNumber: string;
  }[];
  readonly disciplines: readonly {
    readonly id: Id;
    readonly form: DisciplineForm;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly absences: readonly {
    readonly id: Id;
    readonly kind: AbsenceKind;
    readonly from: IsoDate;
    readonly to: IsoDate;
  }[];
  readonly pendingMatters: readonly {
    readonly id: Id;
    readonly kind: PendingMatterKind;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
    readonly note: string;
  }[];
  readonly cases: readonly CaseRow[];
}
