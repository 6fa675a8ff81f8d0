/** Papers that one teller could not read: the whole panel decides each, with a reason for the minutes. */
import { useState, type ReactNode } from 'react';
import type { RoundView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  ErrorNotice,
  KeyHint,
  Notice,
  RadioField,
  Section,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { finished, openLot } from './lot.ts';
import { MarkHints } from './mark-hints.tsx';
import { stepOnSheet } from './sheet-steps.ts';
import { BallotSheet, type SheetAction } from './sheet.tsx';
import type { Entry } from './use-entry.ts';

/** How many papers wait for the panel, and the form of the next decision. */
export function AsidePapers(props: {
  readonly round: RoundView;
  readonly entry: Entry;
  readonly lockedReason: string | null;
}): ReactNode {
  const { round, entry, lockedReason } = props;
  const [deciding, setDeciding] = useState(false);
  const back = useCommand('takeBallotBack');
  if (deciding) {
    return <DecisionForm round={round} entry={entry} onClose={() => setDeciding(false)} />;
  }
  return (
    <>
      <Notice
        tone="warn"
        action={{
          label: 'Ghi quyết định của Ban kiểm phiếu',
          disabledReason: lockedReason,
          run: () => setDeciding(true),
        }}
      >
        {round.aside} phiếu để riêng vì chưa rõ: cả Ban kiểm phiếu xem từng phiếu rồi quyết định.
      </Notice>
      <div className="aside__back">
        <Button
          size="small"
          kind="quiet"
          busy={back.busy}
          disabledReason={lockedReason}
          onClick={() => void back.run({ roundId: round.id })}
        >
          Đưa một phiếu trở lại tập
        </Button>
      </div>
      <ErrorNotice error={back.error} />
    </>
  );
}

type Outcome = 'valid' | 'invalid';

function DecisionForm(props: {
  readonly round: RoundView;
  readonly entry: Entry;
  readonly onClose: () => void;
}): ReactNode {
  const { round, entry } = props;
  const [outcome, setOutcome] = useState<Outcome>('valid');
  const [reason, setReason] = useState('');
  const [known, setKnown] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [lot, setLot] = useState(() =>
    openLot({ names: round.candidates.length, ballots: [], form: round.form }),
  );
  const marked = finished(lot.sheet, round.form);
  const decided = round.decisions.filter((decision) => decision.outcome === outcome);
  const earlier = decided.find(({ id }) => id === known);
  const words = earlier?.reason ?? reason.trim();

  function act(action: SheetAction): void {
    if (action.kind === 'next' || action.kind === 'store') void send();
    else setLot(stepOnSheet(lot, action));
  }

  async function send(): Promise<void> {
    setTried(true);
    const ballot = outcome === 'invalid' ? { invalidReason: words, marks: [] } : marked;
    if (words === '' || ballot === null || (outcome === 'valid' && ballot.invalidReason !== null)) return;
    const decision = earlier === undefined ? { reason: words } : { id: earlier.id };
    if (await entry.decide(ballot, decision)) props.onClose();
  }

  return (
    <Section title="Quyết định của Ban kiểm phiếu về một phiếu để riêng">
      <div className="aside">
        <RadioField<Outcome>
          label="Cả Ban kiểm phiếu thống nhất"
          value={outcome}
          options={[
            { value: 'valid', label: 'Phiếu hợp lệ', note: 'Đánh dấu từng dòng như Ban kiểm phiếu đọc.' },
            { value: 'invalid', label: 'Phiếu không hợp lệ' },
          ]}
          onChange={(value) => {
            setOutcome(value);
            setKnown(null);
          }}
        />
        {decided.length > 0 && (
          <SelectField
            label="Quyết định đã ghi"
            hint="Chọn khi tờ phiếu này đã được quyết định ở lần kiểm kia."
            optional
            placeholder="Quyết định mới"
            value={known}
            options={decided.map(({ id, reason: why }) => ({ value: id, label: why }))}
            onChange={setKnown}
          />
        )}
        {earlier === undefined && (
          <TextField
            label="Lý do"
            hint="Được in trong biên bản kiểm phiếu, không gắn với tờ phiếu đã cất."
            value={reason}
            maxLength={300}
            onChange={setReason}
            error={tried && words === '' ? 'Hãy ghi lý do của quyết định.' : null}
          />
        )}
        {outcome === 'valid' && (
          <>
            <div className="key-hints">
              <MarkHints form={round.form} />
              <KeyHint keys="Enter">ghi quyết định</KeyHint>
            </div>
            <BallotSheet
              label="Phiếu để riêng"
              heading="PHIẾU BẦU ĐỂ RIÊNG"
              titleName={round.titleName}
              form={round.form}
              candidates={round.candidates}
              sheet={lot.sheet}
              row={lot.row}
              focusKey={null}
              onAction={act}
            />
            {tried && (marked === null || marked.invalidReason !== null) && (
              <p className="field__error" role="alert">
                Hãy đánh dấu đủ các dòng của phiếu hợp lệ.
              </p>
            )}
          </>
        )}
        <ErrorNotice error={entry.decisionError} />
        <div className="form-foot">
          <Button busy={entry.busy} onClick={() => void send()}>
            Ghi quyết định
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            Thôi
          </Button>
        </div>
      </div>
    </Section>
  );
}
