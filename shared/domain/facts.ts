/**
 * What the rules read: plain, read-only data about one person or one tổ in one school year, gathered by the core and
 * kept with the verdict as a snapshot. Null is "not known", which is never the same as "no".
 */
import type { IsoDate } from '../dates.ts';
import type { PostGroupId } from '../rules/rating-systems.ts';
import type { RewardType, RuleSet } from '../rules/model.ts';
import type { Leave } from './standing.ts';
import type { Duration } from './time-away.ts';
import type {
  DisciplineForm,
  Id,
  InitiativeScope,
  PendingMatterKind,
  Rating,
  Sex,
  TitleId,
} from '../terms.ts';

/** The rating of the school year: its level, and whether it is still a proposal. */
export interface RatingFact {
  readonly level: Rating | null;
  readonly state: 'proposed' | 'decided' | null;
  /** Day of the decision, which T10 compares with the meeting. */
  readonly decidedOn?: IsoDate | null;
}

/** Time away from work, both days counted; `from` null while nobody said the days, `to` null while it lasts. */
export type AbsenceFact = Leave;

/** A discipline of the Party or of the administration; `from` is the day of the decision, `to` the last day it is executed. */
export interface DisciplineFact {
  readonly form: DisciplineForm;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** The violation is linked to performing duties (NĐ 233/2026, điều 12 khoản 4); null when nobody answered. */
  readonly linkedToDuty: boolean | null;
  /** School year in which this misconduct was counted already (B3c): it counts in no other. */
  readonly countedInYear?: string | null;
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
  /** Certificate of effect and scope (Mẫu 13); null when there is none, left out when nobody knows. */
  readonly effect?: { readonly scope: InitiativeScope; readonly number: string } | null;
  /** Awards for which it was used already (B9). */
  readonly usedFor?: readonly { readonly titleId: TitleId; readonly schoolYear: string }[];
}

/** A scientific work, scheme or topic that was, or was not yet, accepted. */
export interface ResearchFact {
  readonly schoolYear: string;
  readonly name: string;
  readonly accepted: boolean;
  readonly decisionNumber: string | null;
  /** How far its influence reaches, as the authority recognised it. */
  readonly scope?: InitiativeScope | null;
}

/** An award already decided; the year counted is the one printed in the decision. */
export interface AwardFact {
  readonly titleId: TitleId;
  readonly schoolYear: string;
  readonly decisionNumber: string | null;
  readonly decisionDate: IsoDate | null;
  /** Why it was given; null or left out when the list does not say. Titles need none. */
  readonly rewardType?: RewardType | null;
  /** Given for a themed movement. */
  readonly themed?: boolean | null;
  /** The achievement for which it was given, when it was recorded (B5). */
  readonly achievementId?: string | null;
  /** The decision was cancelled (B10): as if it had never been. */
  readonly cancelled?: boolean;
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

/** How far an award of this year has come: see `MemberTitleState`. */
export type AwardStates = Readonly<Record<TitleId, MemberTitleState>>;

/** What the rules on several years read, of a person or of a collective. */
export interface HistoryFacts {
  readonly rating: RatingFact;
  readonly awards?: readonly AwardFact[];
  readonly pastRatings?: readonly PastRatingFact[];
  readonly disciplines?: readonly DisciplineFact[];
  /** Awards of this year that are not decided yet, by title; left out when nobody knows. */
  readonly awardsThisYear?: AwardStates;
  /** First school year of which the list of awards is whole; what lies before it is not known. */
  readonly awardsKnownFrom?: string | null;
  /** The collective is of a kind that is given flags; null when nobody answered. */
  readonly receivesFlags?: boolean | null;
}

/** Months of service up to the meeting; null where nobody counted them. */
export interface ServiceFact {
  readonly sectorMonths: number | null;
  readonly teachingMonths: number | null;
  readonly hardAreaMonths: number | null;
}

/** Came from another unit within the period under review. */
export interface TransferFact {
  readonly on: IsoDate;
  readonly previousUnit: string;
  readonly monthsThere: number | null;
  readonly commentReceived: boolean;
}

/** Works for another unit while this one rates and proposes. */
export interface SecondmentFact {
  readonly unit: string;
  readonly commentReceived: boolean;
}

/** Everything the rules read about one person. The order of the lists never matters. */
export interface PersonFacts extends HistoryFacts {
  readonly personId: Id;
  readonly code: string | null;
  readonly fullName: string;
  /** Day of recruitment, which T1 reads. */
  readonly joinedOn: IsoDate | null;
  readonly rating: RatingFact;
  readonly absences: readonly AbsenceFact[];
  readonly disciplines: readonly DisciplineFact[];
  readonly pendingMatters: readonly PendingMatterFact[];
  readonly initiatives: readonly InitiativeFact[];
  readonly research: readonly ResearchFact[];
  readonly awards: readonly AwardFact[];
  readonly pastRatings: readonly PastRatingFact[];
  readonly judgements: Judgements;
  /** Time under a labour contract in this unit before recruitment, which counts (T1b). */
  readonly contractBefore?: Duration | null;
  readonly service?: ServiceFact | null;
  readonly manager?: boolean | null;
  readonly transfer?: TransferFact | null;
  readonly secondment?: SecondmentFact | null;
  /** Registered for this award at the start of the year. */
  readonly registered?: boolean | null;
  readonly sex?: Sex | null;
  /** The achievement that this case rests on, when it was recorded (B5). */
  readonly achievementId?: string | null;
}

/**
 * How far a member's title of this year has come: not registered (null), the council has not concluded (`open`),
 * the council proposes it, it was refused, or the authority decided it.
 */
export type MemberTitleState = 'open' | 'proposed' | 'decided' | 'rejected' | null;

/**
 * Why the records of the year leave somebody out of those counted: moved to another tổ, left or retired within it,
 * recruited too late to be put forward, or at work for too short to be rated.
 */
export type NotCounted = 'moved' | 'left' | 'retired' | 'recruit' | 'unrated';

/** What the council decided of a person's place among those counted, otherwise than the records say. */
export interface CountDecision {
  readonly reason: string;
  readonly by: string;
}

/** A member of a tổ who counts for the year; leave out those whom the school does not count. */
export interface GroupMemberFact {
  readonly personId: Id;
  readonly fullName?: string;
  readonly rating: Rating | null;
  readonly disciplines: readonly DisciplineFact[];
  readonly titles: { readonly LDTT: MemberTitleState; readonly CSTDCS: MemberTitleState };
  readonly sex?: Sex | null;
  /** Counted by the council, though the records leave the person out. */
  readonly decision?: CountDecision;
}

/** Somebody of the collective who is not among those counted, and why: by the records, or by the council. */
export interface LeftOutFact {
  readonly personId: Id;
  readonly fullName: string;
  readonly because: NotCounted | CountDecision;
  /** Of one who still belongs to the collective: not to be counted takes no discipline away. */
  readonly disciplines?: readonly DisciplineFact[];
}

/** Everything the rules read about one tổ, or about the school itself. */
export interface GroupFacts extends HistoryFacts {
  readonly groupId: Id;
  readonly name: string;
  readonly rating: RatingFact;
  readonly members: readonly GroupMemberFact[];
  readonly leftOut?: readonly LeftOutFact[];
  readonly judgements: Judgements;
  readonly pendingMatters?: readonly PendingMatterFact[];
  /** Place in the cluster that the authority organised; null when it is not known. */
  readonly clusterRank?: number | null;
  readonly establishedOn?: IsoDate | null;
  /** The school itself, not one of its tổ. */
  readonly isSchool?: boolean;
  readonly registered?: boolean | null;
  readonly achievementId?: string | null;
}

/** All that is read about a pupil or a class: of them the app knows nothing but what people recorded. */
export interface PupilFacts {
  readonly pupilId: Id;
  readonly name: string;
  readonly className: string;
  readonly judgements: Judgements;
  /** The achievement that this case rests on, when it was recorded. */
  readonly achievementId?: string | null;
}

/** What is read about the owner of a case, whoever it is. */
export type CaseFacts = PersonFacts | GroupFacts | PupilFacts;

/** The season in which a case is checked. */
export interface CheckContext {
  readonly schoolYear: string;
  /** First and last day of the year under review. */
  readonly reviewPeriod: { readonly from: IsoDate; readonly to: IsoDate };
  readonly meetingDate: IsoDate;
  readonly ruleSet: RuleSet;
  /** Fewer places than people who qualify: the preference of the law is then told (B8). */
  readonly limitedPlaces?: boolean;
}

/** How many people have each rating. */
export type RatedCounts = Readonly<Record<Rating, number>>;

/** People of the school by rating and title, as they are proposed. */
export interface SchoolCounts {
  readonly rated: RatedCounts;
  /** Of those, the people of each group of similar posts, where the year is counted by such groups. */
  readonly groups: readonly { readonly id: PostGroupId; readonly rated: RatedCounts }[];
  readonly ldtt: number;
  readonly cstdcs: number;
  /** Rating of the school itself, and of its head; null while there is none. */
  readonly schoolRating: Rating | null;
  readonly headRating: Rating | null;
  /** How many tổ the school has, and how those of them that are rated stand. */
  readonly units: { readonly count: number; readonly rated: RatedCounts };
}
