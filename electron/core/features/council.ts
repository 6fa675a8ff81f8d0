/** The council of the season: its decision and its members, who are the base of every vote. */
import type { AppError } from '../../../shared/errors.ts';
import type { IsoDate } from '../../../shared/dates.ts';
import { compareNames, tidy } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { councilRoles, type CouncilRole, type Id } from '../../../shared/terms.ts';
import type { Council, CouncilMember } from '../../../shared/views.ts';
import { councilProblems, councilWarnings, missingThings } from '../../../shared/vi/council.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { currentSeason } from './season.ts';

export type CouncilRow = Tables['council'];

const selectCouncil = define<{ season: Id }>()((p) =>
  sql.selectFrom('council').selectAll().where('season_id', '=', p('season')),
);
const insertCouncil = define<{ id: Id; season: Id }>()((p) =>
  sql
    .insertInto('council')
    .values({ id: p('id'), season_id: p('season'), decision_number: '', decision_date: null }),
);
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
    .leftJoin('membership', (join) =>
      join.onRef('membership.person_id', '=', 'person.id').on('membership.to_date', 'is', null),
    )
    .leftJoin('group', 'group.id', 'membership.group_id')
    .leftJoin('meeting', 'meeting.council_id', 'council_member.council_id')
    .leftJoin('presence', (join) =>
      join
        .onRef('presence.meeting_id', '=', 'meeting.id')
        .onRef('presence.member_id', '=', 'council_member.id'),
    )
    .select([
      'council_member.id',
      'council_member.person_id',
      'council_member.role',
      'person.full_name',
      'person.position',
      'group.name as group_name',
      'presence.present',
      'presence.reason',
    ])
    .where('council_member.council_id', '=', p('council')),
);
const selectPerson = define<{ id: Id }>()((p) =>
  sql.selectFrom('person').select('id').where('id', '=', p('id')),
);
const insertMember = define<{ id: Id; council: Id; person: Id; role: CouncilRole }>()((p) =>
  sql
    .insertInto('council_member')
    .values({ id: p('id'), council_id: p('council'), person_id: p('person'), role: p('role') }),
);
const updateRole = define<{ id: Id; role: CouncilRole }>()((p) =>
  sql
    .updateTable('council_member')
    .set({ role: p('role') })
    .where('id', '=', p('id')),
);
const deleteMember = define<{ id: Id }>()((p) => sql.deleteFrom('council_member').where('id', '=', p('id')));
const selectState = define<{ council: Id }>()((p) =>
  sql.selectFrom('meeting').select('state').where('council_id', '=', p('council')),
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
            .innerJoin('award_case', 'award_case.id', 'hands_vote.case_id')
            .select('hands_vote.case_id')
            .whereRef('award_case.season_id', '=', 'council.season_id'),
        ),
      ]),
    ),
);

/** The council of a season; undefined when none was set up. */
export function findCouncil(read: ReadHandle, seasonId: Id): CouncilRow | undefined {
  return read.get(selectCouncil, { season: seasonId });
}

/** The council of a season, made empty when there is none yet. */
export function ensureCouncil(
  { write, newId }: Pick<CommandContext, 'write' | 'newId'>,
  seasonId: Id,
): CouncilRow {
  const known = findCouncil(write, seasonId);
  if (known !== undefined) return known;
  const id = newId();
  write.run(insertCouncil, { id, season: seasonId });
  return { id, season_id: seasonId, decision_number: '', decision_date: null };
}

/** Members by role, then by given name, with their presence at the meeting. */
export function listMembers(read: ReadHandle, councilId: Id): readonly CouncilMember[] {
  return read
    .all(selectMembers, { council: councilId })
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      fullName: row.full_name,
      position: row.position,
      groupName: row.group_name ?? '',
      role: row.role,
      present: row.present === null ? null : row.present === 1,
      absenceReason: row.reason ?? '',
    }))
    .sort(
      (a, b) =>
        councilRoles.indexOf(a.role) - councilRoles.indexOf(b.role) || compareNames(a.fullName, b.fullName),
    );
}

/** The council as it is shown, with what is unusual about it. */
export function describeCouncil(council: CouncilRow, members: readonly CouncilMember[]): Council {
  const has = (role: CouncilRole): boolean => members.some((member) => member.role === role);
  return {
    id: council.id,
    decisionNumber: council.decision_number,
    decisionDate: council.decision_date,
    members,
    warnings: [
      ...(members.length > 0 && members.length % 2 === 0 ? [councilWarnings['even-number']] : []),
      ...(has('CHAIR') ? [] : [councilWarnings['no-chair']]),
      ...(has('SECRETARY') ? [] : [councilWarnings['no-secretary']]),
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

/** Replaces the members; those who stay keep their record, and with it their presence. */
function replaceMembers(
  context: Pick<CommandContext, 'write' | 'newId'>,
  council: CouncilRow,
  given: readonly GivenMember[],
): Result<null, AppError> {
  const { write, newId } = context;
  const known = new Map(listMembers(write, council.id).map((member) => [member.personId, member]));
  const wanted = new Set(given.map(({ personId }) => personId));
  const leaving = [...known.values()].filter(({ personId }) => !wanted.has(personId));
  const coming = given.filter(({ personId }) => !known.has(personId));
  const moving = given.flatMap(({ personId, role }) => {
    const member = known.get(personId);
    return member === undefined || member.role === role ? [] : [{ id: member.id, role }];
  });
  if (leaving.length + coming.length + moving.length === 0) return ok(null);
  if (write.get(selectState, { council: council.id })?.state === 'closed')
    return err({ code: 'meeting-closed' });
  if (leaving.length + coming.length > 0 && write.get(selectVotes, { council: council.id }) !== undefined) {
    return err({ code: 'council-in-use' });
  }
  for (const { id } of leaving) write.run(deleteMember, { id });
  // There is one chair at any moment: all who change give up their role before one takes it.
  for (const { id } of moving) write.run(updateRole, { id, role: 'MEMBER' });
  for (const { id, role } of moving) write.run(updateRole, { id, role });
  for (const { personId, role } of coming) {
    write.run(insertMember, { id: newId(), council: council.id, person: personId, role });
  }
  return ok(null);
}

export const councilHandlers: Handlers<'saveCouncil'> = {
  saveCouncil(context, { decisionNumber, decisionDate, members }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const checked = checkMembers(context.write, members);
    if (!checked.ok) return checked;
    const council = ensureCouncil(context, season.value.id);
    const replaced = replaceMembers(context, council, members);
    if (!replaced.ok) return replaced;
    context.write.run(updateCouncil, { id: council.id, number: tidy(decisionNumber), date: decisionDate });
    context.record({ members: members.length });
    return ok(null);
  },
};
