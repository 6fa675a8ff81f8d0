/** Biên bản họp tổ, biên bản hội nghị: what the people of a tổ or of the school said of cases before the council did. */
import { formatLongDate, formatSchoolYear } from '../dates.ts';
import { formatCount, formatPercent } from '../numbers.ts';
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
import type { Block, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  councilLetterhead,
  formatTime,
  plainSignature,
  tableOr,
  watermarkOf,
  type PaperBody,
} from './parts.ts';
import { describeThreshold, type ThresholdFacts } from './tally-minutes.ts';

/** One case in the meeting of a tổ; the vote is null where there was none. */
export interface GroupVoteRow {
  readonly name: string;
  readonly titleName: string;
  /** Points in words; null where nothing was given. */
  readonly self: string | null;
  readonly group: string | null;
  /** Rating in full; null for none. */
  readonly rating: string | null;
  readonly vote: { readonly agree: number; readonly base: number; readonly passed: boolean } | null;
}

export interface BodyMinutesData extends MinutesData {
  readonly body: PaperBody;
  /** How many people of the tổ evaluated themselves, of how many. */
  readonly evaluated: { readonly done: number; readonly total: number };
  readonly people: readonly GroupVoteRow[];
  /** The tổ as a collective. */
  readonly collective: readonly GroupVoteRow[];
  /** How the cases of the tổ were voted; null while none was. */
  readonly threshold: { readonly facts: ThresholdFacts; readonly method: 'hands' | 'ballot' } | null;
  /** One for each title voted on, for the conference of the staff. */
  readonly votes: readonly TitleVote[];
}

/** Builds the minutes of the meeting of a tổ, or of the conference of the staff. */
export function bodyMinutes(data: BodyMinutesData): Paper {
  const isGroup = data.body.kind === 'GROUP';
  return {
    kind: 'paper',
    fileName: paperFiles.bodyMinutes,
    orientation: 'portrait',
    letterhead: councilLetterhead(data, 'BB'),
    title: 'BIÊN BẢN',
    subtitle: [
      isGroup
        ? 'Họp tổ bình xét thi đua, khen thưởng'
        : 'Hội nghị viên chức lấy ý kiến về thi đua, khen thưởng',
      `Năm học ${formatSchoolYear(data.schoolYear)}`,
    ],
    blocks: [
      heading(1, 'Thời gian, địa điểm'),
      paragraph(
        `Bắt đầu hồi ${formatTime(data.meeting.startedAt)}, ${formatLongDate(data.meeting.date)}, tại ${data.meeting.place === '' ? '……………………………………' : data.meeting.place}, ${data.school.name}.`,
      ),
      heading(2, 'Chủ trì, thư ký'),
      { kind: 'list', items: [officer(data, 'Chủ trì', 'CHAIR'), officer(data, 'Thư ký', 'SECRETARY')] },
      heading(3, 'Thành phần'),
      ...presence(data),
      heading(4, 'Quán triệt tiêu chuẩn, nguyên tắc'),
      ...sentences({
        lead: 'Chủ trì quán triệt tiêu chuẩn danh hiệu thi đua và nguyên tắc biểu quyết:',
        items: data.principles,
        none: 'Chủ trì quán triệt tiêu chuẩn danh hiệu thi đua và nguyên tắc biểu quyết theo quy định.',
      }),
      ...(isGroup ? groupParts(data) : staffParts(data)),
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
      heading(isGroup ? 9 : 7, 'Người dự họp ký tên'),
      signList(data),
      paragraph(
        `${isGroup ? 'Cuộc họp' : 'Hội nghị'} kết thúc hồi ${formatTime(data.meeting.endedAt)} cùng ngày. Biên bản được đọc lại, những người có mặt nhất trí thông qua và được lập thành ${formatCount(data.copies)} bản, gửi Hội đồng Thi đua - Khen thưởng ${data.school.name}.`,
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

function talk({ discussion, caseNotes }: BodyMinutesData): readonly string[] {
  return [
    ...discussion,
    ...caseNotes
      .filter((note) => note.discussion !== '')
      .map(({ about, discussion: said }) => `${about}: ${said}.`),
  ];
}

function groupParts(data: BodyMinutesData): readonly Block[] {
  const { evaluated, people, collective } = data;
  return [
    heading(5, 'Cá nhân tự đánh giá, thảo luận'),
    paragraph(
      `Có ${formatCount(evaluated.done)}/${formatCount(evaluated.total)} người đã tự đánh giá, chấm điểm thi đua.`,
    ),
    ...sentences({
      lead: 'Tổ thảo luận từng người, các ý kiến chính:',
      items: talk(data),
      none: 'Tổ thảo luận từng người và thống nhất đưa ra biểu quyết.',
    }),
    ...recusals(data),
    heading(6, 'Kết quả biểu quyết đối với cá nhân'),
    ...threshold(data),
    voteTable(people, 'Họ và tên'),
    heading(7, 'Danh hiệu tập thể của tổ'),
    collective.length === 0
      ? paragraph('Tổ không đăng ký danh hiệu tập thể.')
      : voteTable(collective, 'Tập thể'),
    heading(8, 'Ý kiến khác'),
  ];
}

function staffParts(data: BodyMinutesData): readonly Block[] {
  return [
    heading(5, 'Thảo luận, kết quả biểu quyết'),
    ...sentences({
      lead: 'Hội nghị thảo luận, các ý kiến chính:',
      items: talk(data),
      none: 'Hội nghị nghe báo cáo danh sách đăng ký và thống nhất đưa ra biểu quyết.',
    }),
    ...recusals(data),
    ...votes(data),
    heading(6, 'Ý kiến khác'),
  ];
}

function threshold({ threshold: rule, people, collective, body }: BodyMinutesData): readonly Block[] {
  const voted = [...people, ...collective].filter(({ vote }) => vote !== null);
  if (rule === null || voted.length === 0) return [paragraph('Cuộc họp không biểu quyết.')];
  const passed = voted.filter(({ vote }) => vote?.passed === true).length;
  const method =
    rule.method === 'hands' ? 'biểu quyết giơ tay' : 'bỏ phiếu kín, có biên bản kiểm phiếu kèm theo';
  return [
    paragraph(
      `Hình thức: ${method}; ${describeThreshold(rule.facts, rule.method, body.kind)}. Đạt ${formatCount(passed)}/${formatCount(voted.length)} trường hợp. Kết quả của tổ là ý kiến đề nghị để Hội đồng xem xét.`,
    ),
  ];
}

function voteTable(rows: readonly GroupVoteRow[], who: string): Block {
  const hasScores = rows.some(({ self, group }) => self !== null || group !== null);
  const hasRating = rows.some(({ rating }) => rating !== null);
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 11, align: 'center', numeric: true },
        { header: who, width: 36 },
        { header: 'Danh hiệu', width: 30 },
        ...(hasScores
          ? [
              { header: 'Tự chấm', width: 14, align: 'center' } as const,
              { header: 'Tổ chấm', width: 14, align: 'center' } as const,
            ]
          : []),
        ...(hasRating ? [{ header: 'Xếp loại', width: 30 }] : []),
        { header: 'Đồng ý / Tổng số', width: 20, align: 'center' },
        { header: 'Tỷ lệ', width: 20, align: 'center' },
        { header: 'Kết quả', width: 18, align: 'center' },
      ],
      rows: rows.map((row, index): Row => [
        index + 1,
        row.name,
        row.titleName,
        ...(hasScores ? [row.self ?? '–', row.group ?? '–'] : []),
        ...(hasRating ? [row.rating ?? '–'] : []),
        row.vote === null ? '–' : `${row.vote.agree}/${row.vote.base}`,
        row.vote === null ? '–' : formatPercent(row.vote.agree, row.vote.base),
        row.vote === null ? 'Chưa biểu quyết' : row.vote.passed ? 'Đạt' : 'Không đạt',
      ]),
    },
    'Không có trường hợp nào.',
  );
}
