const MARKS = /\p{M}/gu;
const SPACES = /[\s\u00a0]+/gu;

/** Words of letters that are one code point each, one space between: how almost every text comes, tidy already. */
const TIDY = /^[!-~À-ɏẠ-ỹ]+(?: [!-~À-ɏẠ-ỹ]+)*$/;
/** Longer texts are folded as a whole: so many letters can be arguments of one call. */
const LETTERS = 1000;

const collator = new Intl.Collator('vi', { sensitivity: 'variant', numeric: true });

/** Text as it is stored: NFC, no space at either end, inner runs of any space as one. */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text;
  return text.normalize('NFC').replace(SPACES, ' ').trim();
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
