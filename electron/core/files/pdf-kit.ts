/** The few shapes papers are made of, over pdfmake, which is loaded only when a paper is written. Sizes in points. */
import type * as PdfMakeModule from 'pdfmake';
import type {
  Content,
  ContentText,
  CustomTableLayout,
  TDocumentDefinitions,
  TableCell,
} from 'pdfmake/interfaces';
import type { Alignment, Rich, Run } from '../../../shared/documents/model.ts';
import { breakLines, type Measure, readWidths } from './font-widths.ts';
import { type FontFace, type FontFaces, loadFonts } from './fonts.ts';
import { asOfDate, mmToPoints, runsOf, typeset } from './layout.ts';

/** Looks of a line or paragraph: sizes and gaps in points, lengths in millimetres. */
export interface TextLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: Alignment | 'justify';
  readonly firstLine?: number;
  readonly left?: number;
  readonly before?: number;
  readonly after?: number;
  /** Multiple of single. */
  readonly spacing?: number;
  /** Width it stands in. */
  readonly within?: number;
}

export const face = 'Tinos';
/** Single spacing of the face over pdfmake's own, which leaves out the gap between lines. */
const single = 1.04;

/** A paragraph; an empty one keeps the height of its line. */
export function paragraph(text: Rich, look: TextLook): ContentText {
  const runs = runsOf(text);
  return {
    text: runs.length === 0 ? ' ' : contentOf(runs, look),
    fontSize: look.size,
    lineHeight: single * (look.spacing ?? 1),
    alignment: look.align ?? 'left',
    margin: [mmToPoints(look.left ?? 0), look.before ?? 0, 0, look.after ?? 0],
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.italic === true ? { italics: true } : {}),
    ...(look.firstLine === undefined || look.firstLine === 0
      ? {}
      : { leadingIndent: mmToPoints(look.firstLine) }),
  };
}

function contentOf(runs: readonly Run[], look: TextLook): ContentText['text'] {
  const [run] = runs;
  if (runs.length === 1 && run !== undefined && isPlain(run)) {
    return linesOf(run.text, look)?.map((line) => ({ text: line, noWrap: true })) ?? run.text;
  }
  return runs.map(({ text, bold, italic, underline }) => ({
    text,
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italics: italic }),
    ...(underline === true ? { decoration: 'underline' as const } : {}),
  }));
}

function isPlain({ bold, italic, underline }: Run): boolean {
  return bold === undefined && italic === undefined && underline === undefined;
}

let measures: Readonly<Record<FontFace, Measure>> | null = null;
let measured: FontFaces | null = null;

function measureOf({ bold = false, italic = false }: TextLook): Measure {
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

/**
 * The lines of a text whose width is known, each set as one piece: pdfmake, which measures and draws word by word,
 * takes several times as long. Null where it must be left to pdfmake: lines that are stretched, words that do not fit.
 */
function linesOf(text: string, look: TextLook): readonly string[] | null {
  if (look.within === undefined) return null;
  const room = mmToPoints(look.within - (look.left ?? 0));
  const measure = measureOf(look);
  const isOneLine = (measure(text, look.size) ?? Infinity) <= room - mmToPoints(look.firstLine ?? 0);
  if (isOneLine) return [text];
  if (look.align === 'justify' || (look.firstLine ?? 0) > 0) return null;
  return breakLines({ text, size: look.size, room, measure });
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

const hairline = 0.5;

/** A ruled table of fixed widths (millimetres, borders and padding included). */
export function ruledTable({
  widths,
  rows,
  headerRows,
  padding,
  leastRow = 0,
}: {
  readonly widths: readonly number[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly headerRows: number;
  /** Inside a cell, at the sides and above and below, in points. */
  readonly padding: { readonly side: number; readonly upright: number };
  /** Least height of the rows under the header, in millimetres. */
  readonly leastRow?: number;
}): Content {
  const layout: CustomTableLayout = {
    hLineWidth: () => hairline,
    vLineWidth: () => hairline,
    paddingLeft: () => padding.side,
    paddingRight: () => padding.side,
    paddingTop: () => padding.upright,
    paddingBottom: () => padding.upright,
  };
  const least = mmToPoints(leastRow) - padding.upright * 2;
  return {
    table: {
      headerRows,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widths.map((width) => mmToPoints(width) - padding.side * 2 - hairline),
      body: rows.map((row) => [...row]),
      ...(least > 0 ? { heights: (row: number) => (row < headerRows ? 0 : least) } : {}),
    },
    layout,
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
