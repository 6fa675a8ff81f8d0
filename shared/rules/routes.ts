/** How the rules of higher awards are put together: conditions with routes, and what several of them share. */
import { LAW, readInFull } from './documents.ts';
import type { Citation, GroupRule, PersonRule } from './model.ts';
import type { GoodYear, GroupTest, PersonTest, Route, RouteStep, WindowChoice } from './tests.ts';
import type { Confidence, TitleId } from '../terms.ts';

interface Common {
  readonly id: string;
  readonly title: TitleId;
  readonly citation: Citation;
  readonly confidence?: Confidence;
  readonly source?: string;
  readonly from?: string;
  readonly to?: string;
}

function base({ id, title, citation, confidence, source, from, to }: Common) {
  return {
    id,
    citation,
    confidence: confidence ?? 'P',
    source: source ?? readInFull,
    regime: null,
    forTitle: title,
    judgeable: true,
    from: from ?? null,
    to: to ?? null,
  } as const;
}

/** One condition of a higher award for people; judged by people unless it has a test. */
export function personCondition(
  input: Common & { readonly sentence: string; readonly test?: PersonTest },
): PersonRule {
  return { ...base(input), about: 'PERSON', sentence: input.sentence, test: input.test ?? judged };
}

/** One condition of a higher award for collectives; judged by people unless it has a test. */
export function groupCondition(
  input: Common & { readonly sentence: string; readonly test?: GroupTest },
): GroupRule {
  return { ...base(input), about: 'GROUP', sentence: input.sentence, test: input.test ?? judged };
}

type RoutesInput<Test> = Omit<Common, 'id'> & { readonly routes: readonly Route<Test>[] };

/** The ways to an award for people: one of them is enough. */
export function personRoutes(input: RoutesInput<PersonTest>): PersonRule {
  const { routes } = input;
  return {
    ...base({ ...input, id: 'routes' }),
    about: 'PERSON',
    sentence: sentenceOf(routes),
    test: { operator: 'one-of-routes', routes },
  };
}

/** The ways to an award for collectives: one of them is enough. */
export function groupRoutes(input: RoutesInput<GroupTest>): GroupRule {
  const { routes } = input;
  return {
    ...base({ ...input, id: 'routes' }),
    about: 'GROUP',
    sentence: sentenceOf(routes),
    test: { operator: 'one-of-routes', routes },
  };
}

function sentenceOf(routes: readonly Route<unknown>[]): string {
  const list = routes.map(({ sentence }, index) => `(${index + 1}) ${sentence}`).join('; ');
  return `Thuộc một trong các trường hợp: ${list}`;
}

export const judged = { operator: 'judged', fact: 'judgements' } as const;

/** A way that only people can judge. */
export function judgedRoute({
  id,
  sentence,
  citation,
}: {
  readonly id: string;
  readonly sentence: string;
  readonly citation: Citation;
}): Route<typeof judged> {
  return { id, sentence, citation, steps: [{ id, sentence, test: judged }] };
}

/** A way of several steps; a step is named after its way. */
export function route<Test>({
  id,
  sentence,
  citation,
  steps,
}: {
  readonly id: string;
  readonly sentence: string;
  readonly citation: Citation;
  readonly steps: readonly (readonly [name: string, sentence: string, test: Test])[];
}): Route<Test> {
  return {
    id,
    sentence,
    citation,
    steps: steps.map(([name, text, test]): RouteStep<Test> => ({
      id: `${id}-${name}`,
      sentence: text,
      test,
    })),
  };
}

/** A place in the law of 2022. */
export function law(article: number, clause: string | null): Citation {
  return { document: LAW, article: `Điều ${article}`, clause };
}

/** A year rated at least so. */
export function rated(level: 'HTXS' | 'HTT'): GoodYear {
  return { rating: level, titleIds: [] };
}

/** A year of a collective that was rated HTXS or was TTLĐXS. */
export const excellentCollective: GoodYear = { rating: 'HTXS', titleIds: ['TTLDXS'] };

/** So many years in a row. */
export function inARow(years: number, each: GoodYear) {
  return { operator: 'years-in-a-row', fact: 'history', years, each } as const;
}

/** Five good years to date, after an award when one is named, with one of the choices within them. */
export function fiveYears(after: readonly TitleId[] | null, each: GoodYear, within: readonly WindowChoice[]) {
  return { operator: 'years-with', fact: 'history', after, years: 5, each, within } as const;
}

/** So many of some awards in the chain. */
export function awards(count: number, ...titleIds: readonly TitleId[]) {
  return { kind: 'award', titleIds, count } as const;
}

/** So many years of a rating in the chain. */
export function years(count: number, level: 'HTXS' | 'HTT') {
  return { kind: 'rating', level, count } as const;
}
