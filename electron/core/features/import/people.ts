/** Writes the rows of a staff list. */
import { ok } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { PersonRow } from '../../../../shared/views.ts';
import { ensureGroup } from '../group.ts';
import { addPerson, giveStatus, listPeople, placeInGroup, writePerson } from '../person/roster.ts';
import type { SeasonRow } from '../season.ts';
import type { Matched } from './prepare.ts';
import type { WriteContext, Writer } from './writer.ts';

function samePerson(known: PersonRow, { row, groupId }: Matched<'people'>): boolean {
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [known.fullName, row.fullName],
    [known.code, row.code ?? known.code],
    [known.birthDate, row.birthDate ?? known.birthDate],
    [known.sex, row.sex ?? known.sex],
    [known.position, row.position ?? known.position],
    [known.duty, row.duty ?? known.duty],
    [known.degree, row.degree ?? known.degree],
    [known.joinedOn, row.joinedOn ?? known.joinedOn],
    [known.partyMember, row.partyMember ?? known.partyMember],
    [known.status, row.status ?? known.status],
    [known.groupId, row.groupName === null ? known.groupId : groupId],
  ];
  return pairs.every(([a, b]) => a === b);
}

/** Writes a staff list: people who are new, and what differs of those who are known. */
export function peopleWriter(context: WriteContext, season: SeasonRow): Writer<'people'> {
  const { write, newId } = context;
  const known = new Map(listPeople(write).map((person) => [person.id, person]));
  const groups = new Map<string, Id>();

  /** The tổ that a row names, made when there is none of that name; null when it names none. */
  function groupOf({ row, groupId }: Matched<'people'>): Id | null {
    if (groupId !== null || row.groupName === null) return groupId;
    const known = groups.get(row.groupName) ?? ensureGroup(write, newId, row.groupName);
    groups.set(row.groupName, known);
    return known;
  }

  return (matched) => {
    const { row, personId } = matched;
    const person = personId === null ? undefined : known.get(personId);
    if (person !== undefined && samePerson(person, matched)) return ok('same');
    const fields = {
      code: row.code ?? person?.code ?? null,
      fullName: row.fullName,
      birthDate: row.birthDate ?? person?.birthDate ?? null,
      sex: row.sex ?? person?.sex ?? null,
      position: row.position ?? person?.position ?? '',
      duty: row.duty ?? person?.duty ?? '',
      degree: row.degree ?? person?.degree ?? '',
      joinedOn: row.joinedOn ?? person?.joinedOn ?? null,
      partyMember: row.partyMember ?? person?.partyMember ?? false,
    };
    const groupId = groupOf(matched);
    if (person === undefined) {
      const from = row.joinedOn ?? season.starts_on;
      addPerson(write, { id: newId(), fields, groupId, status: row.status ?? 'WORKING', from });
      return ok('add');
    }
    const { id } = person;
    writePerson(write, { id, fields });
    const from = context.today;
    if (groupId !== null) placeInGroup(context, { personId: id, groupId, from });
    giveStatus(context, { personId: id, status: row.status ?? person.status, from });
    return ok('change');
  };
}
