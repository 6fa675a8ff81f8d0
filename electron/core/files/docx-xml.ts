/**
 * The few shapes papers are made of, as WordprocessingML. Element order follows the schema (ECMA-376), which Word
 * insists on. Written here rather than through a document library: papers need six shapes, the same bytes each time,
 * and a library took three quarters of the time of a whole dossier.
 */
import type { Alignment, Rich, Run } from '../../../shared/documents/model.ts';
import { mmToTwips, runsOf, sizes } from './layout.ts';

/** A piece of XML, escaped and whole. */
export type Xml = string;

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
  /** Of the outline, which Word's navigation pane shows. */
  readonly style?: 'Heading1' | 'Heading2';
  /** Series of numbers or dashes that it takes part in. */
  readonly numbering?: number;
  /** "#rrggbb"; black without it. */
  readonly colour?: string;
}

export type Border = 'none' | 'single' | 'dashed';

export interface GridCell {
  readonly children: readonly Xml[];
  /** Lines at sides other than the table's own. */
  readonly borders?: Readonly<Partial<Record<'top' | 'left' | 'bottom' | 'right', Border>>>;
  readonly span?: number;
  /** First or later row of a cell that is several rows high. */
  readonly merge?: 'start' | 'continue';
  readonly vertical?: 'top' | 'center' | 'bottom';
  /** Ground, "#rrggbb". */
  readonly fill?: string;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** Repeated at the top of each page. */
  readonly header?: boolean;
  /** Exact height in millimetres; without it as high as what is in it. */
  readonly exactHeight?: number;
  /** Least height in millimetres. */
  readonly leastHeight?: number;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for use in XML content or an attribute. */
export function escapeXml(text: string): Xml {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

function runProperties({
  run,
  size,
  colour,
}: {
  readonly run: Pick<Run, 'bold' | 'italic' | 'underline'>;
  readonly size: number;
  readonly colour: string | undefined;
}): Xml {
  const half = Math.round(size * 2);
  return (
    (run.bold === true ? '<w:b/><w:bCs/>' : '') +
    (run.italic === true ? '<w:i/><w:iCs/>' : '') +
    (colour === undefined ? '' : `<w:color w:val="${colour.slice(1).toUpperCase()}"/>`) +
    `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>` +
    (run.underline === true ? '<w:u w:val="single"/>' : '')
  );
}

const alignments = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

/** A paragraph; an empty one keeps the height of its line. */
export function paragraph(text: Rich, look: ParagraphLook = {}): Xml {
  const size = look.size ?? sizes.body;
  const runs = runsOf(text).map((run) => {
    const shown = {
      ...run,
      bold: run.bold ?? look.bold ?? false,
      italic: run.italic ?? look.italic ?? false,
    };
    return `<w:r><w:rPr>${runProperties({ run: shown, size, colour: look.colour })}</w:rPr><w:t xml:space="preserve">${escapeXml(run.text)}</w:t></w:r>`;
  });
  const twenty = (points = 0): number => Math.round(points * 20);
  const line = Math.round((look.spacing ?? 1) * 240);
  const indents =
    (look.left === undefined ? '' : ` w:left="${mmToTwips(look.left)}"`) +
    (look.firstLine === undefined || look.firstLine === 0
      ? ''
      : ` w:firstLine="${mmToTwips(look.firstLine)}"`);
  return (
    '<w:p><w:pPr>' +
    (look.style === undefined ? '' : `<w:pStyle w:val="${look.style}"/>`) +
    (look.keepNext === true ? '<w:keepNext/>' : '') +
    (look.numbering === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${look.numbering}"/></w:numPr>`) +
    `<w:spacing w:before="${twenty(look.before)}" w:after="${twenty(look.after)}" w:line="${line}" w:lineRule="auto"/>` +
    (indents === '' ? '' : `<w:ind${indents}/>`) +
    `<w:jc w:val="${alignments[look.align ?? 'left']}"/>` +
    // The mark of a paragraph gives its number its look, and an empty line its height.
    (runs.length === 0 || look.numbering !== undefined
      ? `<w:rPr>${runProperties({ run: look.numbering === undefined ? {} : look, size, colour: undefined })}</w:rPr>`
      : '') +
    `</w:pPr>${runs.join('')}</w:p>`
  );
}

/** A drawn line, centred in a width, both in millimetres. */
export function rule(length: number, within: number): Xml {
  const side = mmToTwips(Math.max(0, (within - length) / 2));
  return (
    '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' +
    '<w:spacing w:before="40" w:after="60" w:line="20" w:lineRule="exact"/>' +
    `<w:ind w:left="${side}" w:right="${side}"/></w:pPr></w:p>`
  );
}

/** An empty box to tick, centred; the size is that of its type, in points. */
export function box(size: number): Xml {
  // A framed run of blanks: drawn with no glyph that a font may lack.
  const half = Math.round(size * 2);
  return (
    '<w:p><w:pPr><w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/></w:pPr>' +
    `<w:r><w:rPr><w:sz w:val="${half}"/><w:szCs w:val="${half}"/><w:bdr w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:rPr>` +
    `<w:t xml:space="preserve">${'\u00a0'.repeat(4)}</w:t></w:r></w:p>`
  );
}

const TINY =
  '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>';

/** A line of no height, where Word wants a paragraph. */
export const speck: Xml = `<w:p><w:pPr>${TINY}</w:pPr></w:p>`;

/** A line of no height at the top of a new page. */
export const newPage: Xml = `<w:p><w:pPr><w:pageBreakBefore/>${TINY}</w:pPr></w:p>`;

const borders = {
  none: 'w:val="none" w:sz="0" w:space="0" w:color="auto"',
  single: 'w:val="single" w:sz="4" w:space="0" w:color="000000"',
  dashed: 'w:val="dashed" w:sz="6" w:space="0" w:color="7F7F7F"',
} as const satisfies Record<Border, string>;

/** A table of fixed widths (twips); rows are never split between pages. */
export function grid({
  widths,
  rows,
  border,
  inset = 0,
  padding = 0,
}: {
  readonly widths: readonly number[];
  readonly rows: readonly GridRow[];
  readonly border: 'none' | 'single';
  /** Room at both sides inside a cell, and above and below, in twips. */
  readonly inset?: number;
  readonly padding?: number;
}): Xml {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} ${borders[border]}/>`)
    .join('');
  const margins = `<w:top w:w="${padding}" w:type="dxa"/><w:left w:w="${inset}" w:type="dxa"/><w:bottom w:w="${padding}" w:type="dxa"/><w:right w:w="${inset}" w:type="dxa"/>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="left"/><w:tblBorders>${edges}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    rows.map((row) => gridRow(row, widths)).join('') +
    '</w:tbl>'
  );
}

function gridRow(row: GridRow, widths: readonly number[]): Xml {
  let column = 0;
  const cells = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return gridCell(cell, { width, span });
  });
  return `<w:tr><w:trPr><w:cantSplit/>${rowHeight(row)}${row.header === true ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

function rowHeight({ exactHeight, leastHeight }: GridRow): Xml {
  if (exactHeight !== undefined) return `<w:trHeight w:val="${mmToTwips(exactHeight)}" w:hRule="exact"/>`;
  if (leastHeight !== undefined) return `<w:trHeight w:val="${mmToTwips(leastHeight)}" w:hRule="atLeast"/>`;
  return '';
}

function gridCell(cell: GridCell, { width, span }: { readonly width: number; readonly span: number }): Xml {
  const sides = (['top', 'left', 'bottom', 'right'] as const)
    .map((side) => {
      const border = cell.borders?.[side];
      return border === undefined ? '' : `<w:${side} ${borders[border]}/>`;
    })
    .join('');
  const children = cell.children.join('');
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>` +
    (span > 1 ? `<w:gridSpan w:val="${span}"/>` : '') +
    (cell.merge === undefined ? '' : cell.merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') +
    (sides === '' ? '' : `<w:tcBorders>${sides}</w:tcBorders>`) +
    (cell.fill === undefined
      ? ''
      : `<w:shd w:val="clear" w:color="auto" w:fill="${cell.fill.slice(1).toUpperCase()}"/>`) +
    `<w:vAlign w:val="${cell.vertical ?? 'top'}"/></w:tcPr>` +
    // A cell must end with a paragraph.
    `${children}${children === '' || children.endsWith('</w:tbl>') ? speck : ''}</w:tc>`
  );
}
