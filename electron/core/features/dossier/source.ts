/** Everything that papers are written from, read once. */
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import type { Id } from '../../../../shared/terms.ts';
import type {
  CaseRow,
  FileKind,
  MeetingView,
  PersonRow,
  RoundView,
  School,
} from '../../../../shared/views.ts';
import type { QueryContext } from '../../context.ts';
import { define, sql } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';
import { ballotHandlers } from '../ballot.ts';
import { readFileKind } from '../file-info.ts';
import { meetingHandlers } from '../meeting.ts';
import { listPeople } from '../person/roster.ts';
import { listCaseRows } from '../registration.ts';
import { currentSeason, decisionDay, readSchool, seasonRules, type SeasonRow } from '../season.ts';

const selectNumbers = define<{ season: Id }>()((p) =>
  sql.selectFrom('paper_number').selectAll().where('season_id', '=', p('season')),
);
const selectRatings = define<{ schoolYear: string }>()((p) =>
  sql.selectFrom('year_rating').selectAll().where('school_year', '=', p('schoolYear')),
);
const selectInitiatives = define<{ schoolYear: string }>()((p) =>
  sql.selectFrom('initiative').selectAll().where('school_year', '=', p('schoolYear')).orderBy('name'),
);
const selectAwards = define()(() =>
  sql.selectFrom('award').selectAll().orderBy('school_year', 'desc').orderBy('name'),
);
const selectVersions = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('meeting_version')
    .innerJoin('meeting', 'meeting.id', 'meeting_version.meeting_id')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .selectAll('meeting_version')
    .where('council.season_id', '=', p('season'))
    .orderBy('meeting_version.at'),
);
const selectInvalid = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('ballot')
    .select((column) => ['invalid_reason', column.fn.countAll<number>().as('count')])
    .where('round_id', '=', p('round'))
    .where('invalid_reason', 'is not', null)
    .groupBy('invalid_reason')
    .orderBy('invalid_reason'),
);

/** What is read once for all papers of a season. */
export interface Source {
  /** What the data file is: a rehearsal says so on every paper. */
  readonly kind: FileKind;
  readonly school: School;
  readonly season: SeasonRow;
  readonly ruleSet: RuleSet;
  readonly cases: readonly CaseRow[];
  readonly people: ReadonlyMap<Id, PersonRow>;
  readonly meeting: MeetingView;
  readonly rounds: readonly RoundView[];
  readonly invalidReasons: ReadonlyMap<Id, readonly { readonly reason: string; readonly count: number }[]>;
  /** The minutes as they were concluded before the meeting was opened again, in their order. */
  readonly minutesVersions: readonly Tables['meeting_version'][];
  readonly numbers: ReadonlyMap<string, { readonly number: string; readonly date: string | null }>;
  readonly ratings: ReadonlyMap<Id, Tables['year_rating']>;
  readonly initiatives: ReadonlyMap<Id, readonly Tables['initiative'][]>;
  readonly awards: ReadonlyMap<Id, readonly Tables['award'][]>;
  /** Time fixed into the files: that of the data, so that the same data gives the same bytes. */
  readonly asOf: string;
}

/** Reads all that papers say. Errors: no-season, no-rule-set. */
export function readSource(context: QueryContext): Result<Source, AppError> {
  const { read } = context;
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const meeting = meetingHandlers.getMeeting(context, {});
  if (!meeting.ok) return meeting;
  const rows = ballotHandlers.listRounds(context, {});
  if (!rows.ok) return rows;
  const rounds: RoundView[] = [];
  for (const { id } of rows.value) {
    const round = ballotHandlers.getRound(context, { id });
    if (!round.ok) return round;
    rounds.push(round.value);
  }
  const { school_year: schoolYear } = season.value;
  return ok({
    kind: readFileKind(read),
    school: readSchool(read),
    season: season.value,
    ruleSet: ruleSet.value,
    cases: listCaseRows(read, season.value),
    people: new Map(listPeople(read).map((person) => [person.id, person])),
    meeting: meeting.value,
    rounds,
    invalidReasons: new Map(
      rounds.map(({ id }) => [
        id,
        read
          .all(selectInvalid, { round: id })
          .map(({ invalid_reason, count }) => ({ reason: invalid_reason ?? '', count })),
      ]),
    ),
    minutesVersions: read.all(selectVersions, { season: season.value.id }),
    numbers: new Map(read.all(selectNumbers, { season: season.value.id }).map((row) => [row.paper_id, row])),
    ratings: new Map(read.all(selectRatings, { schoolYear }).map((row) => [row.person_id, row])),
    initiatives: Map.groupBy(read.all(selectInitiatives, { schoolYear }), (row) => row.person_id),
    awards: Map.groupBy(
      read.all(selectAwards, {}).filter((row) => row.school_year < schoolYear),
      (row) => row.person_id,
    ),
    asOf: `${meeting.value.meeting?.date ?? decisionDay(season.value)}T00:00:00Z`,
  });
}
