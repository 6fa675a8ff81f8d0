/** Which verdicts no longer rest on the facts of the moment: found for all cases at once, nothing is checked again. */
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import { groupConfirmation } from '../../../../shared/vi/appraisal.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { listCaseRows } from '../registration.ts';
import { listConditions } from '../rule-set.ts';
import { currentSeason, seasonRules } from '../season.ts';
import { openStates, whatWasRead } from './check.ts';
import { collectFacts } from './collect.ts';

const selectFacts = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('verdict')
    .innerJoin('award_case', 'award_case.id', 'verdict.case_id')
    .select(['verdict.case_id', 'verdict.facts', 'verdict.rule_set_id'])
    .where('award_case.season_id', '=', p('season')),
);

/** Ids of the open cases whose facts, or the school's numbers, changed after their verdict. Errors: no-season, no-rule-set. */
export function listStaleCases(read: ReadHandle): Result<readonly Id[], AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const cases = listCaseRows(read, season.value);
  const stored = new Map(read.all(selectFacts, { season: season.value.id }).map((row) => [row.case_id, row]));
  const facts = collectFacts(read, {
    season: season.value,
    cases,
    confirmation: groupConfirmation,
    ruleSet: ruleSet.value,
  });
  const regulation = listConditions(read);
  return ok(
    cases
      .filter((row) => {
        const verdict = stored.get(row.id);
        if (verdict === undefined || !openStates.has(row.state)) return false;
        const now = whatWasRead(facts.person(row) ?? facts.group(row), regulation);
        return now !== verdict.facts || verdict.rule_set_id !== ruleSet.value.id;
      })
      .map(({ id }) => id),
  );
}
