import { useMemo, useState, type ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import type { ImportPreview as Preview } from '../../shared/views.ts';
import { Chip, type ChipTone } from './chip.tsx';
import { Notice } from './notice.tsx';
import { Tabs } from './tabs.tsx';
import { useRowWindow } from './row-window.ts';

type Sheet = Preview['sheets'][number];
type Effect = Sheet['rows'][number]['effect'];

/** Changed columns: field id or null by column index, by sheet name. */
export type Mapping = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

const effectWords: Record<Effect, string> = {
  add: 'thêm mới',
  change: 'thay đổi',
  same: 'như cũ',
  problem: 'có lỗi',
  skip: 'bỏ qua',
};

const effectTones: Record<Effect, ChipTone> = {
  add: 'good',
  change: 'info',
  same: 'plain',
  problem: 'bad',
  skip: 'plain',
};

const ROW = 28;
const HEAD = 62;
const LINE = 76;
const EFFECT = 108;
const COLUMN = 160;

/** What importing a file would do: sheets, guessed columns that can be changed, rows with their problems, counts. */
export function ImportPreview(props: {
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}): ReactNode {
  const { preview, mapping } = props;
  const [sheetName, setSheetName] = useState<string | null>(null);
  const sheet = preview.sheets.find(({ name }) => name === sheetName) ?? preview.sheets[0];
  const { counts } = preview;
  const missing = preview.fields.filter(
    (field) => field.required && sheet?.columns.some((column) => column.field === field.id) !== true,
  );

  return (
    <div className="import">
      <div className="import__counts">
        {(['add', 'change', 'same', 'problem'] as const).map((effect) => (
          <Chip key={effect} tone={counts[effect] === 0 ? 'plain' : effectTones[effect]}>
            {formatInteger(counts[effect])} dòng {effectWords[effect]}
          </Chip>
        ))}
      </div>
      {preview.sheets.length > 1 && sheet !== undefined && (
        <Tabs
          label="Trang tính trong tệp"
          value={sheet.name}
          tabs={preview.sheets.map(({ name }) => ({
            id: name,
            label: name,
            count: preview.problems.filter((problem) => problem.sheet === name).length,
          }))}
          onChange={setSheetName}
        />
      )}
      {missing.length > 0 && (
        <div className="import__missing">
          <Notice tone="warn">
            Chưa rõ cột nào là: {missing.map((field) => field.label).join(', ')}. Hãy chọn ở đầu cột.
          </Notice>
        </div>
      )}
      {sheet !== undefined && (
        <SheetTable
          key={sheet.name}
          sheet={sheet}
          preview={preview}
          onColumn={(index, field) => {
            props.onMapping({ ...mapping, [sheet.name]: { ...mapping[sheet.name], [String(index)]: field } });
          }}
        />
      )}
      {preview.problems.length > 0 && (
        <details className="import__problems" open>
          <summary>{formatInteger(preview.problems.length)} chỗ cần sửa trong tệp</summary>
          <ol>
            {preview.problems.map((problem) => (
              <li key={`${problem.sheet} ${problem.row} ${problem.column} ${problem.code}`}>
                <span className="import__where">
                  {[problem.sheet, problem.row > 0 ? `dòng ${problem.row}` : '', problem.column]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                <span>{problem.message}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function SheetTable(props: {
  readonly sheet: Sheet;
  readonly preview: Preview;
  readonly onColumn: (index: number, field: string | null) => void;
}): ReactNode {
  const { sheet, preview } = props;
  const slice = useRowWindow({ count: sheet.rows.length, rowHeight: ROW, head: HEAD, foot: 0 });
  const wrong = useMemo(() => {
    const cells = new Map<string, string>();
    for (const problem of preview.problems) {
      if (problem.sheet === sheet.name) cells.set(`${problem.row} ${problem.column}`, problem.message);
    }
    return cells;
  }, [preview, sheet]);

  return (
    <div
      className="table-scroll import__scroll"
      ref={slice.scroller}
      onScroll={slice.onScroll}
      tabIndex={0}
      role="group"
      aria-label={`Các dòng của trang tính ${sheet.name}`}
    >
      <table
        className="data-table import__table"
        style={{ width: LINE + EFFECT + sheet.columns.length * COLUMN }}
      >
        <colgroup>
          <col style={{ width: LINE }} />
          <col style={{ width: EFFECT }} />
          {sheet.columns.map((column) => (
            <col key={column.index} style={{ width: COLUMN }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="cell--number">
              Dòng
            </th>
            <th scope="col">Khi nhập</th>
            {sheet.columns.map((column) => (
              <th scope="col" key={column.index}>
                <span className="import__header" title={column.header}>
                  {column.header === '' ? `(cột ${column.index + 1})` : column.header}
                </span>
                <select
                  className="input input--small"
                  aria-label={`Cột “${column.header}” là`}
                  value={column.field ?? ''}
                  onChange={(event) => {
                    props.onColumn(column.index, event.target.value === '' ? null : event.target.value);
                  }}
                >
                  <option value="">(không nhập)</option>
                  {preview.fields.map((field) => (
                    <option key={field.id} value={field.id}>
                      {field.label}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slice.before > 0 && (
            <tr className="spacer" aria-hidden="true">
              <td style={{ height: slice.before }} />
            </tr>
          )}
          {sheet.rows.slice(slice.first, slice.end).map((row) => (
            <tr key={row.row}>
              <td className="cell--stt">{row.row}</td>
              <td>
                <Chip tone={effectTones[row.effect]}>{effectWords[row.effect]}</Chip>
              </td>
              {sheet.columns.map((column) => {
                const problem = wrong.get(`${row.row} ${column.header}`);
                return (
                  <td
                    key={column.index}
                    className={`${problem === undefined ? '' : 'cell--wrong'}${column.field === null ? ' cell--unused' : ''}`}
                    title={problem ?? row.cells[column.index]}
                  >
                    {row.cells[column.index]}
                  </td>
                );
              })}
            </tr>
          ))}
          {slice.after > 0 && (
            <tr className="spacer" aria-hidden="true">
              <td style={{ height: slice.after }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
