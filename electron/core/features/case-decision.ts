/** The council's own word on a case before any count: put off, not agreed, or looked at for another title. */
import type { AppError } from '../../../shared/errors.ts';
import { canMove } from '../../../shared/domain/award-case.ts';
import { isTitleFor, objectOf, ownerIdOf } from '../../../shared/domain/case-object.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { Id } from '../../../shared/terms.ts';
import type { CaseRow } from '../../../shared/views.ts';
import {
  decisionTakenBack,
  loweredFrom,
  loweredReason,
  missingThings,
  votingStates,
  votingSteps,
} from '../../../shared/vi/council.ts';
import { caseStateNames } from '../../../shared/vi/terms.ts';
import type { CommandContext, Handler } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { runCheck } from './appraisal/handlers.ts';
import { moveCase } from './case-state.ts';
import { listCaseRows, putForward } from './registration.ts';
import { openSitting, type Sitting } from './sitting.ts';

type DecisionRow = Tables['case_decision'];

const selectDecisions = define()(() => sql.selectFrom('case_decision').selectAll());
const upsertDecision = define<DecisionRow>()((p) =>
  sql
    .insertInto('case_decision')
    .values({
      case_id: p('case_id'),
      outcome: p('outcome'),
      reason: p('reason'),
      lowered_to: p('lowered_to'),
      made_case_id: p('made_case_id'),
    })
    .onConflict((conflict) =>
      conflict.column('case_id').doUpdateSet({
        outcome: p('outcome'),
        reason: p('reason'),
        lowered_to: p('lowered_to'),
        made_case_id: p('made_case_id'),
      }),
    ),
);
const deleteDecision = define<{ id: Id }>()((p) =>
  sql.deleteFrom('case_decision').where('case_id', '=', p('id')),
);

/** What the council decided of cases by word, by case. */
export function listDecisions(read: ReadHandle): ReadonlyMap<Id, DecisionRow> {
  return new Map(read.all(selectDecisions, {}).map((row) => [row.case_id, row]));
}

function refuse(row: CaseRow, state: string = caseStateNames[row.state]): Result<never, AppError> {
  return err({ code: 'wrong-state', name: row.name, state, wanted: votingSteps.decide });
}

/** Puts the person or the tổ forward for the other title: a new case, or the one that is there already. */
function lower(
  context: CommandContext,
  {
    sitting,
    row,
    titleId,
    reason,
  }: {
    readonly sitting: Sitting;
    readonly row: CaseRow;
    readonly titleId: string;
    readonly reason: string;
  },
): Result<DecisionRow, AppError> {
  const title = findTitle(titleId);
  if (title === null || titleId === row.titleId || !isTitleFor(title, objectOf(row)))
    return err({ code: 'unknown-title', title: title?.name ?? titleId });
  // Papers with the name are out: the round is taken back or sealed first.
  if (row.state === 'ON_BALLOT' || !canMove({ from: row.state, to: 'LOWERED' }).allowed) return refuse(row);
  const { personId, groupId, pupilId } = row;
  const known = listCaseRows(context.write, sitting.season).find(
    (one) => one.titleId === titleId && ownerIdOf(one) === ownerIdOf(row),
  );
  const isAgain = known?.state === 'WITHDRAWN';
  if (known !== undefined && isAgain) {
    const why = loweredFrom({ title: row.titleName, reason });
    moveCase(context, { caseId: known.id, to: 'REGISTERED', reason: why });
  }
  const made =
    known?.id ??
    putForward(context, sitting.season, {
      personId,
      groupId,
      pupilId,
      titleId,
      registeredOn: row.registeredOn,
    }).id;
  // What the rules say of it is known before anybody votes on it.
  if (known === undefined || isAgain) {
    const checked = runCheck(context, new Set([made]));
    if (!checked.ok) return checked;
  }
  const why = loweredReason({ title: title.name, reason });
  moveCase(context, { caseId: row.id, to: 'LOWERED', reason: why, outcome: 'lowered' });
  return ok({
    case_id: row.id,
    outcome: 'lowered',
    reason,
    lowered_to: titleId,
    made_case_id: known === undefined || isAgain ? made : null,
  });
}

/** Undoes a decision: a lowered case comes back, and the case that was made for it is withdrawn. */
function takeBack(
  context: CommandContext,
  {
    sitting,
    row,
    decision,
  }: { readonly sitting: Sitting; readonly row: CaseRow; readonly decision: DecisionRow },
): Result<null, AppError> {
  const { write } = context;
  if (decision.outcome === 'lowered') {
    const made = listCaseRows(write, sitting.season).find(({ id }) => id === decision.made_case_id);
    if (made !== undefined && made.state !== 'WITHDRAWN') {
      if (made.agree !== null || made.state === 'ON_BALLOT') return refuse(made, votingStates.voted);
      const reason = decisionTakenBack(row.titleName);
      moveCase(context, { caseId: made.id, to: 'WITHDRAWN', reason, outcome: 'withdrawn' });
    }
    const reason = decisionTakenBack(findTitle(decision.lowered_to ?? '')?.name ?? '');
    moveCase(context, { caseId: row.id, to: 'CHECKED', reason });
    if (row.agree !== null) moveCase(context, { caseId: row.id, to: 'VOTED', reason });
  }
  write.run(deleteDecision, { id: row.id });
  return ok(null);
}

/** Writes what the council decides of a case by word, with its reason; null takes it back. */
export const decideCase: Handler<'decideCase'> = (context, { caseId, decision }) => {
  const { write, record } = context;
  const found = openSitting(write);
  if (!found.ok) return found;
  const sitting = found.value;
  const row = listCaseRows(write, sitting.season).find(({ id }) => id === caseId);
  if (row === undefined || row.state === 'WITHDRAWN')
    return err({ code: 'not-found', what: missingThings.case });
  const known = listDecisions(write).get(caseId);
  record({
    name: row.name,
    title: row.titleName,
    outcome: decision?.outcome ?? null,
    reason: decision?.reason ?? null,
  });
  if (decision === null)
    return known === undefined ? ok(null) : takeBack(context, { sitting, row, decision: known });
  if (row.state === 'LOWERED' || row.state === 'ON_BALLOT') return refuse(row);
  const { outcome, reason } = decision;
  if (outcome === 'lowered') {
    const lowered = lower(context, { sitting, row, titleId: decision.titleId, reason });
    if (!lowered.ok) return lowered;
    write.run(upsertDecision, lowered.value);
    return ok(null);
  }
  const hasPassed = row.agree !== null && row.needed !== null && row.agree >= row.needed;
  if (outcome === 'rejected' && hasPassed) return refuse(row, votingStates.passed);
  write.run(upsertDecision, { case_id: caseId, outcome, reason, lowered_to: null, made_case_id: null });
  return ok(null);
};
