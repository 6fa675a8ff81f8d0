import { useMemo, useState, type ReactNode } from 'react';
import { effectiveEligibility } from '../../shared/domain/verdict.ts';
import { findTitle, titles as catalogue } from '../../shared/rules/catalogue.ts';
import { formatInteger } from '../../shared/numbers.ts';
import { useCommand, useQuery, type CallError } from '../client.ts';
import {
  DataTable,
  ErrorNotice,
  Notice,
  saveList,
  Screen,
  SelectField,
  Tabs,
  useOfficeReason,
  type Action,
} from '../components/index.ts';
import { go, select, showToast, useStore } from '../store.ts';
import { CasePanel } from './appraisal/case-panel.tsx';
import { caseColumns, rankedColumns, verdictFilters } from './appraisal/cases.tsx';
import { MISSING, MissingPanel } from './appraisal/missing-panel.tsx';
import { pointsOf, rankByTitle, type AppraisedRow } from './appraisal/ranking.ts';
import {
  suggestionColumns,
  suggestionFilters,
  suggestionKey,
  SuggestionPanel,
} from './appraisal/suggestions.tsx';
import type { Eligibility } from '../../shared/terms.ts';
import { eligibilityNames } from '../../shared/vi/terms.ts';

type Part = 'people' | 'titles' | 'suggestions';

const titleOrder = catalogue.map(({ id }) => id);

/** Thẩm định: every case against the conditions of its title, with the fact and the article behind each. */
export function AppraisalScreen(): ReactNode {
  const cases = useQuery('listCases', {});
  const stale = useQuery('listStaleCases', {});
  const [part, setPart] = useState<Part>('people');
  const suggestions = useQuery('listSuggestions', part === 'suggestions' ? {} : null);
  const season = useQuery('getSeason', {});
  const caps = useQuery('listTitleCaps', part === 'titles' ? {} : null);
  const ceilings = useQuery('listCeilings', part === 'suggestions' ? null : {});
  const sheet = useQuery('getEvaluations', part === 'titles' ? {} : null);
  const selected = useStore((state) => state.route?.selected ?? null);
  const officeReason = useOfficeReason();
  const check = useCommand('checkCases');
  const [titleId, setTitleId] = useState<string | null>(null);
  const [groupName, setGroupName] = useState<string | null>(null);
  const [failure, setFailure] = useState<CallError | null>(null);
  const all = useMemo((): readonly AppraisedRow[] | null => {
    if (cases.data === null) return null;
    const staleIds = new Set(stale.data ?? []);
    const points = pointsOf(sheet.data);
    return cases.data.map((row) => ({
      ...row,
      stale: staleIds.has(row.id),
      points: row.personId === null ? null : (points.get(row.personId) ?? null),
      place: null,
      overCap: false,
    }));
  }, [cases.data, stale.data, sheet.data]);
  const ranked = useMemo(
    () => (all === null ? null : rankByTitle(all, titleOrder, caps.data ?? [])),
    [all, caps.data],
  );
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
      (part === 'titles' ? ranked : all)?.filter(
        (row) =>
          (titleId === null || row.titleId === titleId) &&
          (groupName === null || row.groupName === groupName),
      ) ?? null,
    [all, ranked, part, titleId, groupName],
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
  for (const row of live) counts[effectiveEligibility(row) ?? 'unchecked'] += 1;
  const isEmpty = all !== null && live.length === 0;
  const isDone = !isEmpty && counts.unchecked === 0 && counts['needs-person'] === 0;

  async function run(): Promise<void> {
    const result = await check.run({});
    if (!result.ok) return;
    const { yes, no, needsPerson } = result.value;
    showToast(`Đã thẩm định: ${eligibilityCounts({ yes, no, 'needs-person': needsPerson })}.`);
  }

  const checkAction: Action = {
    label: counts.unchecked === live.length ? 'Thẩm định' : 'Thẩm định lại',
    run: () => void run(),
    busy: check.busy,
    icon: 'scale',
    disabledReason: officeReason ?? (isEmpty ? 'Chưa có đăng ký nào để thẩm định.' : null),
  };
  async function recheck(): Promise<void> {
    const caseIds = [...(stale.data ?? [])];
    const result = await check.run({ caseIds });
    if (result.ok) showToast(`Đã thẩm định lại ${formatInteger(caseIds.length)} hồ sơ có dữ kiện đã đổi.`);
  }

  const staleCount = stale.data?.length ?? 0;
  const lock = season.data?.registrationLock ?? null;
  const registrationReason =
    officeReason ?? (lock === null ? null : 'Đăng ký đã chốt; mở chốt ở bước Đăng ký để thay đổi.');
  const suggestion = suggestions.data?.find((row) => suggestionKey(row) === selected);
  const isMissing = selected?.split(':')[0] === MISSING;
  const missingAction: Action = {
    label: 'In danh sách còn thiếu điều kiện',
    icon: 'print',
    run: () => select(MISSING),
    disabledReason: isEmpty ? 'Chưa có đăng ký nào để thẩm định.' : null,
  };
  const nextAction: Action = { label: 'Sang bước Họp Hội đồng', run: () => go('council') };

  return (
    <Screen
      title="Thẩm định"
      subtitle={all === null ? ' ' : sentenceOf({ total: live.length, counts })}
      primary={isDone ? nextAction : checkAction}
      actions={[isDone ? checkAction : nextAction, missingAction]}
      notices={
        <>
          <ErrorNotice error={cases.error ?? stale.error ?? suggestions.error ?? check.error ?? failure} />
          {part === 'titles' &&
            caps.data?.map((cap) => (
              <Notice key={cap.titleId} tone={cap.count > cap.most ? 'warn' : 'info'}>
                {findTitle(cap.titleId)?.name}: {formatInteger(cap.count)} hồ sơ đủ điều kiện, tỷ lệ{' '}
                {formatInteger(cap.percent)} % của {formatInteger(cap.base)} Lao động tiên tiến là{' '}
                {formatInteger(cap.most)} ({cap.source.replace(/\.$/, '')}).
                {cap.count > cap.most &&
                  ' Thứ tự vượt tỷ lệ được đóng khung; chỉ cảnh báo, không loại hồ sơ nào.'}
              </Notice>
            ))}
          {part !== 'suggestions' &&
            ceilings.data
              // By title the share stands above, with its source and whether it is passed or not.
              ?.filter(({ id }) => part === 'people' || id !== 'CSTDCS_cap')
              .map((ceiling) => (
                <Notice key={`${ceiling.id} ${ceiling.text}`} tone="warn">
                  {ceiling.text}. Căn cứ: {ceiling.citation}. Chỉ cảnh báo, không loại hồ sơ nào.
                </Notice>
              ))}
          {staleCount > 0 && (
            <Notice
              tone="warn"
              action={{
                label: 'Thẩm định lại những hồ sơ này',
                run: () => void recheck(),
                busy: check.busy,
                disabledReason: officeReason,
              }}
            >
              {formatInteger(staleCount)} hồ sơ có dữ kiện đã đổi sau lần thẩm định.
            </Notice>
          )}
        </>
      }
      detail={
        selected !== null &&
        (isMissing ? (
          <MissingPanel groupId={selected.split(':')[1] ?? null} onClose={() => select(null)} />
        ) : selected.startsWith('suggest:') ? (
          suggestion !== undefined && (
            <SuggestionPanel
              key={selected}
              row={suggestion}
              deadline={season.data?.registrationDeadline ?? null}
              reason={registrationReason}
              onClose={() => select(null)}
            />
          )
        ) : (
          <CasePanel
            key={selected}
            id={selected}
            officeReason={officeReason}
            check={checkAction}
            onClose={() => select(null)}
          />
        ))
      }
    >
      <Tabs<Part>
        label="Cách xem hồ sơ"
        value={part}
        onChange={(next) => {
          select(null);
          setPart(next);
        }}
        tabs={[
          { id: 'people', label: 'Theo người' },
          { id: 'titles', label: 'Theo danh hiệu' },
          { id: 'suggestions', label: 'Chưa đăng ký' },
        ]}
      />
      {part === 'suggestions' ? (
        <DataTable
          key="suggestions"
          label="Danh hiệu, hình thức chưa ai đăng ký"
          searchLabel="Tìm người, tổ"
          columns={suggestionColumns}
          rows={suggestions.data}
          rowKey={suggestionKey}
          onOpen={(row) => select(suggestionKey(row))}
          openKey={suggestion === undefined ? null : selected}
          filters={suggestionFilters}
          initialFilter="met"
          numbered
          onExport={(lines) => void saveList('Đủ điều kiện nhưng chưa đăng ký', lines).then(setFailure)}
          empty={{ sentence: 'Không còn danh hiệu, hình thức nào mà dữ kiện cho phép đề nghị.' }}
        />
      ) : (
        <DataTable
          key={part}
          label="Danh sách hồ sơ thẩm định"
          searchLabel="Tìm người, tổ"
          columns={part === 'titles' ? rankedColumns : caseColumns}
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
                label="Tổ, lớp"
                value={groupName}
                placeholder="Mọi tổ, lớp"
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
      )}
    </Screen>
  );
}

/** "62 đủ điều kiện, 3 chưa đủ điều kiện, 1 chưa rõ". */
function eligibilityCounts(counts: Readonly<Record<Eligibility, number>>): string {
  return (['yes', 'no', 'needs-person'] as const)
    .map((one) => `${formatInteger(counts[one])} ${eligibilityNames[one].toLowerCase()}`)
    .join(', ');
}

function sentenceOf(given: {
  readonly total: number;
  readonly counts: Readonly<Record<'yes' | 'no' | 'needs-person' | 'unchecked', number>>;
}): string {
  const { total, counts } = given;
  if (total === 0) return 'Đối chiếu từng hồ sơ với điều kiện của danh hiệu, kèm dữ kiện và điều luật.';
  if (counts.unchecked === total) return `${formatInteger(total)} hồ sơ chưa thẩm định.`;
  const parts = [
    eligibilityCounts(counts),
    ...(counts.unchecked > 0 ? [`${formatInteger(counts.unchecked)} chưa thẩm định`] : []),
  ];
  return `${formatInteger(total)} hồ sơ: ${parts.join(', ')}.`;
}
