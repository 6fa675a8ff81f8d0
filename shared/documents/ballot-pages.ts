/**
 * How ballot slips lie on paper: measures of a slip, the size of its type, and which rows go on which of its pages.
 * Lengths in millimetres, sizes of type in points.
 */
import { breakLines } from './line-breaks.ts';
import { slipFormats, type BallotSheet, type BallotVote, type SlipFormat } from './model.ts';
import { typeWidth, type Weight } from './type-width.ts';

export interface SlipLayout {
  readonly page: 'A4' | 'A5';
  readonly orientation: 'portrait' | 'landscape';
  /** Slips on a page. */
  readonly perPage: 1 | 2 | 4;
  /** Outer size of a slip, and the white edge inside it. */
  readonly slip: { readonly width: number; readonly height: number };
  readonly edge: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly type: {
    readonly head: number;
    readonly title: number;
    readonly body: number;
    readonly small: number;
  };
  /** Side of a box to tick. */
  readonly box: number;
  /** Least height of a row. */
  readonly leastRow: number;
  /** Post and tổ in a column of their own, or after the name. */
  readonly detail: 'column' | 'inline';
  /** The country and its motto beside the council; small slips have the place of the stamp there. */
  readonly hasMotto: boolean;
  /** Where the council's stamp goes. */
  readonly stamp: { readonly width: number; readonly height: number };
  /** Widths of the columns for position and for each mark; the rest goes to the texts. */
  readonly narrow: { readonly position: number; readonly mark: number };
}

/** Nothing that people read on a ballot is smaller. */
export const LEAST_TYPE = 11;

type Frame = Omit<SlipLayout, 'type'> & {
  /** Sizes of type to choose from, the largest first. */
  readonly sizes: readonly number[];
  /** What the title has more than the body. */
  readonly titleGrows: number;
};

const half = {
  edge: { top: 10, right: 10, bottom: 10, left: 10 },
  sizes: [13, 12, 11],
  titleGrows: 3,
  box: 4.4,
  leastRow: 7.5,
  detail: 'inline',
  hasMotto: false,
  stamp: { width: 38, height: 17 },
  narrow: { position: 9, mark: 19 },
} as const satisfies Partial<Frame>;

const frames = {
  A4: {
    page: 'A4',
    orientation: 'portrait',
    perPage: 1,
    slip: { width: 210, height: 297 },
    edge: { top: 15, right: 15, bottom: 15, left: 20 },
    sizes: [14, 13, 12, 11],
    titleGrows: 3,
    box: 5,
    leastRow: 8.5,
    detail: 'column',
    hasMotto: true,
    stamp: { width: 46, height: 15 },
    narrow: { position: 11, mark: 22 },
  },
  A5: { ...half, page: 'A5', orientation: 'portrait', perPage: 1, slip: { width: 148, height: 210 } },
  'two-up': {
    ...half,
    page: 'A4',
    orientation: 'landscape',
    perPage: 2,
    slip: { width: 148.5, height: 210 },
  },
  'four-up': {
    page: 'A4',
    orientation: 'portrait',
    perPage: 4,
    slip: { width: 105, height: 148.5 },
    edge: { top: 7, right: 7, bottom: 7, left: 7 },
    sizes: [12, 11],
    titleGrows: 2,
    box: 3.8,
    leastRow: 7,
    detail: 'inline',
    hasMotto: false,
    stamp: { width: 27, height: 14 },
    narrow: { position: 8, mark: 16.5 },
  },
} as const satisfies Record<SlipFormat, Frame>;

/** The page and the edges of a format, whatever the size of its type. */
export function slipFrame(
  format: SlipFormat,
): Pick<SlipLayout, 'page' | 'orientation' | 'perPage' | 'slip' | 'edge'> {
  return frames[format];
}

function layoutOf(format: SlipFormat, size: number): SlipLayout {
  const { sizes: _, titleGrows, ...frame }: Frame = frames[format];
  const small = Math.max(LEAST_TYPE, size - 1);
  return {
    ...frame,
    type: {
      head: frame.hasMotto ? 12 : LEAST_TYPE,
      title: size + titleGrows,
      body: size,
      small,
    },
  };
}

/** Says whether the rows of a ballot are for one title only, named in its heading. */
export function isSingleTitle(rows: BallotSheet['rows']): boolean {
  return new Set(rows.map((row) => row.titleName)).size <= 1;
}

/** Headings of the columns in which a ballot is marked; none where names are struck out. */
export function markColumns(vote: BallotVote): readonly string[] {
  switch (vote.kind) {
    case 'agree-columns':
      return ['Đồng ý', 'Không đồng ý'];
    case 'strike-out':
      return [];
    case 'choose':
      return ['Chọn'];
  }
}

/** Widths of the text columns of a slip; zero for a column it does not have. */
export function textWidths(
  layout: SlipLayout,
  vote: BallotVote,
): { readonly name: number; readonly detail: number } {
  const { slip, edge, narrow } = layout;
  const free = slip.width - edge.left - edge.right - narrow.position - narrow.mark * markColumns(vote).length;
  return layout.detail === 'inline' ? { name: free, detail: 0 } : { name: free * 0.46, detail: free * 0.54 };
}

/** Height of one line of type, in millimetres. */
function lineHeight(points: number): number {
  return points * 0.3528 * 1.16;
}

/** Writers break a line a little sooner or later than reckoned. */
const SAFE = 1.03;

/** Lines a text takes in a width. */
function linesOf({
  text,
  width,
  points,
  weight = 'regular',
}: {
  readonly text: string;
  readonly width: number;
  readonly points: number;
  readonly weight?: Weight;
}): number {
  const measure = (letters: string): number => typeWidth({ text: letters, points, weight }) * SAFE;
  return breakLines({ runs: [{ text, measure }], room: width }).length;
}

/** What lies between a name and what follows it on the same line. */
export const afterName = ' – ';

function rowHeight(layout: SlipLayout, vote: BallotVote, row: BallotSheet['rows'][number]): number {
  const widths = textWidths(layout, vote);
  const { body, small } = layout.type;
  const padding = 1.3;
  const height = (text: string, width: number, points: number, weight: Weight): number =>
    linesOf({ text, width: Math.max(8, width - 2.6), points, weight }) * lineHeight(points);
  const texts =
    layout.detail === 'inline'
      ? height(row.detail === '' ? row.name : row.name + afterName + row.detail, widths.name, body, 'bold')
      : Math.max(
          height(row.name, widths.name, body, 'bold'),
          height(row.detail, widths.detail, small, 'regular'),
        );
  const box = vote.kind === 'strike-out' ? 0 : layout.box + 1;
  return Math.max(layout.leastRow, Math.max(box, texts) + padding);
}

function bandHeight(layout: SlipLayout): number {
  return lineHeight(layout.type.small) + 4;
}

function headHeight(layout: SlipLayout, sheet: BallotSheet): number {
  const { slip, edge, type, stamp } = layout;
  const width = slip.width - edge.left - edge.right;
  const lines = (texts: readonly string[], points: number, weight: Weight, within = width): number =>
    texts.reduce((sum, text) => sum + linesOf({ text, width: within, points, weight }), 0) *
    lineHeight(points);
  const names = [...(sheet.superior === null ? [] : [sheet.superior]), ...sheet.issuer].map((text) =>
    text.toLocaleUpperCase('vi'),
  );
  const council =
    lines(names, type.head, 'bold', (layout.hasMotto ? width / 2 : width - stamp.width) - 2) + 3;
  const letterhead = layout.hasMotto ? council + stamp.height + 2 : Math.max(council, stamp.height + 1);
  const titles = lines([sheet.title], type.title, 'bold') + lines(sheet.subtitle, type.body, 'bold') + 3;
  return letterhead + titles + lines(sheet.guidance, type.small, 'regular') + sheet.guidance.length * 0.5 + 4;
}

function footHeight(layout: SlipLayout, sheet: BallotSheet): number {
  const lines = sheet.opinionOf === null ? 1 : 8;
  return lines * lineHeight(layout.type.body) + 4;
}

/** A line of the table of a slip: a name under its number, or the title that the next names are for. */
export type SlipLine =
  | { readonly kind: 'row'; readonly position: number; readonly row: BallotSheet['rows'][number] }
  | { readonly kind: 'section'; readonly titleName: string };

/** A slip as it will be printed. */
export interface Slip {
  readonly layout: SlipLayout;
  /** Never empty: a ballot of no names has one page. */
  readonly pages: readonly (readonly SlipLine[])[];
  /** False where a name alone is taller than a page. */
  readonly fits: boolean;
}

function paginate(layout: SlipLayout, sheet: BallotSheet): Pick<Slip, 'pages' | 'fits'> {
  const height = layout.slip.height - layout.edge.top - layout.edge.bottom - 1.5;
  const tableHead = lineHeight(layout.type.small) * (sheet.vote.kind === 'agree-columns' ? 2 : 1) + 2;
  const pageLine = lineHeight(layout.type.small) + 2;
  const section = Math.max(layout.leastRow, lineHeight(layout.type.body) + 1.3);
  const fixed = bandHeight(layout) + tableHead + pageLine;
  const single = isSingleTitle(sheet.rows);
  const pages: SlipLine[][] = [[]];
  let used = fixed + headHeight(layout, sheet);
  let fits = true;
  let titleName: string | null = null;
  let position = 0;
  for (const row of sheet.rows) {
    const startsTitle = row.titleName !== titleName;
    if (startsTitle) position = 0;
    titleName = row.titleName;
    position += 1;
    const lines: SlipLine[] = [{ kind: 'row', position, row }];
    let needed = rowHeight(layout, sheet.vote, row);
    // A heading never stands alone at the foot of a page.
    if (!single && startsTitle) {
      lines.unshift({ kind: 'section', titleName });
      needed += section;
    }
    const page = pages.at(-1);
    if (page !== undefined && (page.length === 0 || used + needed <= height)) page.push(...lines);
    else {
      pages.push(lines);
      used = fixed + lineHeight(layout.type.body) + 3;
    }
    used += needed;
    fits &&= used <= height;
  }
  // What stands at the foot of the last page takes its last row along when it does not fit.
  const last = pages.at(-1);
  if (last !== undefined && last.length > 1 && used + footHeight(layout, sheet) - pageLine > height) {
    const heading = last.at(-2)?.kind === 'section' ? 2 : 1;
    if (last.length > heading) pages.push(last.splice(-heading));
    else fits = false;
  }
  return { pages, fits };
}

/** The slip in the largest type that needs no more pages than the smallest does. */
export function arrangeSlip(sheet: BallotSheet): Slip {
  const slips = frames[sheet.format].sizes.map((size): Slip => {
    const layout = layoutOf(sheet.format, size);
    return { layout, ...paginate(layout, sheet) };
  });
  const fewest = Math.min(...slips.map(({ pages }) => pages.length));
  const chosen = slips.find(({ pages, fits }) => pages.length === fewest && fits) ?? slips.at(-1);
  if (chosen === undefined) throw new Error('A format has no size of type.');
  return chosen;
}

/** The formats in which the paper of one voter stays one piece: what is cut apart holds the whole of it. */
export function offeredFormats(sheetIn: (format: SlipFormat) => BallotSheet): readonly SlipFormat[] {
  return slipFormats.filter((format) => {
    const { layout, pages, fits } = arrangeSlip(sheetIn(format));
    return layout.perPage === 1 || (pages.length === 1 && fits);
  });
}

/** Of the formats on an A4 page, the one with the most slips. */
export function fitFormat(offered: readonly SlipFormat[]): SlipFormat {
  return (['four-up', 'two-up'] as const).find((format) => offered.includes(format)) ?? 'A4';
}

/** Sheets of paper that the copies of a ballot take, printed on one side. */
export function sheetsNeeded(sheet: BallotSheet): number {
  const { layout, pages } = arrangeSlip(sheet);
  return Math.ceil((sheet.copies * pages.length) / layout.perPage);
}
