/**
 * A paper as data: what it says and how its parts relate, in the layout of NĐ 30/2020/NĐ-CP (Phụ lục I).
 * Writers (`electron/core/files`) turn one model into .docx, .pdf and .xlsx; none of them adds a word of its own.
 */
import type { IsoDate } from '../dates.ts';

/** A run of text with one look. Text is NFC. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
}

/** One or more runs, or a plain text for the common case. */
export type Rich = string | readonly Run[];

/** The two-column head of an administrative paper. */
export interface Letterhead {
  /** Superior body, upper case by the writer, not bold; null for none ("UBND xã An Hải"). */
  readonly superior: string | null;
  /** Issuing body, bold ("Trường THCS Hoa Phượng", or that of the council on a second line). */
  readonly issuer: readonly string[];
  /** Number and symbol as printed after "Số:"; null for papers that carry none; number part empty for a blank to fill by hand. */
  readonly number: string | null;
  readonly place: string;
  /** Day of the paper; null leaves blanks to fill by hand. */
  readonly date: IsoDate | null;
}

export type Alignment = 'left' | 'center' | 'right';

export interface Column {
  readonly header: string;
  /** Share of the table's width; the writer scales the sum to the page. */
  readonly width: number;
  readonly align?: Alignment;
  /** Cells of this column are numbers in .xlsx. */
  readonly numeric?: boolean;
}

/** A cell: text, a number, blank, or an empty box to tick. */
export type Cell = string | number | null | { readonly box: true } | { readonly runs: readonly Run[] };

/** A line of a table: its cells, or one heading across all columns (a tổ and what is in it). */
export type Row = readonly Cell[] | { readonly section: string };

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** A row above the column headers that spans some of them, left to right; spans sum to the number of columns. Under an empty one the column headers stand two rows high. */
  readonly groups?: readonly { readonly header: string; readonly span: number }[];
  readonly rows: readonly Row[];
  /** Row of totals at the foot, bold. */
  readonly totals?: readonly Cell[];
  /** Least height of a row in millimetres, where there must be room to sign. */
  readonly leastRow?: number;
}

/** "1.", or "I." */
export type NumberStyle = 'decimal' | 'roman';

export type Block =
  /** Justified text with an indented first line. */
  | {
      readonly kind: 'paragraph';
      readonly text: Rich;
      readonly indent?: boolean;
      readonly align?: Alignment | 'justify';
    }
  /** A heading inside the text, bold; numbered ones follow each other ("1. Thời gian", "II. Tập thể"). */
  | {
      readonly kind: 'heading';
      readonly text: string;
      readonly number?: { readonly style: NumberStyle; readonly value: number };
    }
  /** A legal basis: italic, ends with ";" or "." as given. */
  | { readonly kind: 'basis'; readonly text: string }
  /** Items under a dash, or under a number from 1 on. */
  | { readonly kind: 'list'; readonly items: readonly Rich[]; readonly numbered?: boolean }
  /** "Kính gửi:" and who. */
  | { readonly kind: 'addressee'; readonly to: readonly string[] }
  | Table
  | { readonly kind: 'pageBreak' };

/** Who signs: capacity lines above, name below, room for the signature between. */
export interface Signature {
  /** Upper-case lines: "TM. HỘI ĐỒNG", "CHỦ TỊCH". */
  readonly capacity: readonly string[];
  /** Post in the unit, printed upper case between the signature and the name; null for none ("Hiệu trưởng"). */
  readonly post: string | null;
  /** Note in italics under the capacity: "(Ký, ghi rõ họ tên)". */
  readonly note: string | null;
  /** Name without any title before it; null leaves room to write it. */
  readonly name: string | null;
}

/** A paper of one or more pages of text, tables and signatures. */
export interface Paper {
  readonly kind: 'paper';
  /** Stable name of the file without its ending, ASCII: "bien-ban-kiem-phieu-CSTDCS". */
  readonly fileName: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly letterhead: Letterhead;
  /** Upper-case name of the type: "BIÊN BẢN", "TỜ TRÌNH". */
  readonly title: string;
  /** Lines under it, bold sentence case: "Kiểm phiếu bầu danh hiệu …". */
  readonly subtitle: readonly string[];
  /** The paper that this one is attached to, in brackets and italics under the titles (NĐ 30/2020/NĐ-CP, Phụ lục I); left out where there is none. */
  readonly attachedTo?: string;
  readonly blocks: readonly Block[];
  /** Signature blocks, left to right, three in a row at most. A recipients list takes the place of the left one. */
  readonly signatures: readonly Signature[];
  /** "Nơi nhận": lines without the dash; null for none. */
  readonly recipients: readonly string[] | null;
  /** Words printed on every page: "DỰ THẢO", "PHIẾU THỬ", or null on an official paper. */
  readonly watermark: string | null;
  /** Time of the paper's data, fixed in file properties so that the same data gives the same bytes: `yyyy-mm-ddThh:mm:ssZ`. */
  readonly asOf: string;
}

/** How a ballot is marked: a box for and one against, the names struck out that are not agreed to, or some of them chosen. */
export type BallotVote =
  | { readonly kind: 'agree-columns' }
  | { readonly kind: 'strike-out' }
  | { readonly kind: 'choose'; readonly atMost: number };

/** How slips lie on paper: A4 and A5 are sheets of that size, the others are cut from A4. */
export const slipFormats = ['A4', 'A5', 'two-up', 'four-up'] as const;
export type SlipFormat = (typeof slipFormats)[number];

/** Colours of the band that tells kinds of ballot apart; its words say the same in black and white. */
export type BandTone = 'red' | 'green' | 'blue' | 'violet' | 'amber' | 'grey';

/** Ballot papers: the same slip as many times as needed. */
export interface BallotSheet {
  readonly kind: 'ballots';
  readonly fileName: string;
  readonly superior: string | null;
  readonly issuer: readonly string[];
  /** The kind of ballot, on every page: solid where a pile must not be taken for another of the same colour. */
  readonly band: { readonly text: string; readonly tone: BandTone; readonly look: 'tinted' | 'solid' };
  /** "PHIẾU BẦU", "PHIẾU LẤY Ý KIẾN". */
  readonly title: string;
  readonly subtitle: readonly string[];
  /** How to mark and what makes a ballot or a row invalid, a line each. */
  readonly guidance: readonly string[];
  readonly vote: BallotVote;
  /** Words in the box that shows who issued the slip: "Dấu của Hội đồng". */
  readonly stamp: string;
  /** Rows of one title stand together; with several titles each has its heading and its own numbers. */
  readonly rows: readonly {
    readonly name: string;
    /** Post and tổ. */
    readonly detail: string;
    readonly titleName: string;
  }[];
  /** How many slips are printed. */
  readonly copies: number;
  readonly format: SlipFormat;
  readonly place: string;
  readonly date: IsoDate | null;
  /** Named opinion of an absent member instead of a secret slip: who, and it is signed. */
  readonly opinionOf: {
    readonly name: string;
    readonly post: string;
    /** "THÀNH VIÊN HỘI ĐỒNG". */
    readonly capacity: string;
  } | null;
  /** Words large and grey behind each slip: "PHIẾU THỬ"; null on a paper that counts. */
  readonly watermark: string | null;
  readonly asOf: string;
}

export type PaperDocument = Paper | BallotSheet;
