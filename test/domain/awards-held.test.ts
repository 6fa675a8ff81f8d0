/** Awards of several years: given twice in a row, given before the list begins, entered twice, given for a theme. */
import { describe, expect, it } from 'vitest';
import { isSameAward } from '../../shared/domain/awards-held.ts';
import { checkGroup, checkPerson, type Verdict } from '../../shared/domain/eligibility.ts';
import type { GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import { suggestTitles } from '../../shared/domain/suggestions.ts';
import { contextOf, groupFacts, personFacts } from '../support/facts.ts';
import { awardsOf, initiativeOf, judgedPass, ratingsOf, yearBefore } from '../support/history.ts';

const now = '2025-2026';
const context = contextOf(now);

function person(titleId: string, change: Partial<PersonFacts>): Verdict {
  return checkPerson({ titleId, facts: personFacts(change), context });
}
function group(titleId: string, change: Partial<GroupFacts>): Verdict {
  return checkGroup({ titleId, facts: groupFacts(change), context });
}
function stateOf(verdict: Verdict, id: string): string | undefined {
  const step = verdict.routes.flatMap(({ steps }) => steps).find((one) => one.id === id);
  return (verdict.conditions.find(({ ruleId }) => ruleId === id) ?? step)?.state;
}

describe('02 lần liên tục of Chiến sĩ thi đua toàn quốc', () => {
  const nothing = { awardsThisYear: {} } as const;
  function chain(change: Partial<PersonFacts>): string | undefined {
    return stateOf(person('CSTD_TQ', { ...nothing, ...change }), 'chain');
  }
  const fighter = (...before: readonly number[]) => awardsOf(now, 'CSTDCS', ...before);
  const city = (...before: readonly number[]) => awardsOf(now, 'CSTD_TP', ...before);

  it('passes the city title of two successive clusters of three years with nothing broken between', () => {
    expect(chain({ awards: [...city(0, 3), ...fighter(0, 1, 2, 3, 4, 5)] })).toBe('passed');
    expect(chain({ awards: [...city(1, 4), ...fighter(1, 2, 3, 4)] })).toBe('passed');
    expect(chain({ awards: [...awardsOf(now, 'CSTD_BO', 0), ...city(3), ...fighter(1, 2)] })).toBe('passed');
    const listedOnly = { awards: [...city(3), ...fighter(0, 1, 2)], awardsThisYear: { CSTD_TP: 'decided' } };
    expect(chain(listedOnly as Partial<PersonFacts>)).toBe('passed');
  });
  it('asks about two with a gap between, and names the year', () => {
    const verdict = person('CSTD_TQ', { ...nothing, awards: [...city(0, 3), ...fighter(0, 2, 3)] });
    expect(stateOf(verdict, 'chain')).toBe('to-be-judged');
    expect(verdict.conditions.find(({ ruleId }) => ruleId === 'chain')?.missing).toContain('2024 - 2025');
    expect(chain({ awards: city(0, 6) })).toBe('to-be-judged');
    const between = { form: 'WARNING', from: '2023-09-05', to: '2024-09-04', linkedToDuty: true } as const;
    expect(chain({ awards: [...city(0, 3), ...fighter(0, 1, 2, 3)], disciplines: [between] })).not.toBe(
      'passed',
    );
  });
  it('asks while the second may still come or may be older than the list, and refuses one alone', () => {
    expect(chain({ awards: city(0) })).toBe('failed');
    expect(chain({ awards: city(3), awardsThisYear: { CSTD_TP: 'proposed' } })).toBe('to-be-judged');
    expect(chain({ awards: city(0), awardsKnownFrom: yearBefore(now, 2) })).toBe('to-be-judged');
  });
});

describe('an award from before the list begins', () => {
  const from = { awardsKnownFrom: yearBefore(now, 2), awardsThisYear: {} } as const;
  it('is asked about and not refused', () => {
    const ratings = ratingsOf(now, 'HTT', 'HTT', 'HTT', 'HTT');
    const facts = { pastRatings: ratings, awards: awardsOf(now, 'CSTDCS', 0, 1, 2) };
    expect(stateOf(person('BK_TTG', { ...facts, ...from }), 'R2-award')).toBe('to-be-judged');
    expect(stateOf(person('BK_TTG', { ...facts, awardsThisYear: {} }), 'R2-award')).toBe('failed');
    expect(stateOf(person('HCLD3', { ...facts, ...from }), 'R1-chain')).toBe('to-be-judged');
    expect(stateOf(person('NGND', from), 'award-before')).toBe('to-be-judged');
  });
  it('does not help where the years since are broken', () => {
    const ratings = ratingsOf(now, 'HTT', 'KHT', 'HTT', 'HTT');
    expect(stateOf(person('HCLD3', { pastRatings: ratings, ...from }), 'R1-chain')).toBe('failed');
  });
  it('makes nobody a candidate for what must follow it', () => {
    const names = suggestTitles({ facts: personFacts(from), context }).map(({ titleId }) => titleId);
    expect(names).not.toContain('NGND');
    expect(names).not.toContain('CSTD_TQ');
  });
});

describe('an award that was entered twice', () => {
  const four = ratingsOf(now, 'HTXS', 'HTXS', 'HTXS', 'HTXS');
  const facts = { pastRatings: four, awardsThisYear: {}, pendingMatters: [] };
  const older = awardsOf(now, 'BK_TP', 5);
  const [once] = awardsOf(now, 'BK_TP', 2);
  if (once === undefined) throw new Error('no award');

  it('counts once: a reward by its decision, a title by its year', () => {
    const twice = group('BK_TTG', {
      ...facts,
      awards: [...older, once, { ...once, decisionNumber: ' 3 / qđ' }],
    });
    expect(stateOf(twice, 'R6-chain')).toBe('failed');
    const unnumbered = group('BK_TTG', {
      ...facts,
      awards: [...older, once, { ...once, decisionNumber: null }],
    });
    expect(stateOf(unnumbered, 'R6-chain')).toBe('failed');
    const two = group('BK_TTG', { ...facts, awards: [...older, once, { ...once, decisionNumber: '9/QĐ' }] });
    expect(stateOf(two, 'R6-chain')).toBe('passed');
    const flags = awardsOf(now, 'CO_TP', 1);
    const doubled = [
      ...awardsOf(now, 'BK_TTG', 5),
      ...flags,
      ...flags.map((flag) => ({ ...flag, decisionNumber: '8/QĐ' })),
    ];
    const order = group('HCLD3', {
      ...facts,
      receivesFlags: true,
      establishedOn: '2000-09-05',
      awards: doubled,
    });
    expect(stateOf(order, 'R1-chain')).toBe('failed');
  });
  it('is known again by title, year and number', () => {
    expect(isSameAward(once, { ...once, decisionNumber: '3/qđ' })).toBe(true);
    expect(isSameAward(once, { ...once, decisionNumber: '4/QĐ' })).toBe(false);
    expect(isSameAward(once, { ...once, schoolYear: yearBefore(now, 3) })).toBe(false);
    expect(
      isSameAward({ ...once, titleId: 'CSTDCS' }, { ...once, titleId: 'CSTDCS', decisionNumber: '4/QĐ' }),
    ).toBe(true);
  });
  it('holds of initiatives and of research too', () => {
    const excellent = {
      rating: { level: 'HTXS', state: 'decided' },
      pastRatings: ratingsOf(now, 'HTXS'),
    } as const;
    const [first, again] = [
      initiativeOf(now, 0, { name: 'Học liệu số' }),
      initiativeOf(now, 0, { name: 'học liệu  SỐ' }),
    ];
    expect(stateOf(person('BK_TP', { ...excellent, initiatives: [first, again] }), 'R5-initiatives')).toBe(
      'failed',
    );
    const work = { schoolYear: now, name: 'Đề tài A', accepted: true, decisionNumber: '1/QĐ' };
    const research = [work, { ...work, name: 'đề tài  a' }];
    expect(stateOf(person('BK_TP', { ...excellent, research }), 'R5-initiatives')).toBe('failed');
    const others = [work, { ...work, name: 'Đề tài B' }];
    expect(stateOf(person('BK_TP', { ...excellent, research: others }), 'R5-initiatives')).toBe('passed');
  });
});

describe('a flag for a theme (NĐ 152/2025, điều 4 khoản 3)', () => {
  it('is no ground for a reward for merit, and is told', () => {
    const four = ratingsOf(now, 'HTXS', 'HTXS', 'HTXS', 'HTXS');
    const base = { pastRatings: four, awardsThisYear: {}, pendingMatters: [] };
    const flag = awardsOf(now, 'CO_TP', 2);
    const awards = [...awardsOf(now, 'BK_TP', 5), ...flag];
    expect(stateOf(group('BK_TTG', { ...base, awards }), 'R6-chain')).toBe('passed');
    const themed = awards.map((one) => ({
      ...one,
      themed: one.titleId === 'CO_TP',
      rewardType: 'MOVEMENT' as const,
    }));
    const verdict = group('BK_TTG', { ...base, awards: themed });
    expect(stateOf(verdict, 'R6-chain')).toBe('failed');
    expect(verdict.warnings.map(({ id }) => id)).toContain('B6');
  });
});

describe('the effect of an initiative', () => {
  it('is the city’s to recognise: what the ministry certified is asked', () => {
    const awards = awardsOf(now, 'CSTDCS', 0, 1, 2);
    function state(scope: 'CITY' | 'MINISTRY' | 'NATION' | 'BASE'): string | undefined {
      const initiatives = [initiativeOf(now, 1, { effect: { scope, number: '7/XN' } })];
      return stateOf(person('CSTD_TP', { awards, initiatives }), 'wide-effect');
    }
    expect([state('CITY'), state('NATION'), state('MINISTRY'), state('BASE')]).toEqual([
      'passed',
      'passed',
      'to-be-judged',
      'failed',
    ]);
    const work = {
      schoolYear: now,
      name: 'Đề tài',
      accepted: true,
      decisionNumber: '1/QĐ',
      scope: 'MINISTRY',
    } as const;
    expect(stateOf(person('CSTD_TP', { awards, research: [work] }), 'wide-effect')).toBe('to-be-judged');
    const answered = person('CSTD_TP', {
      awards,
      research: [work],
      judgements: judgedPass('wide-effect', 'outstanding'),
    });
    expect(answered.eligibility).toBe('yes');
  });
});
