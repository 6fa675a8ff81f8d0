/** Ratings of a person, a school year a row; a rating saves itself. */
import { useState, type ReactNode } from 'react';
import { parseSchoolYear } from '../../../shared/dates.ts';
import type { PersonDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, DateField, ErrorNotice, Section, SelectField, TextField } from '../../components/index.ts';
import { ratingOptions, ratingStateOptions } from './rating-options.ts';

type Year = PersonDetail['years'][number];

/** Years from the newest down, the season's own year always among them. */
export function YearsSection(props: {
  readonly person: PersonDetail;
  readonly schoolYear: string;
  readonly disabled: boolean;
}): ReactNode {
  const { person, schoolYear, disabled } = props;
  const [added, setAdded] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const known = new Map(person.years.map((year) => [year.schoolYear, year]));
  const names = [...new Set([schoolYear, ...added, ...known.keys()])]
    .filter((name) => name !== '')
    .sort()
    .reverse();
  const saveRating = useCommand('saveRating');

  return (
    <Section
      title="Xếp loại từng năm"
      aside={
        !disabled &&
        !asking && (
          <Button size="small" kind="quiet" onClick={() => setAsking(true)}>
            Thêm năm học
          </Button>
        )
      }
    >
      {asking && (
        <YearQuestion
          onYear={(year) => {
            setAdded([...added, year]);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      <ErrorNotice error={saveRating.error} />
      <ul className="year-list">
        {names.map((name) => {
          const year: Year = known.get(name) ?? {
            schoolYear: name,
            rating: null,
            ratingState: null,
            ratedOn: null,
            awards: [],
          };
          const seen = {
            personId: person.id,
            schoolYear: name,
            rating: year.rating,
            state: year.ratingState ?? (name === schoolYear ? 'proposed' : 'decided'),
          } as const;
          return (
            <li key={name} className="year-line">
              <span className="year-line__year">{name}</span>
              <div className="year-line__rating">
                <SelectField
                  small
                  hideLabel
                  label={`Xếp loại năm học ${name}`}
                  value={year.rating}
                  placeholder="Chưa ghi"
                  options={ratingOptions}
                  disabled={disabled}
                  onChange={(rating) => void saveRating.run({ ...seen, rating }, { seen })}
                />
                {year.rating !== null && (
                  <SelectField
                    small
                    hideLabel
                    label={`Kết quả năm học ${name} là`}
                    value={year.ratingState}
                    options={ratingStateOptions}
                    disabled={disabled}
                    onChange={(state) =>
                      void saveRating.run({ ...seen, state: state ?? 'proposed' }, { seen })
                    }
                  />
                )}
                {year.rating !== null && year.ratingState === 'decided' && (
                  <DateField
                    small
                    hideLabel
                    label={`Ngày quyết định xếp loại năm học ${name}`}
                    value={year.ratedOn}
                    disabled={disabled}
                    onChange={(decidedOn) =>
                      void saveRating.run({ ...seen, state: 'decided', decidedOn }, { seen })
                    }
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function YearQuestion(props: {
  readonly onYear: (year: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const year = parseSchoolYear(text);
  return (
    <form
      className="fact-form fact-form--row"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (year !== null) props.onYear(year);
      }}
    >
      <TextField
        small
        label="Năm học"
        placeholder="2023-2024"
        value={text}
        onChange={setText}
        autoFocus
        error={tried && year === null ? 'Hãy nhập hai năm liền nhau, ví dụ 2023-2024.' : null}
      />
      <div className="fact-form__foot">
        <Button size="small" submit>
          Thêm năm học
        </Button>
        <Button size="small" kind="quiet" onClick={props.onClose}>
          Bỏ
        </Button>
      </div>
    </form>
  );
}
