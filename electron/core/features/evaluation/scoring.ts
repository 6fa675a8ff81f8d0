/** Giving scores: within the maxima, followed by the cases of those who are scored and by the tổ's confirmation. */
import type { AppError } from '../../../../shared/errors.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { CaseState, Id, ScoreSide } from '../../../../shared/terms.ts';
import type { Criterion } from '../../../../shared/views.ts';
import type { CommandContext } from '../../context.ts';
import { define, raw, sql, type WriteHandle } from '../../database/query.ts';
import { moveCase } from '../case-state.ts';
import { findPerson } from '../person/roster.ts';
import type { SeasonRow } from '../season.ts';
import { listCriteria } from './criteria.ts';
import { keepScores, noScores, readScores, type KeptScores, type Scores } from './scores.ts';

/** States in which a case waits for scores. */
const beforeReview = ['REGISTERED', 'SELF_EVALUATED'] as const satisfies readonly CaseState[];
const selectCasesOf = define<{ season: Id; people: string }>()((p) =>
  sql
    .selectFrom('award_case')
    .select(['id', 'state', 'person_id'])
    .where('season_id', '=', p('season'))
    .where('state', 'in', [...beforeReview])
    .where(
      'person_id',
      'in',
      sql.selectFrom(raw<{ value: Id }>`json_each(${p('people')})`.as('wanted')).select('wanted.value'),
    ),
);

/** A score that is given, in hundredths; null takes it back. */
export interface GivenScore {
  readonly personId: Id;
  readonly criterionId: Id;
  readonly side: ScoreSide;
  readonly score: number | null;
}

/** Scores of a person with some given or taken back, in the order of the criteria. */
function changed(
  before: Scores,
  given: ReadonlyMap<Id, number | null>,
  criteria: readonly Criterion[],
): Scores {
  const after: Record<Id, number> = {};
  for (const { id } of criteria) {
    const score = given.has(id) ? given.get(id) : before[id];
    if (score !== undefined && score !== null) after[id] = score;
  }
  return after;
}

function isSame(one: Scores, other: Scores): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}

function isComplete(scores: Scores, criteria: readonly Criterion[]): boolean {
  return criteria.length > 0 && criteria.every(({ id }) => scores[id] !== undefined);
}

/** Writes scores; gives how many. Cases follow those that are complete; what the tổ confirmed were other scores once one of them changes. Errors: score-over-maximum, not-found. */
export function writeScores(
  context: Pick<CommandContext, 'write' | 'now'>,
  season: SeasonRow,
  scores: readonly GivenScore[],
): Result<number, AppError> {
  const { write } = context;
  const criteria = listCriteria(write, season);
  const maxima = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const given = new Map<Id, Record<ScoreSide, Map<Id, number | null>>>();
  for (const { personId, criterionId, side, score } of scores) {
    const criterion = maxima.get(criterionId);
    if (criterion === undefined) return err({ code: 'not-found', what: 'tiêu chí này' });
    if (score !== null && score > criterion.maximum)
      return err(overMaximum(write, personId, criterion, score));
    let sides = given.get(personId);
    if (sides === undefined) {
      sides = { SELF: new Map(), GROUP: new Map() };
      given.set(personId, sides);
    }
    sides[side].set(criterionId, score);
  }
  const known = readScores(write, season, new Set(given.keys()));
  const sheets = new Map<Id, KeptScores>();
  for (const [person, { SELF, GROUP }] of given) {
    const before = known.get(person) ?? noScores;
    const self = changed(before.self, SELF, criteria);
    const group = changed(before.group, GROUP, criteria);
    const confirmedAt = isSame(before.group, group) ? before.confirmedAt : null;
    sheets.set(person, { self, group, confirmedAt });
  }
  keepScores(write, season, sheets);
  moveCases(context, season, criteria, sheets);
  return ok(scores.length);
}

function overMaximum(
  write: WriteHandle,
  personId: Id,
  { name: criterion, maximum }: Criterion,
  score: number,
): AppError {
  const name = findPerson(write, personId)?.fullName ?? '';
  return { code: 'score-over-maximum', name, criterion, score, maximum };
}

/** Moves the cases of people whose scores are complete. One that was checked already stays: its verdict says that a fact changed. */
function moveCases(
  context: Pick<CommandContext, 'write' | 'now'>,
  season: SeasonRow,
  criteria: readonly Criterion[],
  sheets: ReadonlyMap<Id, KeptScores>,
): void {
  const people = JSON.stringify([...sheets.keys()]);
  for (const { id, state, person_id } of context.write.all(selectCasesOf, { season: season.id, people })) {
    const sheet = sheets.get(person_id ?? '') ?? noScores;
    if (!isComplete(sheet.self, criteria)) continue;
    if (state === 'REGISTERED') moveCase(context, { caseId: id, to: 'SELF_EVALUATED' });
    if (isComplete(sheet.group, criteria)) moveCase(context, { caseId: id, to: 'GROUP_REVIEWED' });
  }
}

/** Moves the cases of people to where their scores let them be. */
export function followScores(
  context: Pick<CommandContext, 'write' | 'now'>,
  season: SeasonRow,
  personIds: ReadonlySet<Id>,
): void {
  moveCases(
    context,
    season,
    listCriteria(context.write, season),
    readScores(context.write, season, personIds),
  );
}

/** Follows a change of the criteria: what the tổ confirmed was another set, where a new one has no score yet. */
export function followCriteria(context: Pick<CommandContext, 'write' | 'now'>, season: SeasonRow): void {
  const criteria = listCriteria(context.write, season);
  const sheets = readScores(context.write, season);
  const unconfirmed = [...sheets]
    .filter(([, { group, confirmedAt }]) => confirmedAt !== null && !isComplete(group, criteria))
    .map(([person, sheet]) => [person, { ...sheet, confirmedAt: null }] as const);
  keepScores(context.write, season, new Map(unconfirmed));
  moveCases(context, season, criteria, sheets);
}

/** Records the tổ's confirmation of the scores of people whose scores of the tổ are complete; gives how many. */
export function confirmScores(
  { write, now }: Pick<CommandContext, 'write' | 'now'>,
  season: SeasonRow,
  personIds: ReadonlySet<Id>,
): number {
  const criteria = listCriteria(write, season);
  const complete = [...readScores(write, season, personIds)].filter(([, { group }]) =>
    isComplete(group, criteria),
  );
  const confirmed = complete
    .filter(([, { confirmedAt }]) => confirmedAt === null)
    .map(([person, sheet]) => [person, { ...sheet, confirmedAt: now }] as const);
  keepScores(write, season, new Map(confirmed));
  return complete.length;
}

/** Takes the tổ's confirmation back. */
export function withdrawConfirmation(
  write: WriteHandle,
  season: SeasonRow,
  personIds: ReadonlySet<Id>,
): void {
  const sheets = [...readScores(write, season, personIds)];
  keepScores(
    write,
    season,
    new Map(sheets.map(([person, sheet]) => [person, { ...sheet, confirmedAt: null }])),
  );
}
