import { describe, expect, it } from 'vitest';
import { stepNotes } from '../../shared/vi/overview.ts';
import type { StepId } from '../../shared/views.ts';
import { codeOf, coreAt, type TestCore } from '../support/school.ts';

async function stepOf({ must }: TestCore, id: StepId) {
  const step = (await must('getOverview', {})).steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`There is no step ${id}.`);
  return step;
}

describe('the steps of the season', () => {
  it('do not call the ballot done while a further round is counted', async () => {
    const school = await coreAt('sealed');
    expect(await stepOf(school, 'ballot')).toMatchObject({ state: 'done', done: 1, total: 1 });
    const [next] = await school.must('listNextRounds', {});
    if (next === undefined) throw new Error('The sample has nobody to vote on again.');
    const { titleId } = next;
    await school.must('openRound', { titleId });
    expect(await stepOf(school, 'ballot')).toMatchObject({ state: 'in-progress', done: 0, total: 1 });
  });

  it('say of registration one thing, wherever it is told', async () => {
    const school = await coreAt('concluded');
    school.setNow(new Date(2026, 6, 20, 8, 0, 0));
    const step = await stepOf(school, 'registration');
    const { late } = await school.must('getOverview', {});
    // The sample never locks: its meeting is over all the same.
    expect(step).toMatchObject({ state: 'done', note: stepNotes.concludedUnlocked });
    expect(late.join(' ')).not.toContain('chưa chốt');
  });

  it('count in a meeting that is over what was voted on, and no more', async () => {
    const school = await coreAt('concluded');
    const { hands } = await school.must('getMeeting', {});
    const voted = hands.filter(({ agree }) => agree !== null).length;
    expect(await stepOf(school, 'council')).toMatchObject({
      state: 'done',
      done: voted,
      total: hands.length,
    });
  });
});

describe('two windows on one file', () => {
  it('each learn that the other is there, and that something was written', async () => {
    const { must } = await coreAt('imported');
    expect(await must('getPulse', { windowId: 'one' })).toMatchObject({ windows: 1 });
    const before = await must('getPulse', { windowId: 'two' });
    expect(before.windows).toBe(2);
    const [row] = (await must('getEvaluations', {})).rows;
    await must('confirmScores', { personIds: [row?.personId ?? ''], confirmed: false });
    const after = await must('getPulse', { windowId: 'one' });
    expect(after).toMatchObject({ fileId: before.fileId });
    expect(after.savedAt).not.toBe(before.savedAt);
  });

  it('that is closed is no longer counted', async () => {
    const { must, setNow } = await coreAt('imported');
    await must('getPulse', { windowId: 'one' });
    setNow(new Date(2026, 4, 21, 8, 0, 0));
    expect(await must('getPulse', { windowId: 'two' })).toMatchObject({ windows: 1 });
  });

  it('cannot lay one lot of papers over another that they have not seen', async () => {
    const { must, call } = await coreAt('counting');
    const [round] = await must('listRounds', {});
    const roundId = round?.id ?? '';
    const { candidates } = await must('getRound', { id: roundId });
    const paper = (mark: 'AGREE' | 'DISAGREE') => ({
      invalidReason: null,
      marks: candidates.map(() => mark),
    });
    const [a, b] = [paper('AGREE'), paper('DISAGREE')];
    await must('saveBallotDraft', { roundId, ballots: [a], over: [] });
    await must('saveBallotDraft', { roundId, ballots: [a, b], over: [a] });
    // The order in which a window holds them is no matter: the file keeps none.
    await must('saveBallotDraft', { roundId, ballots: [b, a, a], over: [b, a] });
    expect(codeOf(await call('saveBallotDraft', { roundId, ballots: [a, b], over: [a] }))).toBe(
      'draft-changed',
    );
    expect(codeOf(await call('storeBallots', { roundId, ballots: [a], over: [a] }))).toBe('draft-changed');
    expect((await must('getRound', { id: roundId })).draft).toHaveLength(3);
  });
});
