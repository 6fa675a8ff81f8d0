import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWidths } from '../../electron/core/files/font-widths.ts';
import { loadFonts } from '../../electron/core/files/fonts.ts';
import { breakLines } from '../../shared/documents/line-breaks.ts';

const normal = readWidths(loadFonts().normal);
const bold = readWidths(loadFonts().bold);

describe('widths of the face', () => {
  it('are those of Times, marks or none', () => {
    const thousandths = (text: string, measure = normal) => Math.round(measure(text, 1000));
    expect([' ', 'n', 'm', 'W', '0', '%'].map((letter) => thousandths(letter))).toEqual([
      250, 500, 778, 944, 500, 833,
    ]);
    expect(['n', 'm', 'W', '%'].map((letter) => thousandths(letter, bold))).toEqual([556, 833, 1000, 1000]);
    for (const [marked, plain] of [
      ['ế', 'e'],
      ['Ộ', 'O'],
      ['ẵ', 'a'],
      ['ỹ', 'y'],
    ] as const) {
      expect(thousandths(marked)).toBe(thousandths(plain));
    }
    expect(thousandths('Nguyễn')).toBe(thousandths('N') + thousandths('g') + thousandths('uyên'));
  });

  it('are those of the sign drawn instead for a letter that the face lacks', () => {
    const lacking = normal('東', 12);
    expect(lacking).toBeGreaterThan(0);
    expect(normal('a東', 12)).toBeCloseTo(normal('a', 12) + lacking, 9);
  });
});

/** A blank between two words, not one that a sign on either side keeps. */
const BREAK = /(?<![([{“«]) (?![)\]}!?,.:;/%”»])/u;

describe('lines', () => {
  const run = (text: string, measure = normal) => ({ text, measure: (part: string) => measure(part, 11) });
  const linesOf = (texts: readonly string[], room: number) =>
    breakLines({ runs: texts.map((text, at) => run(text, at % 2 === 0 ? normal : bold)), room });
  const broken = (text: string, room: number) =>
    breakLines({ runs: [run(text, bold)], room }).map((line) => line.map((part) => part.text).join(''));
  const word = fc.string({
    unit: fc.constantFrom(...'aăđêgimnơưtyẾỰ07(,-/”“)–'.split('')),
    minLength: 1,
    maxLength: 12,
  });
  const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));

  it('fit, lose nothing, and take in as many words as fit', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 20, max: 300 }),
        (texts, room) => {
          const lines = linesOf(texts, room);
          expect(
            lines
              .flat()
              .map((part) => part.text)
              .join(''),
          ).toBe(texts.join(''));
          for (const line of lines) {
            const letters = line.map((part) => part.text).join('');
            const width = line.reduce((sum, part) => sum + part.run.measure(part.text), 0);
            expect(width - (letters.endsWith(' ') ? normal(' ', 11) : 0)).toBeLessThanOrEqual(room + 1e-6);
          }
          const chunks = texts.join('').split(BREAK);
          if (texts.length > 1 || chunks.some((chunk) => normal(chunk, 11) > room)) return;
          for (const [index, line] of lines.slice(0, -1).entries()) {
            const below = lines[index + 1]?.map((part) => part.text).join('') ?? '';
            const next = below.split(BREAK)[0] ?? '';
            const letters = line.map((part) => part.text).join('');
            if (letters.endsWith(' ')) expect(normal(letters + next, 11)).toBeGreaterThan(room - 1e-6);
          }
        },
      ),
    );
  });

  it('never begin with a closing sign or a slash', () => {
    expect(broken('Đồng ý / Tổng số', 38)).toEqual(['Đồng ', 'ý / ', 'Tổng số']);
    expect(broken('Đồng ý / Tổng số', 45)).toEqual(['Đồng ý / ', 'Tổng số']);
  });

  it('cut a word that is wider than a line behind its signs, else between two letters', () => {
    expect(broken('127/QĐ-UBND', 45)).toEqual(['127/QĐ-', 'UBND']);
    expect(broken('Nguyễnhoàngphương', 45)).toEqual(['Nguyễnh', 'oàngphư', 'ơng']);
    expect(broken('a😀😀', 12)).toEqual(['a', '😀', '😀']);
    expect(broken('mm', 1)).toEqual(['m', 'm']);
  });
});
