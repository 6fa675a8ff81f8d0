/** What the marks of a paper are called by its kind of vote, and papers in one line. */
import type { BallotForm } from '../../../shared/rules/model.ts';
import type { Mark } from '../../../shared/terms.ts';
import { isOverChosen } from '../../../shared/domain/ballot.ts';
import type { Sheet } from './lot.ts';

type Kind = BallotForm['kind'];

/** What a mark says on a paper of each kind. */
export const markWords: Readonly<Record<Kind, Readonly<Record<Mark, string>>>> = {
  SECRET_BALLOT: {
    AGREE: 'đồng ý',
    DISAGREE: 'không đồng ý',
    BLANK: 'để trống',
    INVALID: 'dòng không hợp lệ',
  },
  STRIKE_OUT: { AGREE: 'để nguyên', DISAGREE: 'gạch tên', BLANK: 'để trống', INVALID: 'không hợp lệ' },
  CHOOSE: { AGREE: 'chọn', DISAGREE: 'không chọn', BLANK: 'không chọn', INVALID: 'không hợp lệ' },
};

/** Marks that are told by name where they are few: what an eye must find again on the paper. */
const exceptions: Readonly<Record<Kind, readonly Mark[]>> = {
  SECRET_BALLOT: ['DISAGREE', 'BLANK', 'INVALID'],
  STRIKE_OUT: ['DISAGREE'],
  CHOOSE: ['AGREE'],
};
const FEW = 3;

/** "56 đồng ý, 1 không đồng ý (39. Nguyễn Văn A)": the paper on the table before it is stored; empty while nothing is marked. */
export function paperWords(sheet: Sheet, form: BallotForm, names: readonly string[]): string {
  if (sheet.invalidReason !== null) return `Phiếu không hợp lệ: ${sheet.invalidReason}`;
  const order = ['AGREE', 'DISAGREE', 'BLANK', 'INVALID'] as const;
  const parts = order.flatMap((mark) => {
    const rows = sheet.marks.flatMap((one, place) => (one === mark ? [place] : []));
    return rows.length === 0 ? [] : [`${rows.length} ${markWords[form.kind][mark]}${namesOf(mark, rows)}`];
  });
  function namesOf(mark: Mark, rows: readonly number[]): string {
    if (!exceptions[form.kind].includes(mark) || rows.length > FEW) return '';
    return ` (${rows.map((row) => `${row + 1}. ${names[row] ?? ''}`).join('; ')})`;
  }
  const open = sheet.marks.filter((one) => one === null).length;
  const isWorthTelling = parts.length > 0 && open > 0;
  return [...parts, ...(isWorthTelling ? [`còn ${open} dòng chưa đánh dấu`] : [])].join(', ');
}

/** Why the paper on the table will be stored as one that is not valid; null when it will not. */
export function overChosenWords(sheet: Sheet, form: BallotForm): string | null {
  if (sheet.invalidReason !== null || !isOverChosen(form, sheet.marks)) return null;
  const chosen = sheet.marks.filter((one) => one === 'AGREE').length;
  return `Đã chọn ${chosen} người, quá ${form.chooseAtMost ?? 0} người: nhấn Enter thì phiếu này được ghi là phiếu không hợp lệ.`;
}
