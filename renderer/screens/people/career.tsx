/** The course of a person's work: each stretch with its days, its unit, and whether that unit's comment has come. */
import { useState, type ReactNode } from 'react';
import { careerKinds, unitKinds, type CareerKind, type Id } from '../../../shared/terms.ts';
import { careerKindNames } from '../../../shared/vi/terms.ts';
import type { PersonDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { CheckField, TextField, useOpened } from '../../components/index.ts';
import { FactForm, isPeriod, KindField, optionsOf, Period } from './fact-fields.tsx';
import { FactSection, type FactFormProps } from './fact-section.tsx';
import { periodText } from './standing.tsx';

type Stretch = PersonDetail['career'][number];

const kindOptions = optionsOf(careerKinds, careerKindNames);

function hasUnit(kind: CareerKind): boolean {
  return unitKinds.some((one) => one === kind);
}

/** A secondment that a list told has no days until somebody says them. */
function daysText({ from, to }: Stretch): string {
  return from === null ? 'chưa ghi từ ngày nào' : periodText({ from, to });
}

/** The section of the panel about the course of work. */
export function CareerSection(props: {
  readonly person: PersonDetail;
  readonly disabled: boolean;
}): ReactNode {
  const { person, disabled } = props;
  return (
    <FactSection
      title="Quá trình công tác"
      none="Chưa ghi quá trình công tác."
      add="Thêm quá trình"
      kind="career"
      rows={person.career}
      disabled={disabled}
      nameOf={(row) => careerKindNames[row.kind].toLowerCase()}
      line={(row) => ({
        what: row.unit === '' ? careerKindNames[row.kind] : `${careerKindNames[row.kind]}: ${row.unit}`,
        when: hasUnit(row.kind)
          ? `${daysText(row)} · ${row.commentReceived ? 'đã có' : 'chưa có'} nhận xét của đơn vị`
          : daysText(row),
      })}
      form={(form) => <CareerFields {...form} personId={person.id} />}
    />
  );
}

function CareerFields({
  personId,
  row,
  onClose,
}: FactFormProps<Stretch> & { readonly personId: Id }): ReactNode {
  const command = useCommand('saveCareer');
  const opened = useOpened(row);
  const [kind, setKind] = useState<CareerKind>(row?.kind ?? 'SECTOR');
  const [from, setFrom] = useState(row?.from ?? null);
  const [to, setTo] = useState(row?.to ?? null);
  const [unit, setUnit] = useState(row?.unit ?? '');
  const [commentReceived, setCommentReceived] = useState(row?.commentReceived ?? false);
  const [tried, setTried] = useState(false);
  const asksUnit = hasUnit(kind);
  const isOver = kind === 'OTHER_UNIT' || kind === 'CONTRACT';
  const lacksUnit = asksUnit && unit.trim() === '';

  async function save(): Promise<void> {
    setTried(true);
    if (!isPeriod(from, to) || lacksUnit || (isOver && to === null)) return;
    const result = await command.run(
      {
        id: row?.id ?? null,
        personId,
        kind,
        from,
        to,
        unit: asksUnit ? unit.trim() : '',
        commentReceived: asksUnit && commentReceived,
      },
      {
        seen:
          opened === null || opened.from === null ? undefined : { ...opened, from: opened.from, personId },
      },
    );
    if (result.ok) onClose();
  }

  return (
    <FactForm command={command} onSubmit={save} onClose={onClose}>
      <KindField label="Quá trình" value={kind} options={kindOptions} onChange={setKind} />
      <Period
        from={from}
        to={to}
        onFrom={setFrom}
        onTo={setTo}
        tried={tried}
        openEnd={isOver ? null : 'Để trống khi đang tiếp tục.'}
      />
      {asksUnit && (
        <>
          <TextField
            small
            label="Đơn vị"
            value={unit}
            onChange={setUnit}
            maxLength={300}
            error={tried && lacksUnit ? 'Hãy nhập tên đơn vị.' : null}
          />
          <CheckField
            label="Đã có nhận xét của đơn vị"
            checked={commentReceived}
            onChange={setCommentReceived}
          />
        </>
      )}
    </FactForm>
  );
}
