/** The people of the school: reading and writing of their rows, their tổ and their status over time. */
import { addDays, type IsoDate } from '../../../../shared/dates.ts';
import { compareText, fold, placesOfNames, tidy } from '../../../../shared/names.ts';
import type { Id, PersonStatus, Sex } from '../../../../shared/terms.ts';
import type { PersonRow } from '../../../../shared/views.ts';
import { define, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';

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
    .leftJoin('membership', (join) =>
      join.onRef('membership.person_id', '=', 'person.id').on('membership.to_date', 'is', null),
    )
    .leftJoin('group', 'group.id', 'membership.group_id')
    .leftJoin('person_status', (join) =>
      join.onRef('person_status.person_id', '=', 'person.id').on('person_status.to_date', 'is', null),
    )
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
      'person_status.status',
    ]);
}

const selectPeople = define()(() => peopleQuery());
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
const insertPerson = define<PersonColumns>()((p) =>
  sql.insertInto('person').values({
    id: p('id'),
    code: p('code'),
    full_name: p('full_name'),
    name_fold: p('name_fold'),
    birth_date: p('birth_date'),
    sex: p('sex'),
    position: p('position'),
    duty: p('duty'),
    degree: p('degree'),
    joined_on: p('joined_on'),
    party_member: p('party_member'),
  }),
);
const updatePerson = define<PersonColumns>()((p) =>
  sql
    .updateTable('person')
    .set({
      code: p('code'),
      full_name: p('full_name'),
      name_fold: p('name_fold'),
      birth_date: p('birth_date'),
      sex: p('sex'),
      position: p('position'),
      duty: p('duty'),
      degree: p('degree'),
      joined_on: p('joined_on'),
      party_member: p('party_member'),
    })
    .where('id', '=', p('id')),
);

const selectMembership = define<{ person: Id }>()((p) =>
  sql.selectFrom('membership').selectAll().where('person_id', '=', p('person')).where('to_date', 'is', null),
);
const endMembership = define<{ person: Id; from: IsoDate; to: IsoDate | null }>()((p) =>
  sql
    .updateTable('membership')
    .set({ to_date: p('to') })
    .where('person_id', '=', p('person'))
    .where('from_date', '=', p('from')),
);
const deleteMemberships = define<{ person: Id; from: IsoDate }>()((p) =>
  sql.deleteFrom('membership').where('person_id', '=', p('person')).where('from_date', '>=', p('from')),
);
const selectLastMembership = define<{ person: Id }>()((p) =>
  sql
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', p('person'))
    .orderBy('from_date', 'desc')
    .limit(1),
);
const insertMembership = define<{ person: Id; group: Id; from: IsoDate }>()((p) =>
  sql.insertInto('membership').values({
    person_id: p('person'),
    group_id: p('group'),
    from_date: p('from'),
    to_date: null,
  }),
);

const selectStatus = define<{ person: Id }>()((p) =>
  sql
    .selectFrom('person_status')
    .selectAll()
    .where('person_id', '=', p('person'))
    .where('to_date', 'is', null),
);
const endStatus = define<{ person: Id; from: IsoDate; to: IsoDate | null }>()((p) =>
  sql
    .updateTable('person_status')
    .set({ to_date: p('to') })
    .where('person_id', '=', p('person'))
    .where('from_date', '=', p('from')),
);
const deleteStatuses = define<{ person: Id; from: IsoDate }>()((p) =>
  sql.deleteFrom('person_status').where('person_id', '=', p('person')).where('from_date', '>=', p('from')),
);
const selectLastStatus = define<{ person: Id }>()((p) =>
  sql
    .selectFrom('person_status')
    .selectAll()
    .where('person_id', '=', p('person'))
    .orderBy('from_date', 'desc')
    .limit(1),
);
const insertStatus = define<{ person: Id; status: PersonStatus; from: IsoDate }>()((p) =>
  sql.insertInto('person_status').values({
    person_id: p('person'),
    status: p('status'),
    from_date: p('from'),
    to_date: null,
  }),
);

type Row = ReturnType<typeof listRaw>[number];

function listRaw(read: ReadHandle) {
  return read.all(selectPeople, {});
}

function toRow(row: Row): PersonRow {
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
    status: row.status ?? 'WORKING',
  };
}

/** Everybody, by given name. */
export function listPeople(read: ReadHandle): readonly PersonRow[] {
  const people = listRaw(read).map(toRow);
  const place = placesOfNames(people.map((person) => person.fullName));
  return people.sort(
    (a, b) => place(a.fullName) - place(b.fullName) || compareText(a.code ?? '', b.code ?? ''),
  );
}

/** One person as in the list. */
export function findPerson(read: ReadHandle, id: Id): PersonRow | undefined {
  const row = read.get(selectPerson, { id });
  return row === undefined ? undefined : toRow(row);
}

/** Whether there is a person of that id. */
export function hasPerson(read: ReadHandle, id: Id): boolean {
  return read.get(selectId, { id }) !== undefined;
}

/** The person who has a code. */
export function findByCode(read: ReadHandle, code: string): PersonRow | undefined {
  const row = read.get(selectByCode, { code });
  return row === undefined ? undefined : toRow(row);
}

/** Writes the undated part of a person: a new row, or the row of that id. */
export function writePerson(
  write: WriteHandle,
  { id, fields, isNew }: { readonly id: Id; readonly fields: PersonFields; readonly isNew: boolean },
): void {
  const fullName = tidy(fields.fullName);
  write.run(isNew ? insertPerson : updatePerson, {
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
  });
}

/** Gives a person who was just added their first tổ, if any, and their first status: nothing was there before. */
export function beginRecord(
  { write }: { readonly write: WriteHandle },
  first: {
    readonly personId: Id;
    readonly groupId: Id | null;
    readonly status: PersonStatus;
    readonly from: IsoDate;
  },
): void {
  const { personId: person, groupId: group, status, from } = first;
  if (group !== null) write.run(insertMembership, { person, group, from });
  write.run(insertStatus, { person, status, from });
}

/**
 * Puts a person into a tổ from a day on. What was recorded for that day and later is replaced; what came before ends
 * the day before.
 */
export function placeInGroup(
  { write }: { readonly write: WriteHandle },
  { personId, groupId, from }: { readonly personId: Id; readonly groupId: Id; readonly from: IsoDate },
): void {
  const current = write.get(selectMembership, { person: personId });
  if (current?.group_id === groupId && current.from_date <= from) return;
  write.run(deleteMemberships, { person: personId, from });
  const before = write.get(selectLastMembership, { person: personId });
  if (before?.group_id === groupId) {
    write.run(endMembership, { person: personId, from: before.from_date, to: null });
    return;
  }
  if (before !== undefined)
    write.run(endMembership, { person: personId, from: before.from_date, to: addDays(from, -1) });
  write.run(insertMembership, { person: personId, group: groupId, from });
}

/** Gives a person a status from a day on, as `placeInGroup` does. */
export function giveStatus(
  { write }: { readonly write: WriteHandle },
  {
    personId,
    status,
    from,
  }: { readonly personId: Id; readonly status: PersonStatus; readonly from: IsoDate },
): void {
  const current = write.get(selectStatus, { person: personId });
  if (current?.status === status && current.from_date <= from) return;
  write.run(deleteStatuses, { person: personId, from });
  const before = write.get(selectLastStatus, { person: personId });
  if (before?.status === status) {
    write.run(endStatus, { person: personId, from: before.from_date, to: null });
    return;
  }
  if (before !== undefined)
    write.run(endStatus, { person: personId, from: before.from_date, to: addDays(from, -1) });
  write.run(insertStatus, { person: personId, status, from });
}
