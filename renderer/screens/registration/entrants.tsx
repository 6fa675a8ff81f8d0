/** Who is put forward, a person, a tổ or a pupil a row with all its titles. */
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { objectOf, ownerIdOf, type CaseOwner } from '../../../shared/domain/case-object.ts';
import type { TitleId } from '../../../shared/terms.ts';
import type { CaseRow, GroupRow, PersonRow } from '../../../shared/views.ts';
import { Chip, type Column, type Filter } from '../../components/index.ts';

/** A person, a tổ or a pupil with what it is registered for. */
export interface Entrant extends CaseOwner {
  /** `person:<id>`, `group:<id>` or `pupil:<id>`; opens its panel. */
  readonly key: string;
  /** Of a pupil. */
  readonly code: string;
  readonly name: string;
  readonly groupName: string;
  readonly position: string;
  /** Withdrawn ones last. */
  readonly cases: readonly CaseRow[];
  /** The earliest day of registration. */
  readonly registeredOn: IsoDate | null;
  readonly late: boolean;
}

const keyWords = { PERSON: 'person', GROUP: 'group', PUPIL: 'pupil' } as const;

/** Key of the row of a person, a tổ or a pupil. */
export function entrantKey(owner: CaseOwner): string {
  return `${keyWords[objectOf(owner)]}:${ownerIdOf(owner)}`;
}

function isWithdrawn(row: CaseRow): boolean {
  return row.state === 'WITHDRAWN';
}

/** Cases gathered by person, tổ and pupil, in the order of the cases. */
export function gatherEntrants(cases: readonly CaseRow[]): readonly Entrant[] {
  const gathered = new Map<string, CaseRow[]>();
  for (const row of cases) {
    const key = entrantKey(row);
    const rows = gathered.get(key);
    if (rows === undefined) gathered.set(key, [row]);
    else rows.push(row);
  }
  return [...gathered].flatMap(([key, rows]) => {
    const [first] = rows;
    if (first === undefined) return [];
    const alive = rows.filter((row) => !isWithdrawn(row));
    const dates = alive.map((row) => row.registeredOn).filter((date) => date !== null);
    return [
      {
        key,
        personId: first.personId,
        groupId: first.groupId,
        pupilId: first.pupilId,
        code: first.code,
        name: first.name,
        groupName: first.groupName,
        position: first.groupId === null ? first.position : 'Tập thể',
        cases: [...alive, ...rows.filter(isWithdrawn)],
        registeredOn: dates.sort()[0] ?? null,
        late: alive.some((row) => row.late),
      },
    ];
  });
}

/** Someone without a case yet, for the panel that registers the first one; null when the key is of nobody. */
export function blankEntrant(options: {
  readonly key: string;
  readonly people: readonly PersonRow[];
  readonly groups: readonly GroupRow[];
}): Entrant | null {
  const { key, people, groups } = options;
  const blank = { key, pupilId: null, code: '', cases: [], registeredOn: null, late: false };
  const person = people.find(({ id }) => key === `person:${id}`);
  if (person !== undefined) {
    return {
      ...blank,
      personId: person.id,
      groupId: null,
      name: person.fullName,
      groupName: person.groupName,
      position: person.position,
    };
  }
  const group = groups.find(({ id }) => key === `group:${id}`);
  if (group === undefined) return null;
  return {
    ...blank,
    personId: null,
    groupId: group.id,
    name: group.name,
    groupName: group.name,
    position: 'Tập thể',
  };
}

/** The columns of the list. */
export const entrantColumns: readonly Column<Entrant>[] = [
  { id: 'name', header: 'Họ và tên, tập thể', kind: 'name', value: (row) => row.name },
  {
    id: 'group',
    header: 'Tổ, lớp',
    value: (row) => (row.groupId === null ? row.groupName : ''),
    width: 172,
    yields: 1,
  },
  { id: 'position', header: 'Chức vụ', value: (row) => row.position, width: 120, yields: 3 },
  {
    id: 'titles',
    header: 'Danh hiệu đăng ký',
    value: (row) => row.cases.length,
    words: (row) =>
      row.cases
        .filter((one) => !isWithdrawn(one))
        .map((one) => one.titleShort)
        .join('; '),
    cell: (row) => (
      <span className="title-chips">
        {row.cases.map((one) => (
          <span
            key={one.id}
            className={isWithdrawn(one) ? 'title-chip title-chip--withdrawn' : 'title-chip'}
            title={isWithdrawn(one) ? `${one.titleName}: đã rút` : one.titleName}
          >
            {one.titleShort}
          </span>
        ))}
      </span>
    ),
    width: 176,
  },
  {
    id: 'date',
    header: 'Ngày đăng ký',
    kind: 'date',
    value: (row) => row.registeredOn,
    width: 128,
    yields: 4,
  },
  {
    id: 'remark',
    header: 'Ghi chú',
    value: (row) => remarkOf(row),
    cell: (row) =>
      row.late ? (
        <Chip tone="warn" icon="warning">
          Muộn
        </Chip>
      ) : (
        <span className="muted">{remarkOf(row)}</span>
      ),
    width: 104,
    yields: 2,
  },
];

function remarkOf(row: Entrant): string {
  if (row.late) return 'Muộn';
  return row.cases.every(isWithdrawn) ? 'Đã rút' : '';
}

/** A cut for each title that someone is registered for, then those with a remark. */
export function entrantFilters(cases: readonly CaseRow[]): readonly Filter<Entrant>[] {
  const alive = cases.filter((row) => !isWithdrawn(row));
  const titles = new Map<TitleId, string>(alive.map((row) => [row.titleId, row.titleShort]));
  return [
    ...[...titles].map(([titleId, label]) => ({
      id: titleId,
      label,
      test: (row: Entrant) => row.cases.some((one) => one.titleId === titleId && !isWithdrawn(one)),
    })),
    ...(alive.some((row) => row.late)
      ? [{ id: 'late', label: 'Muộn', test: (row: Entrant) => row.late }]
      : []),
    ...(alive.length < cases.length
      ? [{ id: 'withdrawn', label: 'Có rút', test: (row: Entrant) => row.cases.some(isWithdrawn) }]
      : []),
  ];
}

/** "Đăng ký ngày 05/10/2025, muộn". */
export function registeredText(row: CaseRow): string {
  const day =
    row.registeredOn === null ? 'Chưa ghi ngày đăng ký' : `Đăng ký ngày ${formatDate(row.registeredOn)}`;
  return row.late ? `${day}, sau hạn` : day;
}
