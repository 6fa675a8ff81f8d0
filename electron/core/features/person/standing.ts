/** Where people stand: their tổ, whether they work here, their leave. Who is away on a day is read from the leave alone. */
import { formatDate, type IsoDate } from '../../../../shared/dates.ts';
import {
  awayOn,
  changedFrom,
  findContradiction,
  movedTo,
  withoutSpell,
  type Leave,
  type Spell,
} from '../../../../shared/domain/standing.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { KnownStanding } from '../../../../shared/imports/standing-rows.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { AwayKind, Id, PersonStatus } from '../../../../shared/terms.ts';
import { leaveText, statusText } from '../../../../shared/vi/standing.ts';
import type { PersonRow } from '../../../../shared/views.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import { define, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';
import { listGroups } from '../group.ts';
import { listCareer } from './career.ts';
import { statements, writeAbsence } from './facts.ts';
import { checkPeriod, mustFind, mustOwn } from './owned.ts';
import { findPerson, listPeople, placeInGroup } from './roster.ts';
import { groupTimeline, listSpells, statusTimeline, writeSpells } from './timeline.ts';

const selectLeave = define()(() =>
  sql
    .selectFrom('absence')
    .select(['person_id', 'kind', 'from_date as from', 'to_date as to'])
    .orderBy('from_date', 'desc'),
);
const selectSecondments = define()(() =>
  sql
    .selectFrom('career')
    .select(['person_id', 'from_date as from', 'to_date as to'])
    .where('kind', '=', 'SECONDMENT'),
);

/** What keeps each person away on a day; who is not away is not in it. */
function listAway(read: ReadHandle, day: IsoDate): ReadonlyMap<Id, AwayKind> {
  const leave = Map.groupBy(read.all(selectLeave, {}), (row) => row.person_id);
  const secondments = Map.groupBy(read.all(selectSecondments, {}), (row) => row.person_id);
  const away = new Map<Id, AwayKind>();
  for (const id of new Set([...leave.keys(), ...secondments.keys()])) {
    const kind = awayOn({ leave: leave.get(id) ?? [], secondments: secondments.get(id) ?? [], day });
    if (kind !== null) away.set(id, kind);
  }
  return away;
}

/** Everybody by given name, with what keeps them away on a day. */
export function listPeopleOn(read: ReadHandle, day: IsoDate): readonly PersonRow[] {
  const away = listAway(read, day);
  return listPeople(read).map((person) => ({ ...person, away: away.get(person.id) ?? null }));
}

/** One person as in that list. */
export function findPersonOn(read: ReadHandle, id: Id, day: IsoDate): PersonRow | undefined {
  const person = findPerson(read, id);
  return person === undefined ? undefined : { ...person, away: awayOn({ ...knownStanding(read, id), day }) };
}

/** All that is on record of where a person stands. */
export function knownStanding(read: ReadHandle, person: Id): KnownStanding {
  return {
    statuses: listSpells(read, statusTimeline, person),
    leave: read
      .all(statements.absences, { person })
      .map(({ id, kind, from_date: from, to_date: to }) => ({ id, kind, from, to })),
    secondments: listCareer(read, person).filter(({ kind }) => kind === 'SECONDMENT'),
  };
}

function contradictionText(record: Leave | Spell<PersonStatus>): string {
  return 'kind' in record ? leaveText(record) : statusText(record);
}

/** Whether records of a person can all be true. Errors: leave-contradicts. */
function checkStanding(
  name: string,
  standing: { readonly leave: readonly Leave[]; readonly statuses: readonly Spell<PersonStatus>[] },
): Result<null, AppError> {
  const found = findContradiction(standing);
  if (found === null) return ok(null);
  const [leave, other] = [leaveText(found.leave), contradictionText(found.other)];
  return err({ code: 'leave-contradicts', name, leave, other });
}

/** Gives a person a status from a day on, as `changedFrom` does. Errors: leave-contradicts. */
export function giveStatus(
  write: WriteHandle,
  {
    person,
    status,
    from,
  }: {
    readonly person: Pick<PersonRow, 'id' | 'fullName'>;
    readonly status: PersonStatus;
    readonly from: IsoDate;
  },
): Result<null, AppError> {
  const { statuses, leave } = knownStanding(write, person.id);
  const spells = changedFrom(statuses, { value: status, from });
  const checked = checkStanding(person.fullName, { leave, statuses: spells });
  if (checked.ok) writeSpells(write, statusTimeline, { person: person.id, spells });
  return checked;
}

/** Writes the spells of a tổ or a status that were moved or removed. Errors: leave-contradicts, not-found. */
function mendSpells(
  { write }: CommandContext,
  {
    of,
    personId,
    fullName,
  }: { readonly of: 'group' | 'status'; readonly personId: Id; readonly fullName: string },
  mend: <V>(spells: readonly Spell<V>[]) => Result<readonly Spell<V>[], AppError>,
): Result<null, AppError> {
  if (of === 'group') {
    const spells = mend(listSpells(write, groupTimeline, personId));
    if (!spells.ok) return spells;
    writeSpells(write, groupTimeline, { person: personId, spells: spells.value });
    return ok(null);
  }
  const { statuses, leave } = knownStanding(write, personId);
  const spells = mend(statuses);
  if (!spells.ok) return spells;
  const checked = checkStanding(fullName, { leave, statuses: spells.value });
  if (checked.ok) writeSpells(write, statusTimeline, { person: personId, spells: spells.value });
  return checked;
}

const noSpell = { code: 'not-found', what: 'mốc này' } as const;

/** The methods about where a person stands. */
export const standingHandlers: Handlers<
  'changeGroup' | 'changeStatus' | 'moveSpell' | 'removeSpell' | 'saveAbsence'
> = {
  changeGroup(context, { personId, groupId, from }) {
    const person = mustFind(context.write, personId);
    if (!person.ok) return person;
    if (!listGroups(context.write).some((group) => group.id === groupId))
      return err({ code: 'not-found', what: 'tổ này' });
    placeInGroup(context, { personId, groupId, from });
    context.record({ person: person.value.fullName, from: formatDate(from) });
    return ok(null);
  },

  changeStatus({ write, record }, { personId, status, from }) {
    const person = mustFind(write, personId);
    if (!person.ok) return person;
    const given = giveStatus(write, { person: person.value, status, from });
    if (!given.ok) return given;
    record({ person: person.value.fullName, status, from: formatDate(from) });
    return ok(null);
  },

  moveSpell(context, { personId, of, from, newFrom }) {
    const person = mustFind(context.write, personId);
    if (!person.ok) return person;
    const { fullName } = person.value;
    const moved = mendSpells(context, { of, personId, fullName }, (spells) => {
      if (!spells.some((spell) => spell.from === from)) return err(noSpell);
      const list = movedTo(spells, { from, newFrom });
      return list === null
        ? err({ code: 'spell-passes', name: fullName, day: formatDate(newFrom) })
        : ok(list);
    });
    if (!moved.ok) return moved;
    context.record({ person: fullName, of, from: formatDate(from), newFrom: formatDate(newFrom) });
    return ok(null);
  },

  removeSpell(context, { personId, of, from, reason }) {
    const person = mustFind(context.write, personId);
    if (!person.ok) return person;
    const { fullName } = person.value;
    const removed = mendSpells(context, { of, personId, fullName }, (spells) => {
      const list = withoutSpell(spells, from);
      // Everybody stands somewhere: the only status is moved, not removed.
      return list === null || (of === 'status' && list.length === 0) ? err(noSpell) : ok(list);
    });
    if (!removed.ok) return removed;
    context.record({ person: fullName, of, from: formatDate(from), reason });
    return ok(null);
  },

  saveAbsence(context, input) {
    const person = mustOwn(context.write, 'absence', input);
    if (!person.ok) return person;
    const period = checkPeriod(input);
    if (!period.ok) return period;
    const { leave, statuses } = knownStanding(context.write, input.personId);
    const others = leave.filter(({ id }) => id !== input.id);
    const checked = checkStanding(person.value.fullName, { leave: [input, ...others], statuses });
    if (!checked.ok) return checked;
    writeAbsence(context, input);
    const { kind, from, to } = input;
    const days = { from: from === null ? null : formatDate(from), to: to === null ? null : formatDate(to) };
    context.record({ person: person.value.fullName, kind, ...days });
    return ok(null);
  },
};
