/** Puts what a list says of where people stand beside what is on record: what contradicts it is asked, never dropped. */
import type { IsoDate } from '../dates.ts';
import { awayOn, findContradiction, standingOf, type Leave, type Spell } from '../domain/standing.ts';
import { absenceKinds, type AbsenceKind, type Id, type PersonStatus, type Standing } from '../terms.ts';
import { leaveText, statusText } from '../vi/standing.ts';
import { standingNames } from '../vi/terms.ts';
import type { FieldId } from './kinds.ts';
import type { MatchedRow } from './match.ts';
import type { ImportPlan } from './plan.ts';
import type { ProblemCode, ProblemFacts } from './problem-facts.ts';
import { makeProblem, type ImportProblem } from './problems.ts';
import type { AbsenceRow, PeopleRow, RowPlace } from './row-types.ts';

/** All that is on record of where one person stands. */
export interface KnownStanding {
  /** The newest first. */
  readonly statuses: readonly Spell<PersonStatus>[];
  readonly leave: readonly (Leave & { readonly id: Id })[];
  readonly secondments: readonly Pick<Leave, 'from' | 'to'>[];
}

/** Whether a word of a list names leave. */
export function isLeave(standing: Standing): standing is AbsenceKind {
  return absenceKinds.some((kind) => kind === standing);
}

/** Where the record has a person stand on a day. */
export function standingOn({ statuses, leave, secondments }: KnownStanding, day: IsoDate): Standing {
  const status = statuses[0]?.value ?? 'WORKING';
  return standingOf({ status, away: awayOn({ leave, secondments, day }) });
}

/** Whether a word that a list says of today, without days, can be put on record beside what is there. */
function fits(standing: Standing, known: KnownStanding, today: IsoDate): boolean {
  const now = standingOn(known, today);
  if (standing === now) return true;
  // Nobody comes back, and no leave ends, by a list that does not say when.
  if (standing === 'WORKING' || now === 'LEFT' || now === 'RETIRED') return false;
  if (standing === 'LEFT' || standing === 'RETIRED') {
    const gone = { value: standing, from: today, to: null };
    return findContradiction({ leave: known.leave, statuses: [gone] }) === null;
  }
  if (standing === 'SECONDMENT') return now === 'WORKING' && known.secondments.length === 0;
  const isFree = now === 'WORKING' || now === 'SECONDMENT';
  return isFree && known.leave.every(({ kind }) => kind !== standing);
}

/** What a line about leave does to the record. */
export type LeaveStep =
  | { readonly kind: 'same' }
  | { readonly kind: 'add' }
  /** Gives days to leave that has none yet, or an end to leave that lasts. */
  | { readonly kind: 'fill'; readonly id: Id }
  | { readonly kind: 'conflict'; readonly known: Leave | Spell<PersonStatus> };

/** Puts dated leave to the record of its person. */
export function leaveStep(
  { kind, from, to }: Leave & { readonly from: IsoDate },
  known: Pick<KnownStanding, 'leave' | 'statuses'>,
): LeaveStep {
  const ofKind = known.leave.filter((one) => one.kind === kind);
  const same = ofKind.find((one) => one.from === from);
  if (same !== undefined && (to === null || same.to === to)) return { kind: 'same' };
  const open = same ?? ofKind.find((one) => one.from === null);
  if (same !== undefined && same.to !== null) return { kind: 'conflict', known: same };
  const others = known.leave.filter((one) => one !== open);
  for (const other of [...others.map((one) => [one]), []]) {
    const found = findContradiction({ leave: [{ kind, from, to }, ...other], statuses: known.statuses });
    if (found !== null) return { kind: 'conflict', known: found.other };
  }
  return open === undefined ? { kind: 'add' } : { kind: 'fill', id: open.id };
}

interface Settled<Row> {
  readonly matched: readonly MatchedRow<Row>[];
  readonly problems: readonly ImportProblem[];
}

type Report = <C extends ProblemCode>(row: RowPlace, field: FieldId, code: C, facts: ProblemFacts[C]) => void;

function reporter(plan: ImportPlan, problems: ImportProblem[]): Report {
  return (row, field, code, facts) => {
    const columns = plan.sheets.find(({ name }) => name === row.sheet)?.columns;
    const column = columns?.find((one) => one.field === field)?.header ?? '';
    problems.push(makeProblem({ file: plan.fileName, sheet: row.sheet, row: row.row, column }, code, facts));
  };
}

/** Reads the standing of each row of a staff list against the record; where they contradict the row says nothing of it. */
export function settlePeople(options: {
  readonly plan: ImportPlan;
  readonly matched: readonly MatchedRow<PeopleRow>[];
  readonly known: (personId: Id) => KnownStanding;
  readonly today: IsoDate;
}): Settled<PeopleRow> {
  const { plan, known, today } = options;
  const problems: ImportProblem[] = [];
  const report = reporter(plan, problems);
  const matched = options.matched.map((one) => {
    const { status } = one.row;
    if (status === null) return one;
    const record = one.personId === null ? null : known(one.personId);
    const name = one.row.fullName;
    const isGone = status === 'LEFT' || status === 'RETIRED';
    if (record === null || fits(status, record, today)) {
      const isNew = record === null || standingOn(record, today) !== status;
      if (isGone && isNew)
        report(one.row, 'status', 'status-without-day', { name, found: standingNames[status] });
      return one;
    }
    const facts = { name, found: standingNames[status], known: recordText(record, status, today) };
    report(one.row, 'status', 'standing-differs', facts);
    return { ...one, row: { ...one.row, status: null } };
  });
  return { matched, problems };
}

/** What the record says where a list says otherwise. */
function recordText(record: KnownStanding, found: Standing, today: IsoDate): string {
  const now = standingOn(record, today);
  const leave =
    record.leave.find(({ kind }) => kind === now) ?? record.leave.find(({ kind }) => kind === found);
  if (leave !== undefined) return leaveText(leave);
  const [status] = record.statuses;
  return status === undefined || now === 'SECONDMENT' ? standingNames[now] : statusText(status);
}

/** Puts each line of a list of leave to the record, line after line; one that contradicts it, or another line, is asked. */
export function settleLeave(options: {
  readonly plan: ImportPlan;
  readonly matched: readonly MatchedRow<AbsenceRow>[];
  readonly known: (personId: Id) => KnownStanding;
}): Settled<AbsenceRow> {
  const { plan, known } = options;
  const problems: ImportProblem[] = [];
  const report = reporter(plan, problems);
  const records = new Map<Id, KnownStanding>();
  const matched = options.matched.filter(({ row, personId }) => {
    if (personId === null) return false;
    const record = records.get(personId) ?? known(personId);
    const step = leaveStep(row.leave, record);
    if (step.kind === 'conflict') {
      const { known: other } = step;
      const text = 'kind' in other ? leaveText(other) : statusText(other);
      report(row, 'from', 'leave-differs', { name: row.fullName, found: leaveText(row.leave), known: text });
      return false;
    }
    if (step.kind !== 'same') {
      const id = step.kind === 'fill' ? step.id : `${row.sheet} ${row.row}`;
      const rest = record.leave.filter((one) => one.id !== id);
      records.set(personId, { ...record, leave: [...rest, { ...row.leave, id }] });
    }
    return true;
  });
  return { matched, problems };
}
