/** Slips of a ballot as a .pdf: one, two or four on A4, with dashed lines to cut along. */
import type { Content, ContextPageSize, TDocumentDefinitions, TableCell } from 'pdfmake/interfaces';
import {
  type SlipLayout,
  isSingleTitle,
  slipLayout,
  slipPages,
  textWidths,
} from '../../../shared/documents/ballot-pages.ts';
import type { BallotSheet } from '../../../shared/documents/model.ts';
import { formatCount } from '../../../shared/numbers.ts';
import { mmToPoints, motto, placeDateLine, ruleWidth, upper } from './layout.ts';
import { box, paragraph, ruledTable, rule, sideBySide } from './pdf-kit.ts';

type Definition = Omit<TDocumentDefinitions, 'info' | 'defaultStyle'>;
type SlipPage = ReturnType<typeof slipPages>[number];

/** The definition of a ballot: every copy, page by page. */
export function slipDefinition(sheet: BallotSheet): Definition {
  const layout = slipLayout(sheet.perPage);
  const { edge } = layout;
  const pages = slipPages(sheet);
  const total = sheet.copies * pages.length;
  const slipAt = (position: number): Content[] =>
    position < total ? slip({ sheet, layout, pages, index: position % pages.length }) : [];
  const sheets: Content[] = [];
  for (let start = 0; start < total; start += layout.perPage) {
    sheets.push({
      stack: pageOf(layout, (offset) => slipAt(start + offset)),
      ...(start > 0 ? { pageBreak: 'before' } : {}),
    });
  }
  return {
    pageSize: 'A4',
    pageOrientation: layout.orientation,
    pageMargins: [edge.left, edge.top, edge.right, edge.bottom].map(mmToPoints) as [
      number,
      number,
      number,
      number,
    ],
    background: (_page: number, size: ContextPageSize) => cutLines(layout, size),
    content: sheets.length === 0 ? [{ text: '' }] : sheets,
  };
}

function cutLines(layout: SlipLayout, size: ContextPageSize): Content {
  const look = { type: 'line', lineWidth: 0.6, dash: { length: 4, space: 3 }, lineColor: '#7f7f7f' } as const;
  const upright = { ...look, x1: size.width / 2, y1: 8, x2: size.width / 2, y2: size.height - 8 };
  const level = { ...look, x1: 8, y1: size.height / 2, x2: size.width - 8, y2: size.height / 2 };
  switch (layout.perPage) {
    case 1:
      return [];
    case 2:
      return { canvas: [upright] };
    case 4:
      return { canvas: [upright, level] };
  }
}

function pageOf(layout: SlipLayout, slipAt: (offset: number) => Content[]): Content[] {
  if (layout.perPage === 1) return slipAt(0);
  const { slip: outer, edge } = layout;
  const inner = outer.width - edge.left - edge.right;
  const pair = (first: number): Content =>
    sideBySide([
      { width: inner, stack: slipAt(first) },
      { width: edge.right + edge.left, stack: [] },
      { width: inner, stack: slipAt(first + 1) },
    ]);
  if (layout.perPage === 2) return [pair(0)];
  const height = mmToPoints(outer.height);
  return [
    { ...asStack(pair(0)), absolutePosition: { x: mmToPoints(edge.left), y: mmToPoints(edge.top) } },
    { ...asStack(pair(2)), absolutePosition: { x: mmToPoints(edge.left), y: height + mmToPoints(edge.top) } },
  ];
}

function asStack(content: Content): { stack: Content[] } {
  return { stack: [content] };
}

function slip({
  sheet,
  layout,
  pages,
  index,
}: {
  readonly sheet: BallotSheet;
  readonly layout: SlipLayout;
  readonly pages: readonly SlipPage[];
  readonly index: number;
}): Content[] {
  const width = layout.slip.width - layout.edge.left - layout.edge.right;
  const size = layout.type.body / 2;
  const small = layout.type.small / 2;
  const parts = `Phiếu gồm ${formatCount(pages.length)} trang; trang ${index + 1}/${pages.length}`;
  const head =
    index === 0
      ? slipHead(sheet, layout, width)
      : [paragraph(`${upper(sheet.title)} (tiếp theo)`, { align: 'center', size, bold: true, after: 4 })];
  return [
    ...head,
    rowsTable(sheet, layout, pages[index] ?? []),
    ...(pages.length > 1
      ? [paragraph(parts, { align: 'center', size: small, italic: true, before: 3 })]
      : []),
    ...(index === pages.length - 1 ? foot(sheet, layout, width) : []),
  ];
}

function slipHead(sheet: BallotSheet, layout: SlipLayout, width: number): Content[] {
  const { type } = layout;
  const size = type.head / 2;
  const right = motto.wordsPerPoint * size * 1.72;
  const left = width - right;
  const inLeft = { align: 'center', size, within: left } as const;
  const inRight = { align: 'center', size, within: right } as const;
  const issuer = sheet.issuer.map(upper);
  return [
    sideBySide([
      {
        width: left,
        stack: [
          ...(sheet.superior === null ? [] : [paragraph(upper(sheet.superior), inLeft)]),
          ...issuer.map((text) => paragraph(text, { ...inLeft, bold: true })),
          rule(ruleWidth({ text: issuer.at(-1) ?? '', points: size, within: left }), left),
        ],
      },
      {
        width: right,
        stack: [
          paragraph(motto.country, { ...inRight, bold: true }),
          paragraph(motto.words, { ...inRight, bold: true }),
          rule(motto.wordsPerPoint * size, right),
        ],
      },
    ]),
    paragraph(upper(sheet.title), {
      align: 'center',
      size: type.title / 2,
      bold: true,
      before: size / 2,
      within: width,
    }),
    ...sheet.subtitle.map((text) =>
      paragraph(text, { align: 'center', size: type.body / 2, bold: true, within: width }),
    ),
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
        within: width,
      }),
    ),
    paragraph('', { size: 4 }),
  ];
}

function rowsTable(sheet: BallotSheet, layout: SlipLayout, page: SlipPage): Content {
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
  const side = 2.8;
  const inset = ((side * 2 + 1) * 25.4) / 72;
  const wide = layout.detailUnderName ? texts.name : texts.detail;
  const middle = (contents: Content[]): TableCell => {
    const [only] = contents;
    const single = contents.length === 1 && typeof only === 'object' && !Array.isArray(only) ? only : null;
    return { ...(single ?? { stack: contents }), verticalAlignment: 'middle' };
  };
  const markWidth = layout.narrow.mark - ((side * 2 + 0.5) * 25.4) / 72;
  const mark = (): TableCell => middle([box(layout.box, markWidth)]);
  const rows = page.map(({ position, row }): TableCell[] => {
    const name = paragraph(row.name, { size, within: texts.name - inset });
    const detail = paragraph(row.detail, { size: small, within: wide - inset });
    return [
      middle([paragraph(String(position), { align: 'center', size })]),
      middle(layout.detailUnderName ? [name, detail] : [name]),
      ...(layout.detailUnderName ? [] : [middle([detail])]),
      ...(single ? [] : [middle([paragraph(row.titleName, { size: small, within: texts.title - inset })])]),
      mark(),
      mark(),
    ];
  });
  const none: TableCell[] = columns.map((_, index) =>
    index === 0 ? { ...paragraphCell('Không có tên nào.', size), colSpan: columns.length } : { text: '' },
  );
  return ruledTable({
    widths: columns.map((column) => column.width),
    headerRows: 1,
    padding: { side, upright: 1 },
    leastRow: layout.leastRow,
    rows: [
      columns.map(({ header, width }) =>
        middle([paragraph(header, { align: 'center', size: small, bold: true, within: width - inset })]),
      ),
      ...(rows.length === 0 ? [none] : rows),
    ],
  });
}

function paragraphCell(text: string, size: number): { stack: Content[] } {
  return { stack: [paragraph(text, { size })] };
}

function foot(sheet: BallotSheet, layout: SlipLayout, width: number): Content[] {
  const size = layout.type.body / 2;
  const day = placeDateLine(sheet.place, sheet.date);
  if (sheet.opinionOf === null)
    return [paragraph(day, { align: 'right', size, italic: true, before: 4, within: width })];
  const line = { align: 'center', size } as const;
  return [
    sideBySide([
      { width: width / 2, stack: [] },
      {
        width: width / 2,
        stack: [
          paragraph(day, { ...line, italic: true, before: 8 }),
          paragraph('THÀNH VIÊN HỘI ĐỒNG', { ...line, bold: true }),
          paragraph('(Ký, ghi rõ họ tên)', { ...line, italic: true }),
          ...Array.from({ length: 3 }, () => paragraph('', line)),
          paragraph(sheet.opinionOf.name, { ...line, bold: true }),
        ],
      },
    ]),
  ];
}
