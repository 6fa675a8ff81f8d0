import { useId, useMemo, useState, type ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import type { ImportPreview as Preview, Problem, ProblemSeverity } from '../../shared/views.ts';
import { Button } from './button.tsx';
import { Chip, type ChipTone } from './chip.tsx';
import { CheckField } from './fields.tsx';
import { withSheet, type SheetChoices, type Wanted } from './import-choices.ts';
import { Notice } from './notice.tsx';
import { Tabs } from './tabs.tsx';
import { useRowWindow } from './row-window.ts';

type Sheet = Preview['sheets'][number];
type Effect = Sheet['rows'][number]['effect'];

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

/** What importing a file would do: sheets, header and columns that can be changed, rows with their problems, counts. */
export function ImportPreview(props: {
  readonly preview: Preview;
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}): ReactNode {
  const { preview, wanted, onChange } = props;
  const [sheetName, setSheetName] = useState<string | null>(null);
  const sheet =
    preview.sheets.find(({ name }) => name === sheetName) ??
    preview.sheets.find(({ included }) => included) ??
    preview.sheets[0];
  const { counts } = preview;

  return (
    <div className="import">
      <div className="import__counts">
        {(['add', 'change', 'same', 'problem'] as const).map((effect) => (
          <Chip key={effect} tone={counts[effect] === 0 ? 'plain' : effectTones[effect]}>
            {formatInteger(counts[effect])} dòng {effectWords[effect]}
          </Chip>
        ))}
        {sheet !== undefined && (
          <SheetBar
            key={sheet.name}
            sheet={sheet}
            choice={wanted.sheets[sheet.name] ?? {}}
            canLeaveOut={preview.sheets.length > 1}
            onChoice={(choice) => onChange(withSheet(wanted, sheet.name, choice))}
          />
        )}
      </div>
      {preview.sheets.length > 1 && sheet !== undefined && (
        <Tabs
          label="Trang tính trong tệp"
          value={sheet.name}
          tabs={preview.sheets.map(({ name, included }) => ({
            id: name,
            label: included ? name : `${name} (không nhập)`,
            count: preview.problems.filter(
              (problem) => problem.sheet === name && problem.severity !== 'remark',
            ).length,
          }))}
          onChange={setSheetName}
        />
      )}
      {sheet?.included === true && <Unclear sheet={sheet} />}
      {sheet !== undefined && (
        <SheetTable
          key={sheet.name}
          sheet={sheet}
          preview={preview}
          onHeader={(headerRow) => onChange(withSheet(wanted, sheet.name, { headerRow }))}
          onColumn={(index, field) => {
            const columns = { ...wanted.mapping[sheet.name], [String(index)]: field };
            onChange({ ...wanted, mapping: { ...wanted.mapping, [sheet.name]: columns } });
          }}
        />
      )}
      {/* Of a file read as something else, every row is wrong: that says nothing. */}
      {preview.problems.length > 0 && preview.doubts.every(({ code }) => code !== 'other-kind') && (
        <div className="import__problems">
          {severities.map((severity) => (
            <Problems
              key={severity}
              severity={severity}
              problems={preview.problems.filter((problem) => problem.severity === severity)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

const severities = ['problem', 'cell', 'remark'] as const;

const severityWords: Record<ProblemSeverity, string> = {
  problem: 'chỗ cần sửa trong tệp, chưa nhập được',
  cell: 'ô chưa đọc được nên để trống; các dòng có ô này vẫn được nhập',
  remark: 'điều cần biết',
};

function Problems(props: {
  readonly severity: ProblemSeverity;
  readonly problems: readonly Problem[];
}): ReactNode {
  const { severity, problems } = props;
  if (problems.length === 0) return null;
  return (
    <details className={`import__group import__group--${severity}`} open>
      <summary>
        {formatInteger(problems.length)} {severityWords[severity]}
      </summary>
      <ol>
        {problems.map((problem) => (
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
  );
}

/** Whether the sheet in sight is read, and from which row on. */
function SheetBar(props: {
  readonly sheet: Sheet;
  /** What was just said shows at once, before the file was looked at again. */
  readonly choice: SheetChoices[string];
  readonly canLeaveOut: boolean;
  readonly onChoice: (choice: SheetChoices[string]) => void;
}): ReactNode {
  const { sheet, choice, canLeaveOut, onChoice } = props;
  const headerRow = choice.headerRow ?? sheet.headerRow;
  const id = useId();
  const isFar = headerRow !== null && headerRow > 0 && !sheet.top.some(({ row }) => row === headerRow);
  return (
    <div className="import__sheet">
      {canLeaveOut && (
        <CheckField
          label="Nhập trang này"
          checked={choice.read ?? sheet.included}
          onChange={(read) => onChoice({ read })}
        />
      )}
      <label htmlFor={id}>Dòng tiêu đề</label>
      <select
        id={id}
        className="input input--small"
        value={headerRow ?? ''}
        onChange={(event) => onChoice({ headerRow: Number(event.target.value) })}
      >
        {headerRow === null && <option value="">(chưa rõ, hãy chọn)</option>}
        {isFar && <option value={headerRow}>{headerRow}</option>}
        {sheet.top.map(({ row, text }) => (
          <option key={row} value={row}>
            {row}: {text}
          </option>
        ))}
        <option value={0}>Bảng không có dòng tiêu đề</option>
      </select>
    </div>
  );
}

/** What has to be pointed out before the sheet can be read. */
function Unclear({ sheet }: { readonly sheet: Sheet }): ReactNode {
  if (sheet.headerRow !== null && sheet.missing.length === 0) return null;
  return (
    <div className="import__missing">
      <Notice tone="warn">
        {sheet.headerRow === null
          ? 'Không thấy dòng tiêu đề của trang này. Hãy bấm “Là tiêu đề” ở dòng tiêu đề, hoặc chọn nội dung ở đầu từng cột.'
          : `Chưa rõ cột nào là: ${sheet.missing.join(', ')}. Hãy chọn ở đầu cột.`}
      </Notice>
    </div>
  );
}

function SheetTable(props: {
  readonly sheet: Sheet;
  readonly preview: Preview;
  readonly onHeader: (row: number) => void;
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
                {sheet.headerRow === null ? (
                  <Button size="small" onClick={() => props.onHeader(row.row)}>
                    Là tiêu đề
                  </Button>
                ) : (
                  <Chip tone={effectTones[row.effect]}>{effectWords[row.effect]}</Chip>
                )}
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
