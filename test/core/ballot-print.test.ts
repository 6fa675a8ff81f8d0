import { describe, expect, it } from 'vitest';
import type { SlipFormat } from '../../shared/documents/model.ts';
import { codeOf, coreAt } from '../support/school.ts';

const print = { copies: 10, purpose: 'vote', file: 'pdf' } as const;

describe('ballots at the printer', () => {
  it('are as many as asked, on the sheets that they are said to take', async () => {
    const { must } = await coreAt('counting');
    const id = (await must('listRounds', {}))[0]?.id ?? '';
    const sheets: Partial<Record<SlipFormat, number>> = {};
    const { formats } = await must('renderBallots', { ...print, roundIds: [id], format: null });
    expect(formats).toEqual(['A4', 'A5', 'two-up']);
    for (const format of formats) {
      const made = await must('renderBallots', { ...print, roundIds: [id], format });
      expect(made.format).toBe(format);
      expect(made.points).toBeGreaterThanOrEqual(11);
      const pages = Buffer.from(made.bytes, 'base64')
        .toString('latin1')
        .match(/\/Type \/Page\b/g);
      expect(pages).toHaveLength(made.sheets);
      sheets[format] = made.sheets;
    }
    expect(sheets.A4).toBe(10);
    expect(sheets['two-up']).toBe(5);
  });

  it('are not cut into loose pieces: a format that is too small for the names is refused', async () => {
    const { must, call } = await coreAt('counting');
    const id = (await must('listRounds', {}))[0]?.id ?? '';
    const failed = await call('renderBallots', { ...print, roundIds: [id], format: 'four-up' });
    expect(codeOf(failed)).toBe('slip-in-pieces');
  });

  it('that are a trial have a name of their own', async () => {
    const { must } = await coreAt('counting');
    const id = (await must('listRounds', {}))[0]?.id ?? '';
    const trial = { roundIds: [id], format: null, copies: 1, purpose: 'trial', file: 'docx' } as const;
    const made = await must('renderBallots', { ...trial, roundIds: [...trial.roundIds] });
    expect(made.fileName).toBe('phieu-bau-CSTDCS-thu.docx');
  });

  it('are of rounds that there are', async () => {
    const { call } = await coreAt('counting');
    const failed = await call('renderBallots', {
      roundIds: ['0199aaaa-0000-7000-8000-000000000000'],
      format: null,
      copies: 1,
      purpose: 'vote',
      file: 'pdf',
    });
    expect(codeOf(failed)).toBe('not-found');
  });
});
