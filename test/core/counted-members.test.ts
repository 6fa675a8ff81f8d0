/** Who counts in a tổ: by the records with the reason, or as the council decided; every share is of that list. */
import { describe, expect, it } from 'vitest';
import { codeOf, coreAt, type TestCore } from '../support/school.ts';

const name = 'Tổ Khoa học xã hội';
const reason = 'Nghỉ không hưởng lương cả năm học';

async function begun(stage: 'imported' | 'sealed' = 'imported') {
  const school = await coreAt(stage);
  const { id: caseId, groupId } = await school.case(name, 'TTLDTT');
  if (groupId === null) throw new Error('a tổ');
  return {
    ...school,
    groupId,
    caseId,
    members: () => school.must('listCountedMembers', { groupId }),
    /** "17/21 = …" of the verdict that is kept. */
    async shareOf(ruleId = 'ldtt-share') {
      const { conditions } = await school.must('getCase', { id: caseId });
      return conditions.find((condition) => condition.ruleId === ruleId)?.fact ?? '';
    },
  };
}

async function isStale({ must }: Pick<TestCore, 'must'>, caseId: string): Promise<boolean> {
  return (await must('listStaleCases', {})).includes(caseId);
}

describe('who counts in a tổ', () => {
  it('is everybody of it, each with the reason why not, and with how far the titles of the year have come', async () => {
    const { must, groupId, members } = await begun();
    const [first, second, third] = await members();
    if (first === undefined || second === undefined || third === undefined) throw new Error('people');
    await must('changeStatus', { personId: first.personId, status: 'RETIRED', from: '2026-01-10' });
    const other = (await must('listGroups', {})).find(({ id }) => id !== groupId);
    await must('changeGroup', { personId: second.personId, groupId: other?.id ?? '', from: '2026-02-01' });
    const after = new Map((await members()).map((one) => [one.personId, one]));
    expect(after.get(first.personId)).toMatchObject({ counted: false, because: 'retired', decision: null });
    expect(after.get(second.personId)).toMatchObject({ counted: false, because: 'moved', decision: null });
    expect(after.get(third.personId)).toMatchObject({ counted: true, because: null, decision: null });
    const there = await must('listCountedMembers', { groupId: other?.id ?? '' });
    expect(there.find(({ personId }) => personId === second.personId)).toMatchObject({ counted: true });
  });

  it('is not those who had gone before the year began', async () => {
    const { must, members } = await begun();
    const [first] = await members();
    if (first === undefined) throw new Error('people');
    await must('changeStatus', { personId: first.personId, status: 'LEFT', from: '2025-05-31' });
    expect((await members()).map(({ personId }) => personId)).not.toContain(first.personId);
  });

  it('changes the verdict of the tổ when the council leaves somebody out, and makes the one that is kept a stale one', async () => {
    const school = await begun('sealed');
    const { must, groupId, caseId, members, shareOf } = school;
    await must('checkCases', { caseIds: [caseId] });
    const before = /(\d+)\/(\d+) =/.exec(await shareOf());
    const lacking = (await members()).find(
      ({ titles }) => titles.LDTT === null || titles.LDTT === 'rejected',
    );
    if (lacking === undefined) throw new Error('Everybody of the tổ is LĐTT.');
    const { personId, fullName } = lacking;
    expect(await isStale(school, caseId)).toBe(false);
    await must('saveCountedMember', { groupId, personId, counted: false, reason });
    expect(await isStale(school, caseId)).toBe(true);
    expect((await must('getCase', { id: caseId })).changes.map(({ after }) => after).join()).toContain(
      reason,
    );
    await must('checkCases', { caseIds: [caseId] });
    const share = /(\d+)\/(\d+) =/.exec(await shareOf());
    expect([share?.[1], share?.[2]]).toEqual([before?.[1], String(Number(before?.[2]) - 1)]);
    expect(await shareOf()).toContain(
      `; không tính 1 người: ${fullName} (Hội đồng quyết định không tính: ${reason})`,
    );
    expect((await members()).find((one) => one.personId === personId)).toMatchObject({
      counted: false,
      because: null,
      decision: { counted: false, reason, by: 'Thư ký Hội đồng' },
    });
    await must('saveCountedMember', { groupId, personId, counted: null, reason: 'Ghi nhầm' });
    expect((await members()).find((one) => one.personId === personId)).toMatchObject({
      counted: true,
      decision: null,
    });
    await must('checkCases', { caseIds: [caseId] });
    expect(/(\d+)\/(\d+) =/.exec(await shareOf())?.[0]).toBe(before?.[0]);
  });

  it('settles a member without a rating for TTLĐXS, who left it open for good', async () => {
    const school = await coreAt('imported');
    const { must } = school;
    const { groupId } = await school.case(name, 'TTLDTT');
    const { id: caseId } = await must('registerCase', {
      ...{ personId: null, groupId, pupilId: null, titleId: 'TTLDXS', registeredOn: '2025-10-10' },
    });
    async function ratings(): Promise<string | undefined> {
      await must('checkCases', { caseIds: [caseId] });
      const { conditions } = await must('getCase', { id: caseId });
      return conditions.find(({ ruleId }) => ruleId === 'member-rating')?.state;
    }
    const members = await must('listCountedMembers', { groupId: groupId ?? '' });
    const [one] = members;
    if (one === undefined || groupId === null) throw new Error('people');
    for (const { personId } of members)
      await must('saveRating', {
        ...{ personId, schoolYear: '2025-2026', state: 'decided', decidedOn: null },
        rating: personId === one.personId ? null : 'HTT',
      });
    expect(await ratings()).toBe('to-be-judged');
    await must('saveCountedMember', { groupId, personId: one.personId, counted: false, reason });
    expect(await ratings()).toBe('passed');
  });

  it('may take in whom the records leave out, for the tổ and the school apart', async () => {
    const { must, groupId, members } = await begun();
    const [first] = await members();
    if (first === undefined) throw new Error('people');
    const { personId } = first;
    await must('changeStatus', { personId, status: 'RETIRED', from: '2026-05-01' });
    await must('saveCountedMember', { groupId, personId, counted: true, reason: 'Dạy đủ năm học' });
    expect((await members()).find((one) => one.personId === personId)).toMatchObject({
      counted: true,
      because: 'retired',
    });
    const school = (await must('listCollectives', {})).at(-1);
    const whole = await must('listCountedMembers', { groupId: school?.id ?? '' });
    expect(whole.find((one) => one.personId === personId)).toMatchObject({ counted: false });
  });

  it('is asked of members alone, by the office, with a reason; and holds whom it names', async () => {
    const school = await begun();
    const { must, call, groupId, members } = school;
    const own = await members();
    const stranger = (await must('listPeople', {})).find(({ id }) => !own.some((one) => one.personId === id));
    const asked = { groupId, personId: stranger?.id ?? '', counted: false, reason };
    expect(codeOf(await call('saveCountedMember', asked))).toBe('not-found');
    const [{ personId } = { personId: '' }] = own;
    expect(codeOf(await call('saveCountedMember', { ...asked, personId, reason: ' ' }))).toBe(
      'invalid-input',
    );
    const teller = await school.as('teller');
    expect(codeOf(await teller.call('saveCountedMember', { ...asked, personId }))).toBe('role-not-allowed');
    await must('saveCountedMember', { ...asked, personId });
    const kept = await call('removePerson', { id: personId });
    expect(kept.ok ? [] : 'uses' in kept.error && kept.error.uses).toContain('counted_member');
  });
});
