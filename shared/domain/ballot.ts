/**
 * Paper ballots as data: what one may hold, the totals they make, and the identities that a count must satisfy.
 * A ballot never says who cast it; written opinions of absent members are another input (`tally.ts`).
 */
import type { BallotForm } from '../rules/model.ts';
import type { Id, Mark } from '../terms.ts';
import { identityText, type IdentityId } from '../vi/identities.ts';

/** A name on the ballot. */
export interface SlateEntry {
  readonly caseId: Id;
  readonly name: string;
}

/** One paper: null reason for a valid one, whose marks follow the slate; an invalid one has no marks. */
export interface Ballot {
  readonly invalidReason: string | null;
  readonly marks: readonly Mark[];
}

/** Votes of one name in the room. `invalidRow` counts valid ballots on which this row alone was spoilt. */
export interface RowTotals {
  readonly caseId: Id;
  readonly agree: number;
  readonly disagree: number;
  readonly blank: number;
  readonly invalidRow: number;
}

/** What a heap of ballots adds up to. */
export interface BallotTotals {
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  readonly rows: readonly RowTotals[];
}

/** Why a ballot cannot be taken as it was typed; `index` is its place in the batch, from 0. */
export interface BallotProblem {
  readonly index: number;
  readonly kind: BallotProblemKind;
}

export type BallotProblemKind =
  | 'marks-missing'
  | 'marks-too-many'
  | 'marks-on-invalid'
  | 'reason-empty'
  | 'mark-of-other-kind'
  | 'too-many-chosen';

/** A paper with a column for and a column against: the usual one. */
export const twoColumns: BallotForm = { kind: 'SECRET_BALLOT', chooseAtMost: null };

/** Marks that a valid paper of each kind may have in a row; a name that was not chosen is left blank. */
export const marksOfKind: Readonly<Record<BallotForm['kind'], readonly Mark[]>> = {
  SECRET_BALLOT: ['AGREE', 'DISAGREE', 'BLANK', 'INVALID'],
  STRIKE_OUT: ['AGREE', 'DISAGREE'],
  CHOOSE: ['AGREE', 'BLANK'],
};

/** Whether more names are chosen than the paper allows: the whole paper is then not valid. */
export function isOverChosen({ chooseAtMost }: BallotForm, marks: readonly (Mark | null)[]): boolean {
  return chooseAtMost !== null && marks.filter((mark) => mark === 'AGREE').length > chooseAtMost;
}

/** Checks a batch of ballots against a slate; empty when each can be counted. */
export function checkBallots({
  slate,
  ballots,
  form = twoColumns,
}: {
  readonly slate: readonly SlateEntry[];
  readonly ballots: readonly Ballot[];
  readonly form?: BallotForm;
}): readonly BallotProblem[] {
  return ballots.flatMap((ballot, index): readonly BallotProblem[] => {
    const kind = problemOf({ ballot, names: slate.length, form });
    return kind === null ? [] : [{ index, kind }];
  });
}

function problemOf({
  ballot,
  names,
  form,
}: {
  readonly ballot: Ballot;
  readonly names: number;
  readonly form: BallotForm;
}): BallotProblemKind | null {
  const { invalidReason, marks } = ballot;
  if (invalidReason === null) {
    if (marks.length < names) return 'marks-missing';
    if (marks.length > names) return 'marks-too-many';
    if (marks.some((mark) => !marksOfKind[form.kind].includes(mark))) return 'mark-of-other-kind';
    return isOverChosen(form, marks) ? 'too-many-chosen' : null;
  }
  if (invalidReason.trim() === '') return 'reason-empty';
  return marks.length > 0 ? 'marks-on-invalid' : null;
}

/** Adds up ballots that `checkBallots` accepts; throws on one that it refuses. */
export function deriveTotals({
  slate,
  ballots,
  form = twoColumns,
}: {
  readonly slate: readonly SlateEntry[];
  readonly ballots: readonly Ballot[];
  readonly form?: BallotForm;
}): BallotTotals {
  const [problem] = checkBallots({ slate, ballots, form });
  if (problem !== undefined) throw new Error(`Ballot ${problem.index}: ${problem.kind}`);
  const valid = ballots.filter(({ invalidReason }) => invalidReason === null);
  return {
    returned: ballots.length,
    valid: valid.length,
    invalid: ballots.length - valid.length,
    rows: slate.map(({ caseId }, place) => ({
      caseId,
      agree: countMark({ ballots: valid, place, mark: 'AGREE' }),
      disagree: countMark({ ballots: valid, place, mark: 'DISAGREE' }),
      blank: countMark({ ballots: valid, place, mark: 'BLANK' }),
      invalidRow: countMark({ ballots: valid, place, mark: 'INVALID' }),
    })),
  };
}

function countMark({
  ballots,
  place,
  mark,
}: {
  readonly ballots: readonly Ballot[];
  readonly place: number;
  readonly mark: Mark;
}): number {
  return ballots.filter(({ marks }) => marks[place] === mark).length;
}

/** One identity, in words, with the numbers on both sides; `caseId` when it is about one name. */
export interface Identity {
  readonly id: IdentityId;
  readonly caseId: Id | null;
  readonly identity: string;
  readonly left: number;
  readonly right: number;
  readonly relation: '=' | '<=';
  readonly holds: boolean;
}

/** Votes of one name as far as they are known. */
export interface PartialRow {
  readonly caseId: Id;
  readonly agree: number | null;
  readonly disagree: number | null;
  readonly blank: number | null;
  readonly invalidRow?: number | null;
}

/** What is known of a count; null where nothing was typed yet, and its identities are then left out. */
export interface CountState {
  readonly slate: readonly SlateEntry[];
  readonly printed: number | null;
  readonly issued: number | null;
  /** Given back before the vote and replaced; left out where it was not recorded. */
  readonly spoiled?: number | null;
  readonly leftOver?: number | null;
  readonly destroyed?: number | null;
  readonly returned: number | null;
  readonly valid: number | null;
  readonly invalid: number | null;
  /** Ballots typed so far, in a round that is entered ballot by ballot. */
  readonly entered: number | null;
  /** Papers set aside that the panel has not decided yet: neither valid nor invalid. */
  readonly aside?: number;
  readonly rows: readonly PartialRow[];
  /** Written opinions in favour, by case. */
  readonly agreeWritten: Readonly<Record<Id, number>>;
  readonly writtenOpinions: number;
  readonly absent: number | null;
  /** Members present, who alone are given a paper; left out where it is not known. */
  readonly present?: number | null;
  /** Members present who may vote on a case, where somebody steps aside from it; the others mark its row on their paper. */
  readonly voters?: Readonly<Record<Id, number>>;
  readonly base: number;
}

/** Every identity of a count whose numbers are known, in the order of the counting minutes, then by name. */
export function identities(count: CountState): readonly Identity[] {
  const { printed, issued, returned, valid, invalid, entered, aside = 0 } = count;
  const { spoiled = null, leftOver = null, destroyed = null } = count;
  const general = [
    compared({ id: 'print-run', left: printed, right: sum([issued, spoiled, leftOver]), relation: '=' }),
    compared({ id: 'destroyed', left: destroyed, right: sum([spoiled, leftOver]), relation: '=' }),
    compared({ id: 'issued-printed', left: issued, right: printed, relation: '<=' }),
    compared({ id: 'issued-present', left: issued, right: count.present ?? null, relation: '<=' }),
    compared({ id: 'returned-issued', left: returned, right: issued, relation: '<=' }),
    compared({ id: 'entered-returned', left: entered, right: returned, relation: '=' }),
    compared({
      id: aside > 0 ? 'valid-invalid-aside' : 'valid-invalid',
      left: sum([valid, invalid, aside]),
      right: returned,
      relation: '=',
    }),
    ...(aside > 0 ? [compared({ id: 'aside-decided', left: aside, right: 0, relation: '=' })] : []),
    compared({ id: 'opinions-absent', left: count.writtenOpinions, right: count.absent, relation: '<=' }),
  ];
  const byName = count.slate.flatMap((entry) => {
    const row = count.rows.find(({ caseId }) => caseId === entry.caseId);
    if (row === undefined) return [];
    const cast = sum([row.agree, row.disagree, row.blank, row.invalidRow ?? 0]);
    const agree = sum([row.agree, count.agreeWritten[entry.caseId] ?? 0]);
    return [
      compared({ id: 'row-sum', left: cast, right: valid, relation: '=', entry }),
      compared({
        id: 'row-voters',
        left: sum([row.agree, row.disagree]),
        right: count.voters?.[entry.caseId] ?? null,
        relation: '<=',
        entry,
      }),
      compared({ id: 'agree-base', left: agree, right: count.base, relation: '<=', entry }),
    ];
  });
  return [...general, ...byName].filter((identity) => identity !== null);
}

function sum(parts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const part of parts) {
    if (part === null) return null;
    total += part;
  }
  return total;
}

function compared({
  id,
  left,
  right,
  relation,
  entry,
}: {
  readonly id: IdentityId;
  readonly left: number | null;
  readonly right: number | null;
  readonly relation: '=' | '<=';
  readonly entry?: SlateEntry;
}): Identity | null {
  if (left === null || right === null) return null;
  return {
    id,
    caseId: entry?.caseId ?? null,
    identity: identityText({ id, name: entry?.name ?? null }),
    left,
    right,
    relation,
    holds: relation === '=' ? left === right : left <= right,
  };
}
