/** Makes a zip the same for the same content: entries sorted, one fixed date, properties from the data's own time. */
import { type Zippable, unzipSync, zipSync } from 'fflate';
import { asOfDate } from './layout.ts';

const FIRST_ENTRIES = ['[Content_Types].xml', '_rels/.rels'];

function compareEntries(a: string, b: string): number {
  const rank = (name: string): number => {
    const index = FIRST_ENTRIES.indexOf(name);
    return index === -1 ? FIRST_ENTRIES.length : index;
  };
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Date of the entries of a zip. Zip keeps local time without a zone: noon of the day, so that the bytes are the same anywhere. */
export function zipDate(asOf: string): Date {
  const date = asOfDate(asOf);
  return new Date(Math.max(1980, date.getUTCFullYear()), date.getUTCMonth(), date.getUTCDate(), 12);
}

/**
 * Writes an Office package again with nothing in it from the clock: entries sorted (content types first), all dated
 * from `asOf`, and the times of creation and change in `docProps/core.xml` set to it. In a workbook the names of
 * sheets are put in quotes where the library leaves them bare, which Excel would take for damage.
 */
export function repackOffice(archive: Uint8Array, asOf: string): Uint8Array {
  const entries = unzipSync(archive);
  const packed: Zippable = {};
  const stamp = asOfDate(asOf)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  for (const name of Object.keys(entries).sort(compareEntries)) {
    const content = entries[name];
    if (content === undefined || name.endsWith('/')) continue;
    if (name === 'docProps/core.xml') packed[name] = edit(content, TIMES, `$1${stamp}$3`);
    else if (name === 'xl/workbook.xml') packed[name] = edit(content, BARE_SHEET, `$1'$2'!`);
    else packed[name] = content;
  }
  return zipSync(packed, { level: 6, mtime: zipDate(asOf), os: 0 });
}

const TIMES = /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g;
const BARE_SHEET = /(<definedName name="_xlnm\.[^>]*>)([^<!']+)!/g;

function edit(content: Uint8Array, pattern: RegExp, replacement: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(content).replace(pattern, replacement));
}
