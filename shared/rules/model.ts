/** The shape of the rules as data: what a title, a rule, a vote and a rule set say, and where each comes from. */
import type { IsoDate } from '../dates.ts';
import type {
  AbsenceKind,
  Confidence,
  DisciplineForm,
  InitiativeScope,
  PersonStatus,
  Rating,
  TitleId,
} from '../terms.ts';

/** Who may receive an award. */
export type AwardObject = 'PERSON' | 'GROUP' | 'PERSON_OR_GROUP' | 'PUPIL';

/** Emulation title, form of reward, or honorary title of the State. */
export type AwardKind = 'TITLE' | 'REWARD' | 'HONOUR';

/** Level at which an award is decided, from the school up. */
export const awardLevels = [
  'SCHOOL',
  'COMMUNE',
  'DISTRICT',
  'DEPARTMENT',
  'CITY',
  'MINISTRY',
  'PRIME_MINISTER',
  'GOVERNMENT',
  'PRESIDENT',
] as const;
export type AwardLevel = (typeof awardLevels)[number];

/** One award of the catalogue. */
export interface Title {
  readonly id: TitleId;
  readonly name: string;
  readonly shortName: string;
  readonly object: AwardObject;
  readonly kind: AwardKind;
  readonly level: AwardLevel;
  /** Who signs the decision, as papers name them. */
  readonly decidedBy: string;
  /** Place in lists, lowest first. */
  readonly sort: number;
  /** Offered for registration; the others are known so that history can be read. */
  readonly active: boolean;
  /** Other ways in which files write it; a `*` at the end stands for any place or school name. */
  readonly aliases: readonly string[];
}

/** Where a rule is written. Article and clause are null where they were not found. */
export interface Citation {
  readonly document: string;
  readonly article: string | null;
  readonly clause: string | null;
}

/** A value with its source; `standard` is the catalogue's own once the school's regulation has replaced it. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
  readonly confidence: Confidence;
  readonly standard: { readonly value: T; readonly source: string; readonly confidence: Confidence } | null;
}

/** Numbers that a school's own regulation may replace. */
export const valueIds = [
  'newStaffMonths',
  'workedMonths',
  'ldttSharePercent',
  'transferMonths',
  'htxsCeilingPercent',
  'htxsCeilingOutstandingPercent',
  'cstdcsCapPercent',
] as const;
export type ValueId = (typeof valueIds)[number];

/** Why a reward was given (Luật Thi đua, khen thưởng, điều 8): it decides what the reward may be a ground for. */
export const rewardTypes = ['MERIT', 'SUDDEN', 'MOVEMENT', 'CONTRIBUTION', 'SENIORITY', 'EXTERNAL'] as const;
export type RewardType = (typeof rewardTypes)[number];

/** The decree by which a year is rated. */
export const ratingRegimeIds = ['ND90', 'ND233'] as const;
export type RatingRegimeId = (typeof ratingRegimeIds)[number];

export interface RatingRegime {
  readonly id: RatingRegimeId;
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Facts of a person that a test may read. */
export type PersonFactName =
  | 'rating'
  | 'joinedOn'
  | 'absences'
  | 'disciplines'
  | 'pendingMatters'
  | 'initiatives'
  | 'research'
  | 'history'
  | 'awards'
  | 'service'
  | 'manager'
  | 'transfer'
  | 'secondment'
  | 'registered'
  | 'judgements';

/** Facts of a tổ that a test may read. */
export type GroupFactName =
  | 'rating'
  | 'members'
  | 'history'
  | 'awards'
  | 'pendingMatters'
  | 'clusterRank'
  | 'establishedOn'
  | 'judgements';

/** What makes a school year count in a chain: one of the awards, or a rating at least this high. */
export interface GoodYear {
  readonly rating: Rating | null;
  readonly titleIds: readonly TitleId[];
}

/** So many years rated at least so, or so many of these awards, within the years of a chain. */
export type WindowCount =
  | { readonly kind: 'rating'; readonly level: Rating; readonly count: number }
  | { readonly kind: 'award'; readonly titleIds: readonly TitleId[]; readonly count: number };

/** Counts that must all hold within the chain. */
export interface WindowChoice {
  readonly all: readonly WindowCount[];
  /** Open only to collectives of a kind that is given no flags. */
  readonly onlyWithoutFlags?: true;
}

/** A test on the awards and ratings of several years, of a person or of a collective. */
export type HistoryTest =
  /** So many good years in a row that end with the year under review. */
  | {
      readonly operator: 'years-in-a-row';
      readonly fact: 'history';
      readonly years: number;
      readonly each: GoodYear;
    }
  /** The same, all after an award when `after` names one, with one of the choices met within those years. */
  | {
      readonly operator: 'years-with';
      readonly fact: 'history';
      readonly after: readonly TitleId[] | null;
      readonly years: number;
      readonly each: GoodYear;
      readonly within: readonly WindowChoice[];
    }
  /** Holds one of the awards; `forMerit` leaves out themed and sudden rewards (NĐ 152/2025, điều 4 khoản 3). */
  | {
      readonly operator: 'holds-award';
      readonly fact: 'awards';
      readonly titleIds: readonly TitleId[];
      readonly forMerit: boolean;
    }
  | { readonly operator: 'never-awarded'; readonly fact: 'awards'; readonly titleIds: readonly TitleId[] };

/** A test on the working life of a person: initiatives of several years, service, transfers. */
export type CareerTest =
  | {
      readonly operator: 'initiatives-counted';
      readonly fact: 'initiatives';
      readonly scope: InitiativeScope;
      readonly count: number;
      readonly years: number;
      /** Counted over the whole row of such years when it is longer. */
      readonly during: GoodYear | null;
    }
  | {
      readonly operator: 'research-counted';
      readonly fact: 'research';
      readonly count: number;
      readonly years: number;
      readonly during: GoodYear | null;
    }
  | {
      readonly operator: 'initiative-effect';
      readonly fact: 'initiatives';
      readonly scope: InitiativeScope;
      readonly years: number;
    }
  | {
      readonly operator: 'research-scope';
      readonly fact: 'research';
      readonly scope: InitiativeScope;
      readonly years: number;
    }
  | {
      readonly operator: 'served';
      readonly fact: 'service';
      readonly where: 'sector' | 'teaching' | 'hard-area';
      readonly years: number;
      /** How often a month in an especially difficult area counts. */
      readonly hardAreaFactor: 1 | 2;
      /** Time under discipline does not count. */
      readonly lessDiscipline: boolean;
    }
  | { readonly operator: 'is-manager'; readonly fact: 'manager' }
  | { readonly operator: 'no-running-discipline'; readonly fact: 'disciplines' }
  | { readonly operator: 'transfer-comment'; readonly fact: 'transfer'; readonly months: ValueId | null }
  | { readonly operator: 'secondment-comment'; readonly fact: 'secondment' }
  | { readonly operator: 'is-registered'; readonly fact: 'registered' };

/** One step of a way to an award: a test with its own sentence, which a person may settle when the facts leave it open. */
export interface RouteStep<Test> {
  readonly id: string;
  readonly sentence: string;
  readonly test: Test;
}

/** One way to an award: all of its steps. */
export interface Route<Test> {
  readonly id: string;
  readonly sentence: string;
  readonly citation: Citation;
  readonly steps: readonly RouteStep<Test>[];
}

/** One way of several is enough. Found only at the top of a rule. */
export interface RoutesTest<Test> {
  readonly operator: 'one-of-routes';
  readonly routes: readonly Route<Test>[];
}

/** A test on the facts of a person. */
export type PersonTest =
  | HistoryTest
  | CareerTest
  | { readonly operator: 'rating-at-least'; readonly fact: 'rating'; readonly level: Rating }
  | { readonly operator: 'recruited-for'; readonly fact: 'joinedOn'; readonly months: ValueId }
  /** Never fails: says that time away of these kinds takes nothing away. */
  | {
      readonly operator: 'absence-counts';
      readonly fact: 'absences';
      readonly kinds: readonly AbsenceKind[];
      readonly status: PersonStatus | null;
      readonly effect: string;
    }
  | {
      readonly operator: 'worked-or-rated';
      readonly fact: 'absences';
      readonly months: ValueId;
      readonly countsAsWork: readonly AbsenceKind[];
    }
  | {
      readonly operator: 'absence-outside';
      readonly fact: 'absences';
      readonly fromMonths: number;
      readonly belowMonths: number;
      readonly countsAsWork: readonly AbsenceKind[];
    }
  | { readonly operator: 'no-open-matter'; readonly fact: 'pendingMatters' }
  | { readonly operator: 'no-unfinished-discipline'; readonly fact: 'disciplines' }
  | {
      readonly operator: 'no-discipline-in-period';
      readonly fact: 'disciplines';
      /** Any discipline bars, or only one whose violation is linked to duties. */
      readonly barring: 'any' | 'linked-to-duty';
    }
  | {
      readonly operator: 'initiative-recognised';
      readonly fact: 'initiatives';
      readonly scope: InitiativeScope;
    }
  | { readonly operator: 'research-accepted'; readonly fact: 'research' }
  | { readonly operator: 'judged'; readonly fact: 'judgements' }
  | { readonly operator: 'any-of'; readonly tests: readonly PersonTest[] }
  | { readonly operator: 'all-of'; readonly tests: readonly PersonTest[] };

/** Titles of members on which a tổ's title depends. */
export type MemberTitleId = 'LDTT' | 'CSTDCS';

/** A test on the facts of a tổ. */
export type GroupTest =
  | HistoryTest
  | { readonly operator: 'no-open-matter'; readonly fact: 'pendingMatters' }
  | { readonly operator: 'first-in-cluster'; readonly fact: 'clusterRank' }
  | { readonly operator: 'as-old-as'; readonly fact: 'establishedOn'; readonly years: number }
  | { readonly operator: 'group-rating-at-least'; readonly fact: 'rating'; readonly level: Rating }
  | {
      readonly operator: 'member-share';
      readonly fact: 'members';
      readonly titleId: MemberTitleId;
      readonly percent: ValueId;
    }
  | {
      readonly operator: 'some-member-has';
      readonly fact: 'members';
      readonly titleId: MemberTitleId;
      readonly count: number;
    }
  | { readonly operator: 'members-rated-at-least'; readonly fact: 'members'; readonly level: Rating }
  | {
      readonly operator: 'no-member-disciplined';
      readonly fact: 'members';
      readonly forms: readonly DisciplineForm[];
    }
  | { readonly operator: 'judged'; readonly fact: 'judgements' };

interface RuleBase {
  readonly id: string;
  /** What is asked, in words for people. */
  readonly sentence: string;
  readonly citation: Citation;
  readonly confidence: Confidence;
  /** How the rule is known, and what must still be compared. */
  readonly source: string;
  /** Set when the rule holds only for years rated by one decree. */
  readonly regime: RatingRegimeId | null;
  /** Set when the same condition is worded differently for one title. */
  readonly forTitle: TitleId | null;
  /** A person's recorded answer may settle it when the facts leave it open. */
  readonly judgeable: boolean;
  /** First and last day of the meeting on which it holds; null as long as the rule set. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export interface PersonRule extends RuleBase {
  readonly about: 'PERSON';
  readonly test: PersonTest | RoutesTest<PersonTest>;
}

export interface GroupRule extends RuleBase {
  readonly about: 'GROUP';
  readonly test: GroupTest | RoutesTest<GroupTest>;
}

export type Rule = PersonRule | GroupRule;

/** The conditions of one title: those of other titles it includes, then its own, in the order in which they are shown. */
export interface TitleRules {
  readonly meets: readonly TitleId[];
  readonly rules: readonly string[];
  /** Wordings that are known but not in force; switched on only by the school. */
  readonly variants: readonly TitleVariant[];
}

export interface TitleVariant {
  readonly id: string;
  readonly name: string;
  readonly meets: readonly TitleId[];
  readonly rules: readonly string[];
  readonly confidence: Confidence;
  readonly source: string;
}

export const voteKinds = ['SECRET_BALLOT', 'SHOW_OF_HANDS'] as const;
export type VoteKind = (typeof voteKinds)[number];

/** What a share is counted of: all members, those present, or the valid ballots. */
export const voteBases = ['TOTAL', 'PRESENT', 'VALID'] as const;
export type VoteBase = (typeof voteBases)[number];

/** How a title is voted. Percent is whole; `strict` asks for more than it, not for as much. */
export interface VoteRule {
  readonly kind: VoteKind;
  readonly percent: number;
  readonly strict: boolean;
  readonly base: VoteBase;
}

/** When a meeting may decide: a share of all members, and a higher percent for meetings on awards where the school asks for one. */
export interface QuorumRule {
  readonly numerator: number;
  readonly denominator: number;
  readonly awardPercent: number | null;
}

/** How the council of a higher level votes on what the school proposes. */
export interface HigherVote {
  readonly council: string;
  readonly vote: VoteRule;
}

/** Choices that only a school's own regulation makes; off unless it says so. */
export const switchIds = [
  'registrationRequired',
  'localCstdcsCap',
  'htxsBaseInclusive',
  'moneyRoundedUp',
] as const;
export type SwitchId = (typeof switchIds)[number];

/** The rules in force over a span of days. */
export interface RuleSet {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly effectiveFrom: IsoDate;
  readonly effectiveTo: IsoDate | null;
  readonly note: string;
  readonly regimes: readonly RatingRegime[];
  readonly values: Readonly<Record<ValueId, Sourced<number>>>;
  readonly rules: readonly Rule[];
  readonly titles: Readonly<Record<TitleId, TitleRules>>;
  readonly votes: Readonly<Record<TitleId, Sourced<VoteRule>>>;
  readonly defaultVote: Sourced<VoteRule>;
  /** What the councils above ask of the titles they decide: told, never counted here. */
  readonly higherVotes: Readonly<Record<TitleId, Sourced<HigherVote>>>;
  readonly switches: Readonly<Record<SwitchId, Sourced<boolean>>>;
  readonly quorum: Sourced<QuorumRule>;
}
