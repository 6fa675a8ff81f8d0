/** The three numbers of a show of hands, whatever it is about: how they are typed, and what they come to. */
import type { ReactNode } from 'react';
import type { CellChange, FigureChange, GridColumn } from '../../components/index.ts';

export type Figure = 'agree' | 'disagree' | 'abstain';

/** A row that hands were raised for. */
export interface VotedRow extends Readonly<Record<Figure, number | null>> {
  readonly inRoom: number | null;
  readonly mayVote: number;
  readonly needed: number;
  readonly passed: boolean | null;
}

/** How many people said something. */
export function cast({ agree, disagree, abstain }: Pick<VotedRow, Figure>): number {
  return (agree ?? 0) + (disagree ?? 0) + (abstain ?? 0);
}

/** A cell that was typed into, as a number of the row. */
export function figureOf({ rowKey, columnId, text }: CellChange): FigureChange<Figure> {
  return { key: rowKey, figures: { [columnId]: text === '' ? null : Number(text) } };
}

/** The columns of the three numbers and of their result; `total` is the number of members. */
export function figureColumns<R extends VotedRow>(total: number): readonly GridColumn<R>[] {
  function check(figure: Figure) {
    return (text: string, row: R): string | null => {
      if (text === '') return null;
      if (!/^\d{1,4}$/.test(text)) return 'Đây không phải là số người. Hãy nhập số, ví dụ 9.';
      if (Number(text) > total) return `Cuộc họp có ${total} thành viên, không thể có ${text} người.`;
      if (Number(text) > row.mayVote)
        return `Chỉ ${row.mayVote} thành viên được biểu quyết trường hợp này, không thể có ${text} người.`;
      return figure !== 'agree' && row.agree === null ? 'Hãy nhập số người tán thành trước.' : null;
    };
  }
  function figure(id: Figure, header: string): GridColumn<R> {
    return {
      id,
      header,
      note: 'người',
      width: { agree: 84, disagree: 128, abstain: 92 }[id],
      align: 'right',
      text: (row) => (row[id] === null ? '' : String(row[id])),
      check: check(id),
    };
  }
  return [
    figure('agree', 'Tán thành'),
    figure('disagree', 'Không tán thành'),
    figure('abstain', 'Ý kiến khác'),
    {
      id: 'needed',
      header: 'Cần',
      note: 'tán thành',
      width: 72,
      align: 'right',
      readOnly: true,
      text: (row) => `≥ ${row.needed}`,
    },
    {
      id: 'passed',
      header: 'Kết quả',
      width: 90,
      readOnly: true,
      text: (row) =>
        row.passed === null ? '' : row.passed ? 'Đạt' : `Thiếu ${row.needed - (row.agree ?? 0)}`,
    },
  ];
}

/** Says that more hands were written down than there were people in the room, and when that can be. */
export function BeyondRoom(props: { readonly count: number; readonly what: string }): ReactNode {
  if (props.count === 0) return null;
  return (
    <p className="hands__doubt" role="status">
      {props.count} {props.what} có số ý kiến nhiều hơn số người trong phòng khi biểu quyết. Số này chỉ đúng
      khi thành viên vắng mặt đã gửi ý kiến bằng văn bản, hoặc người về sớm đã biểu quyết trước khi về.
    </p>
  );
}
