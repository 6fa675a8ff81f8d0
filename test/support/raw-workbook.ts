/** Writes workbooks as raw XML, in all the ways that programs are known to, with what each cell must be read as. */
import { strToU8, zipSync } from 'fflate';
import { lostContent, uncalculated, type LeftOutSheet, type RawCell } from '../../shared/imports/workbook.ts';
import { choose, type Choice } from './generate.ts';

export interface RawWorkbook {
  readonly bytes: Uint8Array;
  /** Rows by number, cells by column; blank cells are null. */
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: ReadonlyMap<number, readonly RawCell[]>;
    readonly hiddenRows: readonly number[];
  }[];
  readonly leftOut: readonly LeftOutSheet[];
}

interface Context {
  readonly choice: Choice;
  readonly is1904: boolean;
  /** Before each name of an element: `x:` or nothing. */
  readonly x: string;
  readonly strings: string[];
}

interface RawValue {
  /** Attributes after the place. */
  readonly attributes: string;
  readonly inner: string;
  readonly read: RawCell;
}

/** Styles in their order; dates are 2 and 3. */
const formats = [
  'General',
  '0.00',
  'dd/mm/yyyy',
  '[$-42A]d/m/yy;@',
  '0%',
  '0000000000',
  '"GV"000',
  '#,##0',
  '@',
  'h:mm',
];
const texts = ['Đỗ Thử Ước', 'a & b < c', ' hai  khoảng ', 'dòng một\ndòng hai', '=1+1', '0012', 'Ngô “Thử”'];

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function sharedString(context: Context, text: string): number {
  const { choice, x, strings } = context;
  const t = (part: string): string => `<${x}t xml:space="preserve">${escape(part)}</${x}t>`;
  const half = Math.floor(text.length / 2);
  strings.push(
    choice.pick([
      `<${x}si>${t(text)}</${x}si>`,
      `<${x}si><${x}r><${x}rPr><${x}b/></${x}rPr>${t(text.slice(0, half))}</${x}r><${x}r>${t(text.slice(half))}</${x}r></${x}si>`,
      `<${x}si>${t(text)}<${x}rPh sb="0" eb="1">${t('đọc là')}</${x}rPh></${x}si>`,
    ]),
  );
  return strings.length - 1;
}

function serialOf(iso: string, is1904: boolean): number {
  const days = Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 31)) / 86_400_000);
  if (is1904) return days - 1461;
  // Excel counts a 29/02/1900 that never was.
  return iso > '1900-02-28' ? days + 1 : days;
}

function dayBy(choice: Choice): string {
  const from = Date.UTC(1905, 0, 1);
  return new Date(from + choice.integer(0, 60_000) * 86_400_000).toISOString().slice(0, 10);
}

type Maker = (context: Context) => RawValue;

function value(attributes: string, inner: string, read: RawCell): Maker {
  return ({ x }) => ({ attributes, inner: inner.replace(/<(\/?)(?=[vfit])/g, `<$1${x}`), read });
}

const makers: readonly Maker[] = [
  // Texts
  ...Array.from({ length: 4 }, (): Maker => (context) => {
    const read = context.choice.pick(texts);
    return {
      attributes: ' t="s"',
      inner: `<${context.x}v>${sharedString(context, read)}</${context.x}v>`,
      read,
    };
  }),
  ({ choice, x }) => {
    const read = choice.pick(texts);
    const t = `<${x}t xml:space="preserve">${escape(read)}</${x}t>`;
    const inner = choice.pick([t, `<${x}r>${t}</${x}r>`]);
    return { attributes: ' t="inlineStr"', inner: `<${x}is>${inner}</${x}is>`, read };
  },
  value(' t="inlineStr"', '<v>không có is</v>', 'không có is'),
  // Blanks of every type
  value('', '', null),
  value(' s="2"', '', null),
  value(' t="s"', '', null),
  value(' t="s"', '<v/>', null),
  value(' t="s" s="1"', '<v></v>', null),
  value(' t="s"', '<v> </v>', null),
  value(' t="n"', '<v/>', null),
  value(' t="b"', '<v/>', null),
  value(' t="e"', '<v></v>', null),
  value(' t="inlineStr"', '', null),
  value(' t="d"', '<v/>', null),
  // What the file does not hold
  value(' t="s"', '<v>99999</v>', lostContent),
  value(' t="s"', '<v>-1</v>', lostContent),
  value(' t="s"', '<v>1.5</v>', lostContent),
  value(' t="s"', '<v>x</v>', lostContent),
  value(' t="b"', '<v>7</v>', lostContent),
  // Other types
  value(' t="b"', '<v>1</v>', true),
  value(' t="b"', '<v>0</v>', false),
  value(' t="b"', '<v>true</v>', true),
  value(' t="e"', '<v>#N/A</v>', '#N/A'),
  value(' t="str"', '<v>chữ</v>', 'chữ'),
  value(' t="d"', '<v>1985-02-05T00:00:00</v>', '1985-02-05'),
  // Numbers
  value('', '<v>3100700001</v>', 3100700001),
  value(' t="n" s="1"', '<v>9.299999999999999</v>', 9.299999999999999),
  value('', '<v>1.5E+3</v>', 1500),
  value(' s="7"', '<v>-12</v>', -12),
  value(' s="99"', '<v>5</v>', 5),
  value(' s="4"', '<v>0.5</v>', '50%'),
  value(' s="5"', '<v>12345678</v>', '0012345678'),
  value(' s="6"', '<v>7</v>', 'GV007'),
  value(' s="9"', '<v>0.375</v>', '09:00'),
  value(' s="2"', '<v>-5</v>', -5),
  value(' s="2"', '<v>99999999</v>', 99999999),
  value(' t="n"', '<v>không là số</v>', 'không là số'),
  // Days
  ...Array.from({ length: 3 }, (): Maker => ({ choice, is1904, x }) => {
    const read = dayBy(choice);
    return {
      attributes: ` s="${choice.pick([2, 3])}"`,
      inner: `<${x}v>${serialOf(read, is1904)}</${x}v>`,
      read,
    };
  }),
  // Formulas
  value('', '<f>60+10</f><v>70</v>', 70),
  value(' t="str"', '<f>A1&amp;B1</f><v>ghép</v>', 'ghép'),
  value(' t="str"', '<f>IF(1,"")</f><v></v>', null),
  value(' t="b"', '<f>1=1</f><v>1</v>', true),
  value(' t="e"', '<f>1/0</f><v>#DIV/0!</v>', '#DIV/0!'),
  value('', '<f>60+10</f>', uncalculated),
  value('', '<f>60+10</f><v/>', uncalculated),
  value(' s="2"', '<f t="shared" si="0"/><v></v>', uncalculated),
  value(' t="str"', '<f>A1</f>', uncalculated),
];

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function makeSheet(context: Context) {
  const { choice, x } = context;
  const rows = new Map<number, readonly RawCell[]>();
  const hiddenRows: number[] = [];
  const xml: string[] = [];
  let row = 0;
  for (let count = choice.integer(1, 8); count > 0; count -= 1) {
    const isNext = choice.percent(50);
    row += isNext ? 1 : choice.integer(1, 4);
    const isHidden = choice.percent(20);
    const cells: RawCell[] = [];
    const pieces: string[] = [];
    let column = -1;
    for (let left = choice.integer(0, 11); left > 0; left -= 1) {
      const follows = choice.percent(40);
      column += follows ? 1 : choice.integer(1, 3);
      const made = choice.pick(makers)(context);
      const place = follows ? '' : ` r="${letters(column)}${row}"`;
      const inside = `${place}${made.attributes}`;
      pieces.push(
        made.inner === '' && choice.percent(50)
          ? `<${x}c${inside}/>`
          : `<${x}c${inside}>${made.inner}</${x}c>`,
      );
      while (cells.length < column) cells.push(null);
      cells.push(made.read);
    }
    if (cells.some((cell) => cell !== null && String(cell).trim() !== '')) {
      rows.set(row, cells);
      if (isHidden) hiddenRows.push(row);
    }
    const number = isNext && choice.percent(30) ? '' : ` r="${row}"`;
    xml.push(`<${x}row${number}${isHidden ? ' hidden="1"' : ''}>${pieces.join('')}</${x}row>`);
  }
  return { rows, hiddenRows, xml: `<${x}sheetData>${xml.join(choice.pick(['', '\n']))}</${x}sheetData>` };
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Makes a workbook by choice. */
export function makeRawWorkbook(seed: number): RawWorkbook {
  const choice = choose(seed);
  const x = choice.pick(['', '', 'x:']);
  const is1904 = choice.percent(30);
  const type = choice.pick([OFFICE, OFFICE, STRICT]);
  const root = choice.pick(['/xl/', '']);
  const context: Context = { choice, is1904, x, strings: [] };
  // The first string is what blank cells must never show.
  sharedString(context, 'DANH SÁCH');
  const open = `${x === '' ? 'xmlns' : 'xmlns:x'}="${MAIN}" xmlns:r="${OFFICE}"`;
  const sheets: RawWorkbook['sheets'][number][] = [];
  const leftOut: LeftOutSheet[] = [];
  const parts: Record<string, string> = {};
  const named: string[] = [];
  const relations: string[] = [];
  const count = choice.integer(1, 4);
  for (let index = 1; index <= count; index += 1) {
    const name = `Trang ${index} & “sau”`;
    const kind =
      index === 1 ? 'cells' : choice.pick(['cells', 'cells', 'chart', 'dialog', 'hidden', 'cut', 'lost']);
    const sort = kind === 'chart' ? 'chartsheet' : kind === 'dialog' ? 'dialogsheet' : 'worksheet';
    const state = kind === 'hidden' ? choice.pick([' state="hidden"', ' state="veryHidden"']) : '';
    named.push(`<${x}sheet name="${escape(name)}" sheetId="${index}"${state} r:id="r${index}"/>`);
    const target = `${root}${sort}s/sheet${index}.xml`;
    relations.push(`<Relationship Id="r${index}" Type="${type}/${sort}" Target="${target}"/>`);
    const made = makeSheet(context);
    const xml = `<${x}worksheet ${open}><${x}sheetPr/>${made.xml}<${x}pageMargins left="1"/></${x}worksheet>`;
    if (kind !== 'lost')
      parts[`xl/${sort}s/sheet${index}.xml`] = kind === 'cut' ? xml.slice(0, xml.indexOf('</')) : xml;
    if (kind === 'cells') sheets.push({ name, rows: made.rows, hiddenRows: made.hiddenRows });
    else if (kind === 'chart' || kind === 'dialog') leftOut.push({ name, reason: 'no-cells' });
    else leftOut.push({ name, reason: kind === 'hidden' ? 'hidden' : 'unreadable' });
  }
  for (const sort of ['sharedStrings', 'styles']) {
    relations.push(`<Relationship Id="${sort}" Type="${type}/${sort}" Target="${root}${sort}.xml"/>`);
  }
  const styles = formats.map(
    (format, id) =>
      `<${x}numFmt numFmtId="${170 + id}" formatCode="${escape(format).replaceAll('"', '&quot;')}"/>`,
  );
  const xfs = formats.map((_format, id) => `<${x}xf numFmtId="${170 + id}" fontId="0"/>`);
  return {
    bytes: zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<?xml version="1.0"?><${x}workbook ${open}><${x}workbookPr${is1904 ? ' date1904="1"' : ''}/><${x}sheets>${named.join('')}</${x}sheets></${x}workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
      ),
      'xl/sharedStrings.xml': strToU8(`<${x}sst ${open}>${context.strings.join('')}</${x}sst>`),
      'xl/styles.xml': strToU8(
        `<${x}styleSheet ${open}><${x}numFmts>${styles.join('')}</${x}numFmts><${x}cellXfs>${xfs.join('')}</${x}cellXfs></${x}styleSheet>`,
      ),
      ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    }),
    sheets,
    leftOut,
  };
}
