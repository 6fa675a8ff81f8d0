/** What a tổ or the school came to year by year: its rating, the decision, its rank in the cluster. */
import { useState, type ReactNode } from 'react';
import { parseSchoolYear } from '../../../shared/dates.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import type { Id, Rating } from '../../../shared/terms.ts';
import { ratingNames } from '../../../shared/vi/terms.ts';
import type { CollectiveDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, DateField, NumberField, Section, SelectField, useOpened } from '../../components/index.ts';
import { DecisionNumberField, decisionText, FactForm, YearField } from './fact-fields.tsx';
import type { FactFormProps } from './fact-section.tsx';
import { ratingOptions, ratingStateOptions } from './rating-options.ts';

type Year = CollectiveDetail['years'][number];

function yearText(year: Year): string {
  return [
    year.rating === null
      ? 'Chưa ghi xếp loại'
      : `${ratingNames[year.rating]}${year.ratingState === 'proposed' ? ' (dự kiến)' : ''}`,
    decisionText({ number: year.decisionNumber, date: year.ratedOn }),
    year.clusterRank === null ? '' : `thứ ${formatInteger(year.clusterRank)} trong cụm, khối thi đua`,
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** Years from the newest down, the season's own among them. */
export function CollectiveYears({
  collective,
  schoolYear,
  disabled,
}: {
  readonly collective: CollectiveDetail;
  readonly schoolYear: string;
  readonly disabled: boolean;
}): ReactNode {
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
  const opened = useOpened(row);
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
    const result = await command.run(
      {
        groupId,
        schoolYear: goodYear,
        rating,
        state,
        decidedOn: state === 'decided' ? decidedOn : null,
        decisionNumber: decisionNumber.trim(),
        clusterRank,
      },
      {
        seen: {
          groupId,
          schoolYear: goodYear,
          rating: opened?.rating ?? null,
          state: opened?.ratingState ?? state,
          decidedOn: opened?.ratedOn ?? null,
          decisionNumber: opened?.decisionNumber ?? '',
          clusterRank: opened?.clusterRank ?? null,
        },
      },
    );
    if (result.ok) onClose();
  }

  return (
    <FactForm command={command} onSubmit={save} onClose={onClose}>
      <YearField
        value={year}
        onChange={setYear}
        tried={tried}
        disabled={row !== null}
        autoFocus={row === null}
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
          options={ratingStateOptions}
          onChange={(next) => setState(next ?? state)}
        />
      )}
      {rating !== null && state === 'decided' && (
        <>
          <DecisionNumberField value={decisionNumber} onChange={setDecisionNumber} />
          <DateField small optional label="Ngày quyết định" value={decidedOn} onChange={setDecidedOn} />
        </>
      )}
    </FactForm>
  );
}
