/** What is asked before a meeting is opened, concluded or opened again. */
import { useEffect, useRef, type ReactNode } from 'react';
import { atLeast } from '../../../shared/numbers.ts';
import { bodyWords } from '../../../shared/vi/bodies.ts';
import type { CaseRow, MeetingView } from '../../../shared/views.ts';
import { useCommand, useQuery } from '../../client.ts';
import { ConfirmDialog, ErrorNotice, ReadinessDialog } from '../../components/index.ts';
import { showToast } from '../../store.ts';
import { ConcludeDialog } from './conclude.tsx';

export type AskedOfMeeting = 'override' | 'unchecked' | 'conclude' | 'reopen' | 'readiness';

interface Props {
  readonly view: MeetingView;
  readonly cases: readonly CaseRow[];
  readonly hasBallots: boolean;
  /** How many cases nobody appraised, in a sentence; null when all are. */
  readonly unchecked: string | null;
  readonly onOpened: () => void;
  readonly onClose: () => void;
}

/** The dialog of one question. */
export function MeetingDialog({ asked, ...props }: Props & { readonly asked: AskedOfMeeting }): ReactNode {
  switch (asked) {
    case 'readiness':
      return <ReadinessDialog onClose={props.onClose} />;
    case 'override':
    case 'unchecked':
      return <OpenDialog {...props} asked={asked} />;
    case 'conclude':
      return <EndDialog {...props} />;
    case 'reopen':
      return <ReopenDialog {...props} />;
  }
}

function meetingWordOf({ body }: MeetingView): string {
  return bodyWords[body.kind].meeting.toLocaleLowerCase('vi');
}

function OpenDialog(props: Props & { readonly asked: 'override' | 'unchecked' }): ReactNode {
  const { view, asked } = props;
  const { body, quorum } = view;
  const command = useCommand('openMeeting');
  const meeting = meetingWordOf(view);
  async function run(because: string | null): Promise<void> {
    const result = await command.run({ body, withoutQuorumBecause: because });
    if (!result.ok) return;
    props.onClose();
    props.onOpened();
  }
  const common = {
    confirm: `Mở ${meeting}`,
    busy: command.busy,
    problem: <ErrorNotice error={command.error} />,
    onClose: props.onClose,
  };
  return asked === 'override' ? (
    <ConfirmDialog
      {...common}
      title={`Mở ${meeting} khi chưa đủ số người`}
      sentence={`Mới có mặt ${quorum?.present ?? 0}/${quorum?.total ?? 0} thành viên, cần ${atLeast(quorum?.needed ?? 0)}. Lý do được in vào biên bản họp và lưu trong nhật ký.`}
      reason={`Lý do vẫn mở ${meeting}`}
      onConfirm={(reason) => void run(reason)}
    />
  ) : (
    <ConfirmDialog
      {...common}
      title={`Mở ${meeting} khi chưa thẩm định xong`}
      sentence={`${props.unchecked ?? ''} Hãy chạy thẩm định ở bước Thẩm định, hoặc mở rồi thẩm định trong lúc họp.`}
      onConfirm={() => void run(null)}
    />
  );
}

function EndDialog(props: Props): ReactNode {
  const { body } = props.view;
  const conclude = useCommand('concludeMeeting');
  const check = useCommand('checkCases');
  const stale = useQuery('listStaleCases', body.kind === 'SCHOOL' ? {} : null);
  const due = stale.data;
  const checked = useRef(false);
  // The numbers asked about must be those that come of it: votes are facts of the titles of collectives.
  useEffect(() => {
    if (checked.current || due === null || due.length === 0) return;
    checked.current = true;
    void check.run({ caseIds: [...due] });
  }, [check, due]);
  async function run(because: string | null): Promise<void> {
    const result = await conclude.run({ body, undealtBecause: because });
    if (!result.ok) return;
    props.onClose();
    const { proposed, rejected, notEligible, postponed } = result.value;
    showToast(
      body.kind === 'SCHOOL'
        ? `Đã kết luận: đề nghị ${proposed}, không thông qua ${rejected}, không đủ điều kiện ${notEligible}, tạm dừng ${postponed} hồ sơ.`
        : `Đã kết luận: đạt ${proposed}, không đạt ${rejected}, chưa biểu quyết ${postponed}.`,
    );
  }
  return (
    <ConcludeDialog
      view={props.view}
      cases={props.cases}
      hasBallots={props.hasBallots}
      busy={conclude.busy || check.busy || (body.kind === 'SCHOOL' && stale.data === null)}
      problem={<ErrorNotice error={conclude.error ?? check.error} />}
      onConfirm={(because) => void run(because)}
      onClose={props.onClose}
    />
  );
}

function ReopenDialog({ view, onClose }: Props): ReactNode {
  const { body } = view;
  const reopen = useCommand('reopenMeeting');
  const meeting = meetingWordOf(view);
  async function run(reason: string): Promise<void> {
    const result = await reopen.run({ body, reason });
    if (!result.ok) return;
    onClose();
    showToast(`Đã mở lại ${meeting}.`);
  }
  return (
    <ConfirmDialog
      title={`Mở lại ${meeting}`}
      sentence={
        body.kind === 'SCHOOL'
          ? 'Kết luận của mọi hồ sơ được lấy lại để Hội đồng xem xét tiếp; kết quả kiểm phiếu đã chốt vẫn giữ nguyên.'
          : 'Biên bản hiện có được lưu lại; kết quả đã ghi vẫn giữ nguyên và có thể sửa.'
      }
      reason="Lý do mở lại"
      confirm={`Mở lại ${meeting}`}
      danger
      busy={reopen.busy}
      problem={<ErrorNotice error={reopen.error} />}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}
