/** The 27 vectors of the reference, one by one. Those that need more than one line are tried at length elsewhere too. */
import { describe, expect, it } from 'vitest';
import { excellentCeiling } from '../../shared/domain/ceilings.ts';
import { checkGroup, checkPerson, type Verdict } from '../../shared/domain/eligibility.ts';
import type { CheckContext, GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import { rewardMoney } from '../../shared/domain/money.ts';
import { need, passes, shareFact } from '../../shared/domain/threshold.ts';
import { voteRuleFor, withOverrides, withVariant } from '../../shared/rules/catalogue.ts';
import { contextOf, groupFacts, members, personFacts, ruleSet } from '../support/facts.ts';
import { awardsOf, initiativeOf, ratingsOf } from '../support/history.ts';

const now = '2025-2026';
const nd90 = contextOf(now);
const nd233 = contextOf('2026-2027');

function person(titleId: string, change: Partial<PersonFacts> = {}, context: CheckContext = nd90): Verdict {
  return checkPerson({ titleId, facts: personFacts(change), context });
}
function group(titleId: string, change: Partial<GroupFacts> = {}): Verdict {
  return checkGroup({ titleId, facts: groupFacts(change), context: nd90 });
}
function route(verdict: Verdict, id: string): string | undefined {
  return verdict.routes.find((one) => one.id === id)?.state;
}

const excellent = { rating: { level: 'HTXS', state: 'decided' } } as const;
const good = { rating: { level: 'HTT', state: 'decided' } } as const;
const reprimand = { form: 'REPRIMAND', from: '2025-11-03', to: null, linkedToDuty: null } as const;
const ballot = voteRuleFor({ ruleSet: nd90.ruleSet, titleId: 'CSTDCS' }).value;

describe('the vectors of the reference', () => {
  it('1: HTT alone', () => {
    expect([person('LDTT').eligibility, person('CSTDCS').eligibility]).toEqual(['yes', 'no']);
  });
  it('2: an initiative of this year', () => {
    expect(person('CSTDCS', { initiatives: [initiativeOf(now, 0)] }).eligibility).toBe('yes');
  });
  it('3, 4: HTXS without an initiative, and the wording of the draft', () => {
    expect(person('CSTDCS', excellent).eligibility).toBe('yes');
    const set = withVariant({ ruleSet: nd233.ruleSet, titleId: 'CSTDCS', variantId: 'CSTDCS_2026' });
    expect(person('CSTDCS', excellent, { ...nd233, ruleSet: set }).eligibility).toBe('no');
  });
  it('5: a recruit of five months, unless months under contract make six (T1b)', () => {
    expect(person('LDTT', { joinedOn: '2026-01-01' }).failed).toEqual(['T1']);
    const counted = person('LDTT', { joinedOn: '2026-01-01', contractBefore: { months: 8, days: 0 } });
    expect(counted.eligibility).toBe('yes');
    expect(counted.conditions.find(({ ruleId }) => ruleId === 'T1')?.fact).toContain(
      'tính cả 8 tháng hợp đồng',
    );
    expect(person('LDTT', { joinedOn: '2026-07-01', contractBefore: { months: 8, days: 0 } }).failed).toEqual(
      ['T1'],
    );
  });
  it('6: maternity', () => {
    const absences = [{ kind: 'MATERNITY', from: '2025-10-01', to: '2026-03-31' }] as const;
    expect(person('LDTT', { absences }).eligibility).toBe('yes');
  });
  it('7, 8: sick for four months under either decree', () => {
    expect(
      person('LDTT', { absences: [{ kind: 'SICK', from: '2025-09-01', to: '2025-12-31' }] }).failed,
    ).toEqual(['T5']);
    const absences = [{ kind: 'SICK', from: '2026-09-01', to: '2026-12-31' }] as const;
    expect(person('LDTT', { absences }, nd233).eligibility).toBe('yes');
  });
  it('9, 10: a reprimand under either decree; a misconduct counted in another year is not counted again (B3c)', () => {
    expect(person('LDTT', { disciplines: [reprimand] }).failed).toEqual(['B3']);
    const later = { ...reprimand, from: '2026-11-03' };
    expect(person('LDTT', { disciplines: [later] }, nd233)).toMatchObject({
      eligibility: 'needs-person',
      failed: [],
    });
    const counted = { ...reprimand, to: '2026-04-01', countedInYear: '2024-2025' };
    expect(person('LDTT', { disciplines: [counted] }).eligibility).toBe('yes');
  });
  it('11: a complaint being verified postpones every award and fails none', () => {
    const pendingMatters = [{ kind: 'COMPLAINT', from: '2026-04-01', to: null }] as const;
    for (const titleId of ['LDTT', 'CSTD_TP', 'BK_TP', 'HCLD3', 'KNC_GD', 'NGUT']) {
      const verdict = person(titleId, { ...excellent, pendingMatters });
      expect(verdict.conditions.find(({ ruleId }) => ruleId === 'B1')?.state).toBe('postponed');
      if (titleId === 'LDTT') expect(verdict).toMatchObject({ postponed: true, eligibility: 'needs-person' });
    }
    expect(person('BK_TP', { pendingMatters })).toMatchObject({ postponed: true, failed: [] });
  });
  it('12, 13, 14, 26: shares of all members, written opinions counted, invalid papers not', () => {
    expect(need({ ...ballot, base: 17 })).toBe(14);
    expect(passes({ ...ballot, base: 17, agree: 13 + 1 })).toBe(true);
    expect(shareFact({ ...ballot, base: 17, agree: 14 })).toContain('82,35 %');
    expect(passes({ ...ballot, base: 17, agree: 13 })).toBe(false);
    expect(passes({ ...ballot, base: 15, agree: 12 })).toBe(true);
    expect(shareFact({ ...ballot, base: 15, agree: 12 })).toContain('= 80 %');
  });
  it('15, 16: shares of LĐTT', () => {
    expect(group('TTLDTT', { ...good, members: members({ count: 10, ldtt: 7 }) }).eligibility).toBe('yes');
    expect(group('TTLDTT', { ...good, members: members({ count: 13, ldtt: 9 }) }).failed).toEqual([
      'ldtt-share',
    ]);
  });
  it('17, 18, 19: a person KHT, no CSTĐCS, a warned member', () => {
    const [first, ...rest] = members({ count: 12, ldtt: 10, cstdcs: 1 }).toReversed();
    if (first === undefined) throw new Error('twelve members');
    expect(group('TTLDXS', { members: [{ ...first, rating: 'KHT' }, ...rest] }).failed).toEqual([
      'member-rating',
    ]);
    expect(group('TTLDXS', { members: members({ count: 10, ldtt: 8 }) }).failed).toEqual(['has-cstdcs']);
    const warned = { ...first, disciplines: [{ ...reprimand, form: 'WARNING' as const }] };
    expect(group('TTLDTT', { members: [warned, ...rest] }).failed).toEqual(['B4']);
  });
  it('20: CSTĐCS with a gap is no row of three', () => {
    const awards = awardsOf(now, 'CSTDCS', 0, 2, 3);
    expect(person('CSTD_TP', { awards }).failed).toEqual(['chain', 'wide-effect']);
    expect(person('CSTD_TP', { awards: awardsOf(now, 'CSTDCS', 0, 1, 2) }).failed).toEqual(['wide-effect']);
  });
  it('21: CSTĐCS twice in a row opens R4 of the Bằng khen', () => {
    const verdict = person('BK_TP', { awards: awardsOf(now, 'CSTDCS', 0, 1) });
    expect([route(verdict, 'R4'), verdict.eligibility]).toEqual(['passed', 'yes']);
    expect(verdict.routes.find(({ nearest }) => nearest)?.id).toBe('R4');
  });
  it('22: a themed Bằng khen is no ground for merit, and the warning says so', () => {
    const years = {
      ...good,
      pastRatings: ratingsOf(now, 'HTT', 'HTT', 'HTT', 'HTT'),
      awards: [
        ...awardsOf(now, 'CSTDCS', 0, 1, 2),
        ...awardsOf(now, 'BK_TP', 3).map((one) => ({
          ...one,
          rewardType: 'MOVEMENT' as const,
          themed: true,
        })),
      ],
    };
    const verdict = person('BK_TTG', years);
    expect(verdict.warnings.map(({ id }) => id)).toEqual(['B6']);
    expect(route(verdict, 'R2')).toBe('failed');
    const merit = person('BK_TTG', { ...years, awards: [...years.awards, ...awardsOf(now, 'BK_TP', 4)] });
    expect([route(merit, 'R2'), merit.eligibility]).toEqual(['passed', 'yes']);
    const unknown = years.awards.map(({ rewardType: _, themed: __, ...one }) => one);
    expect(route(person('BK_TTG', { ...years, awards: unknown }), 'R2')).toBe('to-be-judged');
  });
  it('23: forty people rated HTT or higher, by either reading of the base', () => {
    const counts = { rated: { HTXS: 8, HTT: 32, HT: 0, KHT: 0 }, unitExcellent: false };
    expect(excellentCeiling({ counts, ruleSet: ruleSet('2026-12-01') }).most).toBe(6);
    const source = 'Quy chế đánh giá số 21/QC ngày 20/11/2026';
    const inclusive = withOverrides({
      ruleSet: ruleSet('2026-12-01'),
      overrides: { switches: { htxsBaseInclusive: { value: true, source } } },
    });
    expect(excellentCeiling({ counts, ruleSet: inclusive }).most).toBe(8);
  });
  it('24, 25: the base salary of the day of the decision, rounded up to ten thousands', () => {
    const july = { titleId: 'LDTT', object: 'PERSON', decisionDate: '2026-07-15' } as const;
    expect(rewardMoney(july)).toMatchObject({ amount: 760_000, exact: 759_000 });
    const june = { ...july, decisionDate: '2026-06-20' } as const;
    expect(rewardMoney(june)).toMatchObject({ amount: 710_000, exact: 702_000 });
  });
  it('27: an initiative used for CSTĐCS and again for the Bằng khen', () => {
    const used = initiativeOf(now, 1, { usedFor: [{ titleId: 'CSTDCS', schoolYear: '2024-2025' }] });
    const facts = {
      ...excellent,
      pastRatings: ratingsOf(now, 'HTXS'),
      initiatives: [initiativeOf(now, 0), used],
    };
    const verdict = person('BK_TP', facts);
    expect([route(verdict, 'R5'), verdict.warnings.map(({ id }) => id)]).toEqual(['passed', ['B9']]);
    expect(verdict.eligibility).toBe('yes');
  });
});
