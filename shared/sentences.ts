/** How sentences are joined and put inside one another. */

/** A sentence without its end mark, so that another can go on after it. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[.;]$/, '');
}

/** With a small first letter, inside another sentence. */
export function withSmallLetter(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
}

/** A sentence as a reason inside another one: small first letter, no end mark. */
export function asReason(sentence: string): string {
  return withSmallLetter(withoutStop(sentence));
}

/** The parts of a sentence that stands on lines: each ends in a semicolon, the last one in a full stop. */
export function asLines(parts: readonly string[]): readonly string[] {
  return parts.map((part, index) => `${withoutStop(part)}${index === parts.length - 1 ? '.' : ';'}`);
}
