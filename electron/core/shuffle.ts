/** A fair order that tells nothing of the one before it: Fisher-Yates over the given source of random bytes. */
export function shuffle<T>(items: readonly T[], random: (bytes: number) => Uint8Array): readonly T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = below({ limit: last + 1, random });
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** A whole number from 0 to under the limit; numbers of an incomplete last span are drawn again, so that none is favoured. */
function below({
  limit,
  random,
}: {
  readonly limit: number;
  readonly random: (bytes: number) => Uint8Array;
}): number {
  const range = 2 ** 32;
  const fair = range - (range % limit);
  for (;;) {
    const drawn = random(4).reduce((sum, byte) => sum * 256 + byte, 0);
    if (drawn < fair) return drawn % limit;
  }
}
