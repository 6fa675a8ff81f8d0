/** Checks the catalogue as data: nothing unknown, nothing without a source, no two rule sets on one day. */
import { addDays } from '../dates.ts';
import type { TitleId } from '../terms.ts';
import { testsOf, titlesNamed } from './flatten.ts';
import { ruleSets as allRuleSets, titles as allTitles } from './catalogue.ts';
import {
  ratingRegimeIds,
  type Rule,
  type RuleSet,
  type Sourced,
  type Title,
  type VoteRule,
} from './model.ts';
import type { GroupFactName, GroupTest, HistoryTest, PersonFactName, PersonTest } from './tests.ts';

/** One thing wrong with the catalogue: where, and what. */
export interface RuleProblem {
  readonly ruleSetId: string;
  readonly where: string;
  readonly problem:
    | 'overlap'
    | 'gap'
    | 'ends-before-start'
    | 'unknown-operator'
    | 'unknown-fact'
    | 'unknown-regime'
    | 'unknown-title'
    | 'unknown-rule'
    | 'unknown-value'
    | 'wrong-object'
    | 'circular'
    | 'repeated'
    | 'unused'
    | 'missing-source'
    | 'missing-sentence'
    | 'missing-citation'
    | 'impossible-share';
}

/** Facts that each operator may read; null for those that only put others together. Total by type. */
const historyOperators: Record<HistoryTest['operator'], 'history' | 'awards'> = {
  'years-in-a-row': 'history',
  'years-with': 'history',
  'twice-in-a-row': 'history',
  'holds-award': 'awards',
  'never-awarded': 'awards',
};
const personOperators: Record<PersonTest['operator'] | 'one-of-routes', PersonFactName | null> = {
  ...historyOperators,
  'initiatives-counted': 'initiatives',
  'research-counted': 'research',
  'initiative-effect': 'initiatives',
  'research-scope': 'research',
  served: 'service',
  'is-manager': 'manager',
  'no-running-discipline': 'disciplines',
  'transfer-comment': 'transfer',
  'discipline-after-transfer': 'transfer',
  'secondment-comment': 'secondment',
  'is-registered': 'registered',
  'one-of-routes': null,
  'rating-at-least': 'rating',
  'recruited-for': 'joinedOn',
  'absence-counts': 'absences',
  'worked-for': 'absences',
  'absence-below': 'absences',
  'no-open-matter': 'pendingMatters',
  'no-unfinished-discipline': 'disciplines',
  'no-discipline-in-period': 'disciplines',
  'initiative-recognised': 'initiatives',
  'research-accepted': 'research',
  judged: 'judgements',
  'any-of': null,
  'all-of': null,
};
const groupOperators: Record<GroupTest['operator'] | 'one-of-routes', GroupFactName | null> = {
  ...historyOperators,
  'no-open-matter': 'pendingMatters',
  'first-in-cluster': 'clusterRank',
  'as-old-as': 'establishedOn',
  'is-whole-school': 'isSchool',
  'one-of-routes': null,
  'group-rating-at-least': 'rating',
  'member-share': 'members',
  'some-member-has': 'members',
  'members-rated-at-least': 'members',
  'no-member-disciplined': 'members',
  judged: 'judgements',
};

/** Everything that is wrong with the catalogue (or with the rule sets and titles that are given); empty when nothing is. */
export function validateRuleSets({
  ruleSets = allRuleSets,
  titles = allTitles,
}: {
  readonly ruleSets?: readonly RuleSet[];
  readonly titles?: readonly Title[];
} = {}): readonly RuleProblem[] {
  return [
    ...repeated(titles.map(({ id }) => id)).map((where): RuleProblem => ({
      ruleSetId: '',
      where,
      problem: 'repeated',
    })),
    ...checkDates(ruleSets),
    ...ruleSets.flatMap((ruleSet) => checkRuleSet({ ruleSet, titles })),
  ];
}

function checkDates(ruleSets: readonly RuleSet[]): readonly RuleProblem[] {
  const inOrder = ruleSets.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return inOrder.flatMap((ruleSet, index): readonly RuleProblem[] => {
    const { id: ruleSetId, effectiveFrom, effectiveTo } = ruleSet;
    const next = inOrder[index + 1];
    const problems: RuleProblem[] = [];
    if (effectiveTo !== null && effectiveTo < effectiveFrom) {
      problems.push({ ruleSetId, where: effectiveTo, problem: 'ends-before-start' });
    }
    if (next === undefined) return problems;
    if (effectiveTo === null || effectiveTo >= next.effectiveFrom) {
      problems.push({ ruleSetId, where: next.id, problem: 'overlap' });
    } else if (addDays(effectiveTo, 1) !== next.effectiveFrom) {
      problems.push({ ruleSetId, where: next.id, problem: 'gap' });
    }
    return problems;
  });
}

function checkRuleSet({
  ruleSet,
  titles,
}: {
  readonly ruleSet: RuleSet;
  readonly titles: readonly Title[];
}): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  function report(where: string, problem: RuleProblem['problem']): void {
    problems.push({ ruleSetId: ruleSet.id, where, problem });
  }
  const objects = new Map(titles.map(({ id, object }) => [id, object]));
  const ruleIds = new Set(ruleSet.rules.map(({ id }) => id));
  for (const key of sameDays(ruleSet.rules)) report(key, 'repeated');

  for (const rule of ruleSet.rules) checkRule({ rule, ruleSet, objects, report });

  const used = new Set<string>();
  for (const [titleId, { meets, rules, variants }] of Object.entries(ruleSet.titles)) {
    const object = objects.get(titleId);
    if (object === undefined) report(titleId, 'unknown-title');
    for (const wording of [{ meets, rules }, ...variants]) {
      for (const other of wording.meets)
        if (!(other in ruleSet.titles)) report(`${titleId} ${other}`, 'unknown-title');
      for (const id of wording.rules) {
        used.add(id);
        if (!ruleIds.has(id)) report(`${titleId} ${id}`, 'unknown-rule');
      }
      for (const id of wording.rules) {
        const rules = ruleSet.rules.filter((rule) => rule.id === id);
        const fits = rules.some(
          (rule) =>
            (rule.forTitle === null || rule.forTitle === titleId) &&
            (rule.about === 'PERSON'
              ? object !== 'GROUP'
              : object === 'GROUP' || object === 'PERSON_OR_GROUP'),
        );
        if (rules.length > 0 && !fits) report(`${titleId} ${id}`, 'wrong-object');
      }
    }
    for (const variant of variants) if (variant.source.trim() === '') report(variant.id, 'missing-source');
    if (includesItself({ ruleSet, titleId, seen: [] })) report(titleId, 'circular');
  }
  for (const id of ruleIds) if (!used.has(id) && !switchedOn.has(id)) report(id, 'unused');

  for (const [id, value] of Object.entries(ruleSet.values)) checkSource({ where: id, value, report });
  for (const [id, value] of Object.entries(ruleSet.switches)) checkSource({ where: id, value, report });
  for (const [titleId, value] of Object.entries(ruleSet.higherVotes)) {
    if (!objects.has(titleId)) report(titleId, 'unknown-title');
    checkSource({ where: titleId, value, report });
  }
  checkSource({ where: 'quorum', value: ruleSet.quorum, report });
  for (const [kind, { used, quorum, required }] of Object.entries(ruleSet.bodies))
    for (const value of [used, quorum, required]) checkSource({ where: kind, value, report });
  for (const titleId of Object.keys(ruleSet.votes))
    if (!objects.has(titleId)) report(titleId, 'unknown-title');
  for (const [where, vote] of [
    ...Object.entries(ruleSet.votes),
    ['defaultVote', ruleSet.defaultVote] as const,
    ...Object.entries(ruleSet.bodies).map(([kind, { vote }]) => [kind, vote] as const),
  ]) {
    checkSource({ where, value: vote, report });
    if (!isShare(vote.value)) report(where, 'impossible-share');
  }
  return problems;
}

/** Rules that the school's regulation adds by a switch. */
const switchedOn: ReadonlySet<string> = new Set(['B11', 'whole-school']);

/** Keys of rules that say the same thing on the same day. */
function sameDays(rules: readonly Rule[]): readonly string[] {
  const groups = Map.groupBy(rules, ({ id, regime, forTitle, about }) =>
    [id, regime, forTitle, about].join(' '),
  );
  return [...groups].flatMap(([key, group]) => {
    const inOrder = group.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    const overlaps = inOrder.some((rule, index) => {
      const next = inOrder[index + 1];
      return next !== undefined && (rule.to === null || next.from === null || next.from <= rule.to);
    });
    return overlaps ? [key] : [];
  });
}

type Report = (where: string, problem: RuleProblem['problem']) => void;

function checkRule({
  rule,
  ruleSet,
  objects,
  report,
}: {
  readonly rule: Rule;
  readonly ruleSet: RuleSet;
  readonly objects: ReadonlyMap<TitleId, unknown>;
  readonly report: Report;
}): void {
  const { document: cited } = rule.citation;
  if (rule.sentence.trim() === '') report(rule.id, 'missing-sentence');
  if (cited.trim() === '') report(rule.id, 'missing-citation');
  if (rule.source.trim() === '') report(rule.id, 'missing-source');
  if (rule.forTitle !== null && !objects.has(rule.forTitle))
    report(`${rule.id} ${rule.forTitle}`, 'unknown-title');
  if (rule.regime !== null && !ratingRegimeIds.includes(rule.regime)) report(rule.id, 'unknown-regime');
  const known: Readonly<Record<string, string | null>> =
    rule.about === 'PERSON' ? personOperators : groupOperators;
  if (rule.from !== null && rule.to !== null && rule.to < rule.from) report(rule.id, 'ends-before-start');
  if (rule.test.operator === 'one-of-routes') {
    const { routes } = rule.test;
    const ids = routes.flatMap(({ steps }) => steps.map(({ id }) => id));
    for (const id of repeated(ids)) report(`${rule.id} ${id}`, 'repeated');
    for (const one of routes) {
      if (one.sentence.trim() === '' || one.steps.some(({ sentence }) => sentence.trim() === ''))
        report(`${rule.id} ${one.id}`, 'missing-sentence');
      if (one.citation.document.trim() === '') report(`${rule.id} ${one.id}`, 'missing-citation');
      if (one.steps.length === 0) report(`${rule.id} ${one.id}`, 'unknown-operator');
    }
  }
  for (const test of testsOf(rule)) {
    if (!Object.hasOwn(known, test.operator)) {
      report(`${rule.id} ${test.operator}`, 'unknown-operator');
      continue;
    }
    if ('fact' in test && test.fact !== known[test.operator])
      report(`${rule.id} ${test.fact}`, 'unknown-fact');
    if ('months' in test && test.months !== null && !Object.hasOwn(ruleSet.values, test.months))
      report(rule.id, 'unknown-value');
    if ('percent' in test && !Object.hasOwn(ruleSet.values, test.percent)) report(rule.id, 'unknown-value');
    if ('titleId' in test && !objects.has(test.titleId))
      report(`${rule.id} ${test.titleId}`, 'unknown-title');
    for (const titleId of titlesNamed(test)) {
      if (!objects.has(titleId)) report(`${rule.id} ${titleId}`, 'unknown-title');
    }
  }
}

function checkSource({
  where,
  value,
  report,
}: {
  readonly where: string;
  readonly value: Sourced<unknown>;
  readonly report: Report;
}): void {
  if (value.source.trim() === '') report(where, 'missing-source');
}

function isShare({ percent, strict }: VoteRule): boolean {
  return Number.isInteger(percent) && percent > 0 && (strict ? percent < 100 : percent <= 100);
}

function includesItself({
  ruleSet,
  titleId,
  seen,
}: {
  readonly ruleSet: RuleSet;
  readonly titleId: TitleId;
  readonly seen: readonly TitleId[];
}): boolean {
  if (seen.includes(titleId)) return true;
  const meets = ruleSet.titles[titleId]?.meets ?? [];
  return meets.some((other) => includesItself({ ruleSet, titleId: other, seen: [...seen, titleId] }));
}

function repeated(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
