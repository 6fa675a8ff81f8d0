/** What a meeting comes to: an outcome with a reason that can be printed for every case, and the way back. */
import type { AppError } from '../../../shared/errors.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { canMove } from '../../../shared/domain/award-case.ts';
import { err, impossible, ok, type Result } from '../../../shared/result.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { CaseState, Id, Outcome } from '../../../shared/terms.ts';
import type { CaseRow } from '../../../shared/views.ts';
import {
  asReason,
  decidedReasons,
  meetingName,
  meetingReopened,
  notPassedReason,
  overruledReason,
  passedReason,
  postponedReasons,
  votingStates,
  votingSteps,
} from '../../../shared/vi/council.ts';
import { caseStateNames } from '../../../shared/vi/terms.ts';
import type { CommandContext, Handler } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact } from './body.ts';
import { listDecisions } from './case-decision.ts';
import { moveCase } from './case-state.ts';
import { isByHands } from './hands.ts';
import { concludeInitiatives, mustBeUndecided } from './recognition.ts';
import { effectiveEligibility, listCaseRows } from './registration.ts';
import { casesOf, openSitting, readSitting, type MeetingRow, type Sitting } from './sitting.ts';

type Concluded = Exclude<Outcome, 'withdrawn' | 'lowered'>;

interface Conclusion {
  readonly outcome: Concluded;
  readonly reason: string;
}

const selectUnsealed = define<{ meeting: Id }>()((p) =>
  sql
    .selectFrom('round')
    .select('title_id')
    .where('meeting_id', '=', p('meeting'))
    .where('state', '<>', 'sealed')
    .orderBy('number')
    .limit(1),
);
const updateState = define<{ id: Id; state: MeetingRow['state'] }>()((p) =>
  sql
    .updateTable('meeting')
    .set({ state: p('state') })
    .where('id', '=', p('id')),
);

/** States that the council's conclusion leads to, or that come before it. Later ones are others' decisions. */
const before: ReadonlySet<CaseState> = new Set([
  'REGISTERED',
  'SELF_EVALUATED',
  'GROUP_REVIEWED',
  'CHECKED',
  'ON_BALLOT',
  'VOTED',
]);
const concludedStates: Readonly<Record<Concluded, CaseState>> = {
  proposed: 'CONCLUDED',
  rejected: 'REJECTED',
  'not-eligible': 'REJECTED',
  postponed: 'POSTPONED',
};
const concluded: ReadonlySet<CaseState> = new Set(Object.values(concludedStates));

/** What the council's work comes to for a case: what it decided by word, then its eligibility, then its vote. */
export function concludeCase(
  row: CaseRow,
  {
    byHands,
    decision,
  }: { readonly byHands: boolean; readonly decision?: Tables['case_decision'] | undefined },
): Conclusion {
  if (decision !== undefined && decision.outcome !== 'lowered') {
    const { outcome, reason } = decision;
    return { outcome, reason: decidedReasons[outcome](reason) };
  }
  const eligibility = effectiveEligibility(row);
  switch (eligibility) {
    case null:
      return { outcome: 'postponed', reason: postponedReasons['not-checked'] };
    case 'needs-person':
      return {
        outcome: 'postponed',
        reason: row.summary === '' ? postponedReasons['not-judged'] : asReason(row.summary),
      };
    case 'no':
      return {
        outcome: 'not-eligible',
        reason:
          row.overruled === null ? asReason(row.summary) : overruledReason(asReason(row.overruled.reason)),
      };
    case 'yes':
      return concludeVote(row, byHands);
    default:
      return impossible(eligibility);
  }
}

function concludeVote({ agree, base, needed }: CaseRow, byHands: boolean): Conclusion {
  if (agree === null || base === null || needed === null) {
    return { outcome: 'postponed', reason: postponedReasons[byHands ? 'not-voted' : 'not-balloted'] };
  }
  return agree >= needed
    ? { outcome: 'proposed', reason: passedReason({ agree, base, needed }) }
    : { outcome: 'rejected', reason: notPassedReason({ agree, base, needed }) };
}

function applyConclusion(
  context: Pick<CommandContext, 'write' | 'now'>,
  row: CaseRow,
  { outcome, reason }: Conclusion,
): void {
  const to = concludedStates[outcome];
  if (row.state !== to && !canMove({ from: row.state, to }).allowed) {
    moveCase(context, { caseId: row.id, to: 'CHECKED', reason });
  }
  if (!moveCase(context, { caseId: row.id, to, reason, outcome })) {
    throw new Error(`A case can't be concluded as ${outcome} from ${row.state}.`);
  }
}

/** A round whose count was not sealed, if any. Errors: round-not-sealed. */
function mustBeSealed(read: ReadHandle, sitting: Sitting): Result<null, AppError> {
  const round = read.get(selectUnsealed, { meeting: sitting.meeting.id });
  if (round === undefined) return ok(null);
  return err({ code: 'round-not-sealed', title: findTitle(round.title_id)?.name ?? round.title_id });
}

/** What the vote of another body came to; its cases stay where they are. */
function concludeOpinion(read: ReadHandle, sitting: Sitting): Record<Concluded, number> {
  if (sitting.body.kind === 'INITIATIVE') return { ...concludeInitiatives(read, sitting), 'not-eligible': 0 };
  const counts: Record<Concluded, number> = { proposed: 0, rejected: 0, 'not-eligible': 0, postponed: 0 };
  for (const row of casesOf(read, sitting)) {
    if (row.state === 'WITHDRAWN') continue;
    const opinion = row.opinions.find(({ councilId }) => councilId === sitting.council.id);
    counts[opinion === undefined ? 'postponed' : opinion.passed ? 'proposed' : 'rejected'] += 1;
  }
  return counts;
}

/** Gives every case of the season its outcome: none is left without one. */
function concludeCases(
  context: Pick<CommandContext, 'write' | 'now'>,
  sitting: Sitting,
): Record<Concluded, number> {
  const { write } = context;
  const decisions = listDecisions(write);
  const counts: Record<Concluded, number> = { proposed: 0, rejected: 0, 'not-eligible': 0, postponed: 0 };
  for (const row of listCaseRows(write, sitting.season)) {
    // One that was set aside before the meeting has no outcome yet either.
    if (!before.has(row.state) && !(concluded.has(row.state) && row.outcome === null)) continue;
    const conclusion = concludeCase(row, {
      byHands: isByHands(sitting.ruleSet, row.titleId),
      decision: decisions.get(row.id),
    });
    applyConclusion(context, row, conclusion);
    counts[conclusion.outcome] += 1;
  }
  return counts;
}

/** Closes the meeting of a body; that of the school's council gives every case of the season its outcome. */
export const concludeMeeting: Handler<'concludeMeeting'> = (context, { body }) => {
  const { write } = context;
  const found = openSitting(write, body);
  if (!found.ok) return found;
  const sitting = found.value;
  const sealed = mustBeSealed(write, sitting);
  if (!sealed.ok) return sealed;
  const counts =
    sitting.body.kind === 'SCHOOL' ? concludeCases(context, sitting) : concludeOpinion(write, sitting);
  write.run(updateState, { id: sitting.meeting.id, state: 'closed' });
  const { proposed, rejected, 'not-eligible': notEligible, postponed } = counts;
  context.record({ ...bodyFact(write, sitting.council), proposed, rejected, notEligible, postponed });
  return ok({ proposed, rejected, notEligible, postponed });
};

/** Opens a concluded meeting again and takes the outcomes back, unless a case has gone on to others already. */
export function takeBackConclusion(
  context: Pick<CommandContext, 'write' | 'now'>,
  { body, reason }: { readonly body: Body | undefined; readonly reason: string },
): Result<Sitting, AppError> {
  const { write } = context;
  const found = readSitting(write, body);
  if (!found.ok) return found;
  const { meeting, season } = found.value;
  if (meeting.state !== 'closed') {
    const state = votingStates.notClosed;
    return err({ code: 'wrong-state', name: meetingName, state, wanted: votingSteps.reopenMeeting });
  }
  const undecided = mustBeUndecided(write, found.value);
  if (!undecided.ok) return undecided;
  // What another body said has moved no case.
  const cases = found.value.body.kind === 'SCHOOL' ? listCaseRows(write, season) : [];
  const rows = cases.filter(({ state }) => state !== 'WITHDRAWN' && state !== 'LOWERED');
  const gone = rows.find(({ state }) => !concluded.has(state) && !before.has(state));
  if (gone !== undefined) {
    const state = caseStateNames[gone.state];
    return err({ code: 'wrong-state', name: gone.name, state, wanted: votingSteps.reopenMeeting });
  }
  const why = meetingReopened(reason);
  for (const row of rows) {
    if (!concluded.has(row.state)) continue;
    const hasVote = row.agree !== null;
    if (row.state !== 'CONCLUDED') moveCase(context, { caseId: row.id, to: 'CHECKED', reason: why });
    if (row.state === 'CONCLUDED' || hasVote) moveCase(context, { caseId: row.id, to: 'VOTED', reason: why });
  }
  write.run(updateState, { id: meeting.id, state: 'open' });
  return found;
}
