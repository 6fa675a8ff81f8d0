/** Giấy mời: calls the members of the council to the meeting, with its agenda (NĐ 30/2020/NĐ-CP, Phụ lục III). */
import { formatLongDate, formatSchoolYear, type IsoDate } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import type { Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  chairSignature,
  councilLetterhead,
  councilName,
  describePerson,
  formatTime,
  headSignature,
  paragraph,
  watermarkOf,
  type ChairSigner,
  type HeadSigner,
  type NamedPerson,
  type PaperBasics,
} from './parts.ts';

export interface InvitationData extends PaperBasics {
  readonly meeting: { readonly date: IsoDate; readonly startsAt: string | null; readonly place: string };
  readonly members: readonly NamedPerson[];
  /** Titles in the order in which they are dealt with. */
  readonly agenda: readonly {
    readonly titleName: string;
    readonly cases: number;
    readonly method: 'hands' | 'ballot';
  }[];
  readonly presiding: string | null;
  readonly chair: ChairSigner;
  /** Who calls the staff together; whoever presides signs for every other body. */
  readonly head: HeadSigner;
}

function isCouncilBody({ body }: InvitationData): boolean {
  return body === undefined || body.kind === 'INITIATIVE';
}

function opening({ body }: InvitationData): readonly string[] {
  if (body === undefined) {
    return [
      'Nghe báo cáo tổng hợp đăng ký và kết quả thẩm định điều kiện;',
      'Thống nhất nguyên tắc xét, bầu Ban kiểm phiếu;',
    ];
  }
  if (body.kind === 'INITIATIVE') {
    return [
      'Nghe báo cáo các sáng kiến đề nghị công nhận;',
      'Quán triệt điều kiện công nhận, thống nhất nguyên tắc biểu quyết;',
    ];
  }
  return [
    'Nghe báo cáo tổng hợp đăng ký, kết quả tự đánh giá;',
    'Quán triệt tiêu chuẩn, thống nhất nguyên tắc biểu quyết;',
  ];
}

function subtitleOf({ body }: InvitationData): string {
  switch (body?.kind) {
    case undefined:
      return `Họp ${councilName}`;
    case 'GROUP':
      return 'Họp tổ bình xét thi đua, khen thưởng';
    case 'STAFF':
      return 'Dự hội nghị viên chức';
    case 'INITIATIVE':
      return `Họp ${body.name}`;
  }
}

function inviting(data: InvitationData): string {
  const { body, school } = data;
  switch (body?.kind) {
    case undefined:
      return `${councilName} ${school.name} trân trọng kính mời các thành viên Hội đồng:`;
    case 'GROUP':
      return `${body.name} trân trọng kính mời các thành viên của tổ:`;
    case 'STAFF':
      return `${school.name} trân trọng kính mời:`;
    case 'INITIATIVE':
      return `${body.name} ${school.name} trân trọng kính mời các thành viên Hội đồng:`;
  }
}

function purpose({ body, schoolYear }: InvitationData): string {
  const year = formatSchoolYear(schoolYear);
  switch (body?.kind) {
    case undefined:
      return `Tới dự phiên họp bình xét danh hiệu thi đua, hình thức khen thưởng năm học ${year}.`;
    case 'GROUP':
      return `Tới dự cuộc họp bình xét danh hiệu thi đua, hình thức khen thưởng năm học ${year}.`;
    case 'STAFF':
      return `Tới dự hội nghị lấy ý kiến về danh hiệu thi đua, hình thức khen thưởng năm học ${year}.`;
    case 'INITIATIVE':
      return `Tới dự phiên họp xét, công nhận sáng kiến năm học ${year}.`;
  }
}

/** Builds the invitation to a meeting of a body. */
export function invitation(data: InvitationData): Paper {
  const year = formatSchoolYear(data.schoolYear);
  const { meeting } = data;
  const titles = data.agenda.map(
    ({ titleName, cases, method }) =>
      `Xét ${titleName}: ${formatCount(cases)} trường hợp, ${method === 'hands' ? 'biểu quyết giơ tay' : 'bỏ phiếu kín'};`,
  );
  const { body } = data;
  const isCouncil = body === undefined;
  const items = [...opening(data), ...titles, 'Thông qua kết quả, danh sách đề nghị và biên bản.'];
  return {
    kind: 'paper',
    fileName: paperFiles.invitation,
    orientation: 'portrait',
    letterhead: councilLetterhead(data, 'GM'),
    title: 'GIẤY MỜI',
    subtitle: [subtitleOf(data), `Năm học ${year}`],
    blocks: [
      paragraph(inviting(data)),
      {
        kind: 'list',
        items:
          data.body?.kind === 'STAFF'
            ? [`Toàn thể cán bộ, giáo viên, nhân viên (${formatCount(data.members.length)} người).`]
            : data.members.map((member) => `${describePerson(member)};`),
      },
      paragraph(purpose(data)),
      paragraph(
        `Chủ trì: ${data.presiding ?? '……………………………………'}${isCouncilBody(data) ? ', Chủ tịch Hội đồng' : ''}.`,
      ),
      paragraph(`Thời gian: ${formatTime(meeting.startsAt)}, ${formatLongDate(meeting.date)}.`),
      paragraph(`Địa điểm: ${meeting.place === '' ? '……………………………………' : meeting.place}, ${data.school.name}.`),
      paragraph('Chương trình phiên họp:'),
      { kind: 'list', numbered: true, items },
      paragraph(
        data.agenda.some(({ method }) => method === 'ballot')
          ? `Thành viên không dự họp được báo trước cho ${isCouncilBody(data) ? 'Thư ký Hội đồng' : 'thư ký'} và gửi ý kiến bằng văn bản về các danh hiệu bỏ phiếu kín./.`
          : `Thành viên không dự họp được báo trước cho ${isCouncilBody(data) ? 'Thư ký Hội đồng' : 'thư ký'}./.`,
      ),
    ],
    // The conference of the staff is called by the school, under its number.
    signatures: [body?.kind === 'STAFF' ? headSignature(data.head) : chairSignature(data.chair, body)],
    recipients: isCouncil
      ? ['Như trên;', `Lưu: VT, ${data.school.councilSymbol}.`]
      : ['Như trên;', 'Lưu: VT.'],
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}
