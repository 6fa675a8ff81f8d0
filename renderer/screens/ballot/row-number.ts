/** A row asked for by its number: read strictly, so that no digit is ever taken for another row than the one that was meant. */
import type { Mark } from '../../../shared/terms.ts';

/** What was typed so far, and why Enter did not take it. */
export interface AskedRow {
  readonly mark: Mark;
  readonly digits: string;
  readonly refused: 'no-row' | 'doubtful' | null;
}

/** What a key of a row's number comes to. */
export interface RowKey {
  readonly asked: AskedRow | null;
  /** The row that is marked now, from 0; null while none is. */
  readonly take: { readonly mark: Mark; readonly row: number } | null;
}

/** The key that agrees to the rest: behind a row's number it could be meant, or be its last digit. */
const REST = '9';

/** The answer to a key while a number may be asked for; null when the key has nothing to do with it. */
export function rowKey(
  asked: AskedRow | null,
  key: string,
  paper: { readonly marks: Readonly<Record<string, Mark>>; readonly names: number },
): RowKey | null {
  const mark = paper.marks[key];
  if (asked === null) {
    return mark === undefined ? null : { asked: { mark, digits: '', refused: null }, take: null };
  }
  if (mark !== undefined) return again(settle(asked, paper.names), mark);
  if (/^\d$/.test(key)) {
    return { asked: { ...asked, digits: `${asked.digits}${key}`.slice(0, 4), refused: null }, take: null };
  }
  if (key === 'Enter') return settle(asked, paper.names);
  if (key === 'Escape') return { asked: null, take: null };
  if (key === 'Backspace') {
    const digits = asked.digits.slice(0, -1);
    return { asked: asked.digits === '' ? null : { ...asked, digits, refused: null }, take: null };
  }
  // A letter or an arrow in the middle of a number is a slip: it does nothing else either.
  return { asked, take: null };
}

/** Takes the number, or says why it can't be taken: nothing is marked then. */
function settle(asked: AskedRow, names: number): RowKey {
  const { mark, digits, refused } = asked;
  if (digits === '') return { asked: null, take: null };
  const number = Number(digits);
  if (number < 1 || number > names) return { asked: { ...asked, refused: 'no-row' }, take: null };
  const couldBeRest = digits.length > 1 && digits.endsWith(REST) && refused !== 'doubtful';
  if (couldBeRest && mark !== 'AGREE') return { asked: { ...asked, refused: 'doubtful' }, take: null };
  return { asked: null, take: { mark, row: number - 1 } };
}

/** A second sign settles the first number and asks for the next. */
function again(settled: RowKey, mark: Mark): RowKey {
  return settled.asked === null
    ? { asked: { mark, digits: '', refused: null }, take: settled.take }
    : settled;
}
