/** One case against the rules of its title: what is read, and what they say of it. */
import { checkGroup, checkPerson, checkPupil, type Verdict } from '../../../../shared/domain/eligibility.ts';
import type { CaseFacts, CheckContext } from '../../../../shared/domain/facts.ts';
import { rulesOf } from '../../../../shared/rules/catalogue.ts';
import type { SettledSetting } from '../../../../shared/rules/settings.ts';
import type { CaseState, TitleId } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { noRulesSummary } from '../../../../shared/vi/appraisal.ts';
import type { SeasonFacts } from './collect.ts';

/** A case whose vote has begun keeps the verdict it was voted on. */
export const openStates: ReadonlySet<CaseState> = new Set([
  'REGISTERED',
  'SELF_EVALUATED',
  'GROUP_REVIEWED',
  'CHECKED',
]);

/** A verdict with the facts it was made from. */
export interface Checked {
  readonly verdict: Verdict;
  readonly facts: CaseFacts;
}

/** Reads facts against the rules of a title; one whose rules the app does not carry is left to people. */
export function checkFacts({
  titleId,
  facts,
  context,
}: {
  readonly titleId: TitleId;
  readonly facts: CaseFacts;
  readonly context: CheckContext;
}): Verdict {
  const { ruleSet } = context;
  if (rulesOf({ ruleSet, titleId }).length === 0) {
    return {
      titleId,
      eligibility: 'needs-person',
      postponed: false,
      awaitsDecision: false,
      ruleSetId: ruleSet.id,
      ruleSetVersion: ruleSet.version,
      conditions: [],
      failed: [],
      routes: [],
      warnings: [],
      summary: noRulesSummary,
    };
  }
  if ('members' in facts) return checkGroup({ titleId, facts, context });
  return 'pupilId' in facts
    ? checkPupil({ titleId, facts, context })
    : checkPerson({ titleId, facts, context });
}

/** Reads a case against its rules; null when nobody stands behind it any more. */
export function checkCase(row: CaseRow, facts: SeasonFacts, context: CheckContext): Checked | null {
  const read = facts.of(row);
  return read === null
    ? null
    : { verdict: checkFacts({ titleId: row.titleId, facts: read, context }), facts: read };
}

/** What a verdict rests on, as it is kept: the facts, and the numbers that the school's regulation replaced. */
export function whatWasRead(facts: CaseFacts | null, regulation: readonly SettledSetting[]): string {
  return JSON.stringify(facts === null || regulation.length === 0 ? facts : { ...facts, regulation });
}
