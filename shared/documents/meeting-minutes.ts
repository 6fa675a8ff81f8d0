/** Biên bản họp Hội đồng: who was there, what was reported, voted and agreed. */
import { type IsoDate, formatLongDate, formatSchoolYear } from '../dates.ts';
import { formatCount, formatPercent } from '../numbers.ts';
import type { CouncilRole, Sex } from '../terms.ts';
import type { Block, Paper, Signature } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type ChairSigner,
  type NamedPerson,
  type PaperBasics,
  chairSignature,
  councilLetterhead,
  councilName,
  describePerson,
  formatTime,
  joinParts,
  plainSignature,
  tableOr,
  watermarkOf,
} from './parts.ts';
import { type ThresholdFacts, describeThreshold } from './tally-minutes.ts';

export interface MeetingMember {
  readonly name: string;
  readonly post: string;
  readonly sex: Sex | null;
  readonly role: CouncilRole;
  readonly present: boolean;
  /** Why absent; null when present or not said. */
  readonly absenceReason: string | null;
  /** Times of day; null from the beginning, and to the end. */
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
  /** Whether an absent member sent a written opinion. */
  readonly writtenOpinion: boolean;
}

export interface MeetingMinutesData extends PaperBasics {
  readonly meeting: {
    readonly date: IsoDate;
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly place: string;
    /** Sentence fragment: "bình xét danh hiệu thi đua". */
    readonly purpose: string;
  };
  /** All members of the council, in the order of its decision. */
  readonly members: readonly MeetingMember[];
  /** Guests who do not vote, each with post. */
  readonly guests: readonly string[];
  readonly quorum: {
    readonly needed: number;
    /** Members who came, though some may have come late or left early. */
    readonly present: number;
    readonly met: boolean;
    /** Why the meeting was held without it. */
    readonly overriddenBecause: string | null;
    readonly article: string | null;
  };
  /** Titles in the order in which they were dealt with. */
  readonly agenda: readonly { readonly titleName: string; readonly cases: number }[];
  /** What was said of single cases; `about` is "Nguyễn Thị Tám (LĐTT)". */
  readonly caseNotes: readonly {
    readonly about: string;
    readonly discussion: string;
    readonly dissent: string;
  }[];
  /** Who stepped aside from a vote; `reduced` when that made its base smaller. */
  readonly recusals: readonly {
    readonly member: NamedPerson;
    readonly about: string;
    readonly reason: string;
    readonly reduced: boolean;
  }[];
  /** What was decided by word instead of by count. */
  readonly decisions: readonly {
    readonly about: string;
    readonly outcome: string;
    readonly reason: string;
  }[];
  /** When a concluded meeting was opened again, and why. */
  readonly reopenings: readonly { readonly on: IsoDate; readonly reason: string }[];
  /** Conditions and ways of voting the chair reminded of, a sentence each. */
  readonly principles: readonly string[];
  /** Counts of the appraised cases. */
  readonly appraisal: {
    readonly registered: number;
    readonly eligible: number;
    readonly notEligible: number;
    readonly needsPerson: number;
    /** Cases withdrawn or put off before the meeting. */
    readonly setAside: number;
  };
  readonly discussion: readonly string[];
  /** The counting board with the hands that approved it; null when there was no ballot. */
  readonly board: {
    readonly head: string | null;
    readonly members: readonly string[];
    readonly approvedBy: number;
  } | null;
  /** One for each title voted on. */
  readonly votes: readonly {
    readonly titleName: string;
    readonly method: 'hands' | 'ballot';
    readonly threshold: ThresholdFacts;
    readonly titleId: string;
    readonly rows: readonly {
      readonly name: string;
      readonly agree: number;
      readonly base: number;
      readonly passed: boolean;
      /** What the council decided by word instead; null where the count stands. */
      readonly conclusion: string | null;
    }[];
  }[];
  /** Who is proposed, by title. */
  readonly agreed: readonly { readonly titleName: string; readonly names: readonly string[] }[];
  readonly otherOpinions: readonly string[];
  readonly copies: number;
  readonly chair: ChairSigner;
  readonly secretary: string | null;
  /** Titles under which the two sign; null for the usual. */
  readonly chairTitle: string | null;
  readonly secretaryTitle: string | null;
  readonly remarks: readonly string[];
}

const roleNames = {
  CHAIR: 'Chủ tịch Hội đồng',
  VICE_CHAIR: 'Phó Chủ tịch Hội đồng',
  SECRETARY: 'Thư ký Hội đồng',
  MEMBER: 'Ủy viên',
} as const satisfies Record<CouncilRole, string>;

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

function heading(number: number, text: string): Block {
  return { kind: 'heading', text: `${number}. ${text}` };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function sentences({
  lead,
  items,
  none,
}: {
  readonly lead: string;
  readonly items: readonly string[];
  readonly none: string;
}): readonly Block[] {
  return items.length === 0 ? [paragraph(none)] : [paragraph(lead), { kind: 'list', items }];
}

function officer({ members }: MeetingMinutesData, label: string, role: CouncilRole): string {
  const people = members.filter((member) => member.role === role && member.present);
  if (people.length === 0) return `${label}: ……………………………………`;
  return `${label}: ${people.map((member) => `${describePerson(member)}, ${roleNames[role]}`).join('; ')}.`;
}

function presence(data: MeetingMinutesData): readonly Block[] {
  const absent = data.members.filter((member) => !member.present);
  const total = data.members.length;
  const present = total - absent.length;
  const items = [
    `Tổng số thành viên Hội đồng: ${formatCount(total)}; có mặt: ${formatCount(present)}; vắng mặt: ${formatCount(absent.length)}.`,
    ...data.members.filter((member) => member.present).flatMap(times),
    ...absent.map((member) => {
      const reason = member.absenceReason === null ? 'không rõ lý do' : `lý do: ${member.absenceReason}`;
      const opinion = member.writtenOpinion ? 'đã gửi ý kiến bằng văn bản' : 'không gửi ý kiến bằng văn bản';
      return `Vắng mặt: ${joinParts([`${describePerson(member)}, ${roleNames[member.role]}`, reason, opinion])}.`;
    }),
    quorum(data),
  ];
  const guests = data.guests.length === 0 ? [] : [`Khách mời (không biểu quyết): ${data.guests.join('; ')}.`];
  return [{ kind: 'list', items: [...items, ...guests] }];
}

function quorum({ quorum: rule, members }: MeetingMinutesData): string {
  const { present } = rule;
  const share = `${present}/${members.length} thành viên có mặt (${formatPercent(present, members.length)}), cần ≥ ${rule.needed}`;
  const article = rule.article === null ? '' : ` theo ${rule.article}`;
  if (rule.met) return `${share}${article}: đủ số thành viên để họp.`;
  const because =
    rule.overriddenBecause === null
      ? ''
      : ` Hội đồng vẫn tiến hành họp, lý do: ${rule.overriddenBecause.replace(/[.;]$/, '')}.`;
  return `${share}${article}: chưa đủ số thành viên để bình xét.${because}`;
}

/** One line for a member who came late or left early. */
function times(member: MeetingMember): readonly string[] {
  const { arrivedAt, leftAt } = member;
  const parts = [
    arrivedAt === null ? null : `đến muộn, có mặt từ ${formatTime(arrivedAt)}`,
    leftAt === null ? null : `về sớm lúc ${formatTime(leftAt)}`,
  ].filter((part) => part !== null);
  return parts.length === 0
    ? []
    : [`${describePerson(member)}, ${roleNames[member.role]}: ${parts.join(', ')}.`];
}

function agenda({ agenda: titles }: MeetingMinutesData): readonly Block[] {
  if (titles.length === 0) return [];
  const parts = titles.map(({ titleName, cases }) => `${titleName} (${formatCount(cases)} trường hợp)`);
  return [paragraph(`Hội đồng xét theo thứ tự: ${parts.join('; ')}.`)];
}

function recusals({ recusals: list, members }: MeetingMinutesData): readonly Block[] {
  if (list.length === 0) return [];
  return [
    paragraph('Thành viên không tham gia biểu quyết:'),
    {
      kind: 'list',
      items: list.map(({ member, about, reason, reduced }) => {
        const base = reduced
          ? 'không tính vào tổng số khi biểu quyết trường hợp này theo quy chế của trường'
          : `tổng số thành viên để tính kết quả vẫn là ${formatCount(members.length)}`;
        return `${describePerson(member)}, trường hợp ${about}; lý do: ${reason}; ${base}.`;
      }),
    },
  ];
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

function remarks({ remarks: list, reopenings }: MeetingMinutesData): readonly Block[] {
  const reopened = reopenings.map(
    ({ on, reason }) =>
      `Phiên họp đã kết luận được mở lại ${formatLongDate(on)}, lý do: ${reason.replace(/[.;]$/, '')}. Biên bản này thay cho biên bản đã lập trước khi mở lại; bản trước được lưu kèm.`,
  );
  const items = [...reopened, ...list];
  return items.length === 0 ? [] : [paragraph('Ghi chú:'), { kind: 'list', items }];
}

function chairOf({ chair, chairTitle }: MeetingMinutesData): Signature {
  const usual = chairSignature(chair);
  return chairTitle === null
    ? usual
    : { ...usual, capacity: ['TM. HỘI ĐỒNG', chairTitle.toLocaleUpperCase('vi')] };
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

function votes(data: MeetingMinutesData): readonly Block[] {
  if (data.votes.length === 0) return [paragraph('Cuộc họp không biểu quyết, không bỏ phiếu.')];
  return data.votes.flatMap((vote, index): readonly Block[] => {
    const method =
      vote.method === 'hands' ? 'biểu quyết giơ tay' : 'bỏ phiếu kín, có biên bản kiểm phiếu kèm theo';
    const letter = String.fromCharCode(97 + (index % 26));
    const passed = vote.rows.filter((row) => row.passed).length;
    const table = tableOr(
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 11, align: 'center', numeric: true },
          { header: 'Họ và tên, tập thể', width: 74 },
          { header: 'Số đồng ý/Tổng số', width: 28, align: 'center' },
          { header: 'Tỷ lệ', width: 24, align: 'center' },
          { header: 'Kết luận', width: 28, align: 'center' },
        ],
        rows: vote.rows.map((row, position) => [
          position + 1,
          row.name,
          `${row.agree}/${row.base}`,
          formatPercent(row.agree, row.base),
          row.conclusion ?? (row.passed ? 'Đạt' : 'Không đạt'),
        ]),
      },
      'Không có trường hợp nào.',
    );
    const lead = `${letter}) ${vote.titleName}: ${formatCount(passed)}/${formatCount(vote.rows.length)} trường hợp đạt. Hình thức: ${method}; ${describeThreshold(vote.threshold, vote.method)}.`;
    return [paragraph(lead), table];
  });
}

function agreed({ agreed: lists }: MeetingMinutesData): readonly Block[] {
  const wanted = lists.filter((list) => list.names.length > 0);
  if (wanted.length === 0) return [paragraph('Hội đồng không đề nghị trường hợp nào.')];
  return wanted.map((list) =>
    paragraph(`${list.titleName} (${formatCount(list.names.length)}): ${list.names.join('; ')}.`),
  );
}

function signList({ members }: MeetingMinutesData): Block {
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 11, align: 'center', numeric: true },
        { header: 'Họ và tên', width: 60 },
        { header: 'Nhiệm vụ trong Hội đồng', width: 50 },
        { header: 'Ký tên', width: 44 },
      ],
      rows: members
        .filter((member) => member.present)
        .map((member, index) => [index + 1, member.name, roleNames[member.role], null]),
      leastRow: 9,
    },
    'Không có thành viên nào có mặt.',
  );
}
