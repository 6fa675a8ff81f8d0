/** The texts of a sheet: what is saved, what is laid over it because it could not be, and how both change. */
import { useGridDraft, type Unsaved, type UnsavedText } from './grid-draft.ts';
import {
  changesOf,
  type CellChange,
  type CellState,
  type CellStep,
  type GridHistory,
  type GridStep,
} from './grid-history.ts';

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
  /**
   * One sentence when the text can't stand there; null when it can. A blank text is asked too. `beside` gives what is
   * written into another column of the row at the same time.
   */
  readonly check?:
    ((text: string, row: Row, beside: (columnId: string) => string | undefined) => string | null) | undefined;
  /** The texts to choose from; blank is offered too. The cell at hand is then a list to choose from. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** Why a cell is worth a look, as a sentence: it gets a mark in its corner. */
  readonly mark?: ((row: Row) => string | null) | undefined;
  /** Stays at the left while the others scroll; only for the first columns. */
  readonly sticky?: boolean | undefined;
}

/** A text for a cell. */
export interface Written<Row> {
  readonly row: Row;
  readonly column: GridColumn<Row>;
  readonly text: string;
}

/** A change that the core did not take; `because` is null where the screen says why for all of them. */
export interface CellRefusal extends Pick<CellChange, 'rowKey' | 'columnId'> {
  readonly because: string | null;
}

/** Saves changes; gives those that were not taken. */
export type SaveCells = (changes: readonly CellChange[]) => Promise<readonly CellRefusal[]>;

/** The cells of a sheet. */
export interface GridCells<Row> {
  readonly unsaved: Unsaved;
  /** What is being typed into a cell; null while nothing is. */
  readonly typedIn: (row: Row, column: GridColumn<Row>) => string | null;
  readonly type: (row: Row, column: GridColumn<Row>, text: string) => void;
  readonly stopTyping: () => void;
  /** Saves what can stand, keeps and marks what cannot: one step. Gives the cells that could not. */
  readonly write: (cells: readonly Written<Row>[]) => readonly Written<Row>[];
  /** Tries once more to save the text of a cell that is not saved but could be. */
  readonly retry: (row: Row, column: GridColumn<Row>) => void;
  /** Takes the text that is not saved off a cell; false when there is none. */
  readonly dropUnsaved: (row: Row, column: GridColumn<Row>) => boolean;
  /** Goes one step back or forward; gives what was saved by it, null when there was no step. */
  readonly turn: (step: GridStep | null) => readonly CellChange[] | null;
}

/** What a cell shows: its text, and why that text is not saved. */
export function lookOf<Row>(cell: {
  readonly unsaved: Unsaved;
  readonly rowKey: string;
  readonly row: Row;
  readonly column: GridColumn<Row>;
}): { readonly text: string; readonly problem: string | null } {
  const { unsaved, rowKey, row, column } = cell;
  const saved = column.text(row);
  const kept = unsaved[cellKey({ rowKey, columnId: column.id })];
  if (kept === undefined) return { text: saved, problem: null };
  const notSaved = `Chưa lưu${saved === '' ? '' : ` (đang lưu: ${saved})`}: nhấn Enter để lưu, Esc để bỏ.`;
  return {
    text: kept.text,
    problem: column.check?.(kept.text, row, alone) ?? kept.because ?? notSaved,
  };
}

/** Keeps the cells of a sheet over `rows`. */
export function useGridCells<Row>(props: {
  readonly draftKey: string;
  readonly rowKey: (row: Row) => string;
  readonly history: GridHistory;
  readonly onChange: SaveCells;
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
    const unsaved = step.map((cell) => [cellKey(cell), unsavedText(cell.after.unsaved)] as const);
    change((before) => ({ ...before, unsaved: laidOver(before.unsaved, unsaved) }));
    const changes = changesOf(step);
    if (changes.length === 0) return;
    void props.onChange(changes).then((refusals) => {
      if (refusals.length === 0) return;
      const texts = new Map(changes.map((one) => [cellKey(one), one.text]));
      const kept = refusals.map(
        (one) => [cellKey(one), { text: texts.get(cellKey(one)) ?? '', because: one.because }] as const,
      );
      change((before) => ({ ...before, unsaved: laidOver(before.unsaved, kept) }));
      const refused = new Set(refusals.map(cellKey));
      history.refuse(step, (cell) => refused.has(cellKey(cell)));
    });
  }

  function stepOf(
    { row, column, text }: Written<Row>,
    beside: (columnId: string) => string | undefined,
  ): CellStep {
    const key = keyOf(row, column);
    const saved = draft.typed?.cell === key ? draft.typed.over : column.text(row);
    const before: CellState = { saved, unsaved: draft.unsaved[key]?.text ?? null };
    const stands = (column.check?.(text, row, beside) ?? null) === null;
    const after: CellState = stands ? { saved: text, unsaved: null } : { saved, unsaved: text };
    return { rowKey: rowKey(row), columnId: column.id, before, after };
  }

  function write(cells: readonly Written<Row>[]): readonly Written<Row>[] {
    const texts = new Map(cells.map(({ row, column, text }) => [keyOf(row, column), text]));
    const written = cells.map((cell) => ({
      cell,
      step: stepOf(cell, (columnId) => texts.get(cellKey({ rowKey: rowKey(cell.row), columnId }))),
    }));
    const own = written.map(({ step }) => step).filter(({ before, after }) => !isSame(before, after));
    const step = [...own, ...(props.consequences?.(changesOf(own)) ?? [])];
    history.push(step);
    put(step);
    return written.filter((one) => one.step.after.unsaved !== null).map(({ cell }) => cell);
  }

  return {
    unsaved: draft.unsaved,
    typedIn: (row, column) => (draft.typed?.cell === keyOf(row, column) ? draft.typed.text : null),
    type(row, column, text) {
      const cell = keyOf(row, column);
      change((before) => ({
        ...before,
        typed: { cell, text, over: before.typed?.cell === cell ? before.typed.over : column.text(row) },
      }));
    },
    stopTyping() {
      change((before) => (before.typed === null ? before : { ...before, typed: null }));
    },
    write,
    retry(row, column) {
      const text = draft.unsaved[keyOf(row, column)]?.text;
      if (text !== undefined && (column.check?.(text, row, alone) ?? null) === null)
        write([{ row, column, text }]);
    },
    dropUnsaved(row, column) {
      const text = draft.unsaved[keyOf(row, column)]?.text;
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

/** Nothing else is written at the same time. */
function alone(): undefined {
  return undefined;
}

/** Under which key a cell stands in a draft. */
export function cellKey({ rowKey, columnId }: Pick<CellChange, 'rowKey' | 'columnId'>): string {
  return `${rowKey} ${columnId}`;
}

function unsavedText(text: string | null): UnsavedText | null {
  return text === null ? null : { text, because: null };
}

function isSame(one: CellState, other: CellState): boolean {
  return one.saved === other.saved && one.unsaved === other.unsaved;
}

function laidOver(unsaved: Unsaved, texts: readonly (readonly [string, UnsavedText | null])[]): Unsaved {
  const next = new Map(Object.entries(unsaved));
  for (const [key, text] of texts) {
    if (text === null) next.delete(key);
    else next.set(key, text);
  }
  return Object.fromEntries(next);
}
