/** The forms of a discipline and of a matter being looked into. */
import { useState, type ReactNode } from 'react';
import { parseSchoolYear } from '../../../shared/dates.ts';
import {
  disciplineForms,
  pendingMatterKinds,
  type DisciplineForm,
  type Id,
  type PendingMatterKind,
} from '../../../shared/terms.ts';
import { disciplineFormNames, pendingMatterKindNames } from '../../../shared/vi/terms.ts';
import type { PersonDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { TextField, useOpened } from '../../components/index.ts';
import {
  AnswerField,
  FactForm,
  isPeriod,
  KindField,
  optionsOf,
  Period,
  yearProblem,
  type FactCommand,
} from './fact-fields.tsx';
import type { FactFormProps } from './fact-section.tsx';

export type Discipline = PersonDetail['disciplines'][number];
export type PendingMatter = PersonDetail['pendingMatters'][number];

const disciplineOptions = optionsOf(disciplineForms, disciplineFormNames);
const matterOptions = optionsOf(pendingMatterKinds, pendingMatterKindNames);

type OwnedForm<Row> = FactFormProps<Row> & { readonly personId: Id };

/** A form of discipline and its days. */
export function DisciplineFields({ personId, row, onClose }: OwnedForm<Discipline>): ReactNode {
  const command = useCommand('saveDiscipline');
  const opened = useOpened(row);
  const [form, setForm] = useState<DisciplineForm>(row?.form ?? 'REPRIMAND');
  const [linkedToDuty, setLinkedToDuty] = useState(row?.linkedToDuty ?? null);
  const [counted, setCounted] = useState(row?.countedInYear ?? '');
  const badYear = counted.trim() !== '' && parseSchoolYear(counted) === null;
  const [from, setFrom] = useState(row?.from ?? null);
  const [to, setTo] = useState(row?.to ?? null);
  const [tried, setTried] = useState(false);

  async function save(): Promise<void> {
    setTried(true);
    if (!isPeriod(from, to) || badYear) return;
    const result = await command.run(
      {
        id: row?.id ?? null,
        personId,
        form,
        from,
        to,
        linkedToDuty,
        countedInYear: parseSchoolYear(counted),
      },
      { seen: opened === null ? undefined : { ...opened, personId } },
    );
    if (result.ok) onClose();
  }

  return (
    <FactForm command={command} onSubmit={save} onClose={onClose}>
      <KindField label="Hình thức kỷ luật" value={form} options={disciplineOptions} onChange={setForm} />
      <Period
        from={from}
        to={to}
        onFrom={setFrom}
        onTo={setTo}
        tried={tried}
        openEnd="Để trống khi chưa chấm dứt hiệu lực."
      />
      <AnswerField
        label="Vi phạm liên quan đến thực hiện nhiệm vụ"
        value={linkedToDuty}
        onChange={setLinkedToDuty}
      />
      <TextField
        small
        optional
        label="Đã tính khi xếp loại năm học"
        value={counted}
        onChange={setCounted}
        error={tried && badYear ? yearProblem : null}
      />
    </FactForm>
  );
}

/** A matter for which a case of a person must wait. */
export function PendingMatterFields({ personId, ...form }: OwnedForm<PendingMatter>): ReactNode {
  const command = useCommand('savePendingMatter');
  const opened = useOpened(form.row);
  return (
    <PendingMatterForm
      {...form}
      command={command}
      send={async (matter) => {
        const seen = opened === null ? undefined : { ...opened, personId };
        return (await command.run({ ...matter, id: form.row?.id ?? null, personId }, { seen })).ok;
      }}
    />
  );
}

/** A matter being looked into, of a person or a collective; `send` saves it and says whether that worked. */
export function PendingMatterForm({
  row,
  onClose,
  command,
  send,
}: FactFormProps<PendingMatter> & {
  readonly command: FactCommand;
  readonly send: (matter: Omit<PendingMatter, 'id'>) => Promise<boolean>;
}): ReactNode {
  const [kind, setKind] = useState<PendingMatterKind>(row?.kind ?? 'COMPLAINT');
  const [from, setFrom] = useState(row?.from ?? null);
  const [to, setTo] = useState(row?.to ?? null);
  const [note, setNote] = useState(row?.note ?? '');
  const [tried, setTried] = useState(false);

  async function save(): Promise<void> {
    setTried(true);
    if (!isPeriod(from, to)) return;
    if (await send({ kind, from, to, note: note.trim() })) onClose();
  }

  return (
    <FactForm command={command} onSubmit={save} onClose={onClose}>
      <KindField label="Việc đang xem xét" value={kind} options={matterOptions} onChange={setKind} />
      <Period
        from={from}
        to={to}
        onFrom={setFrom}
        onTo={setTo}
        tried={tried}
        openEnd="Để trống khi chưa có kết luận."
      />
      <div className="form-grid__wide">
        <TextField small optional label="Ghi chú" value={note} onChange={setNote} maxLength={300} />
      </div>
    </FactForm>
  );
}
