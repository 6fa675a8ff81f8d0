/** Everything that papers are written from, read once. */
import type { Paper } from '../../../../shared/documents/model.ts';
import type { PaperBody } from '../../../../shared/documents/parts.ts';
import { schoolBody, type Body } from '../../../../shared/domain/body.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { rulesOfBody } from '../../../../shared/rules/bodies.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import type { NoteId } from '../../../../shared/rules/setting-rows.ts';
import type { SettledSetting } from '../../../../shared/rules/settings.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { CaseRow, FileKind, MeetingView, RoundView, School } from '../../../../shared/views.ts';
import type { QueryContext } from '../../context.ts';
import { define, sql } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';
import { ballotHandlers } from '../ballot.ts';
import { readFileKind } from '../file-info.ts';
import { findCouncil, listOtherBodies } from '../body.ts';
import { readSheets } from '../evaluation/sheets.ts';
import { readMeeting } from '../meeting.ts';
import { findMeeting } from '../sitting.ts';
import { listPeople, type PersonRecord } from '../person/roster.ts';
import { listCaseRows } from '../registration.ts';
import { listSettled, ruleSetOn } from '../rule-set.ts';
import { currentSeason, decisionDay, readSchool, seasonRules, type SeasonRow } from '../season.ts';

const selectNumbers = define<{ season: Id }>()((p) =>
  sql.selectFrom('paper_number').selectAll().where('season_id', '=', p('season')),
);
const selectRatings = define<{ schoolYear: string }>()((p) =>
  sql.selectFrom('year_rating').selectAll().where('school_year', '=', p('schoolYear')),
);
const selectInitiatives = define()(() => sql.selectFrom('initiative').selectAll().orderBy('name'));
const selectAccepted = define()(() =>
  sql
    .selectFrom('research')
    .select(['person_id', 'school_year'])
    .where('accepted', '=', 1)
    .where('decision_number', '<>', ''),
);
const selectAwards = define()(() =>
  sql.selectFrom('award').selectAll().orderBy('school_year', 'desc').orderBy('name'),
);
const selectVersions = define<{ council: Id }>()((p) =>
  sql
    .selectFrom('meeting_version')
    .innerJoin('meeting', 'meeting.id', 'meeting_version.meeting_id')
    .selectAll('meeting_version')
    .where('meeting.council_id', '=', p('council'))
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

/** What is read once for all papers of a season, or of the meeting of one body. */
export interface Source {
  /** The body whose papers these are; null for the school's council and the season as a whole. */
  readonly body: PaperBody | null;
  /** What the data file is: a rehearsal says so on every paper. */
  readonly kind: FileKind;
  readonly school: School;
  readonly season: SeasonRow;
  readonly ruleSet: RuleSet;
  /** What the school's regulation settles, by setting. */
  readonly settled: ReadonlyMap<string, SettledSetting>;
  /** The cases before the body. */
  readonly cases: readonly CaseRow[];
  /** All of the season. */
  readonly allCases: readonly CaseRow[];
  /** The bodies beside the school's council that have a meeting, each with what its papers are written from. */
  readonly bodies: readonly Source[];
  /** Everybody's scores; read when a paper asks for them. */
  readonly sheets: () => ReturnType<typeof readSheets>;
  readonly people: ReadonlyMap<Id, PersonRecord>;
  readonly meeting: MeetingView;
  readonly rounds: readonly RoundView[];
  readonly invalidReasons: ReadonlyMap<Id, readonly { readonly reason: string; readonly count: number }[]>;
  /** The minutes as they were when the meeting was concluded; null while it is not. */
  readonly minutes: Paper | null;
  /** The minutes as they were concluded before the meeting was opened again, in their order. */
  readonly minutesVersions: readonly Tables['meeting_version'][];
  readonly numbers: ReadonlyMap<string, { readonly number: string; readonly date: string | null }>;
  readonly ratings: ReadonlyMap<Id, Tables['year_rating']>;
  /** Of every year. */
  readonly initiatives: ReadonlyMap<Id, readonly Tables['initiative'][]>;
  /** Years whose research work was accepted by a decision with a number. */
  readonly acceptedResearch: ReadonlyMap<Id, readonly { readonly school_year: string }[]>;
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
  const cases = listCaseRows(read, season.value);
  const council = readSat(context, schoolBody, { cases, seasonId: season.value.id });
  if (!council.ok) return council;
  const { meeting } = council.value;
  const { school_year: schoolYear } = season.value;
  const whole: Source = {
    body: null,
    bodies: [],
    sheets: () => readSheets(read, season.value),
    ...council.value,
    kind: readFileKind(read),
    school: readSchool(read),
    season: season.value,
    ruleSet: ruleSet.value,
    allCases: cases,
    settled: new Map(listSettled(read).map((setting) => [setting.id, setting])),
    cases,
    people: new Map(listPeople(read).map((person) => [person.id, person])),
    numbers: new Map(read.all(selectNumbers, { season: season.value.id }).map((row) => [row.paper_id, row])),
    ratings: new Map(read.all(selectRatings, { schoolYear }).map((row) => [row.person_id, row])),
    initiatives: Map.groupBy(read.all(selectInitiatives, {}), (row) => row.person_id),
    acceptedResearch: Map.groupBy(read.all(selectAccepted, {}), (row) => row.person_id),
    awards: Map.groupBy(
      read.all(selectAwards, {}).filter((row) => row.school_year < schoolYear),
      (row) => row.person_id,
    ),
    asOf: `${meeting.meeting?.date ?? decisionDay(season.value)}T00:00:00Z`,
  };
  const bodies: Source[] = [];
  for (const body of listOtherBodies(read, season.value.id)) {
    const sat = readBody(context, whole, body);
    if (!sat.ok) return sat;
    if (sat.value.meeting.meeting !== null) bodies.push(sat.value);
  }
  return ok({ ...whole, bodies });
}

/** What the papers of the meeting of one body are written from. */
function readBody(context: QueryContext, whole: Source, body: Body): Result<Source, AppError> {
  if (body.kind === 'SCHOOL') return ok(whole);
  const { season, cases } = whole;
  const sat = readSat(context, body, { cases, seasonId: season.id });
  if (!sat.ok) return sat;
  const { meeting } = sat.value;
  const date = meeting.meeting?.date ?? decisionDay(season);
  const ruleSet = ruleSetOn(context.read, date);
  if (!ruleSet.ok) return ruleSet;
  const own = new Set(meeting.conclusions.map(({ caseId }) => caseId));
  return ok({
    ...whole,
    ...sat.value,
    body: { kind: body.kind, name: meeting.name },
    ruleSet: rulesOfBody(ruleSet.value, body.kind),
    cases: cases.filter(({ id }) => own.has(id)),
    asOf: `${date}T00:00:00Z`,
  });
}

/** What a body's meeting said and counted. */
function readSat(
  context: QueryContext,
  body: Body,
  { cases, seasonId }: { readonly cases: readonly CaseRow[]; readonly seasonId: Id },
): Result<Pick<Source, 'meeting' | 'rounds' | 'invalidReasons' | 'minutes' | 'minutesVersions'>, AppError> {
  const { read } = context;
  const meeting = readMeeting(read, body, cases);
  if (!meeting.ok) return meeting;
  const rows = ballotHandlers.listRounds(context, { body });
  if (!rows.ok) return rows;
  const rounds: RoundView[] = [];
  for (const { id } of rows.value) {
    const round = ballotHandlers.getRound(context, { id });
    if (!round.ok) return round;
    rounds.push(round.value);
  }
  const council = findCouncil(read, seasonId, body);
  const kept = council === undefined ? null : (findMeeting(read, council.id)?.minutes ?? null);
  return ok({
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
    minutes: kept === null ? null : (JSON.parse(kept) as Paper),
    minutesVersions: council === undefined ? [] : read.all(selectVersions, { council: council.id }),
  });
}

/** What the school wrote in words under a setting; null while it said nothing. */
export function noteOf({ settled }: Source, id: NoteId): string | null {
  const value = settled.get(id)?.value;
  return value?.kind === 'text' ? value.text : null;
}
