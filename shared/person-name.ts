/** Tells a person's name from what is none: numbers, dashes, and letters of the fonts from before Unicode. */
import type { IsoDate } from './dates.ts';
import { foreignLetters } from './names.ts';

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

/** Why a text can't be a name. */
export type NameFault = 'name-without-letters' | 'foreign-letters' | 'old-font';

/** Why a text can't be the name of a tổ, a class or whatever may be called by a number; null when it can. */
export function groupNameFault(text: string): Exclude<NameFault, 'name-without-letters'> | null {
  if (foreignLetters(text).length > 0) return 'foreign-letters';
  return isOldFont(text) ? 'old-font' : null;
}

/** Why a text can't be a person's name; null when it can. */
export function nameFault(text: string): NameFault | null {
  return /\p{L}/u.test(text) ? groupNameFault(text) : 'name-without-letters';
}

/** Why two days of a person can't both be true, or one can't be at all; null when they can. */
export type DaysFault = 'born-later' | 'joined-before-birth';

/** Reads the day of birth against the last day on which anybody can be born, and the day of joining against it. */
export function daysFault({
  birthDate,
  joinedOn,
  latestBirth,
}: {
  readonly birthDate: IsoDate | null;
  readonly joinedOn: IsoDate | null;
  readonly latestBirth: IsoDate;
}): DaysFault | null {
  if (birthDate === null) return null;
  if (birthDate > latestBirth) return 'born-later';
  return joinedOn !== null && joinedOn <= birthDate ? 'joined-before-birth' : null;
}
