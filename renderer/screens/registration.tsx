import { useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '../../shared/dates.ts';
import { formatInteger } from '../../shared/numbers.ts';
import { standingNames } from '../../shared/vi/terms.ts';
import type { UnregisteredPerson } from '../../shared/views.ts';
import { useCommand, useQuery, type CallError } from '../client.ts';
import {
  Button,
  ConfirmDialog,
  DataTable,
  ErrorNotice,
  ImportScreen,
  Notice,
  saveList,
  Screen,
  SelectField,
  Tabs,
  useOfficeReason,
  type Action,
  type Column,
} from '../components/index.ts';
import { go, select, useStore } from '../store.ts';
import { instantText } from './log/instant.ts';
import { PupilsPanel } from './registration/pupils-panel.tsx';
import { EntrantPanel, NewRegistrationPanel } from './registration/entrant-panel.tsx';
import { blankEntrant, entrantColumns, entrantFilters, gatherEntrants } from './registration/entrants.tsx';

const NEW = 'new';
const PUPILS = 'pupils';

type Part = 'registered' | 'unregistered';

const unregisteredColumns: readonly Column<UnregisteredPerson>[] = [
  { id: 'name', header: 'Họ và tên', kind: 'name', value: (row) => row.fullName },
  { id: 'group', header: 'Tổ', value: (row) => row.groupName, width: 220 },
  { id: 'status', header: 'Tình trạng', value: (row) => standingNames[row.standing], width: 180 },
];

/** Đăng ký: who is put forward for which title, who is not yet, and the lock. */
export function RegistrationScreen(): ReactNode {
  const cases = useQuery('listCases', {});
  const unregistered = useQuery('listUnregistered', {});
  const season = useQuery('getSeason', {});
  const people = useQuery('listPeople', {});
  const groups = useQuery('listCollectives', {});
  const selected = useStore((state) => state.route?.selected ?? null);
  const officeReason = useOfficeReason();
  const lock = useCommand('lockRegistration');
  const unlock = useCommand('unlockRegistration');
  const [part, setPart] = useState<Part>('registered');
  const [groupName, setGroupName] = useState<string | null>(null);
  const [failure, setFailure] = useState<CallError | null>(null);
  const [importing, setImporting] = useState(false);
  const [asking, setAsking] = useState<'lock' | 'unlock' | null>(null);
  const entrants = useMemo(() => (cases.data === null ? null : gatherEntrants(cases.data)), [cases.data]);
  const filters = useMemo(() => entrantFilters(cases.data ?? []), [cases.data]);
  const rows = useMemo(
    () => (groupName === null ? entrants : (entrants?.filter((row) => row.groupName === groupName) ?? null)),
    [entrants, groupName],
  );

  if (importing) {
    return (
      <ImportScreen
        title="Nhập đăng ký của tổ"
        kinds={['registrations', 'collectives']}
        onClose={() => setImporting(false)}
      />
    );
  }

  const locked = season.data?.registrationLock ?? null;
  const reason = officeReason ?? (locked === null ? null : 'Đăng ký đã chốt; mở chốt để thay đổi.');
  const alive = cases.data?.filter((row) => row.state !== 'WITHDRAWN') ?? [];
  const peopleIn = new Set(alive.flatMap((row) => row.personId ?? [])).size;
  const groupsIn = new Set(alive.flatMap((row) => row.groupId ?? [])).size;
  const pupilsIn = new Set(alive.flatMap((row) => row.pupilId ?? [])).size;
  const missing = unregistered.data?.length ?? 0;
  const classes = [
    ...new Set((cases.data ?? []).flatMap((row) => (row.pupilId === null ? [] : row.groupName))),
  ];
  const isEmpty = cases.data !== null && cases.data.length === 0;
  const deadline = season.data?.registrationDeadline ?? null;
  const entrant =
    selected === null || selected === NEW || selected === PUPILS
      ? null
      : (entrants?.find((row) => row.key === selected || row.cases.some(({ id }) => id === selected)) ??
        blankEntrant({ key: selected, people: people.data ?? [], groups: groups.data ?? [] }));

  const importAction: Action = {
    label: 'Nhập danh sách của tổ',
    run: () => setImporting(true),
    disabledReason: reason,
    icon: 'upload',
  };
  const primary: Action = isEmpty
    ? importAction
    : locked === null
      ? { label: 'Chốt đăng ký', run: () => setAsking('lock'), disabledReason: officeReason, icon: 'lock' }
      : { label: 'Sang bước Đánh giá', run: () => go('evaluation') };

  async function confirm(why: string): Promise<void> {
    const result = asking === 'lock' ? await lock.run({ reason: why }) : await unlock.run({ reason: why });
    if (result.ok) setAsking(null);
  }

  return (
    <Screen
      title="Đăng ký"
      subtitle={
        cases.data === null
          ? ' '
          : `${formatInteger(peopleIn)}/${formatInteger(peopleIn + missing)} người và ${formatInteger(groupsIn)} tập thể đã đăng ký${
              pupilsIn === 0 ? '' : `, ${formatInteger(pupilsIn)} học sinh và tập thể lớp được đề nghị`
            }, ${formatInteger(alive.length)} hồ sơ. ${
              deadline === null ? 'Chưa ghi hạn đăng ký.' : `Hạn đăng ký ${formatDate(deadline)}.`
            }`
      }
      primary={primary}
      actions={[...(isEmpty ? [] : [importAction]), { label: 'Sửa hạn đăng ký', run: () => go('school') }]}
      notices={
        <>
          <ErrorNotice error={cases.error ?? season.error ?? failure} />
          {locked !== null && (
            <Notice
              tone="info"
              action={{
                label: 'Mở chốt đăng ký',
                run: () => setAsking('unlock'),
                disabledReason: officeReason,
              }}
            >
              Đăng ký đã chốt lúc {instantText(locked.at)}: {locked.reason.replace(/\.?$/, '.')}
            </Notice>
          )}
        </>
      }
      detail={
        season.data !== null &&
        selected !== null &&
        (selected === PUPILS ? (
          <PupilsPanel season={season.data} reason={reason} onClose={() => select(null)} />
        ) : selected === NEW ? (
          <NewRegistrationPanel
            season={season.data}
            reason={reason}
            people={people.data ?? []}
            groups={groups.data ?? []}
            entrants={entrants ?? []}
            onClose={() => select(null)}
          />
        ) : (
          entrant !== null && (
            <EntrantPanel
              key={entrant.key}
              entrant={entrant}
              season={season.data}
              reason={reason}
              onClose={() => select(null)}
            />
          )
        ))
      }
    >
      <div className="tabs-line">
        <Tabs<Part>
          label="Đăng ký"
          value={part}
          onChange={setPart}
          tabs={[
            { id: 'registered', label: 'Đã đăng ký', count: entrants?.length },
            { id: 'unregistered', label: 'Chưa đăng ký', count: missing },
          ]}
        />
        <div className="tabs-line__tools">
          <Button size="small" disabledReason={reason} onClick={() => select(NEW)}>
            Ghi đăng ký
          </Button>
          <Button size="small" disabledReason={reason} onClick={() => select(PUPILS)}>
            Thêm học sinh
          </Button>
        </div>
      </div>
      {part === 'registered' ? (
        <DataTable
          label="Danh sách đăng ký"
          searchLabel="Tìm người, tổ"
          columns={entrantColumns}
          rows={rows}
          rowKey={(row) => row.key}
          onOpen={(row) => select(row.key)}
          openKey={entrant?.key ?? null}
          filters={filters}
          numbered
          onExport={(lines) => void saveList('Danh sách đăng ký thi đua', lines).then(setFailure)}
          tools={
            <SelectField
              small
              hideLabel
              label="Tổ, lớp"
              value={groupName}
              placeholder="Mọi tổ, lớp"
              options={[...(groups.data ?? []).map(({ name }) => name), ...classes].map((name) => ({
                value: name,
                label: name,
              }))}
              onChange={setGroupName}
            />
          }
          empty={{
            sentence:
              'Chưa có đăng ký nào. Hãy nhập danh sách đăng ký mà các tổ đã nộp, hoặc ghi từng người.',
            action: importAction,
          }}
        />
      ) : (
        <DataTable
          label="Người chưa đăng ký"
          searchLabel="Tìm người chưa đăng ký"
          columns={unregisteredColumns}
          rows={unregistered.data}
          rowKey={(row) => `person:${row.personId}`}
          onOpen={(row) => select(`person:${row.personId}`)}
          openKey={selected}
          initialSort={{ column: 'name', descending: false }}
          numbered
          onExport={(lines) => void saveList('Danh sách chưa đăng ký thi đua', lines).then(setFailure)}
          empty={{ sentence: 'Mọi người đang thuộc trường đều đã đăng ký.' }}
        />
      )}
      {asking !== null && (
        <ConfirmDialog
          title={asking === 'lock' ? 'Chốt đăng ký' : 'Mở chốt đăng ký'}
          sentence={
            asking === 'lock'
              ? `${formatInteger(alive.length)} hồ sơ được giữ nguyên để đánh giá và thẩm định${
                  missing > 0 ? `; ${formatInteger(missing)} người chưa đăng ký sẽ không được xét` : ''
                }. Muốn thay đổi sau đó phải mở chốt và ghi lý do.`
              : 'Sau khi mở chốt có thể ghi thêm hoặc rút đăng ký. Việc mở chốt và lý do được ghi vào nhật ký.'
          }
          reason={asking === 'lock' ? 'Căn cứ chốt' : 'Lý do mở chốt'}
          confirm={asking === 'lock' ? 'Chốt đăng ký' : 'Mở chốt đăng ký'}
          busy={lock.busy || unlock.busy}
          problem={<ErrorNotice error={asking === 'lock' ? lock.error : unlock.error} />}
          onConfirm={(why) => void confirm(why)}
          onClose={() => setAsking(null)}
        />
      )}
    </Screen>
  );
}
