/** The tổ of the school: added, renamed and removed in their list. */
import { groupNameProblem } from '../../../shared/vi/input.ts';
import { useState, type ReactNode } from 'react';
import { formatInteger } from '../../../shared/numbers.ts';
import type { Id } from '../../../shared/terms.ts';
import type { GroupRow } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, ConfirmDialog, Empty, ErrorNotice, TextField, useOpened } from '../../components/index.ts';

/** Stands for the id of what is not saved yet. */
const NEW = 'new';

/** The list of tổ with how many people each has now. */
export function GroupList(props: {
  /** The tổ, then the school. */
  readonly groups: readonly GroupRow[] | null;
  /** How many of them are tổ. */
  readonly tally: number;
  /** Why nothing can be changed. */
  readonly lockedReason: string | null;
  readonly openId: Id | null;
  readonly onOpen: (id: Id) => void;
  readonly onPeople: (id: Id) => void;
}): ReactNode {
  const { lockedReason, tally } = props;
  const groups = props.groups?.slice(0, tally) ?? null;
  const school = props.groups?.[tally];
  /** Beside an open collective the name takes the room of the rarer work. */
  const isWide = props.openId === null;
  const [editing, setEditing] = useState<Id | null>(null);
  const [removing, setRemoving] = useState<GroupRow | null>(null);
  const removeGroup = useCommand('removeGroup');

  async function remove(group: GroupRow): Promise<void> {
    const result = await removeGroup.run({ id: group.id });
    if (result.ok) setRemoving(null);
  }

  return (
    <div className="group-list">
      <table className="data-table data-table--dense group-list__table" aria-label="Các tổ">
        <colgroup>
          <col style={{ width: 52 }} />
          <col />
          <col style={{ width: 96 }} />
          <col style={{ width: isWide ? 280 : 92 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="cell--number">
              STT
            </th>
            <th scope="col">Tên tổ</th>
            <th scope="col" className="cell--number">
              Số người
            </th>
            <th scope="col">
              <span className="visually-hidden">Việc với tổ</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups?.map((group, at) => (
            <tr key={group.id} data-row aria-selected={group.id === props.openId}>
              <td className="cell--stt">{at + 1}</td>
              {editing === group.id ? (
                <td colSpan={3}>
                  <GroupForm group={group} onClose={() => setEditing(null)} />
                </td>
              ) : (
                <>
                  <td className="cell--strong" title={group.name}>
                    {group.name}
                  </td>
                  <td className="cell--number">{formatInteger(group.people)}</td>
                  <td className="group-list__tools">
                    <Button size="small" kind="quiet" onClick={() => props.onOpen(group.id)}>
                      Hồ sơ
                    </Button>
                    {isWide && (
                      <>
                        <Button size="small" kind="quiet" onClick={() => props.onPeople(group.id)}>
                          Xem người
                        </Button>
                        <Button
                          size="small"
                          kind="quiet"
                          disabledReason={lockedReason}
                          onClick={() => setEditing(group.id)}
                        >
                          Đổi tên
                        </Button>
                        <Button
                          size="small"
                          kind="quiet"
                          disabledReason={
                            lockedReason ??
                            (group.people > 0
                              ? 'Tổ đang có người; hãy chuyển người sang tổ khác trước.'
                              : null)
                          }
                          onClick={() => setRemoving(group)}
                        >
                          Xóa
                        </Button>
                      </>
                    )}
                  </td>
                </>
              )}
            </tr>
          ))}
          {groups !== null && groups.length > 0 && (
            <tr className="group-list__total">
              <td />
              <td className="cell--strong" title={school?.name}>
                {school === undefined ? 'Cộng' : `Toàn trường: ${school.name}`}
              </td>
              <td className="cell--number">
                {formatInteger(groups.reduce((sum, group) => sum + group.people, 0))}
              </td>
              <td className="group-list__tools">
                {school !== undefined && (
                  <Button size="small" kind="quiet" onClick={() => props.onOpen(school.id)}>
                    {isWide ? 'Hồ sơ nhà trường' : 'Hồ sơ'}
                  </Button>
                )}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {editing === NEW ? (
        <div className="fact-form">
          <GroupForm group={null} onClose={() => setEditing(null)} />
        </div>
      ) : (
        <div>
          {groups !== null && groups.length === 0 ? (
            <Empty
              sentence="Chưa có tổ nào. Tổ được tạo khi nhập danh sách nhân sự, hoặc thêm từng tổ ở đây."
              action={lockedReason !== null ? null : { label: 'Thêm tổ', run: () => setEditing(NEW) }}
            />
          ) : (
            <Button size="small" disabledReason={lockedReason} onClick={() => setEditing(NEW)}>
              Thêm tổ
            </Button>
          )}
        </div>
      )}
      {removing !== null && (
        <ConfirmDialog
          title={`Xóa ${removing.name}`}
          sentence="Tổ này chưa có người và chưa có hồ sơ. Việc xóa được ghi vào nhật ký."
          confirm="Xóa tổ này"
          danger
          busy={removeGroup.busy}
          problem={<ErrorNotice error={removeGroup.error} />}
          onConfirm={() => void remove(removing)}
          onClose={() => {
            removeGroup.clearError();
            setRemoving(null);
          }}
        />
      )}
    </div>
  );
}

function GroupForm(props: { readonly group: GroupRow | null; readonly onClose: () => void }): ReactNode {
  const [name, setName] = useState(props.group?.name ?? '');
  const [tried, setTried] = useState(false);
  const saveGroup = useCommand('saveGroup');
  const opened = useOpened(props.group);

  async function save(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || groupNameProblem(name) !== null) return;
    const seen = opened === null ? undefined : { id: opened.id, name: opened.name };
    const result = await saveGroup.run({ id: props.group?.id ?? null, name: name.trim() }, { seen });
    if (result.ok) props.onClose();
  }

  return (
    <form
      className="group-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        small
        hideLabel
        label="Tên tổ"
        placeholder="Tên tổ, ví dụ Tổ Toán - Tin"
        value={name}
        onChange={setName}
        maxLength={300}
        autoFocus
        error={!tried ? null : name.trim() === '' ? 'Hãy nhập tên tổ.' : groupNameProblem(name)}
      />
      <Button size="small" submit busy={saveGroup.busy}>
        {props.group === null ? 'Thêm tổ' : 'Đổi tên'}
      </Button>
      <Button size="small" kind="quiet" onClick={props.onClose}>
        Bỏ
      </Button>
      <ErrorNotice error={saveGroup.error} />
    </form>
  );
}
