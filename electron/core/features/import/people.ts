/** Writes the rows of a staff list. */
import { standingOf } from '../../../../shared/domain/standing.ts';
import { isLeave } from '../../../../shared/imports/standing-rows.ts';
import { ok } from '../../../../shared/result.ts';
import type { Id, Standing } from '../../../../shared/terms.ts';
import type { PersonRow } from '../../../../shared/views.ts';
import { ensureGroup } from '../group.ts';
import { writeCareer } from '../person/career.ts';
import { writeAbsence } from '../person/facts.ts';
import { addPerson, placeInGroup, writePerson } from '../person/roster.ts';
import { giveStatus, listPeopleOn } from '../person/standing.ts';
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
    [standingOf(known), row.status ?? standingOf(known)],
    [known.groupId, row.groupName === null ? known.groupId : groupId],
  ];
  return pairs.every(([a, b]) => a === b);
}

/** Records what keeps somebody away, of which a list says no days. */
function recordAway(context: WriteContext, personId: Id, standing: Standing): void {
  const days = { id: null, personId, from: null, to: null };
  if (isLeave(standing)) writeAbsence(context, { ...days, kind: standing });
  else if (standing === 'SECONDMENT')
    writeCareer(context, { ...days, kind: standing, unit: '', commentReceived: false });
}

/** Writes a staff list: people who are new, and what differs of those who are known. */
export function peopleWriter(context: WriteContext, season: SeasonRow): Writer<'people'> {
  const { write, newId } = context;
  const known = new Map(listPeopleOn(write, context.today).map((person) => [person.id, person]));
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
      const id = newId();
      const isGone = row.status === 'LEFT' || row.status === 'RETIRED';
      // Nobody left on the day on which they came: of who is gone only the season that they are gone in is known.
      const from = isGone ? season.starts_on : (row.joinedOn ?? season.starts_on);
      addPerson(write, { id, fields, groupId, status: isGone ? row.status : 'WORKING', from });
      if (row.status !== null && !isGone) recordAway(context, id, row.status);
      return ok('add');
    }
    const { id } = person;
    writePerson(write, { id, fields });
    const from = context.today;
    if (groupId !== null) placeInGroup(context, { personId: id, groupId, from });
    if (row.status !== null && row.status !== standingOf(person)) {
      if (row.status !== 'LEFT' && row.status !== 'RETIRED') recordAway(context, id, row.status);
      else {
        const given = giveStatus(write, { person, status: row.status, from });
        if (!given.ok) return given;
      }
    }
    return ok('change');
  };
}
