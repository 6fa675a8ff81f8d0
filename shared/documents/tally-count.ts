/** The count written out: papers, sums as they really are, and each name's figures. */
import { atLeast, formatCount } from '../numbers.ts';
import { withoutStop } from '../sentences.ts';
import type { Block, Row } from './model.ts';
import { paragraph } from './parts.ts';
import type { TallyMinutesData } from './tally-data.ts';
import { shareOf } from './threshold.ts';

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

/** Where the papers went, line by line. */
export function ballots({ ballots: count, council }: TallyMinutesData): Block {
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

/** Why papers were not valid. */
export function invalid({ invalidReasons, ballots: count }: TallyMinutesData): readonly Block[] {
  if (count.invalid === 0 || invalidReasons.length === 0) return [];
  const parts = invalidReasons.map((entry) => `${entry.reason}: ${formatCount(entry.count)}`);
  return [{ kind: 'paragraph', text: `Lý do phiếu không hợp lệ: ${parts.join('; ')}.` }];
}

/** Papers that were not clear, and what the panel decided of each. */
export function decisions({ decisions: decided }: TallyMinutesData): readonly Block[] {
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

/** Who counted on their own, in a round that was counted twice. */
export function counters({ counters: counted }: TallyMinutesData): readonly Block[] {
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

/** Each name's figures written out, so that anybody can do the sum again by hand. */
export function arithmetic({ rows, threshold }: TallyMinutesData): readonly Block[] {
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
