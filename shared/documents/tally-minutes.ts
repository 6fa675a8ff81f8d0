/** Biên bản kiểm phiếu of one ballot, with the arithmetic written out. */
import { formatLongDate, formatSchoolYear } from '../dates.ts';
import { formatCount, formatPercent } from '../numbers.ts';
import type { BallotForm } from '../rules/model.ts';
import { kindText } from '../rules/words.ts';
import { withSmallLetter, withoutStop } from '../sentences.ts';
import type { Block, Column, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  bodyTitle,
  councilLetterhead,
  formatTime,
  heading,
  paragraph,
  plainSignature,
  tableOr,
  watermarkOf,
} from './parts.ts';
import { arithmetic, ballots, counters, decisions, invalid } from './tally-count.ts';
import { usualTallyWording, type TallyMinutesData } from './tally-data.ts';
import { describeThreshold } from './threshold.ts';

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
      ...notAgreedInWriting(data),
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

function manner({ form }: TallyMinutesData): string {
  return withSmallLetter(kindText(form));
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

/** Absent members who did not agree to a name are in no column, which are all of the room: they are told by themselves. */
function notAgreedInWriting({ rows, writtenOpinions, threshold }: TallyMinutesData): readonly Block[] {
  if (threshold.baseKind !== 'total') return [];
  const told = rows.flatMap(({ name, agreeWritten }) => {
    const others = writtenOpinions - agreeWritten;
    return others > 0 ? [`${name} (${formatCount(others)})`] : [];
  });
  return told.length === 0
    ? []
    : [paragraph(`Ý kiến bằng văn bản không đồng ý hoặc để trống: ${told.join('; ')}.`)];
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
