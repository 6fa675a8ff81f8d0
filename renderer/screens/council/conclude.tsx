/** What concluding the meeting will make of every case, before it is concluded. */
import type { ReactNode } from 'react';
import type { BodyKind } from '../../../shared/domain/body.ts';
import { minutesGaps } from '../../../shared/domain/minutes-gaps.ts';
import type { Outcome } from '../../../shared/terms.ts';
import { bodyWords, opinionOutcomes } from '../../../shared/vi/bodies.ts';
import { gapNames } from '../../../shared/vi/council.ts';
import { nameInList } from '../../../shared/vi/namesakes.ts';
import { outcomeNames } from '../../../shared/vi/terms.ts';
import type { CaseRow, MeetingView } from '../../../shared/views.ts';
import { ConfirmDialog } from '../../components/index.ts';

const rest: Record<BodyKind, string> = {
  SCHOOL: 'Sau khi kết luận, chỉ Chủ tịch Hội đồng mở lại được phiên họp.',
  GROUP:
    'Kết quả hiện bên cạnh từng hồ sơ khi Hội đồng xét. Sau khi kết luận, chỉ Chủ tịch Hội đồng mở lại được.',
  STAFF:
    'Kết quả hiện bên cạnh từng hồ sơ khi Hội đồng xét. Sau khi kết luận, chỉ Chủ tịch Hội đồng mở lại được.',
  INITIATIVE:
    'Sau khi kết luận, ghi số, ngày quyết định công nhận để đưa vào hồ sơ của các tác giả. Chỉ Chủ tịch Hội đồng mở lại được phiên họp.',
};

const order: readonly Outcome[] = [
  'proposed',
  'rejected',
  'not-eligible',
  'postponed',
  'lowered',
  'withdrawn',
];

/** The dialog in which a meeting is concluded; a reason is asked while somebody was dealt with by nobody. */
export function ConcludeDialog(props: {
  readonly view: MeetingView;
  readonly cases: readonly CaseRow[];
  readonly hasBallots: boolean;
  readonly busy: boolean;
  readonly problem: ReactNode;
  readonly onConfirm: (because: string | null) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { view } = props;
  const { kind } = view.body;
  const meeting = bodyWords[kind].meeting.toLocaleLowerCase('vi');
  const outcomes: readonly Outcome[] =
    kind === 'INITIATIVE'
      ? view.initiatives.map(({ passed }) =>
          passed === null ? 'postponed' : passed ? 'proposed' : 'rejected',
        )
      : view.conclusions.map(({ outcome }) => outcome);
  const undealt =
    kind === 'INITIATIVE'
      ? outcomes.filter((outcome) => outcome === 'postponed').length
      : view.conclusions.filter((one) => one.undealt).length;
  const names = kind === 'SCHOOL' ? outcomeNames : opinionOutcomes;
  const gaps = minutesGaps(view, { hasBallots: props.hasBallots });
  return (
    <ConfirmDialog
      title={`Kết luận ${meeting}`}
      sentence={
        undealt === 0
          ? rest[kind]
          : `Còn ${undealt}/${outcomes.length} trường hợp chưa được xét. Lý do vẫn kết luận được in vào biên bản và lưu trong nhật ký. ${rest[kind]}`
      }
      reason={undealt === 0 ? undefined : `Lý do kết luận khi còn ${undealt} trường hợp chưa xét`}
      confirm={`Kết luận ${meeting}`}
      busy={props.busy}
      problem={props.problem}
      onConfirm={(reason) => props.onConfirm(undealt === 0 ? null : reason)}
      onClose={props.onClose}
    >
      <dl className="conclusion">
        {order.flatMap((outcome) => {
          const count = outcomes.filter((one) => one === outcome).length;
          if (count === 0) return [];
          return [
            <div key={outcome} className="conclusion__line">
              <dt>{names[outcome]}</dt>
              <dd>
                <strong>{count}</strong>
                {outcome !== 'proposed' && <Whose {...props} outcome={outcome} />}
              </dd>
            </div>,
          ];
        })}
        <div className="conclusion__line">
          <dt>Tổng số</dt>
          <dd>
            <strong>{outcomes.length}</strong>
          </dd>
        </div>
      </dl>
      <p className="muted">Giờ kết thúc in trong biên bản: {view.meeting?.to ?? ''}.</p>
      {gaps.length > 0 && (
        <p className="muted">
          Chưa ghi {gaps.map((id) => gapNames[id]).join('; ')}: biên bản để trống chỗ này.
        </p>
      )}
    </ConfirmDialog>
  );
}

/** The names behind a number, with the reason of each. */
function Whose(props: {
  readonly view: MeetingView;
  readonly cases: readonly CaseRow[];
  readonly outcome: Outcome;
}): ReactNode {
  const rows = new Map(props.cases.map((row) => [row.id, row]));
  const own = props.view.conclusions.filter(({ outcome }) => outcome === props.outcome);
  if (own.length === 0) return null;
  return (
    <details>
      <summary>Xem tên, lý do</summary>
      <ul>
        {own.map(({ caseId, reason }) => {
          const row = rows.get(caseId);
          return (
            <li key={caseId}>
              {row === undefined ? '' : `${nameInList(row)} (${row.titleShort})`}
              {reason === '' ? '' : `: ${reason}`}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
