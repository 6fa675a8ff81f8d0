/** Runs the test vectors of the rules: pure, so that a test, a page and a command line come to the same answers. */
import { reviewPeriod } from '../dates.ts';
import { ruleSetFor, voteRuleFor, withOverrides, withVariant } from '../rules/catalogue.ts';
import type { RuleSet } from '../rules/model.ts';
import type { ExpectedVerdict, Vector, VectorCase } from '../rules/vector-cases.ts';
import { excellentCeiling } from './ceilings.ts';
import { checkGroup, checkPerson, checkPupil, type Verdict } from './eligibility.ts';
import type { CheckContext, GroupFacts, Judgement, PersonFacts } from './facts.ts';
import { rewardMoney } from './money.ts';
import { need, passes } from './threshold.ts';

const confirmed: Judgement = { answer: 'pass', reason: 'Tổ đã bình xét', by: 'Tổ trưởng' };

const usualPerson: PersonFacts = {
  personId: 'p1',
  code: null,
  fullName: 'Trần Thị Mẫu',
  joinedOn: '2010-09-01',
  rating: { level: 'HTT', state: 'decided' },
  absences: [],
  disciplines: [],
  pendingMatters: [],
  initiatives: [],
  research: [],
  awards: [],
  pastRatings: [],
  judgements: { 'emulation-spirit': confirmed, exemplary: confirmed },
};

const usualGroup: Pick<GroupFacts, 'groupId' | 'name' | 'pendingMatters' | 'judgements'> = {
  groupId: 'g1',
  name: 'Tổ Mẫu',
  pendingMatters: [],
  judgements: { 'group-movement': confirmed, 'group-unity': confirmed, unity: confirmed },
};

/** What one case of a vector came to: the same keys as were expected. */
export interface CaseResult {
  readonly vectorCase: VectorCase;
  readonly got: Readonly<Record<string, unknown>>;
  readonly passed: boolean;
  /** The verdict, where the case is about one. */
  readonly verdict: Verdict | null;
}

export interface VectorResult {
  readonly vector: Vector;
  readonly cases: readonly CaseResult[];
  readonly passed: boolean;
}

function rulesOn(date: string): RuleSet {
  const found = ruleSetFor({ date });
  if (found === null) throw new Error(`No rule set on ${date}`);
  return found;
}

function contextOf(schoolYear: string): CheckContext {
  const meetingDate = `${schoolYear.slice(5)}-05-28`;
  return { schoolYear, reviewPeriod: reviewPeriod(schoolYear), meetingDate, ruleSet: rulesOn(meetingDate) };
}

function ofVerdict(verdict: Verdict, expected: ExpectedVerdict): Readonly<Record<string, unknown>> {
  const route = verdict.routes.find(({ id }) => id === expected.route?.id);
  const all = {
    eligibility: verdict.eligibility,
    postponed: verdict.postponed,
    failed: verdict.failed,
    warnings: verdict.warnings.map(({ id }) => id),
    route: route === undefined ? null : { id: route.id, state: route.state },
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected));
}

function verdictOf(vectorCase: VectorCase): Verdict | null {
  switch (vectorCase.kind) {
    case 'person': {
      const { titleId, facts, schoolYear, variantId } = vectorCase;
      const usual = contextOf(schoolYear);
      const ruleSet =
        variantId === undefined ? usual.ruleSet : withVariant({ ruleSet: usual.ruleSet, titleId, variantId });
      return checkPerson({ titleId, facts: { ...usualPerson, ...facts }, context: { ...usual, ruleSet } });
    }
    case 'group': {
      const { titleId, rating, members, schoolYear } = vectorCase;
      const facts: GroupFacts = {
        ...usualGroup,
        rating: { level: rating, state: 'decided' },
        members,
        ...vectorCase.facts,
      };
      return checkGroup({ titleId, facts, context: contextOf(schoolYear) });
    }
    case 'pupil': {
      const { titleId, judgements, schoolYear } = vectorCase;
      const facts = { pupilId: 'h1', name: 'Lê Minh Mẫu', className: '6A', judgements };
      return checkPupil({ titleId, facts, context: contextOf(schoolYear) });
    }
    case 'vote':
    case 'ceiling':
    case 'money':
      return null;
  }
}

function answer(vectorCase: VectorCase, verdict: Verdict | null): Readonly<Record<string, unknown>> {
  switch (vectorCase.kind) {
    case 'person':
    case 'group':
    case 'pupil':
      return verdict === null ? {} : ofVerdict(verdict, vectorCase.expected);
    case 'vote': {
      const { titleId, base, agree } = vectorCase;
      const { value } = voteRuleFor({ ruleSet: rulesOn('2026-05-28'), titleId });
      return { needed: need({ ...value, base }), passed: passes({ ...value, base, agree }) };
    }
    case 'ceiling': {
      const { rated, inclusive } = vectorCase;
      const ruleSet = withOverrides({
        ruleSet: rulesOn('2026-12-01'),
        overrides: { switches: { htxsBaseInclusive: { value: inclusive, source: '' } } },
      });
      return { most: excellentCeiling({ counts: { rated, unitExcellent: false }, ruleSet }).most };
    }
    case 'money': {
      const { titleId, decisionDate } = vectorCase;
      const money = rewardMoney({ titleId, object: 'PERSON', decisionDate });
      return { amount: money?.amount ?? null, exact: money?.exact ?? null };
    }
  }
}

/** Same keys, same values; the order of the keys of an object does not matter. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return left === right;
  const [a, b] = [Object.entries(left), new Map(Object.entries(right))];
  return a.length === b.size && a.every(([key, value]) => b.has(key) && isSame(value, b.get(key)));
}

/** Runs one vector. */
export function runVector(vector: Vector): VectorResult {
  const cases = vector.cases.map((vectorCase): CaseResult => {
    const verdict = verdictOf(vectorCase);
    const got = answer(vectorCase, verdict);
    return { vectorCase, got, verdict, passed: isSame(got, vectorCase.expected) };
  });
  return { vector, cases, passed: cases.every(({ passed }) => passed) };
}
