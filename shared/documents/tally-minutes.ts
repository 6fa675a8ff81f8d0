/** Biên bản kiểm phiếu of one ballot, with the arithmetic written out. */
import { type IsoDate, formatLongDate, formatSchoolYear } from '../dates.ts';
import { atLeast, formatCount, formatPercent } from '../numbers.ts';
import { withoutStop, withSmallLetter } from '../sentences.ts';
import type { BallotForm } from '../rules/model.ts';
import type { BodyKind } from '../domain/body.ts';
import { kindText, memberWords } from '../rules/words.ts';
import type { Block, Column, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type PaperBasics,
  bodyTitle,
  councilLetterhead,
  formatTime,
  plainSignature,
  tableOr,
  watermarkOf,
  heading,
  paragraph,
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
  readonly place: string;
  readonly board: { readonly head: string | null; readonly members: readonly string[] };
  readonly secretary: string | null;
  readonly council: { readonly total: number; readonly present: number; readonly absent: number };
  /** Written opinions of absent members that came before the count. */
  readonly writtenOpinions: number;
  /** How the papers were marked, and how often they were counted. */
  readonly form: BallotForm;
  readonly ballots: {
    readonly printed: number;
    readonly issued: number;
    /** Given back before the vote and replaced; never handed out; destroyed. Null where it was not recorded. */
    readonly spoiled: number | null;
    readonly leftOver: number | null;
    readonly destroyed: number | null;
    readonly returned: number;
    readonly valid: number;
    readonly invalid: number;
  };
  readonly invalidReasons: readonly { readonly reason: string; readonly count: number }[];
  /** Papers that were not clear and that the whole panel decided. */
  readonly decisions: readonly { readonly outcome: 'valid' | 'invalid'; readonly reason: string }[];
  /** Who counted on their own, in a round that was counted twice; empty for a single count. */
  readonly counters: readonly {
    readonly number: number;
    readonly teller: string | null;
    readonly confirmed: boolean;
  }[];
  readonly threshold: ThresholdFacts;
  readonly rows: readonly TallyRow[];
  /** Versions that were sealed and opened again, the oldest first. */
  readonly versions: readonly {
    readonly at: string;
    readonly reason: string;
    readonly figures: readonly { readonly name: string; readonly agree: number; readonly base: number }[];
  }[];
  readonly wording: TallyWording;
  readonly copies: number;
}

/** What the school writes down itself: the hours of the count, who signs under which title, and remarks at the end. */
export interface TallyWording {
  readonly countedFrom: string | null;
  readonly countedTo: string | null;
  readonly remarks: string;
  readonly head: string;
  readonly member: string;
  readonly secretary: string;
}

/** Titles of the signatures when the school says nothing else; hours that nobody wrote down. */
export const usualTallyWording: TallyWording = {
  countedFrom: null,
  countedTo: null,
  remarks: '',
  head: 'TRƯỞNG BAN KIỂM PHIẾU',
  member: 'ỦY VIÊN',
  secretary: 'THƯ KÝ HỘI ĐỒNG',
};

function baseWords(kind: ThresholdFacts['baseKind'], body: BodyKind): string {
  switch (kind) {
    case 'total':
      return memberWords[body];
    case 'present':
      return 'thành viên có mặt và gửi ý kiến bằng văn bản';
    case 'valid':
      return 'phiếu hợp lệ và ý kiến bằng văn bản';
  }
}

/**
 * What a vote needs, in words: "cần ít nhất 08 phiếu đồng ý (80 % của 09 thành viên Hội đồng)"; by hands, people in favour. The
 * share alone in a draft whose base is not counted yet.
 */
export function describeThreshold(
  threshold: ThresholdFacts,
  method: 'ballot' | 'hands',
  body: BodyKind = 'SCHOOL',
): string {
  const share = `${threshold.comparison === 'more-than' ? 'trên ' : ''}${threshold.fraction ?? `${String(threshold.percent).replace('.', ',')} %`}`;
  const unit = method === 'ballot' ? 'phiếu đồng ý' : 'thành viên tán thành';
  const base = baseWords(threshold.baseKind, body);
  if (threshold.base === 0) return `cần ${share} số ${base} đồng ý`;
  return `cần ${atLeast(threshold.needed)} ${unit} (${share} của ${formatCount(threshold.base)} ${base})`;
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
      paragraph(
        `Hồi ${formatTime(data.wording.countedFrom)}, ${formatLongDate(data.countedOn)}, tại ${data.place}, Ban kiểm phiếu của ${bodyTitle(data)} ${data.school.name} kiểm phiếu bầu danh hiệu ${data.titleName} năm học ${formatSchoolYear(data.schoolYear)}${round} theo hình thức ${manner(data)}.`,
      ),
      heading(1, 'Ban kiểm phiếu'),
      {
        kind: 'list',
        items: [
          `Trưởng ban: ${data.board.head ?? '……………………………………'}`,
          ...data.board.members.map((name) => `Ủy viên: ${name}`),
        ],
      },
      heading(2, data.body === undefined ? 'Thành viên Hội đồng' : 'Thành phần'),
      { kind: 'list', items: presence(data) },
      heading(3, 'Số phiếu'),
      ballots(data),
      ...invalid(data),
      ...decisions(data),
      ...counters(data),
      heading(4, 'Điều kiện đạt'),
      paragraph(condition(data)),
      heading(5, 'Kết quả'),
      results(data),
      ...(data.rows.length > 0 ? [paragraph(rowCheck(data))] : []),
      ...arithmetic(data),
      heading(6, 'Danh sách đạt điều kiện'),
      ...passed(data),
      ...versions(data),
      ...remarks(data),
      paragraph(
        `Việc kiểm phiếu kết thúc hồi ${formatTime(data.wording.countedTo)} cùng ngày. Biên bản được lập thành ${formatCount(data.copies)} bản.`,
      ),
    ],
    signatures: [
      ...data.board.members.map((name) => plainSignature(data.wording.member, name)),
      plainSignature(secretaryTitle(data), data.secretary),
      plainSignature(data.wording.head, data.board.head),
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
  const bound = (small: number, large: number): string => `${small} ${small <= large ? '≤' : '>'} ${large}`;
  const lines: readonly (readonly [string, number, string | null])[] = [
    ['Số phiếu in', count.printed, printed(count)],
    [
      'Số phiếu phát ra',
      count.issued,
      `Không quá số thành viên có mặt: ${bound(count.issued, council.present)}`,
    ],
    ...(count.spoiled === null
      ? []
      : ([['Số phiếu hỏng, trả lại trước khi bỏ phiếu và được đổi', count.spoiled, null]] as const)),
    ...(count.leftOver === null ? [] : ([['Số phiếu còn thừa, chưa phát', count.leftOver, null]] as const)),
    ...(count.destroyed === null ? [] : ([['Số phiếu đã hủy', count.destroyed, destroyed(count)]] as const)),
    ['Số phiếu thu về', count.returned, `Không quá số phiếu phát ra: ${bound(count.returned, count.issued)}`],
    [
      'Số phiếu không trả',
      notReturned,
      `Phát ra - thu về: ${count.issued} - ${count.returned} = ${notReturned}`,
    ],
    [
      'Số phiếu hợp lệ',
      count.valid,
      `Hợp lệ + không hợp lệ: ${identity({ left: `${count.valid} + ${count.invalid}`, sum: count.valid + count.invalid, right: count.returned })} (thu về)`,
    ],
    ['Số phiếu không hợp lệ', count.invalid, null],
  ];
  return {
    kind: 'table',
    columns: [
      { header: 'TT', width: 11, align: 'center', numeric: true },
      { header: 'Nội dung', width: 54 },
      { header: 'Số phiếu', width: 22, align: 'center', numeric: true },
      { header: 'Đối chiếu', width: 78 },
    ],
    rows: lines.map((line, index): Row => [index + 1, ...line]),
  };
}

type Ballots = TallyMinutesData['ballots'];

function printed({ printed: all, issued, spoiled, leftOver }: Ballots): string {
  if (leftOver === null) return `Còn lại chưa phát: ${all} - ${issued} = ${all - issued}`;
  const parts = [issued, ...(spoiled === null ? [] : [spoiled]), leftOver];
  const words = spoiled === null ? 'Phát ra + còn thừa' : 'Phát ra + hỏng + còn thừa';
  const sum = parts.reduce((total, part) => total + part, 0);
  return `${words}: ${identity({ left: parts.join(' + '), sum, right: all })} (in)`;
}

function destroyed({ spoiled, leftOver, destroyed: count }: Ballots): string {
  const sum = (spoiled ?? 0) + (leftOver ?? 0);
  return `Hỏng + còn thừa: ${identity({ left: `${spoiled ?? 0} + ${leftOver ?? 0}`, sum, right: count ?? 0 })} (đã hủy)`;
}

function invalid({ invalidReasons, ballots: count }: TallyMinutesData): readonly Block[] {
  if (count.invalid === 0 || invalidReasons.length === 0) return [];
  const parts = invalidReasons.map((entry) => `${entry.reason}: ${formatCount(entry.count)}`);
  return [{ kind: 'paragraph', text: `Lý do phiếu không hợp lệ: ${parts.join('; ')}.` }];
}

function decisions({ decisions: decided }: TallyMinutesData): readonly Block[] {
  if (decided.length === 0) return [];
  return [
    paragraph(
      `Phiếu chưa rõ được để riêng, cả Ban kiểm phiếu cùng xem và quyết định: ${formatCount(decided.length)} phiếu.`,
    ),
    {
      kind: 'list',
      items: decided.map(
        ({ outcome, reason }) =>
          `${outcome === 'valid' ? 'Hợp lệ, tính vào kết quả' : 'Không hợp lệ'}: ${withoutStop(reason)}.`,
      ),
    },
  ];
}

function counters({ counters: counted }: TallyMinutesData): readonly Block[] {
  if (counted.length < 2) return [];
  const all = counted.every(({ confirmed }) => confirmed);
  const names = counted.map(
    ({ number, teller }) => `lần thứ ${['nhất', 'hai'][number - 1] ?? number} do ${teller ?? '………………………'}`,
  );
  return [
    paragraph(
      `Toàn bộ số phiếu được kiểm hai lần độc lập: ${names.join(', ')} thực hiện. ${
        all
          ? 'Kết quả hai lần kiểm bằng nhau ở từng tờ phiếu và từng dòng, hai người kiểm đã xác nhận.'
          : 'Kết quả hai lần kiểm chưa được xác nhận.'
      }`,
    ),
  ];
}

function manner({ form }: TallyMinutesData): string {
  return withSmallLetter(kindText(form));
}

/** Each name's figures written out, so that anybody can do the sum again by hand. */
function arithmetic({ rows, threshold }: TallyMinutesData): readonly Block[] {
  if (rows.length === 0) return [];
  const { numerator, denominator } = shareOf(threshold);
  const { base, needed, comparison } = threshold;
  const right = numerator * base;
  const sign = (agree: number): string => {
    const left = agree * denominator;
    return left > right ? '>' : left === right ? '=' : '<';
  };
  return [
    paragraph(
      `Cách tính: đạt khi tổng số đồng ý × ${denominator} ${comparison === 'more-than' ? 'lớn hơn' : 'không nhỏ hơn'} ${numerator} × ${base} = ${right}, tức là có ${atLeast(needed)} phiếu đồng ý.`,
    ),
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 9, align: 'center', numeric: true },
        { header: 'Họ và tên', width: 48 },
        { header: 'Tại họp + văn bản = tổng', width: 40, align: 'center' },
        { header: `Tổng × ${denominator} so với ${right}`, width: 44, align: 'center' },
        { header: `Tổng so với ${needed}`, width: 24, align: 'center' },
      ],
      rows: rows.map((row, index): Row => {
        const agree = row.agreeInRoom + row.agreeWritten;
        const lack = needed - agree;
        return [
          index + 1,
          row.name,
          `${row.agreeInRoom} + ${row.agreeWritten} = ${agree}`,
          `${agree} × ${denominator} = ${agree * denominator} ${sign(agree)} ${right}`,
          lack > 0 ? `thiếu ${lack}` : 'đủ',
        ];
      }),
    },
  ];
}

function shareOf({ percent, fraction }: ThresholdFacts): {
  readonly numerator: number;
  readonly denominator: number;
} {
  const [numerator = percent, denominator = 100] = (fraction ?? '').split('/').filter(Boolean).map(Number);
  return { numerator, denominator };
}

function versions({ versions: earlier, status }: TallyMinutesData): readonly Block[] {
  if (earlier.length === 0) return [];
  return [
    heading(7, 'Các bản kết quả đã chốt trước'),
    ...earlier.flatMap(({ at, reason, figures }, index): readonly Block[] => [
      paragraph(
        `Bản ${index + 1}, mở lại ${formatLongDate(at.slice(0, 10))}, lý do: ${withoutStop(reason)}. Số đồng ý của bản này:`,
      ),
      { kind: 'list', items: figures.map(({ name, agree, base }) => `${name}: ${agree}/${base}`) },
    ]),
    {
      kind: 'paragraph',
      text:
        status === 'draft'
          ? `Bản ${earlier.length + 1} đang kiểm lại, chưa chốt.`
          : `Kết quả ở mục 5 là bản ${earlier.length + 1}, thay các bản trên.`,
    },
  ];
}

function remarks({ wording }: TallyMinutesData): readonly Block[] {
  const lines = wording.remarks.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  return [paragraph('Ghi chú của Ban kiểm phiếu:'), ...lines.map((text): Block => paragraph(text.trim()))];
}

/** Where the school words nothing, the clerk of a tổ or of a conference is no "Thư ký Hội đồng". */
function secretaryTitle({ wording, body }: TallyMinutesData): string {
  const isUsual = wording.secretary === usualTallyWording.secretary;
  const isCouncil = body === undefined || body.kind === 'INITIATIVE';
  return isUsual && !isCouncil ? 'THƯ KÝ' : wording.secretary;
}

function condition({ threshold, body }: TallyMinutesData): string {
  const written =
    threshold.baseKind === 'total'
      ? ', tính cả ý kiến bằng văn bản của thành viên vắng mặt; thành viên vắng mặt vẫn tính trong tổng số'
      : '';
  const article = threshold.article === null ? '' : ` Căn cứ: ${threshold.article}.`;
  return `Người đạt ${describeThreshold(threshold, 'ballot', body?.kind)}${written}.${article}`;
}

function results({ rows, threshold, form, status }: TallyMinutesData): Block {
  const isChosen = form.kind === 'CHOOSE';
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
        ...(isChosen ? [] : [number(form.kind === 'STRIKE_OUT' ? 'Gạch tên' : 'Không đồng ý', 16)]),
        ...(form.kind === 'STRIKE_OUT' ? [] : [number(isChosen ? 'Không chọn' : 'Trống, không hợp lệ', 17)]),
        { header: 'Tỷ lệ', width: 18, align: 'center' },
        { header: 'Kết quả', width: 21, align: 'center' },
      ],
      groups: [
        { header: '', span: 2 },
        { header: isChosen ? 'Được chọn' : 'Đồng ý', span: 3 },
        { header: '', span: form.kind === 'SECRET_BALLOT' ? 4 : 3 },
      ],
      rows: rows.map((row, index): Row => {
        const agree = row.agreeInRoom + row.agreeWritten;
        return [
          index + 1,
          row.name,
          row.agreeInRoom,
          row.agreeWritten,
          agree,
          ...(isChosen ? [] : [row.disagree]),
          ...(form.kind === 'STRIKE_OUT' ? [] : [row.blankOrInvalid]),
          formatPercent(agree, threshold.base),
          row.passed ? 'Đạt' : 'Không đạt',
        ];
      }),
    },
    status === 'draft'
      ? 'Kết quả của từng người chỉ được ghi khi đã chốt kết quả kiểm phiếu.'
      : 'Không có tên nào trong danh sách bầu.',
  );
}

/** What the votes of one name are made of, by the kind of paper. */
const rowParts: Readonly<Record<BallotForm['kind'], string>> = {
  SECRET_BALLOT: 'đồng ý tại phiên họp + không đồng ý + trống, không hợp lệ',
  STRIKE_OUT: 'để nguyên tên tại phiên họp + gạch tên',
  CHOOSE: 'được chọn tại phiên họp + không chọn',
};

function rowCheck({ rows, ballots: count, form }: TallyMinutesData): string {
  const wrong = rows.filter((row) => row.agreeInRoom + row.disagree + row.blankOrInvalid !== count.valid);
  if (wrong.length === 0) {
    return `Đối chiếu từng dòng: ${rowParts[form.kind]} = ${count.valid} (số phiếu hợp lệ).`;
  }
  return `Chưa khớp với ${count.valid} phiếu hợp lệ ở các dòng: ${wrong.map((row) => row.name).join('; ')}.`;
}

function passed({ rows, titleName, threshold, status }: TallyMinutesData): readonly Block[] {
  if (status === 'draft' && rows.length === 0) return [paragraph('………………………………………')];
  const names = rows.filter((row) => row.passed);
  if (names.length === 0) {
    return [paragraph(`Không có người nào đạt đủ số phiếu để đề nghị tặng danh hiệu ${titleName}.`)];
  }
  return [
    paragraph(
      `Có ${formatCount(names.length)} người đạt đủ số phiếu để đề nghị tặng danh hiệu ${titleName}:`,
    ),
    {
      kind: 'list',
      items: names.map((row) => {
        const agree = row.agreeInRoom + row.agreeWritten;
        return `${row.name}: ${agree}/${threshold.base} (${formatPercent(agree, threshold.base)})`;
      }),
    },
  ];
}
