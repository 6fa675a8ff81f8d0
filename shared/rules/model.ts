/** The shape of the rules as data: what a title, a rule, a vote and a rule set say, and where each comes from. */
import type { IsoDate } from '../dates.ts';
import type { OtherBodyKind } from '../domain/body.ts';
import type { Confidence, TitleId } from '../terms.ts';
import type { SwitchId, ValueId } from './setting-rows.ts';
import type { GroupTest, PersonTest, RoutesTest } from './tests.ts';

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
  /** Last day on which a school that has no regulation of its own by the decree after it may still rate by this one. */
  readonly keptUntil: IsoDate | null;
}

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

/** On paper: agree and disagree columns; names struck out; at most so many names chosen. Or hands raised. */
export const voteKinds = ['SECRET_BALLOT', 'STRIKE_OUT', 'CHOOSE', 'SHOW_OF_HANDS'] as const;
export type VoteKind = (typeof voteKinds)[number];
export type BallotKind = Exclude<VoteKind, 'SHOW_OF_HANDS'>;

/** How a paper is marked: its kind, and how many names may be chosen where names are chosen. */
export interface BallotForm {
  readonly kind: BallotKind;
  readonly chooseAtMost: number | null;
}

/** The paper that a vote is cast on; null for a show of hands. */
export function ballotFormOf({
  kind,
  chooseAtMost = null,
}: Pick<VoteRule, 'kind' | 'chooseAtMost'>): BallotForm | null {
  return kind === 'SHOW_OF_HANDS'
    ? null
    : { kind, chooseAtMost: kind === 'CHOOSE' ? (chooseAtMost ?? 1) : null };
}

/** What a share is counted of: all members, those present, or the valid ballots. */
export const voteBases = ['TOTAL', 'PRESENT', 'VALID'] as const;
export type VoteBase = (typeof voteBases)[number];

/** How a title is voted. Percent is whole; `strict` asks for more than it, not for as much. */
export interface VoteRule {
  readonly kind: VoteKind;
  readonly percent: number;
  readonly strict: boolean;
  readonly base: VoteBase;
  /** Set where the document writes a fraction (2/3), which no whole percent is; percent is then its floor. */
  readonly fraction?: { readonly numerator: number; readonly denominator: number } | null;
  /** How many names a paper may choose; only where names are chosen. */
  readonly chooseAtMost?: number | null;
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

/** How a body beside the school's council votes. */
export interface BodyRules {
  /** Whether the school holds it. */
  readonly used: Sourced<boolean>;
  readonly quorum: Sourced<QuorumRule>;
  readonly vote: Sourced<VoteRule>;
  /** Whether a case without its agreement is not put to the vote of the school's council. */
  readonly required: Sourced<boolean>;
}

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
  readonly bodies: Readonly<Record<OtherBodyKind, BodyRules>>;
  readonly quorum: Sourced<QuorumRule>;
}
