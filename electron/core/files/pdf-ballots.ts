/** Slips of a ballot as a .pdf: on A4 or A5, or two or four on A4 with dashed lines to cut along. */
import type { Content, ContextPageSize, TDocumentDefinitions } from 'pdfmake/interfaces';
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
  approximateWidth,
  bandColours,
  mmToPoints,
  motto,
  placeDateLine,
  ruleWidth,
  typeset,
  upper,
} from './layout.ts';
import { blank, box, type RuledCell, paragraph, ruledTable, rule, sideBySide } from './pdf-kit.ts';

type Definition = Omit<TDocumentDefinitions, 'info' | 'defaultStyle'>;
type SlipPage = Slip['pages'][number];

/** The definition of a ballot: every copy, page by page. */
export function slipDefinition(sheet: BallotSheet): Definition {
  const { layout, pages } = arrangeSlip(sheet);
  const { edge } = layout;
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
    pageSize: layout.page,
    pageOrientation: layout.orientation,
    pageMargins: [edge.left, edge.top, edge.right, edge.bottom].map(mmToPoints) as [
      number,
      number,
      number,
      number,
    ],
    background: (_page: number, size: ContextPageSize) => [
      ...(sheet.watermark === null ? [] : greyWords(sheet.watermark, layout)),
      ...cutLines(layout, size),
    ],
    content: sheets.length === 0 ? [{ text: '' }] : sheets,
  };
}

/** Words large and grey in the middle of every slip of a page, since slips are cut apart. */
function greyWords(words: string, layout: SlipLayout): Content[] {
  const { width, height } = layout.slip;
  const text = typeset(words);
  const fontSize = Math.min(84, (width * 0.82) / approximateWidth(text, 1));
  return Array.from({ length: layout.perPage }, (_, index) => {
    const across = layout.perPage === 1 ? 0 : index % 2;
    const down = layout.perPage === 4 ? Math.floor(index / 2) : 0;
    return {
      table: {
        widths: [mmToPoints(width)],
        body: [[{ text, fontSize, bold: true, color: '#d4d4d4', alignment: 'center' as const }]],
      },
      layout: 'noBorders',
      absolutePosition: {
        x: mmToPoints(width) * across - 4,
        y: mmToPoints(height) * (down + 0.62) - fontSize / 2,
      },
    };
  });
}

function cutLines(layout: SlipLayout, size: ContextPageSize): Content[] {
  const look = { type: 'line', lineWidth: 0.6, dash: { length: 4, space: 3 }, lineColor: '#7f7f7f' } as const;
  const upright = { ...look, x1: size.width / 2, y1: 8, x2: size.width / 2, y2: size.height - 8 };
  const level = { ...look, x1: 8, y1: size.height / 2, x2: size.width - 8, y2: size.height / 2 };
  switch (layout.perPage) {
    case 1:
      return [];
    case 2:
      return [{ canvas: [upright] }];
    case 4:
      return [{ canvas: [upright, level] }];
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
            after: 4,
            within: width,
          }),
        ];
  return [
    band(sheet, layout, width),
    ...head,
    rowsTable(sheet, layout, pages[index] ?? []),
    ...(pages.length > 1
      ? [paragraph(parts, { align: 'center', size: small, italic: true, before: 3, within: width })]
      : []),
    ...(index === pages.length - 1 ? foot(sheet, layout, width) : []),
  ];
}

function band(sheet: BallotSheet, layout: SlipLayout, width: number): Content {
  const { fill, line, text } = bandColours(sheet.band);
  return {
    table: {
      widths: [mmToPoints(width) - 8],
      body: [
        [
          {
            ...paragraph(upper(sheet.band.text), {
              size: layout.type.small,
              bold: true,
              colour: text,
              align: 'center',
              within: width - (8 * 25.4) / 72,
            }),
            fillColor: fill,
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 1,
      vLineWidth: () => 1,
      hLineColor: () => line,
      vLineColor: () => line,
      paddingLeft: () => 3,
      paddingRight: () => 3,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    margin: [0, 0, 0, 4],
  };
}

/** An empty frame where the council's stamp goes. */
function stampPlace(sheet: Pick<BallotSheet, 'stamp'>, { stamp, type }: SlipLayout): Content {
  const [width, height] = [mmToPoints(stamp.width), mmToPoints(stamp.height)];
  return {
    stack: [
      {
        canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: height, lineWidth: 0.5, lineColor: '#7f7f7f' }],
      },
      {
        text: sheet.stamp,
        fontSize: type.head,
        italics: true,
        color: '#595959',
        alignment: 'center',
        relativePosition: { x: 0, y: -height / 2 - type.head * 0.6 },
      },
    ],
  };
}

function slipHead(sheet: BallotSheet, layout: SlipLayout, width: number): Content[] {
  const { type, stamp } = layout;
  const size = type.head;
  const right = layout.hasMotto ? motto.wordsPerPoint * size * 1.72 : stamp.width;
  const left = width - right;
  const inLeft = { align: 'center', size, within: left } as const;
  const inRight = { align: 'center', size, within: right } as const;
  const issuer = sheet.issuer.map(upper);
  const council: Content[] = [
    ...(sheet.superior === null ? [] : [paragraph(upper(sheet.superior), inLeft)]),
    ...issuer.map((text) => paragraph(text, { ...inLeft, bold: true })),
    rule(ruleWidth({ text: issuer.at(-1) ?? '', points: size, within: left }), left),
  ];
  const country: Content[] = [
    paragraph(motto.country, { ...inRight, bold: true }),
    paragraph(motto.words, { ...inRight, bold: true }),
    rule(motto.wordsPerPoint * size, right),
  ];
  return [
    sideBySide([
      { width: left, stack: council },
      { width: right, stack: layout.hasMotto ? country : [stampPlace(sheet, layout)] },
    ]),
    ...(layout.hasMotto
      ? [
          sideBySide([
            { width: (left - stamp.width) / 2, stack: [] },
            { width: stamp.width, stack: [stampPlace(sheet, layout)] },
          ]),
        ]
      : []),
    paragraph(upper(sheet.title), {
      align: 'center',
      size: type.title,
      bold: true,
      before: 5,
      within: width,
    }),
    ...sheet.subtitle.map((text) =>
      paragraph(text, { align: 'center', size: type.body, bold: true, within: width }),
    ),
    ...sheet.guidance.map((text, position) =>
      paragraph(text, {
        align: 'justify',
        size: type.small,
        italic: sheet.opinionOf === null,
        before: position === 0 ? 4 : 1,
        within: width,
      }),
    ),
    blank(4),
  ];
}

function rowsTable(sheet: BallotSheet, layout: SlipLayout, page: SlipPage): Content {
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
  const side = 2.8;
  const inset = ((side * 2 + 1) * 25.4) / 72;
  const middle = (content: RuledCell): RuledCell => ({ ...content, verticalAlignment: 'middle' });
  const markWidth = layout.narrow.mark - ((side * 2 + 0.5) * 25.4) / 72;
  const tableWidth = columns.reduce((sum, column) => sum + column.width, 0);
  const whole = (text: string): RuledCell[] =>
    columns.map((_, index) =>
      index === 0
        ? { ...paragraph(text, { size, bold: true, within: tableWidth - inset }), colSpan: columns.length }
        : { text: '' },
    );
  const rows = page.map((line): RuledCell[] => {
    if (line.kind === 'section') return whole(line.titleName);
    const { position, row } = line;
    const rest = row.detail === '' ? '' : afterName + row.detail;
    const who: readonly Run[] = [{ text: row.name, bold: true }, ...(isInline ? [{ text: rest }] : [])];
    return [
      middle(paragraph(String(position), { align: 'center', size, within: layout.narrow.position - inset })),
      middle(
        paragraph(who, {
          size,
          within: texts.name - inset,
        }),
      ),
      ...(isInline ? [] : [middle(paragraph(row.detail, { size: small, within: texts.detail - inset }))]),
      ...marks.map(() => middle({ stack: [box(layout.box, markWidth)] })),
    ];
  });
  return ruledTable({
    widths: columns.map((column) => column.width),
    headerRows: 1,
    padding: { side, upright: 1 },
    leastRow: layout.leastRow,
    rows: [
      columns.map(({ header, width }) =>
        middle(paragraph(header, { align: 'center', size: small, bold: true, within: width - inset })),
      ),
      ...(rows.length === 0 ? [whole('Không có tên nào.')] : rows),
    ],
  });
}

function foot(sheet: BallotSheet, layout: SlipLayout, width: number): Content[] {
  const size = layout.type.body;
  const day = placeDateLine(sheet.place, sheet.date);
  if (sheet.opinionOf === null)
    return [paragraph(day, { align: 'right', size, italic: true, before: 4, within: width })];
  const line = { align: 'center', size, within: width / 2 } as const;
  return [
    sideBySide([
      { width: width / 2, stack: [] },
      {
        width: width / 2,
        stack: [
          paragraph(day, { ...line, italic: true, before: 8 }),
          paragraph(sheet.opinionOf.capacity, { ...line, bold: true }),
          paragraph('(Ký, ghi rõ họ tên)', { ...line, italic: true }),
          ...Array.from({ length: 3 }, () => blank(line.size)),
          paragraph(sheet.opinionOf.name, { ...line, bold: true }),
        ],
      },
    ]),
  ];
}
