import { describe, expect, it } from 'vitest';
import {
  checkBallots,
  deriveTotals,
  identities,
  marksOfKind,
  type Ballot,
} from '../../shared/domain/ballot.ts';
import { compareCounts } from '../../shared/domain/second-count.ts';
import { cutLine } from '../../shared/domain/cut-line.ts';
import { baseOf, tallyRound } from '../../shared/domain/tally.ts';
import { voteBases, type BallotForm, type VoteRule } from '../../shared/rules/model.ts';
import type { Mark } from '../../shared/terms.ts';

// 100,000 random ballot boxes against a count with nothing but loops and if: two numbers for each sum, found twice.

/** Whole numbers from 0 to under a limit, the same in every run. */
function dice(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const shares = [
  { percent: 50, strict: true, fraction: null },
  { percent: 80, strict: false, fraction: null },
  { percent: 90, strict: false, fraction: null },
  { percent: 66, strict: false, fraction: { numerator: 2, denominator: 3 } },
  { percent: 75, strict: true, fraction: { numerator: 3, denominator: 4 } },
] as const;

interface Box {
  readonly form: BallotForm;
  readonly rule: VoteRule;
  readonly names: number;
  readonly total: number;
  readonly present: number;
  readonly ballots: readonly Ballot[];
  readonly opinions: readonly (readonly Mark[])[];
  readonly most: number;
}

function box(roll: (limit: number) => number): Box {
  const names = 1 + roll(5);
  const total = 1 + roll(19);
  const present = roll(total + 1);
  const kind = (['SECRET_BALLOT', 'STRIKE_OUT', 'CHOOSE'] as const)[roll(3)] ?? 'SECRET_BALLOT';
  const chooseAtMost = kind === 'CHOOSE' ? 1 + roll(names) : null;
  const share = shares[roll(shares.length)] ?? shares[0];
  const known = roll(3) > 0 ? share : { percent: 1 + roll(99), strict: roll(2) === 1, fraction: null };
  const rule: VoteRule = { kind, chooseAtMost, base: voteBases[roll(3)] ?? 'TOTAL', ...known };
  const allowed = marksOfKind[kind];
  const row = (): Mark[] => {
    const marks = Array.from({ length: names }, () => allowed[roll(allowed.length)] ?? 'BLANK');
    // The paper of a careful voter: what is over the limit is taken back from the end.
    for (let place = names - 1; place >= 0 && chooseAtMost !== null; place -= 1) {
      if (marks.filter((mark) => mark === 'AGREE').length > chooseAtMost) marks[place] = 'BLANK';
    }
    return marks;
  };
  const ballots = Array.from({ length: roll(present + 1) }, (): Ballot =>
    roll(8) === 0 ? { invalidReason: 'Rách', marks: [] } : { invalidReason: null, marks: row() },
  );
  const opinions = Array.from({ length: roll(total - present + 1) }, row);
  return {
    form: { kind, chooseAtMost },
    rule,
    names,
    total,
    present,
    ballots,
    opinions,
    most: roll(names + 1),
  };
}

/** What a clerk with a pencil finds; null where all is as the app says. */
function disagreement({ form, rule, names, total, present, ballots, opinions, most }: Box): string | null {
  const slate = Array.from({ length: names }, (_, place) => ({ caseId: `c${place}`, name: `Tên ${place}` }));
  if (checkBallots({ slate, ballots, form }).length > 0) return 'a paper was refused';
  let valid = 0;
  for (const ballot of ballots) if (ballot.invalidReason === null) valid += 1;
  let base = 0;
  if (rule.base === 'TOTAL') base = total;
  if (rule.base === 'PRESENT') base = present + opinions.length;
  if (rule.base === 'VALID') base = valid + opinions.length;
  if (baseOf({ vote: rule, total, present, valid, writtenOpinions: opinions.length }) !== base) return 'base';
  const votes = { totals: deriveTotals({ slate, ballots, form }).rows };
  const rows = tallyRound({
    slate,
    votes,
    writtenOpinions: opinions.map((marks) => ({ marks })),
    base,
    voteRule: rule,
  });
  const passed: { caseId: string; agree: number }[] = [];
  for (let place = 0; place < names; place += 1) {
    let [inRoom, disagree, blank, spoilt, written] = [0, 0, 0, 0, 0];
    for (const ballot of ballots) {
      const mark = ballot.marks[place];
      if (mark === 'AGREE') inRoom += 1;
      if (mark === 'DISAGREE') disagree += 1;
      if (mark === 'BLANK') blank += 1;
      if (mark === 'INVALID') spoilt += 1;
    }
    for (const marks of opinions) if (marks[place] === 'AGREE') written += 1;
    const agree = inRoom + written;
    const top = rule.fraction?.numerator ?? rule.percent;
    const bottom = rule.fraction?.denominator ?? 100;
    const meets = rule.strict ? agree * bottom > top * base : agree * bottom >= top * base;
    const isPassed = base > 0 && agree > 0 && meets;
    // The least number that would have passed, found by trying each.
    let needed = 1;
    while (rule.strict ? needed * bottom <= top * base : needed * bottom < top * base) needed += 1;
    const row = rows[place];
    const hand = [inRoom, written, agree, disagree, blank, spoilt, base, needed, isPassed];
    const app = [
      row?.agreeInRoom,
      row?.agreeWritten,
      row?.agree,
      row?.disagree,
      row?.blank,
      row?.invalidRow,
      row?.base,
      row?.needed,
      row?.passed,
    ];
    if (hand.some((value, index) => value !== app[index]))
      return `row ${place}: ${String(hand)} / ${String(app)}`;
    if (row?.missing !== Math.max(0, needed - agree)) return `missing of row ${place}`;
    if (isPassed) passed.push({ caseId: `c${place}`, agree });
  }
  const whole = identities({
    slate,
    printed: total + 2,
    issued: present,
    spoiled: 1,
    leftOver: total + 1 - present,
    destroyed: total + 2 - present,
    returned: ballots.length,
    valid,
    invalid: ballots.length - valid,
    entered: ballots.length,
    rows: rows.map((row) => ({ ...row, agree: row.agreeInRoom })),
    agreeWritten: Object.fromEntries(rows.map((row) => [row.caseId, row.agreeWritten])),
    writtenOpinions: opinions.length,
    absent: total - present,
    present,
    base: Math.max(base, total),
  });
  if (whole.some(({ holds }) => !holds)) return 'an identity';
  if (!compareCounts({ slate, counts: [ballots, ballots.toReversed()], form }).equal)
    return 'the same heap differs';
  const line = cutLine({ passed, most });
  if ((line === null) !== passed.length <= most) return 'the line of the cap';
  for (const { caseId, agree } of passed) {
    let [above, alike] = [0, 0];
    for (const other of passed) {
      if (other.agree > agree) above += 1;
      if (other.agree === agree) alike += 1;
    }
    const place = above + alike <= most ? 'within' : above >= most ? 'beyond' : 'tied';
    if (line !== null && !line[place].includes(caseId)) return `${caseId} is not ${place}`;
  }
  return null;
}

describe('100,000 random ballot boxes', () => {
  it.each(Array.from({ length: 10 }, (_, part) => part))('part %i is counted as by hand', (part) => {
    const roll = dice(2026 + part);
    for (let time = 0; time < 10_000; time += 1) {
      const one = box(roll);
      const found = disagreement(one);
      if (found !== null) expect.fail(`${found}: ${JSON.stringify(one)}`);
    }
  });

  it('finds a paper that was read in another way, whatever the heap', () => {
    const roll = dice(7);
    for (let time = 0; time < 5000; time += 1) {
      const { ballots, names, form } = box(roll);
      const place = roll(Math.max(1, ballots.length));
      const read = ballots[place];
      if (read === undefined) continue;
      const slate = Array.from({ length: names }, (_, at) => ({ caseId: `c${at}`, name: `Tên ${at}` }));
      const other: Ballot =
        read.invalidReason === null
          ? { invalidReason: 'Ký tên', marks: [] }
          : { invalidReason: null, marks: slate.map(() => marksOfKind[form.kind][1] ?? 'BLANK') };
      const second = ballots.map((ballot, at) => (at === place ? other : ballot));
      const difference = compareCounts({ slate, counts: [ballots, second], form });
      expect(difference.equal).toBe(false);
      expect(difference.papers.map((papers) => papers.reduce((sum, { times }) => sum + times, 0))).toEqual([
        1, 1,
      ]);
    }
  });
});
