/** Papers, drives and the package. */
import type { IsoDate } from '../dates.ts';
import type { Body } from '../domain/body.ts';
import type { MissingItem } from '../domain/dossier-items.ts';
import type { SlipFormat } from '../documents/model.ts';
import type { NumberSeries } from '../documents/paper-number.ts';

export type PaperFormat = 'docx' | 'pdf' | 'xlsx';

export interface PaperRow {
  /** Stable id: `tally-minutes:<round>`. */
  readonly id: string;
  /** Folder and name in the package, without ending. */
  readonly fileName: string;
  readonly title: string;
  readonly formats: readonly PaperFormat[];
  /** Number and symbol: "05/TTr-THCSHP"; empty for none. */
  readonly number: string;
  /** Where its number may be given; null for a paper without one, or whose number is recorded elsewhere. */
  readonly series: NumberSeries | null;
  readonly date: IsoDate | null;
  readonly state: 'ready' | 'draft' | 'blocked';
  /** Why it can't be made yet, or what is missing or doubtful on it; empty when there is nothing to say. */
  readonly note: string;
  /** Screen on which the note can be mended. */
  readonly mendOn: string | null;
  /** The body whose meeting it is of; null for the school's council and the season as a whole. */
  readonly body: Body | null;
  readonly inPackage: boolean;
}

export interface RenderedPaper {
  readonly fileName: string;
  readonly mime: string;
  /** Base64. */
  readonly bytes: string;
}

/** A file of ballots, and what it takes to print it. */
export interface RenderedBallots extends RenderedPaper {
  readonly format: SlipFormat;
  /** Those in which one voter's paper is one piece. */
  readonly formats: readonly SlipFormat[];
  /** Pages of one ballot. */
  readonly pages: number;
  /** Sheets of paper for all copies, printed on one side. */
  readonly sheets: number;
  /** Size of the names, in points. */
  readonly points: number;
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
  /** What the dossier lacks. */
  readonly missing: readonly MissingItem[];
}

export interface PackageCheck {
  readonly ok: boolean;
  readonly path: string;
  /** What the package says it is. */
  readonly title: string;
  /** It comes from a rehearsal and stands for nothing. */
  readonly isRehearsal: boolean;
  readonly checkCode: string;
  readonly files: number;
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}
