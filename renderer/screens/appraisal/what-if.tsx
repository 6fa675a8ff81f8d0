/** Nếu: what the rules would say of a case if some of its facts were others; nothing is kept. */
import { useState, type ReactNode } from 'react';
import type { InputOf } from '../../../shared/api.ts';
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { ratings, type Rating } from '../../../shared/terms.ts';
import { conditionStateNames, disciplineFormNames, ratingNames } from '../../../shared/vi/terms.ts';
import type { CaseTrial } from '../../../shared/views.ts';
import { useQuery } from '../../client.ts';
import {
  Button,
  DateField,
  EligibilityChip,
  ErrorNotice,
  Section,
  SelectField,
} from '../../components/index.ts';

type Change = NonNullable<InputOf<'tryCase'>['changes']>[number];
const asItIs = 'Giữ nguyên';

/** The section of a case: closed until it is asked for. */
export function WhatIf({
  caseId,
  isPerson,
}: {
  readonly caseId: string;
  readonly isPerson: boolean;
}): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Section
      title="Nếu dữ kiện khác đi"
      aside={
        <Button size="small" kind="quiet" icon={open ? 'up' : 'down'} onClick={() => setOpen(!open)}>
          {open ? 'Thôi xem thử' : 'Xem thử'}
        </Button>
      }
    >
      {open ? (
        <Trial caseId={caseId} isPerson={isPerson} />
      ) : (
        <p className="muted case-fixed">
          Thử thay đổi một dữ kiện để xem kết quả sẽ thế nào; không ghi gì vào hồ sơ.
        </p>
      )}
    </Section>
  );
}

interface DisciplineChoice {
  readonly kind: 'ended' | 'removed';
  readonly to: IsoDate | null;
}

function Trial({ caseId, isPerson }: { readonly caseId: string; readonly isPerson: boolean }): ReactNode {
  const [rating, setRating] = useState<Rating | null>(null);
  const [scope, setScope] = useState<'BASE' | 'CITY' | null>(null);
  const [disciplines, setDisciplines] = useState<ReadonlyMap<number, DisciplineChoice>>(new Map());
  const [answers, setAnswers] = useState<ReadonlyMap<string, 'pass' | 'fail'>>(new Map());
  const changes: readonly Change[] = [
    ...(rating === null ? [] : [{ kind: 'rating' as const, rating }]),
    ...(scope === null ? [] : [{ kind: 'initiative' as const, scope }]),
    ...[...disciplines].flatMap(([position, { kind, to }]) =>
      kind === 'ended' && to === null ? [] : [{ kind: 'discipline' as const, position, to }],
    ),
    ...[...answers].map(([ruleId, answer]) => ({ kind: 'judgement' as const, ruleId, answer })),
  ];
  const present = useQuery('tryCase', { caseId });
  const trial = useQuery('tryCase', changes.length === 0 ? null : { caseId, changes: [...changes] });
  const { data } = present;
  if (data === null) return <ErrorNotice error={present.error} />;

  function choose(position: number, choice: DisciplineChoice | null): void {
    const next = new Map(disciplines);
    if (choice === null) next.delete(position);
    else next.set(position, choice);
    setDisciplines(next);
  }

  return (
    <div className="what-if">
      <div className="what-if__fields">
        {isPerson && (
          <>
            <SelectField<Rating>
              small
              label={`Xếp loại năm học ${data.schoolYear}`}
              value={rating}
              placeholder={`${asItIs}: ${data.rating === null ? 'chưa có' : ratingNames[data.rating]}`}
              options={ratings.map((value) => ({ value, label: ratingNames[value] }))}
              onChange={setRating}
            />
            <SelectField<'BASE' | 'CITY'>
              small
              label="Sáng kiến của năm học"
              value={scope}
              placeholder={asItIs}
              options={[
                { value: 'BASE', label: 'Thêm một, cơ sở công nhận' },
                { value: 'CITY', label: 'Thêm một, thành phố công nhận' },
              ]}
              onChange={setScope}
            />
          </>
        )}
        {data.disciplines.map(({ form, from }, position) => {
          const choice = disciplines.get(position) ?? null;
          return (
            <div key={position} className="what-if__pair">
              <SelectField<DisciplineChoice['kind']>
                small
                label={`Kỷ luật ${disciplineFormNames[form]}, quyết định ngày ${formatDate(from)}`}
                value={choice?.kind ?? null}
                placeholder={asItIs}
                options={[
                  { value: 'ended', label: 'Hết hiệu lực sớm hơn' },
                  { value: 'removed', label: 'Không có (ghi nhầm)' },
                ]}
                onChange={(kind) => choose(position, kind === null ? null : { kind, to: null })}
              />
              {choice?.kind === 'ended' && (
                <DateField
                  small
                  label="Hết hiệu lực ngày"
                  value={choice.to}
                  onChange={(to) => choose(position, { kind: 'ended', to })}
                />
              )}
            </div>
          );
        })}
        {data.judgeable.map(({ ruleId, sentence }) => (
          <SelectField<'pass' | 'fail'>
            key={ruleId}
            small
            label={sentence}
            value={answers.get(ruleId) ?? null}
            placeholder={asItIs}
            options={[
              { value: 'pass', label: 'Nếu ghi Đạt' },
              { value: 'fail', label: 'Nếu ghi Không đạt' },
            ]}
            onChange={(answer) => {
              const next = new Map(answers);
              if (answer === null) next.delete(ruleId);
              else next.set(ruleId, answer);
              setAnswers(next);
            }}
          />
        ))}
      </div>
      <ErrorNotice error={trial.error} />
      <div className="what-if__verdicts" role="status">
        <Outcome title="Hiện nay" verdict={data.now} />
        {changes.length === 0 ? (
          <p className="muted">Chọn một dữ kiện khác ở trên để xem kết quả.</p>
        ) : (
          trial.data !== null && <Outcome title="Nếu như vậy" verdict={trial.data.then} />
        )}
      </div>
      {trial.data !== null && trial.data.changed.length > 0 && (
        <ul className="changes" aria-label="Điều kiện thay đổi">
          {trial.data.changed.map(({ ruleId, sentence, citation, before, after, fact }) => (
            <li key={`${ruleId} ${sentence}`}>
              {sentence} ({citation}):{' '}
              {before === after
                ? conditionStateNames[after]
                : `${conditionStateNames[before]} → ${conditionStateNames[after]}`}
              . {fact}.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Outcome({
  title,
  verdict,
}: {
  readonly title: string;
  readonly verdict: CaseTrial['now'];
}): ReactNode {
  return (
    <div className={`verdict verdict--${verdict.eligibility}`}>
      <div className="verdict__head">
        <span className="verdict__title">{title}</span>
        <EligibilityChip value={verdict.eligibility} />
      </div>
      <p className="verdict__sentence">{verdict.summary}</p>
    </div>
  );
}
