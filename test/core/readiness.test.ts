import { describe, expect, it } from 'vitest';
import type { ReadinessId } from '../../shared/domain/readiness.ts';
import { codeOf, coreAt, type TestCore } from '../support/school.ts';

async function statesOf(school: TestCore): Promise<Partial<Record<ReadinessId, string>>> {
  const { lines } = await school.must('checkReadiness', {});
  return Object.fromEntries(lines.map(({ id, state }) => [id, state]));
}

describe('the check before the meeting, on a real file', () => {
  it('misses the backup until there is one, and writes nothing itself', async () => {
    const school = await coreAt('open');
    const before = school.dump();
    expect(await statesOf(school)).toMatchObject({
      file: 'ready',
      audit: 'ready',
      backup: 'blocked',
      place: 'ready',
      rules: 'ready',
      council: 'ready',
      quorum: 'ready',
      tellers: 'attention',
      papers: 'ready',
    });
    expect(school.dump()).toEqual(before);
    await school.must('createBackup', {});
    expect((await statesOf(school)).backup).toBe('ready');
  });

  it('asks for as many papers as members are in the room', async () => {
    const school = await coreAt('open');
    const { id: roundId } = await school.must('openRound', { titleId: 'CSTDCS' });
    const { present } = await school.must('getRound', { id: roundId });
    expect((await statesOf(school)).papers).toBe('blocked');
    await school.must('savePrintRun', { roundId, printed: present - 1, issued: null });
    expect((await statesOf(school)).papers).toBe('blocked');
    await school.must('savePrintRun', { roundId, printed: present, issued: null });
    expect((await statesOf(school)).papers).toBe('ready');
  });

  it('sees a clock that was set back, and a day far from the meeting', async () => {
    const school = await coreAt('open');
    const { meeting } = await school.must('getMeeting', {});
    const [year, month, day] = (meeting?.date ?? '').split('-').map(Number) as [number, number, number];
    school.setNow(new Date(year, month - 1, day, 13));
    await school.must('saveHands', { votes: [] });
    expect(await statesOf(school)).toMatchObject({ clock: 'ready', meeting: 'ready' });
    school.setNow(new Date(year, month - 1, day - 8, 13));
    expect(await statesOf(school)).toMatchObject({ clock: 'blocked', meeting: 'attention' });
    school.setNow(new Date(year, month - 1, day + 1, 13));
    expect(await statesOf(school)).toMatchObject({ clock: 'ready', meeting: 'attention' });
  });

  it('says what is missing before there is a council, and is for those who sit at the file', async () => {
    const school = await coreAt('empty');
    expect(await statesOf(school)).toMatchObject({
      council: 'blocked',
      meeting: 'blocked',
      quorum: 'attention',
    });
    const stranger = { sessionId: null, method: 'checkReadiness', input: {} } as const;
    expect(codeOf(await school.core.call(stranger))).toBe('session-expired');
    await school.must('closeFile', {});
    expect(codeOf(await school.core.call(stranger))).toBe('no-file-open');
  });
});
