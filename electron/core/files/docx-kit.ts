/** The few shapes papers are made of, over the `docx` library, which is loaded only when a paper is written. */
import type {
  FileChild,
  IBorderOptions,
  IParagraphOptions,
  ITableCellBorders,
  Paragraph,
  ParagraphChild,
  Table,
} from 'docx';
import type { Alignment, Rich } from '../../../shared/documents/model.ts';
import { fontName, mmToTwips, runsOf, sizes } from './layout.ts';

export type Docx = typeof import('docx');

/** Looks of a paragraph; sizes in points, lengths in millimetres, gaps in points. */
export interface ParagraphLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: Alignment | 'justify';
  readonly firstLine?: number;
  readonly left?: number;
  readonly before?: number;
  readonly after?: number;
  /** Multiple of single. */
  readonly spacing?: number;
  readonly keepNext?: boolean;
  readonly color?: string;
}

export interface GridCell {
  readonly children: readonly (Paragraph | Table)[];
  readonly borders?: ITableCellBorders;
  readonly span?: number;
  /** First or later row of a cell that is several rows high. */
  readonly merge?: 'start' | 'continue';
  readonly vertical?: 'top' | 'center' | 'bottom';
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly header?: boolean;
  /** Exact height in millimetres; null for as high as what is in it. */
  readonly exactHeight?: number | null;
  /** Least height in millimetres. */
  readonly leastHeight?: number;
}

export interface DocxKit {
  readonly docx: Docx;
  paragraph(text: Rich, look?: ParagraphLook): Paragraph;
  /** A drawn line, centred in a width. */
  rule(length: number, within: number): Paragraph;
  /** An empty box to tick, about as wide as high, centred; the size is that of its type, in points. */
  box(size: number): Paragraph;
  /** A line of no height, where Word wants a paragraph. */
  speck(look?: { readonly newPage?: boolean }): Paragraph;
  /** A table of fixed widths (twips). */
  grid(options: {
    readonly widths: readonly number[];
    readonly rows: readonly GridRow[];
    readonly bordered: boolean;
    /** Room at both sides inside a cell, in twips. */
    readonly inset?: number;
    readonly padding?: number;
  }): Table;
}

let kit: Promise<DocxKit> | null = null;

/** Loads the library once. */
export function loadDocxKit(): Promise<DocxKit> {
  kit ??= import('docx').then(createKit);
  return kit;
}

function createKit(docx: Docx): DocxKit {
  const {
    AlignmentType,
    BorderStyle,
    HeightRule,
    LineRuleType,
    TableLayoutType,
    VerticalAlignTable,
    WidthType,
  } = docx;
  const alignments = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
    justify: AlignmentType.JUSTIFIED,
  } as const;
  const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const single: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

  function paragraph(text: Rich, look: ParagraphLook = {}): Paragraph {
    const size = (look.size ?? sizes.body) * 2;
    const children: ParagraphChild[] = runsOf(text).map(
      (run) =>
        new docx.TextRun({
          text: run.text,
          size,
          bold: (run.bold ?? look.bold) === true,
          italics: (run.italic ?? look.italic) === true,
          ...(run.underline === true ? { underline: {} } : {}),
          ...(look.color === undefined ? {} : { color: look.color }),
        }),
    );
    const options: IParagraphOptions = {
      children,
      alignment: alignments[look.align ?? 'left'],
      spacing: {
        before: (look.before ?? 0) * 20,
        after: (look.after ?? 0) * 20,
        line: Math.round((look.spacing ?? 1) * 240),
        lineRule: LineRuleType.AUTO,
      },
      indent: { left: mmToTwips(look.left ?? 0), firstLine: mmToTwips(look.firstLine ?? 0) },
      ...(look.keepNext === true ? { keepNext: true } : {}),
      ...(children.length === 0 ? { run: { size } } : {}),
    };
    return new docx.Paragraph(options);
  }

  function rule(length: number, within: number): Paragraph {
    const side = mmToTwips(Math.max(0, (within - length) / 2));
    return new docx.Paragraph({
      indent: { left: side, right: side },
      spacing: { before: 40, after: 60, line: 20, lineRule: LineRuleType.EXACT },
      border: { top: { ...single, size: 6, space: 1 } },
      children: [],
    });
  }

  function box(size: number): Paragraph {
    // A framed run of blanks: drawn with no glyph that a font may lack.
    const frame = new docx.TextRun({
      text: '\u00a0'.repeat(5),
      size: Math.round(size * 2),
      border: { ...single, size: 8 },
    });
    return new docx.Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 20, after: 20 },
      children: [frame],
    });
  }

  function speck({ newPage }: { readonly newPage?: boolean } = {}): Paragraph {
    return new docx.Paragraph({
      spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
      run: { size: 2 },
      children: [],
      ...(newPage === true ? { pageBreakBefore: true } : {}),
    });
  }

  function grid(options: Parameters<DocxKit['grid']>[0]): Table {
    const { widths, rows, bordered, inset = 0, padding = 0 } = options;
    const total = widths.reduce((sum, width) => sum + width, 0);
    const edge = bordered ? single : none;
    return new docx.Table({
      layout: TableLayoutType.FIXED,
      width: { size: total, type: WidthType.DXA },
      columnWidths: [...widths],
      alignment: AlignmentType.LEFT,
      margins: { left: inset, right: inset, top: padding, bottom: padding, marginUnitType: WidthType.DXA },
      borders: {
        top: edge,
        bottom: edge,
        left: edge,
        right: edge,
        insideHorizontal: edge,
        insideVertical: edge,
      },
      rows: rows.map((row) => {
        let column = 0;
        const cells = row.cells.map((cell) => {
          const span = cell.span ?? 1;
          const size = widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
          column += span;
          return new docx.TableCell({
            width: { size, type: WidthType.DXA },
            children: cell.children.length === 0 ? [speck()] : [...cell.children],
            verticalAlign: verticals[cell.vertical ?? 'top'],
            ...(span > 1 ? { columnSpan: span } : {}),
            ...(cell.merge === undefined ? {} : { verticalMerge: merges[cell.merge] }),
            ...(cell.borders === undefined ? {} : { borders: cell.borders }),
          });
        });
        return new docx.TableRow({
          children: cells,
          cantSplit: true,
          ...(row.header === true ? { tableHeader: true } : {}),
          ...heightOf(row),
        });
      }),
    });
  }

  const verticals = {
    top: VerticalAlignTable.TOP,
    center: VerticalAlignTable.CENTER,
    bottom: VerticalAlignTable.BOTTOM,
  } as const;

  const merges = {
    start: docx.VerticalMergeType.RESTART,
    continue: docx.VerticalMergeType.CONTINUE,
  } as const;

  function heightOf(row: GridRow): {
    height?: { value: number; rule: (typeof HeightRule)[keyof typeof HeightRule] };
  } {
    if (row.exactHeight !== undefined && row.exactHeight !== null) {
      return { height: { value: mmToTwips(row.exactHeight), rule: HeightRule.EXACT } };
    }
    if (row.leastHeight === undefined) return {};
    return { height: { value: mmToTwips(row.leastHeight), rule: HeightRule.ATLEAST } };
  }

  return { docx, paragraph, rule, box, speck, grid };
}

/** Wraps the sections of a file with its properties and default look, and gives the bytes of the package. */
export async function packDocx({
  kit: { docx },
  title,
  sections,
}: {
  readonly kit: DocxKit;
  readonly title: string;
  readonly sections: ConstructorParameters<Docx['Document']>[0]['sections'];
}): Promise<Uint8Array> {
  const face = { ascii: fontName, hAnsi: fontName, cs: fontName, eastAsia: fontName };
  const file = new docx.Document({
    creator: 'Bảng Vàng',
    lastModifiedBy: 'Bảng Vàng',
    title,
    styles: {
      default: {
        document: {
          run: { font: face, size: sizes.body * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections,
  });
  return docx.Packer.toBuffer(file);
}

export type { FileChild };
