/** What the minutes of every meeting are written from. */
import type { IsoDate } from '../dates.ts';
import type { CouncilRole, Outcome, Sex } from '../terms.ts';
import type { ChairSigner, NamedPerson, PaperBasics } from './parts.ts';
import type { ThresholdFacts } from './threshold.ts';

export interface MeetingMember {
  readonly name: string;
  readonly post: string;
  readonly sex: Sex | null;
  readonly role: CouncilRole;
  /** Null where presence was not taken. */
  readonly present: boolean | null;
  /** Why absent; null when present or not said. */
  readonly absenceReason: string | null;
  /** Times of day; null from the beginning, and to the end. */
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
  /** Whether an absent member sent a written opinion. */
  readonly writtenOpinion: boolean;
}

/** How many of those in the room agreed to something as a whole. */
export interface ApprovalCount {
  readonly agree: number;
  readonly inRoom: number;
}

/** What the meeting came to for one case; `about` is "Nguyễn Thị Tám (LĐTT)". */
export interface ConcludedCase {
  readonly about: string;
  readonly outcome: Outcome;
  readonly reason: string;
  /** Put off though nobody decided so. */
  readonly undealt: boolean;
}

/** The parts of the minutes that every body fills. */
export interface MinutesData extends PaperBasics {
  readonly meeting: {
    readonly date: IsoDate;
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly place: string;
  };
  /** All members of the body, in the order of its decision. */
  readonly members: readonly MeetingMember[];
  /** Guests who do not vote, each with post. */
  readonly guests: readonly string[];
  readonly quorum: {
    readonly needed: number;
    /** Members who came, though some may have come late or left early. */
    readonly present: number;
    readonly met: boolean;
    /** Why the meeting was held without it. */
    readonly overriddenBecause: string | null;
    readonly article: string | null;
  };
  /** What was said of single cases; `about` is "Nguyễn Thị Tám (LĐTT)". */
  readonly caseNotes: readonly {
    readonly about: string;
    readonly discussion: string;
    readonly dissent: string;
  }[];
  /** Who stepped aside from a vote; `reduced` when that made its base smaller. */
  readonly recusals: readonly {
    readonly member: NamedPerson;
    readonly about: string;
    readonly reason: string;
    readonly reduced: boolean;
  }[];
  /** When a concluded meeting was opened again, and why. */
  readonly reopenings: readonly { readonly on: IsoDate; readonly reason: string }[];
  /** Conditions and ways of voting that were reminded of, a sentence each. */
  readonly principles: readonly string[];
  readonly discussion: readonly string[];
  readonly otherOpinions: readonly string[];
  /** How many of those in the room approved the minutes; null where nobody recorded it. */
  readonly approval: ApprovalCount | null;
  /** Why the meeting was concluded with cases that nobody dealt with; null without such cases. */
  readonly undealtBecause: string | null;
  readonly copies: number;
  readonly chair: ChairSigner;
  readonly secretary: string | null;
  /** Titles under which the two sign; null for the usual. */
  readonly chairTitle: string | null;
  readonly secretaryTitle: string | null;
  readonly remarks: readonly string[];
}

/** The vote on one title. */
export interface TitleVote {
  readonly titleName: string;
  readonly method: 'hands' | 'ballot';
  readonly threshold: ThresholdFacts;
  readonly titleId: string;
  /** Which ballot on the title it was, from 1; null for hands, and where there was no other. */
  readonly roundNumber: number | null;
  readonly rows: readonly {
    readonly name: string;
    readonly agree: number;
    /** How many of these came in writing, to a show of hands. */
    readonly written: number;
    readonly base: number;
    readonly passed: boolean;
    /** What the council decided by word instead; null where the count stands. */
    readonly conclusion: string | null;
  }[];
}
