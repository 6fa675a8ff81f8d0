/** A ballot as it looks on paper, marked by keys or by the mouse. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Mark } from '../../../shared/terms.ts';
import { markNames } from '../../../shared/vi/terms.ts';
import type { BallotForm } from '../../../shared/rules/model.ts';
import type { RoundView } from '../../../shared/views.ts';
import type { Sheet } from './lot.ts';
import { rowKey, type AskedRow } from './row-number.ts';
import { useStrayKeys } from './stray-keys.ts';
import { overChosenWords } from './words.ts';

/** What a key asks for. */
export type SheetAction =
  | { readonly kind: 'mark'; readonly mark: Mark; readonly row?: number }
  | { readonly kind: 'numbered'; readonly mark: Mark; readonly row: number }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: Step };

type Step = 'up' | 'down' | 'erase' | 'next' | 'previous' | 'rest' | 'spoil' | 'aside' | 'remove' | 'store';

type Keys = Readonly<Record<string, Mark>>;

/** Marks of the row under the cursor by key. */
const keyMarks: Readonly<Record<BallotForm['kind'], Keys>> = {
  SECRET_BALLOT: { 1: 'AGREE', 2: 'DISAGREE', 0: 'BLANK', 4: 'INVALID' },
  STRIKE_OUT: { 1: 'AGREE', 2: 'DISAGREE' },
  CHOOSE: { 1: 'AGREE', 0: 'BLANK' },
};
/** Marks of a row whose number follows the key. */
const numberedMarks: Readonly<Record<BallotForm['kind'], Keys>> = {
  SECRET_BALLOT: { '+': 'AGREE', '-': 'DISAGREE', '.': 'BLANK', ',': 'BLANK' },
  STRIKE_OUT: { '+': 'AGREE', '-': 'DISAGREE' },
  CHOOSE: { '+': 'AGREE', '-': 'BLANK' },
};
/** How a mark is told where a row is asked for by its number. */
const numberedWords: Readonly<Record<BallotForm['kind'], Readonly<Partial<Record<Mark, string>>>>> = {
  SECRET_BALLOT: { AGREE: 'Đồng ý', DISAGREE: 'Không đồng ý', BLANK: 'Để trống' },
  STRIKE_OUT: { AGREE: 'Để nguyên', DISAGREE: 'Gạch tên' },
  CHOOSE: { AGREE: 'Chọn', BLANK: 'Bỏ chọn' },
};
const keyKinds: Readonly<Record<string, Step>> = {
  9: 'rest',
  5: 'aside',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Backspace: 'erase',
  Enter: 'next',
  3: 'spoil',
  k: 'spoil',
  Delete: 'remove',
};
/** Keys that may be held down: they only move. Any other that comes of itself is no hand's. */
const heldKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown']);

function actionOf(event: KeyboardEvent, kind: BallotForm['kind']): SheetAction | null {
  if (event.nativeEvent.isComposing || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === 'z') return { kind: 'previous' };
    return event.key === 'Enter' ? { kind: 'store' } : null;
  }
  const mark = keyMarks[kind][event.key];
  if (mark !== undefined) return { kind: 'mark', mark };
  const step = keyKinds[event.key] ?? keyKinds[event.key.toLowerCase()];
  return step === undefined ? null : { kind: step };
}

interface Side {
  readonly mark: Mark;
  readonly header: string;
  /** What a second press makes of it. */
  readonly again: Mark;
}

/** Boxes beside a name, as the paper has them. */
const sidesOf: Readonly<Record<BallotForm['kind'], readonly Side[]>> = {
  SECRET_BALLOT: [
    { mark: 'AGREE', header: 'Đồng ý', again: 'AGREE' },
    { mark: 'DISAGREE', header: 'Không đồng ý', again: 'DISAGREE' },
  ],
  STRIKE_OUT: [{ mark: 'DISAGREE', header: 'Gạch tên', again: 'AGREE' }],
  CHOOSE: [{ mark: 'AGREE', header: 'Chọn', again: 'BLANK' }],
};

/** Rows from which a sheet is drawn close. */
const MANY_ROWS = 12;

function guideOf({ chooseAtMost }: BallotForm): string {
  return chooseAtMost === null
    ? 'Để nguyên tên là đồng ý, gạch tên là không đồng ý.'
    : `Chọn không quá ${chooseAtMost} người; chọn nhiều hơn thì phiếu không hợp lệ.`;
}

function rowClass({ isAt, isTouched }: { readonly isAt: boolean; readonly isTouched: boolean }): string {
  return `${isAt ? 'sheet__row--at' : ''} ${isTouched ? 'sheet__row--touched' : ''}`.trim();
}

function groupOf({ position, groupName }: RoundView['candidates'][number]): string {
  return [position, groupName].filter((part) => part !== '').join(', ');
}

/** Why Enter did not take the number; nothing was marked. */
function refusalOf({ digits, refused }: AskedRow): string {
  return refused === 'no-row'
    ? 'Chưa ghi gì: xóa bằng phím ⌫ rồi gõ lại số dòng, hoặc nhấn Esc.'
    : `Là dòng ${digits} thì nhấn Enter lần nữa. Là dòng ${digits.slice(0, -1)} thì xóa số 9 bằng phím ⌫, nhấn Enter, rồi mới nhấn 9.`;
}

/** The sheet; it takes the keys while it has the focus, which it asks for when `focusKey` changes to a text, and stray ones. */
export function BallotSheet(props: {
  /** "Phiếu 5/8". */
  readonly label: string;
  readonly heading: string;
  readonly titleName: string;
  readonly form: BallotForm;
  readonly candidates: RoundView['candidates'];
  readonly sheet: Sheet;
  readonly row: number;
  readonly focusKey: string | null;
  readonly onAction: (action: SheetAction) => void;
}): ReactNode {
  const { candidates, sheet, row, focusKey, form } = props;
  const [asked, setAsked] = useState<AskedRow | null>(null);
  const [touched, setTouched] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const current = candidates[row];
  const isSpoilt = sheet.invalidReason !== null;
  const overChosen = overChosenWords(sheet, form);
  const askedName = asked === null ? undefined : candidates[Number(asked.digits) - 1]?.name;

  function onKey(event: KeyboardEvent): void {
    const isPlain = !event.nativeEvent.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey;
    const answer = isPlain
      ? rowKey(asked, event.key, { marks: numberedMarks[form.kind], names: candidates.length })
      : null;
    const action = answer === null ? actionOf(event, form.kind) : null;
    if (answer === null && action === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && !heldKeys.has(event.key)) return;
    setAsked(answer?.asked ?? null);
    if (answer?.take) {
      setTouched(answer.take.row);
      props.onAction({ kind: 'numbered', ...answer.take });
    } else if (action !== null) {
      setTouched(null);
      props.onAction(action);
    }
  }

  useEffect(() => {
    if (focusKey !== null) box.current?.focus({ preventScroll: true });
  }, [focusKey]);
  useStrayKeys(box, focusKey !== null);
  useEffect(() => {
    box.current?.querySelector('.sheet__row--at')?.scrollIntoView({ block: 'nearest' });
  }, [row]);
  useEffect(() => {
    box.current?.querySelector('.sheet__row--touched')?.scrollIntoView({ block: 'nearest' });
  }, [touched]);

  return (
    <div
      ref={box}
      className={`sheet${isSpoilt ? ' sheet--spoilt' : ''}${candidates.length > MANY_ROWS ? ' sheet--close' : ''}`}
      role="group"
      tabIndex={0}
      aria-label={props.label}
      onKeyDown={onKey}
    >
      <header className="sheet__head">
        <p className="sheet__heading">{props.heading}</p>
        <p className="sheet__title">Danh hiệu {props.titleName}</p>
        {form.kind !== 'SECRET_BALLOT' && <p className="sheet__guide">{guideOf(form)}</p>}
      </header>
      <table className="sheet__table">
        <thead>
          <tr>
            <th scope="col" title="Số thứ tự">
              TT
            </th>
            <th scope="col">Họ và tên</th>
            <th scope="col">Chức vụ, đơn vị</th>
            {sidesOf[form.kind].map(({ header }) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate, place) => {
            const value = sheet.marks[place] ?? null;
            return (
              <tr
                key={candidate.caseId}
                className={rowClass({ isAt: place === row && !isSpoilt, isTouched: place === touched })}
                onMouseDown={(event) => {
                  event.preventDefault();
                  box.current?.focus({ preventScroll: true });
                  props.onAction({ kind: 'row', row: place });
                }}
              >
                <td>{place + 1}</td>
                <td className="sheet__name" title={candidate.name}>
                  {form.kind === 'STRIKE_OUT' && value === 'DISAGREE' ? (
                    <s>{candidate.name}</s>
                  ) : (
                    candidate.name
                  )}
                  {form.kind === 'SECRET_BALLOT' && (value === 'BLANK' || value === 'INVALID') && (
                    <span className="sheet__word">
                      {value === 'BLANK' ? 'để trống' : 'dòng không hợp lệ'}
                    </span>
                  )}
                </td>
                <td className="sheet__group" title={groupOf(candidate)}>
                  {groupOf(candidate)}
                </td>
                {sidesOf[form.kind].map(({ mark: side, header, again }) => (
                  <td key={side} className="sheet__side">
                    <button
                      type="button"
                      tabIndex={-1}
                      className="sheet__box"
                      aria-label={`${candidate.name}: ${form.kind === 'SECRET_BALLOT' ? markNames[side] : header}`}
                      aria-pressed={value === side || value === 'INVALID'}
                      onMouseDown={(event) => {
                        event.preventDefault();
                        event.stopPropagation();
                        box.current?.focus({ preventScroll: true });
                        props.onAction({ kind: 'mark', mark: value === side ? again : side, row: place });
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
      {overChosen !== null && <p className="sheet__stamp">{overChosen}</p>}
      {asked !== null && (
        <p className="sheet__asked" role="status">
          {numberedWords[form.kind][asked.mark]} dòng: <strong>{asked.digits}</strong>
          <span className="sheet__caret" aria-hidden="true" />{' '}
          {askedName ?? (asked.digits === '' ? 'gõ số dòng, rồi Enter' : 'phiếu không có dòng này')}
          {asked.refused !== null && <strong className="sheet__refused">{refusalOf(asked)}</strong>}
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
