/** One tổ, or the school, beside the list: what it is, its results year by year, its awards, what must be watched. */
import { useState, type ReactNode } from 'react';
import { formatDate, parseSchoolYear } from '../../../shared/dates.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import { ratings, type Id, type Rating } from '../../../shared/terms.ts';
import { pendingMatterKindNames, ratingNames } from '../../../shared/vi/terms.ts';
import type { AwardRow, CollectiveDetail } from '../../../shared/views.ts';
import { useCommand, useQuery } from '../../client.ts';
import {
  Button,
  DateField,
  DetailPanel,
  EligibilityChip,
  ErrorNotice,
  NumberField,
  OutcomeChip,
  Section,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { go } from '../../store.ts';
import { awardText } from './achievement.tsx';
import { AwardFields, yearProblem } from './award-forms.tsx';
import { PendingMatterForm } from './fact-forms.tsx';
import { AnswerField, FactFoot, FactSection, Form, optionsOf, type FactFormProps } from './fact-section.tsx';
import { periodText } from './standing.tsx';

type Year = CollectiveDetail['years'][number];
type Matter = CollectiveDetail['matters'][number];

const ratingOptions = optionsOf(ratings, ratingNames);
const stateOptions = [
  { value: 'proposed', label: 'dự kiến' },
  { value: 'decided', label: 'chính thức' },
] as const;

/** The panel of the collective with this id. */
export function CollectivePanel(props: {
  readonly id: Id;
  readonly schoolYear: string;
  readonly disabled: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { id, schoolYear, disabled } = props;
  const { data, error } = useQuery('getCollective', { id });
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
      <Cases collective={data} />
      <Years collective={data} schoolYear={schoolYear} disabled={disabled} />
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
          onChange={(next) => void save.run({ id, establishedOn: next, receivesFlags })}
        />
        <AnswerField
          label="Thuộc loại hình được tặng cờ thi đua"
          value={receivesFlags}
          disabled={disabled}
          onChange={(next) => void save.run({ id, establishedOn, receivesFlags: next })}
        />
      </div>
    </Section>
  );
}

function Cases({ collective }: { readonly collective: CollectiveDetail }): ReactNode {
  return (
    <Section
      title="Đăng ký năm học này"
      aside={
        <Button size="small" kind="quiet" onClick={() => go('registration', `group:${collective.id}`)}>
          Xem đăng ký
        </Button>
      }
    >
      {collective.cases.length === 0 && <p className="muted fact-none">Chưa đăng ký danh hiệu nào.</p>}
      <ul className="fact-list">
        {collective.cases.map((row) => (
          <li key={row.id} className="fact-line">
            <p>{row.titleName}</p>
            <span>
              {row.outcome === null ? (
                <EligibilityChip value={row.eligibility} />
              ) : (
                <OutcomeChip value={row.outcome} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function yearText(year: Year): string {
  const decision = [
    year.decisionNumber === '' ? '' : `Quyết định số ${year.decisionNumber}`,
    year.ratedOn === null ? '' : `ngày ${formatDate(year.ratedOn)}`,
  ]
    .filter((text) => text !== '')
    .join(' ');
  return [
    year.rating === null
      ? 'Chưa ghi xếp loại'
      : `${ratingNames[year.rating]}${year.ratingState === 'proposed' ? ' (dự kiến)' : ''}`,
    decision,
    year.clusterRank === null ? '' : `thứ ${formatInteger(year.clusterRank)} trong cụm, khối thi đua`,
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** Years from the newest down, the season's own among them. */
function Years({
  collective,
  schoolYear,
  disabled,
}: SectionProps & { readonly schoolYear: string }): ReactNode {
  const [editing, setEditing] = useState<string | null>(null);
  const years = collective.years.some((year) => year.schoolYear === schoolYear)
    ? collective.years
    : [blankYear(schoolYear), ...collective.years];
  return (
    <Section
      title="Xếp loại, thứ hạng từng năm học"
      aside={
        !disabled &&
        editing === null && (
          <Button size="small" kind="quiet" onClick={() => setEditing('')}>
            Thêm năm học
          </Button>
        )
      }
    >
      {editing === '' && (
        <div className="fact-form">
          <YearForm groupId={collective.id} row={null} onClose={() => setEditing(null)} />
        </div>
      )}
      <ul className="fact-list">
        {years.map((year) =>
          editing === year.schoolYear ? (
            <li key={year.schoolYear} className="fact-form">
              <YearForm groupId={collective.id} row={year} onClose={() => setEditing(null)} />
            </li>
          ) : (
            <li key={year.schoolYear} className="fact-line">
              <div>
                <p>Năm học {year.schoolYear}</p>
                <p className="muted">{yearText(year)}</p>
              </div>
              {!disabled && (
                <span className="fact-line__tools">
                  <Button
                    size="small"
                    kind="quiet"
                    title={`Sửa kết quả năm học ${year.schoolYear}`}
                    onClick={() => setEditing(year.schoolYear)}
                  >
                    Sửa
                  </Button>
                </span>
              )}
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}

function blankYear(schoolYear: string): Year {
  return {
    schoolYear,
    rating: null,
    ratingState: null,
    ratedOn: null,
    decisionNumber: '',
    clusterRank: null,
  };
}

function YearForm({ groupId, row, onClose }: FactFormProps<Year> & { readonly groupId: Id }): ReactNode {
  const command = useCommand('saveCollectiveYear');
  const [year, setYear] = useState(row?.schoolYear ?? '');
  const [rating, setRating] = useState<Rating | null>(row?.rating ?? null);
  const [state, setState] = useState<'proposed' | 'decided'>(row?.ratingState ?? 'decided');
  const [decidedOn, setDecidedOn] = useState(row?.ratedOn ?? null);
  const [decisionNumber, setDecisionNumber] = useState(row?.decisionNumber ?? '');
  const [clusterRank, setClusterRank] = useState(row?.clusterRank ?? null);
  const [tried, setTried] = useState(false);
  const goodYear = parseSchoolYear(year);

  async function save(): Promise<void> {
    setTried(true);
    if (goodYear === null) return;
    const result = await command.run({
      groupId,
      schoolYear: goodYear,
      rating,
      state,
      decidedOn: state === 'decided' ? decidedOn : null,
      decisionNumber: decisionNumber.trim(),
      clusterRank,
    });
    if (result.ok) onClose();
  }

  return (
    <Form onSubmit={() => void save()}>
      <TextField
        small
        label="Năm học"
        value={year}
        onChange={setYear}
        disabled={row !== null}
        autoFocus={row === null}
        error={tried && goodYear === null ? yearProblem : null}
      />
      <NumberField
        small
        optional
        label="Thứ hạng trong cụm, khối thi đua"
        value={clusterRank}
        min={1}
        max={1000}
        onChange={setClusterRank}
      />
      <SelectField
        small
        label="Xếp loại tập thể"
        value={rating}
        placeholder="Chưa ghi"
        options={ratingOptions}
        onChange={setRating}
      />
      {rating !== null && (
        <SelectField
          small
          label="Kết quả là"
          value={state}
          options={stateOptions}
          onChange={(next) => setState(next ?? state)}
        />
      )}
      {rating !== null && state === 'decided' && (
        <>
          <TextField
            small
            optional
            label="Số quyết định"
            value={decisionNumber}
            onChange={setDecisionNumber}
            maxLength={300}
          />
          <DateField small optional label="Ngày quyết định" value={decidedOn} onChange={setDecidedOn} />
        </>
      )}
      <div className="form-grid__wide">
        <FactFoot command={command} onClose={onClose} />
      </div>
    </Form>
  );
}

function CollectiveAwardForm({
  groupId,
  ...form
}: FactFormProps<AwardRow> & { readonly groupId: Id; readonly schoolYear: string }): ReactNode {
  const command = useCommand('saveCollectiveAward');
  return (
    <AwardFields
      {...form}
      object="GROUP"
      command={command}
      send={async (award) => (await command.run({ ...award, id: form.row?.id ?? null, groupId })).ok}
    />
  );
}

function CollectiveMatterForm({
  groupId,
  ...form
}: FactFormProps<Matter> & { readonly groupId: Id }): ReactNode {
  const command = useCommand('saveCollectiveMatter');
  return (
    <PendingMatterForm
      {...form}
      command={command}
      send={async (matter) => (await command.run({ ...matter, id: form.row?.id ?? null, groupId })).ok}
    />
  );
}
