/** Papers as .pdf, drawn with the same layout as the .docx; the same paper gives the same bytes. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type {
  Block,
  Cell,
  Paper,
  PaperDocument,
  Rich,
  Signature,
  Table,
} from '../../../shared/documents/model.ts';
import {
  type PageGeometry,
  firstLine,
  lineSpacing,
  approximateWidth,
  margins,
  mmToPoints,
  motto,
  numberLine,
  pageGeometry,
  paragraphGap,
  placeDateLine,
  ruleWidth,
  scaleWidths,
  signatureGap,
  signatureRows,
  sizes,
  tableSize,
  typeset,
  upper,
} from './layout.ts';
import { slipDefinition } from './pdf-ballots.ts';
import { blank, box, type RuledCell, drawPdf, paragraph, ruledTable, rule, sideBySide } from './pdf-kit.ts';

type Definition = Omit<TDocumentDefinitions, 'info' | 'defaultStyle'>;

/** Writes a paper or a sheet of ballots as the bytes of a .pdf file. */
export function writePdf(document: PaperDocument): Promise<Uint8Array> {
  const definition = document.kind === 'paper' ? paperDefinition(document) : slipDefinition(document);
  return drawPdf({ definition, title: document.title, asOf: document.asOf });
}

/** The longest words across a page, in millimetres. */
const WATERMARK_LENGTH = 250;

/** Below this share of the page's height a heading goes to the next page with what it heads. */
const HEADING_LIMIT = 0.86;

function paperDefinition(paper: Paper): Definition {
  const page = pageGeometry(paper.orientation);
  return {
    pageSize: 'A4',
    pageOrientation: paper.orientation,
    pageMargins: [
      mmToPoints(margins.left),
      mmToPoints(margins.top),
      mmToPoints(margins.right),
      mmToPoints(margins.bottom),
    ],
    header: (current: number) =>
      current === 1
        ? null
        : {
            text: String(current),
            alignment: 'center',
            fontSize: sizes.pageNumber,
            margin: [mmToPoints(margins.left), mmToPoints(10), mmToPoints(margins.right), 0],
          },
    ...(paper.watermark === null
      ? {}
      : {
          watermark: {
            text: typeset(paper.watermark),
            fontSize: Math.min(84, WATERMARK_LENGTH / approximateWidth(typeset(paper.watermark), 1)),
            bold: true,
            color: '#c8c8c8',
            opacity: 0.45,
          },
        }),
    pageBreakBefore: (node) =>
      node.headlineLevel === 1 &&
      (node.startPosition.top - mmToPoints(margins.top)) / node.startPosition.pageInnerHeight > HEADING_LIMIT,
    content: [letterhead(paper, page), ...titles(paper, page), ...body(paper, page)],
  };
}

function letterhead({ letterhead: head }: Paper, page: PageGeometry): Content {
  const [left, right] = page.head;
  const issuer = head.issuer.map(upper);
  const number = numberLine(head);
  return {
    stack: [
      sideBySide([
        {
          width: left,
          stack: [
            ...(head.superior === null
              ? []
              : [paragraph(upper(head.superior), { align: 'center', size: sizes.superior, within: left })]),
            ...issuer.map((line) =>
              paragraph(line, { align: 'center', size: sizes.issuer, bold: true, within: left }),
            ),
            rule(ruleWidth({ text: issuer.at(-1) ?? '', points: sizes.issuer, within: left }), left),
          ],
        },
        {
          width: right,
          stack: [
            paragraph(motto.country, { align: 'center', size: sizes.country, bold: true, within: right }),
            paragraph(motto.words, { align: 'center', size: sizes.motto, bold: true, within: right }),
            rule(motto.wordsPerPoint * sizes.motto, right),
          ],
        },
      ]),
      sideBySide([
        {
          width: left,
          stack:
            number === null ? [] : [paragraph(number, { align: 'center', size: sizes.number, within: left })],
        },
        {
          width: right,
          stack: [
            paragraph(placeDateLine(head.place, head.date), {
              align: 'center',
              size: sizes.placeDate,
              italic: true,
              within: right,
            }),
          ],
        },
      ]),
    ],
  };
}

function titles(paper: Paper, page: PageGeometry): readonly Content[] {
  const subtitle = paper.subtitle.map(typeset);
  return [
    paragraph(upper(paper.title), {
      align: 'center',
      size: sizes.title,
      bold: true,
      before: 16,
      within: page.text,
    }),
    ...subtitle.map((line) =>
      paragraph(line, { align: 'center', size: sizes.subtitle, bold: true, within: page.text }),
    ),
    rule(
      ruleWidth({ text: subtitle.at(-1) ?? paper.title, points: sizes.subtitle, within: page.text }),
      page.text,
    ),
    blank(5),
  ];
}

/** The blocks and, on one page with the last of them, the signatures. */
function body(paper: Paper, page: PageGeometry): readonly Content[] {
  const contents = paper.blocks.map((block, index) =>
    blockContent({ block, page, afterTable: paper.blocks[index - 1]?.kind === 'table' }),
  );
  const signed = signatures(paper, page);
  const last = paper.blocks.at(-1)?.kind;
  const closing = contents.at(-1);
  if (closing === undefined || signed.length === 0 || last === 'table' || last === 'list') {
    return [...contents, { unbreakable: true, stack: [...signed] }];
  }
  return [...contents.slice(0, -1), { unbreakable: true, stack: [closing, ...signed] }];
}

function blockContent({
  block,
  page,
  afterTable,
}: {
  readonly block: Block;
  readonly page: PageGeometry;
  readonly afterTable: boolean;
}): Content {
  const gap = {
    size: sizes.body,
    spacing: lineSpacing,
    before: afterTable ? paragraphGap : 0,
    after: paragraphGap,
    within: page.text,
  } as const;
  const justified = { ...gap, align: 'justify', firstLine } as const;
  switch (block.kind) {
    case 'paragraph': {
      const align = block.align ?? 'justify';
      const indented = block.indent ?? align === 'justify';
      return paragraph(block.text, { ...gap, align, firstLine: indented ? firstLine : 0 });
    }
    case 'heading':
      return { ...paragraph(block.text, { ...justified, bold: true }), headlineLevel: 1 };
    case 'basis':
      return paragraph(block.text, { ...justified, italic: true });
    case 'list':
      return {
        stack: block.items.map((item) =>
          paragraph(typeof item === 'string' ? `- ${item}` : [{ text: '- ' }, ...item], justified),
        ),
      };
    case 'addressee':
      return addressee(block.to, page);
    case 'table':
      return tableContent(block, page);
    case 'pageBreak':
      return { text: '', pageBreak: 'after' };
  }
}

function addressee(to: readonly string[], page: PageGeometry): Content {
  const look = { size: sizes.body, spacing: lineSpacing, after: paragraphGap, within: page.text } as const;
  if (to.length === 1) return paragraph(`Kính gửi: ${to[0] ?? ''}`, { ...look, align: 'center', after: 12 });
  return {
    stack: [
      paragraph('Kính gửi:', { ...look, left: 30 }),
      ...to.map((line) => paragraph(`- ${line}`, { ...look, left: 45 })),
    ],
  };
}

/** White at each side inside a cell, in points, and what a cell's sides and lines take in millimetres. */
const CELL_SIDE = 3.4;
const CELL_INSET = ((CELL_SIDE * 2 + 1) * 25.4) / 72;

function tableContent(table: Table, page: PageGeometry): Content {
  const size = tableSize(table);
  const { columns } = table;
  const widths = scaleWidths(
    columns.map((column) => column.width),
    page.text * 100,
  ).map((width) => width / 100);
  const cells = (row: readonly Cell[], bold: boolean): RuledCell[] =>
    row.map((value, index) =>
      cellContent({ value, size, bold, align: columns[index]?.align ?? 'left', width: widths[index] ?? 0 }),
    );
  const fillers = Array.from({ length: columns.length - 1 }, (): RuledCell => ({ text: '' }));
  const header = headerRows({ table, size, widths });
  return ruledTable({
    widths,
    headerRows: header.length,
    padding: { side: CELL_SIDE, upright: 1.8 },
    leastRow: table.leastRow ?? 0,
    rows: [
      ...header,
      ...table.rows.map((row): readonly RuledCell[] =>
        'section' in row
          ? [
              {
                ...cellText(row.section, { size, bold: true, within: page.text - CELL_INSET }),
                colSpan: columns.length,
              },
              ...fillers,
            ]
          : cells(row, false),
      ),
      ...(table.totals === undefined ? [] : [cells(table.totals, true)]),
    ],
  });
}

function cellText(
  text: Rich,
  look: {
    readonly size: number;
    readonly within: number;
    readonly bold?: boolean;
    readonly align?: 'left' | 'center' | 'right';
  },
): ReturnType<typeof paragraph> & { verticalAlignment: 'middle' } {
  return { ...paragraph(text, look), verticalAlignment: 'middle' };
}

function headerRows({
  table: { columns, groups },
  size,
  widths,
}: {
  readonly table: Table;
  readonly size: number;
  readonly widths: readonly number[];
}): readonly (readonly RuledCell[])[] {
  const cell = (text: string, first: number, span = 1): ReturnType<typeof cellText> => {
    const width = widths.slice(first, first + span).reduce((sum, one) => sum + one, 0);
    return cellText(text, { size, bold: true, align: 'center', within: width - CELL_INSET });
  };
  if (groups === undefined) return [columns.map(({ header }, index) => cell(header, index))];
  const above: RuledCell[] = [];
  const below: RuledCell[] = [];
  let position = 0;
  for (const group of groups) {
    const start = position;
    const covered = columns.slice(start, start + group.span);
    position += group.span;
    if (group.header === '') {
      above.push(...covered.map(({ header }, index) => ({ ...cell(header, start + index), rowSpan: 2 })));
      below.push(...covered.map(() => ({ text: '' })));
    } else {
      above.push({ ...cell(group.header, start, group.span), colSpan: group.span });
      above.push(...covered.slice(1).map(() => ({ text: '' })));
      below.push(...covered.map(({ header }, index) => cell(header, start + index)));
    }
  }
  return [above, below];
}

function cellContent({
  value,
  size,
  bold,
  align,
  width,
}: {
  readonly value: Cell;
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly width: number;
}): RuledCell {
  if (value === null) return { text: '' };
  if (typeof value === 'object' && 'box' in value)
    return { stack: [box(4, width - 2.4)], verticalAlignment: 'middle' };
  const text = typeof value === 'object' ? value.runs : String(value);
  return cellText(text, { size, bold, align, within: width - CELL_INSET });
}

function signatures(paper: Paper, page: PageGeometry): readonly Content[] {
  const rows = signatureRows(paper.signatures);
  if (rows.length === 0 && paper.recipients === null) return [];
  return (rows.length === 0 ? [[]] : rows).flatMap((row, index): Content[] => {
    const count = row.length + (index === Math.max(0, rows.length - 1) && paper.recipients !== null ? 1 : 0);
    const width = page.text / Math.max(2, count);
    const stacks = row.map((signature) =>
      signatureStack(signature, { width, gap: signatureGap(signature, row) }),
    );
    if (index === Math.max(0, rows.length - 1) && paper.recipients !== null) {
      stacks.unshift(recipientStack(paper.recipients, width));
    }
    // One signature stands in the right half, as the head's does.
    if (stacks.length === 1) stacks.unshift([]);
    return [blank(index === 0 ? 7 : 18), sideBySide(stacks.map((stack) => ({ width, stack })))];
  });
}

function signatureStack(
  signature: Signature,
  { width, gap }: { readonly width: number; readonly gap: number },
): readonly Content[] {
  const line = { align: 'center', size: sizes.capacity, within: width } as const;
  return [
    ...signature.capacity.map((text) => paragraph(upper(text), { ...line, bold: true })),
    ...(signature.note === null ? [] : [paragraph(signature.note, { ...line, italic: true })]),
    ...Array.from({ length: gap }, () => blank(line.size)),
    ...(signature.post === null ? [] : [paragraph(upper(signature.post), { ...line, bold: true })]),
    paragraph(signature.name ?? '', { ...line, bold: true }),
  ];
}

function recipientStack(recipients: readonly string[], within: number): readonly Content[] {
  return [
    paragraph('Nơi nhận:', { size: sizes.recipientsHead, bold: true, italic: true, within }),
    ...recipients.map((text) => paragraph(`- ${text}`, { size: sizes.recipients, within })),
  ];
}
