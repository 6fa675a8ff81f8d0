/** Where a sheet is worked in: the cell at hand, and the cells chosen with it. */
import { useState } from 'react';
import type { GridColumn } from './grid-cells.ts';
import {
  inside,
  isOneCell,
  nextIn,
  placeFor,
  rangeOf,
  type Place,
  type Range,
  type Sheet,
} from './grid-range.ts';
import type { RowWindow } from './row-window.ts';

/** The corners of what is chosen: Shift moves `to`. */
interface Corners {
  readonly from: Place;
  readonly to: Place;
}

/** The cell at hand and what is chosen, and how both move. */
export interface GridPlace {
  readonly at: Place;
  /** The cells that are chosen; the cell at hand is one of them. */
  readonly range: Range;
  /** The corner that Shift moves. */
  readonly end: Place;
  readonly mayType: (place: Place) => boolean;
  /** Keeps a place in the sheet. */
  readonly inside: (place: Place) => Place;
  /** Goes to a cell; with `extend` the cells between it and the cell at hand are chosen, which stays. */
  readonly moveTo: (place: Place, extend?: boolean) => void;
  /** Chooses the cells between two corners; with `at` the first corner is the cell at hand. */
  readonly choose: (corners: Corners, at?: 'at') => void;
  readonly chooseAll: () => void;
  /** Nothing but the cell at hand is chosen. */
  readonly collapse: () => void;
  /** Where a key leads; null for a key that leads nowhere. */
  readonly placeFor: (
    event: { readonly key: string; readonly ctrlKey: boolean },
    extend: boolean,
  ) => Place | null;
  /** Goes round the cells that are chosen, else on through those that may be typed into; false where there is no other. */
  readonly step: (along: 'row' | 'column', by: 1 | -1) => boolean;
}

/** Keeps the place in a sheet. */
export function useGridPlace(props: {
  readonly rows: number;
  readonly columns: readonly Pick<GridColumn<never>, 'readOnly'>[];
  readonly slice: Pick<RowWindow, 'reveal' | 'page'>;
  readonly locked: boolean;
}): GridPlace {
  const { columns, slice } = props;
  const first = Math.max(
    0,
    columns.findIndex((column) => column.readOnly !== true),
  );
  const sheet: Sheet = { rows: props.rows, columns: columns.length, page: slice.page, first };
  const [place, setPlace] = useState<Place>({ row: 0, column: first });
  const [chosen, setChosen] = useState<Corners | null>(null);
  const at = inside(place, sheet);
  const end = chosen === null ? at : inside(chosen.to, sheet);
  const range = rangeOf(chosen === null ? at : inside(chosen.from, sheet), end);

  function mayType(where: Place): boolean {
    return !props.locked && columns[where.column]?.readOnly !== true;
  }

  function moveTo(to: Place, extend = false): void {
    const next = inside(to, sheet);
    slice.reveal(next.row);
    setChosen(extend ? { from: chosen?.from ?? at, to: next } : null);
    if (!extend) setPlace(next);
  }

  function step(along: 'row' | 'column', by: 1 | -1): boolean {
    if (!isOneCell(range)) {
      const next = nextIn(range, at, { along, by, mayType });
      if (next === null) return false;
      slice.reveal(next.row);
      setPlace(next);
      return true;
    }
    if (along === 'column') {
      moveTo({ ...at, row: at.row + by });
      return true;
    }
    const size = sheet.rows * sheet.columns;
    for (let next = at.row * sheet.columns + at.column + by; next >= 0 && next < size; next += by) {
      const column = next % sheet.columns;
      if (columns[column]?.readOnly === true) continue;
      moveTo({ row: Math.floor(next / sheet.columns), column });
      return true;
    }
    return false;
  }

  return {
    at,
    range,
    end,
    mayType,
    inside: (where) => inside(where, sheet),
    moveTo,
    choose(corners, cell) {
      if (cell === 'at') setPlace(corners.from);
      setChosen(isOneCell(rangeOf(corners.from, corners.to)) ? null : corners);
    },
    chooseAll() {
      setChosen({ from: { row: 0, column: 0 }, to: { row: sheet.rows - 1, column: sheet.columns - 1 } });
    },
    collapse() {
      setChosen(null);
    },
    placeFor: (event, extend) => placeFor(event, extend ? end : at, sheet),
    step,
  };
}
