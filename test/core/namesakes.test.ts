import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apartWords } from '../../shared/vi/namesakes.ts';
import { addCandidates, createTestFile, openCounting, seatCouncil, type TestFile } from '../support/core.ts';

let file: TestFile;
beforeEach(() => {
  file = createTestFile();
});
afterEach(() => file.close());

describe('two people of one name', () => {
  it('are told apart by the day of birth, else by the code, else by a number', () => {
    const words = (...pairs: readonly (readonly [string | null, string | null])[]) => [
      ...apartWords(
        pairs.map(([birthDate, code], index) => ({
          id: String(index),
          fullName: 'Nguyễn Thị Lan',
          birthDate,
          code,
        })),
      ).values(),
    ];
    expect(words(['1980-01-01', '1'])).toEqual([]);
    expect(words(['1980-01-01', '1'], ['1985-02-02', null])).toEqual(['sinh 01/01/1980', 'sinh 02/02/1985']);
    expect(words(['1980-01-01', '1'], ['1980-01-01', '2'])).toEqual(['mã 1', 'mã 2']);
    expect(words(['1980-01-01', '1'], [null, '2'])).toEqual(['mã 1', 'mã 2']);
    expect(words(['1980-01-01', '1'], [null, null])).toEqual(['người thứ 1', 'người thứ 2']);
  });

  it('are told apart among those who may stand, on the ballot and on the list of hands', () => {
    seatCouncil(file, { total: 3 });
    const caseIds = addCandidates(file, 'CSTDCS', ['Nguyễn Thị Lan', 'Nguyễn Thị Lan', 'Lê An']);
    for (const [index, day] of ['1980-01-01', '1985-02-02', '1990-03-03'].entries()) {
      file.run(
        'update person set birth_date = ? where id = (select person_id from award_case where id = ?)',
        day,
        caseIds[index] ?? '',
      );
    }
    const names = ['Lê An', 'Nguyễn Thị Lan (sinh 01/01/1980)', 'Nguyễn Thị Lan (sinh 02/02/1985)'];
    const [next] = file.ask('listNextRounds', {});
    expect(next?.candidates.map(({ name }) => name)).toEqual(names);
    const { candidates } = openCounting(file, { papers: 3 });
    expect(candidates.map(({ name }) => name)).toEqual(names);
    const hands = addCandidates(file, 'LDTT', ['Nguyễn Thị Lan']);
    expect(file.ask('getMeeting', {}).hands.find(({ caseId }) => caseId === hands[0])).toMatchObject({
      name: 'Nguyễn Thị Lan',
      apart: 'người thứ 3',
    });
  });
});
