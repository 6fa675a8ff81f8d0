/** The members at the left of the meeting: who is here, who is not and why, and what it means for the quorum. */
import { useState, type ReactNode } from 'react';
import { atLeast } from '../../../shared/numbers.ts';
import { roleNamesOf } from '../../../shared/vi/bodies.ts';
import type { CouncilMember, MeetingView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, Chip, ErrorNotice, Icon, IconButton, pressable, useBody } from '../../components/index.ts';
import { parseTime } from './time.ts';

interface PresenceChange {
  readonly present: boolean | null;
  readonly reason?: string;
  readonly arrivedAt?: string | null;
  readonly leftAt?: string | null;
}

/** What is recorded of a member. */
function presenceOf(member: CouncilMember) {
  const { id, present, absenceReason, arrivedAt, leftAt } = member;
  return { memberId: id, present, reason: absenceReason, arrivedAt, leftAt };
}

/** The list of presence with the quorum over it. */
export function Presence(props: {
  readonly view: MeetingView;
  /** Why presence can't be taken now. */
  readonly lockedReason: string | null;
}): ReactNode {
  const { view, lockedReason } = props;
  const { body } = useBody();
  const save = useCommand('savePresence');
  const members = view.council?.members ?? [];
  const open = members.filter((member) => member.present === null);

  function set(member: CouncilMember, change: PresenceChange): void {
    const { present, arrivedAt = null, leftAt = null } = change;
    const reason = present === false ? (change.reason ?? member.absenceReason) : '';
    void save.run(
      { body, presence: [{ memberId: member.id, present, reason, arrivedAt, leftAt }] },
      { seen: { body, presence: [presenceOf(member)] } },
    );
  }

  return (
    <aside className="presence" aria-label="Điểm danh thành viên">
      <QuorumBlock view={view} />
      <div className="presence__tools">
        <span className="muted" title={lockedReason ?? pressHint}>
          {lockedReason ?? pressHint}
        </span>
        {lockedReason === null && open.length > 0 && (
          <Button
            size="small"
            busy={save.busy}
            onClick={() => {
              void save.run(
                { body, presence: open.map(({ id }) => ({ memberId: id, present: true, reason: '' })) },
                { seen: { body, presence: open.map(presenceOf) } },
              );
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
            role={roleNamesOf(view.body.kind)[member.role]}
            lockedReason={lockedReason}
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
        <span>cần {atLeast(quorum.needed)}</span>
        <Chip tone={quorum.met ? 'good' : 'warn'} icon={quorum.met ? 'check' : 'warning'}>
          {quorum.met ? 'Đủ để họp' : `Còn thiếu ${quorum.needed - quorum.present} người`}
        </Chip>
      </p>
      <p className="quorum__rule" title={quorum.rule}>
        {quorum.rule}
      </p>
      {quorum.overriddenBecause !== null && (
        <p className="quorum__rule" title={quorum.overriddenBecause}>
          <strong>Vẫn mở phiên họp vì:</strong> {quorum.overriddenBecause}
        </p>
      )}
    </div>
  );
}

/** Where a member is now, in words: "Có mặt", "Đến 14:20", "Về 15:30". */
function presenceWord({ present, arrivedAt, leftAt }: CouncilMember): string {
  if (present === null) return 'Chưa điểm danh';
  if (!present) return 'Vắng mặt';
  if (leftAt !== null) return `Đã về ${leftAt}`;
  return arrivedAt === null ? 'Có mặt' : `Có mặt từ ${arrivedAt}`;
}

function stateOf({ present, leftAt }: CouncilMember): 'yes' | 'left' | 'no' | 'open' {
  if (present === null) return 'open';
  if (!present) return 'no';
  return leftAt === null ? 'yes' : 'left';
}

const marks = { yes: 'check', left: 'clock', no: 'cross', open: 'circle' } as const;

function MemberLine(props: {
  readonly member: CouncilMember;
  /** In words. */
  readonly role: string;
  readonly lockedReason: string | null;
  readonly onChange: (change: PresenceChange) => void;
}): ReactNode {
  const { member, lockedReason } = props;
  const locked = lockedReason !== null;
  const [isOpen, setOpen] = useState(false);
  const state = stateOf(member);
  const { fullName: name, arrivedAt, leftAt } = member;
  const hasTimes = arrivedAt !== null || leftAt !== null;
  const office = [props.role, member.position].filter((part) => part !== '').join(' · ');

  return (
    <li className={`presence__line presence__line--${state}`}>
      <button
        {...pressable({
          disabledReason: lockedReason,
          onClick: () => props.onChange({ present: member.present !== true }),
        })}
        type="button"
        className="presence__name"
        aria-pressed={member.present === true}
      >
        <span className="presence__mark">
          <Icon name={marks[state]} size={14} />
        </span>
        <span className="presence__who">
          <strong title={name}>{name}</strong>
          <small title={office}>{office}</small>
        </span>
        <span className="presence__word">{presenceWord(member)}</span>
      </button>
      {member.present === true && (
        <span className="presence__clock">
          <IconButton
            small
            icon="clock"
            label={`Ghi giờ đến, giờ về của ${name}`}
            disabledReason={lockedReason}
            expanded={isOpen || hasTimes}
            onClick={() => setOpen(!isOpen)}
          />
        </span>
      )}
      {member.present === true && (isOpen || hasTimes) && (
        <div className="presence__times">
          <TimeInput
            label={`Giờ đến muộn của ${name}`}
            placeholder="Đến lúc"
            value={arrivedAt}
            disabled={locked}
            onChange={(time) => props.onChange({ present: true, arrivedAt: time, leftAt })}
          />
          <TimeInput
            label={`Giờ về sớm của ${name}`}
            placeholder="Về lúc"
            value={leftAt}
            disabled={locked}
            onChange={(time) => props.onChange({ present: true, arrivedAt, leftAt: time })}
          />
        </div>
      )}
      {state === 'no' && (
        <LeavingInput
          className="presence__reason"
          label={`Lý do vắng mặt của ${name}`}
          placeholder="Lý do vắng mặt"
          value={member.absenceReason}
          disabled={locked}
          onChange={(reason) => props.onChange({ present: false, reason })}
        />
      )}
    </li>
  );
}

function TimeInput(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | null;
  readonly disabled: boolean;
  readonly onChange: (time: string | null) => void;
}): ReactNode {
  const [wrong, setWrong] = useState(false);
  return (
    <span className="presence__time">
      <LeavingInput
        className=""
        label={props.label}
        placeholder={props.placeholder}
        value={props.value ?? ''}
        disabled={props.disabled}
        invalid={wrong}
        onChange={(text) => {
          const time = text === '' ? null : parseTime(text);
          setWrong(text !== '' && time === null);
          if (text === '' || time !== null) props.onChange(time);
        }}
      />
      {wrong && <small className="field__error">Nhập giờ:phút, ví dụ 14:20.</small>}
    </span>
  );
}

const pressHint = 'Bấm vào tên để đổi giữa có mặt và vắng mặt.';

/** A small field that is saved when it is left, or by Enter. */
function LeavingInput(props: {
  readonly className: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly invalid?: boolean;
  readonly onChange: (text: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  function leave(): void {
    if (typed !== null && typed.trim() !== props.value) props.onChange(typed.trim());
    setTyped(null);
  }
  return (
    <input
      type="text"
      className={`input input--small ${props.className}`}
      aria-label={props.label}
      aria-invalid={props.invalid === true}
      placeholder={props.placeholder}
      value={typed ?? props.value}
      disabled={props.disabled}
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
  );
}
