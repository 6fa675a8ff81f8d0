/** The operators of rules about people: each reads its facts and says what it found. */
import { wholeMonths, type IsoDate } from '../dates.ts';
import { impossible } from '../result.ts';
import type { PersonTest } from '../rules/tests.ts';
import { initiativeScopes, type AbsenceKind, type InitiativeScope } from '../terms.ts';
import * as say from '../vi/findings.ts';
import { testCareer } from './career-tests.ts';
import { endOfDiscipline } from './discipline.ts';
import type { CheckContext, PersonFacts } from './facts.ts';
import { allOf, anyOf, type Finding } from './finding.ts';
import { testHistory } from './history.ts';
import { isRatedAtLeast } from './ratings.ts';
import { lengthOf, monthsLeft, none, sumOf, timeAway, type TimeAway } from './time-away.ts';

interface Reading<Operator extends PersonTest['operator']> {
  readonly test: Extract<PersonTest, { readonly operator: Operator }>;
  readonly facts: PersonFacts;
  readonly context: CheckContext;
}

/** Runs one test on the facts of a person. */
export function testPerson({ test, facts, context }: Reading<PersonTest['operator']>): Finding {
  switch (test.operator) {
    case 'rating-at-least':
      return ratingAtLeast({ test, facts, context });
    case 'recruited-for':
      return recruitedFor({ test, facts, context });
    case 'absence-counts':
      return absenceCounts({ test, facts, context });
    case 'worked-for':
      return workedFor({ test, facts, context });
    case 'absence-below':
      return absenceBelow({ test, facts, context });
    case 'no-open-matter':
      return noOpenMatter({ test, facts, context });
    case 'no-unfinished-discipline':
      return noUnfinishedDiscipline({ test, facts, context });
    case 'no-discipline-in-period':
      return noDisciplineInPeriod({ test, facts, context });
    case 'initiative-recognised':
      return initiativeRecognised({ test, facts, context });
    case 'research-accepted':
      return researchAccepted({ test, facts, context });
    case 'years-in-a-row':
    case 'years-with':
    case 'twice-in-a-row':
    case 'holds-award':
    case 'never-awarded':
      return testHistory({ test, facts, context });
    case 'initiatives-counted':
    case 'research-counted':
    case 'initiative-effect':
    case 'research-scope':
    case 'served':
    case 'is-manager':
    case 'no-running-discipline':
    case 'transfer-comment':
    case 'discipline-after-transfer':
    case 'secondment-comment':
    case 'is-registered':
      return testCareer({ test, facts, context });
    case 'judged':
      return {
        state: 'to-be-judged',
        fact: say.notJudged,
        source: say.sources.judgement,
        missing: say.judgeIt,
      };
    case 'any-of':
      return anyOf(test.tests.map((one) => testPerson({ test: one, facts, context })));
    case 'all-of':
      return allOf(test.tests.map((one) => testPerson({ test: one, facts, context })));
    default:
      return impossible(test);
  }
}

function ratingAtLeast({ test, facts, context }: Reading<'rating-at-least'>): Finding {
  const source = say.sources.rating;
  const { level, state } = facts.rating;
  if (level === null) {
    return {
      state: 'to-be-judged',
      fact: say.ratingUnknown(context.schoolYear),
      source,
      missing: say.enterRating,
    };
  }
  const fact = say.ratingIs({ level, proposed: state !== 'decided', schoolYear: context.schoolYear });
  return isRatedAtLeast({ level, wanted: test.level })
    ? { state: 'passed', fact, source, missing: null }
    : { state: 'failed', fact, source, missing: say.ratingWanted(test.level) };
}

function recruitedFor({ test, facts, context }: Reading<'recruited-for'>): Finding {
  const source = say.sources.staff;
  const { from, to } = context.reviewPeriod;
  const { joinedOn } = facts;
  if (joinedOn === null) {
    return { state: 'to-be-judged', fact: say.recruitmentUnknown, source, missing: say.enterRecruitment };
  }
  const needed = context.ruleSet.values[test.months].value;
  const before = facts.contractBefore ?? none;
  // Days are added before months are counted: three weeks and eight months under contract are nearly nine.
  const { months } = joinedOn > to ? none : sumOf(lengthOf([{ from: joinedOn, to }]), before);
  const fact =
    joinedOn < from
      ? say.recruitedEarlier({ joinedOn })
      : say.recruited({ joinedOn, periodEnd: to, months, needed, before });
  return months < needed
    ? { state: 'failed', fact, source, missing: say.monthsWanted(needed) }
    : { state: 'passed', fact, source, missing: null };
}

function absenceCounts({ test, facts, context }: Reading<'absence-counts'>): Finding {
  const source = say.sources.absences;
  const { told } = awayOf({ facts, context, isCounted: (kind) => test.kinds.includes(kind) });
  return told.length === 0
    ? { state: 'not-applicable', fact: say.noSuchAbsence, source, missing: null }
    : {
        state: 'passed',
        fact: say.absenceCounts({ absences: told, effect: test.effect }),
        source,
        missing: null,
      };
}

/** The time away in the period under review, of the kinds that are counted; `since` where the person came within it. */
function awayOf(options: {
  readonly facts: Pick<PersonFacts, 'absences'>;
  readonly context: CheckContext;
  readonly isCounted: (kind: AbsenceKind) => boolean;
  readonly since?: IsoDate;
}): TimeAway {
  const { facts, context, isCounted, since = context.reviewPeriod.from } = options;
  return timeAway({
    absences: facts.absences.filter(({ kind }) => isCounted(kind)),
    period: { from: since, to: context.reviewPeriod.to },
    day: context.meetingDate,
  });
}

/** How long a person was at work within the year, against the months that the decree of the year asks for. */
export function workedFor({
  test,
  facts,
  context,
}: Omit<Reading<'worked-for'>, 'facts'> & {
  readonly facts: Pick<PersonFacts, 'joinedOn' | 'absences'>;
}): Finding {
  const source = say.sources.absences;
  const { from, to } = context.reviewPeriod;
  const { joinedOn } = facts;
  const needed = context.ruleSet.values[test.months].value;
  const start = joinedOn !== null && joinedOn > from ? joinedOn : from;
  const period = { from: start, to };
  if (wholeMonths(start, to) < needed) {
    return {
      state: 'not-applicable',
      fact: say.newStaffSeenElsewhere,
      source: say.sources.staff,
      missing: null,
    };
  }
  const isCounted = (kind: AbsenceKind) => !test.countsAsWork.includes(kind);
  const { told: absences, least, most } = awayOf({ facts, context, isCounted, since: start });
  const atLeast = monthsLeft({ period, away: most });
  const atMost = monthsLeft({ period, away: least });
  if (atLeast < needed && atMost >= needed) {
    return {
      state: 'to-be-judged',
      fact: say.workedUnclear({ needed, absences }),
      source,
      missing: say.enterLeave,
    };
  }
  const months = atLeast >= needed ? atLeast : atMost;
  const fact = say.worked({ since: start > from ? start : null, months, needed, absences });
  return months >= needed
    ? { state: 'passed', fact, source, missing: null }
    : { state: 'failed', fact, source, missing: say.monthsWanted(needed) };
}

function absenceBelow({ test, facts, context }: Reading<'absence-below'>): Finding {
  const source = say.sources.absences;
  const isCounted = (kind: AbsenceKind) => !test.countsAsWork.includes(kind);
  const { told: absences, least, most } = awayOf({ facts, context, isCounted });
  if (absences.length === 0) return { state: 'passed', fact: say.neverAbsent, source, missing: null };
  const limit = test.fromMonths;
  if (least.months < limit && most.months >= limit) {
    return { state: 'to-be-judged', fact: say.absentUnclear(absences), source, missing: say.enterLeave };
  }
  const away = most.months < limit ? most : least;
  const fact = say.absent({ away, absences });
  return away.months < limit
    ? { state: 'passed', fact, source, missing: null }
    : { state: 'failed', fact, source, missing: say.absenceLimit(limit) };
}

function noOpenMatter({ facts, context }: Reading<'no-open-matter'>): Finding {
  const source = say.sources.pendingMatters;
  const { meetingDate } = context;
  const open = facts.pendingMatters.filter(
    ({ from, to }) => from <= meetingDate && (to === null || to > meetingDate),
  );
  if (open.length === 0) return { state: 'passed', fact: say.noMatter(meetingDate), source, missing: null };
  return { state: 'postponed', fact: say.matterList(open), source, missing: say.waitForConclusion };
}

function noUnfinishedDiscipline({ facts, context }: Reading<'no-unfinished-discipline'>): Finding {
  const source = say.sources.disciplines;
  const period = context.reviewPeriod;
  const unfinished = facts.disciplines.filter(
    (one) => one.from < period.from && endOfDiscipline(one) >= period.from,
  );
  const last = unfinished.map(endOfDiscipline).toSorted().at(-1);
  if (last === undefined) return { state: 'passed', fact: say.noOlderDiscipline, source, missing: null };
  const fact = say.disciplineList(unfinished);
  // Nothing of the period lies after the discipline: there is nothing to confirm.
  if (last >= period.to) return { state: 'failed', fact, source, missing: say.nothingAfter(last) };
  return { state: 'to-be-judged', fact, source, missing: say.countedAfter(last) };
}

function noDisciplineInPeriod({ test, facts, context }: Reading<'no-discipline-in-period'>): Finding {
  const source = say.sources.disciplines;
  const { from, to } = context.reviewPeriod;
  const inPeriod = facts.disciplines.filter(
    (one) =>
      one.from >= from && one.from <= to && (one.countedInYear ?? context.schoolYear) === context.schoolYear,
  );
  if (inPeriod.length === 0)
    return { state: 'passed', fact: say.noDisciplineInPeriod, source, missing: null };
  const fact = say.disciplineList(inPeriod);
  if (test.barring === 'any') return { state: 'failed', fact, source, missing: say.clearedOfDiscipline };
  if (inPeriod.some((one) => one.linkedToDuty === true)) {
    return {
      state: 'failed',
      fact: `${fact}; ${say.disciplineLinked}`,
      source,
      missing: say.clearedOfDiscipline,
    };
  }
  if (inPeriod.some((one) => one.linkedToDuty === null)) {
    return { state: 'to-be-judged', fact, source, missing: say.askIfLinkedToDuty };
  }
  return { state: 'passed', fact: `${fact}; ${say.disciplineNotLinked}`, source, missing: null };
}

/** Scopes from the lowest up; one that was refused has none. */
const scopeOrder = initiativeScopes.filter((scope) => scope !== 'NOT_RECOGNISED');

function rankOf(wanted: InitiativeScope | null): number {
  return scopeOrder.findIndex((scope) => scope === wanted);
}

function initiativeRecognised({ test, facts, context }: Reading<'initiative-recognised'>): Finding {
  const source = say.sources.initiatives;
  const wanted = rankOf(test.scope);
  const ofYear = facts.initiatives
    .filter(({ schoolYear, scope }) => schoolYear === context.schoolYear && scope !== 'NOT_RECOGNISED')
    .filter(({ scope }) => scope === null || rankOf(scope) >= wanted);
  for (const { name, scope, decisionNumber } of ofYear) {
    if (scope === null || decisionNumber === null || decisionNumber.trim() === '') continue;
    const fact = say.initiativeRecognised({ name, scope, decisionNumber });
    return { state: 'passed', fact, source, missing: null };
  }
  const [waiting] = ofYear;
  if (waiting !== undefined) {
    const fact = say.initiativeWaiting(waiting.name);
    return { state: 'to-be-judged', fact, source, missing: say.enterRecognition };
  }
  const fact = say.noInitiative(context.schoolYear);
  return { state: 'failed', fact, source, missing: say.initiativeWanted };
}

function researchAccepted({ facts, context }: Reading<'research-accepted'>): Finding {
  const source = say.sources.research;
  const ofYear = facts.research.filter(({ schoolYear }) => schoolYear === context.schoolYear);
  const accepted = ofYear.find((one) => one.accepted);
  if (accepted !== undefined) {
    return { state: 'passed', fact: say.researchAccepted(accepted.name), source, missing: null };
  }
  const [waiting] = ofYear;
  const fact = waiting === undefined ? say.noResearch(context.schoolYear) : say.researchWaiting(waiting.name);
  return { state: 'failed', fact, source, missing: say.researchWanted };
}
