/**
 * Every expected failure of the app: a code and the facts its sentence needs. The Vietnamese sentence, which says
 * what is wrong, where, and what to do next, is in `shared/vi/errors.ts`, total by type. A bug is thrown instead.
 */
import type { BallotProblemKind } from './domain/ballot.ts';
import type { PupilLineProblem } from './imports/pupils.ts';
import type { Role } from './terms.ts';
import type { ImportDoubts } from './views.ts';
import type { Removable, Use } from './vi/uses.ts';

/** What a file is that was handed in as a table and is none. */
export type FoundKind =
  'word' | 'slides' | 'pdf' | 'picture' | 'web-page' | 'old-excel' | 'archive' | 'unknown';

/** A value that another window changed while this one was changing it. */
export interface ChangedValue {
  /** What names its row in a list of the input; empty for a value of the record itself. */
  readonly row: readonly string[];
  /** Its name in the contract. */
  readonly field: string;
  /** What this window wants, and what stands there now. */
  readonly wanted: unknown;
  readonly now: unknown;
  /** Who changed it and at what time of the day; null where it came with a file, or before the app was started. */
  readonly by: { readonly name: string; readonly role: Role; readonly at: string } | null;
}

export interface ErrorFacts extends ImportDoubts {
  // The method call itself
  'unknown-method': { readonly method: string };
  'invalid-input': { readonly field: string; readonly detail: string };
  'session-expired': Record<never, never>;
  /** Others changed since what was shown, and this would write over it. */
  'changed-meanwhile': { readonly changes: readonly ChangedValue[] };
  'role-not-allowed': { readonly role: Role; readonly allowed: readonly Role[] };
  'no-file-open': Record<never, never>;
  cancelled: Record<never, never>;

  // The data file
  'file-not-found': { readonly path: string };
  'file-exists': { readonly path: string };
  'file-in-use': { readonly path: string };
  'file-not-bangvang': { readonly path: string };
  'file-from-future': { readonly path: string; readonly version: number; readonly known: number };
  'file-damaged': { readonly path: string; readonly detail: string; readonly backups: string };
  /** Made by another build of the app before its first release, in another shape. */
  'file-of-trial': { readonly path: string };
  /** Its tables or triggers are not as this app made them. */
  'file-altered': { readonly path: string; readonly backups: string };
  /** Gone from its place, or another file stands there, while it is open. */
  'file-replaced': { readonly path: string };
  /** The trail was changed behind the app, from this row on. */
  'audit-broken': { readonly row: number };
  /** What was sealed in these rounds was changed behind the app. */
  'seal-broken': { readonly rounds: string };
  'file-read-only': { readonly path: string };
  'disk-full': { readonly path: string };
  'name-too-long': { readonly path: string };
  'folder-not-writable': { readonly path: string };
  'folder-not-readable': { readonly path: string };
  'backup-not-usable': { readonly path: string };
  'rehearsal-backup': { readonly path: string };
  'rehearsal-table': { readonly file: string };
  'already-rehearsing': Record<never, never>;

  // Input files
  'not-a-workbook': { readonly file: string; readonly found: FoundKind };
  'encrypted-workbook': { readonly file: string };
  'damaged-workbook': { readonly file: string };
  'only-hidden-sheets': { readonly file: string; readonly sheets: readonly string[] };
  'workbook-too-large': { readonly file: string };
  'empty-workbook': { readonly file: string };
  'missing-column': {
    readonly file: string;
    readonly sheet: string;
    readonly row: number;
    readonly column: string;
  };
  'no-header-row': { readonly file: string; readonly sheet: string; readonly columns: readonly string[] };
  'no-sheet-chosen': { readonly file: string };
  'not-a-csv': { readonly file: string };
  'open-quote': { readonly file: string; readonly row: number };
  'invalid-json': { readonly file: string; readonly detail: string };
  'missing-input': { readonly file: string; readonly folder: string };
  'wrong-school-year': { readonly file: string; readonly found: string; readonly expected: string };

  // People and tổ
  'person-not-found': { readonly person: string };
  'group-not-found': { readonly group: string };
  /** `exact`: by the same decision, so that it can't be another one; `date` as people write it. */
  'award-exists': {
    readonly award: string;
    readonly schoolYear: string;
    readonly number: string;
    readonly date: string | null;
    readonly exact: boolean;
  };
  'duplicate-code': { readonly personCode: string; readonly name: string };
  'group-exists': { readonly name: string };
  'in-use': { readonly kind: Removable; readonly name: string; readonly uses: readonly Use[] };
  'not-found': { readonly what: string };
  /** Leave that shares a day with other leave, or with a time in which the person no longer worked here; in words. */
  'leave-contradicts': { readonly name: string; readonly leave: string; readonly other: string };
  'spell-passes': { readonly name: string; readonly day: string };
  'invalid-period': { readonly from: string; readonly to: string };

  // Pupils
  'pupil-lines': { readonly problems: readonly PupilLineProblem[] };
  'pupil-exists': { readonly name: string; readonly className: string };
  'pupil-dealt-with': { readonly name: string };

  // Season
  'season-exists': { readonly schoolYear: string };
  'no-season': Record<never, never>;
  'no-rule-set': { readonly date: string };
  'regulation-not-named': { readonly setting: string };
  'registration-locked': { readonly reason: string };
  'already-registered': { readonly name: string; readonly title: string };
  'unknown-title': { readonly title: string };
  'wrong-state': { readonly name: string; readonly state: string; readonly wanted: string };
  'score-over-maximum': {
    readonly name: string;
    readonly criterion: string;
    readonly score: number;
    readonly maximum: number;
  };

  // Council and votes
  'no-council': Record<never, never>;
  'council-in-use': Record<never, never>;
  'body-not-used': { readonly body: string; readonly reason: string };
  'more-than-absent': { readonly name: string; readonly written: number; readonly mayWrite: number };
  'member-steps-aside': { readonly name: string; readonly about: string };
  'presence-counted': { readonly name: string; readonly counted: string };
  'more-than-room': { readonly name: string; readonly cast: number; readonly mayVote: number };
  'no-meeting': Record<never, never>;
  'meeting-closed': Record<never, never>;
  'cases-undealt': { readonly undealt: number; readonly total: number };
  'no-quorum': { readonly present: number; readonly total: number; readonly needed: number };
  'not-a-member': { readonly person: string };
  'member-present': { readonly name: string };
  'member-absent': { readonly name: string };
  'presence-not-taken': { readonly name: string };
  'slate-empty': { readonly title: string };
  'round-sealed': { readonly title: string };
  'round-not-sealed': { readonly title: string };
  'no-more-rounds': { readonly title: string; readonly maximum: number };
  'round-has-later': { readonly title: string };
  'returned-not-declared': { readonly title: string };
  'invalid-ballot': {
    /** Place in the lot, from 1. */
    readonly ballot: number;
    readonly problem: BallotProblemKind;
  };
  'count-incomplete': { readonly title: string; readonly missing: string };
  'identity-broken': { readonly identity: string; readonly left: number; readonly right: number };
  'not-on-slate': { readonly name: string; readonly file: string; readonly column: string };
  'more-than-base': { readonly name: string; readonly agree: number; readonly base: number };
  'tellers-missing': Record<never, never>;
  'not-a-teller': { readonly name: string };
  /** Another window has typed into the same lot. */
  'draft-changed': { readonly title: string };
  'count-not-taken': { readonly title: string };
  'counts-taken': { readonly title: string };
  'counts-differ': { readonly title: string };
  'counts-unconfirmed': { readonly title: string; readonly tellers: string };
  'none-aside': { readonly title: string };
  'unclear-mark': {
    readonly file: string;
    readonly row: number;
    readonly column: string;
    readonly value: string;
  };

  // Dossier
  /** The names of a ballot do not fit on one piece of the format that was asked for. */
  'slip-in-pieces': Record<never, never>;
  'invalid-paper-number': { readonly paper: string; readonly number: string; readonly series: string | null };
  'paper-number-taken': { readonly number: string; readonly series: string; readonly paper: string };
  'paper-not-ready': { readonly paper: string; readonly reason: string };
  'drive-not-found': { readonly path: string };
  'drive-full': { readonly path: string; readonly needed: number; readonly free: number };
  'copy-differs': { readonly file: string };
  'copy-failed': { readonly path: string; readonly detail: string };
  'not-a-package': { readonly path: string };
}

export type ErrorCode = keyof ErrorFacts;

export type AppError = { readonly [K in ErrorCode]: { readonly code: K } & ErrorFacts[K] }[ErrorCode];
