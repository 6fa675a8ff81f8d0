/** A round that is counted twice asks who counts: each teller signs in under their own name and takes one count. */
import { useState, type ReactNode } from 'react';
import type { RoundView, Status } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, ErrorNotice } from '../../components/index.ts';
import { SignInDialog } from '../../components/top-bar.tsx';

/** "lần 1: Nguyễn Văn A" of each count that was taken. */
function takenWords(round: RoundView): string {
  const taken = round.counts.filter(({ teller }) => teller !== null);
  return taken.length === 0
    ? 'Chưa ai nhận kiểm.'
    : `Đã nhận: ${taken.map(({ number, teller }) => `lần ${number}, ${teller ?? ''}`).join('; ')}.`;
}

/** What stands in the place of the ballot until the one who is signed in has a count. */
export function TakeCount(props: {
  readonly round: RoundView;
  readonly session: Status['session'];
  readonly lockedReason: string | null;
}): ReactNode {
  const { round, session } = props;
  const [signing, setSigning] = useState(false);
  const take = useCommand('takeCount');
  const name = session?.name ?? '';
  const isTeller = round.tellers.some(
    ({ fullName }) => fullName.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'),
  );
  const free = round.counts.find(({ teller }) => teller === null);
  return (
    <div className="ballot__page">
      <div className="take-count">
        <h2>Kiểm hai lần độc lập</h2>
        <p>
          Hai thành viên Ban kiểm phiếu đăng nhập bằng họ và tên của mình, mỗi người kiểm toàn bộ số phiếu một
          lần. Người này không thấy gì về lần kiểm của người kia cho đến khi cả hai xong và được đối chiếu.
        </p>
        <p className="muted">{takenWords(round)}</p>
        {free !== undefined && !isTeller && (
          <p>
            <strong>{name}</strong> không có tên trong Ban kiểm phiếu của phiên họp.
          </p>
        )}
        <ErrorNotice error={take.error} />
        <div className="form-foot">
          {isTeller && free !== undefined && (
            <Button
              kind="primary"
              busy={take.busy}
              disabledReason={props.lockedReason}
              onClick={() => void take.run({ roundId: round.id })}
            >
              Nhận kiểm lần {free.number}
            </Button>
          )}
          <Button onClick={() => setSigning(true)}>Đăng nhập bằng tên khác</Button>
        </div>
      </div>
      {signing && <SignInDialog session={session} onClose={() => setSigning(false)} />}
    </div>
  );
}
