/** Tables of a paper as they stand in a .pdf. */
import type { Content } from 'pdfmake/interfaces';
import type { Cell, Rich, Table } from '../../../shared/documents/model.ts';
import { columnWidths, mmToPoints, scaleWidths, tableSize, type PageGeometry } from './layout.ts';
import { HAIRLINE, box, heightOf, paragraph, ruledTable, type RuledCell } from './pdf-kit.ts';

/** White at each side inside a cell, in points, and what a cell's sides and lines take in millimetres. */
const CELL_SIDE = 3.4;
const CELL_UPRIGHT = 1.8;
const CELL_INSET = ((CELL_SIDE * 2 + 1) * 25.4) / 72;

/**
 * A table of a paper, and the points that it takes down to its first row. The rest of a table whose other rows were
 * drawn before has no header of its own.
 */
export function tableOf({
  table,
  page,
  isRest,
}: {
  readonly table: Table;
  readonly page: PageGeometry;
  readonly isRest: boolean;
}): { readonly content: Content; readonly start: number } {
  const size = tableSize(table);
  const { columns } = table;
  const widths = scaleWidths(columnWidths(table, page.text), page.text * 100).map((width) => width / 100);
  const cells = (row: readonly Cell[], bold: boolean): RuledCell[] =>
    row.map((value, index) =>
      cellContent({ value, size, bold, align: columns[index]?.align ?? 'left', width: widths[index] ?? 0 }),
    );
  const fillers = Array.from({ length: columns.length - 1 }, (): RuledCell => ({ text: '' }));
  const header = isRest ? [] : headerRows({ table, size, widths });
  const body = table.rows.map((row): readonly RuledCell[] =>
    'section' in row
      ? [
          {
            ...cellText(row.section, { size, bold: true, within: page.text - CELL_INSET }),
            colSpan: columns.length,
          },
          ...fillers,
        ]
      : cells(row, false),
  );
  const rows = [
    ...header,
    ...body.map((row, index) => {
      const below = body[index + 1];
      const [first] = row;
      if (first?.colSpan === undefined || below === undefined) return row;
      // The heading of a section goes with its first row.
      return [{ ...first, headlineLevel: Math.ceil(rowHeight(row) + rowHeight(below)) }, ...row.slice(1)];
    }),
    ...(table.totals === undefined ? [] : [cells(table.totals, true)]),
  ];
  const least = table.leastRow ?? 0;
  const first = table.rows[0];
  const begins = header.length + (first !== undefined && 'section' in first ? 2 : 1);
  return {
    start: rows.slice(0, begins).reduce((sum, row) => sum + rowHeight(row), mmToPoints(least)),
    content: ruledTable({
      widths,
      headerRows: header.length,
      padding: { side: CELL_SIDE, upright: CELL_UPRIGHT },
      leastRow: least,
      rows,
      // Its first line is the last one of the rows before.
      ...(isRest ? { above: -HAIRLINE } : {}),
    }),
  };
}

function rowHeight(row: readonly RuledCell[]): number {
  return Math.max(...row.map(heightOf)) + CELL_UPRIGHT * 2 + HAIRLINE;
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
