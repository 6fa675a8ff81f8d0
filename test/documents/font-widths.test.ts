import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, readWidths } from '../../electron/core/files/font-widths.ts';
import { loadFonts } from '../../electron/core/files/fonts.ts';

const normal = readWidths(loadFonts().normal);
const bold = readWidths(loadFonts().bold);

describe('widths of the face', () => {
  it('are those of Times, marks or none', () => {
    const thousandths = (text: string, measure = normal) => Math.round(measure(text, 1000) ?? NaN);
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

  it('are unknown for a letter that the face lacks', () => {
    expect(normal('東', 12)).toBe(null);
    expect(normal('a😀', 12)).toBe(null);
  });
});

describe('lines', () => {
  const word = fc.string({
    unit: fc.constantFrom(
      'a',
      'ă',
      'đ',
      'ê',
      'g',
      'i',
      'm',
      'n',
      'ơ',
      'ư',
      't',
      'y',
      'Ế',
      'Ự',
      '0',
      '7',
      '(',
      ',',
      '-',
      '/',
    ),
    minLength: 1,
    maxLength: 12,
  });
  const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));

  it('fit, lose nothing, and take in as many words as fit', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), (whole, room) => {
        const lines = breakLines({ text: whole, size: 11, room, measure: normal });
        const widthOf = (line: string) => normal(line, 11) ?? Infinity;
        if (lines === null) {
          expect(whole.split(/ (?![),/])(?<!\( )/).some((one) => widthOf(one) > room)).toBe(true);
          return;
        }
        expect(lines.join('')).toBe(whole);
        for (const [index, line] of lines.entries()) {
          expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(room + 1e-6);
          const next = lines[index + 1]?.split(/ (?![),/])(?<!\( )/)[0];
          if (next !== undefined) expect(widthOf(line + next)).toBeGreaterThan(room - 1e-6);
        }
      }),
    );
  });

  it('never begin with a sign that pdfmake would keep on the line before', () => {
    const broken = (room: number) => breakLines({ text: 'Đồng ý / Tổng số', size: 11, room, measure: bold });
    expect(broken(38)).toEqual(['Đồng ', 'ý / ', 'Tổng số']);
    expect(broken(45)).toEqual(['Đồng ý / ', 'Tổng số']);
  });
});
