/** A person's year as it is judged: scores from either side in the order of the criteria, and the rating. */
import type { Id, Rating } from '../../../../shared/terms.ts';
import type { Criterion } from '../../../../shared/views.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import type { SeasonRow } from '../season.ts';
import { listCriteria } from './criteria.ts';
import { noScores, readScores, type Scores } from './scores.ts';

const selectRatings = define<{ schoolYear: string }>()((p) =>
  sql.selectFrom('year_rating').selectAll().where('school_year', '=', p('schoolYear')),
);
/** What is known of a person's year: a score or null for each criterion, from either side, and the rating. */
export interface ScoreSheet {
  readonly self: readonly (number | null)[];
  readonly group: readonly (number | null)[];
  readonly confirmed: boolean;
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
  const inOrder = (scores: Scores) => criteria.map(({ id }) => scores[id] ?? null);
  const scores = readScores(read, season);
  const ratings = new Map(
    read.all(selectRatings, { schoolYear: season.school_year }).map((row) => [row.person_id, row]),
  );
  return {
    criteria,
    scored: new Set(scores.keys()),
    sheetOf(person) {
      const { self, group, confirmedAt } = scores.get(person) ?? noScores;
      const rating = ratings.get(person);
      return {
        self: inOrder(self),
        group: inOrder(group),
        confirmed: confirmedAt !== null,
        rating: rating?.rating ?? null,
        ratingState: rating?.state ?? null,
      };
    },
  };
}
