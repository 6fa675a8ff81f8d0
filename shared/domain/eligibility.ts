/**
 * Checks a case against the conditions of its title: `yes`, `no`, or `needs-person`, with the article behind each
 * condition and the fact that it read. The same facts always give the same verdict; the council may overrule it.
 */
import type { RatingRegimeId, Rule } from '../rules/model.ts';
import { findTitle, rulesOf } from '../rules/catalogue.ts';
import { citationText } from '../rules/words.ts';
import type { Confidence, Eligibility, TitleId } from '../terms.ts';
import * as say from '../vi/findings.ts';
import type { CheckContext, GroupFacts, Judgements, PersonFacts } from './facts.ts';
import type { ConditionState, Finding } from './finding.ts';
import { testGroup } from './group-tests.ts';
import { testPerson } from './person-tests.ts';

/** One condition of a verdict. */
export interface Condition {
  readonly ruleId: string;
  readonly state: ConditionState;
  readonly sentence: string;
  /** Place in the law, in words. */
  readonly citation: string;
  readonly confidence: Confidence;
  /** The fact that was read, in words. */
  readonly fact: string;
  /** Where that fact is kept, in words. */
  readonly source: string;
  /** What would make it pass; null when it passes or nothing can. */
  readonly missing: string | null;
  /** A person's recorded answer (`facts.judgements`) would settle it while it is `to-be-judged`. */
  readonly judgeable: boolean;
}

/** What the rules say of one case. */
export interface Verdict {
  readonly titleId: TitleId;
  readonly eligibility: Eligibility;
  /** Must wait for a matter to be cleared (B1); never together with `no`. */
  readonly postponed: boolean;
  readonly ruleSetId: string;
  readonly ruleSetVersion: string;
  readonly conditions: readonly Condition[];
  /** Ids of failed rules: rating, time (T), blocks (B), then the title's own. */
  readonly failed: readonly string[];
  /** One sentence that can be read to the person, with the article. */
  readonly summary: string;
}

/** Checks a person for a title. Throws when the title is one of collectives. */
export function checkPerson({
  titleId,
  facts,
  context,
}: {
  readonly titleId: TitleId;
  readonly facts: PersonFacts;
  readonly context: CheckContext;
}): Verdict {
  return check({
    titleId,
    context,
    judgements: facts.judgements,
    read(rule) {
      if (rule.about !== 'PERSON') throw new Error(`${titleId} is not a title of people`);
      return testPerson({ test: rule.test, facts, context });
    },
  });
}

/** Checks a tổ for a title. Throws when the title is one of people. */
export function checkGroup({
  titleId,
  facts,
  context,
}: {
  readonly titleId: TitleId;
  readonly facts: GroupFacts;
  readonly context: CheckContext;
}): Verdict {
  return check({
    titleId,
    context,
    judgements: facts.judgements,
    read(rule) {
      if (rule.about !== 'GROUP') throw new Error(`${titleId} is not a title of collectives`);
      return testGroup({ test: rule.test, facts, context });
    },
  });
}

/** The decree by which the year of a context is rated. */
export function ratingRegimeOf({ ratingRegime, reviewPeriod, ruleSet }: CheckContext): RatingRegimeId | null {
  if (ratingRegime !== undefined) return ratingRegime;
  const day = reviewPeriod.to;
  return ruleSet.regimes.find(({ from, to }) => from <= day && (to === null || day <= to))?.id ?? null;
}

function check({
  titleId,
  context,
  judgements,
  read,
}: {
  readonly titleId: TitleId;
  readonly context: CheckContext;
  readonly judgements: Judgements;
  readonly read: (rule: Rule) => Finding;
}): Verdict {
  const { ruleSet } = context;
  const regime = ratingRegimeOf(context);
  const conditions = rulesOf({ ruleSet, titleId })
    .filter((rule) => rule.regime === null || rule.regime === regime)
    .map((rule) => toCondition({ rule, finding: judge({ rule, finding: read(rule), judgements }) }));
  const failed = conditions.filter(({ state }) => state === 'failed').map(({ ruleId }) => ruleId);
  const eligibility = eligibilityOf(conditions);
  return {
    titleId,
    eligibility,
    postponed: eligibility === 'needs-person' && conditions.some(({ state }) => state === 'postponed'),
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    conditions,
    failed,
    summary: summaryOf({ titleId, conditions, eligibility }),
  };
}

function judge({
  rule,
  finding,
  judgements,
}: {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly judgements: Judgements;
}): Finding {
  const judgement = Object.hasOwn(judgements, rule.id) ? judgements[rule.id] : undefined;
  if (judgement === undefined || !rule.judgeable || finding.state !== 'to-be-judged') return finding;
  const answer = say.judgedBy(judgement);
  return {
    state: judgement.answer === 'pass' ? 'passed' : 'failed',
    fact: rule.test.operator === 'judged' ? answer : `${finding.fact}. ${answer}`,
    source: rule.test.operator === 'judged' ? finding.source : `${finding.source}; ${say.sources.judgement}`,
    missing: null,
  };
}

function toCondition({ rule, finding }: { readonly rule: Rule; readonly finding: Finding }): Condition {
  return {
    ruleId: rule.id,
    state: finding.state,
    sentence: rule.sentence,
    citation: citationText(rule.citation),
    confidence: rule.confidence,
    fact: finding.fact,
    source: finding.source,
    missing: finding.missing,
    judgeable: rule.judgeable,
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
}: {
  readonly titleId: TitleId;
  readonly conditions: readonly Condition[];
  readonly eligibility: Eligibility;
}): string {
  const titleName = findTitle(titleId)?.name ?? titleId;
  function reasons(wanted: ConditionState): readonly string[] {
    return byArticle(conditions.filter(({ state }) => state === wanted));
  }
  if (conditions.length === 0) return say.summaryWithoutRules(titleName);
  if (eligibility === 'yes') return say.summaryYes(titleName);
  if (eligibility === 'no') return say.summaryNo({ titleName, reasons: reasons('failed') });
  const postponed = reasons('postponed');
  return postponed.length > 0
    ? say.summaryPostponed({ titleName, reasons: postponed })
    : say.summaryToBeJudged({ titleName, reasons: reasons('to-be-judged') });
}

/** What was found under each article, in the order of the conditions; each article is named once. */
function byArticle(conditions: readonly Condition[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const condition of conditions) {
    const told = groups.get(condition.citation);
    if (told === undefined) groups.set(condition.citation, [reason(condition)]);
    else told.push(say.lowerFirst(reason(condition)));
  }
  return [...groups].map(([citation, reasons]) => `${reasons.join('; ')} (theo ${citation})`);
}

/** The fact; an answer of a person, or none yet, is told together with what was asked. */
function reason({ sentence, fact, source }: Condition): string {
  if (fact === say.notJudged) return sentence;
  return source === say.sources.judgement ? `${sentence}: ${fact}` : fact;
}
