/** How wide a text is in a face of the papers, exactly as it will be drawn. */

/** Width of a text in points at a size in points; a letter that the face lacks is as wide as the sign drawn for it. */
export type Measure = (text: string, size: number) => number;

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
  const lacking = view.getUint16(advances) / unitsPerEm;
  return (text, size) => {
    let em = 0;
    for (let index = 0; index < text.length; index += 1) {
      em += widths.get(text.charCodeAt(index)) ?? lacking;
    }
    return em * size;
  };
}
