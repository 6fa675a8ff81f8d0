import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolYearOn, usualDays } from '../../shared/dates.ts';
import { fold, placeOfAuthority, tidy } from '../../shared/names.ts';

/** The same two, said in the plainest way. */
function plainTidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}
function plainFold(text: string): string {
  return plainTidy(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

/** Letters and signs of a Vietnamese keyboard; Ð, ð, Ɖ and ı are of others. */
const OWN = /^[ -~À-ÏÑ-ïñ-ÿĀ-İĲ-ƈƊ-ɏẠ-ỹ–—“”…]$/u;

describe('the search key of a text', () => {
  it('is the same for each letter, alone, amid others and under a mark of its own', () => {
    const differing: string[] = [];
    for (let code = 0; code < 0x10000; code += 1) {
      const letter = String.fromCharCode(code);
      for (const text of [letter, `a${letter}B`, `Đ ${letter}`, `${letter}\u0301`]) {
        const tidied = tidy(text);
        // What only looks like a letter is brought to it, and stays; all else is as it was.
        const isOwn = OWN.test(letter) && !text.endsWith('\u0301') && tidied !== plainTidy(text);
        if (isOwn || fold(text) !== plainFold(tidied) || tidy(tidied) !== tidied) differing.push(text);
      }
    }
    expect(differing).toEqual([]);
  });

  it('is the same for any text, long or short', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 1200 }),
        (text) => fold(text) === plainFold(tidy(text)),
      ),
    );
    const long = 'Trường THCS Hoa Phượng '.repeat(100).trim();
    expect(fold(long)).toBe(plainFold(long));
  });
});

describe('what is proposed for a new data file', () => {
  it('is the place of the authority, the school year of the day, and its usual days', () => {
    expect(placeOfAuthority('UBND xã An Hải')).toBe('An Hải');
    expect(placeOfAuthority('Ủy ban nhân dân  phường Hồng Bàng')).toBe('Hồng Bàng');
    expect(placeOfAuthority('Sở Giáo dục và Đào tạo Hải Phòng')).toBe('Hải Phòng');
    expect(placeOfAuthority('Sở Giáo dục và Đào tạo thành phố Hải Phòng')).toBe('Hải Phòng');
    expect(placeOfAuthority('Phòng Giáo dục')).toBe('');
    expect([schoolYearOn('2026-07-31'), schoolYearOn('2026-08-01')]).toEqual(['2025-2026', '2026-2027']);
    expect(usualDays('2025-2026')).toEqual({ registrationDeadline: '2025-10-31', meetingOn: '2026-05-28' });
  });
});
