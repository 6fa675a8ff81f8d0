/** What the law asks before any of the ways to an award; a rating that is only proposed; the papers that are asked for. */
import { describe, expect, it } from 'vitest';
import { checkGroup, checkPerson, checkPupil, type Verdict } from '../../shared/domain/eligibility.ts';
import { awardPapers } from '../../shared/rules/papers.ts';
import { contextOf, groupFacts, personFacts } from '../support/facts.ts';
import { judgedFail, judgedPass } from '../support/history.ts';

const context = contextOf('2025-2026');
const rewards = ['BK_TP', 'BK_BO', 'BK_TTG', 'HCLD3', 'HCLD2', 'HCLD1'] as const;
const articles = { BK_TP: 74, BK_BO: 74, BK_TTG: 73, HCLD3: 44, HCLD2: 43, HCLD1: 42 } as const;

function condition(verdict: Verdict, id: string) {
  return verdict.conditions.find(({ ruleId }) => ruleId === id);
}

describe('what comes before the ways', () => {
  it.each(rewards)('%s asks that a person is a model, and that a collective is united', (titleId) => {
    const oneWay = judgedPass('routes');
    const person = checkPerson({ titleId, facts: personFacts({ judgements: oneWay }), context });
    expect(condition(person, 'exemplary')).toMatchObject({ state: 'to-be-judged' });
    expect(condition(person, 'exemplary')?.citation).toContain(`khoản 1 Điều ${articles[titleId]}`);
    const refused = { ...oneWay, ...judgedFail('exemplary') };
    expect(checkPerson({ titleId, facts: personFacts({ judgements: refused }), context }).failed).toEqual([
      'exemplary',
    ]);
    const group = checkGroup({ titleId, facts: groupFacts({ judgements: oneWay }), context });
    expect(condition(group, 'unity')).toMatchObject({ state: 'to-be-judged' });
    expect(condition(group, 'unity')?.citation).toContain(`Điều ${articles[titleId]}`);
    expect(condition(group, 'exemplary')).toBeUndefined();
  });
  it('NGND asks for points a and b of khoản 2 Điều 64', () => {
    const verdict = checkPerson({ titleId: 'NGND', facts: personFacts(), context });
    expect(condition(verdict, 'ethics')).toMatchObject({ state: 'to-be-judged' });
    expect(condition(verdict, 'ethics')?.citation).toContain('điểm a, điểm b khoản 2 Điều 64');
  });
  it('a pupil keeps the rules, by the circular of the day', () => {
    const facts = { pupilId: 'h1', name: 'Lê Minh Mẫu', className: '6A', judgements: judgedPass('R4') };
    const verdict = checkPupil({ titleId: 'GK_HT_HS', facts, context });
    expect(verdict.eligibility).toBe('needs-person');
    expect(condition(verdict, 'conduct')?.citation).toContain('07/2026');
    const before = { ...context, meetingDate: '2026-04-01' };
    const earlier = checkPupil({ titleId: 'GK_HT_HS', facts, context: before });
    expect(condition(earlier, 'conduct')?.citation).toContain('khoản 2 Điều 11');
  });
});

describe('a rating that is only proposed', () => {
  const proposed = { level: 'HTXS', state: 'proposed' } as const;
  it('makes the yes a conditional one, and is told', () => {
    const verdict = checkPerson({ titleId: 'CSTDCS', facts: personFacts({ rating: proposed }), context });
    expect(verdict.eligibility).toBe('yes');
    expect(verdict.summary).toContain('nếu mức xếp loại được quyết định đúng như đề xuất');
    expect(verdict.warnings.map(({ id, text }) => [id, text.includes('mới là đề xuất')])).toEqual([
      ['T10', true],
    ]);
    const decided = personFacts({ rating: { ...proposed, state: 'decided' } });
    expect(checkPerson({ titleId: 'CSTDCS', facts: decided, context })).toMatchObject({
      summary: 'Đủ điều kiện đề nghị danh hiệu Chiến sĩ thi đua cơ sở.',
      warnings: [],
    });
  });
  it('is told of a collective, and not where no rating is read', () => {
    const group = checkGroup({ titleId: 'TTLDTT', facts: groupFacts({ rating: proposed }), context });
    expect(group.warnings.map(({ id }) => id)).toEqual(['T10']);
    const medal = checkPerson({ titleId: 'KNC_GD', facts: personFacts({ rating: proposed }), context });
    expect(medal.warnings).toEqual([]);
  });
});

describe('papers', () => {
  it('take the report of a collective where one is put forward, and of everybody for LĐTT', () => {
    for (const titleId of rewards)
      expect(awardPapers[titleId]?.reportForm).toEqual({ PERSON: '05', GROUP: '04' });
    expect(awardPapers['CSTDCS']?.reportForm.PERSON).toBe('05');
    expect(awardPapers['LDTT']?.items).toEqual(['D1', 'D2', 'D3', 'D7']);
  });
});
