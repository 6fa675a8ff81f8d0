/** What a season's people are scored on, each with its maximum in hundredths of a point. */
import type { AppError } from '../../../../shared/errors.ts';
import { tidy } from '../../../../shared/names.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { Criterion } from '../../../../shared/views.ts';
import type { CommandContext } from '../../context.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { findPerson } from '../person/roster.ts';
import type { SeasonRow } from '../season.ts';
import { readScores } from './scores.ts';

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

/** The criteria of a season, in their order. */
export function listCriteria(read: ReadHandle, season: SeasonRow): readonly Criterion[] {
  return read
    .all(selectCriteria, { season: season.id })
    .map(({ id, name, maximum }) => ({ id, name, maximum }));
}

/** Replaces the criteria of a season. A maximum can't go under a score that was given. Errors: score-over-maximum, not-found. */
export function writeCriteria(
  { write, newId }: Pick<CommandContext, 'write' | 'newId'>,
  season: SeasonRow,
  wanted: readonly { readonly id: Id | null; readonly name: string; readonly maximum: number }[],
): Result<readonly Criterion[], AppError> {
  const known = new Map(listCriteria(write, season).map((criterion) => [criterion.id, criterion]));
  const lowered: Criterion[] = [];
  for (const { id, name, maximum } of wanted) {
    if (id === null) continue;
    const before = known.get(id);
    if (before === undefined) return err({ code: 'not-found', what: 'tiêu chí này' });
    if (maximum < before.maximum) lowered.push({ id, name, maximum });
  }
  const over = firstOver(write, season, lowered);
  if (over !== null) return err(over);
  const kept = new Set(wanted.map(({ id }) => id));
  for (const id of known.keys()) {
    if (!kept.has(id)) write.run(deleteCriterion, { id });
  }
  for (const [position, { id, name, maximum }] of wanted.entries()) {
    write.run(upsertCriterion, { id: id ?? newId(), season: season.id, position, name: tidy(name), maximum });
  }
  return ok(listCriteria(write, season));
}

/** The highest score that is over the new maximum of its criterion; null when there is none. */
function firstOver(read: ReadHandle, season: SeasonRow, lowered: readonly Criterion[]): AppError | null {
  if (lowered.length === 0) return null;
  const sheets = [...readScores(read, season)];
  for (const { id, name, maximum } of lowered) {
    let highest = { person: '', score: maximum };
    for (const [person, { self, group }] of sheets) {
      const score = Math.max(self[id] ?? 0, group[id] ?? 0);
      if (score > highest.score) highest = { person, score };
    }
    if (highest.person !== '') {
      const person = findPerson(read, highest.person)?.fullName ?? '';
      return { code: 'score-over-maximum', name: person, criterion: name, score: highest.score, maximum };
    }
  }
  return null;
}
