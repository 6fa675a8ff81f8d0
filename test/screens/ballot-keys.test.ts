import { describe, expect, it } from 'vitest';
import { agreeToRest, mark, markRow, openLot, spoil } from '../../renderer/screens/ballot/lot.ts';
import { rowKey, type AskedRow } from '../../renderer/screens/ballot/row-number.ts';
import { liveIdentities } from '../../renderer/screens/ballot/live-identities.ts';
import { overChosenWords, paperWords } from '../../renderer/screens/ballot/words.ts';
import { identities } from '../../shared/domain/ballot.ts';
import type { Mark } from '../../shared/terms.ts';

const marks = { '+': 'AGREE', '-': 'DISAGREE' } as const;

/** The rows that keys mark, from 1, and what is still asked. */
function press(keys: string, names: number) {
  let asked: AskedRow | null = null;
  const taken: (readonly [number, Mark])[] = [];
  for (const key of keys.split(' ')) {
    const answer = rowKey(asked, key, { marks, names });
    if (answer === null) continue;
    ({ asked } = answer);
    if (answer.take !== null) taken.push([answer.take.row + 1, answer.take.mark]);
  }
  return { asked, taken };
}

describe('a row asked for by its number', () => {
  it('is marked by Enter, or by the next sign', () => {
    expect(press('- 3 Enter - 1 2 + 7 Enter', 28)).toEqual({
      asked: null,
      taken: [
        [3, 'DISAGREE'],
        [12, 'DISAGREE'],
        [7, 'AGREE'],
      ],
    });
  });

  it('that is not on the paper marks nothing, and the number stays in sight with the reason', () => {
    expect(press('- 3 9 Enter', 28)).toEqual({
      asked: { mark: 'DISAGREE', digits: '39', refused: 'no-row' },
      taken: [],
    });
    expect(press('- 0 Enter', 28).taken).toEqual([]);
    expect(press('- 3 9 -', 28).taken).toEqual([]);
  });

  it('is never 39 where 3 and the key 9 may have been meant: the number is asked once more', () => {
    const once = press('- 3 9 Enter', 57);
    expect(once).toEqual({ asked: { mark: 'DISAGREE', digits: '39', refused: 'doubtful' }, taken: [] });
    expect(press('- 3 9 Enter Enter', 57).taken).toEqual([[39, 'DISAGREE']]);
    expect(press('- 3 9 Enter Backspace Enter', 57).taken).toEqual([[3, 'DISAGREE']]);
    expect(press('- 9 Enter', 57).taken).toEqual([[9, 'DISAGREE']]);
    expect(press('- 3 9 -', 57).taken).toEqual([]);
  });

  it('lets no other key through while a number is asked for', () => {
    for (const key of ['k', 'ArrowDown', 'Delete'])
      expect(press(`- 3 ${key}`, 28)).toMatchObject({ asked: { digits: '3' }, taken: [] });
    expect(press('- 3 Escape', 28)).toEqual({ asked: null, taken: [] });
  });
});

describe('the paper on the table in words', () => {
  const names = Array.from({ length: 57 }, (_, place) => `Người ${place + 1}`);

  it('is summed up before it is stored, with the names of the exceptions', () => {
    const lot = openLot({ names: 57, ballots: [] });
    expect(paperWords(lot.sheet, lot.form, names)).toBe('');
    const marked = agreeToRest(markRow(lot, 38, 'DISAGREE'));
    expect(paperWords(marked.sheet, marked.form, names)).toBe('56 đồng ý, 1 không đồng ý (39. Người 39)');
    const half = mark(lot, 'AGREE');
    expect(paperWords(half.sheet, half.form, names)).toBe('1 đồng ý, còn 56 dòng chưa đánh dấu');
    const spoilt = spoil(lot, 'Rách');
    expect(paperWords(spoilt.sheet, spoilt.form, names)).toBe('Phiếu không hợp lệ: Rách');
  });

  it('says beforehand that too many are chosen', () => {
    const form = { kind: 'CHOOSE', chooseAtMost: 1 } as const;
    let lot = openLot({ names: 3, ballots: [], form });
    lot = markRow(lot, 0, 'AGREE');
    expect(overChosenWords(lot.sheet, form)).toBeNull();
    lot = markRow(lot, 2, 'AGREE');
    expect(paperWords(lot.sheet, form, names)).toBe('2 chọn (1. Người 1; 3. Người 3), 1 không chọn');
    expect(overChosenWords(lot.sheet, form)).toContain('Đã chọn 2 người, quá 1 người');
  });
});

describe('the identities while papers are typed', () => {
  it('count the papers that were set aside', () => {
    const count = identities({
      slate: [],
      printed: 8,
      issued: 8,
      returned: 8,
      valid: 2,
      invalid: 0,
      entered: 3,
      aside: 1,
      rows: [],
      agreeWritten: {},
      writtenOpinions: 0,
      absent: 1,
      base: 9,
    });
    const live = liveIdentities({ mode: 'ballots', identities: count }, 5);
    const of = (wanted: string) => live.find(({ id }) => id === wanted);
    expect(of('entered-returned')).toMatchObject({ left: 8, right: 8, holds: true });
    expect(of('valid-invalid-aside')).toMatchObject({ left: 8, right: 8, holds: true });
    expect(of('aside-decided')).toMatchObject({ left: 1, holds: false });
  });
});
