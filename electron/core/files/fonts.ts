/**
 * The four faces of Tinos, metric twin of Times New Roman, that printed papers are drawn with; `build/prepare-fonts.ts`
 * makes the files.
 */
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
  const read = (face: FontFace): Uint8Array => readFileSync(join(base, files[face]));
  loaded = {
    normal: read('normal'),
    bold: read('bold'),
    italics: read('italics'),
    bolditalics: read('bolditalics'),
  };
  return loaded;
}
