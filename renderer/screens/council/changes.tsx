/** Changes of the council's members during the year: each from a day, by a decision of its own. */
import { useState, type ReactNode } from 'react';
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { compareNames } from '../../../shared/names.ts';
import { councilRoles, type CouncilRole } from '../../../shared/terms.ts';
import type { Council, PersonRow } from '../../../shared/views.ts';
import type { BodyKind } from '../../../shared/domain/body.ts';
import { bodyWords, roleNamesOf } from '../../../shared/vi/bodies.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  ConfirmDialog,
  DateField,
  Dialog,
  ErrorNotice,
  IconButton,
  PersonPicker,
  RadioField,
  Section,
  SelectField,
  TextField,
  useBody,
} from '../../components/index.ts';

type Change = Council['changes'][number];
type Kind = Change['kind'];

/** What a change did, in a sentence. */
function changeText({ kind, role }: Change, body: BodyKind): string {
  const name = role === null ? '' : roleNamesOf(body)[role];
  switch (kind) {
    case 'joined':
      return `Tham gia, ${name}`;
    case 'left':
      return 'Thôi tham gia';
    case 'role':
      return `Đổi nhiệm vụ: ${name}`;
  }
}

/** The changes of the year, and the way to write one. */
export function CouncilChanges(props: {
  readonly council: Council;
  readonly people: readonly PersonRow[];
  readonly lockedReason: string | null;
}): ReactNode {
  const { council } = props;
  const [isOpen, setOpen] = useState(false);
  const [removing, setRemoving] = useState<Change | null>(null);
  const { body } = useBody();
  const remove = useCommand('removeCouncilChange');
  return (
    <Section title={`Thay đổi trong năm (${council.changes.length})`}>
      <p className="muted council-form__lead">
        Tổng số thành viên để tính kết quả là số thành viên vào ngày họp.
      </p>
      {council.changes.length > 0 && (
        <table className="data-table council-table council-table--changes">
          <thead>
            <tr>
              <th scope="col">Từ ngày</th>
              <th scope="col">Họ và tên</th>
              <th scope="col">Thay đổi</th>
              <th scope="col">Quyết định</th>
              <th scope="col">
                <span className="visually-hidden">Xóa thay đổi</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {council.changes.map((change) => (
              <tr key={change.id}>
                <td>{formatDate(change.on)}</td>
                <td className="cell--strong">{change.fullName}</td>
                <td title={change.reason}>
                  {changeText(change, body.kind)}
                  {change.reason !== '' && <small className="muted"> ({change.reason})</small>}
                </td>
                <td>
                  {change.decisionNumber === '' ? '–' : change.decisionNumber}
                  {change.decisionDate !== null && (
                    <small className="muted"> ngày {formatDate(change.decisionDate)}</small>
                  )}
                </td>
                <td>
                  <IconButton
                    small
                    icon="cross"
                    label={`Xóa thay đổi của ${change.fullName} từ ngày ${formatDate(change.on)}`}
                    disabledReason={props.lockedReason}
                    onClick={() => setRemoving(change)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="council-form__foot">
        <Button size="small" disabledReason={props.lockedReason} onClick={() => setOpen(true)}>
          Ghi thay đổi thành viên
        </Button>
      </div>
      {isOpen && <ChangeDialog council={council} people={props.people} onClose={() => setOpen(false)} />}
      {removing !== null && (
        <ConfirmDialog
          title="Xóa thay đổi"
          sentence={`${removing.fullName} từ ngày ${formatDate(removing.on)} trở lại như trước thay đổi này.`}
          reason="Lý do xóa"
          confirm="Xóa thay đổi"
          danger
          busy={remove.busy}
          problem={<ErrorNotice error={remove.error} />}
          onConfirm={(reason) => {
            void remove.run({ body, id: removing.id, reason }).then((result) => {
              if (result.ok) setRemoving(null);
            });
          }}
          onClose={() => {
            remove.clearError();
            setRemoving(null);
          }}
        />
      )}
    </Section>
  );
}

const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'joined', label: 'Tham gia' },
  { value: 'left', label: 'Thôi tham gia' },
  { value: 'role', label: 'Đổi nhiệm vụ' },
];
function ChangeDialog(props: {
  readonly council: Council;
  readonly people: readonly PersonRow[];
  readonly onClose: () => void;
}): ReactNode {
  const { council, people } = props;
  const { body } = useBody();
  const save = useCommand('recordCouncilChange');
  const [kind, setKind] = useState<Kind>('joined');
  const [personId, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<CouncilRole>('MEMBER');
  const [on, setOn] = useState<IsoDate | null>(null);
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<IsoDate | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const members = new Set(council.members.map((member) => member.personId));
  const choices = people.filter((person) =>
    kind === 'joined'
      ? !members.has(person.id) && person.status !== 'LEFT' && person.status !== 'RETIRED'
      : members.has(person.id),
  );

  function send(): void {
    setTried(true);
    if (personId === null || on === null) return;
    void save
      .run({
        body,
        personId,
        on,
        role: kind === 'left' ? null : role,
        decisionNumber: number,
        decisionDate: date,
        reason,
      })
      .then((result) => {
        if (result.ok) props.onClose();
      });
  }

  return (
    <Dialog
      title="Ghi thay đổi thành viên"
      onClose={props.onClose}
      onSubmit={send}
      foot={
        <>
          <Button onClick={props.onClose}>Thôi</Button>
          <Button kind="primary" busy={save.busy} submit>
            Ghi thay đổi
          </Button>
        </>
      }
    >
      <div className="change-form">
        <RadioField
          label="Việc"
          inRow
          value={kind}
          options={kinds}
          onChange={(value) => {
            setKind(value);
            setPerson(null);
          }}
        />
        <PersonPicker
          key={kind}
          label={kind === 'joined' ? 'Người tham gia' : 'Thành viên'}
          value={personId}
          error={tried && personId === null ? 'Hãy chọn người.' : null}
          people={[...choices].sort((a, b) => compareNames(a.fullName, b.fullName))}
          onChange={setPerson}
        />
        <div className="change-form__pair">
          {kind !== 'left' && (
            <SelectField
              label={bodyWords[body.kind].duty}
              value={role}
              options={councilRoles.map((value) => ({ value, label: roleNamesOf(body.kind)[value] }))}
              onChange={(value) => {
                if (value !== null) setRole(value);
              }}
            />
          )}
          <DateField
            label="Từ ngày"
            value={on}
            error={tried && on === null ? 'Hãy nhập ngày.' : null}
            onChange={setOn}
          />
        </div>
        <div className="change-form__pair">
          <TextField label="Số quyết định" optional value={number} maxLength={300} onChange={setNumber} />
          <DateField label="Ngày quyết định" optional value={date} onChange={setDate} />
        </div>
        <TextField label="Lý do" optional value={reason} maxLength={300} onChange={setReason} />
        <ErrorNotice error={save.error} />
      </div>
    </Dialog>
  );
}
