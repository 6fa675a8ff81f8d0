import { useMemo, useState, type ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import { useCommand, useQuery, type CallError } from '../client.ts';
import {
  DataTable,
  ErrorNotice,
  saveList,
  Screen,
  SelectField,
  useOfficeReason,
  type Action,
} from '../components/index.ts';
import { go, select, showToast, useStore } from '../store.ts';
import '../styles/screens/appraisal.css';
import { CasePanel } from './appraisal/case-panel.tsx';
import { caseColumns, narrowColumns, verdictFilters, verdictOf } from './appraisal/cases.tsx';

/** Thẩm định: every case against the conditions of its title, with the fact and the article behind each. */
export function AppraisalScreen(): ReactNode {
  const cases = useQuery('listCases', {});
  const selected = useStore((state) => state.route?.selected ?? null);
  const officeReason = useOfficeReason();
  const check = useCommand('checkCases');
  const [titleId, setTitleId] = useState<string | null>(null);
  const [groupName, setGroupName] = useState<string | null>(null);
  const [failure, setFailure] = useState<CallError | null>(null);
  const all = cases.data;
  const titles = useMemo(
    () =>
      [...new Map((all ?? []).map((row) => [row.titleId, row.titleName]))].map(([value, label]) => ({
        value,
        label,
      })),
    [all],
  );
  const groups = useMemo(
    () =>
      [...new Set((all ?? []).map((row) => row.groupName))]
        .filter((name) => name !== '')
        .map((name) => ({ value: name, label: name })),
    [all],
  );
  const rows = useMemo(
    () =>
      all === null
        ? null
        : all.filter(
            (row) =>
              (titleId === null || row.titleId === titleId) &&
              (groupName === null || row.groupName === groupName),
          ),
    [all, titleId, groupName],
  );
  const filters = useMemo(
    () =>
      verdictFilters.filter(
        ({ id, test }) => id === 'yes' || id === 'no' || id === 'needs-person' || (all ?? []).some(test),
      ),
    [all],
  );

  const live = all?.filter((row) => row.state !== 'WITHDRAWN') ?? [];
  const counts = { yes: 0, no: 0, 'needs-person': 0, unchecked: 0 };
  for (const row of live) counts[verdictOf(row) ?? 'unchecked'] += 1;
  const isEmpty = all !== null && live.length === 0;
  const isDone = !isEmpty && counts.unchecked === 0 && counts['needs-person'] === 0;

  async function run(): Promise<void> {
    const result = await check.run({});
    if (!result.ok) return;
    const { yes, no, needsPerson } = result.value;
    showToast(
      `Đã thẩm định: ${formatInteger(yes)} hồ sơ đủ điều kiện, ${formatInteger(no)} không đủ, ${formatInteger(needsPerson)} cần xem xét.`,
    );
  }

  const checkAction: Action = {
    label: counts.unchecked === live.length ? 'Thẩm định' : 'Thẩm định lại',
    run: () => void run(),
    busy: check.busy,
    icon: 'scale',
    disabledReason: officeReason ?? (isEmpty ? 'Chưa có đăng ký nào để thẩm định.' : null),
  };
  const nextAction: Action = { label: 'Sang bước Họp Hội đồng', run: () => go('council') };

  return (
    <Screen
      title="Thẩm định"
      subtitle={all === null ? ' ' : sentenceOf({ total: live.length, counts })}
      primary={isDone ? nextAction : checkAction}
      actions={isDone ? [checkAction] : [nextAction]}
      notices={<ErrorNotice error={cases.error ?? check.error ?? failure} />}
      detail={
        selected !== null && (
          <CasePanel
            key={selected}
            id={selected}
            officeReason={officeReason}
            check={checkAction}
            onClose={() => select(null)}
          />
        )
      }
    >
      <DataTable
        label="Danh sách hồ sơ thẩm định"
        searchLabel="Tìm người, tổ, không cần dấu"
        columns={selected === null ? caseColumns : narrowColumns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => select(row.id)}
        openKey={selected}
        filters={filters}
        numbered
        onExport={(lines) => void saveList('Kết quả thẩm định', lines).then(setFailure)}
        tools={
          <>
            <SelectField
              small
              hideLabel
              label="Danh hiệu"
              value={titleId}
              placeholder="Mọi danh hiệu"
              options={titles}
              onChange={setTitleId}
            />
            <SelectField
              small
              hideLabel
              label="Tổ"
              value={groupName}
              placeholder="Mọi tổ"
              options={groups}
              onChange={setGroupName}
            />
          </>
        }
        empty={{
          sentence: 'Chưa có đăng ký nào để thẩm định.',
          action: { label: 'Sang bước Đăng ký', run: () => go('registration') },
        }}
      />
    </Screen>
  );
}

function sentenceOf(given: {
  readonly total: number;
  readonly counts: Readonly<Record<'yes' | 'no' | 'needs-person' | 'unchecked', number>>;
}): string {
  const { total, counts } = given;
  if (total === 0) return 'Đối chiếu từng hồ sơ với điều kiện của danh hiệu, kèm dữ kiện và điều luật.';
  if (counts.unchecked === total) return `${formatInteger(total)} hồ sơ chưa thẩm định.`;
  const parts = [
    `${formatInteger(counts.yes)} đủ điều kiện`,
    `${formatInteger(counts.no)} không đủ điều kiện`,
    `${formatInteger(counts['needs-person'])} cần Hội đồng xem xét`,
    ...(counts.unchecked > 0 ? [`${formatInteger(counts.unchecked)} chưa thẩm định`] : []),
  ];
  return `${formatInteger(total)} hồ sơ: ${parts.join(', ')}.`;
}
