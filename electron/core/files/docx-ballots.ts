/** Slips of a ballot as a section of a .docx file: one, two or four on A4, with dashed lines to cut along. */
import type { IBorderOptions, Paragraph, Table } from 'docx';
import {
  type SlipLayout,
  isSingleTitle,
  slipLayout,
  slipPages,
  textWidths,
} from '../../../shared/documents/ballot-pages.ts';
import type { BallotSheet } from '../../../shared/documents/model.ts';
import { formatCount } from '../../../shared/numbers.ts';
import type { Docx, DocxKit, FileChild, GridCell, GridRow } from './docx-kit.ts';
import { mmToTwips, motto, placeDateLine, ruleWidth, scaleWidths, upper } from './layout.ts';

type Section = ConstructorParameters<Docx['Document']>[0]['sections'][number];
type SlipPage = ReturnType<typeof slipPages>[number];
type Child = Paragraph | Table;

/** White left at the foot of a page of slips, so that rounding never pushes a row over. */
const SLACK = 1.5;

/** The section of a ballot: every copy, page by page. */
export function slipSection(kit: DocxKit, sheet: BallotSheet): Section {
  const layout = slipLayout(sheet.perPage);
  const { PageOrientation } = kit.docx;
  const pages = slipPages(sheet);
  return {
    properties: {
      page: {
        size: {
          width: mmToTwips(210),
          height: mmToTwips(297),
          orientation:
            layout.orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: mmToTwips(layout.edge.top),
          bottom: mmToTwips(layout.edge.bottom),
          left: mmToTwips(layout.edge.left),
          right: mmToTwips(layout.edge.right),
          header: 0,
          footer: 0,
        },
      },
    },
    children: layout.perPage === 1 ? singles(kit, sheet, pages) : cuts(kit, sheet, pages),
  };
}

function singles(kit: DocxKit, sheet: BallotSheet, pages: readonly SlipPage[]): FileChild[] {
  const children: FileChild[] = [];
  for (let copy = 0; copy < sheet.copies; copy += 1) {
    for (const index of pages.keys()) {
      if (children.length > 0) children.push(kit.speck({ newPage: true }));
      children.push(...slip({ kit, sheet, pages, index }));
    }
  }
  return children.length === 0 ? [kit.speck()] : children;
}

/** Two or four slips on each page; the pages of a long slip follow each other. */
function cuts(kit: DocxKit, sheet: BallotSheet, pages: readonly SlipPage[]): FileChild[] {
  const layout = slipLayout(sheet.perPage);
  const total = sheet.copies * pages.length;
  const children: FileChild[] = [];
  for (let start = 0; start < total; start += layout.perPage) {
    const cellAt = (offset: number): GridCell => {
      const position = start + offset;
      if (position >= total) return { children: [] };
      return { children: [...slip({ kit, sheet, pages, index: position % pages.length }), kit.speck()] };
    };
    if (start > 0) children.push(kit.speck({ newPage: true }));
    children.push(cutTable(kit, layout, cellAt));
  }
  children.push(kit.speck());
  return children;
}

function cutTable(kit: DocxKit, layout: SlipLayout, cellAt: (offset: number) => GridCell): FileChild {
  const { slip: outer, edge } = layout;
  const dashed: IBorderOptions = { style: kit.docx.BorderStyle.DASHED, size: 6, color: '7F7F7F' };
  const inner = outer.width - edge.left - edge.right;
  const widths = [inner, edge.right, edge.left, inner].map(mmToTwips);
  const line = (left: GridCell, right: GridCell): readonly GridCell[] => [
    left,
    { children: [], borders: { right: dashed } },
    { children: [], borders: { left: dashed } },
    right,
  ];
  const height = outer.height - edge.top - edge.bottom - SLACK;
  const empty: GridCell = { children: [] };
  const slips = (first: number): GridRow => ({
    exactHeight: height,
    cells: line(cellAt(first), cellAt(first + 1)),
  });
  if (layout.perPage === 2) return kit.grid({ widths, rows: [slips(0)], bordered: false });
  const cut = (side: 'top' | 'bottom', exactHeight: number): GridRow => ({
    exactHeight,
    cells: line(empty, empty).map((cell) => ({ ...cell, borders: { ...cell.borders, [side]: dashed } })),
  });
  return kit.grid({
    widths,
    rows: [slips(0), cut('bottom', edge.bottom), cut('top', edge.top), slips(2)],
    bordered: false,
  });
}

function slip({
  kit,
  sheet,
  pages,
  index,
}: {
  readonly kit: DocxKit;
  readonly sheet: BallotSheet;
  readonly pages: readonly SlipPage[];
  readonly index: number;
}): Child[] {
  const layout = slipLayout(sheet.perPage);
  const width = layout.slip.width - layout.edge.left - layout.edge.right;
  const size = layout.type.body / 2;
  const small = layout.type.small / 2;
  const parts = `Phiếu gồm ${formatCount(pages.length)} trang; trang ${index + 1}/${pages.length}`;
  const head =
    index === 0
      ? slipHead(kit, sheet, layout, width)
      : [kit.paragraph(`${upper(sheet.title)} (tiếp theo)`, { align: 'center', size, bold: true, after: 4 })];
  const isLast = index === pages.length - 1;
  return [
    ...head,
    rowsTable({ kit, sheet, layout, width, page: pages[index] ?? [] }),
    ...(pages.length > 1
      ? [kit.paragraph(parts, { align: 'center', size: small, italic: true, before: 3 })]
      : []),
    ...(isLast ? foot(kit, sheet, layout, width) : []),
  ];
}

function slipHead(kit: DocxKit, sheet: BallotSheet, layout: SlipLayout, width: number): Child[] {
  const { type } = layout;
  const head = type.head / 2;
  const right = motto.wordsPerPoint * head * 1.72;
  const left = width - right;
  const centred = { align: 'center', size: head } as const;
  const issuer = sheet.issuer.map(upper);
  return [
    kit.grid({
      widths: scaleWidths([left, right], mmToTwips(width)),
      bordered: false,
      rows: [
        {
          cells: [
            {
              children: [
                ...(sheet.superior === null ? [] : [kit.paragraph(upper(sheet.superior), centred)]),
                ...issuer.map((text) => kit.paragraph(text, { ...centred, bold: true })),
                kit.rule(ruleWidth({ text: issuer.at(-1) ?? '', points: head, within: left }), left),
              ],
            },
            {
              children: [
                kit.paragraph(motto.country, { ...centred, bold: true }),
                kit.paragraph(motto.words, { ...centred, bold: true }),
                kit.rule(motto.wordsPerPoint * head, right),
              ],
            },
          ],
        },
      ],
    }),
    kit.paragraph(upper(sheet.title), {
      align: 'center',
      size: type.title / 2,
      bold: true,
      before: head / 2,
    }),
    ...sheet.subtitle.map((text) =>
      kit.paragraph(text, { align: 'center', size: type.body / 2, bold: true }),
    ),
    ...(sheet.watermark === null
      ? []
      : [
          kit.paragraph(`* ${sheet.watermark} *`, {
            align: 'center',
            size: type.body / 2,
            bold: true,
            before: 2,
          }),
        ]),
    ...sheet.guidance.map((text, position) =>
      kit.paragraph(text, {
        align: 'justify',
        size: type.small / 2,
        italic: sheet.opinionOf === null,
        before: position === 0 ? 4 : 1,
      }),
    ),
    kit.paragraph('', { size: 4 }),
  ];
}

function rowsTable({
  kit,
  sheet,
  layout,
  width,
  page,
}: {
  readonly kit: DocxKit;
  readonly sheet: BallotSheet;
  readonly layout: SlipLayout;
  readonly width: number;
  readonly page: SlipPage;
}): Table {
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
  const middle = (children: readonly Child[]): GridCell => ({ children, vertical: 'center' });
  const box = (): GridCell => middle([kit.box(layout.box * 2.3)]);
  return kit.grid({
    widths: scaleWidths(
      columns.map((column) => column.width),
      mmToTwips(width),
    ),
    bordered: true,
    inset: 57,
    padding: 15,
    rows: [
      {
        header: true,
        cells: columns.map(({ header }) =>
          middle([kit.paragraph(header, { align: 'center', size: small, bold: true })]),
        ),
      },
      ...page.map(({ position, row }): GridRow => {
        const name = kit.paragraph(row.name, { size });
        const detail = kit.paragraph(row.detail, { size: small });
        return {
          leastHeight: layout.leastRow,
          cells: [
            middle([kit.paragraph(String(position), { align: 'center', size })]),
            middle(layout.detailUnderName ? [name, detail] : [name]),
            ...(layout.detailUnderName ? [] : [middle([detail])]),
            ...(single ? [] : [middle([kit.paragraph(row.titleName, { size: small })])]),
            box(),
            box(),
          ],
        };
      }),
      ...(page.length === 0
        ? [{ cells: [{ ...middle([kit.paragraph('Không có tên nào.', { size })]), span: columns.length }] }]
        : []),
    ],
  });
}

function foot(kit: DocxKit, sheet: BallotSheet, layout: SlipLayout, width: number): Child[] {
  const size = layout.type.body / 2;
  const day = placeDateLine(sheet.place, sheet.date);
  if (sheet.opinionOf === null)
    return [kit.paragraph(day, { align: 'right', size, italic: true, before: 4 })];
  const line = { align: 'center', size, keepNext: true } as const;
  return [
    kit.grid({
      widths: scaleWidths([1, 1], mmToTwips(width)),
      bordered: false,
      rows: [
        {
          cells: [
            { children: [kit.paragraph('')] },
            {
              children: [
                kit.paragraph(day, { ...line, italic: true, before: 8 }),
                kit.paragraph('THÀNH VIÊN HỘI ĐỒNG', { ...line, bold: true }),
                kit.paragraph('(Ký, ghi rõ họ tên)', { ...line, italic: true }),
                ...Array.from({ length: 3 }, () => kit.paragraph('', line)),
                kit.paragraph(sheet.opinionOf.name, { ...line, bold: true }),
              ],
            },
          ],
        },
      ],
    }),
  ];
}
