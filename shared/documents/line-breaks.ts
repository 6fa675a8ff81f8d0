/** Where the lines of a text end: the one answer for whoever arranges a page and whoever draws it. */

/** A run of letters of one look, and how wide its face makes them. */
export interface MeasuredRun {
  readonly text: string;
  /** At the size of the run, in the unit of the room. */
  readonly measure: (text: string) => number;
}

/** A blank at which a line may end: no line begins with a closing sign or a slash, or ends with an opening one. */
const BREAK = /(?<![([{“«]) (?![)\]}!?,.:;/%”»])/gu;
/** Where a word that is wider than a line is cut, rather than between any two letters. */
const CUT_AFTER = /[-/–,;]/u;

/**
 * Breaks runs into lines of a width, a word wider than a line into pieces; each line keeps the blank it ends with.
 * Gives the runs of each line by position.
 */
export function breakLines<Run extends MeasuredRun>({
  runs,
  room,
}: {
  readonly runs: readonly Run[];
  readonly room: number;
}): readonly (readonly { readonly run: Run; readonly text: string }[])[] {
  const text = runs.map((run) => run.text).join('');
  const ends = endsOf(runs);
  const wide = (from: number, to: number): number => (ends[to] ?? 0) - (ends[from] ?? 0);
  const lines: number[] = [0];
  let start = 0;
  for (const [from, to] of wordsOf(text)) {
    if (from > start && wide(start, to) > room) {
      start = from;
      lines.push(start);
    }
    while (wide(start, to) > room) {
      const cut = cutOf({ text, start, to, fits: (end) => wide(start, end) <= room });
      if (cut >= to) break;
      start = cut;
      lines.push(start);
    }
  }
  return lines.map((line, index) => sliced(runs, line, lines[index + 1] ?? text.length));
}

/** Where each letter ends, from the beginning of the text. */
function endsOf(runs: readonly MeasuredRun[]): Float64Array {
  const ends = new Float64Array(runs.reduce((sum, run) => sum + run.text.length, 0) + 1);
  let at = 0;
  for (const { text, measure } of runs) {
    for (let index = 0; index < text.length; index += 1) {
      ends[at + 1] = (ends[at] ?? 0) + measure(text.charAt(index));
      at += 1;
    }
  }
  return ends;
}

/** First letter of each word and the place behind its last one, without the blank that ends it. */
function wordsOf(text: string): readonly (readonly [number, number])[] {
  const words: [number, number][] = [];
  let from = 0;
  for (const { index } of text.matchAll(BREAK)) {
    words.push([from, index]);
    from = index + 1;
  }
  return [...words, [from, text.length]];
}

/** Where a word that is too wide is cut: behind its last sign that fits, else behind the last letter; one letter at least. */
function cutOf({
  text,
  start,
  to,
  fits,
}: {
  readonly text: string;
  readonly start: number;
  readonly to: number;
  readonly fits: (end: number) => boolean;
}): number {
  let last = start + 1;
  while (last < to && fits(last + 1)) last += 1;
  for (let cut = last; cut > start + 1; cut -= 1) if (CUT_AFTER.test(text.charAt(cut - 1))) return cut;
  // Both halves of a letter outside the plane of most stay together.
  return /[\uDC00-\uDFFF]/.test(text.charAt(last)) ? Math.max(start + 2, last - 1) : last;
}

function sliced<Run extends MeasuredRun>(
  runs: readonly Run[],
  from: number,
  to: number,
): readonly { readonly run: Run; readonly text: string }[] {
  const parts: { run: Run; text: string }[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') parts.push({ run, text });
    at += run.text.length;
  }
  return parts;
}
