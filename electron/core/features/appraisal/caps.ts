/** Ceilings and shares over the whole school as it stands: they warn, and never cut. */
import { ceilingsPassed, postGroupsOf } from '../../../../shared/domain/ceiling-warnings.ts';
import { cstdcsCap } from '../../../../shared/domain/ceilings.ts';
import type { CheckContext, RatedCounts, SchoolCounts } from '../../../../shared/domain/facts.ts';
import { isHeadPost, postGroupOf, type Post } from '../../../../shared/domain/post-groups.ts';
import type { Warning } from '../../../../shared/domain/warnings.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { postGroupIds } from '../../../../shared/rules/rating-systems.ts';
import { ratings, type Id } from '../../../../shared/terms.ts';
import type { TitleCap } from '../../../../shared/views.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { findPerson } from '../person/roster.ts';
import { currentSeason, seasonRules, type SeasonRow } from '../season.ts';
import { checkContext } from './context.ts';

/** People and cases, in one statement: ratings of people at work by what they do, eligible cases by title. */
const selectCounts = define<{ season: Id; schoolYear: string }>()((p) =>
  sql
    .selectFrom('year_rating')
    .innerJoin('person', 'person.id', 'year_rating.person_id')
    .leftJoin('group', 'group.id', 'person.group_id')
    .select((column) => [
      column.ref('year_rating.rating').$castTo<string>().as('what'),
      'person.position',
      'person.duty',
      column.fn.coalesce('group.name', column.val('')).as('place'),
      column.fn.countAll<number>().as('many'),
    ])
    .where('year_rating.school_year', '=', p('schoolYear'))
    .where('person.status', 'not in', ['LEFT', 'RETIRED'])
    .groupBy(['year_rating.rating', 'person.position', 'person.duty', 'group.name'])
    .unionAll(
      sql
        .selectFrom('award_case')
        .leftJoin('verdict', 'verdict.case_id', 'award_case.id')
        .leftJoin('overruling', 'overruling.case_id', 'award_case.id')
        .select((column) => [
          column.ref('award_case.title_id').$castTo<string>().as('what'),
          column.val('').as('position'),
          column.val('').as('duty'),
          column.val('').as('place'),
          column.fn.countAll<number>().as('many'),
        ])
        .where('award_case.season_id', '=', p('season'))
        .where('award_case.state', '<>', 'WITHDRAWN')
        .where('award_case.title_id', 'in', ['LDTT', 'CSTDCS'])
        .where((column) =>
          column(column.fn.coalesce('overruling.eligibility', 'verdict.eligibility'), '=', 'yes'),
        )
        .groupBy('award_case.title_id'),
    ),
);

/** The school and its tổ by their rating of the year; null where there is none yet. */
const selectCollectives = define<{ schoolYear: string }>()((p) =>
  sql
    .selectFrom('group')
    .leftJoin('group_year', (join) =>
      join.onRef('group_year.group_id', '=', 'group.id').on('group_year.school_year', '=', p('schoolYear')),
    )
    .select((column) => ['group.is_school', 'group_year.rating', column.fn.countAll<number>().as('many')])
    .groupBy(['group.is_school', 'group_year.rating']),
);

/** How the whole school, and each group of similar posts in it, stands in a season, as it is proposed now. */
export function schoolCounts(read: ReadHandle, season: SeasonRow, context: CheckContext): SchoolCounts {
  const rows = read.all(selectCounts, { season: season.id, schoolYear: season.school_year });
  const collectives = read.all(selectCollectives, { schoolYear: season.school_year });
  const units = collectives.filter(({ is_school: isSchool }) => isSchool === 0);
  const head = rows.find((row) => isHeadPost(row))?.what;
  const groups = postGroupsOf(context);
  const byGroup =
    groups === null
      ? null
      : Map.groupBy(rows, ({ position, duty, place }) =>
          postGroupOf({ post: { position, duty, groupName: place }, groups }),
        );
  return {
    rated: countsOf(rows),
    groups: postGroupIds.flatMap((id) => {
      const own = byGroup?.get(id);
      return own === undefined ? [] : [{ id, rated: countsOf(own) }];
    }),
    ldtt: howMany(rows, 'LDTT'),
    cstdcs: howMany(rows, 'CSTDCS'),
    schoolRating: collectives.find(({ is_school: isSchool }) => isSchool === 1)?.rating ?? null,
    headRating: ratings.find((rating) => rating === head) ?? null,
    units: {
      count: units.reduce((sum, { many }) => sum + many, 0),
      rated: countsOf(units.map(({ rating, many }) => ({ what: rating, many }))),
    },
  };
}

interface Counted {
  readonly what: string | null;
  readonly many: number;
}

function howMany(rows: readonly Counted[], wanted: string): number {
  return rows.reduce((sum, { what, many }) => (what === wanted ? sum + many : sum), 0);
}

function countsOf(rows: readonly Counted[]): RatedCounts {
  return {
    HTXS: howMany(rows, 'HTXS'),
    HTT: howMany(rows, 'HTT'),
    HT: howMany(rows, 'HT'),
    KHT: howMany(rows, 'KHT'),
  };
}

/** The shares that are switched on, over the cases that are eligible now. Errors: no-season, no-rule-set. */
export function listTitleCaps(read: ReadHandle): Result<readonly TitleCap[], AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const context = checkContext(season.value, ruleSet.value);
  const cap = cstdcsCap({ counts: schoolCounts(read, season.value, context), ruleSet: ruleSet.value });
  return ok(
    cap === null ? [] : [{ titleId: 'CSTDCS', ...cap, source: ruleSet.value.switches.localCstdcsCap.source }],
  );
}

/** The ceilings that the school passes now. Errors: no-season, no-rule-set. */
export function listCeilings(read: ReadHandle): Result<readonly Warning[], AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const context = checkContext(season.value, ruleSet.value);
  return ok(ceilingsPassed({ counts: schoolCounts(read, season.value, context), context }));
}

/** What the staff list says of a person's work; null of nobody. */
export function postOf(read: ReadHandle, personId: Id | null): Post | null {
  const person = personId === null ? undefined : findPerson(read, personId);
  return person ?? null;
}
