/** Biên bản kiểm phiếu of one ballot, with the arithmetic written out. */
import { type IsoDate, formatLongDate, formatSchoolYear } from '../dates.ts';
import { formatCount, formatPercent } from '../numbers.ts';
import type { Block, Column, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type PaperBasics,
  councilLetterhead,
  councilName,
  formatTime,
  plainSignature,
  tableOr,
  watermarkOf,
} from './parts.ts';

/** What a vote needs to pass. */
export interface ThresholdFacts {
  /** Percent of the base. */
  readonly percent: number;
  /** The share as the document writes it where it is a fraction, "2/3". */
  readonly fraction?: string | null;
  /** Size of the base. */
  readonly base: number;
  readonly baseKind: 'total' | 'present' | 'valid';
  /** Whole votes needed. */
  readonly needed: number;
  /** More than the percent, not just as much ("quá bán"). */
  readonly comparison: 'at-least' | 'more-than';
  /** Article it rests on; null for none. */
  readonly article: string | null;
}

export interface TallyRow {
  readonly name: string;
  readonly agreeInRoom: number;
  readonly agreeWritten: number;
  readonly disagree: number;
  /** Rows of valid ballots left blank or marked twice. */
  readonly blankOrInvalid: number;
  readonly passed: boolean;
}

export interface TallyMinutesData extends PaperBasics {
  readonly titleId: string;
  readonly titleName: string;
  /** Which ballot of this title it is, from 1. */
  readonly roundNumber: number;
  readonly countedOn: IsoDate;
  readonly startedAt: string | null;
  readonly approvedAt: string | null;
  readonly place: string;
  readonly board: { readonly head: string | null; readonly members: readonly string[] };
  readonly secretary: string | null;
  readonly council: { readonly total: number; readonly present: number; readonly absent: number };
  /** Written opinions of absent members that came before the count. */
  readonly writtenOpinions: number;
  readonly ballots: {
    readonly printed: number;
    readonly issued: number;
    readonly returned: number;
    readonly valid: number;
    readonly invalid: number;
  };
  readonly invalidReasons: readonly { readonly reason: string; readonly count: number }[];
  /** Who counted a second time and what came of it; null when there was no second count. */
  readonly secondCount: { readonly teller: string; readonly agrees: boolean } | null;
  readonly threshold: ThresholdFacts;
  readonly rows: readonly TallyRow[];
  readonly copies: number;
}

const baseWords = {
  total: 'thành viên Hội đồng',
  present: 'thành viên có mặt',
  valid: 'phiếu hợp lệ',
} as const satisfies Record<ThresholdFacts['baseKind'], string>;

/** What a vote needs, in words: "cần ≥ 8 phiếu đồng ý (80 % của 9 thành viên Hội đồng)"; by hands, people in favour. */
export function describeThreshold(threshold: ThresholdFacts, method: 'ballot' | 'hands'): string {
  const share = `${threshold.comparison === 'more-than' ? 'trên ' : ''}${threshold.fraction ?? `${String(threshold.percent).replace('.', ',')} %`}`;
  const unit = method === 'ballot' ? 'phiếu đồng ý' : 'thành viên tán thành';
  return `cần ≥ ${threshold.needed} ${unit} (${share} của ${threshold.base} ${baseWords[threshold.baseKind]})`;
}

/** Builds the minutes of a count. */
export function tallyMinutes(data: TallyMinutesData): Paper {
  const round = data.roundNumber > 1 ? ` (lần ${data.roundNumber})` : '';
  return {
    kind: 'paper',
    fileName: paperFiles.tallyMinutes(data),
    orientation: 'portrait',
    letterhead: councilLetterhead(data, 'BB'),
    title: 'BIÊN BẢN',
    subtitle: [
      `Kiểm phiếu bầu danh hiệu ${data.titleName}${round}`,
      `Năm học ${formatSchoolYear(data.schoolYear)}`,
    ],
    blocks: [
      {
        kind: 'paragraph',
        text: `Hồi ${formatTime(data.startedAt)}, ${formatLongDate(data.countedOn)}, tại ${data.place}, Ban kiểm phiếu của ${councilName} ${data.school.name} kiểm phiếu bầu danh hiệu ${data.titleName} năm học ${formatSchoolYear(data.schoolYear)}${round} theo hình thức bỏ phiếu kín.`,
      },
      { kind: 'heading', text: '1. Ban kiểm phiếu' },
      {
        kind: 'list',
        items: [
          `Trưởng ban: ${data.board.head ?? '……………………………………'}`,
          ...data.board.members.map((name) => `Ủy viên: ${name}`),
        ],
      },
      { kind: 'heading', text: '2. Thành viên Hội đồng' },
      { kind: 'list', items: presence(data) },
      { kind: 'heading', text: '3. Số phiếu' },
      ballots(data),
      ...invalid(data),
      ...secondCount(data),
      { kind: 'heading', text: '4. Điều kiện đạt' },
      { kind: 'paragraph', text: condition(data) },
      { kind: 'heading', text: '5. Kết quả' },
      results(data),
      ...(data.rows.length > 0 ? [{ kind: 'paragraph', text: rowCheck(data) } as const] : []),
      { kind: 'heading', text: '6. Danh sách đạt điều kiện' },
      ...passed(data),
      {
        kind: 'paragraph',
        text: `Biên bản được lập thành ${formatCount(data.copies)} bản, được Ban kiểm phiếu và Hội đồng thông qua hồi ${formatTime(data.approvedAt)} cùng ngày.`,
      },
    ],
    signatures: [
      ...data.board.members.map((name) => plainSignature('ỦY VIÊN', name)),
      plainSignature('THƯ KÝ HỘI ĐỒNG', data.secretary),
      plainSignature('TRƯỞNG BAN KIỂM PHIẾU', data.board.head),
    ],
    recipients: null,
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

function presence({ council, writtenOpinions }: TallyMinutesData): readonly string[] {
  const sign = council.present + council.absent === council.total ? '=' : '≠';
  return [
    `Tổng số: ${formatCount(council.total)}; có mặt: ${formatCount(council.present)}; vắng mặt: ${formatCount(council.absent)} (${council.present} + ${council.absent} ${sign} ${council.total}).`,
    `Ý kiến bằng văn bản của thành viên vắng mặt nhận được trước khi kiểm phiếu: ${formatCount(writtenOpinions)}.`,
  ];
}

/** One line of arithmetic: the sum, its sign as it really is, and what it should come to. */
function identity({
  left,
  sum,
  right,
}: {
  readonly left: string;
  readonly sum: number;
  readonly right: number;
}): string {
  return `${left} ${sum === right ? '=' : '≠'} ${right}`;
}

function ballots({ ballots: count, council }: TallyMinutesData): Block {
  const notReturned = count.issued - count.returned;
  const spare = count.printed - count.issued;
  const bound = (small: number, large: number): string => `${small} ${small <= large ? '≤' : '>'} ${large}`;
  return {
    kind: 'table',
    columns: [
      { header: 'TT', width: 11, align: 'center', numeric: true },
      { header: 'Nội dung', width: 54 },
      { header: 'Số phiếu', width: 22, align: 'center', numeric: true },
      { header: 'Đối chiếu', width: 78 },
    ],
    rows: [
      [1, 'Số phiếu in', count.printed, `Còn lại chưa phát: ${count.printed} - ${count.issued} = ${spare}`],
      [
        2,
        'Số phiếu phát ra',
        count.issued,
        `Không quá số thành viên có mặt: ${bound(count.issued, council.present)}`,
      ],
      [
        3,
        'Số phiếu thu về',
        count.returned,
        `Không quá số phiếu phát ra: ${bound(count.returned, count.issued)}`,
      ],
      [
        4,
        'Số phiếu không trả',
        notReturned,
        `Phát ra - thu về: ${count.issued} - ${count.returned} = ${notReturned}`,
      ],
      [
        5,
        'Số phiếu hợp lệ',
        count.valid,
        `Hợp lệ + không hợp lệ: ${identity({ left: `${count.valid} + ${count.invalid}`, sum: count.valid + count.invalid, right: count.returned })} (thu về)`,
      ],
      [6, 'Số phiếu không hợp lệ', count.invalid, null],
    ],
  };
}

function invalid({ invalidReasons, ballots: count }: TallyMinutesData): readonly Block[] {
  if (count.invalid === 0 || invalidReasons.length === 0) return [];
  const parts = invalidReasons.map((entry) => `${entry.reason}: ${formatCount(entry.count)}`);
  return [{ kind: 'paragraph', text: `Lý do phiếu không hợp lệ: ${parts.join('; ')}.` }];
}

function secondCount({ secondCount: second }: TallyMinutesData): readonly Block[] {
  if (second === null) return [];
  const outcome = second.agrees
    ? 'khớp với lần kiểm thứ nhất ở tất cả các dòng'
    : 'chưa khớp với lần kiểm thứ nhất, Ban kiểm phiếu đã kiểm lại theo từng phiếu';
  return [
    { kind: 'paragraph', text: `Kiểm phiếu độc lập lần thứ hai do ${second.teller} thực hiện: ${outcome}.` },
  ];
}

function condition({ threshold }: TallyMinutesData): string {
  const written =
    threshold.baseKind === 'total'
      ? ', tính cả ý kiến bằng văn bản của thành viên vắng mặt; thành viên vắng mặt vẫn tính trong tổng số'
      : '';
  const article = threshold.article === null ? '' : ` Căn cứ: ${threshold.article}.`;
  return `Người đạt ${describeThreshold(threshold, 'ballot')}${written}.${article}`;
}

function results({ rows, threshold }: TallyMinutesData): Block {
  const number = (header: string, width: number): Column => ({
    header,
    width,
    align: 'center',
    numeric: true,
  });
  return tableOr(
    {
      kind: 'table',
      columns: [
        number('TT', 9),
        { header: 'Họ và tên', width: 40 },
        number('Tại phiên họp', 15),
        number('Bằng văn bản', 15),
        number('Tổng', 14),
        number('Không đồng ý', 16),
        number('Trống, không hợp lệ', 17),
        { header: 'Tỷ lệ', width: 18, align: 'center' },
        { header: 'Kết quả', width: 21, align: 'center' },
      ],
      groups: [
        { header: '', span: 2 },
        { header: 'Đồng ý', span: 3 },
        { header: '', span: 4 },
      ],
      rows: rows.map((row, index): Row => {
        const agree = row.agreeInRoom + row.agreeWritten;
        return [
          index + 1,
          row.name,
          row.agreeInRoom,
          row.agreeWritten,
          agree,
          row.disagree,
          row.blankOrInvalid,
          formatPercent(agree, threshold.base),
          row.passed ? 'Đạt' : 'Không đạt',
        ];
      }),
    },
    'Không có tên nào trong danh sách bầu.',
  );
}

function rowCheck({ rows, ballots: count }: TallyMinutesData): string {
  const wrong = rows.filter((row) => row.agreeInRoom + row.disagree + row.blankOrInvalid !== count.valid);
  if (wrong.length === 0) {
    return `Đối chiếu từng dòng: đồng ý tại phiên họp + không đồng ý + trống, không hợp lệ = ${count.valid} (số phiếu hợp lệ).`;
  }
  return `Chưa khớp với ${count.valid} phiếu hợp lệ ở các dòng: ${wrong.map((row) => row.name).join('; ')}.`;
}

function passed({ rows, titleName, threshold }: TallyMinutesData): readonly Block[] {
  const names = rows.filter((row) => row.passed);
  if (names.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: `Không có người nào đạt đủ số phiếu để đề nghị tặng danh hiệu ${titleName}.`,
      },
    ];
  }
  return [
    {
      kind: 'paragraph',
      text: `Có ${formatCount(names.length)} người đạt đủ số phiếu để đề nghị tặng danh hiệu ${titleName}:`,
    },
    {
      kind: 'list',
      items: names.map((row) => {
        const agree = row.agreeInRoom + row.agreeWritten;
        return `${row.name}: ${agree}/${threshold.base} (${formatPercent(agree, threshold.base)})`;
      }),
    },
  ];
}
