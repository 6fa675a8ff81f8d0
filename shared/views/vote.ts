/** The council, its meeting, its votes and its counts. */
import type { IsoDate } from '../dates.ts';
import type { Identity } from '../domain/ballot.ts';
import type { Body } from '../domain/body.ts';
import type { CountDifference, CountNumber } from '../domain/second-count.ts';
import type { BallotForm } from '../rules/model.ts';
import type { Approval, CouncilRole, Eligibility, Id, Mark, Outcome, TitleId } from '../terms.ts';

/** A body that votes, whether it was founded or not. */
export interface BodyRow {
  readonly body: Body;
  readonly name: string;
  /** Why it can't be set up now; null when it can, or was. */
  readonly unusedBecause: string | null;
  readonly members: number;
  readonly meetingOn: IsoDate | null;
  readonly state: Meeting['state'] | null;
  /** Cases or initiatives before it, and how many of them it has voted on. */
  readonly cases: number;
  readonly voted: number;
}

/** Somebody who sits in a body by post or by tổ. */
export interface SuggestedMember {
  readonly personId: Id;
  readonly fullName: string;
  readonly position: string;
  readonly role: CouncilRole;
  /** Post or tổ that brings the seat: "Tổ trưởng", "Tổ Toán - Lý". */
  readonly seat: string;
}

export interface Council {
  readonly id: Id;
  readonly decisionNumber: string;
  readonly decisionDate: IsoDate | null;
  /** On the day of the meeting: the base of every vote, and of the quorum. */
  readonly members: readonly CouncilMember[];
  /** By whom it was founded, the chair first. */
  readonly founders: readonly { readonly personId: Id; readonly role: CouncilRole }[];
  /** Who joined, left or took another role during the year, in the order of the days. */
  readonly changes: readonly {
    readonly id: Id;
    readonly memberId: Id;
    readonly personId: Id;
    readonly fullName: string;
    readonly on: IsoDate;
    readonly kind: 'joined' | 'left' | 'role';
    /** Role from that day on; null for one who left. */
    readonly role: CouncilRole | null;
    readonly decisionNumber: string;
    readonly decisionDate: IsoDate | null;
    readonly reason: string;
  }[];
  readonly warnings: readonly string[];
}

export interface CouncilMember {
  readonly id: Id;
  readonly personId: Id;
  readonly fullName: string;
  readonly position: string;
  readonly groupName: string;
  readonly role: CouncilRole;
  /** Null until presence was taken. */
  readonly present: boolean | null;
  readonly absenceReason: string;
  /** Time of day; null for one who was there from the beginning. */
  readonly arrivedAt: string | null;
  /** Time of day; null for one who stayed to the end. Whoever left is not in the room. */
  readonly leftAt: string | null;
}

export interface Quorum {
  readonly total: number;
  /** Members in the room now. */
  readonly present: number;
  readonly needed: number;
  readonly met: boolean;
  /** The rule in words with its source. */
  readonly rule: string;
  readonly overriddenBecause: string | null;
}

export interface Meeting {
  readonly date: IsoDate;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly discussion: string;
  readonly otherOpinions: string;
  /** Titles under which the two sign the minutes; empty for the usual. */
  readonly chairTitle: string;
  readonly secretaryTitle: string;
  readonly remarks: string;
  readonly state: 'preparing' | 'open' | 'closed';
  /** Why it was concluded with cases that nobody dealt with; null while it is not, or without such cases. */
  readonly undealtBecause: string | null;
}

/** What the meeting says of one case. */
export interface MeetingCase {
  readonly caseId: Id;
  readonly discussion: string;
  readonly dissent: string;
  /** How this body voted on it; null while it has not. */
  readonly vote: { readonly agree: number; readonly base: number; readonly needed: number } | null;
  /** What the council decided by word, whatever a count says. */
  readonly decision: {
    readonly outcome: 'rejected' | 'postponed' | 'lowered';
    readonly reason: string;
    readonly loweredTo: TitleId | null;
    readonly loweredToName: string | null;
  } | null;
  /** Members who are tied to the case, and those who step aside from its vote. */
  readonly concerned: readonly {
    readonly memberId: Id;
    readonly fullName: string;
    readonly kind: 'own' | 'relative' | 'same-group' | null;
    readonly relation: string;
    readonly recused: boolean;
    readonly reason: string;
  }[];
}

/** What concluding the meeting makes of a case, or has made of it. */
export interface CaseConclusion {
  readonly caseId: Id;
  readonly outcome: Outcome;
  readonly reason: string;
  /** Put off though nobody decided so: not appraised, not settled, not voted on. */
  readonly undealt: boolean;
}

/** An initiative before the initiative council, with all its authors. */
export interface MeetingInitiative {
  readonly initiativeId: Id;
  readonly name: string;
  readonly authors: readonly {
    readonly personId: Id;
    readonly fullName: string;
    readonly groupName: string;
    /** Percent; null when nobody said. */
    readonly share: number | null;
  }[];
  readonly agree: number | null;
  readonly disagree: number | null;
  readonly abstain: number | null;
  /** How many of these came in writing; null while it was not voted on. */
  readonly written: number | null;
  readonly base: number;
  readonly mayVote: number;
  readonly mayWrite: number;
  readonly needed: number;
  readonly passed: boolean | null;
}

/** The decision that recognises initiatives. */
export interface Recognition {
  readonly number: string;
  readonly date: IsoDate;
}

export interface MeetingView {
  readonly body: Body;
  /** "Hội đồng Thi đua - Khen thưởng", "Tổ Toán - Lý". */
  readonly name: string;
  readonly council: Council | null;
  readonly meeting: Meeting | null;
  readonly quorum: Quorum | null;
  /** Cases that are voted by show of hands. */
  readonly hands: readonly {
    readonly caseId: Id;
    readonly name: string;
    /** As in the row of the case. */
    readonly apart: string;
    readonly groupName: string;
    readonly titleId: TitleId;
    readonly titleShort: string;
    readonly eligibility: Eligibility | null;
    /** Why it can't be voted on now, as it stands after "đang"; null when it can. */
    readonly heldBecause: string | null;
    readonly agree: number | null;
    readonly disagree: number | null;
    readonly abstain: number | null;
    /** How many of these came in writing from absent members; null while it was not voted on. */
    readonly written: number | null;
    /** What the share is counted of: as it was voted, or as it would be now. */
    readonly base: number;
    /** Who may raise a hand on this case, being in the room, and who may write, being absent; nobody who steps aside. */
    readonly mayVote: number;
    readonly mayWrite: number;
    readonly needed: number;
    readonly passed: boolean | null;
  }[];
  readonly handsRule: string;
  /** What the initiative council votes on; empty for every other body. */
  readonly initiatives: readonly MeetingInitiative[];
  /** Initiatives of the year that are decided already and not before it. */
  readonly decidedInitiatives: number;
  readonly recognition: Recognition | null;
  /** Titles with cases, in the order in which they are dealt with. */
  readonly agenda: readonly {
    readonly titleId: TitleId;
    readonly titleName: string;
    readonly cases: number;
    readonly byHands: boolean;
    /** Whether the body deals with the title: the conference of the staff only with those put on its agenda. */
    readonly chosen: boolean;
  }[];
  readonly cases: readonly MeetingCase[];
  /** Every case of the agenda, the withdrawn ones too; empty for the initiative council. */
  readonly conclusions: readonly CaseConclusion[];
  readonly relatives: readonly {
    readonly memberId: Id;
    readonly personId: Id;
    readonly fullName: string;
    readonly relation: string;
  }[];
  /** Whether who steps aside is taken off the number a show of hands is counted of. */
  readonly recusalReducesBase: boolean;
  /** The minutes as they were concluded before the meeting was opened again. */
  readonly versions: readonly { readonly id: Id; readonly at: string; readonly reason: string }[];
  readonly tellers: readonly Id[];
  /** What the meeting agreed to as a whole, with how many of those in the room; null while nothing was recorded. */
  readonly approvals: Readonly<Record<Approval, { readonly agree: number; readonly inRoom: number } | null>>;
}

export type { Identity } from '../domain/ballot.ts';

export interface RoundRow {
  readonly id: Id;
  readonly titleId: TitleId;
  readonly titleName: string;
  readonly number: number;
  readonly state: 'preparing' | 'counting' | 'sealed' | 'reopened';
  readonly slate: number;
  /** How its papers are marked. */
  readonly form: BallotForm;
}

export interface RoundView extends RoundRow {
  readonly mode: 'ballots' | 'totals';
  readonly printed: number | null;
  readonly issued: number | null;
  /** Given back before the vote and replaced; never handed out; destroyed. Null where it was not recorded. */
  readonly spoiled: number | null;
  readonly leftOver: number | null;
  readonly destroyed: number | null;
  readonly returned: number | null;
  readonly valid: number;
  readonly invalid: number;
  /** Members present: when it was sealed, or now. */
  readonly present: number;
  /** Members of the council. */
  readonly total: number;
  /** What a share is counted of, and votes needed; null until a base that hangs on the count is counted. */
  readonly base: number | null;
  readonly needed: number | null;
  /** In words: "ít nhất 8/9 thành viên Hội đồng", or the share while the base is not counted. */
  readonly demand: string;
  /** The rule in words with its source: "từ 80 % tổng số thành viên Hội đồng, …". */
  readonly rule: string;
  readonly candidates: readonly {
    readonly caseId: Id;
    readonly name: string;
    readonly position: string;
    readonly groupName: string;
    readonly titleName: string;
    /** Figures of the sealed round only: nothing per name is shown while ballots are being entered. */
    readonly result: {
      readonly agreeInRoom: number;
      readonly agreeWritten: number;
      readonly agree: number;
      readonly disagree: number;
      readonly blank: number;
      readonly percent: string;
      readonly passed: boolean;
      readonly missing: number;
    } | null;
  }[];
  /** Typed totals of a round in totals mode; null when not typed yet. */
  readonly totals: readonly {
    readonly caseId: Id;
    readonly agree: number | null;
    readonly disagree: number | null;
    readonly blank: number | null;
  }[];
  /** How often the papers are counted, and what may be told of each count to anybody. */
  readonly counts: readonly {
    readonly number: CountNumber;
    readonly teller: string | null;
    readonly own: boolean;
    readonly complete: boolean;
    readonly confirmed: boolean;
  }[];
  /** The count of the one who asks; null for whoever has none of two. What follows is of this count alone. */
  readonly ownCount: CountNumber | null;
  readonly stored: number;
  /** Papers set aside that the panel has not decided yet. */
  readonly aside: number;
  /** What the panel decided about papers that were not clear; nothing joins a reason to a stored paper. */
  readonly decisions: readonly {
    readonly id: Id;
    readonly outcome: 'valid' | 'invalid';
    readonly reason: string;
  }[];
  /** Where two counts differ, once both are complete; null before, and for a single count. */
  readonly difference: CountDifference | null;
  /** The open lot as it was last typed, in no order; given back after a crash. */
  readonly draft: readonly BallotInput[];
  readonly opinions: readonly {
    readonly memberId: Id;
    readonly fullName: string;
    readonly received: boolean;
  }[];
  readonly identities: readonly Identity[];
  readonly tellers: readonly {
    readonly memberId: Id;
    readonly fullName: string;
    readonly head: boolean;
    readonly onSlate: boolean;
  }[];
  /** Where the school's own cap falls among those who passed a sealed round; null without a cap, or when all fit. */
  readonly cut: {
    readonly most: number;
    readonly within: number;
    readonly places: number;
    readonly tied: readonly string[];
    readonly beyond: readonly string[];
    /** Who settles a tie at the line: the chair, or a further ballot. */
    readonly tieBy: 'chair' | 'round';
    readonly source: string;
  } | null;
  /** How the counting minutes are worded. */
  readonly wording: {
    /** Hours of the count, "15:40"; null where nobody wrote them down. */
    readonly countedFrom: string | null;
    readonly countedTo: string | null;
    readonly remarks: string;
    readonly head: string;
    readonly member: string;
    readonly secretary: string;
  };
  readonly sealedAt: string | null;
  readonly reopenings: readonly {
    readonly at: string;
    readonly reason: string;
    /** The figures as they were sealed before. */
    readonly figures: readonly { readonly name: string; readonly agree: number; readonly base: number }[];
  }[];
}

/** A ballot that can be opened now. */
export interface NextRound {
  readonly titleId: TitleId;
  readonly titleName: string;
  readonly number: number;
  /** How often the title may be voted. */
  readonly maximum: number;
  readonly candidates: readonly {
    readonly caseId: Id;
    readonly name: string;
    /** Votes in the ballot before; null in the first. */
    readonly agree: number | null;
    /** Passed before, but equal to others where the school's cap falls. */
    readonly tied: boolean;
  }[];
  /** Who can't stand on it yet, and why: the school's regulation asks for another body's agreement first. */
  readonly held: readonly { readonly name: string; readonly because: string }[];
}

export interface BallotInput {
  /** Why the paper is not valid; null for a valid one. */
  readonly invalidReason: string | null;
  /** In the order of the slate; empty for an invalid paper. */
  readonly marks: readonly Mark[];
}
