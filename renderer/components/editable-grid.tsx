import { useId, useLayoutEffect, useMemo, type ReactNode } from 'react';
import { lookOf, type GridColumn, type SaveCells } from './grid-cells.ts';
import { GridFoot } from './grid-foot.tsx';
import { GridHead, headHeight } from './grid-head.tsx';
import { useGridHistory, type CellChange, type GridHistory, type GridStep } from './grid-history.ts';
import { isOneCell, linesOf } from './grid-range.ts';
import { GridRow, cellName } from './grid-row.tsx';
import { useGridTyping, type CellHandlers } from './grid-typing.ts';
import { Empty } from './notice.tsx';
import type { Action } from './button.tsx';
import { stretches, useRowWindow } from './row-window.ts';
import { useSteady } from './use-steady.ts';

const ROW = 28;
const PICK_WIDTH = 44;

/**
 * A sheet to type into. The cell at hand is a real input, so that Telex and Unikey work as everywhere. Arrows, Enter,
 * Tab move; typing replaces, F2 or a double click changes, Escape takes back; Shift, the mouse and Ctrl+A choose cells,
 * which Ctrl+C copies, Ctrl+V pastes over, Ctrl+D and Ctrl+R fill and Delete clears; Ctrl+Z and Ctrl+Y go through the
 * steps, a whole block being one. A text that is not saved stays in its cell, marked, with its sentence at the foot,
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
  /** Called once for an edit, once for a whole paste or fill; only with texts that passed their check. */
  readonly onChange: SaveCells;
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
  const { at, range, end, unsaved } = typing;
  const pickWidth = picked === undefined ? 0 : PICK_WIDTH;
  const lefts = useMemo(() => stickyLefts(columns, pickWidth), [columns, pickWidth]);
  const stickyWidth = columns.reduce(
    (sum, { sticky, width }) => sum + (sticky === true ? width : 0),
    pickWidth,
  );
  const allPicked = picked !== undefined && rows.length > 0 && rows.every((row) => picked.has(rowKey(row)));
  const cell = useSteady<CellHandlers<Row>>({ ...typing.cell });
  const { pickOne } = useSteady({ pickOne: (key: string, chosen: boolean) => pick([key], chosen) });
  const chosenCells = isOneCell(range) ? 1 : linesOf(range).flat().length;

  // A corner that Shift moves out of sight is brought back; the cell at hand stays where it is.
  useLayoutEffect(() => {
    if (chosenCells > 1)
      slice.scroller.current
        ?.querySelector('.cell--end')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosenCells, end.row, end.column, slice.scroller]);

  function pick(keys: readonly string[], chosen: boolean): void {
    const next = new Set(picked);
    for (const key of keys) {
      if (chosen) next.add(key);
      else next.delete(key);
    }
    onPick?.(next);
  }

  function drawnRow(rowAt: number): ReactNode {
    const row = rows[rowAt];
    if (row === undefined) return null;
    const key = rowKey(row);
    const isChosen = chosenCells > 1 && rowAt >= range.top && rowAt <= range.bottom;
    return (
      <GridRow
        key={key}
        {...{ row, rowAt, columns, lefts, locked, unsaved, problemId, cell }}
        rowKey={key}
        rowName={rowName(row)}
        at={rowAt === at.row ? at.column : -1}
        typed={rowAt === at.row ? typing.typed : null}
        from={isChosen ? range.left : 0}
        to={isChosen ? range.right : -1}
        end={rowAt === end.row ? end.column : -1}
        picked={picked?.has(key) ?? null}
        onPick={pickOne}
      />
    );
  }

  const problemId = `${id}-problem`;
  const activeRow = rows[at.row];
  const activeColumn = columns[at.column];
  const problem =
    activeRow === undefined || activeColumn === undefined
      ? null
      : lookOf({ unsaved, rowKey: rowKey(activeRow), row: activeRow, column: activeColumn }).problem;

  return (
    <div className="table-frame">
      <div
        className="table-scroll"
        ref={slice.scroller}
        style={{ scrollPaddingTop: headHeight(columns), scrollPaddingLeft: stickyWidth }}
        onScroll={slice.onScroll}
      >
        {rows.length === 0 ? (
          <Empty {...props.empty} />
        ) : (
          <table
            className="data-table edit-grid"
            role="grid"
            aria-label={props.label}
            aria-rowcount={rows.length + 1}
            aria-readonly={locked}
            aria-multiselectable
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
              {stretches(slice, at.row, rows.length).map((stretch) =>
                'gap' in stretch ? (
                  <Gap key={stretch.key} height={stretch.gap * ROW} />
                ) : (
                  drawnRow(stretch.row)
                ),
              )}
            </tbody>
          </table>
        )}
      </div>
      <div className="grid-foot">
        <GridFoot
          problem={
            problem === null || activeRow === undefined || activeColumn === undefined
              ? null
              : { id: problemId, sentence: `${cellName(activeColumn, rowName(activeRow))}: ${problem}` }
          }
          lockedReason={props.lockedReason ?? null}
          shortfall={typing.shortfall}
          nameOf={({ column, row }) => cellName(column, rowName(row))}
          unsaved={Object.keys(unsaved).length}
          onGoToUnsaved={typing.goToUnsaved}
          chosen={chosenCells}
        />
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
