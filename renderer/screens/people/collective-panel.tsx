/** One tổ, or the school, beside the list: what it is, its results year by year, its awards, what must be watched. */
import type { ReactNode } from 'react';
import { formatInteger } from '../../../shared/numbers.ts';
import type { Id } from '../../../shared/terms.ts';
import { pendingMatterKindNames } from '../../../shared/vi/terms.ts';
import type { AwardRow, CollectiveDetail } from '../../../shared/views.ts';
import { useCommand, useQuery } from '../../client.ts';
import {
  CountedMembers,
  DateField,
  DetailPanel,
  ErrorNotice,
  Section,
  useOfficeReason,
  useOpened,
} from '../../components/index.ts';
import { AnswerField } from './fact-fields.tsx';
import { awardText } from './achievement.tsx';
import { CasesSection } from './cases-section.tsx';
import { CollectiveYears } from './collective-years.tsx';
import { AwardFields } from './award-forms.tsx';
import { PendingMatterForm } from './fact-forms.tsx';
import { FactSection, type FactFormProps } from './fact-section.tsx';
import { periodText } from './standing.tsx';

type Matter = CollectiveDetail['matters'][number];

/** The panel of the collective with this id. */
export function CollectivePanel(props: {
  readonly id: Id;
  readonly schoolYear: string;
  readonly disabled: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { id, schoolYear, disabled } = props;
  const { data, error } = useQuery('getCollective', { id });
  const officeReason = useOfficeReason();
  if (data === null) {
    return (
      <DetailPanel title="Tập thể" onClose={props.onClose} wide>
        <ErrorNotice error={error} />
      </DetailPanel>
    );
  }
  return (
    <DetailPanel
      title={data.name}
      subtitle={`${data.isSchool ? 'Tập thể nhà trường' : 'Tập thể'} · ${formatInteger(data.people)} người`}
      onClose={props.onClose}
      wide
    >
      <Standing collective={data} disabled={disabled} />
      <CasesSection cases={data.cases} subject={`group:${id}`} />
      <CollectiveYears collective={data} schoolYear={schoolYear} disabled={disabled} />
      <CountedMembers groupId={id} reason={officeReason} />
      <FactSection
        title="Danh hiệu, khen thưởng đã có"
        none="Chưa ghi danh hiệu, khen thưởng nào."
        add="Thêm khen thưởng"
        kind="group-award"
        rows={data.awards}
        disabled={disabled}
        nameOf={(row) => `${row.name} năm học ${row.schoolYear}`}
        line={(row) => ({ what: row.name, when: awardText(row) })}
        form={(form) => <CollectiveAwardForm {...form} groupId={id} schoolYear={schoolYear} />}
      />
      <FactSection
        title="Việc đang xem xét, xác minh"
        none="Chưa ghi việc nào; khi thẩm định, người có trách nhiệm xác nhận tập thể không vướng việc nào."
        add="Ghi việc"
        kind="group-matter"
        rows={data.matters}
        disabled={disabled}
        nameOf={(row) => pendingMatterKindNames[row.kind].toLowerCase()}
        line={(row) => ({
          what: pendingMatterKindNames[row.kind],
          when: row.note === '' ? periodText(row) : `${periodText(row)} · ${row.note}`,
        })}
        form={(form) => <CollectiveMatterForm {...form} groupId={id} />}
      />
    </DetailPanel>
  );
}

interface SectionProps {
  readonly collective: CollectiveDetail;
  readonly disabled: boolean;
}

function Standing({ collective, disabled }: SectionProps): ReactNode {
  const save = useCommand('saveCollective');
  const { id, establishedOn, receivesFlags } = collective;
  const seen = { id, establishedOn, receivesFlags };
  return (
    <Section title="Thông tin">
      <ErrorNotice error={save.error} />
      <div className="form-grid form-grid--tight">
        <DateField
          small
          optional
          label="Ngày thành lập"
          value={establishedOn}
          disabled={disabled}
          onChange={(next) => void save.run({ ...seen, establishedOn: next }, { seen })}
        />
        <AnswerField
          label="Thuộc loại hình được tặng cờ thi đua"
          value={receivesFlags}
          disabled={disabled}
          onChange={(next) => void save.run({ ...seen, receivesFlags: next }, { seen })}
        />
      </div>
    </Section>
  );
}

function CollectiveAwardForm({
  groupId,
  ...form
}: FactFormProps<AwardRow> & { readonly groupId: Id; readonly schoolYear: string }): ReactNode {
  const command = useCommand('saveCollectiveAward');
  const opened = useOpened(form.row);
  return (
    <AwardFields
      {...form}
      object="GROUP"
      command={command}
      send={async (award) => {
        const seen = opened === null ? undefined : { ...opened, groupId };
        return (await command.run({ ...award, id: form.row?.id ?? null, groupId }, { seen })).ok;
      }}
    />
  );
}

function CollectiveMatterForm({
  groupId,
  ...form
}: FactFormProps<Matter> & { readonly groupId: Id }): ReactNode {
  const command = useCommand('saveCollectiveMatter');
  const opened = useOpened(form.row);
  return (
    <PendingMatterForm
      {...form}
      command={command}
      send={async (matter) => {
        const seen = opened === null ? undefined : { ...opened, groupId };
        return (await command.run({ ...matter, id: form.row?.id ?? null, groupId }, { seen })).ok;
      }}
    />
  );
}
