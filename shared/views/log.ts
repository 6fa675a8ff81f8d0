/** The audit trail, the backups, and where the season stands. */
import type { Role, TitleId } from '../terms.ts';

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
    /** Looked at for another title instead, where they stand as cases of their own. */
    readonly lowered: number;
    readonly withdrawn: number;
    /** Cases without an outcome yet. */
    readonly open: number;
    /** registered = proposed + rejected + notEligible + postponed + lowered + withdrawn + open. */
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
