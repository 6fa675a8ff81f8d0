/** Biên bản họp Hội đồng sáng kiến: which initiatives were looked at, how each was voted, which are to be recognised. */
import { formatCount, formatPercent } from '../numbers.ts';
import { asLines } from '../sentences.ts';
import type { MinutesData } from './minutes-data.ts';
import { undealt } from './minutes-outcomes.ts';
import { discussion, minutesPaper, opening, sentences } from './minutes-parts.ts';
import type { Block, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import { agreeHeader, heading, joinParts, paragraph, tableOr, type PaperBody } from './parts.ts';
import { describeThreshold, type ThresholdFacts } from './threshold.ts';

export interface InitiativeMinutesData extends MinutesData {
  readonly body: PaperBody;
  /** Null while none was voted on. */
  readonly threshold: ThresholdFacts | null;
  readonly initiatives: readonly {
    readonly name: string;
    /** "Nguyễn Thị Tám (60 %)". */
    readonly authors: readonly string[];
    readonly vote: { readonly agree: number; readonly base: number; readonly passed: boolean } | null;
  }[];
}

/** Builds the minutes of a meeting of the initiative council. */
export function initiativeMinutes(data: InitiativeMinutesData): Paper {
  return minutesPaper(data, {
    fileName: paperFiles.bodyMinutes,
    subtitle: 'Họp Hội đồng sáng kiến xét, công nhận sáng kiến',
    blocks: [
      ...opening(data),
      heading(4, 'Tiêu chuẩn, nguyên tắc áp dụng'),
      paragraph('Điều kiện công nhận: có tính mới trong phạm vi cơ sở, đã được áp dụng, mang lại hiệu quả.'),
      ...sentences({ lead: 'Nguyên tắc biểu quyết:', items: data.principles }),
      heading(5, 'Thảo luận'),
      ...discussion(data),
      heading(6, 'Kết quả biểu quyết'),
      ...results(data),
      heading(7, 'Sáng kiến đề nghị công nhận'),
      ...agreed(data),
      heading(8, 'Ý kiến khác'),
    ],
    signing: heading(9, 'Thành viên dự họp ký tên'),
  });
}

function results({ initiatives, threshold, body, undealtBecause }: InitiativeMinutesData): readonly Block[] {
  const voted = initiatives.filter(({ vote }) => vote !== null);
  const passed = voted.filter(({ vote }) => vote?.passed === true).length;
  const open = initiatives.length - voted.length;
  const lead =
    threshold === null
      ? []
      : [
          paragraph(
            `Hình thức: biểu quyết giơ tay; ${describeThreshold(threshold, 'hands', body.kind)}. Có ${formatCount(initiatives.length)} sáng kiến đưa ra xét: ${joinParts([`đạt ${formatCount(passed)}`, `không đạt ${formatCount(voted.length - passed)}`, open === 0 ? null : `chưa biểu quyết ${formatCount(open)}`])}.`,
          ),
        ];
  return [
    ...lead,
    tableOr(
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 9, align: 'center', numeric: true },
          { header: 'Tên sáng kiến', width: 59 },
          { header: 'Tác giả', width: 44 },
          { header: `${agreeHeader('hands')} / Tổng\u00a0số`, width: 21, align: 'center' },
          { header: 'Tỷ lệ', width: 18, align: 'center' },
          { header: 'Kết luận', width: 24, align: 'center' },
        ],
        rows: initiatives.map(({ name, authors, vote }, index): Row => [
          index + 1,
          name,
          authors.join('; '),
          vote === null ? '–' : `${vote.agree}/${vote.base}`,
          vote === null ? '–' : formatPercent(vote.agree, vote.base),
          vote === null ? 'Chưa biểu quyết' : vote.passed ? 'Công nhận' : 'Không công nhận',
        ]),
      },
      'Không có sáng kiến nào được đưa ra xét.',
    ),
    ...undealt(open, undealtBecause),
  ];
}

function agreed({ initiatives, school }: InitiativeMinutesData): readonly Block[] {
  const passed = initiatives.filter(({ vote }) => vote?.passed === true);
  if (passed.length === 0) return [paragraph('Hội đồng không đề nghị công nhận sáng kiến nào.')];
  return [
    paragraph(
      `Hội đồng đề nghị Hiệu trưởng ${school.name} công nhận ${formatCount(passed.length)} sáng kiến, phạm vi ảnh hưởng cấp cơ sở:`,
    ),
    {
      kind: 'list',
      items: asLines(passed.map(({ name, authors }) => `“${name}” của ${authors.join(', ')}`)),
    },
  ];
}
