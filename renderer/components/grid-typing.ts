/** Typing into a sheet: where the cell at hand is, what is half typed, what can't stand, and the keys that move. */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { fromTsv } from '../../shared/imports/tsv.ts';
import { useGridCells, type GridCells } from './grid-cells.ts';
import type { CellChange, GridHistory, GridStep } from './grid-history.ts';
import type { RowWindow } from './row-window.ts';

/** One column of cells that are typed into. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** A second, small line of the head: "tối đa 20". */
  readonly note?: string | undefined;
  /** Columns side by side with the same group stand under one head with its own small line. */
  readonly group?: { readonly id: string; readonly header: string; readonly note: string } | undefined;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'middle' | undefined;
  /** What the cell says now, in words; blank is an empty text. */
  readonly text: (row: Row) => string;
  /** Never typed into. */
  readonly readOnly?: boolean | undefined;
  /** One sentence when the text can't stand there; null when it can. A blank text is asked too. */
  readonly check?: ((text: string, row: Row) => string | null) | undefined;
  /** The texts to choose from; blank is offered too. The cell at hand is then a list to choose from. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** Why a cell is worth a look, as a sentence: it gets a mark in its corner. */
  readonly mark?: ((row: Row) => string | null) | undefined;
  /** Stays at the left while the others scroll; only for the first columns. */
  readonly sticky?: boolean | undefined;
}

/** A cell: its row and column in the order shown. */
interface Place {
  readonly row: number;
  readonly column: number;
}

type CellInput = HTMLInputElement | HTMLSelectElement;

/** What a sheet needs to show a cell and to pass on what is done to it. */
export interface GridTyping<Row> extends Pick<GridCells<Row>, 'shownText' | 'problemOf'> {
  readonly at: Place;
  /** What is being typed into the cell at hand; null while nothing is. */
  readonly typed: string | null;
  readonly setTyped: (text: string) => void;
  /** The text of the cell at hand is changed where it lies, not replaced. */
  readonly beginEditing: () => void;
  /** Cells whose text is not saved. */
  readonly unsavedCells: number;
  /** Cells of the last paste that had no place. */
  readonly leftOut: number;
  readonly choose: (row: Row, column: GridColumn<Row>, text: string) => void;
  readonly moveTo: (row: number, column: number) => void;
  /** Says that the focus is in the sheet, or that it left; what was typed is then taken. */
  readonly setFocus: (inside: boolean) => void;
  readonly leave: () => void;
  /** For the input of the cell at hand. */
  readonly input: {
    readonly ref: (element: CellInput | null) => void;
    readonly onKeyDown: (event: KeyboardEvent<CellInput>) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
    readonly onMouseDown: (event: MouseEvent<CellInput>) => void;
  };
}

/** Keeps the state of a sheet that is typed into. */
export function useGridTyping<Row>(props: {
  readonly draftKey: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly slice: Pick<RowWindow, 'reveal' | 'page'>;
  readonly locked: boolean;
  readonly history: GridHistory;
  readonly onChange: (changes: readonly CellChange[]) => Promise<boolean>;
  readonly consequences: ((changes: readonly CellChange[]) => GridStep) | undefined;
  readonly onTurned: ((changes: readonly CellChange[], way: 'back' | 'forward') => void) | undefined;
}): GridTyping<Row> {
  const { columns, rows, slice, locked, history } = props;
  const hasFocus = useRef(false);
  const element = useRef<CellInput | null>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: firstEditable(columns) });
  const [editing, setEditing] = useState(false);
  const [leftOut, setLeftOut] = useState(0);
  const cells = useGridCells<Row>(props);

  const at: Place = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  };
  const cellAt = cellOf(at);
  const typed = cellAt === null ? null : cells.typedIn(cellAt.row, cellAt.column);
  const shown = cellAt === null ? '' : cells.shownText(cellAt.row, cellAt.column);

  // As long as nothing is typed the whole text is chosen: the first letter takes its place.
  useLayoutEffect(() => {
    if (typed === null && !editing && document.activeElement === element.current) selectAll(element.current);
  }, [at.row, at.column, typed, editing, shown]);
  useCommitAtTheEnd(commit);

  function cellOf(where: Place): { readonly row: Row; readonly column: GridColumn<Row> } | null {
    const row = rows[where.row];
    const column = columns[where.column];
    return row === undefined || column === undefined ? null : { row, column };
  }

  /** Writes into the cells that may be typed into; gives how many had no place. */
  function write(texts: readonly { readonly place: Place; readonly text: string }[]): number {
    const written = texts.flatMap(({ place: where, text }) => {
      const cell = cellOf(where);
      return cell === null || cell.column.readOnly === true || locked ? [] : [{ ...cell, text: text.trim() }];
    });
    cells.write(written);
    return texts.length - written.length;
  }

  function commit(): void {
    if (cellAt === null || locked) return;
    if (typed !== null) cells.write([{ ...cellAt, text: typed.trim() }]);
    else cells.retry(cellAt.row, cellAt.column);
    if (typed !== null) cells.stopTyping();
    setEditing(false);
  }

  function moveTo(row: number, column: number): void {
    commit();
    setLeftOut(0);
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    };
    slice.reveal(next.row);
    setPlace(next);
  }

  /** The next cell that may be typed into; false when there is none. */
  function step(forward: boolean): boolean {
    const by = forward ? 1 : -1;
    const last = rows.length * columns.length;
    for (let next = at.row * columns.length + at.column + by; next >= 0 && next < last; next += by) {
      const column = next % columns.length;
      if (columns[column]?.readOnly === true) continue;
      moveTo(Math.floor(next / columns.length), column);
      return true;
    }
    return false;
  }

  /** Takes back what is being typed, else the text that is not saved; false when there is neither. */
  function restore(): boolean {
    if (typed !== null || editing) {
      if (typed !== null) cells.stopTyping();
      setEditing(false);
      return true;
    }
    return cellAt !== null && !locked && cells.dropUnsaved(cellAt.row, cellAt.column);
  }

  function turn(way: 'back' | 'forward'): void {
    if (locked) return;
    const changes = cells.turn(history[way]());
    if (changes !== null) props.onTurned?.(changes, way);
  }

  /** Keys with Ctrl that are the sheet's; false leaves them to the browser. */
  function onControlKey(key: string): boolean {
    if (key === 'Home') moveTo(0, firstEditable(columns));
    else if (key === 'End') moveTo(rows.length - 1, columns.length - 1);
    else if (typed !== null || editing) return false;
    else if (key === 'z') turn('back');
    else if (key === 'y') turn('forward');
    else return false;
    return true;
  }

  /** Keys that go to another cell; false for any other. */
  function onMovingKey({ key, shiftKey }: KeyboardEvent): boolean {
    if (key === 'Enter') moveTo(at.row + (shiftKey ? -1 : 1), at.column);
    else if (key === 'ArrowDown') moveTo(at.row + 1, at.column);
    else if (key === 'ArrowUp') moveTo(at.row - 1, at.column);
    else if (key === 'PageDown') moveTo(at.row + slice.page, at.column);
    else if (key === 'PageUp') moveTo(at.row - slice.page, at.column);
    else if (editing) return false;
    else if (key === 'ArrowLeft') moveTo(at.row, at.column - 1);
    else if (key === 'ArrowRight') moveTo(at.row, at.column + 1);
    else if (key === 'Home') moveTo(at.row, firstEditable(columns));
    else if (key === 'End') moveTo(at.row, columns.length - 1);
    else return false;
    return true;
  }

  function onKey(event: KeyboardEvent<CellInput>): void {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      if (onControlKey(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
      return;
    }
    if (event.altKey) return;
    if (event.key === 'Tab') {
      if (!step(!event.shiftKey)) {
        commit();
        return;
      }
    } else if (event.key === 'Escape') {
      if (!restore()) return;
      event.stopPropagation();
    } else if (event.key === 'F2') {
      if (event.currentTarget instanceof HTMLSelectElement) event.currentTarget.showPicker();
      else beginEditing();
    } else if (event.key === 'Delete' && !editing && typed === null) write([{ place: at, text: '' }]);
    else if (!onMovingKey(event)) return;
    event.preventDefault();
  }

  function beginEditing(): void {
    if (cellAt === null || cellAt.column.readOnly === true || locked) return;
    setEditing(true);
    const input = element.current;
    if (input instanceof HTMLInputElement) input.setSelectionRange(input.value.length, input.value.length);
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (locked || (!text.includes('\t') && !text.includes('\n'))) return;
    event.preventDefault();
    if (typed !== null) cells.stopTyping();
    const block = fromTsv(text).flatMap((line, down) =>
      line.map((cell, over) => ({ place: { row: at.row + down, column: at.column + over }, text: cell })),
    );
    setLeftOut(write(block));
  }

  function focusInput(input: CellInput | null): void {
    element.current = input;
    if (input === null || document.activeElement === input) return;
    // Moving the cell moves the focus with it, but only when the focus is in this grid already.
    if (!hasFocus.current) return;
    input.focus({ preventScroll: true });
    input.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return {
    at,
    typed,
    setTyped(text) {
      if (cellAt !== null) cells.type(cellAt.row, cellAt.column, text);
    },
    beginEditing,
    unsavedCells: cells.unsavedCells,
    leftOut,
    shownText: cells.shownText,
    problemOf: cells.problemOf,
    choose(row, column, text) {
      cells.write([{ row, column, text }]);
    },
    moveTo,
    setFocus(inside) {
      hasFocus.current = inside;
    },
    leave() {
      hasFocus.current = false;
      commit();
    },
    input: {
      ref: focusInput,
      onKeyDown: onKey,
      onPaste,
      onMouseDown(event) {
        // A click on the cell at hand does not set a caret: what is typed next still takes the place of the text.
        if (typed !== null || editing || document.activeElement !== event.currentTarget) return;
        if (event.currentTarget instanceof HTMLInputElement && event.button === 0) event.preventDefault();
      },
    },
  };
}

/** Takes what is being typed when the sheet goes away under it. */
function useCommitAtTheEnd(commit: () => void): void {
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  useEffect(
    () => () => {
      latest.current();
    },
    [],
  );
}

function selectAll(input: CellInput | null): void {
  if (input instanceof HTMLInputElement) input.select();
}

function firstEditable<Row>(columns: readonly GridColumn<Row>[]): number {
  return Math.max(
    0,
    columns.findIndex((column) => column.readOnly !== true),
  );
}
