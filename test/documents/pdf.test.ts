import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { setFontsFolder } from '../../electron/core/files/fonts.ts';
import { writePdf } from '../../electron/core/files/pdf.ts';
import type { PaperDocument } from '../../shared/documents/model.ts';
import { arrangeSlip } from '../../shared/documents/ballot-pages.ts';
import { slipFormats } from '../../shared/documents/model.ts';
import { collisionsOf, readPdf } from '../support/pdf.ts';
import {
  longName,
  sampleBallot,
  sampleMeeting,
  sampleNominations,
  samplePapers,
  sampleRegistrations,
  sampleSubmission,
} from './sample.ts';

interface Facts {
  /** Boxes of the pages, in points. */
  readonly pages: readonly string[];
  readonly contents: readonly string[];
  readonly raw: string;
  readonly text: string;
}

async function factsOf(paper: PaperDocument): Promise<Facts> {
  const { pages, raw } = readPdf(await writePdf(paper));
  return {
    raw,
    pages: pages.map(({ width, height }) => `0 0 ${width} ${height}`),
    contents: pages.map(({ content }) => content),
    text: pages.map(({ text }) => text).join('\n'),
  };
}

describe('papers as .pdf', () => {
  it('is A4, upright or on its side, with Tinos embedded and the time of the data', async () => {
    for (const paper of Object.values(samplePapers())) {
      const facts = await factsOf(paper);
      expect(facts.pages.length).toBeGreaterThan(0);
      const onSide = paper.kind === 'paper' ? paper.orientation === 'landscape' : paper.format === 'two-up';
      const box = onSide ? '0 0 841.89 595.28' : '0 0 595.28 841.89';
      expect(new Set(facts.pages)).toEqual(new Set([box]));
      expect(facts.raw).toMatch(/\/FontName \/[A-Z]{6}\+Tinos/);
      expect(facts.raw.includes('(D:20260528093000Z)')).toBe(true);
    }
  });

  it('says what the paper says, with every Vietnamese letter', async () => {
    const { text } = await factsOf(sampleSubmission(36));
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Ủy ban nhân dân xã An Hải');
    expect(text).toContain('152/2025/NĐ-CP');
    expect(text).not.toContain('?');
    const letters = 'ẮẰẲẴẶẤẦẨẪẬỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỵỷỹđĐ≥≤≠…–';
    const own = {
      ...sampleSubmission(1),
      blocks: [{ kind: 'paragraph', text: letters.normalize('NFD') }],
    } as const;
    const shown = await factsOf(own);
    expect(shown.text).toContain(letters);
  });

  it(
    'keeps the heading of a section on the page of its first row, wherever the page ends',
    { timeout: 60_000 },
    async () => {
      let atTheEnd = 0;
      for (let count = 30; count <= 60; count += 5) {
        const { pages } = readPdf(await writePdf(sampleRegistrations(count, 5)));
        for (const { words } of pages) {
          const lowest = Math.min(...words.map(({ bottom }) => bottom));
          // Only the heading of a section tells the number of its people.
          const headings = words.filter(({ text }) => text === 'người)');
          expect(headings.filter(({ bottom }) => bottom < lowest + 4)).toEqual([]);
          atTheEnd += headings.filter(({ bottom }) => bottom < lowest + 40).length;
        }
      }
      expect(atTheEnd).toBeGreaterThan(0);
    },
  );

  it('breaks no word of a header, however narrow its column was meant to be', async () => {
    const paper = sampleSubmission(1);
    const headers = ['TT', 'Số tán\u00a0thành / Tổng\u00a0số', 'Ông/Bà', 'Nghiêng', 'Họ và tên'];
    const table = {
      kind: 'table' as const,
      columns: headers.map((header, index) => ({ header, width: index === 4 ? 100 : 6 })),
      rows: [[1, '10/11', 'Bà', '85,71 %', longName]],
    };
    const { pages } = readPdf(await writePdf({ ...paper, blocks: [table] }));
    const words = pages.flatMap((page) => page.words.map(({ text }) => text));
    for (const word of ['thành', 'Tổng', 'số', 'Ông/Bà', 'Nghiêng', '85,71']) expect(words).toContain(word);
    expect(collisionsOf({ raw: '', pages })).toEqual([]);
  });

  it('repeats the header of a table on each page', async () => {
    const facts = await factsOf(sampleNominations(120, 0));
    expect(facts.pages.length).toBeGreaterThan(5);
    const headers = facts.text.match(/Thành tích, sáng kiến/g) ?? [];
    expect(headers.length).toBeGreaterThanOrEqual(facts.pages.length - 1);
    expect(headers.length).toBeLessThanOrEqual(facts.pages.length);
  });

  it('numbers pages from the second on', async () => {
    const facts = await factsOf(sampleMeeting(42));
    const first = facts.text.split('\n');
    expect(facts.pages.length).toBeGreaterThan(2);
    expect(first[0]).toMatch(/^TRƯỜNG THCS HOA PHƯỢNG/);
    for (const [index, page] of first.entries()) {
      if (index > 0)
        expect(page.startsWith(String(index + 1)) || page.endsWith(String(index + 1))).toBe(true);
    }
  });

  it('keeps the signature with the end of the text', async () => {
    const pages = (await factsOf(sampleSubmission(36))).text.split('\n');
    const page = pages.findIndex((text) => text.includes('kính trình'));
    expect(page).toBeGreaterThanOrEqual(0);
    expect(pages[page]).toContain('HIỆU TRƯỞNG');
    expect(pages[page]).toContain('Nơi nhận:');
  });

  it('prints ballots on as few pages as they need, with boxes drawn and dashed lines to cut', async () => {
    for (const [format, names, copies, pages] of [
      ['A4', 12, 3, 3],
      ['A5', 3, 2, 2],
      ['two-up', 3, 5, 3],
      ['four-up', 1, 9, 3],
    ] as const) {
      const facts = await factsOf(sampleBallot(names, copies, format));
      expect(facts.pages).toHaveLength(pages);
      const drawn = facts.contents.join('\n');
      expect(drawn.match(/ re\n/g)?.length).toBeGreaterThanOrEqual(copies * names * 2);
      expect(/\[4 3\] 0 d/.test(drawn)).toBe(format.endsWith('up'));
      expect(facts.text.match(/PHIẾU BẦU/g)).toHaveLength(copies);
    }
  });

  it('puts every name of a long ballot on the slip once, on numbered pages', async () => {
    const facts = await factsOf(sampleBallot(120, 1, null));
    expect(facts.text).toContain(`Phiếu gồm 0${facts.pages.length} trang; trang 1/${facts.pages.length}`);
    expect(facts.text).toContain(`trang ${facts.pages.length}/${facts.pages.length}`);
  });

  it('keeps every page of a slip on the page it was arranged on, however long the list', async () => {
    for (const format of slipFormats) {
      for (const names of [1, 12, 45, 120]) {
        const sheet = sampleBallot(names, 1, format);
        const facts = await factsOf({ ...sheet, copies: arrangeSlip(sheet).layout.perPage });
        expect(facts.pages).toHaveLength(arrangeSlip(sheet).pages.length);
      }
    }
  });

  it('writes the words of a trial large on each slip, since slips are cut apart', async () => {
    const sheet = { ...sampleBallot(1, 4, 'four-up'), watermark: 'PHIẾU THỬ' };
    const [page] = readPdf(await writePdf(sheet)).pages;
    expect(page?.grey.join('')).toBe('PHIẾU THỬ'.repeat(4));
  });

  it('reads its fonts from the folder it is given, and fails loudly without them', async () => {
    const fonts = fileURLToPath(new URL('../../build/fonts', import.meta.url));
    setFontsFolder(`${fonts}-none`);
    await expect(async () => writePdf(sampleSubmission(1))).rejects.toThrow('ENOENT');
    setFontsFolder(fonts);
    expect((await factsOf(sampleSubmission(1))).text).toContain('TỜ TRÌNH');
  });
});
