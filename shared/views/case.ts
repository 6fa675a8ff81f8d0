/** Cases: registration, evaluation and appraisal. */
import type { IsoDate } from '../dates.ts';
import type { OpinionKind } from '../domain/body.ts';
import type { Judgement } from '../domain/facts.ts';
import type { Merit } from '../domain/merits.ts';
import type { Payment } from '../domain/money.ts';
import type { RouteVerdict, StepVerdict } from '../domain/routes.ts';
import type { Warning } from '../domain/warnings.ts';
import type {
  CaseState,
  Confidence,
  DisciplineForm,
  Eligibility,
  Id,
  Outcome,
  Rating,
  Standing,
  TitleId,
} from '../terms.ts';

/** What a body beside the council said of a case: it moves nothing. */
export interface CaseOpinion {
  readonly kind: OpinionKind;
  readonly councilId: Id;
  /** "Tổ Toán - Lý". */
  readonly name: string;
  readonly agree: number;
  readonly base: number;
  readonly needed: number;
  readonly passed: boolean;
}

export interface CaseRow {
  readonly id: Id;
  readonly personId: Id | null;
  readonly groupId: Id | null;
  readonly pupilId: Id | null;
  /** Code of the person or the pupil; empty for a tổ. */
  readonly code: string;
  /** Name of the person, the tổ, the pupil or the class. */
  readonly name: string;
  /** What tells the person or the pupil from others of the same name; empty where the name is enough. */
  readonly apart: string;
  /** The tổ; of a pupil the class. */
  readonly groupName: string;
  readonly position: string;
  readonly titleId: TitleId;
  readonly titleName: string;
  readonly titleShort: string;
  readonly registeredOn: IsoDate | null;
  /** Registered after the deadline: a remark, not a bar. */
  readonly late: boolean;
  readonly state: CaseState;
  readonly eligibility: Eligibility | null;
  /** What the council decided instead of the rules, with its reason. */
  readonly overruled: { readonly eligibility: Eligibility; readonly reason: string } | null;
  readonly failed: readonly string[];
  readonly summary: string;
  /** Must wait for a matter to be cleared. */
  readonly postponed: boolean;
  /** Waits for decisions on others that are still open. */
  readonly awaitsDecision: boolean;
  readonly agree: number | null;
  readonly base: number | null;
  readonly needed: number | null;
  readonly outcome: Outcome | null;
  readonly outcomeReason: string;
  /** For what a reward is asked, in words; empty when nobody said. */
  readonly achievement: string;
  /** What the meeting of the tổ and the conference of the staff said. */
  readonly opinions: readonly CaseOpinion[];
}

export interface CaseDetail extends CaseRow {
  readonly ruleSetName: string;
  /** Laws amended by a text that nobody has compared, in words. */
  readonly cautions: readonly string[];
  readonly checkedAt: string | null;
  /** A fact changed after the verdict was made. */
  readonly factsChanged: boolean;
  /** What reads otherwise now: a condition, or a remark (`sentence` null); null facts were or are not there. */
  readonly changes: readonly {
    readonly sentence: string | null;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** What was recorded for the case, as the council weighs it. */
  readonly merits: readonly Merit[];
  readonly conditions: readonly {
    readonly ruleId: string;
    readonly state: 'passed' | 'failed' | 'to-be-judged' | 'not-applicable' | 'postponed';
    readonly sentence: string;
    readonly citation: string;
    readonly confidence: Confidence;
    /** What is doubtful about that place, in words; null when it is known well. */
    readonly doubt: string | null;
    readonly fact: string;
    readonly source: string;
    readonly missing: string | null;
    /** How the rule is known, what must still be compared, what was changed since. */
    readonly knowledge: string;
    /** A person's recorded answer settles it when the facts leave it open. */
    readonly judgeable: boolean;
    /** Open only because an authority has not decided yet. */
    readonly awaitsDecision: boolean;
    readonly judgement: {
      readonly answer: 'pass' | 'fail';
      readonly reason: string;
      readonly by: string;
    } | null;
  }[];
  /** The ways to an award that has several; a step left open is settled by a judgement under its id. */
  readonly routes: readonly (Omit<RouteVerdict, 'steps'> & {
    readonly steps: readonly (StepVerdict & { readonly judgement: Judgement | null })[];
  })[];
  /** What people should look at; never changes the verdict. */
  readonly warnings: readonly Warning[];
  /** The money that would go with it if it were decided on the day of the meeting; null of pupils, whose money the school sets. */
  readonly payment: Payment | null;
  readonly history: readonly { readonly at: string; readonly state: CaseState; readonly reason: string }[];
}

type ConditionState = CaseDetail['conditions'][number]['state'];

/** What the rules say of a case now, and what they would say if some facts were others. */
export interface CaseTrial {
  /** School year in words, for which an initiative would count. */
  readonly schoolYear: string;
  /** Facts of the moment that can be supposed to be others; the lists are empty where there is nothing. */
  readonly rating: Rating | null;
  readonly disciplines: readonly {
    readonly form: DisciplineForm;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly judgeable: readonly {
    readonly ruleId: string;
    readonly sentence: string;
    readonly state: ConditionState;
  }[];
  readonly now: TrialVerdict;
  readonly then: TrialVerdict;
  /** The conditions that would read otherwise. */
  readonly changed: readonly {
    readonly ruleId: string;
    readonly sentence: string;
    readonly citation: string;
    readonly before: ConditionState;
    readonly after: ConditionState;
    readonly fact: string;
  }[];
}

interface TrialVerdict {
  readonly eligibility: Eligibility;
  readonly postponed: boolean;
  readonly summary: string;
}

/** How many cases of a title a share of the school's regulation asks to be watched from; it warns only. */
export interface TitleCap {
  readonly titleId: TitleId;
  readonly count: number;
  readonly most: number;
  readonly base: number;
  readonly percent: number;
  /** Where the regulation says so. */
  readonly source: string;
}

/** An award that the facts speak for and for which nobody registered the person or the tổ. */
export interface SuggestionRow {
  readonly personId: Id | null;
  readonly groupId: Id | null;
  readonly code: string;
  readonly name: string;
  readonly groupName: string;
  readonly position: string;
  readonly titleId: TitleId;
  readonly titleName: string;
  readonly titleShort: string;
  /** Every condition met; carried by facts, some left to confirm; or left to people as a whole. */
  readonly strength: 'met' | 'to-confirm' | 'to-judge';
  /** What people still have to confirm, in words. */
  readonly lacking: readonly string[];
  readonly summary: string;
}

export interface UnregisteredPerson {
  readonly personId: Id;
  readonly fullName: string;
  readonly groupName: string;
  readonly standing: Standing;
}

export interface Criterion {
  readonly id: Id;
  readonly name: string;
  /** Hundredths of a point. */
  readonly maximum: number;
}

export interface EvaluationSheet {
  readonly criteria: readonly Criterion[];
  readonly rows: readonly {
    readonly personId: Id;
    readonly code: string | null;
    readonly fullName: string;
    readonly groupName: string;
    /** In hundredths, in the order of the criteria; null is blank, which is not zero. */
    readonly self: readonly (number | null)[];
    readonly group: readonly (number | null)[];
    readonly selfTotal: number | null;
    readonly groupTotal: number | null;
    readonly rating: Rating | null;
    readonly ratingState: 'proposed' | 'decided' | null;
    /** The tổ confirmed these scores, which stands for its confirmation of the conditions that only people can judge. */
    readonly confirmed: boolean;
  }[];
}
