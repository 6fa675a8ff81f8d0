import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { fromTsv } from '../../shared/imports/tsv.ts';
import { KeyHint } from './button.tsx';
import { Icon } from './icons.tsx';
import { GridHead, headHeight } from './grid-head.tsx';
import { Empty } from './notice.tsx';
import type { Action } from './button.tsx';
import { useRowWindow } from './row-window.ts';

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

interface Place {
  readonly row: number;
  readonly column: number;
}

const ROW = 28;
const PICK_WIDTH = 44;

/**
 * A sheet to type into. The cell at hand is a real input, so that Telex and Unikey work as everywhere. Arrows, Enter,
 * Tab move; typing replaces, F2 or a double click changes, Escape takes back; Ctrl+V takes a block from Excel; Ctrl+Z
 * asks `onUndo`. A text that can't stand stays in its cell, marked, with its sentence at the foot.
 */
export function EditableGrid<Row>(props: {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Name of a row in sentences: the person. */
  readonly rowName: (row: Row) => string;
  /** Called once for an edit, once for a whole paste; only with texts that passed their check. */
  readonly onChange: (changes: readonly CellChange[]) => void;
  readonly onUndo?: (() => void) | undefined;
  readonly empty: { readonly sentence: string; readonly action?: Action | null | undefined };
  /** Why nothing can be typed now; the grid is then for reading. */
  readonly lockedReason?: string | null | undefined;
  /** Turns selection on: keys of the chosen rows. */
  readonly picked?: ReadonlySet<string> | undefined;
  readonly onPick?: ((keys: ReadonlySet<string>) => void) | undefined;
  readonly foot?: ReactNode;
}): ReactNode {
  const { columns, rows, rowKey, rowName, picked, onPick } = props;
  const id = useId();
  const hasFocus = useRef(false);
  const [place, setPlace] = useState<Place>({ row: 0, column: firstEditable(columns) });
  const [typed, setTyped] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const slice = useRowWindow({ count: rows.length, rowHeight: ROW, head: headHeight(columns), foot: 0 });
  const locked = (props.lockedReason ?? null) !== null;

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
  const pickWidth = picked === undefined ? 0 : PICK_WIDTH;
  const lefts = stickyLefts(columns, pickWidth);
  const allPicked = picked !== undefined && rows.length > 0 && rows.every((row) => picked.has(rowKey(row)));

  function pick(keys: readonly string[], chosen: boolean): void {
    const next = new Set(picked);
    for (const key of keys) {
      if (chosen) next.add(key);
      else next.delete(key);
    }
    onPick?.(next);
  }

  const lastSticky = columns.findLastIndex((column) => column.sticky === true);
  const activeRow = rows[at.row];
  const activeColumn = columns[at.column];
  const problem =
    activeRow === undefined || activeColumn === undefined ? null : problemOf(activeRow, activeColumn);

  function nameOf(column: GridColumn<Row>, row: Row): string {
    const under = column.group === undefined ? '' : `${column.group.header}, `;
    return `${under}${column.header}, ${rowName(row)}`;
  }

  function cellClass(column: GridColumn<Row>, index: number): string {
    return [
      column.align === 'right' ? 'cell--number' : column.align === 'middle' ? 'cell--middle' : '',
      column.sticky === true ? 'cell--sticky' : '',
      index === lastSticky ? 'cell--last-sticky' : '',
    ].join(' ');
  }

  return (
    <div className="table-frame">
      <div className="table-scroll" ref={slice.scroller} onScroll={slice.onScroll}>
        {rows.length === 0 ? (
          <Empty {...props.empty} />
        ) : (
          <table
            className="data-table edit-grid"
            role="grid"
            aria-label={props.label}
            aria-rowcount={rows.length + 1}
            aria-readonly={locked}
            style={{ width: columns.reduce((sum, column) => sum + column.width, pickWidth) }}
            onFocus={(event) => {
              // A check box keeps the focus it was given.
              hasFocus.current = !event.target.classList.contains('row-check');
            }}
            onBlur={(event) => {
              if (event.currentTarget.contains(event.relatedTarget)) return;
              hasFocus.current = false;
              commit();
            }}
          >
            <colgroup>
              {picked !== undefined && <col style={{ width: PICK_WIDTH }} />}
              {columns.map((column) => (
                <col key={column.id} style={{ width: column.width }} />
              ))}
            </colgroup>
            <GridHead
              columns={columns}
              lefts={lefts}
              cellClass={cellClass}
              pick={
                picked === undefined ? null : (
                  <input
                    type="checkbox"
                    className="row-check"
                    aria-label="Chọn mọi dòng đang thấy"
                    checked={allPicked}
                    onChange={() => {
                      pick(rows.map(rowKey), !allPicked);
                    }}
                  />
                )
              }
            />
            <tbody>
              {slice.before > 0 && <Gap height={slice.before} />}
              {rows.slice(slice.first, slice.end).map((row, offset) => {
                const rowAt = slice.first + offset;
                return (
                  <tr
                    key={rowKey(row)}
                    aria-rowindex={rowAt + 2}
                    className={rowAt === at.row ? 'row--active' : undefined}
                  >
                    {picked !== undefined && (
                      <td className="cell--sticky edit-grid__pick" style={{ left: 0 }}>
                        <input
                          type="checkbox"
                          className="row-check"
                          aria-label={`Chọn ${rowName(row)}`}
                          checked={picked.has(rowKey(row))}
                          onChange={(event) => {
                            pick([rowKey(row)], event.target.checked);
                          }}
                        />
                      </td>
                    )}
                    {columns.map((column, columnAt) => {
                      const fixed = column.readOnly === true || locked;
                      const isActive = rowAt === at.row && columnAt === at.column;
                      const text = shownText(row, column);
                      const mark = column.mark?.(row) ?? null;
                      const bad = wrong.has(cellKey(row, column)) && problemOf(row, column) !== null;
                      return (
                        <td
                          key={column.id}
                          className={`${cellClass(column, columnAt)} ${fixed ? 'cell--locked' : 'cell--editable'}${bad ? ' cell--problem' : ''}${mark === null ? '' : ' cell--marked'}${isActive ? ' cell--at-hand' : ''}`}
                          style={{ left: lefts[columnAt] }}
                          title={bad ? (problemOf(row, column) ?? undefined) : (mark ?? text)}
                          aria-readonly={fixed}
                          onMouseDown={(event) => {
                            if (isActive) return;
                            event.preventDefault();
                            hasFocus.current = true;
                            moveTo(rowAt, columnAt);
                          }}
                          onDoubleClick={() => {
                            setEditing(true);
                          }}
                        >
                          {isActive && column.choices !== undefined && !fixed ? (
                            <select
                              ref={focusInput}
                              className="edit-grid__input"
                              aria-label={nameOf(column, row)}
                              value={text}
                              onChange={(event) => {
                                apply([{ row, column, text: event.target.value }]);
                              }}
                              onKeyDown={onKey}
                              onPaste={onPaste}
                            >
                              <option value="">{'\u00a0'}</option>
                              {column.choices.map(({ value, label }) => (
                                <option key={value} value={value}>
                                  {label}
                                </option>
                              ))}
                            </select>
                          ) : isActive ? (
                            <input
                              ref={focusInput}
                              className="edit-grid__input"
                              aria-label={nameOf(column, row)}
                              aria-invalid={bad}
                              aria-describedby={bad ? `${id}-problem` : undefined}
                              autoComplete="off"
                              readOnly={fixed}
                              value={typed ?? text}
                              onChange={(event) => {
                                setTyped(event.target.value);
                              }}
                              onFocus={(event) => {
                                event.target.select();
                              }}
                              onKeyDown={onKey}
                              onPaste={onPaste}
                            />
                          ) : (
                            <span className="edit-grid__text">{text}</span>
                          )}
                          {bad && isActive && (
                            <span className="edit-grid__problem" aria-hidden="true">
                              {problemOf(row, column)}
                            </span>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
              {slice.after > 0 && <Gap height={slice.after} />}
            </tbody>
          </table>
        )}
      </div>
      <div className="grid-foot">
        {problem !== null && activeRow !== undefined && activeColumn !== undefined ? (
          <p className="grid-foot__problem" id={`${id}-problem`} role="alert">
            <Icon name="error" size={14} />
            <span>
              {nameOf(activeColumn, activeRow)}: {problem}
            </span>
          </p>
        ) : locked ? (
          <p className="muted">{props.lockedReason}</p>
        ) : wrong.size > 0 ? (
          <p className="grid-foot__problem">
            <Icon name="error" size={14} />
            Còn {wrong.size} ô chưa lưu được vì nội dung chưa đúng.
          </p>
        ) : (
          <div className="key-hints">
            <KeyHint keys="Enter">xuống dòng</KeyHint>
            <KeyHint keys="Tab">ô bên phải</KeyHint>
            <KeyHint keys="F2">sửa trong ô</KeyHint>
            <KeyHint keys="Ctrl+V">dán từ Excel</KeyHint>
            {props.onUndo !== undefined && <KeyHint keys="Ctrl+Z">hoàn tác</KeyHint>}
          </div>
        )}
        {props.foot}
      </div>
    </div>
  );
}

function Gap({ height }: { readonly height: number }): ReactNode {
  return (
    <tr className="spacer" aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}

function firstEditable<Row>(columns: readonly GridColumn<Row>[]): number {
  return Math.max(
    0,
    columns.findIndex((column) => column.readOnly !== true),
  );
}

function stickyLefts<Row>(
  columns: readonly GridColumn<Row>[],
  start: number,
): readonly (number | undefined)[] {
  let left = start;
  return columns.map((column) => {
    if (column.sticky !== true) return undefined;
    const mine = left;
    left += column.width;
    return mine;
  });
}
