import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkBallots,
  deriveTotals,
  identities,
  type Ballot,
  type CountState,
} from '../../shared/domain/ballot.ts';
import { baseOf, resultOf, tallyRound } from '../../shared/domain/tally.ts';
import { need, passes, shareFact } from '../../shared/domain/threshold.ts';
import { ruleSets, voteRuleFor } from '../../shared/rules/catalogue.ts';
import type { RuleSet, VoteRule } from '../../shared/rules/model.ts';
import { marks, type Mark } from '../../shared/terms.ts';

const [rules] = ruleSets as [RuleSet, ...RuleSet[]];
const cstdcs = voteRuleFor({ ruleSet: rules, titleId: 'CSTDCS' }).value;
const ldtt = voteRuleFor({ ruleSet: rules, titleId: 'LDTT' }).value;
const one = [{ caseId: 'c1', name: 'Trần Thị Mẫu' }];

function heap(counts: Partial<Record<Mark, number>>): readonly Ballot[] {
  return marks.flatMap((mark) =>
    Array.from({ length: counts[mark] ?? 0 }, () => ({ invalidReason: null, marks: [mark] })),
  );
}
const spoilt: Ballot = { invalidReason: 'Không phải phiếu do Hội đồng phát hành', marks: [] };

describe('threshold', () => {
  it.each([
    [9, 8],
    [11, 9],
    [13, 11],
    [15, 12],
    [17, 14],
    [19, 16],
    [21, 17],
    [25, 20],
  ])('80 %% of %i is %i', (base, needed) => {
    expect(need({ percent: 80, strict: false, base })).toBe(needed);
  });
  it.each([
    [9, 9],
    [11, 10],
    [15, 14],
    [17, 16],
    [21, 19],
  ])('90 %% of %i is %i', (base, needed) => {
    expect(need({ percent: 90, strict: false, base })).toBe(needed);
  });
  it('asks for more than half where half is not enough', () => {
    expect(need({ percent: 50, strict: true, base: 10 })).toBe(6);
    expect(need({ percent: 50, strict: true, base: 9 })).toBe(5);
    expect(need({ percent: 50, strict: false, base: 10 })).toBe(5);
  });
  it('lets nothing pass with no vote, or of nobody', () => {
    expect(passes({ agree: 0, base: 0, percent: 80, strict: false })).toBe(false);
    expect(passes({ agree: 1, base: 0, percent: 80, strict: false })).toBe(false);
    expect(need({ percent: 80, strict: false, base: 0 })).toBe(1);
  });
  it('rounds the share that it shows, and tells the threshold in whole votes', () => {
    expect(shareFact({ agree: 6, base: 8, percent: 80, strict: false })).toBe('6/8 = 75 %, cần ít nhất 7/8');
    expect(shareFact({ agree: 8, base: 9, percent: 80, strict: false })).toContain('88,89 %');
    expect(shareFact({ agree: 79_999, base: 100_000, percent: 80, strict: false })).toBe(
      '79999/100000 = 80 %, cần ít nhất 80000/100000',
    );
  });
  it('agrees with trying every number of votes', () => {
    const percent = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(percent, fc.boolean(), fc.integer({ min: 1, max: 200 }), (share, strict, base) => {
        const enough = Array.from({ length: base + 1 }, (_, agree) => agree).filter((agree) =>
          strict
            ? BigInt(agree) * 100n > BigInt(share) * BigInt(base)
            : BigInt(agree) * 100n >= BigInt(share) * BigInt(base),
        );
        expect(need({ percent: share, strict, base })).toBe(enough[0]);
        for (const agree of [0, Math.floor(base / 2), base - 1, base]) {
          expect(passes({ agree, base, percent: share, strict })).toBe(enough.includes(agree));
        }
      }),
    );
  });
});

describe('tally: the vectors of the reference', () => {
  it('12: written opinions count, of the whole council', () => {
    const [row] = tallyRound({
      slate: one,
      votes: { ballots: heap({ AGREE: 13, DISAGREE: 2 }) },
      writtenOpinions: [{ marks: ['AGREE'] }, { marks: ['DISAGREE'] }],
      base: 17,
      voteRule: cstdcs,
    });
    expect(row).toEqual({
      caseId: 'c1',
      agreeInRoom: 13,
      agreeWritten: 1,
      agree: 14,
      disagree: 2,
      disagreeWritten: 1,
      blank: 0,
      invalidRow: 0,
      base: 17,
      needed: 14,
      percent: '82,35 %',
      passed: true,
      missing: 0,
    });
  });
  it('13: absent members stay in the denominator', () => {
    const [row] = tallyRound({
      slate: one,
      votes: { ballots: heap({ AGREE: 13, DISAGREE: 2 }) },
      writtenOpinions: [],
      base: 17,
      voteRule: cstdcs,
    });
    expect(row).toMatchObject({ agree: 13, percent: '76,47 %', passed: false, missing: 1 });
  });
  it('14: exactly 80 % passes', () => {
    const [row] = tallyRound({
      slate: one,
      votes: { ballots: heap({ AGREE: 12, DISAGREE: 3 }) },
      writtenOpinions: [],
      base: 15,
      voteRule: cstdcs,
    });
    expect(row).toMatchObject({ percent: '80 %', passed: true });
  });
  it('26: an invalid ballot counts as not agree', () => {
    const ballots = [...heap({ AGREE: 12, DISAGREE: 1, BLANK: 1 }), spoilt];
    expect(deriveTotals({ slate: one, ballots })).toMatchObject({ returned: 15, valid: 14, invalid: 1 });
    const [row] = tallyRound({
      slate: one,
      votes: { ballots },
      writtenOpinions: [],
      base: 15,
      voteRule: cstdcs,
    });
    expect(row).toMatchObject({ agree: 12, disagree: 1, blank: 1, passed: true });
    const [without] = tallyRound({
      slate: one,
      votes: { ballots: [...heap({ AGREE: 11, DISAGREE: 3 }), spoilt] },
      writtenOpinions: [],
      base: 15,
      voteRule: cstdcs,
    });
    expect(without).toMatchObject({ passed: false, missing: 1 });
  });
});

describe('tally', () => {
  it('counts a show of hands as totals, in the order of the slate', () => {
    const slate = [...one, { caseId: 'c2', name: 'Phạm Văn Mẫu' }];
    const totals = [
      { caseId: 'c2', agree: 4, disagree: 5, blank: 0, invalidRow: 0 },
      { caseId: 'c1', agree: 5, disagree: 4, blank: 0, invalidRow: 0 },
    ];
    const rows = tallyRound({ slate, votes: { totals }, writtenOpinions: [], base: 9, voteRule: ldtt });
    expect(rows.map(({ caseId, passed, needed }) => [caseId, passed, needed])).toEqual([
      ['c1', true, 5],
      ['c2', false, 5],
    ]);
    expect(resultOf({ agree: 5, base: 10, voteRule: ldtt })).toEqual({
      needed: 6,
      percent: '50 %',
      passed: false,
      missing: 1,
    });
  });
  it('throws on what does not fit the slate instead of counting it', () => {
    const common = { slate: one, base: 9, voteRule: cstdcs };
    expect(() => tallyRound({ ...common, votes: { totals: [] }, writtenOpinions: [] })).toThrow();
    expect(() =>
      tallyRound({ ...common, votes: { ballots: [] }, writtenOpinions: [{ marks: [] }] }),
    ).toThrow();
    expect(() =>
      tallyRound({
        ...common,
        votes: { ballots: [{ invalidReason: null, marks: [] }] },
        writtenOpinions: [],
      }),
    ).toThrow();
  });
  it('takes the base that the rule asks for', () => {
    const numbers = { total: 17, present: 15, valid: 14, writtenOpinions: 1 };
    expect(
      (['TOTAL', 'PRESENT', 'VALID'] as const).map((base) => baseOf({ vote: { base }, ...numbers })),
    ).toEqual([17, 16, 15]);
  });
  it('agrees with counting by hand, whatever the order of the ballots', () => {
    const ballot = (names: number) =>
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc
            .array(fc.constantFrom(...marks), { minLength: names, maxLength: names })
            .map((list): Ballot => ({ invalidReason: null, marks: list })),
        },
        { weight: 1, arbitrary: fc.constant(spoilt) },
      );
    const round = fc.integer({ min: 1, max: 5 }).chain((names) =>
      fc.record({
        names: fc.constant(names),
        ballots: fc.array(ballot(names), { maxLength: 30 }),
        opinions: fc.array(fc.array(fc.constantFrom(...marks), { minLength: names, maxLength: names }), {
          maxLength: 4,
        }),
        extra: fc.integer({ min: 0, max: 5 }),
        percent: fc.integer({ min: 1, max: 99 }),
        strict: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(round, ({ names, ballots, opinions, extra, percent, strict }) => {
        const slate = Array.from({ length: names }, (_, index) => ({
          caseId: `c${index}`,
          name: `Tên ${index}`,
        }));
        const base = ballots.length + opinions.length + extra;
        const voteRule: VoteRule = { kind: 'SECRET_BALLOT', percent, strict, base: 'TOTAL' };
        const writtenOpinions = opinions.map((list) => ({ marks: list }));
        const rows = tallyRound({ slate, votes: { ballots }, writtenOpinions, base, voteRule });
        const totals = deriveTotals({ slate, ballots });
        expect(
          tallyRound({ slate, votes: { ballots: ballots.toReversed() }, writtenOpinions, base, voteRule }),
        ).toEqual(rows);
        expect(
          tallyRound({
            slate,
            votes: { totals: totals.rows },
            writtenOpinions: writtenOpinions.toReversed(),
            base,
            voteRule,
          }),
        ).toEqual(rows);
        for (const [place, row] of rows.entries()) {
          let agree = 0;
          for (const { marks: list } of [...ballots, ...writtenOpinions])
            if (list[place] === 'AGREE') agree += 1;
          expect(row.agree).toBe(agree);
          expect(row.passed).toBe(
            agree > 0 && (strict ? agree * 100 > percent * base : agree * 100 >= percent * base),
          );
          expect(row.missing === 0).toBe(row.passed);
          expect(row.agreeInRoom + row.disagree + row.blank + row.invalidRow).toBe(totals.valid);
        }
        const state: CountState = {
          slate,
          printed: ballots.length,
          issued: ballots.length,
          returned: totals.returned,
          valid: totals.valid,
          invalid: totals.invalid,
          entered: ballots.length,
          rows: totals.rows,
          agreeWritten: Object.fromEntries(rows.map(({ caseId, agreeWritten }) => [caseId, agreeWritten])),
          writtenOpinions: opinions.length,
          absent: opinions.length + extra,
          base,
        };
        const list = identities(state);
        expect(list.every(({ holds }) => holds)).toBe(true);
        expect(list).toHaveLength(5 + 2 * names);
      }),
    );
  });
});

describe('ballots', () => {
  it('says which ballot of a batch cannot be taken, and why', () => {
    const ballots: readonly Ballot[] = [
      { invalidReason: null, marks: ['AGREE'] },
      { invalidReason: null, marks: [] },
      { invalidReason: null, marks: ['AGREE', 'AGREE'] },
      { invalidReason: ' ', marks: [] },
      { invalidReason: 'Ký tên vào phiếu', marks: ['AGREE'] },
      spoilt,
    ];
    expect(checkBallots({ slate: one, ballots })).toEqual([
      { index: 1, kind: 'marks-missing' },
      { index: 2, kind: 'marks-too-many' },
      { index: 3, kind: 'reason-empty' },
      { index: 4, kind: 'marks-on-invalid' },
    ]);
  });

  const sound: CountState = {
    slate: one,
    printed: 10,
    issued: 8,
    returned: 8,
    valid: 7,
    invalid: 1,
    entered: 8,
    rows: [{ caseId: 'c1', agree: 5, disagree: 1, blank: 1 }],
    agreeWritten: { c1: 1 },
    writtenOpinions: 1,
    absent: 1,
    base: 9,
  };
  function broken(change: Partial<CountState>): readonly string[] {
    return identities({ ...sound, ...change })
      .filter(({ holds }) => !holds)
      .map(({ id }) => id);
  }

  it('holds the identities of a sound count', () => {
    expect(broken({})).toEqual([]);
    expect(identities(sound).find(({ id }) => id === 'row-sum')).toEqual({
      id: 'row-sum',
      caseId: 'c1',
      identity: 'Trần Thị Mẫu: Đồng ý + không đồng ý + bỏ trống + dòng không hợp lệ = phiếu hợp lệ',
      left: 7,
      right: 7,
      relation: '=',
      holds: true,
    });
  });
  it.each([
    [{ printed: 7 }, ['issued-printed']],
    [{ issued: 7 }, ['returned-issued']],
    [{ entered: 7 }, ['entered-returned']],
    [{ invalid: 0 }, ['valid-invalid']],
    [{ absent: 0 }, ['opinions-absent']],
    [{ rows: [{ caseId: 'c1', agree: 5, disagree: 1, blank: 0 }] }, ['row-sum']],
    [{ agreeWritten: { c1: 5 } }, ['agree-base']],
  ])('sees through %j', (change, ids) => {
    expect(broken(change)).toEqual(ids);
  });
  it('says nothing of numbers that were not typed yet', () => {
    const ids = identities({
      ...sound,
      printed: null,
      returned: null,
      rows: [{ caseId: 'c1', agree: null, disagree: 1, blank: 0 }],
    });
    expect(ids.map(({ id }) => id)).toEqual(['opinions-absent']);
  });
});
