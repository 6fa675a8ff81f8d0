import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { fold } from '../../shared/names.ts';
import { formatInteger } from '../../shared/numbers.ts';
import { useQuery } from '../client.ts';
import {
  Button,
  EditableGrid,
  ErrorNotice,
  Icon,
  ImportScreen,
  Screen,
  SelectField,
  SettledNotes,
  Toolbar,
  changesOf,
  useGridHistory,
  useOfficeReason,
  type Action,
  type CellChange,
} from '../components/index.ts';
import { go, showToast } from '../store.ts';
import '../styles/screens/evaluation.css';
import { CriteriaEditor } from './evaluation/criteria.tsx';
import {
  CONFIRMED,
  confirmationStep,
  consequencesOf,
  differs,
  isConfirmation,
  isIncomplete,
  isScored,
  sheetColumns,
  type ScoreRow,
} from './evaluation/sheet.ts';
import { useSheet } from './evaluation/use-sheet.ts';

type Part = 'scores' | 'criteria';
type CutId = 'incomplete' | 'differs' | 'unconfirmed';

const cuts: readonly {
  readonly id: CutId;
  readonly label: string;
  readonly test: (row: Omit<ScoreRow, 'number'>) => boolean;
}[] = [
  { id: 'incomplete', label: 'Chưa đủ điểm', test: isIncomplete },
  { id: 'differs', label: 'Tổ chấm khác tự chấm', test: differs },
  { id: 'unconfirmed', label: 'Tổ chưa xác nhận', test: (row) => !row.confirmed },
];

/** Đánh giá: everybody's own scores and those of the tổ side by side, the rating proposed, confirmed by the tổ. */
export function EvaluationScreen(): ReactNode {
  const season = useQuery('getSeason', {});
  const { sheet, error, save } = useSheet(season.data?.schoolYear ?? null);
  const reason = useOfficeReason();
  const [part, setPart] = useState<Part>('scores');
  const [groupName, setGroupName] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  // The lines of a cut are those it had when it was chosen: a line must not run away while it is typed into.
  const [cut, setCut] = useState<{ readonly id: CutId; readonly keys: ReadonlySet<string> } | null>(null);
  const [importing, setImporting] = useState(false);
  const history = useGridHistory();
  const sought = useDeferredValue(fold(search));
  const criteria = sheet?.criteria;
  const columns = useMemo(() => sheetColumns(criteria ?? []), [criteria]);
  const groups = useMemo(
    () => [...new Set((sheet?.rows ?? []).map((row) => row.groupName))].filter((name) => name !== ''),
    [sheet],
  );
  const inGroup = useMemo(
    () => (sheet?.rows ?? []).filter((row) => groupName === null || row.groupName === groupName),
    [sheet, groupName],
  );
  const rows = useMemo(
    () =>
      inGroup
        .filter(
          (row) =>
            (cut === null || cut.keys.has(row.personId)) &&
            (sought === '' || fold(`${row.fullName} ${row.code ?? ''}`).includes(sought)),
        )
        .map((row, at): ScoreRow => ({ ...row, number: at + 1 })),
    [inGroup, cut, sought],
  );
  const used = useMemo(
    () =>
      new Set(
        (sheet?.criteria ?? [])
          .filter((_, at) => sheet?.rows.some((row) => row.self[at] !== null || row.group[at] !== null))
          .map(({ id }) => id),
      ),
    [sheet],
  );

  if (importing) {
    return (
      <ImportScreen title="Nhập bảng điểm" kinds={['evaluations']} onClose={() => setImporting(false)} />
    );
  }

  function tellTurned(changes: readonly CellChange[], way: 'back' | 'forward'): void {
    const cells = changes.filter((one) => !isConfirmation(one));
    const confirmations = changes.length - cells.length;
    const [only] = cells;
    const name = sheet?.rows.find((row) => row.personId === only?.rowKey)?.fullName ?? '';
    const what =
      cells.length === 1
        ? `ô của ${name}${only?.text === '' ? ', ô trở lại trống' : `, trở lại “${only?.text ?? ''}”`}`
        : `${formatInteger(cells.length)} ô`;
    const parts = [
      ...(cells.length > 0 ? [what] : []),
      ...(confirmations > 0 ? [`xác nhận của tổ cho ${formatInteger(confirmations)} người`] : []),
    ];
    showToast(
      parts.length === 0
        ? 'Đã bỏ chữ chưa lưu được.'
        : `${way === 'back' ? 'Đã hoàn tác' : 'Đã làm lại'} ${parts.join(' và ')}.`,
    );
  }

  function confirmLines(lines: readonly Omit<ScoreRow, 'number'>[], text: typeof CONFIRMED | ''): void {
    const step = confirmationStep(lines, text);
    history.push(step);
    void save(changesOf(step));
    showToast(
      text === CONFIRMED
        ? `Đã ghi xác nhận điểm của ${formatInteger(lines.length)} người.`
        : `Đã bỏ xác nhận điểm của ${formatInteger(lines.length)} người.`,
    );
  }

  const all = sheet?.rows ?? [];
  const isWithoutCriteria = sheet !== null && sheet.criteria.length === 0;
  const complete = all.filter((row) => !isIncomplete(row)).length;
  const confirmed = all.filter((row) => row.confirmed).length;
  const toConfirm = inGroup.filter((row) => isScored(row) && !row.confirmed);
  const confirmedHere = inGroup.filter((row) => row.confirmed);
  const importAction: Action = {
    label: 'Nhập bảng điểm từ Excel',
    run: () => setImporting(true),
    disabledReason: reason,
    icon: 'upload',
  };
  const criteriaAction: Action = { label: 'Lập bộ tiêu chí', run: () => setPart('criteria') };
  const nextAction: Action = { label: 'Sang bước Thẩm định', run: () => go('appraisal') };
  const confirmAction: Action = {
    label: groupName === null ? 'Xác nhận điểm của các tổ' : 'Xác nhận điểm của tổ',
    run: () => confirmLines(toConfirm, CONFIRMED),
    disabledReason:
      reason ?? (toConfirm.length === 0 ? 'Chưa có người nào đủ điểm tổ chấm mà chưa xác nhận.' : null),
  };
  const isDone = all.length > 0 && !isWithoutCriteria && confirmed === all.length && complete === all.length;
  const primary = isWithoutCriteria || all.length === 0 ? importAction : isDone ? nextAction : confirmAction;

  return (
    <Screen
      title="Tự đánh giá và tổ đánh giá"
      subtitle={
        sheet === null
          ? ' '
          : isWithoutCriteria
            ? 'Chưa có bộ tiêu chí chấm điểm.'
            : `${formatInteger(complete)}/${formatInteger(all.length)} người đủ điểm tự chấm và tổ chấm; ${formatInteger(confirmed)}/${formatInteger(all.length)} người đã được tổ xác nhận.`
      }
      primary={primary}
      actions={[
        ...(primary === importAction ? [criteriaAction] : [importAction]),
        {
          label: groupName === null ? 'Bỏ xác nhận điểm của các tổ' : 'Bỏ xác nhận điểm của tổ',
          run: () => confirmLines(confirmedHere, ''),
          disabledReason: reason ?? (confirmedHere.length === 0 ? 'Chưa có ai được xác nhận.' : null),
        },
        ...(primary === nextAction ? [] : [nextAction]),
      ]}
      notices={
        <>
          <ErrorNotice error={error} />
          <SettledNotes ids={['scoringScheme', 'ratingCalendar']} />
        </>
      }
    >
      {part === 'criteria' && sheet !== null && (
        <>
          <Toolbar>
            <Button size="small" onClick={() => setPart('scores')}>
              Quay lại bảng điểm
            </Button>
          </Toolbar>
          <CriteriaEditor criteria={sheet.criteria} used={used} reason={reason} />
        </>
      )}
      {part === 'scores' && (
        <>
          <Toolbar>
            <div className="toolbar__search">
              <Icon name="search" size={14} />
              <input
                type="search"
                className="input input--small"
                aria-label="Tìm người trong bảng điểm, không cần dấu"
                placeholder="Tìm người, không cần dấu"
                value={search}
                autoComplete="off"
                onChange={(event) => setSearch(event.target.value)}
              />
            </div>
            {cuts.map(({ id, label, test }) => {
              const lines = inGroup.filter(test);
              return (
                <button
                  key={id}
                  type="button"
                  className="filter"
                  aria-pressed={cut?.id === id}
                  onClick={() =>
                    setCut(
                      cut?.id === id ? null : { id, keys: new Set(lines.map(({ personId }) => personId)) },
                    )
                  }
                >
                  {label} <span>{formatInteger(lines.length)}</span>
                </button>
              );
            })}
            <span className="toolbar__space" />
            <span className="toolbar__count" role="status">
              {`${rows.length === all.length ? '' : `${formatInteger(rows.length)}/`}${formatInteger(all.length)} người`}
            </span>
            <SelectField
              small
              hideLabel
              label="Tổ"
              value={groupName}
              placeholder="Mọi tổ"
              options={groups.map((name) => ({ value: name, label: name }))}
              onChange={(name) => {
                setGroupName(name);
                setCut(null);
              }}
            />
            <Button size="small" onClick={() => setPart('criteria')}>
              Bộ tiêu chí ({formatInteger(sheet?.criteria.length ?? 0)})
            </Button>
          </Toolbar>
          {sheet !== null && (
            <EditableGrid
              key={sheet.criteria.length}
              label="Bảng điểm tự chấm và tổ chấm"
              columns={columns}
              rows={isWithoutCriteria ? [] : rows}
              rowKey={(row) => row.personId}
              rowName={(row) => row.fullName}
              draftKey="evaluation"
              history={history}
              onChange={save}
              consequences={(changes) => consequencesOf(changes, rows)}
              onTurned={tellTurned}
              lockedReason={reason}
              empty={
                isWithoutCriteria
                  ? {
                      sentence:
                        'Chưa có bộ tiêu chí. Nhập bảng điểm của các tổ sẽ lấy luôn các tiêu chí trong tệp.',
                      action: importAction,
                    }
                  : all.length === 0
                    ? {
                        sentence: 'Chưa có ai trong danh sách nhân sự.',
                        action: { label: 'Sang bước Nhân sự và tổ', run: () => go('people') },
                      }
                    : {
                        sentence: 'Không có ai khớp với chữ đã gõ hoặc bộ lọc đang chọn.',
                        action: {
                          label: 'Bỏ tìm và lọc',
                          run: () => {
                            setSearch('');
                            setCut(null);
                            setGroupName(null);
                          },
                        },
                      }
              }
              foot={<span className="grid-key">tổ chấm khác tự chấm</span>}
            />
          )}
        </>
      )}
    </Screen>
  );
}
