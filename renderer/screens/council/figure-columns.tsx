/** The numbers of a show of hands, whatever it is about: how they are typed, and what they come to. */
import type { CellChange, FigureChange, GridColumn, GridStep } from '../../components/index.ts';

const figures = ['agree', 'disagree', 'abstain', 'written'] as const;
export type Figure = (typeof figures)[number];

/** A row that hands were raised for. */
export interface VotedRow extends Readonly<Record<Figure, number | null>> {
  readonly mayVote: number;
  readonly mayWrite: number;
  readonly needed: number;
  readonly passed: boolean | null;
}

/** What everybody who may vote on a row agreed to. */
function agreedBy({ mayVote }: Pick<VotedRow, 'mayVote'>): Readonly<Record<Figure, number>> {
  return { agree: mayVote, disagree: 0, abstain: 0, written: 0 };
}

/** How many would agree on each of some rows: "8/9", or of no number where they differ. */
export function agreedText(rows: readonly Pick<VotedRow, 'mayVote'>[], total: number): string {
  const [first, ...others] = new Set(rows.map(({ mayVote }) => mayVote));
  return first === undefined || others.length > 0 ? '' : ` ${first}/${total}`;
}

/** A cell that was typed into, as a number of the row. */
export function figureOf({ rowKey, columnId, text }: CellChange): FigureChange<Figure> {
  return { key: rowKey, figures: { [columnId]: text === '' ? null : Number(text) } };
}

/** The step that writes down for each row, by its key, that all who may vote on it agreed. */
export function agreedStep(rows: readonly (VotedRow & { readonly key: string })[]): GridStep {
  const textOf = (figure: number | null) => (figure === null ? '' : String(figure));
  return rows.flatMap((row) => {
    const agreed = agreedBy(row);
    return figures.map((figure) => ({
      rowKey: row.key,
      columnId: figure,
      before: { saved: textOf(row[figure]), unsaved: null },
      after: { saved: textOf(agreed[figure]), unsaved: null },
    }));
  });
}

/** Six columns at 1366 pixels, or seven. */
const widths: Readonly<Record<'wide' | 'narrow', Readonly<Record<Figure, number>>>> = {
  wide: { agree: 84, disagree: 128, abstain: 92, written: 0 },
  narrow: { agree: 78, disagree: 118, abstain: 88, written: 78 },
};

/** The columns of the numbers and of their result; `total` is the number of members, `hasAbsent` when some may write. */
export function figureColumns<R extends VotedRow>({
  total,
  hasAbsent,
}: {
  readonly total: number;
  readonly hasAbsent: boolean;
}): readonly GridColumn<R>[] {
  function check(figure: Figure) {
    return (text: string, row: R, beside: (columnId: string) => string | undefined): string | null => {
      if (text === '') return null;
      if (!/^\d{1,4}$/.test(text)) return 'Đây không phải là số người. Hãy nhập số, ví dụ 9.';
      if (Number(text) > total) return `Cuộc họp có ${total} thành viên, không thể có ${text} người.`;
      const most = figure === 'written' ? row.mayWrite : row.mayVote + row.mayWrite;
      if (Number(text) > most)
        return figure === 'written'
          ? `Chỉ ${most} thành viên vắng mặt được gửi ý kiến về trường hợp này, không thể có ${text} người.`
          : `Chỉ ${most} thành viên được biểu quyết trường hợp này, không thể có ${text} người.`;
      const agree = beside('agree') ?? String(row.agree ?? '');
      return figure !== 'agree' && agree === '' ? 'Hãy nhập số người tán thành trước.' : null;
    };
  }
  function figure(id: Figure, header: string): GridColumn<R> {
    return {
      id,
      header,
      note: id === 'written' ? 'trong đó' : 'người',
      width: widths[hasAbsent ? 'narrow' : 'wide'][id],
      align: 'right',
      text: (row) => (row[id] === null ? '' : String(row[id])),
      check: check(id),
    };
  }
  return [
    figure('agree', 'Tán thành'),
    figure('disagree', 'Không tán thành'),
    figure('abstain', 'Ý kiến khác'),
    ...(hasAbsent ? [figure('written', 'Văn bản')] : []),
    {
      id: 'needed',
      header: 'Cần',
      note: 'tán thành',
      width: hasAbsent ? 64 : 72,
      align: 'right',
      readOnly: true,
      text: (row) => `≥ ${row.needed}`,
    },
    {
      id: 'passed',
      header: 'Kết quả',
      width: hasAbsent ? 76 : 90,
      readOnly: true,
      text: (row) =>
        row.passed === null ? '' : row.passed ? 'Đạt' : `Thiếu ${row.needed - (row.agree ?? 0)}`,
    },
  ];
}
