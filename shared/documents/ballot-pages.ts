/** How ballot slips lie on A4: measures of a slip, and which rows go on which of its pages. Lengths in millimetres. */
import type { BallotSheet } from './model.ts';

export interface SlipLayout {
  readonly perPage: 1 | 2 | 4;
  readonly orientation: 'portrait' | 'landscape';
  /** Outer size of a slip, and the white edge inside it. */
  readonly slip: { readonly width: number; readonly height: number };
  readonly edge: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Sizes of type in half points. */
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
  /** Post and tổ under the name instead of in a column of their own. */
  readonly detailUnderName: boolean;
  /** Widths of the columns for position, agree, disagree; the rest goes to the texts. */
  readonly narrow: { readonly position: number; readonly mark: number };
}

const layouts = {
  1: {
    perPage: 1,
    orientation: 'portrait',
    slip: { width: 210, height: 297 },
    edge: { top: 20, right: 15, bottom: 20, left: 30 },
    type: { head: 24, title: 28, body: 26, small: 24 },
    box: 5,
    leastRow: 8.5,
    detailUnderName: false,
    narrow: { position: 11, mark: 20 },
  },
  2: {
    perPage: 2,
    orientation: 'landscape',
    slip: { width: 148.5, height: 210 },
    edge: { top: 11, right: 10, bottom: 11, left: 12 },
    type: { head: 18, title: 26, body: 22, small: 20 },
    box: 4.2,
    leastRow: 7,
    detailUnderName: false,
    narrow: { position: 9, mark: 17 },
  },
  4: {
    perPage: 4,
    orientation: 'portrait',
    slip: { width: 105, height: 148.5 },
    edge: { top: 7, right: 7, bottom: 7, left: 7 },
    type: { head: 14, title: 22, body: 19, small: 16 },
    box: 3.6,
    leastRow: 7,
    detailUnderName: true,
    narrow: { position: 7, mark: 14 },
  },
} as const satisfies Record<1 | 2 | 4, SlipLayout>;

/** Layout of slips, one, two or four on an A4 page. */
export function slipLayout(perPage: 1 | 2 | 4): SlipLayout {
  return layouts[perPage];
}

/** Says whether the rows of a ballot are for one title only, named in its heading and not in each row. */
export function isSingleTitle(rows: BallotSheet['rows']): boolean {
  return new Set(rows.map((row) => row.titleName)).size <= 1;
}

/** Widths of the text columns of a slip, in millimetres; zero for a column it does not have. */
export function textWidths(
  layout: SlipLayout,
  rows: BallotSheet['rows'],
): { readonly name: number; readonly detail: number; readonly title: number } {
  const { slip, edge, narrow } = layout;
  const free = slip.width - edge.left - edge.right - narrow.position - narrow.mark * 2;
  const single = isSingleTitle(rows);
  if (layout.detailUnderName)
    return single
      ? { name: free, detail: 0, title: 0 }
      : { name: free * 0.62, detail: 0, title: free * 0.38 };
  return single
    ? { name: free * 0.54, detail: free * 0.46, title: 0 }
    : { name: free * 0.4, detail: free * 0.32, title: free * 0.28 };
}

/** Height of one line of type of a size in half points, in millimetres. */
function lineHeight(halfPoints: number): number {
  return (halfPoints / 2) * 0.3528 * 1.16;
}

/** Width of a word in millimetres, on the safe side. */
function wordWidth(word: string, halfPoints: number): number {
  let em = 0;
  for (const letter of word) em += /\p{Lu}/u.test(letter) ? 0.72 : 0.48;
  return em * (halfPoints / 2) * 0.3528;
}

/** Lines a text takes in a width, with words kept whole. */
function linesOf({
  text,
  width,
  halfPoints,
}: {
  readonly text: string;
  readonly width: number;
  readonly halfPoints: number;
}): number {
  const space = (halfPoints / 2) * 0.3528 * 0.25;
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = wordWidth(word, halfPoints);
    if (used > 0 && used + space + needed > width) {
      lines += 1;
      used = needed;
    } else used += needed + (used > 0 ? space : 0);
  }
  return lines;
}

function rowHeight(layout: SlipLayout, rows: BallotSheet['rows'], row: BallotSheet['rows'][number]): number {
  const widths = textWidths(layout, rows);
  const { body, small } = layout.type;
  const padding = 1.8;
  const inside = (width: number): number => Math.max(8, width - 3);
  const name = linesOf({ text: row.name, width: inside(widths.name), halfPoints: body }) * lineHeight(body);
  const under = layout.detailUnderName
    ? linesOf({ text: row.detail, width: inside(widths.name), halfPoints: small }) * lineHeight(small)
    : 0;
  const beside = layout.detailUnderName
    ? 0
    : linesOf({ text: row.detail, width: inside(widths.detail), halfPoints: small }) * lineHeight(small);
  const title =
    widths.title === 0
      ? 0
      : linesOf({ text: row.titleName, width: inside(widths.title), halfPoints: small }) * lineHeight(small);
  return Math.max(layout.leastRow, Math.max(layout.box + 1, name + under, beside, title) + padding);
}

function headHeight(layout: SlipLayout, sheet: BallotSheet): number {
  const { slip, edge, type } = layout;
  const width = slip.width - edge.left - edge.right;
  const lines = (texts: readonly string[], halfPoints: number): number =>
    texts.reduce((sum, text) => sum + linesOf({ text, width, halfPoints }), 0) * lineHeight(halfPoints);
  const letterhead = (sheet.issuer.length + 1) * lineHeight(type.head) + 5;
  const titles = lines([sheet.title], type.title) + lines(sheet.subtitle, type.body) + 4;
  const trial = sheet.watermark === null ? 0 : lineHeight(type.body) + 3;
  return letterhead + titles + trial + lines(sheet.guidance, type.small) + sheet.guidance.length + 4;
}

function footHeight(layout: SlipLayout, sheet: BallotSheet): number {
  const lines = sheet.opinionOf === null ? 2 : 8;
  return lines * lineHeight(layout.type.body) + 5;
}

/** A row of a slip with its number, which runs on over the pages. */
export interface SlipRow {
  readonly position: number;
  readonly row: BallotSheet['rows'][number];
}

/**
 * Rows of a slip, page by page; a slip of more than one page says so on each. Never empty: a ballot of no names has
 * one page.
 */
export function slipPages(sheet: BallotSheet): readonly (readonly SlipRow[])[] {
  const layout = slipLayout(sheet.perPage);
  const height = layout.slip.height - layout.edge.top - layout.edge.bottom;
  const tableHead = lineHeight(layout.type.small) * 2 + 2;
  const pageLine = lineHeight(layout.type.small) + 2;
  const start = lineHeight(layout.type.body) + 4 + tableHead + pageLine;
  const pages: SlipRow[][] = [[]];
  let used = headHeight(layout, sheet) + tableHead + pageLine;
  for (const [index, row] of sheet.rows.entries()) {
    const needed = rowHeight(layout, sheet.rows, row);
    const page = pages.at(-1);
    if (page !== undefined && (page.length === 0 || used + needed <= height)) {
      page.push({ position: index + 1, row });
    } else {
      pages.push([{ position: index + 1, row }]);
      used = start;
    }
    used += needed;
  }
  // What stands at the foot of the last page takes its last row along when it does not fit.
  const last = pages.at(-1);
  if (last !== undefined && last.length > 1 && used + footHeight(layout, sheet) - pageLine > height) {
    pages.push(last.splice(-1));
  }
  return pages;
}

/** The most slips on an A4 page that still leave each slip on one page; one when none does. */
export function fitPerPage(sheet: BallotSheet): 1 | 2 | 4 {
  for (const perPage of [4, 2] as const) {
    if (slipPages({ ...sheet, perPage }).length === 1) return perPage;
  }
  return 1;
}
