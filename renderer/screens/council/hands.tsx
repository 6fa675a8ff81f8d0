/** The show of hands: its numbers for each case, and what they come to. */
import { useMemo, useState, type ReactNode } from 'react';
import { bodyKey } from '../../../shared/domain/body.ts';
import { compareText } from '../../../shared/names.ts';
import { nameInList } from '../../../shared/vi/namesakes.ts';
import { compareInList } from '../../../shared/vi/pupils.ts';
import type { MeetingView } from '../../../shared/views.ts';
import { call } from '../../client.ts';
import {
  Button,
  EditableGrid,
  Empty,
  ErrorNotice,
  SelectField,
  Toolbar,
  changesOf,
  useFigures,
  useGridHistory,
  type GridColumn,
} from '../../components/index.ts';
import { go } from '../../store.ts';
import { agreedStep, agreedText, figureColumns, figureOf, type Figure } from './figure-columns.tsx';

type Row = MeetingView['hands'][number];

function gridColumns(given: Parameters<typeof figureColumns>[0]): readonly GridColumn<Row>[] {
  return [
    {
      id: 'name',
      header: 'Họ và tên',
      width: given.hasAbsent ? 156 : 184,
      readOnly: true,
      sticky: true,
      text: nameInList,
    },
    {
      id: 'title',
      header: 'Danh hiệu',
      width: given.hasAbsent ? 72 : 84,
      readOnly: true,
      text: (row) => row.titleShort,
    },
    ...figureColumns<Row>(given),
  ];
}

/** The table of hands, with the quick way for what everyone agreed to. */
export function Hands(props: {
  readonly view: MeetingView;
  /** Why no vote can be recorded now. */
  readonly lockedReason: string | null;
}): ReactNode {
  const { view, lockedReason } = props;
  const { body } = view;
  const [titleId, setTitleId] = useState<string | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const history = useGridHistory();
  const figures = useFigures<Figure>({
    saved: new Map(
      view.hands.map(({ caseId, agree, disagree, abstain, written }) => [
        caseId,
        { agree, disagree, abstain, written },
      ]),
    ),
    send(rows, keys, seen) {
      const votesOf = (from: typeof rows) =>
        [...new Set(keys)].flatMap((caseId) => {
          const row = from.get(caseId);
          return row === undefined ? [] : [{ caseId, ...row }];
        });
      return call('saveHands', { body, votes: votesOf(rows) }, { seen: { body, votes: votesOf(seen) } });
    },
  });
  const total = view.quorum?.total ?? 0;
  const hasAbsent = view.hands.some(({ mayWrite }) => mayWrite > 0);
  const columns = useMemo(() => gridColumns({ total, hasAbsent }), [total, hasAbsent]);
  const eligible = useMemo(
    () =>
      view.hands
        .filter((row) => row.heldBecause === null || row.agree !== null)
        .sort((a, b) => compareText(a.titleShort, b.titleShort) || compareInList(a, b)),
    [view.hands],
  );
  const rows = eligible
    .filter((row) => titleId === null || row.titleId === titleId)
    .map((row) => ({ ...row, ...figures.rows.get(row.caseId) }));
  const chosen = rows.filter((row) => picked.has(row.caseId));
  const titles = [...new Map(eligible.map((row) => [row.titleId, row.titleShort]))];
  const setAside = view.hands.length - eligible.length;
  const open = rows.filter((row) => row.agree === null).length;

  function everyone(): void {
    const step = agreedStep(chosen.map((row) => ({ ...row, key: row.caseId })));
    history.push(step);
    void figures.change(changesOf(step).map(figureOf));
    setPicked(new Set());
  }

  if (eligible.length === 0) {
    return (
      <Empty
        sentence={
          view.hands.length === 0
            ? body.kind === 'STAFF'
              ? 'Chưa chọn danh hiệu đưa ra hội nghị; hãy chọn ở trang Từng hồ sơ.'
              : 'Chưa có hồ sơ nào biểu quyết bằng giơ tay.'
            : body.kind === 'SCHOOL'
              ? 'Chưa có hồ sơ nào đủ điều kiện để biểu quyết. Hãy thẩm định trước.'
              : 'Các hồ sơ đã qua bước biểu quyết của cuộc họp này.'
        }
        action={
          body.kind === 'SCHOOL'
            ? { label: 'Sang bước Thẩm định', run: () => go('appraisal') }
            : { label: 'Sang bước Đăng ký', run: () => go('registration') }
        }
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
          disabledReason={
            lockedReason ??
            (chosen.length === 0 ? 'Hãy đánh dấu những dòng được tán thành trong bảng.' : null)
          }
          onClick={everyone}
        >
          Tất cả tán thành{agreedText(chosen.length > 0 ? chosen : rows, total)}
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
          <strong>{setAside} hồ sơ chưa đủ điều kiện hoặc chưa rõ, không đưa ra biểu quyết. </strong>
        )}
        {view.handsRule}
      </p>
      <div className="grid-problem">
        <ErrorNotice error={figures.error} />
      </div>
      <EditableGrid
        label="Biểu quyết giơ tay"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.caseId}
        rowName={(row) => row.name}
        draftKey={`hands:${bodyKey(body)}:${view.meeting?.date ?? ''}`}
        history={history}
        onChange={(changes) => figures.change(changes.map(figureOf))}
        picked={picked}
        onPick={setPicked}
        lockedReason={lockedReason}
        empty={{ sentence: 'Không có hồ sơ nào của danh hiệu này.' }}
      />
    </>
  );
}
