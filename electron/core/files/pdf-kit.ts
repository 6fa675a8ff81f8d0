/** The few shapes papers are made of, over pdfmake, which is loaded only when a paper is written. Sizes in points. */
import type * as PdfMakeModule from 'pdfmake';
import type {
  Content,
  ContentText,
  CustomTableLayout,
  TDocumentDefinitions,
  TableCell,
} from 'pdfmake/interfaces';
import type { Alignment, Rich } from '../../../shared/documents/model.ts';
import { type FontFaces, loadFonts } from './fonts.ts';
import { approximateWidth, asOfDate, mmToPoints, runsOf, typeset } from './layout.ts';

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
  /** Width it stands in: a text sure to fit is set as one piece, which spares pdfmake the measuring of each word. */
  readonly within?: number;
}

export const face = 'Tinos';
/** Single spacing of the face over pdfmake's own, which leaves out the gap between lines. */
const single = 1.04;

/** A paragraph; an empty one keeps the height of its line. */
export function paragraph(text: Rich, look: TextLook): ContentText {
  const runs = runsOf(text);
  const plain = runs.length === 1 ? runs[0] : undefined;
  const content =
    plain !== undefined &&
    plain.bold === undefined &&
    plain.italic === undefined &&
    plain.underline === undefined
      ? plain.text
      : runs.map((run) => ({
          text: run.text,
          ...(run.bold === undefined ? {} : { bold: run.bold }),
          ...(run.italic === undefined ? {} : { italics: run.italic }),
          ...(run.underline === true ? { decoration: 'underline' as const } : {}),
        }));
  return {
    text: runs.length === 0 ? ' ' : content,
    fontSize: look.size,
    lineHeight: single * (look.spacing ?? 1),
    alignment: look.align ?? 'left',
    margin: [mmToPoints(look.left ?? 0), look.before ?? 0, 0, look.after ?? 0],
    ...(typeof content === 'string' && fitsOneLine(content, look) ? { noWrap: true } : {}),
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.italic === true ? { italics: true } : {}),
    ...(look.firstLine === undefined || look.firstLine === 0
      ? {}
      : { leadingIndent: mmToPoints(look.firstLine) }),
  };
}

/** Says whether a text is sure to fit on one line: the estimate is wide, and a tenth is left over. */
function fitsOneLine(text: string, look: TextLook): boolean {
  if (look.within === undefined) return false;
  const room = look.within - (look.firstLine ?? 0) - (look.left ?? 0);
  return approximateWidth(text, look.size) * 1.1 <= room;
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
