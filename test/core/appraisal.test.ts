import { describe, expect, it } from 'vitest';
import { codeOf, coreAt } from '../support/school.ts';

const reason = 'Hội đồng đã xem xét minh chứng';
const group = ['Tổ Toán - Công nghệ', 'TTLDTT'] as const;

describe('appraisal', () => {
  it('gives every case a verdict with its reasons, articles and facts', async () => {
    const { must } = await coreAt('checked');
    const cases = await must('listCases', {});
    expect(cases.every(({ eligibility }) => eligibility !== null)).toBe(true);
    for (const { id, eligibility, failed } of cases) {
      const { conditions, ruleSetName, factsChanged, history } = await must('getCase', { id });
      expect(factsChanged).toBe(false);
      expect(ruleSetName).not.toBe('');
      expect(history.at(-1)?.state).toBe('CHECKED');
      expect(conditions.length).toBeGreaterThan(0);
      for (const { sentence, citation } of conditions) expect([sentence, citation]).not.toContain('');
      expect(
        conditions
          .filter(({ state }) => state === 'failed')
          .map(({ ruleId }) => ruleId)
          .sort(),
      ).toEqual([...failed].sort());
      if (eligibility === 'no') expect(failed).not.toEqual([]);
    }
  });

  it('waits for people where no fact decides, and follows what they say', async () => {
    const school = await coreAt('checked');
    const { id } = await school.case(...group);
    const open = (await school.must('getCase', { id })).conditions.filter(
      ({ state }) => state === 'to-be-judged',
    );
    expect(open.length).toBeGreaterThan(0);
    for (const { ruleId } of open) {
      await school.must('judgeCondition', { caseId: id, ruleId, answer: 'pass', reason });
    }
    const judged = await school.must('getCase', { id });
    const first = open[0]?.ruleId ?? '';
    expect(judged.conditions.find(({ ruleId }) => ruleId === first)).toMatchObject({
      state: 'passed',
      judgement: { answer: 'pass', reason },
    });
    await school.must('judgeCondition', { caseId: id, ruleId: first, answer: 'fail', reason });
    expect(await school.case(...group)).toMatchObject({
      eligibility: 'no',
      failed: expect.arrayContaining([first]) as string[],
    });
    await school.must('judgeCondition', { caseId: id, ruleId: first, answer: null, reason });
    expect((await school.case(...group)).eligibility).toBe('needs-person');
  });

  it('keeps the rules’ verdict beside what the council decided instead', async () => {
    const school = await coreAt('checked');
    const { id, eligibility, failed } = await school.case('3100700001', 'CSTDCS');
    expect(eligibility).toBe('no');
    await school.must('overruleVerdict', { caseId: id, eligibility: 'yes', reason });
    expect(await school.case('3100700001', 'CSTDCS')).toMatchObject({
      eligibility: 'no',
      failed,
      overruled: { eligibility: 'yes', reason },
    });
    await school.must('checkCases', {});
    expect((await school.case('3100700001', 'CSTDCS')).overruled).toEqual({ eligibility: 'yes', reason });
    await school.must('overruleVerdict', { caseId: id, eligibility: null, reason });
    expect((await school.case('3100700001', 'CSTDCS')).overruled).toBe(null);
  });

  it('says when a fact changed after it, and changes no verdict by itself', async () => {
    const school = await coreAt('checked');
    const row = await school.case('3100700042', 'LDTT');
    const personId = row.personId ?? '';
    await school.must('saveRating', { personId, schoolYear: '2025-2026', rating: 'KHT', state: 'decided' });
    expect(await school.must('getCase', { id: row.id })).toMatchObject({
      factsChanged: true,
      eligibility: row.eligibility,
    });
    await school.must('checkCases', {});
    expect(await school.must('getCase', { id: row.id })).toMatchObject({
      factsChanged: false,
      eligibility: 'no',
    });
  });

  it('tells the ways to a reward, and takes an answer to one step of one way', async () => {
    const school = await coreAt('checked');
    const { personId } = await school.case('3100700001', 'CSTDCS');
    const input = { personId, groupId: null, titleId: 'BK_TTG', registeredOn: '2025-10-10' };
    const { id } = await school.must('registerCase', input);
    await school.must('checkCases', {});
    const before = await school.must('getCase', { id });
    expect(before).toMatchObject({ eligibility: 'needs-person', factsChanged: false });
    expect(before.routes.map((route) => route.id)).toEqual(['R1', 'R2', 'R3', 'R4']);
    expect(before.routes.filter(({ nearest }) => nearest)).toHaveLength(1);
    for (const ruleId of ['exemplary', 'R3'])
      await school.must('judgeCondition', { caseId: id, ruleId, answer: 'pass', reason });
    const after = await school.must('getCase', { id });
    expect(after).toMatchObject({ eligibility: 'yes', factsChanged: false });
    expect(after.routes.find((route) => route.id === 'R3')).toMatchObject({
      state: 'passed',
      nearest: true,
      steps: [{ judgement: { answer: 'pass', reason } }],
    });
  });

  it('no longer touches a case whose vote has begun', async () => {
    const school = await coreAt('counting');
    const { id, personId, eligibility } = await school.case('3100700004', 'CSTDCS');
    await school.must('saveRating', {
      personId: personId ?? '',
      schoolYear: '2025-2026',
      rating: 'KHT',
      state: 'decided',
    });
    await school.must('checkCases', {});
    expect((await school.case('3100700004', 'CSTDCS')).eligibility).toBe(eligibility);
    const input = { caseId: id, eligibility: 'no', reason } as const;
    expect(codeOf(await school.call('overruleVerdict', input))).toBe('wrong-state');
  });
});
