/** What must hold before a paper or a total can be typed. */
import type { AppError } from '../../../shared/errors.ts';
import type { CountNumber } from '../../../shared/domain/second-count.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import { votingStates, votingSteps } from '../../../shared/vi/council.ts';
import type { BallotInput } from '../../../shared/views.ts';
import type { CommandContext } from '../context.ts';
import type { ReadHandle } from '../database/query.ts';
import { isSameLot } from './box.ts';
import { identitiesOf, mustHold, readDraft, titleOf, type Count, type RoundRecord } from './count.ts';
import { openCount, refuse } from './slate.ts';

/** Refuses entering in a mode that the round is not counted in, or before the papers were counted by hand. */
export function mayEnter({ round }: Count, mode: RoundRecord['mode']): Result<null, AppError> {
  if (round.mode !== mode) {
    return mode === 'ballots'
      ? refuse(round, votingStates.countedByTotals, votingSteps.enterBallots)
      : refuse(round, votingStates.countedByBallot, votingSteps.enterTotals);
  }
  return round.returned === null ? err({ code: 'returned-not-declared', title: titleOf(round) }) : ok(null);
}

/** The count that whoever is signed in types into. Errors: those of `openCount` and `mayEnter`, count-not-taken. */
export function enteringCount(
  context: Pick<CommandContext, 'write' | 'session'>,
  roundId: Id,
): Result<Count & { readonly own: CountNumber }, AppError> {
  const count = openCount(context, roundId);
  if (!count.ok) return count;
  const may = mayEnter(count.value, 'ballots');
  if (!may.ok) return may;
  const { own, round } = count.value;
  return own === null ? err({ code: 'count-not-taken', title: titleOf(round) }) : ok({ ...count.value, own });
}

/** Refuses to lay a lot over one that the sender does not know. Errors: draft-changed. */
export function mustBeLot(
  read: ReadHandle,
  { round, own }: Count & { readonly own: CountNumber },
  over: readonly BallotInput[] | undefined,
): Result<null, AppError> {
  if (over === undefined || isSameLot(over, readDraft(read, { roundId: round.id, count: own })))
    return ok(null);
  return err({ code: 'draft-changed', title: titleOf(round) });
}

/** Refuses more papers than were counted by hand. Errors: identity-broken. */
export function mustCover(count: Count, stored: number): Result<null, AppError> {
  const { returned } = count.round;
  if (count.round.mode !== 'ballots' || returned === null || stored <= returned) return ok(null);
  return mustHold(identitiesOf({ ...count, stored, aside: 0 }).filter(({ id }) => id === 'entered-returned'));
}
