import { describe, expect, it } from 'vitest';
import { paperNumber, readPaperNumber } from '../../shared/documents/paper-number.ts';
import { codeOf, coreAt } from '../support/school.ts';

const series = { type: 'TTr', symbol: 'THCSHP' };

describe('a number of a paper', () => {
  it.each([
    ['15', '15'],
    ['015', '15'],
    ['15a', '15a'],
    ['15A', '15a'],
    ['15đ', '15đ'],
    ['15/TTr-THCSHP', '15'],
    ['15a / TTr-THCSHP', '15a'],
    ['15a/TTr-X', null],
    ['15/QĐ-THCSHP', null],
    ['0', null],
    ['a15', null],
    ['15ab', null],
    ['mười lăm', null],
  ])('%s is read as %s', (text, number) => {
    expect(readPaperNumber(text, series)).toBe(number);
  });

  it('stands in two digits before its symbol', () => {
    expect(paperNumber({ number: '5', ...series })).toBe('05/TTr-THCSHP');
    expect(paperNumber({ number: '5a', ...series })).toBe('05a/TTr-THCSHP');
    expect(paperNumber({ number: '15a', ...series })).toBe('15a/TTr-THCSHP');
    expect(paperNumber({ number: '105', ...series })).toBe('105/TTr-THCSHP');
    expect(paperNumber({ number: null, ...series })).toBe('/TTr-THCSHP');
  });
});

describe('numbers of the season', () => {
  it('are printed as they were given, and refused where they could only be lost', async () => {
    const { must, call } = await coreAt('concluded');
    const rows = await must('listPapers', {});
    const submission = rows.find(({ series: own }) => own?.type === 'TTr');
    const paperId = submission?.id ?? '';
    await must('savePaperNumber', { paperId, number: '15a', date: '2026-05-29' });
    const number = (await must('getPaper', { paperId })).number;
    expect(number).toMatch(/^15a\/TTr-/);
    expect(codeOf(await call('savePaperNumber', { paperId, number: '15a/TTr-X', date: null }))).toBe(
      'invalid-paper-number',
    );
    expect((await must('getPaper', { paperId })).number).toBe(number);
    // What has no series of its own takes a day, and no number.
    const list = rows.find(({ id }) => id.startsWith('nomination-list'));
    expect(codeOf(await call('savePaperNumber', { paperId: list?.id ?? '', number: '3', date: null }))).toBe(
      'invalid-paper-number',
    );
    await must('savePaperNumber', { paperId: list?.id ?? '', number: '', date: '2026-05-30' });
  });

  it('are given once in a series, to a notice of the result too', async () => {
    const { must, call } = await coreAt('concluded');
    const cases = (await must('listCases', {})).filter(({ outcome }) => outcome !== null);
    const [one, other] = cases.map(({ id }) => `result-notice:${id}`);
    const notice = { paperId: one ?? '', number: '7', date: '2026-06-01' };
    await must('savePaperNumber', notice);
    expect((await must('getPaper', { paperId: one ?? '' })).number).toMatch(/^07\/TB-/);
    // The same again is no other paper's.
    await must('savePaperNumber', notice);
    expect(codeOf(await call('savePaperNumber', { ...notice, paperId: other ?? '' }))).toBe(
      'paper-number-taken',
    );
    await must('savePaperNumber', { ...notice, paperId: other ?? '', number: '7a' });
  });

  it('say where each may be given, and the index shows those that are recorded elsewhere', async () => {
    const { must } = await coreAt('concluded');
    const rows = await must('listPapers', {});
    const { council } = await must('getMeeting', {});
    const decision = rows.find(({ id }) => id === 'council-decision');
    expect(decision).toMatchObject({ number: council?.decisionNumber, series: null });
    for (const { id, series: own } of rows)
      if (/^(submission|reward-decision|meeting-minutes|tally-minutes|invitation)/.test(id))
        expect(own, id).not.toBe(null);
  });
});
