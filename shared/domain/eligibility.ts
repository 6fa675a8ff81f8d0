/**
 * Checks a case against the conditions of its title: `yes`, `no`, or `needs-person`, with the article behind each
 * condition and the fact that it read. The same facts always give the same verdict; the council may overrule it.
 */
import type { IsoDate } from '../dates.ts';
import type { RatingRegime, RatingRegimeId, Rule } from '../rules/model.ts';
import type { GroupTest, PersonTest, RoutesTest } from '../rules/tests.ts';
import { findTitle, rulesOf } from '../rules/catalogue.ts';
import { bindsNobody } from '../rules/readings.ts';
import { citationText } from '../rules/words.ts';
import type { Confidence, Eligibility, TitleId } from '../terms.ts';
import * as say from '../vi/findings.ts';
import { knowledgeOf } from '../vi/readings.ts';
import type { CheckContext, GroupFacts, PersonFacts, PupilFacts } from './facts.ts';
import type { ConditionState, Finding } from './finding.ts';
import { testGroup } from './group-tests.ts';
import { factsInOrder } from './in-order.ts';
import { settle } from './judging.ts';
import { testPerson } from './person-tests.ts';
import { testRoutes, type RouteVerdict } from './routes.ts';
import { isProvisional, warningsOf, type Warning } from './warnings.ts';

/** One condition of a verdict. */
export interface Condition {
  readonly ruleId: string;
  readonly state: ConditionState;
  readonly sentence: string;
  /** Place in the law, in words. */
  readonly citation: string;
  /** How sure it is on the day of the meeting, and what is doubtful about it, in words; null when it is known well. */
  readonly confidence: Confidence;
  readonly doubt: string | null;
  /** The fact that was read, in words. */
  readonly fact: string;
  /** Where that fact is kept, in words. */
  readonly source: string;
  /** What would make it pass; null when it passes or nothing can. */
  readonly missing: string | null;
  /** A person's recorded answer (`facts.judgements`) would settle it while it is `to-be-judged`. */
  readonly judgeable: boolean;
  /** Open only because an authority has not decided yet. */
  readonly awaitsDecision: boolean;
}

/** What the rules say of one case. */
export interface Verdict {
  readonly titleId: TitleId;
  readonly eligibility: Eligibility;
  /** Must wait for a matter to be cleared (B1); never together with `no`. */
  readonly postponed: boolean;
  /** Waits for decisions on others, such as the people of a tổ; never together with `no` or `postponed`. */
  readonly awaitsDecision: boolean;
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly conditions: readonly Condition[];
  /** Ids of failed rules: rating, time (T), blocks (B), then the title's own. */
  readonly failed: readonly string[];
  /** The ways to an award that has several, and how far each has come; empty for the others. */
  readonly routes: readonly RouteVerdict[];
  /** What people should look at; never changes the result. */
  readonly warnings: readonly Warning[];
  /** One sentence that can be read to the person, with the article. */
  readonly summary: string;
}

/**
 * Checks a person for a title. Throws when the title is one of collectives. A what-if is the same call on changed facts:
 * nothing is read or kept elsewhere.
 */
export function checkPerson({
  titleId,
  facts: given,
  context,
}: {
  readonly titleId: TitleId;
  readonly facts: PersonFacts;
  readonly context: CheckContext;
}): Verdict {
  if (findTitle(titleId)?.object === 'GROUP') throw new Error(`${titleId} is not a title of people`);
  const facts = factsInOrder(given);
  return check<PersonTest>({
    titleId,
    context,
    facts,
    tests: (rule) => (rule.about === 'PERSON' ? rule.test : null),
    read: (test) => testPerson({ test, facts, context }),
  });
}

/** Checks a tổ, or the school, for a title. Throws when the title is one of people. */
export function checkGroup({
  titleId,
  facts: given,
  context,
}: {
  readonly titleId: TitleId;
  readonly facts: GroupFacts;
  readonly context: CheckContext;
}): Verdict {
  const object = findTitle(titleId)?.object;
  if (object === 'PERSON' || object === 'PUPIL') throw new Error(`${titleId} is not a title of collectives`);
  const facts = factsInOrder(given);
  return check<GroupTest>({
    titleId,
    context,
    facts,
    tests: (rule) => (rule.about === 'GROUP' ? rule.test : null),
    read: (test) => testGroup({ test, facts, context }),
  });
}

/** Checks a pupil or a class for a title of theirs; throws when it is another's. */
export function checkPupil({
  titleId,
  facts: { pupilId, name, judgements },
  context,
}: {
  readonly titleId: TitleId;
  readonly facts: PupilFacts;
  readonly context: CheckContext;
}): Verdict {
  if (findTitle(titleId)?.object !== 'PUPIL') throw new Error(`${titleId} is not a title of pupils`);
  const facts: PersonFacts = {
    personId: pupilId,
    code: null,
    fullName: name,
    joinedOn: null,
    rating: { level: null, state: null },
    absences: [],
    disciplines: [],
    pendingMatters: [],
    initiatives: [],
    research: [],
    awards: [],
    pastRatings: [],
    judgements,
  };
  return checkPerson({ titleId, facts, context });
}

/**
 * The decree by which the year of a context is rated: that of the last day of the year, or the one before it where the school
 * has no regulation of its own yet and rates by the end of 2026 (NĐ 233/2026, điều 20 khoản 1).
 */
export function ratingRegimeOf({ meetingDate, reviewPeriod, ruleSet }: CheckContext): RatingRegimeId | null {
  const kept = ruleSet.switches.ratedByOldDecree.value
    ? ruleSet.regimes.find(({ to, keptUntil }) => isKept({ to, keptUntil, day: meetingDate }))
    : undefined;
  if (kept !== undefined) return kept.id;
  const day = reviewPeriod.to;
  return ruleSet.regimes.find(({ from, to }) => from <= day && (to === null || day <= to))?.id ?? null;
}

function isKept({
  to,
  keptUntil,
  day,
}: Pick<RatingRegime, 'to' | 'keptUntil'> & { readonly day: IsoDate }): boolean {
  return keptUntil !== null && to !== null && to < day && day <= keptUntil;
}

/** Whether a rule holds on the day of the meeting, for the decree of the year. */
export function inForceFor({
  rule,
  context,
  regime = ratingRegimeOf(context),
}: {
  readonly rule: Rule;
  readonly context: CheckContext;
  readonly regime?: RatingRegimeId | null;
}): boolean {
  const day = context.meetingDate;
  return (
    (rule.regime === null || rule.regime === regime) &&
    (rule.from === null || rule.from <= day) &&
    (rule.to === null || day <= rule.to)
  );
}

function check<Test extends PersonTest | GroupTest>({
  titleId,
  context,
  facts,
  tests,
  read,
}: {
  readonly titleId: TitleId;
  readonly context: CheckContext;
  readonly facts: PersonFacts | GroupFacts;
  /** The test of a rule that is about this object; null of one that is not. */
  readonly tests: (rule: Rule) => Test | RoutesTest<Test> | null;
  readonly read: (test: Test) => Finding;
}): Verdict {
  const { ruleSet } = context;
  const { judgements } = facts;
  const regime = ratingRegimeOf(context);
  const conditions: Condition[] = [];
  let routes: readonly RouteVerdict[] = [];
  for (const rule of rulesOf({ ruleSet, titleId })) {
    const test = tests(rule);
    if (test === null || !inForceFor({ rule, context, regime })) continue;
    let finding: Finding;
    if (hasRoutes(test)) {
      const several = testRoutes<Test>({ routes: test.routes, judgements, read });
      finding = several.finding;
      routes = several.routes;
    } else finding = asIfBinding({ rule, finding: read(test) });
    if (rule.judgeable) finding = settle({ id: rule.id, finding, judgements });
    conditions.push(toCondition({ rule, finding, day: context.meetingDate }));
  }
  const failed = conditions.filter(({ state }) => state === 'failed').map(({ ruleId }) => ruleId);
  const eligibility = eligibilityOf(conditions);
  const isOpen = eligibility === 'needs-person';
  const postponed = isOpen && conditions.some(({ state }) => state === 'postponed');
  return {
    titleId,
    eligibility,
    postponed,
    awaitsDecision: isOpen && !postponed && conditions.some((condition) => condition.awaitsDecision),
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    conditions,
    failed,
    routes,
    warnings: warningsOf({ titleId, facts, context }),
    summary: summaryOf({
      titleId,
      conditions,
      eligibility,
      provisional: isProvisional({ titleId, facts, context }),
    }),
  };
}

/** What only stands in a model of another place, or was never compared, refuses nobody: it is asked. */
function asIfBinding({ rule, finding }: { readonly rule: Rule; readonly finding: Finding }): Finding {
  return finding.state === 'failed' && bindsNobody.has(rule.confidence)
    ? { ...finding, state: 'to-be-judged', missing: say.compareFirst }
    : finding;
}

function hasRoutes<Test extends PersonTest | GroupTest>(
  test: Test | RoutesTest<Test>,
): test is RoutesTest<Test> {
  return test.operator === 'one-of-routes';
}

function toCondition({
  rule,
  finding,
  day,
}: {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly day: IsoDate;
}): Condition {
  return {
    ruleId: rule.id,
    state: finding.state,
    sentence: rule.sentence,
    citation: citationText(rule.citation),
    ...knowledgeOf({ ...rule, day }),
    fact: finding.fact,
    source: finding.source,
    missing: finding.missing,
    judgeable: rule.judgeable,
    awaitsDecision: finding.awaitsDecision === true,
  };
}

function eligibilityOf(conditions: readonly Condition[]): Eligibility {
  if (conditions.some(({ state }) => state === 'failed')) return 'no';
  const settled = conditions.every(({ state }) => state === 'passed' || state === 'not-applicable');
  return settled && conditions.length > 0 ? 'yes' : 'needs-person';
}

function summaryOf({
  titleId,
  conditions,
  eligibility,
  provisional,
}: {
  readonly titleId: TitleId;
  readonly conditions: readonly Condition[];
  readonly eligibility: Eligibility;
  /** It rests on a rating that is only proposed. */
  readonly provisional: boolean;
}): string {
  const title = findTitle(titleId);
  const name = title?.name ?? titleId;
  const award = say.awardPhrase({ name, isReward: title?.kind === 'REWARD' });
  function reasons(wanted: ConditionState): readonly string[] {
    return byArticle(conditions.filter(({ state }) => state === wanted));
  }
  if (conditions.length === 0) return say.summaryWithoutRules(name);
  if (eligibility === 'yes') return say.summaryYes({ award, provisional });
  if (eligibility === 'no') return say.summaryNo({ award, reasons: reasons('failed') });
  const postponed = reasons('postponed');
  if (postponed.length > 0) return say.summaryPostponed({ award, reasons: postponed });
  const open = conditions.filter(({ state }) => state === 'to-be-judged');
  return open.every(({ awaitsDecision }) => awaitsDecision)
    ? say.summaryAwaiting({ award, reasons: byArticle(open) })
    : say.summaryToBeJudged({ award, reasons: byArticle(open) });
}

/**
 * What was found under each article, in the order of the conditions: an article is named once, with the doubt about it, and
 * what was told under one is not told again under the next.
 */
function byArticle(conditions: readonly Condition[]): readonly string[] {
  const groups: { readonly articles: string[]; readonly reasons: string[] }[] = [];
  const told = new Set<string>();
  for (const condition of conditions) {
    const article = say.article(condition);
    const whole = reason(condition);
    const same = groups.find(({ reasons }) => reasons.length === 1 && reasons[0] === whole);
    if (same !== undefined) {
      same.articles.push(article);
      continue;
    }
    const text = say.withoutTold(whole, told);
    const own = groups.find(({ articles }) => articles.includes(article));
    if (own === undefined) groups.push({ articles: [article], reasons: [text] });
    else own.reasons.push(say.lowerFirst(text));
  }
  return groups.map(({ articles, reasons }) => `${reasons.join('; ')} (theo ${articles.join('; theo ')})`);
}

/** The fact; an answer of a person, or none yet, is told together with what was asked. */
function reason({ sentence, fact, source }: Condition): string {
  if (fact === say.notJudged) return say.unconfirmed(sentence);
  // Which of the ways: they are all named by the rule, which would be told at length.
  if (fact.startsWith(say.notJudged)) return fact;
  return source === say.sources.judgement ? `${sentence}: ${fact}` : fact;
}
