/** Papers as .docx, in the layout of NĐ 30/2020/NĐ-CP; the same paper gives the same bytes. */
import type { Block, Cell, Paper, PaperDocument, Signature, Table } from '../../../shared/documents/model.ts';
import { slipChildren } from './docx-ballots.ts';
import { packDocx } from './docx-package.ts';
import { headingNumbers, listNumbers } from './docx-numbering.ts';
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
import { slipFrame } from '../../../shared/documents/ballot-pages.ts';
import {
  type PageGeometry,
  columnWidths,
  firstLine,
  headsNext,
  lineSpacing,
  margins,
  mmToTwips,
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

/** Writes a paper or a sheet of ballots as the bytes of a .docx file. */
export function writeDocx(document: PaperDocument): Promise<Uint8Array> {
  const { title, asOf } = document;
  if (document.kind === 'ballots') {
    const { page: paper, orientation, edge } = slipFrame(document.format);
    const page = { paper, orientation, margins: edge, numbered: false, watermark: document.watermark };
    return Promise.resolve(packDocx({ title, asOf, page, body: slipChildren(document), numberedLists: 0 }));
  }
  const { orientation, watermark } = document;
  const page = { paper: 'A4', orientation, margins, numbered: true, watermark } as const;
  return Promise.resolve(
    packDocx({
      title,
      asOf,
      page,
      body: paperChildren(document),
      numberedLists: numberedLists(document.blocks),
    }),
  );
}

function numberedLists(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.kind === 'list' && block.numbered === true).length;
}

function paperChildren(paper: Paper): readonly Xml[] {
  const page = pageGeometry(paper.orientation);
  return [
    letterhead(paper, page),
    ...titles(paper, page),
    ...paper.blocks.flatMap((block, index) =>
      blockChildren({
        block,
        page,
        afterTable: paper.blocks[index - 1]?.kind === 'table',
        keepNext: index === paper.blocks.length - 1 || headsNext(paper.blocks, index),
        numberedBefore: numberedLists(paper.blocks.slice(0, index)),
      }),
    ),
    ...signatures(paper, page),
    speck,
  ];
}

function letterhead({ letterhead: head }: Paper, page: PageGeometry): Xml {
  const [left, right] = page.head;
  const centred = { align: 'center' } as const;
  const issuer = head.issuer.map(upper);
  const number = numberLine(head);
  const rows: GridRow[] = [
    {
      cells: [
        {
          children: [
            ...(head.superior === null
              ? []
              : [paragraph(upper(head.superior), { ...centred, size: sizes.superior })]),
            ...issuer.map((line) => paragraph(line, { ...centred, size: sizes.issuer, bold: true })),
            rule(ruleWidth({ text: issuer.at(-1) ?? '', points: sizes.issuer, within: left }), left),
          ],
        },
        {
          children: [
            paragraph(motto.country, { ...centred, size: sizes.country, bold: true }),
            paragraph(motto.words, { ...centred, size: sizes.motto, bold: true }),
            rule(motto.wordsPerPoint * sizes.motto, right),
          ],
        },
      ],
    },
    {
      cells: [
        { children: [paragraph(number ?? '', { ...centred, size: sizes.number, before: 3 })] },
        {
          children: [
            paragraph(placeDateLine(head.place, head.date), {
              ...centred,
              size: sizes.placeDate,
              italic: true,
              before: 3,
            }),
          ],
        },
      ],
    },
  ];
  return grid({ widths: scaleWidths([left, right], mmToTwips(page.text)), rows, border: 'none' });
}

function titles(paper: Paper, page: PageGeometry): readonly Xml[] {
  const subtitle = paper.subtitle.map(typeset);
  return [
    paragraph(upper(paper.title), {
      align: 'center',
      size: sizes.title,
      bold: true,
      before: 16,
      keepNext: true,
      style: 'Heading1',
    }),
    ...subtitle.map((line) =>
      paragraph(line, { align: 'center', size: sizes.subtitle, bold: true, keepNext: true }),
    ),
    ...(paper.attachedTo === undefined
      ? []
      : [paragraph(paper.attachedTo, { align: 'center', size: sizes.body, italic: true, keepNext: true })]),
    rule(
      ruleWidth({ text: subtitle.at(-1) ?? paper.title, points: sizes.subtitle, within: page.text }),
      page.text,
    ),
    paragraph('', { size: 6 }),
  ];
}

function blockChildren({
  block,
  page,
  afterTable,
  keepNext,
  numberedBefore,
}: {
  readonly block: Block;
  readonly page: PageGeometry;
  readonly afterTable: boolean;
  /** The end of the last block stays on the page of the signatures, and what heads another on that of its beginning. */
  readonly keepNext: boolean;
  /** Numbered lists before it, since each begins at 1. */
  readonly numberedBefore: number;
}): readonly Xml[] {
  const gap = { after: paragraphGap, before: afterTable ? paragraphGap : 0, spacing: lineSpacing, keepNext };
  const justified = { ...gap, align: 'justify', firstLine } as const;
  switch (block.kind) {
    case 'paragraph': {
      const align = block.align ?? 'justify';
      const indented = block.indent ?? align === 'justify';
      return [paragraph(block.text, { ...gap, align, firstLine: indented ? firstLine : 0 })];
    }
    case 'heading':
      return [
        paragraph(block.text, {
          ...justified,
          bold: true,
          keepNext: true,
          style: 'Heading2',
          ...(block.number === undefined ? {} : { numbering: headingNumbers[block.number.style] }),
        }),
      ];
    case 'basis':
      return [paragraph(block.text, { ...justified, italic: true })];
    case 'list':
      return block.items.map((item, index) =>
        paragraph(item, {
          ...justified,
          keepNext: keepNext && index === block.items.length - 1,
          numbering: listNumbers(block.numbered === true ? numberedBefore : null),
        }),
      );
    case 'addressee':
      return addressee(block.to);
    case 'table':
      return [tableOf(block, page, keepNext)];
    case 'pageBreak':
      return [newPage];
  }
}

function addressee(to: readonly string[]): readonly Xml[] {
  const look = { align: 'center', after: paragraphGap, spacing: lineSpacing } as const;
  if (to.length === 1) return [paragraph(`Kính gửi: ${to[0] ?? ''}`, { ...look, after: 12 })];
  return [
    paragraph('Kính gửi:', { ...look, align: 'left', left: 30 }),
    ...to.map((line) => paragraph(`- ${line}`, { ...look, align: 'left', left: 45 })),
  ];
}

/** A table; its last row stays on the page of what follows where asked. */
function tableOf(table: Table, page: PageGeometry, keepsLast: boolean): Xml {
  const size = tableSize(table);
  const columns = table.columns;
  const headerCell = (text: string): GridCell => ({
    children: [paragraph(text, { align: 'center', size, bold: true, keepNext: true })],
    vertical: 'center',
  });
  const cell = (value: Cell, index: number, bold: boolean, keepNext: boolean): GridCell => ({
    children: [cellParagraph({ value, size, bold, keepNext, align: columns[index]?.align ?? 'left' })],
    vertical: 'center',
  });
  const rows: GridRow[] = [
    ...headerCells(table).map((cells) => ({
      header: true,
      cells: cells.map(({ text, ...place }) => ({ ...headerCell(text), ...place })),
    })),
    ...table.rows.map((row, at): GridRow => {
      if ('section' in row) {
        const heading = paragraph(row.section, { size, bold: true, keepNext: true });
        return { cells: [{ children: [heading], span: columns.length, vertical: 'center' }] };
      }
      return {
        cells: row.map((value, index) =>
          cell(value, index, false, keepsLast && at === table.rows.length - 1),
        ),
        ...(table.leastRow === undefined ? {} : { leastHeight: table.leastRow }),
      };
    }),
    ...(table.totals === undefined
      ? []
      : [{ cells: table.totals.map((value, index) => cell(value, index, true, keepsLast)) }]),
  ];
  const widths = scaleWidths(columnWidths(table, page.text), mmToTwips(page.text));
  return grid({ widths, rows, border: 'single', inset: 68, padding: 28 });
}

interface HeaderCell {
  readonly text: string;
  readonly span?: number;
  readonly merge?: 'start' | 'continue';
}

/** Rows of headers: one, or two where some columns stand under a common header. */
function headerCells({ columns, groups }: Table): readonly (readonly HeaderCell[])[] {
  if (groups === undefined) return [columns.map(({ header }) => ({ text: header }))];
  const above: HeaderCell[] = [];
  const below: HeaderCell[] = [];
  let position = 0;
  for (const group of groups) {
    const covered = columns.slice(position, position + group.span);
    position += group.span;
    if (group.header === '') {
      above.push(...covered.map(({ header }) => ({ text: header, merge: 'start' }) as const));
      below.push(...covered.map(() => ({ text: '', merge: 'continue' }) as const));
    } else {
      above.push({ text: group.header, span: group.span });
      below.push(...covered.map(({ header }) => ({ text: header })));
    }
  }
  return [above, below];
}

function cellParagraph(options: {
  readonly value: Cell;
  readonly size: number;
  readonly bold: boolean;
  readonly keepNext: boolean;
  readonly align: 'left' | 'center' | 'right';
}): Xml {
  const { value, ...look } = options;
  if (value === null) return paragraph('', look);
  if (typeof value === 'object' && 'box' in value) return box(options.size);
  if (typeof value === 'object') return paragraph(value.runs, look);
  return paragraph(String(value), look);
}

function signatures(paper: Paper, page: PageGeometry): readonly Xml[] {
  const rows = signatureRows(paper.signatures);
  if (rows.length === 0 && paper.recipients === null) return [];
  const last = rows.length - 1;
  const grids = (rows.length === 0 ? [[]] : rows).flatMap((row, index): Xml[] => {
    const cells = row.map((signature) => ({
      children: signatureParagraphs(signature, { gap: signatureGap(signature, row), keepNext: index < last }),
    }));
    if (index === Math.max(0, last) && paper.recipients !== null) {
      cells.unshift({ children: recipientParagraphs(paper.recipients) });
    }
    // One signature stands in the right half, as the head's does.
    if (cells.length === 1) cells.unshift({ children: [paragraph('')] });
    const widths = scaleWidths(
      cells.map(() => 1),
      mmToTwips(page.text),
    );
    return [
      paragraph('', { size: index === 0 ? 8 : 18, keepNext: true }),
      grid({ widths, rows: [{ cells }], border: 'none' }),
    ];
  });
  // Several rows stand in one row that is never split: LibreOffice forgets to keep a table with the next.
  return rows.length < 2
    ? grids
    : [grid({ widths: [mmToTwips(page.text)], rows: [{ cells: [{ children: grids }] }], border: 'none' })];
}

function signatureParagraphs(
  signature: Signature,
  { gap, keepNext }: { readonly gap: number; readonly keepNext: boolean },
): Xml[] {
  const line = { align: 'center', size: sizes.capacity, keepNext: true } as const;
  return [
    ...signature.capacity.map((text) => paragraph(upper(text), { ...line, bold: true })),
    ...(signature.note === null ? [] : [paragraph(signature.note, { ...line, italic: true })]),
    ...Array.from({ length: gap }, () => paragraph('', line)),
    ...(signature.post === null ? [] : [paragraph(upper(signature.post), { ...line, bold: true })]),
    paragraph(signature.name ?? '', { ...line, bold: true, keepNext }),
  ];
}

function recipientParagraphs(recipients: readonly string[]): Xml[] {
  return [
    paragraph('Nơi nhận:', { size: sizes.recipientsHead, bold: true, italic: true, keepNext: true }),
    ...recipients.map((text) => paragraph(`- ${text}`, { size: sizes.recipients, keepNext: true })),
  ];
}
