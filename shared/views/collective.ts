/** A tổ, or the school, and what is known of it over the years. */
import type { IsoDate } from '../dates.ts';
import type { GroupMemberFact, NotCounted } from '../domain/facts.ts';
import type { Id, PendingMatterKind, Rating } from '../terms.ts';
import type { CaseRow } from './case.ts';
import type { AwardRow, GroupRow } from './person.ts';

/** Somebody of a collective in the year under review: counted or not, by the records or as the council decided. */
export interface CountedMember {
  readonly personId: Id;
  readonly code: string | null;
  readonly fullName: string;
  readonly position: string;
  readonly groupName: string;
  readonly counted: boolean;
  /** Why the records leave the person out; null when they count. */
  readonly because: NotCounted | null;
  /** What the council decided instead. */
  readonly decision: {
    readonly counted: boolean;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  } | null;
  /** Of the year. */
  readonly rating: Rating | null;
  readonly titles: GroupMemberFact['titles'];
}

export interface CollectiveDetail extends GroupRow {
  readonly isSchool: boolean;
  readonly establishedOn: IsoDate | null;
  /** Of a kind that is given flags; null when nobody answered. */
  readonly receivesFlags: boolean | null;
  /** Newest first. */
  readonly years: readonly {
    readonly schoolYear: string;
    readonly rating: Rating | null;
    readonly ratingState: 'proposed' | 'decided' | null;
    readonly ratedOn: IsoDate | null;
    readonly decisionNumber: string;
    /** Place in the cluster that the authority organised. */
    readonly clusterRank: number | null;
  }[];
  readonly awards: readonly AwardRow[];
  /** Matters for which its cases must wait. */
  readonly matters: readonly {
    readonly id: Id;
    readonly kind: PendingMatterKind;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
    readonly note: string;
  }[];
  readonly cases: readonly CaseRow[];
}
