/** Who a person is: fields that save themselves. */
import type { ReactNode } from 'react';
import type { IsoDate } from '../../../shared/dates.ts';
import { daysFault } from '../../../shared/person-name.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id, Sex } from '../../../shared/terms.ts';
import { nameProblem, sentenceOf } from '../../../shared/vi/input.ts';
import { sexNames } from '../../../shared/vi/terms.ts';
import type { PersonRow } from '../../../shared/views.ts';
import { call, type CallError } from '../../client.ts';
import {
  CheckField,
  DateField,
  SelectField,
  TextField,
  type FieldErrors,
  type RecordForm,
} from '../../components/index.ts';

/** The identity of a person as it is typed. */
export interface IdentityFields {
  readonly fullName: string;
  readonly code: string;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
  readonly position: string;
  readonly duty: string;
  readonly degree: string;
  readonly joinedOn: IsoDate | null;
  readonly partyMember: boolean;
}

/** An empty form, for someone new. */
export const blankIdentity: IdentityFields = {
  fullName: '',
  code: '',
  birthDate: null,
  sex: null,
  position: '',
  duty: '',
  degree: '',
  joinedOn: null,
  partyMember: false,
};

/** The fields of someone who is in the list. */
export function identityOf(person: PersonRow): IdentityFields {
  return {
    fullName: person.fullName,
    code: person.code ?? '',
    birthDate: person.birthDate,
    sex: person.sex,
    position: person.position,
    duty: person.duty,
    degree: person.degree,
    joinedOn: person.joinedOn,
    partyMember: person.partyMember,
  };
}

function today(): IsoDate {
  return new Date().toISOString().slice(0, 10);
}

/** What must be mended before the fields can be saved. */
export function checkIdentity(value: IdentityFields): FieldErrors<IdentityFields> {
  const days = daysFault({ ...value, latestBirth: today() });
  return {
    fullName: value.fullName.trim() === '' ? 'Hãy nhập họ và tên.' : nameProblem(value.fullName),
    birthDate: days === 'born-later' ? sentenceOf(days) : null,
    joinedOn: days === 'joined-before-birth' ? sentenceOf(days) : null,
  };
}

function withCode(value: IdentityFields) {
  const code = value.code.trim();
  return { ...value, code: code === '' ? null : code };
}

/** Saves the fields over those that were seen, if any; gives the id of the person. */
export async function saveIdentity(
  person: { readonly id: Id | null; readonly groupId: Id | null },
  value: IdentityFields,
  seen?: IdentityFields,
): Promise<Result<Id, CallError>> {
  const result = await call(
    'savePerson',
    { ...person, ...withCode(value) },
    { seen: seen === undefined ? undefined : { ...person, ...withCode(seen) } },
  );
  return result.ok ? ok(result.value.id) : err(result.error);
}

const sexOptions = (['FEMALE', 'MALE'] as const).map((value) => ({ value, label: sexNames[value] }));

/** The fields, two in a row. */
export function IdentityForm({
  form,
  disabled,
}: {
  readonly form: Pick<RecordForm<IdentityFields>, 'value' | 'set' | 'save' | 'errors'>;
  readonly disabled: boolean;
}): ReactNode {
  const { value, set, save, errors } = form;
  function text(field: 'code' | 'position' | 'duty' | 'degree', label: string, maxLength = 300): ReactNode {
    return (
      <TextField
        small
        label={label}
        value={value[field]}
        onChange={(typed) => set({ [field]: typed })}
        onBlur={() => save()}
        maxLength={maxLength}
        disabled={disabled}
      />
    );
  }
  return (
    <div className="form-grid form-grid--tight">
      <TextField
        small
        label="Họ và tên"
        value={value.fullName}
        error={errors.fullName}
        onChange={(fullName) => set({ fullName })}
        onBlur={() => save()}
        maxLength={300}
        disabled={disabled}
      />
      {text('code', 'Mã định danh', 40)}
      <DateField
        small
        label="Ngày sinh"
        latest={today()}
        value={value.birthDate}
        error={errors.birthDate}
        onChange={(birthDate) => save({ birthDate })}
        disabled={disabled}
      />
      <SelectField
        small
        label="Giới tính"
        value={value.sex}
        options={sexOptions}
        placeholder="Chưa ghi"
        onChange={(sex) => save({ sex })}
        disabled={disabled}
      />
      {text('position', 'Chức vụ')}
      {text('duty', 'Môn dạy, nhiệm vụ')}
      {text('degree', 'Trình độ')}
      <DateField
        small
        label="Ngày vào ngành"
        value={value.joinedOn}
        error={errors.joinedOn}
        onChange={(joinedOn) => save({ joinedOn })}
        disabled={disabled}
      />
      <CheckField
        label="Đảng viên"
        checked={value.partyMember}
        onChange={(partyMember) => save({ partyMember })}
        disabled={disabled}
      />
    </div>
  );
}
