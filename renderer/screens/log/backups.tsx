/** The backups of the data file: made, listed, and put back. */
import { useState, type ReactNode } from 'react';
import { formatBytes } from '../../../shared/numbers.ts';
import { backupReasonNames, placeWarningText } from '../../../shared/vi/data-file.ts';
import type { BackupRow, Status } from '../../../shared/views.ts';
import { forgetAnswers, sentenceOf, useCommand, useQuery } from '../../client.ts';
import {
  Button,
  ConfirmDialog,
  DataTable,
  ErrorNotice,
  Facts,
  Notice,
  type Column,
} from '../../components/index.ts';
import { setSession, showToast } from '../../store.ts';
import { instantText } from './instant.ts';

/** Where the data is, its backups, and the way back to one of them. */
export function Backups(props: {
  readonly file: NonNullable<Status['file']>;
  readonly reason: string | null;
  /** Why this person can't restore; null for the chair. */
  readonly chairReason: string | null;
  readonly onCreate: () => void;
  readonly creating: boolean;
}): ReactNode {
  const { chairReason, file, reason } = props;
  const backups = useQuery('listBackups', {});
  const restore = useCommand('restoreBackup');
  const [chosen, setChosen] = useState<BackupRow | null>(null);

  async function putBack(backup: BackupRow, why: string): Promise<void> {
    const result = await restore.run({ path: backup.path, target: file.path, reason: why });
    if (!result.ok) return;
    setSession(result.value.sessionId);
    setChosen(null);
    forgetAnswers();
    showToast(`Đã khôi phục dữ liệu của ${instantText(backup.at)}.`);
  }

  const columns: readonly Column<BackupRow>[] = [
    {
      id: 'at',
      header: 'Thời điểm',
      value: (row) => row.at,
      words: (row) => instantText(row.at),
      width: 200,
    },
    { id: 'reason', header: 'Lý do', value: (row) => backupReasonNames[row.reason], width: 220 },
    {
      id: 'bytes',
      header: 'Kích thước',
      kind: 'number',
      value: (row) => row.bytes,
      words: (row) => formatBytes(row.bytes),
      width: 110,
    },
    { id: 'name', header: 'Tên tệp', value: (row) => row.name },
    {
      id: 'restore',
      header: 'Việc',
      title: 'Việc với bản sao lưu',
      value: () => '',
      width: 124,
      align: 'right',
      cell: (row) => (
        <Button size="small" kind="quiet" disabledReason={chairReason} onClick={() => setChosen(row)}>
          Khôi phục
        </Button>
      ),
    },
  ];

  return (
    <>
      <div className="backup-places">
        <Facts
          facts={[
            { name: 'Tệp dữ liệu', value: <span className="path">{file.path}</span> },
            { name: 'Thư mục sao lưu', value: <span className="path">{backups.data?.folder ?? ''}</span> },
          ]}
        />
        {file.warning !== null && <Notice tone="warn">{placeWarningText(file.warning)}</Notice>}
        {chairReason !== null && <p className="muted">Khôi phục: {chairReason}</p>}
        <ErrorNotice error={backups.error} />
      </div>
      <DataTable
        plain
        label="Các bản sao lưu"
        columns={columns}
        rows={backups.data?.backups ?? null}
        rowKey={(row) => row.path}
        empty={{
          sentence: 'Chưa có bản sao lưu nào. Chương trình tự sao lưu khi đóng tệp có thay đổi.',
          action: {
            label: 'Sao lưu ngay',
            run: props.onCreate,
            busy: props.creating,
            disabledReason: reason,
          },
        }}
      />
      {chosen !== null && (
        <ConfirmDialog
          title="Khôi phục từ bản sao lưu"
          sentence={
            <>
              Dữ liệu sẽ trở về lúc <strong>{instantText(chosen.at)}</strong>. Mọi thay đổi sau lúc đó không
              còn trong tệp đang dùng, kể cả kết quả kiểm phiếu đã chốt, và không hoàn tác được. Trước khi
              khôi phục, chương trình sao lưu tệp hiện tại vào cùng thư mục; việc khôi phục được ghi vào nhật
              ký.
            </>
          }
          confirm="Khôi phục dữ liệu"
          danger
          busy={restore.busy}
          problem={restore.error !== null && <Notice tone="bad">{sentenceOf(restore.error)}</Notice>}
          reason="Lý do khôi phục"
          onConfirm={(why) => void putBack(chosen, why)}
          onClose={() => {
            restore.clearError();
            setChosen(null);
          }}
        />
      )}
    </>
  );
}
