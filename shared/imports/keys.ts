import { fold, tidy } from '../names.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Tỷ and tỉ, kỷ and kỉ, lý and lí are one word in two spellings. */
function withOneI(key: string): string {
  return key.replace(/\b([hklmstv]|qu)y\b/g, '$1i');
}

/** What a text says without marks, case, punctuation or spelling habits: "Tỷ lệ đóng góp (%)" is `ti le dong gop %`. */
export function plainKey(text: string): string {
  const words = fold(text)
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
  return withOneI(words);
}

/**
 * A full name with its marks, whichever way they are typed: Hòa and Hoà give one key, Hà and Hạ two.
 * The tone of each word is moved behind the word.
 */
export function nameKey(text: string): string {
  const words = tidy(text).toLowerCase().normalize('NFD').split(' ');
  const keys = words.map((word) => {
    const tones = word.match(TONES);
    return tones === null ? word : word.replace(TONES, '') + tones.join('');
  });
  return withOneI(keys.join(' ').replace(/\by([\u0300\u0301\u0303\u0309\u0323])/g, 'i$1'));
}

/** A tổ's name without "Tổ", "Tổ chuyên môn", "và" and punctuation, so that both ways of writing it meet. */
export function groupKey(text: string): string {
  return plainKey(text)
    .replace(/^to (?:chuyen mon |cm |bo mon |bm )?/, '')
    .replace(/ va /g, ' ');
}

/** First letters of a key's words: `khoa hoc tu nhien` is `khtn`. */
export function initials(key: string): string {
  return key.replace(/(\S)\S*\s*/g, '$1');
}
