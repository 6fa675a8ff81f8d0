/** Registration: who is put forward for which title, and the list of cases that every later step reads. */
import { standingOf } from '../../../shared/domain/standing.ts';
import { isTitleFor, objectOf, ownerIdOf, type CaseOwner } from '../../../shared/domain/case-object.ts';
import type { AppError } from '../../../shared/errors.ts';
import { compareText, placesOf, placesOfNames } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { IsoDate } from '../../../shared/dates.ts';
import type { Id, TitleId } from '../../../shared/terms.ts';
import type { CaseRow } from '../../../shared/views.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import { apartWords } from '../../../shared/vi/namesakes.ts';
import { classLabel, pupilKindNames } from '../../../shared/vi/pupils.ts';
import { registeredAgain } from '../../../shared/vi/season.ts';
import { listOpinions } from './body.ts';
import { moveCase } from './case-state.ts';
import { listCollectives } from './group.ts';
import { findPerson } from './person/roster.ts';
import { listPeopleOn } from './person/standing.ts';
import { findPupil } from './pupil/roster.ts';
import { currentSeason, type SeasonRow } from './season.ts';
import { caseStateNames } from '../../../shared/vi/terms.ts';

const selectCases = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('award_case')
    .leftJoin('person', 'person.id', 'award_case.person_id')
    .leftJoin('group as place', 'place.id', 'person.group_id')
    .leftJoin('group as collective', 'collective.id', 'award_case.group_id')
    .leftJoin('pupil', 'pupil.id', 'award_case.pupil_id')
    .leftJoin('verdict', 'verdict.case_id', 'award_case.id')
    .leftJoin('overruling', 'overruling.case_id', 'award_case.id')
    .leftJoin('council', (join) =>
      join.onRef('council.season_id', '=', 'award_case.season_id').on('council.kind', '=', 'SCHOOL'),
    )
    .leftJoin('meeting', 'meeting.council_id', 'council.id')
    .leftJoin('hands_vote', (join) =>
      join
        .onRef('hands_vote.meeting_id', '=', 'meeting.id')
        .onRef('hands_vote.case_id', '=', 'award_case.id'),
    )
    .select([
      'award_case.id',
      'award_case.person_id',
      'award_case.group_id',
      'award_case.pupil_id',
      'award_case.title_id',
      'award_case.registered_on',
      'award_case.late',
      'award_case.state',
      'award_case.outcome',
      'award_case.outcome_reason',
      'award_case.achievement',
      'person.code',
      'person.full_name',
      'person.position',
      'place.name as place_name',
      'collective.name as collective_name',
      'pupil.kind as pupil_kind',
      'pupil.name as pupil_name',
      'pupil.class as pupil_class',
      'pupil.code as pupil_code',
      'verdict.eligibility',
      'overruling.eligibility as overruled',
      'overruling.reason as overruling_reason',
      'hands_vote.agree as hands_agree',
      'hands_vote.base as hands_base',
      'hands_vote.needed as hands_needed',
      'verdict.failed',
      'verdict.summary',
      'verdict.postponed',
      'verdict.awaits_decision',
    ])
    .where('award_case.season_id', '=', p('season')),
);
const selectResults = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('round_result')
    .innerJoin('round', 'round.id', 'round_result.round_id')
    .innerJoin('meeting', 'meeting.id', 'round.meeting_id')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .select([
      'round_result.case_id',
      'round_result.agree',
      'round_result.base',
      'round_result.needed',
      'round.number',
    ])
    .where('council.season_id', '=', p('season'))
    .where('council.kind', '=', 'SCHOOL')
    .where('round.state', '=', 'sealed')
    .orderBy('round.number'),
);
const selectNamesakes = define()(() =>
  sql
    .selectFrom('person')
    .select(['id', 'full_name as fullName', 'birth_date as birthDate', 'code'])
    .where('full_name', 'in', (names) =>
      names
        .selectFrom('person')
        .select('full_name')
        .groupBy('full_name')
        .having(({ fn }) => fn.countAll(), '>', 1),
    )
    .orderBy('id'),
);
const selectKnown = define<{
  season: Id;
  person: Id | null;
  group: Id | null;
  pupil: Id | null;
  title: TitleId;
}>()((p) =>
  sql
    .selectFrom('award_case')
    .select(['id', 'registered_on'])
    .where('season_id', '=', p('season'))
    .where('title_id', '=', p('title'))
    .where((column) =>
      column.or([
        column('person_id', '=', p('person')),
        column('group_id', '=', p('group')),
        column('pupil_id', '=', p('pupil')),
      ]),
    ),
);
const selectAllKnown = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('award_case')
    .select(['id', 'person_id', 'group_id', 'pupil_id', 'title_id', 'registered_on'])
    .where('season_id', '=', p('season')),
);
const insertCase = define<{
  id: Id;
  season: Id;
  person: Id | null;
  group: Id | null;
  pupil: Id | null;
  title: TitleId;
  registeredOn: IsoDate | null;
  late: 0 | 1;
  at: string;
}>()((p) =>
  sql.insertInto('award_case').values({
    id: p('id'),
    season_id: p('season'),
    person_id: p('person'),
    group_id: p('group'),
    pupil_id: p('pupil'),
    title_id: p('title'),
    registered_on: p('registeredOn'),
    late: p('late'),
    state: 'REGISTERED',
    outcome: null,
    outcome_reason: '',
    put_forward_at: p('at'),
    achievement: '',
  }),
);
const updateRegistered = define<{ id: Id; registeredOn: IsoDate | null; late: 0 | 1 }>()((p) =>
  sql
    .updateTable('award_case')
    .set({ registered_on: p('registeredOn'), late: p('late') })
    .where('id', '=', p('id')),
);
const updateLock = define<{ season: Id; at: string | null; reason: string | null }>()((p) =>
  sql
    .updateTable('season')
    .set({ locked_at: p('at'), lock_reason: p('reason') })
    .where('id', '=', p('season')),
);

const objectPlaces = { PERSON: 0, GROUP: 1, PUPIL: 2 } as const;

/** Every case of a season: people by tổ and given name, titles in their order, then collectives, then pupils by class. */
export function listCaseRows(read: ReadHandle, season: SeasonRow): readonly CaseRow[] {
  const results = new Map(read.all(selectResults, { season: season.id }).map((row) => [row.case_id, row]));
  const opinions = listOpinions(read, season.id);
  const apart = apartWords(read.all(selectNamesakes, {}));
  const rows = read.all(selectCases, { season: season.id }).map((row): CaseRow => {
    const title = findTitle(row.title_id);
    const vote =
      results.get(row.id) ??
      (row.hands_agree === null || row.hands_base === null || row.hands_needed === null
        ? null
        : { agree: row.hands_agree, base: row.hands_base, needed: row.hands_needed });
    return {
      id: row.id,
      personId: row.person_id,
      groupId: row.group_id,
      pupilId: row.pupil_id,
      code: row.code ?? row.pupil_code ?? '',
      name: row.full_name ?? row.collective_name ?? row.pupil_name ?? '',
      apart: row.pupil_kind === 'PUPIL' ? (row.pupil_class ?? '') : (apart.get(row.person_id ?? '') ?? ''),
      groupName:
        row.place_name ??
        row.collective_name ??
        (row.pupil_class === null ? '' : classLabel(row.pupil_class)),
      position: row.position ?? (row.pupil_kind === null ? '' : pupilKindNames[row.pupil_kind]),
      titleId: row.title_id,
      titleName: title?.name ?? row.title_id,
      titleShort: title?.shortName ?? row.title_id,
      registeredOn: row.registered_on,
      late: row.late === 1,
      state: row.state,
      eligibility: row.eligibility,
      overruled:
        row.overruled === null ? null : { eligibility: row.overruled, reason: row.overruling_reason ?? '' },
      failed: row.failed === null ? [] : (JSON.parse(row.failed) as string[]),
      summary: row.summary ?? '',
      postponed: row.postponed === 1,
      awaitsDecision: row.awaits_decision === 1,
      agree: vote?.agree ?? null,
      base: vote?.base ?? null,
      needed: vote?.needed ?? null,
      outcome: row.outcome,
      outcomeReason: row.outcome_reason,
      achievement: row.achievement,
      opinions: opinions.get(row.id) ?? [],
    };
  });
  const groupPlace = placesOf(rows.map((row) => row.groupName));
  const namePlace = placesOfNames(rows.map((row) => row.name));
  rows.sort(
    (a, b) =>
      objectPlaces[objectOf(a)] - objectPlaces[objectOf(b)] ||
      groupPlace(a.groupName) - groupPlace(b.groupName) ||
      namePlace(a.name) - namePlace(b.name) ||
      compareText(a.code, b.code) ||
      (findTitle(a.titleId)?.sort ?? 0) - (findTitle(b.titleId)?.sort ?? 0),
  );
  return rows;
}

interface Registration extends CaseOwner {
  readonly titleId: TitleId;
  readonly registeredOn: IsoDate | null;
}

interface KnownCase {
  readonly id: Id;
  readonly registered_on: IsoDate | null;
}

interface Registered {
  readonly id: Id;
  readonly effect: 'add' | 'change' | 'same';
}

type RegisterContext = Pick<CommandContext, 'write' | 'newId' | 'now'>;

function put(
  { write, newId, now }: RegisterContext,
  season: SeasonRow,
  { personId, groupId, pupilId, titleId, registeredOn }: Registration,
  known: KnownCase | undefined,
): Registered {
  // The deadline is that of the staff: pupils are put forward through the year.
  const isLate =
    pupilId === null &&
    registeredOn !== null &&
    season.registration_deadline !== null &&
    registeredOn > season.registration_deadline;
  const late = isLate ? 1 : 0;
  if (known !== undefined) {
    if (known.registered_on === registeredOn) return { id: known.id, effect: 'same' };
    write.run(updateRegistered, { id: known.id, registeredOn, late });
    return { id: known.id, effect: 'change' };
  }
  const id = newId();
  write.run(insertCase, {
    id,
    season: season.id,
    person: personId,
    group: groupId,
    pupil: pupilId,
    title: titleId,
    registeredOn,
    late,
    at: now,
  });
  return { id, effect: 'add' };
}

/** Puts a person, a tổ or a pupil forward for a title; one that is there already only gets its day. Says which. */
export function putForward(
  context: RegisterContext,
  season: SeasonRow,
  registration: Registration,
): Registered {
  const known = context.write.get(selectKnown, {
    season: season.id,
    person: registration.personId,
    group: registration.groupId,
    pupil: registration.pupilId,
    title: registration.titleId,
  });
  return put(context, season, registration, known);
}

/** As `putForward`, for thousands: the cases that there are were read before the first. */
export function registrar(
  context: RegisterContext,
  season: SeasonRow,
): (registration: Registration) => Registered {
  const cases = new Map<string, KnownCase>();
  for (const row of context.write.all(selectAllKnown, { season: season.id })) {
    cases.set(`${row.person_id ?? row.group_id ?? row.pupil_id ?? ''}|${row.title_id}`, row);
  }
  return (registration) => {
    const { titleId, registeredOn } = registration;
    const key = `${ownerIdOf(registration)}|${titleId}`;
    const registered = put(context, season, registration, cases.get(key));
    cases.set(key, { id: registered.id, registered_on: registeredOn });
    return registered;
  };
}

const selectState = define<{ id: Id }>()((p) =>
  sql.selectFrom('award_case').select('state').where('id', '=', p('id')),
);

function takeUpAgain(context: CommandContext, caseId: Id): boolean {
  if (context.write.get(selectState, { id: caseId })?.state !== 'WITHDRAWN') return false;
  return moveCase(context, { caseId, to: 'REGISTERED', reason: registeredAgain });
}

/** Refuses while registration is locked. Errors: registration-locked. */
export function mustBeUnlocked(season: SeasonRow): Result<null, AppError> {
  return season.locked_at === null
    ? ok(null)
    : err({ code: 'registration-locked', reason: season.lock_reason ?? '' });
}

export const registrationHandlers: Handlers<
  | 'listCases'
  | 'listUnregistered'
  | 'registerCase'
  | 'withdrawCase'
  | 'lockRegistration'
  | 'unlockRegistration'
> = {
  listCases({ read }) {
    const season = currentSeason(read);
    return season.ok ? ok(listCaseRows(read, season.value)) : season;
  },

  listUnregistered({ read, today }) {
    const season = currentSeason(read);
    if (!season.ok) return season;
    const registered = new Set(
      listCaseRows(read, season.value)
        .filter((row) => row.state !== 'WITHDRAWN')
        .map((row) => row.personId),
    );
    return ok(
      listPeopleOn(read, today)
        .filter(
          (person) => !registered.has(person.id) && person.status !== 'LEFT' && person.status !== 'RETIRED',
        )
        .map((person) => ({
          personId: person.id,
          fullName: person.fullName,
          groupName: person.groupName,
          standing: standingOf(person),
        })),
    );
  },

  registerCase(context, { personId, groupId, pupilId, titleId, registeredOn }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const unlocked = mustBeUnlocked(season.value);
    if (!unlocked.ok) return unlocked;
    const title = findTitle(titleId);
    if (title === null) return err({ code: 'unknown-title', title: titleId });
    const person = personId === null ? undefined : findPerson(context.write, personId);
    const group =
      groupId === null ? undefined : listCollectives(context.write).find((row) => row.id === groupId);
    const pupil = pupilId === null ? undefined : findPupil(context.write, pupilId);
    const isOne = [personId, groupId, pupilId].filter((id) => id !== null).length === 1;
    const name = person?.fullName ?? group?.name ?? pupil?.name;
    if (!isOne || name === undefined) return err({ code: 'not-found', what: 'người hoặc tổ này' });
    if (!isTitleFor(title, objectOf({ personId, groupId })))
      return err({ code: 'unknown-title', title: title.name });
    const registration = { personId, groupId, pupilId, titleId, registeredOn };
    const { id, effect } = putForward(context, season.value, registration);
    // One that was withdrawn is taken up again; any other is there already.
    if (effect !== 'add' && !takeUpAgain(context, id)) {
      return err({ code: 'already-registered', name, title: title.name });
    }
    context.record({ name, title: title.name });
    return ok({ id });
  },

  withdrawCase(context, { id, reason }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const row = listCaseRows(context.write, season.value).find((candidate) => candidate.id === id);
    if (row === undefined) return err({ code: 'not-found', what: 'hồ sơ này' });
    if (!moveCase(context, { caseId: id, to: 'WITHDRAWN', reason, outcome: 'withdrawn' })) {
      return err({ code: 'wrong-state', name: row.name, state: caseStateNames[row.state], wanted: 'rút' });
    }
    context.record({ name: row.name, title: row.titleName, reason });
    return ok(null);
  },

  lockRegistration({ write, now, record }, { reason }) {
    const season = currentSeason(write);
    if (!season.ok) return season;
    write.run(updateLock, { season: season.value.id, at: now, reason });
    record({ reason });
    return ok(null);
  },

  unlockRegistration({ write, record }, { reason }) {
    const season = currentSeason(write);
    if (!season.ok) return season;
    write.run(updateLock, { season: season.value.id, at: null, reason: null });
    record({ reason });
    return ok(null);
  },
};
