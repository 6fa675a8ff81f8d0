/** Table papers as workbooks: a sheet for each table, numbers as numbers, ready to print on A4. */
import type {
  BorderStyle,
  Cell as SheetCell,
  CellStyle,
  CellValue,
  MergeRange,
  RowDef,
  WriteSheet,
} from 'hucre';
import type { Cell, Paper, Table } from '../../../shared/documents/model.ts';
import {
  approximateWidth,
  asOfDate,
  fontName,
  margins,
  mmToPoints,
  motto,
  numberLine,
  pageGeometry,
  placeDateLine,
  sizes,
  tableSize,
  typeset,
  upper,
} from './layout.ts';
import { repackOffice } from './repack.ts';
import { lettersOf } from './xlsx-cells.ts';
import { type Part, leastWidth, partsOf, plain } from './xlsx-parts.ts';

/** Writes a paper that holds tables as the bytes of a .xlsx file; a paper without a table gives one sheet of text. */
export async function writeXlsx(paper: Paper): Promise<Uint8Array> {
  const { writeXlsx: write } = await import('hucre/xlsx');
  const date = asOfDate(paper.asOf);
  const bytes = await write({
    sheets: sheetsOf(paper),
    defaultFont: { name: fontName, size: 12 },
    properties: {
      title: typeset(`${paper.title}. ${paper.subtitle.join('. ')}`),
      creator: 'Bảng Vàng',
      lastModifiedBy: 'Bảng Vàng',
      created: date,
      modified: date,
    },
  });
  return repackOffice(bytes, paper.asOf);
}

const line = { style: 'thin' } as const;
const allBorders: BorderStyle = { top: line, right: line, bottom: line, left: line };

function sheetsOf(paper: Paper): WriteSheet[] {
  const parts = partsOf(paper.blocks);
  const used = new Set<string>();
  return parts.map((part, index) =>
    sheetOf({
      paper,
      part,
      name: sheetName(
        part.heading ?? (parts.length === 1 ? paper.title : `${paper.title} ${index + 1}`),
        used,
      ),
      isLast: index === parts.length - 1,
    }),
  );
}

/** A name that Excel takes: at most 31 characters, none of its own signs, each name once. */
function sheetName(text: string, used: Set<string>): string {
  const base =
    typeset(text)
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 31)
      .trim() || 'Danh sách';
  let name = base;
  for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${base.slice(0, 27)} ${count}`;
  used.add(name.toLowerCase());
  return name;
}

/** Rows of a sheet as they are laid down, with looks and merges. */
interface Canvas {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<SheetCell>>;
  readonly merges: MergeRange[];
  readonly heights: Map<number, RowDef>;
}

function sheetOf({
  paper,
  part,
  name,
  isLast,
}: {
  readonly paper: Paper;
  readonly part: Part;
  readonly name: string;
  readonly isLast: boolean;
}): WriteSheet {
  const page = pageGeometry(paper.orientation);
  const columns = part.table?.columns ?? [
    { header: '', width: 1 },
    { header: '', width: 1 },
  ];
  const sum = columns.reduce((all, column) => all + column.width, 0);
  // A character of the default font is about 1.9 mm wide.
  const widths = columns.map((column, index) => {
    const share = Math.round(((column.width / sum) * page.text * 10) / 1.9) / 10;
    return Math.max(share, leastWidth(column.header, part.table?.rows ?? [], index));
  });
  const canvas: Canvas = { rows: [], cells: new Map(), merges: [], heights: new Map() };
  const last = columns.length - 1;
  const middle = headSplit(widths);
  letterhead({ canvas, paper, widths, middle, last });
  const titles = [
    { text: upper(paper.title), look: { size: sizes.title, bold: true } },
    ...paper.subtitle.map((text) => ({ text: typeset(text), look: { size: sizes.body, bold: true } })),
    ...(paper.attachedTo === undefined
      ? []
      : [{ text: typeset(paper.attachedTo), look: { size: sizes.body, italic: true } }]),
  ];
  for (const { text, look } of titles)
    put(canvas, [{ value: text, from: 0, to: last, style: textStyle(look) }]);
  if (part.heading !== null) {
    put(canvas, [
      {
        value: typeset(part.heading),
        from: 0,
        to: last,
        style: textStyle({ size: 12, bold: true, align: 'left' }),
      },
    ]);
  } else put(canvas, []);
  const frozen = part.table === null ? 0 : tableRows({ canvas, table: part.table, widths });
  const width = widths.reduce((all, one) => all + one, 0);
  for (const text of part.texts) {
    const style = textStyle({ size: 12, align: 'left', wrap: true });
    put(canvas, [{ value: text, from: 0, to: last, style }], heightOf([text], [width], 12));
  }
  if (isLast) signatures({ canvas, paper, widths, middle, last });
  return {
    name,
    columns: widths.map((one) => ({ width: one })),
    rows: canvas.rows,
    cells: canvas.cells,
    merges: canvas.merges,
    rowDefs: canvas.heights,
    ...(frozen > 0 ? { freezePane: { rows: frozen } } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: paper.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        top: margins.top / 25.4,
        bottom: margins.bottom / 25.4,
        left: margins.left / 25.4,
        right: margins.right / 25.4,
        header: 10 / 25.4,
        footer: 10 / 25.4,
      },
      printArea: `$A$1:$${lettersOf(last)}$${canvas.rows.length}`,
      ...(frozen > 0 ? { printTitlesRow: `$${frozen}:$${frozen}` } : {}),
    },
    headerFooter: { differentFirst: true, oddHeader: `&C&"${fontName}"&13&P` },
  };
}

/** Last column of the left half of the head, so that the right half holds the name of the country. */
function headSplit(widths: readonly number[]): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let used = 0;
  let split = 0;
  for (const [index, width] of widths.entries()) {
    used += width;
    if (used <= total * 0.5) split = index;
  }
  return split;
}

interface Placed {
  readonly value: CellValue;
  readonly from: number;
  readonly to: number;
  readonly style: CellStyle;
}

/** Lays down one row; a height in points, or as Excel finds it. */
function put(canvas: Canvas, placed: readonly Placed[], height?: number): void {
  const row = canvas.rows.length;
  const values: CellValue[] = [];
  for (const { value, from, to, style } of placed) {
    values[from] = value;
    for (let column = from; column <= to; column += 1) {
      values[column] ??= null;
      canvas.cells.set(`${row},${column}`, { style });
    }
    if (to > from) canvas.merges.push({ startRow: row, startCol: from, endRow: row, endCol: to });
  }
  canvas.rows.push(Array.from(values, (value) => value ?? null));
  if (height !== undefined) canvas.heights.set(row, { height });
}

function textStyle({
  size,
  bold = false,
  italic = false,
  align = 'center',
  wrap = false,
}: {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
}): CellStyle {
  return {
    font: { name: fontName, size, bold, italic },
    alignment: { horizontal: align, vertical: 'center', wrapText: wrap },
  };
}

interface Halves {
  readonly canvas: Canvas;
  readonly paper: Paper;
  readonly widths: readonly number[];
  readonly middle: number;
  readonly last: number;
}

function letterhead({ canvas, paper, widths, middle, last }: Halves): void {
  const { letterhead: head } = paper;
  const lines: { text: string; style: CellStyle }[] = [
    ...(head.superior === null
      ? []
      : [{ text: upper(head.superior), style: textStyle({ size: sizes.superior, wrap: true }) }]),
    ...head.issuer.map((text) => ({
      text: upper(text),
      style: textStyle({ size: sizes.issuer, bold: true, wrap: true }),
    })),
  ];
  const number = numberLine(head);
  if (number !== null) lines.push({ text: number, style: textStyle({ size: 12 }) });
  const right = [
    { text: motto.country, style: textStyle({ size: sizes.country, bold: true }) },
    { text: motto.words, style: textStyle({ size: sizes.motto, bold: true }) },
    { text: placeDateLine(head.place, head.date), style: textStyle({ size: 12, italic: true }) },
  ];
  for (let index = 0; index < Math.max(lines.length, right.length); index += 1) {
    pair({ canvas, widths, middle, last, left: lines[index], right: right[index] });
  }
  if (paper.watermark !== null) {
    put(canvas, [
      { value: typeset(paper.watermark), from: 0, to: last, style: textStyle({ size: 14, bold: true }) },
    ]);
  } else put(canvas, []);
}

interface Line {
  readonly text: string;
  readonly style: CellStyle;
}

/** Lays down a line of each half; what is longer than its half goes on below. */
function pair({
  canvas,
  widths,
  middle,
  last,
  left,
  right,
}: Omit<Halves, 'paper'> & {
  readonly left: Line | undefined;
  readonly right: Line | undefined;
}): void {
  const halves = [
    { line: left, from: 0, to: middle },
    { line: right, from: middle + 1, to: last },
  ].flatMap(({ line, from, to }) => (line === undefined ? [] : [{ ...line, from, to }]));
  const high = halves.map(({ text, style, from, to }) => {
    const width = widths.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
    return heightOf([text], [width], style.font?.size ?? sizes.body);
  });
  put(
    canvas,
    halves.map(({ text, style, from, to }) => ({ value: text, from, to, style })),
    Math.max(0, ...high),
  );
}

/** Lays down a table; gives the number of rows down to the end of its header. */
function tableRows({
  canvas,
  table,
  widths,
}: {
  readonly canvas: Canvas;
  readonly table: Table;
  readonly widths: readonly number[];
}): number {
  const { columns } = table;
  const size = tableSize(table);
  const style = (bold: boolean, align: 'left' | 'center' | 'right'): CellStyle => ({
    ...textStyle({ size, bold, align, wrap: true }),
    border: allBorders,
  });
  const header = style(true, 'center');
  if (table.groups !== undefined) {
    let from = 0;
    put(
      canvas,
      table.groups.map((group) => {
        const placed = { value: typeset(group.header), from, to: from + group.span - 1, style: header };
        from += group.span;
        return placed;
      }),
    );
  }
  const headers = columns.map((column) => typeset(column.header));
  put(
    canvas,
    headers.map((value, index) => ({ value, from: index, to: index, style: header })),
    heightOf(headers, widths, size),
  );
  const frozen = canvas.rows.length;
  const body = (row: readonly Cell[], bold: boolean): void => {
    const values = row.map((cell, index) => valueOf(cell, columns[index]?.numeric === true));
    put(
      canvas,
      values.map((value, index) => ({
        value,
        from: index,
        to: index,
        style: style(bold, columns[index]?.align ?? 'left'),
      })),
      heightOf(values, widths, size),
    );
  };
  for (const row of table.rows) {
    if ('section' in row) {
      put(canvas, [
        { value: typeset(row.section), from: 0, to: columns.length - 1, style: style(true, 'left') },
      ]);
    } else body(row, false);
  }
  if (table.totals !== undefined) body(table.totals, true);
  return frozen;
}

/** A cell's value; whole numbers written as text in a column of numbers become numbers. */
function valueOf(cell: Cell, numeric: boolean): CellValue {
  if (cell === null) return null;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object') return 'box' in cell ? null : plain(cell.runs);
  return numeric && /^-?\d{1,15}$/.test(cell) && !/^-?0\d/.test(cell) ? Number(cell) : typeset(cell);
}

/** Points that a character of a column's width stands for, with some to spare between programs. */
const POINTS = 5.6;

/** Height of a row whose texts wrap, in points: not every program finds it by itself. */
function heightOf(values: readonly CellValue[], widths: readonly number[], size: number): number {
  const lines = values.map((value, index) => {
    const room = Math.max(3, widths[index] ?? 10) * POINTS;
    const blank = mmToPoints(approximateWidth(' ', size));
    let count = 1;
    let used = 0;
    for (const word of String(value ?? '').split(' ')) {
      const width = mmToPoints(approximateWidth(word, size));
      if (used > 0 && used + blank + width > room) {
        count += 1;
        used = width;
      } else used += width + (used > 0 ? blank : 0);
    }
    return count;
  });
  return Math.max(1, ...lines) * size * 1.3 + 4;
}

function signatures({ canvas, paper, widths, middle, last }: Halves): void {
  const [first, second] =
    paper.signatures.length > 1 ? paper.signatures.slice(-2) : [undefined, paper.signatures[0]];
  if (second === undefined) return;
  put(canvas, []);
  const bold = textStyle({ size: 12, bold: true, wrap: true });
  const note = textStyle({ size: 12, italic: true });
  const linesOf = (signature: typeof second | undefined): readonly Line[] =>
    signature === undefined
      ? []
      : [
          ...signature.capacity.map((text) => ({ text: upper(text), style: bold })),
          ...(signature.note === null ? [] : [{ text: typeset(signature.note), style: note }]),
        ];
  const left = linesOf(first);
  const right = linesOf(second);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    pair({ canvas, widths, middle, last, left: left[index], right: right[index] });
  }
  for (let blank = 0; blank < 4; blank += 1) put(canvas, []);
  const endOf = (signature: typeof second | undefined): Line | undefined =>
    signature?.name === null || signature === undefined
      ? undefined
      : { text: typeset(signature.name), style: bold };
  if (second.post !== null) {
    pair({ canvas, widths, middle, last, left: undefined, right: { text: upper(second.post), style: bold } });
  }
  pair({ canvas, widths, middle, last, left: endOf(first), right: endOf(second) });
}
