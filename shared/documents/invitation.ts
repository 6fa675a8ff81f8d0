/** Giấy mời: calls the members of the council to the meeting, with its agenda (NĐ 30/2020/NĐ-CP, Phụ lục III). */
import { formatLongDate, formatSchoolYear, type IsoDate } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import type { Block, Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  chairSignature,
  councilLetterhead,
  councilName,
  describePerson,
  formatTime,
  watermarkOf,
  type ChairSigner,
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
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Builds the invitation to a meeting of the council. */
export function invitation(data: InvitationData): Paper {
  const year = formatSchoolYear(data.schoolYear);
  const { meeting } = data;
  const titles = data.agenda.map(
    ({ titleName, cases, method }, index) =>
      `${index + 3}. Xét ${titleName}: ${formatCount(cases)} trường hợp, ${method === 'hands' ? 'biểu quyết giơ tay' : 'bỏ phiếu kín'};`,
  );
  const items = [
    '1. Nghe báo cáo tổng hợp đăng ký và kết quả thẩm định điều kiện;',
    '2. Thống nhất nguyên tắc xét, bầu Ban kiểm phiếu;',
    ...titles,
    `${titles.length + 3}. Thông qua kết quả, danh sách đề nghị và biên bản.`,
  ];
  return {
    kind: 'paper',
    fileName: paperFiles.invitation,
    orientation: 'portrait',
    letterhead: councilLetterhead(data, 'GM'),
    title: 'GIẤY MỜI',
    subtitle: [`Họp ${councilName}`, `Năm học ${year}`],
    blocks: [
      paragraph(`${councilName} ${data.school.name} trân trọng kính mời các thành viên Hội đồng:`),
      { kind: 'list', items: data.members.map((member) => `${describePerson(member)};`) },
      paragraph(`Tới dự phiên họp bình xét danh hiệu thi đua, hình thức khen thưởng năm học ${year}.`),
      paragraph(`Chủ trì: ${data.presiding ?? '……………………………………'}, Chủ tịch Hội đồng.`),
      paragraph(`Thời gian: ${formatTime(meeting.startsAt)}, ${formatLongDate(meeting.date)}.`),
      paragraph(`Địa điểm: ${meeting.place === '' ? '……………………………………' : meeting.place}, ${data.school.name}.`),
      paragraph('Chương trình phiên họp:'),
      ...items.map(paragraph),
      paragraph(
        'Thành viên không dự họp được báo trước cho Thư ký Hội đồng và gửi ý kiến bằng văn bản về các danh hiệu bỏ phiếu kín./.',
      ),
    ],
    signatures: [chairSignature(data.chair)],
    recipients: ['Như trên;', `Lưu: VT, ${data.school.councilSymbol}.`],
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}
