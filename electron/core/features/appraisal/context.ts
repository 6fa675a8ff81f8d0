/** What the rules of a season are read against. */
import { reviewPeriod } from '../../../../shared/dates.ts';
import type { CheckContext } from '../../../../shared/domain/facts.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import { decisionDay, type SeasonRow } from '../season.ts';

/** The year, its period, the day of the decision. */
export function checkContext(season: SeasonRow, ruleSet: RuleSet): CheckContext {
  return {
    schoolYear: season.school_year,
    reviewPeriod: reviewPeriod(season.school_year),
    meetingDate: decisionDay(season),
    ruleSet,
    limitedPlaces: ruleSet.switches.limitedPlaces.value,
  };
}
