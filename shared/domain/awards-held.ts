/** Which awards stand, which of them are a ground for merit, and which may still come or were never recorded. */
import { fold } from '../names.ts';
import { findTitle } from '../rules/catalogue.ts';
import type { TitleId } from '../terms.ts';
import type { AwardFact, HistoryFacts } from './facts.ts';

/** The first calendar year of a school year: 2025 for "2025-2026". */
export function firstYear(schoolYear: string): number {
  return Number(schoolYear.slice(0, 4));
}

/** The school year that begins in a calendar year. */
export function schoolYearOf(year: number): string {
  return `${year}-${year + 1}`;
}

/**
 * Whether an award may be a ground for a reward for merit: one of a themed movement never, be it a flag; titles otherwise
 * always; a sudden reward not (NĐ 152/2025, điều 4 khoản 3); and of a reward of unknown kind nobody can say.
 */
export function groundForMerit({ titleId, rewardType, themed }: AwardFact): 'yes' | 'no' | 'unknown' {
  if (themed === true) return 'no';
  if (findTitle(titleId)?.kind !== 'REWARD') return 'yes';
  if (rewardType === undefined || rewardType === null) return 'unknown';
  if (rewardType === 'SUDDEN') return 'no';
  return rewardType === 'MOVEMENT' && themed !== false ? 'unknown' : 'yes';
}

/** What tells one award from another; by its name where the catalogue does not know it. */
interface Told {
  readonly titleId: TitleId | null;
  readonly name?: string;
  readonly schoolYear: string;
  readonly decisionNumber: string | null;
}

function isSameThing(one: Told, other: Told): boolean {
  if (one.titleId !== other.titleId || one.schoolYear !== other.schoolYear) return false;
  return one.titleId !== null || fold(one.name ?? '') === fold(other.name ?? '');
}

/** Two entries of one award by one decision. */
export function isSameDecision(one: Told, other: Told): boolean {
  return isSameThing(one, other) && plainNumber(one) !== '' && plainNumber(one) === plainNumber(other);
}

/** Two entries that tell of one award: a title is given once a year, a reward once by one decision. */
export function isSameAward(one: Told, other: Told): boolean {
  if (!isSameThing(one, other)) return false;
  const isTitle = one.titleId !== null && findTitle(one.titleId)?.kind !== 'REWARD';
  if (isTitle) return true;
  const [number, otherNumber] = [plainNumber(one), plainNumber(other)];
  return number === '' || otherNumber === '' || number === otherNumber;
}

function plainNumber({ decisionNumber }: Told): string {
  return fold(decisionNumber ?? '').replaceAll(' ', '');
}

/** Each award once, however often it was entered; of entries of a year those with a number stand. */
function once(awards: readonly AwardFact[]): readonly AwardFact[] {
  const numbered = awards.filter((one) => plainNumber(one) !== '');
  const rest = awards.filter((one) => plainNumber(one) === '');
  return [...numbered, ...rest].reduce<readonly AwardFact[]>(
    (kept, one) => (kept.some((other) => isSameAward(one, other)) ? kept : [...kept, one]),
    [],
  );
}

/** The awards of some titles that stand. */
export function standing(facts: HistoryFacts, titleIds: readonly TitleId[]): readonly AwardFact[] {
  return (facts.awards ?? []).filter((one) => titleIds.includes(one.titleId) && one.cancelled !== true);
}

/** The awards of some titles that stand, each once however often it was entered. */
export function heldOnce(facts: HistoryFacts, titleIds: readonly TitleId[]): readonly AwardFact[] {
  return once(standing(facts, titleIds));
}

/** How many awards entries tell of: one that was entered twice counts once. */
export function countOnce(awards: readonly AwardFact[]): number {
  return once(awards).length;
}

/** Whether an award of the year under review may still come: it waits for a decision, or nobody knows. */
export function mayStillCome(facts: HistoryFacts, titleIds: readonly TitleId[]): boolean {
  const { awardsThisYear } = facts;
  if (awardsThisYear === undefined) return true;
  return titleIds.some((id) => awardsThisYear[id] === 'open' || awardsThisYear[id] === 'proposed');
}

/** Whether an award of the year under review was decided, though the list does not hold it yet. */
export function isDecidedNow(facts: HistoryFacts, titleIds: readonly TitleId[]): boolean {
  return titleIds.some((id) => facts.awardsThisYear?.[id] === 'decided');
}

/** Whether the list of awards does not reach back to a year; no list at all reaches to none. */
export function isBeforeKnown({ awards, awardsKnownFrom }: HistoryFacts, year: number): boolean {
  if (awards === undefined) return true;
  return awardsKnownFrom !== undefined && awardsKnownFrom !== null && year < firstYear(awardsKnownFrom);
}

/** Whether an award that is in no list may have been given before the list begins. */
export function mayBeOlder({ awardsKnownFrom }: HistoryFacts): boolean {
  return awardsKnownFrom !== undefined && awardsKnownFrom !== null;
}
