/** One order for every list of facts, so that no rule reads more, less or other words when a list stands otherwise. */
import { initiativeScopes, type InitiativeScope } from '../terms.ts';
import type {
  AbsenceFact,
  AwardFact,
  DisciplineFact,
  GroupFacts,
  GroupMemberFact,
  InitiativeFact,
  LeftOutFact,
  PastRatingFact,
  PendingMatterFact,
  PersonFacts,
  ResearchFact,
} from './facts.ts';

/** A list by its keys, then by all that it says: two facts that stay level are the same fact. */
export function inOrder<Fact>(
  list: readonly Fact[],
  keys: (fact: Fact) => readonly (string | null)[],
): readonly Fact[] {
  if (list.length < 2) return list;
  return list
    .map((fact) => ({ fact, key: [...keys(fact).map((key) => key ?? LAST), JSON.stringify(fact)] }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ fact }) => fact);
}

/** After every date and every year: what lasts still. */
const LAST = '\uffff';

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}

const sorted = new WeakMap<PersonFacts | GroupFacts, PersonFacts | GroupFacts>();

/** The same facts, every list oldest first; worked out once for facts that are read for many titles. */
export function factsInOrder<Facts extends PersonFacts | GroupFacts>(facts: Facts): Facts {
  const known = sorted.get(facts);
  if (known !== undefined) return known as Facts;
  const made = 'members' in facts ? groupInOrder(facts) : personInOrder(facts);
  sorted.set(facts, made);
  return made as Facts;
}

function personInOrder(facts: PersonFacts): PersonFacts {
  return {
    ...facts,
    absences: inOrder(facts.absences, absenceKeys),
    disciplines: inOrder(facts.disciplines, disciplineKeys),
    pendingMatters: inOrder(facts.pendingMatters, matterKeys),
    initiatives: inOrder(facts.initiatives.map(usesInOrder), initiativeKeys),
    research: inOrder(facts.research, researchKeys),
    awards: inOrder(facts.awards, awardKeys),
    pastRatings: inOrder(facts.pastRatings, ratingKeys),
  };
}

function groupInOrder(facts: GroupFacts): GroupFacts {
  const { awards, pastRatings, disciplines, pendingMatters, leftOut } = facts;
  return {
    ...facts,
    members: inOrder(facts.members.map(memberInOrder), memberKeys),
    ...(leftOut === undefined ? {} : { leftOut: inOrder(leftOut.map(leftOutInOrder), memberKeys) }),
    ...(awards === undefined ? {} : { awards: inOrder(awards, awardKeys) }),
    ...(pastRatings === undefined ? {} : { pastRatings: inOrder(pastRatings, ratingKeys) }),
    ...(disciplines === undefined ? {} : { disciplines: inOrder(disciplines, disciplineKeys) }),
    ...(pendingMatters === undefined ? {} : { pendingMatters: inOrder(pendingMatters, matterKeys) }),
  };
}

function memberKeys({ personId }: { readonly personId: string }): readonly string[] {
  return [personId];
}

function leftOutInOrder(one: LeftOutFact): LeftOutFact {
  const { disciplines } = one;
  return disciplines === undefined ? one : { ...one, disciplines: inOrder(disciplines, disciplineKeys) };
}

function memberInOrder(member: GroupMemberFact): GroupMemberFact {
  return member.disciplines.length < 2
    ? member
    : { ...member, disciplines: inOrder(member.disciplines, disciplineKeys) };
}

function usesInOrder(initiative: InitiativeFact): InitiativeFact {
  const { usedFor } = initiative;
  return usedFor === undefined || usedFor.length < 2
    ? initiative
    : { ...initiative, usedFor: inOrder(usedFor, (use) => [use.schoolYear, use.titleId]) };
}

function absenceKeys({ from, to, kind }: AbsenceFact) {
  return [from, to, kind];
}

/** What disciplines are ordered by: day of the decision, last day of execution, form. */
export function disciplineKeys({ from, to, form }: DisciplineFact) {
  return [from, to, form];
}

function matterKeys({ from, to, kind }: PendingMatterFact) {
  return [from, to, kind];
}

/** Of one initiative that was recognised twice, the widest recognition is told. */
function initiativeKeys({ schoolYear, name, decisionNumber, scope }: InitiativeFact) {
  return [schoolYear, name, decisionNumber, narrowness(scope)];
}

function narrowness(scope: InitiativeScope | null): string | null {
  if (scope === null || scope === 'NOT_RECOGNISED') return null;
  return String(initiativeScopes.length - initiativeScopes.indexOf(scope));
}

function researchKeys({ schoolYear, name }: ResearchFact) {
  return [schoolYear, name];
}

function awardKeys({ schoolYear, titleId, decisionDate }: AwardFact) {
  return [schoolYear, titleId, decisionDate];
}

function ratingKeys({ schoolYear }: PastRatingFact) {
  return [schoolYear];
}
