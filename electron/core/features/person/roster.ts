/** The people of the school: reading and writing of their rows, their tổ and their status over time. */
import type { IsoDate } from '../../../../shared/dates.ts';
import { changedFrom } from '../../../../shared/domain/standing.ts';
import type { KnownPerson } from '../../../../shared/imports/persons.ts';
import { compareText, fold, placesOfNames, tidy } from '../../../../shared/names.ts';
import type { Id, PersonStatus, Sex } from '../../../../shared/terms.ts';
import type { PersonRow } from '../../../../shared/views.ts';
import { define, each, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';
import { groupTimeline, listSpells, writeSpells } from './timeline.ts';

/** A person as in the list, but for what keeps them away: that depends on the day. */
export type PersonRecord = Omit<PersonRow, 'away'>;

/** What is recorded of a person, apart from what changes with time. */
export interface PersonFields {
  readonly code: string | null;
  readonly fullName: string;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
  readonly position: string;
  readonly duty: string;
  readonly degree: string;
  readonly joinedOn: IsoDate | null;
  readonly partyMember: boolean;
}

function peopleQuery() {
  return sql
    .selectFrom('person')
    .leftJoin('group', 'group.id', 'person.group_id')
    .select([
      'person.id',
      'person.code',
      'person.full_name',
      'person.birth_date',
      'person.sex',
      'person.position',
      'person.duty',
      'person.degree',
      'person.joined_on',
      'person.party_member',
      'group.id as group_id',
      'group.name as group_name',
      'person.status',
    ]);
}

const selectPeople = define()(() => peopleQuery());
const selectKnown = define()(() =>
  sql
    .selectFrom('person')
    .leftJoin('group', 'group.id', 'person.group_id')
    .select([
      'person.id',
      'person.code',
      'person.full_name as fullName',
      'person.birth_date as birthDate',
      'group.name as groupName',
    ]),
);
const selectPerson = define<{ id: Id }>()((p) => peopleQuery().where('person.id', '=', p('id')));
const selectId = define<{ id: Id }>()((p) => sql.selectFrom('person').select('id').where('id', '=', p('id')));
const selectByCode = define<{ code: string }>()((p) => peopleQuery().where('person.code', '=', p('code')));

interface PersonColumns {
  id: Id;
  code: string | null;
  full_name: string;
  name_fold: string;
  birth_date: string | null;
  sex: Sex | null;
  position: string;
  duty: string;
  degree: string;
  joined_on: string | null;
  party_member: 0 | 1;
}
interface FirstColumns {
  group_id: Id | null;
  group_from: IsoDate | null;
  status: PersonStatus;
  status_from: IsoDate;
}
const fieldNames = [
  'code',
  'full_name',
  'name_fold',
  'birth_date',
  'sex',
  'position',
  'duty',
  'degree',
  'joined_on',
  'party_member',
] as const satisfies readonly (keyof PersonColumns)[];
const insertPerson = define<PersonColumns & FirstColumns>()((p) =>
  sql
    .insertInto('person')
    .values(each(p, 'id', ...fieldNames, 'group_id', 'group_from', 'status', 'status_from')),
);
const updatePerson = define<PersonColumns>()((p) =>
  sql
    .updateTable('person')
    .set(each(p, ...fieldNames))
    .where('id', '=', p('id')),
);

type Row = ReturnType<typeof listRaw>[number];

function listRaw(read: ReadHandle) {
  return read.all(selectPeople, {});
}

function toRow(row: Row): PersonRecord {
  return {
    id: row.id,
    code: row.code,
    fullName: row.full_name,
    birthDate: row.birth_date,
    sex: row.sex,
    position: row.position,
    duty: row.duty,
    groupId: row.group_id,
    groupName: row.group_name ?? '',
    degree: row.degree,
    joinedOn: row.joined_on,
    partyMember: row.party_member === 1,
    status: row.status,
  };
}

/** Everybody, by given name. */
export function listPeople(read: ReadHandle): readonly PersonRecord[] {
  const people = listRaw(read).map(toRow);
  const place = placesOfNames(people.map((person) => person.fullName));
  return people.sort(
    (a, b) => place(a.fullName) - place(b.fullName) || compareText(a.code ?? '', b.code ?? ''),
  );
}

/** Everybody as far as rows of a file are matched to them, in no order. */
export function listKnownPeople(read: ReadHandle): readonly KnownPerson[] {
  return read.all(selectKnown, {}).map((row) => ({ ...row, groupName: row.groupName ?? '' }));
}

/** One person as in the list. */
export function findPerson(read: ReadHandle, id: Id): PersonRecord | undefined {
  const row = read.get(selectPerson, { id });
  return row === undefined ? undefined : toRow(row);
}

/** Whether there is a person of that id. */
export function hasPerson(read: ReadHandle, id: Id): boolean {
  return read.get(selectId, { id }) !== undefined;
}

/** The person who has a code. */
export function findByCode(read: ReadHandle, code: string): PersonRecord | undefined {
  const row = read.get(selectByCode, { code });
  return row === undefined ? undefined : toRow(row);
}

function toColumns(id: Id, fields: PersonFields): PersonColumns {
  const fullName = tidy(fields.fullName);
  return {
    id,
    code: fields.code === null || tidy(fields.code) === '' ? null : tidy(fields.code),
    full_name: fullName,
    name_fold: fold(fullName),
    birth_date: fields.birthDate,
    sex: fields.sex,
    position: tidy(fields.position),
    duty: tidy(fields.duty),
    degree: tidy(fields.degree),
    joined_on: fields.joinedOn,
    party_member: fields.partyMember ? 1 : 0,
  };
}

/** Adds a person with the tổ, if any, and the status that they have from a day on. */
export function addPerson(
  write: WriteHandle,
  person: {
    readonly id: Id;
    readonly fields: PersonFields;
    readonly groupId: Id | null;
    readonly status: PersonStatus;
    readonly from: IsoDate;
  },
): void {
  const { id, fields, groupId, status, from } = person;
  write.run(insertPerson, {
    ...toColumns(id, fields),
    group_id: groupId,
    group_from: groupId === null ? null : from,
    status,
    status_from: from,
  });
}

/** Writes the undated part of a person who is there. */
export function writePerson(
  write: WriteHandle,
  { id, fields }: { readonly id: Id; readonly fields: PersonFields },
): void {
  write.run(updatePerson, toColumns(id, fields));
}

/** Puts a person into a tổ from a day on, as `changedFrom` does. */
export function placeInGroup(
  { write }: { readonly write: WriteHandle },
  {
    personId: person,
    groupId,
    from,
  }: { readonly personId: Id; readonly groupId: Id; readonly from: IsoDate },
): void {
  const spells = changedFrom(listSpells(write, groupTimeline, person), { value: groupId, from });
  writeSpells(write, groupTimeline, { person, spells });
}
