import { describe, expect, it } from 'vitest';
import { nameKey, plainName } from '../../shared/imports/keys.ts';
import { fold, foreignLetters, tidy } from '../../shared/names.ts';
import { outline, readSheets } from '../support/messy-workbook.ts';

const NAME = 'Đỗ Thế Ước';

describe('letters', () => {
  it.each([
    ['an Icelandic Ð', '\u00d0ỗ Thế Ước'],
    ['an African Ɖ', '\u0189ỗ Thế Ước'],
    ['a stroke over D', 'D\u0335ỗ Thế Ước'],
    ['a space without width', 'Đỗ\u200b Thế Ước'],
    ['a soft hyphen', 'Đỗ Thế Ướ\u00adc'],
    ['a mark of bytes', '\ufeffĐỗ Thế Ước'],
    ['marks of direction', '\u202aĐỗ\u200e Thế Ước\u202c'],
    ['a control', 'Đỗ Thế\u0001 Ước'],
    ['other spaces', '\u2003Đỗ\u00a0Thế\u202fƯớc\u3000'],
    ['decomposed letters', NAME.normalize('NFD')],
    ['the tone before the mark', 'Đo\u0303\u0302 The\u0301\u0302 Ước'],
    ['the tone in the letter, then the mark', 'Đõ\u0302 Thé\u0302 Ước'],
    ['a mark twice', 'Đỗ Thê\u0301\u0301 Ước'],
    ['letters of Asian width', 'Đỗ Ｔｈế Ước'],
    ['Russian letters in a Latin word', 'Đỗ Тhế Ướс'],
    ['a Greek letter in a Latin word', 'Đỗ Τhế Ước'],
  ])('brings %s to the Vietnamese letter', (_, written) => {
    expect(tidy(written)).toBe(NAME);
    expect(fold(written)).toBe('do the uoc');
    expect(nameKey(written)).toBe(nameKey(NAME));
    expect(plainName(written)).toBe(plainName(NAME));
  });

  it('leaves letters that are certainly not ours, and whole words of another script', () => {
    for (const text of ['Жуков Аn', 'Россия', 'góc α và Ω', 'm²', '½ điểm', 'Tổ Toán – Tin', 'Ⅰa']) {
      expect(tidy(tidy(text))).toBe(tidy(text));
    }
    expect(tidy('Россия')).toBe('Россия');
    expect(tidy('góc α và Ω')).toBe('góc α và Ω');
    expect(tidy('m² ½')).toBe('m² ½');
    expect(foreignLetters('Жan Тhế')).toEqual(['Ж', 'Т']);
    expect(foreignLetters('Đỗ Тhế')).toEqual([]);
  });

  it('asks who is meant where a name has a letter of another alphabet', async () => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['STT', 'Họ và tên', 'Tổ'],
            [1, 'Đỗ Жan Ước', 'Tổ Toán'],
            [2, 'Đỗ Тhế Ước', 'Tổ Toán'],
          ],
        },
      ],
    });
    expect(outline(problems)).toEqual(['foreign-letters @2 Họ và tên']);
    expect(rows.map(({ fullName }) => fullName)).toEqual([NAME]);
  });
});
