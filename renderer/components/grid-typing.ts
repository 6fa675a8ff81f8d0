/** Typing into a sheet: what is half typed into the cell at hand, the keys, the focus. */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useGridBlocks, type GridBlocks } from './grid-blocks.ts';
import {
  cellKey,
  lookOf,
  useGridCells,
  type GridCells,
  type GridColumn,
  type SaveCells,
  type Written,
} from './grid-cells.ts';
import type { CellChange, GridHistory, GridStep } from './grid-history.ts';
import { useGridPlace, type GridPlace } from './grid-place.ts';
import { isSame, linesOf, type Place } from './grid-range.ts';
import type { RowWindow } from './row-window.ts';

type CellInput = HTMLInputElement | HTMLSelectElement;

/** What a sheet needs to show a cell and to pass on what is done to it. */
export interface GridTyping<Row>
  extends
    Pick<GridCells<Row>, 'unsaved'>,
    Pick<GridPlace, 'at' | 'range' | 'end'>,
    Pick<GridBlocks<Row>, 'shortfall'> {
  /** What is being typed into the cell at hand; null while nothing is. */
  readonly typed: string | null;
  /** Goes to the next cell, round the sheet, whose text is not saved. */
  readonly goToUnsaved: () => void;
  /** Says that the focus is in the sheet, or that it left; what was typed is then taken. */
  readonly setFocus: (isInside: boolean) => void;
  readonly leave: () => void;
  readonly cell: CellHandlers<Row>;
}

/** What the cells pass on. */
export interface CellHandlers<Row> {
  /** The mouse goes down on a cell, or comes over one. */
  readonly press: (place: Place, event: MouseEvent) => void;
  readonly drag: (place: Place, event: MouseEvent) => void;
  /** The text of the cell at hand is changed where it lies, not replaced. */
  readonly beginEditing: () => void;
  readonly type: (text: string) => void;
  readonly choose: (row: Row, column: GridColumn<Row>, text: string) => void;
  /** Of the input of the cell at hand. */
  readonly takeInput: (element: CellInput | null) => void;
  readonly onKeyDown: (event: KeyboardEvent<CellInput>) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onMouseDown: (event: MouseEvent<CellInput>) => void;
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
  readonly onChange: SaveCells;
  readonly consequences: ((changes: readonly CellChange[]) => GridStep) | undefined;
  readonly onTurned: ((changes: readonly CellChange[], way: 'back' | 'forward') => void) | undefined;
}): GridTyping<Row> {
  const { columns, rows, rowKey, slice, locked, history } = props;
  const hasFocus = useRef(false);
  const element = useRef<CellInput | null>(null);
  const dragging = useRef(false);
  const [editing, setEditing] = useState(false);
  const cells = useGridCells<Row>(props);
  const place = useGridPlace({ rows: rows.length, columns, slice, locked });
  const blocks = useGridBlocks<Row>({ place, cellOf, textOf, write: cells.write });

  const { at } = place;
  const cellAt = cellOf(at);
  const typed = cellAt === null ? null : cells.typedIn(cellAt.row, cellAt.column);
  const isTyping = typed !== null || editing;
  const shown = textOf(at);

  // As long as nothing is typed the whole text is chosen: the first letter takes its place.
  useLayoutEffect(() => {
    if (!isTyping && document.activeElement === element.current) selectAll(element.current);
  }, [at.row, at.column, isTyping, shown]);
  useCommitAtTheEnd(commit);

  function cellOf(where: Place): Omit<Written<Row>, 'text'> | null {
    const row = rows[where.row];
    const column = columns[where.column];
    return row === undefined || column === undefined ? null : { row, column };
  }

  function textOf(where: Place): string {
    const cell = cellOf(where);
    if (cell === null) return '';
    return lookOf({ ...cell, unsaved: cells.unsaved, rowKey: rowKey(cell.row) }).text;
  }

  function commit(): void {
    if (cellAt === null || locked) return;
    if (typed !== null) cells.write([{ ...cellAt, text: typed.trim() }]);
    else cells.retry(cellAt.row, cellAt.column);
    if (typed !== null) cells.stopTyping();
    setEditing(false);
  }

  function moveTo(to: Place, extend = false): void {
    commit();
    blocks.forgetShortfall();
    place.moveTo(to, extend);
  }

  function goToUnsaved(): void {
    const order = linesOf({ top: 0, left: 0, bottom: rows.length - 1, right: columns.length - 1 }).flat();
    const from = at.row * columns.length + at.column + 1;
    const next = [...order.slice(from), ...order.slice(0, from)].find((where) => {
      const cell = cellOf(where);
      return (
        cell !== null && cellKey({ rowKey: rowKey(cell.row), columnId: cell.column.id }) in cells.unsaved
      );
    });
    if (next === undefined) return;
    hasFocus.current = true;
    moveTo(next);
  }

  /** Takes back what is being typed, else the text that is not saved; false when there is neither. */
  function restore(): boolean {
    if (isTyping) {
      if (typed !== null) cells.stopTyping();
      setEditing(false);
      return true;
    }
    return cellAt !== null && !locked && cells.dropUnsaved(cellAt.row, cellAt.column);
  }

  function turn(way: 'back' | 'forward'): void {
    if (locked) return;
    blocks.forgetShortfall();
    const changes = cells.turn(history[way]());
    if (changes !== null) props.onTurned?.(changes, way);
  }

  /** Letters with Ctrl that are the sheet's; false leaves them to the browser. */
  function onControlKey(key: string): boolean {
    // Left to the browser they would bookmark the page or load it again.
    if (key === 'd' || key === 'r') {
      if (!isTyping && !locked) blocks.fill(key === 'd' ? 'down' : 'right');
    } else if (isTyping) return false;
    else if (key === 'z') turn('back');
    else if (key === 'y') turn('forward');
    else if (key === 'a') place.chooseAll();
    else return false;
    return true;
  }

  /** Keys that go to another cell; false for any other. */
  function onMovingKey(event: KeyboardEvent): boolean {
    const { key, shiftKey, ctrlKey } = event;
    const isOfText = ctrlKey ? key.startsWith('Arrow') : /^(ArrowLeft|ArrowRight|Home|End)$/.test(key);
    if (editing && isOfText) return false;
    const extend = shiftKey && !editing;
    const next = place.placeFor({ key, ctrlKey }, extend);
    if (next === null) return false;
    moveTo(next, extend);
    return true;
  }

  function onKey(event: KeyboardEvent<CellInput>): void {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.length === 1) {
      if (onControlKey(event.key.toLowerCase())) event.preventDefault();
      return;
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      commit();
      blocks.forgetShortfall();
      if (!place.step(event.key === 'Tab' ? 'row' : 'column', event.shiftKey ? -1 : 1)) return;
    } else if (event.key === 'Escape') {
      if (!restore()) return;
      event.stopPropagation();
    } else if (event.key === 'F2') {
      if (event.currentTarget instanceof HTMLSelectElement) event.currentTarget.showPicker();
      else beginEditing();
    } else if (event.key === 'Delete' && !isTyping) blocks.clear();
    else if (!onMovingKey(event)) return;
    event.preventDefault();
  }

  function beginEditing(): void {
    if (cellAt === null || !place.mayType(at)) return;
    setEditing(true);
    const input = element.current;
    if (input instanceof HTMLInputElement) input.setSelectionRange(input.value.length, input.value.length);
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    const isInText = isTyping && !/[\t\n]/.test(text);
    if (locked || isInText || !event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    if (typed !== null) cells.stopTyping();
    setEditing(false);
    blocks.paste(text);
  }

  function takeInput(input: CellInput | null): void {
    element.current = input;
    if (input === null || document.activeElement === input) return;
    // Moving the cell moves the focus with it, but only when the focus is in this grid already.
    if (!hasFocus.current) return;
    input.focus({ preventScroll: true });
    input.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return {
    at,
    range: place.range,
    end: place.end,
    typed,
    unsaved: cells.unsaved,
    shortfall: blocks.shortfall,
    goToUnsaved,
    setFocus(isInside) {
      hasFocus.current = isInside;
    },
    leave() {
      hasFocus.current = false;
      place.collapse();
      commit();
    },
    cell: {
      press(where, event) {
        const isElsewhere = !isSame(where, at);
        dragging.current = event.button === 0 && (isElsewhere || !isTyping);
        if (isElsewhere) {
          event.preventDefault();
          hasFocus.current = true;
          moveTo(where, event.shiftKey);
        } else if (!isTyping) place.collapse();
      },
      drag(where, event) {
        if (event.buttons !== 1) dragging.current = false;
        if (dragging.current) moveTo(where, true);
      },
      beginEditing,
      type(text) {
        if (cellAt !== null) cells.type(cellAt.row, cellAt.column, text);
      },
      choose(row, column, text) {
        cells.write([{ row, column, text }]);
      },
      takeInput,
      onKeyDown: onKey,
      onPaste,
      // The letters of a text that is being changed are the browser's to copy.
      onCopy(event) {
        if (!isTyping) blocks.copy(event);
      },
      onCut(event) {
        if (isTyping) return;
        blocks.copy(event);
        if (!locked) blocks.clear();
      },
      onMouseDown(event) {
        // A click on the cell at hand sets no caret, the one that brings the focus neither: what is typed next still
        // takes the place of the text.
        if (isTyping || event.button !== 0 || !(event.currentTarget instanceof HTMLInputElement)) return;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
        selectAll(event.currentTarget);
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
