/** The show of hands: three numbers for each case, and what they come to. */
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { compareNames, compareText } from '../../../shared/names.ts';
import type { MeetingView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  EditableGrid,
  Empty,
  ErrorNotice,
  SelectField,
  Toolbar,
  type CellChange,
  type GridColumn,
} from '../../components/index.ts';
import { go } from '../../store.ts';

type Row = MeetingView['hands'][number];
type Figure = 'agree' | 'disagree' | 'abstain';
interface Vote {
  readonly caseId: string;
  readonly agree: number | null;
  readonly disagree: number | null;
  readonly abstain: number | null;
}

function figureText(value: number | null): string {
  return value === null ? '' : String(value);
}

function voteOf({ caseId, agree, disagree, abstain }: Row): Vote {
  return { caseId, agree, disagree, abstain };
}

function gridColumns(total: number): readonly GridColumn<Row>[] {
  function check(figure: Figure) {
    return (text: string, row: Row): string | null => {
      if (text === '') return null;
      if (!/^\d{1,4}$/.test(text)) return 'Đây không phải là số người. Hãy nhập số, ví dụ 9.';
      if (Number(text) > total) return `Hội đồng có ${total} thành viên, không thể có ${text} người.`;
      return figure !== 'agree' && row.agree === null ? 'Hãy nhập số người tán thành trước.' : null;
    };
  }
  function figure(id: Figure, header: string): GridColumn<Row> {
    return {
      id,
      header,
      note: 'người',
      width: id === 'disagree' ? 116 : 92,
      align: 'right',
      text: (row) => figureText(row[id]),
      check: check(id),
    };
  }
  return [
    { id: 'name', header: 'Họ và tên', width: 184, readOnly: true, sticky: true, text: (row) => row.name },
    { id: 'title', header: 'Danh hiệu', width: 84, readOnly: true, text: (row) => row.titleShort },
    figure('agree', 'Tán thành'),
    figure('disagree', 'Không tán thành'),
    figure('abstain', 'Ý kiến khác'),
    {
      id: 'needed',
      header: 'Cần',
      note: 'tán thành',
      width: 72,
      align: 'right',
      readOnly: true,
      text: (row) => `≥ ${row.needed}`,
    },
    {
      id: 'passed',
      header: 'Kết quả',
      width: 90,
      readOnly: true,
      text: (row) =>
        row.passed === null ? '' : row.passed ? 'Đạt' : `Thiếu ${row.needed - (row.agree ?? 0)}`,
    },
  ];
}

/** The table of hands, with the quick way for what everyone agreed to. */
export function Hands(props: {
  readonly view: MeetingView;
  /** Why no vote can be recorded now. */
  readonly lockedReason: string | null;
}): ReactNode {
  const { view, lockedReason } = props;
  const save = useCommand('saveHands');
  const [titleId, setTitleId] = useState<string | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const undo = useRef<readonly (readonly Vote[])[]>([]);
  const total = view.quorum?.total ?? 0;
  const present = view.quorum?.present ?? 0;
  const columns = useMemo(() => gridColumns(total), [total]);
  const eligible = useMemo(
    () =>
      view.hands
        .filter((row) => row.eligibility === 'yes')
        .sort((a, b) => compareText(a.titleShort, b.titleShort) || compareNames(a.name, b.name)),
    [view.hands],
  );
  const rows = eligible.filter((row) => titleId === null || row.titleId === titleId);
  const chosen = rows.filter((row) => picked.has(row.caseId));
  const titles = [...new Map(eligible.map((row) => [row.titleId, row.titleShort]))];
  const setAside = view.hands.length - eligible.length;
  const open = rows.filter((row) => row.agree === null).length;

  async function send(votes: readonly Vote[], keep: boolean): Promise<void> {
    const before = votes.flatMap(({ caseId }) =>
      view.hands.filter((row) => row.caseId === caseId).map(voteOf),
    );
    const result = await save.run({ votes: [...votes] });
    if (result.ok && keep) undo.current = [...undo.current, before];
  }

  function change(changes: readonly CellChange[]): void {
    const byRow = Map.groupBy(changes, ({ rowKey }) => rowKey);
    const votes = [...byRow].flatMap(([key, cells]) => {
      const row = rows.find(({ caseId }) => caseId === key);
      if (row === undefined) return [];
      const figures = Object.fromEntries(
        cells.map(({ columnId, text }) => [columnId, text === '' ? null : Number(text)]),
      );
      return [{ ...voteOf(row), ...figures }];
    });
    void send(votes, true);
  }

  async function everyone(): Promise<void> {
    await send(
      chosen.map(({ caseId }) => ({ caseId, agree: present, disagree: 0, abstain: 0 })),
      true,
    );
    setPicked(new Set());
  }

  if (eligible.length === 0) {
    return (
      <Empty
        sentence={
          view.hands.length === 0
            ? 'Chưa có hồ sơ nào biểu quyết bằng giơ tay.'
            : 'Chưa có hồ sơ nào đủ điều kiện để biểu quyết. Hãy thẩm định trước.'
        }
        action={{ label: 'Sang bước Thẩm định', run: () => go('appraisal') }}
      />
    );
  }
  return (
    <>
      <Toolbar>
        <SelectField
          small
          hideLabel
          label="Danh hiệu"
          value={titleId}
          placeholder="Mọi danh hiệu"
          options={titles.map(([value, label]) => ({ value, label }))}
          onChange={setTitleId}
        />
        <Button
          size="small"
          disabled={lockedReason !== null || chosen.length === 0 || present === 0}
          busy={save.busy}
          onClick={() => void everyone()}
        >
          Tất cả tán thành {present}/{total}
          {chosen.length > 0 ? ` cho ${chosen.length} dòng` : ''}
        </Button>
        <span className="toolbar__space" />
        <span className="toolbar__count">
          {open === 0
            ? `Đã biểu quyết đủ ${rows.length} hồ sơ`
            : `Còn ${open}/${rows.length} hồ sơ chưa biểu quyết`}
        </span>
      </Toolbar>
      <p className="hands__rule" title={view.handsRule}>
        {setAside > 0 && (
          <strong>
            {setAside} hồ sơ không đủ điều kiện hoặc còn phải xem xét, không đưa ra biểu quyết.{' '}
          </strong>
        )}
        {view.handsRule}
      </p>
      <div className="grid-problem">
        <ErrorNotice error={save.error} />
      </div>
      <EditableGrid
        label="Biểu quyết giơ tay"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.caseId}
        rowName={(row) => row.name}
        onChange={change}
        onUndo={() => {
          const last = undo.current.at(-1);
          if (last === undefined) return;
          undo.current = undo.current.slice(0, -1);
          void send(last, false);
        }}
        picked={picked}
        onPick={setPicked}
        lockedReason={lockedReason}
        empty={{ sentence: 'Không có hồ sơ nào của danh hiệu này.' }}
      />
    </>
  );
}
