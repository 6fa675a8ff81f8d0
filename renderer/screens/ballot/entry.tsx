/** Ballots at the keyboard, one after the other, in a lot that is stored at once and in no order. */
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { tableEndings } from '../../../shared/imports/workbook.ts';
import type { BallotInput, Problem, RoundView } from '../../../shared/views.ts';
import { call, type CallError } from '../../client.ts';
import {
  Button,
  ErrorNotice,
  FileDrop,
  KeyHint,
  Notice,
  TextField,
  type ChosenFile,
} from '../../components/index.ts';
import { showToast } from '../../store.ts';
import { AsidePapers } from './aside.tsx';
import { finished, next, previous, removePaper, spoil, type Lot } from './lot.ts';
import { EntryHints } from './mark-hints.tsx';
import { stepOnSheet } from './sheet-steps.ts';
import { BallotSheet, type SheetAction } from './sheet.tsx';
import { useStrayKeys } from './stray-keys.ts';
import type { Entry } from './use-entry.ts';
import { overChosenWords, paperWords } from './words.ts';

/** Why whole papers are not valid, as they are usually told. */
export const commonReasons = [
  'Không phải phiếu do Hội đồng phát hành',
  'Ghi thêm tên ngoài danh sách',
  'Ký tên hoặc có dấu hiệu nhận biết người bỏ phiếu',
  'Rách, nát không đọc được',
] as const;

/** The keyboard of a round that is counted ballot by ballot. */
export function BallotEntry(props: {
  readonly round: RoundView;
  readonly entry: Entry;
  readonly lockedReason: string | null;
}): ReactNode {
  const { lot, failure } = props.entry;
  if (lot === null) return <ErrorNotice error={failure} />;
  return <PaperOnTable {...props} open={lot} />;
}

function PaperOnTable(props: {
  readonly round: RoundView;
  readonly entry: Entry;
  readonly lockedReason: string | null;
  readonly open: Lot;
}): ReactNode {
  const { round, entry, lockedReason, open } = props;
  const { capacity } = entry;
  const [spoiling, setSpoiling] = useState(false);
  const [turn, setTurn] = useState(0);
  const [allKeys, setAllKeys] = useState(false);
  // Whoever types is quicker than the data file: a key pressed while it is at work is taken up after.
  const [waiting, setWaiting] = useState<readonly SheetAction[]>([]);
  const takeUp = useEffectEvent(() => {
    const [first, ...rest] = waiting;
    if (first === undefined || entry.busy) return;
    // Keys after the one that opens the list of reasons were meant for that list.
    setWaiting(first.kind === 'spoil' ? [] : rest);
    if (lockedReason === null) act(first);
  });
  useEffect(() => takeUp(), [waiting, entry.busy]);
  const names = round.candidates.length;
  const typed = open.ballots.length;
  const isFull = open.at >= capacity;

  function press(action: SheetAction): void {
    if (lockedReason !== null) return;
    if (entry.busy || waiting.length > 0) setWaiting((keys) => [...keys, action]);
    else act(action);
  }

  function act(action: SheetAction): void {
    switch (action.kind) {
      case 'next':
        if (!isFull) entry.change(next(open));
        break;
      case 'previous':
        entry.change(previous(open));
        break;
      case 'spoil':
        if (!isFull) setSpoiling(true);
        break;
      case 'aside':
        if (open.at === typed && !isFull) void entry.setAside();
        break;
      case 'remove':
        remove();
        break;
      case 'store':
        if (typed > 0 && typed === capacity) void entry.store(open.ballots);
        break;
      default: {
        const moves = action.kind === 'row' || action.kind === 'up' || action.kind === 'down';
        if (!isFull || moves || action.kind === 'erase') entry.change(stepOnSheet(open, action));
      }
    }
  }

  /** Takes the finished paper on the table out of the lot; one press brings it back. */
  function remove(): void {
    const without = removePaper(open);
    if (without === open) return;
    entry.change(without);
    setTurn(turn + 1);
    showToast(`Đã bỏ phiếu ${number} khỏi tập chưa cất.`, () => {
      entry.change(open);
    });
  }

  const { stored, aside } = round;
  const returned = round.returned ?? 0;
  // What is set aside has no number among those that are read.
  const toRead = returned - aside;
  const number = stored + Math.min(open.at + 1, capacity);
  const isNew = open.at === typed;
  const isComplete = finished(open.sheet, open.form) !== null;
  const overChosen = overChosenWords(open.sheet, open.form);
  const words = paperWords(
    open.sheet,
    open.form,
    round.candidates.map(({ name }) => name),
  );
  return (
    <div className="entry">
      <div className="entry__bar">
        <p className="entry__counter">
          {isFull ? (
            <strong>
              Đã nhập đủ {stored + typed}/{toRead} phiếu
            </strong>
          ) : (
            <>
              <strong>
                Phiếu {number}/{toRead}
              </strong>
              <span>
                {isComplete ? 'đủ dấu' : `dòng ${Math.min(open.row + 1, names)}/${names}`}
                {aside > 0 && `; để riêng ${aside}/${returned} phiếu thu về`}
                {!isNew && '; phiếu đã nhập, đang xem lại'}
              </span>
              {!isNew && (
                <Button size="small" kind="quiet" disabledReason={lockedReason} onClick={remove}>
                  Bỏ phiếu này khỏi tập
                </Button>
              )}
              <Button
                size="small"
                kind="quiet"
                icon={allKeys ? 'up' : 'down'}
                expanded={allKeys}
                onClick={() => {
                  setAllKeys(!allKeys);
                  setTurn(turn + 1);
                }}
              >
                {allKeys ? 'Ẩn bớt phím' : 'Các phím khác'}
              </Button>
            </>
          )}
        </p>
        {!isFull && (
          <p
            className={overChosen === null ? 'entry__paper' : 'entry__paper entry__paper--bad'}
            role="status"
          >
            {overChosen ?? (words === '' ? 'Chưa đánh dấu dòng nào.' : words)}
            {isComplete && overChosen === null && (
              <span>
                {' '}
                <kbd>Enter</kbd> sang phiếu sau
              </span>
            )}
          </p>
        )}
        {!isFull && <EntryHints form={round.form} all={allKeys} />}
      </div>
      <div className="entry__body">
        <ErrorNotice error={entry.failure} />
        {lockedReason !== null && <Notice tone="info">{lockedReason}</Notice>}
        {entry.restored > 0 && typed === entry.restored && (
          <Notice tone="info">
            Đã lấy lại {entry.restored} phiếu nhập dở lần trước, không theo thứ tự. Hãy nhập tiếp các phiếu
            còn lại.
          </Notice>
        )}
        {round.aside > 0 && <AsidePapers round={round} entry={entry} lockedReason={lockedReason} />}
        {spoiling && (
          <SpoilForm
            onSpoil={(reason) => {
              setSpoiling(false);
              setTurn(turn + 1);
              entry.change(next(spoil(open, reason)));
            }}
            onClose={() => {
              setSpoiling(false);
              setTurn(turn + 1);
            }}
          />
        )}
        {isFull ? (
          <FullHeap label={`Đã nhập đủ ${stored + typed}/${toRead} phiếu`} onAction={press} typed={typed} />
        ) : (
          <BallotSheet
            label={`Phiếu ${number}/${toRead}`}
            heading="PHIẾU BẦU"
            titleName={round.titleName}
            form={round.form}
            candidates={round.candidates}
            sheet={open.sheet}
            row={open.row}
            focusKey={spoiling ? null : `${open.at} ${turn}`}
            onAction={press}
          />
        )}
        {typed === 0 && capacity > 0 && lockedReason === null && (
          <FromFile round={round} capacity={capacity} onStore={entry.store} />
        )}
      </div>
    </div>
  );
}

function FullHeap(props: {
  readonly label: string;
  readonly typed: number;
  readonly onAction: (action: SheetAction) => void;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, [props.label]);
  useStrayKeys(box, true);
  return (
    <div
      ref={box}
      className="heap"
      tabIndex={0}
      role="group"
      aria-label={props.label}
      onKeyDown={(event) => {
        if (event.repeat || (!event.ctrlKey && !event.metaKey)) return;
        if (event.key.toLowerCase() === 'z') props.onAction({ kind: 'previous' });
        else if (event.key === 'Enter') props.onAction({ kind: 'store' });
        else return;
        event.preventDefault();
      }}
    >
      {props.typed === 0 ? (
        <p>Mọi phiếu thu về đã được nhập và cất. Xem các đẳng thức ở bên phải rồi chốt kết quả.</p>
      ) : (
        <>
          <p>
            {props.typed} phiếu đang nằm trong tập chưa cất. Khi cất, các phiếu được xáo trộn nên không còn
            biết phiếu nào nhập trước.
          </p>
          <div className="key-hints">
            <KeyHint keys="Ctrl+Z">xem lại phiếu trước</KeyHint>
            <KeyHint keys="Ctrl+Enter">cất tập phiếu</KeyHint>
          </div>
        </>
      )}
    </div>
  );
}

function SpoilForm(props: {
  readonly onSpoil: (reason: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const tidy = reason.trim();
  return (
    <form
      className="spoil"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (tidy !== '') props.onSpoil(tidy);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const common = reason === '' ? commonReasons[Number(event.key) - 1] : undefined;
        if (common === undefined && event.key !== 'Escape') return;
        event.preventDefault();
        // The key that opened this form may still be held.
        if (event.repeat) return;
        if (common === undefined) props.onClose();
        else props.onSpoil(common);
      }}
    >
      <TextField
        label="Lý do phiếu không hợp lệ"
        hint="Nhấn số của một lý do dưới đây, hoặc gõ lý do khác rồi Enter."
        value={reason}
        onChange={setReason}
        maxLength={300}
        autoFocus
        error={tried && tidy === '' ? 'Hãy ghi lý do; lý do được in trong biên bản kiểm phiếu.' : null}
      />
      <div className="spoil__common">
        {commonReasons.map((text, index) => (
          <Button
            key={text}
            size="small"
            onClick={() => {
              props.onSpoil(text);
            }}
          >
            <kbd>{index + 1}</kbd> {text}
          </Button>
        ))}
      </div>
      <div className="form-foot">
        <Button submit size="small">
          Ghi phiếu không hợp lệ
        </Button>
        <Button size="small" kind="quiet" onClick={props.onClose}>
          Thôi
        </Button>
      </div>
    </form>
  );
}

function FromFile(props: {
  readonly round: RoundView;
  readonly capacity: number;
  readonly onStore: (ballots: readonly BallotInput[]) => Promise<boolean>;
}): ReactNode {
  const { round, capacity } = props;
  const [read, setRead] = useState<{
    readonly name: string;
    readonly ballots: readonly BallotInput[];
    readonly problems: readonly Problem[];
  } | null>(null);
  const [failure, setFailure] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const invalid = read?.ballots.filter(({ invalidReason }) => invalidReason !== null).length ?? 0;

  async function take(file: ChosenFile): Promise<void> {
    setBusy(true);
    const result = await call('previewBallotFile', {
      roundId: round.id,
      fileName: file.name,
      bytes: file.bytes,
    });
    setBusy(false);
    setFailure(result.ok ? null : result.error);
    setRead(result.ok ? { name: file.name, ...result.value } : null);
  }

  return (
    <div className="entry__file">
      <FileDrop
        compact
        label="Hoặc lấy phiếu từ tệp: mỗi dòng một phiếu, mỗi cột một người"
        endings={tableEndings}
        chosen={read?.name ?? null}
        busy={busy}
        onFile={(file) => void take(file)}
      />
      <ErrorNotice error={failure} />
      {read?.problems.map(({ sheet, message, severity }) => (
        <Notice key={`${sheet} ${message}`} tone={severity === 'remark' ? 'info' : 'warn'}>
          Trang “{sheet}”: {message}
        </Notice>
      ))}
      {read !== null && (
        <Notice
          tone={read.ballots.length === capacity ? 'good' : 'warn'}
          action={{
            label: `Cất ${read.ballots.length} phiếu này`,
            disabledReason:
              read.ballots.length === 0
                ? 'Tệp không có phiếu nào.'
                : read.ballots.length > capacity
                  ? `Tệp có ${read.ballots.length} phiếu, nhiều hơn ${capacity} phiếu còn phải nhập.`
                  : null,
            run: () => {
              void props.onStore(read.ballots).then((stored) => {
                if (stored) setRead(null);
              });
            },
          }}
        >
          Tệp có {read.ballots.length} phiếu: {read.ballots.length - invalid} hợp lệ, {invalid} không hợp lệ;
          còn phải nhập {capacity} phiếu.
        </Notice>
      )}
    </div>
  );
}
