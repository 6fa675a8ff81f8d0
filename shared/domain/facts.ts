/**
 * What the rules read: plain, read-only data about one person or one tổ in one school year, gathered by the core and
 * kept with the verdict as a snapshot. Null is "not known", which is never the same as "no".
 */
import type { IsoDate } from '../dates.ts';
import type { RatingRegimeId, RuleSet } from '../rules/model.ts';
import type {
  AbsenceKind,
  DisciplineForm,
  Id,
  InitiativeScope,
  PendingMatterKind,
  PersonStatus,
  Rating,
  TitleId,
} from '../terms.ts';

/** The rating of the school year: its level, and whether it is still a proposal. */
export interface RatingFact {
  readonly level: Rating | null;
  readonly state: 'proposed' | 'decided' | null;
}

/** Time away from work, both days counted; `to` null while it lasts. */
export interface AbsenceFact {
  readonly kind: AbsenceKind;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** A discipline of the Party or of the administration; `from` is the day of the decision, `to` the last day it is executed. */
export interface DisciplineFact {
  readonly form: DisciplineForm;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** The violation is linked to performing duties (NĐ 233/2026, điều 12 khoản 4); null when nobody answered. */
  readonly linkedToDuty: boolean | null;
}

/** A matter for which the case must wait; `to` is the day it was cleared, null while it is open. */
export interface PendingMatterFact {
  readonly kind: PendingMatterKind;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** An initiative of the person; recognised only with a decision number. */
export interface InitiativeFact {
  readonly schoolYear: string;
  readonly name: string;
  readonly scope: InitiativeScope | null;
  readonly decisionNumber: string | null;
  /** Share of a co-author in whole percent. */
  readonly share: number | null;
}

/** A scientific work, scheme or topic that was, or was not yet, accepted. */
export interface ResearchFact {
  readonly schoolYear: string;
  readonly name: string;
  readonly accepted: boolean;
  readonly decisionNumber: string | null;
}

/** An award already decided; the year counted is the one printed in the decision. */
export interface AwardFact {
  readonly titleId: TitleId;
  readonly schoolYear: string;
  readonly decisionNumber: string | null;
  readonly decisionDate: IsoDate | null;
}

/** A rating of an earlier school year. */
export interface PastRatingFact {
  readonly schoolYear: string;
  readonly level: Rating;
}

/** The answer of a named person to a condition that no fact in the file can decide. */
export interface Judgement {
  readonly answer: 'pass' | 'fail';
  readonly reason: string;
  readonly by: string;
}

/** Judgements by rule id. */
export type Judgements = Readonly<Record<string, Judgement>>;

/** Everything the rules read about one person. The order of the lists never matters. */
export interface PersonFacts {
  readonly personId: Id;
  readonly code: string | null;
  readonly fullName: string;
  /** Day of recruitment, which T1 reads. */
  readonly joinedOn: IsoDate | null;
  readonly status: PersonStatus;
  readonly rating: RatingFact;
  readonly absences: readonly AbsenceFact[];
  readonly disciplines: readonly DisciplineFact[];
  readonly pendingMatters: readonly PendingMatterFact[];
  readonly initiatives: readonly InitiativeFact[];
  readonly research: readonly ResearchFact[];
  readonly awards: readonly AwardFact[];
  readonly pastRatings: readonly PastRatingFact[];
  readonly judgements: Judgements;
}

/**
 * How far a member's title of this year has come: not registered (null), the council has not concluded (`open`),
 * the council proposes it, it was refused, or the authority decided it.
 */
export type MemberTitleState = 'open' | 'proposed' | 'decided' | 'rejected' | null;

/** A member of a tổ who counts for the year; leave out those whom the school does not count. */
export interface GroupMemberFact {
  readonly personId: Id;
  readonly fullName?: string;
  readonly rating: Rating | null;
  readonly disciplines: readonly DisciplineFact[];
  readonly titles: { readonly LDTT: MemberTitleState; readonly CSTDCS: MemberTitleState };
}

/** Everything the rules read about one tổ. */
export interface GroupFacts {
  readonly groupId: Id;
  readonly name: string;
  readonly rating: RatingFact;
  readonly members: readonly GroupMemberFact[];
  readonly judgements: Judgements;
}

/** The season in which a case is checked. */
export interface CheckContext {
  readonly schoolYear: string;
  /** First and last day of the year under review. */
  readonly reviewPeriod: { readonly from: IsoDate; readonly to: IsoDate };
  readonly meetingDate: IsoDate;
  readonly ruleSet: RuleSet;
  /**
   * Decree by which the year was rated; found from the end of the review period when it is left out.
   * A school without its own regulation may still rate 2026 by NĐ 90/2020 (NĐ 233/2026, điều 20 khoản 1).
   */
  readonly ratingRegime?: RatingRegimeId;
}
