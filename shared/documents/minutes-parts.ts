/** What the minutes of every meeting share, whichever body met: who was there, how it voted, who stepped aside, who signs. */
import { formatLongDate, type IsoDate } from '../dates.ts';
import { formatCount, formatPercent } from '../numbers.ts';
import type { CouncilRole, Sex } from '../terms.ts';
import { roleNamesOf } from '../vi/bodies.ts';
import type { Block, Signature } from './model.ts';
import {
  chairSignature,
  describePerson,
  formatTime,
  joinParts,
  memberTitle,
  tableOr,
  type ChairSigner,
  type NamedPerson,
  type PaperBasics,
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

/** The parts of the minutes that every body fills. */
export interface MinutesData extends PaperBasics {
  readonly meeting: {
    readonly date: IsoDate;
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly place: string;
  };
  /** All members of the body, in the order of its decision. */
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
  /** When a concluded meeting was opened again, and why. */
  readonly reopenings: readonly { readonly on: IsoDate; readonly reason: string }[];
  /** Conditions and ways of voting that were reminded of, a sentence each. */
  readonly principles: readonly string[];
  readonly discussion: readonly string[];
  readonly otherOpinions: readonly string[];
  readonly copies: number;
  readonly chair: ChairSigner;
  readonly secretary: string | null;
  /** Titles under which the two sign; null for the usual. */
  readonly chairTitle: string | null;
  readonly secretaryTitle: string | null;
  readonly remarks: readonly string[];
}

/** The vote on one title. */
export interface TitleVote {
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
}

/** A numbered heading. */
export function heading(number: number, text: string): Block {
  return { kind: 'heading', text: `${number}. ${text}` };
}

/** A paragraph of plain text. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** A list after its lead, or what is said when there is nothing to list. */
export function sentences({
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

function rolesOf({ body }: Pick<PaperBasics, 'body'>): Record<CouncilRole, string> {
  return roleNamesOf(body?.kind ?? 'SCHOOL');
}

/** What a body is called where a sentence speaks of what it did: "Hội đồng", "Tổ", "Hội nghị". */
export function whoMet({ body }: Pick<PaperBasics, 'body'>): string {
  switch (body?.kind) {
    case undefined:
    case 'INITIATIVE':
      return 'Hội đồng';
    case 'GROUP':
      return 'Tổ';
    case 'STAFF':
      return 'Hội nghị';
  }
}

/** Who presided, or who wrote. */
export function officer(data: MinutesData, label: string, role: CouncilRole): string {
  const { members } = data;
  const people = members.filter((member) => member.role === role && member.present);
  if (people.length === 0) return `${label}: ……………………………………`;
  return `${label}: ${people.map((member) => withRole(data, member)).join('; ')}.`;
}

/** A member with post and, in a council, with the role there. */
function withRole(data: MinutesData, member: MeetingMember): string {
  const { kind = 'SCHOOL' } = data.body ?? {};
  const isCouncil = kind === 'SCHOOL' || kind === 'INITIATIVE';
  return isCouncil ? `${describePerson(member)}, ${rolesOf(data)[member.role]}` : describePerson(member);
}

/** Who was there, who was not and why, and whether it was enough. */
export function presence(data: MinutesData): readonly Block[] {
  const absent = data.members.filter((member) => !member.present);
  const total = data.members.length;
  const present = total - absent.length;
  const items = [
    `Tổng số ${memberTitle(data)}: ${formatCount(total)}; có mặt: ${formatCount(present)}; vắng mặt: ${formatCount(absent.length)}.`,
    ...data.members.filter((member) => member.present).flatMap((member) => times(data, member)),
    ...absent.map((member) => {
      const reason = member.absenceReason === null ? 'không rõ lý do' : `lý do: ${member.absenceReason}`;
      const opinion = member.writtenOpinion ? 'đã gửi ý kiến bằng văn bản' : 'không gửi ý kiến bằng văn bản';
      return `Vắng mặt: ${joinParts([withRole(data, member), reason, opinion])}.`;
    }),
    quorum(data),
  ];
  const guests = data.guests.length === 0 ? [] : [`Khách mời (không biểu quyết): ${data.guests.join('; ')}.`];
  return [{ kind: 'list', items: [...items, ...guests] }];
}

function quorum(data: MinutesData): string {
  const { quorum: rule, members } = data;
  const { present } = rule;
  const share = `${present}/${members.length} thành viên có mặt (${formatPercent(present, members.length)}), cần ≥ ${rule.needed}`;
  const article = rule.article === null ? '' : ` theo ${rule.article}`;
  if (rule.met) return `${share}${article}: đủ số thành viên để họp.`;
  const because =
    rule.overriddenBecause === null
      ? ''
      : ` ${whoMet(data)} vẫn tiến hành họp, lý do: ${rule.overriddenBecause.replace(/[.;]$/, '')}.`;
  return `${share}${article}: chưa đủ số thành viên để bình xét.${because}`;
}

/** One line for a member who came late or left early. */
function times(data: MinutesData, member: MeetingMember): readonly string[] {
  const { arrivedAt, leftAt } = member;
  const parts = [
    arrivedAt === null ? null : `đến muộn, có mặt từ ${formatTime(arrivedAt)}`,
    leftAt === null ? null : `về sớm lúc ${formatTime(leftAt)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? [] : [`${withRole(data, member)}: ${parts.join(', ')}.`];
}

/** Who stepped aside from a vote, and what it did to its base. */
export function recusals({ recusals: list, members }: MinutesData): readonly Block[] {
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

/** Remarks, and when the meeting was opened again. */
export function remarks({ remarks: list, reopenings }: MinutesData): readonly Block[] {
  const reopened = reopenings.map(
    ({ on, reason }) =>
      `Phiên họp đã kết luận được mở lại ${formatLongDate(on)}, lý do: ${reason.replace(/[.;]$/, '')}. Biên bản này thay cho biên bản đã lập trước khi mở lại; bản trước được lưu kèm.`,
  );
  const items = [...reopened, ...list];
  return items.length === 0 ? [] : [paragraph('Ghi chú:'), { kind: 'list', items }];
}

/** Signature of who presided, under the title that the school words. */
export function chairOf({ chair, chairTitle, body }: MinutesData): Signature {
  const usual = chairSignature(chair, body);
  if (chairTitle === null) return usual;
  const [first = ''] = usual.capacity;
  const title = chairTitle.toLocaleUpperCase('vi');
  return { ...usual, capacity: usual.capacity.length > 1 ? [first, title] : [title] };
}

/** The votes title by title, each with its table. */
export function votes(data: MinutesData & { readonly votes: readonly TitleVote[] }): readonly Block[] {
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
    const lead = `${letter}) ${vote.titleName}: ${formatCount(passed)}/${formatCount(vote.rows.length)} trường hợp đạt. Hình thức: ${method}; ${describeThreshold(vote.threshold, vote.method, data.body?.kind)}.`;
    return [paragraph(lead), table];
  });
}

/** The list on which those present sign. */
export function signList(data: MinutesData): Block {
  const { members, body } = data;
  const isCouncil = body === undefined || body.kind === 'INITIATIVE';
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 11, align: 'center', numeric: true },
        { header: 'Họ và tên', width: 60 },
        { header: isCouncil ? 'Nhiệm vụ trong Hội đồng' : 'Chức vụ', width: 50 },
        { header: 'Ký tên', width: 44 },
      ],
      rows: members
        .filter((member) => member.present)
        .map((member, index) => [
          index + 1,
          member.name,
          isCouncil ? rolesOf(data)[member.role] : member.post,
          null,
        ]),
      leastRow: 9,
    },
    'Không có thành viên nào có mặt.',
  );
}
