const MARKS = /\p{M}/gu;
const SPACES = /[\s\u00a0]+/gu;

/** Words of letters that are one code point each, one space between: how almost every text comes, tidy already. */
const TIDY = /^[!-~À-ÏÑ-ïñ-İĲ-ƈƊ-ɏẠ-ỹ]+(?: [!-~À-ÏÑ-ïñ-İĲ-ƈƊ-ɏẠ-ỹ]+)*$/;

/** Signs that nobody sees: soft hyphens, marks of direction and of bytes, spaces without width, controls that end no line. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u3164]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
/** Letters of Asian width, joined letters, and Roman numbers as one sign: the same letters in another dress. */
const DRESSED = /[\uff01-\uff5e\ufb00-\ufb06\u2160-\u217f]/gu;
/** Letters that look like one of Vietnamese and are another's; no Vietnamese word has them. */
const LOOKALIKES = /[ÐðƉɖıɑɡ\u2010\u2011]/gu;
const lookalikes: Readonly<Record<string, string>> = {
  Ð: 'Đ',
  ð: 'đ',
  Ɖ: 'Đ',
  ɖ: 'đ',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
  '\u2010': '-',
  '\u2011': '-',
};
const STROKED = /([dD])[\u0335-\u0338]/gu;
/** A tone typed before the mark of its vowel does not become one letter with it. */
const TONE_FIRST = /([\u0300\u0301\u0303\u0309])([\u0302\u0306])/gu;
const TWICE = /([\u0300-\u0309\u031b\u0323])\1+/gu;

/** Russian and Greek letters that no eye tells from a Latin one. */
const TWINS = 'АВЕЅІЈКМНОРСТХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const TWINS_IN_LATIN = 'ABESIJKMHOPCTXaesijopcyxABEZHIKMNOPTYXo';
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const OTHER_LETTERS = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
/** Longer texts are folded as a whole: so many letters can be arguments of one call. */
const LETTERS = 1000;

const collator = new Intl.Collator('vi', { sensitivity: 'variant', numeric: true });

/** Twins of Latin letters become those where a Latin letter stands beside and nothing but twins is of another script. */
function withTwins(text: string): string {
  if (!OTHER_SCRIPT.test(text) || !/\p{Script=Latin}/u.test(text)) return text;
  const foreign = text.match(OTHER_LETTERS) ?? [];
  if (!foreign.every((letter) => TWINS.includes(letter))) return text;
  return text.replace(OTHER_LETTERS, (letter) => TWINS_IN_LATIN.charAt(TWINS.indexOf(letter)));
}

/** Letters as a Vietnamese keyboard gives them, each one code point; what is only like one is brought to it. */
function ownLetters(text: string): string {
  const seen = withTwins(text.replace(UNSEEN, ''))
    .replace(DRESSED, (sign) => sign.normalize('NFKC'))
    .replace(LOOKALIKES, (sign) => lookalikes[sign] ?? sign)
    .normalize('NFC');
  if (!/\p{M}/u.test(seen)) return seen;
  return seen
    .normalize('NFD')
    .replace(STROKED, (_, letter) => (letter === 'd' ? 'đ' : 'Đ'))
    .replace(TWICE, '$1')
    .replace(TONE_FIRST, '$2$1')
    .normalize('NFC');
}

/**
 * Text as it is stored and compared: NFC, letters that only look like Vietnamese ones brought to these, nothing
 * unseen, no space at either end, inner runs of any space as one.
 */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text;
  return ownLetters(text).replace(SPACES, ' ').trim();
}

/** Letters of a text that are of no Latin alphabet, so that it is not the name that it looks like; none for a usual one. */
export function foreignLetters(text: string): readonly string[] {
  return [...new Set(tidy(text).match(/(?!\p{Script=Latin})\p{L}/gu) ?? [])];
}

function foldAny(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
}

/** What each letter folds to, by code; filled as letters are met. */
const foldedLetters: number[] = [];

function foldLetter(code: number): number {
  return (foldedLetters[code] ??= foldAny(String.fromCharCode(code)).charCodeAt(0));
}

/** The search key of a text: lower case, marks off, đ as d. `fold('Đỗ Văn Ước') === 'do van uoc'`. */
export function fold(text: string): string {
  // Texts of usual letters, almost all there are, fold letter by letter.
  if (text.length > LETTERS || !TIDY.test(text)) return foldAny(tidy(text));
  const codes: number[] = [];
  for (let index = 0; index < text.length; index += 1) codes.push(foldLetter(text.charCodeAt(index)));
  return String.fromCharCode(...codes);
}

/** The given name (last word) of a Vietnamese full name, by which lists are sorted. */
export function givenName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(' ') + 1);
}

/** Compares any two texts in Vietnamese alphabetical order. */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Compares two full names by given name first, then by the whole name. */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
}

/**
 * Places of texts in an order, alike texts (by `compare`) on one place: long lists hold the same few hundred names and
 * tổ again and again, and comparing places is far cheaper than comparing texts by the rules of a language.
 */
export function placesOf(
  texts: Iterable<string>,
  compare: (a: string, b: string) => number = compareText,
): (text: string) => number {
  const sorted = [...new Set(texts)].sort(compare);
  const places = new Map<string, number>();
  let place = 0;
  for (const [index, text] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && compare(before, text) !== 0) place = index;
    places.set(text, place);
  }
  return (text) => places.get(text) ?? -1;
}

/** Places of full names in the order of `compareNames`. */
export function placesOfNames(names: Iterable<string>): (name: string) => number {
  const whole = [...new Set(names)];
  const given = placesOf(whole.map(givenName));
  const known = new Map(whole.map((name) => [name, given(givenName(name))]));
  return placesOf(whole, (a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0) || collator.compare(a, b));
}

/** The place that the name of an authority ends with: "UBND xã An Hải" gives "An Hải"; empty when it names none. */
export function placeOfAuthority(name: string): string {
  const unit = /^.*(?:^|\s)(?:đặc khu|xã|phường|thị trấn|quận|huyện|thành phố|tỉnh)\s+(\p{Lu}.*)$/u;
  return unit.exec(tidy(name))?.[1] ?? /^Sở .*Đào tạo\s+(\p{Lu}.*)$/u.exec(tidy(name))?.[1] ?? '';
}
