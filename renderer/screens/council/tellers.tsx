/** The members who count the ballots, their head first. */
import type { ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import type { MeetingView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  Chip,
  Empty,
  ErrorNotice,
  IconButton,
  Notice,
  Section,
  useBody,
} from '../../components/index.ts';
import { ApprovalField } from './approval.tsx';

/** Chooses the tellers among those present. */
export function Tellers(props: {
  readonly view: MeetingView;
  /** People whose names are on a ballot. */
  readonly onSlate: ReadonlySet<Id>;
  readonly lockedReason: string | null;
}): ReactNode {
  const { view, onSlate, lockedReason } = props;
  const { tellers } = view;
  const members = view.council?.members ?? [];
  const { body } = useBody();
  const save = useCommand('saveTellers');
  const chosen = tellers.flatMap((id) => members.filter((member) => member.id === id));
  const others = members.filter((member) => member.present !== false && !tellers.includes(member.id));
  const concerned = chosen.filter((member) => onSlate.has(member.personId));

  function send(ids: readonly Id[]): void {
    void save.run({ body, memberIds: [...ids] }, { seen: { body, memberIds: view.tellers } });
  }

  return (
    <div className="tellers">
      {lockedReason !== null && <Notice tone="info">{lockedReason}</Notice>}
      <ErrorNotice error={save.error} />
      {concerned.length > 0 && (
        <Notice tone="warn">
          {concerned.map(({ fullName }) => fullName).join(', ')} có tên trong danh sách bỏ phiếu. Nên chọn
          người khác vào Ban kiểm phiếu để kết quả được khách quan.
        </Notice>
      )}
      <Section title={`Ban kiểm phiếu (${chosen.length})`}>
        {chosen.length === 0 && <Empty sentence="Chưa chọn ai. Người được chọn đầu tiên là Trưởng ban." />}
        <ol className="tellers__list">
          {chosen.map((member, index) => (
            <li key={member.id} className="tellers__line">
              <span className="tellers__role">{index === 0 ? 'Trưởng ban' : 'Thành viên'}</span>
              <span>
                <strong>{member.fullName}</strong>
                <small className="muted"> {member.position}</small>
              </span>
              {onSlate.has(member.personId) && (
                <Chip tone="warn" icon="warning">
                  Có tên trong phiếu
                </Chip>
              )}
              <span className="tellers__tools">
                {index > 0 && (
                  <Button
                    size="small"
                    kind="quiet"
                    disabledReason={lockedReason}
                    onClick={() => send([member.id, ...tellers.filter((id) => id !== member.id)])}
                  >
                    Làm Trưởng ban
                  </Button>
                )}
                <IconButton
                  small
                  icon="cross"
                  label={`Bỏ ${member.fullName} khỏi Ban kiểm phiếu`}
                  disabledReason={lockedReason}
                  onClick={() => send(tellers.filter((id) => id !== member.id))}
                />
              </span>
            </li>
          ))}
        </ol>
        {chosen.length > 0 && <ApprovalField about="TELLERS" view={view} lockedReason={lockedReason} />}
      </Section>
      {lockedReason === null && (
        <Section title="Chọn thêm trong số thành viên có mặt">
          <ul className="tellers__others">
            {others.map((member) => (
              <li key={member.id}>
                <Button size="small" busy={save.busy} onClick={() => send([...tellers, member.id])}>
                  {member.fullName}
                  {onSlate.has(member.personId) && ' (có tên trong phiếu)'}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
