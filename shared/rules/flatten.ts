/** Every single test of a rule, whatever it is put together from, and the awards that a test names. */
import type { TitleId } from '../terms.ts';
import type { Rule } from './model.ts';
import type { GroupTest, PersonTest, RoutesTest } from './tests.ts';

type AnyTest = PersonTest | GroupTest | RoutesTest<PersonTest> | RoutesTest<GroupTest>;

/** The tests of a rule and all that they hold, in reading order. */
export function testsOf(rule: Rule): readonly (PersonTest | GroupTest)[] {
  return flatten(rule.test);
}

function flatten(test: AnyTest): readonly (PersonTest | GroupTest)[] {
  if (test.operator === 'one-of-routes') {
    const { routes } = test;
    return routes.flatMap(({ steps }) => steps.flatMap((step) => flatten(step.test)));
  }
  return 'tests' in test ? [test, ...test.tests.flatMap(flatten)] : [test];
}

/** The awards of several years that a test names. */
export function titlesNamed(test: PersonTest | GroupTest): readonly TitleId[] {
  switch (test.operator) {
    case 'holds-award':
    case 'never-awarded':
      return test.titleIds;
    case 'years-in-a-row':
      return test.each.titleIds;
    case 'twice-in-a-row':
      return [...test.titleIds, ...test.between];
    case 'years-with':
      return [
        ...(test.after ?? []),
        ...test.each.titleIds,
        ...test.within.flatMap(({ all }) => all.flatMap((one) => (one.kind === 'award' ? one.titleIds : []))),
      ];
    default:
      return [];
  }
}

/** Of those, the ones that must be rewards for merit. */
export function groundsNamed(test: PersonTest | GroupTest): readonly TitleId[] {
  if (test.operator === 'holds-award') return test.forMerit ? test.titleIds : [];
  return test.operator === 'years-with' ? titlesNamed(test) : [];
}
