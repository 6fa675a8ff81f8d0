import { useCallback, useEffect, useRef, useState } from 'react';
import type { BallotInput, RoundView } from '../../../shared/views.ts';
import { useCommand, type CallError } from '../../client.ts';
import { showToast } from '../../store.ts';
import { afterDraft, keepDraft, readDraft, sent } from './draft.ts';
import { lay, openLot, putAside, type Lot } from './lot.ts';

/** The open lot of a round while it is typed. */
export interface Entry {
  /** Null until what was typed before was read. */
  readonly lot: Lot | null;
  /** Papers of this round that are not stored yet. */
  readonly capacity: number;
  /** Ballots that were found from an earlier sitting. */
  readonly restored: number;
  readonly failure: CallError | null;
  readonly busy: boolean;
  /** Takes the next step of the lot; its finished ballots are kept in the data file. */
  readonly change: (lot: Lot) => void;
  /** Sets the paper on the table aside for the whole panel. */
  readonly setAside: () => Promise<void>;
  /** What the panel decided joins the lot; the reason is kept by itself. */
  readonly decide: (
    ballot: BallotInput,
    decision: { readonly id: string } | { readonly reason: string },
  ) => Promise<boolean>;
  readonly decisionError: CallError | null;
  /** Stores ballots for good, in no order, and begins an empty lot. */
  readonly store: (ballots: readonly BallotInput[]) => Promise<boolean>;
  /** Begins an empty lot after the data file has forgotten the old one. */
  readonly reset: () => void;
}

/** Holds the open lot of a round; nothing is held for a round that is not counted ballot by ballot. */
export function useEntry(round: RoundView): Entry {
  const [lot, setLot] = useState<Lot | null>(null);
  // A step back may be taken from an older drawing: what it is laid over is the lot of now.
  const latest = useRef<Lot | null>(null);
  const put = useCallback((changed: Lot) => {
    latest.current = changed;
    setLot(changed);
  }, []);
  // What the data file has, as far as this window knows.
  const kept = useRef<readonly BallotInput[]>([]);
  const [restored, setRestored] = useState(0);
  const [failure, setFailure] = useState<CallError | null>(null);
  const [working, setWorking] = useState(0);
  const command = useCommand('storeBallots');
  const aside = useCommand('setBallotAside');
  const decision = useCommand('decideBallot');
  const names = round.candidates.length;
  const { kind, chooseAtMost } = round.form;
  const roundId = round.id;
  const counted =
    round.mode === 'ballots' &&
    round.returned !== null &&
    round.state !== 'sealed' &&
    round.ownCount !== null;

  useEffect(() => {
    if (!counted) return;
    let alive = true;
    void readDraft(roundId).then((result) => {
      if (!alive) return;
      if (!result.ok) {
        setFailure(result.error);
        return;
      }
      kept.current = result.value;
      setRestored(result.value.length);
      put(openLot({ names, ballots: result.value, form: { kind, chooseAtMost } }));
    });
    return () => {
      alive = false;
    };
  }, [roundId, names, counted, kind, chooseAtMost, put]);

  /** What another window typed meanwhile is what is kept: it is shown with the reason, and nothing is laid over it. */
  async function refused(error: CallError): Promise<void> {
    if (error.code === 'draft-changed') {
      const now = await readDraft(roundId);
      if (now.ok) {
        kept.current = now.value;
        put(openLot({ names, ballots: now.value, form: { kind, chooseAtMost } }));
      }
    }
    setFailure(error);
  }

  function reset(): void {
    kept.current = [];
    put(openLot({ names, ballots: [], form: round.form }));
    setRestored(0);
  }

  /** A step that waits for what was typed before it: no other step may slip in between. */
  async function alone<T>(step: () => Promise<T>): Promise<T> {
    setWorking((steps) => steps + 1);
    try {
      await afterDraft();
      return await step();
    } finally {
      setWorking((steps) => steps - 1);
    }
  }

  return {
    lot,
    capacity: Math.max(0, (round.returned ?? 0) - round.stored - round.aside),
    restored,
    failure: failure ?? command.error ?? aside.error,
    busy: working > 0 || command.busy || aside.busy || decision.busy,
    change(changed) {
      const before = latest.current?.ballots ?? [];
      put(changed);
      if (changed.ballots === before) return;
      void keepDraft(roundId, changed.ballots, () => kept.current).then((result) => {
        if (!result.ok) {
          void refused(result.error);
          return;
        }
        kept.current = changed.ballots;
        setFailure(null);
      });
    },
    setAside: () =>
      alone(async () => {
        const result = await aside.run({ roundId });
        if (result.ok && latest.current !== null) put(putAside(latest.current));
      }),
    decisionError: decision.error,
    decide: ({ invalidReason, marks }, reason) =>
      alone(async () => {
        const ballot = { invalidReason, marks: [...marks] };
        const result = await decision.run({ roundId, ballot, decision: reason });
        if (!result.ok) return false;
        kept.current = [...kept.current, ballot];
        if (latest.current !== null) put(lay(latest.current, ballot));
        return true;
      }),
    store: (ballots) =>
      alone(async () => {
        const result = await command.run({ roundId, ballots: sent(ballots), over: sent(kept.current) });
        if (!result.ok) {
          await refused(result.error);
          return false;
        }
        reset();
        showToast(`Đã cất ${ballots.length} phiếu, không theo thứ tự nhập.`);
        return true;
      }),
    reset,
  };
}
