/** What the room sees on the wall, and whether all is ready for it. */
import type { IsoDate } from '../dates.ts';
import type { ReadinessLine } from '../domain/readiness.ts';
import type { Body } from '../domain/body.ts';
import type { Merit } from '../domain/merits.ts';
import type { Eligibility, Id } from '../terms.ts';
import type { FileKind } from './app.ts';

/** What the operator puts on the wall. */
export type ProjectionRequest = {
  /** Whose meeting it is; the school's council when it is left out. */
  readonly body?: Body | undefined;
} & (
  | { readonly kind: 'waiting' }
  | { readonly kind: 'agenda' }
  | { readonly kind: 'case'; readonly caseId: Id }
  | { readonly kind: 'voting'; readonly roundId: Id }
  | { readonly kind: 'result'; readonly roundId: Id }
);

/**
 * What the wall shows: no birth date, code, discipline, absence or health in words, no number of a count that is not
 * sealed. A test pins every field.
 */
export interface Projection {
  readonly fileKind: FileKind;
  readonly school: string;
  readonly schoolYear: string;
  /** The body that meets: "Hội đồng Thi đua - Khen thưởng", "Tổ Toán - Lý". */
  readonly body: string;
  readonly meeting: {
    readonly date: IsoDate;
    readonly from: string;
    readonly place: string;
    readonly state: 'preparing' | 'open' | 'closed';
    readonly present: number;
    readonly total: number;
  } | null;
  readonly shown: ProjectedView;
}

export type ProjectedView =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'agenda';
      readonly titles: readonly {
        readonly titleName: string;
        readonly cases: number;
        readonly vote: 'ballot' | 'hands';
      }[];
    }
  | {
      readonly kind: 'case';
      readonly name: string;
      readonly position: string;
      readonly groupName: string;
      readonly titleName: string;
      readonly eligibility: Eligibility | null;
      /** The council said otherwise than the rules. */
      readonly overruled: boolean;
      /** What the council weighs, newest first. */
      readonly merits: readonly Merit[];
      /** What stands in the way; of what is a person's own affair only how many. */
      readonly open: readonly {
        readonly state: 'failed' | 'to-be-judged' | 'postponed';
        readonly sentence: string;
        readonly citation: string;
        readonly fact: string;
      }[];
      readonly openUnnamed: number;
      readonly passed: number;
    }
  | {
      readonly kind: 'voting';
      readonly titleName: string;
      readonly number: number;
      readonly names: readonly { readonly name: string; readonly groupName: string }[];
      /** Null until they are declared. */
      readonly issued: number | null;
      readonly returned: number | null;
    }
  | {
      readonly kind: 'result';
      readonly titleName: string;
      readonly number: number;
      /** Null while a base that hangs on the count is not counted. */
      readonly base: number | null;
      readonly demand: string;
      /** Null until the round is sealed. */
      readonly rows:
        | readonly {
            readonly name: string;
            readonly groupName: string;
            readonly agree: number;
            readonly percent: string;
            readonly passed: boolean;
          }[]
        | null;
    };

/** The check before the meeting. */
export interface Readiness {
  readonly lines: readonly ReadinessLine[];
}
