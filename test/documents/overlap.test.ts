import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../electron/core/files/pdf.ts';
import type {
  BallotSheet,
  Block,
  Cell,
  Paper,
  PaperDocument,
  Rich,
  Row,
  SlipFormat,
} from '../../shared/documents/model.ts';
import { arrangeSlip, offeredFormats } from '../../shared/documents/ballot-pages.ts';
import { collisionsOf, readPdf } from '../support/pdf.ts';
import { sampleDecision, sampleInvitation, sampleNotice } from './council-sample.ts';
import {
  longName,
  sampleAppraisal,
  sampleBallot,
  sampleIndex,
  sampleMeeting,
  sampleNominations,
  samplePapers,
  sampleTally,
} from './sample.ts';

async function collisions(paper: PaperDocument): Promise<readonly string[]> {
  return collisionsOf(readPdf(await writePdf(paper)));
}

type Retell = (text: string) => string;

function retoldRich(text: Rich, retell: Retell): Rich {
  if (typeof text === 'string') return retell(text);
  return text.map((run) => ({ ...run, text: withEdges(run.text, retell(run.text)) }));
}

/** Other words between the same blanks: what stood apart from the run beside it still does. */
function withEdges(text: string, words: string): string {
  return `${/^ */.exec(text)?.[0] ?? ''}${words}${/ *$/.exec(text)?.[0] ?? ''}`;
}

function retoldCell(cell: Cell, retell: Retell): Cell {
  if (typeof cell === 'string') return retell(cell);
  if (cell === null || typeof cell === 'number' || 'box' in cell) return cell;
  return { runs: cell.runs.map((run) => ({ ...run, text: retell(run.text) })) };
}

function retoldBlock(block: Block, retell: Retell): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: retoldRich(block.text, retell) };
    case 'list':
      return { ...block, items: block.items.map((item) => retoldRich(item, retell)) };
    case 'addressee':
      return { ...block, to: block.to.map(retell) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row): Row =>
          'section' in row ? { section: retell(row.section) } : row.map((cell) => retoldCell(cell, retell)),
        ),
      };
    case 'heading':
    case 'basis':
      return { ...block, text: retell(block.text) };
    case 'pageBreak':
      return block;
  }
}

/** The same paper with other words everywhere. */
function retold(paper: Paper, retell: Retell): Paper {
  return {
    ...paper,
    letterhead: {
      ...paper.letterhead,
      superior: retell(paper.letterhead.superior ?? ''),
      issuer: paper.letterhead.issuer.map(retell),
      place: retell(paper.letterhead.place),
    },
    subtitle: paper.subtitle.map(retell),
    blocks: paper.blocks.map((block) => retoldBlock(block, retell)),
    // Nobody signs with a paragraph: what stands there is a capacity and a name.
    signatures: paper.signatures.map((signature) => ({
      ...signature,
      capacity: signature.capacity.map((text) => retell(text).slice(0, 80)),
      name: retell(signature.name ?? '').slice(0, 60),
    })),
    recipients: paper.recipients?.map(retell) ?? null,
  };
}

function retoldBallot(sheet: BallotSheet, retell: Retell): BallotSheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, name: retell(row.name), detail: retell(row.detail) })),
  };
}

/** Words that break lines in their own ways: signs beside blanks, codes, dashes, and words wider than a column. */
const hard = fc.constantFrom(
  '“Nâng cao',
  'năng lực”',
  '(Quyết định',
  'số',
  '127/QĐ-UBND',
  '152/2025/NĐ-CP)',
  '–',
  '-',
  '/',
  '(',
  ')',
  '”',
  '“',
  '?',
  '…',
  '80 %',
  '≥ 8',
  '28/5/2026;',
  'NGHIÊNG',
  'Toán-Lý-Hóa-Sinh-Công-nghệ-Tin-học-Thể-dục',
  'Nghiêngnghiêngnghiêngnghiêngnghiêng',
  'https://example.invalid/quyet-dinh/khen-thuong/2026/05/28',
  '3100700007310070000731007000073100700007',
  '!important',
  'a\u00a0b\u00a0c',
  'ư',
);
const hardText = fc.array(hard, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));

const tables = { sampleIndex, sampleTally, sampleMeeting, sampleAppraisal } as const;

describe('no word of a .pdf is printed over another, over a line or over the edge', () => {
  it('finds words that are', () => {
    const word = { left: 10, right: 30, bottom: 10, top: 20, text: 'a' };
    const page = { width: 100, height: 100, content: '', text: '', grey: [], lines: [], words: [word] };
    const found = (one: object): number => collisionsOf({ raw: '', pages: [{ ...page, ...one }] }).length;
    expect(found({})).toBe(0);
    expect(found({ words: [word, { ...word, left: 29, right: 40 }] })).toBe(1);
    expect(found({ words: [word, { ...word, left: 30, right: 40 }] })).toBe(0);
    expect(found({ lines: [{ left: 20, right: 20, bottom: 0, top: 100 }] })).toBe(1);
    expect(found({ lines: [{ left: 0, right: 100, bottom: 15, top: 15 }] })).toBe(1);
    expect(found({ lines: [{ left: 31, right: 31, bottom: 0, top: 100 }] })).toBe(0);
    expect(found({ width: 25 })).toBe(1);
  });

  it('in the papers of the samples', async () => {
    const papers = { ...samplePapers(), decision: sampleDecision(9), invitation: sampleInvitation(9) };
    for (const [name, paper] of Object.entries(papers))
      expect([name, await collisions(paper)]).toEqual([name, []]);
    expect(await collisions(sampleNotice(9))).toEqual([]);
  });

  it('where a blank stands between a quotation mark and a bracket, which pdfmake keeps together', async () => {
    const paper = sampleIndex(1);
    const text = '“Nâng cao năng lực đọc hiểu văn bản thông tin cho học sinh” (sáng kiến)';
    for (let width = 20; width <= 60; width += 1) {
      const table: Block = {
        kind: 'table',
        columns: [
          { header: 'TT', width },
          { header: 'Tên', width: 165 - width },
        ],
        rows: [[text, text]],
      };
      expect([width, await collisions({ ...paper, blocks: [table] })]).toEqual([width, []]);
    }
  });

  it('whatever stands in a paper', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(tables)),
        fc.array(hardText, { minLength: 40, maxLength: 40 }),
        async (sample, texts) => {
          let at = 0;
          const retell = (text: string): string => (text === '' ? '' : (texts[at++ % texts.length] ?? ''));
          expect(await collisions(retold(sample(3), retell))).toEqual([]);
        },
      ),
      { numRuns: 10, seed: 20 },
    );
  });

  it('whatever stands on a ballot', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hardText, { minLength: 4, maxLength: 4 }), async (texts) => {
        const sheetIn = (format: SlipFormat): BallotSheet => {
          let at = 0;
          return retoldBallot(sampleBallot(2, 4, format), () => texts[at++ % texts.length] ?? '');
        };
        for (const format of offeredFormats(sheetIn)) {
          if (arrangeSlip(sheetIn(format)).fits) expect(await collisions(sheetIn(format))).toEqual([]);
        }
      }),
      { numRuns: 8, seed: 20 },
    );
  });

  it('in a row that is taller than a page', async () => {
    const long = Array.from({ length: 600 }, (_, at) => `thành tích thứ ${at}`).join('; ');
    const paper = sampleIndex(1);
    const blocks = paper.blocks.map((block) =>
      retoldBlock(block, (text) => (text.startsWith('Tờ trình') ? long : text)),
    );
    const facts = readPdf(await writePdf({ ...paper, blocks }));
    expect(collisionsOf(facts)).toEqual([]);
    const words = facts.pages.flatMap((page) => page.words.map(({ text }) => text));
    expect(words.filter((word) => /^\d+;?$/.test(word)).length).toBeGreaterThanOrEqual(600);
    expect(words).toContain('599');
  });

  it('in long lists of long names', async () => {
    expect(
      await collisions(retold(sampleNominations(12, 3), (text) => (text.length > 3 ? longName : text))),
    ).toEqual([]);
  });
});
