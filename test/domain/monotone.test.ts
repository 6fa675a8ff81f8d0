/** One good fact more never turns a yes into a no: of collectives and pupils; people are in `higher-awards.test.ts`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroup, checkPupil } from '../../shared/domain/eligibility.ts';
import type { GroupFacts, GroupMemberFact, Judgements } from '../../shared/domain/facts.ts';
import { titles, withVariant } from '../../shared/rules/catalogue.ts';
import { judgedWaysOf } from '../../shared/rules/judged-ways.ts';
import { contextOf, groupFacts } from '../support/facts.ts';
import { awardsOf, judgedFail, judgedPass, yearBefore } from '../support/history.ts';

const now = '2025-2026';
const base = contextOf(now);
// The wording for the Giấy khen of the principal holds only once a school switched it on.
const context = {
  ...base,
  ruleSet: withVariant({ ruleSet: base.ruleSet, titleId: 'GK_HT', variantId: 'GK_HT_TT29' }),
};
const higher = { KHT: 'HT', HT: 'HTT', HTT: 'HTXS', HTXS: 'HTXS' } as const;

const level = fc.constantFrom('HTXS' as const, 'HTT' as const, 'HT' as const, 'KHT' as const);
// Most years of a collective that is put forward were good ones.
const mostlyGood = fc.oneof(
  { weight: 5, arbitrary: fc.constant('HTXS' as const) },
  { weight: 1, arbitrary: level },
);
const collectiveAwards = [
  'TTLDTT',
  'TTLDXS',
  'CO_TP',
  'CO_BO',
  'CO_CP',
  'BK_TP',
  'BK_BO',
  'BK_TTG',
  'HCLD3',
  'HCLD2',
];
const award = fc.record({
  titleId: fc.constantFrom(...collectiveAwards),
  schoolYear: fc.integer({ min: 0, max: 12 }).map((years) => yearBefore(now, years)),
  decisionNumber: fc.constant('1/QĐ'),
  decisionDate: fc.constant(null),
  rewardType: fc.constantFrom('MERIT' as const, 'SUDDEN' as const, null),
});
/** Rows of years by which the orders are reached, or none: what is drawn beside them seldom makes one. */
const rows = fc.constantFrom(
  [],
  [...awardsOf(now, 'BK_TTG', 5), ...awardsOf(now, 'CO_TP', 1, 2)],
  [...awardsOf(now, 'HCLD3', 5), ...awardsOf(now, 'CO_TP', 1, 2, 3)],
  [...awardsOf(now, 'HCLD2', 5), ...awardsOf(now, 'CO_CP', 1), ...awardsOf(now, 'CO_TP', 2, 3)],
);
const titleState = fc.constantFrom(
  'decided' as const,
  'decided' as const,
  'decided' as const,
  'rejected' as const,
);
const discipline = fc.record({
  form: fc.constantFrom('REPRIMAND' as const, 'WARNING' as const),
  from: fc.constantFrom('2024-03-10', '2026-01-10'),
  to: fc.constant(null),
  linkedToDuty: fc.constant(true),
});
const member = fc.record({
  rating: fc.oneof({ weight: 9, arbitrary: fc.constant('HTT' as const) }, { weight: 1, arbitrary: level }),
  disciplines: fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(discipline, { maxLength: 1 }) },
  ),
  titles: fc.record({ LDTT: titleState, CSTDCS: titleState }),
});
const facts = fc.record({
  rating: fc.record({ level: mostlyGood, state: fc.constant('decided' as const) }),
  members: fc
    .array(member, { minLength: 1, maxLength: 12 })
    .map((list) => list.map((one, index): GroupMemberFact => ({ personId: `p${index + 1}`, ...one }))),
  awards: fc.tuple(rows, fc.array(award, { maxLength: 9 })).map((parts) => parts.flat()),
  pastRatings: fc
    .array(fc.option(mostlyGood, { nil: null }), { minLength: 12, maxLength: 12 })
    .map((list) =>
      list.flatMap((one, index) =>
        one === null ? [] : [{ schoolYear: yearBefore(now, index + 1), level: one }],
      ),
    ),
  awardsThisYear: fc.constant({}),
  clusterRank: fc.constantFrom(1, 2, null),
  establishedOn: fc.constantFrom('1998-09-05', '1999-09-05', '2020-09-05', null),
  receivesFlags: fc.constantFrom(true, false, null),
  pendingMatters: fc.constantFrom([], [{ kind: 'COMPLAINT' as const, from: '2026-04-01', to: '2026-05-01' }]),
});
const standards = [
  'group-movement',
  'group-unity',
  'unity',
  'beyond-targets',
  'outstanding',
  'united',
  'thrift',
  'exemplary',
  'leading',
  'school-standard',
  'department-standard',
  'R4-democracy',
  'R1-outstanding',
  'R1-beyond-targets',
  'R1-united',
  'R1-thrift',
];
/** With and without the ways that people judge: without, a yes rests on the rows of years. */
const judgements = fc.constantFrom(judgedPass(...standards), judgedPass(...standards, 'R1'));
const collectiveTitles = titles
  .filter(({ object, id }) => object !== 'PERSON' && object !== 'PUPIL' && id in context.ruleSet.titles)
  .map(({ id }) => id);

function isYes(titleId: string, change: Partial<GroupFacts>): boolean {
  return checkGroup({ titleId, facts: groupFacts(change), context }).eligibility === 'yes';
}

type Change = Partial<GroupFacts> & Pick<GroupFacts, 'members' | 'judgements' | 'rating'>;

function everyMember(change: Change, better: (one: GroupMemberFact) => Partial<GroupMemberFact>): Change[] {
  return change.members.map((_, at) => ({
    ...change,
    members: change.members.map((one, index) => (index === at ? { ...one, ...better(one) } : one)),
  }));
}

/** The same collective with one thing better, each in its turn. */
function betterOnes(change: Change, more: NonNullable<GroupFacts['awards']>[number]): readonly Change[] {
  const { awards = [], pastRatings = [], rating } = change;
  const newcomer: GroupMemberFact = {
    personId: 'p99',
    rating: 'HTXS',
    disciplines: [],
    titles: { LDTT: 'decided', CSTDCS: 'decided' },
  };
  return [
    { ...change, awards: [...awards, { ...more, rewardType: 'MERIT' }] },
    ...(rating.level === null
      ? []
      : [{ ...change, rating: { level: higher[rating.level], state: 'decided' as const } }]),
    ...pastRatings.map((_, at) => ({
      ...change,
      pastRatings: pastRatings.map((one, index) =>
        index === at ? { ...one, level: higher[one.level] } : one,
      ),
    })),
    { ...change, clusterRank: 1 },
    { ...change, establishedOn: '1990-09-05' },
    { ...change, pendingMatters: [] },
    { ...change, members: [...change.members, newcomer] },
    ...everyMember(change, ({ titles: own }) => ({ titles: { ...own, LDTT: 'decided' } })),
    ...everyMember(change, ({ titles: own }) => ({ titles: { ...own, CSTDCS: 'decided' } })),
    ...everyMember(change, ({ rating: own }) => ({ rating: own === null ? 'HTT' : higher[own] })),
    ...everyMember(change, () => ({ disciplines: [] })),
    ...['R1', 'R2', 'R3', ...standards].map((id) => ({
      ...change,
      judgements: { ...change.judgements, ...judgedPass(id) },
    })),
  ];
}

describe('one good fact more', () => {
  it.each(collectiveTitles)('never turns a yes into a no: a collective, %s', (titleId) => {
    fc.assert(
      fc.property(
        facts,
        judgements,
        award,
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        (given, answers, more, picks) => {
          const change: Change = { ...given, judgements: answers };
          // Only what is a yes is tried, and drawn until there are enough: what too few examples met would say nothing.
          fc.pre(isYes(titleId, change));
          const better = betterOnes(change, more);
          for (const good of picks.flatMap((pick) => better[pick % better.length] ?? []))
            expect(isYes(titleId, good), `${titleId} ${JSON.stringify(good)}`).toBe(true);
        },
      ),
      { numRuns: 40, maxSkipsPerRun: 400 },
    );
  });

  it('never turns a yes into a no: a pupil, whom one way is enough for', () => {
    const ids = judgedWaysOf({ ruleSet: context.ruleSet, titleId: 'GK_HT_HS' }).map(({ id }) => id);
    expect(ids).toEqual(['R1', 'R2', 'R3', 'R4']);
    const answer = fc.constantFrom('pass' as const, 'fail' as const, null);
    function verdict(given: Judgements, conduct: Judgements = judgedPass('conduct')) {
      const judgements = { ...given, ...conduct };
      const pupil = { pupilId: 'h1', name: 'Lê Minh Mẫu', className: '6A', judgements };
      return checkPupil({ titleId: 'GK_HT_HS', facts: pupil, context }).eligibility;
    }
    fc.assert(
      fc.property(fc.tuple(answer, answer, answer, answer), fc.constantFrom(...ids), (answers, more) => {
        const given = Object.assign(
          {},
          ...answers.map((one, at) => {
            const id = ids[at] ?? '';
            return one === null ? {} : one === 'pass' ? judgedPass(id) : judgedFail(id);
          }),
        ) as Judgements;
        const isPassed = answers.includes('pass');
        expect(verdict(given) === 'yes').toBe(isPassed);
        expect(verdict(given, {})).not.toBe('yes');
        expect(verdict(given, judgedFail('conduct'))).toBe('no');
        expect(verdict({ ...given, ...judgedPass(more) })).toBe('yes');
        // Another way that is refused takes nothing away.
        if (isPassed && given[more] === undefined)
          expect(verdict({ ...given, ...judgedFail(more) })).toBe('yes');
      }),
    );
  });
});
