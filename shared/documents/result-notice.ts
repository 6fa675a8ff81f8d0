/** Thông báo kết quả xét: what the council came to for one person or tổ, and why, on one page. */
import { formatLongDate, formatSchoolYear, type IsoDate } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import type { Sex } from '../terms.ts';
import type { Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  chairSignature,
  councilLetterhead,
  councilName,
  salute,
  tableOr,
  watermarkOf,
  type ChairSigner,
  type PaperBasics,
} from './parts.ts';

export interface ResultNoticeData extends PaperBasics {
  /** A person, a pupil when there is a class, or a tổ, which has neither `sex` nor class. */
  readonly to: {
    readonly name: string;
    readonly post: string;
    readonly group: string;
    readonly sex?: Sex | null;
    /** "6A". */
    readonly className?: string;
  };
  /** Working days in which opinions are received. */
  readonly publicityDays: number;
  readonly meetingOn: IsoDate;
  readonly results: readonly {
    readonly titleName: string;
    readonly outcome: string;
    readonly reason: string;
  }[];
  readonly chair: ChairSigner;
}

function addressee({ to }: ResultNoticeData): string {
  if (to.className !== undefined) return `em ${to.name}, lớp ${to.className}`;
  if (to.sex === undefined) return to.name;
  return [salute({ name: to.name, sex: to.sex }), to.post, to.group].filter((part) => part !== '').join(', ');
}

/** Builds the notice of a result to the one it is about. */
export function resultNotice(data: ResultNoticeData): Paper {
  const year = formatSchoolYear(data.schoolYear);
  return {
    kind: 'paper',
    fileName: paperFiles.resultNotice(data.to.name),
    orientation: 'portrait',
    letterhead: councilLetterhead(data, 'TB'),
    title: 'THÔNG BÁO',
    subtitle: ['Kết quả xét danh hiệu thi đua, hình thức khen thưởng', `Năm học ${year}`],
    blocks: [
      { kind: 'addressee', to: [addressee(data)] },
      {
        kind: 'paragraph',
        text: `Căn cứ kết quả phiên họp ${formatLongDate(data.meetingOn)}, ${councilName} ${data.school.name} thông báo kết quả xét năm học ${year} như sau:`,
      },
      tableOr(
        {
          kind: 'table',
          columns: [
            { header: 'TT', width: 11, align: 'center', numeric: true },
            { header: 'Danh hiệu, hình thức', width: 46 },
            { header: 'Kết quả', width: 34 },
            { header: 'Lý do', width: 74 },
          ],
          rows: data.results.map((result, index) => [
            index + 1,
            result.titleName,
            result.outcome,
            result.reason,
          ]),
        },
        'Không có trường hợp nào được xét.',
      ),
      {
        kind: 'paragraph',
        text: `Ý kiến về kết quả này (nếu có) gửi bằng văn bản về Thư ký Hội đồng trong thời gian ${formatCount(data.publicityDays)} ngày làm việc kể từ ngày thông báo để được xem xét, trả lời./.`,
      },
    ],
    signatures: [chairSignature(data.chair)],
    recipients: ['Như trên;', `Lưu: VT, ${data.school.councilSymbol}.`],
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}
