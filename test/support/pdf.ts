/** Reads a .pdf of the app back: where each word and each drawn line stands. */
import { inflateSync } from 'node:zlib';

/** Lengths in points, from the left and the foot of the page. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface Word extends Box {
  readonly text: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly lines: readonly Box[];
  /** As it is stored, uncompressed. */
  readonly content: string;
  /** In the order in which it is drawn, without what stands aslant or grey behind the text. */
  readonly text: string;
  /** Texts aslant or grey behind it. */
  readonly grey: readonly string[];
}

export interface PdfFacts {
  readonly pages: readonly PdfPage[];
  readonly raw: string;
}

interface Font {
  readonly letters: ReadonlyMap<string, string>;
  /** Thousandths of the size, by glyph. */
  readonly widths: readonly number[];
}

type Matrix = readonly [number, number, number, number, number, number];

/** Streams of a file, by object number. */
function streamsOf(bytes: Uint8Array, raw: string): ReadonlyMap<number, string> {
  const file = Buffer.from(bytes);
  const streams = new Map<number, string>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n<<((?:(?!endobj).)*?)>>\nstream\n/gs)) {
    const head = match[2] ?? '';
    const start = match.index + match[0].length;
    const data = file.subarray(start, start + Number(/\/Length (\d+)/.exec(head)?.[1]));
    const plain = head.includes('/FlateDecode') ? inflateSync(data) : data;
    streams.set(Number(match[1]), plain.toString('latin1'));
  }
  return streams;
}

function objectsOf(raw: string): ReadonlyMap<string, string> {
  return new Map(
    [...raw.matchAll(/\n(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id = '', body = '']) => [id, body]),
  );
}

function lettersOf(unicode: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, from, , list] of unicode.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    const codes = [...(list ?? '').matchAll(/<([0-9a-f]*)>/g)].map((match) => match[1] ?? '');
    for (const [index, code] of codes.entries()) {
      const glyph = (Number.parseInt(from ?? '0', 16) + index).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(code, 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

function fontsOf(raw: string, streams: ReadonlyMap<number, string>): ReadonlyMap<string, Font> {
  const objects = objectsOf(raw);
  const fonts = new Map<string, Font>();
  for (const [, name = '', id = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(id) ?? '';
    const descendant = objects.get(/\/DescendantFonts \[(\d+) 0 R\]/.exec(font)?.[1] ?? '') ?? '';
    const widths = /\/W \[0 \[([^\]]*)\]\]/.exec(descendant)?.[1] ?? '';
    fonts.set(name, {
      letters: lettersOf(streams.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1])) ?? ''),
      widths: widths.split(/\s+/).map(Number),
    });
  }
  return fonts;
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

const OPERATION = /\[([^\]]*)\] TJ|\/(F\d+) ([\d.]+) Tf|((?:-?[\d.]+ )*)([A-Za-z*]+)(?=\s|$)/g;

/** Plays one page: the words and lines it draws. */
function play(
  content: string,
  fonts: ReadonlyMap<string, Font>,
): Pick<PdfPage, 'words' | 'lines' | 'text' | 'grey'> {
  let state: { readonly matrix: Matrix; readonly grey: boolean } = {
    matrix: [1, 0, 0, 1, 0, 0],
    grey: false,
  };
  const saved: (typeof state)[] = [];
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  let font: Font = { letters: new Map(), widths: [] };
  let size = 0;
  let from: readonly [number, number] = [0, 0];
  const words: Word[] = [];
  const lines: Box[] = [];
  const shown: string[] = [];
  const grey: string[] = [];
  for (const [, glyphs, name, points, numbers = '', operator] of content.matchAll(OPERATION)) {
    if (name !== undefined) {
      font = fonts.get(name) ?? font;
      size = Number(points);
      continue;
    }
    const matrix = times(text, state.matrix);
    if (glyphs !== undefined) {
      const codes = [...glyphs.matchAll(/<([0-9a-f]+)>/g)].flatMap(
        (match) => (match[1] ?? '').match(/.{4}/g) ?? [],
      );
      const letters = codes.map((code) => font.letters.get(code) ?? '?').join('');
      if (Math.abs(matrix[1]) > 0.01 || state.grey) grey.push(letters);
      else {
        words.push(...wordsOf({ codes, font, size, matrix }));
        shown.push(letters);
      }
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.trim().split(' ').map(Number);
    switch (operator) {
      case 'q':
        saved.push(state);
        break;
      case 'Q':
        state = saved.pop() ?? state;
        break;
      case 'cm':
        state = { ...state, matrix: times([a, b, c, d, e, f], state.matrix) };
        break;
      case 'scn':
        state = { ...state, grey: a > 0.75 && a < 0.9 && a === b && b === c };
        break;
      case 'Tm':
        text = [a, b, c, d, e, f];
        break;
      case 'm':
        from = place(state.matrix, a, b);
        break;
      case 'l': {
        const to = place(state.matrix, a, b);
        lines.push({
          left: Math.min(from[0], to[0]),
          right: Math.max(from[0], to[0]),
          bottom: Math.min(from[1], to[1]),
          top: Math.max(from[1], to[1]),
        });
        break;
      }
      case undefined:
        break;
    }
  }
  return { words, lines, text: shown.join(''), grey };
}

function wordsOf({
  codes,
  font,
  size,
  matrix,
}: {
  readonly codes: readonly string[];
  readonly font: Font;
  readonly size: number;
  readonly matrix: Matrix;
}): readonly Word[] {
  const [x, y] = place(matrix, 0, 0);
  const words: Word[] = [];
  let at = 0;
  let word = '';
  let start = 0;
  const end = (): void => {
    if (word !== '') {
      words.push({
        text: word,
        left: x + start,
        right: x + at,
        bottom: y - size * 0.15,
        top: y + size * 0.6,
      });
    }
    word = '';
  };
  for (const code of codes) {
    const letter = font.letters.get(code) ?? '?';
    if (letter === ' ' || letter === '\u00a0') end();
    else if (word === '') start = at;
    if (letter !== ' ' && letter !== '\u00a0') word += letter;
    at += ((font.widths[Number.parseInt(code, 16)] ?? 0) / 1000) * size;
  }
  end();
  return words;
}

/** Reads a file back. */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = streamsOf(bytes, raw);
  const fonts = fontsOf(raw, streams);
  const pages = [...raw.matchAll(/\/Type \/Page\n.*?\/MediaBox \[([^\]]+)\].*?\/Contents (\d+) 0 R/gs)];
  return {
    raw,
    pages: pages.map(([, box = '', contents]) => {
      const [, , width = 0, height = 0] = box.split(' ').map(Number);
      const content = streams.get(Number(contents)) ?? '';
      return { width, height, content, ...play(content, fonts) };
    }),
  };
}

/** Rounding of coordinates, and what letters reach over their own widths. */
const NEAR = 0.6;

function crosses(a: Box, b: Box): boolean {
  return (
    a.left < b.right - NEAR && b.left < a.right - NEAR && a.bottom < b.top - NEAR && b.bottom < a.top - NEAR
  );
}

/** Words printed over each other, over a line or over the edge of their page, in words; empty for a clean file. */
export function collisionsOf({ pages }: PdfFacts): readonly string[] {
  return pages.flatMap((page, index) => {
    const found: string[] = [];
    const at = `page ${index + 1}: `;
    const sorted = [...page.words].sort((a, b) => a.left - b.left);
    for (const [position, word] of sorted.entries()) {
      if (word.left < 0 || word.right > page.width || word.bottom < 0 || word.top > page.height)
        found.push(`${at}“${word.text}” leaves the page`);
      for (let next = position + 1; (sorted[next]?.left ?? Infinity) < word.right; next += 1) {
        const other = sorted[next];
        if (other !== undefined && crosses(word, other)) found.push(`${at}“${word.text}” on “${other.text}”`);
      }
      for (const line of page.lines) {
        const thick = { ...line, left: line.left - NEAR, right: line.right + NEAR };
        const high = { ...thick, bottom: line.bottom - NEAR, top: line.top + NEAR };
        if (crosses(word, high)) found.push(`${at}“${word.text}” on a line`);
      }
    }
    return found;
  });
}
