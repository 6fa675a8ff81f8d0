/** The operators of rules: what a test may ask of the facts of a person or of a collective. */
import type { AbsenceKind, DisciplineForm, InitiativeScope, Rating, TitleId } from '../terms.ts';
import type { Citation } from './model.ts';
import type { ValueId } from './setting-rows.ts';

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
  | 'isSchool'
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
      /** False where the years need not last until the year under review. */
      readonly toDate?: false;
    }
  /** Given twice with nothing broken between: the award, or one of `between`, in every year from one to the other. */
  | {
      readonly operator: 'twice-in-a-row';
      readonly fact: 'history';
      readonly titleIds: readonly TitleId[];
      readonly between: readonly TitleId[];
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
  /** Never settled by facts: a discipline of the year in which the person came may be for what was done before. */
  | { readonly operator: 'discipline-after-transfer'; readonly fact: 'transfer' }
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
      readonly effect: string;
    }
  | {
      readonly operator: 'worked-for';
      readonly fact: 'absences';
      readonly months: ValueId;
      readonly countsAsWork: readonly AbsenceKind[];
    }
  | {
      readonly operator: 'absence-below';
      readonly fact: 'absences';
      /** So many months away, or more, bar. */
      readonly fromMonths: number;
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
  | { readonly operator: 'is-whole-school'; readonly fact: 'isSchool' }
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
