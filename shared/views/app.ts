/** The app as a whole, its file and what is under way. */
import type { AppError } from '../errors.ts';
import type { Id, Role } from '../terms.ts';

export type FileKind = 'real' | 'sample' | 'training';

/** The app as a whole: which file is open and who works with it. */
export interface Status {
  readonly file: {
    readonly path: string;
    readonly name: string;
    readonly kind: FileKind;
    /** The place is risky for a live data file: a synced or a network folder. */
    readonly warning: 'synced' | 'network' | null;
    /** What was changed behind the app since it was sealed or written to the trail; null where all is as it was. */
    readonly broken: AppError | null;
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

/** The open file as the windows see it together. */
export interface Pulse {
  /** Null while no file is open. */
  readonly fileId: Id | null;
  /** As in `Status`: another instant than before is another content. */
  readonly savedAt: string | null;
  /** Windows that show the app now, this one among them; the wall is none. */
  readonly windows: number;
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
