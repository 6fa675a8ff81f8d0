/** The few shapes papers are made of, over pdfmake, which is loaded only when a paper is written. Sizes in points. */
import type * as PdfMakeModule from 'pdfmake';
import type {
  Content,
  ContentStack,
  ContentText,
  CustomTableLayout,
  TDocumentDefinitions,
} from 'pdfmake/interfaces';
import type { Alignment, Rich, Run } from '../../../shared/documents/model.ts';
import { breakLines, type MeasuredRun } from '../../../shared/documents/line-breaks.ts';
import { type Measure, readWidths } from './font-widths.ts';
import { type FontFace, type FontFaces, loadFonts } from './fonts.ts';
import { asOfDate, mmToPoints, runsOf, typeset } from './layout.ts';

/** Looks of a line or paragraph: sizes and gaps in points, lengths in millimetres. */
export interface TextLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** "#rrggbb"; black without it. */
  readonly colour?: string;
  readonly align?: Alignment | 'justify';
  readonly firstLine?: number;
  readonly left?: number;
  readonly before?: number;
  readonly after?: number;
  /** Multiple of single. */
  readonly spacing?: number;
  /** Width it stands in. */
  readonly within: number;
}

export const face = 'Tinos';
/** Single spacing of the face over pdfmake's own, which leaves out the gap between lines. */
const single = 1.04;

/** An empty line as high as one of type of a size in points. */
export function blank(size: number): ContentText {
  return { text: ' ', fontSize: size, lineHeight: single };
}

/** A paragraph; an empty one keeps the height of its line. */
export function paragraph(text: Rich, look: TextLook): ContentText | ContentStack {
  const shared = {
    fontSize: look.size,
    lineHeight: single * (look.spacing ?? 1),
    alignment: look.align ?? 'left',
    margin: [mmToPoints(look.left ?? 0), look.before ?? 0, 0, look.after ?? 0],
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.italic === true ? { italics: true } : {}),
    ...(look.colour === undefined ? {} : { color: look.colour }),
  } as const satisfies Partial<ContentText>;
  const runs = runsOf(text).map((run) => measuredRun(run, look));
  if (runs.length === 0) return { ...shared, text: ' ' };
  const firstLine = mmToPoints(look.firstLine ?? 0);
  const indent = firstLine > 0 ? { leadingIndent: firstLine } : {};
  const room = mmToPoints(look.within - (look.left ?? 0)) - ROUNDING;
  const width = runs.reduce((sum, run) => sum + run.measure(run.text), 0);
  if (width <= room - firstLine) return { ...shared, ...indent, text: whole(runs) };
  if (look.align === 'justify' || firstLine > 0)
    return { ...shared, ...indent, text: runs.flatMap((run) => pieces(run, room)) };
  // Each line is a text of its own: nothing is left for pdfmake, which has other rules, to break or to keep together.
  const lines = breakLines({ runs, room });
  return {
    ...shared,
    stack: lines.map((line) => ({ text: whole(line.map((part) => ({ ...part.run, text: part.text }))) })),
  };
}

/** What two ways of adding up the same widths may differ by, in points. */
const ROUNDING = 0.01;

interface SetRun extends MeasuredRun {
  readonly run: Run;
}

function measuredRun(run: Run, look: TextLook): SetRun {
  const measure = measureOf({
    bold: run.bold ?? look.bold ?? false,
    italic: run.italic ?? look.italic ?? false,
  });
  return { run, text: run.text, measure: (text) => measure(text, look.size) };
}

/** Runs set as one line, whatever stands in them. */
function whole(runs: readonly SetRun[]): ContentText['text'] {
  return runs.map((run) => ({ ...lookOf(run.run), text: run.text, noWrap: true }));
}

/** A run for pdfmake to break and to stretch; words that hold a dash or a slash, "152/2025/NĐ-CP", stay whole. */
function pieces(run: SetRun, room: number): ContentText[] {
  const parts: { text: string; noWrap: boolean }[] = [];
  for (const word of run.text.match(/[^ ]+ *| +/gu) ?? []) {
    const noWrap = /[^ ][-/][^ ]/u.test(word) && run.measure(word) < room / 2;
    const last = parts.at(-1);
    if (last === undefined || last.noWrap || noWrap) parts.push({ text: word, noWrap });
    else last.text += word;
  }
  return parts.map((part) => ({ ...lookOf(run.run), ...part }));
}

function lookOf({ bold, italic, underline }: Run): Omit<ContentText, 'text'> {
  return {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italics: italic }),
    ...(underline === true ? { decoration: 'underline' as const } : {}),
  };
}

let measures: Readonly<Record<FontFace, Measure>> | null = null;
let measured: FontFaces | null = null;

function measureOf({ bold, italic }: { readonly bold: boolean; readonly italic: boolean }): Measure {
  const fonts = loadFonts();
  if (measures === null || fonts !== measured) {
    measures = {
      normal: readWidths(fonts.normal),
      bold: readWidths(fonts.bold),
      italics: readWidths(fonts.italics),
      bolditalics: readWidths(fonts.bolditalics),
    };
    measured = fonts;
  }
  return measures[bold ? (italic ? 'bolditalics' : 'bold') : italic ? 'italics' : 'normal'];
}

/** A drawn line of a length, centred in a width, both in millimetres. */
export function rule(length: number, within: number): Content {
  const start = mmToPoints((within - length) / 2);
  return {
    canvas: [{ type: 'line', x1: start, y1: 0, x2: start + mmToPoints(length), y2: 0, lineWidth: 0.75 }],
    margin: [0, 2, 0, 4],
  };
}

/** An empty box to tick, of a side in millimetres, centred in a width. */
export function box(side: number, within: number): Content {
  const edge = mmToPoints(side);
  const start = (mmToPoints(within) - edge) / 2;
  return {
    canvas: [{ type: 'rect', x: start, y: 0, w: edge, h: edge, lineWidth: 0.9 }],
    margin: [0, 1, 0, 1],
  };
}

export const HAIRLINE = 0.5;

/** Rows of more points are split between pages: less than what the shortest page leaves under the header of a table. */
const TALLEST_ROW = 280;

/** What stands in a cell of a ruled table. */
export type RuledCell = (ContentText | ContentStack) & {
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly verticalAlignment?: 'top' | 'middle';
};

/** Height of a cell, in points, near enough. */
export function heightOf(cell: RuledCell): number {
  const { fontSize = 0, lineHeight = 1 } = cell;
  return (cell.stack?.length ?? 1) * fontSize * lineHeight * 1.15;
}

/** A ruled table of fixed widths (millimetres, borders and padding included). */
export function ruledTable({
  widths,
  rows,
  headerRows,
  padding,
  leastRow = 0,
  above = 0,
}: {
  readonly widths: readonly number[];
  readonly rows: readonly (readonly RuledCell[])[];
  readonly headerRows: number;
  /** Inside a cell, at the sides and above and below, in points. */
  readonly padding: { readonly side: number; readonly upright: number };
  /** Least height of the rows under the header, in millimetres. */
  readonly leastRow?: number;
  /** Gap above it, in points. */
  readonly above?: number;
}): Content {
  const layout: CustomTableLayout = {
    hLineWidth: () => HAIRLINE,
    vLineWidth: () => HAIRLINE,
    paddingLeft: () => padding.side,
    paddingRight: () => padding.side,
    paddingTop: () => padding.upright,
    paddingBottom: () => padding.upright,
  };
  const least = mmToPoints(leastRow) - padding.upright * 2;
  const isTall = rows.map((row) => Math.max(...row.map(heightOf)) > TALLEST_ROW);
  return {
    table: {
      headerRows,
      keepWithHeaderRows: isTall[headerRows] === true ? 0 : 1,
      // A row that fits on no page is split, or its end would be cut off.
      dontBreakRows: !isTall.includes(true),
      widths: widths.map((width) => mmToPoints(width) - padding.side * 2 - HAIRLINE),
      // Where one row may be split any may, and what is split can't stand in the middle of its cell.
      body: rows.map((row) =>
        isTall.includes(true)
          ? row.map((cell) => ({ ...cell, verticalAlignment: 'top' as const }))
          : [...row],
      ),
      ...(least > 0 ? { heights: (row: number) => (row < headerRows ? 0 : least) } : {}),
    },
    layout,
    margin: [0, above, 0, 0],
  };
}

/** Columns side by side without lines, widths in millimetres. */
export function sideBySide(
  columns: readonly { readonly width: number; readonly stack: readonly Content[] }[],
): Content {
  return {
    columns: columns.map(({ width, stack }) => ({ width: mmToPoints(width), stack: [...stack] })),
    columnGap: 0,
  };
}

declare module 'pdfmake' {
  /** Files held in memory, which pdfmake asks before the disk; its types leave it out. */
  const virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
}

type PdfMake = typeof PdfMakeModule;
let library: Promise<PdfMake> | null = null;
let fontsGiven: FontFaces | null = null;

async function loadPdfMake(): Promise<PdfMake> {
  const module: { readonly default: PdfMake } = await import('pdfmake');
  module.default.setUrlAccessPolicy(() => false);
  module.default.setLocalAccessPolicy(() => false);
  return module.default;
}

/** Puts the fonts into pdfmake's memory; it is allowed to read nothing else. */
function giveFonts(pdfmake: PdfMake): void {
  const fonts = loadFonts();
  if (fonts === fontsGiven) return;
  const names = {
    normal: 'normal.ttf',
    bold: 'bold.ttf',
    italics: 'italics.ttf',
    bolditalics: 'bolditalics.ttf',
  };
  pdfmake.virtualfs.writeFileSync(names.normal, fonts.normal);
  pdfmake.virtualfs.writeFileSync(names.bold, fonts.bold);
  pdfmake.virtualfs.writeFileSync(names.italics, fonts.italics);
  pdfmake.virtualfs.writeFileSync(names.bolditalics, fonts.bolditalics);
  pdfmake.setFonts({ [face]: names });
  fontsGiven = fonts;
}

/** Draws a definition with the papers' fonts; nothing in the bytes comes from the clock or from outside. */
export async function drawPdf({
  definition,
  title,
  asOf,
}: {
  readonly definition: Omit<TDocumentDefinitions, 'info' | 'defaultStyle'>;
  readonly title: string;
  readonly asOf: string;
}): Promise<Uint8Array> {
  library ??= loadPdfMake();
  const pdfmake = await library;
  giveFonts(pdfmake);
  const date = asOfDate(asOf);
  return pdfmake
    .createPdf({
      ...definition,
      language: 'vi',
      defaultStyle: { font: face, fontSize: 13 },
      info: {
        title: typeset(title),
        author: 'Bảng Vàng',
        creator: 'Bảng Vàng',
        producer: 'Bảng Vàng',
        creationDate: date,
        modDate: date,
      },
    })
    .getBuffer();
}
