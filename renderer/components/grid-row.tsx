import { memo, type ReactNode } from 'react';
import { lookOf, type GridColumn } from './grid-cells.ts';
import type { Unsaved } from './grid-draft.ts';
import type { CellHandlers } from './grid-typing.ts';

/** What one line of a sheet shows; equal ones are drawn once. */
interface GridRowProps<Row> {
  readonly row: Row;
  readonly rowAt: number;
  readonly rowKey: string;
  readonly rowName: string;
  readonly columns: readonly GridColumn<Row>[];
  /** How far from the left each column stays; undefined for one that scrolls. */
  readonly lefts: readonly (number | undefined)[];
  readonly locked: boolean;
  readonly unsaved: Unsaved;
  /** The column of the cell at hand; -1 where it is in another line. */
  readonly at: number;
  readonly typed: string | null;
  /** The chosen columns of this line; none when the last lies before the first. */
  readonly from: number;
  readonly to: number;
  /** The column of the corner that Shift moves; -1 where it is in another line. */
  readonly end: number;
  /** Null where lines can't be chosen. */
  readonly picked: boolean | null;
  readonly onPick: (rowKey: string, chosen: boolean) => void;
  readonly problemId: string;
  readonly cell: CellHandlers<Row>;
}

/** Name of a cell in sentences. */
export function cellName<Row>(column: GridColumn<Row>, rowName: string): string {
  const under = column.group === undefined ? '' : `${column.group.header}, `;
  return `${under}${column.header}, ${rowName}`;
}

/** Classes of a column's cells and head. */
export function columnClass<Row>(columns: readonly GridColumn<Row>[], index: number): string {
  const column = columns[index];
  const isLastSticky = column?.sticky === true && columns[index + 1]?.sticky !== true;
  return [
    column?.align === 'right' ? 'cell--number' : column?.align === 'middle' ? 'cell--middle' : '',
    column?.sticky === true ? 'cell--sticky' : '',
    isLastSticky ? 'cell--last-sticky' : '',
  ].join(' ');
}

/** A line of a sheet. A key that goes to another cell draws the lines that it leaves and reaches, and no other. */
export const GridRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>(props: GridRowProps<Row>): ReactNode {
  const { row, rowAt, rowKey, rowName, columns, at, picked } = props;
  return (
    <tr aria-rowindex={rowAt + 2} className={at >= 0 ? 'row--active' : undefined}>
      {picked !== null && (
        <td className="cell--sticky edit-grid__pick" style={{ left: 0 }}>
          <input
            type="checkbox"
            className="row-check"
            aria-label={`Chọn ${rowName}`}
            checked={picked}
            onChange={(event) => {
              props.onPick(rowKey, event.target.checked);
            }}
          />
        </td>
      )}
      {columns.map((column, columnAt) => {
        const place = { row: rowAt, column: columnAt };
        const fixed = column.readOnly === true || props.locked;
        const isActive = columnAt === at;
        const isChosen = columnAt >= props.from && columnAt <= props.to;
        const { text, problem } = lookOf({ unsaved: props.unsaved, rowKey, row, column });
        const mark = column.mark?.(row) ?? null;
        const classes = [
          columnClass(columns, columnAt),
          fixed ? 'cell--locked' : 'cell--editable',
          problem === null ? '' : 'cell--problem',
          mark === null ? '' : 'cell--marked',
          isActive ? 'cell--at-hand' : '',
          isChosen ? 'cell--chosen' : '',
          columnAt === props.end ? 'cell--end' : '',
        ];
        return (
          <td
            key={column.id}
            className={classes.filter((name) => name !== '').join(' ')}
            style={{ left: props.lefts[columnAt] }}
            title={problem ?? mark ?? text}
            aria-readonly={fixed}
            aria-selected={isChosen || undefined}
            onMouseDown={(event) => {
              props.cell.press(place, event);
            }}
            onMouseEnter={(event) => {
              if (event.buttons > 0) props.cell.drag(place, event);
            }}
            onDoubleClick={props.cell.beginEditing}
          >
            {isActive ? (
              <CellInput
                {...{ row, column, text, fixed, problem }}
                typed={props.typed}
                label={cellName(column, rowName)}
                problemId={props.problemId}
                cell={props.cell}
              />
            ) : (
              <span className="edit-grid__text">{text}</span>
            )}
            {problem !== null && isActive && (
              <span className="edit-grid__problem" aria-hidden="true">
                {problem}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** The input of the cell at hand: a list where there is one to choose from. */
function CellInput<Row>(props: {
  readonly row: Row;
  readonly column: GridColumn<Row>;
  readonly text: string;
  readonly typed: string | null;
  readonly fixed: boolean;
  readonly problem: string | null;
  readonly label: string;
  readonly problemId: string;
  readonly cell: CellHandlers<Row>;
}): ReactNode {
  const { row, column, text, typed, cell } = props;
  const handlers = {
    ref: cell.takeInput,
    className: 'edit-grid__input',
    'aria-label': props.label,
    onKeyDown: cell.onKeyDown,
    onPaste: cell.onPaste,
    onCopy: cell.onCopy,
    onCut: cell.onCut,
    onMouseDown: cell.onMouseDown,
  };
  if (column.choices !== undefined && !props.fixed)
    return (
      <select
        {...handlers}
        value={text}
        onChange={(event) => {
          cell.choose(row, column, event.target.value);
        }}
      >
        <option value="">{'\u00a0'}</option>
        {column.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  return (
    <input
      {...handlers}
      aria-invalid={props.problem !== null}
      aria-describedby={props.problem === null ? undefined : props.problemId}
      autoComplete="off"
      readOnly={props.fixed}
      value={typed ?? text}
      onChange={(event) => {
        cell.type(event.target.value);
      }}
      onFocus={(event) => {
        if (typed === null) event.target.select();
      }}
    />
  );
}
