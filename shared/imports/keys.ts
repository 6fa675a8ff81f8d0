import { fold, tidy } from '../names.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MEMORY = 20_000;

/** Remembers answers: the columns of a long file repeat a few texts, and names a few hundred syllables. */
function remembered(answer: (text: string) => string): (text: string) => string {
  const answers = new Map<string, string>();
  return function remember(text) {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= MEMORY) answers.clear();
    const value = answer(text);
    answers.set(text, value);
    return value;
  };
}

/** Tỷ and tỉ, kỷ and kỉ, lý and lí are one word in two spellings. */
function withOneI(key: string): string {
  return key.replace(/\b([hklmstv]|qu)y\b/g, '$1i');
}

/** What a text says without marks, case, punctuation or spelling habits: "Tỷ lệ đóng góp (%)" is `ti le dong gop %`. */
export const plainKey = remembered((text) => {
  const words = fold(text)
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
  return withOneI(words);
});

function byWord(key: (word: string) => string): (text: string) => string {
  const remember = remembered(key);
  return function keyOfAll(text) {
    return tidy(text).split(' ').map(remember).join(' ');
  };
}

/**
 * A full name with its marks, whichever way they are typed: Hòa and Hoà give one key, Hà and Hạ two.
 * The tone of each word is moved behind the word.
 */
export const nameKey = byWord((word) => {
  const letters = word.toLowerCase().normalize('NFD');
  const tones = letters.match(TONES)?.join('') ?? '';
  return withOneI(letters.replace(TONES, '')) + tones;
});

/** A full name without marks and case. */
export const plainName = byWord(fold);

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

/** A tổ's name in capitals, from a title, as it is written elsewhere: "TỔ TOÁN - CÔNG NGHỆ" is "Tổ Toán - Công nghệ". */
export function groupTitle(text: string): string {
  const name = tidy(text);
  if (name !== name.toUpperCase()) return name;
  let startsPart = true;
  const words = name.split(' ').map((word, index) => {
    // A word without a vowel is an abbreviation: KHTN.
    const isShort = /^[^aeiouy]+$/.test(fold(word)) && /\p{L}/u.test(word);
    const lower = word.toLowerCase();
    const written = isShort ? word : startsPart ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
    startsPart = /^\P{L}+$|[,:]$/u.test(word) || (index === 0 && fold(word) === 'to');
    return written;
  });
  return words.join(' ');
}
