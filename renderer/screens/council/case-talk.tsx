/** One case in the meeting: who is concerned, what was said, what the council decides by word. */
import { useState, type ReactNode } from 'react';
import type { CaseRow, MeetingCase, MeetingView } from '../../../shared/views.ts';
import { call, useCommand, useQuery } from '../../client.ts';
import {
  Button,
  ConfirmDialog,
  ErrorNotice,
  Notice,
  PaperFrame,
  PaperNumber,
  Section,
  SelectField,
  TextField,
  useRecord,
} from '../../components/index.ts';
import { isTitleFor, objectOf } from '../../../shared/domain/case-object.ts';
import { findTitle, titles } from '../../../shared/rules/catalogue.ts';
import { CaseStanding, OverruleButton } from '../appraisal/case-standing.tsx';
import { Concerned } from './concerned.tsx';

interface Props {
  readonly view: MeetingView;
  readonly row: CaseRow;
  readonly talk: MeetingCase;
  readonly lockedReason: string | null;
  readonly decideReason: string | null;
}

/** What belongs to the case that is open. */
export function CaseTalk(props: Props): ReactNode {
  const { row, talk, lockedReason } = props;
  const [isNotice, setNotice] = useState(false);
  const status = useQuery('getStatus', {});
  const notice = useQuery('getPaper', isNotice ? { paperId: `result-notice:${row.id}` } : null);
  const form = useRecord<{ readonly discussion: string; readonly dissent: string }>({
    saved: { discussion: talk.discussion, dissent: talk.dissent },
    check: () => ({}),
    send: (value, seen) => {
      const of = { body: props.view.body, caseId: row.id };
      return call('saveCaseNote', { ...of, ...value }, { seen: { ...of, ...seen } });
    },
  });
  const disabled = lockedReason !== null;
  const isCouncil = props.view.body.kind === 'SCHOOL';
  return (
    <>
      <header className="case-talk__head">
        <h2>{row.name}</h2>
        <p className="muted">
          {row.titleName}
          {row.groupName === '' ? '' : ` · ${row.groupName}`}
        </p>
      </header>
      {lockedReason !== null && <Notice tone="info">{lockedReason}</Notice>}
      {isCouncil && <Standing {...props} />}
      <Concerned {...props} />
      <Section title="Ý kiến">
        <ErrorNotice error={form.failure} />
        <div className="case-talk__texts">
          <TextField
            label="Thảo luận về trường hợp này"
            optional
            lines={3}
            value={form.value.discussion}
            disabled={disabled}
            maxLength={2000}
            onChange={(discussion) => form.set({ discussion })}
            onBlur={() => form.save()}
          />
          <TextField
            label="Ý kiến bảo lưu"
            optional
            lines={2}
            value={form.value.dissent}
            disabled={disabled}
            maxLength={2000}
            onChange={(dissent) => form.set({ dissent })}
            onBlur={() => form.save()}
          />
        </div>
      </Section>
      {isCouncil && <Decision {...props} />}
      {isCouncil && row.outcome !== null && (
        <Section
          title="Thông báo kết quả xét"
          aside={
            <Button size="small" kind="quiet" onClick={() => setNotice(!isNotice)}>
              {isNotice ? 'Ẩn thông báo' : 'Xem thông báo'}
            </Button>
          }
        >
          {isNotice ? (
            <div className="case-talk__paper">
              <PaperFrame
                paperId={`result-notice:${row.id}`}
                title={`Thông báo kết quả xét của ${row.name}`}
                formats={['docx', 'pdf']}
                version={status.data?.file?.savedAt ?? ''}
                tools={notice.data !== null && <PaperNumber paper={notice.data} disabled={disabled} />}
              />
            </div>
          ) : (
            <p className="muted">Một trang, ghi kết quả và lý do, để gửi cho người được xét.</p>
          )}
        </Section>
      )}
    </>
  );
}

/** The appraisal of the case, settled here as on its own screen. */
function Standing({ row, lockedReason }: Props): ReactNode {
  const detail = useQuery('getCase', { id: row.id });
  const check = useCommand('checkCases');
  if (detail.data === null) return <ErrorNotice error={detail.error} />;
  return (
    <>
      <ErrorNotice error={check.error} />
      <CaseStanding
        row={detail.data}
        lockedReason={lockedReason}
        check={{
          label: 'Thẩm định',
          run: () => void check.run({ caseIds: [row.id] }),
          busy: check.busy,
          disabledReason: lockedReason,
        }}
      />
      <p className="case-talk__overrule">
        <OverruleButton row={detail.data} lockedReason={lockedReason} />
      </p>
    </>
  );
}

type Kind = 'count' | 'rejected' | 'postponed' | 'lowered';

const kindOptions: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'count', label: 'Theo thẩm định và số phiếu' },
  { value: 'rejected', label: 'Không đạt' },
  { value: 'postponed', label: 'Hoãn, chưa xét' },
  { value: 'lowered', label: 'Hạ xuống danh hiệu khác' },
];

/** Titles that the person or the tổ can be looked at for instead; those that the title builds on first. */
function otherTitles(row: CaseRow): readonly { readonly value: string; readonly label: string }[] {
  const own = findTitle(row.titleId)?.sort ?? 0;
  return titles
    .filter((title) => title.active && title.id !== row.titleId && isTitleFor(title, objectOf(row)))
    .sort((a, b) => Math.abs(a.sort - own) - Math.abs(b.sort - own))
    .map(({ id, name }) => ({ value: id, label: name }));
}

function Decision({ row, talk, decideReason }: Props): ReactNode {
  const decide = useCommand('decideCase');
  const [asked, setAsked] = useState<Exclude<Kind, 'count'> | null>(null);
  const [titleId, setTitle] = useState<string | null>(null);
  // What was chosen stays in sight while it is being saved.
  const [sent, setSent] = useState<Kind | null>(null);
  const { decision } = talk;
  const kind: Kind = decision?.outcome ?? 'count';
  const choices = otherTitles(row);

  function choose(value: Kind | null): void {
    if (value === null || value === kind) return;
    setSent(value);
    if (value === 'count') void decide.run({ caseId: row.id, decision: null });
    else {
      setTitle(choices[0]?.value ?? null);
      setAsked(value);
    }
  }

  async function send(reason: string): Promise<void> {
    if (asked === null || (asked === 'lowered' && titleId === null)) return;
    const result = await decide.run({
      caseId: row.id,
      decision:
        asked === 'lowered' ? { outcome: asked, titleId: titleId ?? '', reason } : { outcome: asked, reason },
    });
    if (result.ok) setAsked(null);
  }

  return (
    <Section title="Kết luận của Hội đồng">
      {asked === null && <ErrorNotice error={decide.error} />}
      <div className="case-talk__decision">
        <SelectField
          label="Kết luận"
          value={asked ?? (decide.busy ? sent : null) ?? kind}
          options={kindOptions}
          disabled={decideReason !== null || decide.busy}
          onChange={choose}
        />
        {decideReason !== null && <p className="muted">{decideReason}</p>}
        {decision !== null && (
          <p>
            {decision.loweredToName !== null && <strong>Chuyển xét {decision.loweredToName}. </strong>}
            Lý do: {decision.reason}
          </p>
        )}
        {decision?.outcome === 'lowered' && (
          <p className="muted">
            Danh hiệu chuyển xét là một hồ sơ riêng, đã được thẩm định ngay và cần biểu quyết như mọi hồ sơ.
          </p>
        )}
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={kindOptions.find(({ value }) => value === asked)?.label ?? ''}
          sentence={
            asked === 'lowered'
              ? `${row.name} được xét danh hiệu dưới đây thay cho ${row.titleName}.`
              : `${row.name}, ${row.titleName}. Lý do được in vào biên bản và thông báo kết quả.`
          }
          reason="Lý do"
          confirm="Ghi kết luận"
          busy={decide.busy}
          problem={<ErrorNotice error={decide.error} />}
          onConfirm={(reason) => void send(reason)}
          onClose={() => {
            decide.clearError();
            setAsked(null);
          }}
        >
          {asked === 'lowered' && (
            <SelectField label="Danh hiệu chuyển xét" value={titleId} options={choices} onChange={setTitle} />
          )}
        </ConfirmDialog>
      )}
    </Section>
  );
}
