/** Which verdicts no longer rest on the facts of the moment: found for all cases at once, nothing is checked again. */
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { groupConfirmation } from '../../../../shared/vi/appraisal.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { listCaseRows } from '../registration.ts';
import { listConditions } from '../rule-set.ts';
import { currentSeason, seasonRules } from '../season.ts';
import { openStates, whatWasRead } from './check.ts';
import { collectFacts, inOrderOfFile } from './collect.ts';

const selectFacts = define<{ id: Id }>()((p) =>
  sql.selectFrom('verdict').select(['facts', 'rule_set_id']).where('case_id', '=', p('id')),
);

/** Ids of the open cases whose facts, or the school's numbers, changed after their verdict. Errors: no-season, no-rule-set. */
export function listStaleCases(read: ReadHandle): Result<readonly Id[], AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const rules = ruleSet.value;
  const cases = listCaseRows(read, season.value);
  const facts = collectFacts(read, {
    season: season.value,
    cases,
    confirmation: groupConfirmation,
    ruleSet: rules,
  });
  const regulation = listConditions(read);
  function isStale(row: CaseRow): boolean {
    const verdict = openStates.has(row.state) ? read.get(selectFacts, { id: row.id }) : undefined;
    if (verdict === undefined) return false;
    const now = whatWasRead(facts.of(row), regulation);
    return now !== verdict.facts || verdict.rule_set_id !== rules.id;
  }
  const stale = new Set(inOrderOfFile(cases).filter(isStale));
  return ok(cases.filter((row) => stale.has(row)).map(({ id }) => id));
}
