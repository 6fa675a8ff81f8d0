/** How wide a text is in a face of the papers, exactly as it will be drawn. */

/** Width of a text in points at a size in points; null where the face lacks one of its letters. */
export type Measure = (text: string, size: number) => number | null;

function tableAt(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...Array.from({ length: 4 }, (_, letter) => view.getUint8(at + letter)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`The font has no table ${tag}`);
}

/**
 * Reads the widths of a font that `build/prepare-fonts.ts` made: its one map of letters has the format 12, every glyph
 * has a width of its own, and nothing is kerned.
 */
export function readWidths(font: Uint8Array): Measure {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const unitsPerEm = view.getUint16(tableAt(view, 'head') + 18);
  const advances = tableAt(view, 'hmtx');
  const letters = tableAt(view, 'cmap');
  const map = letters + view.getUint32(letters + 8);
  const widths = new Map<number, number>();
  for (let index = 0; index < view.getUint32(map + 12); index += 1) {
    const at = map + 16 + index * 12;
    const first = view.getUint32(at);
    for (let code = first; code <= view.getUint32(at + 4); code += 1) {
      const glyph = view.getUint32(at + 8) + code - first;
      widths.set(code, view.getUint16(advances + glyph * 4) / unitsPerEm);
    }
  }
  return (text, size) => {
    let em = 0;
    for (let index = 0; index < text.length; index += 1) {
      const width = widths.get(text.charCodeAt(index));
      if (width === undefined) return null;
      em += width;
    }
    return em * size;
  };
}

/** A blank at which a line may end: pdfmake keeps together what a closing sign or a slash follows, however wide it gets. */
const BREAK = /(?<![([{“«]) (?![)\]}!?,.:;/%”»])/u;

/**
 * Breaks a text at its blanks into lines of a width; each keeps the blank it ends with. Null where a word is wider, or
 * a letter has no width.
 */
export function breakLines({
  text,
  size,
  room,
  measure,
}: {
  readonly text: string;
  readonly size: number;
  /** In points. */
  readonly room: number;
  readonly measure: Measure;
}): readonly string[] | null {
  const blank = measure(' ', size) ?? 0;
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of text.split(BREAK)) {
    const wide = measure(word, size);
    if (wide === null || wide > room) return null;
    if (line !== '' && width + wide > room) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += `${word} `;
    width += wide + blank;
  }
  return [...lines, line.slice(0, -1)];
}
