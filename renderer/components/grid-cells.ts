/** The texts of a sheet: what is saved, what is laid over it because it could not be, and how both change. */
import { useGridDraft } from './grid-draft.ts';
import {
  changesOf,
  type CellChange,
  type CellState,
  type CellStep,
  type GridHistory,
  type GridStep,
} from './grid-history.ts';
import type { GridColumn } from './grid-typing.ts';

const notSaved = 'Chưa lưu: nhấn Enter để lưu, Esc để bỏ.';

/** A text for a cell. */
export interface Written<Row> {
  readonly row: Row;
  readonly column: GridColumn<Row>;
  readonly text: string;
}

/** The cells of a sheet. */
export interface GridCells<Row> {
  /** Cells whose text is not saved. */
  readonly unsavedCells: number;
  readonly shownText: (row: Row, column: GridColumn<Row>) => string;
  readonly problemOf: (row: Row, column: GridColumn<Row>) => string | null;
  /** What is being typed into a cell; null while nothing is. */
  readonly typedIn: (row: Row, column: GridColumn<Row>) => string | null;
  readonly type: (row: Row, column: GridColumn<Row>, text: string) => void;
  readonly stopTyping: () => void;
  /** Saves what can stand, keeps and marks what cannot: one step. */
  readonly write: (cells: readonly Written<Row>[]) => void;
  /** Tries once more to save the text of a cell that is not saved but could be. */
  readonly retry: (row: Row, column: GridColumn<Row>) => void;
  /** Takes the text that is not saved off a cell; false when there is none. */
  readonly dropUnsaved: (row: Row, column: GridColumn<Row>) => boolean;
  /** Goes one step back or forward; gives what was saved by it, null when there was no step. */
  readonly turn: (step: GridStep | null) => readonly CellChange[] | null;
}

/** Keeps the cells of a sheet over `rows`. */
export function useGridCells<Row>(props: {
  readonly draftKey: string;
  readonly rowKey: (row: Row) => string;
  readonly history: GridHistory;
  /** Saves; false when the texts could not be saved. */
  readonly onChange: (changes: readonly CellChange[]) => Promise<boolean>;
  /** What goes with changes and is taken back with them. */
  readonly consequences: ((changes: readonly CellChange[]) => GridStep) | undefined;
}): GridCells<Row> {
  const { rowKey, history } = props;
  const { draft, change } = useGridDraft(props.draftKey);

  function keyOf(row: Row, column: GridColumn<Row>): string {
    return cellKey({ rowKey: rowKey(row), columnId: column.id });
  }

  /** Lays the texts that are not saved over those that are; what is saved is sent. */
  function put(step: GridStep): void {
    const unsaved = step.map((cell) => [cellKey(cell), cell.after.unsaved] as const);
    change((before) => ({ ...before, unsaved: laidOver(before.unsaved, unsaved) }));
    const changes = changesOf(step);
    if (changes.length === 0) return;
    void props.onChange(changes).then((saved) => {
      if (saved) return;
      const failed = changes.map((one) => [cellKey(one), one.text] as const);
      change((before) => ({ ...before, unsaved: laidOver(before.unsaved, failed) }));
    });
  }

  function stepOf({ row, column, text }: Written<Row>): CellStep {
    const saved = column.text(row);
    const before: CellState = { saved, unsaved: draft.unsaved[keyOf(row, column)] ?? null };
    const stands = (column.check?.(text, row) ?? null) === null;
    const after: CellState = stands ? { saved: text, unsaved: null } : { saved, unsaved: text };
    return { rowKey: rowKey(row), columnId: column.id, before, after };
  }

  function write(cells: readonly Written<Row>[]): void {
    const own = cells.map(stepOf).filter(({ before, after }) => !isSame(before, after));
    const step = [...own, ...(props.consequences?.(changesOf(own)) ?? [])];
    history.push(step);
    put(step);
  }

  return {
    unsavedCells: Object.keys(draft.unsaved).length,
    shownText: (row, column) => draft.unsaved[keyOf(row, column)] ?? column.text(row),
    problemOf(row, column) {
      const text = draft.unsaved[keyOf(row, column)];
      return text === undefined ? null : (column.check?.(text, row) ?? notSaved);
    },
    typedIn: (row, column) => (draft.typed?.cell === keyOf(row, column) ? draft.typed.text : null),
    type(row, column, text) {
      change((before) => ({ ...before, typed: { cell: keyOf(row, column), text } }));
    },
    stopTyping() {
      change((before) => (before.typed === null ? before : { ...before, typed: null }));
    },
    write,
    retry(row, column) {
      const text = draft.unsaved[keyOf(row, column)];
      if (text !== undefined && (column.check?.(text, row) ?? null) === null) write([{ row, column, text }]);
    },
    dropUnsaved(row, column) {
      const text = draft.unsaved[keyOf(row, column)];
      if (text === undefined) return false;
      const saved = column.text(row);
      const step = [
        {
          rowKey: rowKey(row),
          columnId: column.id,
          before: { saved, unsaved: text },
          after: { saved, unsaved: null },
        },
      ];
      history.push(step);
      put(step);
      return true;
    },
    turn(step) {
      if (step === null) return null;
      put(step);
      return changesOf(step);
    },
  };
}

function cellKey({ rowKey, columnId }: { readonly rowKey: string; readonly columnId: string }): string {
  return `${rowKey} ${columnId}`;
}

function isSame(one: CellState, other: CellState): boolean {
  return one.saved === other.saved && one.unsaved === other.unsaved;
}

function laidOver(
  unsaved: Readonly<Record<string, string>>,
  texts: readonly (readonly [string, string | null])[],
): Readonly<Record<string, string>> {
  const next = new Map(Object.entries(unsaved));
  for (const [key, text] of texts) {
    if (text === null) next.delete(key);
    else next.set(key, text);
  }
  return Object.fromEntries(next);
}
