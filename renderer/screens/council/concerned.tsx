/** Members who are concerned by a case, whether they step aside from its vote, and how a relative is written down. */
import { useState, type ReactNode } from 'react';
import type { CaseRow, MeetingCase, MeetingView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  CheckField,
  ErrorNotice,
  IconButton,
  Section,
  SelectField,
  SettledNotes,
  TextField,
  useBody,
} from '../../components/index.ts';

type One = MeetingCase['concerned'][number];

/** What ties a member to the case, in words. */
function tieText({ kind, relation, reason }: One): string {
  switch (kind) {
    case 'own':
      return 'Là người được xét';
    case 'relative':
      return `Là ${relation} của người được xét`;
    case 'same-group':
      return 'Cùng tổ với người được xét';
    case null:
      return reason;
  }
}

/** The members concerned by the case that is open. */
export function Concerned(props: {
  readonly view: MeetingView;
  readonly row: CaseRow;
  readonly talk: MeetingCase;
  readonly lockedReason: string | null;
}): ReactNode {
  const { view, talk } = props;
  const [isOpen, setOpen] = useState(false);
  const hasVote = talk.vote !== null;
  const disabled = props.lockedReason !== null;
  const total = view.quorum?.total ?? 0;

  return (
    <Section
      title={
        view.body.kind === 'SCHOOL'
          ? `Người liên quan trong Hội đồng (${talk.concerned.length})`
          : `Người liên quan (${talk.concerned.length})`
      }
      aside={
        !disabled && (
          <Button size="small" kind="quiet" onClick={() => setOpen(!isOpen)}>
            Ghi thêm người liên quan
          </Button>
        )
      }
    >
      {talk.concerned.length === 0 && !isOpen && (
        <p className="muted">Không có thành viên nào là người được xét hoặc người thân đã ghi.</p>
      )}
      <ul className="concerned">
        {talk.concerned.map((one) => (
          <ConcernedLine key={one.memberId} {...props} one={one} hasVote={hasVote} />
        ))}
      </ul>
      <SettledNotes ids={['ownVote']} />
      {isOpen && <NewTie {...props} onDone={() => setOpen(false)} />}
      {talk.concerned.some(({ recused }) => recused) && (
        <p className="muted">
          {view.recusalReducesBase
            ? 'Theo quy chế của trường, người không tham gia biểu quyết không tính vào tổng số khi biểu quyết giơ tay; bỏ phiếu kín vẫn tính trên tổng số thành viên.'
            : `Tổng số để tính kết quả vẫn là ${total} thành viên; biên bản ghi rõ việc không tham gia biểu quyết.`}
        </p>
      )}
      {hasVote && talk.concerned.length > 0 && !disabled && (
        <p className="muted">Trường hợp này đã có kết quả biểu quyết nên không đổi được.</p>
      )}
    </Section>
  );
}

function ConcernedLine(props: {
  readonly row: CaseRow;
  readonly one: One;
  readonly hasVote: boolean;
  readonly lockedReason: string | null;
}): ReactNode {
  const { row, one } = props;
  const { body } = useBody();
  const recuse = useCommand('saveRecusal');
  const relate = useCommand('saveRelative');
  // What was ticked stays in sight while it is being saved.
  const [ticked, setTicked] = useState(one.recused);
  const disabled = props.lockedReason !== null;
  return (
    <li>
      <span className="concerned__who">
        <strong>{one.fullName}</strong>
        <small className="muted">{tieText(one)}</small>
        <ErrorNotice error={recuse.error ?? relate.error} />
      </span>
      <CheckField
        label="Không tham gia biểu quyết"
        checked={recuse.busy ? ticked : one.recused}
        disabled={disabled || props.hasVote || recuse.busy}
        onChange={(checked) => {
          setTicked(checked);
          void recuse.run({
            body,
            caseId: row.id,
            memberId: one.memberId,
            reason: checked ? tieText(one) : null,
          });
        }}
      />
      {one.kind === 'relative' && row.personId !== null && !disabled && !one.recused && (
        <IconButton
          small
          icon="cross"
          label={`Bỏ quan hệ của ${one.fullName}`}
          onClick={() => {
            void relate.run({ body, memberId: one.memberId, personId: row.personId ?? '', relation: null });
          }}
        />
      )}
    </li>
  );
}

/** Another member who is a relative, or steps aside for a reason of their own. */
function NewTie(props: {
  readonly view: MeetingView;
  readonly row: CaseRow;
  readonly talk: MeetingCase;
  readonly onDone: () => void;
}): ReactNode {
  const { view, row, talk } = props;
  const recuse = useCommand('saveRecusal');
  const relate = useCommand('saveRelative');
  const [memberId, setMember] = useState<string | null>(null);
  const [kind, setKind] = useState<'relative' | 'other'>(row.personId === null ? 'other' : 'relative');
  const [words, setWords] = useState('');
  const known = new Set(talk.concerned.map((one) => one.memberId));
  const others = (view.council?.members ?? []).filter(({ id }) => !known.has(id));

  const missing =
    memberId === null
      ? 'Hãy chọn thành viên.'
      : words.trim() === ''
        ? kind === 'relative'
          ? 'Hãy ghi quan hệ với người được xét.'
          : 'Hãy ghi lý do không tham gia biểu quyết.'
        : null;

  async function send(): Promise<void> {
    if (memberId === null || missing !== null) return;
    const result =
      kind === 'relative' && row.personId !== null
        ? await relate.run({ body: view.body, memberId, personId: row.personId, relation: words })
        : await recuse.run({ body: view.body, caseId: row.id, memberId, reason: words });
    if (result.ok) props.onDone();
  }

  return (
    <form
      className="new-tie"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SelectField
        label="Thành viên"
        value={memberId}
        placeholder="Chọn thành viên"
        options={others.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        onChange={setMember}
      />
      {row.personId !== null && (
        <SelectField
          label="Lý do liên quan"
          value={kind}
          options={[
            { value: 'relative', label: 'Người thân' },
            { value: 'other', label: 'Lý do khác' },
          ]}
          onChange={(value) => {
            if (value !== null) setKind(value);
          }}
        />
      )}
      <TextField
        label={kind === 'relative' ? 'Quan hệ với người được xét' : 'Lý do không tham gia biểu quyết'}
        placeholder={kind === 'relative' ? 'vợ, chồng, anh ruột…' : ''}
        value={words}
        maxLength={300}
        onChange={setWords}
      />
      <Button size="small" submit busy={recuse.busy || relate.busy} disabledReason={missing}>
        Ghi người liên quan
      </Button>
      <ErrorNotice error={recuse.error ?? relate.error} />
    </form>
  );
}
