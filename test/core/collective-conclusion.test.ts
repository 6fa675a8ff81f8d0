/** A tổ is judged by what the council just voted for its people, and by what was recorded of them. */
import { describe, expect, it } from 'vitest';
import { coreAt } from '../support/school.ts';

const group = 'Tổ Khoa học xã hội';
const now = '2025-2026';

type School = Awaited<ReturnType<typeof coreAt>>;

async function shareOf({ must, ...school }: School): Promise<string> {
  const { id } = await school.case(group, 'TTLDTT');
  const { conditions } = await must('getCase', { id });
  return conditions.find(({ ruleId }) => ruleId === 'ldtt-share')?.fact ?? '';
}

describe('a tổ after the vote on its people', () => {
  it('reads their votes before the meeting is closed, is called stale until then, and can be proposed', async () => {
    const school = await coreAt('sealed');
    const { must } = school;
    const { id, groupId } = await school.case(group, 'TTLDTT');
    expect(await shareOf(school)).toContain('chờ Hội đồng kết luận');
    expect(await must('listStaleCases', {})).toContain(id);
    await must('saveCollectiveYear', {
      groupId: groupId ?? '',
      schoolYear: now,
      rating: 'HTT',
      state: 'decided',
      decidedOn: '2026-05-20',
      decisionNumber: '1/QĐ',
      clusterRank: null,
    });
    for (const ruleId of ['B1', 'group-movement', 'group-unity'])
      await must('judgeCondition', { caseId: id, ruleId, answer: 'pass', reason: 'Biên bản họp tổ' });
    expect(await must('listStaleCases', {})).not.toContain(id);
    expect(await shareOf(school)).toMatch(/theo số Hội đồng đề nghị: \d+\/\d+ = \d/);
    expect((await school.case(group, 'TTLDTT')).eligibility).toBe('yes');
    await must('saveHands', { votes: [{ caseId: id, agree: 8, disagree: 0, abstain: 0 }] });
    await must('concludeMeeting', { undealtBecause: 'Các hồ sơ còn lại xét ở phiên sau' });
    expect((await school.case(group, 'TTLDTT')).outcome).toBe('proposed');
  });

  it('is concluded on what was just voted, though nobody pressed for a check', async () => {
    const school = await coreAt('sealed');
    const { must } = school;
    expect(await must('listStaleCases', {})).not.toEqual([]);
    await must('concludeMeeting', { undealtBecause: 'Các hồ sơ còn lại xét ở phiên sau' });
    const share = await shareOf(school);
    expect(share).not.toContain('chờ Hội đồng kết luận');
    expect(share).toMatch(/theo số Hội đồng đề nghị/);
  });

  it('counts an award of the year that was recorded', async () => {
    const school = await coreAt('sealed');
    const { must } = school;
    const { id } = await school.case(group, 'TTLDTT');
    await must('checkCases', { caseIds: [id] });
    const before = /(\d+)\/(\d+)/.exec(await shareOf(school));
    const own = (await must('listPeople', {})).filter(({ groupName }) => groupName === group);
    const cases = await must('listCases', {});
    const others = own.filter(
      (one) =>
        !cases.some((row) => row.personId === one.id && row.titleId === 'LDTT' && row.eligibility === 'yes'),
    );
    const [person] = others;
    if (person === undefined) throw new Error('Everybody of the tổ was voted through.');
    await must('saveAward', {
      id: null,
      personId: person.id,
      schoolYear: now,
      titleId: 'LDTT',
      name: 'LĐTT',
      decisionNumber: '15/QĐ-UBND',
      decisionDate: '2026-05-20',
      issuer: '',
      rewardType: null,
      themed: null,
      achievement: '',
      cancelled: null,
    });
    await must('checkCases', { caseIds: [id] });
    const after = await shareOf(school);
    expect(after).toContain('(trong đó 1 đã có quyết định)');
    expect(Number(/(\d+)\/(\d+) =/.exec(after)?.[1])).toBe(Number(before?.[1]) + 1);
  });
});

describe('a teacher who came from another school', () => {
  it('is asked about the years there, not refused for them', async () => {
    const school = await coreAt('imported');
    const { must } = school;
    const { id: personId } = await school.person('3100700042');
    await must('saveCareer', {
      id: null,
      personId,
      kind: 'OTHER_UNIT',
      from: '2015-09-01',
      to: '2025-08-31',
      unit: 'Trường THCS Hoa Sen',
      commentReceived: true,
    });
    const { id } = await must('registerCase', {
      personId,
      groupId: null,
      pupilId: null,
      titleId: 'CSTD_TP',
      registeredOn: '2025-10-10',
    });
    await must('saveAward', {
      id: null,
      personId,
      schoolYear: now,
      titleId: 'CSTDCS',
      name: 'CSTĐCS',
      decisionNumber: '16/QĐ-UBND',
      decisionDate: '2026-05-20',
      issuer: '',
      rewardType: null,
      themed: null,
      achievement: '',
      cancelled: null,
    });
    await must('checkCases', { caseIds: [id] });
    const { conditions } = await must('getCase', { id });
    expect(conditions.find(({ ruleId }) => ruleId === 'chain')?.state).toBe('to-be-judged');
  });
});

describe('a tổ whose earlier awards nobody listed', () => {
  async function chainOf(school: School, awarded: readonly (readonly [string, string])[]): Promise<string> {
    const { must } = school;
    const groups = new Map((await must('listGroups', {})).map(({ id, name }) => [name, id]));
    const groupId = groups.get(group) ?? '';
    for (const schoolYear of ['2021-2022', '2022-2023', '2023-2024', '2024-2025', now])
      await must('saveCollectiveYear', {
        ...{ groupId, schoolYear, rating: 'HTT', state: 'decided', decidedOn: null },
        ...{ decisionNumber: '', clusterRank: null },
      });
    for (const [name, schoolYear] of awarded)
      await must('saveCollectiveAward', {
        ...{ id: null, groupId: groups.get(name) ?? '', schoolYear, titleId: 'TTLDXS', name: 'TTLĐXS' },
        ...{ decisionNumber: '1/QĐ', decisionDate: null, issuer: '', rewardType: null, themed: null },
        ...{ achievement: '', cancelled: null },
      });
    const { id } = await must('registerCase', {
      ...{ personId: null, groupId, pupilId: null, titleId: 'BK_TP', registeredOn: '2025-10-10' },
    });
    await must('checkCases', { caseIds: [id] });
    const { routes } = await must('getCase', { id });
    const step = routes.flatMap(({ steps }) => steps).find(({ fact }) => fact.includes('năm liên tục'));
    return step?.state ?? '';
  }

  it('is asked about those years, however many of its ratings are recorded', async () => {
    const school = await coreAt('imported');
    expect(await chainOf(school, [[group, now]])).toBe('to-be-judged');
  });

  it('was not given what the lists of its years name others for', async () => {
    const school = await coreAt('imported');
    const others = (await school.must('listGroups', {})).filter(({ name }) => name !== group).slice(0, 2);
    const listed = others.map(({ name }) => [name, '2023-2024'] as const);
    expect(await chainOf(school, [[group, now], ...listed])).toBe('failed');
  });
});
