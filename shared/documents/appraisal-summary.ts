/** Bảng tổng hợp thẩm định: each case against the conditions of its title, with the articles behind the result. */
import { formatSchoolYear } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import { withoutStop } from '../sentences.ts';
import type { Eligibility } from '../terms.ts';
import { eligibilityNames } from '../vi/terms.ts';
import type { Block, Cell, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type ChairSigner,
  type PaperBasics,
  chairSignature,
  councilLetterhead,
  plainSignature,
  tableOr,
  watermarkOf,
} from './parts.ts';

export interface AppraisedCase {
  /** Person, or tổ for a collective. */
  readonly name: string;
  /** Tổ under which the case is listed; cases of one tổ come together. */
  readonly group: string;
  readonly titleName: string;
  /** Rating in full ("Hoàn thành tốt nhiệm vụ"); null when there is none yet, empty for those who are never rated. */
  readonly rating: string | null;
  /** Initiatives that count, each with its decision, or the achievement of a pupil; empty for none. */
  readonly achievements: readonly string[];
  readonly eligible: Eligibility;
  /** Why: a sentence and the article it rests on. */
  readonly reasons: readonly { readonly text: string; readonly article: string | null }[];
  /** The council's recorded reason for another conclusion than the app's; null for none. */
  readonly overrule: string | null;
}

export interface AppraisalSummaryData extends PaperBasics {
  readonly cases: readonly AppraisedCase[];
  /** Laws amended by a text that nobody has compared, in words. */
  readonly cautions: readonly string[];
  readonly secretary: string | null;
  readonly chair: ChairSigner;
}

/** Builds the table of appraised cases, a landscape paper. */
export function appraisalSummary(data: AppraisalSummaryData): Paper {
  return {
    kind: 'paper',
    fileName: paperFiles.appraisalSummary,
    orientation: 'landscape',
    letterhead: councilLetterhead(data, null),
    title: 'BẢNG TỔNG HỢP THẨM ĐỊNH',
    subtitle: [
      `Điều kiện, tiêu chuẩn xét danh hiệu thi đua, hình thức khen thưởng năm học ${formatSchoolYear(data.schoolYear)}`,
    ],
    blocks: [cases(data), ...summary(data)],
    signatures: [plainSignature('THƯ KÝ HỘI ĐỒNG', data.secretary), chairSignature(data.chair)],
    recipients: null,
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

function cases(data: AppraisalSummaryData): Block {
  const rows: Row[] = [];
  let group: string | null = null;
  for (const [index, entry] of data.cases.entries()) {
    if (entry.group !== group) {
      group = entry.group;
      rows.push({ section: group });
    }
    rows.push([
      index + 1,
      entry.name,
      entry.titleName,
      entry.rating === '' ? '–' : (entry.rating ?? 'Chưa có'),
      entry.achievements.length === 0 ? '–' : entry.achievements.join('; '),
      eligibilityNames[entry.eligible],
      reasonCell(entry),
    ]);
  }
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 10, align: 'center', numeric: true },
        { header: 'Họ và tên, tập thể', width: 36 },
        { header: 'Danh hiệu, hình thức đăng ký', width: 32 },
        { header: 'Xếp loại', width: 28 },
        { header: 'Sáng kiến, thành tích', width: 42 },
        { header: 'Kết quả thẩm định', width: 22 },
        { header: 'Lý do, căn cứ', width: 82 },
      ],
      rows,
    },
    'Không có trường hợp nào được thẩm định.',
  );
}

function reasonCell(entry: AppraisedCase): Cell {
  const reasons = entry.reasons.map(({ text, article }) => {
    const plain = withoutStop(text);
    return article === null ? plain : `${plain} (${article})`;
  });
  if (entry.overrule === null) return reasons.length === 0 ? null : `${reasons.join('; ')}.`;
  const text = reasons.length === 0 ? '' : `${reasons.join('; ')}. `;
  return { runs: [{ text }, { text: `Hội đồng kết luận: ${entry.overrule}`, bold: true }] };
}

function summary(data: AppraisalSummaryData): readonly Block[] {
  const { cases: entries } = data;
  if (entries.length === 0) return [];
  const parts = (['yes', 'no', 'needs-person'] as const).map(
    (result) =>
      `${eligibilityNames[result].toLowerCase()}: ${formatCount(entries.filter((entry) => entry.eligible === result).length)}`,
  );
  const text = `Tổng số: ${formatCount(entries.length)} trường hợp; ${parts.join('; ')}.`;
  return [
    { kind: 'paragraph', text },
    ...data.cautions.map((caution): Block => ({ kind: 'paragraph', text: `Cần đối chiếu: ${caution}.` })),
  ];
}
