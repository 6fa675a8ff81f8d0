/** Where a person stands over time: their tổ; and whether they work here, with every leave, in one list. */
import { useState, type ReactNode } from 'react';
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { absenceKinds, personStatuses, type AbsenceKind, type PersonStatus } from '../../../shared/terms.ts';
import { leaveDays } from '../../../shared/vi/standing.ts';
import { absenceKindNames, personStatusNames } from '../../../shared/vi/terms.ts';
import type { GroupRow, PersonDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { DateField, SelectField } from '../../components/index.ts';
import { showToast } from '../../store.ts';
import { EntrySection, type Entry } from './entry-section.tsx';
import { FactForm, KindField, optionsOf } from './fact-fields.tsx';

type SpellKind = 'group' | 'status';
type Leave = PersonDetail['absences'][number];

/** "từ 01/09/2023 đến 31/08/2024", "từ 01/09/2024". */
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

/** Membership of tổ; status and leave: newest first, each changed in place, with the form that adds the next one. */
export function StandingSections(props: {
  readonly person: PersonDetail;
  readonly groups: readonly GroupRow[];
  readonly disabled: boolean;
}): ReactNode {
  const { person, groups, disabled } = props;
  const removeSpell = useCommand('removeSpell');
  const removeFact = useCommand('removeFact');

  function spell(
    of: SpellKind,
    row: { readonly from: IsoDate; readonly to: IsoDate | null },
    what: string,
    canRemove: boolean,
  ): Entry & { readonly from: IsoDate } {
    const { from } = row;
    return {
      key: `${of} ${from}`,
      from,
      what,
      when: periodText(row),
      name: what.toLowerCase(),
      form: (onClose) => <SpellForm personId={person.id} of={of} from={from} onClose={onClose} />,
      remove: canRemove
        ? async (reason) => (await removeSpell.run({ personId: person.id, of, from, reason })).ok
        : null,
    };
  }

  function leave(row: Leave): Entry & { readonly from: IsoDate | null } {
    return {
      key: row.id,
      from: row.from,
      what: absenceKindNames[row.kind],
      when: leaveDays(row),
      name: absenceKindNames[row.kind].toLowerCase(),
      form: (onClose) => <StandingForm person={person} row={row} onClose={onClose} />,
      remove: async (reason) => (await removeFact.run({ kind: 'absence', id: row.id, reason })).ok,
    };
  }

  const standing = [
    ...person.absences.map(leave),
    ...person.statuses.map((row) =>
      spell('status', row, personStatusNames[row.status], person.statuses.length > 1),
    ),
  ];
  return (
    <>
      <EntrySection
        title="Tổ"
        none="Chưa thuộc tổ nào."
        add="Chuyển tổ"
        disabled={disabled}
        removal={removeSpell}
        newForm={(onClose) => <GroupForm person={person} groups={groups} onClose={onClose} />}
        entries={person.memberships.map((row) => spell('group', row, row.groupName, true))}
      />
      <EntrySection
        title="Tình trạng, thời gian nghỉ"
        none="Chưa ghi tình trạng."
        add="Ghi thay đổi"
        disabled={disabled}
        removal={removeFact.error === null ? removeSpell : removeFact}
        newForm={(onClose) => <StandingForm person={person} row={null} onClose={onClose} />}
        // What nobody gave days yet stands first: it is asked.
        entries={standing.toSorted((a, b) => ((a.from ?? '9') < (b.from ?? '9') ? 1 : -1))}
      />
    </>
  );
}

const dayMissing = 'Hãy nhập ngày bắt đầu.';

/** Puts the person into another tổ from a day on. */
function GroupForm(props: {
  readonly person: PersonDetail;
  readonly groups: readonly GroupRow[];
  readonly onClose: () => void;
}): ReactNode {
  const { person, groups, onClose } = props;
  const command = useCommand('changeGroup');
  const [groupId, setGroupId] = useState<string | null>(null);
  const [from, setFrom] = useState<IsoDate | null>(null);
  const [tried, setTried] = useState(false);

  async function save(): Promise<void> {
    setTried(true);
    if (groupId === null || from === null) return;
    if ((await command.run({ personId: person.id, groupId, from })).ok) onClose();
  }

  return (
    <FactForm command={command} onSubmit={save} onClose={onClose}>
      <SelectField
        small
        label="Tổ mới"
        value={groupId}
        placeholder="Chọn"
        options={groups
          .filter(({ id }) => id !== person.groupId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setGroupId}
        autoFocus
        error={tried && groupId === null ? 'Hãy chọn một mục.' : null}
      />
      <DateField
        small
        label="Từ ngày"
        value={from}
        onChange={setFrom}
        error={tried && from === null ? dayMissing : null}
      />
    </FactForm>
  );
}

/** Mends the first day of a tổ or a status. */
function SpellForm(props: {
  readonly personId: string;
  readonly of: SpellKind;
  readonly from: IsoDate;
  readonly onClose: () => void;
}): ReactNode {
  const { personId, of, from, onClose } = props;
  const command = useCommand('moveSpell');
  const [day, setDay] = useState<IsoDate | null>(from);
  const [tried, setTried] = useState(false);

  async function save(): Promise<void> {
    setTried(true);
    if (day === null) return;
    if (day === from) {
      onClose();
      return;
    }
    const moved = await command.run({ personId, of, from, newFrom: day });
    if (!moved.ok) return;
    onClose();
    showToast(`Đã sửa ngày bắt đầu thành ${formatDate(day)}.`, () => {
      void command.run({ personId, of, from: day, newFrom: from });
    });
  }

  return (
    <FactForm command={command} onSubmit={save} onClose={onClose}>
      <DateField
        small
        label="Từ ngày"
        value={day}
        onChange={setDay}
        autoFocus
        error={tried && day === null ? dayMissing : null}
      />
    </FactForm>
  );
}

type Choice = AbsenceKind | PersonStatus;

function isLeave(choice: Choice): choice is AbsenceKind {
  return absenceKinds.some((kind) => kind === choice);
}

const leaveOptions = optionsOf(absenceKinds, absenceKindNames);
const statusOptions = optionsOf(personStatuses, personStatusNames);

/** One form for leave and for a change of status; `row` is leave that is changed. */
function StandingForm(props: {
  readonly person: PersonDetail;
  readonly row: Leave | null;
  readonly onClose: () => void;
}): ReactNode {
  const { person, row, onClose } = props;
  const saveAbsence = useCommand('saveAbsence');
  const changeStatus = useCommand('changeStatus');
  const [choice, setChoice] = useState<Choice>(row?.kind ?? 'SICK');
  const [from, setFrom] = useState(row?.from ?? null);
  const [to, setTo] = useState(row?.to ?? null);
  const [tried, setTried] = useState(false);
  const asksEnd = isLeave(choice);
  const isBackwards = asksEnd && from !== null && to !== null && to < from;
  const lacksStart = from === null && (!asksEnd || to !== null);

  async function save(): Promise<void> {
    setTried(true);
    if (lacksStart || isBackwards) return;
    const personId = person.id;
    if (isLeave(choice)) {
      const saved = await saveAbsence.run({ id: row?.id ?? null, personId, kind: choice, from, to });
      if (saved.ok) onClose();
    } else if (from !== null && (await changeStatus.run({ personId, status: choice, from })).ok) onClose();
  }

  return (
    <FactForm command={asksEnd ? saveAbsence : changeStatus} onSubmit={save} onClose={onClose}>
      <KindField<Choice>
        label="Tình trạng"
        value={choice}
        options={
          row === null
            ? [...leaveOptions, ...statusOptions.filter(({ value }) => value !== person.status)]
            : leaveOptions
        }
        onChange={setChoice}
      />
      <DateField
        small
        label="Từ ngày"
        value={from}
        onChange={setFrom}
        hint={asksEnd ? 'Để trống khi chưa rõ.' : undefined}
        error={tried && lacksStart ? dayMissing : null}
      />
      {asksEnd && (
        <DateField
          small
          label="Đến ngày"
          value={to}
          onChange={setTo}
          hint="Để trống khi chưa đi làm lại."
          error={isBackwards ? 'Ngày kết thúc phải sau ngày bắt đầu.' : null}
        />
      )}
    </FactForm>
  );
}
