/** People, tổ, and what is known of a person over the years. */
import type { IsoDate } from '../dates.ts';
import type { CareerStretch } from '../domain/career.ts';
import type { RewardType } from '../rules/model.ts';
import type {
  AbsenceKind,
  AwayKind,
  DisciplineForm,
  Id,
  InitiativeScope,
  PendingMatterKind,
  PersonStatus,
  Rating,
  RecognisedScope,
  Sex,
  TitleId,
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
  /** What keeps them away on the day that was asked about; null when nothing does. */
  readonly away: AwayKind | null;
}

/** A title or reward that was decided, of a person or a tổ. */
export interface AwardRow {
  readonly id: Id;
  readonly schoolYear: string;
  /** Null for one that the catalogue does not know. */
  readonly titleId: TitleId | null;
  readonly name: string;
  readonly decisionNumber: string;
  readonly decisionDate: IsoDate | null;
  readonly issuer: string;
  readonly rewardType: RewardType | null;
  /** Of a movement: for a theme or a stretch of time; null when nobody answered. */
  readonly themed: boolean | null;
  /** For what it was given, in words; empty when nobody said. */
  readonly achievement: string;
  /** The decision that cancelled it; null while it stands. */
  readonly cancelled: { readonly number: string; readonly date: IsoDate | null } | null;
}

/** A certificate of the effect and scope of an initiative. */
export interface EffectCertificate {
  readonly scope: RecognisedScope;
  readonly number: string;
  readonly date: IsoDate | null;
}

export interface PersonDetail extends PersonRow {
  readonly memberships: readonly {
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
    readonly ratedOn: IsoDate | null;
    readonly awards: readonly AwardRow[];
  }[];
  readonly initiatives: readonly {
    readonly id: Id;
    readonly schoolYear: string;
    readonly name: string;
    readonly share: number | null;
    readonly scope: InitiativeScope;
    readonly decisionNumber: string;
    readonly effect: EffectCertificate | 'none' | null;
    /** Awards for which it was used already. */
    readonly usedFor: readonly { readonly titleId: TitleId; readonly schoolYear: string }[];
  }[];
  readonly research: readonly {
    readonly id: Id;
    readonly schoolYear: string;
    readonly name: string;
    readonly accepted: boolean;
    readonly decisionNumber: string;
    readonly scope: InitiativeScope | null;
  }[];
  readonly disciplines: readonly {
    readonly id: Id;
    readonly form: DisciplineForm;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
    /** Null: nobody answered. */
    readonly linkedToDuty: boolean | null;
    readonly countedInYear: string | null;
  }[];
  readonly career: readonly ({ readonly id: Id } & CareerStretch)[];
  readonly absences: readonly {
    readonly id: Id;
    readonly kind: AbsenceKind;
    /** Null while nobody said its days. */
    readonly from: IsoDate | null;
    /** Null while it lasts. */
    readonly to: IsoDate | null;
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
