/** Tờ trình: the school asks the deciding level for titles or rewards. */
import { formatSchoolYear } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import { asLines } from '../sentences.ts';
import type { AwardKind, AwardLevel } from '../rules/model.ts';
import type { Block, Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type CitedPaper,
  type HeadSigner,
  type PaperBasics,
  basisBlocks,
  councilName,
  headSignature,
  legalBases,
  numberAndDate,
  paragraph,
  schoolLetterhead,
  watermarkOf,
} from './parts.ts';

export interface SubmissionData extends PaperBasics {
  readonly level: AwardLevel;
  readonly kind: AwardKind;
  /** Whom it goes to: "Chủ tịch Ủy ban nhân dân xã An Hải". */
  readonly to: string;
  /** Who decides where it is not the addressee, who passes it on; null otherwise. */
  readonly decidedBy: string | null;
  /** "danh hiệu thi đua", "hình thức khen thưởng". */
  readonly subject: string;
  /** Bases of the school or the city after those of the law, each without its end mark. */
  readonly furtherBases: readonly string[];
  /** Whether a meeting of a tổ was concluded, on whose result this may rest. */
  readonly groupsMet: boolean;
  /** Minutes of the council's meeting. */
  readonly minutes: CitedPaper;
  readonly proposals: readonly {
    readonly titleName: string;
    readonly individuals: number;
    readonly collectives: number;
  }[];
  /** Papers that go with it, each as it is called in the index. */
  readonly attachments: readonly string[];
  readonly head: HeadSigner;
}

/** Builds the submission, one for each deciding level and kind of reward. */
export function submission(data: SubmissionData): Paper {
  const year = formatSchoolYear(data.schoolYear);
  const bases = [
    ...legalBases(data.date),
    ...data.furtherBases,
    `Căn cứ Biên bản họp ${numberAndDate(data.minutes)} của ${councilName} ${data.school.name}`,
  ];
  return {
    kind: 'paper',
    fileName: paperFiles.submission(data),
    orientation: 'portrait',
    letterhead: schoolLetterhead(data, 'TTr'),
    title: 'TỜ TRÌNH',
    subtitle: [`Về việc đề nghị tặng ${data.subject}`, `Năm học ${year}`],
    blocks: [
      { kind: 'addressee', to: [data.to] },
      ...basisBlocks(bases),
      ...request(data),
      ...attachments(data),
      paragraph(`${data.school.name} kính trình ${data.to} ${decision(data)}./.`),
    ],
    signatures: [headSignature(data.head)],
    recipients: ['Như trên;', `Lưu: VT, ${data.school.councilSymbol}.`],
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

/** What the addressee is asked to do. */
function decision({ decidedBy }: SubmissionData): string {
  return decidedBy === null ? 'xem xét, quyết định' : `xem xét, trình ${decidedBy} quyết định`;
}

function counted({
  individuals,
  collectives,
}: {
  readonly individuals: number;
  readonly collectives: number;
}): string {
  const parts = [
    individuals > 0 ? `${formatCount(individuals)} cá nhân` : null,
    collectives > 0 ? `${formatCount(collectives)} tập thể` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'không có trường hợp nào' : parts.join(', ');
}

function request(data: SubmissionData): readonly Block[] {
  const wanted = data.proposals.filter((proposal) => proposal.individuals + proposal.collectives > 0);
  if (wanted.length === 0) {
    return [
      paragraph(
        `${data.school.name} không có trường hợp nào đề nghị tặng ${data.subject} năm học ${formatSchoolYear(data.schoolYear)}.`,
      ),
    ];
  }
  const total = {
    individuals: wanted.reduce((sum, proposal) => sum + proposal.individuals, 0),
    collectives: wanted.reduce((sum, proposal) => sum + proposal.collectives, 0),
  };
  return [
    paragraph(
      `Trên cơ sở ${data.groupsMet ? 'kết quả bình xét của các tổ và ' : ''}kết luận của ${councilName}, ${data.school.name} kính đề nghị ${data.to} ${decision(data)} tặng ${data.subject} năm học ${formatSchoolYear(data.schoolYear)} như sau:`,
    ),
    {
      kind: 'list',
      numbered: true,
      items: asLines(
        wanted.map((proposal) => `${proposal.titleName}: ${counted(proposal)} (có danh sách kèm theo)`),
      ),
    },
    ...(wanted.length > 1 ? [paragraph(`Tổng số lượt đề nghị: ${counted(total)}.`)] : []),
    paragraph(
      `${data.school.name} đã thẩm tra hồ sơ và cam kết: các cá nhân, tập thể được đề nghị chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, không trong thời gian xem xét kỷ luật; nội dung hồ sơ chính xác, đúng thực tế. Nhà trường chịu trách nhiệm trước pháp luật về tính chính xác của hồ sơ.`,
    ),
  ];
}

function attachments({ attachments: papers }: SubmissionData): readonly Block[] {
  if (papers.length === 0) return [];
  return [paragraph('Hồ sơ kèm theo gồm:'), { kind: 'list', numbered: true, items: asLines(papers) }];
}
