/** The operators of rules about collectives: each reads its facts and says what it found. */
import { wholeMonths } from '../dates.ts';
import { impossible } from '../result.ts';
import { findTitle } from '../rules/catalogue.ts';
import type { GroupTest, MemberTitleId } from '../rules/tests.ts';
import * as say from '../vi/findings.ts';
import * as sayOfGroup from '../vi/group-findings.ts';
import type { CheckContext, GroupFacts, MemberTitleState } from './facts.ts';
import type { Finding } from './finding.ts';
import { testHistory } from './history.ts';
import { disciplineKeys, inOrder } from './in-order.ts';
import { isRatedAtLeast } from './ratings.ts';
import { need } from './threshold.ts';

interface Reading<Operator extends GroupTest['operator']> {
  readonly test: Extract<GroupTest, { readonly operator: Operator }>;
  readonly facts: GroupFacts;
  readonly context: CheckContext;
}

/** Runs one test on the facts of a tổ. */
export function testGroup({ test, facts, context }: Reading<GroupTest['operator']>): Finding {
  switch (test.operator) {
    case 'group-rating-at-least':
      return groupRatingAtLeast({ test, facts, context });
    case 'member-share':
      return memberShare({ test, facts, context });
    case 'some-member-has':
      return someMemberHas({ test, facts, context });
    case 'members-rated-at-least':
      return membersRatedAtLeast({ test, facts, context });
    case 'no-member-disciplined':
      return noMemberDisciplined({ test, facts, context });
    case 'years-in-a-row':
    case 'years-with':
    case 'twice-in-a-row':
    case 'holds-award':
    case 'never-awarded':
      return testHistory({ test, facts, context });
    case 'no-open-matter':
      return noOpenMatter({ test, facts, context });
    case 'first-in-cluster':
      return firstInCluster({ test, facts, context });
    case 'is-whole-school':
      return isWholeSchool({ test, facts, context });
    case 'as-old-as':
      return asOldAs({ test, facts, context });
    case 'judged':
      return {
        state: 'to-be-judged',
        fact: say.notJudged,
        source: say.sources.judgement,
        missing: say.judgeIt,
      };
    default:
      return impossible(test);
  }
}

function groupRatingAtLeast({ test, facts, context }: Reading<'group-rating-at-least'>): Finding {
  const source = say.sources.groupRating;
  const { level, state } = facts.rating;
  if (level === null) {
    const fact = sayOfGroup.groupRatingUnknown(context.schoolYear);
    return { state: 'to-be-judged', fact, source, missing: sayOfGroup.enterGroupRating };
  }
  const fact = sayOfGroup.groupRatingIs({
    level,
    proposed: state !== 'decided',
    schoolYear: context.schoolYear,
  });
  return isRatedAtLeast({ level, wanted: test.level })
    ? { state: 'passed', fact, source, missing: null }
    : { state: 'failed', fact, source, missing: say.ratingWanted(test.level) };
}

const memberless: Finding = {
  state: 'to-be-judged',
  fact: sayOfGroup.noMembers,
  source: say.sources.members,
  missing: sayOfGroup.enterMembers,
};

function countMembers({ facts, titleId }: { readonly facts: GroupFacts; readonly titleId: MemberTitleId }) {
  const states = facts.members.map(({ titles }) => titles[titleId]);
  return {
    titleName: findTitle(titleId)?.name ?? titleId,
    decided: states.filter((state) => state === 'decided').length,
    proposed: states.filter((state) => state === 'proposed').length,
    ...exceptionsOf(facts),
    waiting: states.filter(isWaiting).length,
    anyWaiting: facts.members.some(({ titles }) => isWaiting(titles.LDTT) || isWaiting(titles.CSTDCS)),
    members: states.length,
  };
}

/** Whom the records leave out, and whom the council counts or leaves out otherwise: told beside every share. */
function exceptionsOf({ members, leftOut = [] }: GroupFacts): sayOfGroup.CountExceptions {
  return {
    leftOut,
    takenIn: members.flatMap(({ fullName = '', decision }) =>
      decision === undefined ? [] : [{ fullName, decision }],
    ),
  };
}

/** Waits for the council; what it proposes counts as it proposes it. */
function isWaiting(state: MemberTitleState): boolean {
  return state === 'open';
}

/** The share is counted in whole people: `(decided + proposed) * 100 >= percent * members`. */
function memberShare({ test, facts, context }: Reading<'member-share'>): Finding {
  if (facts.members.length === 0) return memberless;
  const counted = countMembers({ facts, titleId: test.titleId });
  const needed = need({
    percent: context.ruleSet.values[test.percent].value,
    strict: false,
    base: counted.members,
  });
  return settle({ counted, needed, fact: sayOfGroup.memberShare({ ...counted, needed }) });
}

function someMemberHas({ test, facts }: Reading<'some-member-has'>): Finding {
  if (facts.members.length === 0) return memberless;
  const counted = countMembers({ facts, titleId: test.titleId });
  return settle({
    counted,
    needed: test.count,
    fact: sayOfGroup.memberCount({ ...counted, needed: test.count }),
  });
}

/** Settled only when no member waits for the council any more: until then a refused case may still be taken up again. */
function settle({
  counted,
  needed,
  fact,
}: {
  readonly counted: ReturnType<typeof countMembers>;
  readonly needed: number;
  readonly fact: string;
}): Finding {
  const source = say.sources.members;
  if (counted.anyWaiting) {
    return { state: 'to-be-judged', fact, source, missing: sayOfGroup.waitForCouncil, awaitsDecision: true };
  }
  const count = counted.decided + counted.proposed;
  if (count >= needed) return { state: 'passed', fact, source, missing: null };
  const missing = sayOfGroup.moreMembersWanted({
    titleName: counted.titleName,
    missing: needed - count,
  });
  return { state: 'failed', fact, source, missing };
}

function membersRatedAtLeast({ test, facts }: Reading<'members-rated-at-least'>): Finding {
  if (facts.members.length === 0) return memberless;
  const source = say.sources.members;
  const levels = facts.members.map(({ rating }) => rating);
  const known = levels.filter((level) => level !== null);
  const enough = known.filter((level) => isRatedAtLeast({ level, wanted: test.level })).length;
  const below = known.length - enough;
  const unknown = levels.length - known.length;
  const fact = sayOfGroup.membersRated({
    level: test.level,
    enough,
    below,
    unknown,
    members: levels.length,
    ...exceptionsOf(facts),
  });
  if (below > 0) return { state: 'failed', fact, source, missing: sayOfGroup.everyMemberRated };
  if (unknown > 0) return { state: 'to-be-judged', fact, source, missing: sayOfGroup.enterMemberRatings };
  return { state: 'passed', fact, source, missing: null };
}

function noMemberDisciplined({ test, facts, context }: Reading<'no-member-disciplined'>): Finding {
  const source = say.sources.disciplines;
  const { from, to } = context.reviewPeriod;
  // Who is not counted is a member all the same.
  const barred = [...facts.members, ...(facts.leftOut ?? [])]
    .map(({ disciplines = [] }) =>
      disciplines.filter((one) => test.forms.includes(one.form) && one.from >= from && one.from <= to),
    )
    .filter((disciplines) => disciplines.length > 0);
  if (barred.length === 0)
    return { state: 'passed', fact: sayOfGroup.noMemberDisciplined, source, missing: null };
  const list = say.disciplineList(inOrder(barred.flat(), disciplineKeys));
  return {
    state: 'failed',
    fact: sayOfGroup.memberDisciplined({ people: barred.length, list }),
    source,
    missing: sayOfGroup.noMemberDisciplined,
  };
}

function noOpenMatter({ facts, context }: Reading<'no-open-matter'>): Finding {
  const source = say.sources.pendingMatters;
  const { meetingDate } = context;
  if (facts.pendingMatters === undefined) {
    return {
      state: 'to-be-judged',
      fact: sayOfGroup.mattersUnknown,
      source,
      missing: sayOfGroup.enterMatters,
    };
  }
  const open = facts.pendingMatters.filter(
    ({ from, to }) => from <= meetingDate && (to === null || to > meetingDate),
  );
  if (open.length === 0) return { state: 'passed', fact: say.noMatter(meetingDate), source, missing: null };
  return { state: 'postponed', fact: say.matterList(open), source, missing: say.waitForConclusion };
}

function firstInCluster({ facts }: Reading<'first-in-cluster'>): Finding {
  const source = say.sources.cluster;
  const { clusterRank } = facts;
  if (clusterRank === undefined || clusterRank === null) {
    return { state: 'to-be-judged', fact: sayOfGroup.rankUnknown, source, missing: sayOfGroup.enterRank };
  }
  const fact = sayOfGroup.rankIs(clusterRank);
  return clusterRank === 1
    ? { state: 'passed', fact, source, missing: null }
    : { state: 'failed', fact, source, missing: sayOfGroup.firstRankWanted };
}

function isWholeSchool({ facts, context }: Reading<'is-whole-school'>): Finding {
  const { source } = context.ruleSet.switches.groupsMayReceive;
  return facts.isSchool === true
    ? { state: 'passed', fact: sayOfGroup.wholeSchool, source, missing: null }
    : { state: 'failed', fact: sayOfGroup.notWholeSchool, source, missing: null };
}

function asOldAs({ test, facts, context }: Reading<'as-old-as'>): Finding {
  const source = say.sources.unit;
  const { establishedOn } = facts;
  if (establishedOn === undefined || establishedOn === null) {
    return {
      state: 'to-be-judged',
      fact: sayOfGroup.foundationUnknown,
      source,
      missing: sayOfGroup.enterFoundation,
    };
  }
  const years = Math.floor(wholeMonths(establishedOn, context.meetingDate) / 12);
  const fact = sayOfGroup.founded({ establishedOn, years, needed: test.years });
  return years >= test.years
    ? { state: 'passed', fact, source, missing: null }
    : { state: 'failed', fact, source, missing: sayOfGroup.olderWanted(test.years) };
}
