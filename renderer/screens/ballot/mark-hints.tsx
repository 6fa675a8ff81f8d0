/** The keys of a ballot sheet by its kind of vote. */
import type { ReactNode } from 'react';
import type { BallotForm } from '../../../shared/rules/model.ts';
import { KeyHint } from '../../components/index.ts';

type Hint = readonly [keys: string, words: string];

/** Keys that mark names; the first two count a usual paper. */
const markHints: Readonly<Record<BallotForm['kind'], readonly Hint[]>> = {
  SECRET_BALLOT: [
    ['9', 'đồng ý các dòng còn lại'],
    ['-', 'rồi số dòng: không đồng ý'],
    ['1', 'đồng ý'],
    ['2', 'không đồng ý'],
    ['0', 'để trống'],
    ['4', 'dòng không hợp lệ'],
  ],
  STRIKE_OUT: [
    ['-', 'rồi số dòng: gạch tên'],
    ['+', 'rồi số dòng: để nguyên'],
    ['2', 'gạch tên'],
    ['1', 'để nguyên'],
  ],
  CHOOSE: [
    ['+', 'rồi số dòng: chọn'],
    ['-', 'rồi số dòng: bỏ chọn'],
    ['1', 'chọn'],
    ['0', 'không chọn'],
  ],
};

/** Keys of the heap of papers. */
const heapHints: readonly Hint[] = [
  ['5', 'để riêng phiếu chưa rõ'],
  ['3 K', 'phiếu không hợp lệ'],
  ['↑ ⌫', 'lùi dòng'],
  ['Enter', 'phiếu sau'],
  ['Ctrl+Z', 'phiếu trước'],
  ['Delete', 'bỏ phiếu đang xem lại'],
];

function drawn(hints: readonly Hint[]): ReactNode {
  return hints.map(([keys, words]) => (
    <KeyHint key={keys} keys={keys}>
      {words}
    </KeyHint>
  ));
}

/** Keys that mark names. */
export function MarkHints({ form }: { readonly form: BallotForm }): ReactNode {
  return drawn(markHints[form.kind]);
}

/** One line of what a usual paper needs; every key once they are asked for. */
export function EntryHints({ form, all }: { readonly form: BallotForm; readonly all: boolean }): ReactNode {
  const marks = markHints[form.kind];
  return (
    <div className={all ? 'key-hints' : 'key-hints key-hints--line'}>
      {drawn(all ? [...marks, ...heapHints] : marks.slice(0, 2))}
    </div>
  );
}
