import { describe, expect, it } from 'vitest';
import { needInput } from '../../electron/core/season/inputs.ts';
import { codeOf, coreAt, sampleFolder, valueOf } from '../support/school.ts';

describe('evaluation', () => {
  it('keeps blank apart from zero', async () => {
    const { must, person } = await coreAt('imported');
    const { id: personId } = await person('3100700042');
    const { criteria } = await must('getEvaluations', {});
    const criterionId = criteria[0]?.id ?? '';
    const first = async () =>
      (await must('getEvaluations', {})).rows.find((row) => row.personId === personId)?.self[0];
    await must('saveScores', { scores: [{ personId, criterionId, side: 'SELF', score: 0 }] });
    expect(await first()).toBe(0);
    await must('saveScores', { scores: [{ personId, criterionId, side: 'SELF', score: null }] });
    expect(await first()).toBe(null);
  });

  it('takes no score over the maximum, and of many then none', async () => {
    const { must, call, person } = await coreAt('imported');
    const { id: personId } = await person('3100700042');
    const before = await must('getEvaluations', {});
    const [one, two] = before.criteria;
    const scores = [
      { personId, criterionId: one?.id ?? '', side: 'SELF' as const, score: 100 },
      { personId, criterionId: two?.id ?? '', side: 'SELF' as const, score: (two?.maximum ?? 0) + 1 },
    ];
    expect(await call('saveScores', { scores })).toMatchObject({
      error: { code: 'score-over-maximum', name: 'Tạ Phương Huệ', criterion: two?.name },
    });
    expect(await must('getEvaluations', {})).toEqual(before);
  });

  it('takes no maximum under a score that was given', async () => {
    const { must, call } = await coreAt('imported');
    const { criteria } = await must('getEvaluations', {});
    const lowered = criteria.map((criterion, index) => ({
      ...criterion,
      maximum: index === 0 ? 500 : criterion.maximum,
    }));
    expect(codeOf(await call('saveCriteria', { criteria: lowered }))).toBe('score-over-maximum');
    await must('saveCriteria', {
      criteria: criteria.map((criterion) => ({ ...criterion, maximum: criterion.maximum + 500 })),
    });
    expect((await must('getEvaluations', {})).criteria.map(({ maximum }) => maximum)).toEqual(
      criteria.map(({ maximum }) => maximum + 500),
    );
  });

  it('drops the scores of a criterion that goes, and nothing else', async () => {
    const { must } = await coreAt('imported');
    const before = await must('getEvaluations', {});
    await must('saveCriteria', { criteria: before.criteria.slice(1) });
    const after = await must('getEvaluations', {});
    expect(after.rows.map(({ self }) => self)).toEqual(before.rows.map(({ self }) => self.slice(1)));
  });

  it('is confirmed only where the tổ scored everything, and no longer once a score is taken back', async () => {
    const { must, person } = await coreAt('imported');
    const { id: personId } = await person('3100700042');
    const { criteria } = await must('getEvaluations', {});
    const score = { personId, criterionId: criteria[0]?.id ?? '', side: 'GROUP' as const };
    const isConfirmed = async () =>
      (await must('getEvaluations', {})).rows.find((row) => row.personId === personId)?.confirmed;
    expect(await isConfirmed()).toBe(true);
    await must('saveScores', { scores: [{ ...score, score: null }] });
    expect(await isConfirmed()).toBe(false);
    expect(await must('confirmScores', { personIds: [personId], confirmed: true })).toEqual({ confirmed: 0 });
    await must('saveScores', { scores: [{ ...score, score: 1000 }] });
    expect(await must('confirmScores', { personIds: [personId], confirmed: true })).toEqual({ confirmed: 1 });
    await must('confirmScores', { personIds: [personId], confirmed: false });
    expect(await isConfirmed()).toBe(false);
  });

  it('of the tổ is confirmed anew once one of its scores is another, and not for a score of the person', async () => {
    const { must, person } = await coreAt('imported');
    const { id: personId } = await person('3100700042');
    const { criteria } = await must('getEvaluations', {});
    const criterionId = criteria[0]?.id ?? '';
    const row = async () => (await must('getEvaluations', {})).rows.find((one) => one.personId === personId);
    const before = await row();
    const score = before?.group[0] ?? 0;
    await must('saveScores', { scores: [{ personId, criterionId, side: 'GROUP', score }] });
    await must('saveScores', { scores: [{ personId, criterionId, side: 'SELF', score: 100 }] });
    expect((await row())?.confirmed).toBe(true);
    await must('saveScores', { scores: [{ personId, criterionId, side: 'GROUP', score: score - 100 }] });
    expect((await row())?.confirmed).toBe(false);
  });

  it('keeps its confirmation when the criteria only change places, and loses it with a criterion', async () => {
    const { must, person } = await coreAt('imported');
    const { id: personId } = await person('3100700042');
    const isConfirmed = async () =>
      (await must('getEvaluations', {})).rows.find((one) => one.personId === personId)?.confirmed;
    const { criteria } = await must('getEvaluations', {});
    await must('saveCriteria', { criteria: criteria.toReversed() });
    const criterionId = criteria[0]?.id ?? '';
    await must('saveScores', { scores: [{ personId, criterionId, side: 'SELF', score: 100 }] });
    expect(await isConfirmed()).toBe(true);
    await must('saveCriteria', { criteria: criteria.slice(1) });
    expect(await isConfirmed()).toBe(false);
  });

  it('is not confirmed by reading a file', async () => {
    const { must, call } = await coreAt('imported');
    const { rows } = await must('getEvaluations', {});
    await must('confirmScores', { personIds: rows.map(({ personId }) => personId), confirmed: false });
    const file = valueOf(await needInput(sampleFolder, { prefix: '05-', name: '05-tu-danh-gia.xlsx' }));
    const bytes = file.bytes.toString('base64');
    valueOf(await call('runImport', { kind: 'evaluations', fileName: file.fileName, bytes }));
    expect((await must('getEvaluations', {})).rows.filter(({ confirmed }) => confirmed)).toEqual([]);
  });

  it('moves a case along with its scores', async () => {
    const { case: caseOf } = await coreAt('imported');
    expect((await caseOf('3100700042', 'LDTT')).state).toBe('GROUP_REVIEWED');
  });
});
