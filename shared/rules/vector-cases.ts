/** What a test vector of the rules is made of: a small situation, and what must come of it. */
import type {
  AbsenceFact,
  AwardFact,
  DisciplineFact,
  GroupFacts,
  GroupMemberFact,
  InitiativeFact,
  Judgements,
  PastRatingFact,
  PendingMatterFact,
  RatingFact,
} from '../domain/facts.ts';
import type { Duration } from '../domain/time-away.ts';
import type { Eligibility, Rating, TitleId } from '../terms.ts';

/** What is different from a person of long standing, rated HTT and confirmed by the tổ. */
export interface PersonChange {
  readonly rating?: RatingFact;
  readonly joinedOn?: string;
  readonly contractBefore?: Duration;
  readonly absences?: readonly AbsenceFact[];
  readonly disciplines?: readonly DisciplineFact[];
  readonly pendingMatters?: readonly PendingMatterFact[];
  readonly initiatives?: readonly InitiativeFact[];
  readonly awards?: readonly AwardFact[];
  readonly pastRatings?: readonly PastRatingFact[];
  readonly judgements?: Judgements;
}

/** What is different from a united tổ with no open matter, of which nothing else is recorded. */
export type GroupChange = Partial<
  Pick<GroupFacts, 'awards' | 'awardsThisYear' | 'pastRatings' | 'pendingMatters' | 'leftOut'>
>;

/** What must come of a case; what is left out is not compared. */
export interface ExpectedVerdict {
  readonly eligibility?: Eligibility;
  readonly postponed?: boolean;
  /** Ids of the rules that fail. */
  readonly failed?: readonly string[];
  readonly warnings?: readonly string[];
  /** A way to the award that must be open, or closed. */
  readonly route?: { readonly id: string; readonly state: 'passed' | 'failed' };
}

interface PersonCase {
  readonly kind: 'person';
  readonly schoolYear: string;
  readonly titleId: TitleId;
  readonly facts: PersonChange;
  /** Another known wording of the title, switched on. */
  readonly variantId?: string;
  readonly expected: ExpectedVerdict;
}

interface GroupCase {
  readonly kind: 'group';
  readonly schoolYear: string;
  readonly titleId: TitleId;
  readonly rating: Rating;
  readonly members: readonly GroupMemberFact[];
  readonly facts?: GroupChange;
  readonly expected: ExpectedVerdict;
}

interface PupilCase {
  readonly kind: 'pupil';
  readonly schoolYear: string;
  readonly titleId: TitleId;
  readonly judgements: Judgements;
  readonly expected: ExpectedVerdict;
}

export interface VoteCase {
  readonly kind: 'vote';
  readonly titleId: TitleId;
  /** Members of the council. */
  readonly base: number;
  readonly agree: number;
  readonly expected: { readonly needed: number; readonly passed: boolean };
}

interface CeilingCase {
  readonly kind: 'ceiling';
  readonly rated: Readonly<Record<Rating, number>>;
  readonly inclusive: boolean;
  readonly expected: { readonly most: number };
}

interface MoneyCase {
  readonly kind: 'money';
  readonly titleId: TitleId;
  readonly decisionDate: string;
  /** Whole đồng. */
  readonly expected: { readonly amount: number; readonly exact: number };
}

export type VectorCase = PersonCase | GroupCase | PupilCase | VoteCase | CeilingCase | MoneyCase;

/** One vector: its number, the situation in words, and what is asked of it. */
export interface Vector {
  readonly number: number;
  readonly situation: string;
  readonly cases: readonly VectorCase[];
}

/** A year that is rated by NĐ 90/2020. */
export const nd90 = '2025-2026';

/** A reprimand of that year, to which nobody said whether duties were involved. */
export const reprimand: DisciplineFact = {
  form: 'REPRIMAND',
  from: '2025-11-03',
  to: null,
  linkedToDuty: null,
};

/** An award for merit. */
export function award(titleId: TitleId, schoolYear: string, change: Partial<AwardFact> = {}): AwardFact {
  return {
    titleId,
    schoolYear,
    decisionNumber: '1/QĐ',
    decisionDate: null,
    rewardType: 'MERIT',
    themed: false,
    ...change,
  };
}

/** One person checked for a title. */
export function person(
  titleId: TitleId,
  facts: PersonChange,
  expected: ExpectedVerdict,
  schoolYear: string = nd90,
): PersonCase {
  return { kind: 'person', schoolYear, titleId, facts, expected };
}

/** Members of a tổ rated HTT, the first ones with titles. */
export function members(count: number, ldtt: number, cstdcs = 0): readonly GroupMemberFact[] {
  return Array.from({ length: count }, (_, index) => ({
    personId: `p${index + 1}`,
    rating: 'HTT',
    disciplines: [],
    titles: { LDTT: index < ldtt ? 'decided' : 'rejected', CSTDCS: index < cstdcs ? 'decided' : 'rejected' },
  }));
}

/** One tổ, rated so, checked for a title. */
export function group(
  titleId: TitleId,
  rating: Rating,
  all: readonly GroupMemberFact[],
  expected: ExpectedVerdict,
): GroupCase {
  return { kind: 'group', schoolYear: nd90, titleId, rating, members: all, expected };
}
