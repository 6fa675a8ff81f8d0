/** What every paper of a rehearsal says, so that none is ever taken for a real one. */
import type { PaperDocument } from './model.ts';

/** On every paper, list and package of a rehearsal; by it a real file knows what it must not take in. */
export const rehearsalMark = 'TẬP DƯỢT – KHÔNG CÓ GIÁ TRỊ';

/** The same paper, marked as one of a rehearsal. */
export function asRehearsal(document: PaperDocument): PaperDocument {
  if (document.kind === 'paper') return { ...document, watermark: rehearsalMark };
  const band = { ...document.band, text: `Tập dượt · ${document.band.text}` };
  return { ...document, band, watermark: rehearsalMark };
}
