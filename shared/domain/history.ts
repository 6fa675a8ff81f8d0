/**
 * Reads the awards and ratings of several school years: chains of years in a row, chains that follow an award, and what
 * lies within them. A year is the one printed in the decision, never the day of the decision. After a discipline,
 * only what was achieved since its end counts (NĐ 152/2025, điều 4 khoản 4).
 */
import { reviewPeriod } from '../dates.ts';
import { impossible } from '../result.ts';
import { findTitle } from '../rules/catalogue.ts';
import type { GoodYear, HistoryTest, WindowChoice, WindowCount } from '../rules/tests.ts';
import type { TitleId } from '../terms.ts';
import * as say from '../vi/history.ts';
import {
  countOnce,
  firstYear,
  groundForMerit,
  isBeforeKnown,
  isDecidedNow,
  mayBeOlder,
  mayStillCome,
  schoolYearOf,
  standing,
} from './awards-held.ts';
import { endOfDiscipline } from './discipline.ts';
import type { AwardFact, CheckContext, HistoryFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { isRatedAtLeast } from './ratings.ts';

interface Reading<Operator extends HistoryTest['operator']> {
  readonly test: Extract<HistoryTest, { readonly operator: Operator }>;
  readonly facts: HistoryFacts;
  readonly context: CheckContext;
}

/** Whether a year counts: it does, it does not, or the file cannot say yet. */
type YearState = 'good' | 'open' | 'bad';

/** Runs one test on several years of a person or a collective. */
export function testHistory({ test, facts, context }: Reading<HistoryTest['operator']>): Finding {
  switch (test.operator) {
    case 'years-in-a-row':
      return yearsInARow({ test, facts, context });
    case 'years-with':
      return yearsWith({ test, facts, context });
    case 'twice-in-a-row':
      return twiceInARow({ test, facts, context });
    case 'holds-award':
      return holdsAward({ test, facts, context });
    case 'never-awarded':
      return neverAwarded({ test, facts, context });
    default:
      return impossible(test);
  }
}

/** A reader of single years, for one idea of a good year. */
function yearReader({
  each,
  facts,
  context,
}: {
  readonly each: GoodYear;
  readonly facts: HistoryFacts;
  readonly context: CheckContext;
}): (year: number) => YearState {
  const now = firstYear(context.schoolYear);
  const awarded = new Set(standing(facts, each.titleIds).map((one) => firstYear(one.schoolYear)));
  if (isDecidedNow(facts, each.titleIds)) awarded.add(now);
  const levels = new Map((facts.pastRatings ?? []).map((one) => [firstYear(one.schoolYear), one.level]));
  if (facts.rating.level === null) levels.delete(now);
  else levels.set(now, facts.rating.level);
  const ends = (facts.disciplines ?? []).map(endOfDiscipline).toSorted();
  const lastEnd = ends.at(-1) ?? null;

  function plain(year: number): YearState {
    if (awarded.has(year)) return 'good';
    if (each.rating !== null) {
      const level = levels.get(year);
      if (level !== undefined && isRatedAtLeast({ level, wanted: each.rating })) return 'good';
      if (level === undefined) return 'open';
    }
    if (each.titleIds.length === 0) return 'bad';
    if (year === now) return mayStillCome(facts, each.titleIds) ? 'open' : 'bad';
    return isBeforeKnown(facts, year) ? 'open' : 'bad';
  }

  return function read(year) {
    const state = plain(year);
    if (lastEnd === null || state === 'bad') return state;
    const period = reviewPeriod(schoolYearOf(year));
    if (period.to <= lastEnd) return 'bad';
    return period.from <= lastEnd ? 'open' : state;
  };
}

/** Length of the row of years that ends with a year and does not go back beyond another. */
function rowLength({
  last,
  first,
  counts,
}: {
  readonly last: number;
  readonly first: number;
  readonly counts: (year: number) => boolean;
}): number {
  let year = last;
  while (year >= first && counts(year)) year -= 1;
  return last - year;
}

/** No working life is longer: rows are not looked for beyond. */
const LONGEST = 50;

/** How many good years in a row end with the year under review. */
export function rowOfYears({
  each,
  facts,
  context,
}: {
  readonly each: GoodYear;
  readonly facts: HistoryFacts;
  readonly context: CheckContext;
}): number {
  const last = firstYear(context.schoolYear);
  const read = yearReader({ each, facts, context });
  return rowLength({ last, first: last - LONGEST, counts: (year) => read(year) === 'good' });
}

function yearsBack(last: number, length: number): readonly string[] {
  return Array.from({ length }, (_, index) => schoolYearOf(last - length + 1 + index));
}

function nameOf(titleId: TitleId): string {
  return findTitle(titleId)?.name ?? titleId;
}

function whatOf({ rating, titleIds }: GoodYear): string {
  return say.goodYear({ level: rating, titleNames: titleIds.map(nameOf) });
}

function yearsInARow({ test, facts, context }: Reading<'years-in-a-row'>): Finding {
  const source = say.sources.history;
  const now = firstYear(context.schoolYear);
  const read = yearReader({ each: test.each, facts, context });
  const first = now - LONGEST;
  const good = rowLength({ last: now, first, counts: (year) => read(year) === 'good' });
  const what = whatOf(test.each);
  const fact = say.row({ what, years: yearsBack(now, Math.min(good, test.years)), needed: test.years });
  if (good >= test.years) return { state: 'passed', fact, source, missing: null };
  const possible = rowLength({ last: now, first, counts: (year) => read(year) !== 'bad' });
  if (possible >= test.years) {
    const open = yearsBack(now, test.years).filter((year) => read(firstYear(year)) === 'open');
    return { state: 'to-be-judged', fact, source, missing: say.settleYears({ what, years: open }) };
  }
  const earlier = rowLength({ last: now - 1, first, counts: (year) => read(year) === 'good' });
  if (earlier >= test.years) {
    return {
      state: 'to-be-judged',
      fact: say.row({ what, years: yearsBack(now - 1, test.years), needed: test.years }),
      source,
      missing: say.rowEndedEarlier(context.schoolYear),
    };
  }
  return { state: 'failed', fact, source, missing: say.moreYears({ what, years: test.years - good }) };
}

/**
 * The two latest awards, with a good year in each that lies between them and in their own: "02 lần liên tục" of a title
 * that is given for three years of another, never two school years in a row. Anything else with two awards is asked.
 */
function twiceInARow({ test, facts, context }: Reading<'twice-in-a-row'>): Finding {
  const source = say.sources.history;
  const now = firstYear(context.schoolYear);
  const each = { rating: null, titleIds: [...test.titleIds, ...test.between] };
  const read = yearReader({ each, facts, context });
  const given = new Set(standing(facts, test.titleIds).map((one) => firstYear(one.schoolYear)));
  if (isDecidedNow(facts, test.titleIds)) given.add(now);
  const years = [...given].filter((year) => year <= now && read(year) !== 'bad').toSorted((a, b) => a - b);
  const [before, latest] = years.slice(-2);
  const names = test.titleIds.map(nameOf);
  const fact = say.timesGiven({ names, years: years.map(schoolYearOf) });
  if (before === undefined || latest === undefined) {
    const mayBeMore = years.length + (mayStillCome(facts, test.titleIds) ? 1 : 0) >= 2 || mayBeOlder(facts);
    return {
      state: facts.awards === undefined || mayBeMore ? 'to-be-judged' : 'failed',
      fact,
      source,
      missing: say.awardTwiceWanted(names),
    };
  }
  const chain = yearsBack(latest, latest - before + 1);
  const broken = chain.filter((year) => read(firstYear(year)) !== 'good');
  const between = whatOf({ rating: null, titleIds: test.between });
  const unbroken = chain.length === 2 ? '' : `; ${say.unbroken(between)}`;
  return broken.length === 0
    ? { state: 'passed', fact: `${fact}${unbroken}`, source, missing: null }
    : { state: 'to-be-judged', fact, source, missing: say.confirmSuccession({ between, years: broken }) };
}

function historyUnknown(names: readonly string[]): Finding {
  return {
    state: 'to-be-judged',
    fact: say.historyUnknown,
    source: say.sources.awards,
    missing: say.enterHistory(names),
  };
}

interface Window {
  readonly first: number;
  readonly last: number;
}

/** The years that end now; where they need not, the latest ones that come farther, and those of now when none does. */
function yearsWith({ test, facts, context }: Reading<'years-with'>): Finding {
  const now = firstYear(context.schoolYear);
  const toDate = yearsEndingIn({ test, facts, context, last: now });
  if (test.toDate !== false) return toDate;
  const ways = [toDate, ...earlierEnds(now).map((last) => yearsEndingIn({ test, facts, context, last }))];
  return (
    ways.find(({ state }) => state === 'passed') ??
    ways.find(({ state }) => state === 'to-be-judged') ??
    toDate
  );
}

function earlierEnds(now: number): readonly number[] {
  return Array.from({ length: LONGEST }, (_, index) => now - 1 - index);
}

function yearsEndingIn({
  test,
  facts,
  context,
  last,
}: Reading<'years-with'> & { readonly last: number }): Finding {
  const source = say.sources.history;
  const read = yearReader({ each: test.each, facts, context });
  const after = test.after === null ? null : standing(facts, test.after);
  const grounds = after?.filter((one) => groundForMerit(one) !== 'no') ?? [];
  if (test.after !== null && grounds.length === 0) {
    const names = test.after.map(nameOf);
    if (facts.awards === undefined) return historyUnknown(names);
    // One from before the list begins can be followed by no more years than are in a row now.
    const row = rowLength({ last, first: last - LONGEST, counts: (year) => read(year) !== 'bad' });
    const state = mayBeOlder(facts) && row >= test.years ? 'to-be-judged' : 'failed';
    return { state, fact: say.noAward(names), source, missing: say.awardWanted(names) };
  }
  const certain = firstAfter({ awards: grounds.filter((one) => groundForMerit(one) === 'yes'), test, last });
  const possible = firstAfter({ awards: grounds, test, last });
  const good =
    certain === null ? 0 : rowLength({ last, first: certain, counts: (year) => read(year) === 'good' });
  const reach = rowLength({ last, first: possible ?? last + 1, counts: (year) => read(year) !== 'bad' });
  const sure = { first: last - good + 1, last };
  const wide = { first: last - reach + 1, last };
  const choices = test.within.map((choice) => readChoice({ choice, facts, context, sure, wide }));
  const nearest = choices.toSorted(
    (a, b) => Number(a.state === 'bad') - Number(b.state === 'bad') || a.lacking - b.lacking,
  )[0];
  const what = whatOf(test.each);
  const parts = [
    say.row({ what, years: yearsBack(last, good), needed: test.years }),
    ...(grounds.length === 0
      ? []
      : [say.countedAfter(awardText(sureGround(grounds) ?? grounds[0], test.after))]),
    ...(nearest === undefined ? [] : [nearest.fact]),
  ];
  const fact = parts.join('; ');
  const enough = choices.length === 0 || choices.some(({ state }) => state === 'good');
  if (good >= test.years && enough) return { state: 'passed', fact, source, missing: null };
  const reachable = choices.length === 0 || choices.some(({ state }) => state !== 'bad');
  const missing = say.several([
    ...(good < test.years ? [say.moreYears({ what, years: test.years - good })] : []),
    ...(enough || nearest === undefined ? [] : nearest.missing),
  ]);
  const open = reach >= test.years && reachable;
  return {
    state: open ? 'to-be-judged' : 'failed',
    fact,
    source,
    missing: open ? say.settleFacts(missing) : missing,
  };
}

function sureGround(grounds: readonly AwardFact[]): AwardFact | undefined {
  return grounds.find((one) => groundForMerit(one) === 'yes');
}

function awardText(award: AwardFact | undefined, titleIds: readonly TitleId[] | null): string {
  return award === undefined
    ? (titleIds ?? []).map(nameOf).join(', ')
    : say.awardOf({ name: nameOf(award.titleId), schoolYear: award.schoolYear });
}

/** First year after the earliest of some awards; the farthest year back when the chain follows none; null without one. */
function firstAfter({
  awards,
  test,
  last,
}: {
  readonly awards: readonly AwardFact[];
  readonly test: Extract<HistoryTest, { readonly operator: 'years-with' }>;
  readonly last: number;
}): number | null {
  if (test.after === null) return last - LONGEST;
  if (awards.length === 0) return null;
  return Math.min(...awards.map((one) => firstYear(one.schoolYear))) + 1;
}

interface ChoiceReading {
  readonly state: YearState;
  readonly lacking: number;
  readonly fact: string;
  readonly missing: readonly string[];
}

function readChoice({
  choice,
  facts,
  context,
  sure,
  wide,
}: {
  readonly choice: WindowChoice;
  readonly facts: HistoryFacts;
  readonly context: CheckContext;
  readonly sure: Window;
  readonly wide: Window;
}): ChoiceReading {
  const counted = choice.all.map((wanted) => {
    const name =
      wanted.kind === 'rating' ? say.rated(wanted.level) : wanted.titleIds.map(nameOf).join(' hoặc ');
    const count = countCertain({ wanted, facts, context, window: sure });
    const most = countPossible({ wanted, facts, context, window: wide });
    return { name, count, most, needed: wanted.count };
  });
  const flags = choice.onlyWithoutFlags !== true || facts.receivesFlags === false;
  const flagsPossible = choice.onlyWithoutFlags !== true || facts.receivesFlags !== true;
  const short = counted.filter(({ count, needed }) => count < needed);
  const reachable = flagsPossible && counted.every(({ most, needed }) => most >= needed);
  return {
    state: short.length === 0 && flags ? 'good' : reachable ? 'open' : 'bad',
    lacking:
      short.reduce((sum, { count, needed }) => sum + needed - count, 0) +
      (flags ? 0 : flagsPossible ? 1 : 1000),
    fact: say.within(counted.map(say.countOf)),
    missing: [
      ...short.map(({ name, count, needed }) => say.moreOf({ name, count: needed - count })),
      ...(flags ? [] : [say.answerFlags]),
    ],
  };
}

interface Counting {
  readonly wanted: WindowCount;
  readonly facts: HistoryFacts;
  readonly context: CheckContext;
  readonly window: Window;
}

function isWithin({ first, last }: Window, schoolYear: string): boolean {
  const year = firstYear(schoolYear);
  return year >= first && year <= last;
}

function levelsWithin({ facts, context, window }: Omit<Counting, 'wanted'>) {
  const past = (facts.pastRatings ?? []).filter((one) => one.schoolYear !== context.schoolYear);
  const now =
    facts.rating.level === null ? [] : [{ schoolYear: context.schoolYear, level: facts.rating.level }];
  return [...past, ...now].filter((one) => isWithin(window, one.schoolYear));
}

function countCertain({ wanted, facts, context, window }: Counting): number {
  if (wanted.kind === 'rating') {
    return levelsWithin({ facts, context, window }).filter(({ level }) =>
      isRatedAtLeast({ level, wanted: wanted.level }),
    ).length;
  }
  const held = standing(facts, wanted.titleIds).filter(
    (one) => isWithin(window, one.schoolYear) && groundForMerit(one) === 'yes',
  );
  const isListed = held.some((one) => one.schoolYear === context.schoolYear);
  const isNow = !isListed && isWithin(window, context.schoolYear) && isDecidedNow(facts, wanted.titleIds);
  return countOnce(held) + (isNow ? 1 : 0);
}

function countPossible({ wanted, facts, context, window }: Counting): number {
  const length = window.last - window.first + 1;
  if (wanted.kind === 'rating') {
    const known = levelsWithin({ facts, context, window });
    const good = known.filter(({ level }) => isRatedAtLeast({ level, wanted: wanted.level })).length;
    return good + length - known.length;
  }
  const held = standing(facts, wanted.titleIds).filter(
    (one) => isWithin(window, one.schoolYear) && groundForMerit(one) !== 'no',
  );
  const isListed = held.some((one) => one.schoolYear === context.schoolYear);
  const mayCome = mayStillCome(facts, wanted.titleIds) || isDecidedNow(facts, wanted.titleIds);
  const now = !isListed && mayCome && isWithin(window, context.schoolYear) ? 1 : 0;
  const unknownYears = yearsBack(window.last, Math.max(0, length)).filter((year) =>
    isBeforeKnown(facts, firstYear(year)),
  );
  return countOnce(held) + now + unknownYears.length;
}

function holdsAward({ test, facts }: Reading<'holds-award'>): Finding {
  const source = say.sources.awards;
  const names = test.titleIds.map(nameOf);
  if (facts.awards === undefined) return historyUnknown(names);
  const held = standing(facts, test.titleIds);
  const grounds = test.forMerit ? held.filter((one) => groundForMerit(one) !== 'no') : held;
  const certain = test.forMerit ? grounds.filter((one) => groundForMerit(one) === 'yes') : grounds;
  const [award] = certain.length > 0 ? certain : grounds;
  if (award === undefined) {
    const fact = held[0] === undefined ? say.noAward(names) : say.onlyThemed(awardText(held[0], null));
    const state = mayBeOlder(facts) ? 'to-be-judged' : 'failed';
    return { state, fact, source, missing: say.awardWanted(names) };
  }
  const fact = say.holds(awardText(award, null));
  if (certain.length > 0) return { state: 'passed', fact, source, missing: null };
  return { state: 'to-be-judged', fact, source, missing: say.enterRewardType };
}

function neverAwarded({ test, facts }: Reading<'never-awarded'>): Finding {
  const source = say.sources.awards;
  const [award] = standing(facts, test.titleIds);
  const names = test.titleIds.map(nameOf);
  if (facts.awards === undefined) return historyUnknown(names);
  return award === undefined
    ? { state: 'passed', fact: say.noAward(names), source, missing: null }
    : { state: 'failed', fact: say.holds(awardText(award, null)), source, missing: say.onlyOnce };
}
