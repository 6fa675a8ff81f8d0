/** The season's movement and days, typed on two screens: that of the school and that of the campaigns. */
import type { ReactNode } from 'react';
import type { IsoDate } from '../../../shared/dates.ts';
import { ok } from '../../../shared/result.ts';
import type { Season } from '../../../shared/views.ts';
import { call } from '../../client.ts';
import {
  DateField,
  ErrorNotice,
  PeriodFields,
  TextField,
  checkPeriod,
  useRecord,
  type Period,
  type RecordForm,
} from '../../components/index.ts';

interface SeasonFields extends Period {
  readonly movementName: string;
  readonly planNumber: string;
  readonly planDate: IsoDate | null;
  readonly content: string;
  readonly registrationDeadline: IsoDate | null;
  readonly meetingOn: IsoDate | null;
}

export type SeasonForm = RecordForm<SeasonFields>;

function toInput(value: SeasonFields) {
  const { startsOn, endsOn, registrationDeadline, meetingOn } = value;
  if (startsOn === null || endsOn === null) return null;
  const { movementName: name, planNumber, planDate, content } = value;
  const movement = { name, planNumber, planDate, content };
  return { movement, startsOn, endsOn, registrationDeadline, meetingOn };
}

/** The form over a season; it saves itself. */
export function useSeasonForm(season: Season): SeasonForm {
  const { movement } = season;
  return useRecord<SeasonFields>({
    saved: {
      movementName: movement.name,
      planNumber: movement.planNumber,
      planDate: movement.planDate,
      content: movement.content,
      startsOn: season.startsOn,
      endsOn: season.endsOn,
      registrationDeadline: season.registrationDeadline,
      meetingOn: season.meetingOn,
    },
    check: checkPeriod,
    send(value, seen) {
      const input = toInput(value);
      if (input === null) return Promise.resolve(ok(null));
      return call('saveSeason', input, { seen: toInput(seen) ?? undefined });
    },
  });
}

interface PartProps {
  readonly form: SeasonForm;
  readonly disabled: boolean;
}

/** Name, plan and content of the movement. */
export function MovementFields({ form, disabled }: PartProps): ReactNode {
  const { value, set, save } = form;
  return (
    <div className="form-grid">
      <div className="form-grid__wide">
        <TextField
          label="Tên phong trào thi đua"
          value={value.movementName}
          onChange={(movementName) => set({ movementName })}
          onBlur={() => save()}
          maxLength={300}
          disabled={disabled}
        />
      </div>
      <TextField
        label="Số kế hoạch phát động"
        hint="Ví dụ 12/KH-THCSHP."
        value={value.planNumber}
        onChange={(planNumber) => set({ planNumber })}
        onBlur={() => save()}
        maxLength={300}
        disabled={disabled}
      />
      <DateField
        label="Ngày kế hoạch"
        value={value.planDate}
        onChange={(planDate) => save({ planDate })}
        disabled={disabled}
      />
      <div className="form-grid__wide">
        <TextField
          label="Nội dung thi đua"
          lines={3}
          value={value.content}
          onChange={(content) => set({ content })}
          onBlur={() => save()}
          maxLength={2000}
          disabled={disabled}
        />
      </div>
    </div>
  );
}

/** First and last day of the season, deadline of registration, day of the meeting. */
export function SeasonDays({ form, disabled }: PartProps): ReactNode {
  const { value, save } = form;
  return (
    <div className="form-grid">
      <PeriodFields labels={['Ngày bắt đầu', 'Ngày kết thúc']} form={form} disabled={disabled} />
      <DateField
        label="Hạn đăng ký"
        hint="Sau ngày này ghi là muộn."
        value={value.registrationDeadline}
        onChange={(registrationDeadline) => save({ registrationDeadline })}
        disabled={disabled}
      />
      <DateField
        label="Ngày họp Hội đồng"
        hint="Chọn bộ quy tắc theo ngày này."
        value={value.meetingOn}
        onChange={(meetingOn) => save({ meetingOn })}
        disabled={disabled}
      />
    </div>
  );
}

/** Why the season was not saved, if it was not. */
export function SeasonFailure({ form }: { readonly form: SeasonForm }): ReactNode {
  return <ErrorNotice error={form.failure} />;
}
