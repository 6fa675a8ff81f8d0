/** The council decides other than the rules: with its reason, kept beside the verdict and shown with it. */
import { useState, type ReactNode } from 'react';
import { nameInList } from '../../../shared/vi/namesakes.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, Dialog, ErrorNotice, RadioField, TextField } from '../../components/index.ts';
import { showToast, useDraft } from '../../store.ts';
import { eligibilityNames } from '../../../shared/vi/terms.ts';

type Decision = 'yes' | 'no' | 'rules';

const SHORTEST_REASON = 3;

/** Asks what the council decided on a case, and why. */
export function OverruleDialog({
  row,
  onClose,
}: {
  readonly row: CaseDetail;
  readonly onClose: () => void;
}): ReactNode {
  const overrule = useCommand('overruleVerdict');
  const draft = useDraft<string>(`overruling:${row.id}`, '');
  const [decision, setDecision] = useState<Decision>(
    row.overruled === null ? (row.eligibility === 'yes' ? 'no' : 'yes') : 'rules',
  );
  const [tried, setTried] = useState(false);
  const reason = draft.value.trim();
  const isTooShort = reason.length < SHORTEST_REASON;

  async function send(): Promise<void> {
    setTried(true);
    if (isTooShort) return;
    const result = await overrule.run({
      caseId: row.id,
      eligibility: decision === 'rules' ? null : decision,
      reason,
    });
    if (!result.ok) return;
    draft.clear();
    showToast(
      decision === 'rules'
        ? `Kết quả của ${nameInList(row)} trở lại theo đối chiếu với quy định.`
        : `Đã ghi quyết định của Hội đồng về ${nameInList(row)}.`,
    );
    onClose();
  }

  return (
    <Dialog
      title={`Quyết định của Hội đồng: ${nameInList(row)}, ${row.titleShort}`}
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onClick={onClose}>Quay lại</Button>
          <Button kind="primary" busy={overrule.busy} submit>
            Ghi quyết định
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>Kết quả đối chiếu với quy định vẫn được giữ và hiện bên cạnh quyết định của Hội đồng.</p>
        <RadioField<Decision>
          label="Hội đồng quyết định"
          value={decision}
          onChange={setDecision}
          options={[
            { value: 'yes', label: 'Đủ điều kiện, đưa ra biểu quyết' },
            { value: 'no', label: eligibilityNames.no },
            ...(row.overruled === null
              ? []
              : [{ value: 'rules' as const, label: 'Bỏ quyết định riêng, theo kết quả đối chiếu' }]),
          ]}
        />
        <TextField
          label="Lý do, căn cứ"
          value={draft.value}
          onChange={draft.set}
          lines={3}
          maxLength={1000}
          error={tried && isTooShort ? 'Hãy ghi rõ lý do; lý do được lưu cùng hồ sơ và trong nhật ký.' : null}
        />
        <ErrorNotice error={overrule.error} />
      </div>
    </Dialog>
  );
}
