/** Ways to an award that no fact decides: somebody says which of them holds, and for what. */
import type { TitleId } from '../terms.ts';
import { rulesOf } from './catalogue.ts';
import type { RuleSet } from './model.ts';
import type { GroupTest, PersonTest, Route } from './tests.ts';

/** One way by the id under which it is answered. */
export interface JudgedWay {
  readonly id: string;
  readonly sentence: string;
}

/** The ways of a title in their order; each once, whichever circular holds on the day. */
export function judgedWaysOf({
  ruleSet,
  titleId,
}: {
  readonly ruleSet: RuleSet;
  readonly titleId: TitleId;
}): readonly JudgedWay[] {
  const ways = rulesOf({ ruleSet, titleId }).flatMap(({ test }) =>
    test.operator === 'one-of-routes' ? test.routes.map(judgedWay) : [],
  );
  return [...new Map(ways.flatMap((way) => (way === null ? [] : [[way.id, way]]))).values()];
}

/** A way of one step that people answer; null for any other. */
function judgedWay({ steps }: Route<GroupTest> | Route<PersonTest>): JudgedWay | null {
  const [only, more] = steps;
  if (only === undefined || more !== undefined || only.test.operator !== 'judged') return null;
  return { id: only.id, sentence: only.sentence };
}
