/** What the rules would say if a fact were another: worked out on a copy of the facts, kept nowhere. */
import type { ParsedInputOf } from '../../../../shared/api.ts';
import { formatSchoolYear } from '../../../../shared/dates.ts';
import type { Verdict } from '../../../../shared/domain/eligibility.ts';
import type { CaseFacts } from '../../../../shared/domain/facts.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { err, impossible, ok, type Result } from '../../../../shared/result.ts';
import type { CaseTrial } from '../../../../shared/views.ts';
import { groupConfirmation, supposed } from '../../../../shared/vi/appraisal.ts';
import type { ReadHandle } from '../../database/query.ts';
import { listCaseRows } from '../registration.ts';
import { currentSeason, seasonRules } from '../season.ts';
import { checkFacts } from './check.ts';
import { collectFacts } from './collect.ts';
import { checkContext } from './context.ts';

type Input = ParsedInputOf<'tryCase'>;
type Change = Input['changes'][number];

function withJudgement(
  facts: CaseFacts,
  { ruleId, answer }: Extract<Change, { kind: 'judgement' }>,
): CaseFacts {
  return { ...facts, judgements: { ...facts.judgements, [ruleId]: { answer, ...supposed.judgement } } };
}

/** The facts with one of them changed; null when there is no such fact to change. */
function changed(facts: CaseFacts, change: Change, schoolYear: string): CaseFacts | null {
  if (change.kind === 'judgement') return withJudgement(facts, change);
  // The other facts are those of a person.
  if ('members' in facts || 'pupilId' in facts) return null;
  switch (change.kind) {
    case 'rating':
      return { ...facts, rating: { level: change.rating, state: 'decided' } };
    case 'initiative': {
      const { scope } = change;
      const initiative = { schoolYear, scope, share: 100, ...supposed.initiative };
      return { ...facts, initiatives: [...facts.initiatives, initiative] };
    }
    case 'discipline': {
      const { position, to } = change;
      if (facts.disciplines[position] === undefined) return null;
      const disciplines = facts.disciplines.map((discipline, at) =>
        at === position ? { ...discipline, to } : discipline,
      );
      return { ...facts, disciplines: to === null ? disciplines.toSpliced(position, 1) : disciplines };
    }
    default:
      return impossible(change);
  }
}

function trialVerdict({ eligibility, postponed, summary }: Verdict): CaseTrial['now'] {
  return { eligibility, postponed, summary };
}

/** The conditions of a verdict and the steps of its ways, under the ids by which a person answers them. */
function askedOf({ conditions, routes }: Verdict) {
  return [
    ...conditions.map(({ ruleId, sentence, state, judgeable }) => ({ ruleId, sentence, state, judgeable })),
    ...routes.flatMap(({ steps }) =>
      steps.map(({ id, sentence, state }) => ({ ruleId: id, sentence, state, judgeable: true })),
    ),
  ];
}

function conditionKey({ ruleId, sentence }: { readonly ruleId: string; readonly sentence: string }): string {
  return `${ruleId} ${sentence}`;
}

/**
 * The verdict of a case by its facts of the moment, and the one that would follow if they were changed as given.
 * Errors: no-season, no-rule-set, not-found (the case, or a fact that is not there).
 */
export function tryCase(read: ReadHandle, { caseId, changes }: Input): Result<CaseTrial, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const cases = listCaseRows(read, season.value);
  const row = cases.find(({ id }) => id === caseId);
  const collected = collectFacts(read, {
    season: season.value,
    cases,
    confirmation: groupConfirmation,
    ruleSet: ruleSet.value,
  });
  const present = row === undefined ? null : collected.of(row);
  if (row === undefined || present === null) return err({ code: 'not-found', what: 'hồ sơ này' });
  const context = checkContext(season.value, ruleSet.value);
  const now = checkFacts({ titleId: row.titleId, facts: present, context });
  const asked = askedOf(now);
  let facts: CaseFacts = present;
  // From the last discipline on, so that taking one away moves no other that is still to be changed.
  const ordered = changes.toSorted((a, b) => positionOf(b) - positionOf(a));
  for (const change of ordered) {
    if (change.kind === 'judgement' && !asked.some(({ ruleId }) => ruleId === change.ruleId))
      return err({ code: 'not-found', what: 'điều kiện này' });
    const next = changed(facts, change, season.value.school_year);
    if (next === null) return err({ code: 'not-found', what: 'dữ kiện này' });
    facts = next;
  }
  const then = checkFacts({ titleId: row.titleId, facts, context });
  const before = new Map(now.conditions.map((condition) => [conditionKey(condition), condition]));
  return ok({
    schoolYear: formatSchoolYear(season.value.school_year),
    rating: 'initiatives' in present ? present.rating.level : null,
    disciplines: ('pupilId' in present ? [] : (present.disciplines ?? [])).map(({ form, from, to }) => ({
      form,
      from,
      to,
    })),
    judgeable: asked
      .filter(
        ({ ruleId, state, judgeable }) =>
          judgeable && (state === 'to-be-judged' || Object.hasOwn(present.judgements, ruleId)),
      )
      .map(({ ruleId, sentence, state }) => ({ ruleId, sentence, state })),
    now: trialVerdict(now),
    then: trialVerdict(then),
    changed: then.conditions.flatMap((condition) => {
      const was = before.get(conditionKey(condition));
      if (was === undefined || (was.state === condition.state && was.fact === condition.fact)) return [];
      const { ruleId, sentence, citation, state, fact } = condition;
      return [{ ruleId, sentence, citation, before: was.state, after: state, fact }];
    }),
  });
}

function positionOf(change: Change): number {
  return change.kind === 'discipline' ? change.position : -1;
}
