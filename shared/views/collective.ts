/** A tổ, or the school, and what is known of it over the years. */
import type { IsoDate } from '../dates.ts';
import type { Id, PendingMatterKind, Rating } from '../terms.ts';
import type { CaseRow } from './case.ts';
import type { AwardRow, GroupRow } from './person.ts';

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
