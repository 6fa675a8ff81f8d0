/** The school, its season and the standards announced. */
import type { IsoDate } from '../dates.ts';
import type { Confidence, Id, TitleId } from '../terms.ts';

export interface Signer {
  readonly name: string;
  /** Post in the unit, "Hiệu trưởng". */
  readonly post: string;
}

export interface School {
  readonly name: string;
  readonly superior: string;
  readonly place: string;
  /** Symbol in document numbers: "THCSHP". */
  readonly symbol: string;
  /** Symbol of the council's own number series: "HĐTĐKT". */
  readonly councilSymbol: string;
  /** Whom the submission is addressed to: "Ủy ban nhân dân xã An Hải". */
  readonly submittedTo: string;
  /** Who signs for the school, and who keeps the records. */
  readonly principal: Signer;
  readonly clerk: Signer;
}

export interface Season {
  readonly id: Id;
  readonly schoolYear: string;
  readonly movement: {
    readonly name: string;
    readonly planNumber: string;
    readonly planDate: IsoDate | null;
    readonly content: string;
  };
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly registrationDeadline: IsoDate | null;
  readonly registrationLock: { readonly at: string; readonly reason: string } | null;
  readonly meetingOn: IsoDate | null;
  readonly campaigns: readonly Campaign[];
  /** Titles whose standards are announced this season, with their rules in words. */
  readonly standards: readonly Standard[];
  readonly ruleSet: { readonly id: string; readonly name: string };
}

export interface Campaign {
  readonly id: Id;
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly content: string;
}

export interface Standard {
  readonly titleId: TitleId;
  readonly name: string;
  readonly announced: boolean;
  readonly conditions: readonly RuleText[];
  readonly vote: string;
}

export interface RuleText {
  readonly ruleId: string;
  readonly sentence: string;
  readonly citation: string;
  readonly confidence: Confidence;
  /** How the rule is known, what must still be compared, what was changed since. */
  readonly source: string;
}
