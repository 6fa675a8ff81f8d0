/** Mục lục hồ sơ: every paper of the dossier, in order. */
import { type IsoDate, formatDate, formatSchoolYear } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import { asLines } from '../sentences.ts';
import type { Block, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type HeadSigner,
  type PaperBasics,
  headSignature,
  paragraph,
  plainSignature,
  schoolLetterhead,
  tableOr,
  watermarkOf,
} from './parts.ts';

export interface DossierIndexData extends PaperBasics {
  readonly parts: readonly {
    /** Heading of the part; null for papers under no heading. */
    readonly name: string | null;
    readonly papers: readonly {
      readonly name: string;
      /** Number and symbol: "05/TTr-THCSHP"; null for none. */
      readonly number: string | null;
      readonly date: IsoDate | null;
      /** Name in the package, without ending. */
      readonly fileName: string;
      readonly note: string;
    }[];
  }[];
  /** Papers that the dossier should hold and lacks, each with of how many: "Báo cáo thành tích: 41 cá nhân". */
  readonly missing: readonly string[];
  readonly secretary: string | null;
  readonly head: HeadSigner;
}

/** Builds the index of a dossier. */
export function dossierIndex(data: DossierIndexData): Paper {
  const rows: Row[] = [];
  let position = 0;
  for (const part of data.parts) {
    if (part.papers.length === 0) continue;
    if (part.name !== null) rows.push({ section: part.name });
    for (const paper of part.papers) {
      position += 1;
      const day = paper.date === null ? '' : formatDate(paper.date);
      const mark = [paper.number ?? '', day].filter((text) => text !== '').join(', ');
      rows.push([position, paper.name, mark, paper.fileName, paper.note]);
    }
  }
  return {
    kind: 'paper',
    fileName: paperFiles.dossierIndex,
    orientation: 'portrait',
    letterhead: schoolLetterhead(data, null),
    title: 'MỤC LỤC HỒ SƠ',
    subtitle: [
      'Đề nghị xét tặng danh hiệu thi đua, hình thức khen thưởng',
      `Năm học ${formatSchoolYear(data.schoolYear)}`,
    ],
    blocks: [
      tableOr(
        {
          kind: 'table',
          columns: [
            { header: 'TT', width: 10, align: 'center', numeric: true },
            { header: 'Tên văn bản', width: 54 },
            { header: 'Số, ngày', width: 38 },
            { header: 'Tên tệp', width: 38 },
            { header: 'Ghi chú', width: 25 },
          ],
          rows,
        },
        'Hồ sơ chưa có văn bản nào.',
      ),
      ...(position > 0 ? [paragraph(`Hồ sơ có ${formatCount(position)} văn bản.`)] : []),
      ...missingBlocks(data.missing),
    ],
    signatures: [plainSignature('NGƯỜI LẬP HỒ SƠ', data.secretary), headSignature(data.head)],
    recipients: null,
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

function missingBlocks(missing: readonly string[]): readonly Block[] {
  if (missing.length === 0) return [];
  return [paragraph('Chưa có trong hồ sơ:'), { kind: 'list', items: asLines(missing) }];
}
