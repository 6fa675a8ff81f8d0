/** The council as it was set up by decision: its number, its day and its members. */
import { useState, type ReactNode } from 'react';
import { compareNames } from '../../../shared/names.ts';
import { bodyWords, roleNamesOf } from '../../../shared/vi/bodies.ts';
import { councilRoles, type CouncilRole, type Id } from '../../../shared/terms.ts';
import type { Council, PersonRow, SuggestedMember } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  DateField,
  Empty,
  ErrorNotice,
  IconButton,
  Notice,
  PersonPicker,
  Section,
  SelectField,
  TextField,
  useBody,
} from '../../components/index.ts';
import { CouncilChanges } from './changes.tsx';
import { roleByPost, seatedByPost } from '../../../shared/domain/seats.ts';

/** A member as the list is sent. */
interface MemberDraft {
  readonly personId: Id;
  readonly role: CouncilRole;
}

/** Sets up the council; each change is saved at once. */
export function CouncilMembers(props: {
  readonly council: Council | null;
  readonly people: readonly PersonRow[];
  /** Who usually sits in it, on the day of the meeting. */
  readonly suggested: readonly SuggestedMember[];
  /** Why it can't be changed now. */
  readonly lockedReason: string | null;
  /** Why this person may change nothing, whatever the state of the meeting. */
  readonly officeReason: string | null;
}): ReactNode {
  const { council, people, suggested, lockedReason } = props;
  const { body } = useBody();
  const words = bodyWords[body.kind];
  const isCouncil = body.kind === 'SCHOOL' || body.kind === 'INITIATIVE';
  const roleOptions = councilRoles.map((value) => ({ value, label: roleNamesOf(body.kind)[value] }));
  const save = useCommand('saveCouncil');
  const [number, setNumber] = useState<string | null>(null);
  const disabled = lockedReason !== null;
  const members = council?.members ?? [];
  const current: readonly MemberDraft[] = members.map(({ personId, role }) => ({ personId, role }));
  const joinedLater = new Set(council?.changes.map(({ memberId }) => memberId));
  const outside = people.filter(
    ({ id, status }) =>
      status !== 'LEFT' &&
      status !== 'RETIRED' &&
      !current.some(({ personId }) => personId === id) &&
      council?.changes.some(({ personId }) => personId === id) !== true,
  );

  function send(change: {
    readonly members?: readonly MemberDraft[];
    readonly decisionNumber?: string;
    readonly decisionDate?: string | null;
  }): void {
    const seen = {
      body,
      decisionNumber: council?.decisionNumber ?? '',
      decisionDate: council?.decisionDate ?? null,
      members: [...current],
    };
    void save.run({ ...seen, ...change, members: [...(change.members ?? current)] }, { seen });
  }

  function add(id: string | null): void {
    const person = people.find((candidate) => candidate.id === id);
    if (person === undefined) return;
    const role =
      suggested.find(({ personId }) => personId === person.id)?.role ??
      (isCouncil ? roleByPost(person) : 'MEMBER');
    const isTaken = role === 'CHAIR' && current.some((member) => member.role === 'CHAIR');
    send({ members: [...current, { personId: person.id, role: isTaken ? 'MEMBER' : role }] });
  }

  function setRole(personId: string, role: CouncilRole): void {
    // There is one chair: who had the chair becomes a member.
    send({
      members: current.map((member) =>
        member.personId === personId
          ? { personId, role }
          : role === 'CHAIR' && member.role === 'CHAIR'
            ? { personId: member.personId, role: 'MEMBER' }
            : member,
      ),
    });
  }

  return (
    <div className="council-form">
      {lockedReason !== null && <Notice tone="info">{lockedReason}</Notice>}
      <ErrorNotice error={save.error} />
      {members.length > 0 &&
        council?.warnings.map((warning) => (
          <Notice key={warning} tone="warn">
            {warning}
          </Notice>
        ))}
      {isCouncil && (
        <Section title="Quyết định thành lập">
          <div className="council-form__decision">
            <TextField
              label="Số quyết định"
              placeholder="15/QĐ-THCS"
              value={number ?? council?.decisionNumber ?? ''}
              disabled={disabled}
              maxLength={300}
              onChange={setNumber}
              onBlur={() => {
                if (number !== null && number.trim() !== (council?.decisionNumber ?? '')) {
                  send({ decisionNumber: number });
                }
                setNumber(null);
              }}
            />
            <DateField
              label="Ngày quyết định"
              value={council?.decisionDate ?? null}
              disabled={disabled}
              onChange={(decisionDate) => send({ decisionDate })}
            />
          </div>
        </Section>
      )}
      <Section title={`Thành viên (${members.length})`}>
        {members.length === 0 ? (
          <Empty
            sentence={
              isCouncil
                ? 'Hội đồng chưa có thành viên. Có thể lấy theo chức vụ trong danh sách nhân sự rồi sửa lại cho đúng quyết định.'
                : 'Chưa ghi người dự họp. Có thể lấy từ danh sách nhân sự vào ngày họp rồi sửa lại cho đúng.'
            }
            action={{
              label: isCouncil ? 'Lấy theo chức vụ' : 'Lấy từ danh sách nhân sự',
              run: () => send({ members: suggested.map(draftOf) }),
              disabledReason: lockedReason,
              busy: save.busy,
            }}
          />
        ) : (
          <table className="data-table council-table">
            <thead>
              <tr>
                <th scope="col" className="cell--number" title="Số thứ tự">
                  STT
                </th>
                <th scope="col">Họ và tên</th>
                <th scope="col" className="council-table__post">
                  Chức vụ
                </th>
                <th scope="col">{words.duty}</th>
                <th scope="col">
                  <span className="visually-hidden">Đưa ra khỏi danh sách</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {members.map((member, index) => (
                <tr key={member.id}>
                  <td className="cell--number cell--stt">{index + 1}</td>
                  <td className="cell--strong" title={member.groupName}>
                    {member.fullName}
                  </td>
                  <td className="council-table__post" title={member.position}>
                    {member.position}
                  </td>
                  <td>
                    <SelectField
                      label={`Nhiệm vụ của ${member.fullName}`}
                      hideLabel
                      small
                      value={member.role}
                      options={roleOptions}
                      disabled={disabled}
                      onChange={(role) => {
                        if (role !== null) setRole(member.personId, role);
                      }}
                    />
                  </td>
                  <td>
                    <IconButton
                      small
                      icon="cross"
                      label={`Đưa ${member.fullName} ra khỏi ${isCouncil ? 'Hội đồng' : 'danh sách'}`}
                      disabledReason={
                        lockedReason ??
                        (joinedLater.has(member.id)
                          ? 'Người này có trong phần Thay đổi trong năm; hãy xóa thay đổi ở đó trước.'
                          : null)
                      }
                      onClick={() =>
                        send({ members: current.filter(({ personId }) => personId !== member.personId) })
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {!disabled && (
          <div className="council-form__add">
            <PersonPicker
              key={members.length}
              label="Thêm thành viên"
              hint="Chọn người trong danh sách nhân sự; nhiệm vụ được gợi ý theo chức vụ."
              value={null}
              people={[...outside].sort((a, b) => compareNames(a.fullName, b.fullName))}
              onChange={add}
            />
          </div>
        )}
      </Section>
      {members.length > 0 && !disabled && !isCouncil && (
        <Differences
          current={members}
          suggested={suggested}
          busy={save.busy}
          onTake={() => send({ members: kept(suggested, current) })}
        />
      )}
      {members.length > 0 && !disabled && body.kind === 'SCHOOL' && (
        <Seats
          seats={seatedByPost(outside)}
          busy={save.busy}
          onAdd={(ids) => {
            send({
              members: [...current, ...ids.map((personId) => ({ personId, role: 'MEMBER' as const }))],
            });
          }}
        />
      )}
      {members.length > 0 && council !== null && (
        <CouncilChanges council={council} people={people} lockedReason={props.officeReason} />
      )}
    </div>
  );
}

function draftOf({ personId, role }: SuggestedMember): MemberDraft {
  return { personId, role };
}

/** The suggested members, those who are here already with the role that they have. */
function kept(
  suggested: readonly SuggestedMember[],
  current: readonly MemberDraft[],
): readonly MemberDraft[] {
  const known = new Map(current.map(({ personId, role }) => [personId, role]));
  const hasChair = suggested.some(({ personId }) => known.get(personId) === 'CHAIR');
  return suggested.map(({ personId, role }) => ({
    personId,
    role: known.get(personId) ?? (role === 'CHAIR' && hasChair ? 'MEMBER' : role),
  }));
}

/** Where the list differs from that of the staff on the day of the meeting: the number is the base of every vote. */
function Differences(props: {
  readonly current: readonly { readonly personId: Id; readonly fullName: string }[];
  readonly suggested: readonly SuggestedMember[];
  readonly busy: boolean;
  readonly onTake: () => void;
}): ReactNode {
  const { current, suggested } = props;
  const here = new Set(current.map(({ personId }) => personId));
  const due = new Set(suggested.map(({ personId }) => personId));
  const missing = suggested.filter(({ personId }) => !here.has(personId));
  const extra = current.filter(({ personId }) => !due.has(personId));
  if (missing.length + extra.length === 0) return null;
  return (
    <Notice tone="warn" action={{ label: 'Lấy lại theo danh sách', run: props.onTake, busy: props.busy }}>
      Khác với danh sách nhân sự vào ngày họp:
      {missing.length > 0 && ` còn thiếu ${missing.map(({ fullName }) => fullName).join(', ')}`}
      {missing.length > 0 && extra.length > 0 && ';'}
      {extra.length > 0 && ` không có ${extra.map(({ fullName }) => fullName).join(', ')}`}.
    </Notice>
  );
}

/** Who sits in a council by post and is not in this one. */
function Seats(props: {
  readonly seats: ReturnType<typeof seatedByPost>;
  readonly busy: boolean;
  readonly onAdd: (ids: readonly string[]) => void;
}): ReactNode {
  const { seats } = props;
  if (seats.length === 0) return null;
  const posts = [...Map.groupBy(seats, ({ seat }) => seat)];
  return (
    <Section title={`Còn thiếu theo chức vụ (${seats.length})`}>
      <p className="muted council-form__lead">
        Khoản 1 Điều 12 Thông tư số 32/2020/TT-BGDĐT nêu những người này là thành viên Hội đồng. Chọn người có
        trong quyết định của trường.
      </p>
      <dl className="seats">
        {posts.map(([post, list]) => (
          <div key={post}>
            <dt>{post}</dt>
            <dd>
              {list.map(({ person }) => (
                <Button
                  key={person.id}
                  size="small"
                  icon="plus"
                  busy={props.busy}
                  title={`Thêm ${person.fullName} vào Hội đồng`}
                  onClick={() => props.onAdd([person.id])}
                >
                  {person.fullName}
                </Button>
              ))}
              {list.length > 1 && (
                <Button
                  size="small"
                  kind="quiet"
                  busy={props.busy}
                  onClick={() => props.onAdd(list.map(({ person }) => person.id))}
                >
                  Thêm cả {list.length} người
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
