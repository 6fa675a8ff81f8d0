import { useId, type ReactNode } from 'react';
import { KeyHint } from './button.tsx';
import { Icon } from './icons.tsx';
import { GridHead, headHeight } from './grid-head.tsx';
import { useGridHistory, type CellChange, type GridHistory, type GridStep } from './grid-history.ts';
import { useGridTyping, type GridColumn } from './grid-typing.ts';
import { Empty } from './notice.tsx';
import type { Action } from './button.tsx';
import { useRowWindow } from './row-window.ts';

const ROW = 28;
const PICK_WIDTH = 44;

/**
 * A sheet to type into. The cell at hand is a real input, so that Telex and Unikey work as everywhere. Arrows, Enter,
 * Tab move; typing replaces, F2 or a double click changes, Escape takes back; Ctrl+V takes a block from Excel; Ctrl+Z
 * and Ctrl+Y go through the steps. A text that is not saved stays in its cell, marked, with its sentence at the foot,
 * over a reload and until it is saved or taken back.
 */
export function EditableGrid<Row>(props: {
  readonly label: string;
  /** Under which texts that are not saved are kept for this window. */
  readonly draftKey: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Name of a row in sentences: the person. */
  readonly rowName: (row: Row) => string;
  /** Called once for an edit, once for a whole paste; only with texts that passed their check. False when they could not be saved. */
  readonly onChange: (changes: readonly CellChange[]) => Promise<boolean>;
  /** Given by a screen that changes the cells in other ways too, so that these are steps among the others. */
  readonly history?: GridHistory | undefined;
  /** What goes with changes and is taken back with them. */
  readonly consequences?: ((changes: readonly CellChange[]) => GridStep) | undefined;
  /** Tells what a step back or forward saved. */
  readonly onTurned?: ((changes: readonly CellChange[], way: 'back' | 'forward') => void) | undefined;
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
  const slice = useRowWindow({ count: rows.length, rowHeight: ROW, head: headHeight(columns), foot: 0 });
  const locked = (props.lockedReason ?? null) !== null;
  const ownHistory = useGridHistory();
  const { draftKey, onChange, history = ownHistory, consequences, onTurned } = props;
  const typing = useGridTyping({
    draftKey,
    columns,
    rows,
    rowKey,
    slice,
    locked,
    history,
    onChange,
    consequences,
    onTurned,
  });
  const { at, problemOf, input } = typing;
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
              typing.setFocus(!event.target.classList.contains('row-check'));
            }}
            onBlur={(event) => {
              if (event.currentTarget.contains(event.relatedTarget)) return;
              typing.leave();
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
                      const text = typing.shownText(row, column);
                      const mark = column.mark?.(row) ?? null;
                      const bad = problemOf(row, column) !== null;
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
                            typing.setFocus(true);
                            typing.moveTo(rowAt, columnAt);
                          }}
                          onDoubleClick={typing.beginEditing}
                        >
                          {isActive && column.choices !== undefined && !fixed ? (
                            <select
                              {...input}
                              className="edit-grid__input"
                              aria-label={nameOf(column, row)}
                              value={text}
                              onChange={(event) => {
                                typing.choose(row, column, event.target.value);
                              }}
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
                              {...input}
                              className="edit-grid__input"
                              aria-label={nameOf(column, row)}
                              aria-invalid={bad}
                              aria-describedby={bad ? `${id}-problem` : undefined}
                              autoComplete="off"
                              readOnly={fixed}
                              value={typing.typed ?? text}
                              onChange={(event) => {
                                typing.setTyped(event.target.value);
                              }}
                              onFocus={(event) => {
                                if (typing.typed === null) event.target.select();
                              }}
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
        ) : typing.leftOut > 0 ? (
          <p className="grid-foot__problem" role="alert">
            <Icon name="error" size={14} />
            {typing.leftOut} ô của khối vừa dán không có chỗ trong bảng hoặc rơi vào cột không sửa được, nên
            không được lấy.
          </p>
        ) : typing.unsavedCells > 0 ? (
          <p className="grid-foot__problem">
            <Icon name="error" size={14} />
            Còn {typing.unsavedCells} ô chưa lưu: nội dung chưa đúng hoặc gõ dở.
          </p>
        ) : (
          <div className="key-hints">
            <KeyHint keys="Enter">xuống dòng</KeyHint>
            <KeyHint keys="Tab">ô bên phải</KeyHint>
            <KeyHint keys="F2">sửa trong ô</KeyHint>
            <KeyHint keys="Ctrl+V">dán từ Excel</KeyHint>
            <KeyHint keys="Esc">bỏ chữ đang gõ</KeyHint>
            <KeyHint keys="Ctrl+Z">hoàn tác</KeyHint>
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
