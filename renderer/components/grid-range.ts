/** What is chosen in a sheet: a rectangle of cells, and what a paste or a fill writes into it. */

/** A cell: its row and column in the order shown, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both ends in it. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A text for a cell. */
export interface PlacedText {
  readonly place: Place;
  readonly text: string;
}

/** Whether two places are one. */
export function isSame(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}

/** The rectangle between two corners. */
export function rangeOf(corner: Place, other: Place): Range {
  return {
    top: Math.min(corner.row, other.row),
    bottom: Math.max(corner.row, other.row),
    left: Math.min(corner.column, other.column),
    right: Math.max(corner.column, other.column),
  };
}

/** How many rows and columns a range has. */
function sizeOf(range: Range): { readonly rows: number; readonly columns: number } {
  return { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 };
}

/** Whether nothing but one cell is chosen. */
export function isOneCell(range: Range): boolean {
  const { rows, columns } = sizeOf(range);
  return rows === 1 && columns === 1;
}

/** The cells of a range, line by line. */
export function linesOf(range: Range): readonly (readonly Place[])[] {
  const { rows, columns } = sizeOf(range);
  return Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, over) => ({
      row: range.top + down,
      column: range.left + over,
    })),
  );
}

/** How a sheet lies: its rows and columns in number, and the rows that fit at once. */
export interface Sheet {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
  /** The first column that may be typed into. */
  readonly first: number;
}

/** Keeps a place in its sheet. */
export function inside({ row, column }: Place, sheet: Pick<Sheet, 'rows' | 'columns'>): Place {
  return {
    row: Math.max(0, Math.min(sheet.rows - 1, row)),
    column: Math.max(0, Math.min(sheet.columns - 1, column)),
  };
}

/** Where a key leads from a cell; null for a key that leads nowhere. Ctrl goes as far as the sheet does. */
export function placeFor(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  from: Place,
  sheet: Sheet,
): Place | null {
  const last = { row: sheet.rows - 1, column: sheet.columns - 1 };
  const by = (step: number) => (ctrlKey ? Infinity * step : step);
  switch (key) {
    case 'ArrowDown':
      return inside({ ...from, row: from.row + by(1) }, sheet);
    case 'ArrowUp':
      return inside({ ...from, row: from.row + by(-1) }, sheet);
    case 'ArrowLeft':
      return inside({ ...from, column: from.column + by(-1) }, sheet);
    case 'ArrowRight':
      return inside({ ...from, column: from.column + by(1) }, sheet);
    case 'PageDown':
      return inside({ ...from, row: from.row + sheet.page }, sheet);
    case 'PageUp':
      return inside({ ...from, row: from.row - sheet.page }, sheet);
    case 'Home':
      return { row: ctrlKey ? 0 : from.row, column: sheet.first };
    case 'End':
      return ctrlKey ? last : { ...from, column: last.column };
    default:
      return null;
  }
}

/** The cell after (`by` 1) or before (-1) one, going round a range; null when none of the range may be typed into. */
export function nextIn(
  range: Range,
  at: Place,
  step: {
    readonly along: 'row' | 'column';
    readonly by: 1 | -1;
    readonly mayType: (place: Place) => boolean;
  },
): Place | null {
  const lines = linesOf(range);
  const [first] = lines;
  const order =
    step.along === 'row'
      ? lines.flat()
      : (first ?? []).flatMap((_, over) => lines.flatMap((line) => line[over] ?? []));
  const open = order.filter(step.mayType);
  const found = open.findIndex((place) => isSame(place, at));
  const next = found < 0 ? 0 : (found + step.by + open.length) % open.length;
  return open[next] ?? null;
}

/**
 * Where each text of a pasted block lands, as Excel does it: the block is repeated over a range that is a whole number
 * of times as high or as wide; else it stands once at the top left of the range, also past its edge.
 */
export function spread(block: readonly (readonly string[])[], range: Range): readonly PlacedText[] {
  const high = block.length;
  const wide = Math.max(0, ...block.map((line) => line.length));
  if (high === 0 || wide === 0) return [];
  const size = sizeOf(range);
  const rows = size.rows % high === 0 ? size.rows : high;
  const columns = size.columns % wide === 0 ? size.columns : wide;
  const over = { ...range, bottom: range.top + rows - 1, right: range.left + columns - 1 };
  return linesOf(over)
    .flat()
    .flatMap((place) => {
      const text = block[(place.row - range.top) % high]?.[(place.column - range.left) % wide];
      return text === undefined ? [] : [{ place, text }];
    });
}

/** For each cell that a fill writes into, the cell it takes its text from. */
export interface Filled {
  readonly from: Place;
  readonly to: Place;
}

/**
 * What Ctrl+D (`down`) or Ctrl+R (`right`) fills: the first line of the range over the others; a single line takes
 * what stands before it. Nothing where there is no line before it.
 */
export function filled(range: Range, way: 'down' | 'right'): readonly Filled[] {
  const isDown = way === 'down';
  const isOneLine = isDown ? range.top === range.bottom : range.left === range.right;
  const source = (isDown ? range.top : range.left) - (isOneLine ? 1 : 0);
  if (source < 0) return [];
  return linesOf(range)
    .flat()
    .filter((to) => (isDown ? to.row : to.column) !== source)
    .map((to) => ({ from: isDown ? { ...to, row: source } : { ...to, column: source }, to }));
}
