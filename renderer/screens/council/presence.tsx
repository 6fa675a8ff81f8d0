/** The members at the left of the meeting: who is here, who is not and why, and what it means for the quorum. */
import { useState, type ReactNode } from 'react';
import { councilRoleNames } from '../../../shared/vi/terms.ts';
import type { CouncilMember, MeetingView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, Chip, ErrorNotice, Icon } from '../../components/index.ts';

/** The list of presence with the quorum over it. */
export function Presence(props: {
  readonly view: MeetingView;
  /** Why presence can't be taken now. */
  readonly lockedReason: string | null;
}): ReactNode {
  const { view, lockedReason } = props;
  const save = useCommand('savePresence');
  const members = view.council?.members ?? [];
  const open = members.filter((member) => member.present === null);

  function set(
    member: CouncilMember,
    change: { readonly present: boolean | null; readonly reason?: string },
  ): void {
    const reason = change.present === false ? (change.reason ?? member.absenceReason) : '';
    void save.run({ presence: [{ memberId: member.id, present: change.present, reason }] });
  }

  return (
    <aside className="presence" aria-label="Điểm danh thành viên Hội đồng">
      <QuorumBlock view={view} />
      <div className="presence__tools">
        <span className="muted">{lockedReason ?? 'Bấm vào tên để đổi giữa có mặt và vắng mặt.'}</span>
        {lockedReason === null && open.length > 0 && (
          <Button
            size="small"
            busy={save.busy}
            onClick={() => {
              void save.run({
                presence: open.map(({ id }) => ({ memberId: id, present: true, reason: '' })),
              });
            }}
          >
            {open.length === members.length ? 'Tất cả có mặt' : 'Số còn lại có mặt'}
          </Button>
        )}
      </div>
      <ErrorNotice error={save.error} />
      <ul className="presence__list">
        {members.map((member) => (
          <MemberLine
            key={member.id}
            member={member}
            locked={lockedReason !== null}
            onChange={(change) => {
              set(member, change);
            }}
          />
        ))}
      </ul>
    </aside>
  );
}

function QuorumBlock({ view }: { readonly view: MeetingView }): ReactNode {
  const { quorum } = view;
  if (quorum === null) return null;
  return (
    <div className="quorum" role="status">
      <p className="quorum__figures">
        <strong>
          Có mặt {quorum.present}/{quorum.total}
        </strong>
        <span>cần ≥ {quorum.needed}</span>
        <Chip tone={quorum.met ? 'good' : 'warn'} icon={quorum.met ? 'check' : 'warning'}>
          {quorum.met ? 'Đủ để họp' : `Còn thiếu ${quorum.needed - quorum.present} người`}
        </Chip>
      </p>
      <p className="quorum__rule">{quorum.rule}</p>
      {quorum.overriddenBecause !== null && (
        <p className="quorum__rule">
          <strong>Vẫn mở phiên họp vì:</strong> {quorum.overriddenBecause}
        </p>
      )}
    </div>
  );
}

const words = { yes: 'Có mặt', no: 'Vắng mặt', open: 'Chưa điểm danh' } as const;

function MemberLine(props: {
  readonly member: CouncilMember;
  readonly locked: boolean;
  readonly onChange: (change: { readonly present: boolean | null; readonly reason?: string }) => void;
}): ReactNode {
  const { member, locked } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const state = member.present === null ? 'open' : member.present ? 'yes' : 'no';

  function leave(): void {
    if (typed !== null && typed.trim() !== member.absenceReason) {
      props.onChange({ present: false, reason: typed.trim() });
    }
    setTyped(null);
  }

  return (
    <li className={`presence__line presence__line--${state}`}>
      <button
        type="button"
        className="presence__name"
        disabled={locked}
        aria-pressed={member.present === true}
        onClick={() => {
          props.onChange({ present: member.present !== true });
        }}
      >
        <span className="presence__mark">
          <Icon name={state === 'yes' ? 'check' : state === 'no' ? 'cross' : 'circle'} size={14} />
        </span>
        <span className="presence__who">
          <strong>{member.fullName}</strong>
          <small>
            {councilRoleNames[member.role]}
            {member.position === '' ? '' : ` · ${member.position}`}
          </small>
        </span>
        <span className="presence__word">{words[state]}</span>
      </button>
      {state === 'no' && (
        <input
          type="text"
          className="input input--small presence__reason"
          aria-label={`Lý do vắng mặt của ${member.fullName}`}
          placeholder="Lý do vắng mặt"
          value={typed ?? member.absenceReason}
          disabled={locked}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave();
          }}
        />
      )}
    </li>
  );
}
