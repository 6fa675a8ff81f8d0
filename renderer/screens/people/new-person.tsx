/** Someone new: nothing is saved before there is a name. */
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import type { GroupRow } from '../../../shared/views.ts';
import type { CallError } from '../../client.ts';
import { Button, DetailPanel, ErrorNotice, SelectField } from '../../components/index.ts';
import { showToast, useDraft } from '../../store.ts';
import {
  blankIdentity,
  checkIdentity,
  IdentityForm,
  saveIdentity,
  type IdentityFields,
} from './identity.tsx';

/** The panel that adds a person; gives the id of the one that was added. */
export function NewPersonPanel(props: {
  readonly groups: readonly GroupRow[];
  readonly onAdded: (id: Id) => void;
  readonly onClose: () => void;
}): ReactNode {
  const draft = useDraft<IdentityFields & { readonly groupId: Id | null }>('new-person', {
    ...blankIdentity,
    groupId: null,
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);
  const { groupId, ...value } = draft.value;
  const errors = checkIdentity(value);

  async function add(): Promise<void> {
    setTried(true);
    if (Object.values(errors).some((error) => error !== null)) return;
    setBusy(true);
    const result = await saveIdentity({ id: null, groupId }, value);
    setBusy(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    draft.clear();
    showToast(`Đã thêm ${value.fullName.trim()} vào danh sách.`);
    props.onAdded(result.value);
  }

  return (
    <DetailPanel
      title="Thêm người"
      subtitle="Ghi họ và tên, tổ; những mục khác có thể ghi sau."
      onClose={props.onClose}
      wide
      foot={
        <>
          <Button kind="primary" busy={busy} onClick={() => void add()}>
            Thêm vào danh sách
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              draft.clear();
              props.onClose();
            }}
          >
            Bỏ
          </Button>
        </>
      }
    >
      <ErrorNotice error={failure} />
      <IdentityForm
        disabled={false}
        form={{
          value,
          errors: tried ? errors : {},
          set: (patch) => draft.set({ ...draft.value, ...patch }),
          save: (patch = {}) => {
            if (Object.keys(patch).length > 0) draft.set({ ...draft.value, ...patch });
          },
        }}
      />
      <div className="form-grid form-grid--tight form-grid--after">
        <SelectField
          small
          label="Tổ"
          value={groupId}
          placeholder="Chưa xếp tổ"
          options={props.groups.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => draft.set({ ...draft.value, groupId: id })}
        />
      </div>
    </DetailPanel>
  );
}
