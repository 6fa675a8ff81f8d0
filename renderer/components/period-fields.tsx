import type { ReactNode } from 'react';
import type { IsoDate } from '../../shared/dates.ts';
import { DateField } from './fields.tsx';
import type { FieldErrors, RecordForm } from './use-record.ts';

/** First and last day of something that both begins and ends. */
export interface Period {
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
}

/** What keeps a period from being saved. */
export function checkPeriod({ startsOn, endsOn }: Period): FieldErrors<Period> {
  return {
    startsOn: startsOn === null ? 'Hãy nhập ngày bắt đầu.' : null,
    endsOn:
      endsOn === null
        ? 'Hãy nhập ngày kết thúc.'
        : startsOn !== null && endsOn < startsOn
          ? 'Ngày kết thúc phải sau ngày bắt đầu.'
          : null,
  };
}

/** The two days of a record, side by side in its form. */
export function PeriodFields(props: {
  readonly labels: readonly [from: string, to: string];
  readonly form: Pick<RecordForm<Period>, 'value' | 'save' | 'errors'>;
  readonly disabled: boolean;
}): ReactNode {
  const { form, disabled } = props;
  const { value, save, errors } = form;
  const [from, to] = props.labels;
  return (
    <>
      <DateField
        label={from}
        value={value.startsOn}
        error={errors.startsOn}
        onChange={(startsOn) => save({ startsOn })}
        disabled={disabled}
      />
      <DateField
        label={to}
        value={value.endsOn}
        error={errors.endsOn}
        onChange={(endsOn) => save({ endsOn })}
        disabled={disabled}
      />
    </>
  );
}
