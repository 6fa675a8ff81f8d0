/**
 * The result of a voting round. The denominator never shrinks: absent members, invalid and blank votes are not
 * "agree", and written opinions of absent members are added to the room (NĐ 98/2023, điều 30 khoản 7).
 */
import { formatPercent } from '../numbers.ts';
import { impossible } from '../result.ts';
import type { VoteRule } from '../rules/model.ts';
import type { Id, Mark } from '../terms.ts';
import { deriveTotals, type Ballot, type RowTotals, type SlateEntry } from './ballot.ts';
import { need, passes } from './threshold.ts';

/** The opinion of an absent member, named by nature; marks follow the slate. */
export interface WrittenOpinion {
  readonly marks: readonly Mark[];
}

/** The votes in the room: ballot by ballot, or as totals. */
export type RoomVotes = { readonly ballots: readonly Ballot[] } | { readonly totals: readonly RowTotals[] };

/** The result of one name. `disagree`, `blank` and `invalidRow` are of the room; `missing` is how many more were needed. */
export interface TallyRow {
  readonly caseId: Id;
  readonly agreeInRoom: number;
  readonly agreeWritten: number;
  readonly agree: number;
  readonly disagree: number;
  readonly disagreeWritten: number;
  readonly blank: number;
  readonly invalidRow: number;
  readonly base: number;
  readonly needed: number;
  /** Floored to two decimals. */
  readonly percent: string;
  readonly passed: boolean;
  readonly missing: number;
}

/** The number a share is counted of. Written opinions are counted in it where it is not the whole council. */
export function baseOf({
  vote,
  total,
  present,
  valid,
  writtenOpinions,
}: {
  readonly vote: Pick<VoteRule, 'base'>;
  readonly total: number;
  readonly present: number;
  readonly valid: number;
  readonly writtenOpinions: number;
}): number {
  switch (vote.base) {
    case 'TOTAL':
      return total;
    case 'PRESENT':
      return present + writtenOpinions;
    case 'VALID':
      return valid + writtenOpinions;
    default:
      return impossible(vote.base);
  }
}

/** Counts a round, in the order of the slate. Throws when the totals or opinions do not fit the slate. */
export function tallyRound({
  slate,
  votes,
  writtenOpinions,
  base,
  voteRule,
}: {
  readonly slate: readonly SlateEntry[];
  readonly votes: RoomVotes;
  readonly writtenOpinions: readonly WrittenOpinion[];
  readonly base: number;
  readonly voteRule: VoteRule;
}): readonly TallyRow[] {
  for (const { marks } of writtenOpinions) {
    if (marks.length !== slate.length)
      throw new Error(`Opinion with ${marks.length} marks for ${slate.length} names`);
  }
  const rows = 'ballots' in votes ? deriveTotals({ slate, ballots: votes.ballots }).rows : votes.totals;
  return slate.map(({ caseId }, place) => {
    const row = rows.find((one) => one.caseId === caseId);
    if (row === undefined) throw new Error(`No totals for ${caseId}`);
    const opinions = writtenOpinions.map(({ marks }) => marks[place]);
    const agreeWritten = opinions.filter((mark) => mark === 'AGREE').length;
    const agree = row.agree + agreeWritten;
    return {
      caseId,
      agreeInRoom: row.agree,
      agreeWritten,
      agree,
      disagree: row.disagree,
      disagreeWritten: opinions.filter((mark) => mark === 'DISAGREE').length,
      blank: row.blank,
      invalidRow: row.invalidRow,
      base,
      ...resultOf({ agree, base, voteRule }),
    };
  });
}

/** Whether a number of votes in favour passes, how many were needed, and how many are missing. */
export function resultOf({
  agree,
  base,
  voteRule,
}: {
  readonly agree: number;
  readonly base: number;
  readonly voteRule: VoteRule;
}): Pick<TallyRow, 'needed' | 'percent' | 'passed' | 'missing'> {
  const needed = need({ ...voteRule, base });
  return {
    needed,
    percent: formatPercent(agree, base),
    passed: passes({ ...voteRule, agree, base }),
    missing: Math.max(0, needed - agree),
  };
}
