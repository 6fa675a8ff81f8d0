import { describe, expect, it } from 'vitest';
import { ballotCases } from '../../renderer/screens/council/ballot-cases.ts';
import { coreAt } from '../support/school.ts';

describe('the cases that a meeting votes on paper', () => {
  it('are those of the titles for which the school asks a secret ballot, not those of the law alone', async () => {
    const school = await coreAt('checked');
    async function titles(): Promise<readonly string[]> {
      const cases = await school.must('listCases', {});
      const shown = ballotCases(await school.must('getMeeting', {}), cases);
      return [...new Set(shown.map(({ titleId }) => titleId))].sort();
    }
    expect(await titles()).toEqual(['CSTDCS']);
    await school.must('saveRegulation', {
      document: { name: 'Quy chế thi đua, khen thưởng', number: '15/QC-THCSHP', date: '2025-09-10' },
      settings: [
        {
          id: 'vote:LDTT',
          value: {
            kind: 'vote',
            vote: { kind: 'SECRET_BALLOT', percent: 80, strict: false, base: 'TOTAL', fraction: null },
          },
          article: 'khoản 2 Điều 9',
          otherDocument: '',
        },
      ],
      reason: 'Hội nghị viên chức thông qua',
    });
    expect(await titles()).toEqual(['CSTDCS', 'LDTT']);
  });
});
