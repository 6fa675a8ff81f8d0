/** Day, time and place of the meeting, and what was said in it. */
import { useState, type ReactNode } from 'react';
import type { Body } from '../../../shared/domain/body.ts';
import type { IsoDate } from '../../../shared/dates.ts';
import { bodyWords } from '../../../shared/vi/bodies.ts';
import { nothingSaid } from '../../../shared/vi/council.ts';
import type { Meeting, MeetingView } from '../../../shared/views.ts';
import { call, useCommand } from '../../client.ts';
import {
  Button,
  DateField,
  ErrorNotice,
  Section,
  TextField,
  useBody,
  useRecord,
  type FieldErrors,
} from '../../components/index.ts';
import { ApprovalField } from './approval.tsx';
import { checkHours, parseTime } from './time.ts';

interface MeetingFields {
  readonly date: IsoDate | null;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly discussion: string;
  readonly otherOpinions: string;
  readonly chairTitle: string;
  readonly secretaryTitle: string;
  readonly remarks: string;
}

function check(value: MeetingFields): FieldErrors<MeetingFields> {
  return {
    date: value.date === null ? 'Hãy nhập ngày họp.' : null,
    ...checkHours({ from: value.from, to: value.to, needed: true }),
  };
}

function toInput(body: Body, value: MeetingFields & { readonly date: IsoDate }) {
  return {
    body,
    date: value.date,
    from: parseTime(value.from) ?? value.from,
    to: parseTime(value.to) ?? value.to,
    place: value.place,
    discussion: value.discussion,
    otherOpinions: value.otherOpinions,
    chairTitle: value.chairTitle,
    secretaryTitle: value.secretaryTitle,
    remarks: value.remarks,
  };
}

/** The form of a meeting that is planned already; each field is saved when it is left. */
export function MeetingForm(props: {
  readonly view: MeetingView;
  readonly meeting: Meeting;
  readonly lockedReason: string | null;
}): ReactNode {
  const { meeting, lockedReason } = props;
  const disabled = lockedReason !== null;
  const { body } = useBody();
  const form = useRecord<MeetingFields>({
    saved: {
      date: meeting.date,
      from: meeting.from,
      to: meeting.to,
      place: meeting.place,
      discussion: meeting.discussion,
      otherOpinions: meeting.otherOpinions,
      chairTitle: meeting.chairTitle,
      secretaryTitle: meeting.secretaryTitle,
      remarks: meeting.remarks,
    },
    check,
    send: (value, seen) =>
      call('saveMeeting', toInput(body, { ...value, date: value.date ?? meeting.date }), {
        seen: toInput(body, { ...seen, date: seen.date ?? meeting.date }),
      }),
  });
  const { value, errors } = form;
  return (
    <div className="meeting-form">
      <ErrorNotice error={form.failure} />
      <Section title="Thời gian, địa điểm">
        <div className="meeting-form__when">
          <DateField
            label="Ngày họp"
            value={value.date}
            error={errors.date}
            disabled={disabled}
            onChange={(date) => form.save({ date })}
          />
          <TextField
            label="Bắt đầu"
            value={value.from}
            error={errors.from}
            disabled={disabled}
            onChange={(from) => form.set({ from })}
            onBlur={() => form.save()}
          />
          <TextField
            label="Kết thúc"
            value={value.to}
            error={errors.to}
            disabled={disabled}
            onChange={(to) => form.set({ to })}
            onBlur={() => form.save()}
          />
          <TextField
            label="Địa điểm"
            value={value.place}
            disabled={disabled}
            maxLength={300}
            onChange={(place) => form.set({ place })}
            onBlur={() => form.save()}
          />
        </div>
      </Section>
      <Section title="Nội dung">
        <div className="meeting-form__texts">
          <TextField
            label="Ý kiến thảo luận"
            hint="Mỗi ý một dòng, in vào biên bản họp; để trống thì biên bản để chỗ trống."
            value={value.discussion}
            lines={6}
            disabled={disabled}
            maxLength={2000}
            onChange={(discussion) => form.set({ discussion })}
            onBlur={() => form.save()}
          />
          {value.discussion === '' && !disabled && (
            <Button size="small" onClick={() => form.save({ discussion: nothingSaid.discussion })}>
              Ghi: không có ý kiến thảo luận thêm
            </Button>
          )}
          <TextField
            label="Ý kiến khác, kiến nghị"
            optional
            value={value.otherOpinions}
            lines={3}
            disabled={disabled}
            maxLength={2000}
            onChange={(otherOpinions) => form.set({ otherOpinions })}
            onBlur={() => form.save()}
          />
          {value.otherOpinions === '' && !disabled && (
            <Button size="small" onClick={() => form.save({ otherOpinions: nothingSaid.otherOpinions })}>
              Ghi: không có ý kiến khác, bảo lưu
            </Button>
          )}
        </div>
      </Section>
      <Section title="Cuối biên bản">
        <ApprovalField about="MINUTES" view={props.view} lockedReason={lockedReason} />
        <div className="meeting-form__signers">
          <TextField
            label="Chức danh người chủ trì ký"
            optional
            placeholder={body.kind === 'SCHOOL' || body.kind === 'INITIATIVE' ? 'Chủ tịch' : 'Chủ trì'}
            value={value.chairTitle}
            disabled={disabled}
            maxLength={300}
            onChange={(chairTitle) => form.set({ chairTitle })}
            onBlur={() => form.save()}
          />
          <TextField
            label="Chức danh người ghi biên bản ký"
            optional
            placeholder="Thư ký"
            value={value.secretaryTitle}
            disabled={disabled}
            maxLength={300}
            onChange={(secretaryTitle) => form.set({ secretaryTitle })}
            onBlur={() => form.save()}
          />
        </div>
        <div className="meeting-form__texts">
          <TextField
            label="Ghi chú"
            optional
            value={value.remarks}
            lines={2}
            disabled={disabled}
            maxLength={2000}
            onChange={(remarks) => form.set({ remarks })}
            onBlur={() => form.save()}
          />
        </div>
      </Section>
    </div>
  );
}

/** What must be known to plan a meeting. */
export function NewMeetingForm(props: {
  readonly day: IsoDate | null;
  /** Why nothing can be changed. */
  readonly lockedReason: string | null;
}): ReactNode {
  const { body } = useBody();
  const save = useCommand('saveMeeting');
  const meeting = bodyWords[body.kind].meeting.toLocaleLowerCase('vi');
  const disabled = props.lockedReason !== null;
  const [tried, setTried] = useState(false);
  const [value, setValue] = useState<MeetingFields>({
    date: props.day,
    from: '14:00',
    to: '16:30',
    place: '',
    discussion: '',
    otherOpinions: '',
    chairTitle: '',
    secretaryTitle: '',
    remarks: '',
  });
  const errors = tried ? check(value) : {};

  function plan(): void {
    setTried(true);
    const { date } = value;
    if (date === null || Object.values(check(value)).some((error) => error !== null)) return;
    void save.run(toInput(body, { ...value, date }));
  }

  return (
    <form
      className="meeting-form"
      onSubmit={(event) => {
        event.preventDefault();
        plan();
      }}
    >
      <Section title={`Lập ${meeting}`}>
        <p className="muted meeting-form__lead">Ghi ngày giờ họp trước, sau đó điểm danh và mở {meeting}.</p>
        <div className="meeting-form__when">
          <DateField
            label="Ngày họp"
            value={value.date}
            error={errors.date}
            disabled={disabled}
            onChange={(date) => setValue({ ...value, date })}
          />
          <TextField
            label="Bắt đầu"
            value={value.from}
            error={errors.from}
            disabled={disabled}
            onChange={(from) => setValue({ ...value, from })}
          />
          <TextField
            label="Kết thúc"
            value={value.to}
            error={errors.to}
            disabled={disabled}
            onChange={(to) => setValue({ ...value, to })}
          />
          <TextField
            label="Địa điểm"
            value={value.place}
            maxLength={300}
            disabled={disabled}
            onChange={(place) => setValue({ ...value, place })}
          />
        </div>
        <div className="form-foot">
          <Button submit busy={save.busy} disabledReason={props.lockedReason}>
            Lập {meeting}
          </Button>
        </div>
        <ErrorNotice error={save.error} />
      </Section>
    </form>
  );
}
