/** Evaluation: criteria with their maxima, a person's own scores and those of the tổ, and the rating that is proposed. */
import type { AppError } from '../../../shared/errors.ts';
import { placesOf, placesOfNames, tidy } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CaseState, Id, Rating, ScoreSide } from '../../../shared/terms.ts';
import type { Criterion, EvaluationSheet } from '../../../shared/views.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { define, raw, sql, type ReadHandle, type WriteHandle } from '../database/query.ts';
import { moveCase } from './case-state.ts';
import { findPerson, hasPerson, listPeople } from './person/roster.ts';
import { currentSeason, type SeasonRow } from './season.ts';

/** The ids of a JSON list, for a statement that asks for any number of them. */
function idsIn(list: string) {
  return sql.selectFrom(raw<{ value: Id }>`json_each(${list})`.as('wanted')).select('wanted.value');
}

const selectCriteria = define<{ season: Id }>()((p) =>
  sql.selectFrom('criterion').selectAll().where('season_id', '=', p('season')).orderBy('position'),
);
const upsertCriterion = define<{ id: Id; season: Id; position: number; name: string; maximum: number }>()(
  (p) =>
    sql
      .insertInto('criterion')
      .values({
        id: p('id'),
        season_id: p('season'),
        position: p('position'),
        name: p('name'),
        maximum: p('maximum'),
      })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ position: p('position'), name: p('name'), maximum: p('maximum') }),
      ),
);
const deleteCriterion = define<{ id: Id }>()((p) => sql.deleteFrom('criterion').where('id', '=', p('id')));
const deleteScoresOf = define<{ criterion: Id }>()((p) =>
  sql.deleteFrom('score').where('criterion_id', '=', p('criterion')),
);
const selectHighest = define<{ criterion: Id }>()((p) =>
  sql
    .selectFrom('score')
    .innerJoin('person', 'person.id', 'score.person_id')
    .select(['person.full_name', 'score.score'])
    .where('score.criterion_id', '=', p('criterion'))
    .orderBy('score.score', 'desc')
    .limit(1),
);
const selectScores = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('score')
    .innerJoin('criterion', 'criterion.id', 'score.criterion_id')
    .select(['score.person_id', 'score.criterion_id', 'score.side', 'score.score'])
    .where('criterion.season_id', '=', p('season')),
);
const countScores = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('score')
    .innerJoin('criterion', 'criterion.id', 'score.criterion_id')
    .select((column) => [
      'score.person_id',
      column.fn.countAll<number>().filterWhere('score.side', '=', 'SELF').as('self'),
      column.fn.countAll<number>().filterWhere('score.side', '=', 'GROUP').as('group'),
    ])
    .where('criterion.season_id', '=', p('season'))
    .groupBy('score.person_id'),
);
const countScoresOf = define<{ season: Id; people: string }>()((p) =>
  sql
    .selectFrom('score')
    .innerJoin('criterion', 'criterion.id', 'score.criterion_id')
    .select((column) => [
      'score.person_id',
      column.fn.countAll<number>().filterWhere('score.side', '=', 'SELF').as('SELF'),
      column.fn.countAll<number>().filterWhere('score.side', '=', 'GROUP').as('GROUP'),
    ])
    .where('criterion.season_id', '=', p('season'))
    .where('score.person_id', 'in', idsIn(p('people')))
    .groupBy('score.person_id'),
);
// All in one statement: to cross over to the data file for each of 50,000 scores costs more than to write them.
const upsertScores = define<{ scores: string }>()((p) =>
  sql
    .insertInto('score')
    .columns(['person_id', 'criterion_id', 'side', 'score'])
    .expression((column) =>
      column
        .selectFrom(raw<{ value: string }>`json_each(${p('scores')})`.as('given'))
        .select([
          raw<Id>`given.value ->> 0`.as('person_id'),
          raw<Id>`given.value ->> 1`.as('criterion_id'),
          raw<ScoreSide>`given.value ->> 2`.as('side'),
          raw<number>`given.value ->> 3`.as('score'),
        ])
        // Without it what follows would read as a part of the selection.
        .where(raw<boolean>`true`),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'criterion_id', 'side'])
        .doUpdateSet((column) => ({ score: column.ref('excluded.score') })),
    ),
);
const deleteScore = define<{ person: Id; criterion: Id; side: ScoreSide }>()((p) =>
  sql
    .deleteFrom('score')
    .where('person_id', '=', p('person'))
    .where('criterion_id', '=', p('criterion'))
    .where('side', '=', p('side')),
);
const selectRatings = define<{ schoolYear: string }>()((p) =>
  sql.selectFrom('year_rating').selectAll().where('school_year', '=', p('schoolYear')),
);
const selectConfirmations = define<{ season: Id }>()((p) =>
  sql.selectFrom('score_confirmation').select('person_id').where('season_id', '=', p('season')),
);
const insertConfirmation = define<{ season: Id; person: Id; at: string }>()((p) =>
  sql
    .insertInto('score_confirmation')
    .values({ season_id: p('season'), person_id: p('person'), confirmed_at: p('at') })
    .onConflict((conflict) => conflict.doNothing()),
);
const deleteConfirmation = define<{ season: Id; person: Id }>()((p) =>
  sql
    .deleteFrom('score_confirmation')
    .where('season_id', '=', p('season'))
    .where('person_id', '=', p('person')),
);
const selectCasesOf = define<{ season: Id; people: string }>()((p) =>
  sql
    .selectFrom('award_case')
    .select(['id', 'state', 'person_id'])
    .where('season_id', '=', p('season'))
    .where('person_id', 'in', idsIn(p('people'))),
);

/** The criteria of a season, in their order. */
export function listCriteria(read: ReadHandle, season: SeasonRow): readonly Criterion[] {
  return read
    .all(selectCriteria, { season: season.id })
    .map(({ id, name, maximum }) => ({ id, name, maximum }));
}

function total(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0);
}

/** How many scores each person has from either side; people without any are left out. */
export function listScoreCounts(
  read: ReadHandle,
  season: SeasonRow,
): readonly { readonly personId: Id; readonly self: number; readonly group: number }[] {
  return read
    .all(countScores, { season: season.id })
    .map(({ person_id, self, group }) => ({ personId: person_id, self, group }));
}

/** Says for each side of some people whether it has a score for every criterion of the season, and there are any. */
function completeness(
  read: ReadHandle,
  season: SeasonRow,
  personIds: ReadonlySet<Id>,
): (person: Id) => Record<ScoreSide, boolean> {
  const criteria = listCriteria(read, season).length;
  const people = JSON.stringify([...personIds]);
  const given = new Map(
    read.all(countScoresOf, { season: season.id, people }).map((row) => [row.person_id, row]),
  );
  return (person) => {
    const counts = given.get(person);
    return {
      SELF: criteria > 0 && counts?.SELF === criteria,
      GROUP: criteria > 0 && counts?.GROUP === criteria,
    };
  };
}

/** What is known of a person's year: a score or null for each criterion, from either side, and the rating. */
export interface ScoreSheet {
  readonly self: readonly (number | null)[];
  readonly group: readonly (number | null)[];
  readonly rating: Rating | null;
  readonly ratingState: 'proposed' | 'decided' | null;
}

/** Reads everybody's sheet of a season, in no order; `scored` are those who have any score. */
export function readSheets(
  read: ReadHandle,
  season: SeasonRow,
): {
  readonly criteria: readonly Criterion[];
  readonly scored: ReadonlySet<Id>;
  readonly sheetOf: (person: Id) => ScoreSheet;
} {
  const criteria = listCriteria(read, season);
  const blank: readonly null[] = criteria.map(() => null);
  const column = new Map(criteria.map((criterion, index) => [criterion.id, index]));
  const scores = new Map<Id, Record<ScoreSide, (number | null)[]>>();
  for (const row of read.all(selectScores, { season: season.id })) {
    let both = scores.get(row.person_id);
    if (both === undefined) {
      both = { SELF: [...blank], GROUP: [...blank] };
      scores.set(row.person_id, both);
    }
    const index = column.get(row.criterion_id);
    if (index !== undefined) both[row.side][index] = row.score;
  }
  const ratings = new Map(
    read.all(selectRatings, { schoolYear: season.school_year }).map((row) => [row.person_id, row]),
  );
  return {
    criteria,
    scored: new Set(scores.keys()),
    sheetOf(person) {
      const both = scores.get(person);
      const rating = ratings.get(person);
      return {
        self: both?.SELF ?? blank,
        group: both?.GROUP ?? blank,
        rating: rating?.rating ?? null,
        ratingState: rating?.state ?? null,
      };
    },
  };
}

/** Everybody's scores side by side, by tổ and given name. */
export function readEvaluations(read: ReadHandle, season: SeasonRow): EvaluationSheet {
  const { criteria, scored, sheetOf } = readSheets(read, season);
  const confirmed = new Set(read.all(selectConfirmations, { season: season.id }).map((row) => row.person_id));
  const rows = listPeople(read)
    .filter((person) => (person.status !== 'LEFT' && person.status !== 'RETIRED') || scored.has(person.id))
    .map((person) => {
      const sheet = sheetOf(person.id);
      return {
        personId: person.id,
        code: person.code,
        fullName: person.fullName,
        groupName: person.groupName,
        self: sheet.self,
        group: sheet.group,
        selfTotal: total(sheet.self),
        groupTotal: total(sheet.group),
        rating: sheet.rating,
        ratingState: sheet.ratingState,
        confirmed: confirmed.has(person.id),
      };
    });
  const groupPlace = placesOf(rows.map((row) => row.groupName));
  const namePlace = placesOfNames(rows.map((row) => row.fullName));
  rows.sort(
    (a, b) =>
      groupPlace(a.groupName) - groupPlace(b.groupName) || namePlace(a.fullName) - namePlace(b.fullName),
  );
  return { criteria, rows };
}

const noCriterion = { code: 'not-found', what: 'tiêu chí này' } as const;

/** Replaces the criteria of a season. A maximum can't go under a score that was given. Errors: score-over-maximum, not-found. */
export function writeCriteria(
  { write, newId }: Pick<CommandContext, 'write' | 'newId'>,
  season: SeasonRow,
  wanted: readonly { readonly id: Id | null; readonly name: string; readonly maximum: number }[],
): Result<readonly Criterion[], AppError> {
  const known = listCriteria(write, season);
  const kept = new Set(wanted.map(({ id }) => id));
  const knownIds = new Set(known.map(({ id }) => id));
  if (wanted.some(({ id }) => id !== null && !knownIds.has(id))) return err(noCriterion);
  for (const criterion of known) {
    if (kept.has(criterion.id)) continue;
    write.run(deleteScoresOf, { criterion: criterion.id });
    write.run(deleteCriterion, { id: criterion.id });
  }
  for (const [position, criterion] of wanted.entries()) {
    const highest = criterion.id === null ? undefined : write.get(selectHighest, { criterion: criterion.id });
    if (highest !== undefined && highest.score > criterion.maximum) {
      return err({
        code: 'score-over-maximum',
        name: highest.full_name,
        criterion: criterion.name,
        score: highest.score,
        maximum: criterion.maximum,
      });
    }
    write.run(upsertCriterion, {
      id: criterion.id ?? newId(),
      season: season.id,
      position,
      name: tidy(criterion.name),
      maximum: criterion.maximum,
    });
  }
  return ok(listCriteria(write, season));
}

/** A score that is given, in hundredths; null takes it back. */
export interface GivenScore {
  readonly personId: Id;
  readonly criterionId: Id;
  readonly side: ScoreSide;
  readonly score: number | null;
}

/** Writes scores. The maxima are those of the criteria. Errors: score-over-maximum, not-found. */
export function writeScores(
  write: WriteHandle,
  criteria: readonly Criterion[],
  scores: readonly GivenScore[],
): Result<number, AppError> {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const kept: (readonly [Id, Id, ScoreSide, number])[] = [];
  for (const { personId, criterionId, side, score } of scores) {
    const criterion = byId.get(criterionId);
    if (criterion === undefined) return err(noCriterion);
    if (score === null) {
      write.run(deleteScore, { person: personId, criterion: criterionId, side });
      continue;
    }
    if (score > criterion.maximum) {
      const name = findPerson(write, personId)?.fullName ?? '';
      return err({
        code: 'score-over-maximum',
        name,
        criterion: criterion.name,
        score,
        maximum: criterion.maximum,
      });
    }
    kept.push([personId, criterionId, side, score]);
  }
  write.run(upsertScores, { scores: JSON.stringify(kept) });
  return ok(scores.length);
}

const beforeReview: ReadonlySet<CaseState> = new Set(['REGISTERED', 'SELF_EVALUATED']);

/** Moves the cases of people whose scores are complete, and takes back a confirmation that lost its scores. */
export function followScores(
  context: Pick<CommandContext, 'write' | 'now'>,
  season: SeasonRow,
  personIds: ReadonlySet<Id>,
): void {
  const { write } = context;
  const isComplete = completeness(write, season, personIds);
  const people = JSON.stringify([...personIds]);
  const cases = Map.groupBy(write.all(selectCasesOf, { season: season.id, people }), (row) => row.person_id);
  for (const person of personIds) {
    const { SELF: self, GROUP: group } = isComplete(person);
    for (const found of self ? (cases.get(person) ?? []) : []) {
      if (found.state === 'REGISTERED') moveCase(context, { caseId: found.id, to: 'SELF_EVALUATED' });
      // A case that was checked already stays where it is; its verdict says that a fact changed.
      if (group && beforeReview.has(found.state))
        moveCase(context, { caseId: found.id, to: 'GROUP_REVIEWED' });
    }
    if (!group) write.run(deleteConfirmation, { season: season.id, person });
  }
}

/** Records the tổ's confirmation of the scores of people whose scores of the tổ are complete; gives how many. */
export function confirm(
  { write, now }: Pick<CommandContext, 'write' | 'now'>,
  season: SeasonRow,
  personIds: ReadonlySet<Id>,
): number {
  let confirmed = 0;
  const isComplete = completeness(write, season, personIds);
  for (const person of personIds) {
    if (!isComplete(person).GROUP) continue;
    write.run(insertConfirmation, { season: season.id, person, at: now });
    confirmed += 1;
  }
  return confirmed;
}

export const evaluationHandlers: Handlers<
  'getEvaluations' | 'saveCriteria' | 'saveScores' | 'confirmScores'
> = {
  getEvaluations({ read }) {
    const season = currentSeason(read);
    return season.ok ? ok(readEvaluations(read, season.value)) : season;
  },

  saveCriteria(context, { criteria }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const written = writeCriteria(context, season.value, criteria);
    if (!written.ok) return written;
    // What the tổ confirmed was another set of criteria where a new one has no score yet.
    followScores(context, season.value, new Set(listPeople(context.write).map(({ id }) => id)));
    context.record({ criteria: written.value.length });
    return ok(null);
  },

  saveScores(context, { scores }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const personIds = new Set(scores.map(({ personId }) => personId));
    for (const id of personIds) {
      if (!hasPerson(context.write, id)) return err({ code: 'not-found', what: 'người này' });
    }
    const written = writeScores(context.write, listCriteria(context.write, season.value), scores);
    if (!written.ok) return written;
    followScores(context, season.value, personIds);
    context.record({ scores: scores.length, people: personIds.size });
    return ok(null);
  },

  confirmScores(context, { personIds, confirmed }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const wanted = new Set(personIds);
    if (confirmed) {
      const count = confirm(context, season.value, wanted);
      context.record({ confirmed: count });
      return ok({ confirmed: count });
    }
    for (const person of wanted) context.write.run(deleteConfirmation, { season: season.value.id, person });
    context.record({ confirmed: 0, withdrawn: wanted.size });
    return ok({ confirmed: 0 });
  },
};
