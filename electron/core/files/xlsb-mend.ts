/** Makes plain cells of the short ones that some writers put into an .xlsb: the reader library passes them over, and they are lost. */
import { zipSync } from 'fflate';
import { eachRecord, numbered } from './xlsb-records.ts';
import type { OpenZip } from './zip-guard.ts';

const ROW = 0;
/** Blank, number, error, truth, long number, text, shared text: each follows the cell before it and leaves out its column. */
const FIRST_SHORT = 12;
const LAST_SHORT = 18;
/** The same cells with their column are eleven numbers earlier. */
const SHORTER = 11;
const LAST_CELL = 11;

function isShort(id: number): boolean {
  return id >= FIRST_SHORT && id <= LAST_SHORT;
}

/** The part with a column in each cell; null where each has one. */
function mendSheet(sheet: Uint8Array): Uint8Array | null {
  const ids = new Set<number>();
  eachRecord(sheet, (id) => ids.add(id));
  if (![...ids].some(isShort)) return null;
  const parts: Uint8Array[] = [];
  let column = -1;
  eachRecord(sheet, (id, view) => {
    const content = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    if (id === ROW) column = -1;
    if (isShort(id)) {
      column += 1;
      const place = new Uint8Array(4);
      new DataView(place.buffer).setUint32(0, column, true);
      parts.push(numbered(id - SHORTER), numbered(content.length + 4), place, content);
      return;
    }
    if (id > ROW && id <= LAST_CELL) column = view.getUint32(0, true);
    parts.push(numbered(id), numbered(content.length), content);
  });
  return Buffer.concat(parts);
}

/** The zip with plain cells only, and its bytes: as they are where nothing is to be mended. */
export function mendXlsb(
  zip: OpenZip,
  bytes: Uint8Array,
): { readonly zip: OpenZip; readonly bytes: Uint8Array } {
  const mended = new Map<string, Uint8Array>();
  for (const name of zip.names.filter((one) => /\/worksheets\/[^/]+\.bin$/i.test(one))) {
    const sheet = zip.read(name);
    const whole = sheet === null ? null : mendSheet(sheet);
    if (whole !== null) mended.set(name, whole);
  }
  if (mended.size === 0) return { zip, bytes };
  const read = (name: string): Uint8Array | null =>
    [...mended].find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] ?? zip.read(name);
  const files = zip.names.flatMap((name) => {
    const content = read(name);
    return content === null ? [] : [[name, content] as const];
  });
  return { zip: { ...zip, read }, bytes: zipSync(Object.fromEntries(files), { level: 0 }) };
}
