import { readFileSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../electron/core/files/csv.ts';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import { openZip, workbookLimits } from '../../electron/core/files/zip-guard.ts';
import { planImport } from '../../shared/imports/plan.ts';
import { readRows } from '../../shared/imports/rows.ts';
import { makeWorkbook, outline } from '../support/messy-workbook.ts';

async function codeOf(bytes: Uint8Array, fileName = 'a.xlsx'): Promise<string> {
  const read = await readWorkbook({ fileName, bytes });
  if (read.ok) return 'ok';
  return read.error.code === 'not-a-workbook' ? read.error.found : read.error.code;
}

describe('readWorkbook', () => {
  it('gives rows as Excel shows them: dates as days, formulas by value, merged cells once', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Trang một',
          rows: [[], ['Mã', 'Ngày'], ['0012', new Date(Date.UTC(1985, 1, 5))], [true, 3100700001]],
          cells: new Map([
            ['2,1', { value: new Date(Date.UTC(1985, 1, 5)), style: { numFmt: 'dd/mm/yyyy' } }],
            ['4,0', { value: 2, formula: '1+1', formulaResult: 2 }],
            ['4,1', { value: 0.75, style: { numFmt: '0.00%' } }],
          ]),
          merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 1 }],
        },
      ],
    });
    const read = await readWorkbook({ fileName: 'a.xlsx', bytes });
    expect(read).toEqual({
      ok: true,
      value: {
        fileName: 'a.xlsx',
        format: 'xlsx',
        leftOut: [],
        sheets: [
          {
            name: 'Trang một',
            merges: [{ fromRow: 1, fromColumn: 0, toRow: 1, toColumn: 1 }],
            hiddenRows: [],
            hiddenColumns: [],
            beyond: 0,
            rows: [
              { row: 2, cells: ['Mã', 'Ngày'] },
              { row: 3, cells: ['0012', '1985-02-05'] },
              { row: 4, cells: [true, 3100700001] },
              { row: 5, cells: [2, '75%'] },
            ],
          },
        ],
      },
    });
  });

  it('names what is wrong with a file that is no workbook', async () => {
    const docx = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8('<w/>'),
    });
    const noise = Uint8Array.from({ length: 500 }, (_, index) => (index * 73 + 41) % 251);
    expect(await codeOf(new Uint8Array(0))).toBe('empty-workbook');
    expect(await codeOf(noise)).toBe('unknown');
    expect(await codeOf(docx)).toBe('word');
    expect(await codeOf(zipSync({ 'a.jpg': noise }))).toBe('archive');
    expect(await codeOf(zipSync({ 'xl/workbook.xml': strToU8('không phải XML') }))).toBe('damaged-workbook');
    expect(await codeOf(strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'a.xls')).toBe(
      'web-page',
    );
    expect(await codeOf(strToU8('<?xml version="1.0"?><Workbook/>'), 'a.xls')).toBe('web-page');
    expect(await codeOf(strToU8('%PDF-1.7 ...'), 'a.xls')).toBe('pdf');
    expect(await codeOf(Uint8Array.from([0x09, 0x08, 0x08, 0, 0, 5, 5, 0]), 'a.xls')).toBe('old-excel');
  });

  it('refuses a file with a password, a blank one and one cut short', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'A', rows: [['x']] }],
      encryption: { password: 'a', spinCount: 1000 },
    });
    expect(await codeOf(locked)).toBe('encrypted-workbook');
    const blank = await makeWorkbook({ sheets: [{ name: 'A', rows: [[null, ' ']] }] });
    expect(await codeOf(blank.bytes)).toBe('empty-workbook');
    const whole = await makeWorkbook({ sheets: [{ name: 'A', rows: [['x', 'y']] }] });
    expect(await codeOf(whole.bytes.subarray(0, whole.bytes.length - 200))).toBe('damaged-workbook');
  });

  it('refuses a zip that would unpack to too much, by its directory', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(90_000_000),
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await codeOf(bomb)).toBe('workbook-too-large');
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/${index}`, new Uint8Array(0)])),
    );
    expect(openZip({ bytes: many, limits: workbookLimits })).toEqual({ ok: false, error: 'zip-too-large' });
  });

  it('is not held up by a header that lies about the size', () => {
    const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(50_000_000) }, { level: 1 });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 1000, true);
    const opened = openZip({ bytes, limits: workbookLimits });
    expect(opened.ok && opened.value.read('xl/workbook.xml')).toBeNull();
  });

  it('gives each row of an upright merged block its cells, at the end of the row too', async () => {
    const { bytes } = await makeWorkbook({
      sheets: [
        {
          name: 'A',
          rows: [
            ['1', 'a', 'Tổ Toán'],
            ['2', 'b'],
          ],
          merges: ['C1:C2'],
        },
      ],
    });
    const read = await readWorkbook({ fileName: 'a.xlsx', bytes });
    expect(read.ok && read.value.sheets[0]?.rows[1]?.cells).toEqual(['2', 'b', null]);
  });

  it('survives a stray cell in the last corner of the sheet', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['x', 'y']], cells: new Map([['900000,16000', { value: 'xa' }]]) }],
    });
    const read = await readWorkbook({ fileName: 'a.xlsx', bytes });
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([{ row: 1, cells: ['x', 'y'] }]);
    expect(read.ok && read.value.sheets[0]?.beyond).toBe(1);
  });
});

async function readCase(fileName: string) {
  const read = await readWorkbook({ fileName, bytes: readFileSync(`test/imports/cases/${fileName}`) });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('workbooks as other programs write them', () => {
  it('reads the same people from letters that only look alike', async () => {
    const names = ['lookalike-letters.xlsx', 'clean-letters.xlsx'].map(async (fileName) => {
      const workbook = await readCase(fileName);
      const plan = planImport({ kind: 'people', workbook });
      return readRows({ kind: 'people', plan, workbook }).rows.map(({ fullName }) => fullName);
    });
    const [alike, clean] = await Promise.all(names);
    expect(alike).toEqual(clean);
    expect(clean).toHaveLength(3);
  });

  it('reads blank cells that claim to be a string as blank', async () => {
    const workbook = await readCase('blank-shared-string.xlsx');
    const plan = planImport({ kind: 'people', workbook });
    const { rows, problems } = readRows({ kind: 'people', plan, workbook });
    expect(outline(problems)).toEqual([]);
    expect(rows.map(({ fullName, position, groupName }) => [fullName, position, groupName])).toEqual([
      ['Ngô Thử Một', null, 'Toán'],
      ['Bùi Thử Hai', null, null],
    ]);
  });

  it('reads the lists beside a chart sheet, and names that', async () => {
    const workbook = await readCase('chart-sheet.xlsx');
    expect(workbook.leftOut).toEqual([{ name: 'Biểu đồ', reason: 'no-cells' }]);
    expect(workbook.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['DS', 3]]);
    const { problems } = planImport({ kind: 'people', workbook });
    expect(outline(problems)).toEqual(['sheet-without-cells @0 ']);
  });

  it('asks about a formula whose value was never stored', async () => {
    const workbook = await readCase('formula-without-value.xlsx');
    const plan = planImport({ kind: 'evaluations', workbook });
    const { rows, problems } = readRows({ kind: 'evaluations', plan, workbook });
    expect(outline(problems)).toEqual(['formula-without-value @2 Tự chấm: Chuyên môn (80)']);
    expect(rows.map(({ row }) => row)).not.toContain(2);
  });
});

describe('readCsv', () => {
  function rowsOf(bytes: Uint8Array) {
    const read = readCsv({ fileName: 'a.csv', bytes });
    return read.ok ? read.value.sheets[0]?.rows.map((row) => row.cells) : read.error.code;
  }
  const table = [
    ['Mã', 'Họ tên'],
    ['01', 'Đỗ, Văn "Ước"'],
    [null, 'hai\ndòng'],
  ];

  it.each([',', ';', '\t'])(
    'reads fields between “%s”, quoted, with and without a byte order mark',
    (delimiter) => {
      const text = `Mã${delimiter}Họ tên\r\n01${delimiter}"Đỗ, Văn ""Ước"""\r\n\r\n${delimiter}"hai\ndòng"\r\n`;
      expect(rowsOf(strToU8(text))).toEqual(table);
      expect(rowsOf(strToU8(`\ufeff${text}`))).toEqual(table);
      expect(rowsOf(strToU8(`sep=${delimiter}\n${text}`))).toEqual(table);
      expect(rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(table);
      expect(rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual(table);
      expect(rowsOf(Buffer.from(text, 'utf16le'))).toEqual(table);
    },
  );

  it('reads codes that were written as a text formula', () => {
    const text = 'STT,Mã,Họ tên\n1,="0012345678",Đỗ\n2,"=""0012345679""",Lò\n3,="a,b",Hà\n';
    expect(rowsOf(strToU8(text))).toEqual([
      ['STT', 'Mã', 'Họ tên'],
      ['1', '0012345678', 'Đỗ'],
      ['2', '0012345679', 'Lò'],
      ['3', 'a,b', 'Hà'],
    ]);
  });

  it('refuses more than a list can be, and a quote that is never closed, at the first line of it', () => {
    const line = '1,Đỗ Thử Ước,3100700001\n';
    expect(rowsOf(strToU8(`STT,Họ tên,Mã\n${line.repeat(59_999)}`))).toHaveLength(60_000);
    expect(rowsOf(strToU8(`STT,Họ tên,Mã\n${line.repeat(60_000)}`))).toBe('workbook-too-large');
    expect(rowsOf(strToU8(`${'a,'.repeat(256)}a\n`))).toBe('workbook-too-large');
    expect(rowsOf(strToU8(`a,${'b'.repeat(40_000)}\n`))).toBe('workbook-too-large');
    const open = readCsv({ fileName: 'a.csv', bytes: strToU8(`STT,Họ tên\n1,"Đỗ\n${line.repeat(200_000)}`) });
    expect(open).toEqual({ ok: false, error: { code: 'open-quote', file: 'a.csv', row: 2 } });
  });

  it('refuses what is no text, has an open quote, or nothing between fields', () => {
    expect(rowsOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]))).toBe('not-a-csv');
    expect(rowsOf(Buffer.from('a,Ð?,\xd2\xdd', 'latin1'))).toBe('not-a-csv');
    expect(rowsOf(strToU8('a,"b\n1,2\n'))).toBe('open-quote');
    expect(rowsOf(strToU8('chỉ là một câu'))).toBe('not-a-csv');
    expect(rowsOf(strToU8(' \n\n'))).toBe('empty-workbook');
  });

  it('is chosen by what the file holds, whatever its name ends in', async () => {
    const text = strToU8('STT\tHọ và tên\n1\tĐỗ Thử Ước\n');
    const named = await readWorkbook({ fileName: 'danh-sach.xls', bytes: text });
    expect(named.ok && [named.value.format, named.value.sheets[0]?.rows.length]).toEqual(['csv', 2]);
    const { bytes: xlsx } = await makeWorkbook({ sheets: [{ name: 'A', rows: [['x', 'y']] }] });
    const other = await readWorkbook({ fileName: 'danh-sach.csv', bytes: xlsx });
    expect(other.ok && other.value.format).toBe('xlsx');
    const bytes = readFileSync('test/samples/thcs-hoa-phuong/06-phieu-tin-nhiem.csv');
    const read = await readWorkbook({ fileName: '06-phieu-tin-nhiem.CSV', bytes });
    expect(read.ok && read.value.sheets[0]?.rows).toHaveLength(9);
  });
});
