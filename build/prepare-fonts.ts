/**
 * Makes the fonts of the papers from the package of Tinos: `node build/prepare-fonts.ts`. Run again when that package
 * changes; the result is kept in `build/fonts`.
 *
 * What is kept: the letters of Vietnamese and of western Europe with the signs papers use. What goes: other scripts,
 * kerning and hinting. Every .pdf reads its fonts anew, so this halves its time and its size.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const faces = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'] as const;

/** First and last code points of what is kept. */
const KEPT: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1a0, 0x1b0],
  [0x300, 0x309],
  [0x323, 0x323],
  [0x1e80, 0x1ef9],
  [0x2010, 0x203a],
  [0x20ab, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2260, 0x2265],
];

interface Source {
  table(tag: string): Buffer;
}

function open(file: Buffer): Source {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    const offset = file.readUInt32BE(at + 8);
    tables.set(
      file.toString('latin1', at, at + 4),
      file.subarray(offset, offset + file.readUInt32BE(at + 12)),
    );
  }
  return {
    table(tag) {
      const found = tables.get(tag);
      if (found === undefined) throw new Error(`The font has no table ${tag}`);
      return found;
    },
  };
}

/** Glyphs of the code points kept, from a cmap subtable of format 4. */
function readMap(cmap: Buffer): ReadonlyMap<number, number> {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const sub = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    if (sub.readUInt16BE(0) !== 4) continue;
    const size = sub.readUInt16BE(6);
    const map = new Map<number, number>();
    for (let at = 0; at < size; at += 2) {
      const end = sub.readUInt16BE(14 + at);
      const start = sub.readUInt16BE(16 + size + at);
      const delta = sub.readUInt16BE(16 + size * 2 + at);
      const rangeAt = 16 + size * 3 + at;
      const range = sub.readUInt16BE(rangeAt);
      for (const [first, last] of KEPT) {
        for (let code = Math.max(first, start); code <= Math.min(last, end); code += 1) {
          const raw = range === 0 ? code : sub.readUInt16BE(rangeAt + range + (code - start) * 2);
          if (raw !== 0) map.set(code, (raw + delta) & 0xffff);
        }
      }
    }
    return map;
  }
  throw new Error('The font has no cmap subtable of format 4');
}

const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const SCALES = 0x40;
const MATRIX = 0x80;
const INSTRUCTIONS = 0x100;

/** Where the parts of a composite glyph stand in its data, and where they end. */
function partsOf(glyph: Buffer): { readonly at: readonly number[]; readonly end: number } {
  const at: number[] = [];
  let position = 10;
  for (let more = true; more;) {
    const flags = glyph.readUInt16BE(position);
    at.push(position);
    position +=
      4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & SCALES ? 4 : flags & MATRIX ? 8 : 0);
    more = (flags & MORE) !== 0;
  }
  return { at, end: position };
}

function isComposite(glyph: Buffer): boolean {
  return glyph.length > 0 && glyph.readInt16BE(0) < 0;
}

/** A glyph without hinting, the parts of a composite under their new numbers. */
function rewrite(glyph: Buffer, renumber: (old: number) => number): Buffer {
  if (glyph.length === 0) return glyph;
  if (!isComposite(glyph)) {
    const outline = 10 + glyph.readInt16BE(0) * 2;
    return Buffer.concat([
      glyph.subarray(0, outline),
      Buffer.alloc(2),
      glyph.subarray(outline + 2 + glyph.readUInt16BE(outline)),
    ]);
  }
  const { at, end } = partsOf(glyph);
  const copy = Buffer.from(glyph.subarray(0, end));
  for (const position of at) {
    copy.writeUInt16BE(copy.readUInt16BE(position) & ~INSTRUCTIONS, position);
    copy.writeUInt16BE(renumber(copy.readUInt16BE(position + 2)), position + 2);
  }
  return copy;
}

function writeMap(map: ReadonlyMap<number, number>): Buffer {
  const codes = [...map.keys()].sort((a, b) => a - b);
  const table = Buffer.alloc(12 + 16 + codes.length * 12);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + codes.length * 12, 16);
  table.writeUInt32BE(codes.length, 24);
  for (const [index, code] of codes.entries()) {
    const at = 28 + index * 12;
    table.writeUInt32BE(code, at);
    table.writeUInt32BE(code, at + 4);
    table.writeUInt32BE(map.get(code) ?? 0, at + 8);
  }
  return table;
}

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
}

function checksum(table: Buffer): number {
  const whole = padded(table);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function writeFont(tables: ReadonlyMap<string, Buffer>): Buffer {
  const tags = [...tables.keys()].sort();
  const count = tags.length;
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  let position = head.length;
  const parts: Buffer[] = [];
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag) ?? Buffer.alloc(0);
    const at = 12 + index * 16;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(checksum(table), at + 4);
    head.writeUInt32BE(position, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    parts.push(padded(table));
    position += padded(table).length;
  }
  const font = Buffer.concat([head, ...parts]);
  const start = font.readUInt32BE(12 + tags.indexOf('head') * 16 + 8);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, start + 8);
  return font;
}

function prepare(file: Buffer): Buffer {
  const source = open(file);
  const head = Buffer.from(source.table('head'));
  const loca = source.table('loca');
  const glyf = source.table('glyf');
  const long = head.readInt16BE(50) === 1;
  const offset = (glyph: number): number =>
    long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  const glyphOf = (glyph: number): Buffer => glyf.subarray(offset(glyph), offset(glyph + 1));

  const map = readMap(source.table('cmap'));
  const kept = [0];
  const numbers = new Map([[0, 0]]);
  const keep = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, kept.length);
    return kept.push(glyph) - 1;
  };
  for (const glyph of map.values()) keep(glyph);
  // The list grows while it is walked: parts of composites may be composites.
  for (const glyph of kept) {
    const data = glyphOf(glyph);
    if (isComposite(data)) for (const at of partsOf(data).at) keep(data.readUInt16BE(at + 2));
  }

  const outlines = kept.map((glyph) => padded(rewrite(glyphOf(glyph), (old) => numbers.get(old) ?? 0)));
  const newLoca = Buffer.alloc((kept.length + 1) * 4);
  let position = 0;
  for (const [index, outline] of outlines.entries()) {
    position += outline.length;
    newLoca.writeUInt32BE(position, (index + 1) * 4);
  }
  const hhea = Buffer.from(source.table('hhea'));
  const hmtx = source.table('hmtx');
  const metrics = hhea.readUInt16BE(34);
  const newHmtx = Buffer.alloc(kept.length * 4);
  for (const [index, glyph] of kept.entries()) {
    const bearing = glyph < metrics ? glyph * 4 + 2 : metrics * 4 + (glyph - metrics) * 2;
    newHmtx.writeUInt16BE(hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4), index * 4);
    newHmtx.writeInt16BE(hmtx.readInt16BE(bearing), index * 4 + 2);
  }
  hhea.writeUInt16BE(kept.length, 34);
  const maxp = Buffer.from(source.table('maxp'));
  maxp.writeUInt16BE(kept.length, 4);
  maxp.writeUInt16BE(0, 26);
  head.writeInt16BE(1, 50);
  head.writeUInt32BE(0, 8);
  const post = Buffer.from(source.table('post').subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  const newMap = new Map([...map].map(([code, glyph]) => [code, numbers.get(glyph) ?? 0]));
  return writeFont(
    new Map([
      ['OS/2', source.table('OS/2')],
      ['cmap', writeMap(newMap)],
      ['glyf', Buffer.concat(outlines)],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', newHmtx],
      ['loca', newLoca],
      ['maxp', maxp],
      ['name', source.table('name')],
      ['post', post],
    ]),
  );
}

const from = new URL('../node_modules/@expo-google-fonts/tinos/', import.meta.url);
const to = new URL('./fonts/', import.meta.url);
mkdirSync(to, { recursive: true });
for (const face of faces) {
  const font = prepare(readFileSync(new URL(`${face}/Tinos_${face}.ttf`, from)));
  writeFileSync(new URL(`Tinos_${face}.ttf`, to), font);
  process.stdout.write(`${fileURLToPath(new URL(`Tinos_${face}.ttf`, to))}: ${font.length} byte\n`);
}
writeFileSync(new URL('LICENSE.txt', to), readFileSync(new URL('LICENSE_FONT', from)));
