import type {
  AwardFact,
  InitiativeFact,
  Judgement,
  PastRatingFact,
  PersonFacts,
} from '../../shared/domain/facts.ts';
import type { Rating, TitleId } from '../../shared/terms.ts';

/** The school year so many years before another. */
export function yearBefore(schoolYear: string, years: number): string {
  const first = Number(schoolYear.slice(0, 4)) - years;
  return `${first}-${first + 1}`;
}

/** Awards for merit, one in each year so many years before. */
export function awardsOf(
  schoolYear: string,
  titleId: TitleId,
  ...before: readonly number[]
): readonly AwardFact[] {
  return before.map((years) => ({
    titleId,
    schoolYear: yearBefore(schoolYear, years),
    decisionNumber: `${years + 1}/QĐ`,
    decisionDate: null,
    rewardType: 'MERIT',
    themed: false,
  }));
}

/** Ratings of the years before, the nearest first. */
export function ratingsOf(schoolYear: string, ...levels: readonly Rating[]): readonly PastRatingFact[] {
  return levels.map((level, index) => ({ schoolYear: yearBefore(schoolYear, index + 1), level }));
}

/** An initiative recognised at the base so many years before. */
export function initiativeOf(
  schoolYear: string,
  before: number,
  change: Partial<InitiativeFact> = {},
): InitiativeFact {
  return {
    schoolYear: yearBefore(schoolYear, before),
    name: `Sáng kiến ${before + 1}`,
    scope: 'BASE',
    decisionNumber: `${before + 20}/QĐ`,
    share: 100,
    ...change,
  };
}

/** Answers "pass" to these conditions. */
export function judgedPass(...ids: readonly string[]): PersonFacts['judgements'] {
  return Object.fromEntries(ids.map((id) => [id, answer('pass')]));
}

/** Answers "fail" to these conditions. */
export function judgedFail(...ids: readonly string[]): PersonFacts['judgements'] {
  return Object.fromEntries(ids.map((id) => [id, answer('fail')]));
}

function answer(what: Judgement['answer']): Judgement {
  return { answer: what, reason: 'Theo hồ sơ minh chứng', by: 'Thư ký Hội đồng' };
}
