/** Where a person stands over time: tổ and status, each from a day on. */
import { useState, type ReactNode } from 'react';
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { personStatuses, type PersonStatus } from '../../../shared/terms.ts';
import { personStatusNames } from '../../../shared/vi/terms.ts';
import type { GroupRow, PersonDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, DateField, ErrorNotice, Section, SelectField } from '../../components/index.ts';

const statusOptions = personStatuses.map((value) => ({ value, label: personStatusNames[value] }));

/** "từ 01/09/2023 đến 31/08/2024", "từ 01/09/2024 đến nay". */
export function periodText({ from, to }: { readonly from: IsoDate; readonly to: IsoDate | null }): string {
  return to === null ? `từ ${formatDate(from)}` : `từ ${formatDate(from)} đến ${formatDate(to)}`;
}

/** The days of a discipline, whether duties were involved, and the year in which it counted already. */
export function disciplineText(row: PersonDetail['disciplines'][number]): string {
  const linked =
    row.linkedToDuty === null
      ? 'chưa rõ có liên quan nhiệm vụ hay không'
      : row.linkedToDuty
        ? 'liên quan đến thực hiện nhiệm vụ'
        : 'không liên quan đến thực hiện nhiệm vụ';
  const counted = row.countedInYear === null ? '' : ` · đã tính khi xếp loại năm học ${row.countedInYear}`;
  return `${periodText(row)} · ${linked}${counted}`;
}

interface Line {
  readonly key: string;
  readonly what: string;
  readonly when: string;
}

/** Membership of tổ and status, newest first, each with the form that adds the next one. */
export function StandingSections(props: {
  readonly person: PersonDetail;
  readonly groups: readonly GroupRow[];
  readonly disabled: boolean;
}): ReactNode {
  const { person, groups, disabled } = props;
  const changeGroup = useCommand('changeGroup');
  const changeStatus = useCommand('changeStatus');
  return (
    <>
      <DatedSection
        title="Tổ"
        none="Chưa thuộc tổ nào."
        change="Chuyển tổ"
        question="Tổ mới"
        lines={person.memberships.map((row) => ({
          key: row.from,
          what: row.groupName,
          when: periodText(row),
        }))}
        options={groups
          .filter(({ id }) => id !== person.groupId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        error={<ErrorNotice error={changeGroup.error} />}
        busy={changeGroup.busy}
        disabled={disabled}
        onChange={async (groupId, from) => (await changeGroup.run({ personId: person.id, groupId, from })).ok}
      />
      <DatedSection<PersonStatus>
        title="Tình trạng"
        none="Chưa ghi tình trạng."
        change="Đổi tình trạng"
        question="Tình trạng mới"
        lines={person.statuses.map((row) => ({
          key: `${row.status} ${row.from}`,
          what: personStatusNames[row.status],
          when: periodText(row),
        }))}
        options={statusOptions.filter(({ value }) => value !== person.status)}
        error={<ErrorNotice error={changeStatus.error} />}
        busy={changeStatus.busy}
        disabled={disabled}
        onChange={async (status, from) => (await changeStatus.run({ personId: person.id, status, from })).ok}
      />
    </>
  );
}

function DatedSection<T extends string>(props: {
  readonly title: string;
  readonly none: string;
  readonly change: string;
  readonly question: string;
  readonly lines: readonly Line[];
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly error: ReactNode;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: T, from: IsoDate) => Promise<boolean>;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState<T | null>(null);
  const [from, setFrom] = useState<IsoDate | null>(null);
  const [tried, setTried] = useState(false);

  function close(): void {
    setOpen(false);
    setValue(null);
    setFrom(null);
    setTried(false);
  }

  async function save(): Promise<void> {
    setTried(true);
    if (value === null || from === null) return;
    if (await props.onChange(value, from)) close();
  }

  return (
    <Section
      title={props.title}
      aside={
        !open &&
        !props.disabled && (
          <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
            {props.change}
          </Button>
        )
      }
    >
      {open && (
        <form
          className="fact-form form-grid form-grid--tight"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <SelectField
            small
            label={props.question}
            value={value}
            placeholder="Chọn"
            options={props.options}
            onChange={setValue}
            autoFocus
            error={tried && value === null ? 'Hãy chọn một mục.' : null}
          />
          <DateField
            small
            label="Từ ngày"
            value={from}
            onChange={setFrom}
            error={tried && from === null ? 'Hãy nhập ngày bắt đầu.' : null}
          />
          <div className="form-grid__wide">
            {props.error}
            <div className="fact-form__foot">
              <Button size="small" submit busy={props.busy}>
                {props.change}
              </Button>
              <Button size="small" kind="quiet" onClick={close}>
                Bỏ
              </Button>
            </div>
          </div>
        </form>
      )}
      {props.lines.length === 0 && <p className="muted fact-none">{props.none}</p>}
      <ul className="fact-list">
        {props.lines.map((line) => (
          <li key={line.key} className="fact-line fact-line--pair">
            <p>{line.what}</p>
            <p className="muted">{line.when}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
