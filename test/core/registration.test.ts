import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, coreAt, sampleFolder } from '../support/school.ts';

const reason = 'Hết hạn đăng ký theo kế hoạch';

function file(name: string): { readonly fileName: string; readonly bytes: string } {
  return { fileName: name, bytes: readFileSync(join(sampleFolder, name)).toString('base64') };
}

describe('registration', () => {
  it('takes a person once for a title, and only titles for people', async () => {
    const { must, call, person } = await coreAt('imported');
    const { id: personId } = await person('3100700042');
    const input = { personId, groupId: null, titleId: 'CSTDCS', registeredOn: '2025-10-10' };
    await must('registerCase', input);
    expect(codeOf(await call('registerCase', input))).toBe('already-registered');
    expect(codeOf(await call('registerCase', { ...input, registeredOn: '2025-10-11' }))).toBe(
      'already-registered',
    );
    expect(codeOf(await call('registerCase', { ...input, titleId: 'TTLDTT' }))).toBe('unknown-title');
    const [group] = await must('listGroups', {});
    expect(codeOf(await call('registerCase', { ...input, groupId: group?.id ?? '' }))).toBe('not-found');
    expect(codeOf(await call('registerCase', { ...input, personId: null, groupId: group?.id ?? '' }))).toBe(
      'unknown-title',
    );
  });

  it('after the deadline is late, which is a remark and follows the deadline', async () => {
    const school = await coreAt('imported');
    const season = await school.must('getSeason', {});
    const late = async () => (await school.must('listCases', {})).filter((row) => row.late).length;
    const { movement, startsOn, endsOn, meetingOn } = season;
    const save = (registrationDeadline: string | null) =>
      school.must('saveSeason', { movement, startsOn, endsOn, meetingOn, registrationDeadline });
    await save('2025-10-31');
    const some = await late();
    expect(some).toBeGreaterThan(0);
    await save('2025-12-31');
    expect(await late()).toBe(0);
    await save(null);
    expect(await late()).toBe(0);
    await save('2025-10-31');
    expect(await late()).toBe(some);
  });

  it('that is locked takes neither a hand nor a file, and says why', async () => {
    const { must, call, person } = await coreAt('imported');
    const { id: personId } = await person('3100700042');
    await must('lockRegistration', { reason });
    expect((await must('getSeason', {})).registrationLock).toMatchObject({ reason });
    const input = { personId, groupId: null, titleId: 'CSTDCS', registeredOn: '2025-10-10' };
    expect(await call('registerCase', input)).toEqual({
      ok: false,
      error: { code: 'registration-locked', reason },
    });
    for (const [kind, name] of [
      ['registrations', '04-dang-ky-thi-dua.xlsx'],
      ['collectives', '07-tap-the.xlsx'],
    ] as const) {
      expect(codeOf(await call('runImport', { kind, ...file(name) }))).toBe('registration-locked');
      // A preview promises nothing that would then be refused.
      expect(codeOf(await call('previewImport', { kind, ...file(name) }))).toBe('registration-locked');
    }
    await must('unlockRegistration', { reason: 'Tổ Toán nộp bổ sung' });
    await must('registerCase', input);
  });

  it('can be withdrawn with a reason, and taken up again', async () => {
    const school = await coreAt('imported');
    const { id } = await school.case('3100700042', 'LDTT');
    await school.must('withdrawCase', { id, reason: 'Xin rút vì lý do cá nhân' });
    expect(await school.case('3100700042', 'LDTT')).toMatchObject({
      state: 'WITHDRAWN',
      outcome: 'withdrawn',
      outcomeReason: 'Xin rút vì lý do cá nhân',
    });
    expect(codeOf(await school.call('withdrawCase', { id, reason: 'Xin rút lần nữa' }))).toBe('wrong-state');
    const { personId } = await school.case('3100700042', 'LDTT');
    expect((await school.must('listUnregistered', {})).map((row) => row.personId)).toContain(personId);
    const again = await school.must('registerCase', {
      personId,
      groupId: null,
      titleId: 'LDTT',
      registeredOn: '2025-10-20',
    });
    expect(again.id).toBe(id);
    expect(await school.case('3100700042', 'LDTT')).toMatchObject({
      state: 'REGISTERED',
      outcome: null,
      registeredOn: '2025-10-20',
    });
    const { history } = await school.must('getCase', { id });
    expect(history.map(({ state }) => state).slice(-2)).toEqual(['WITHDRAWN', 'REGISTERED']);
  });

  it('that was withdrawn is not taken up again by an old list', async () => {
    const school = await coreAt('imported');
    const { id } = await school.case('3100700042', 'LDTT');
    await school.must('withdrawCase', { id, reason: 'Xin rút vì lý do cá nhân' });
    await school.must('runImport', { kind: 'registrations', ...file('04-dang-ky-thi-dua.xlsx') });
    expect((await school.case('3100700042', 'LDTT')).state).toBe('WITHDRAWN');
  });
});
