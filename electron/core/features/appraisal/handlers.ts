/** Appraisal: every case against the rules, with the facts that were read, and what people judge where rules can't. */
import { effectiveEligibility } from '../../../../shared/domain/verdict.ts';
import { ceilingsOn } from '../../../../shared/domain/ceiling-warnings.ts';
import { objectOf } from '../../../../shared/domain/case-object.ts';
import type { IsoDate } from '../../../../shared/dates.ts';
import type { Verdict } from '../../../../shared/domain/eligibility.ts';
import type { CheckContext } from '../../../../shared/domain/facts.ts';
import { paymentsFor, type Payment } from '../../../../shared/domain/money.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { tidy } from '../../../../shared/names.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { findRuleSet } from '../../../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import { titlesInSteps } from '../../../../shared/rules/title-order.ts';
import type { Eligibility, Id } from '../../../../shared/terms.ts';
import type { CaseDetail, CaseRow } from '../../../../shared/views.ts';
import { groupConfirmation } from '../../../../shared/vi/appraisal.ts';
import { cautionsOn, knowledgeText } from '../../../../shared/vi/readings.ts';
import { caseStateNames, confidenceNames } from '../../../../shared/vi/terms.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { moveCase } from '../case-state.ts';
import { listCaseRows } from '../registration.ts';
import { listConditions } from '../rule-set.ts';
import { currentSeason, seasonRules, type SeasonRow } from '../season.ts';
import { answers } from './answers.ts';
import { changesSince } from './changes.ts';
import { checkCase, checkFacts, openStates, whatWasRead } from './check.ts';
import { checkContext } from './context.ts';
import { listCeilings, listTitleCaps, postOf, schoolCounts } from './caps.ts';
import { collectFacts, inOrderOfFile } from './collect.ts';
import { readMerits } from './merits.ts';
import { listStaleCases } from './stale.ts';
import { listSuggestions } from './suggestions.ts';
import { tryCase } from './what-if.ts';

const selectVerdict = define<{ id: Id }>()((p) =>
  sql.selectFrom('verdict').selectAll().where('case_id', '=', p('id')),
);
const upsertVerdict = define<{
  id: Id;
  eligibility: Eligibility;
  ruleSetId: string;
  ruleSetVersion: string;
  at: string;
  facts: string;
  verdict: string;
}>()((p) =>
  sql
    .insertInto('verdict')
    .values({
      case_id: p('id'),
      eligibility: p('eligibility'),
      rule_set_id: p('ruleSetId'),
      rule_set_version: p('ruleSetVersion'),
      checked_at: p('at'),
      facts: p('facts'),
      verdict: p('verdict'),
    })
    .onConflict((conflict) =>
      conflict.column('case_id').doUpdateSet({
        eligibility: p('eligibility'),
        rule_set_id: p('ruleSetId'),
        rule_set_version: p('ruleSetVersion'),
        checked_at: p('at'),
        facts: p('facts'),
        verdict: p('verdict'),
      }),
    ),
);
const countVerdicts = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('verdict')
    .innerJoin('award_case', 'award_case.id', 'verdict.case_id')
    .select((column) => ['verdict.eligibility', column.fn.countAll<number>().as('cases')])
    .where('award_case.season_id', '=', p('season'))
    .where('award_case.state', '<>', 'WITHDRAWN')
    .groupBy('verdict.eligibility'),
);
const selectPutForward = define<{ id: Id }>()((p) =>
  sql.selectFrom('award_case').select('put_forward_at as at').where('id', '=', p('id')),
);
const selectEvents = define<{ id: Id }>()((p) =>
  sql.selectFrom('case_event').select(['at', 'state', 'reason']).where('case_id', '=', p('id')).orderBy('id'),
);
const upsertOverruling = define<{
  id: Id;
  eligibility: 'yes' | 'no';
  reason: string;
  by: string;
  at: string;
}>()((p) =>
  sql
    .insertInto('overruling')
    .values({
      case_id: p('id'),
      eligibility: p('eligibility'),
      reason: p('reason'),
      by_name: p('by'),
      at: p('at'),
    })
    .onConflict((conflict) =>
      conflict
        .column('case_id')
        .doUpdateSet({ eligibility: p('eligibility'), reason: p('reason'), by_name: p('by'), at: p('at') }),
    ),
);
const deleteOverruling = define<{ id: Id }>()((p) =>
  sql.deleteFrom('overruling').where('case_id', '=', p('id')),
);

/** As it lies in the file: one of an earlier version has neither ways nor warnings. */
type StoredVerdict = Omit<Verdict, 'routes' | 'warnings'> & Partial<Pick<Verdict, 'routes' | 'warnings'>>;

/** Checks the open cases again, people before tổ, whose titles rest on those of their people, and a title after those that its rules name; pupils last. Gives the counts of all. */
export function runCheck(
  context: CommandContext,
  only: ReadonlySet<Id> | null,
): Result<Record<Eligibility, number>, AppError> {
  const { write, now } = context;
  const season = currentSeason(write);
  if (!season.ok) return season;
  const rules = seasonRules(write, season.value);
  if (!rules.ok) return rules;
  const check = checkContext(season.value, rules.value);
  const regulation = listConditions(write);
  for (const dueIds of stepsOf(listCaseRows(write, season.value), only, rules.value)) {
    // What the earlier steps found is a fact of this one.
    const cases = listCaseRows(write, season.value);
    const due = inOrderOfFile(cases.filter(({ id }) => dueIds.has(id)));
    const facts = collectFacts(write, {
      season: season.value,
      cases,
      confirmation: groupConfirmation,
      ruleSet: rules.value,
    });
    for (const row of due) {
      const checked = checkCase(row, facts, check);
      if (checked === null) continue;
      write.run(upsertVerdict, {
        id: row.id,
        eligibility: checked.verdict.eligibility,
        ruleSetId: checked.verdict.ruleSetId,
        ruleSetVersion: checked.verdict.ruleSetVersion,
        at: now,
        facts: whatWasRead(checked.facts, regulation),
        verdict: JSON.stringify(checked.verdict),
      });
      moveCase(context, { caseId: row.id, to: 'CHECKED' });
    }
  }
  const counts: Record<Eligibility, number> = { yes: 0, no: 0, 'needs-person': 0 };
  for (const row of write.all(countVerdicts, { season: season.value.id }))
    counts[row.eligibility] += row.cases;
  return ok(counts);
}

/** The open cases in the steps in which they are checked; of those named alone when some are. */
function stepsOf(
  cases: readonly CaseRow[],
  only: ReadonlySet<Id> | null,
  ruleSet: RuleSet,
): readonly ReadonlySet<Id>[] {
  const due = cases.filter((row) => openStates.has(row.state) && (only?.has(row.id) ?? true));
  return (['PERSON', 'GROUP', 'PUPIL'] as const).flatMap((about) => {
    const ofKind = due.filter((row) => objectOf(row) === about);
    const titleIds = new Set(ofKind.map(({ titleId }) => titleId));
    return titlesInSteps({ ruleSet, titleIds }).map(
      (step) => new Set(ofKind.filter(({ titleId }) => step.has(titleId)).map(({ id }) => id)),
    );
  });
}

function findCase(
  read: ReadHandle,
  id: Id,
): Result<{ row: CaseRow; cases: readonly CaseRow[]; season: SeasonRow }, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const cases = listCaseRows(read, season.value);
  const row = cases.find((candidate) => candidate.id === id);
  return row === undefined
    ? err({ code: 'not-found', what: 'hồ sơ này' })
    : ok({ row, cases, season: season.value });
}

function detail(read: ReadHandle, id: Id): Result<CaseDetail, AppError> {
  const found = findCase(read, id);
  if (!found.ok) return found;
  const { row, cases, season } = found.value;
  const stored = read.get(selectVerdict, { id });
  const verdict = stored === undefined ? null : (JSON.parse(stored.verdict) as StoredVerdict);
  const rulesNow = seasonRules(read, season);
  if (!rulesNow.ok) return rulesNow;
  const facts = collectFacts(read, {
    season,
    cases,
    confirmation: groupConfirmation,
    ruleSet: rulesNow.value,
  });
  const current = facts.of(row);
  const context = checkContext(season, rulesNow.value);
  const ruleSet = stored === undefined ? null : findRuleSet(stored.rule_set_id);
  const factsChanged =
    stored !== undefined &&
    (whatWasRead(current, listConditions(read)) !== stored.facts || stored.rule_set_id !== rulesNow.value.id);
  return ok({
    ...row,
    ruleSetName: stored === undefined ? '' : (ruleSet?.name ?? stored.rule_set_id),
    cautions: stored === undefined ? [] : cautionsOn(context.meetingDate),
    checkedAt: stored?.checked_at ?? null,
    factsChanged,
    changes:
      factsChanged && verdict !== null && current !== null && openStates.has(row.state)
        ? changesSince(verdict, checkFacts({ titleId: row.titleId, facts: current, context }))
        : [],
    merits: readMerits(read, { season, row, facts: current, ruleSet: rulesNow.value }),
    conditions: (verdict?.conditions ?? []).map((condition) => ({
      ruleId: condition.ruleId,
      state: condition.state,
      sentence: condition.sentence,
      citation: condition.citation,
      confidence: condition.confidence,
      doubt: condition.doubt,
      fact: condition.fact,
      source: condition.source,
      missing: condition.missing,
      knowledge: knowledgeOfCondition({ condition, ruleSet, day: context.meetingDate }),
      judgeable: condition.judgeable,
      awaitsDecision: condition.awaitsDecision,
      judgement: current?.judgements[condition.ruleId] ?? null,
    })),
    routes: (verdict?.routes ?? []).map((route) => ({
      ...route,
      steps: route.steps.map((step) => ({ ...step, judgement: current?.judgements[step.id] ?? null })),
    })),
    warnings: [
      ...(verdict?.warnings ?? []),
      ...(verdict === null || current === null || 'pupilId' in current
        ? []
        : ceilingsOn({
            titleId: row.titleId,
            facts: current,
            post: postOf(read, row.personId),
            counts: schoolCounts(read, season, context),
            context,
          })),
    ],
    payment: paymentOf({ row, cases, context }),
    history: historyOf(read, id),
  });
}

/** The money of a case beside the other awards that its owner may still be given this year. */
function paymentOf({
  row,
  cases,
  context: { schoolYear, meetingDate: decisionDate },
}: {
  readonly row: CaseRow;
  readonly cases: readonly CaseRow[];
  readonly context: CheckContext;
}): Payment | null {
  const { personId, groupId } = row;
  if (personId === null && groupId === null) return null;
  const mayCome = (one: CaseRow): boolean =>
    one.state !== 'WITHDRAWN' &&
    (one.outcome === null || one.outcome === 'proposed') &&
    effectiveEligibility(one) !== 'no';
  const own = cases.filter(
    (one) => one.id === row.id || (one.personId === personId && one.groupId === groupId && mayCome(one)),
  );
  const payments = paymentsFor({
    awards: own.map(({ titleId }) => ({ titleId, schoolYear, decisionDate })),
    object: personId === null ? 'GROUP' : 'PERSON',
  });
  return payments[own.indexOf(row)] ?? null;
}

/** How the rule behind a condition is known; of a rule set that the app no longer has, how sure it was. */
function knowledgeOfCondition({
  condition: { ruleId, sentence, confidence },
  ruleSet,
  day,
}: {
  readonly condition: StoredVerdict['conditions'][number];
  readonly ruleSet: RuleSet | null;
  readonly day: IsoDate;
}): string {
  const rule = ruleSet?.rules.find((one) => one.id === ruleId && one.sentence === sentence);
  return rule === undefined ? confidenceNames[confidence] : knowledgeText({ ...rule, day });
}

/** What happened to a case, from its registration on. */
function historyOf(read: ReadHandle, id: Id): CaseDetail['history'] {
  const first = read
    .all(selectPutForward, { id })
    .map(({ at }) => ({ at, state: 'REGISTERED', reason: '' }) as const);
  return [...first, ...read.all(selectEvents, { id })];
}

function knownCases(read: ReadHandle): Result<ReadonlySet<Id>, AppError> {
  const season = currentSeason(read);
  return season.ok ? ok(new Set(listCaseRows(read, season.value).map(({ id }) => id))) : season;
}

function mustBeOpen(row: CaseRow): Result<null, AppError> {
  return openStates.has(row.state)
    ? ok(null)
    : err({ code: 'wrong-state', name: row.name, state: caseStateNames[row.state], wanted: 'thẩm định lại' });
}

/** The condition of a verdict, or the step of a way, in words; null when the verdict has none of that id: nothing else can be judged. */
function conditionAsked(
  read: ReadHandle,
  { caseId, ruleId }: { readonly caseId: Id; readonly ruleId: string },
): string | null {
  const stored = read.get(selectVerdict, { id: caseId });
  if (stored === undefined) return null;
  const { conditions, routes = [] } = JSON.parse(stored.verdict) as StoredVerdict;
  const asked = [
    ...conditions.map((condition) => ({ id: condition.ruleId, sentence: condition.sentence })),
    ...routes.flatMap(({ steps }) => steps.map(({ id, sentence }) => ({ id, sentence }))),
  ];
  return asked.find(({ id }) => id === ruleId)?.sentence ?? null;
}

export const appraisalHandlers: Handlers<
  | 'getCase'
  | 'listStaleCases'
  | 'listSuggestions'
  | 'listCeilings'
  | 'listTitleCaps'
  | 'tryCase'
  | 'checkCases'
  | 'judgeCondition'
  | 'saveAchievement'
  | 'overruleVerdict'
> = {
  getCase: ({ read }, { id }) => detail(read, id),

  listStaleCases: ({ read }) => listStaleCases(read),

  listSuggestions: ({ read }) => listSuggestions(read),

  listCeilings: ({ read }) => listCeilings(read),

  listTitleCaps: ({ read }) => listTitleCaps(read),

  tryCase: ({ read }, input) => tryCase(read, input),

  checkCases(context, { caseIds }) {
    if (caseIds !== null) {
      const known = knownCases(context.write);
      if (!known.ok) return known;
      if (!caseIds.every((id) => known.value.has(id))) return err({ code: 'not-found', what: 'hồ sơ này' });
    }
    const counts = runCheck(context, caseIds === null ? null : new Set(caseIds));
    if (!counts.ok) return counts;
    const { yes, no, 'needs-person': needsPerson } = counts.value;
    context.record({ yes, no, needsPerson });
    return ok({ yes, no, needsPerson });
  },

  judgeCondition(context, { caseId, ruleId, answer, reason }) {
    const found = findCase(context.write, caseId);
    if (!found.ok) return found;
    const isOpen = mustBeOpen(found.value.row);
    if (!isOpen.ok) return isOpen;
    // What was said of a condition that is no longer asked can still be taken back.
    const condition = conditionAsked(context.write, { caseId, ruleId });
    if (answer !== null && condition === null) return err({ code: 'not-found', what: 'điều kiện này' });
    if (answer === null) context.write.run(answers.remove, { id: caseId, ruleId });
    else {
      context.write.run(answers.put, {
        id: caseId,
        ruleId,
        answer,
        reason,
        by: context.session.name,
        at: context.now,
      });
    }
    const counts = runCheck(context, new Set([caseId]));
    if (!counts.ok) return counts;
    const { name, titleName } = found.value.row;
    context.record({ name, title: titleName, condition, answer, reason });
    return ok(null);
  },

  saveAchievement(context, { caseId, achievement }) {
    const found = findCase(context.write, caseId);
    if (!found.ok) return found;
    const { row } = found.value;
    // A decision can't go without it: where none was written it may be added after the vote, never changed.
    const isAddition = row.outcome === 'proposed' && row.achievement === '';
    const isOpen = isAddition ? ok(null) : mustBeOpen(row);
    if (!isOpen.ok) return isOpen;
    context.write.run(answers.putAchievement, { id: caseId, achievement: tidy(achievement) });
    const { name, titleName } = row;
    context.record({ name, title: titleName, achievement });
    return ok(null);
  },

  overruleVerdict(context, { caseId, eligibility, reason }) {
    const found = findCase(context.write, caseId);
    if (!found.ok) return found;
    const isOpen = mustBeOpen(found.value.row);
    if (!isOpen.ok) return isOpen;
    if (eligibility === null) context.write.run(deleteOverruling, { id: caseId });
    else {
      context.write.run(upsertOverruling, {
        id: caseId,
        eligibility,
        reason,
        by: context.session.name,
        at: context.now,
      });
    }
    const { name, titleName } = found.value.row;
    context.record({ name, title: titleName, eligibility, reason });
    return ok(null);
  },
};
