/**
 * Where a local cap falls among those who passed: taken from the most votes down, and equal ones are never cut apart
 * by the app. Who of them stays is settled as the school's regulation says (the chair, or a further ballot).
 */
import type { Id } from '../terms.ts';

export interface CutLine {
  /** How many the cap allows. */
  readonly most: number;
  /** Those above the line, whatever happens at it. */
  readonly within: readonly Id[];
  /** Equal in votes, with the line among them; empty when it falls between two different numbers. */
  readonly tied: readonly Id[];
  /** Places left for the tied. */
  readonly places: number;
  readonly beyond: readonly Id[];
}

/** Ranks those who passed against a cap; null when all of them fit. */
export function cutLine({
  passed,
  most,
}: {
  readonly passed: readonly { readonly caseId: Id; readonly agree: number }[];
  readonly most: number;
}): CutLine | null {
  if (passed.length <= most) return null;
  const ranked = passed.toSorted((a, b) => b.agree - a.agree);
  const last = ranked[most - 1]?.agree;
  const next = ranked[most]?.agree;
  const isTied = last !== undefined && last === next;
  const ids = (test: (agree: number) => boolean): readonly Id[] =>
    ranked.filter(({ agree }) => test(agree)).map(({ caseId }) => caseId);
  if (!isTied) {
    return {
      most,
      within: ranked.slice(0, most).map(({ caseId }) => caseId),
      tied: [],
      places: 0,
      beyond: ranked.slice(most).map(({ caseId }) => caseId),
    };
  }
  const within = ids((agree) => agree > last);
  return {
    most,
    within,
    tied: ids((agree) => agree === last),
    places: most - within.length,
    beyond: ids((agree) => agree < last),
  };
}
