/** What the cases of a tổ, or of all, still lack: the paper that is handed to them. */
import type { ReactNode } from 'react';
import { useQuery } from '../../client.ts';
import { DetailPanel, ErrorNotice, PaperFrame, SelectField } from '../../components/index.ts';
import { select } from '../../store.ts';

/** Address of the panel: all, or one tổ. */
export const MISSING = 'missing-list';

/** The panel of the list of one tổ; null for all. */
export function MissingPanel({
  groupId,
  onClose,
}: {
  readonly groupId: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const groups = useQuery('listGroups', {});
  const status = useQuery('getStatus', {});
  return (
    <DetailPanel title="Hồ sơ còn thiếu điều kiện" onClose={onClose} wide>
      <div className="panel-paper">
        <ErrorNotice error={groups.error} />
        <PaperFrame
          paperId={groupId === null ? MISSING : `${MISSING}:${groupId}`}
          title="Danh sách hồ sơ còn thiếu điều kiện"
          formats={['docx', 'pdf', 'xlsx']}
          version={status.data?.file?.savedAt ?? ''}
          tools={
            <SelectField
              small
              hideLabel
              label="Tổ của danh sách"
              value={groupId}
              placeholder="Mọi tổ"
              options={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => select(id === null ? MISSING : `${MISSING}:${id}`)}
            />
          }
        />
      </div>
    </DetailPanel>
  );
}
