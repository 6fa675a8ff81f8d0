/** How many of those in the room agreed to something as a whole: one key, or a number. */
import { useState, type ReactNode } from 'react';
import type { Approval } from '../../../shared/terms.ts';
import { approvalNames } from '../../../shared/vi/council.ts';
import type { MeetingView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, ErrorNotice, TextField, useBody } from '../../components/index.ts';

/** Records an approval; nothing recorded is a blank in the minutes. */
export function ApprovalField(props: {
  readonly about: Approval;
  readonly view: Pick<MeetingView, 'approvals' | 'quorum' | 'meeting'>;
  /** Why it can't be recorded now. */
  readonly lockedReason: string | null;
}): ReactNode {
  const { about, view, lockedReason } = props;
  const { body } = useBody();
  const save = useCommand('saveApproval');
  const known = view.approvals[about];
  const present = view.quorum?.present ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const locked =
    lockedReason ?? (view.meeting?.state === 'open' ? null : 'Mở cuộc họp rồi mới ghi số tán thành.');
  const text = typed ?? (known === null ? '' : String(known.agree));
  const isNumber = /^\d{0,4}$/.test(text.trim());

  function send(agree: number | null): void {
    setTyped(null);
    void save.run({ body, about, agree }, { seen: { body, about, agree: known?.agree ?? null } });
  }

  return (
    <div className="approval">
      <TextField
        label={approvalNames[about]}
        hint={
          known === null
            ? (locked ?? `Chưa ghi: biên bản để trống chỗ này. Đang có mặt ${present} người.`)
            : `Đã ghi ${known.agree}/${known.inRoom} người có mặt tán thành.`
        }
        error={isNumber ? null : 'Đây không phải là số người. Hãy nhập số, ví dụ 8.'}
        optional
        value={text}
        disabled={locked !== null}
        maxLength={4}
        onChange={setTyped}
        onBlur={() => {
          if (typed === null || !isNumber) return;
          send(typed.trim() === '' ? null : Number(typed.trim()));
        }}
      />
      <Button
        size="small"
        busy={save.busy}
        disabledReason={locked ?? (present === 0 ? 'Chưa điểm danh ai có mặt.' : null)}
        onClick={() => send(present)}
      >
        Tất cả tán thành {present}/{present}
      </Button>
      <ErrorNotice error={save.error} />
    </div>
  );
}
