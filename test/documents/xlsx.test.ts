import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../electron/core/files/xlsx.ts';
import { longName, sampleNominations, sampleRegistrations } from './sample.ts';

describe('table papers as .xlsx', () => {
  it('reads back with title, header, every row and numbers as numbers', async () => {
    const bytes = await writeXlsx(sampleNominations(36, 0));
    const workbook = await readXlsx(bytes);
    expect(workbook.sheets).toHaveLength(1);
    const rows = workbook.sheets[0]?.rows ?? [];
    const texts = rows.flat();
    expect(texts).toContain('DANH SÁCH');
    expect(texts).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    const header = rows.findIndex((row) => row[0] === 'TT');
    expect(rows[header]?.[2]).toBe('Họ và tên');
    const body = rows.slice(header + 1, header + 37);
    expect(body.map((row) => row[0])).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
    expect(body[0]?.[2]).toBe(longName);
    expect(texts).toContain('HIỆU TRƯỞNG');
  });

  it('freezes and repeats the header, prints on A4 one page wide, and quotes the names of its sheets', async () => {
    const entries = unzipSync(await writeXlsx(sampleRegistrations(42, 5)));
    const sheet = strFromU8(entries['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<pane ySplit="9"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<pageSetup paperSize="9"[^>]*fitToWidth="1" fitToHeight="0"/);
    const book = strFromU8(entries['xl/workbook.xml'] ?? new Uint8Array());
    expect(book).toContain(">'I. Cá nhân'!$9:$9<");
    expect(book).toContain('name="II. Tập thể"');
    expect(book).toContain(`name="_xlnm.Print_Area" localSheetId="0">'I. Cá nhân'!$A$1:$E$57<`);
  });

  it('cuts no header, and gives a long text a column in which its row stays low', async () => {
    const paper = sampleNominations(1, 0);
    const block = {
      kind: 'table' as const,
      columns: [
        { header: 'STT', width: 4 },
        ...Array.from({ length: 9 }, () => ({ header: 'Họ và tên', width: 40 })),
        { header: 'Lý do', width: 10 },
      ],
      rows: [
        [1, ...Array.from({ length: 9 }, () => 'Đỗ Văn Ước'), 'chưa có sáng kiến được công nhận; '.repeat(8)],
      ],
    };
    const entries = unzipSync(await writeXlsx({ ...paper, blocks: [block] }));
    const sheet = strFromU8(entries['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const widths = [...sheet.matchAll(/<col [^>]*?width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths[0]).toBeGreaterThanOrEqual(5);
    expect(widths[10]).toBeGreaterThanOrEqual(50);
  });

  it('shows a long name of a school whole, and a row as high as its text and no higher', async () => {
    const paper = sampleNominations(2, 0);
    const issuer = ['Trường Phổ thông dân tộc bán trú Trung học cơ sở Nguyễn Thị Minh Khai - Mường Lống'];
    const table = {
      kind: 'table' as const,
      columns: [
        { header: 'Họ và tên', width: 30 },
        { header: 'Danh hiệu', width: 30 },
        { header: 'Ghi chú', width: 105 },
      ],
      // It fills its column of 30 letters' width and a few letters of the next line.
      rows: [['Đỗ Văn Ước', 'Lao động tiên tiến; Chiến sĩ thi đua cơ sở', '']],
    };
    const made = { ...paper, letterhead: { ...paper.letterhead, issuer }, blocks: [table] };
    const sheet = strFromU8(unzipSync(await writeXlsx(made))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const heights = [...sheet.matchAll(/<row r="(\d+)"[^>]*? ht="([\d.]+)"/g)].map(
      ([, row, height]) => [Number(row), Number(height)] as const,
    );
    expect(heights.find(([row]) => row === 2)?.[1]).toBeGreaterThan(30);
    expect(heights.at(-1)?.[1]).toBeLessThan(40);
  });

  it('says that there is nobody instead of a table without rows', async () => {
    const workbook = await readXlsx(await writeXlsx(sampleNominations(0, 0)));
    const texts = workbook.sheets[0]?.rows.flat() ?? [];
    expect(texts.some((text) => typeof text === 'string' && text.startsWith('Không có cá nhân'))).toBe(true);
    expect(texts).not.toContain('TT');
  });
});
