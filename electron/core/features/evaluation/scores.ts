/** The scores of a season's people as they are kept: one row for a person, both sides on it, and the tổ's confirmation. */
import type { Id } from '../../../../shared/terms.ts';
import { define, raw, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';
import type { SeasonRow } from '../season.ts';

/** Hundredths of a point by criterion; one without a score is left out. */
export type Scores = Readonly<Record<Id, number>>;

/** A person's scores, and when the tổ confirmed its own. */
export interface KeptScores {
  readonly self: Scores;
  readonly group: Scores;
  readonly confirmedAt: string | null;
}

/** Of a person without any. */
export const noScores: KeptScores = { self: {}, group: {}, confirmedAt: null };

/** The sum of the scores that were given, in hundredths of a point; null when none was. */
export function totalOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0);
}

const selectSheets = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('score_sheet')
    .select(['person_id', 'self_scores', 'group_scores', 'confirmed_at'])
    .where('season_id', '=', p('season')),
);
const selectSheet = define<{ season: Id; person: Id }>()((p) =>
  sql
    .selectFrom('score_sheet')
    .select(['person_id', 'self_scores', 'group_scores', 'confirmed_at'])
    .where('season_id', '=', p('season'))
    .where('person_id', '=', p('person')),
);
// Counted where they lie: to read every sheet of a big school only to count its scores takes megabytes.
const countScores = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('score_sheet')
    .select([
      'person_id',
      raw<number>`(select count(*) from json_each(self_scores))`.as('self'),
      raw<number>`(select count(*) from json_each(group_scores))`.as('group'),
    ])
    .where('season_id', '=', p('season')),
);
const upsertSheet = define<{
  season: Id;
  person: Id;
  self: string;
  group: string;
  confirmedAt: string | null;
}>()((p) =>
  sql
    .insertInto('score_sheet')
    .values({
      season_id: p('season'),
      person_id: p('person'),
      self_scores: p('self'),
      group_scores: p('group'),
      confirmed_at: p('confirmedAt'),
    })
    .onConflict((conflict) =>
      conflict.columns(['season_id', 'person_id']).doUpdateSet({
        self_scores: p('self'),
        group_scores: p('group'),
        confirmed_at: p('confirmedAt'),
      }),
    ),
);
const deleteSheet = define<{ season: Id; person: Id }>()((p) =>
  sql.deleteFrom('score_sheet').where('season_id', '=', p('season')).where('person_id', '=', p('person')),
);

/** Above so many people the sheets are read all at once. */
const few = 50;

/** The scores of the people of a season who have any; of these people alone when some are named. */
export function readScores(
  read: ReadHandle,
  season: SeasonRow,
  people?: ReadonlySet<Id>,
): ReadonlyMap<Id, KeptScores> {
  const rows =
    people !== undefined && people.size <= few
      ? [...people].flatMap((person) => read.all(selectSheet, { season: season.id, person }))
      : read.all(selectSheets, { season: season.id });
  const wanted = people === undefined ? rows : rows.filter((row) => people.has(row.person_id));
  return new Map(
    wanted.map((row) => [
      row.person_id,
      {
        self: JSON.parse(row.self_scores) as Scores,
        group: JSON.parse(row.group_scores) as Scores,
        confirmedAt: row.confirmed_at,
      },
    ]),
  );
}

/** How many scores each person has from either side; people without any are left out. */
export function listScoreCounts(
  read: ReadHandle,
  season: SeasonRow,
): readonly { readonly person_id: Id; readonly self: number; readonly group: number }[] {
  return read.all(countScores, { season: season.id });
}

/** Keeps the scores of some people in the place of those they had. */
export function keepScores(write: WriteHandle, season: SeasonRow, sheets: ReadonlyMap<Id, KeptScores>): void {
  for (const [person, { self, group, confirmedAt }] of sheets) {
    const row = { season: season.id, person, self: JSON.stringify(self), group: JSON.stringify(group) };
    if (row.self === '{}' && row.group === '{}') write.run(deleteSheet, { season: season.id, person });
    else write.run(upsertSheet, { ...row, confirmedAt });
  }
}
