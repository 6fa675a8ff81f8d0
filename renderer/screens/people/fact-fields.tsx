/** The frame and the fields that the forms of facts share. */
import type { ReactNode } from 'react';
import { formatDate, parseSchoolYear, type IsoDate } from '../../../shared/dates.ts';
import type { CallError } from '../../client.ts';
import {
  Button,
  DateField,
  ErrorNotice,
  SelectField,
  TextField,
  type Action,
} from '../../components/index.ts';

/** Saves one fact; `saveDiscipline` and the like. */
export interface FactCommand {
  readonly busy: boolean;
  readonly error: CallError | null;
}

/** Every value of a term as a choice. */
export function optionsOf<T extends string>(
  values: readonly T[],
  names: Record<T, string>,
): readonly { value: T; label: string }[] {
  return values.map((value) => ({ value, label: names[value] }));
}

/** The form of a fact: its fields, and at the foot take it or leave it, with what the core said. */
export function FactForm(props: {
  readonly command: FactCommand;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  /** What may be done about what the core said. */
  readonly errorAction?: Action | null;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <form
      className="form-grid form-grid--tight"
      onSubmit={(event) => {
        event.preventDefault();
        void props.onSubmit();
      }}
    >
      {props.children}
      <div className="form-grid__wide">
        <ErrorNotice error={props.command.error} action={props.errorAction} />
        <div className="fact-form__foot">
          <Button size="small" submit busy={props.command.busy}>
            Ghi lại
          </Button>
          <Button size="small" kind="quiet" onClick={props.onClose}>
            Bỏ
          </Button>
        </div>
      </div>
    </form>
  );
}

const answers = [
  { value: 'yes', label: 'Có' },
  { value: 'no', label: 'Không' },
] as const;

/** Yes, no, or nobody has said. */
export function AnswerField(props: {
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (answer: boolean | null) => void;
  readonly disabled?: boolean;
}): ReactNode {
  const { value } = props;
  return (
    <SelectField
      small
      label={props.label}
      value={value === null ? null : value ? 'yes' : 'no'}
      placeholder="Chưa rõ"
      options={answers}
      disabled={props.disabled === true}
      onChange={(answer) => props.onChange(answer === null ? null : answer === 'yes')}
    />
  );
}

/** What kind of fact it is, over the whole width; one is always chosen. */
export function KindField<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (kind: T) => void;
}): ReactNode {
  const { label, value, options, onChange } = props;
  return (
    <div className="form-grid__wide">
      <SelectField
        small
        label={label}
        value={value}
        options={options}
        onChange={(next) => onChange(next ?? value)}
      />
    </div>
  );
}

/** A name that must be there, over the whole width. */
export function NameField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly tried: boolean;
  /** Said when it is missing. */
  readonly missing: string;
  readonly autoFocus?: boolean;
}): ReactNode {
  const { label, value, onChange, tried, missing, autoFocus = false } = props;
  return (
    <div className="form-grid__wide">
      <TextField
        small
        label={label}
        value={value}
        onChange={onChange}
        maxLength={300}
        autoFocus={autoFocus}
        error={tried && value.trim() === '' ? missing : null}
      />
    </div>
  );
}

/** Said under a school year that cannot be read. */
export const yearProblem = 'Hãy nhập hai năm liền nhau, ví dụ 2025-2026.';

/** The school year that a fact belongs to. */
export function YearField(props: {
  readonly value: string;
  readonly onChange: (year: string) => void;
  readonly tried: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}): ReactNode {
  const { value, onChange, tried, disabled = false, autoFocus = false } = props;
  return (
    <TextField
      small
      label="Năm học"
      value={value}
      onChange={onChange}
      disabled={disabled}
      autoFocus={autoFocus}
      error={tried && parseSchoolYear(value) === null ? yearProblem : null}
    />
  );
}

/** The number of the decision that a fact rests on. */
export function DecisionNumberField(props: {
  readonly value: string;
  readonly onChange: (number: string) => void;
}): ReactNode {
  return <TextField small optional label="Số quyết định" maxLength={300} {...props} />;
}

/** "Quyết định số 12/QĐ ngày 01/06/2025", as far as it is known. */
export function decisionText({
  number,
  date,
}: {
  readonly number: string;
  readonly date: IsoDate | null;
}): string {
  return [number === '' ? '' : `Quyết định số ${number}`, date === null ? '' : `ngày ${formatDate(date)}`]
    .filter((text) => text !== '')
    .join(' ');
}

/** Two days; the last may be open where `openEnd` says in words what that means. */
export function Period(props: {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly onFrom: (date: IsoDate | null) => void;
  readonly onTo: (date: IsoDate | null) => void;
  readonly tried: boolean;
  readonly openEnd: string | null;
}): ReactNode {
  const { from, to, tried, openEnd } = props;
  return (
    <>
      <DateField
        small
        label="Từ ngày"
        value={from}
        onChange={props.onFrom}
        error={tried && from === null ? 'Hãy nhập ngày bắt đầu.' : null}
      />
      <DateField
        small
        label="Đến ngày"
        value={to}
        onChange={props.onTo}
        hint={openEnd ?? undefined}
        error={
          tried && to === null && openEnd === null
            ? 'Hãy nhập ngày kết thúc.'
            : from !== null && to !== null && to < from
              ? 'Ngày kết thúc phải sau ngày bắt đầu.'
              : null
        }
      />
    </>
  );
}

/** Whether two days are a stretch of time: the first is there, the last is not before it. */
export function isPeriod(from: IsoDate | null, to: IsoDate | null): from is IsoDate {
  return from !== null && (to === null || to >= from);
}
