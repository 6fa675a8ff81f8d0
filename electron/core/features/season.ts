/** The school, its school year, its movement and campaigns, and the standards announced for them. */
import { addDays, formatDate, reviewPeriod } from '../../../shared/dates.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import type { School, Season } from '../../../shared/views.ts';
import { describeStandards } from '../../../shared/vi/standards.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../../shared/rules/model.ts';
import type { Handlers } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { renameSchool } from './group.ts';
import { ruleSetOn } from './rule-set.ts';

export type SeasonRow = Tables['season'];

const selectSchool = define()(() => sql.selectFrom('school').selectAll());
const updateSchool = define<Omit<Tables['school'], 'id'>>()((p) =>
  sql.updateTable('school').set({
    name: p('name'),
    superior: p('superior'),
    place: p('place'),
    symbol: p('symbol'),
    council_symbol: p('council_symbol'),
    submitted_to: p('submitted_to'),
    principal_name: p('principal_name'),
    principal_post: p('principal_post'),
    clerk_name: p('clerk_name'),
    clerk_post: p('clerk_post'),
  }),
);
const selectCurrent = define()(() =>
  sql.selectFrom('season').selectAll().orderBy('school_year', 'desc').limit(1),
);
const updateSeason = define<Omit<SeasonRow, 'school_year' | 'locked_at' | 'lock_reason'>>()((p) =>
  sql
    .updateTable('season')
    .set({
      movement_name: p('movement_name'),
      plan_number: p('plan_number'),
      plan_date: p('plan_date'),
      content: p('content'),
      starts_on: p('starts_on'),
      ends_on: p('ends_on'),
      registration_deadline: p('registration_deadline'),
      meeting_on: p('meeting_on'),
    })
    .where('id', '=', p('id')),
);
const updateLateness = define<{ season: Id; deadline: string }>()((p) =>
  sql
    .updateTable('award_case')
    .set((column) => ({
      late: column
        .case()
        .when('registered_on', '>', p('deadline'))
        .then(1 as const)
        .else(0 as const)
        .end(),
    }))
    .where('season_id', '=', p('season'))
    // The deadline is that of the staff: pupils are put forward through the year.
    .where('pupil_id', 'is', null),
);
const selectCampaigns = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('campaign')
    .selectAll()
    .where('season_id', '=', p('season'))
    .orderBy('starts_on')
    .orderBy('name'),
);
const selectCampaign = define<{ id: Id }>()((p) =>
  sql.selectFrom('campaign').select('name').where('id', '=', p('id')),
);
const upsertCampaign = define<Tables['campaign']>()((p) =>
  sql
    .insertInto('campaign')
    .values({
      id: p('id'),
      season_id: p('season_id'),
      name: p('name'),
      starts_on: p('starts_on'),
      ends_on: p('ends_on'),
      content: p('content'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        name: p('name'),
        starts_on: p('starts_on'),
        ends_on: p('ends_on'),
        content: p('content'),
      }),
    ),
);
const deleteCampaign = define<{ id: Id }>()((p) => sql.deleteFrom('campaign').where('id', '=', p('id')));
const selectAnnounced = define<{ season: Id }>()((p) =>
  sql.selectFrom('announced_title').select('title_id').where('season_id', '=', p('season')),
);
const insertAnnounced = define<{ season: Id; title: string }>()((p) =>
  sql
    .insertInto('announced_title')
    .values({ season_id: p('season'), title_id: p('title') })
    .onConflict((conflict) => conflict.doNothing()),
);
const deleteAnnounced = define<{ season: Id; title: string }>()((p) =>
  sql.deleteFrom('announced_title').where('season_id', '=', p('season')).where('title_id', '=', p('title')),
);

/** The season that the file is working on: that of its latest school year. Errors: no-season. */
export function currentSeason(read: ReadHandle): Result<SeasonRow, AppError> {
  const row = read.get(selectCurrent, {});
  return row === undefined ? err({ code: 'no-season' }) : ok(row);
}

/** The school as it is written on papers. */
export function readSchool(read: ReadHandle): School {
  const row = read.get(selectSchool, {});
  if (row === undefined) throw new Error('The data file has no school.');
  return {
    name: row.name,
    superior: row.superior,
    place: row.place,
    symbol: row.symbol,
    councilSymbol: row.council_symbol,
    submittedTo: row.submitted_to,
    principal: { name: row.principal_name, post: row.principal_post },
    clerk: { name: row.clerk_name, post: row.clerk_post },
  };
}

/** The day by which the rule set of a season's decisions is chosen: that of the meeting, else the end of the review period. */
export function decisionDay(season: SeasonRow): string {
  return season.meeting_on ?? reviewPeriod(season.school_year).to;
}

/** The rule set by which the season's cases are decided, as the school's regulation has it. Errors: no-rule-set. */
export function seasonRules(read: ReadHandle, season: SeasonRow): Result<RuleSet, AppError> {
  return ruleSetOn(read, decisionDay(season));
}

function readSeason(read: ReadHandle): Result<Season, AppError> {
  const found = currentSeason(read);
  if (!found.ok) return found;
  const row = found.value;
  const announced = new Set(read.all(selectAnnounced, { season: row.id }).map(({ title_id }) => title_id));
  const ruleSet = seasonRules(read, row);
  if (!ruleSet.ok) return ruleSet;
  return ok({
    id: row.id,
    schoolYear: row.school_year,
    movement: {
      name: row.movement_name,
      planNumber: row.plan_number,
      planDate: row.plan_date,
      content: row.content,
    },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    registrationDeadline: row.registration_deadline,
    registrationLock:
      row.locked_at === null || row.lock_reason === null
        ? null
        : { at: row.locked_at, reason: row.lock_reason },
    meetingOn: row.meeting_on,
    campaigns: read.all(selectCampaigns, { season: row.id }).map((campaign) => ({
      id: campaign.id,
      name: campaign.name,
      startsOn: campaign.starts_on,
      endsOn: campaign.ends_on,
      content: campaign.content,
    })),
    standards: describeStandards({
      ruleSet: ruleSet.value,
      announced,
      day: decisionDay(row),
    }),
    ruleSet: { id: ruleSet.value.id, name: ruleSet.value.name },
  });
}

const noCampaign = { code: 'not-found', what: 'đợt thi đua này' } as const;

function checkPeriod(from: string, to: string): Result<null, AppError> {
  if (to >= from) return ok(null);
  return err({ code: 'invalid-period', from: formatDate(from), to: formatDate(to) });
}

export const seasonHandlers: Handlers<
  | 'getSchool'
  | 'saveSchool'
  | 'getSeason'
  | 'saveSeason'
  | 'saveCampaign'
  | 'removeCampaign'
  | 'announceStandard'
> = {
  getSchool: ({ read }) => ok(readSchool(read)),

  saveSchool({ write, record }, school) {
    write.run(updateSchool, {
      name: school.name,
      superior: school.superior,
      place: school.place,
      symbol: school.symbol,
      council_symbol: school.councilSymbol,
      submitted_to: school.submittedTo,
      principal_name: school.principal.name,
      principal_post: school.principal.post,
      clerk_name: school.clerk.name,
      clerk_post: school.clerk.post,
    });
    renameSchool(write, school.name);
    record({ school: school.name });
    return ok(readSchool(write));
  },

  getSeason: ({ read }) => readSeason(read),

  saveSeason({ write, record }, input) {
    const found = currentSeason(write);
    if (!found.ok) return found;
    // A season of one day is none.
    const period = checkPeriod(addDays(input.startsOn, 1), input.endsOn);
    if (!period.ok) return period;
    write.run(updateSeason, {
      id: found.value.id,
      movement_name: input.movement.name,
      plan_number: input.movement.planNumber,
      plan_date: input.movement.planDate,
      content: input.movement.content,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      registration_deadline: input.registrationDeadline,
      meeting_on: input.meetingOn,
    });
    write.run(updateLateness, {
      season: found.value.id,
      deadline: input.registrationDeadline ?? '9999-12-31',
    });
    record({ schoolYear: found.value.school_year });
    return readSeason(write);
  },

  saveCampaign({ write, record, newId }, input) {
    const found = currentSeason(write);
    if (!found.ok) return found;
    const period = checkPeriod(input.startsOn, input.endsOn);
    if (!period.ok) return period;
    if (input.id !== null && write.get(selectCampaign, { id: input.id }) === undefined)
      return err(noCampaign);
    const id = input.id ?? newId();
    write.run(upsertCampaign, {
      id,
      season_id: found.value.id,
      name: input.name,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      content: input.content,
    });
    record({ campaign: input.name });
    return ok({
      id,
      name: input.name,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      content: input.content,
    });
  },

  removeCampaign({ write, record }, { id }) {
    const campaign = write.get(selectCampaign, { id });
    if (campaign === undefined) return err(noCampaign);
    write.run(deleteCampaign, { id });
    record({ campaign: campaign.name });
    return ok(null);
  },

  announceStandard({ write, record }, { titleId, announced }) {
    const found = currentSeason(write);
    if (!found.ok) return found;
    const title = findTitle(titleId);
    if (title === null) return err({ code: 'unknown-title', title: titleId });
    write.run(announced ? insertAnnounced : deleteAnnounced, { season: found.value.id, title: titleId });
    record({ title: title.name, announced });
    return ok(null);
  },
};
