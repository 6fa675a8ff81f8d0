/** Chains, ways, warnings, suggestions and money beyond the vectors; and what holds of every verdict on higher awards. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilingsOn } from '../../shared/domain/ceiling-warnings.ts';
import { cstdcsCap, excellentCeiling, excellentUnitCeiling } from '../../shared/domain/ceilings.ts';
import { checkGroup, checkPerson, checkPupil, type Verdict } from '../../shared/domain/eligibility.ts';
import type { CheckContext, GroupFacts, Judgements, PersonFacts } from '../../shared/domain/facts.ts';
import { suggestTitles } from '../../shared/domain/suggestions.ts';
import { ruleSets, titles, withOverrides, withVariant } from '../../shared/rules/catalogue.ts';
import type { PersonRule, RuleSet } from '../../shared/rules/model.ts';
import { multiples } from '../../shared/rules/money.ts';
import { awardPapers } from '../../shared/rules/papers.ts';
import { levelOf, ratingSystems } from '../../shared/rules/rating-systems.ts';
import { validateRuleSets } from '../../shared/rules/validate.ts';
import { contextOf, groupFacts, personFacts } from '../support/facts.ts';
import { awardsOf, initiativeOf, judgedFail, judgedPass, ratingsOf, yearBefore } from '../support/history.ts';

const now = '2025-2026';
const context = contextOf(now);
const source = 'Quy chế số 12/QC-THCSHP ngày 05/9/2025';

function person(titleId: string, change: Partial<PersonFacts> = {}, at: CheckContext = context): Verdict {
  return checkPerson({ titleId, facts: personFacts(change), context: at });
}
function group(titleId: string, change: Partial<GroupFacts> = {}, at: CheckContext = context): Verdict {
  return checkGroup({ titleId, facts: groupFacts(change), context: at });
}
function route(verdict: Verdict, id: string) {
  return verdict.routes.find((one) => one.id === id);
}
function condition(verdict: Verdict, id: string) {
  return verdict.conditions.find(({ ruleId }) => ruleId === id);
}

const excellent = { rating: { level: 'HTXS', state: 'decided' } } as const;
const four = ratingsOf(now, 'HTT', 'HTT', 'HTT', 'HTT');

describe('rows of years', () => {
  it('counts the year printed in the decision, whatever the day of the decision', () => {
    const awards = awardsOf(now, 'CSTDCS', 0, 1, 2).map((one) => ({ ...one, decisionDate: '2026-07-01' }));
    expect(condition(person('CSTD_TP', { awards }), 'chain')?.state).toBe('passed');
  });
  it('waits for a decision of this year, and asks about a row that ended the year before', () => {
    const awards = awardsOf(now, 'CSTDCS', 1, 2);
    const waiting = person('CSTD_TP', { awards, awardsThisYear: { CSTDCS: 'proposed' } });
    expect(condition(waiting, 'chain')).toMatchObject({ state: 'to-be-judged' });
    expect(condition(waiting, 'chain')?.missing).toContain('2025 - 2026');
    const refused = person('CSTD_TP', { awards, awardsThisYear: { CSTDCS: 'rejected' } });
    expect(condition(refused, 'chain')?.state).toBe('failed');
    const ended = {
      awards: awardsOf(now, 'CSTDCS', 1, 2, 3),
      awardsThisYear: { CSTDCS: 'rejected' },
    } as const;
    expect(condition(person('CSTD_TP', ended), 'chain')?.state).toBe('to-be-judged');
    const decided = person('CSTD_TP', { awards, awardsThisYear: { CSTDCS: 'decided' } });
    expect(condition(decided, 'chain')?.state).toBe('passed');
  });
  it('asks for years before the list of awards begins', () => {
    const known = { awards: awardsOf(now, 'CSTDCS', 0, 1), awardsKnownFrom: yearBefore(now, 1) };
    expect(condition(person('CSTD_TP', known), 'chain')?.state).toBe('to-be-judged');
    const longer = { ...known, awardsKnownFrom: yearBefore(now, 5) };
    expect(condition(person('CSTD_TP', longer), 'chain')?.state).toBe('failed');
  });
  it('starts again after a discipline (B2), asks about the year it ended in, and forgets a cancelled award (B10)', () => {
    const awards = awardsOf(now, 'CSTDCS', 0, 1);
    const ended = { form: 'WARNING', from: '2023-01-05', to: '2024-01-04', linkedToDuty: true } as const;
    expect(route(person('BK_TP', { awards, disciplines: [ended] }), 'R4')?.state).toBe('passed');
    const within = { ...ended, to: '2025-01-04' };
    expect(route(person('BK_TP', { awards, disciplines: [within] }), 'R4')?.state).toBe('to-be-judged');
    const whole = { ...ended, from: '2024-08-05', to: null };
    expect(route(person('BK_TP', { awards, disciplines: [whole] }), 'R4')?.state).toBe('failed');
    const cancelled = awards.map((one, index) => ({ ...one, cancelled: index === 1 }));
    expect(route(person('BK_TP', { awards: cancelled }), 'R4')?.state).toBe('failed');
  });
  it('counts years only after the award they must follow', () => {
    const facts = { ...excellent, pastRatings: four, awards: awardsOf(now, 'CSTDCS', 0, 1, 2) };
    const followed = (years: number) => ({
      ...facts,
      awards: [...facts.awards, ...awardsOf(now, 'BK_TTG', years)],
    });
    expect(route(person('HCLD3', followed(5)), 'R1')?.state).toBe('passed');
    expect(route(person('HCLD3', followed(4)), 'R1')?.state).toBe('failed');
    expect(route(person('HCLD3', facts), 'R1')?.state).toBe('failed');
    const unrated = { ...followed(5), pastRatings: four.slice(0, 3) };
    expect(route(person('HCLD3', unrated), 'R1')?.state).toBe('to-be-judged');
  });
  it('asks for a history that nobody entered for a collective', () => {
    for (const titleId of ['BK_TTG', 'HCLD3', 'HCLD2', 'HCLD1', 'BK_TP']) {
      const verdict = group(titleId, { pendingMatters: [] });
      expect(verdict).toMatchObject({ eligibility: 'needs-person', failed: [] });
    }
  });
  it('opens the choice without flags only to a collective that is given none', () => {
    const facts = {
      ...excellent,
      pendingMatters: [],
      establishedOn: '2000-09-05',
      pastRatings: ratingsOf(now, 'HTXS', 'HTXS', 'HTXS', 'HTXS'),
      awards: [...awardsOf(now, 'BK_TTG', 5), ...awardsOf(now, 'BK_TP', 1, 2)],
      awardsThisYear: {},
    } as const;
    expect(group('HCLD3', { ...facts, receivesFlags: false }).eligibility).toBe('yes');
    expect(route(group('HCLD3', { ...facts, receivesFlags: true }), 'R1')?.state).toBe('failed');
    expect(route(group('HCLD3', facts), 'R1')?.steps.at(-1)?.missing).toContain('không được tặng cờ');
  });
});

describe('ways to an award', () => {
  it('passes by one, fails only when all fail, and names the nearest', () => {
    const none = { awards: [], awardsThisYear: {} } as const;
    const open = person('BK_TP', none);
    expect(open).toMatchObject({ eligibility: 'needs-person', failed: [] });
    const judged = person('BK_TP', { ...none, judgements: judgedPass('exemplary', 'R3') });
    expect(judged.eligibility).toBe('yes');
    const refused = person('BK_TP', { ...none, judgements: judgedFail('R1', 'R2', 'R3', 'R6') });
    expect(refused).toMatchObject({ eligibility: 'no', failed: ['routes'] });
    const half = person('BK_TP', {
      awards: awardsOf(now, 'CSTDCS', 1),
      awardsThisYear: { CSTDCS: 'proposed' },
    });
    expect(half.routes.filter(({ nearest }) => nearest).map(({ id, lacking }) => [id, lacking])).toEqual([
      ['R4', 1],
    ]);
    expect(condition(half, 'routes')?.missing).toContain('Chờ quyết định');
  });
  it('lets one answer stand for the choice of the way', () => {
    const verdict = person('BK_TP', { awardsThisYear: {}, judgements: judgedPass('exemplary', 'routes') });
    expect(verdict.eligibility).toBe('yes');
  });
  it('names a reward as a reward', () => {
    expect(person('BK_TP', { judgements: judgedPass('exemplary', 'R1') }).summary).toBe(
      'Đủ điều kiện đề nghị Bằng khen của Chủ tịch UBND thành phố.',
    );
  });
  it('takes the Giấy khen of the principal only once the school switched its wording on; pupils have their own', () => {
    expect(person('GK_HT').conditions).toEqual([]);
    const ruleSet = withVariant({ ruleSet: context.ruleSet, titleId: 'GK_HT', variantId: 'GK_HT_TT29' });
    const judgements = judgedPass('exemplary', 'R2');
    expect(person('GK_HT', { judgements }, { ...context, ruleSet }).eligibility).toBe('yes');
    const pupil = (given: Judgements) =>
      checkPupil({
        titleId: 'GK_HT_HS',
        facts: { pupilId: 'h1', name: 'Lê Minh Mẫu', className: '6A', judgements: given },
        context,
      }).eligibility;
    expect(pupil({})).toBe('needs-person');
    expect(pupil(judgedPass('conduct', 'R4'))).toBe('yes');
  });
  it('reads the circular of the day of the meeting', () => {
    const before = person('KNC_GD', { joinedOn: '2000-09-01' }, { ...context, meetingDate: '2026-04-01' });
    const after = person('KNC_GD', { joinedOn: '2000-09-01' }, { ...context, meetingDate: '2026-04-02' });
    expect(condition(before, 'routes')).toMatchObject({ confidence: 'C1', state: 'passed' });
    expect(condition(after, 'routes')).toMatchObject({ confidence: 'U', state: 'passed' });
    expect(condition(after, 'routes')?.citation).toContain('07/2026');
  });
});

describe('service', () => {
  it('takes time under discipline off, and doubles hard areas for teachers of merit only', () => {
    const service = { sectorMonths: 240, teachingMonths: 100, hardAreaMonths: 80 };
    const warned = { form: 'WARNING', from: '2015-01-01', to: '2015-12-31', linkedToDuty: true } as const;
    expect(route(person('KNC_GD', { service }), 'R1')?.state).toBe('passed');
    expect(route(person('KNC_GD', { service, disciplines: [warned] }), 'R1')?.state).toBe('failed');
    expect(route(person('NGUT', { service }), 'R1')?.state).toBe('passed');
    const unknown = { ...service, hardAreaMonths: null };
    expect(route(person('NGUT', { service: unknown }), 'R1')?.state).toBe('to-be-judged');
    expect(route(person('NGUT'), 'R1')?.state).toBe('to-be-judged');
  });
});

describe('transfers and secondments', () => {
  it('asks for the comment of the old unit after six months there under NĐ 90/2020, always under NĐ 233/2026', () => {
    const transfer = {
      on: '2026-01-05',
      previousUnit: 'Trường THCS Hoa Sữa',
      monthsThere: 5,
      commentReceived: false,
    };
    expect(condition(person('LDTT', { transfer }), 'T8')?.state).toBe('passed');
    expect(condition(person('LDTT', { transfer: { ...transfer, monthsThere: 6 } }), 'T8')?.state).toBe(
      'to-be-judged',
    );
    const later = { ...transfer, on: '2027-01-05' };
    expect(condition(person('LDTT', { transfer: later }, contextOf('2026-2027')), 'T8')?.state).toBe(
      'to-be-judged',
    );
    expect(condition(person('LDTT'), 'T8')?.state).toBe('not-applicable');
  });
});

describe('warnings never change the result', () => {
  const counts = {
    rated: { HTXS: 9, HTT: 31, HT: 0, KHT: 0 },
    groups: [],
    ldtt: 40,
    cstdcs: 9,
    schoolRating: null,
    headRating: null,
    units: { count: 0, rated: { HTXS: 0, HTT: 0, HT: 0, KHT: 0 } },
  };
  it('tells of ceilings, preference, registration, late ratings and achievements used twice', () => {
    const ruleSet = withOverrides({
      ruleSet: contextOf('2026-2027').ruleSet,
      overrides: { switches: { localCstdcsCap: { value: true, source } } },
    });
    const at = { ...contextOf('2026-2027'), ruleSet, limitedPlaces: true };
    const facts = {
      rating: { level: 'HTXS', state: 'decided', decidedOn: '2027-06-15' },
      sex: 'FEMALE',
      registered: false,
      achievementId: 'a1',
      awards: awardsOf('2026-2027', 'GK_XA', 0).map((one) => ({ ...one, achievementId: 'a1' })),
    } as const;
    const verdict = person('CSTDCS', facts, at);
    expect(verdict.warnings.map(({ id }) => id)).toEqual(['B5', 'B8', 'B11', 'T10']);
    expect(verdict.eligibility).toBe('yes');
    const about = { facts: personFacts(facts), counts, context: at };
    const ceilings = ceilingsOn({ titleId: 'CSTDCS', post: null, ...about });
    expect(ceilings.map(({ id }) => id)).toEqual(['HTXS_person', 'CSTDCS_cap']);
    expect(ceilingsOn({ titleId: 'LDTT', post: null, ...about }).map(({ id }) => id)).toEqual([
      'HTXS_person',
    ]);
    for (const { text, citation } of [...verdict.warnings, ...ceilings]) {
      expect(text).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}-\d{2}/);
      expect(citation).not.toBe('');
    }
    expect(person('CSTDCS', excellent).warnings).toEqual([]);
  });
  it('makes registration a condition only where the regulation of the school says so', () => {
    const ruleSet = withOverrides({
      ruleSet: context.ruleSet,
      overrides: { switches: { registrationRequired: { value: true, source } } },
    });
    const must = { ...context, ruleSet };
    expect(person('LDTT', { registered: false }, must)).toMatchObject({ failed: ['B11'], warnings: [] });
    expect(person('CSTDCS', { ...excellent, registered: true }, must).eligibility).toBe('yes');
    expect(person('LDTT', { registered: false })).toMatchObject({ eligibility: 'yes', failed: [] });
    const off = withOverrides({
      ruleSet,
      overrides: { switches: { registrationRequired: { value: false, source } } },
    });
    expect(person('LDTT', { registered: false }, { ...context, ruleSet: off }).failed).toEqual([]);
    expect(validateRuleSets({ ruleSets: [ruleSet] })).toEqual([]);
  });
  it('counts ceilings in whole people and units', () => {
    const { ruleSet } = context;
    for (let good = 0; good <= 60; good += 1) {
      for (const unitExcellent of [false, true]) {
        const rated = { HTXS: 0, HTT: good, HT: 0, KHT: 0 };
        const { most, percent } = excellentCeiling({ counts: { rated, unitExcellent }, ruleSet });
        expect(most * 100 <= percent * (good - most)).toBe(true);
        expect((most + 1) * 100 > percent * (good - most - 1)).toBe(true);
      }
    }
    const rated = { HTXS: 2, HTT: 2, HT: 0, KHT: 0 };
    const few = { units: { count: 4, rated }, unitExcellent: false, ruleSet };
    expect(excellentUnitCeiling(few).most).toBe(1);
    const many = { count: 12, rated: { ...rated, HTT: 10 } };
    expect(excellentUnitCeiling({ ...few, units: many }).most).toBe(2);
    expect(cstdcsCap({ counts, ruleSet })).toBeNull();
  });
});

describe('suggestions', () => {
  it('puts what is met before what people must confirm, and leaves out what fails or waits', () => {
    const facts = personFacts({
      ...excellent,
      pastRatings: ratingsOf(now, 'HTXS', 'HTT', 'HTT', 'HTT'),
      awards: [...awardsOf(now, 'CSTDCS', 0, 1, 2), ...awardsOf(now, 'BK_TTG', 5)],
      awardsThisYear: {},
      initiatives: [initiativeOf(now, 0, { effect: { scope: 'CITY', number: '7/XN' } })],
    });
    const found = suggestTitles({ facts, context });
    const by = (strength: string) =>
      found.filter((one) => one.strength === strength).map(({ titleId }) => titleId);
    expect(by('met')).toEqual(['HCLD3', 'BK_BO', 'BK_TP', 'CSTDCS', 'LDTT']);
    expect(by('to-confirm')).toContain('CSTD_TP');
    expect(found.map(({ titleId }) => titleId)).not.toContain('NGND');
    expect(found.find(({ titleId }) => titleId === 'CSTD_TP')?.lacking).toEqual([
      'Có thành tích xuất sắc tiêu biểu, được lựa chọn trong số những người có đủ số lần liên tục nêu trên',
    ]);
    const waiting = {
      ...facts,
      pendingMatters: [{ kind: 'COMPLAINT', from: '2026-04-01', to: null }] as const,
    };
    expect(suggestTitles({ facts: waiting, context })).toEqual([]);
  });
  it('suggests for a collective too', () => {
    const found = suggestTitles({ facts: groupFacts({ pendingMatters: [] }), context });
    expect(found.slice(0, 2).map(({ titleId }) => titleId)).toEqual(['TTLDXS', 'TTLDTT']);
  });
});

describe('money, papers and ratings as data', () => {
  it('gives each award of the catalogue its dossier, and money only to awards of the catalogue', () => {
    const ids = titles.map(({ id }) => id).filter((id) => id !== 'GK_HUYEN');
    expect(Object.keys(awardPapers).toSorted()).toEqual(ids.toSorted());
    expect(Object.keys(multiples).filter((id) => !ids.includes(id))).toEqual([]);
  });
  it('reads the level of points by NĐ 233/2026', () => {
    const levels = [9000, 8999, 7000, 6999, 5000, 4999].map((points) =>
      levelOf({ system: ratingSystems.ND233, points }),
    );
    expect(levels).toEqual(['HTXS', 'HTT', 'HTT', 'HT', 'HT', 'KHT']);
    expect(levelOf({ system: ratingSystems.ND90, points: 9000 })).toBeNull();
  });
});

describe('the validator on ways and dated rules', () => {
  const [, rs2025] = ruleSets as [RuleSet, RuleSet];
  const isMedal = (rule: RuleSet['rules'][number]) => rule.id === 'routes' && rule.forTitle === 'KNC_GD';
  const medal = rs2025.rules.find((rule): rule is PersonRule => rule.about === 'PERSON' && isMedal(rule));
  const others = rs2025.rules.filter((rule) => !isMedal(rule));
  function problems(...rules: readonly unknown[]): readonly string[] {
    // Data that arrives from outside may break the types: that is what the validator is for.
    const set = { ...rs2025, rules: [...others, ...(rules as RuleSet['rules'])] };
    return validateRuleSets({ ruleSets: [set] }).map(({ problem }) => problem);
  }
  it('rejects two wordings on one day, and one that ends before it starts', () => {
    expect(medal?.to).toBe('2026-04-01');
    expect(problems({ ...medal, to: null })).toEqual([]);
    expect(problems(medal, { ...medal, from: '2026-04-02', to: null })).toEqual([]);
    expect(problems(medal, { ...medal, from: '2026-04-01', to: null })).toEqual(['repeated']);
    expect(problems({ ...medal, from: '2026-05-01' })).toEqual(['ends-before-start']);
  });
  it('rejects an unknown award, fact or operator within a way, a step twice, and a way without steps', () => {
    const step = {
      id: 'R9-x',
      sentence: 'Có danh hiệu',
      test: { operator: 'never-awarded', fact: 'awards', titleIds: ['LDTT'] },
    };
    const way = { id: 'R9', sentence: 'Một trường hợp', citation: medal?.citation, steps: [step] };
    const rule = (routes: readonly unknown[]) => ({ ...medal, test: { operator: 'one-of-routes', routes } });
    const changed = (change: object) =>
      problems(rule([{ ...way, steps: [{ ...step, test: { ...step.test, ...change } }] }]));
    expect(problems(rule([way]))).toEqual([]);
    expect(changed({ titleIds: ['NONE'] })).toEqual(['unknown-title']);
    expect(changed({ fact: 'weather' })).toEqual(['unknown-fact']);
    expect(changed({ operator: 'guess' })).toEqual(['unknown-operator']);
    expect(problems(rule([way, way]))).toEqual(['repeated']);
    expect(problems(rule([{ ...way, steps: [] }]))).toEqual(['unknown-operator']);
    expect(problems(rule([{ ...way, sentence: ' ' }]))).toEqual(['missing-sentence']);
  });
});

const level = fc.constantFrom('HTXS' as const, 'HTT' as const, 'HT' as const, 'KHT' as const);
const yearsAgo = fc.integer({ min: 0, max: 12 });
const award = fc.record({
  titleId: fc.constantFrom('LDTT', 'CSTDCS', 'CSTD_TP', 'BK_TP', 'BK_TTG', 'HCLD3', 'HCLD2', 'NGUT'),
  schoolYear: yearsAgo.map((years) => yearBefore(now, years)),
  decisionNumber: fc.constant('1/QĐ'),
  decisionDate: fc.constant(null),
  rewardType: fc.constantFrom('MERIT' as const, 'SUDDEN' as const, null),
});
const facts = fc.record({
  rating: fc.record({ level: fc.option(level, { nil: null }), state: fc.constant('decided' as const) }),
  awards: fc.array(award, { maxLength: 14 }),
  pastRatings: fc.uniqueArray(
    fc.record({ schoolYear: fc.integer({ min: 1, max: 12 }).map((n) => yearBefore(now, n)), level }),
    {
      maxLength: 12,
      selector: ({ schoolYear }) => schoolYear,
    },
  ),
  initiatives: fc.array(
    yearsAgo.chain((years) =>
      fc.constantFrom(
        initiativeOf(now, years),
        initiativeOf(now, years, { effect: { scope: 'CITY', number: '1/XN' } }),
      ),
    ),
    { maxLength: 4 },
  ),
  disciplines: fc.array(
    fc.record({
      form: fc.constant('WARNING' as const),
      from: fc.integer({ min: 2014, max: 2026 }).map((year) => `${year}-03-10`),
      to: fc.constant(null),
      linkedToDuty: fc.constant(true),
    }),
    { maxLength: 1 },
  ),
  awardsThisYear: fc.constantFrom({}, { CSTDCS: 'proposed' as const }),
  manager: fc.constantFrom(true, false, null),
  joinedOn: fc.integer({ min: 1995, max: 2025 }).map((year) => `${year}-09-01`),
});
const personTitles = titles
  .filter(
    ({ object, id }) => (object === 'PERSON' || object === 'PERSON_OR_GROUP') && id in context.ruleSet.titles,
  )
  .map(({ id }) => id);

describe('properties of every verdict on every award for people', () => {
  it('does not depend on the order of facts, comes again the same, and leaves the facts as they are', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...personTitles), (change, titleId) => {
        const kept = JSON.stringify(change);
        const verdict = person(titleId, change);
        const turned = {
          ...change,
          awards: change.awards.toReversed(),
          pastRatings: change.pastRatings.toReversed(),
          initiatives: change.initiatives.toReversed(),
          disciplines: change.disciplines.toReversed(),
        };
        expect(person(titleId, turned)).toEqual(verdict);
        expect(person(titleId, JSON.parse(kept) as Partial<PersonFacts>)).toEqual(verdict);
        expect(JSON.stringify(change)).toBe(kept);
        expect(verdict.eligibility === 'no').toBe(verdict.failed.length > 0);
        expect(verdict.summary).not.toMatch(/undefined|null|NaN/);
      }),
      { numRuns: 400 },
    );
  });
  it('never turns a yes into a no for one good fact more; only an award that is given once bars itself', () => {
    fc.assert(
      fc.property(
        facts,
        award,
        yearsAgo,
        fc.constantFrom(...personTitles),
        (change, more, years, titleId) => {
          const before = person(titleId, {
            ...change,
            judgements: judgedPass('emulation-spirit', 'outstanding', 'exemplary', 'R1'),
          });
          if (before.eligibility !== 'yes') return;
          const better: readonly Partial<PersonFacts>[] = [
            { awards: [...change.awards, { ...more, rewardType: 'MERIT' as const }] },
            { initiatives: [...change.initiatives, initiativeOf(now, years)] },
            { rating: { level: 'HTXS', state: 'decided' } },
            { disciplines: [] },
            { manager: true },
            { joinedOn: '1990-09-01' },
          ];
          for (const good of better) {
            const after = person(titleId, {
              ...change,
              judgements: judgedPass('emulation-spirit', 'outstanding', 'exemplary', 'R1'),
              ...good,
            });
            expect(after.eligibility, `${titleId} ${JSON.stringify(good)}`).toBe('yes');
          }
        },
      ),
      { numRuns: 400 },
    );
    const medal = { joinedOn: '2000-09-01' };
    expect(person('KNC_GD', medal).eligibility).toBe('yes');
    // That it is given once is known from memory only: no refusal, a question.
    const again = person('KNC_GD', { ...medal, awards: awardsOf(now, 'KNC_GD', 2) });
    expect(again).toMatchObject({ eligibility: 'needs-person', failed: [] });
  });
});
