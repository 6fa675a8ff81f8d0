/**
 * The states of a case (a person or tổ × a title) and the only table that says how it moves; and the reconciliation
 * that shows that no case was lost.
 */
import { caseStates, type CaseState, type Id, type Outcome } from '../terms.ts';

/** One allowed move; a step aside or back must say why. */
export interface Transition {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly reason: 'none' | 'needed';
}

/** Steps forward. A tổ has no self-evaluation, and a title voted by hands no ballot, so some steps may be left out. */
const forward: Readonly<Partial<Record<CaseState, readonly CaseState[]>>> = {
  REGISTERED: ['SELF_EVALUATED', 'GROUP_REVIEWED', 'CHECKED'],
  SELF_EVALUATED: ['GROUP_REVIEWED', 'CHECKED'],
  GROUP_REVIEWED: ['CHECKED'],
  CHECKED: ['ON_BALLOT', 'VOTED'],
  ON_BALLOT: ['VOTED'],
  VOTED: ['CONCLUDED'],
  CONCLUDED: ['PUBLISHED', 'SUBMITTED'],
  PUBLISHED: ['SUBMITTED'],
  SUBMITTED: ['DECIDED'],
  DECIDED: ['AWARDED'],
};

/** Steps aside and back, each with its reason. */
const withReason: Readonly<Partial<Record<CaseState, readonly CaseState[]>>> = {
  REGISTERED: ['WITHDRAWN', 'POSTPONED', 'LOWERED'],
  SELF_EVALUATED: ['REGISTERED', 'WITHDRAWN', 'POSTPONED', 'LOWERED'],
  GROUP_REVIEWED: ['SELF_EVALUATED', 'WITHDRAWN', 'POSTPONED', 'LOWERED'],
  CHECKED: ['GROUP_REVIEWED', 'WITHDRAWN', 'POSTPONED', 'LOWERED', 'REJECTED'],
  ON_BALLOT: ['CHECKED', 'WITHDRAWN', 'POSTPONED', 'LOWERED'],
  VOTED: ['ON_BALLOT', 'CHECKED', 'WITHDRAWN', 'POSTPONED', 'LOWERED', 'REJECTED'],
  CONCLUDED: ['VOTED', 'WITHDRAWN', 'POSTPONED', 'LOWERED', 'REJECTED'],
  PUBLISHED: ['CONCLUDED', 'WITHDRAWN', 'POSTPONED', 'REJECTED'],
  SUBMITTED: ['RETURNED', 'WITHDRAWN', 'POSTPONED', 'LOWERED', 'REJECTED'],
  DECIDED: ['SUBMITTED', 'REVOKED'],
  AWARDED: ['DECIDED', 'REVOKED'],
  RETURNED: ['CHECKED', 'CONCLUDED', 'SUBMITTED', 'WITHDRAWN', 'POSTPONED', 'REJECTED'],
  WITHDRAWN: ['REGISTERED'],
  POSTPONED: ['CHECKED', 'WITHDRAWN', 'REJECTED'],
  LOWERED: ['CHECKED'],
  REJECTED: ['CHECKED'],
};

function expand(
  table: Readonly<Partial<Record<CaseState, readonly CaseState[]>>>,
  reason: Transition['reason'],
): readonly Transition[] {
  return caseStates.flatMap((from) => (table[from] ?? []).map((to) => ({ from, to, reason })));
}

/** Every allowed move; what is not here is not allowed. */
export const transitions: readonly Transition[] = [
  ...expand(forward, 'none'),
  ...expand(withReason, 'needed'),
];

/** Says whether a case may move from one state to another, and whether it must say why. */
export function canMove({ from, to }: { readonly from: CaseState; readonly to: CaseState }): {
  readonly allowed: boolean;
  readonly needsReason: boolean;
} {
  const transition = transitions.find((one) => one.from === from && one.to === to);
  return { allowed: transition !== undefined, needsReason: transition?.reason === 'needed' };
}

/** The ids behind one number. */
export interface Bucket {
  readonly count: number;
  readonly ids: readonly Id[];
}

/** Where every registered case went. */
export interface Reconciliation extends Readonly<Record<Outcome, Bucket>> {
  readonly registered: Bucket;
  /** Without an outcome yet. */
  readonly open: Bucket;
  /** Registered and found in no bucket, found but never registered, or found more than once. */
  readonly lost: readonly Id[];
  readonly unknown: readonly Id[];
  readonly repeated: readonly Id[];
  /** registered = proposed + rejected + not-eligible + postponed + lowered + withdrawn + open, id by id. */
  readonly balanced: boolean;
}

/** Reconciles cases with what was registered (the cases themselves when no other list is given): n in = n out. */
export function reconcile({
  cases,
  registered = [...new Set(cases.map(({ id }) => id))],
}: {
  readonly cases: readonly { readonly id: Id; readonly outcome: Outcome | null }[];
  readonly registered?: readonly Id[];
}): Reconciliation {
  function bucket(outcome: Outcome | null): Bucket {
    const ids = cases.filter((one) => one.outcome === outcome).map(({ id }) => id);
    return { count: ids.length, ids };
  }
  const found = cases.map(({ id }) => id);
  const foundOnce = new Set<Id>();
  const foundAgain = new Set<Id>();
  for (const id of found) (foundOnce.has(id) ? foundAgain : foundOnce).add(id);
  const known = new Set(registered);
  const lost = [...known].filter((id) => !foundOnce.has(id));
  const unknown = [...foundOnce].filter((id) => !known.has(id));
  const repeated = [...foundAgain];
  return {
    registered: { count: known.size, ids: [...known] },
    proposed: bucket('proposed'),
    rejected: bucket('rejected'),
    'not-eligible': bucket('not-eligible'),
    postponed: bucket('postponed'),
    lowered: bucket('lowered'),
    withdrawn: bucket('withdrawn'),
    open: bucket(null),
    lost,
    unknown,
    repeated,
    balanced: lost.length === 0 && unknown.length === 0 && repeated.length === 0,
  };
}
