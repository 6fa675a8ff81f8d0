/** Phiếu bầu of one or more rounds, and the signed sheet on which an absent member gives an opinion. */
import { type IsoDate, formatLongDate, formatSchoolYear } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import { fitFormat, isSingleTitle, offeredFormats } from './ballot-pages.ts';
import type { BallotSheet, BallotVote, BandTone, SlipFormat } from './model.ts';
import { paperFiles } from './paper-files.ts';
import { type NamedPerson, type PaperBasics, issuerOf, memberTitle, salute } from './parts.ts';

export interface BallotPaperData extends PaperBasics {
  /** Code of the title, or of each of several titles joined, for the file name: "CSTDCS". */
  readonly titleId: string;
  /** Short names of the titles, for the band: "CSTĐCS". */
  readonly shortNames: readonly string[];
  /** Which ballot of this title it is, from 1. */
  readonly roundNumber: number;
  readonly candidates: readonly {
    readonly name: string;
    readonly post: string;
    readonly group: string;
    readonly titleName: string;
  }[];
  /** Columns for and against where nothing else is said. */
  readonly vote?: BallotVote;
  /** How many are printed. */
  readonly copies: number;
  /** How the slips lie on paper; null for the most on an A4 page that the names allow. */
  readonly format: SlipFormat | null;
  /** A trial paper says "PHIẾU THỬ" and elects nobody. */
  readonly purpose: 'vote' | 'trial';
}

export interface WrittenOpinionData extends PaperBasics {
  readonly titleId: string;
  /** Which ballot of this title it belongs to, from 1. */
  readonly roundNumber: number;
  readonly candidates: BallotPaperData['candidates'];
  readonly vote?: BallotVote;
  readonly member: NamedPerson;
  /** Why the member is absent; null when not known. */
  readonly absenceReason: string | null;
  /** Day on which the sheet is sent; null for a blank to fill by hand. */
  readonly sentOn: IsoDate | null;
  /** Last day on which the secretary takes the sheet; null for none. */
  readonly returnBy: IsoDate | null;
}

const agreeColumns: BallotVote = { kind: 'agree-columns' };

/** How to mark, and what a row is worth that is marked otherwise. */
function marking(vote: BallotVote): { readonly how: string; readonly otherwise: string } {
  switch (vote.kind) {
    case 'agree-columns':
      return {
        how: 'Đánh dấu X vào một trong hai ô “Đồng ý” hoặc “Không đồng ý” ở mỗi dòng.',
        otherwise:
          'Dòng để trống hoặc đánh dấu cả hai ô thì không tính là đồng ý đối với dòng đó; phiếu vẫn hợp lệ.',
      };
    case 'strike-out':
      return {
        how: 'Gạch ngang họ tên người không đồng ý; để nguyên họ tên người đồng ý.',
        otherwise: 'Họ tên bị gạch thì không tính là đồng ý; gạch hết các tên, phiếu vẫn hợp lệ.',
      };
    case 'choose':
      return {
        how: `Đánh dấu X vào ô “Chọn” của tối đa ${formatCount(vote.atMost)} người.`,
        otherwise: `Phiếu chọn quá ${formatCount(vote.atMost)} người là không hợp lệ; chọn ít hơn, phiếu vẫn hợp lệ.`,
      };
  }
}

function guidance(vote: BallotVote, format: SlipFormat, data: BallotPaperData): readonly string[] {
  const { how, otherwise } = marking(vote);
  const by = isOfCouncil(data) ? 'Hội đồng' : 'Ban kiểm phiếu';
  return format === 'four-up'
    ? [
        `${how} ${otherwise}`,
        `Không hợp lệ: phiếu không do ${by} phát hành, ghi thêm tên, ký tên hoặc có dấu riêng, rách nát.`,
      ]
    : [
        how,
        otherwise,
        `Phiếu không hợp lệ: không phải phiếu do ${by} phát hành; ghi thêm tên; ký tên hoặc có dấu hiệu nhận biết người bỏ phiếu; rách, nát không đọc được.`,
        'Không ghi tên, không ký vào phiếu.',
      ];
}

const tones: Readonly<Record<string, BandTone>> = {
  CSTDCS: 'red',
  LDTT: 'green',
  TTLDTT: 'blue',
  TTLDXS: 'violet',
};

function isOfCouncil({ body }: PaperBasics): boolean {
  return body === undefined || body.kind === 'INITIATIVE';
}

/** Who issues the slips: a tổ and a conference have no seal of their own, those who count sign there. */
function issuer(data: PaperBasics): Pick<BallotSheet, 'superior' | 'issuer' | 'stamp'> {
  const { school, body } = data;
  return {
    stamp: isOfCouncil(data) ? 'Dấu của Hội đồng' : 'Chữ ký Ban kiểm phiếu',
    superior: school.name,
    issuer: body?.kind === 'STAFF' ? [body.name] : issuerOf(school, body),
  };
}

/** Builds the secret ballot of a round, or of several rounds on one sheet. */
export function ballotPaper(data: BallotPaperData): BallotSheet {
  return ballotIn(data, data.format ?? fitFormat(offeredFormats((format) => ballotIn(data, format))));
}

function ballotIn(data: BallotPaperData, format: SlipFormat): BallotSheet {
  const vote = data.vote ?? agreeColumns;
  const isTrial = data.purpose === 'trial';
  const band = isTrial
    ? ['PHIẾU THỬ', 'không dùng để bỏ phiếu']
    : ['Phiếu kín', data.shortNames.join(', '), `lần ${data.roundNumber}`];
  return {
    kind: 'ballots',
    fileName: `${paperFiles.ballotPaper(data)}${isTrial ? '-thu' : ''}`,
    ...issuer(data),
    band: {
      text: band.join(' · '),
      tone: isTrial ? 'grey' : (tones[data.titleId] ?? 'amber'),
      look: data.roundNumber > 1 ? 'solid' : 'tinted',
    },
    title: 'PHIẾU BẦU',
    subtitle: subtitle(data),
    guidance: guidance(vote, format, data),
    vote,
    rows: rowsOf(data),
    copies: data.copies,
    format,
    place: data.school.place,
    date: data.date,
    opinionOf: null,
    watermark: isTrial ? 'PHIẾU THỬ' : data.status === 'draft' ? 'DỰ THẢO' : null,
    asOf: data.asOf,
  };
}

/** Builds the sheet of one absent member, who signs it: it is named by nature. */
export function writtenOpinionSheet(data: WrittenOpinionData): BallotSheet {
  const vote = data.vote ?? agreeColumns;
  const { how, otherwise } = marking(vote);
  const reason = data.absenceReason === null ? '………………………………………' : data.absenceReason.replace(/\.$/, '');
  const until =
    data.returnBy === null ? 'trước khi kiểm phiếu' : `chậm nhất là ${formatLongDate(data.returnBy)}`;
  return {
    kind: 'ballots',
    fileName: paperFiles.writtenOpinion(data, data.member.name),
    ...issuer(data),
    band: {
      text: ['Ý kiến bằng văn bản', 'có ký tên', `lần ${data.roundNumber}`].join(' · '),
      tone: 'amber',
      look: data.roundNumber > 1 ? 'solid' : 'tinted',
    },
    title: 'PHIẾU LẤY Ý KIẾN BẰNG VĂN BẢN',
    subtitle: subtitle(data),
    guidance: [
      `Kính gửi: ${salute(data.member)}, ${memberTitle(data)} vắng mặt tại phiên họp. Lý do vắng mặt: ${reason}.`,
      `Phiếu gửi ${data.sentOn === null ? 'ngày …… tháng …… năm 20……' : formatLongDate(data.sentOn)}; gửi lại ${isOfCouncil(data) ? 'Thư ký Hội đồng' : 'thư ký'} ${until}.`,
      `${how} ${otherwise}`,
      'Ký, ghi rõ họ tên. Ý kiến được tính vào kết quả và ghi trong biên bản.',
    ],
    vote,
    rows: rowsOf(data),
    copies: 1,
    format: 'A4',
    place: data.school.place,
    date: null,
    opinionOf: {
      name: data.member.name,
      post: data.member.post,
      capacity: isOfCouncil(data) ? 'THÀNH VIÊN HỘI ĐỒNG' : 'NGƯỜI CHO Ý KIẾN',
    },
    watermark: data.status === 'draft' ? 'DỰ THẢO' : null,
    asOf: data.asOf,
  };
}

function subtitle(
  data: Pick<BallotPaperData, 'candidates' | 'schoolYear' | 'roundNumber'>,
): readonly string[] {
  const turn = data.roundNumber > 1 ? ` (lần ${data.roundNumber})` : '';
  const year = `năm học ${formatSchoolYear(data.schoolYear)}${turn}`;
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
