/** The open lot in the data file: saved in order, one after the other, and read fresh. */
import type { Id } from '../../../shared/terms.ts';
import type { Result } from '../../../shared/result.ts';
import type { BallotInput } from '../../../shared/views.ts';
import { call, type CallError } from '../../client.ts';

let last: Promise<unknown> = Promise.resolve();

/** Papers as they are sent. */
export function sent(ballots: readonly BallotInput[]) {
  return ballots.map(({ invalidReason, marks }) => ({ invalidReason, marks: [...marks] }));
}

/** Saves the lot after all that was sent before, so that an older one never lies over it; `over` says, when its turn comes, what it takes the place of. */
export function keepDraft(
  roundId: Id,
  ballots: readonly BallotInput[],
  over: () => readonly BallotInput[],
): Promise<Result<null, CallError>> {
  const saving = last.then(() =>
    call('saveBallotDraft', { roundId, ballots: sent(ballots), over: sent(over()) }),
  );
  last = saving;
  return saving;
}

/** Waits until what was typed is kept. */
export async function afterDraft(): Promise<void> {
  await last;
}

/** Reads the lot as it is kept, after what is still being saved. */
export async function readDraft(roundId: Id): Promise<Result<readonly BallotInput[], CallError>> {
  await last;
  const result = await call('getRound', { id: roundId });
  return result.ok ? { ok: true, value: result.value.draft } : result;
}
