/** On what the awards of a season rest: which of them on which others, so that nothing read later has changed meanwhile, and on the proofs of how many years. */
import type { TitleId } from '../terms.ts';
import { rulesOf } from './catalogue.ts';
import { testsOf, titlesNamed } from './flatten.ts';
import type { RuleSet } from './model.ts';

/** The awards that the rules of a title, or of any (null), name; each once. */
export function awardsNamedBy({
  ruleSet,
  titleId,
}: {
  readonly ruleSet: RuleSet;
  readonly titleId: TitleId | null;
}): readonly TitleId[] {
  const rules = titleId === null ? ruleSet.rules : rulesOf({ ruleSet, titleId });
  return [...new Set(rules.flatMap((rule) => testsOf(rule).flatMap(titlesNamed)))];
}

/** How many years back, this one among them, an initiative or a work may lie on which a title rests. */
export function yearsOfProof({
  ruleSet,
  titleId,
}: {
  readonly ruleSet: RuleSet;
  readonly titleId: TitleId;
}): number {
  const years = rulesOf({ ruleSet, titleId }).flatMap((rule) =>
    testsOf(rule).flatMap((test) =>
      test.operator === 'initiative-effect' || test.operator === 'research-scope' ? [test.years] : [],
    ),
  );
  return Math.max(1, ...years);
}

/** The titles in steps: the rules of each name, of these titles, only itself and those of earlier steps. */
export function titlesInSteps({
  ruleSet,
  titleIds,
}: {
  readonly ruleSet: RuleSet;
  readonly titleIds: ReadonlySet<TitleId>;
}): readonly ReadonlySet<TitleId>[] {
  const named = new Map(
    [...titleIds].map((titleId) => [
      titleId,
      awardsNamedBy({ ruleSet, titleId }).filter((one) => one !== titleId),
    ]),
  );
  const steps: ReadonlySet<TitleId>[] = [];
  const left = new Set(titleIds);
  while (left.size > 0) {
    const free = [...left].filter((titleId) => !named.get(titleId)?.some((one) => left.has(one)));
    // Titles that name each other have no order; all that is left is then one step.
    const step = new Set(free.length === 0 ? left : free);
    steps.push(step);
    for (const titleId of step) left.delete(titleId);
  }
  return steps;
}
