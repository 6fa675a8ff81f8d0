/** What a meeting comes to: an outcome with a reason that can be printed for every case, and the way back. */
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { canMove } from '../../../shared/domain/award-case.ts';
import { err, impossible, ok, type Result } from '../../../shared/result.ts';
import { asReason } from '../../../shared/sentences.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { CaseState, Id, Outcome } from '../../../shared/terms.ts';
import type { CaseConclusion, CaseRow } from '../../../shared/views.ts';
import {
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
import type { CommandContext } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { listDecisions } from './case-decision.ts';
import { moveCase } from './case-state.ts';
import { isByHands } from './hands.ts';
import { concludeInitiatives, mustBeUndecided } from './recognition.ts';
import { listCaseRows } from './registration.ts';
import { casesOf, openSitting, readSitting, type MeetingRow, type Sitting } from './sitting.ts';

type Concluded = Exclude<Outcome, 'withdrawn' | 'lowered'>;

interface Conclusion {
  readonly outcome: Concluded;
  readonly reason: string;
  /** Put off though nobody decided so. */
  readonly undealt: boolean;
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
const updateState = define<{ id: Id; state: MeetingRow['state']; because: string | null }>()((p) =>
  sql
    .updateTable('meeting')
    .set({ state: p('state'), undealt_because: p('because'), minutes: null })
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
    return { outcome, reason: decidedReasons[outcome](reason), undealt: false };
  }
  const eligibility = effectiveEligibility(row);
  switch (eligibility) {
    case null:
      return undealt(postponedReasons['not-checked']);
    case 'needs-person':
      return undealt(row.summary === '' ? postponedReasons['not-judged'] : asReason(row.summary));
    case 'no':
      return {
        outcome: 'not-eligible',
        reason:
          row.overruled === null ? asReason(row.summary) : overruledReason(asReason(row.overruled.reason)),
        undealt: false,
      };
    case 'yes':
      return concludeVote(row, byHands);
    default:
      return impossible(eligibility);
  }
}

function undealt(reason: string): Conclusion {
  return { outcome: 'postponed', reason, undealt: true };
}

function concludeVote(
  { agree, base, needed }: { readonly [figure in 'agree' | 'base' | 'needed']: number | null },
  byHands: boolean,
): Conclusion {
  if (agree === null || base === null || needed === null)
    return undealt(postponedReasons[byHands ? 'not-voted' : 'not-balloted']);
  return agree >= needed
    ? { outcome: 'proposed', reason: passedReason({ agree, base, needed }), undealt: false }
    : { outcome: 'rejected', reason: notPassedReason({ agree, base, needed }), undealt: false };
}

/** Whether the council's conclusion is still to come for a case; one set aside before the meeting has no outcome either. */
function isToConclude({ state, outcome }: CaseRow): boolean {
  return before.has(state) || (concluded.has(state) && outcome === null);
}

/**
 * What concluding the meeting of a body makes of each of its cases, or has made of it: none is left out. What another
 * body than the council said is its vote alone.
 */
export function listConclusions(
  read: ReadHandle,
  {
    body,
    councilId,
    cases,
    ruleSet,
  }: Pick<Sitting, 'body' | 'ruleSet'> & {
    readonly councilId: Id | null;
    /** The cases that the body deals with. */
    readonly cases: readonly CaseRow[];
  },
): readonly CaseConclusion[] {
  const decisions = listDecisions(read);
  return cases.map((row): CaseConclusion => {
    const byHands = isByHands(ruleSet, row.titleId);
    const told = { caseId: row.id, reason: row.outcomeReason, undealt: false };
    if (body.kind !== 'SCHOOL') {
      const opinion = row.opinions.find((one) => one.councilId === councilId);
      if (opinion === undefined && row.state === 'WITHDRAWN') return { ...told, outcome: 'withdrawn' };
      return { caseId: row.id, ...concludeVote(opinion ?? noVote, byHands) };
    }
    const decision = decisions.get(row.id);
    const { outcome } = row;
    if (outcome === null || isToConclude(row))
      return { caseId: row.id, ...concludeCase(row, { byHands, decision }) };
    return { ...told, outcome, undealt: outcome === 'postponed' && decision?.outcome !== 'postponed' };
  });
}

const noVote = { agree: null, base: null, needed: null } as const;

function applyConclusion(
  context: Pick<CommandContext, 'write' | 'now'>,
  row: CaseRow,
  { outcome, reason }: { readonly outcome: Concluded; readonly reason: string },
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

/** What is before a body as its meeting stands: how many of what came to what. */
function countOutcomes(
  read: ReadHandle,
  sitting: Sitting,
): { readonly conclusions: readonly CaseConclusion[]; readonly undealt: number; readonly total: number } & {
  readonly counts: Record<Concluded, number>;
} {
  if (sitting.body.kind === 'INITIATIVE') {
    const counts = { ...concludeInitiatives(read, sitting), 'not-eligible': 0 };
    const total = counts.proposed + counts.rejected + counts.postponed;
    return { conclusions: [], counts, undealt: counts.postponed, total };
  }
  const cases = casesOf(read, sitting);
  const conclusions = listConclusions(read, { ...sitting, councilId: sitting.council.id, cases });
  const count = (outcome: Concluded) => conclusions.filter((one) => one.outcome === outcome).length;
  return {
    conclusions,
    counts: {
      proposed: count('proposed'),
      rejected: count('rejected'),
      'not-eligible': count('not-eligible'),
      postponed: count('postponed'),
    },
    undealt: conclusions.filter((one) => one.undealt).length,
    total: conclusions.length,
  };
}

/** Gives every case of the season its outcome: none is left without one. */
function applyConclusions(
  context: Pick<CommandContext, 'write' | 'now'>,
  sitting: Sitting,
  conclusions: readonly CaseConclusion[],
): void {
  const rows = new Map(listCaseRows(context.write, sitting.season).map((row) => [row.id, row]));
  for (const { caseId, outcome, reason } of conclusions) {
    const row = rows.get(caseId);
    if (row === undefined || !isToConclude(row) || outcome === 'lowered' || outcome === 'withdrawn') continue;
    applyConclusion(context, row, { outcome, reason });
  }
}

/** What a meeting came to, and the meeting. */
interface Closed {
  readonly sitting: Sitting;
  readonly counts: Record<Concluded, number>;
  /** Why it was concluded with cases that nobody dealt with. */
  readonly because: string | null;
}

/**
 * Closes the meeting of a body; that of the school's council gives every case of the season its outcome. With cases
 * that nobody dealt with it is closed for a reason only, which the minutes tell. Errors: those of `openSitting`,
 * round-not-sealed, cases-undealt.
 */
export function reachConclusion(
  context: Pick<CommandContext, 'write' | 'now'>,
  { body, undealtBecause }: { readonly body: Body | undefined; readonly undealtBecause: string | null },
): Result<Closed, AppError> {
  const { write } = context;
  const found = openSitting(write, body);
  if (!found.ok) return found;
  const sitting = found.value;
  const sealed = mustBeSealed(write, sitting);
  if (!sealed.ok) return sealed;
  const { conclusions, counts, undealt: left, total } = countOutcomes(write, sitting);
  if (left > 0 && undealtBecause === null) return err({ code: 'cases-undealt', undealt: left, total });
  if (sitting.body.kind === 'SCHOOL') applyConclusions(context, sitting, conclusions);
  const because = left > 0 ? undealtBecause : null;
  write.run(updateState, { id: sitting.meeting.id, state: 'closed', because });
  return ok({ sitting, counts, because });
}

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
  write.run(updateState, { id: meeting.id, state: 'open', because: null });
  return found;
}
