/** Biên bản họp Hội đồng: who was there, what was reported, voted and agreed. */
import { formatLongDate } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import { withoutStop } from '../sentences.ts';
import { eligibilityNames, outcomeNames } from '../vi/terms.ts';
import type { ApprovalCount, ConcludedCase, MinutesData, TitleVote } from './minutes-data.ts';
import { notAgreed, sumOf, votes } from './minutes-outcomes.ts';
import {
  approvalText,
  discussion,
  gap,
  minutesPaper,
  officers,
  presence,
  recusals,
  sentences,
} from './minutes-parts.ts';
import type { Block, Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import { councilName, formatTime, heading, joinParts, paragraph } from './parts.ts';

export interface MeetingMinutesData extends MinutesData {
  readonly meeting: MinutesData['meeting'] & {
    /** Sentence fragment: "bình xét danh hiệu thi đua". */
    readonly purpose: string;
  };
  /** Titles in the order in which they were dealt with. */
  readonly agenda: readonly { readonly titleName: string; readonly cases: number }[];
  /** What was decided by word instead of by count. */
  readonly decisions: readonly {
    readonly about: string;
    readonly outcome: string;
    readonly reason: string;
  }[];
  /** Counts of the appraised cases. */
  readonly appraisal: {
    readonly registered: number;
    readonly eligible: number;
    readonly notEligible: number;
    readonly needsPerson: number;
    /** Cases that nobody appraised. */
    readonly unchecked: number;
    readonly withdrawn: number;
  };
  /** The panel of tellers with how many approved it; null when there was neither a panel nor a ballot. */
  readonly board: {
    readonly head: string | null;
    readonly members: readonly string[];
    readonly approval: ApprovalCount | null;
  } | null;
  /** One for each title voted on. */
  readonly votes: readonly TitleVote[];
  /** Every case of the agenda, and who is proposed, by title; null while the meeting is not concluded. */
  readonly conclusion: {
    readonly cases: readonly ConcludedCase[];
    readonly agreed: readonly { readonly titleName: string; readonly names: readonly string[] }[];
  } | null;
}

/** Builds the minutes of a meeting of the council. */
export function meetingMinutes(data: MeetingMinutesData): Paper {
  return minutesPaper(data, {
    fileName: paperFiles.meetingMinutes,
    subtitle: `Họp ${councilName} ${data.meeting.purpose}`,
    blocks: [
      heading(1, 'Thời gian'),
      paragraph(`Bắt đầu hồi ${formatTime(data.meeting.startedAt)}, ${formatLongDate(data.meeting.date)}.`),
      heading(2, 'Địa điểm'),
      paragraph(`${data.meeting.place}, ${data.school.name}.`),
      heading(3, 'Chủ trì, thư ký'),
      officers(data),
      heading(4, 'Thành phần'),
      ...presence(data),
      heading(5, 'Tiêu chuẩn, nguyên tắc áp dụng'),
      ...sentences({ lead: 'Nguyên tắc bình xét và số phiếu cần đạt:', items: data.principles }),
      heading(6, 'Tổng hợp, thẩm tra điều kiện'),
      paragraph(appraisal(data)),
      ...agenda(data),
      heading(7, 'Thảo luận'),
      ...discussion(data),
      ...recusals(data),
      heading(8, 'Ban kiểm phiếu'),
      ...board(data),
      heading(9, 'Kết quả biểu quyết, bỏ phiếu'),
      ...votes(data),
      ...decisions(data),
      heading(10, 'Kết luận'),
      ...conclusion(data),
      heading(11, 'Ý kiến khác'),
    ],
    signing: heading(12, 'Thành viên dự họp ký tên'),
  });
}

function agenda({ agenda: titles }: MeetingMinutesData): readonly Block[] {
  if (titles.length === 0) return [];
  const parts = titles.map(({ titleName, cases }) => `${titleName} (${formatCount(cases)} trường hợp)`);
  return [paragraph(`Danh hiệu, hình thức khen thưởng đưa ra xét: ${parts.join('; ')}.`)];
}

function decisions({ decisions: list }: MeetingMinutesData): readonly Block[] {
  if (list.length === 0) return [];
  return [
    paragraph('Kết luận khác của Hội đồng đối với từng trường hợp:'),
    {
      kind: 'list',
      items: list.map(({ about, outcome, reason }) => `${about}: ${outcome}; lý do: ${withoutStop(reason)}.`),
    },
  ];
}

function appraisal({ appraisal: counts }: MeetingMinutesData): string {
  const parts = [
    `${eligibilityNames.yes.toLowerCase()}: ${formatCount(counts.eligible)}`,
    `${eligibilityNames.no.toLowerCase()}: ${formatCount(counts.notEligible)}`,
    `${eligibilityNames['needs-person'].toLowerCase()}: ${formatCount(counts.needsPerson)}`,
    counts.unchecked > 0 ? `chưa thẩm tra: ${formatCount(counts.unchecked)}` : null,
    counts.withdrawn > 0 ? `đã rút đăng ký: ${formatCount(counts.withdrawn)}` : null,
  ];
  return `Tổng hợp ${formatCount(counts.registered)} trường hợp đăng ký; ${joinParts(parts)}. Từng trường hợp có lý do, căn cứ tại bảng tổng hợp thẩm định kèm theo.`;
}

function board(data: MeetingMinutesData): readonly Block[] {
  const { board: panel } = data;
  if (panel === null) return [paragraph('Cuộc họp không bỏ phiếu kín.')];
  return [
    paragraph('Ban kiểm phiếu gồm:'),
    {
      kind: 'list',
      items: [
        `Trưởng ban: ${panel.head ?? '……………………………………'}`,
        ...panel.members.map((name) => `Ủy viên: ${name}`),
      ],
    },
    paragraph(`Ban kiểm phiếu được thông qua: ${approvalText(data, panel.approval)}.`),
  ];
}

function conclusion({ conclusion: reached, undealtBecause }: MeetingMinutesData): readonly Block[] {
  if (reached === null) return [paragraph(gap)];
  const { cases, agreed } = reached;
  return [
    paragraph(`Tổng số ${sumOf(cases, outcomeNames)}.`),
    ...agreed.flatMap(({ titleName, names }) =>
      names.length === 0
        ? []
        : paragraph(`Đề nghị tặng ${titleName} (${formatCount(names.length)}): ${names.join('; ')}.`),
    ),
    ...notAgreed(cases, outcomeNames, undealtBecause),
  ];
}
