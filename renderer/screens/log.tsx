import { useState, type ReactNode } from 'react';
import { useCommand, useQuery } from '../client.ts';
import { ErrorNotice, Screen, Tabs, useChairReason, useOfficeReason } from '../components/index.ts';
import { showToast } from '../store.ts';
import { AuditTable } from './log/audit.tsx';
import { Backups } from './log/backups.tsx';

type Part = 'audit' | 'backups';

/** Nhật ký và sao lưu: what was done by whom, and the copies from which the data can be brought back. */
export function LogScreen(): ReactNode {
  const status = useQuery('getStatus', {});
  const reason = useOfficeReason();
  const chairReason = useChairReason();
  const createBackup = useCommand('createBackup');
  const [part, setPart] = useState<Part>('audit');
  const file = status.data?.file ?? null;

  async function create(): Promise<void> {
    const result = await createBackup.run({});
    if (!result.ok) return;
    showToast(`Đã sao lưu vào “${result.value.name}”.`);
    setPart('backups');
  }

  return (
    <Screen
      title="Nhật ký và sao lưu"
      subtitle="Mỗi việc thay đổi dữ liệu là một dòng, không sửa và không xóa được. Bản sao lưu nằm cạnh tệp dữ liệu."
      primary={{
        label: 'Sao lưu ngay',
        run: () => void create(),
        busy: createBackup.busy,
        disabledReason: reason,
      }}
      notices={<ErrorNotice error={createBackup.error} />}
    >
      <Tabs<Part>
        label="Nhật ký và sao lưu"
        value={part}
        onChange={setPart}
        tabs={[
          { id: 'audit', label: 'Nhật ký' },
          { id: 'backups', label: 'Sao lưu' },
        ]}
      />
      {part === 'audit' && <AuditTable />}
      {part === 'backups' && file !== null && (
        <Backups
          file={file}
          reason={reason}
          chairReason={chairReason}
          onCreate={() => void create()}
          creating={createBackup.busy}
        />
      )}
    </Screen>
  );
}
