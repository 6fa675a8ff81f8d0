/** Biên bản họp Hội đồng: who was there, what was reported, voted and agreed. */
import { formatLongDate, formatSchoolYear } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import {
  chairOf,
  heading,
  officer,
  paragraph,
  presence,
  recusals,
  remarks,
  sentences,
  signList,
  votes,
  type MinutesData,
  type TitleVote,
} from './minutes-parts.ts';
import type { Block, Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  councilLetterhead,
  councilName,
  formatTime,
  joinParts,
  plainSignature,
  watermarkOf,
} from './parts.ts';

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
    /** Cases withdrawn or put off before the meeting. */
    readonly setAside: number;
  };
  /** The counting board with the hands that approved it; null when there was no ballot. */
  readonly board: {
    readonly head: string | null;
    readonly members: readonly string[];
    readonly approvedBy: number;
  } | null;
  /** One for each title voted on. */
  readonly votes: readonly TitleVote[];
  /** Who is proposed, by title. */
  readonly agreed: readonly { readonly titleName: string; readonly names: readonly string[] }[];
}

/** Builds the minutes of a meeting of the council. */
export function meetingMinutes(data: MeetingMinutesData): Paper {
  const year = formatSchoolYear(data.schoolYear);
  return {
    kind: 'paper',
    fileName: paperFiles.meetingMinutes,
    orientation: 'portrait',
    letterhead: councilLetterhead(data, 'BB'),
    title: 'BIÊN BẢN',
    subtitle: [`Họp ${councilName} ${data.meeting.purpose}`, `Năm học ${year}`],
    blocks: [
      heading(1, 'Thời gian'),
      paragraph(`Bắt đầu hồi ${formatTime(data.meeting.startedAt)}, ${formatLongDate(data.meeting.date)}.`),
      heading(2, 'Địa điểm'),
      paragraph(`${data.meeting.place}, ${data.school.name}.`),
      heading(3, 'Chủ trì, thư ký'),
      { kind: 'list', items: [officer(data, 'Chủ trì', 'CHAIR'), officer(data, 'Thư ký', 'SECRETARY')] },
      heading(4, 'Thành phần'),
      ...presence(data),
      heading(5, 'Quán triệt tiêu chuẩn, nguyên tắc'),
      ...sentences({
        lead: 'Chủ trì quán triệt tiêu chuẩn danh hiệu thi đua, nguyên tắc bình xét và số phiếu cần đạt:',
        items: data.principles,
        none: 'Chủ trì quán triệt tiêu chuẩn danh hiệu thi đua và nguyên tắc bình xét theo quy định.',
      }),
      heading(6, 'Báo cáo tổng hợp, thẩm tra điều kiện'),
      paragraph(appraisal(data)),
      ...agenda(data),
      heading(7, 'Thảo luận'),
      ...sentences({
        lead: 'Hội đồng thảo luận, các ý kiến chính:',
        items: [
          ...data.discussion,
          ...data.caseNotes
            .filter(({ discussion }) => discussion !== '')
            .map(({ about, discussion }) => `${about}: ${discussion}.`),
        ],
        none: 'Hội đồng thảo luận từng trường hợp và thống nhất với báo cáo thẩm tra.',
      }),
      ...recusals(data),
      heading(8, 'Bầu Ban kiểm phiếu'),
      ...board(data),
      heading(9, 'Kết quả biểu quyết, bỏ phiếu'),
      ...votes(data),
      ...decisions(data),
      heading(10, 'Danh sách thống nhất đề nghị'),
      ...agreed(data),
      heading(11, 'Ý kiến khác'),
      ...sentences({
        lead: 'Các ý kiến khác, ý kiến bảo lưu:',
        items: [
          ...data.otherOpinions,
          ...data.caseNotes
            .filter(({ dissent }) => dissent !== '')
            .map(({ about, dissent }) => `Ý kiến bảo lưu về ${about}: ${dissent}.`),
        ],
        none: 'Không có ý kiến khác, không có ý kiến bảo lưu.',
      }),
      ...remarks(data),
      heading(12, 'Thành viên dự họp ký tên'),
      signList(data),
      paragraph(
        `Cuộc họp kết thúc hồi ${formatTime(data.meeting.endedAt)} cùng ngày. Biên bản được đọc lại, các thành viên nhất trí thông qua và được lập thành ${formatCount(data.copies)} bản.`,
      ),
    ],
    signatures: [
      plainSignature(data.secretaryTitle?.toLocaleUpperCase('vi') ?? 'THƯ KÝ', data.secretary),
      chairOf(data),
    ],
    recipients: null,
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

function agenda({ agenda: titles }: MeetingMinutesData): readonly Block[] {
  if (titles.length === 0) return [];
  const parts = titles.map(({ titleName, cases }) => `${titleName} (${formatCount(cases)} trường hợp)`);
  return [paragraph(`Hội đồng xét theo thứ tự: ${parts.join('; ')}.`)];
}

function decisions({ decisions: list }: MeetingMinutesData): readonly Block[] {
  if (list.length === 0) return [];
  return [
    paragraph('Trường hợp Hội đồng thống nhất kết luận khác:'),
    {
      kind: 'list',
      items: list.map(
        ({ about, outcome, reason }) => `${about}: ${outcome}; lý do: ${reason.replace(/[.;]$/, '')}.`,
      ),
    },
  ];
}

function appraisal({ appraisal: counts }: MeetingMinutesData): string {
  const parts = [
    `đủ điều kiện: ${formatCount(counts.eligible)}`,
    `không đủ điều kiện: ${formatCount(counts.notEligible)}`,
    `cần Hội đồng xem xét: ${formatCount(counts.needsPerson)}`,
    counts.setAside > 0 ? `rút hoặc tạm hoãn: ${formatCount(counts.setAside)}` : null,
  ];
  return `Thư ký Hội đồng báo cáo tổng hợp ${formatCount(counts.registered)} trường hợp đăng ký; ${joinParts(parts)}. Từng trường hợp có lý do, căn cứ tại bảng tổng hợp thẩm định kèm theo.`;
}

function board({ board: elected, members }: MeetingMinutesData): readonly Block[] {
  if (elected === null) return [paragraph('Cuộc họp không bỏ phiếu kín, không bầu Ban kiểm phiếu.')];
  const present = members.filter((member) => member.present).length;
  return [
    paragraph(
      `Chủ trì đề nghị, Hội đồng biểu quyết (${elected.approvedBy}/${present} thành viên có mặt tán thành) Ban kiểm phiếu gồm:`,
    ),
    {
      kind: 'list',
      items: [
        `Trưởng ban: ${elected.head ?? '……………………………………'}`,
        ...elected.members.map((name) => `Ủy viên: ${name}`),
      ],
    },
  ];
}

function agreed({ agreed: lists }: MeetingMinutesData): readonly Block[] {
  const wanted = lists.filter((list) => list.names.length > 0);
  if (wanted.length === 0) return [paragraph('Hội đồng không đề nghị trường hợp nào.')];
  return wanted.map((list) =>
    paragraph(`${list.titleName} (${formatCount(list.names.length)}): ${list.names.join('; ')}.`),
  );
}
