/** Writes the rows of files of scores. */
import type { AppError } from '../../../../shared/errors.ts';
import { fold } from '../../../../shared/names.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import { listCriteria, readEvaluations, writeCriteria, writeScores } from '../evaluation.ts';
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

/** Writes scores of both sides and the rating that is proposed. */
export function evaluationsWriter(
  context: WriteContext,
  season: SeasonRow,
  criterionIds: readonly Id[],
): Writer<'evaluations'> {
  const { write } = context;
  const { criteria, rows } = readEvaluations(write, season);
  const known = new Map(rows.map((one) => [one.personId, one]));
  const places = criterionIds.map((id) => criteria.findIndex((criterion) => criterion.id === id));
  function isSame(row: Matched<'evaluations'>['row'], before: (typeof rows)[number]): boolean {
    const same = (scores: readonly (number | null)[], kept: readonly (number | null)[]) =>
      scores.every((score, index) => score === (kept[places[index] ?? -1] ?? null));
    const rated = row.rating === null || before.ratingState === 'decided' || before.rating === row.rating;
    return rated && same(row.self, before.self) && same(row.group, before.group);
  }
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const before = known.get(personId);
    if (before !== undefined && isSame(row, before)) return ok('same');
    const sides = [
      { side: 'SELF', scores: row.self },
      { side: 'GROUP', scores: row.group },
    ] as const;
    const written = writeScores(
      write,
      criteria,
      sides.flatMap(({ side, scores }) =>
        scores.map((score, index) => ({ personId, criterionId: criterionIds[index] ?? '', side, score })),
      ),
    );
    if (!written.ok) return written;
    // What was decided is not undone by what was proposed.
    if (row.rating !== null && before?.ratingState !== 'decided') {
      writeRating(write, { personId, schoolYear: season.school_year, rating: row.rating, state: 'proposed' });
    }
    const isNew = (before?.selfTotal ?? null) === null && (before?.groupTotal ?? null) === null;
    return ok(isNew ? 'add' : 'change');
  };
}
