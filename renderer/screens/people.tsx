import { useMemo, useState, type ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import { useQuery, type CallError } from '../client.ts';
import {
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
} from '../components/index.ts';
import { select, useStore } from '../store.ts';
import { isGone, personColumns, statusFilters } from './people/columns.tsx';
import { CollectivePanel } from './people/collective-panel.tsx';
import { GroupList } from './people/groups.tsx';
import { NewPersonPanel } from './people/new-person.tsx';
import { PersonPanel } from './people/person-panel.tsx';

const NEW = 'new';
const NO_GROUP = 'none';
/** Marks the id of a collective in the address. */
const COLLECTIVE = 'group:';

type Part = 'people' | 'groups';

/** Nhân sự và tổ: everyone of the school, what is known of each, and the tổ they are in. */
export function PeopleScreen(): ReactNode {
  const people = useQuery('listPeople', {});
  const groups = useQuery('listGroups', {});
  const collectives = useQuery('listCollectives', {});
  const season = useQuery('getSeason', {});
  const selected = useStore((state) => state.route?.selected ?? null);
  const reason = useOfficeReason();
  const [chosen, setPart] = useState<Part>('people');
  const collectiveId = selected?.startsWith(COLLECTIVE) === true ? selected.slice(COLLECTIVE.length) : null;
  const part: Part = collectiveId === null ? chosen : 'groups';
  const [groupId, setGroupId] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);
  const rows = useMemo(
    () =>
      groupId === null || people.data === null
        ? people.data
        : people.data.filter((person) => (person.groupId ?? NO_GROUP) === groupId),
    [people.data, groupId],
  );

  if (importing) {
    return (
      <ImportScreen
        title="Nhập từ Excel"
        kinds={['people', 'history', 'collectiveHistory', 'initiatives', 'disciplines', 'absences']}
        onClose={() => setImporting(false)}
      />
    );
  }

  const total = people.data?.length ?? 0;
  const present = people.data?.filter((person) => !isGone(person.status)).length ?? 0;
  const ungrouped =
    people.data?.filter((person) => person.groupId === null && !isGone(person.status)).length ?? 0;
  const importAction: Action = {
    label: 'Nhập từ Excel',
    run: () => setImporting(true),
    disabledReason: reason,
    icon: 'upload',
  };
  const addAction: Action = {
    label: 'Thêm người',
    run: () => {
      setPart('people');
      select(NEW);
    },
    disabledReason: reason,
  };
  const isEmpty = people.data !== null && total === 0;

  return (
    <Screen
      title="Nhân sự và tổ"
      subtitle={
        people.data === null
          ? ' '
          : isEmpty
            ? 'Bắt đầu từ danh sách nhân sự của trường; các tổ được tạo theo danh sách đó.'
            : `${formatInteger(present)} người thuộc trường, ${formatInteger(groups.data?.length ?? 0)} tổ${
                total > present ? `; ${formatInteger(total - present)} người đã chuyển đi hoặc nghỉ hưu` : ''
              }.`
      }
      primary={isEmpty ? importAction : addAction}
      actions={[isEmpty ? addAction : importAction]}
      notices={
        <>
          <ErrorNotice error={people.error ?? groups.error ?? failure} />
          {ungrouped > 0 && (
            <Notice
              tone="warn"
              action={{
                label: 'Xem những người này',
                run: () => {
                  setPart('people');
                  setGroupId(NO_GROUP);
                },
              }}
            >
              {formatInteger(ungrouped)} người chưa thuộc tổ nào nên chưa có nơi bình xét.
            </Notice>
          )}
        </>
      }
      detail={
        selected !== null &&
        (collectiveId !== null ? (
          <CollectivePanel
            key={collectiveId}
            id={collectiveId}
            schoolYear={season.data?.schoolYear ?? ''}
            disabled={reason !== null}
            onClose={() => {
              setPart('groups');
              select(null);
            }}
          />
        ) : part === 'groups' ? null : selected === NEW ? (
          <NewPersonPanel groups={groups.data ?? []} onAdded={select} onClose={() => select(null)} />
        ) : (
          <PersonPanel
            key={selected}
            id={selected}
            groups={groups.data ?? []}
            schoolYear={season.data?.schoolYear ?? ''}
            lockedReason={reason}
            onClose={() => select(null)}
          />
        ))
      }
    >
      <Tabs<Part>
        label="Nhân sự và tổ"
        value={part}
        onChange={(next) => {
          if (collectiveId !== null) select(null);
          setPart(next);
        }}
        tabs={[
          { id: 'people', label: 'Nhân sự', count: total },
          { id: 'groups', label: 'Tổ', count: groups.data?.length },
        ]}
      />
      {part === 'people' ? (
        <DataTable
          label="Danh sách nhân sự"
          searchLabel="Tìm người, không cần dấu"
          columns={personColumns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => select(row.id)}
          openKey={selected}
          filters={statusFilters}
          initialSort={{ column: 'name', descending: false }}
          numbered
          onExport={(lines) => void saveList('Danh sách nhân sự', lines).then(setFailure)}
          tools={
            <SelectField
              small
              hideLabel
              label="Tổ"
              value={groupId}
              placeholder="Mọi tổ"
              options={[
                ...(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ...(ungrouped > 0 ? [{ value: NO_GROUP, label: 'Chưa có tổ' }] : []),
              ]}
              onChange={setGroupId}
            />
          }
          empty={{
            sentence: 'Chưa có ai trong danh sách. Hãy nhập danh sách nhân sự của trường từ Excel.',
            action: importAction,
          }}
        />
      ) : (
        <GroupList
          groups={groups.data === null ? null : collectives.data}
          tally={groups.data?.length ?? 0}
          lockedReason={reason}
          openId={collectiveId}
          onOpen={(id) => select(`${COLLECTIVE}${id}`)}
          onPeople={(id) => {
            select(null);
            setGroupId(id);
            setPart('people');
          }}
        />
      )}
    </Screen>
  );
}
