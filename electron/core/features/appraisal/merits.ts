/** What the council weighs of a case, gathered from the file. */
import type { CaseFacts } from '../../../../shared/domain/facts.ts';
import { meritsOf, type Merit, type MeritSources } from '../../../../shared/domain/merits.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import type { ReadHandle } from '../../database/query.ts';
import { listCriteria } from '../evaluation/criteria.ts';
import { noScores, readScores, totalOf } from '../evaluation/scores.ts';
import type { SeasonRow } from '../season.ts';

/** The merits of a case; none when nobody stands behind it any more. */
export function readMerits(
  read: ReadHandle,
  given: {
    readonly season: SeasonRow;
    readonly row: CaseRow;
    readonly facts: CaseFacts | null;
    readonly ruleSet: RuleSet;
  },
): readonly Merit[] {
  const { season, row, facts, ruleSet } = given;
  if (facts === null) return [];
  return meritsOf({
    facts,
    titleId: row.titleId,
    schoolYear: season.school_year,
    ruleSet,
    points: row.personId === null ? null : pointsOf(read, season, row.personId),
    achievement: row.achievement,
  });
}

function pointsOf(read: ReadHandle, season: SeasonRow, personId: Id): MeritSources['points'] {
  const criteria = listCriteria(read, season);
  if (criteria.length === 0) return null;
  const { self, group } = readScores(read, season, new Set([personId])).get(personId) ?? noScores;
  const most = criteria.reduce((sum, { maximum }) => sum + maximum, 0);
  return { self: totalOf(Object.values(self)), group: totalOf(Object.values(group)), most };
}
