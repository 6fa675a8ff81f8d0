/** What is asked before a round is sealed, counted anew, dropped or opened again. */
import type { ReactNode } from 'react';
import type { RoundView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { ConfirmDialog, ErrorNotice } from '../../components/index.ts';
import { showToast } from '../../store.ts';

export type Asked = 'seal' | 'clear' | 'remove' | 'reopen';

interface Props {
  readonly round: RoundView;
  readonly onClose: () => void;
  readonly onSealed: () => void;
  readonly onCleared: () => void;
  readonly onRemoved: () => void;
  readonly onReopened: () => void;
}

/** The dialog of one question. */
export function RoundDialog({ asked, ...props }: Props & { readonly asked: Asked }): ReactNode {
  switch (asked) {
    case 'seal':
      return <SealDialog {...props} />;
    case 'clear':
      return <ClearDialog {...props} />;
    case 'remove':
      return <RemoveDialog {...props} />;
    case 'reopen':
      return <ReopenDialog {...props} />;
  }
}

function SealDialog({ round, onClose, onSealed }: Props): ReactNode {
  const seal = useCommand('sealRound');
  async function run(): Promise<void> {
    const result = await seal.run({ roundId: round.id });
    if (!result.ok) return;
    onClose();
    onSealed();
    showToast('Đã chốt kết quả kiểm phiếu.');
  }
  return (
    <ConfirmDialog
      title="Chốt kết quả kiểm phiếu"
      sentence={`Kết quả của ${round.slate} người được tính và chốt lại. Sau đó chỉ Chủ tịch Hội đồng mở lại được, có lý do.`}
      confirm="Chốt kết quả"
      busy={seal.busy}
      problem={<ErrorNotice error={seal.error} />}
      onConfirm={() => void run()}
      onClose={onClose}
    />
  );
}

/** What is lost when a count begins anew. */
function clearWords(round: RoundView): string {
  if (round.counts.length < 2) {
    return 'Mọi phiếu và số tổng đã nhập của vòng này bị bỏ để kiểm lại từ đầu.';
  }
  return round.ownCount === null
    ? 'Cả hai lần kiểm bị bỏ, người khác có thể nhận kiểm lại từ đầu.'
    : 'Mọi phiếu của lần kiểm của bạn bị bỏ để kiểm lại từ đầu; lần kiểm kia không đổi.';
}

function ClearDialog({ round, onClose, onCleared }: Props): ReactNode {
  const clear = useCommand('clearBallots');
  async function run(reason: string): Promise<void> {
    const result = await clear.run({ roundId: round.id, reason });
    if (!result.ok) return;
    onClose();
    onCleared();
    showToast('Đã bỏ các phiếu đã nhập để kiểm lại từ đầu.');
  }
  return (
    <ConfirmDialog
      title="Bỏ các phiếu đã nhập"
      sentence={`${clearWords(round)} Số phiếu in, phát ra, thu về và ý kiến bằng văn bản được giữ.`}
      reason="Lý do kiểm lại"
      confirm="Bỏ các phiếu đã nhập"
      danger
      busy={clear.busy}
      problem={<ErrorNotice error={clear.error} />}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}

function RemoveDialog({ round, onClose, onRemoved }: Props): ReactNode {
  const remove = useCommand('removeRound');
  async function run(reason: string): Promise<void> {
    const result = await remove.run({ id: round.id, reason });
    if (!result.ok) return;
    onClose();
    onRemoved();
    showToast(`Đã hủy vòng bỏ phiếu ${round.titleName}.`);
  }
  return (
    <ConfirmDialog
      title="Hủy vòng bỏ phiếu"
      sentence={`Vòng bỏ phiếu ${round.titleName} và mọi số liệu của vòng này bị hủy; các hồ sơ trở lại như trước khi lập danh sách.`}
      reason="Lý do hủy"
      confirm="Hủy vòng bỏ phiếu"
      danger
      busy={remove.busy}
      problem={<ErrorNotice error={remove.error} />}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}

function ReopenDialog({ round, onClose, onReopened }: Props): ReactNode {
  const reopen = useCommand('reopenRound');
  async function run(reason: string): Promise<void> {
    const result = await reopen.run({ roundId: round.id, reason });
    if (!result.ok) return;
    onClose();
    onReopened();
    showToast('Đã mở lại kết quả kiểm phiếu; bản đã chốt vẫn được giữ.');
  }
  return (
    <ConfirmDialog
      title="Mở lại kết quả kiểm phiếu"
      sentence="Bản kết quả đã chốt được giữ lại cùng lý do; sau khi kiểm lại sẽ chốt thành bản mới."
      reason="Lý do mở lại"
      confirm="Mở lại kết quả"
      danger
      busy={reopen.busy}
      problem={<ErrorNotice error={reopen.error} />}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}
