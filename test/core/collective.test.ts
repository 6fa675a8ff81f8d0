import { describe, expect, it } from 'vitest';
import { codeOf, coreAt } from '../support/school.ts';

const award = {
  id: null,
  decisionNumber: '31/QĐ-UBND',
  decisionDate: '2025-07-03',
  issuer: 'Chủ tịch UBND xã',
  rewardType: null,
  themed: null,
  achievement: '',
  cancelled: null,
} as const;
const rated = {
  rating: 'HTXS',
  state: 'decided',
  decidedOn: '2026-05-20',
  decisionNumber: '12/QĐ',
  clusterRank: 1,
} as const;

async function begun(titleId: string) {
  const school = await coreAt('imported');
  const [group] = await school.must('listGroups', {});
  if (group === undefined) throw new Error('the sample has tổ');
  const known = (await school.must('listCases', {})).find(
    (row) => row.groupId === group.id && row.titleId === titleId,
  );
  const { id } =
    known ??
    (await school.must('registerCase', {
      personId: null,
      groupId: group.id,
      titleId,
      registeredOn: '2025-10-01',
    }));
  return {
    ...school,
    groupId: group.id,
    async check() {
      await school.must('checkCases', { caseIds: [id] });
      return school.must('getCase', { id });
    },
  };
}

function stateOf(
  found: { readonly conditions: readonly { readonly ruleId: string; readonly state: string }[] },
  ruleId: string,
): string | undefined {
  return found.conditions.find((condition) => condition.ruleId === ruleId)?.state;
}

describe('what is known of a tổ', () => {
  it('is asked while nobody entered it, and read once somebody did', async () => {
    const { must, groupId, check } = await begun('CO_TP');
    const before = await check();
    expect([stateOf(before, 'B1'), stateOf(before, 'leading')]).toEqual(['to-be-judged', 'to-be-judged']);
    await must('saveCollectiveYear', { groupId, schoolYear: '2025-2026', ...rated, clusterRank: 2 });
    await must('saveCollectiveMatter', {
      id: null,
      groupId,
      kind: 'COMPLAINT',
      from: '2026-02-01',
      to: null,
      note: '',
    });
    const after = await check();
    expect([stateOf(after, 'B1'), stateOf(after, 'leading')]).toEqual(['postponed', 'failed']);
    const [matter] = (await must('getCollective', { id: groupId })).matters;
    await must('removeCollectiveFact', { kind: 'group-matter', id: matter?.id ?? '', reason: 'Ghi nhầm' });
    await must('saveCollectiveYear', { groupId, schoolYear: '2025-2026', ...rated });
    const first = await check();
    expect([stateOf(first, 'B1'), stateOf(first, 'leading')]).toEqual(['to-be-judged', 'passed']);
  });

  it('makes the rating of the year a fact, and its absence a question', async () => {
    const { must, groupId, check } = await begun('TTLDTT');
    expect(stateOf(await check(), 'group-rating')).toBe('to-be-judged');
    await must('saveCollectiveYear', { groupId, schoolYear: '2025-2026', ...rated, rating: 'HT' });
    expect(stateOf(await check(), 'group-rating')).toBe('failed');
    await must('saveCollectiveYear', {
      groupId,
      schoolYear: '2025-2026',
      ...rated,
      rating: null,
      clusterRank: null,
    });
    expect((await must('getCollective', { id: groupId })).years).toEqual([]);
    expect(stateOf(await check(), 'group-rating')).toBe('to-be-judged');
  });

  it('makes chains of years, and forgets an award that was cancelled', async () => {
    const { must, groupId, check } = await begun('BK_TP');
    for (const schoolYear of ['2024-2025', '2025-2026'])
      await must('saveCollectiveYear', { groupId, schoolYear, ...rated });
    const found = await check();
    const way = found.routes.find(({ steps }) => steps.some(({ state }) => state === 'passed'));
    expect(way?.steps.some(({ fact }) => fact.includes('2 năm liên tục'))).toBe(true);

    const flags = await begun('BK_TTG');
    await flags.must('saveCollectiveAward', {
      ...award,
      groupId: flags.groupId,
      schoolYear: '2019-2020',
      titleId: 'BK_TP',
      name: 'Bằng khen',
      rewardType: 'MERIT',
    });
    const holds = (row: Awaited<ReturnType<typeof flags.check>>) =>
      row.routes.flatMap(({ steps }) => steps).filter(({ fact }) => fact.includes('tính từ sau')).length;
    expect(holds(await flags.check())).toBe(1);
    const [own] = (await flags.must('getCollective', { id: flags.groupId })).awards;
    if (own === undefined) throw new Error('the award was recorded');
    await flags.must('saveCollectiveAward', {
      ...own,
      groupId: flags.groupId,
      cancelled: { number: '9/QĐ-UBND', date: '2025-01-02' },
    });
    expect(holds(await flags.check())).toBe(0);
  });

  it('is told when an achievement was rewarded already', async () => {
    const { must, groupId, check } = await begun('BK_TP');
    await must('saveCollectiveAward', {
      ...award,
      groupId,
      schoolYear: '2025-2026',
      titleId: 'GK_XA',
      name: 'Giấy khen',
      rewardType: 'SUDDEN',
      achievement: 'Cứu học sinh trong  mưa lũ',
    });
    const found = await check();
    expect(found.warnings.map(({ id }) => id)).not.toContain('B5');
    await must('saveAchievement', { caseId: found.id, achievement: 'cứu học sinh trong mưa lũ' });
    expect((await must('getCase', { id: found.id })).factsChanged).toBe(true);
    expect((await check()).warnings.map(({ id }) => id)).toContain('B5');
  });

  it('is of that tổ, and gives no order of days that cannot be', async () => {
    const { must, call, groupId } = await begun('TTLDTT');
    const other = (await must('listGroups', {}))[1]?.id ?? '';
    await must('saveCollectiveAward', {
      ...award,
      groupId,
      schoolYear: '2024-2025',
      titleId: 'TTLDTT',
      name: 'TTLĐTT',
    });
    const [own] = (await must('getCollective', { id: groupId })).awards;
    if (own === undefined) throw new Error('the award was recorded');
    expect(own).toMatchObject({ name: 'Tập thể lao động tiên tiến', issuer: 'Chủ tịch UBND xã' });
    expect(codeOf(await call('saveCollectiveAward', { ...own, groupId: other }))).toBe('not-found');
    expect(codeOf(await call('saveCollectiveAward', { ...own, groupId, titleId: 'KHONG_CO' }))).toBe(
      'not-found',
    );
    const matter = {
      id: null,
      groupId,
      kind: 'PRESS',
      from: '2026-02-01',
      to: '2026-01-01',
      note: '',
    } as const;
    expect(codeOf(await call('saveCollectiveMatter', matter))).toBe('invalid-period');
  });
});

describe('the school as a collective', () => {
  it('is put forward like a tổ, holds everybody, and goes by the name of the school', async () => {
    const { must, call } = await coreAt('imported');
    const groups = await must('listGroups', {});
    const school = (await must('listCollectives', {})).at(-1);
    if (school === undefined) throw new Error('the school is a collective');
    expect(groups.map(({ id }) => id)).not.toContain(school.id);
    expect(school.people).toBe(groups.reduce((sum, { people }) => sum + people, 0));
    expect(codeOf(await call('saveGroup', { id: school.id, name: 'Tổ Thử' }))).toBe('not-found');
    const { id } = await must('registerCase', {
      personId: null,
      groupId: school.id,
      titleId: 'TTLDXS',
      registeredOn: '2025-10-01',
    });
    await must('checkCases', { caseIds: [id] });
    const found = await must('getCase', { id });
    const counted = found.conditions.find(({ ruleId }) => ruleId === 'member-rating')?.fact ?? '';
    const present = (await must('listPeople', {})).filter(
      ({ status }) => status !== 'LEFT' && status !== 'RETIRED',
    ).length;
    expect(counted).toContain(String(present));
    await must('saveGroup', { id: null, name: (await must('getSchool', {})).name });
    await must('saveSchool', { ...(await must('getSchool', {})), name: 'Trường THCS Hoa Ban' });
    expect((await must('getCollective', { id: school.id })).name).toBe('Trường THCS Hoa Ban');
  });
});
