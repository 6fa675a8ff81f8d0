/** What a council weighs of a case beside its conditions: what was recorded for it, nothing that is a person's own affair. */
import { rulesOf, findTitle } from '../rules/catalogue.ts';
import { testsOf } from '../rules/flatten.ts';
import type { RuleSet } from '../rules/model.ts';
import { awardsNamedBy } from '../rules/title-order.ts';
import type { TitleId } from '../terms.ts';
import type { Hundredths } from '../numbers.ts';
import * as say from '../vi/merits.ts';
import { heldOnce } from './awards-held.ts';
import type { CaseFacts, GroupFacts, HistoryFacts, MemberTitleState, PersonFacts } from './facts.ts';

/** One kind of merit with what was recorded, newest first; it may be shown on the wall. */
export interface Merit {
  readonly name: string;
  readonly texts: readonly string[];
}

/** What merits are read from. */
export interface MeritSources {
  readonly facts: CaseFacts;
  readonly titleId: TitleId;
  readonly schoolYear: string;
  readonly ruleSet: RuleSet;
  /** Null where the school scores nobody, or not this owner. */
  readonly points: {
    readonly self: Hundredths | null;
    readonly group: Hundredths | null;
    readonly most: Hundredths;
  } | null;
  /** For what the case is put forward, in words. */
  readonly achievement: string;
}

/** Earlier years that are told; the rules themselves look further back. */
const YEARS_TOLD = 5;

/** The merits of a case, each kind once; a kind that its title rests on is told when it is empty too. */
export function meritsOf(given: MeritSources): readonly Merit[] {
  const { facts } = given;
  const own = 'personId' in facts ? ofPerson(facts, given) : 'groupId' in facts ? ofGroup(facts, given) : [];
  const isAsked = findTitle(given.titleId)?.kind === 'REWARD' || !('personId' in facts);
  const achievement = given.achievement === '' && isAsked ? say.noAchievement : given.achievement;
  return [...own, { name: say.meritNames.achievement, texts: [achievement] }].filter(({ texts }) =>
    texts.some((text) => text !== ''),
  );
}

function ofPerson(facts: PersonFacts, given: MeritSources): readonly Merit[] {
  const { points } = given;
  const scored = points === null ? [] : [isBlank(points) ? say.noPoints : say.pointsText(points)];
  return [
    { name: say.meritNames.rating, texts: ratingTexts(facts, given) },
    { name: say.meritNames.points, texts: scored },
    { name: say.meritNames.initiatives, texts: initiativeTexts(facts, given) },
    ...awardMerits(facts, given),
  ];
}

function isBlank({ self, group }: NonNullable<MeritSources['points']>): boolean {
  return self === null && group === null;
}

function ratingTexts(facts: PersonFacts | GroupFacts, given: MeritSources): readonly string[] {
  const { schoolYear } = given;
  const now = say.ratingText({ rating: facts.rating, schoolYear, isGroup: 'groupId' in facts });
  const past = awardsNamedBy(given).length === 0 ? [] : newestFirst(facts.pastRatings ?? []);
  return past.length === 0 ? [now] : [now, say.pastRatingsText(past.slice(0, YEARS_TOLD))];
}

/** Those of the year; those of earlier years too where the title rests on them. */
function initiativeTexts(facts: PersonFacts, given: MeritSources): readonly string[] {
  const read = rulesOf(given).flatMap(testsOf);
  const isRead = read.some(
    (test) => 'fact' in test && (test.fact === 'initiatives' || test.fact === 'research'),
  );
  const told = <T extends { readonly schoolYear: string }>(all: readonly T[]) =>
    newestFirst(all).filter((one) => isRead || one.schoolYear === given.schoolYear);
  const texts = [
    ...told(facts.initiatives).map((one) => say.initiativeText(one, nameOf)),
    ...told(facts.research).map(say.researchText),
  ];
  return texts.length === 0 && isRead ? [say.noInitiative] : texts;
}

function awardMerits(facts: HistoryFacts, given: MeritSources): readonly Merit[] {
  const named = awardsNamedBy(given);
  if (named.length === 0) return [];
  const held = newestFirst(heldOnce(facts, named)).map((one) => say.awardText(one, nameOf(one.titleId)));
  const thisYear = Object.entries(facts.awardsThisYear ?? {}).flatMap(([titleId, state]) =>
    state === null || state === 'rejected' ? [] : [`${nameOf(titleId)}: ${say.thisYearTexts[state]}`],
  );
  return [
    { name: say.meritNames.awards, texts: held.length === 0 ? [say.noAward] : held },
    { name: say.meritNames.thisYear, texts: thisYear },
  ];
}

function ofGroup(facts: GroupFacts, given: MeritSources): readonly Merit[] {
  const { members } = facts;
  const titled = (['LDTT', 'CSTDCS'] as const).map((titleId) => {
    const states = members.map(({ titles }) => titles[titleId]);
    const of = (...wanted: readonly MemberTitleState[]) =>
      states.filter((state) => wanted.includes(state)).length;
    const count = { given: of('proposed', 'decided'), open: of('open'), members: members.length };
    return say.memberTitleText({ titleName: nameOf(titleId), ...count });
  });
  const rank = facts.clusterRank ?? null;
  return [
    { name: say.meritNames.rating, texts: ratingTexts(facts, given) },
    {
      name: say.meritNames.members,
      texts: members.length === 0 ? [] : [say.membersText(members.map(({ rating }) => rating)), ...titled],
    },
    { name: say.meritNames.rank, texts: rank === null ? [] : [say.rankText(rank)] },
    ...awardMerits(facts, given),
  ];
}

function newestFirst<T extends { readonly schoolYear: string }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => b.schoolYear.localeCompare(a.schoolYear));
}

function nameOf(titleId: TitleId): string {
  return findTitle(titleId)?.name ?? titleId;
}
