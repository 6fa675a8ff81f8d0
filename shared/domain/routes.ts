/** Awards with several ways: how far each has come, and which is nearest. One way of all is enough. */
import type { Route } from '../rules/tests.ts';
import { citationText } from '../rules/words.ts';
import * as say from '../vi/findings.ts';
import { onNoRoute, onOtherRoute, onRoute } from '../vi/routes.ts';
import type { Judgements } from './facts.ts';
import { allOf, type ConditionState, type Finding } from './finding.ts';
import { settle } from './judging.ts';

/** One step of a way; a recorded answer under its id settles it while it is `to-be-judged`. */
export interface StepVerdict extends Finding {
  readonly id: string;
  readonly sentence: string;
}

/** One way to the award. */
export interface RouteVerdict {
  readonly id: string;
  readonly sentence: string;
  readonly citation: string;
  readonly state: ConditionState;
  readonly steps: readonly StepVerdict[];
  /** Steps that failed or wait. */
  readonly lacking: number;
  /** The way with the least missing; the first of several that are as near. */
  readonly nearest: boolean;
}

interface Way<Test> {
  readonly route: Route<Test>;
  readonly steps: readonly StepVerdict[];
  readonly all: Finding;
}

/** Reads every way; the finding is that of all ways together, told by the nearest. */
export function testRoutes<Test>({
  routes,
  judgements,
  read,
}: {
  readonly routes: readonly Route<Test>[];
  readonly judgements: Judgements;
  readonly read: (test: Test) => Finding;
}): { readonly finding: Finding; readonly routes: readonly RouteVerdict[] } {
  const ways = routes.map((route): Way<Test> => {
    const steps = route.steps.map((step): StepVerdict => ({
      id: step.id,
      sentence: step.sentence,
      ...settle({ id: step.id, finding: read(step.test), judgements }),
    }));
    return { route, steps, all: allOf(steps) };
  });
  const [nearest] = ways.toSorted((a, b) => distanceOf(a.steps) - distanceOf(b.steps));
  if (nearest === undefined) throw new Error('a title with routes has at least one');
  const state = stateOf(ways.map(({ all }) => all.state));
  return {
    finding: {
      state,
      ...told({ ways, nearest, state }),
    },
    routes: ways.map((way) => ({
      id: way.route.id,
      sentence: way.route.sentence,
      citation: citationText(way.route.citation),
      state: way.all.state,
      steps: way.steps,
      lacking: way.steps.filter((step) => !isMet(step.state)).length,
      nearest: way === nearest,
    })),
  };
}

/**
 * Which way is told: the nearest; of a refusal every way, each by what failed on it. Where no computed way can hold any more
 * and people may still name another, the nearest computed one with it.
 */
function told<Test>({
  ways,
  nearest,
  state,
}: {
  readonly ways: readonly Way<Test>[];
  readonly nearest: Way<Test>;
  readonly state: ConditionState;
}): Pick<Finding, 'fact' | 'source' | 'missing'> {
  const numberOf = (way: Way<Test>): number => ways.indexOf(way) + 1;
  const plain = {
    fact: onRoute({ number: numberOf(nearest), fact: nearest.all.fact }),
    source: nearest.all.source,
    missing: state === 'passed' ? null : nearest.all.missing,
  };
  if (state === 'failed') {
    return {
      ...plain,
      fact: onNoRoute(ways.map((way) => ({ number: numberOf(way), fact: failureOf(way) }))),
      source: [...new Set(ways.map(({ all }) => all.source))].join('; '),
    };
  }
  const [computed] = ways
    .filter(({ steps }) => steps.some(({ source }) => source !== say.sources.judgement))
    .toSorted((a, b) => distanceOf(a.steps) - distanceOf(b.steps));
  return plain.fact === onRoute({ number: 1, fact: say.notJudged }) && computed?.all.state === 'failed'
    ? { ...plain, fact: onOtherRoute({ number: numberOf(computed), fact: failureOf(computed) }) }
    : plain;
}

/** What failed on a way, without what holds on it. */
function failureOf<Test>({ steps }: Way<Test>): string {
  return allOf(steps.filter(({ state }) => state === 'failed')).fact;
}

function isMet(state: ConditionState): boolean {
  return state === 'passed' || state === 'not-applicable';
}

/** A failed step is farther than any open one, and one that nobody has looked at is farther than one half known. */
function distanceOf(steps: readonly StepVerdict[]): number {
  return steps.reduce((sum, { state, fact }) => {
    if (isMet(state)) return sum;
    if (state === 'failed') return sum + 1000;
    return sum + (fact === say.notJudged ? 10 : 1);
  }, 0);
}

function stateOf(states: readonly ConditionState[]): ConditionState {
  if (states.some(isMet)) return 'passed';
  return states.some((state) => state !== 'failed') ? 'to-be-judged' : 'failed';
}
