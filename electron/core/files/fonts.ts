/** The four faces of Tinos, metric twin of Times New Roman, that printed papers are drawn with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const files = {
  normal: 'Tinos_400Regular.ttf',
  bold: 'Tinos_700Bold.ttf',
  italics: 'Tinos_400Regular_Italic.ttf',
  bolditalics: 'Tinos_700Bold_Italic.ttf',
} as const;

export type FontFace = keyof typeof files;
export type FontFaces = Readonly<Record<FontFace, Uint8Array>>;

// Kerning and substitution. Word sets Times New Roman without them, Vietnamese in NFC needs none, and reading them
// costs more time than all the rest of a paper.
const SHAPING_TABLES = new Set(['GSUB', 'GPOS', 'GDEF', 'kern', 'DSIG']);

let folder: string | null = null;
let loaded: FontFaces | null = null;

/** Says where the fonts are, for an app whose files lie elsewhere than in the repository. */
export function setFontsFolder(path: string): void {
  folder = path;
  loaded = null;
}

/** The fonts, read once. Throws when a file is missing: the app is then incomplete. */
export function loadFonts(): FontFaces {
  if (loaded !== null) return loaded;
  const base = folder ?? fileURLToPath(new URL('../../../build/fonts', import.meta.url));
  const read = (face: FontFace): Uint8Array => withoutShaping(readFileSync(join(base, files[face])));
  loaded = {
    normal: read('normal'),
    bold: read('bold'),
    italics: read('italics'),
    bolditalics: read('bolditalics'),
  };
  return loaded;
}

/** A TrueType file without its shaping tables; what is left is copied as it is. */
function withoutShaping(font: Buffer): Uint8Array {
  const HEAD = 12;
  const ENTRY = 16;
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = HEAD + index * ENTRY;
    return {
      record: font.subarray(at, at + ENTRY),
      offset: font.readUInt32BE(at + 8),
      length: font.readUInt32BE(at + 12),
    };
  }).filter(({ record }) => !SHAPING_TABLES.has(record.toString('latin1', 0, 4)));
  const head = Buffer.from(font.subarray(0, HEAD));
  head.writeUInt16BE(entries.length, 4);
  const parts: Buffer[] = [];
  let position = HEAD + entries.length * ENTRY;
  for (const { record, length } of entries) {
    const moved = Buffer.from(record);
    moved.writeUInt32BE(position, 8);
    parts.push(moved);
    position += (length + 3) & ~3;
  }
  const tables = entries.flatMap(({ offset, length }) => [
    font.subarray(offset, offset + length),
    Buffer.alloc(((length + 3) & ~3) - length),
  ]);
  return Buffer.concat([head, ...parts, ...tables]);
}
