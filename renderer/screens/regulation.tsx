import type { ReactNode } from 'react';
import { settingGroups, type SettingGroup } from '../../shared/rules/setting-rows.ts';
import { formatInteger } from '../../shared/numbers.ts';
import { settingGroupNames } from '../../shared/vi/regulation.ts';
import { confidenceNames } from '../../shared/vi/terms.ts';
import type { Regulation, RegulationSetting } from '../../shared/views.ts';
import { useQuery } from '../client.ts';
import {
  Chip,
  DataTable,
  ErrorNotice,
  Notice,
  Screen,
  saveList,
  useOfficeReason,
  type Column,
  type Filter,
} from '../components/index.ts';
import { select, useStore } from '../store.ts';
import { DocumentPanel } from './regulation/document-panel.tsx';
import { SettingPanel } from './regulation/setting-panel.tsx';

const DOCUMENT = 'document';

/** Whether a default rests on a text that was read or quoted twice. */
function isSure({ confidence }: Pick<RegulationSetting, 'confidence'>): boolean {
  return confidence === 'P' || confidence === 'C2';
}

function isOpen(row: RegulationSetting): boolean {
  return row.settled === null && !isSure(row);
}

function sourceWords(row: RegulationSetting): string {
  return row.settled?.source ?? `${confidenceNames[row.confidence]}. ${row.standardSource}`;
}

const order: Readonly<Record<SettingGroup, number>> = Object.fromEntries(
  settingGroups.map((group, at) => [group, at]),
) as Record<SettingGroup, number>;

const columns: readonly Column<RegulationSetting>[] = [
  {
    id: 'group',
    header: 'Phần',
    value: (row) => order[row.group],
    cell: (row) => settingGroupNames[row.group],
    words: (row) => settingGroupNames[row.group],
    width: 176,
    yields: 2,
  },
  { id: 'name', header: 'Thiết lập', value: (row) => row.name, strong: true, width: 328 },
  {
    id: 'value',
    header: 'Đang áp dụng',
    value: (row) => row.settled?.text ?? row.standardText,
    cell: (row) => row.settled?.text ?? row.standardText ?? <span className="muted">Chưa ghi</span>,
  },
  {
    id: 'from',
    header: 'Căn cứ',
    title: 'Giá trị đang áp dụng lấy từ đâu',
    value: (row) => (row.settled === null ? row.confidence : ''),
    words: sourceWords,
    cell: (row) => <SourceChip row={row} />,
    width: 168,
    yields: 1,
  },
];

function SourceChip({ row }: { readonly row: RegulationSetting }): ReactNode {
  if (row.settled !== null) {
    return (
      <Chip tone={row.settled.belowLeast ? 'bad' : 'good'} icon="check" title={row.settled.source}>
        {row.settled.belowLeast ? 'Thấp hơn luật' : 'Của trường'}
      </Chip>
    );
  }
  return isSure(row) ? (
    <Chip tone="plain" icon="dash" title={sourceWords(row)}>
      Mặc định
    </Chip>
  ) : (
    <Chip tone="warn" icon="question" title={sourceWords(row)}>
      Cần đối chiếu
    </Chip>
  );
}

const filters: readonly Filter<RegulationSetting>[] = [
  { id: 'open', label: 'Cần đối chiếu', test: isOpen },
  { id: 'settled', label: 'Của trường', test: (row) => row.settled !== null },
];

/** Quy chế, thiết lập: what the school's own regulation puts in the place of the defaults. */
export function RegulationScreen(): ReactNode {
  const regulation = useQuery('getRegulation', {});
  if (regulation.data === null) {
    return (
      <Screen title="Quy chế, thiết lập" padded notices={<ErrorNotice error={regulation.error} />}>
        {null}
      </Screen>
    );
  }
  return <RegulationBody regulation={regulation.data} />;
}

function RegulationBody({ regulation }: { readonly regulation: Regulation }): ReactNode {
  const selected = useStore((state) => state.route?.selected ?? null);
  const reason = useOfficeReason();
  const { settings, documentText } = regulation;
  const setting = settings.find(({ id }) => id === selected);
  const open = settings.filter(isOpen);
  const settled = settings.filter((row) => row.settled !== null).length;
  const next = open[open.findIndex(({ id }) => id === selected) + 1] ?? open[0];
  return (
    <Screen
      title="Quy chế, thiết lập"
      subtitle={
        documentText === null
          ? 'Chưa ghi quy chế của trường: mọi con số dưới đây là mặc định.'
          : `${documentText}: đã ghi ${formatInteger(settled)}/${formatInteger(settings.length)} thiết lập, còn ${formatInteger(open.length)} thiết lập cần đối chiếu.`
      }
      primary={
        documentText === null
          ? { label: 'Ghi số, ngày quy chế', run: () => select(DOCUMENT), disabledReason: reason }
          : {
              label: 'Thiết lập cần đối chiếu tiếp theo',
              run: () => select(next?.id ?? null),
              disabledReason: next === undefined ? 'Mọi thiết lập đã có căn cứ.' : null,
            }
      }
      actions={documentText === null ? [] : [{ label: 'Sửa số, ngày quy chế', run: () => select(DOCUMENT) }]}
      notices={reason !== null && <Notice tone="info">{reason}</Notice>}
      detail={
        selected === DOCUMENT ? (
          <DocumentPanel regulation={regulation} reason={reason} onClose={() => select(null)} />
        ) : (
          setting !== undefined && (
            <SettingPanel
              key={setting.id}
              regulation={regulation}
              setting={setting}
              reason={reason}
              onClose={() => select(null)}
            />
          )
        )
      }
    >
      <DataTable
        label="Thiết lập"
        searchLabel="Tìm thiết lập"
        columns={columns}
        filters={filters}
        rows={settings}
        rowKey={(row) => row.id}
        onOpen={(row) => select(row.id)}
        openKey={selected}
        empty={{ sentence: 'Không có thiết lập nào.' }}
        onExport={(lines) => void saveList('Quy chế, thiết lập', lines)}
      />
    </Screen>
  );
}
