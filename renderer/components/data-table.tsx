import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import { showToast } from '../store.ts';
import { Button, MenuButton, type Action } from './button.tsx';
import { Filters, useOneLine, type Filter } from './filters.tsx';
import { Icon } from './icons.tsx';
import { Empty } from './notice.tsx';
import { useRowWindow } from './row-window.ts';
import { TableHead, TableRow } from './table-parts.tsx';
import {
  findRows,
  fitColumns,
  searchKeys,
  searchWords,
  sortRows,
  toTsv,
  wordsOf,
  type Column,
  type Sort,
} from './table-tools.ts';

/** What can be done to several rows at once. */
export interface RowsAction<Row> {
  readonly label: string;
  readonly run: (rows: readonly Row[]) => void;
  readonly disabledReason?: ((rows: readonly Row[]) => string | null) | undefined;
}

const ROW = 28;
const HEAD = 30;
const FOOT = 30;
const BONES = 8;
const PICK_WIDTH = 44;

/**
 * A list of records: search without accents, filter chips, sort, rows by keyboard (↑ ↓ PageUp PageDown Home End,
 * Enter opens, Space selects, Ctrl+A all, Ctrl+C copies for Excel). Draws only what is in sight from 200 rows on.
 * Hand it `columns` and `filters` made once (outside of the component or by `useMemo`).
 */
export function DataTable<Row>(props: {
  /** Name of the list for a screen reader. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Null while loading: the shape of the table is already there. */
  readonly rows: readonly Row[] | null;
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Key of the row that is open in the detail panel. */
  readonly openKey?: string | null | undefined;
  readonly filters?: readonly Filter<Row>[] | undefined;
  readonly initialFilter?: string | undefined;
  readonly initialSort?: Sort | undefined;
  /** Turns selection on. */
  readonly rowsActions?: readonly RowsAction<Row>[] | undefined;
  readonly empty: { readonly sentence: string; readonly action?: Action | null | undefined };
  readonly searchLabel?: string | undefined;
  /** Further tools in the row over the table. */
  readonly tools?: ReactNode;
  /** Adds "Xuất Excel" to the menu of the table: headers and the rows in sight as words. */
  readonly onExport?: ((lines: readonly (readonly string[])[]) => void) | undefined;
  /** A first column with the row's number in the view. */
  readonly numbered?: boolean | undefined;
  /** No search, chips and menu: a small table inside a page or a panel. */
  readonly plain?: boolean | undefined;
}): ReactNode {
  const { columns, rows, rowKey, filters, rowsActions, onOpen, numbered = false, plain = false } = props;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const [search, setSearch] = useState('');
  const [filterId, setFilterId] = useState(props.initialFilter ?? null);
  const [sort, setSort] = useState<Sort | null>(props.initialSort ?? null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // Where one is: kept with its place, for when the row itself is gone.
  const [place, setPlace] = useState<{ readonly key: string; readonly at: number } | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);

  const keys = useMemo(() => searchKeys(columns, plain ? [] : (rows ?? [])), [columns, rows, plain]);
  const sorted = useMemo(() => {
    const column = columns.find(({ id: columnId }) => columnId === sort?.column);
    return column === undefined ? (rows ?? []) : sortRows(rows ?? [], column, sort?.descending === true);
  }, [columns, rows, sort]);
  const filter = filters?.find((candidate) => candidate.id === filterId);
  const words = useMemo(() => searchWords(search), [search]);
  const shown = useMemo(
    () => findRows({ rows: sorted, keys, words, test: filter?.test }),
    [sorted, keys, words, filter],
  );
  const counts = useMemo(
    () => new Map(filters?.map((candidate) => [candidate.id, (rows ?? []).filter(candidate.test).length])),
    [filters, rows],
  );
  const hasTotals = shown.length > 0 && columns.some((column) => column.total !== undefined);
  const slice = useRowWindow({ count: shown.length, rowHeight: ROW, head: HEAD, foot: hasTotals ? FOOT : 0 });
  const line = useOneLine(slice.width, filters);
  const selectable = rowsActions !== undefined;
  const chosen = selectable ? shown.filter((row) => picked.has(rowKey(row))) : [];
  const found = place === null ? -1 : shown.findIndex((row) => rowKey(row) === place.key);
  // A row that was removed leaves its place to its neighbour.
  const active = found === -1 ? Math.min(place?.at ?? 0, shown.length - 1) : found;

  function moveTo(index: number, extend: boolean): void {
    const row = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (row === undefined) return;
    const at = shown.indexOf(row);
    setPlace({ key: rowKey(row), at });
    slice.reveal(at);
    if (extend && selectable) pickRange(rowKey(row));
    else setAnchor(rowKey(row));
  }

  function pickRange(to: string): void {
    const a = shown.findIndex((row) => rowKey(row) === (anchor ?? place?.key ?? to));
    const b = shown.findIndex((row) => rowKey(row) === to);
    if (a === -1 || b === -1) return;
    setPicked(new Set([...picked, ...shown.slice(Math.min(a, b), Math.max(a, b) + 1).map(rowKey)]));
  }

  function toggle(key: string): void {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    setPicked(next);
    setAnchor(key);
  }

  function toggleAll(): void {
    setPicked(chosen.length === shown.length ? new Set() : new Set(shown.map(rowKey)));
  }

  function lines(of: readonly Row[]): readonly (readonly string[])[] {
    const head = columns.map((column) => column.title ?? column.header);
    const body = of.map((row) => columns.map((column) => wordsOf(column, row)));
    if (!numbered) return [head, ...body];
    return [['STT', ...head], ...body.map((cells, at) => [String(at + 1), ...cells])];
  }

  function copy(of: readonly Row[]): void {
    void navigator.clipboard.writeText(toTsv(lines(of))).then(() => {
      showToast(`Đã chép ${formatInteger(of.length)} dòng. Mở Excel rồi nhấn Ctrl+V để dán.`);
    });
  }

  function onKey(event: KeyboardEvent): void {
    if (event.target !== table.current) return;
    const current = shown[active];
    const control = event.ctrlKey || event.metaKey;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: place === null ? 0 : active + 1,
      ArrowUp: active - 1,
      PageDown: active + slice.page,
      PageUp: active - slice.page,
      Home: 0,
      End: shown.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) moveTo(step, event.shiftKey);
    else if (event.key === 'Enter' && current !== undefined && onOpen !== undefined) onOpen(current);
    else if (event.key === ' ' && current !== undefined && selectable) toggle(rowKey(current));
    else if (control && event.key === 'a' && selectable) setPicked(new Set(shown.map(rowKey)));
    else if (control && event.key === 'c') copy(chosen.length > 0 ? chosen : shown);
    else return;
    event.preventDefault();
  }

  const total = rows?.length ?? 0;
  const isCut = shown.length !== total;
  // Room for every digit of the last number, and for the wider margin of a first column.
  const sttWidth = 28 + (selectable ? 0 : 12) + 8.5 * Math.max(3, String(total).length);
  const fit = useMemo(
    () =>
      fitColumns({
        columns,
        width: slice.width,
        aside: selectable ? PICK_WIDTH : 0,
        numbers: numbered ? sttWidth : 0,
      }),
    [columns, slice.width, selectable, numbered, sttWidth],
  );
  const seen = useMemo(() => fit.columns.map(({ column }) => column), [fit]);
  const shift = (selectable ? 1 : 0) + (fit.numbered ? 1 : 0);

  return (
    <div className="table-frame">
      {!plain && (
        <div className={line.isFolded ? 'toolbar' : 'toolbar toolbar--line'} role="search" ref={line.toolbar}>
          <div className="toolbar__search">
            <Icon name="search" size={14} />
            <input
              type="search"
              className="input input--small"
              aria-label={props.searchLabel ?? 'Tìm trong danh sách'}
              placeholder={props.searchLabel ?? 'Tìm trong danh sách'}
              value={search}
              autoComplete="off"
              onChange={(event) => {
                setSearch(event.target.value);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                table.current?.focus();
              }}
            />
          </div>
          {filters !== undefined && (
            <Filters
              filters={filters}
              chosen={filterId}
              counts={counts}
              total={total}
              isFolded={line.isFolded}
              onChoose={setFilterId}
            />
          )}
          <span className="toolbar__space" />
          <span className="toolbar__count" role="status">
            {rows !== null && `${isCut ? `${formatInteger(shown.length)}/` : ''}${formatInteger(total)} dòng`}
          </span>
          {props.tools}
          <MenuButton
            label="Việc với danh sách"
            compact
            small
            actions={[
              {
                label: 'Chép để dán vào Excel',
                run: () => {
                  copy(shown);
                },
                disabledReason: shown.length === 0 ? 'Không có dòng nào trong danh sách đang thấy.' : null,
              },
              ...(props.onExport === undefined
                ? []
                : [
                    {
                      label: 'Xuất Excel',
                      run: () => props.onExport?.(lines(shown)),
                      disabledReason:
                        shown.length === 0 ? 'Không có dòng nào trong danh sách đang thấy.' : null,
                    },
                  ]),
              {
                label: 'In danh sách',
                run: () => {
                  print();
                },
                disabledReason: shown.length === 0 ? 'Không có dòng nào trong danh sách đang thấy.' : null,
              },
            ]}
          />
        </div>
      )}
      <div className="table-scroll" ref={slice.scroller} onScroll={slice.onScroll}>
        <table
          ref={table}
          className={`data-table${onOpen === undefined ? '' : ' data-table--opens'}${plain ? ' data-table--dense' : ''}`}
          role="grid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={shown.length + 1}
          aria-multiselectable={selectable ? true : undefined}
          aria-busy={rows === null}
          data-hidden-columns={fit.hidden}
          aria-activedescendant={
            active >= slice.first && active < slice.end && active >= 0 ? `${id}-${active}` : undefined
          }
          onKeyDown={onKey}
        >
          <colgroup>
            {selectable && <col style={{ width: PICK_WIDTH }} />}
            {fit.numbered && <col style={{ width: sttWidth }} />}
            {fit.columns.map(({ column, width }) => (
              <col key={column.id} style={width === null ? undefined : { width }} />
            ))}
          </colgroup>
          <TableHead
            columns={seen}
            numbered={fit.numbered}
            sort={sort}
            onSort={setSort}
            pickAll={
              selectable
                ? {
                    all: chosen.length > 0 && chosen.length === shown.length,
                    some: chosen.length > 0,
                    toggle: toggleAll,
                  }
                : null
            }
          />
          <tbody>
            {slice.before > 0 && <Spacer height={slice.before} />}
            {shown.slice(slice.first, slice.end).map((row, at) => {
              const key = rowKey(row);
              const index = slice.first + at;
              return (
                <TableRow
                  key={key}
                  id={`${id}-${index}`}
                  row={row}
                  rowIndex={index}
                  columns={seen}
                  numbered={fit.numbered}
                  active={index === active}
                  open={key === props.openKey}
                  picked={selectable ? picked.has(key) : null}
                  onPick={(extend) => {
                    if (extend) pickRange(key);
                    else toggle(key);
                  }}
                  onClick={() => {
                    setPlace({ key, at: index });
                    setAnchor(key);
                    onOpen?.(row);
                  }}
                />
              );
            })}
            {slice.after > 0 && <Spacer height={slice.after} />}
            {rows === null &&
              Array.from({ length: BONES }, (_, at) => (
                <tr key={at} aria-hidden="true">
                  {Array.from({ length: seen.length + shift }, (__, cell) => (
                    <td key={cell}>
                      <span className="bone" />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
          {hasTotals && (
            <tfoot>
              <tr>
                {shift > 0 && <td colSpan={shift} />}
                {seen.map((column) => (
                  <td
                    key={column.id}
                    className={
                      column.kind === 'number' || column.kind === 'points' ? 'cell--number' : undefined
                    }
                  >
                    {column.total?.(shown)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {rows !== null && rows.length === 0 && <Empty {...props.empty} />}
        {total > 0 && shown.length === 0 && (
          <Empty
            sentence="Không có dòng nào khớp với chữ đã gõ hoặc bộ lọc đang chọn."
            action={{
              label: 'Bỏ tìm và lọc',
              run: () => {
                setSearch('');
                setFilterId(null);
              },
            }}
          />
        )}
      </div>
      {chosen.length > 0 && (
        <div className="action-bar" role="toolbar" aria-label="Việc với các dòng đã chọn">
          <strong>Đã chọn {formatInteger(chosen.length)} dòng</strong>
          {rowsActions?.map((action) => {
            const reason = action.disabledReason?.(chosen) ?? null;
            return (
              <Button
                key={action.label}
                size="small"
                disabledReason={reason}
                onClick={() => {
                  action.run(chosen);
                }}
              >
                {action.label}
              </Button>
            );
          })}
          <Button
            size="small"
            kind="quiet"
            icon="copy"
            onClick={() => {
              copy(chosen);
            }}
          >
            Chép sang Excel
          </Button>
          <span className="toolbar__space" />
          <Button
            size="small"
            kind="quiet"
            onClick={() => {
              setPicked(new Set());
            }}
          >
            Bỏ chọn
          </Button>
        </div>
      )}
    </div>
  );
}

function Spacer({ height }: { readonly height: number }): ReactNode {
  return (
    <tr className="spacer" aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}
