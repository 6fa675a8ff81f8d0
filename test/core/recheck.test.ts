import { describe, expect, it } from 'vitest';
import { coreAt } from '../support/school.ts';

const document = { name: 'Quy chế thi đua, khen thưởng', number: '15/QC-THCSHP', date: '2025-09-10' };

describe('facts that changed after a verdict', () => {
  it('are told as the old fact and the new one, in words, and change nothing by themselves', async () => {
    const school = await coreAt('checked');
    const { id, personId } = await school.case('3100700042', 'LDTT');
    const before = await school.must('getCase', { id });
    expect([before.factsChanged, before.changes]).toEqual([false, []]);
    await school.must('saveRating', {
      personId: personId ?? '',
      schoolYear: '2025-2026',
      rating: 'HT',
      state: 'decided',
    });
    const after = await school.must('getCase', { id });
    const { factsChanged, changes } = after;
    expect(factsChanged).toBe(true);
    // The remark that the rating was only proposed goes with it.
    expect(changes).toHaveLength(2);
    expect(changes[1]).toMatchObject({
      before: expect.stringContaining('mới là đề xuất') as string,
      after: null,
    });
    const rating = before.conditions.find(({ ruleId }) => ruleId === 'rating');
    expect(changes[0]).toMatchObject({ sentence: rating?.sentence, before: rating?.fact });
    expect(changes[0]?.after).toContain('Hoàn thành nhiệm vụ');
    expect({ ...after, factsChanged: false, changes: [], merits: before.merits }).toEqual(before);
  });

  it('are none right after the first check, though one award rests on what is found of another', async () => {
    const school = await coreAt('imported');
    const people = (await school.must('listCases', {})).filter(({ titleId }) => titleId === 'CSTDCS');
    expect(people.length).toBeGreaterThan(5);
    for (const { personId } of people) {
      // The higher ones first: no order of registration may help.
      for (const titleId of ['CSTD_TQ', 'BK_TTG', 'BK_TP', 'CSTD_TP'])
        await school.must('registerCase', { personId, groupId: null, titleId, registeredOn: '2025-10-01' });
    }
    await school.must('checkCases', {});
    expect(await school.must('listStaleCases', {})).toEqual([]);
  });

  it('are not told of a concluded case, whose verdict stays', async () => {
    const school = await coreAt('concluded');
    const { id, personId } = await school.case('3100700042', 'LDTT');
    const before = await school.must('getCase', { id });
    await school.must('saveRating', {
      personId: personId ?? '',
      schoolYear: '2025-2026',
      rating: 'KHT',
      state: 'decided',
    });
    await school.must('checkCases', {});
    const after = await school.must('getCase', { id });
    expect(after.changes).toEqual([]);
    expect([after.eligibility, after.conditions]).toEqual([before.eligibility, before.conditions]);
    expect(await school.must('listStaleCases', {})).not.toContain(id);
  });
});

describe('wordings that a school switches on', () => {
  it('give a title its conditions, by the document of the school', async () => {
    const school = await coreAt('checked');
    const { id: personId } = await school.person('3100700042');
    const { id } = await school.must('registerCase', {
      personId,
      groupId: null,
      titleId: 'GK_HT',
      registeredOn: '2025-10-01',
    });
    await school.must('checkCases', { caseIds: [id] });
    expect((await school.must('getCase', { id })).conditions).toEqual([]);
    const { settings } = await school.must('saveRegulation', {
      document,
      settings: [
        {
          id: 'variant:GK_HT_TT29',
          value: { kind: 'switch', on: true },
          article: 'Điều 12',
          otherDocument: '',
        },
      ],
      reason: 'Hội nghị viên chức thông qua',
    });
    expect(settings.find((setting) => setting.id === 'variant:GK_HT_TT29')?.name).toContain('Giấy khen');
    await school.must('checkCases', { caseIds: [id] });
    const found = await school.must('getCase', { id });
    expect(found.conditions.map(({ ruleId }) => ruleId)).toContain('exemplary');
    expect(found.routes.length).toBeGreaterThan(1);
  });

  it('remind of the preference of the law where places are few', async () => {
    const school = await coreAt('checked');
    const woman = (await school.must('listPeople', {})).find(({ sex }) => sex === 'FEMALE');
    const row = (await school.must('listCases', {})).find(({ personId }) => personId === woman?.id);
    if (row === undefined) throw new Error('the sample has a woman who is registered');
    const warnings = async () => (await school.must('getCase', { id: row.id })).warnings.map(({ id }) => id);
    expect(await warnings()).not.toContain('B8');
    await school.must('saveRegulation', {
      document,
      settings: [
        { id: 'limitedPlaces', value: { kind: 'switch', on: true }, article: 'Điều 3', otherDocument: '' },
      ],
      reason: 'Cấp trên giao số lượng',
    });
    await school.must('checkCases', { caseIds: [row.id] });
    expect(await warnings()).toContain('B8');
  });
});
