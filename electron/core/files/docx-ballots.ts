/** Slips of a ballot as a section of a .docx file: one, two or four on A4, with dashed lines to cut along. */
import {
  type SlipLayout,
  isSingleTitle,
  slipLayout,
  slipPages,
  textWidths,
} from '../../../shared/documents/ballot-pages.ts';
import type { BallotSheet } from '../../../shared/documents/model.ts';
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
import { mmToTwips, motto, placeDateLine, ruleWidth, scaleWidths, upper } from './layout.ts';

type SlipPage = ReturnType<typeof slipPages>[number];

/** White left at the foot of a page of slips, so that rounding never pushes a row over. */
const SLACK = 1.5;

/** The body of a file of ballots: every copy, page by page. */
export function slipChildren(sheet: BallotSheet): readonly Xml[] {
  const pages = slipPages(sheet);
  return sheet.perPage === 1 ? singles(sheet, pages) : cuts(sheet, pages);
}

function singles(sheet: BallotSheet, pages: readonly SlipPage[]): Xml[] {
  const children: Xml[] = [];
  for (let copy = 0; copy < sheet.copies; copy += 1) {
    for (const index of pages.keys()) {
      if (children.length > 0) children.push(newPage);
      children.push(...slip({ sheet, pages, index }));
    }
  }
  return children.length === 0 ? [speck] : children;
}

/** Two or four slips on each page; the pages of a long slip follow each other. */
function cuts(sheet: BallotSheet, pages: readonly SlipPage[]): Xml[] {
  const layout = slipLayout(sheet.perPage);
  const total = sheet.copies * pages.length;
  const children: Xml[] = [];
  for (let start = 0; start < total; start += layout.perPage) {
    const cellAt = (offset: number): GridCell => {
      const position = start + offset;
      if (position >= total) return { children: [] };
      return { children: [...slip({ sheet, pages, index: position % pages.length }), speck] };
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

function slip({
  sheet,
  pages,
  index,
}: {
  readonly sheet: BallotSheet;
  readonly pages: readonly SlipPage[];
  readonly index: number;
}): Xml[] {
  const layout = slipLayout(sheet.perPage);
  const width = layout.slip.width - layout.edge.left - layout.edge.right;
  const size = layout.type.body / 2;
  const small = layout.type.small / 2;
  const parts = `Phiếu gồm ${formatCount(pages.length)} trang; trang ${index + 1}/${pages.length}`;
  const head =
    index === 0
      ? slipHead(sheet, layout, width)
      : [paragraph(`${upper(sheet.title)} (tiếp theo)`, { align: 'center', size, bold: true, after: 4 })];
  const isLast = index === pages.length - 1;
  return [
    ...head,
    rowsTable({ sheet, layout, width, page: pages[index] ?? [] }),
    ...(pages.length > 1
      ? [paragraph(parts, { align: 'center', size: small, italic: true, before: 3 })]
      : []),
    ...(isLast ? foot(sheet, layout, width) : []),
  ];
}

function slipHead(sheet: BallotSheet, layout: SlipLayout, width: number): Xml[] {
  const { type } = layout;
  const head = type.head / 2;
  const right = motto.wordsPerPoint * head * 1.72;
  const left = width - right;
  const centred = { align: 'center', size: head } as const;
  const issuer = sheet.issuer.map(upper);
  return [
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
              ],
            },
            {
              children: [
                paragraph(motto.country, { ...centred, bold: true }),
                paragraph(motto.words, { ...centred, bold: true }),
                rule(motto.wordsPerPoint * head, right),
              ],
            },
          ],
        },
      ],
    }),
    paragraph(upper(sheet.title), {
      align: 'center',
      size: type.title / 2,
      bold: true,
      before: head / 2,
    }),
    ...sheet.subtitle.map((text) => paragraph(text, { align: 'center', size: type.body / 2, bold: true })),
    ...(sheet.watermark === null
      ? []
      : [
          paragraph(`* ${sheet.watermark} *`, {
            align: 'center',
            size: type.body / 2,
            bold: true,
            before: 2,
          }),
        ]),
    ...sheet.guidance.map((text, position) =>
      paragraph(text, {
        align: 'justify',
        size: type.small / 2,
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
  const size = layout.type.body / 2;
  const small = layout.type.small / 2;
  const texts = textWidths(layout, sheet.rows);
  const single = isSingleTitle(sheet.rows);
  const columns = [
    { header: 'TT', width: layout.narrow.position },
    { header: 'Họ và tên', width: texts.name },
    ...(layout.detailUnderName ? [] : [{ header: 'Chức vụ, đơn vị', width: texts.detail }]),
    ...(single ? [] : [{ header: 'Danh hiệu đề nghị', width: texts.title }]),
    { header: 'Đồng ý', width: layout.narrow.mark },
    { header: 'Không đồng ý', width: layout.narrow.mark },
  ];
  const middle = (children: readonly Xml[]): GridCell => ({ children, vertical: 'center' });
  const mark = (): GridCell => middle([box(layout.box * 2.3)]);
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
      ...page.map(({ position, row }): GridRow => {
        const name = paragraph(row.name, { size });
        const detail = paragraph(row.detail, { size: small });
        return {
          leastHeight: layout.leastRow,
          cells: [
            middle([paragraph(String(position), { align: 'center', size })]),
            middle(layout.detailUnderName ? [name, detail] : [name]),
            ...(layout.detailUnderName ? [] : [middle([detail])]),
            ...(single ? [] : [middle([paragraph(row.titleName, { size: small })])]),
            mark(),
            mark(),
          ],
        };
      }),
      ...(page.length === 0
        ? [{ cells: [{ ...middle([paragraph('Không có tên nào.', { size })]), span: columns.length }] }]
        : []),
    ],
  });
}

function foot(sheet: BallotSheet, layout: SlipLayout, width: number): Xml[] {
  const size = layout.type.body / 2;
  const day = placeDateLine(sheet.place, sheet.date);
  if (sheet.opinionOf === null) return [paragraph(day, { align: 'right', size, italic: true, before: 4 })];
  const line = { align: 'center', size, keepNext: true } as const;
  return [
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
                paragraph('THÀNH VIÊN HỘI ĐỒNG', { ...line, bold: true }),
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
