/** The sheet while it is typed into: edits show at once, are saved in their order, and can be undone one by one. */
import { useMemo, useRef, useState } from 'react';
import { parsePoints } from '../../../shared/numbers.ts';
import type { EvaluationSheet } from '../../../shared/views.ts';
import { call, useQuery, type CallError } from '../../client.ts';
import type { CellChange, CellRefusal, SaveCells } from '../../components/index.ts';
import { CONFIRMED, isGroupScore, ratingOf, targetOf, withEdits } from './sheet.ts';

interface Edit {
  readonly text: string;
  /** The answer of the core is in: once fresh rows come the edit has done its work. */
  readonly isSaved: boolean;
}

/** What the grid shows and how it is changed. */
export interface SheetState {
  /** Null while loading. */
  readonly sheet: EvaluationSheet | null;
  readonly error: CallError | null;
  readonly save: SaveCells;
}

function keyOf({ rowKey, columnId }: CellChange): string {
  return `${rowKey} ${columnId}`;
}

/** Everybody's scores, with the edits that are on their way laid over them. */
export function useSheet(schoolYear: string | null): SheetState {
  const { data, error } = useQuery('getEvaluations', {});
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map());
  const [failure, setFailure] = useState<CallError | null>(null);
  const [seen, setSeen] = useState(data);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  if (seen !== data) {
    setSeen(data);
    if ([...edits.values()].some(({ isSaved }) => isSaved)) {
      setEdits(new Map([...edits].filter(([, edit]) => !edit.isSaved)));
    }
  }
  const sheet = useMemo(
    () =>
      data === null
        ? null
        : { ...data, rows: withEdits(data, new Map([...edits].map(([key, { text }]) => [key, text]))) },
    [data, edits],
  );

  function save(changes: readonly CellChange[]): Promise<readonly CellRefusal[]> {
    setFailure(null);
    setEdits(
      (old) =>
        new Map([
          ...old,
          ...changes.map((change) => [keyOf(change), { text: change.text, isSaved: false }] as const),
        ]),
    );
    const sent = queue.current.then(async () => {
      const failed = await send(changes, schoolYear ?? '');
      if (failed !== null) setFailure(failed);
      setEdits((old) => {
        const next = new Map(old);
        for (const change of changes) {
          const edit = next.get(keyOf(change));
          // A newer edit of the same cell is still on its way.
          if (edit?.text !== change.text) continue;
          if (failed === null) next.set(keyOf(change), { ...edit, isSaved: true });
          else next.delete(keyOf(change));
        }
        return next;
      });
      return failed === null ? [] : changes.map((change) => ({ ...change, because: null }));
    });
    queue.current = sent;
    return sent;
  }

  return { sheet, error: failure ?? error, save };
}

/** Sends a block of changes: its scores at once, then ratings, then confirmations. Stops at the first failure. */
async function send(changes: readonly CellChange[], schoolYear: string): Promise<CallError | null> {
  const targets = changes.map((change) => ({ ...change, target: targetOf(change.columnId) }));
  const scores = targets.flatMap(({ rowKey, text, target }) =>
    target.kind === 'score'
      ? [{ personId: rowKey, criterionId: target.criterionId, side: target.side, score: parsePoints(text) }]
      : [],
  );
  if (scores.length > 0) {
    const result = await call('saveScores', { scores });
    if (!result.ok) return result.error;
  }
  for (const { rowKey, text, target } of targets) {
    if (target.kind !== 'rating') continue;
    const result = await call('saveRating', {
      personId: rowKey,
      schoolYear,
      rating: ratingOf(text),
      state: 'proposed',
    });
    if (!result.ok) return result.error;
  }
  // With a score of the tổ its confirmation has gone already.
  const rescored = new Set(targets.filter(({ target }) => isGroupScore(target)).map(({ rowKey }) => rowKey));
  for (const confirmed of [true, false]) {
    const personIds = targets.flatMap(({ rowKey, text, target }) =>
      target.kind === 'confirmed' &&
      (text === CONFIRMED) === confirmed &&
      (confirmed || !rescored.has(rowKey))
        ? [rowKey]
        : [],
    );
    if (personIds.length === 0) continue;
    const result = await call('confirmScores', { personIds, confirmed });
    if (!result.ok) return result.error;
  }
  return null;
}
