/** Tells a person's name from what is none: numbers, dashes, and letters of the fonts from before Unicode. */
import type { ProblemCode } from './problem-facts.ts';

/**
 * Letters of TCVN3 and VNI read as Unicode: signs and letters that no Vietnamese name has ("NguyÔn V¨n", "§ç"), a capital
 * inside of a word, and a vowel with a mark behind a vowel that takes the mark itself ("Nguyeãn", "Traàn", "Leâ").
 */
const OLD_FONT =
  /[\u00a1-\u00bf\u00ad\u00d7\u00f7ÄÅÆÇËÏÑÖØÜÞßäåæçëïñöøüþÿ]|\p{Ll}[À-Ý]|[ae][àáảãạâăêôèéẻẽẹùúûïøòóõ]|o[âêùûø]|u[ùûø]/u;

/** Whether a text was typed in a font from before Unicode. */
export function isOldFont(text: string): boolean {
  return OLD_FONT.test(text.normalize('NFC')) || OLD_FONT.test(text.normalize('NFC').toLowerCase());
}

/** Why a text can't be a person's name; null when it can. */
export function nameFault(text: string): Extract<ProblemCode, 'name-without-letters' | 'old-font'> | null {
  if (!/\p{L}/u.test(text)) return 'name-without-letters';
  return isOldFont(text) ? 'old-font' : null;
}
