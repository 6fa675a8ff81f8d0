/** One setting: its default with why it is only a default, and the school's own value with its document. */
import { useState, type ReactNode } from 'react';
import { noteIds } from '../../../shared/rules/setting-rows.ts';
import { noteUses, settingGroupNames } from '../../../shared/vi/regulation.ts';
import { confidenceNames } from '../../../shared/vi/terms.ts';
import type { Regulation, RegulationSetting } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  DetailPanel,
  ErrorNotice,
  Facts,
  Notice,
  Section,
  TextField,
  useOpened,
} from '../../components/index.ts';
import { select, showToast } from '../../store.ts';
import { startValue, ValueFields } from './value-fields.tsx';

/** The panel of one setting. */
export function SettingPanel(props: {
  readonly regulation: Regulation;
  readonly setting: RegulationSetting;
  /** Why the person at the laptop may not change anything. */
  readonly reason: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { regulation, setting } = props;
  const { settled } = setting;
  const opened = useOpened(settled);
  const save = useCommand('saveRegulation');
  const [value, setValue] = useState(startValue(setting));
  const [article, setArticle] = useState(settled?.article ?? '');
  const [otherDocument, setOtherDocument] = useState(settled?.otherDocument ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lockedReason =
    props.reason ?? (setting.locked === null ? null : `Không đổi được trong mùa này: ${setting.locked}.`);
  const disabled = lockedReason !== null;
  const isText = value.kind === 'text';
  const note = noteIds.find((id) => id === setting.id);
  const errors = {
    value: value.kind === 'text' && value.text.trim() === '' ? 'Hãy ghi nội dung.' : null,
    document:
      !isText && otherDocument.trim() === '' && regulation.documentText === null
        ? 'Chưa ghi số, ngày quy chế của trường. Hãy ghi văn bản khác ở đây, hoặc ghi quy chế trước.'
        : null,
    reason: reason.trim().length < 3 ? 'Hãy ghi lý do, từ 3 chữ cái trở lên.' : null,
  };

  async function send(next: typeof value | null): Promise<void> {
    setTried(true);
    const relevant = next === null ? [errors.reason] : Object.values(errors);
    if (relevant.some((error) => error !== null)) return;
    const { document } = regulation;
    const before = {
      id: setting.id,
      value: opened?.value ?? null,
      article: opened?.article ?? '',
      otherDocument: opened?.otherDocument ?? '',
    };
    const result = await save.run(
      { document, settings: [{ id: setting.id, value: next, article, otherDocument }], reason },
      { seen: { document, settings: [before], reason } },
    );
    if (!result.ok) return;
    showToast(next === null ? `${setting.name}: trở lại mặc định.` : `${setting.name}: đã lưu.`);
    props.onClose();
  }

  return (
    <DetailPanel
      title={setting.name}
      subtitle={settingGroupNames[setting.group]}
      onClose={props.onClose}
      foot={
        <>
          <Button busy={save.busy} disabledReason={lockedReason} onClick={() => void send(value)}>
            Lưu giá trị của trường
          </Button>
          {settled !== null && (
            <Button
              kind="quiet"
              busy={save.busy}
              disabledReason={lockedReason}
              onClick={() => void send(null)}
            >
              Trở lại mặc định
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {lockedReason !== null && <Notice tone="info">{lockedReason}</Notice>}
        {settled?.belowLeast === true && (
          <Notice tone="warn">
            Giá trị của trường thấp hơn mức {setting.standardText}. Hãy đối chiếu lại trước khi trình.
          </Notice>
        )}
        <ErrorNotice error={save.error} />
      </div>
      <Section title="Mặc định">
        <Facts
          facts={[
            { name: 'Giá trị', value: setting.standardText ?? 'Không có' },
            { name: 'Mức chắc chắn', value: confidenceNames[setting.confidence] },
            { name: 'Lấy từ', value: setting.standardSource },
          ]}
        />
      </Section>
      <Section title="Của trường">
        <div className="stack">
          {isText && (
            <p className="muted">
              {note === undefined ? '' : noteUses[note]} Ứng dụng không tự tính theo điều này.
            </p>
          )}
          <ValueFields
            setting={setting}
            value={value}
            error={tried ? errors.value : null}
            disabled={disabled}
            onChange={setValue}
          />
          <TextField
            label="Điều, khoản"
            hint={`Ví dụ khoản 2 Điều 9. ${regulation.documentText ?? 'Chưa ghi số, ngày quy chế của trường'}.`}
            optional
            value={article}
            disabled={disabled}
            maxLength={300}
            onChange={setArticle}
          />
          <TextField
            label="Văn bản khác"
            hint="Khi căn cứ không phải quy chế của trường: tên, số, ngày văn bản."
            optional
            value={otherDocument}
            error={tried ? errors.document : null}
            disabled={disabled}
            maxLength={300}
            onChange={setOtherDocument}
          />
          {regulation.documentText === null && (
            <Button size="small" onClick={() => select('document')}>
              Ghi số, ngày quy chế
            </Button>
          )}
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
      </Section>
    </DetailPanel>
  );
}
