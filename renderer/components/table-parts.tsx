import type { ReactNode } from 'react';
import { wordsOf, type Column, type Sort } from './table-tools.ts';

function cellClass<Row>(column: Column<Row>): string | undefined {
  const classes: string[] = [];
  const align = column.align ?? (column.kind === 'number' || column.kind === 'points' ? 'right' : 'left');
  if (align === 'right') classes.push('cell--number');
  if (align === 'middle') classes.push('cell--middle');
  if (column.kind === 'date') classes.push('cell--date');
  if (column.strong === true || column.kind === 'name') classes.push('cell--strong');
  return classes.length === 0 ? undefined : classes.join(' ');
}

/** The head of a table; a second click on a column turns its order, a third takes it away. */
export function TableHead<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly numbered: boolean;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly pickAll: { readonly all: boolean; readonly some: boolean; readonly toggle: () => void } | null;
}): ReactNode {
  const { sort, pickAll } = props;
  return (
    <thead>
      <tr>
        {pickAll !== null && (
          <th scope="col">
            <input
              type="checkbox"
              className="row-check"
              aria-label="Chọn mọi dòng đang thấy"
              checked={pickAll.all}
              ref={(box) => {
                if (box !== null) box.indeterminate = pickAll.some && !pickAll.all;
              }}
              onChange={pickAll.toggle}
            />
          </th>
        )}
        {props.numbered && (
          <th scope="col" className="cell--number" title="Số thứ tự">
            STT
          </th>
        )}
        {props.columns.map((column) => {
          const mine = sort?.column === column.id ? sort : null;
          return (
            <th
              key={column.id}
              scope="col"
              className={cellClass(column)}
              aria-sort={mine === null ? undefined : mine.descending ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                className="sort-button"
                title={column.title ?? column.header}
                onClick={() => {
                  if (mine === null) props.onSort({ column: column.id, descending: false });
                  else props.onSort(mine.descending ? null : { column: column.id, descending: true });
                }}
              >
                <span>{column.header}</span>
                <span className="sort-mark" aria-hidden="true">
                  {mine === null ? '' : mine.descending ? '▼' : '▲'}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** One row of a table. */
export function TableRow<Row>(props: {
  readonly id: string;
  readonly row: Row;
  readonly rowIndex: number;
  readonly columns: readonly Column<Row>[];
  readonly numbered: boolean;
  readonly active: boolean;
  readonly open: boolean;
  /** Null where rows can't be selected. */
  readonly picked: boolean | null;
  readonly onPick: (extend: boolean) => void;
  readonly onClick: () => void;
}): ReactNode {
  const { row, columns } = props;
  const classes = [props.active ? 'row--active' : '', props.open ? 'row--open' : '']
    .filter(Boolean)
    .join(' ');
  return (
    <tr
      id={props.id}
      data-row
      className={classes === '' ? undefined : classes}
      aria-rowindex={props.rowIndex + 2}
      aria-selected={props.picked ?? undefined}
      aria-current={props.open ? 'true' : undefined}
      onClick={props.onClick}
    >
      {props.picked !== null && (
        <td
          onClick={(event) => {
            event.stopPropagation();
          }}
        >
          <input
            type="checkbox"
            className="row-check"
            tabIndex={-1}
            aria-label={`Chọn dòng ${props.rowIndex + 1}`}
            checked={props.picked}
            onChange={(event) => {
              const native = event.nativeEvent;
              props.onPick(native instanceof MouseEvent && native.shiftKey);
            }}
          />
        </td>
      )}
      {props.numbered && <td className="cell--stt">{props.rowIndex + 1}</td>}
      {columns.map((column) => {
        const words = wordsOf(column, row);
        return (
          <td key={column.id} className={cellClass(column)} title={words === '' ? undefined : words}>
            {column.cell === undefined ? words : column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}
