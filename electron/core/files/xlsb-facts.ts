/** What the records of an .xlsb say that the library does not pass on: formats, and what is hidden. */
import { asShown } from './number-format.ts';
import { relationsOf } from './package-relations.ts';
import { eachRecord } from './xlsb-records.ts';
import { reach } from './xlsx-cells.ts';
import type { OpenZip } from './zip-guard.ts';

export interface XlsbSheetFacts {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'no-cells';
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** By `row,column` from 0: formats that show a number otherwise than it is. */
  readonly formats: ReadonlyMap<string, string>;
}

const ROW = 0;
const SHORT_NUMBER = 2;
const NUMBER = 5;
const FORMULA_NUMBER = 9;
const FORMAT = 44;
const STYLE = 47;
const COLUMNS = 60;
const SHEET = 156;
const STYLES_BEGIN = 617;
const STYLES_END = 618;
const knownFormats: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };

/** A text with its length before it, and where it ends; -1 letters are none. */
function wideText(view: DataView, at: number): { readonly text: string; readonly end: number } {
  const count = view.getInt32(at, true);
  let text = '';
  for (let index = 0; index < count; index += 1) {
    text += String.fromCharCode(view.getUint16(at + 4 + index * 2, true));
  }
  return { text, end: at + 4 + Math.max(0, count) * 2 };
}

function readFormats(styles: Uint8Array): readonly (string | undefined)[] {
  const formats = new Map<number, string>();
  const ids: number[] = [];
  let isOfCells = false;
  eachRecord(styles, (id, view) => {
    if (id === FORMAT) formats.set(view.getUint16(0, true), wideText(view, 2).text);
    else if (id === STYLES_BEGIN || id === STYLES_END) isOfCells = id === STYLES_BEGIN;
    else if (id === STYLE && isOfCells) ids.push(view.getUint16(2, true));
  });
  return ids.map((id) => formats.get(id) ?? knownFormats[id]);
}

function readSheet(sheet: Uint8Array, formatOf: readonly (string | undefined)[]) {
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  const formats = new Map<string, string>();
  let row = 0;
  eachRecord(sheet, (id, view) => {
    if (id === ROW) {
      row = view.getUint32(0, true);
      if ((view.getUint8(11) & 0x10) !== 0) hiddenRows.push(row + 1);
    } else if (id === COLUMNS && (view.getUint16(16, true) & 1) !== 0) {
      const last = Math.min(view.getUint32(4, true), reach.columns - 1);
      for (let column = view.getUint32(0, true); column <= last; column += 1) hiddenColumns.push(column);
    } else if (id === SHORT_NUMBER || id === NUMBER || id === FORMULA_NUMBER) {
      const format = formatOf[view.getUint32(4, true) & 0xffffff];
      // Any number will do to see whether the format shows it otherwise.
      if (format !== undefined && asShown(1, format) !== null) {
        formats.set(`${row},${view.getUint32(0, true)}`, format);
      }
    }
  });
  return { hiddenRows, hiddenColumns, formats };
}

/** Reads what is to be known of each sheet, in the order of the file; null when the records are damaged. */
export function readXlsbFacts(zip: OpenZip): readonly XlsbSheetFacts[] | null {
  const path = relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.bin';
  const workbook = zip.read(path);
  if (workbook === null) return null;
  const relations = relationsOf(zip, path);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const stylesPath = relations.find(({ type }) => type === 'styles')?.path;
  const styles = stylesPath === undefined ? null : zip.read(stylesPath);
  try {
    const formatOf = styles === null ? [] : readFormats(styles);
    const sheets: XlsbSheetFacts[] = [];
    eachRecord(workbook, (id, view) => {
      if (id !== SHEET) return;
      const relation = wideText(view, 8);
      const { text: name } = wideText(view, relation.end);
      const target = byId.get(relation.text);
      const isHidden = view.getUint32(0, true) !== 0;
      const state = isHidden ? 'hidden' : target?.type === 'worksheet' ? 'visible' : 'no-cells';
      const part = state === 'visible' && target !== undefined ? zip.read(target.path) : null;
      sheets.push({ name, state, ...readSheet(part ?? new Uint8Array(0), formatOf) });
    });
    return sheets;
  } catch (error) {
    // A record that is shorter than it must be.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
