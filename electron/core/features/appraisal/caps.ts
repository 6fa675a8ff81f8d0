/** Shares that the school's own regulation asks to be watched: they warn, and never cut. */
import { cstdcsCap } from '../../../../shared/domain/ceilings.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { TitleCap } from '../../../../shared/views.ts';
import type { ReadHandle } from '../../database/query.ts';
import { effectiveEligibility, listCaseRows } from '../registration.ts';
import { currentSeason, seasonRules } from '../season.ts';

/** The shares that are switched on, over the cases that are eligible now. Errors: no-season, no-rule-set. */
export function listTitleCaps(read: ReadHandle): Result<readonly TitleCap[], AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const eligible = listCaseRows(read, season.value).filter(
    (row) => row.state !== 'WITHDRAWN' && effectiveEligibility(row) === 'yes',
  );
  const count = (titleId: string) => eligible.filter((row) => row.titleId === titleId).length;
  const cap = cstdcsCap({
    counts: { ldtt: count('LDTT'), cstdcs: count('CSTDCS') },
    ruleSet: ruleSet.value,
  });
  return ok(
    cap === null ? [] : [{ titleId: 'CSTDCS', ...cap, source: ruleSet.value.switches.localCstdcsCap.source }],
  );
}
