import { readFileSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../electron/core/files/csv.ts';
import { readTable, readWorkbook } from '../../electron/core/files/workbook.ts';
import { listZip, workbookLimits } from '../../electron/core/files/zip-guard.ts';
import { planImport } from '../../shared/imports/plan.ts';
import { readRows } from '../../shared/imports/rows.ts';
import { makeWorkbook, outline } from '../support/messy-workbook.ts';

async function codeOf(bytes: Uint8Array, fileName = 'a.xlsx'): Promise<string> {
  const read = await readWorkbook({ fileName, bytes });
  return read.ok ? 'ok' : read.error.code;
}

function oleWith(text: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(text, 'utf16le'), 1024);
  return bytes;
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
    expect(await codeOf(new Uint8Array(0))).toBe('not-a-workbook');
    expect(await codeOf(Uint8Array.from({ length: 500 }, (_, index) => (index * 73 + 41) % 251))).toBe(
      'not-a-workbook',
    );
    expect(await codeOf(docx)).toBe('not-a-workbook');
    expect(await codeOf(zipSync({ 'xl/workbook.xml': strToU8('không phải XML') }))).toBe('not-a-workbook');
    expect(await codeOf(oleWith('EncryptedPackage'))).toBe('encrypted-workbook');
    expect(await codeOf(oleWith('Workbook'), 'a.xls')).toBe('old-xls-workbook');
    expect(await codeOf(oleWith('WordDocument'))).toBe('not-a-workbook');
    expect(await codeOf(strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'a.xls')).toBe(
      'old-xls-workbook',
    );
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
    expect(await codeOf(whole.bytes.subarray(0, whole.bytes.length - 200))).toBe('not-a-workbook');
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
    expect(listZip({ bytes: many, limits: workbookLimits })).toEqual({ ok: false, error: 'zip-too-large' });
  });

  it('survives a stray cell in the last corner of the sheet', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['x', 'y']], cells: new Map([['900000,16000', { value: 'xa' }]]) }],
    });
    const read = await readWorkbook({ fileName: 'a.xlsx', bytes });
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([{ row: 1, cells: ['x', 'y'] }]);
  });
});

async function readCase(fileName: string) {
  const read = await readWorkbook({ fileName, bytes: readFileSync(`test/imports/cases/${fileName}`) });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('workbooks as other programs write them', () => {
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

  it('refuses what is no text, has an open quote, or nothing between fields', () => {
    expect(rowsOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]))).toBe('not-a-csv');
    expect(rowsOf(Buffer.from('a,Ð?,\xd2\xdd', 'latin1'))).toBe('not-a-csv');
    expect(rowsOf(strToU8('a,"b\n1,2\n'))).toBe('not-a-csv');
    expect(rowsOf(strToU8('chỉ là một câu'))).toBe('not-a-csv');
    expect(rowsOf(strToU8(' \n\n'))).toBe('empty-workbook');
  });

  it('is chosen by the ending of the file', async () => {
    const bytes = readFileSync('test/samples/thcs-hoa-phuong/06-phieu-tin-nhiem.csv');
    const read = await readTable({ fileName: '06-phieu-tin-nhiem.CSV', bytes });
    expect(read.ok && read.value.sheets[0]?.rows).toHaveLength(9);
  });
});
