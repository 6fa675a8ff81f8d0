/** The bodies that vote in a season: found by what they are, made when the school holds them, and their usual members. */
import { bodyOf, groupOf, opinionKinds, schoolBody, type Body } from '../../../shared/domain/body.ts';
import type { IsoDate } from '../../../shared/dates.ts';
import {
  seatsOfGroup,
  seatsOfInitiatives,
  seatsOfSchool,
  seatsOfStaff,
  type SeatedPerson,
} from '../../../shared/domain/seats.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id, PersonStatus } from '../../../shared/terms.ts';
import type { CaseOpinion, PersonRow, SuggestedMember } from '../../../shared/views.ts';
import { bodyName, unusedBody } from '../../../shared/vi/bodies.ts';
import { missingThings } from '../../../shared/vi/council.ts';
import type { CommandContext } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { listPeopleOn } from './person/standing.ts';
import { ruleSetOn } from './rule-set.ts';
import { decisionDay, type SeasonRow } from './season.ts';

export type CouncilRow = Tables['council'];

const selectCouncils = define<{ season: Id }>()((p) =>
  sql.selectFrom('council').selectAll().where('season_id', '=', p('season')),
);
const selectBodyOfRound = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('round')
    .innerJoin('meeting', 'meeting.id', 'round.meeting_id')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .select(['council.kind', 'council.group_id'])
    .where('round.id', '=', p('round')),
);
const selectGroup = define<{ id: Id }>()((p) =>
  sql.selectFrom('group').select('name').where('id', '=', p('id')).where('is_school', '=', 0),
);
const insertCouncil = define<Pick<CouncilRow, 'id' | 'season_id' | 'kind' | 'group_id'>>()((p) =>
  sql.insertInto('council').values({
    id: p('id'),
    season_id: p('season_id'),
    kind: p('kind'),
    group_id: p('group_id'),
    decision_number: '',
    decision_date: null,
  }),
);
const selectGroupOn = define<{ day: IsoDate; group: Id }>()((p) =>
  sql
    .selectFrom('person')
    .select('person.id')
    .where(({ and, eb, exists, or, selectFrom }) =>
      or([
        and([eb('person.group_id', '=', p('group')), eb('person.group_from', '<=', p('day'))]),
        exists(
          selectFrom('former_group')
            .select('former_group.person_id')
            .whereRef('former_group.person_id', '=', 'person.id')
            .where('former_group.group_id', '=', p('group'))
            .where('former_group.from_date', '<=', p('day'))
            .where('former_group.to_date', '>=', p('day')),
        ),
      ]),
    ),
);
const selectStatusNow = define<{ day: IsoDate }>()((p) =>
  sql.selectFrom('person').select(['id', 'status']).where('status_from', '<=', p('day')),
);
const selectStatusThen = define<{ day: IsoDate }>()((p) =>
  sql
    .selectFrom('former_status')
    .select(['person_id as id', 'status'])
    .where('from_date', '<=', p('day'))
    .where('to_date', '>=', p('day')),
);
const selectHands = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('hands_vote')
    .innerJoin('meeting', 'meeting.id', 'hands_vote.meeting_id')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .leftJoin('group', 'group.id', 'council.group_id')
    .select([
      'hands_vote.case_id',
      'hands_vote.agree',
      'hands_vote.base',
      'hands_vote.needed',
      'council.id as council_id',
      'council.kind',
      'group.name as group_name',
    ])
    .where('council.season_id', '=', p('season'))
    .where('council.kind', 'in', [...opinionKinds]),
);
const selectRounds = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('round_result')
    .innerJoin('round', 'round.id', 'round_result.round_id')
    .innerJoin('meeting', 'meeting.id', 'round.meeting_id')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .leftJoin('group', 'group.id', 'council.group_id')
    .select([
      'round_result.case_id',
      'round_result.agree',
      'round_result.base',
      'round_result.needed',
      'council.id as council_id',
      'council.kind',
      'group.name as group_name',
    ])
    .where('council.season_id', '=', p('season'))
    .where('council.kind', 'in', [...opinionKinds])
    .where('round.state', '=', 'sealed')
    .orderBy('round.number'),
);

/** The row of a body in a season; undefined when it was not founded. */
export function findCouncil(read: ReadHandle, seasonId: Id, body: Body = schoolBody): CouncilRow | undefined {
  return read
    .all(selectCouncils, { season: seasonId })
    .find((row) => row.kind === body.kind && row.group_id === groupOf(body));
}

/** The bodies beside the school's council that were founded in a season. */
export function listOtherBodies(read: ReadHandle, seasonId: Id): readonly Body[] {
  return read
    .all(selectCouncils, { season: seasonId })
    .filter(({ kind }) => kind !== 'SCHOOL')
    .map(bodyOf);
}

/** The body in whose meeting a round is held. Errors: not-found. */
export function bodyOfRound(read: ReadHandle, roundId: Id): Result<Body, AppError> {
  const row = read.get(selectBodyOfRound, { round: roundId });
  return row === undefined ? err({ code: 'not-found', what: missingThings.round }) : ok(bodyOf(row));
}

/** What a body is called. Errors: not-found for a tổ that is not there. */
export function nameOfBody(read: ReadHandle, body: Body): Result<string, AppError> {
  if (body.kind !== 'GROUP') return ok(bodyName({ kind: body.kind, groupName: null }));
  const group = read.get(selectGroup, { id: body.groupId });
  return group === undefined
    ? err({ code: 'not-found', what: missingThings.group })
    : ok(bodyName({ kind: 'GROUP', groupName: group.name }));
}

/** The name of a body as the trail of changes tells it; nothing for the school's council, which goes without saying. */
export function bodyFact(read: ReadHandle, council: CouncilRow): { readonly body?: string } {
  if (council.kind === 'SCHOOL') return {};
  const name = nameOfBody(read, bodyOf(council));
  return name.ok ? { body: name.value } : {};
}

/** Why the school does not hold a body; null when it does. */
export function whyUnused(
  read: ReadHandle,
  season: SeasonRow,
  { kind }: Body,
): Result<string | null, AppError> {
  if (kind === 'SCHOOL') return ok(null);
  const ruleSet = ruleSetOn(read, decisionDay(season));
  if (!ruleSet.ok) return ruleSet;
  return ok(ruleSet.value.bodies[kind].used.value ? null : unusedBody[kind]);
}

/** The row of a body, made empty when there is none yet. Errors: not-found, body-not-used. */
export function ensureCouncil(
  { write, newId }: Pick<CommandContext, 'write' | 'newId'>,
  season: SeasonRow,
  body: Body = schoolBody,
): Result<CouncilRow, AppError> {
  const known = findCouncil(write, season.id, body);
  if (known !== undefined) return ok(known);
  const name = nameOfBody(write, body);
  if (!name.ok) return name;
  const unused = whyUnused(write, season, body);
  if (!unused.ok) return unused;
  if (unused.value !== null) return err({ code: 'body-not-used', body: name.value, reason: unused.value });
  const row = { id: newId(), season_id: season.id, kind: body.kind, group_id: groupOf(body) };
  write.run(insertCouncil, row);
  return ok({ ...row, decision_number: '', decision_date: null });
}

/** Who was in a tổ on a day, whatever they are now. */
export function peopleOfGroup(read: ReadHandle, group: Id, day: IsoDate): ReadonlySet<Id> {
  return new Set(read.all(selectGroupOn, { group, day }).map(({ id }) => id));
}

/** Everybody with the status that they had on a day; who had none yet is left out. */
function peopleOn(read: ReadHandle, day: IsoDate): readonly PersonRow[] {
  const statuses = new Map<Id, PersonStatus>(
    [...read.all(selectStatusNow, { day }), ...read.all(selectStatusThen, { day })].map(({ id, status }) => [
      id,
      status,
    ]),
  );
  return listPeopleOn(read, day).flatMap((person) => {
    const status = statuses.get(person.id);
    return status === undefined ? [] : [{ ...person, status }];
  });
}

/** Who sits in a body by post or by tổ on a day. */
export function usualMembers(
  read: ReadHandle,
  { body, day, name }: { readonly body: Body; readonly day: IsoDate; readonly name: string },
): readonly SuggestedMember[] {
  const seats = ((): readonly SeatedPerson<PersonRow>[] => {
    switch (body.kind) {
      case 'SCHOOL':
        return seatsOfSchool(listPeopleOn(read, day));
      case 'INITIATIVE':
        return seatsOfInitiatives(peopleOn(read, day));
      case 'STAFF':
        return seatsOfStaff(peopleOn(read, day));
      case 'GROUP': {
        const own = peopleOfGroup(read, body.groupId, day);
        return seatsOfGroup(peopleOn(read, day).filter(({ id }) => own.has(id))).map((one) => ({
          ...one,
          seat: name,
        }));
      }
    }
  })();
  return seats.map(({ person, role, seat }) => ({
    personId: person.id,
    fullName: person.fullName,
    position: person.position,
    role,
    seat,
  }));
}

/** What the meetings of the tổ and the conference of the staff said of cases; a later ballot counts for an earlier vote. */
export function listOpinions(read: ReadHandle, seasonId: Id): ReadonlyMap<Id, readonly CaseOpinion[]> {
  const latest = new Map<string, CaseOpinion & { readonly caseId: Id }>();
  for (const row of [
    ...read.all(selectHands, { season: seasonId }),
    ...read.all(selectRounds, { season: seasonId }),
  ]) {
    const { case_id: caseId, council_id: councilId, agree, base, needed } = row;
    const kind = row.kind === 'STAFF' ? 'STAFF' : 'GROUP';
    const name = bodyName({ kind, groupName: row.group_name });
    latest.set(`${caseId} ${councilId}`, {
      caseId,
      kind,
      councilId,
      name,
      agree,
      base,
      needed,
      passed: agree >= needed,
    });
  }
  return Map.groupBy(latest.values(), ({ caseId }) => caseId);
}
