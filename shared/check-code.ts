/** The check code of a package as people read it aloud and write it down: 16 groups of 4 hexadecimal digits. */
export function formatCheckCode(hash: string): string {
  return (hash.match(/.{1,4}/g) ?? []).join(' ');
}

/** Says whether a check code copied from paper is this hash; spaces, dashes, dots and letter case do not count. */
export function isSameCheckCode({ typed, hash }: { readonly typed: string; readonly hash: string }): boolean {
  return typed.replace(/[\s.-]/gu, '').toLowerCase() === hash.toLowerCase();
}
