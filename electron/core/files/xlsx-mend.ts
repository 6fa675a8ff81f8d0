/** Makes of any .xlsx or .xlsm a plain one, of nothing but what a list needs: no odd part of a file can refuse the rest. */
import { strToU8, zipSync } from 'fflate';
import type { LeftOutSheet } from '../../../shared/imports/workbook.ts';
import { relationsOf, type Relation } from './package-relations.ts';
import { plainSheet, type CellContext, type PlainSheet } from './xlsx-cells.ts';
import { attribute, escapeXml, isTrue, unescapeXml, xmlText } from './xml.ts';
import type { OpenZip } from './zip-guard.ts';

/** A sheet that is in the plain package, under its number. */
export interface MendedSheet extends Omit<PlainSheet, 'xml'> {
  readonly name: string;
}

export interface MendedXlsx {
  readonly bytes: Uint8Array;
  readonly sheets: readonly MendedSheet[];
  readonly leftOut: readonly LeftOutSheet[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Formats that are in no file because each program knows them; days are left to the reader. */
const knownFormats: Readonly<Record<string, string>> = {
  '9': '0%',
  '10': '0.00%',
  '18': 'h:mm AM/PM',
  '19': 'h:mm:ss AM/PM',
  '20': 'h:mm',
  '21': 'h:mm:ss',
};

function readText(zip: OpenZip, path: string): string | null {
  const bytes = zip.read(path);
  return bytes === null ? null : xmlText(bytes);
}

/** Ids of the number formats of the styles, in order, and the formats by id. */
function stylesOf(xml: string) {
  const cells = /<(?:\w+:)?cellXfs\b[^>]*>([^]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? '';
  const ids = [...cells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].map(([tag]) => attribute(tag, 'numFmtId') ?? '0');
  const formats = new Map(
    [...xml.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'numFmtId') ?? '',
      unescapeXml(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  return { ids, formats };
}

function plainStyles({ ids, formats }: ReturnType<typeof stylesOf>): string {
  const numFmts = [...formats].map(
    ([id, code]) => `<numFmt numFmtId="${escapeXml(id)}" formatCode="${escapeXml(code)}"/>`,
  );
  const xfs = ids.map((id) => `<xf numFmtId="${escapeXml(id)}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
}

const PHONETIC = /<((?:\w+:)?)rPh\b[^]*?<\/\1rPh>/g;

/** Reads the sheets of the workbook in order: plain ones, and those that are left out. */
function readSheets(options: {
  readonly zip: OpenZip;
  readonly workbook: string;
  readonly relations: readonly Relation[];
  readonly context: CellContext;
}): {
  readonly plain: readonly (PlainSheet & { readonly name: string })[];
  readonly leftOut: LeftOutSheet[];
} {
  const { zip, workbook, relations, context } = options;
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const plain: (PlainSheet & { name: string })[] = [];
  const leftOut: LeftOutSheet[] = [];
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    const name = unescapeXml(attribute(tag, 'name') ?? '');
    const relation = byId.get(/\s\w+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '');
    const state = attribute(tag, 'state') ?? 'visible';
    if (state !== 'visible') {
      leftOut.push({ name, reason: 'hidden' });
      continue;
    }
    if (relation !== undefined && relation.type !== 'worksheet') {
      leftOut.push({ name, reason: 'no-cells' });
      continue;
    }
    const xml = relation === undefined ? null : readText(zip, relation.path);
    const sheet = xml === null ? null : plainSheet(xml, context);
    if (sheet === null) leftOut.push({ name, reason: 'unreadable' });
    else plain.push({ ...sheet, name });
  }
  return { plain, leftOut };
}

function plainPackage(options: {
  readonly sheets: readonly string[];
  readonly strings: string;
  readonly styles: string;
  readonly is1904: boolean;
}): Uint8Array {
  const { sheets, strings, styles, is1904 } = options;
  const ids = sheets.map((_, index) => index + 1);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = [
    relation('strings', 'sharedStrings', 'strings.xml'),
    relation('styles', 'styles', 'styles.xml'),
    ...ids.map((id) => relation(`s${id}`, 'worksheet', `${id}.xml`)),
  ];
  const named = ids.map((id) => `<sheet name="${id}" sheetId="${id}" r:id="s${id}"/>`);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('w', 'officeDocument', 'workbook.xml')}</Relationships>`,
    'workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`,
    '_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    'strings.xml': strings,
    'styles.xml': styles,
  };
  for (const [index, sheet] of sheets.entries()) parts[`${index + 1}.xml`] = sheet;
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files, { level: 0 });
}

/** Makes the plain package; null when there is no workbook in the zip. */
export function mendXlsx(zip: OpenZip): MendedXlsx | null {
  const root = relationsOf(zip, '').find(({ type }) => type === 'officeDocument');
  const path = root?.path ?? zip.names.find((name) => /^xl\/workbook\d*\.xml$/i.test(name));
  const workbook = path === undefined ? null : readText(zip, path);
  if (path === undefined || workbook === null || !/<(?:\w+:)?workbook\b/.test(workbook)) return null;
  const relations = relationsOf(zip, path);
  const partOf = (type: string): string => {
    const relation = relations.find((one) => one.type === type);
    return (relation === undefined ? null : readText(zip, relation.path)) ?? '';
  };
  const strings = partOf('sharedStrings').replace(PHONETIC, '') || `<sst xmlns="${MAIN}"/>`;
  const styles = stylesOf(partOf('styles'));
  const formats = styles.ids.map((id) => styles.formats.get(id) ?? knownFormats[id] ?? null);
  const count = [...strings.matchAll(/<(?:\w+:)?si\b/g)].length;
  const { plain, leftOut } = readSheets({ zip, workbook, relations, context: { strings: count, formats } });
  const properties = /<(?:\w+:)?workbookPr\b[^>]*>/.exec(workbook)?.[0] ?? '';
  return {
    bytes: plainPackage({
      sheets: plain.map(({ xml }) => xml),
      strings,
      styles: plainStyles(styles),
      is1904: isTrue(attribute(properties, 'date1904')),
    }),
    sheets: plain.map(({ name, hiddenRows, hiddenColumns, beyond }) => ({
      name,
      hiddenRows,
      hiddenColumns,
      beyond,
    })),
    leftOut,
  };
}
