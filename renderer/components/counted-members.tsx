/** Who counts in a tổ or the school, with the reason of each who does not: the council may decide otherwise. */
import { useState, type ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import { findTitle } from '../../shared/rules/catalogue.ts';
import { schema, type Id } from '../../shared/terms.ts';
import { countDecisionText, memberTitleNames, notCountedNames } from '../../shared/vi/group-findings.ts';
import { ratingNames } from '../../shared/vi/terms.ts';
import type { CountedMember } from '../../shared/views.ts';
import { useCommand, useQuery } from '../client.ts';
import { Button } from './button.tsx';
import { TextField } from './fields.tsx';
import { ErrorNotice } from './notice.tsx';
import { Section } from './screen.tsx';

/** What is being decided of somebody: to count, not to count, or as the records say. */
interface Deciding {
  readonly personId: Id;
  readonly counted: boolean | null;
}

/** What the council does to the person; as the button and the form call it. */
function deedOf(counted: boolean | null): string {
  if (counted === null) return 'Trở lại theo dữ kiện';
  return counted ? 'Tính người này' : 'Không tính người này';
}

function becauseText({ because, decision }: CountedMember): string {
  const byRecords = because === null ? '' : notCountedNames[because];
  if (decision === null) return byRecords;
  const decided = `${countDecisionText(decision)} (${decision.by} ghi)`;
  return byRecords === '' ? decided : `${decided}; theo dữ kiện: ${byRecords}`;
}

function standingText({ rating, titles }: CountedMember): string {
  const named = (['LDTT', 'CSTDCS'] as const).map((titleId) => {
    const state = titles[titleId];
    return state === null ? '' : `${findTitle(titleId)?.shortName ?? titleId}: ${memberTitleNames[state]}`;
  });
  return [rating === null ? 'Chưa có kết quả xếp loại' : ratingNames[rating], ...named]
    .filter((text) => text !== '')
    .join(' · ');
}

/** The section of a panel; those who are counted as the records say are behind a button. */
export function CountedMembers({
  groupId,
  reason,
}: {
  readonly groupId: Id;
  /** Why nothing can be decided now. */
  readonly reason: string | null;
}): ReactNode {
  const { data, error } = useQuery('listCountedMembers', { groupId });
  const [all, setAll] = useState(false);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const members = data ?? [];
  const counted = members.filter((member) => member.counted);
  const isException = (member: CountedMember) => !member.counted || member.decision !== null;
  const plain = members.filter((member) => !isException(member)).length;
  return (
    <Section
      title="Người được tính của tập thể"
      aside={
        <span className="muted section__count">
          {formatInteger(counted.length)}/{formatInteger(members.length)} người
        </span>
      }
    >
      <ErrorNotice error={error} />
      <p className="muted fact-none">
        Tỷ lệ và số cá nhân đạt danh hiệu của tập thể tính trên những người này.
      </p>
      <ul className="fact-list" aria-label="Người được tính của tập thể">
        {members
          .filter((member) => all || isException(member))
          .map((member) => (
            <Line
              key={member.personId}
              member={member}
              groupId={groupId}
              reason={reason}
              deciding={deciding?.personId === member.personId ? deciding : null}
              onDecide={setDeciding}
            />
          ))}
      </ul>
      {plain > 0 && (
        <Button size="small" kind="quiet" icon={all ? 'up' : 'down'} onClick={() => setAll(!all)}>
          {all ? 'Ẩn' : 'Xem'} {formatInteger(plain)} người được tính theo dữ kiện
        </Button>
      )}
    </Section>
  );
}

function Line(props: {
  readonly member: CountedMember;
  readonly groupId: Id;
  readonly reason: string | null;
  readonly deciding: Deciding | null;
  readonly onDecide: (deciding: Deciding | null) => void;
}): ReactNode {
  const { member, groupId, reason, deciding, onDecide } = props;
  const { personId, fullName, counted, decision } = member;
  const why = becauseText(member);
  const next = decision === null ? !counted : null;
  if (deciding !== null) {
    return (
      <li className="fact-form">
        <DecisionForm groupId={groupId} name={fullName} deciding={deciding} onClose={() => onDecide(null)} />
      </li>
    );
  }
  return (
    <li className="fact-line">
      <div>
        <p>
          {fullName}
          {counted ? '' : ': không tính'}
        </p>
        {why !== '' && <p>{why.charAt(0).toLocaleUpperCase('vi') + why.slice(1)}.</p>}
        <p className="muted">{standingText(member)}</p>
      </div>
      <span className="fact-line__tools">
        <Button
          size="small"
          kind="quiet"
          disabledReason={reason}
          title={`${deedOf(next)}: ${fullName}`}
          onClick={() => onDecide({ personId, counted: next })}
        >
          {deedOf(next)}
        </Button>
      </span>
    </li>
  );
}

function DecisionForm(props: {
  readonly groupId: Id;
  readonly name: string;
  readonly deciding: Deciding;
  readonly onClose: () => void;
}): ReactNode {
  const { groupId, name, deciding, onClose } = props;
  const save = useCommand('saveCountedMember');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const isTooShort = !schema.reason.safeParse(text).success;

  async function send(): Promise<void> {
    setTried(true);
    if (isTooShort) return;
    const result = await save.run({ groupId, ...deciding, reason: text.trim() });
    if (result.ok) onClose();
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={`${deedOf(deciding.counted)}, ${name}: lý do, căn cứ`}
        value={text}
        onChange={setText}
        autoFocus
        maxLength={1000}
        error={
          tried && isTooShort ? 'Hãy ghi rõ lý do; lý do hiện trong kết quả thẩm định và nhật ký.' : null
        }
      />
      <ErrorNotice error={save.error} />
      <div className="fact-form__foot">
        <Button size="small" submit busy={save.busy}>
          Ghi lại
        </Button>
        <Button size="small" kind="quiet" onClick={onClose}>
          Bỏ
        </Button>
      </div>
    </form>
  );
}
