/** The operators of rules about the working life of a person: initiatives of several years, service, transfers. */
import { formatDate, wholeMonths } from '../dates.ts';
import { fold } from '../names.ts';
import { impossible } from '../result.ts';
import type { CareerTest } from '../rules/tests.ts';
import { initiativeScopes, type InitiativeScope } from '../terms.ts';
import * as say from '../vi/career.ts';
import { disciplineList } from '../vi/findings.ts';
import type { CheckContext, InitiativeFact, PersonFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { firstYear } from './awards-held.ts';
import { endOfDiscipline } from './discipline.ts';
import { rowOfYears } from './history.ts';
import { lengthOf } from './time-away.ts';

interface Reading<Operator extends CareerTest['operator']> {
  readonly test: Extract<CareerTest, { readonly operator: Operator }>;
  readonly facts: PersonFacts;
  readonly context: CheckContext;
}

/** Runs one test on the working life of a person. */
export function testCareer({ test, facts, context }: Reading<CareerTest['operator']>): Finding {
  switch (test.operator) {
    case 'initiatives-counted':
      return initiativesCounted({ test, facts, context });
    case 'research-counted':
      return researchCounted({ test, facts, context });
    case 'initiative-effect':
      return initiativeEffect({ test, facts, context });
    case 'research-scope':
      return researchScope({ test, facts, context });
    case 'served':
      return served({ test, facts, context });
    case 'is-manager':
      return isManager({ test, facts, context });
    case 'no-running-discipline':
      return noRunningDiscipline({ test, facts, context });
    case 'transfer-comment':
      return transferComment({ test, facts, context });
    case 'discipline-after-transfer':
      return disciplineAfterTransfer({ facts, context });
    case 'secondment-comment':
      return secondmentComment({ test, facts, context });
    case 'is-registered':
      return isRegistered({ test, facts, context });
    default:
      return impossible(test);
  }
}

/** Scopes from the lowest up; one that was refused has none. */
const scopeOrder = initiativeScopes.filter((scope) => scope !== 'NOT_RECOGNISED');

function reaches(scope: InitiativeScope | null, wanted: InitiativeScope): boolean {
  const place = scopeOrder.findIndex((one) => one === scope);
  return place >= 0 && place >= scopeOrder.findIndex((one) => one === wanted);
}

/** Says whether an initiative was recognised, with a number, at this level or a higher one. */
export function isRecognised({ scope, decisionNumber }: InitiativeFact, wanted: InitiativeScope): boolean {
  return decisionNumber !== null && decisionNumber.trim() !== '' && reaches(scope, wanted);
}

/** Facts of the last so many school years, this one included. */
export function ofLastYears<Fact extends { readonly schoolYear: string }>({
  list,
  years,
  context,
}: {
  readonly list: readonly Fact[];
  readonly years: number;
  readonly context: CheckContext;
}): readonly Fact[] {
  const last = firstYear(context.schoolYear);
  return list.filter(({ schoolYear }) => {
    const year = firstYear(schoolYear);
    return year <= last && year > last - years;
  });
}

function initiativesCounted({ test, facts, context }: Reading<'initiatives-counted'>): Finding {
  const source = say.sources.initiatives;
  const years = spanOf({ test, facts, context });
  const list = ofLastYears({ list: facts.initiatives, years, context });
  const recognised = worksOnce(list.filter((one) => isRecognised(one, test.scope)));
  const unsettled = list.filter((one) => one.scope === null || isNumberless(one));
  const count = recognised.length;
  const waiting = worksOnce([...recognised, ...unsettled]).length - count;
  const fact = say.initiatives({ count, needed: test.count, years });
  if (count >= test.count) return { state: 'passed', fact, source, missing: null };
  const missing = say.moreInitiatives(test.count - count);
  if (count + waiting >= test.count)
    return { state: 'to-be-judged', fact, source, missing: say.enterNumbers };
  return { state: 'failed', fact, source, missing };
}

/** Each work once: two entries of one name and one year are about the same. */
function worksOnce<Work extends { readonly name: string; readonly schoolYear: string }>(
  list: readonly Work[],
): readonly Work[] {
  return [...new Map(list.map((one) => [`${one.schoolYear} ${fold(one.name)}`, one])).values()];
}

/** Years over which works are counted: those asked for, or the whole row of good years they lie in. */
function spanOf({ test, facts, context }: Reading<'initiatives-counted' | 'research-counted'>): number {
  const { years, during } = test;
  return during === null ? years : Math.max(years, rowOfYears({ each: during, facts, context }));
}

function isNumberless({ scope, decisionNumber }: InitiativeFact): boolean {
  return scope !== 'NOT_RECOGNISED' && (decisionNumber === null || decisionNumber.trim() === '');
}

function researchCounted({ test, facts, context }: Reading<'research-counted'>): Finding {
  const source = say.sources.research;
  const years = spanOf({ test, facts, context });
  const list = ofLastYears({ list: facts.research, years, context });
  const count = worksOnce(list.filter((one) => one.accepted)).length;
  const fact = say.research({ count, needed: test.count, years });
  return count >= test.count
    ? { state: 'passed', fact, source, missing: null }
    : { state: 'failed', fact, source, missing: say.moreResearch(test.count - count) };
}

/** A certificate of effect and scope, or recognition at that level itself. */
function initiativeEffect({ test, facts, context }: Reading<'initiative-effect'>): Finding {
  const source = say.sources.initiatives;
  const list = ofLastYears({ list: facts.initiatives, years: test.years, context });
  const good = list.find((one) => hasEffect(one, test.scope));
  if (good !== undefined) {
    return {
      state: 'passed',
      fact: say.hasEffect({ name: good.name, scope: test.scope }),
      source,
      missing: null,
    };
  }
  const missing = say.effectWanted(test.scope);
  const elsewhere = list.find((one) => test.scope === 'CITY' && hasEffect(one, 'MINISTRY'));
  if (elsewhere !== undefined) {
    const fact = say.hasEffect({ name: elsewhere.name, scope: 'MINISTRY' });
    return { state: 'to-be-judged', fact, source, missing };
  }
  const unasked = list.find((one) => isRecognised(one, 'BASE') && one.effect === undefined);
  if (unasked !== undefined) {
    return { state: 'to-be-judged', fact: say.effectUnknown({ name: unasked.name }), source, missing };
  }
  return { state: 'failed', fact: say.noEffect({ scope: test.scope, years: test.years }), source, missing };
}

/** Whether it was recognised at a level, or certified for it. The ministry's word is not the city's (Điều 22 khoản 2). */
function hasEffect(one: InitiativeFact, wanted: InitiativeScope): boolean {
  if (isRecognised(one, wanted) && covers(one.scope, wanted)) return true;
  const { effect } = one;
  return (
    effect !== undefined && effect !== null && effect.number.trim() !== '' && covers(effect.scope, wanted)
  );
}

/** Reaches as far, and was said by an authority that may say it. */
function covers(scope: InitiativeScope | null, wanted: InitiativeScope): boolean {
  return reaches(scope, wanted) && !(wanted === 'CITY' && scope === 'MINISTRY');
}

function researchScope({ test, facts, context }: Reading<'research-scope'>): Finding {
  const source = say.sources.research;
  const list = ofLastYears({ list: facts.research, years: test.years, context });
  const good = list.find((one) => one.accepted && covers(one.scope ?? null, test.scope));
  if (good !== undefined) {
    return {
      state: 'passed',
      fact: say.hasScope({ name: good.name, scope: test.scope }),
      source,
      missing: null,
    };
  }
  const missing = say.scopeWanted(test.scope);
  const elsewhere = list.find((one) => one.accepted && reaches(one.scope ?? null, test.scope));
  if (elsewhere !== undefined) {
    const fact = say.hasScope({ name: elsewhere.name, scope: 'MINISTRY' });
    return { state: 'to-be-judged', fact, source, missing };
  }
  const unasked = list.find((one) => one.accepted && one.scope === undefined);
  if (unasked !== undefined) {
    return { state: 'to-be-judged', fact: say.scopeUnknown({ name: unasked.name }), source, missing };
  }
  return { state: 'failed', fact: say.noScope({ scope: test.scope, years: test.years }), source, missing };
}

/** Months served: hard areas counted as often as the law says, time under discipline taken off where it says so. */
function served({ test, facts, context }: Reading<'served'>): Finding {
  const source = say.sources.service;
  const { service, joinedOn } = facts;
  const entered = {
    sector: service?.sectorMonths,
    teaching: service?.teachingMonths,
    'hard-area': service?.hardAreaMonths,
  };
  const joined = joinedOn === null ? null : wholeMonths(joinedOn, context.meetingDate);
  const plain = entered[test.where] ?? (test.where === 'sector' ? joined : null);
  const needed = test.years * 12;
  if (plain === null) {
    return {
      state: 'to-be-judged',
      fact: say.serviceUnknown(test.where),
      source,
      missing: say.enterService({ where: test.where, years: test.years }),
    };
  }
  const hard = service?.hardAreaMonths ?? null;
  const extra = test.hardAreaFactor === 2 ? Math.min(plain, hard ?? 0) : 0;
  const off = test.lessDiscipline ? monthsUnderDiscipline({ facts, context }) : 0;
  const months = Math.max(0, plain + extra - off);
  const fact = say.served({ where: test.where, months, extra, off, years: test.years });
  if (months >= needed) return { state: 'passed', fact, source, missing: null };
  const missing = say.moreService(needed - months);
  const mayDouble = test.hardAreaFactor === 2 && hard === null && plain * 2 - off >= needed;
  return mayDouble
    ? { state: 'to-be-judged', fact, source, missing: say.enterHardArea }
    : { state: 'failed', fact, source, missing };
}

function monthsUnderDiscipline({
  facts,
  context,
}: {
  readonly facts: PersonFacts;
  readonly context: CheckContext;
}): number {
  const spans = facts.disciplines
    .map((one) => ({ from: one.from, to: endOfDiscipline(one) }))
    .map(({ from, to }) => ({ from, to: to > context.meetingDate ? context.meetingDate : to }))
    .filter(({ from, to }) => from <= to);
  // Less than a month under discipline is taken off as one: the law counts no part of it.
  return spans.length === 0 ? 0 : Math.max(1, lengthOf(spans).months);
}

function isManager({ facts }: Reading<'is-manager'>): Finding {
  const source = say.sources.staff;
  const { manager } = facts;
  if (manager === undefined || manager === null) {
    return { state: 'to-be-judged', fact: say.managerUnknown, source, missing: say.enterManager };
  }
  return manager
    ? { state: 'passed', fact: say.isManager, source, missing: null }
    : { state: 'failed', fact: say.isNotManager, source, missing: say.managerWanted };
}

function noRunningDiscipline({ facts, context }: Reading<'no-running-discipline'>): Finding {
  const source = say.sources.disciplines;
  const running = facts.disciplines.filter(
    (one) => one.from <= context.meetingDate && endOfDiscipline(one) >= context.meetingDate,
  );
  if (running.length === 0) {
    return { state: 'passed', fact: say.noRunning(formatDate(context.meetingDate)), source, missing: null };
  }
  const end = running.map(endOfDiscipline).toSorted().at(-1) ?? context.meetingDate;
  return {
    state: 'failed',
    fact: disciplineList(running),
    source,
    missing: say.waitUntilAfter(formatDate(end)),
  };
}

function transferComment({ test, facts, context }: Reading<'transfer-comment'>): Finding {
  const source = say.sources.transfer;
  const { transfer } = facts;
  const { from, to } = context.reviewPeriod;
  if (transfer === undefined || transfer === null || transfer.on < from || transfer.on > to) {
    return { state: 'not-applicable', fact: say.noTransfer, source, missing: null };
  }
  const fact = say.transferred({ ...transfer, on: formatDate(transfer.on) });
  if (transfer.commentReceived) return { state: 'passed', fact, source, missing: null };
  const needed = test.months === null ? 0 : context.ruleSet.values[test.months].value;
  if (transfer.monthsThere !== null && transfer.monthsThere < needed) {
    return { state: 'passed', fact: say.shortStay({ fact, needed }), source, missing: null };
  }
  return { state: 'to-be-judged', fact, source, missing: say.commentWanted(transfer.previousUnit) };
}

function disciplineAfterTransfer({
  facts,
  context,
}: Omit<Reading<'discipline-after-transfer'>, 'test'>): Finding {
  const source = say.sources.transfer;
  const { transfer } = facts;
  const { from, to } = context.reviewPeriod;
  if (transfer === undefined || transfer === null || transfer.on < from || transfer.on > to) {
    return { state: 'not-applicable', fact: say.noTransfer, source, missing: null };
  }
  const since = facts.disciplines.filter((one) => one.from >= transfer.on && one.from <= to);
  if (since.length === 0) {
    return { state: 'not-applicable', fact: say.noDisciplineSince, source, missing: null };
  }
  return {
    state: 'to-be-judged',
    fact: say.disciplinedSince({
      list: disciplineList(since),
      on: formatDate(transfer.on),
      previousUnit: transfer.previousUnit,
    }),
    source,
    missing: say.sayWhereItHappened,
  };
}

function secondmentComment({ facts }: Reading<'secondment-comment'>): Finding {
  const source = say.sources.transfer;
  const { secondment } = facts;
  if (secondment === undefined || secondment === null) {
    return { state: 'not-applicable', fact: say.noSecondment, source, missing: null };
  }
  const fact = say.seconded(secondment);
  return secondment.commentReceived
    ? { state: 'passed', fact, source, missing: null }
    : { state: 'to-be-judged', fact, source, missing: say.commentWanted(secondment.unit) };
}

function isRegistered({ facts }: Reading<'is-registered'>): Finding {
  const source = say.sources.registration;
  const { registered } = facts;
  if (registered === undefined || registered === null) {
    return { state: 'to-be-judged', fact: say.registrationUnknown, source, missing: say.enterRegistration };
  }
  return registered
    ? { state: 'passed', fact: say.isRegistered, source, missing: null }
    : { state: 'failed', fact: say.isNotRegistered, source, missing: say.enterRegistration };
}
