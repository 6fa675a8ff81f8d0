/** Writes the rows of files of scores. */
import type { AppError } from '../../../../shared/errors.ts';
import { fold } from '../../../../shared/names.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import { listCriteria, writeCriteria } from '../evaluation/criteria.ts';
import type { GivenScore } from '../evaluation/scoring.ts';
import { readSheets, type ScoreSheet } from '../evaluation/sheets.ts';
import { writeRating } from '../person/facts.ts';
import type { SeasonRow } from '../season.ts';
import type { Matched, Prepared } from './prepare.ts';
import type { WriteContext, Writer } from './writer.ts';

/** Criteria of a file that the season has under the same name keep their place; new ones are added after them. */
export function mergeCriteria(
  context: WriteContext,
  season: SeasonRow,
  wanted: Prepared<'evaluations'>['criteria'],
): Result<readonly Id[], AppError> {
  const known = listCriteria(context.write, season);
  const named = new Map(known.map((criterion) => [fold(criterion.name), criterion]));
  const inFile = new Map(wanted.map((criterion) => [fold(criterion.name), criterion]));
  const kept = known.map((criterion) => ({
    ...criterion,
    maximum: inFile.get(fold(criterion.name))?.maximum ?? criterion.maximum,
  }));
  const added = wanted
    .filter((criterion) => !named.has(fold(criterion.name)))
    .map((criterion) => ({ id: null, ...criterion }));
  const written = writeCriteria(context, season, [...kept, ...added]);
  if (!written.ok) return written;
  const ids = new Map(written.value.map((criterion) => [fold(criterion.name), criterion.id]));
  return ok(wanted.map((criterion) => ids.get(fold(criterion.name)) ?? ''));
}

/** Writes the rating that is proposed, and adds the scores of both sides to those that are written together. */
export function evaluationsWriter(
  context: WriteContext,
  season: SeasonRow,
  criterionIds: readonly Id[],
  given: GivenScore[],
): Writer<'evaluations'> {
  const { write } = context;
  const { criteria, sheetOf } = readSheets(write, season);
  const places = criterionIds.map((id) => criteria.findIndex((criterion) => criterion.id === id));
  function isSame(row: Matched<'evaluations'>['row'], before: ScoreSheet): boolean {
    const same = (scores: readonly (number | null)[], kept: readonly (number | null)[]) =>
      scores.every((score, index) => score === (kept[places[index] ?? -1] ?? null));
    const rated = row.rating === null || before.ratingState === 'decided' || before.rating === row.rating;
    return rated && same(row.self, before.self) && same(row.group, before.group);
  }
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const before = sheetOf(personId);
    if (isSame(row, before)) return ok('same');
    const sides = [
      { side: 'SELF', scores: row.self },
      { side: 'GROUP', scores: row.group },
    ] as const;
    for (const { side, scores } of sides) {
      for (const [index, score] of scores.entries())
        given.push({ personId, criterionId: criterionIds[index] ?? '', side, score });
    }
    // What was decided is not undone by what was proposed.
    if (row.rating !== null && before.ratingState !== 'decided') {
      writeRating(write, { personId, schoolYear: season.school_year, rating: row.rating, state: 'proposed' });
    }
    const isNew = [...before.self, ...before.group].every((score) => score === null);
    return ok(isNew ? 'add' : 'change');
  };
}
