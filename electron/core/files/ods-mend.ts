/** Makes of any .ods a plain one of cells only, each saying what LibreOffice shows where that is more than its value. */
import { strToU8, zipSync } from 'fflate';
import { uncalculated, type LeftOutSheet } from '../../../shared/imports/workbook.ts';
import type { SheetFacts } from './sheet-rows.ts';
import { reach } from './xlsx-cells.ts';
import { attribute, escapeXml, unescapeXml, xmlText } from './xml.ts';
import type { OpenZip } from './zip-guard.ts';

export interface MendedOds {
  readonly bytes: Uint8Array;
  readonly sheets: readonly SheetFacts[];
  readonly leftOut: readonly LeftOutSheet[];
}

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const HEAD =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
const ELEMENT =
  /<table:table-row(?=[\s/>])([^>]*)>|(<\/table:table-row>)|<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>([^]*?)<\/table:(?:covered-)?table-cell>)/g;
const HIDDEN = /table:visibility\s*=\s*["'](?:collapse|filter)/;

function repeated(attributes: string, name: string): number {
  const count = Number(attribute(attributes, name) ?? '1');
  return Number.isInteger(count) && count > 0 ? count : 1;
}

/** The paragraphs of a cell; notes and drawings on it are no part of what it says. */
function paragraphsOf(inner: string): readonly string[] {
  const own = inner.replace(/<(office:annotation|draw:[\w-]+)\b[^>]*(?:\/>|>[^]*?<\/\1>)/g, '');
  return [...own.matchAll(/<text:p\b[^>]*?(?:\/>|>[^]*?<\/text:p>)/g)].map(([paragraph]) => paragraph);
}

function stringCell(text: string): string {
  return ` office:value-type="string"><text:p>${escapeXml(text)}</text:p>`;
}

/** What a cell says, from its attributes on; null for a blank one. */
function contentOf(attributes: string, inner: string): string | null {
  const type = attribute(attributes, 'value-type');
  const paragraphs = paragraphsOf(inner);
  const shown = unescapeXml(paragraphs.join('').replace(/<[^>]*>/g, ''));
  const value = attribute(attributes, 'value');
  const valueType = /calcext:value-type\s*=\s*["']error/.test(attributes) ? 'error' : type;
  switch (valueType) {
    case 'error':
      return stringCell(shown.startsWith('#') ? shown : '#VALUE!');
    case 'float':
    case 'currency':
      if (value === null || (type === 'float' && /^0\d+$/.test(shown))) return stringCell(shown);
      return ` office:value-type="float" office:value="${escapeXml(value)}">`;
    case 'percentage':
      return stringCell(`${Number((Number(value) * 100).toFixed(4))}%`);
    case 'boolean':
      return ` office:value-type="boolean" office:boolean-value="${escapeXml(attribute(attributes, 'boolean-value') ?? '')}">`;
    case 'date':
      return ` office:value-type="date" office:date-value="${escapeXml(attribute(attributes, 'date-value') ?? '')}">`;
    case 'time':
      return stringCell(shown);
    default: {
      const stored = attribute(attributes, 'string-value');
      if (paragraphs.length > 0 && shown !== '') {
        return ` office:value-type="string">${paragraphs.join('')}`;
      }
      if (stored !== null && stored !== '') return stringCell(unescapeXml(stored));
      return type === null && attribute(attributes, 'formula') !== null ? stringCell(uncalculated) : null;
    }
  }
}

/** The rows of a table with their cells; blank ends of rows, however often they are repeated, are dropped. */
function plainTable(table: string) {
  const pieces: string[] = [];
  const hiddenRows: number[] = [];
  let cells: string[] = [];
  let filled = 0;
  let rowAttributes = '';
  let row = 0;
  function endRow(): void {
    const count = repeated(rowAttributes, 'number-rows-repeated');
    if (HIDDEN.test(rowAttributes)) {
      for (let at = row; at < Math.min(row + count, reach.rows); at += 1) hiddenRows.push(at + 1);
    }
    // Beyond reach nothing is read, so that a row repeated to the end of the sheet costs nothing.
    const kept = filled === 0 ? count : Math.min(count, Math.max(1, reach.rows - row));
    pieces.push(
      `<table:table-row table:number-rows-repeated="${kept}">${cells.slice(0, filled).join('')}</table:table-row>`,
    );
    row += count;
    cells = [];
    filled = 0;
  }
  for (const [whole, opened, closed, attributes = '', inner = ''] of table.matchAll(ELEMENT)) {
    if (opened !== undefined) {
      rowAttributes = opened;
      if (whole.endsWith('/>')) endRow();
    } else if (closed !== undefined) endRow();
    else {
      const content = contentOf(attributes, inner);
      const columns = repeated(attributes, 'number-columns-repeated');
      const spans = ['number-columns-spanned', 'number-rows-spanned'].map(
        (name) => ` table:${name}="${repeated(attributes, name)}"`,
      );
      const count = Math.min(columns, reach.columns + 1);
      cells.push(
        `<table:table-cell table:number-columns-repeated="${count}"${spans.join('')}${content ?? '>'}</table:table-cell>`,
      );
      if (content !== null || / table:number-rows-spanned="(?!1")/.test(spans.join('')))
        filled = cells.length;
    }
  }
  return { xml: pieces.join(''), hiddenRows };
}

function hiddenColumnsOf(table: string): readonly number[] {
  const hidden: number[] = [];
  let column = 0;
  for (const [tag] of table.matchAll(/<table:table-column(?=[\s/>])[^>]*>/g)) {
    const count = Math.min(repeated(tag, 'number-columns-repeated'), reach.columns - column);
    for (let at = 0; at < count; at += 1) if (HIDDEN.test(tag)) hidden.push(column + at);
    column += Math.max(0, count);
  }
  return hidden;
}

/** Names of the styles of tables that are not displayed. */
function hiddenStyles(xml: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, attributes = '', inner = ''] of xml.matchAll(
    /<style:style\b([^>]*[^/])>([^]*?)<\/style:style>/g,
  )) {
    if (/table:display\s*=\s*["']false/.test(inner)) names.add(attribute(attributes, 'name') ?? '');
  }
  return names;
}

/** Says whether a zip is a spreadsheet of LibreOffice or OpenOffice. */
export function isOds(zip: OpenZip): boolean {
  const type = zip.read('mimetype');
  return type !== null && xmlText(type).trim().startsWith(MIME);
}

/** Says whether the content of an .ods is locked by a password. */
export function isLockedOds(zip: OpenZip): boolean {
  const manifest = zip.read('META-INF/manifest.xml');
  return manifest !== null && xmlText(manifest).includes('encryption-data');
}

/** Makes the plain file; null when there is no content. */
export function mendOds(zip: OpenZip): MendedOds | null {
  const content = zip.read('content.xml');
  if (content === null) return null;
  const xml = xmlText(content);
  if (!xml.includes('</office:document-content>')) return null;
  const invisible = hiddenStyles(xml);
  const sheets: SheetFacts[] = [];
  const leftOut: LeftOutSheet[] = [];
  const tables: string[] = [];
  for (const [, attributes = '', table = ''] of xml.matchAll(
    /<table:table(?=[\s>])([^>]*)>([^]*?)<\/table:table>/g,
  )) {
    const name = unescapeXml(attribute(attributes, 'name') ?? '');
    if (invisible.has(attribute(attributes, 'style-name') ?? '')) {
      leftOut.push({ name, reason: 'hidden' });
      continue;
    }
    const plain = plainTable(table);
    tables.push(`<table:table table:name="${sheets.length}">${plain.xml}</table:table>`);
    sheets.push({ name, hiddenRows: plain.hiddenRows, hiddenColumns: hiddenColumnsOf(table), beyond: 0 });
  }
  const document = `<office:document-content ${HEAD}><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
  const files = { mimetype: strToU8(MIME), 'content.xml': strToU8(document) };
  return { bytes: zipSync(files, { level: 0 }), sheets, leftOut };
}
