/** What the methods of the contract give back: plain data, ready for a screen, a command line or a test. */
import type { IsoDate } from './dates.ts';
import type {
  CaseState,
  Confidence,
  CouncilRole,
  DisciplineForm,
  Eligibility,
  Id,
  InitiativeScope,
  Mark,
  Outcome,
  PendingMatterKind,
  AbsenceKind,
  PersonStatus,
  Rating,
  Role,
  Sex,
  TitleId,
} from './terms.ts';

export type FileKind = 'real' | 'sample' | 'training';

/** The app as a whole: which file is open and who works with it. */
export interface Status {
  readonly file: {
    readonly path: string;
    readonly name: string;
    readonly kind: FileKind;
    /** The place is risky for a live data file: a synced or a network folder. */
    readonly warning: 'synced' | 'network' | null;
    readonly schoolName: string;
    readonly schoolYear: string | null;
    /** Instant of the last command that was written, ISO 8601 with zone. */
    readonly savedAt: string | null;
    /** Key under which the screen may keep what is typed and not yet sent. */
    readonly fileId: Id;
  } | null;
  readonly session: { readonly role: Role; readonly name: string } | null;
  readonly recent: readonly { readonly path: string; readonly name: string; readonly openedAt: string }[];
  readonly version: string;
  /** Folder that is offered for a new data file. */
  readonly suggestedFolder: string;
}

export interface OpenedFile {
  readonly sessionId: Id;
  readonly path: string;
}

export interface FolderView {
  readonly path: string;
  readonly parent: string | null;
  readonly places: readonly { readonly label: string; readonly path: string }[];
  readonly entries: readonly {
    readonly name: string;
    readonly path: string;
    readonly kind: 'folder' | 'file';
    readonly size: number;
    readonly modified: string;
  }[];
}

export interface Progress {
  readonly name: string;
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

// ——— School and season

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
  readonly source: string;
}

// ——— People and tổ

export interface GroupRow {
  readonly id: Id;
  readonly name: string;
  readonly people: number;
}

export interface PersonRow {
  readonly id: Id;
  readonly code: string | null;
  readonly fullName: string;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
  readonly position: string;
  readonly duty: string;
  readonly groupId: Id | null;
  readonly groupName: string;
  readonly degree: string;
  readonly joinedOn: IsoDate | null;
  readonly partyMember: boolean;
  readonly status: PersonStatus;
}

export interface PersonDetail extends PersonRow {
  readonly memberships: readonly {
    readonly id: Id;
    readonly groupName: string;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly statuses: readonly {
    readonly status: PersonStatus;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly years: readonly {
    readonly schoolYear: string;
    readonly rating: Rating | null;
    readonly ratingState: 'proposed' | 'decided' | null;
    readonly awards: readonly {
      readonly name: string;
      readonly decisionNumber: string;
      readonly decisionDate: IsoDate | null;
    }[];
  }[];
  readonly initiatives: readonly {
    readonly id: Id;
    readonly schoolYear: string;
    readonly name: string;
    readonly share: number | null;
    readonly scope: InitiativeScope;
    readonly decisionNumber: string;
  }[];
  readonly disciplines: readonly {
    readonly id: Id;
    readonly form: DisciplineForm;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly absences: readonly {
    readonly id: Id;
    readonly kind: AbsenceKind;
    readonly from: IsoDate;
    readonly to: IsoDate;
  }[];
  readonly pendingMatters: readonly {
    readonly id: Id;
    readonly kind: PendingMatterKind;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
    readonly note: string;
  }[];
  readonly cases: readonly CaseRow[];
}

// ——— Import

export type ImportKind =
  'people' | 'history' | 'initiatives' | 'registrations' | 'evaluations' | 'collectives' | 'disciplines';

export interface Problem {
  readonly file: string;
  readonly sheet: string;
  /** Row as Excel shows it, from 1; 0 when the whole sheet is meant. */
  readonly row: number;
  /** Header of the column, or an empty text. */
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

export interface ImportPreview {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fields: readonly { readonly id: string; readonly label: string; readonly required: boolean }[];
  readonly sheets: readonly {
    readonly name: string;
    /** Row of the header, from 1; null when none was found. */
    readonly headerRow: number | null;
    readonly columns: readonly {
      readonly index: number;
      readonly header: string;
      readonly field: string | null;
    }[];
    readonly rows: readonly {
      readonly row: number;
      readonly cells: readonly string[];
      /** What running the import would do with it. */
      readonly effect: 'add' | 'change' | 'same' | 'problem' | 'skip';
    }[];
  }[];
  readonly problems: readonly Problem[];
  readonly counts: {
    readonly add: number;
    readonly change: number;
    readonly same: number;
    readonly problem: number;
  };
}

export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly Problem[];
}

// ——— Cases, evaluation, appraisal

export interface CaseRow {
  readonly id: Id;
  readonly personId: Id | null;
  readonly groupId: Id | null;
  /** Code of the person; empty for a tổ. */
  readonly code: string;
  /** Name of the person or the tổ. */
  readonly name: string;
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
  readonly agree: number | null;
  readonly base: number | null;
  readonly needed: number | null;
  readonly outcome: Outcome | null;
  readonly outcomeReason: string;
}

export interface CaseDetail extends CaseRow {
  readonly ruleSetName: string;
  readonly checkedAt: string | null;
  /** A fact changed after the verdict was made. */
  readonly factsChanged: boolean;
  readonly conditions: readonly {
    readonly ruleId: string;
    readonly state: 'passed' | 'failed' | 'to-be-judged' | 'not-applicable' | 'postponed';
    readonly sentence: string;
    readonly citation: string;
    readonly confidence: Confidence;
    readonly fact: string;
    readonly source: string;
    readonly missing: string | null;
    readonly judgement: {
      readonly answer: 'pass' | 'fail';
      readonly reason: string;
      readonly by: string;
    } | null;
  }[];
  readonly history: readonly { readonly at: string; readonly state: CaseState; readonly reason: string }[];
}

export interface UnregisteredPerson {
  readonly personId: Id;
  readonly fullName: string;
  readonly groupName: string;
  readonly status: PersonStatus;
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

// ——— Council, meeting, votes

export interface Council {
  readonly id: Id;
  readonly decisionNumber: string;
  readonly decisionDate: IsoDate | null;
  readonly members: readonly CouncilMember[];
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
}

export interface Quorum {
  readonly total: number;
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
  readonly state: 'preparing' | 'open' | 'closed';
}

export interface MeetingView {
  readonly council: Council | null;
  readonly meeting: Meeting | null;
  readonly quorum: Quorum | null;
  /** Cases that are voted by show of hands. */
  readonly hands: readonly {
    readonly caseId: Id;
    readonly name: string;
    readonly groupName: string;
    readonly titleId: TitleId;
    readonly titleShort: string;
    readonly eligibility: Eligibility | null;
    readonly agree: number | null;
    readonly disagree: number | null;
    readonly abstain: number | null;
    readonly needed: number;
    readonly passed: boolean | null;
  }[];
  readonly handsRule: string;
  readonly tellers: readonly Id[];
}

export interface Identity {
  /** Words of the identity: "Phiếu thu về = hợp lệ + không hợp lệ". */
  readonly identity: string;
  readonly left: number;
  readonly right: number;
  readonly relation: '=' | '<=';
  readonly holds: boolean;
}

export interface RoundRow {
  readonly id: Id;
  readonly titleId: TitleId;
  readonly titleName: string;
  readonly number: number;
  readonly state: 'preparing' | 'counting' | 'sealed' | 'reopened';
  readonly slate: number;
}

export interface RoundView extends RoundRow {
  readonly mode: 'ballots' | 'totals';
  readonly printed: number | null;
  readonly issued: number | null;
  readonly returned: number | null;
  readonly valid: number;
  readonly invalid: number;
  readonly base: number;
  readonly needed: number;
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
  readonly stored: number;
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
  readonly sealedAt: string | null;
  readonly reopenings: readonly { readonly at: string; readonly reason: string }[];
}

export interface BallotInput {
  /** Why the paper is not valid; null for a valid one. */
  readonly invalidReason: string | null;
  /** In the order of the slate; empty for an invalid paper. */
  readonly marks: readonly Mark[];
}

// ——— Dossier

export type PaperFormat = 'docx' | 'pdf' | 'xlsx';

export interface PaperRow {
  /** Stable id: `tally-minutes:<round>`. */
  readonly id: string;
  /** Folder and name in the package, without ending. */
  readonly fileName: string;
  readonly title: string;
  readonly formats: readonly PaperFormat[];
  readonly number: string;
  readonly date: IsoDate | null;
  readonly state: 'ready' | 'draft' | 'blocked';
  /** Why it can't be made yet, or what is missing on it; empty when ready. */
  readonly note: string;
  /** Screen on which the note can be mended. */
  readonly mendOn: string | null;
  readonly inPackage: boolean;
}

export interface RenderedPaper {
  readonly fileName: string;
  readonly mime: string;
  /** Base64. */
  readonly bytes: string;
}

export interface Drive {
  readonly path: string;
  readonly label: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly removable: boolean;
}

export interface PackageResult {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  /** Root hash, 64 hexadecimal digits. */
  readonly checkCode: string;
}

export interface PackageCheck {
  readonly ok: boolean;
  readonly path: string;
  readonly checkCode: string;
  readonly files: number;
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

// ——— Log, backups, overview

export interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly role: Role;
  readonly name: string;
  readonly event: string;
  /** Sentence for people, from the event and its facts. */
  readonly sentence: string;
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  readonly total: number;
  /** The hash chain of the whole trail holds. */
  readonly intact: boolean;
  readonly brokenAt: number | null;
}

export interface BackupRow {
  readonly path: string;
  readonly name: string;
  readonly at: string;
  readonly reason: 'close' | 'migration' | 'restore' | 'manual';
  readonly bytes: number;
}

export type StepId =
  | 'overview'
  | 'people'
  | 'campaign'
  | 'registration'
  | 'evaluation'
  | 'appraisal'
  | 'council'
  | 'ballot'
  | 'dossier';

export interface Overview {
  readonly steps: readonly {
    readonly id: StepId;
    readonly state: 'not-started' | 'in-progress' | 'attention' | 'done' | 'blocked';
    readonly done: number;
    readonly total: number;
    /** What to do next there, or why it waits. */
    readonly note: string;
  }[];
  /** Where the app opens. */
  readonly current: StepId;
  /** n in = n out for each title. */
  readonly funnel: readonly {
    readonly titleId: TitleId;
    readonly titleName: string;
    readonly registered: number;
    readonly eligible: number;
    readonly notEligible: number;
    readonly toBeJudged: number;
    readonly voted: number;
    readonly proposed: number;
    readonly rejected: number;
    readonly postponed: number;
    readonly withdrawn: number;
    /** Cases without an outcome yet. */
    readonly open: number;
    /** registered = proposed + rejected + notEligible + postponed + withdrawn + open. */
    readonly balanced: boolean;
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly people: number;
    readonly registered: number;
    readonly evaluated: number;
    readonly proposed: number;
  }[];
  readonly late: readonly string[];
  readonly mustAct: readonly { readonly who: string; readonly what: string; readonly step: StepId }[];
}
