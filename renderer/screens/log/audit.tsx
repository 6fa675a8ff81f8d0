/** The audit trail as a table, newest first, with the state of its chain. */
import { useState, type ReactNode } from 'react';
import { formatInteger } from '../../../shared/numbers.ts';
import { roleNames } from '../../../shared/vi/terms.ts';
import type { AuditRow } from '../../../shared/views.ts';
import { call, useQuery, type CallError } from '../../client.ts';
import {
  Button,
  Chip,
  DataTable,
  ErrorNotice,
  Notice,
  saveList,
  type Column,
} from '../../components/index.ts';
import { instantText } from './instant.ts';

const PAGE = 200;

const columns: readonly Column<AuditRow>[] = [
  {
    id: 'seq',
    header: 'Số',
    title: 'Số thứ tự trong nhật ký',
    kind: 'number',
    value: (row) => row.seq,
    width: 64,
  },
  {
    id: 'at',
    header: 'Thời điểm',
    value: (row) => row.at,
    words: (row) => instantText(row.at),
    width: 180,
  },
  { id: 'name', header: 'Người làm', kind: 'name', value: (row) => row.name, width: 170 },
  { id: 'role', header: 'Vai trò', value: (row) => roleNames[row.role], width: 150 },
  { id: 'sentence', header: 'Việc đã làm', value: (row) => row.sentence },
];

/** All rows that were asked for; older ones are added a page at a time. */
export function AuditTable(): ReactNode {
  const newest = useQuery('listAudit', { before: null, limit: PAGE });
  const [older, setOlder] = useState<readonly AuditRow[]>([]);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);
  const page = newest.data;
  const first = page?.rows.at(-1)?.seq ?? 0;
  const rows = page === null ? null : [...page.rows, ...older.filter(({ seq }) => seq < first)];
  const last = rows?.at(-1)?.seq ?? 1;

  async function askOlder(): Promise<void> {
    setAsking(true);
    const result = await call('listAudit', { before: last, limit: PAGE });
    setAsking(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) setOlder([...(rows ?? []).filter(({ seq }) => seq < first), ...result.value.rows]);
  }

  return (
    <>
      {page !== null && !page.intact && (
        <div className="log-notice">
          <Notice tone="bad">
            Nhật ký không còn nguyên vẹn từ dòng số {formatInteger(page.brokenAt ?? 0)}: tệp dữ liệu đã bị sửa
            bằng chương trình khác. Hãy giữ nguyên tệp này, so với bản sao lưu gần nhất và báo Chủ tịch Hội
            đồng.
          </Notice>
        </div>
      )}
      <ErrorNotice error={newest.error ?? failure} />
      <DataTable
        label="Nhật ký"
        searchLabel="Tìm trong nhật ký"
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.seq)}
        empty={{ sentence: 'Chưa có việc nào được ghi.' }}
        onExport={(lines) => void saveList('Nhật ký', lines).then(setFailure)}
        tools={
          page !== null &&
          page.intact && (
            <Chip tone="good" title="Mỗi dòng mang dấu của dòng trước; không dòng nào bị sửa, thêm hay bỏ.">
              Nhật ký đầy đủ, không dòng nào bị sửa
            </Chip>
          )
        }
      />
      {page !== null && rows !== null && (
        <div className="grid-foot">
          <span className="muted">
            Đang hiện {formatInteger(rows.length)}/{formatInteger(page.total)} dòng, mới nhất ở trên.
          </span>
          {rows.length < page.total && (
            <Button size="small" busy={asking} onClick={() => void askOlder()}>
              Hiện các dòng cũ hơn
            </Button>
          )}
        </div>
      )}
    </>
  );
}
