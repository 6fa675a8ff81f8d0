/** Who stands on a further ballot: those who did not pass, or who are equal at the line of the cap, as the council chooses. */
import { useState, type ReactNode } from 'react';
import type { NextRound } from '../../../shared/views.ts';
import type { CallError } from '../../client.ts';
import { Button, CheckField, Dialog, ErrorNotice } from '../../components/index.ts';

/** The names with a box each; those who did not pass are chosen at first, or those who are equal where there are any. */
export function NextRoundDialog(props: {
  readonly round: NextRound;
  readonly busy: boolean;
  readonly problem: CallError | null;
  readonly onOpen: (caseIds: readonly string[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { round } = props;
  const hasTie = round.candidates.some(({ tied }) => tied);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(round.candidates.filter(({ tied }) => tied === hasTie).map(({ caseId }) => caseId)),
  );
  return (
    <Dialog title={`Bỏ phiếu lần ${round.number}: ${round.titleName}`} onClose={props.onClose}>
      <div className="stack">
        <p>
          Hội đồng chọn những người được bỏ phiếu lại trên phiếu mới. Mỗi danh hiệu bỏ phiếu không quá{' '}
          {round.maximum} lần.
        </p>
        <div className="next-round">
          {round.candidates.map(({ caseId, name, agree, tied }) => (
            <CheckField
              key={caseId}
              label={name}
              note={
                agree === null
                  ? 'chưa có trong lần bỏ phiếu trước'
                  : `${agree} phiếu đồng ý lần trước, ${tied ? 'bằng phiếu ở mức cuối' : 'không đạt'}`
              }
              checked={chosen.has(caseId)}
              onChange={(checked) => {
                const changed = new Set(chosen);
                if (checked) changed.add(caseId);
                else changed.delete(caseId);
                setChosen(changed);
              }}
            />
          ))}
        </div>
        <ErrorNotice error={props.problem} />
        <div className="form-foot form-foot--end">
          <Button onClick={props.onClose}>Quay lại</Button>
          <Button
            kind="primary"
            busy={props.busy}
            disabledReason={chosen.size === 0 ? 'Hãy chọn ít nhất một người.' : null}
            onClick={() => props.onOpen([...chosen])}
          >
            Lập danh sách {chosen.size} người
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
