/** Written opinions of absent members: by name, as they were sent, and counted with the room. */
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import type { RoundView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  Chip,
  Empty,
  ErrorNotice,
  KeyHint,
  Notice,
  goWith,
  useBody,
} from '../../components/index.ts';
import { showToast } from '../../store.ts';
import { finished, openLot } from './lot.ts';
import { MarkHints } from './mark-hints.tsx';
import { stepOnSheet } from './sheet-steps.ts';
import { BallotSheet, type SheetAction } from './sheet.tsx';

/** The absent members of a round and what they wrote. */
export function Opinions(props: {
  readonly round: RoundView;
  readonly lockedReason: string | null;
}): ReactNode {
  const { round, lockedReason } = props;
  const { body } = useBody();
  const save = useCommand('saveWrittenOpinion');
  const [writing, setWriting] = useState<Id | null>(null);

  if (round.opinions.length === 0) {
    return (
      <Empty
        sentence="Không có thành viên vắng mặt, nên không có ý kiến bằng văn bản."
        action={{ label: 'Xem điểm danh', run: () => goWith('council', body) }}
      />
    );
  }
  const writer = round.opinions.find(({ memberId }) => memberId === writing);
  return (
    <div className="opinions">
      {lockedReason !== null && <Notice tone="info">{lockedReason}</Notice>}
      <ErrorNotice error={save.error} />
      <p className="muted opinions__lead">
        Ý kiến của thành viên vắng mặt ghi rõ họ tên, được cộng với phiếu kín tại phiên họp.
      </p>
      <ul className="opinions__list">
        {round.opinions.map((opinion) => (
          <li key={opinion.memberId} className="opinions__line">
            <strong>{opinion.fullName}</strong>
            <Chip tone={opinion.received ? 'good' : 'plain'}>
              {opinion.received ? 'Đã nhận ý kiến' : 'Chưa gửi ý kiến'}
            </Chip>
            <span className="opinions__tools">
              {opinion.received && (
                <Button
                  size="small"
                  kind="quiet"
                  disabledReason={lockedReason}
                  busy={save.busy}
                  onClick={() =>
                    void save.run({ roundId: round.id, memberId: opinion.memberId, marks: null })
                  }
                >
                  Bỏ ý kiến này
                </Button>
              )}
              <Button size="small" disabledReason={lockedReason} onClick={() => setWriting(opinion.memberId)}>
                {opinion.received ? 'Nhập lại' : 'Nhập ý kiến'}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {writer !== undefined && (
        <OpinionForm
          key={writer.memberId}
          round={round}
          memberId={writer.memberId}
          fullName={writer.fullName}
          onClose={() => setWriting(null)}
        />
      )}
    </div>
  );
}

function OpinionForm(props: {
  readonly round: RoundView;
  readonly memberId: Id;
  readonly fullName: string;
  readonly onClose: () => void;
}): ReactNode {
  const { round, memberId, fullName } = props;
  const save = useCommand('saveWrittenOpinion');
  const [lot, setLot] = useState(() =>
    openLot({ names: round.candidates.length, ballots: [], form: round.form }),
  );
  const whole = finished(lot.sheet, round.form);

  async function send(): Promise<void> {
    if (whole === null || whole.invalidReason !== null) return;
    const result = await save.run({
      roundId: round.id,
      memberId,
      marks: round.candidates.flatMap(({ caseId }, place) => {
        const value = whole.marks[place];
        return value === undefined ? [] : [{ caseId, mark: value }];
      }),
    });
    if (!result.ok) return;
    showToast(`Đã ghi ý kiến bằng văn bản của ${fullName}.`);
    props.onClose();
  }

  function act(action: SheetAction): void {
    if (action.kind === 'next' || action.kind === 'store') void send();
    else setLot(stepOnSheet(lot, action));
  }

  return (
    <div className="opinions__form">
      <div className="key-hints">
        <MarkHints form={round.form} />
        <KeyHint keys="Enter">ghi ý kiến</KeyHint>
      </div>
      <BallotSheet
        label={`Ý kiến bằng văn bản của ${fullName}`}
        heading={`Ý KIẾN BẰNG VĂN BẢN CỦA ${fullName.toLocaleUpperCase('vi')}`}
        titleName={round.titleName}
        form={round.form}
        candidates={round.candidates}
        sheet={lot.sheet}
        row={lot.row}
        focusKey={memberId}
        onAction={act}
      />
      <ErrorNotice error={save.error} />
      <div className="form-foot">
        <Button
          busy={save.busy}
          disabledReason={
            whole === null || whole.invalidReason !== null ? 'Hãy ghi đủ ý kiến với từng người.' : null
          }
          onClick={() => void send()}
        >
          Ghi ý kiến
        </Button>
        <Button kind="quiet" onClick={props.onClose}>
          Thôi
        </Button>
      </div>
    </div>
  );
}
