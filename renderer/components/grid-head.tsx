import type { ReactNode } from 'react';
import type { GridColumn } from './grid-cells.ts';
import { columnClass } from './grid-row.tsx';

const HEAD = 44;
/** Second line of the head where columns stand in groups. */
const SUBHEAD = 22;

/** Height of the head over these columns, in pixels. */
export function headHeight<Row>(columns: readonly GridColumn<Row>[]): number {
  return columns.some(({ group }) => group !== undefined) ? HEAD + SUBHEAD : HEAD;
}

/** The head of a sheet: a column on its own takes both lines; a group's head stands over those of its columns. */
export function GridHead<Row>(props: {
  readonly columns: readonly GridColumn<Row>[];
  /** How far from the left a column stays; undefined for one that scrolls. */
  readonly lefts: readonly (number | undefined)[];
  /** The box that chooses every row, where rows can be chosen. */
  readonly pick: ReactNode;
}): ReactNode {
  const { columns, lefts } = props;
  const height = headHeight(columns);
  const isGrouped = height > HEAD;
  const rowSpan = isGrouped ? 2 : 1;
  return (
    <thead>
      <tr>
        {props.pick !== null && (
          <th scope="col" rowSpan={rowSpan} className="cell--sticky" style={{ height, left: 0 }}>
            {props.pick}
          </th>
        )}
        {columns.map((column, index) => {
          const { group } = column;
          if (group === undefined) {
            return (
              <th
                key={column.id}
                scope="col"
                rowSpan={rowSpan}
                className={columnClass(columns, index)}
                style={{ height, left: lefts[index] }}
                title={column.header}
              >
                {column.header}
                {column.note !== undefined && <small>{column.note}</small>}
              </th>
            );
          }
          if (columns[index - 1]?.group?.id === group.id) return null;
          return (
            <th
              key={group.id}
              scope="colgroup"
              colSpan={columns.filter((other) => other.group?.id === group.id).length}
              className="cell--group"
              style={{ height: HEAD }}
              title={`${group.header}, ${group.note}`}
            >
              <span className="edit-grid__group">{group.header}</span>
              <small>{group.note}</small>
            </th>
          );
        })}
      </tr>
      {isGrouped && (
        <tr>
          {columns.map((column, index) =>
            column.group === undefined ? null : (
              <th
                key={column.id}
                scope="col"
                className={columnClass(columns, index)}
                style={{ height: SUBHEAD, top: HEAD }}
              >
                {column.header}
              </th>
            ),
          )}
        </tr>
      )}
    </thead>
  );
}
