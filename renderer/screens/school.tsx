import { nameProblem } from '../../shared/vi/input.ts';
import type { ReactNode } from 'react';
import { formatSchoolYear } from '../../shared/dates.ts';
import type { School, Season } from '../../shared/views.ts';
import { call, useQuery } from '../client.ts';
import {
  ErrorNotice,
  Notice,
  Screen,
  Section,
  TextField,
  useOfficeReason,
  useRecord,
  type FieldErrors,
  type RecordForm,
} from '../components/index.ts';
import { go } from '../store.ts';
import { PaperPreview } from './school/paper-preview.tsx';
import { MovementFields, SeasonDays, SeasonFailure, useSeasonForm } from './school/season-form.tsx';

/** Đơn vị, năm học: who the school is, as its papers say it, and the days of the season. */
export function SchoolScreen(): ReactNode {
  const school = useQuery('getSchool', {});
  const season = useQuery('getSeason', {});
  const error = school.error ?? season.error;
  if (school.data === null || season.data === null) {
    return (
      <Screen title="Đơn vị, năm học" padded notices={<ErrorNotice error={error} />}>
        {null}
      </Screen>
    );
  }
  return <SchoolForm key={season.data.id} school={school.data} season={season.data} />;
}

interface SchoolFields {
  readonly name: string;
  readonly superior: string;
  readonly place: string;
  readonly symbol: string;
  readonly councilSymbol: string;
  readonly submittedTo: string;
  readonly principalName: string;
  readonly principalPost: string;
  readonly clerkName: string;
  readonly clerkPost: string;
}

const required = {
  name: 'Hãy nhập tên đơn vị.',
  superior: 'Hãy nhập tên cơ quan chủ quản.',
  place: 'Hãy nhập địa danh.',
  symbol: 'Hãy nhập ký hiệu của đơn vị.',
  councilSymbol: 'Hãy nhập ký hiệu của Hội đồng.',
  submittedTo: 'Hãy nhập nơi nhận tờ trình.',
} as const;

function check(value: SchoolFields): FieldErrors<SchoolFields> {
  const missing = Object.fromEntries(
    (Object.keys(required) as (keyof typeof required)[]).map((key) => [
      key,
      value[key].trim() === '' ? required[key] : null,
    ]),
  );
  const signer = (name: string) => (name.trim() === '' ? null : nameProblem(name));
  return { ...missing, principalName: signer(value.principalName), clerkName: signer(value.clerkName) };
}

function toSchool(value: SchoolFields): School {
  return {
    name: value.name,
    superior: value.superior,
    place: value.place,
    symbol: value.symbol,
    councilSymbol: value.councilSymbol,
    submittedTo: value.submittedTo,
    principal: { name: value.principalName, post: value.principalPost },
    clerk: { name: value.clerkName, post: value.clerkPost },
  };
}

function SchoolForm({ school, season }: { readonly school: School; readonly season: Season }): ReactNode {
  const reason = useOfficeReason();
  const seasonForm = useSeasonForm(season);
  const form = useRecord<SchoolFields>({
    saved: {
      name: school.name,
      superior: school.superior,
      place: school.place,
      symbol: school.symbol,
      councilSymbol: school.councilSymbol,
      submittedTo: school.submittedTo,
      principalName: school.principal.name,
      principalPost: school.principal.post,
      clerkName: school.clerk.name,
      clerkPost: school.clerk.post,
    },
    check,
    send: (value, seen) => call('saveSchool', toSchool(value), { seen: toSchool(seen) }),
  });
  const disabled = reason !== null;
  return (
    <Screen
      title="Đơn vị, năm học"
      subtitle="Những điều in trên đầu và cuối mọi văn bản. Mỗi ô được lưu ngay khi rời khỏi ô."
      padded
      primary={{
        label: 'Xem phong trào và đợt',
        run: () => {
          go('campaign');
        },
      }}
      notices={
        <>
          {reason !== null && <Notice tone="info">{reason}</Notice>}
          <ErrorNotice error={form.failure} />
          <SeasonFailure form={seasonForm} />
        </>
      }
    >
      <div className="with-preview">
        <div className="with-preview__form">
          <Section title="Đơn vị">
            <div className="form-grid">
              <Line form={form} field="name" label="Tên đơn vị" disabled={disabled} />
              <Line form={form} field="superior" label="Cơ quan chủ quản" disabled={disabled} />
              <Line
                form={form}
                field="place"
                label="Địa danh"
                hint="Đứng trước ngày tháng của văn bản."
                disabled={disabled}
              />
              <Line
                form={form}
                field="submittedTo"
                label="Nơi nhận tờ trình"
                hint="In sau chữ Kính gửi."
                disabled={disabled}
              />
              <Line
                form={form}
                field="symbol"
                label="Ký hiệu của đơn vị"
                hint="Trong số văn bản của trường, ví dụ THCSHP."
                disabled={disabled}
              />
              <Line
                form={form}
                field="councilSymbol"
                label="Ký hiệu của Hội đồng"
                hint="Trong số văn bản riêng của Hội đồng."
                disabled={disabled}
              />
            </div>
          </Section>
          <Section title="Người ký và người lập">
            <div className="form-grid">
              <Line
                form={form}
                field="principalName"
                label="Người ký văn bản của trường"
                disabled={disabled}
              />
              <Line form={form} field="principalPost" label="Chức vụ" disabled={disabled} />
              <Line form={form} field="clerkName" label="Người lập hồ sơ" disabled={disabled} />
              <Line form={form} field="clerkPost" label="Nhiệm vụ" disabled={disabled} />
            </div>
          </Section>
          <Section title={`Năm học ${formatSchoolYear(season.schoolYear)}`}>
            <SeasonDays form={seasonForm} disabled={disabled} />
          </Section>
          <Section title="Phong trào thi đua">
            <MovementFields form={seasonForm} disabled={disabled} />
          </Section>
        </div>
        <aside className="with-preview__paper" aria-label="Văn bản sẽ in như thế này">
          <PaperPreview school={toSchool(form.value)} schoolYear={season.schoolYear} />
        </aside>
      </div>
    </Screen>
  );
}

function Line(props: {
  readonly form: RecordForm<SchoolFields>;
  readonly field: keyof SchoolFields;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled: boolean;
}): ReactNode {
  const { form, field } = props;
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      value={form.value[field]}
      error={form.errors[field]}
      onChange={(text) => form.set({ [field]: text })}
      onBlur={() => form.save()}
      maxLength={300}
      disabled={props.disabled}
    />
  );
}
