/** Phiếu bầu of a round, and the signed sheet on which an absent member gives an opinion. */
import { type IsoDate, formatLongDate, formatSchoolYear } from '../dates.ts';
import { fitPerPage, isSingleTitle } from './ballot-pages.ts';
import type { BallotSheet } from './model.ts';
import { paperFiles } from './paper-files.ts';
import { type NamedPerson, type PaperBasics, salute } from './parts.ts';

export interface BallotPaperData extends PaperBasics {
  /** Code of the title, for the file name: "CSTDCS". */
  readonly titleId: string;
  /** Which ballot of this title it is, from 1. */
  readonly roundNumber: number;
  readonly candidates: readonly {
    readonly name: string;
    readonly post: string;
    readonly group: string;
    readonly titleName: string;
  }[];
  /** How many are printed. */
  readonly copies: number;
  /** Slips on an A4 page; null for the most that the names allow. */
  readonly perPage: 1 | 2 | 4 | null;
  /** A trial paper says "PHIẾU THỬ" and elects nobody. */
  readonly purpose: 'vote' | 'trial';
}

export interface WrittenOpinionData extends PaperBasics {
  readonly titleId: string;
  readonly candidates: BallotPaperData['candidates'];
  readonly member: NamedPerson;
  /** Why the member is absent; null when not known. */
  readonly absenceReason: string | null;
  /** Last day on which the secretary takes the sheet; null for none. */
  readonly returnBy: IsoDate | null;
}

const marking = 'Đánh dấu X vào một trong hai ô “Đồng ý” hoặc “Không đồng ý” ở mỗi dòng.';
const rowRule =
  'Dòng để trống hoặc đánh dấu cả hai ô thì không tính là đồng ý đối với dòng đó; phiếu vẫn hợp lệ.';

/** Builds the secret ballot of a round. */
export function ballotPaper(data: BallotPaperData): BallotSheet {
  const round = data.roundNumber > 1 ? ` (lần ${data.roundNumber})` : '';
  const sheet: BallotSheet = {
    kind: 'ballots',
    fileName: `${paperFiles.ballotPaper(data)}${data.purpose === 'trial' ? '-thu' : ''}`,
    superior: data.school.name,
    issuer: ['Hội đồng', 'Thi đua - Khen thưởng'],
    title: 'PHIẾU BẦU',
    subtitle: subtitle(data, round),
    guidance: [
      marking,
      rowRule,
      'Phiếu không hợp lệ: không phải phiếu do Hội đồng phát hành; ghi thêm tên; ký tên hoặc có dấu hiệu nhận biết người bỏ phiếu; rách, nát không đọc được.',
      'Không ghi tên, không ký vào phiếu.',
    ],
    rows: rowsOf(data),
    copies: data.copies,
    perPage: data.perPage ?? 1,
    place: data.school.place,
    date: data.date,
    opinionOf: null,
    watermark: trialMark(data),
    asOf: data.asOf,
  };
  return data.perPage === null ? { ...sheet, perPage: fitPerPage(sheet) } : sheet;
}

/** Builds the sheet of one absent member, who signs it: it is named by nature. */
export function writtenOpinionSheet(data: WrittenOpinionData): BallotSheet {
  const reason =
    data.absenceReason === null ? '' : ` Lý do vắng mặt: ${data.absenceReason.replace(/\.$/, '')}.`;
  const until =
    data.returnBy === null ? 'trước khi kiểm phiếu' : `trước hết ${formatLongDate(data.returnBy)}`;
  return {
    kind: 'ballots',
    fileName: paperFiles.writtenOpinion(data.titleId, data.member.name),
    superior: data.school.name,
    issuer: ['Hội đồng', 'Thi đua - Khen thưởng'],
    title: 'PHIẾU LẤY Ý KIẾN BẰNG VĂN BẢN',
    subtitle: subtitle(data, ''),
    guidance: [
      `Kính gửi: ${salute(data.member)}, thành viên Hội đồng vắng mặt tại phiên họp.${reason}`,
      `${marking} ${rowRule}`,
      `Ký, ghi rõ họ tên, gửi lại Thư ký Hội đồng ${until}. Ý kiến được tính vào kết quả và ghi trong biên bản.`,
    ],
    rows: rowsOf(data),
    copies: 1,
    perPage: 1,
    place: data.school.place,
    date: data.date,
    opinionOf: { name: data.member.name, post: data.member.post },
    watermark: data.status === 'draft' ? 'DỰ THẢO' : null,
    asOf: data.asOf,
  };
}

function trialMark(data: BallotPaperData): string | null {
  if (data.purpose === 'trial') return 'PHIẾU THỬ';
  return data.status === 'draft' ? 'DỰ THẢO' : null;
}

function subtitle(
  data: { readonly candidates: BallotPaperData['candidates']; readonly schoolYear: string },
  round: string,
): readonly string[] {
  const year = `năm học ${formatSchoolYear(data.schoolYear)}${round}`;
  const first = data.candidates[0];
  if (first === undefined || !isSingleTitle(rowsOf(data))) return [`Danh hiệu thi đua ${year}`];
  return [`Danh hiệu ${first.titleName}`, `N${year.slice(1)}`];
}

function rowsOf(data: { readonly candidates: BallotPaperData['candidates'] }): BallotSheet['rows'] {
  return data.candidates.map(({ name, post, group, titleName }) => ({
    name,
    detail: [post, group].filter((part) => part !== '').join(', '),
    titleName,
  }));
}
