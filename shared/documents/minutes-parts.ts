/** What the minutes of every meeting share, whichever body met: who was there, how it voted, who stepped aside, who signs. */
import { formatLongDate, type IsoDate } from '../dates.ts';
import { atLeast, formatCount, formatPercent } from '../numbers.ts';
import { withoutStop, withSmallLetter } from '../sentences.ts';
import type { CouncilRole, Outcome, Sex } from '../terms.ts';
import { roleNamesOf } from '../vi/bodies.ts';
import type { Block, Signature } from './model.ts';
import {
  chairSignature,
  describePerson,
  formatTime,
  joinParts,
  agreeHeader,
  memberTitle,
  paragraph,
  pointLetter,
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
  /** Null where presence was not taken. */
  readonly present: boolean | null;
  /** Why absent; null when present or not said. */
  readonly absenceReason: string | null;
  /** Times of day; null from the beginning, and to the end. */
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
  /** Whether an absent member sent a written opinion. */
  readonly writtenOpinion: boolean;
}

/** How many of those in the room agreed to something as a whole. */
export interface ApprovalCount {
  readonly agree: number;
  readonly inRoom: number;
}

/** What the meeting came to for one case; `about` is "Nguyễn Thị Tám (LĐTT)". */
export interface ConcludedCase {
  readonly about: string;
  readonly outcome: Outcome;
  readonly reason: string;
  /** Put off though nobody decided so. */
  readonly undealt: boolean;
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
  /** How many of those in the room approved the minutes; null where nobody recorded it. */
  readonly approval: ApprovalCount | null;
  /** Why the meeting was concluded with cases that nobody dealt with; null without such cases. */
  readonly undealtBecause: string | null;
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
  /** Which ballot on the title it was, from 1; null for hands, and where there was no other. */
  readonly roundNumber: number | null;
  readonly rows: readonly {
    readonly name: string;
    readonly agree: number;
    /** How many of these came in writing, to a show of hands. */
    readonly written: number;
    readonly base: number;
    readonly passed: boolean;
    /** What the council decided by word instead; null where the count stands. */
    readonly conclusion: string | null;
  }[];
}

/** Where something is to be written in by hand: nobody recorded it. */
export const gap = '……………………………………………………………………………';

/** A list after its lead; a gap where nothing was recorded. */
export function sentences({
  lead,
  items,
}: {
  readonly lead: string;
  readonly items: readonly string[];
}): readonly Block[] {
  return [paragraph(lead), items.length === 0 ? paragraph(gap) : { kind: 'list', items }];
}

/** What was said against or beside, of the meeting and of single cases. */
export function otherOpinions({ otherOpinions: said, caseNotes }: MinutesData): readonly Block[] {
  return sentences({
    lead: 'Các ý kiến khác, ý kiến bảo lưu:',
    items: [
      ...said,
      ...caseNotes
        .filter(({ dissent }) => dissent !== '')
        .map(({ about, dissent }) => `Ý kiến bảo lưu về ${about}: ${dissent}.`),
    ],
  });
}

/** What was said, of the meeting and of single cases. */
export function discussion({ discussion: said, caseNotes }: MinutesData): readonly Block[] {
  return sentences({
    lead: 'Các ý kiến chính:',
    items: [
      ...said,
      ...caseNotes
        .filter((note) => note.discussion !== '')
        .map(({ about, discussion: text }) => `${about}: ${text}.`),
    ],
  });
}

/** How many agreed to something as a whole: "8/8 thành viên có mặt tán thành", or a gap. */
export function approvalText(data: Pick<PaperBasics, 'body'>, approval: ApprovalCount | null): string {
  const who = data.body?.kind === 'STAFF' ? 'người có mặt' : 'thành viên có mặt';
  return approval === null
    ? `…………/………… ${who} tán thành`
    : `${approval.agree}/${approval.inRoom} ${who} tán thành`;
}

/** How the minutes end: when the meeting did, who approved them, how many copies there are. */
export function closing(data: MinutesData, { sentTo = '' }: { readonly sentTo?: string } = {}): Block {
  const meeting = data.body?.kind === 'STAFF' ? 'Hội nghị' : 'Cuộc họp';
  return paragraph(
    `${meeting} kết thúc hồi ${formatTime(data.meeting.endedAt)} cùng ngày. Biên bản được thông qua: ${approvalText(data, data.approval)}; được lập thành ${formatCount(data.copies)} bản${sentTo}.`,
  );
}

const outcomeOrder: readonly Outcome[] = [
  'proposed',
  'rejected',
  'not-eligible',
  'postponed',
  'lowered',
  'withdrawn',
];

/** How many of what came to what: "21 trường hợp = 17 đạt + 4 không đạt". All that is in is out. */
export function sumOf(
  cases: readonly { readonly outcome: Outcome }[],
  names: Readonly<Record<Outcome, string>>,
): string {
  const parts = outcomeOrder.flatMap((outcome) => {
    const count = cases.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${withSmallLetter(names[outcome])}`];
  });
  return `${cases.length} trường hợp${parts.length === 0 ? '' : ` = ${parts.join(' + ')}`}`;
}

/** Every case that was not agreed to, with the reason, outcome by outcome; and why some were dealt with by nobody. */
export function notAgreed(
  cases: readonly ConcludedCase[],
  names: Readonly<Record<Outcome, string>>,
  undealtBecause: string | null,
): readonly Block[] {
  const lists = outcomeOrder.flatMap((outcome): readonly Block[] => {
    const own = cases.filter((one) => one.outcome === outcome);
    if (outcome === 'proposed' || own.length === 0) return [];
    const items = own.map(({ about, reason }) =>
      reason === '' ? `${about}.` : `${about}: ${withoutStop(reason)}.`,
    );
    return [paragraph(`${names[outcome]} (${formatCount(own.length)}):`), { kind: 'list', items }];
  });
  return [...lists, ...undealt(cases.filter((one) => one.undealt).length, undealtBecause)];
}

/** Why a meeting was concluded with so many cases that nobody dealt with. */
export function undealt(count: number, because: string | null): readonly Block[] {
  if (count === 0) return [];
  return [
    paragraph(
      `Kết thúc cuộc họp, còn ${formatCount(count)} trường hợp chưa được xét; lý do: ${because === null ? gap : withoutStop(because)}.`,
    ),
  ];
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
  const people = members.filter((member) => member.role === role && member.present === true);
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
  const present = data.members.filter((member) => member.present === true);
  const absent = data.members.filter((member) => member.present === false);
  const untaken = data.members.filter((member) => member.present === null);
  const items = [
    `Tổng số ${memberTitle(data)}: ${formatCount(data.members.length)}; có mặt: ${formatCount(present.length)}; vắng mặt: ${formatCount(absent.length)}${untaken.length === 0 ? '' : `; chưa điểm danh: ${formatCount(untaken.length)}`}.`,
    ...present.flatMap((member) => times(data, member)),
    ...absent.map((member) => {
      const reason = `lý do: ${member.absenceReason ?? '……………………'}`;
      const opinion = member.writtenOpinion ? 'đã gửi ý kiến bằng văn bản' : null;
      return `Vắng mặt: ${joinParts([withRole(data, member), reason, opinion])}.`;
    }),
    ...untaken.map((member) => `Chưa điểm danh: ${withRole(data, member)}.`),
    quorum(data),
  ];
  const guests = data.guests.length === 0 ? [] : [`Khách mời (không biểu quyết): ${data.guests.join('; ')}.`];
  return [{ kind: 'list', items: [...items, ...guests] }];
}

function quorum(data: MinutesData): string {
  const { quorum: rule, members } = data;
  const { present } = rule;
  const share = `${present}/${members.length} thành viên có mặt (${formatPercent(present, members.length)}), cần ${atLeast(rule.needed)}`;
  const article = rule.article === null ? '' : ` theo ${rule.article}`;
  if (rule.met) return `${share}${article}: đủ số thành viên để họp.`;
  const because =
    rule.overriddenBecause === null
      ? ''
      : ` ${whoMet(data)} vẫn tiến hành họp, lý do: ${withoutStop(rule.overriddenBecause)}.`;
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
      `Phiên họp đã kết luận được mở lại ${formatLongDate(on)}, lý do: ${withoutStop(reason)}. Biên bản này thay cho biên bản đã lập trước khi mở lại; bản trước được lưu kèm.`,
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
    const passed = vote.rows.filter((row) => row.passed).length;
    const table = tableOr(
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 11, align: 'center', numeric: true },
          { header: 'Họ và tên, tập thể', width: 64 },
          { header: `${agreeHeader(vote.method)} / Tổng\u00a0số`, width: 38, align: 'center' },
          { header: 'Tỷ lệ', width: 24, align: 'center' },
          { header: 'Kết luận', width: 28, align: 'center' },
        ],
        rows: vote.rows.map((row, position) => [
          position + 1,
          row.name,
          `${row.agree}/${row.base}${row.written === 0 ? '' : ` (${row.written} văn bản)`}`,
          formatPercent(row.agree, row.base),
          row.conclusion ?? (row.passed ? 'Đạt' : 'Không đạt'),
        ]),
      },
      'Không có trường hợp nào.',
    );
    const round = vote.roundNumber === null ? '' : `, bỏ phiếu lần ${vote.roundNumber}`;
    const lead = `${pointLetter(index)}) ${vote.titleName}${round}: ${formatCount(passed)}/${formatCount(vote.rows.length)} trường hợp đạt. Hình thức: ${method}; ${describeThreshold(vote.threshold, vote.method, data.body?.kind)}.`;
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
        .filter((member) => member.present === true)
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
