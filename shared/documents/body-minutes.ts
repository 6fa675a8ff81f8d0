/** Biên bản họp tổ, biên bản hội nghị: what the people of a tổ or of the school said of cases before the council did. */
import { formatCount, formatPercent } from '../numbers.ts';
import type { Outcome } from '../terms.ts';
import { opinionOutcomes } from '../vi/bodies.ts';
import type { ConcludedCase, MinutesData, TitleVote } from './minutes-data.ts';
import { notAgreed, sumOf, undealt, votes } from './minutes-outcomes.ts';
import { discussion, minutesPaper, opening, recusals, sentences } from './minutes-parts.ts';
import type { Block, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import { agreeHeader, heading, paragraph, tableOr, type PaperBody } from './parts.ts';
import { describeThreshold, type ThresholdFacts } from './threshold.ts';

/** One case in the meeting of a tổ; the vote is null where there was none. */
export interface GroupVoteRow {
  readonly name: string;
  readonly titleName: string;
  /** Points in words; null where nothing was given. */
  readonly self: string | null;
  readonly group: string | null;
  /** Rating in full; null for none. */
  readonly rating: string | null;
  readonly vote: { readonly agree: number; readonly base: number; readonly passed: boolean } | null;
  /** What the meeting came to for the case. */
  readonly outcome: Outcome;
}

export interface BodyMinutesData extends MinutesData {
  readonly body: PaperBody;
  /** How many people of the tổ evaluated themselves, of how many. */
  readonly evaluated: { readonly done: number; readonly total: number };
  readonly people: readonly GroupVoteRow[];
  /** The tổ as a collective. */
  readonly collective: readonly GroupVoteRow[];
  /** How the cases of the tổ were voted; null while none was. */
  readonly threshold: { readonly facts: ThresholdFacts; readonly method: 'hands' | 'ballot' } | null;
  /** One for each title voted on, for the conference of the staff. */
  readonly votes: readonly TitleVote[];
  /** Every case before the body. */
  readonly cases: readonly ConcludedCase[];
}

/** Builds the minutes of the meeting of a tổ, or of the conference of the staff. */
export function bodyMinutes(data: BodyMinutesData): Paper {
  const isGroup = data.body.kind === 'GROUP';
  return minutesPaper(data, {
    fileName: paperFiles.bodyMinutes,
    subtitle: isGroup
      ? 'Họp tổ bình xét thi đua, khen thưởng'
      : 'Hội nghị viên chức lấy ý kiến về thi đua, khen thưởng',
    blocks: [
      ...opening(data),
      heading(4, 'Tiêu chuẩn, nguyên tắc áp dụng'),
      ...sentences({ lead: 'Nguyên tắc biểu quyết:', items: data.principles }),
      ...(isGroup ? groupParts(data) : staffParts(data)),
    ],
    signing: heading(isGroup ? 9 : 7, 'Người dự họp ký tên'),
    sentTo: `, gửi Hội đồng Thi đua - Khen thưởng ${data.school.name}`,
  });
}

function groupParts(data: BodyMinutesData): readonly Block[] {
  const { evaluated, people, collective, cases, undealtBecause } = data;
  return [
    heading(5, 'Cá nhân tự đánh giá, thảo luận'),
    paragraph(
      `Có ${formatCount(evaluated.done)}/${formatCount(evaluated.total)} người đã tự đánh giá, chấm điểm thi đua.`,
    ),
    ...discussion(data),
    ...recusals(data),
    heading(6, 'Kết quả biểu quyết đối với cá nhân'),
    ...threshold(data),
    ...counted('Cá nhân', people),
    voteTable(data, people, 'Họ và tên'),
    heading(7, 'Danh hiệu tập thể của tổ'),
    ...counted('Tập thể', collective),
    collective.length === 0
      ? paragraph('Tổ không đăng ký danh hiệu tập thể.')
      : voteTable(data, collective, 'Tập thể'),
    ...undealt(cases.filter((one) => one.undealt).length, undealtBecause),
    heading(8, 'Ý kiến khác'),
  ];
}

function counted(who: string, rows: readonly GroupVoteRow[]): readonly Block[] {
  return rows.length === 0 ? [] : [paragraph(`${who}: ${sumOf(rows, opinionOutcomes)}.`)];
}

function staffParts(data: BodyMinutesData): readonly Block[] {
  const { cases, undealtBecause } = data;
  // Who passed and who did not stands in the tables of the votes.
  const others = cases.filter(({ outcome }) => outcome !== 'rejected');
  return [
    heading(5, 'Thảo luận, kết quả biểu quyết'),
    ...discussion(data),
    ...recusals(data),
    ...votes(data),
    ...(cases.length === 0 ? [] : [paragraph(`Tổng số ${sumOf(cases, opinionOutcomes)}.`)]),
    ...notAgreed(others, opinionOutcomes, undealtBecause),
    heading(6, 'Ý kiến khác'),
  ];
}

function threshold({ threshold: rule, body }: BodyMinutesData): readonly Block[] {
  if (rule === null) return [paragraph('Cuộc họp không biểu quyết.')];
  const method =
    rule.method === 'hands' ? 'biểu quyết giơ tay' : 'bỏ phiếu kín, có biên bản kiểm phiếu kèm theo';
  return [
    paragraph(
      `Hình thức: ${method}; ${describeThreshold(rule.facts, rule.method, body.kind)}. Kết quả của tổ là ý kiến đề nghị để Hội đồng xem xét.`,
    ),
  ];
}

function voteTable({ threshold: rule }: BodyMinutesData, rows: readonly GroupVoteRow[], who: string): Block {
  const hasScores = rows.some(({ self, group }) => self !== null || group !== null);
  const hasRating = rows.some(({ rating }) => rating !== null);
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 11, align: 'center', numeric: true },
        { header: who, width: 36 },
        { header: 'Danh hiệu', width: 30 },
        ...(hasScores
          ? [
              { header: 'Tự chấm', width: 14, align: 'center' } as const,
              { header: 'Tổ chấm', width: 14, align: 'center' } as const,
            ]
          : []),
        ...(hasRating ? [{ header: 'Xếp loại', width: 30 }] : []),
        { header: `${agreeHeader(rule?.method ?? 'hands')} / Tổng\u00a0số`, width: 20, align: 'center' },
        { header: 'Tỷ lệ', width: 20, align: 'center' },
        { header: 'Kết quả', width: 18, align: 'center' },
      ],
      rows: rows.map((row, index): Row => [
        index + 1,
        row.name,
        row.titleName,
        ...(hasScores ? [row.self ?? '–', row.group ?? '–'] : []),
        ...(hasRating ? [row.rating ?? '–'] : []),
        row.vote === null ? '–' : `${row.vote.agree}/${row.vote.base}`,
        row.vote === null ? '–' : formatPercent(row.vote.agree, row.vote.base),
        opinionOutcomes[row.outcome],
      ]),
    },
    'Không có trường hợp nào.',
  );
}
