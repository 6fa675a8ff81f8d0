/**
 * Measures of an administrative paper, shared by the writers. Source: NĐ 30/2020/NĐ-CP, Phụ lục I.
 * Lengths are millimetres and sizes of type are points unless said otherwise.
 */
import { type IsoDate, formatLongDate } from '../../../shared/dates.ts';
import type {
  BallotSheet,
  BandTone,
  Block,
  Letterhead,
  Rich,
  Run,
  Signature,
  Table,
} from '../../../shared/documents/model.ts';

export const fontName = 'Times New Roman';

export const motto = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  words: 'Độc lập - Tự do - Hạnh phúc',
  /** Width of the words in millimetres for each point of their size, bold: the length of the rule below. */
  wordsPerPoint: 4.32,
} as const;

export const margins = { top: 20, bottom: 20, left: 30, right: 15 } as const;

export const sizes = {
  country: 12,
  motto: 13,
  superior: 12,
  issuer: 12,
  number: 13,
  placeDate: 13,
  title: 14,
  subtitle: 14,
  body: 13,
  pageNumber: 13,
  capacity: 13,
  recipientsHead: 12,
  recipients: 11,
} as const;

/** First line of a paragraph. */
export const firstLine = 12.7;
/** Line spacing of the body, as a multiple of single. */
export const lineSpacing = 1.1;
/** Gap below a paragraph, in points. */
export const paragraphGap = 6;
/** Room for a signature, in lines of the body. */
const signatureLines = 4;

export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  /** Width between the margins. */
  readonly text: number;
  /** Columns of the letterhead: the right one holds the name of the country on one line at 12 points (87.7 mm). */
  readonly head: readonly [number, number];
}

/** The page of an orientation, A4. */
export function pageGeometry(orientation: 'portrait' | 'landscape'): PageGeometry {
  const [width, height] = orientation === 'portrait' ? [210, 297] : [297, 210];
  const text = width - margins.left - margins.right;
  const right = orientation === 'portrait' ? 93 : 120;
  return { width, height, text, head: [text - right, right] };
}

/** Millimetres as points. */
export function mmToPoints(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** Millimetres as twentieths of a point, whole. */
export function mmToTwips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Size of type in a table: smaller where there are many columns. */
export function tableSize(table: Table): number {
  return table.columns.length > 6 ? 11 : 12;
}

/** Widths of the columns scaled to a total, whole, adding up to the total exactly. */
export function scaleWidths(widths: readonly number[], total: number): readonly number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  const scaled: number[] = [];
  let before = 0;
  let used = 0;
  for (const width of widths) {
    before += width;
    const end = Math.round((before * total) / sum);
    scaled.push(end - used);
    used = end;
  }
  return scaled;
}

/** What the sides of a cell and its line take, and the widest word that a column makes room for. */
const cellSides = 3;
const widestWord = 26;

/** Widths of the columns of a table on a page: their shares, but none narrower than its longest word, or number with its %. */
export function columnWidths(table: Table, text: number): readonly number[] {
  const { columns, rows } = table;
  const sum = columns.reduce((all, { width }) => all + width, 0);
  const shares = columns.map(({ width }) => (width * text) / sum);
  const size = tableSize(table);
  const least = columns.map(({ header }, index) => {
    const cells = rows.map((row) => ('section' in row ? null : row[index]));
    const words = [header, ...cells.filter((cell) => typeof cell === 'string')].flatMap((cell) =>
      typeset(cell).split(/ (?!%)/),
    );
    const widths = [...new Set(words)].map((word) => approximateWidth(word, size) + cellSides);
    return Math.max(0, ...widths.filter((width) => width <= widestWord));
  });
  const slack = shares.map((share, index) => Math.max(0, share - (least[index] ?? 0)));
  const lacking = shares.reduce((all, share, index) => all + Math.max(0, (least[index] ?? 0) - share), 0);
  const spare = slack.reduce((all, one) => all + one, 0);
  // Where even that is too much, all give way alike.
  const taken = spare === 0 ? 0 : Math.min(1, lacking / spare);
  return shares.map((share, index) => Math.max(share, least[index] ?? 0) - (slack[index] ?? 0) * taken);
}

// Control characters and non-characters, which XML cannot hold.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu;

/**
 * Text as it is set: NFC, on one line. A hyphen that can't break (U+2011) becomes the plain one: who searches a paper
 * for "NĐ-CP" types that, and finds nothing else.
 */
export function typeset(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(UNPRINTABLE, '')
    .replaceAll('\u2011', '-');
}

/** Runs of a text, set. */
export function runsOf(text: Rich): readonly Run[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  return runs.filter((run) => run.text !== '').map((run) => ({ ...run, text: typeset(run.text) }));
}

/** Upper case as Vietnamese papers have it. */
export function upper(text: string): string {
  return typeset(text.normalize('NFC').toLocaleUpperCase('vi'));
}

/** Approximate width of bold text in millimetres, good to a tenth: enough for the length of a rule below it. */
export function approximateWidth(text: string, points: number): number {
  let em = 0;
  for (const letter of text) {
    if (letter === ' ') em += 0.25;
    else if (/\p{Lu}/u.test(letter)) em += 0.72;
    else em += 0.49;
  }
  return (em * points * 25.4) / 72;
}

/** Length of the rule below a line: two fifths of it, within the width given (the regulation has 1/3 to 1/2). */
export function ruleWidth({
  text,
  points,
  within,
}: {
  readonly text: string;
  readonly points: number;
  readonly within: number;
}): number {
  const width = approximateWidth(text, points);
  const lastLine = width <= within ? width : within * 0.6;
  return lastLine * 0.42;
}

/** "Số: …" of a letterhead; room to write where the number is still blank; null for a paper without one. */
export function numberLine({ number }: Letterhead): string | null {
  if (number === null) return null;
  return `Số: ${number.startsWith('/') ? '\u00a0'.repeat(8) : ''}${typeset(number)}`;
}

/** "An Hải, ngày 29 tháng 5 năm 2026", or dots to write on. */
export function placeDateLine(place: string, date: IsoDate | null): string {
  const day = date === null ? 'ngày …… tháng …… năm 20……' : formatLongDate(date);
  return typeset(place === '' ? `N${day.slice(1)}` : `${place}, ${day}`);
}

/** Empty lines between the capacity and the name, so that all names of a row stand on one line. */
export function signatureGap(signature: Signature, row: readonly Signature[]): number {
  return signatureLines + Math.max(...row.map(printedLines)) - printedLines(signature);
}

function printedLines({ capacity, note, post }: Signature): number {
  return capacity.length + (note === null ? 0 : 1) + (post === null ? 0 : 1);
}

/** Signature blocks row by row: up to three in a row, four as two and two. */
export function signatureRows(signatures: readonly Signature[]): readonly (readonly Signature[])[] {
  const count = signatures.length;
  if (count <= 3) return count === 0 ? [] : [signatures];
  const perRow = count === 4 ? 2 : 3;
  const rows: (readonly Signature[])[] = [];
  // The last row is full, so that whoever signs last stands at the right.
  const first = count % perRow === 0 ? perRow : count % perRow;
  rows.push(signatures.slice(0, first));
  for (let start = first; start < count; start += perRow) rows.push(signatures.slice(start, start + perRow));
  return rows;
}

/** Whether a block stands on the page of the next one: a heading, and a sentence that leads to a table or a list. */
export function headsNext(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (next === undefined) return false;
  return (
    block?.kind === 'heading' ||
    (block?.kind === 'paragraph' && (next.kind === 'table' || next.kind === 'list'))
  );
}

/** Time of a paper's data as a Date; papers of one state of the data carry it instead of the clock. */
export function asOfDate(asOf: string): Date {
  const date = new Date(asOf);
  if (Number.isNaN(date.getTime())) throw new Error(`asOf is not a time: ${asOf}`);
  return date;
}

const bandTones: Readonly<Record<BandTone, { readonly fill: string; readonly line: string }>> = {
  red: { fill: '#f8e1de', line: '#8c1d18' },
  green: { fill: '#e0eee1', line: '#1e6b34' },
  blue: { fill: '#dde8f5', line: '#1f4e8c' },
  violet: { fill: '#e9e1f3', line: '#5b3a8e' },
  amber: { fill: '#f9ecd0', line: '#7a5200' },
  grey: { fill: '#e6e6e6', line: '#444444' },
};

/** Colours of a band: a light ground that prints as near white, or a solid one that prints as near black. */
export function bandColours({ tone, look }: BallotSheet['band']): {
  readonly fill: string;
  readonly line: string;
  readonly text: string;
} {
  const { fill, line } = bandTones[tone];
  return look === 'solid' ? { fill: line, line, text: '#ffffff' } : { fill, line, text: line };
}
