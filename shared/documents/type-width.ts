/** How wide a text is in the papers' face, near enough to know where it breaks. */

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Thousandths of the size of type by letter, marks left off, as in every face with the widths of Times. */
const regular = [
  444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500,
  500, 722, 500, 500, 444, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556,
  722, 667, 556, 611, 722, 722, 944, 722, 722, 611,
];
const bold = [
  500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556,
  500, 722, 500, 500, 444, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611,
  778, 722, 556, 667, 722, 722, 1000, 722, 722, 667,
];

/** The horn of ơ and ư. */
const HORN = 60;

function letterWidth(letter: string, widths: readonly number[]): number {
  if (letter === ' ') return 250;
  const [base = letter, ...marks] = letter.normalize('NFD');
  const plain = base === 'đ' ? 'd' : base === 'Đ' ? 'D' : base;
  const width = widths[letters.indexOf(plain)] ?? (/[\d–…“”]/.test(plain) ? 500 : 333);
  return width + (marks.includes('\u031b') ? HORN : 0);
}

export type Weight = 'regular' | 'bold';

/** Width of a text on one line, in millimetres; size in points. */
export function typeWidth({
  text,
  points,
  weight,
}: {
  readonly text: string;
  readonly points: number;
  readonly weight: Weight;
}): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFC'))
    thousandths += letterWidth(letter, weight === 'bold' ? bold : regular);
  return (thousandths / 1000) * points * (25.4 / 72);
}
