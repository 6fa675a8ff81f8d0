/** Slips of a ballot as a .docx: on A4 or A5, or two or four on A4 with dashed lines to cut along. */
import {
  type Slip,
  type SlipLayout,
  afterName,
  arrangeSlip,
  markColumns,
  textWidths,
} from '../../../shared/documents/ballot-pages.ts';
import type { BallotSheet, Run } from '../../../shared/documents/model.ts';
import { formatCount } from '../../../shared/numbers.ts';
import {
  type GridCell,
  type GridRow,
  type Xml,
  box,
  grid,
  newPage,
  paragraph,
  rule,
  speck,
} from './docx-xml.ts';
import { bandColours, mmToTwips, motto, placeDateLine, ruleWidth, scaleWidths, upper } from './layout.ts';

type SlipPage = Slip['pages'][number];

/** White left at the foot of a page of slips, so that rounding never pushes a row over. */
const SLACK = 1.5;

/** The body of a file of ballots: every copy, page by page. */
export function slipChildren(sheet: BallotSheet): readonly Xml[] {
  const arranged = arrangeSlip(sheet);
  return arranged.layout.perPage === 1 ? singles(sheet, arranged) : cuts(sheet, arranged);
}

function singles(sheet: BallotSheet, arranged: Slip): Xml[] {
  const children: Xml[] = [];
  for (let copy = 0; copy < sheet.copies; copy += 1) {
    for (const index of arranged.pages.keys()) {
      if (children.length > 0) children.push(newPage);
      children.push(...slip(sheet, arranged, index));
    }
  }
  return children.length === 0 ? [speck] : children;
}

/** Two or four slips on each page; the pages of a long slip follow each other. */
function cuts(sheet: BallotSheet, arranged: Slip): Xml[] {
  const { layout, pages } = arranged;
  const total = sheet.copies * pages.length;
  const children: Xml[] = [];
  for (let start = 0; start < total; start += layout.perPage) {
    const cellAt = (offset: number): GridCell => {
      const position = start + offset;
      if (position >= total) return { children: [] };
      return { children: [...slip(sheet, arranged, position % pages.length), speck] };
    };
    if (start > 0) children.push(newPage);
    children.push(cutTable(layout, cellAt));
  }
  children.push(speck);
  return children;
}

function cutTable(layout: SlipLayout, cellAt: (offset: number) => GridCell): Xml {
  const { slip: outer, edge } = layout;
  const inner = outer.width - edge.left - edge.right;
  const widths = [inner, edge.right, edge.left, inner].map(mmToTwips);
  const line = (left: GridCell, right: GridCell): readonly GridCell[] => [
    left,
    { children: [], borders: { right: 'dashed' } },
    { children: [], borders: { left: 'dashed' } },
    right,
  ];
  const height = outer.height - edge.top - edge.bottom - SLACK;
  const empty: GridCell = { children: [] };
  const slips = (first: number): GridRow => ({
    exactHeight: height,
    cells: line(cellAt(first), cellAt(first + 1)),
  });
  if (layout.perPage === 2) return grid({ widths, rows: [slips(0)], border: 'none' });
  const cut = (side: 'top' | 'bottom', exactHeight: number): GridRow => ({
    exactHeight,
    cells: line(empty, empty).map((cell) => ({ ...cell, borders: { ...cell.borders, [side]: 'dashed' } })),
  });
  return grid({
    widths,
    rows: [slips(0), cut('bottom', edge.bottom), cut('top', edge.top), slips(2)],
    border: 'none',
  });
}

function slip(sheet: BallotSheet, { layout, pages }: Slip, index: number): Xml[] {
  const width = layout.slip.width - layout.edge.left - layout.edge.right;
  const { body: size, small } = layout.type;
  const parts = `Phiếu gồm ${formatCount(pages.length)} trang; trang ${index + 1}/${pages.length}`;
  const head =
    index === 0
      ? slipHead(sheet, layout, width)
      : [
          paragraph(`${upper(sheet.title)} (tiếp theo)`, {
            align: 'center',
            size,
            bold: true,
            before: 3,
            after: 4,
          }),
        ];
  const isLast = index === pages.length - 1;
  return [
    band(sheet, layout, width),
    ...head,
    rowsTable({ sheet, layout, width, page: pages[index] ?? [] }),
    ...(pages.length > 1
      ? [paragraph(parts, { align: 'center', size: small, italic: true, before: 3 })]
      : []),
    ...(isLast ? foot(sheet, layout, width) : []),
  ];
}

function band(sheet: BallotSheet, layout: SlipLayout, width: number): Xml {
  const { fill, text } = bandColours(sheet.band);
  const words = paragraph(upper(sheet.band.text), {
    align: 'center',
    size: layout.type.small,
    bold: true,
    colour: text,
  });
  return grid({
    widths: [mmToTwips(width)],
    border: 'single',
    padding: 40,
    rows: [{ cells: [{ children: [words], fill, vertical: 'center' }] }],
  });
}

/** An empty frame where the council's stamp goes, in the middle of a width. */
function stampPlace(sheet: Pick<BallotSheet, 'stamp'>, { stamp, type }: SlipLayout, within: number): Xml {
  const side = Math.max(0, (within - stamp.width) / 2);
  const words = paragraph(sheet.stamp, {
    align: 'center',
    size: type.head,
    italic: true,
    colour: '#595959',
  });
  const empty: GridCell = { children: [] };
  const lines = { top: 'single', left: 'single', bottom: 'single', right: 'single' } as const;
  const framed: GridCell = { children: [words], borders: lines, vertical: 'center' };
  const isWhole = side < 1;
  return grid({
    widths: (isWhole ? [within] : [side, stamp.width, side]).map(mmToTwips),
    border: 'none',
    rows: [{ exactHeight: stamp.height, cells: isWhole ? [framed] : [empty, framed, empty] }],
  });
}

function slipHead(sheet: BallotSheet, layout: SlipLayout, width: number): Xml[] {
  const { type, stamp } = layout;
  const head = type.head;
  const right = layout.hasMotto ? motto.wordsPerPoint * head * 1.72 : stamp.width;
  const left = width - right;
  const centred = { align: 'center', size: head } as const;
  const issuer = sheet.issuer.map(upper);
  const country: readonly Xml[] = [
    paragraph(motto.country, { ...centred, bold: true }),
    paragraph(motto.words, { ...centred, bold: true }),
    rule(motto.wordsPerPoint * head, right),
  ];
  return [
    paragraph('', { size: 3 }),
    grid({
      widths: scaleWidths([left, right], mmToTwips(width)),
      border: 'none',
      rows: [
        {
          cells: [
            {
              children: [
                ...(sheet.superior === null ? [] : [paragraph(upper(sheet.superior), centred)]),
                ...issuer.map((text) => paragraph(text, { ...centred, bold: true })),
                rule(ruleWidth({ text: issuer.at(-1) ?? '', points: head, within: left }), left),
                ...(layout.hasMotto ? [stampPlace(sheet, layout, left)] : []),
              ],
            },
            { children: layout.hasMotto ? country : [stampPlace(sheet, layout, right)] },
          ],
        },
      ],
    }),
    paragraph(upper(sheet.title), { align: 'center', size: type.title, bold: true, before: 5 }),
    ...sheet.subtitle.map((text) => paragraph(text, { align: 'center', size: type.body, bold: true })),
    ...sheet.guidance.map((text, position) =>
      paragraph(text, {
        align: 'justify',
        size: type.small,
        italic: sheet.opinionOf === null,
        before: position === 0 ? 4 : 1,
      }),
    ),
    paragraph('', { size: 4 }),
  ];
}

function rowsTable({
  sheet,
  layout,
  width,
  page,
}: {
  readonly sheet: BallotSheet;
  readonly layout: SlipLayout;
  readonly width: number;
  readonly page: SlipPage;
}): Xml {
  const { body: size, small } = layout.type;
  const texts = textWidths(layout, sheet.vote);
  const marks = markColumns(sheet.vote);
  const isInline = layout.detail === 'inline';
  const columns = [
    { header: 'TT', width: layout.narrow.position },
    { header: isInline ? 'Họ và tên, chức vụ, đơn vị' : 'Họ và tên', width: texts.name },
    ...(isInline ? [] : [{ header: 'Chức vụ, đơn vị', width: texts.detail }]),
    ...marks.map((header) => ({ header, width: layout.narrow.mark })),
  ];
  const middle = (children: readonly Xml[]): GridCell => ({ children, vertical: 'center' });
  const whole = (text: string): GridRow => ({
    cells: [{ ...middle([paragraph(text, { size, bold: true })]), span: columns.length }],
  });
  return grid({
    widths: scaleWidths(
      columns.map((column) => column.width),
      mmToTwips(width),
    ),
    border: 'single',
    inset: 57,
    padding: 15,
    rows: [
      {
        header: true,
        cells: columns.map(({ header }) =>
          middle([paragraph(header, { align: 'center', size: small, bold: true })]),
        ),
      },
      ...page.map((line): GridRow => {
        if (line.kind === 'section') return whole(line.titleName);
        const { position, row } = line;
        const rest = row.detail === '' ? '' : afterName + row.detail;
        const who: readonly Run[] = [{ text: row.name, bold: true }, ...(isInline ? [{ text: rest }] : [])];
        const name = paragraph(who, {
          size,
        });
        return {
          leastHeight: layout.leastRow,
          cells: [
            middle([paragraph(String(position), { align: 'center', size })]),
            middle([name]),
            ...(isInline ? [] : [middle([paragraph(row.detail, { size: small })])]),
            ...marks.map(() => middle([box(layout.box * 2.3)])),
          ],
        };
      }),
      ...(page.length === 0 ? [whole('Không có tên nào.')] : []),
    ],
  });
}

function foot(sheet: BallotSheet, layout: SlipLayout, width: number): Xml[] {
  const size = layout.type.body;
  const day = placeDateLine(sheet.place, sheet.date);
  if (sheet.opinionOf === null) return [paragraph(day, { align: 'right', size, italic: true, before: 4 })];
  const line = { align: 'center', size, keepNext: true } as const;
  return [
    // Two tables that touch are one table to Word.
    paragraph('', { size: 3 }),
    grid({
      widths: scaleWidths([1, 1], mmToTwips(width)),
      border: 'none',
      rows: [
        {
          cells: [
            { children: [paragraph('')] },
            {
              children: [
                paragraph(day, { ...line, italic: true, before: 8 }),
                paragraph(sheet.opinionOf.capacity, { ...line, bold: true }),
                paragraph('(Ký, ghi rõ họ tên)', { ...line, italic: true }),
                ...Array.from({ length: 3 }, () => paragraph('', line)),
                paragraph(sheet.opinionOf.name, { ...line, bold: true }),
              ],
            },
          ],
        },
      ],
    }),
  ];
}
