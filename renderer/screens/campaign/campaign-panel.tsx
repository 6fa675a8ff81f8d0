/** One campaign beside their list: its name, days and content; a known one saves itself. */
import { useState, type ReactNode } from 'react';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import type { Campaign } from '../../../shared/views.ts';
import { call, useCommand, type CallError } from '../../client.ts';
import {
  Button,
  ConfirmDialog,
  DetailPanel,
  ErrorNotice,
  PeriodFields,
  TextField,
  checkPeriod,
  useRecord,
  type FieldErrors,
  type Period,
  type RecordForm,
} from '../../components/index.ts';
import { showToast } from '../../store.ts';

interface CampaignFields extends Period {
  readonly name: string;
  readonly content: string;
}

const blank: CampaignFields = { name: '', startsOn: null, endsOn: null, content: '' };

function check(fields: CampaignFields): FieldErrors<CampaignFields> {
  return { name: fields.name.trim() === '' ? 'Hãy nhập tên đợt.' : null, ...checkPeriod(fields) };
}

function toInput(id: Id | null, { name, startsOn, endsOn, content }: CampaignFields) {
  return startsOn === null || endsOn === null ? null : { id, name, startsOn, endsOn, content };
}

async function send(
  id: Id | null,
  value: CampaignFields,
  before: CampaignFields,
): Promise<Result<Id | null, CallError>> {
  const input = toInput(id, value);
  if (input === null) return ok(null);
  const result = await call('saveCampaign', input, { seen: toInput(id, before) ?? undefined });
  return result.ok ? ok(result.value.id) : err(result.error);
}

function CampaignForm({
  form,
  disabled,
}: {
  readonly form: Pick<RecordForm<CampaignFields>, 'value' | 'set' | 'save' | 'errors'>;
  readonly disabled: boolean;
}): ReactNode {
  const { value, set, save, errors } = form;
  return (
    <div className="form-grid">
      <div className="form-grid__wide">
        <TextField
          label="Tên đợt"
          value={value.name}
          error={errors.name}
          onChange={(name) => set({ name })}
          onBlur={() => save()}
          maxLength={300}
          disabled={disabled}
        />
      </div>
      <PeriodFields labels={['Từ ngày', 'Đến ngày']} form={form} disabled={disabled} />
      <div className="form-grid__wide">
        <TextField
          label="Nội dung"
          lines={5}
          value={value.content}
          onChange={(content) => set({ content })}
          onBlur={() => save()}
          maxLength={2000}
          disabled={disabled}
        />
      </div>
    </div>
  );
}

/** A campaign of the list. */
export function CampaignPanel(props: {
  readonly campaign: Campaign;
  /** Why nothing can be changed. */
  readonly lockedReason: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { campaign, lockedReason } = props;
  const [removing, setRemoving] = useState(false);
  const removeCampaign = useCommand('removeCampaign');
  const form = useRecord<CampaignFields>({
    saved: {
      name: campaign.name,
      startsOn: campaign.startsOn,
      endsOn: campaign.endsOn,
      content: campaign.content,
    },
    check,
    send: (value, before) => send(campaign.id, value, before),
  });

  async function remove(): Promise<void> {
    const result = await removeCampaign.run({ id: campaign.id });
    if (!result.ok) return;
    showToast(`Đã xóa ${campaign.name}.`);
    props.onClose();
  }

  return (
    <DetailPanel
      title={campaign.name}
      onClose={props.onClose}
      foot={
        <Button kind="quiet" size="small" disabledReason={lockedReason} onClick={() => setRemoving(true)}>
          Xóa đợt này
        </Button>
      }
    >
      <ErrorNotice error={form.failure} />
      <CampaignForm form={form} disabled={lockedReason !== null} />
      {removing && (
        <ConfirmDialog
          title={`Xóa ${campaign.name}`}
          sentence="Đợt này và nội dung của nó sẽ không còn trong năm học. Việc xóa được ghi vào nhật ký."
          confirm="Xóa đợt này"
          danger
          busy={removeCampaign.busy}
          problem={<ErrorNotice error={removeCampaign.error} />}
          onConfirm={() => void remove()}
          onClose={() => setRemoving(false)}
        />
      )}
    </DetailPanel>
  );
}

/** A campaign that is not in the list yet. */
export function NewCampaignPanel(props: {
  readonly onAdded: (id: Id) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [value, setValue] = useState<CampaignFields>(blank);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);
  const errors = check(value);

  function change(patch: Partial<CampaignFields> = {}): void {
    setValue((current) => ({ ...current, ...patch }));
  }

  async function add(): Promise<void> {
    setTried(true);
    if (Object.values(errors).some((error) => error !== null)) return;
    const result = await send(null, value, blank);
    setFailure(result.ok ? null : result.error);
    if (result.ok && result.value !== null) props.onAdded(result.value);
  }

  return (
    <DetailPanel
      title="Thêm đợt thi đua"
      onClose={props.onClose}
      foot={
        <>
          <Button kind="primary" onClick={() => void add()}>
            Thêm đợt
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            Bỏ
          </Button>
        </>
      }
    >
      <ErrorNotice error={failure} />
      <CampaignForm
        form={{ value, errors: tried ? errors : {}, set: change, save: change }}
        disabled={false}
      />
    </DetailPanel>
  );
}
