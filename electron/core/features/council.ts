/** A body that votes: its decision and its members, who are the base of every vote. */
import type { AppError } from '../../../shared/errors.ts';
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { schoolBody } from '../../../shared/domain/body.ts';
import { changeKinds, changeOn, inOrder, roleOn, type RoleChange } from '../../../shared/domain/council.ts';
import { compareNames, tidy } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { councilRoles, type CouncilRole, type Id } from '../../../shared/terms.ts';
import type { Council, CouncilMember } from '../../../shared/views.ts';
import { councilProblems, councilWarnings, missingThings } from '../../../shared/vi/council.ts';
import type { CommandContext, Handler, Handlers } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact, ensureCouncil, findCouncil, nameOfBody, usualMembers, type CouncilRow } from './body.ts';
import { currentSeason, decisionDay } from './season.ts';

const updateCouncil = define<{ id: Id; number: string; date: IsoDate | null }>()((p) =>
  sql
    .updateTable('council')
    .set({ decision_number: p('number'), decision_date: p('date') })
    .where('id', '=', p('id')),
);
const selectMembers = define<{ council: Id }>()((p) =>
  sql
    .selectFrom('council_member')
    .innerJoin('person', 'person.id', 'council_member.person_id')
    .leftJoin('group', 'group.id', 'person.group_id')
    .leftJoin('meeting', 'meeting.council_id', 'council_member.council_id')
    .leftJoin('presence', (join) =>
      join
        .onRef('presence.meeting_id', '=', 'meeting.id')
        .onRef('presence.member_id', '=', 'council_member.id'),
    )
    .select([
      'council_member.id',
      'council_member.person_id',
      'person.full_name',
      'person.position',
      'group.name as group_name',
      'presence.present',
      'presence.reason',
      'presence.arrived_at',
      'presence.left_at',
    ])
    .where('council_member.council_id', '=', p('council')),
);
const selectChanges = define<{ council: Id }>()((p) =>
  sql
    .selectFrom('council_change')
    .innerJoin('council_member', 'council_member.id', 'council_change.member_id')
    .innerJoin('person', 'person.id', 'council_member.person_id')
    .selectAll('council_change')
    .select(['council_member.person_id', 'person.full_name'])
    .where('council_member.council_id', '=', p('council')),
);
const selectPerson = define<{ id: Id }>()((p) =>
  sql.selectFrom('person').select(['id', 'full_name']).where('id', '=', p('id')),
);
const insertMember = define<Tables['council_member']>()((p) =>
  sql
    .insertInto('council_member')
    .values({ id: p('id'), council_id: p('council_id'), person_id: p('person_id') }),
);
const insertChange = define<Tables['council_change']>()((p) =>
  sql.insertInto('council_change').values({
    id: p('id'),
    member_id: p('member_id'),
    on_date: p('on_date'),
    role: p('role'),
    decision_number: p('decision_number'),
    decision_date: p('decision_date'),
    reason: p('reason'),
  }),
);
const updateRole = define<{ id: Id; role: CouncilRole }>()((p) =>
  sql
    .updateTable('council_change')
    .set({ role: p('role') })
    .where('id', '=', p('id')),
);
const deleteChange = define<{ id: Id }>()((p) => sql.deleteFrom('council_change').where('id', '=', p('id')));
const deleteMember = define<{ id: Id }>()((p) => sql.deleteFrom('council_member').where('id', '=', p('id')));
const selectState = define<{ council: Id }>()((p) =>
  sql.selectFrom('meeting').select(['state', 'date']).where('council_id', '=', p('council')),
);
const selectVotes = define<{ council: Id }>()((p) =>
  sql
    .selectFrom('council')
    .select('council.id')
    .where('council.id', '=', p('council'))
    .where(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('round')
            .innerJoin('meeting', 'meeting.id', 'round.meeting_id')
            .select('round.id')
            .whereRef('meeting.council_id', '=', 'council.id'),
        ),
        exists(
          selectFrom('hands_vote')
            .innerJoin('meeting', 'meeting.id', 'hands_vote.meeting_id')
            .select('hands_vote.case_id')
            .whereRef('meeting.council_id', '=', 'council.id'),
        ),
        exists(
          selectFrom('initiative_vote')
            .innerJoin('meeting', 'meeting.id', 'initiative_vote.meeting_id')
            .select('initiative_vote.initiative_id')
            .whereRef('meeting.council_id', '=', 'council.id'),
        ),
      ]),
    ),
);

export interface ChangeRow extends RoleChange {
  readonly id: Id;
  readonly memberId: Id;
  readonly personId: Id;
  readonly fullName: string;
  readonly decisionNumber: string;
  readonly decisionDate: IsoDate | null;
  readonly reason: string;
}

/** Every change of the council's members, by member, in the order of their days. */
export function listChanges(read: ReadHandle, councilId: Id): ReadonlyMap<Id, readonly ChangeRow[]> {
  const rows = read.all(selectChanges, { council: councilId }).map((row): ChangeRow => ({
    id: row.id,
    memberId: row.member_id,
    personId: row.person_id,
    fullName: row.full_name,
    on: row.on_date,
    role: row.role,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    reason: row.reason,
  }));
  return new Map([...Map.groupBy(rows, (row) => row.memberId)].map(([id, list]) => [id, inOrder(list)]));
}

/** Who is a member on a day, by role, then by given name, with their presence at the meeting. */
export function listMembers(read: ReadHandle, councilId: Id, day: IsoDate): readonly CouncilMember[] {
  const changes = listChanges(read, councilId);
  return read
    .all(selectMembers, { council: councilId })
    .flatMap((row): readonly CouncilMember[] => {
      const role = roleOn(changes.get(row.id) ?? [], day);
      if (role === null) return [];
      return [
        {
          id: row.id,
          personId: row.person_id,
          fullName: row.full_name,
          position: row.position,
          groupName: row.group_name ?? '',
          role,
          present: row.present === null ? null : row.present === 1,
          absenceReason: row.reason ?? '',
          arrivedAt: row.arrived_at,
          leftAt: row.left_at,
        },
      ];
    })
    .sort(byRoleAndName);
}

function listFounders(read: ReadHandle, councilId: Id): Council['founders'] {
  return [...listChanges(read, councilId).values()]
    .flatMap((rows) => rows.slice(0, 1))
    .flatMap(({ on, role, ...row }) => (on === null && role !== null ? [{ ...row, role }] : []))
    .sort(byRoleAndName)
    .map(({ personId, role }) => ({ personId, role }));
}

function byRoleAndName(
  a: Pick<CouncilMember, 'role' | 'fullName'>,
  b: Pick<CouncilMember, 'role' | 'fullName'>,
): number {
  return councilRoles.indexOf(a.role) - councilRoles.indexOf(b.role) || compareNames(a.fullName, b.fullName);
}

function describeChanges(read: ReadHandle, councilId: Id): Council['changes'] {
  return [...listChanges(read, councilId).values()]
    .flatMap((rows) => {
      const kinds = changeKinds(rows);
      return rows.flatMap(({ on, ...row }, place) => {
        const kind = kinds[place] ?? 'role';
        return on === null || kind === 'founded' ? [] : [{ ...row, on, kind }];
      });
    })
    .sort((a, b) => a.on.localeCompare(b.on) || compareNames(a.fullName, b.fullName));
}

/** The council as it is shown on a day, with what is unusual about it. */
export function describeCouncil(
  read: ReadHandle,
  council: CouncilRow,
  members: readonly CouncilMember[],
): Council {
  const has = (role: CouncilRole): boolean => members.some((member) => member.role === role);
  return {
    id: council.id,
    decisionNumber: council.decision_number,
    decisionDate: council.decision_date,
    members,
    founders: listFounders(read, council.id),
    changes: describeChanges(read, council.id),
    warnings: [
      ...(council.kind === 'SCHOOL' && members.length > 0 && members.length % 2 === 0
        ? [councilWarnings['even-number']]
        : []),
      ...(has('CHAIR') ? [] : [councilWarnings['no-chair'](council.kind)]),
      ...(has('SECRETARY') ? [] : [councilWarnings['no-secretary'](council.kind)]),
    ],
  };
}

interface GivenMember {
  readonly personId: Id;
  readonly role: CouncilRole;
}

function checkMembers(read: ReadHandle, given: readonly GivenMember[]): Result<null, AppError> {
  if (new Set(given.map(({ personId }) => personId)).size < given.length) {
    return err({ code: 'invalid-input', field: 'members', detail: councilProblems.twice });
  }
  if (given.filter(({ role }) => role === 'CHAIR').length > 1) {
    return err({ code: 'invalid-input', field: 'members', detail: councilProblems['two-chairs'] });
  }
  const isUnknown = given.some(({ personId }) => read.get(selectPerson, { id: personId }) === undefined);
  return isUnknown ? err({ code: 'not-found', what: missingThings.person }) : ok(null);
}

/**
 * Replaces the members by which the council was founded; those who stay keep their record, and with it their presence.
 * Who joined or left later did so by a dated change, and stays as that change says.
 */
function replaceMembers(
  context: Pick<CommandContext, 'write' | 'newId'>,
  council: CouncilRow,
  given: readonly GivenMember[],
): Result<null, AppError> {
  const { write, newId } = context;
  const last = [...listChanges(write, council.id).values()].flatMap((rows) => rows.slice(-1));
  const known = new Map(last.map((change) => [change.personId, change]));
  const wanted = new Set(given.map(({ personId }) => personId));
  const leaving = last.filter(({ personId, role }) => role !== null && !wanted.has(personId));
  const coming = given.filter(({ personId }) => !known.has(personId));
  const moving = given.flatMap(({ personId, role }) => {
    const change = known.get(personId);
    return change === undefined || change.role === null || change.role === role
      ? []
      : [{ id: change.id, role }];
  });
  if (leaving.length + coming.length + moving.length === 0) return ok(null);
  if (write.get(selectState, { council: council.id })?.state === 'closed')
    return err({ code: 'meeting-closed' });
  if (leaving.length + coming.length > 0 && hasVoted(write, council.id))
    return err({ code: 'council-in-use' });
  const dated = leaving.find(({ on }) => on !== null);
  if (dated !== undefined) {
    return err({ code: 'invalid-input', field: 'members', detail: councilProblems.dated(dated.fullName) });
  }
  for (const { memberId } of leaving) write.run(deleteMember, { id: memberId });
  // There is one chair at any moment: all who change give up their role before one takes it.
  for (const { id } of moving) write.run(updateRole, { id, role: 'MEMBER' });
  for (const { id, role } of moving) write.run(updateRole, { id, role });
  for (const { personId, role } of coming) {
    const memberId = newId();
    write.run(insertMember, { id: memberId, council_id: council.id, person_id: personId });
    write.run(insertChange, {
      id: newId(),
      member_id: memberId,
      on_date: null,
      role,
      decision_number: '',
      decision_date: null,
      reason: '',
    });
  }
  return ok(null);
}

function hasVoted(read: ReadHandle, councilId: Id): boolean {
  return read.get(selectVotes, { council: councilId }) !== undefined;
}

/** Refuses a change that would alter who was a member at a meeting that has voted. Errors: council-in-use, meeting-closed. */
function mayChangeOn(read: ReadHandle, council: CouncilRow, day: IsoDate): Result<null, AppError> {
  const meeting = read.get(selectState, { council: council.id });
  if (meeting === undefined || day > meeting.date) return ok(null);
  if (meeting.state === 'closed') return err({ code: 'meeting-closed' });
  return hasVoted(read, council.id) ? err({ code: 'council-in-use' }) : ok(null);
}

/** Refuses a new day of a meeting that has voted, if others were members then. Errors: council-in-use. */
export function mayMoveMeeting(
  read: ReadHandle,
  councilId: Id,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Result<null, AppError> {
  const [first, last] = from < to ? [from, to] : [to, from];
  const isBetween = [...listChanges(read, councilId).values()]
    .flat()
    .some(({ on }) => on !== null && on > first && on <= last);
  return isBetween && hasVoted(read, councilId) ? err({ code: 'council-in-use' }) : ok(null);
}

/** The chair on some day from a given one on, other than one member; undefined when there is none. */
function otherChairFrom(
  changes: ReadonlyMap<Id, readonly ChangeRow[]>,
  { memberId, on }: { readonly memberId: Id; readonly on: IsoDate },
): ChangeRow | undefined {
  return [...changes.values()]
    .flatMap((rows) => [changeOn(rows, on), ...rows.filter((row) => row.on !== null && row.on > on)])
    .find((row) => row?.role === 'CHAIR' && row.memberId !== memberId);
}

/** Writes that somebody joins, leaves or takes another role from a day on, by a decision of its own. */
const recordCouncilChange: Handler<'recordCouncilChange'> = (context, given) => {
  const { write, newId, record } = context;
  const season = currentSeason(write);
  if (!season.ok) return season;
  const council = findCouncil(write, season.value.id, given.body);
  if (council === undefined) return err({ code: 'no-council' });
  const { personId, on, role } = given;
  const person = write.get(selectPerson, { id: personId });
  if (person === undefined) return err({ code: 'not-found', what: missingThings.person });
  const allowed = mayChangeOn(write, council, on);
  if (!allowed.ok) return allowed;
  const changes = listChanges(write, council.id);
  const member = write.all(selectMembers, { council: council.id }).find((row) => row.person_id === personId);
  const own = member === undefined ? [] : (changes.get(member.id) ?? []);
  const last = own.at(-1);
  const problem =
    last?.on !== null && last !== undefined && last.on >= on
      ? councilProblems.later(person.full_name, formatDate(last.on))
      : (last?.role ?? null) === role
        ? councilProblems.same(person.full_name)
        : null;
  if (problem !== null) return err({ code: 'invalid-input', field: 'on', detail: problem });
  const memberId = member?.id ?? newId();
  const chair = role === 'CHAIR' ? otherChairFrom(changes, { memberId, on }) : undefined;
  if (chair !== undefined) {
    return err({ code: 'invalid-input', field: 'role', detail: councilProblems.chairTaken(chair.fullName) });
  }
  if (member === undefined)
    write.run(insertMember, { id: memberId, council_id: council.id, person_id: personId });
  write.run(insertChange, {
    id: newId(),
    member_id: memberId,
    on_date: on,
    role,
    decision_number: tidy(given.decisionNumber),
    decision_date: given.decisionDate,
    reason: tidy(given.reason),
  });
  const kind = role === null ? 'left' : (last?.role ?? null) === null ? 'joined' : 'role';
  record({ ...bodyFact(write, council), person: person.full_name, on: formatDate(on), kind, as: role });
  return ok(null);
};

/** Takes back a dated change that was written by mistake. */
const removeCouncilChange: Handler<'removeCouncilChange'> = ({ write, record }, { body, id, reason }) => {
  const season = currentSeason(write);
  if (!season.ok) return season;
  const council = findCouncil(write, season.value.id, body);
  if (council === undefined) return err({ code: 'no-council' });
  const changes = listChanges(write, council.id);
  const own = [...changes.values()].find((rows) => rows.some((row) => row.id === id)) ?? [];
  const change = own.find((row) => row.id === id);
  if (change === undefined || change.on === null)
    return err({ code: 'not-found', what: missingThings.councilChange });
  const allowed = mayChangeOn(write, council, change.on);
  if (!allowed.ok) return allowed;
  if (own.at(-1) !== change) {
    const detail = councilProblems.later(change.fullName, formatDate(own.at(-1)?.on ?? change.on));
    return err({ code: 'invalid-input', field: 'id', detail });
  }
  const before = own.at(-2);
  const chair =
    before?.role === 'CHAIR'
      ? otherChairFrom(changes, { memberId: change.memberId, on: change.on })
      : undefined;
  if (chair !== undefined) {
    return err({ code: 'invalid-input', field: 'id', detail: councilProblems.chairTaken(chair.fullName) });
  }
  if (before === undefined) write.run(deleteMember, { id: change.memberId });
  else write.run(deleteChange, { id });
  record({ ...bodyFact(write, council), person: change.fullName, on: formatDate(change.on), reason });
  return ok(null);
};

/** Who usually sits in a body on the day of its meeting, or, before it has one, on that of the season's. */
const suggestMembers: Handler<'suggestMembers'> = ({ read }, { body = schoolBody }) => {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const name = nameOfBody(read, body);
  if (!name.ok) return name;
  const council = findCouncil(read, season.value.id, body);
  const meeting = council === undefined ? undefined : read.get(selectState, { council: council.id });
  const day = meeting?.date ?? decisionDay(season.value);
  return ok(usualMembers(read, { body, day, name: name.value }));
};

export const councilHandlers: Handlers<
  'suggestMembers' | 'saveCouncil' | 'recordCouncilChange' | 'removeCouncilChange'
> = {
  suggestMembers,

  saveCouncil(context, { body, decisionNumber, decisionDate, members }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const checked = checkMembers(context.write, members);
    if (!checked.ok) return checked;
    const council = ensureCouncil(context, season.value, body);
    if (!council.ok) return council;
    const replaced = replaceMembers(context, council.value, members);
    if (!replaced.ok) return replaced;
    context.write.run(updateCouncil, {
      id: council.value.id,
      number: tidy(decisionNumber),
      date: decisionDate,
    });
    context.record({ ...bodyFact(context.write, council.value), members: members.length });
    return ok(null);
  },

  recordCouncilChange,

  removeCouncilChange,
};
