/** Number and date of the school's own regulation, from which its values have their source. */
import { useState, type ReactNode } from 'react';
import type { Regulation } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  DateField,
  DetailPanel,
  ErrorNotice,
  Notice,
  TextField,
  useOpened,
} from '../../components/index.ts';
import { showToast } from '../../store.ts';

/** The panel of the document; saved as one, with a reason. */
export function DocumentPanel(props: {
  readonly regulation: Regulation;
  /** Why the person at the laptop may not change anything. */
  readonly reason: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { regulation } = props;
  const save = useCommand('saveRegulation');
  const opened = useOpened(regulation.document);
  const [document, setDocument] = useState(opened);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const disabled = props.reason !== null;
  const errors = {
    name: document.name.trim() === '' ? 'Hãy ghi tên văn bản.' : null,
    number: document.number.trim() === '' ? 'Hãy ghi số, ký hiệu của quy chế.' : null,
    date: document.date === null ? 'Hãy ghi ngày ban hành.' : null,
    reason: reason.trim().length < 3 ? 'Hãy ghi lý do, từ 3 chữ cái trở lên.' : null,
  };

  async function send(): Promise<void> {
    setTried(true);
    if (Object.values(errors).some((error) => error !== null)) return;
    const result = await save.run(
      { document, settings: [], reason },
      { seen: { document: opened, settings: [], reason } },
    );
    if (!result.ok) return;
    showToast('Đã ghi quy chế của trường.');
    props.onClose();
  }

  return (
    <DetailPanel
      title="Quy chế của trường"
      subtitle="Văn bản hiệu trưởng ban hành sau khi hội nghị viên chức thông qua. Giá trị ghi theo văn bản này được in kèm căn cứ."
      onClose={props.onClose}
      foot={
        <Button busy={save.busy} disabledReason={props.reason} onClick={() => void send()}>
          Lưu quy chế
        </Button>
      }
    >
      <div className="stack">
        {props.reason !== null && <Notice tone="info">{props.reason}</Notice>}
        <ErrorNotice error={save.error} />
        <TextField
          label="Tên văn bản"
          value={document.name}
          error={tried ? errors.name : null}
          disabled={disabled}
          maxLength={300}
          onChange={(name) => setDocument({ ...document, name })}
        />
        <TextField
          label="Số, ký hiệu"
          hint="Ví dụ 15/QC-THCSHP."
          value={document.number}
          error={tried ? errors.number : null}
          disabled={disabled}
          maxLength={300}
          onChange={(number) => setDocument({ ...document, number })}
        />
        <DateField
          label="Ngày ban hành"
          value={document.date}
          error={tried ? errors.date : null}
          disabled={disabled}
          onChange={(date) => setDocument({ ...document, date })}
        />
        <TextField
          label="Lý do ghi, sửa"
          hint="Được giữ trong nhật ký."
          lines={2}
          value={reason}
          error={tried ? errors.reason : null}
          disabled={disabled}
          maxLength={1000}
          onChange={setReason}
        />
      </div>
    </DetailPanel>
  );
}
