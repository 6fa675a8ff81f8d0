/** What the minutes of every meeting share, whichever body met: who was there, how it voted, who stepped aside, who signs. */
import { formatLongDate, formatSchoolYear } from '../dates.ts';
import { atLeast, formatCount, formatPercent } from '../numbers.ts';
import { withoutStop } from '../sentences.ts';
import type { CouncilRole } from '../terms.ts';
import { roleNamesOf } from '../vi/bodies.ts';
import type { ApprovalCount, MeetingMember, MinutesData } from './minutes-data.ts';
import type { Block, Paper, Signature } from './model.ts';
import {
  chairSignature,
  councilLetterhead,
  describePerson,
  formatTime,
  heading,
  joinParts,
  memberTitle,
  paragraph,
  plainSignature,
  tableOr,
  watermarkOf,
  type PaperBasics,
} from './parts.ts';

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
function otherOpinions({ otherOpinions: said, caseNotes }: MinutesData): readonly Block[] {
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
function closing(data: MinutesData, sentTo: string): Block {
  const meeting = data.body?.kind === 'STAFF' ? 'Hội nghị' : 'Cuộc họp';
  return paragraph(
    `${meeting} kết thúc hồi ${formatTime(data.meeting.endedAt)} cùng ngày. Biên bản được thông qua: ${approvalText(data, data.approval)}; được lập thành ${formatCount(data.copies)} bản${sentTo}.`,
  );
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
function officer(data: MinutesData, label: string, role: CouncilRole): string {
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
function remarks({ remarks: list, reopenings }: MinutesData): readonly Block[] {
  const reopened = reopenings.map(
    ({ on, reason }) =>
      `Phiên họp đã kết luận được mở lại ${formatLongDate(on)}, lý do: ${withoutStop(reason)}. Biên bản này thay cho biên bản đã lập trước khi mở lại; bản trước được lưu kèm.`,
  );
  const items = [...reopened, ...list];
  return items.length === 0 ? [] : [paragraph('Ghi chú:'), { kind: 'list', items }];
}

/** Signature of who presided, under the title that the school words. */
function chairOf({ chair, chairTitle, body }: MinutesData): Signature {
  const usual = chairSignature(chair, body);
  if (chairTitle === null) return usual;
  const [first = ''] = usual.capacity;
  const title = chairTitle.toLocaleUpperCase('vi');
  return { ...usual, capacity: usual.capacity.length > 1 ? [first, title] : [title] };
}

/** How the minutes of a body that is no school council begin: when and where, who presided, who was there. */
export function opening(data: MinutesData): readonly Block[] {
  const { startedAt, date, place } = data.meeting;
  return [
    heading(1, 'Thời gian, địa điểm'),
    paragraph(
      `Bắt đầu hồi ${formatTime(startedAt)}, ${formatLongDate(date)}, tại ${place === '' ? '……………………………………' : place}, ${data.school.name}.`,
    ),
    heading(2, 'Chủ trì, thư ký'),
    officers(data),
    heading(3, 'Thành phần'),
    ...presence(data),
  ];
}

/** Who presided and who wrote. */
export function officers(data: MinutesData): Block {
  return {
    kind: 'list',
    items: [officer(data, 'Chủ trì', 'CHAIR'), officer(data, 'Thư ký', 'SECRETARY')],
  };
}

/** The minutes of a meeting, whichever body met: under its head, and to the end what was said beside, who signs, how it closed. */
export function minutesPaper(
  data: MinutesData,
  {
    fileName,
    subtitle,
    blocks,
    signing,
    sentTo = '',
  }: {
    readonly fileName: string;
    /** What met for what; the school year is put under it. */
    readonly subtitle: string;
    readonly blocks: readonly Block[];
    /** Heading of the list on which those present sign. */
    readonly signing: Block;
    readonly sentTo?: string;
  },
): Paper {
  return {
    kind: 'paper',
    fileName,
    orientation: 'portrait',
    letterhead: councilLetterhead(data, 'BB'),
    title: 'BIÊN BẢN',
    subtitle: [subtitle, `Năm học ${formatSchoolYear(data.schoolYear)}`],
    blocks: [
      ...blocks,
      ...otherOpinions(data),
      ...remarks(data),
      signing,
      signList(data),
      closing(data, sentTo),
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

/** The list on which those present sign. */
function signList(data: MinutesData): Block {
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
