import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../electron/core/files/docx.ts';
import { writePdf } from '../../electron/core/files/pdf.ts';
import type { Block, Paper } from '../../shared/documents/model.ts';
import { headingText, pointLetter } from '../../shared/documents/parts.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleInvitation } from './council-sample.ts';
import { sampleIndex, sampleMeeting, sampleNominations, samplePapers, samplePersonCard } from './sample.ts';

type Heading = Extract<Block, { readonly kind: 'heading' }>;

function headingsOf(paper: Paper): readonly Heading[] {
  return paper.blocks.filter((block) => block.kind === 'heading');
}

async function partOf(paper: Paper, name: string): Promise<string> {
  return strFromU8(unzipSync(await writeDocx(paper))[name] ?? new Uint8Array());
}

const table: Block = {
  kind: 'table',
  columns: [
    { header: 'Họ và tên', width: 80 },
    { header: 'Lý do', width: 80 },
  ],
  rows: Array.from({ length: 4 }, (_, at) => [
    `Tên thứ ${at}`,
    'vì đã có thành tích được Hội đồng xét '.repeat(4),
  ]),
};

/** The paper with so many lines in front of these blocks. */
function after(lines: number, blocks: readonly Block[]): Paper {
  const filling = Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: 'Một dòng.' }));
  return { ...sampleIndex(1), blocks: [...filling, ...blocks] };
}

async function pagesOf(paper: Paper): Promise<readonly string[]> {
  return readPdf(await writePdf(paper)).pages.map(({ text }) => text);
}

describe('the outline of a paper', () => {
  it('numbers its headings one after the other', () => {
    for (const paper of Object.values(samplePapers())) {
      if (paper.kind !== 'paper') continue;
      const numbers = headingsOf(paper).map(({ number }) => number?.value);
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    }
  });

  it('fills the navigation pane of Word: title and headings carry its styles, numbers are its own', async () => {
    const paper = sampleMeeting(12);
    const xml = await partOf(paper, 'word/document.xml');
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(headingsOf(paper).length);
    expect(await partOf(paper, 'word/styles.xml')).toMatch(
      /w:styleId="Heading2".*?<w:outlineLvl w:val="1"\/>/,
    );
    expect(xml).toMatch(
      /<w:pStyle w:val="Heading2"\/><w:keepNext\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="1"\/>/,
    );
    expect(xml).not.toMatch(/<w:t[^>]*>(?:- |\d+\. )/);
  });

  it('types no number that Word should count in any paper', async () => {
    const papers = [...Object.values(samplePapers()), sampleInvitation(3)];
    for (const paper of papers) {
      if (paper.kind === 'ballots') continue;
      expect((await partOf(paper, 'word/document.xml')).match(/<w:t[^>]*>\d+\. /g)).toBeNull();
    }
  });

  it('tells the paper that a list goes with in italics, upright and bold the rest of its head', async () => {
    const paper = sampleNominations(2, 0);
    const told = /<w:r><w:rPr>((?:(?!<w:t).)*)<\/w:rPr><w:t[^>]*>\(Kèm theo Tờ trình/;
    const [, look = ''] = told.exec(await partOf(paper, 'word/document.xml')) ?? [];
    expect(look).toContain('<w:i/>');
    expect(look).not.toContain('<w:b/>');
    expect((await pagesOf(paper)).join('').replaceAll('\u00a0', ' ')).toContain('(Kèm theo Tờ trình');
  });

  it('begins each numbered list of a paper at 1', async () => {
    const paper = sampleInvitation(3);
    const twice = { ...paper, blocks: [...paper.blocks, ...paper.blocks] };
    const used = [...(await partOf(twice, 'word/document.xml')).matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(
      ([, id]) => id,
    );
    expect(new Set(used)).toEqual(new Set(['3', '4', '5']));
    const numbering = await partOf(twice, 'word/numbering.xml');
    expect(numbering.match(/<w:startOverride w:val="1"\/>/g)).toHaveLength(2);
    for (const id of ['1', '2', '3', '4', '5']) expect(numbering).toContain(`<w:num w:numId="${id}">`);
  });

  it('reads the same in a .pdf, numbers and all', async () => {
    const text = (await pagesOf(sampleMeeting(12))).join('').replaceAll('\u00a0', ' ');
    for (const heading of headingsOf(sampleMeeting(12))) expect(text).toContain(headingText(heading));
    expect((await pagesOf(sampleInvitation(3))).join('')).toContain('4. Xét Lao động tiên tiến');
  });

  it('letters its points by the Vietnamese alphabet', () => {
    expect([0, 1, 3, 4, 5, 6, 22, 23].map(pointLetter)).toEqual(['a', 'b', 'd', 'đ', 'e', 'g', 'y', 'aa']);
  });
});

describe('no heading and no signature stands alone on a page of a .pdf', () => {
  it.each([
    ['table', [table]],
    ['paragraph', [{ kind: 'paragraph', text: 'Tên thứ 0 đã được xét.' }]],
    ['list', [{ kind: 'list', items: ['Tên thứ 0', 'Tên thứ 1'] }]],
    ['lead and its table', [{ kind: 'paragraph', text: 'Danh sách gồm có:' }, table]],
  ] as const)('a heading before a %s', async (_, blocks) => {
    for (let lines = 22; lines <= 30; lines += 1) {
      const pages = await pagesOf(after(lines, [{ kind: 'heading', text: 'ĐỀ MỤC' }, ...blocks]));
      const page = pages.find((text) => text.includes('ĐỀ MỤC'));
      expect([lines, page?.includes('Tên thứ 0')]).toEqual([lines, true]);
    }
  });

  it.each([
    ['table', [table], 'Tên thứ 3'],
    ['list', [{ kind: 'list', items: ['Tên thứ 0', 'Tên thứ 3'] }], 'Tên thứ 3'],
    [
      'heading and its paragraph',
      [
        { kind: 'heading', text: 'ĐỀ MỤC' },
        { kind: 'paragraph', text: 'Tên thứ 3' },
      ],
      'ĐỀ MỤC',
    ],
  ] as const)('a signature after a %s', async (_, blocks, end) => {
    for (let lines = 16; lines <= 28; lines += 1) {
      const pages = await pagesOf(after(lines, blocks));
      const page = pages.find((text) => text.includes('NGƯỜI LẬP HỒ SƠ'));
      expect([lines, page?.includes(end)]).toEqual([lines, true]);
    }
  });

  it('and the rows of a table are all there, whichever page they stand on', async () => {
    const text = (await pagesOf(samplePersonCard(22))).join('');
    expect(text.match(/số 88\/QĐ-UBND/g)).toHaveLength(21);
    expect((await pagesOf(after(20, [table]))).join('').match(/Tên thứ \d/g)).toHaveLength(4);
  });
});
