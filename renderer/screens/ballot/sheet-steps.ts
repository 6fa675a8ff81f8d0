/** What a key on a ballot sheet does to the paper on the table; moving between papers is the heap's own. */
import { agreeToRest, back, mark, markRow, moveTo, type Lot } from './lot.ts';
import type { SheetAction } from './sheet.tsx';

/** The lot after an action that marks or moves on its sheet; the same lot after any other. */
export function stepOnSheet(lot: Lot, action: SheetAction): Lot {
  switch (action.kind) {
    case 'mark':
      return mark(action.row === undefined ? lot : moveTo(lot, action.row), action.mark);
    case 'numbered':
      return markRow(lot, action.row, action.mark);
    case 'rest':
      return agreeToRest(lot);
    case 'row':
      return moveTo(lot, action.row);
    case 'up':
      return back(lot, { clear: false });
    case 'erase':
      return back(lot, { clear: true });
    case 'down':
      return moveTo(lot, lot.row + 1);
    case 'next':
    case 'previous':
    case 'spoil':
    case 'remove':
    case 'aside':
    case 'store':
      return lot;
  }
}
