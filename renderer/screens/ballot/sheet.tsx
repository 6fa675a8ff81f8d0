/** A ballot as it looks on paper, marked by keys or by the mouse. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Mark } from '../../../shared/terms.ts';
import { markNames } from '../../../shared/vi/terms.ts';
import type { RoundView } from '../../../shared/views.ts';
import type { Sheet } from './lot.ts';

/** What a key asks for. */
export type SheetAction =
  | { readonly kind: 'mark'; readonly mark: Mark; readonly row?: number }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'up' | 'down' | 'erase' | 'next' | 'previous' | 'spoil' | 'store' };

const keyMarks: Readonly<Record<string, Mark>> = { 1: 'AGREE', 2: 'DISAGREE', 0: 'BLANK', 4: 'INVALID' };
const keyKinds: Readonly<Record<string, 'up' | 'down' | 'erase' | 'next' | 'spoil'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Backspace: 'erase',
  Enter: 'next',
  3: 'spoil',
  k: 'spoil',
};

function actionOf(event: KeyboardEvent): SheetAction | null {
  if (event.nativeEvent.isComposing || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === 'z') return { kind: 'previous' };
    return event.key === 'Enter' ? { kind: 'store' } : null;
  }
  const mark = keyMarks[event.key];
  if (mark !== undefined) return { kind: 'mark', mark };
  const kind = keyKinds[event.key] ?? keyKinds[event.key.toLowerCase()];
  return kind === undefined ? null : { kind };
}

/** The sheet; it takes the keys while it has the focus, which it asks for when `focusKey` changes to a text. */
export function BallotSheet(props: {
  /** "Phiếu 5/8". */
  readonly label: string;
  readonly heading: string;
  readonly titleName: string;
  readonly candidates: RoundView['candidates'];
  readonly sheet: Sheet;
  readonly row: number;
  readonly focusKey: string | null;
  readonly onAction: (action: SheetAction) => void;
}): ReactNode {
  const { candidates, sheet, row, focusKey } = props;
  const box = useRef<HTMLDivElement>(null);
  const current = candidates[row];
  const isSpoilt = sheet.invalidReason !== null;

  useEffect(() => {
    if (focusKey !== null) box.current?.focus({ preventScroll: true });
  }, [focusKey]);
  useEffect(() => {
    box.current?.querySelector('.sheet__row--at')?.scrollIntoView({ block: 'nearest' });
  }, [row]);

  return (
    <div
      ref={box}
      className={`sheet${isSpoilt ? ' sheet--spoilt' : ''}`}
      role="group"
      tabIndex={0}
      aria-label={props.label}
      onKeyDown={(event) => {
        const action = actionOf(event);
        if (action === null) return;
        event.preventDefault();
        event.stopPropagation();
        props.onAction(action);
      }}
    >
      <header className="sheet__head">
        <p className="sheet__heading">{props.heading}</p>
        <p className="sheet__title">Danh hiệu {props.titleName}</p>
      </header>
      <table className="sheet__table">
        <thead>
          <tr>
            <th scope="col" title="Số thứ tự">
              TT
            </th>
            <th scope="col">Họ và tên</th>
            <th scope="col">Chức vụ, đơn vị</th>
            <th scope="col">Đồng ý</th>
            <th scope="col">Không đồng ý</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate, place) => {
            const value = sheet.marks[place] ?? null;
            return (
              <tr
                key={candidate.caseId}
                className={place === row && !isSpoilt ? 'sheet__row--at' : undefined}
                onMouseDown={(event) => {
                  event.preventDefault();
                  box.current?.focus({ preventScroll: true });
                  props.onAction({ kind: 'row', row: place });
                }}
              >
                <td>{place + 1}</td>
                <td className="sheet__name">
                  {candidate.name}
                  {(value === 'BLANK' || value === 'INVALID') && (
                    <span className="sheet__word">
                      {value === 'BLANK' ? 'để trống' : 'dòng không hợp lệ'}
                    </span>
                  )}
                </td>
                <td className="sheet__group">
                  {[candidate.position, candidate.groupName].filter((part) => part !== '').join(', ')}
                </td>
                {(['AGREE', 'DISAGREE'] as const).map((side) => (
                  <td key={side} className="sheet__side">
                    <button
                      type="button"
                      tabIndex={-1}
                      className="sheet__box"
                      aria-label={`${candidate.name}: ${markNames[side]}`}
                      aria-pressed={value === side || value === 'INVALID'}
                      onMouseDown={(event) => {
                        event.preventDefault();
                        event.stopPropagation();
                        box.current?.focus({ preventScroll: true });
                        props.onAction({ kind: 'mark', mark: side, row: place });
                      }}
                    >
                      {value === side || value === 'INVALID' ? '✕' : ''}
                    </button>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {isSpoilt && (
        <p className="sheet__stamp">
          Phiếu không hợp lệ: <strong>{sheet.invalidReason}</strong>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {isSpoilt
          ? `Phiếu không hợp lệ: ${sheet.invalidReason}`
          : current === undefined
            ? 'Đã đánh dấu hết các dòng.'
            : `${row + 1}. ${current.name}`}
      </p>
    </div>
  );
}
