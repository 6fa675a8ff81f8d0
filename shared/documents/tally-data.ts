/** What the minutes of a count are written from. */
import type { IsoDate } from '../dates.ts';
import type { BallotForm } from '../rules/model.ts';
import type { PaperBasics } from './parts.ts';
import type { ThresholdFacts } from './threshold.ts';

export interface TallyRow {
  readonly name: string;
  readonly agreeInRoom: number;
  readonly agreeWritten: number;
  readonly disagree: number;
  /** Rows of valid ballots left blank or marked twice. */
  readonly blankOrInvalid: number;
  readonly passed: boolean;
}

export interface TallyMinutesData extends PaperBasics {
  readonly titleId: string;
  readonly titleName: string;
  /** Which ballot of this title it is, from 1. */
  readonly roundNumber: number;
  readonly countedOn: IsoDate;
  readonly place: string;
  readonly board: { readonly head: string | null; readonly members: readonly string[] };
  readonly secretary: string | null;
  readonly council: { readonly total: number; readonly present: number; readonly absent: number };
  /** Written opinions of absent members that came before the count. */
  readonly writtenOpinions: number;
  /** How the papers were marked, and how often they were counted. */
  readonly form: BallotForm;
  readonly ballots: {
    readonly printed: number;
    readonly issued: number;
    /** Given back before the vote and replaced; never handed out; destroyed. Null where it was not recorded. */
    readonly spoiled: number | null;
    readonly leftOver: number | null;
    readonly destroyed: number | null;
    readonly returned: number;
    readonly valid: number;
    readonly invalid: number;
  };
  readonly invalidReasons: readonly { readonly reason: string; readonly count: number }[];
  /** Papers that were not clear and that the whole panel decided. */
  readonly decisions: readonly { readonly outcome: 'valid' | 'invalid'; readonly reason: string }[];
  /** Who counted on their own, in a round that was counted twice; empty for a single count. */
  readonly counters: readonly {
    readonly number: number;
    readonly teller: string | null;
    readonly confirmed: boolean;
  }[];
  readonly threshold: ThresholdFacts;
  readonly rows: readonly TallyRow[];
  /** Versions that were sealed and opened again, the oldest first. */
  readonly versions: readonly {
    readonly at: string;
    readonly reason: string;
    readonly figures: readonly { readonly name: string; readonly agree: number; readonly base: number }[];
  }[];
  readonly wording: TallyWording;
  readonly copies: number;
}

/** What the school writes down itself: the hours of the count, who signs under which title, and remarks at the end. */
export interface TallyWording {
  readonly countedFrom: string | null;
  readonly countedTo: string | null;
  readonly remarks: string;
  readonly head: string;
  readonly member: string;
  readonly secretary: string;
}

/** Titles of the signatures when the school says nothing else; hours that nobody wrote down. */
export const usualTallyWording: TallyWording = {
  countedFrom: null,
  countedTo: null,
  remarks: '',
  head: 'TRƯỞNG BAN KIỂM PHIẾU',
  member: 'ỦY VIÊN',
  secretary: 'THƯ KÝ HỘI ĐỒNG',
};
