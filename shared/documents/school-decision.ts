/** What every decision of the head of the school has: who decides, by which bases, article by article. */
import type { Block, Paper, Run } from './model.ts';
import {
  basisBlocks,
  headSignature,
  schoolLetterhead,
  watermarkOf,
  type HeadSigner,
  type PaperBasics,
} from './parts.ts';

function strong(text: string): Run {
  return { text, bold: true };
}

/** One article: its text, and what stands under it. */
export interface DecisionArticle {
  readonly text: string;
  readonly blocks?: readonly Block[];
}

/** Builds a decision of the head; the bases come without their end marks. */
export function schoolDecision({
  basics,
  number,
  fileName,
  subtitle,
  bases,
  articles,
  head,
}: {
  readonly basics: PaperBasics;
  /** Number and symbol as they were typed; null leaves the number to the series. */
  readonly number: string | null;
  readonly fileName: string;
  readonly subtitle: readonly string[];
  readonly bases: readonly string[];
  readonly articles: readonly DecisionArticle[];
  readonly head: HeadSigner;
}): Paper {
  const letterhead = schoolLetterhead(basics, 'QĐ');
  return {
    kind: 'paper',
    fileName,
    orientation: 'portrait',
    letterhead: number === null ? letterhead : { ...letterhead, number },
    title: 'QUYẾT ĐỊNH',
    subtitle,
    blocks: [
      {
        kind: 'paragraph',
        text: [strong(`HIỆU TRƯỞNG ${basics.school.name.toLocaleUpperCase('vi')}`)],
        align: 'center',
      },
      ...basisBlocks(bases),
      { kind: 'paragraph', text: [strong('QUYẾT ĐỊNH:')], align: 'center' },
      ...articles.flatMap(({ text, blocks = [] }, index): readonly Block[] => [
        { kind: 'paragraph', text: [strong(`Điều ${index + 1}. `), { text }] },
        ...blocks,
      ]),
    ],
    signatures: [headSignature(head)],
    recipients: [`Như Điều ${articles.length};`, `Lưu: VT, ${basics.school.councilSymbol}.`],
    watermark: watermarkOf(basics.status),
    asOf: basics.asOf,
  };
}
