import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marks, type Mark } from '../../shared/terms.ts';
import { addCandidates, createTestFile, openCounting, seatCouncil } from '../support/core.ts';

interface Vote {
  readonly total: number;
  readonly names: number;
  /** One paper of each member present who handed one in; null for an invalid one. */
  readonly papers: readonly (readonly Mark[] | null)[];
  readonly opinions: readonly (readonly Mark[])[];
  /** Where the papers are cut into lots. */
  readonly cuts: readonly number[];
}

const mark = fc.constantFrom(...marks);

const votes: fc.Arbitrary<Vote> = fc
  .record({
    total: fc.integer({ min: 1, max: 21 }),
    names: fc.integer({ min: 1, max: 4 }),
    absentShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
    writtenShare: fc.double({ min: 0, max: 1, noNaN: true }),
    kept: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .chain(({ total, names, absentShare, writtenShare, kept }) => {
    const absent = Math.floor(total * absentShare);
    const returned = Math.ceil((total - absent) * kept);
    const row = fc.array(mark, { minLength: names, maxLength: names });
    return fc.record({
      total: fc.constant(total),
      names: fc.constant(names),
      papers: fc.array(fc.option(row, { freq: 6 }), { minLength: returned, maxLength: returned }),
      opinions: fc.array(row, {
        minLength: Math.floor(absent * writtenShare),
        maxLength: Math.floor(absent * writtenShare),
      }),
      cuts: fc.array(fc.integer({ min: 0, max: returned }), { maxLength: 3 }),
      absent: fc.constant(absent),
    });
  });

function lots<T>(items: readonly T[], cuts: readonly number[]): readonly (readonly T[])[] {
  const places = [0, ...[...cuts].sort((a, b) => a - b), items.length];
  return places.slice(1).flatMap((end, index) => {
    const lot = items.slice(places[index] ?? 0, end);
    return lot.length === 0 ? [] : [lot];
  });
}

function run(vote: Vote & { readonly absent?: number }, mode: 'ballots' | 'totals') {
  const file = createTestFile();
  try {
    const absent = vote.absent ?? 0;
    const { memberIds } = seatCouncil(file, { total: vote.total, absent });
    addCandidates(
      file,
      'CSTDCS',
      Array.from({ length: vote.names }, (_, index) => `Lê Thị ${'ABCD'[index] ?? ''}n`),
    );
    const opened = openCounting(file, { papers: vote.total - absent, mode });
    const roundId = opened.id;
    file.done('declareReturned', { roundId, returned: vote.papers.length, mode });
    const valid = vote.papers.filter((paper) => paper !== null);
    if (mode === 'ballots') {
      for (const lot of lots(vote.papers, vote.cuts)) {
        const ballots = lot.map((paper) => ({
          invalidReason: paper === null ? 'Không đóng dấu' : null,
          marks: [...(paper ?? [])],
        }));
        file.done('storeBallots', { roundId, ballots });
      }
    } else {
      file.done('saveTotals', {
        roundId,
        invalid: vote.papers.length - valid.length,
        totals: opened.candidates.map(({ caseId }, place) => ({
          caseId,
          agree: valid.filter((paper) => paper[place] === 'AGREE').length,
          disagree: valid.filter((paper) => paper[place] === 'DISAGREE').length,
          blank: valid.filter((paper) => paper[place] === 'BLANK' || paper[place] === 'INVALID').length,
        })),
      });
    }
    vote.opinions.forEach((opinion, index) => {
      file.done('saveWrittenOpinion', {
        roundId,
        memberId: memberIds[vote.total - absent + index] ?? '',
        marks: opened.candidates.map(({ caseId }, place) => ({ caseId, mark: opinion[place] ?? 'BLANK' })),
      });
    });
    file.done('sealRound', { roundId });
    return file.ask('getRound', { id: roundId });
  } finally {
    file.close();
  }
}

describe.each(['ballots', 'totals'] as const)('a sealed count by %s', (mode) => {
  it('is what a count by hand gives', () => {
    fc.assert(
      fc.property(votes, (vote) => {
        const sealed = run(vote, mode);
        sealed.candidates.forEach(({ result }, place) => {
          let agreeInRoom = 0;
          let disagree = 0;
          let neither = 0;
          for (const paper of vote.papers) {
            if (paper === null) continue;
            if (paper[place] === 'AGREE') agreeInRoom += 1;
            else if (paper[place] === 'DISAGREE') disagree += 1;
            else neither += 1;
          }
          let agreeWritten = 0;
          for (const opinion of vote.opinions) if (opinion[place] === 'AGREE') agreeWritten += 1;
          const agree = agreeInRoom + agreeWritten;
          expect(result).toMatchObject({ agreeInRoom, agreeWritten, agree, disagree, blank: neither });
          expect(result?.passed).toBe(agree * 100 >= 80 * vote.total);
        });
        expect(sealed.identities.every(({ holds }) => holds)).toBe(true);
      }),
      { numRuns: 25, seed: 2026 },
    );
  });
});
