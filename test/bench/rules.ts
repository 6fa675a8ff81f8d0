/** How long the rules take: everybody, with ten years behind them, against every award, in each of ten years. */
import { reviewPeriod } from '../../shared/dates.ts';
import { checkPerson } from '../../shared/domain/eligibility.ts';
import type { CheckContext, PersonFacts } from '../../shared/domain/facts.ts';
import { ruleSets, titles } from '../../shared/rules/catalogue.ts';
import { ratings, type Eligibility } from '../../shared/terms.ts';
import { summarise } from './measure.ts';
import { line, time, type Line } from './table.ts';

/** What a run checked and how long it took. */
export interface RulesBench {
  readonly people: number;
  readonly years: number;
  readonly titles: number;
  readonly verdicts: number;
  readonly milliseconds: number;
  readonly verdictsPerSecond: number;
  /** Told so that nothing can be left out as unused. */
  readonly results: Readonly<Record<Eligibility, number>>;
}

function yearOf(first: number): string {
  return `${first}-${first + 1}`;
}

/** A person whose history follows from their number alone; the years lie before `until` and in it. */
export function inventFacts({
  index,
  until,
  years,
}: {
  readonly index: number;
  readonly until: number;
  readonly years: number;
}): PersonFacts {
  const span = Array.from({ length: years }, (_, step) => until - years + 1 + step);
  const level = (year: number) =>
    ratings[(index * 7 + year * 3) % 11 < 4 ? 0 : (index + year) % 13 === 0 ? 2 : 1];
  return {
    personId: `p${index}`,
    code: null,
    fullName: `Người thứ ${index}`,
    joinedOn: `${until - 5 - (index % 30)}-09-01`,
    rating: { level: level(until), state: 'decided' },
    absences: index % 9 === 0 ? [{ kind: 'SICK', from: `${until}-10-01`, to: `${until}-12-15` }] : [],
    disciplines:
      index % 50 === 0 ? [{ form: 'WARNING', from: `${until - 4}-02-01`, to: null, linkedToDuty: true }] : [],
    pendingMatters: [],
    initiatives: span
      .filter((year) => (index + year) % 3 === 0)
      .map((year) => ({
        schoolYear: yearOf(year),
        name: `Sáng kiến ${year}`,
        scope: 'BASE',
        decisionNumber: `${year}/QĐ`,
        share: 100,
      })),
    research: [],
    awards: span.flatMap((year) => [
      { titleId: 'LDTT', schoolYear: yearOf(year), decisionNumber: '1/QĐ', decisionDate: null },
      ...((index + year) % 4 < 3
        ? [{ titleId: 'CSTDCS', schoolYear: yearOf(year), decisionNumber: '2/QĐ', decisionDate: null }]
        : []),
      ...((index + year) % 8 === 0
        ? [
            {
              titleId: 'BK_TP',
              schoolYear: yearOf(year),
              decisionNumber: '3/QĐ',
              decisionDate: null,
              rewardType: 'MERIT' as const,
            },
          ]
        : []),
    ]),
    pastRatings: span
      .filter((year) => year < until)
      .map((year) => ({ schoolYear: yearOf(year), level: level(year) })),
    judgements: {},
    awardsThisYear: {},
    service: { sectorMonths: (index % 400) + 12, teachingMonths: (index % 300) + 12, hardAreaMonths: 0 },
    manager: index % 20 === 0,
  };
}

/** Runs every award for people over everybody, for each of the years; `people` and `years` may be smaller for a quick look. */
export function benchRules({
  people = 10_000,
  years = 10,
}: {
  readonly people?: number;
  readonly years?: number;
} = {}): RulesBench {
  const ruleSet = ruleSets[0];
  if (ruleSet === undefined) throw new Error('no rule set');
  const titleIds = titles
    .filter(({ object }) => object === 'PERSON' || object === 'PERSON_OR_GROUP')
    .map(({ id }) => id)
    .filter((id) => id in ruleSet.titles);
  const results: Record<Eligibility, number> = { yes: 0, no: 0, 'needs-person': 0 };
  let milliseconds = 0;
  for (let year = 2026 - years; year < 2026; year += 1) {
    const schoolYear = yearOf(year);
    const context: CheckContext = {
      schoolYear,
      reviewPeriod: reviewPeriod(schoolYear),
      meetingDate: `${year + 1}-05-28`,
      ruleSet,
    };
    for (let index = 0; index < people; index += 1) {
      const facts = inventFacts({ index, until: year, years: 10 });
      const start = performance.now();
      for (const titleId of titleIds) results[checkPerson({ titleId, facts, context }).eligibility] += 1;
      milliseconds += performance.now() - start;
    }
  }
  const verdicts = people * years * titleIds.length;
  return {
    people,
    years,
    titles: titleIds.length,
    verdicts,
    milliseconds,
    verdictsPerSecond: Math.round((verdicts * 1000) / milliseconds),
    results,
  };
}

/**
 * What a person with ten years behind them costs against every award, in schools of three sizes: the same when nothing
 * grows faster than the school.
 */
export function rulesBySize(): Promise<readonly Line[]> {
  benchRules({ people: 1000, years: 1 });
  const costs = [100, 1000, 10_000].map((people) => {
    // Small schools are checked more often, so that each size runs as long.
    const runs = Array.from({ length: 3 }, () => {
      const rounds = Math.max(1, 1000 / people);
      let milliseconds = 0;
      for (let round = 0; round < rounds; round += 1)
        milliseconds += benchRules({ people, years: 1 }).milliseconds;
      return (milliseconds * 1000) / (people * rounds);
    });
    return { people, cost: summarise(runs) };
  });
  const least = costs[0]?.cost.median ?? 1;
  return Promise.resolve(
    costs.map(({ people, cost }) =>
      line(
        `every award for ${people} people of ten years, for each person`,
        cost,
        ' µs',
        `${time((cost.median * people) / 1000)} in all; ${(cost.median / least).toFixed(2)} × that at 100`,
      ),
    ),
  );
}
