/** Papers as .pdf, drawn with the same layout as the .docx; the same paper gives the same bytes. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Block, Paper, PaperDocument, Rich, Signature, Table } from '../../../shared/documents/model.ts';
import { headingText, itemMark } from '../../../shared/documents/parts.ts';
import {
  type PageGeometry,
  firstLine,
  headsNext,
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
  signatureGap,
  signatureRows,
  sizes,
  typeset,
  upper,
} from './layout.ts';
import { slipDefinition } from './pdf-ballots.ts';
import { blank, drawPdf, heightOf, paragraph, rule, sideBySide, type RuledCell } from './pdf-kit.ts';
import { tableOf } from './pdf-table.ts';

type Definition = Omit<TDocumentDefinitions, 'info' | 'defaultStyle'>;

/** Writes a paper or a sheet of ballots as the bytes of a .pdf file. */
export function writePdf(document: PaperDocument): Promise<Uint8Array> {
  const definition = document.kind === 'paper' ? paperDefinition(document) : slipDefinition(document);
  return drawPdf({ definition, title: document.title, asOf: document.asOf });
}

/** The longest words across a page, in millimetres. */
const WATERMARK_LENGTH = 250;

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
    // The level of a headline is what must be left below its top, in points.
    pageBreakBefore: ({ headlineLevel = 0, startPosition: { top, pageInnerHeight } }) =>
      headlineLevel > 0 &&
      headlineLevel < pageInnerHeight &&
      top + headlineLevel > mmToPoints(margins.top) + pageInnerHeight,
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
    ...(paper.attachedTo === undefined
      ? []
      : [
          paragraph(paper.attachedTo, { align: 'center', size: sizes.body, italic: true, within: page.text }),
        ]),
    rule(
      ruleWidth({ text: subtitle.at(-1) ?? paper.title, points: sizes.subtitle, within: page.text }),
      page.text,
    ),
    blank(5),
  ];
}

/** A block as it is drawn, and what must stand on the page where it begins, in points. */
interface Built {
  readonly block: Block;
  readonly content: Content;
  readonly start: number;
}

/** A line of the body with the gap below it, in points. */
const BODY_LINE = sizes.body * 1.15 * lineSpacing + paragraphGap;

/** The blocks and, on one page with the end of the last of them, the signatures. */
function body(paper: Paper, page: PageGeometry): readonly Content[] {
  const signed = signatures(paper, page);
  const blocks = signed.length === 0 ? paper.blocks : withEndApart(paper.blocks);
  const built = blocks.map((block, index) => build({ block, page, before: blocks[index - 1] }));
  // What heads the last block goes with it.
  let closing = signed.length === 0 ? built.length : built.length - 1;
  while (closing > 0 && headsNext(blocks, closing - 1)) closing -= 1;
  const contents = built
    .slice(0, closing)
    .map(({ content }, index): Content =>
      headsNext(blocks, index) ? { stack: [content], headlineLevel: neededAt(built, index) } : content,
    );
  const end = [...built.slice(closing).map(({ content }) => content), ...signed];
  if (end.length === 0) return contents;
  // What fits on no page would be drawn over itself if it were kept whole.
  const fits =
    roughHeight(end, { room: mmToPoints(page.text), size: sizes.body }) < mmToPoints(page.height) * 0.7;
  return [...contents, fits ? { unbreakable: true, stack: end } : { stack: end }];
}

/** Height of contents in points, rather too much than too little. `room`: width they stand in; `size`: of their type. */
function roughHeight(
  content: unknown,
  { room, size }: { readonly room: number; readonly size: number },
): number {
  if (Array.isArray(content))
    return content.reduce<number>((sum, one) => sum + roughHeight(one, { room, size }), 0);
  if (typeof content !== 'object' || content === null) return 0;
  const {
    fontSize = size,
    stack,
    columns,
    table,
    text,
  } = content as {
    readonly fontSize?: number;
    readonly stack?: unknown;
    readonly columns?: readonly { readonly width?: number }[];
    readonly table?: { readonly body: readonly (readonly RuledCell[])[] };
    readonly text?: unknown;
  };
  if (stack !== undefined) return roughHeight(stack, { room, size: fontSize }) + fontSize;
  if (columns !== undefined)
    return Math.max(
      0,
      ...columns.map((one) => roughHeight(one, { room: one.width ?? room, size: fontSize })),
    );
  if (table !== undefined)
    return table.body.reduce((sum, row) => sum + Math.max(...row.map(heightOf)) + fontSize, 0);
  return Math.ceil((lettersOf(text) * fontSize * 0.6) / room) * fontSize * 1.8;
}

function lettersOf(text: unknown): number {
  if (typeof text === 'string') return text.length;
  if (Array.isArray(text)) return text.reduce<number>((sum, one) => sum + lettersOf(one), 0);
  return typeof text === 'object' && text !== null && 'text' in text ? lettersOf(text.text) : 0;
}

/** The blocks with the last row or item of the last of them in a block of its own. */
function withEndApart(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.items.length > 1 && last.numbered !== true) {
    const { items } = last;
    return [
      ...blocks.slice(0, -1),
      { ...last, items: items.slice(0, -1) },
      { ...last, items: items.slice(-1) },
    ];
  }
  if (last?.kind === 'table' && last.rows.length > 1) {
    const { rows, totals: _, ...head } = last;
    return [...blocks.slice(0, -1), { ...head, rows: rows.slice(0, -1) }, { ...last, rows: rows.slice(-1) }];
  }
  return blocks;
}

/** Points that a block takes up to the end of what it heads: less is left on the page, and it goes to the next one. */
function neededAt(built: readonly Built[], index: number): number {
  let needed = 0;
  let at = index;
  const blocks = built.map(({ block }) => block);
  while (headsNext(blocks, at)) {
    needed += built[at]?.start ?? 0;
    at += 1;
  }
  return Math.ceil(needed + (built[at]?.start ?? 0));
}

function build({
  block,
  page,
  before,
}: {
  readonly block: Block;
  readonly page: PageGeometry;
  readonly before: Block | undefined;
}): Built {
  if (block.kind === 'table') {
    const built = tableOf({ table: block, page, isRest: before?.kind === 'table' });
    return { block, content: built.content, start: built.start };
  }
  const content = blockContent({ block, page, afterTable: before?.kind === 'table' });
  return { block, content, start: block.kind === 'heading' ? BODY_LINE : BODY_LINE * 2 };
}

function blockContent({
  block,
  page,
  afterTable,
}: {
  readonly block: Exclude<Block, Table>;
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
      return paragraph(headingText(block), { ...justified, bold: true });
    case 'basis':
      return paragraph(block.text, { ...justified, italic: true });
    case 'list':
      return {
        stack: block.items.map((item, index) => paragraph(marked(item, itemMark(block, index)), justified)),
      };
    case 'addressee':
      return addressee(block.to, page);
    case 'pageBreak':
      return { text: '', pageBreak: 'after' };
  }
}

function marked(item: Rich, mark: string): Rich {
  return typeof item === 'string' ? mark + item : [{ text: mark }, ...item];
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
