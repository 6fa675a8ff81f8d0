/** Typing into a sheet: where the cell at hand is, what is half typed, what can't stand, and the keys that move. */
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { fromTsv } from '../../shared/imports/tsv.ts';
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

/** One changed cell: the text as it was typed or pasted, trimmed. */
export interface CellChange {
  readonly rowKey: string;
  readonly columnId: string;
  readonly text: string;
}

/** A cell: its row and column in the order shown. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** What a sheet needs to show a cell and to pass on what is done to it. */
export interface GridTyping<Row> {
  readonly at: Place;
  /** What is being typed into the cell at hand; null while nothing is. */
  readonly typed: string | null;
  readonly setTyped: (text: string) => void;
  readonly beginEditing: () => void;
  /** Cells whose text can't stand. */
  readonly wrongCells: number;
  readonly shownText: (row: Row, column: GridColumn<Row>) => string;
  readonly problemOf: (row: Row, column: GridColumn<Row>) => string | null;
  readonly choose: (row: Row, column: GridColumn<Row>, text: string) => void;
  readonly moveTo: (row: number, column: number) => void;
  /** Says that the focus is in the sheet, or that it left; what was typed is then taken. */
  readonly setFocus: (inside: boolean) => void;
  readonly leave: () => void;
  /** For the input of the cell at hand. */
  readonly input: {
    readonly ref: (element: HTMLInputElement | HTMLSelectElement | null) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
}

/** Keeps the state of a sheet that is typed into. */
export function useGridTyping<Row>(props: {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly slice: Pick<RowWindow, 'reveal' | 'page'>;
  readonly locked: boolean;
  readonly onChange: (changes: readonly CellChange[]) => void;
  readonly onUndo: (() => void) | undefined;
}): GridTyping<Row> {
  const { columns, rows, rowKey, slice, locked } = props;
  const hasFocus = useRef(false);
  const [place, setPlace] = useState<Place>({ row: 0, column: firstEditable(columns) });
  const [typed, setTyped] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());

  const at: Place = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  };

  function cellKey(row: Row, column: GridColumn<Row>): string {
    return `${rowKey(row)} ${column.id}`;
  }

  function shownText(row: Row, column: GridColumn<Row>): string {
    return wrong.get(cellKey(row, column)) ?? column.text(row);
  }

  function problemOf(row: Row, column: GridColumn<Row>): string | null {
    const text = wrong.get(cellKey(row, column));
    return text === undefined ? null : (column.check?.(text, row) ?? null);
  }

  /** Keeps what can stand, marks what cannot. */
  function apply(
    changes: readonly { readonly row: Row; readonly column: GridColumn<Row>; readonly text: string }[],
  ): void {
    const good: CellChange[] = [];
    const marks = new Map(wrong);
    for (const { row, column, text } of changes) {
      const key = cellKey(row, column);
      const problem = column.check?.(text, row) ?? null;
      if (problem !== null) marks.set(key, text);
      else {
        marks.delete(key);
        if (text !== column.text(row)) good.push({ rowKey: rowKey(row), columnId: column.id, text });
      }
    }
    setWrong(marks);
    if (good.length > 0) props.onChange(good);
  }

  function commit(): void {
    const row = rows[at.row];
    const column = columns[at.column];
    if (typed !== null && row !== undefined && column !== undefined)
      apply([{ row, column, text: typed.trim() }]);
    setTyped(null);
    setEditing(false);
  }

  function moveTo(row: number, column: number): void {
    commit();
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    };
    slice.reveal(next.row);
    setPlace(next);
  }

  function step(forward: boolean): boolean {
    const from = at.row * columns.length + at.column;
    for (
      let next = from + (forward ? 1 : -1);
      next >= 0 && next < rows.length * columns.length;
      next += forward ? 1 : -1
    ) {
      const column = next % columns.length;
      if (columns[column]?.readOnly === true) continue;
      moveTo(Math.floor(next / columns.length), column);
      return true;
    }
    return false;
  }

  function onKey(event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'z' && typed === null && props.onUndo !== undefined)
      props.onUndo();
    else if (control && event.key === 'Home') moveTo(0, at.column);
    else if (control && event.key === 'End') moveTo(rows.length - 1, at.column);
    else if (control || event.altKey) return;
    else if (event.key === 'F2' && event.currentTarget instanceof HTMLSelectElement)
      event.currentTarget.showPicker();
    else if (event.key === 'Enter') moveTo(at.row + (event.shiftKey ? -1 : 1), at.column);
    else if (event.key === 'Tab') {
      if (!step(!event.shiftKey)) {
        commit();
        return;
      }
    } else if (event.key === 'Escape') {
      if (typed === null && !editing) return;
      setTyped(null);
      setEditing(false);
      event.stopPropagation();
    } else if (event.key === 'F2') setEditing(true);
    else if (event.key === 'ArrowDown') moveTo(at.row + 1, at.column);
    else if (event.key === 'ArrowUp') moveTo(at.row - 1, at.column);
    else if (event.key === 'PageDown') moveTo(at.row + slice.page, at.column);
    else if (event.key === 'PageUp') moveTo(at.row - slice.page, at.column);
    else if (event.key === 'ArrowLeft' && !editing) moveTo(at.row, at.column - 1);
    else if (event.key === 'ArrowRight' && !editing) moveTo(at.row, at.column + 1);
    else if (event.key === 'Delete' && !editing && typed === null) clearCell();
    else return;
    event.preventDefault();
  }

  function clearCell(): void {
    const row = rows[at.row];
    const column = columns[at.column];
    if (row === undefined || column === undefined || column.readOnly === true || locked) return;
    apply([{ row, column, text: '' }]);
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (locked || (!text.includes('\t') && !text.includes('\n'))) return;
    event.preventDefault();
    setTyped(null);
    const changes = fromTsv(text).flatMap((cells, down) =>
      cells.flatMap((cell, over) => {
        const row = rows[at.row + down];
        const column = columns[at.column + over];
        return row === undefined || column === undefined || column.readOnly === true
          ? []
          : [{ row, column, text: cell.trim() }];
      }),
    );
    apply(changes);
  }

  function focusInput(element: HTMLInputElement | HTMLSelectElement | null): void {
    if (element === null || document.activeElement === element) return;
    // Moving the cell moves the focus with it, but only when the focus is in this grid already.
    if (!hasFocus.current) return;
    element.focus({ preventScroll: true });
    if (element instanceof HTMLInputElement) element.select();
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return {
    at,
    typed,
    setTyped,
    beginEditing() {
      setEditing(true);
    },
    wrongCells: wrong.size,
    shownText,
    problemOf,
    choose(row, column, text) {
      apply([{ row, column, text }]);
    },
    moveTo,
    setFocus(inside) {
      hasFocus.current = inside;
    },
    leave() {
      hasFocus.current = false;
      commit();
    },
    input: { ref: focusInput, onKeyDown: onKey, onPaste },
  };
}

function firstEditable<Row>(columns: readonly GridColumn<Row>[]): number {
  return Math.max(
    0,
    columns.findIndex((column) => column.readOnly !== true),
  );
}
