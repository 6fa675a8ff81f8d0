/** Moves a case through the one state machine, and keeps its history. */
import { canMove } from '../../../shared/domain/award-case.ts';
import type { CaseState, Id, Outcome } from '../../../shared/terms.ts';
import { define, sql, type WriteHandle } from '../database/query.ts';

const selectState = define<{ id: Id }>()((p) =>
  sql.selectFrom('award_case').select(['state', 'outcome']).where('id', '=', p('id')),
);
const updateState = define<{ id: Id; state: CaseState; outcome: Outcome | null; reason: string }>()((p) =>
  sql
    .updateTable('award_case')
    .set({ state: p('state'), outcome: p('outcome'), outcome_reason: p('reason') })
    .where('id', '=', p('id')),
);
const insertEvent = define<{ id: Id; at: string; state: CaseState; reason: string }>()((p) =>
  sql
    .insertInto('case_event')
    .values({ case_id: p('id'), at: p('at'), state: p('state'), reason: p('reason') }),
);

/**
 * Moves a case when its state allows it, and says whether it did. A move to the state it is in changes nothing.
 * `outcome` is what the council's work came to; it is taken back when left out.
 */
export function moveCase(
  context: { readonly write: WriteHandle; readonly now: string },
  move: {
    readonly caseId: Id;
    readonly to: CaseState;
    readonly reason?: string;
    readonly outcome?: Outcome;
  },
): boolean {
  const { write, now } = context;
  const current = write.get(selectState, { id: move.caseId });
  if (current === undefined) return false;
  const outcome = move.outcome ?? null;
  if (current.state === move.to && current.outcome === outcome) return false;
  if (current.state !== move.to) {
    const { allowed, needsReason } = canMove({ from: current.state, to: move.to });
    if (!allowed) return false;
    if (needsReason && (move.reason ?? '') === '') throw new Error(`A move to ${move.to} must say why.`);
  }
  write.run(updateState, { id: move.caseId, state: move.to, outcome, reason: move.reason ?? '' });
  write.run(insertEvent, { id: move.caseId, at: now, state: move.to, reason: move.reason ?? '' });
  return true;
}
