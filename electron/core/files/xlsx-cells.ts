/** Writes the cells of a worksheet anew, each so plain that a reader can't take it for something else. */
import { lostContent, uncalculated } from '../../../shared/imports/workbook.ts';
import { asShown } from './number-format.ts';
import { attribute, escapeXml, isTrue, unescapeXml } from './xml.ts';

/** No school's table is wider or longer: stray cells far out are formatting, and would cost memory as a rectangle. */
export const reach = { rows: 60_000, columns: 256 } as const;

export interface PlainSheet {
  /** A worksheet of cells and merged blocks only. */
  readonly xml: string;
  /** Counted from 1; some may be blank. */
  readonly hiddenRows: readonly number[];
  /** Counted from 0. */
  readonly hiddenColumns: readonly number[];
  /** Cells with something in them, further out than a list reaches. */
  readonly beyond: number;
}

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly strings: number;
  /** The number format of each style; null for the general one and those of days. */
  readonly formats: readonly (string | null)[];
}

const ELEMENT = /<row\b([^>]*)>|<c\b([^>]*?)(?:\/>|>([^]*?)<\/c>)/g;
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;
const VALUE = /<v\b[^>]*?(?:\/>|>([^]*?)<\/v>)/;
const INLINE = /<is\b[^>]*>[^]*<\/is>/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DAY = /^\d{4}-\d{2}-\d{2}/;
/** 31/12/9999, the last day that a number can be. */
const LAST_DAY = 2_958_465;

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The name of a column from 0: "A", "Z", "AA". */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** A cell without its place: its attributes and its content. */
interface Content {
  readonly attributes: string;
  readonly inner: string;
}

function text(value: string): Content {
  return { attributes: ' t="str"', inner: `<v>${value}</v>` };
}

function numberContent(value: string, style: string | null, formats: CellContext['formats']): Content {
  const plain = value.trim();
  if (!NUMBER.test(plain) || !Number.isFinite(Number(plain))) return text(value);
  const format = style === null ? null : (formats[Number(style)] ?? null);
  const shown = format === null ? null : asShown(Number(plain), format);
  if (shown !== null) return text(escapeXml(shown));
  const isDay = Number(plain) >= 0 && Number(plain) <= LAST_DAY;
  const isStyled = style !== null && /^\d+$/.test(style) && isDay;
  return { attributes: isStyled ? ` s="${style}"` : '', inner: `<v>${plain}</v>` };
}

/** What a cell holds; null for a blank one, whatever type it claims. */
function contentOf(attributes: string, inner: string, context: CellContext): Content | null {
  const type = attribute(attributes, 't') ?? 'n';
  const inline = INLINE.exec(inner)?.[0];
  if (inline !== undefined) return { attributes: ' t="inlineStr"', inner: inline };
  const stored = VALUE.exec(inner);
  const value = stored?.[1] ?? '';
  if (value.trim() === '') {
    const isStoredText = type === 'str' && stored !== null;
    return /<f\b/.test(inner) && !isStoredText ? text(uncalculated) : null;
  }
  switch (type) {
    case 's': {
      const index = /^\s*\d+\s*$/.test(value) ? Number(value) : context.strings;
      return index < context.strings ? { attributes: ' t="s"', inner: `<v>${index}</v>` } : text(lostContent);
    }
    case 'b': {
      const word = value.trim().toLowerCase();
      if (!['0', '1', 'true', 'false'].includes(word)) return text(lostContent);
      return { attributes: ' t="b"', inner: `<v>${word === '1' || word === 'true' ? 1 : 0}</v>` };
    }
    case 'd':
      return text(DAY.exec(value.trim())?.[0] ?? value);
    case 'e':
    case 'str':
    case 'inlineStr':
      return text(value);
    default:
      return numberContent(value, attribute(attributes, 's'), context.formats);
  }
}

function hiddenColumnsOf(head: string): readonly number[] {
  const hidden: number[] = [];
  for (const [tag] of head.matchAll(/<col\b[^>]*>/g)) {
    const isHidden = isTrue(attribute(tag, 'hidden')) || Number(attribute(tag, 'width') ?? '1') === 0;
    if (!isHidden) continue;
    const from = Math.max(1, Number(attribute(tag, 'min')));
    const to = Math.min(reach.columns, Number(attribute(tag, 'max')));
    for (let column = from; column <= to; column += 1) hidden.push(column - 1);
  }
  return hidden;
}

function isHiddenRow(attributes: string): boolean {
  return isTrue(attribute(attributes, 'hidden')) || Number(attribute(attributes, 'ht') ?? '1') === 0;
}

/** The rows with their cells, each with its place; cells that have none follow the one before. */
function plainRows(data: string, context: CellContext) {
  const pieces: string[] = [];
  const hiddenRows: number[] = [];
  let beyond = 0;
  let row = 0;
  let column = 0;
  for (const [, rowAttributes, cellAttributes = '', inner = ''] of data.matchAll(ELEMENT)) {
    if (rowAttributes !== undefined) {
      const given = Number(attribute(rowAttributes, 'r'));
      row = Number.isInteger(given) && given > 0 ? given : row + 1;
      column = 0;
      if (isHiddenRow(rowAttributes)) hiddenRows.push(row);
      continue;
    }
    const place = REFERENCE.exec(attribute(cellAttributes, 'r') ?? '');
    const at = place === null ? row : Number(place[2]);
    if (place !== null) column = columnOf(place[1] ?? 'A');
    const content = contentOf(cellAttributes, inner, context);
    if (content !== null) {
      if (at < 1 || at > reach.rows || column >= reach.columns) beyond += 1;
      else pieces.push(`<c r="${lettersOf(column)}${at}"${content.attributes}>${content.inner}</c>`);
    }
    column += 1;
  }
  return { cells: pieces.join(''), hiddenRows, beyond };
}

/** Where the data of a worksheet starts and ends; null when the part ends before its data does. */
function dataOf(xml: string): { readonly start: number; readonly end: number } | null {
  const open = /<sheetData\b[^>]*>/.exec(xml);
  if (open === null) return null;
  const start = open.index + open[0].length;
  if (open[0].endsWith('/>')) return { start, end: start };
  const end = xml.indexOf('</sheetData>', start);
  return end === -1 ? null : { start, end };
}

/** Reduces a worksheet to its cells and merged blocks; null when it is damaged. */
export function plainSheet(worksheet: string, context: CellContext): PlainSheet | null {
  const prefix = /<(\w+):worksheet\b/.exec(worksheet)?.[1];
  const xml =
    prefix === undefined
      ? worksheet
      : worksheet.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
  const data = dataOf(xml);
  if (data === null) return null;
  const { cells, hiddenRows, beyond } = plainRows(xml.slice(data.start, data.end), context);
  const merges = [...xml.slice(data.end).matchAll(/<mergeCell\b[^>]*>/g)]
    .map(([tag]) => unescapeXml(attribute(tag, 'ref') ?? '').replaceAll('$', ''))
    .filter((reference) => /^[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}$/.test(reference))
    .map((reference) => `<mergeCell ref="${reference}"/>`);
  return {
    xml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cells}</row></sheetData>${merges.length === 0 ? '' : `<mergeCells>${merges.join('')}</mergeCells>`}</worksheet>`,
    hiddenRows,
    hiddenColumns: hiddenColumnsOf(xml.slice(0, data.start)),
    beyond,
  };
}
