import { useId, useRef, useState, type ReactNode } from 'react';
import { formatDate, parseDate, type IsoDate } from '../../shared/dates.ts';
import { formatPoints, parsePoints } from '../../shared/numbers.ts';
import { useStore } from '../store.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icons.tsx';

/** What every field takes. */
export interface FieldProps {
  readonly label: string;
  /** A word under the field while there is no error. */
  readonly hint?: string | undefined;
  /** One sentence: what is wrong and what to do. */
  readonly error?: string | null | undefined;
  /** Says "(không bắt buộc)" beside the label. */
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Hides the label from sight, not from a screen reader: only where a column's head says the same. */
  readonly hideLabel?: boolean | undefined;
  readonly small?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** The label, the hint and the error around one input; `children` draws the input with the given ids. */
export function Field(
  props: FieldProps & {
    readonly children: (ids: {
      readonly id: string;
      readonly describedBy: string | undefined;
      readonly invalid: boolean;
    }) => ReactNode;
  },
): ReactNode {
  const id = useId();
  const error = props.error ?? null;
  const note = `${id}-note`;
  const hasNote = error !== null || props.hint !== undefined;
  return (
    <div className="field">
      <label className={props.hideLabel === true ? 'visually-hidden' : 'field__label'} htmlFor={id}>
        {props.label}
        {props.optional === true && <small>(không bắt buộc)</small>}
      </label>
      {props.children({ id, describedBy: hasNote ? note : undefined, invalid: error !== null })}
      {error !== null ? (
        <p className="field__error" id={note} role="alert">
          <Icon name="error" size={14} />
          {error}
        </p>
      ) : (
        props.hint !== undefined && (
          <p className="field__hint" id={note}>
            {props.hint}
          </p>
        )
      )}
    </div>
  );
}

/** One line of text, or several with `lines`. */
export function TextField(
  props: FieldProps & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly onBlur?: (() => void) | undefined;
    readonly placeholder?: string | undefined;
    readonly lines?: number | undefined;
    readonly readOnly?: boolean | undefined;
    readonly maxLength?: number | undefined;
  },
): ReactNode {
  const { value, onBlur, placeholder, disabled, readOnly, maxLength, autoFocus } = props;
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => {
        const shared = {
          id,
          value,
          onBlur,
          placeholder,
          disabled,
          readOnly,
          maxLength,
          autoFocus,
          className: props.small === true ? 'input input--small' : 'input',
          'aria-invalid': invalid,
          'aria-describedby': describedBy,
          autoComplete: 'off',
        };
        return props.lines === undefined ? (
          <input
            {...shared}
            type="text"
            onChange={(event) => {
              props.onChange(event.target.value);
            }}
          />
        ) : (
          <textarea
            {...shared}
            rows={props.lines}
            onChange={(event) => {
              props.onChange(event.target.value);
            }}
          />
        );
      }}
    </Field>
  );
}

/** Text that stays as it is typed and is read when the field is left. */
function TypedField<T>(
  props: FieldProps & {
    readonly value: T | null;
    readonly onChange: (value: T | null) => void;
    readonly format: (value: T | null) => string;
    readonly parse: (text: string) => T | null;
    readonly check: (value: T) => string | null;
    readonly wrong: string;
    readonly placeholder?: string | undefined;
    readonly suffix?: ReactNode;
    readonly numeric: boolean;
  },
): ReactNode {
  const [typed, setTyped] = useState<{
    readonly text: string;
    readonly from: T | null;
    /** It was handed on, and stays in sight while that is being saved. */
    readonly sent: boolean;
  } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const saving = useStore((state) => state.busy > 0);
  // A value that came from outside wins over what was typed for an older one, for good: the older one may come back.
  const follows = typed !== null && !Object.is(typed.from, props.value);
  const isOld = typed?.sent === true ? follows || !saving : follows && !focused && problem === null;
  if (isOld) setTyped(null);
  const current = isOld ? null : typed;
  const text = current?.text ?? props.format(props.value);

  function leave(): void {
    setFocused(false);
    if (current === null || current.sent) return;
    const tidy = current.text.trim();
    const value = tidy === '' ? null : props.parse(tidy);
    const reason = tidy === '' ? null : value === null ? props.wrong : props.check(value);
    setProblem(reason);
    if (reason !== null) return;
    if (Object.is(value, props.value)) {
      setTyped(null);
      return;
    }
    setTyped({ text: props.format(value), from: current.from, sent: true });
    props.onChange(value);
  }

  return (
    // What is said of the older value goes as soon as one types: were it to go on leaving, the button that is being
    // pressed would move from under the pointer.
    <Field {...props} error={problem ?? (current === null ? props.error : null)}>
      {({ id, describedBy, invalid }) => {
        const input = (
          <input
            id={id}
            type="text"
            inputMode={props.numeric ? 'decimal' : 'numeric'}
            className={`input${props.numeric ? ' input--number' : ''}${props.small === true ? ' input--small' : ''}`}
            value={text}
            placeholder={props.placeholder}
            disabled={props.disabled}
            autoFocus={props.autoFocus}
            autoComplete="off"
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onFocus={() => {
              setFocused(true);
            }}
            onChange={(event) => {
              setTyped({ text: event.target.value, from: props.value, sent: false });
              setProblem(null);
            }}
            onBlur={leave}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave();
            }}
          />
        );
        return props.suffix === undefined ? (
          input
        ) : (
          <span className="field__suffix">
            {input}
            {typeof props.suffix === 'string' ? <span className="muted">{props.suffix}</span> : props.suffix}
          </span>
        );
      }}
    </Field>
  );
}

/** A day typed as `dd/mm/yyyy`; a day that does not exist stays as typed, with the error under it. */
export function DateField(
  props: FieldProps & {
    readonly value: IsoDate | null;
    readonly onChange: (value: IsoDate | null) => void;
    readonly check?: ((value: IsoDate) => string | null) | undefined;
    /** The last day that can be meant by a year of two digits: today for a day of birth. */
    readonly latest?: IsoDate | undefined;
  },
): ReactNode {
  return (
    <TypedField<IsoDate>
      {...props}
      check={props.check ?? accept}
      format={formatDate}
      parse={(text) => parseDate(text, props.latest)}
      wrong="Không có ngày này. Hãy nhập ngày/tháng/năm, ví dụ 05/02/2026."
      placeholder="ngày/tháng/năm"
      numeric={false}
      suffix={props.disabled === true ? undefined : <Calendar {...props} />}
    />
  );
}

/** The browser's own calendar, opened by a button; what is picked is a day as if it had been typed. */
function Calendar(props: {
  readonly value: IsoDate | null;
  readonly onChange: (value: IsoDate | null) => void;
  readonly check?: ((value: IsoDate) => string | null) | undefined;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="calendar">
      <input
        ref={input}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={props.value ?? ''}
        onChange={(event) => {
          const day = event.target.value;
          if (day !== '' && (props.check ?? accept)(day) === null) props.onChange(day);
        }}
      />
      <IconButton
        label="Mở lịch"
        icon="calendar"
        small
        onClick={() => {
          input.current?.showPicker();
        }}
      />
    </span>
  );
}

/** A whole number, or points in hundredths with `points`; blank stays blank and is not zero. */
export function NumberField(
  props: FieldProps & {
    readonly value: number | null;
    readonly onChange: (value: number | null) => void;
    /** The value is hundredths of a point, typed and shown with a decimal comma. */
    readonly points?: boolean | undefined;
    /** Bounds, in the unit of the value. */
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    /** Unit after the field: "phiếu". */
    readonly suffix?: string | undefined;
  },
): ReactNode {
  const points = props.points === true;
  const format = points ? formatPoints : formatWhole;
  const { min = 0, max } = props;

  function check(value: number): string | null {
    if (value < min) return `Số này phải từ ${format(min)} trở lên.`;
    if (max !== undefined && value > max) return `Số này không được lớn hơn ${format(max)}.`;
    return null;
  }

  return (
    <TypedField<number>
      {...props}
      check={check}
      format={format}
      parse={points ? parsePoints : parseWhole}
      wrong={
        points
          ? 'Đây không phải là số điểm. Hãy nhập số, ví dụ 19,5.'
          : 'Đây không phải là số nguyên. Hãy nhập số, ví dụ 12.'
      }
      numeric
    />
  );
}

function accept(): null {
  return null;
}

function formatWhole(value: number | null): string {
  return value === null ? '' : String(value);
}

/** Reads a whole number; dots between thousands are allowed. */
function parseWhole(text: string): number | null {
  const plain = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text;
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** One of a few fixed values; `placeholder` adds an empty first line that gives null. */
export function SelectField<T extends string>(
  props: FieldProps & {
    readonly value: T | null;
    readonly options: readonly { readonly value: T; readonly label: string }[];
    readonly onChange: (value: T | null) => void;
    readonly placeholder?: string | undefined;
  },
): ReactNode {
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <select
          id={id}
          className={props.small === true ? 'input input--small' : 'input'}
          value={props.value ?? ''}
          disabled={props.disabled}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={(event) => {
            props.onChange(
              props.options.find((option) => option.value === event.target.value)?.value ?? null,
            );
          }}
        >
          {(props.placeholder !== undefined || props.value === null) && (
            <option value="">{props.placeholder ?? ''}</option>
          )}
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A yes or no. */
export function CheckField(props: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
}): ReactNode {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => {
          props.onChange(event.target.checked);
        }}
      />
      <span>
        {props.label}
        {props.note !== undefined && <small>{props.note}</small>}
      </span>
    </label>
  );
}

/** One of a few values that are all in sight. */
export function RadioField<T extends string>(props: {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly note?: string | undefined;
  }[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean | undefined;
  readonly inRow?: boolean | undefined;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className="field" disabled={props.disabled}>
      <legend className="field__label">{props.label}</legend>
      <div className={props.inRow === true ? 'radios radios--row' : 'radios'}>
        {props.options.map((option) => (
          <label className="check" key={option.value}>
            <input
              type="radio"
              name={name}
              checked={props.value === option.value}
              onChange={() => {
                props.onChange(option.value);
              }}
            />
            <span>
              {option.label}
              {option.note !== undefined && <small>{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
