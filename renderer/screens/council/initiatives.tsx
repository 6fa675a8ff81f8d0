/** The initiative council at its work: hands for each initiative, then the decision that recognises those agreed to. */
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import type { MeetingInitiative, MeetingView } from '../../../shared/views.ts';
import { call, useCommand } from '../../client.ts';
import {
  Button,
  ConfirmDialog,
  DateField,
  EditableGrid,
  Empty,
  ErrorNotice,
  Section,
  TextField,
  Toolbar,
  changesOf,
  useFigures,
  useGridHistory,
  type GridColumn,
} from '../../components/index.ts';
import { go, showToast } from '../../store.ts';
import { agreedStep, agreedText, figureColumns, figureOf, type Figure } from './figure-columns.tsx';

function authorsText({ authors }: MeetingInitiative): string {
  return authors
    .map(({ fullName, share }) => (share === null || share === 100 ? fullName : `${fullName} (${share} %)`))
    .join(', ');
}

function columnsOf(given: Parameters<typeof figureColumns>[0]): readonly GridColumn<MeetingInitiative>[] {
  return [
    {
      id: 'name',
      header: 'Tên sáng kiến',
      width: given.hasAbsent ? 140 : 160,
      readOnly: true,
      sticky: true,
      text: (row) => row.name,
    },
    {
      id: 'authors',
      header: 'Tác giả',
      width: given.hasAbsent ? 96 : 108,
      readOnly: true,
      text: authorsText,
    },
    ...figureColumns<MeetingInitiative>(given),
  ];
}

/** The table of initiatives; once the meeting is concluded, the decision over it. */
export function Initiatives(props: {
  readonly view: MeetingView;
  /** Why no vote can be recorded now. */
  readonly lockedReason: string | null;
  readonly officeReason: string | null;
}): ReactNode {
  const { view, lockedReason } = props;
  const history = useGridHistory();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const figures = useFigures<Figure>({
    saved: new Map(
      view.initiatives.map(({ initiativeId, agree, disagree, abstain, written }) => [
        initiativeId,
        { agree, disagree, abstain, written },
      ]),
    ),
    send(rows, keys, seen) {
      const votesOf = (from: typeof rows) =>
        [...new Set(keys)].flatMap((initiativeId) => {
          const row = from.get(initiativeId);
          return row === undefined ? [] : [{ initiativeId, ...row }];
        });
      return call('saveInitiativeVotes', { votes: votesOf(rows) }, { seen: { votes: votesOf(seen) } });
    },
  });
  const total = view.quorum?.total ?? 0;
  const hasAbsent = view.initiatives.some(({ mayWrite }) => mayWrite > 0);
  const columns = useMemo(() => columnsOf({ total, hasAbsent }), [total, hasAbsent]);
  const rows = view.initiatives.map((row) => ({ ...row, ...figures.rows.get(row.initiativeId) }));
  const open = rows.filter(({ agree }) => agree === null).length;
  const chosen = rows.filter(({ initiativeId }) => picked.has(initiativeId));

  function everyone(): void {
    const step = agreedStep(chosen.map((row) => ({ ...row, key: row.initiativeId })));
    history.push(step);
    void figures.change(changesOf(step).map(figureOf));
    setPicked(new Set());
  }

  if (rows.length === 0) {
    return (
      <Empty
        sentence={`Không có sáng kiến nào của năm học chờ công nhận${view.decidedInitiatives > 0 ? `; ${view.decidedInitiatives} sáng kiến đã có kết luận` : ''}. Ghi sáng kiến ở trang của từng người, để trống số quyết định.`}
        action={{ label: 'Sang bước Nhân sự và tổ', run: () => go('people') }}
      />
    );
  }
  return (
    <>
      {view.meeting?.state === 'closed' && (
        <Decision key={view.recognition?.number ?? ''} view={view} reason={props.officeReason} />
      )}
      <Toolbar>
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
            ? `Đã biểu quyết đủ ${rows.length} sáng kiến`
            : `Còn ${open}/${rows.length} sáng kiến chưa biểu quyết`}
        </span>
      </Toolbar>
      <p className="hands__rule" title={view.handsRule}>
        Hội đồng của trường công nhận trong phạm vi cơ sở. {view.handsRule}
      </p>
      <div className="grid-problem">
        <ErrorNotice error={figures.error} />
      </div>
      <EditableGrid
        label="Biểu quyết sáng kiến"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.initiativeId}
        rowName={(row) => row.name}
        draftKey={`initiatives:${view.meeting?.date ?? ''}`}
        history={history}
        onChange={(changes) => figures.change(changes.map(figureOf))}
        picked={picked}
        onPick={setPicked}
        lockedReason={lockedReason}
        empty={{ sentence: 'Không có sáng kiến nào chờ công nhận.' }}
      />
    </>
  );
}

/** The decision of the head of the school: written once, it is in the record of every author. */
function Decision({
  view,
  reason,
}: {
  readonly view: MeetingView;
  readonly reason: string | null;
}): ReactNode {
  const { recognition } = view;
  const save = useCommand('recordRecognition');
  const [number, setNumber] = useState(recognition?.number ?? '');
  const [date, setDate] = useState<IsoDate | null>(recognition?.date ?? null);
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const passed = view.initiatives.filter((one) => one.passed === true).length;

  async function send(decision: { readonly number: string; readonly date: IsoDate } | null): Promise<void> {
    const result = await save.run({ decision });
    if (!result.ok) return;
    setRemoving(false);
    showToast(
      decision === null
        ? 'Đã bỏ quyết định công nhận.'
        : `Đã ghi quyết định vào hồ sơ của ${result.value.recognised} tác giả.`,
    );
  }

  return (
    <div className="recognition">
      <Section title={`Quyết định công nhận ${passed} sáng kiến`}>
        <form
          className="recognition__form"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (number.trim() !== '' && date !== null) void send({ number: number.trim(), date });
          }}
        >
          <TextField
            label="Số quyết định"
            placeholder="46/QĐ-THCS"
            value={number}
            error={tried && number.trim() === '' ? 'Hãy nhập số quyết định.' : null}
            disabled={reason !== null}
            maxLength={300}
            onChange={setNumber}
          />
          <DateField
            label="Ngày quyết định"
            value={date}
            error={tried && date === null ? 'Hãy nhập ngày quyết định.' : null}
            disabled={reason !== null}
            onChange={setDate}
          />
          <Button submit busy={save.busy} disabledReason={reason}>
            Ghi quyết định công nhận
          </Button>
          {recognition !== null && (
            <Button kind="quiet" disabledReason={reason} onClick={() => setRemoving(true)}>
              Bỏ quyết định đã ghi
            </Button>
          )}
        </form>
        <p className="muted">
          {recognition === null
            ? 'Số, ngày quyết định được ghi vào hồ sơ của từng tác giả; thẩm định đọc từ đó. Sáng kiến không đạt được ghi là không công nhận.'
            : `Đã ghi Quyết định số ${recognition.number} ngày ${formatDate(recognition.date)} vào hồ sơ của các tác giả.`}
        </p>
        <ErrorNotice error={save.error} />
      </Section>
      {removing && (
        <ConfirmDialog
          title="Bỏ quyết định đã ghi"
          sentence="Các sáng kiến trở lại là chờ công nhận; kết quả biểu quyết vẫn giữ nguyên."
          confirm="Bỏ quyết định"
          danger
          busy={save.busy}
          problem={<ErrorNotice error={save.error} />}
          onConfirm={() => void send(null)}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
