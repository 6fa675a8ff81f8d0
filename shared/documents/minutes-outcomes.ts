/** What a meeting came to, in its minutes: the votes title by title, and what became of every case. */
import { formatCount, formatPercent } from '../numbers.ts';
import { withSmallLetter, withoutStop } from '../sentences.ts';
import type { Outcome } from '../terms.ts';
import type { ConcludedCase, MinutesData, TitleVote } from './minutes-data.ts';
import { gap } from './minutes-parts.ts';
import type { Block } from './model.ts';
import { agreeHeader, paragraph, pointLetter, tableOr } from './parts.ts';
import { describeThreshold } from './threshold.ts';

const outcomeOrder: readonly Outcome[] = [
  'proposed',
  'rejected',
  'not-eligible',
  'postponed',
  'lowered',
  'withdrawn',
];

/** How many of what came to what: "21 trường hợp = 17 đạt + 4 không đạt". All that is in is out. */
export function sumOf(
  cases: readonly { readonly outcome: Outcome }[],
  names: Readonly<Record<Outcome, string>>,
): string {
  const parts = outcomeOrder.flatMap((outcome) => {
    const count = cases.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${withSmallLetter(names[outcome])}`];
  });
  return `${cases.length} trường hợp${parts.length === 0 ? '' : ` = ${parts.join(' + ')}`}`;
}

/** Every case that was not agreed to, with the reason, outcome by outcome; and why some were dealt with by nobody. */
export function notAgreed(
  cases: readonly ConcludedCase[],
  names: Readonly<Record<Outcome, string>>,
  undealtBecause: string | null,
): readonly Block[] {
  const lists = outcomeOrder.flatMap((outcome): readonly Block[] => {
    const own = cases.filter((one) => one.outcome === outcome);
    if (outcome === 'proposed' || own.length === 0) return [];
    const items = own.map(({ about, reason }) =>
      reason === '' ? `${about}.` : `${about}: ${withoutStop(reason)}.`,
    );
    return [paragraph(`${names[outcome]} (${formatCount(own.length)}):`), { kind: 'list', items }];
  });
  return [...lists, ...undealt(cases.filter((one) => one.undealt).length, undealtBecause)];
}

/** Why a meeting was concluded with so many cases that nobody dealt with. */
export function undealt(count: number, because: string | null): readonly Block[] {
  if (count === 0) return [];
  return [
    paragraph(
      `Kết thúc cuộc họp, còn ${formatCount(count)} trường hợp chưa được xét; lý do: ${because === null ? gap : withoutStop(because)}.`,
    ),
  ];
}

/** The votes title by title, each with its table. */
export function votes(data: MinutesData & { readonly votes: readonly TitleVote[] }): readonly Block[] {
  if (data.votes.length === 0) return [paragraph('Cuộc họp không biểu quyết, không bỏ phiếu.')];
  return data.votes.flatMap((vote, index): readonly Block[] => {
    const method =
      vote.method === 'hands' ? 'biểu quyết giơ tay' : 'bỏ phiếu kín, có biên bản kiểm phiếu kèm theo';
    const passed = vote.rows.filter((row) => row.passed).length;
    const table = tableOr(
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 11, align: 'center', numeric: true },
          { header: 'Họ và tên, tập thể', width: 64 },
          { header: `${agreeHeader(vote.method)} / Tổng\u00a0số`, width: 38, align: 'center' },
          { header: 'Tỷ lệ', width: 24, align: 'center' },
          { header: 'Kết luận', width: 28, align: 'center' },
        ],
        rows: vote.rows.map((row, position) => [
          position + 1,
          row.name,
          `${row.agree}/${row.base}${row.written === 0 ? '' : ` (${row.written} văn bản)`}`,
          formatPercent(row.agree, row.base),
          row.conclusion ?? (row.passed ? 'Đạt' : 'Không đạt'),
        ]),
      },
      'Không có trường hợp nào.',
    );
    const round = vote.roundNumber === null ? '' : `, bỏ phiếu lần ${vote.roundNumber}`;
    const lead = `${pointLetter(index)}) ${vote.titleName}${round}: ${formatCount(passed)}/${formatCount(vote.rows.length)} trường hợp đủ số tán thành. Hình thức: ${method}; ${describeThreshold(vote.threshold, vote.method, data.body?.kind)}.`;
    return [paragraph(lead), table];
  });
}
