/** Which verdicts no longer rest on the facts of the moment: found for all cases at once, nothing is checked again. */
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import { groupConfirmation } from '../../../../shared/vi/appraisal.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { listCaseRows } from '../registration.ts';
import { currentSeason, seasonRules } from '../season.ts';
import { openStates } from './check.ts';
import { collectFacts } from './collect.ts';

const selectFacts = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('verdict')
    .innerJoin('award_case', 'award_case.id', 'verdict.case_id')
    .select(['verdict.case_id', 'verdict.facts'])
    .where('award_case.season_id', '=', p('season')),
);

/** Ids of the open cases whose facts changed after their verdict. Errors: no-season, no-rule-set. */
export function listStaleCases(read: ReadHandle): Result<readonly Id[], AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(season.value);
  if (!ruleSet.ok) return ruleSet;
  const cases = listCaseRows(read, season.value);
  const stored = new Map(
    read.all(selectFacts, { season: season.value.id }).map((row) => [row.case_id, row.facts]),
  );
  const facts = collectFacts(read, {
    season: season.value,
    cases,
    confirmation: groupConfirmation,
    ruleSet: ruleSet.value,
  });
  return ok(
    cases
      .filter((row) => openStates.has(row.state) && stored.has(row.id))
      .filter((row) => JSON.stringify(facts.person(row) ?? facts.group(row)) !== stored.get(row.id))
      .map(({ id }) => id),
  );
}
