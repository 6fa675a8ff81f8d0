/** Papers before they are read: printed, issued, come back; and how they are counted. */
import { useRef, useState, type ReactNode } from 'react';
import type { RoundRow, RoundView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, ErrorNotice, NumberField, RadioField, Section } from '../../components/index.ts';
import { BallotPrint } from './print.tsx';

interface PrintRun {
  readonly printed: number | null;
  readonly issued: number | null;
  readonly spoiled: number | null;
  readonly leftOver: number | null;
  readonly destroyed: number | null;
}

type Counts = '1' | '2';

function countsOf(round: RoundView): Counts {
  return round.counts.length === 2 ? '2' : '1';
}

/** The numbers of papers of one round; each is saved when its field is left. */
export function PaperNumbers(props: {
  readonly round: RoundView;
  /** Members present, to each of whom one paper is given. */
  readonly present: number;
  readonly lockedReason: string | null;
  /** Rounds that could stand on the same sheet. */
  readonly others: readonly RoundRow[];
  readonly onDeclared: () => void;
}): ReactNode {
  const { round, lockedReason } = props;
  const printRun = useCommand('savePrintRun');
  const declare = useCommand('declareReturned');
  const [mode, setMode] = useState(round.mode);
  const [counts, setCounts] = useState<Counts>(countsOf(round));
  const [shown, setShown] = useState(false);
  const disabled = lockedReason !== null;
  const hasEntered =
    round.stored + round.aside > 0 ||
    round.counts.some(({ teller, complete }) => teller !== null || complete);
  // A fast hand leaves the second field before the answer to the first is here: what was sent lies over what is shown.
  const sent = useRef<{ readonly roundId: string; readonly numbers: Partial<PrintRun> }>({
    roundId: round.id,
    numbers: {},
  });

  async function savePrintRun(change: Partial<PrintRun>): Promise<void> {
    const before = sent.current.roundId === round.id ? sent.current.numbers : {};
    const { printed, issued, spoiled, leftOver, destroyed } = round;
    const numbers = { printed, issued, spoiled, leftOver, destroyed, ...before, ...change };
    sent.current = { roundId: round.id, numbers };
    const result = await printRun.run({ roundId: round.id, ...numbers });
    if (!result.ok) sent.current = { roundId: round.id, numbers: {} };
  }

  async function returned(count: number | null): Promise<void> {
    const result = await declare.run({ roundId: round.id, returned: count, mode });
    if (result.ok && count !== null) props.onDeclared();
  }

  return (
    <div className="papers">
      <div className="papers__form">
        <Section title="In và phát phiếu">
          <div className="papers__numbers">
            <NumberField
              label="Số phiếu in"
              suffix="phiếu"
              hint={`Tổng số ${round.total} thành viên.`}
              value={round.printed}
              disabled={disabled}
              onChange={(printed) => void savePrintRun({ printed })}
            />
            <NumberField
              label="Số phiếu phát ra"
              suffix="phiếu"
              hint={`Có mặt ${props.present} thành viên.`}
              value={round.issued}
              disabled={disabled}
              onChange={(issued) => void savePrintRun({ issued })}
            />
            <NumberField
              label="Hỏng, đã đổi"
              suffix="phiếu"
              hint="Trả lại trước khi bỏ phiếu và được đổi phiếu khác."
              value={round.spoiled}
              disabled={disabled}
              onChange={(spoiled) => void savePrintRun({ spoiled })}
            />
            <NumberField
              label="Còn thừa"
              suffix="phiếu"
              hint="Chưa phát cho ai."
              value={round.leftOver}
              disabled={disabled}
              onChange={(leftOver) => void savePrintRun({ leftOver })}
            />
            <NumberField
              label="Đã hủy"
              suffix="phiếu"
              hint="Hỏng và còn thừa, hủy trước khi kiểm."
              value={round.destroyed}
              disabled={disabled}
              onChange={(destroyed) => void savePrintRun({ destroyed })}
            />
            <div className="papers__print">
              <Button icon="print" onClick={() => setShown(!shown)}>
                {shown ? 'Thu lại phiếu bầu' : 'Xem phiếu bầu để in'}
              </Button>
            </div>
          </div>
          <ErrorNotice error={printRun.error} />
        </Section>
        <Section title="Thu phiếu">
          <div className="papers__numbers">
            <NumberField
              label="Số phiếu thu về"
              suffix="phiếu"
              hint="Đếm số tờ phiếu trước khi đọc phiếu đầu tiên."
              value={round.returned}
              disabled={disabled}
              onChange={(count) => void returned(count)}
            />
            <div className="papers__mode">
              <RadioField<Counts>
                label="Số lần kiểm"
                value={declare.busy ? counts : countsOf(round)}
                disabled={disabled || round.mode === 'totals' || hasEntered}
                options={[
                  { value: '1', label: 'Một lần' },
                  {
                    value: '2',
                    label: 'Hai lần độc lập',
                    note: 'Hai người kiểm riêng, đối chiếu khớp rồi mới chốt.',
                  },
                ]}
                onChange={(value) => {
                  setCounts(value);
                  void declare.run({
                    roundId: round.id,
                    returned: round.returned,
                    mode: 'ballots',
                    counts: value === '2' ? 2 : 1,
                  });
                }}
              />
              <RadioField
                label="Cách kiểm phiếu"
                value={round.returned === null || declare.busy ? mode : round.mode}
                disabled={disabled || hasEntered}
                options={[
                  { value: 'ballots', label: 'Nhập từng phiếu', note: 'Máy cộng và đối chiếu; nên dùng.' },
                  { value: 'totals', label: 'Nhập số tổng', note: 'Ban kiểm phiếu đã cộng trên bảng.' },
                ]}
                onChange={(value) => {
                  setMode(value);
                  if (round.returned !== null) {
                    void declare.run({ roundId: round.id, returned: round.returned, mode: value });
                  }
                }}
              />
            </div>
          </div>
          <ErrorNotice error={declare.error} />
        </Section>
      </div>
      {shown && (
        <div className="papers__paper">
          <BallotPrint
            round={round}
            present={props.present}
            others={props.others}
            lockedReason={lockedReason}
            onPrinted={(printed) => void savePrintRun({ printed })}
          />
        </div>
      )}
    </div>
  );
}
