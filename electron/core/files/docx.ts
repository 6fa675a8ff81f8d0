/** Papers as .docx, in the layout of NĐ 30/2020/NĐ-CP; the same paper gives the same bytes. */
import type { Block, Cell, Paper, PaperDocument, Signature, Table } from '../../../shared/documents/model.ts';
import { slipSection } from './docx-ballots.ts';
import {
  type Docx,
  type DocxKit,
  type FileChild,
  type GridCell,
  type GridRow,
  loadDocxKit,
  packDocx,
} from './docx-kit.ts';
import {
  type PageGeometry,
  firstLine,
  fontName,
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
  signatureLines,
  signatureRows,
  sizes,
  tableSize,
  typeset,
  upper,
} from './layout.ts';
import { repackOffice } from './repack.ts';

type Section = ConstructorParameters<Docx['Document']>[0]['sections'][number];

/** Writes a paper or a sheet of ballots as the bytes of a .docx file. */
export async function writeDocx(document: PaperDocument): Promise<Uint8Array> {
  const kit = await loadDocxKit();
  const section = document.kind === 'paper' ? await paperSection(kit, document) : slipSection(kit, document);
  const packed = await packDocx({ kit, title: typeset(document.title), sections: [section] });
  return repackOffice(packed, document.asOf);
}

async function paperSection(kit: DocxKit, paper: Paper): Promise<Section> {
  const page = pageGeometry(paper.orientation);
  const { Header, PageNumber, Paragraph, TextRun, AlignmentType, PageOrientation } = kit.docx;
  const mark = paper.watermark === null ? [] : await watermark(paper.watermark);
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: sizes.pageNumber * 2 }), ...mark],
  });
  const firstMark = paper.watermark === null ? [] : await watermark(paper.watermark);
  return {
    properties: {
      titlePage: true,
      page: {
        // The library takes the measures of the upright page and turns them itself.
        size: {
          width: mmToTwips(210),
          height: mmToTwips(297),
          orientation:
            paper.orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: mmToTwips(margins.top),
          bottom: mmToTwips(margins.bottom),
          left: mmToTwips(margins.left),
          right: mmToTwips(margins.right),
          header: mmToTwips(10),
          footer: mmToTwips(10),
        },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: firstMark })] }),
      default: new Header({ children: [pageNumber] }),
    },
    children: [
      letterhead(kit, paper, page),
      ...titles(kit, paper, page),
      ...paper.blocks.flatMap((block, index) =>
        blockChildren({
          kit,
          block,
          page,
          afterTable: paper.blocks[index - 1]?.kind === 'table',
          keepNext: index === paper.blocks.length - 1,
        }),
      ),
      ...signatures(kit, paper, page),
    ],
  };
}

async function watermark(text: string): Promise<[InstanceType<Docx['Run']>]> {
  const { TextWatermark } = await import('docx/watermarks');
  // The subpath has its own declaration of the library's run; at run time they are one class.
  const mark: InstanceType<Docx['Run']> = new TextWatermark({
    text: typeset(text),
    font: fontName,
    bold: true,
    color: 'C8C8C8',
    width: 420,
    height: 90,
  });
  return [mark];
}

function letterhead(kit: DocxKit, { letterhead: head }: Paper, page: PageGeometry): FileChild {
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
              : [kit.paragraph(upper(head.superior), { ...centred, size: sizes.superior })]),
            ...issuer.map((line) => kit.paragraph(line, { ...centred, size: sizes.issuer, bold: true })),
            kit.rule(ruleWidth({ text: issuer.at(-1) ?? '', points: sizes.issuer, within: left }), left),
          ],
        },
        {
          children: [
            kit.paragraph(motto.country, { ...centred, size: sizes.country, bold: true }),
            kit.paragraph(motto.words, { ...centred, size: sizes.motto, bold: true }),
            kit.rule(motto.wordsPerPoint * sizes.motto, right),
          ],
        },
      ],
    },
    {
      cells: [
        { children: [kit.paragraph(number ?? '', { ...centred, size: sizes.number, before: 3 })] },
        {
          children: [
            kit.paragraph(placeDateLine(head.place, head.date), {
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
  return kit.grid({ widths: scaleWidths([left, right], mmToTwips(page.text)), rows, bordered: false });
}

function titles(kit: DocxKit, paper: Paper, page: PageGeometry): readonly FileChild[] {
  const subtitle = paper.subtitle.map(typeset);
  return [
    kit.paragraph(upper(paper.title), {
      align: 'center',
      size: sizes.title,
      bold: true,
      before: 16,
      keepNext: true,
    }),
    ...subtitle.map((line) =>
      kit.paragraph(line, { align: 'center', size: sizes.subtitle, bold: true, keepNext: true }),
    ),
    kit.rule(
      ruleWidth({ text: subtitle.at(-1) ?? paper.title, points: sizes.subtitle, within: page.text }),
      page.text,
    ),
    kit.paragraph('', { size: 6 }),
  ];
}

function blockChildren({
  kit,
  block,
  page,
  afterTable,
  keepNext,
}: {
  readonly kit: DocxKit;
  readonly block: Block;
  readonly page: PageGeometry;
  readonly afterTable: boolean;
  /** The last block stays on the page of the signatures. */
  readonly keepNext: boolean;
}): readonly FileChild[] {
  const gap = { after: paragraphGap, before: afterTable ? paragraphGap : 0, spacing: lineSpacing, keepNext };
  const justified = { ...gap, align: 'justify', firstLine } as const;
  switch (block.kind) {
    case 'paragraph': {
      const align = block.align ?? 'justify';
      const indented = block.indent ?? align === 'justify';
      return [kit.paragraph(block.text, { ...gap, align, firstLine: indented ? firstLine : 0 })];
    }
    case 'heading':
      return [kit.paragraph(block.text, { ...justified, bold: true, keepNext: true })];
    case 'basis':
      return [kit.paragraph(block.text, { ...justified, italic: true })];
    case 'list':
      return block.items.map((item) =>
        kit.paragraph(typeof item === 'string' ? `- ${item}` : [{ text: '- ' }, ...item], justified),
      );
    case 'addressee':
      return addressee(kit, block.to);
    case 'table':
      return [tableOf(kit, block, page)];
    case 'pageBreak':
      return [kit.speck({ newPage: true })];
  }
}

function addressee(kit: DocxKit, to: readonly string[]): readonly FileChild[] {
  const look = { align: 'center', after: paragraphGap, spacing: lineSpacing } as const;
  if (to.length === 1) return [kit.paragraph(`Kính gửi: ${to[0] ?? ''}`, { ...look, after: 12 })];
  return [
    kit.paragraph('Kính gửi:', { ...look, align: 'left', left: 30 }),
    ...to.map((line) => kit.paragraph(`- ${line}`, { ...look, align: 'left', left: 45 })),
  ];
}

function tableOf(kit: DocxKit, table: Table, page: PageGeometry): FileChild {
  const size = tableSize(table);
  const columns = table.columns;
  const headerCell = (text: string): GridCell => ({
    children: [kit.paragraph(text, { align: 'center', size, bold: true, keepNext: true })],
    vertical: 'center',
  });
  const cell = (value: Cell, index: number, bold: boolean): GridCell => ({
    children: [cellParagraph(kit, { value, size, bold, align: columns[index]?.align ?? 'left' })],
    vertical: 'center',
  });
  const rows: GridRow[] = [
    ...headerCells(table).map((cells) => ({
      header: true,
      cells: cells.map(({ text, ...place }) => ({ ...headerCell(text), ...place })),
    })),
    ...table.rows.map((row): GridRow => {
      if ('section' in row) {
        const heading = kit.paragraph(row.section, { size, bold: true, keepNext: true });
        return { cells: [{ children: [heading], span: columns.length, vertical: 'center' }] };
      }
      return {
        cells: row.map((value, index) => cell(value, index, false)),
        ...(table.leastRow === undefined ? {} : { leastHeight: table.leastRow }),
      };
    }),
    ...(table.totals === undefined
      ? []
      : [{ cells: table.totals.map((value, index) => cell(value, index, true)) }]),
  ];
  const widths = scaleWidths(
    columns.map((column) => column.width),
    mmToTwips(page.text),
  );
  return kit.grid({ widths, rows, bordered: true, inset: 68, padding: 28 });
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

function cellParagraph(
  kit: DocxKit,
  options: {
    readonly value: Cell;
    readonly size: number;
    readonly bold: boolean;
    readonly align: 'left' | 'center' | 'right';
  },
): ReturnType<DocxKit['paragraph']> {
  const { value, ...look } = options;
  if (value === null) return kit.paragraph('', look);
  if (typeof value === 'object' && 'box' in value) return kit.box(options.size);
  if (typeof value === 'object') return kit.paragraph(value.runs, look);
  return kit.paragraph(String(value), look);
}

function signatures(kit: DocxKit, paper: Paper, page: PageGeometry): readonly FileChild[] {
  const rows = signatureRows(paper.signatures);
  if (rows.length === 0 && paper.recipients === null) return [];
  const last = rows.length - 1;
  const grids = (rows.length === 0 ? [[]] : rows).flatMap((row, index): FileChild[] => {
    const cells = row.map((signature) => ({
      children: signatureParagraphs(kit, signature, { keepNext: index < last }),
    }));
    if (index === Math.max(0, last) && paper.recipients !== null) {
      cells.unshift({ children: recipientParagraphs(kit, paper.recipients) });
    }
    // One signature stands in the right half, as the head's does.
    if (cells.length === 1) cells.unshift({ children: [kit.paragraph('')] });
    const widths = scaleWidths(
      cells.map(() => 1),
      mmToTwips(page.text),
    );
    return [
      kit.paragraph('', { size: index === 0 ? 8 : 18, keepNext: true }),
      kit.grid({ widths, rows: [{ cells }], bordered: false }),
    ];
  });
  return grids;
}

function signatureParagraphs(
  kit: DocxKit,
  signature: Signature,
  { keepNext }: { readonly keepNext: boolean },
): ReturnType<DocxKit['paragraph']>[] {
  const line = { align: 'center', size: sizes.capacity, keepNext: true } as const;
  return [
    ...signature.capacity.map((text) => kit.paragraph(upper(text), { ...line, bold: true })),
    ...(signature.note === null ? [] : [kit.paragraph(signature.note, { ...line, italic: true })]),
    ...Array.from({ length: signatureLines }, () => kit.paragraph('', line)),
    ...(signature.post === null ? [] : [kit.paragraph(upper(signature.post), { ...line, bold: true })]),
    kit.paragraph(signature.name ?? '', { ...line, bold: true, keepNext }),
  ];
}

function recipientParagraphs(
  kit: DocxKit,
  recipients: readonly string[],
): ReturnType<DocxKit['paragraph']>[] {
  return [
    kit.paragraph('Nơi nhận:', { size: sizes.recipientsHead, bold: true, italic: true, keepNext: true }),
    ...recipients.map((text) => kit.paragraph(`- ${text}`, { size: sizes.recipients, keepNext: true })),
  ];
}
