const MARKS = /\p{M}/gu;
const SPACES = /[\s\u00a0]+/gu;

const collator = new Intl.Collator('vi', { sensitivity: 'variant', numeric: true });

/** Text as it is stored: NFC, no space at either end, inner runs of any space as one. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(SPACES, ' ').trim();
}

/** The search key of a text: lower case, marks off, đ as d. `fold('Đỗ Văn Ước') === 'do van uoc'`. */
export function fold(text: string): string {
  return tidy(text).normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
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
