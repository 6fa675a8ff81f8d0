import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../electron/core/files/docx.ts';
import { writePdf } from '../../electron/core/files/pdf.ts';
import { writeXlsx } from '../../electron/core/files/xlsx.ts';
import type { Paper } from '../../shared/documents/model.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleMeeting, sampleNominations, sampleSubmission } from './sample.ts';

/** Codes as whoever searches types them, in a justified paragraph, a narrow column and a head; one typed with U+2011. */
const codes = ['152/2025/NĐ-CP', '15/2025/TT-BNV', '127/QĐ-UBND', '08/QĐ-THCS', '05/TTr-THCSHP'];

function paperWithCodes(): Paper {
  const paper = sampleSubmission(3);
  return {
    ...paper,
    blocks: [
      ...paper.blocks,
      {
        kind: 'table',
        columns: [
          { header: 'Số', width: 30 },
          { header: 'Căn cứ', width: 135 },
        ],
        rows: [['127/QĐ-UBND', 'Quyết định số 08/QĐ\u2011THCS']],
      },
    ],
  };
}

const writers = {
  docx: async (paper: Paper) => {
    const xml = strFromU8(unzipSync(await writeDocx(paper))['word/document.xml'] ?? new Uint8Array());
    return [...xml.matchAll(/<w:t[ >][^<]*|<w:t>[^<]*/g)]
      .map(([text]) => text.replace(/^<[^>]*>/, ''))
      .join('\n');
  },
  pdf: async (paper: Paper) =>
    readPdf(await writePdf(paper))
      .pages.map(({ text }) => text)
      .join('\n'),
  xlsx: async (paper: Paper) =>
    (await readXlsx(await writeXlsx(paper))).sheets.flatMap(({ rows }) => rows.flat().map(String)).join('\n'),
} as const;

describe('who searches a paper finds', () => {
  it.each(Object.entries(writers))('the code of a document in its .%s', async (_, read) => {
    const text = await read(paperWithCodes());
    for (const code of codes) expect(text).toContain(code);
    for (const paper of [sampleMeeting(12), sampleNominations(12, 2)])
      expect(await read(paper)).not.toContain('\u2011');
  });

  it('codes whole in a .pdf: none is broken at its dash or slash', async () => {
    const words = readPdf(await writePdf(paperWithCodes())).pages.flatMap((page) =>
      page.words.map(({ text }) => text),
    );
    for (const code of codes) expect(words.some((word) => word.replace(/[;.,]$/, '') === code)).toBe(true);
  });
});
