/** The sheet while it is typed into: edits show at once, are saved in their order, and can be undone one by one. */
import { useMemo, useRef, useState } from 'react';
import { parsePoints } from '../../../shared/numbers.ts';
import { changedCellSentence } from '../../../shared/vi/changed.ts';
import type { EvaluationSheet } from '../../../shared/views.ts';
import { call, useQuery, type CallError } from '../../client.ts';
import type { CellChange, CellRefusal, SaveCells } from '../../components/index.ts';
import { CONFIRMED, isGroupScore, ratingOf, targetOf, withEdits, type Target } from './sheet.ts';

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

function keyOf({ rowKey, columnId }: Pick<CellChange, 'rowKey' | 'columnId'>): string {
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
      const { changed, failure: failed } = await send(changes, schoolYear ?? '');
      if (failed !== null) setFailure(failed);
      const refusals = failed === null ? changed : changes.map((one) => ({ ...one, because: null }));
      const refused = new Set(refusals.map(keyOf));
      setEdits((old) => {
        const next = new Map(old);
        for (const change of changes) {
          const edit = next.get(keyOf(change));
          // A newer edit of the same cell is still on its way.
          if (edit?.text !== change.text) continue;
          if (refused.has(keyOf(change))) next.delete(keyOf(change));
          else next.set(keyOf(change), { ...edit, isSaved: true });
        }
        return next;
      });
      return refusals;
    });
    queue.current = sent;
    return sent;
  }

  return { sheet, error: failure ?? error, save };
}

/** What did not come through: cells that others changed meanwhile, and the failure that stopped the rest. */
interface Sent {
  readonly changed: readonly CellRefusal[];
  readonly failure: CallError | null;
}

/**
 * Sends scores over those that were seen. Cells that others changed meanwhile are left out, each with its sentence; the
 * others are saved.
 */
async function sendScores(scores: readonly ScoreChange[]): Promise<Sent> {
  if (scores.length === 0) return { changed: [], failure: null };
  const inputOf = (side: 'score' | 'over') => ({
    scores: scores.map(({ change, target }) => ({
      personId: change.rowKey,
      criterionId: target.criterionId,
      side: target.side,
      score: parsePoints(side === 'score' ? change.text : change.over),
    })),
  });
  const result = await call('saveScores', inputOf('score'), { seen: inputOf('over'), unasked: true });
  if (result.ok) return { changed: [], failure: null };
  if (result.error.code !== 'changed-meanwhile') return { changed: [], failure: result.error };
  const sentences = new Map(
    result.error.changes.map((one) => [one.row.join(' '), changedCellSentence(one)] as const),
  );
  const sentenceOf = ({ change, target }: ScoreChange) =>
    sentences.get(`${change.rowKey} ${target.criterionId} ${target.side}`);
  const changed = scores.flatMap((one) => {
    const because = sentenceOf(one);
    return because === undefined ? [] : [{ ...one.change, because }];
  });
  const rest = await sendScores(scores.filter((one) => sentenceOf(one) === undefined));
  return { changed: [...changed, ...rest.changed], failure: rest.failure };
}

interface ScoreChange {
  readonly change: CellChange;
  readonly target: Extract<Target, { readonly kind: 'score' }>;
}

/** Sends the ratings that are proposed, each over the one that was seen. */
async function sendRatings(changes: readonly CellChange[], schoolYear: string): Promise<Sent> {
  const changed: CellRefusal[] = [];
  for (const change of changes) {
    const inputOf = (text: string) =>
      ({ personId: change.rowKey, schoolYear, rating: ratingOf(text), state: 'proposed' }) as const;
    const seen = inputOf(change.over);
    const result = await call('saveRating', inputOf(change.text), { seen, unasked: true });
    if (result.ok) continue;
    if (result.error.code !== 'changed-meanwhile') return { changed, failure: result.error };
    const [first] = result.error.changes;
    if (first !== undefined) changed.push({ ...change, because: changedCellSentence(first) });
  }
  return { changed, failure: null };
}

/** Sends a block of changes: its scores at once, then ratings, then confirmations. Stops at the first failure. */
async function send(changes: readonly CellChange[], schoolYear: string): Promise<Sent> {
  const targets = changes.map((change) => ({ change, target: targetOf(change.columnId) }));
  const scores = await sendScores(
    targets.flatMap(({ change, target }) => (target.kind === 'score' ? [{ change, target }] : [])),
  );
  if (scores.failure !== null) return scores;
  const rated = targets.filter(({ target }) => target.kind === 'rating').map(({ change }) => change);
  const ratings = await sendRatings(rated, schoolYear);
  const changed = [...scores.changed, ...ratings.changed];
  if (ratings.failure !== null) return { changed, failure: ratings.failure };
  // With a score of the tổ its confirmation has gone already.
  const rescored = new Set(
    targets.filter(({ target }) => isGroupScore(target)).map(({ change }) => change.rowKey),
  );
  for (const confirmed of [true, false]) {
    const personIds = targets.flatMap(({ change: { rowKey, text }, target }) =>
      target.kind === 'confirmed' &&
      (text === CONFIRMED) === confirmed &&
      (confirmed || !rescored.has(rowKey))
        ? [rowKey]
        : [],
    );
    if (personIds.length === 0) continue;
    const result = await call('confirmScores', { personIds, confirmed });
    if (!result.ok) return { changed, failure: result.error };
  }
  return { changed, failure: null };
}
