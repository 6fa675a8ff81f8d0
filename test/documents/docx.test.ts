import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../../build/process.js';
import { writeDocx } from '../../electron/core/files/docx.ts';
import type { PaperDocument } from '../../shared/documents/model.ts';
import {
  longName,
  sampleBallot,
  sampleNominations,
  samplePapers,
  sampleRegistrations,
  sampleSubmission,
  sampleTally,
} from './sample.ts';

async function partsOf(paper: PaperDocument): Promise<(name: string) => string> {
  const entries = unzipSync(await writeDocx(paper));
  return (name) => {
    const entry = entries[name];
    if (entry === undefined) throw new Error(`no ${name}`);
    return strFromU8(entry);
  };
}

/** Paragraphs of a part: what each says and how. */
function paragraphsOf(xml: string): readonly { text: string; xml: string }[] {
  return (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).map((paragraph) => ({
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''),
    xml: paragraph,
  }));
}

function find(xml: string, text: string): string {
  const found = paragraphsOf(xml).find((paragraph) => paragraph.text === text);
  if (found === undefined) throw new Error(`no paragraph "${text}"`);
  return found.xml;
}

/** Size of type in points, and whether it is bold or italic. */
function lookOf(paragraph: string): { size: number; bold: boolean; italic: boolean } {
  return {
    size: Number(/<w:sz w:val="(\d+)"\/>/.exec(paragraph)?.[1]) / 2,
    bold: paragraph.includes('<w:b/>'),
    italic: paragraph.includes('<w:i/>'),
  };
}

/** Rows of tables that stand in no other table. */
function outermostRows(xml: string): readonly string[] {
  const rows: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of xml.matchAll(/<w:tr>|<\/w:tr>/g)) {
    if (tag === '<w:tr>') {
      if (depth === 0) start = index;
      depth += 1;
    } else {
      depth -= 1;
      if (depth === 0) rows.push(xml.slice(start, index));
    }
  }
  return rows;
}

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

describe('layout of NĐ 30/2020 in .docx', () => {
  it('has A4, margins 20/20/30/15 mm and Times New Roman', async () => {
    for (const paper of Object.values(samplePapers())) {
      if (paper.kind !== 'paper') continue;
      const part = await partsOf(paper);
      const section = /<w:sectPr>.*<\/w:sectPr>/s.exec(part('word/document.xml'))?.[0] ?? '';
      const size = paper.orientation === 'portrait' ? [210, 297] : [297, 210];
      expect(section).toContain(`<w:pgSz w:w="${twips(size[0] ?? 0)}" w:h="${twips(size[1] ?? 0)}"`);
      expect(section).toContain(
        `w:top="${twips(20)}" w:right="${twips(15)}" w:bottom="${twips(20)}" w:left="${twips(30)}"`,
      );
      expect(part('word/styles.xml')).toContain('w:ascii="Times New Roman"');
      expect(part('word/document.xml')).not.toContain('w:rFonts');
    }
  });

  it('sets head, title and body in the sizes and styles of the regulation', async () => {
    const xml = (await partsOf(sampleSubmission(36)))('word/document.xml');
    const country = lookOf(find(xml, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'));
    expect([12, 13]).toContain(country.size);
    expect(country.bold).toBe(true);
    expect(lookOf(find(xml, 'Độc lập - Tự do - Hạnh phúc'))).toEqual({ size: 13, bold: true, italic: false });
    expect(lookOf(find(xml, 'UBND XÃ AN HẢI'))).toEqual({ size: 12, bold: false, italic: false });
    expect(lookOf(find(xml, 'TRƯỜNG THCS HOA PHƯỢNG'))).toEqual({ size: 12, bold: true, italic: false });
    expect(lookOf(find(xml, 'Số: 05/TTr-THCSHP'))).toEqual({ size: 13, bold: false, italic: false });
    expect(lookOf(find(xml, 'An Hải, ngày 28 tháng 5 năm 2026'))).toEqual({
      size: 13,
      bold: false,
      italic: true,
    });
    const title = find(xml, 'TỜ TRÌNH');
    expect(lookOf(title)).toEqual({ size: 14, bold: true, italic: false });
    expect(title).toContain('<w:jc w:val="center"/>');
    const sentence =
      paragraphsOf(xml).find((paragraph) => paragraph.text.startsWith('Trên cơ sở'))?.xml ?? '';
    expect([13, 14]).toContain(lookOf(sentence).size);
    expect(sentence).toContain('<w:jc w:val="both"/>');
    expect(sentence).toContain(`w:firstLine="${twips(12.7)}"`);
    expect(Number(/w:after="(\d+)"/.exec(sentence)?.[1])).toBeGreaterThanOrEqual(120);
    const basis = paragraphsOf(xml).filter((paragraph) => paragraph.text.startsWith('Căn cứ'));
    expect(basis.length).toBeGreaterThanOrEqual(4);
    expect(basis.every((paragraph) => lookOf(paragraph.xml).italic)).toBe(true);
    expect(basis.map((paragraph) => paragraph.text.at(-1))).toEqual([...basis.slice(1).map(() => ';'), '.']);
    expect(lookOf(find(xml, 'Nơi nhận:'))).toEqual({ size: 12, bold: true, italic: true });
    expect(lookOf(find(xml, '- Như trên;'))).toEqual({ size: 11, bold: false, italic: false });
    expect(lookOf(find(xml, 'Trần Thị Ngọc Ánh'))).toEqual({ size: 13, bold: true, italic: false });
  });

  it('gives the name of the country a column that holds it on one line', async () => {
    for (const paper of Object.values(samplePapers())) {
      if (paper.kind !== 'paper') continue;
      const xml = (await partsOf(paper))('word/document.xml');
      const right = Number(/<w:gridCol w:w="\d+"\/><w:gridCol w:w="(\d+)"\/>/.exec(xml)?.[1]);
      expect(right).toBeGreaterThan(twips(88));
    }
  });

  it('numbers pages at the top centre from page 2', async () => {
    const part = await partsOf(sampleSubmission(36));
    expect(part('word/document.xml')).toContain('<w:titlePg/>');
    expect(part('word/document.xml')).toContain('<w:headerReference w:type="default" r:id="rId3"/>');
    expect(part('word/header1.xml')).toMatch(/<w:jc w:val="center"\/>.*PAGE/s);
    expect(lookOf(part('word/header1.xml')).size).toBe(13);
    expect(part('word/header2.xml')).not.toContain('PAGE');
  });

  it('repeats the header of a table and never splits a row', async () => {
    const xml = (await partsOf(sampleTally(12)))('word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2 + 2);
    const rows = xml.match(/<w:tr>/g) ?? [];
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows.length);
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
  });

  it('keeps the signatures together and with the end of the text', async () => {
    const xml = (await partsOf(sampleSubmission(36)))('word/document.xml');
    const paragraphs = paragraphsOf(xml);
    const closing = paragraphs.findIndex((paragraph) => paragraph.text.includes('kính trình'));
    const name = paragraphs.findIndex((paragraph) => paragraph.text === 'Trần Thị Ngọc Ánh');
    expect(closing).toBeGreaterThan(0);
    expect(name).toBeGreaterThan(closing);
    expect(
      paragraphs.slice(closing, name).every((paragraph) => paragraph.xml.includes('<w:keepNext/>')),
    ).toBe(true);
  });

  it('puts signatures of several rows into one row, which is never split', async () => {
    const xml = (await partsOf(sampleTally(12)))('word/document.xml');
    const rows = outermostRows(xml);
    const signed = rows.filter((row) => row.includes('TRƯỞNG BAN KIỂM PHIẾU'));
    expect(signed).toHaveLength(1);
    for (const name of ['Phạm Đức Đạt', 'Vũ Thị Thu Hằng', 'Đỗ Văn Ước', 'Lê Thị Hồng Yến']) {
      expect(signed[0]).toContain(name);
    }
    expect(signed[0]).toMatch(/^<w:tr><w:trPr><w:cantSplit\/>/);
  });

  it('puts the names of those who sign side by side on one line', async () => {
    const xml = (await partsOf(sampleNominations(3, 0)))('word/document.xml');
    const signed = xml.slice(xml.lastIndexOf('<w:tbl>'));
    const lines = signed.split('</w:tc>').map((cell) => paragraphsOf(cell).length);
    expect(signed).toContain('(Ký, ghi rõ họ tên)');
    expect(lines[0]).toBeGreaterThan(5);
    expect(lines[1]).toBe(lines[0]);
  });

  it('puts the name given in full in every table, however long', async () => {
    const xml = (await partsOf(sampleNominations(500, 0)))('word/document.xml');
    expect(longName.length).toBeGreaterThan(60);
    expect(paragraphsOf(xml).some((paragraph) => paragraph.text === longName)).toBe(true);
    expect(xml.match(/<w:tr>/g)?.length).toBeGreaterThan(500);
  });

  it('says that a list is empty instead of showing a table without rows', async () => {
    const xml = (await partsOf(sampleRegistrations(0, 0)))('word/document.xml');
    expect(paragraphsOf(xml).map((paragraph) => paragraph.text)).toContain('Không có cá nhân đăng ký.');
    expect(xml).not.toContain('<w:tblHeader/>');
  });

  it('prints a ballot as often as asked, with dashed lines to cut and two empty boxes a name', async () => {
    for (const [format, names] of [
      ['A4', 12],
      ['A5', 3],
      ['two-up', 3],
      ['four-up', 1],
    ] as const) {
      const xml = (await partsOf(sampleBallot(names, 7, format)))('word/document.xml');
      expect(xml.match(/PHIẾU BẦU/g)).toHaveLength(7);
      expect(xml.match(/<w:bdr /g)).toHaveLength(7 * names * 2);
      expect(xml.includes('w:val="dashed"')).toBe(format.endsWith('up'));
      expect(xml.includes(`w:w="8391" w:h="11906"`)).toBe(format === 'A5');
    }
  });

  it('sets text in NFC, escapes it, and keeps codes unbroken', async () => {
    const paper = sampleSubmission(3);
    const text = 'Hội đồng <A & "B"> theo 152/2025/NĐ-CP\u0007'.normalize('NFD');
    const xml = (await partsOf({ ...paper, blocks: [{ kind: 'paragraph', text }] }))('word/document.xml');
    expect(xml).toContain('Hội đồng &lt;A &amp; &quot;B&quot;&gt; theo 152/2025/NĐ-CP<');
  });

  it('writes the word of a draft on every page, and nothing on an official paper', async () => {
    const draft = await partsOf({ ...sampleSubmission(3), watermark: 'DỰ THẢO' });
    expect(draft('word/header1.xml')).toContain('string="DỰ THẢO"');
    expect(draft('word/header2.xml')).toContain('string="DỰ THẢO"');
    const official = await partsOf(sampleSubmission(3));
    expect(official('word/header1.xml')).not.toContain('v:shape');
  });
});

describe('same paper, same bytes', () => {
  it('gives the same digests in two processes, in other time zones', { timeout: 120_000 }, async () => {
    async function digests(zone: string): Promise<string> {
      const script = fileURLToPath(new URL('./digests.ts', import.meta.url));
      const env = { ...process.env, TZ: zone, NODE_OPTIONS: '' };
      return (await runProcess({ words: [script], env, limit: 55_000 })).out;
    }
    const first = await digests('Asia/Ho_Chi_Minh');
    expect(first.trim().split('\n')).toHaveLength(Object.keys(samplePapers()).length * 2 + 1);
    expect(await digests('America/New_York')).toBe(first);
  });
});
