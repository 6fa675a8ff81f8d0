/** What people should look at beside a verdict. A warning never changes the result. */
import { findTitle, rulesOf } from '../rules/catalogue.ts';
import { groundsNamed, testsOf } from '../rules/flatten.ts';
import type { Rule } from '../rules/model.ts';
import { warningSources, type WarningId } from '../rules/warnings.ts';
import { citationText } from '../rules/words.ts';
import type { Confidence, TitleId } from '../terms.ts';
import { knowledgeOf } from '../vi/readings.ts';
import * as say from '../vi/warnings.ts';
import type { CheckContext, GroupFacts, PersonFacts } from './facts.ts';
import { firstYear, groundForMerit } from './awards-held.ts';

/** One warning, with its place in the law. */
export interface Warning {
  readonly id: WarningId;
  readonly text: string;
  readonly citation: string;
  readonly confidence: Confidence;
  /** What is doubtful about that place, in words; null when it is known well. */
  readonly doubt: string | null;
}

interface Asked {
  readonly titleId: TitleId;
  readonly facts: PersonFacts | GroupFacts;
  readonly context: CheckContext;
}

/** Every warning on a case, in the order of their ids. */
export function warningsOf(asked: Asked): readonly Warning[] {
  return [
    ...usedTwice(asked),
    ...notForMerit(asked),
    ...preferred(asked),
    ...initiativesUsed(asked),
    ...unregistered(asked),
    ...ratedLate(asked),
  ];
}

/** A warning in the words of its case, with its place in the law as it is known on the day of the meeting. */
export function warn(id: WarningId, text: string, { meetingDate: day }: CheckContext): Warning {
  const source = warningSources[id];
  return { id, text, citation: citationText(source.citation), ...knowledgeOf({ ...source, day }) };
}

function nameOf(titleId: TitleId): string {
  return findTitle(titleId)?.name ?? titleId;
}

/** B5: the achievement of this case was rewarded already. */
function usedTwice({ titleId, facts, context }: Asked): readonly Warning[] {
  const { achievementId } = facts;
  if (achievementId === undefined || achievementId === null) return [];
  return (facts.awards ?? [])
    .filter((one) => one.achievementId === achievementId && one.titleId !== titleId && one.cancelled !== true)
    .map(({ titleId: other, schoolYear }) =>
      warn('B5', say.usedTwice({ name: nameOf(other), schoolYear }), context),
    );
}

/** B6: an award that this title rests on was for a sudden or themed achievement, or nobody recorded what for. */
function notForMerit({ titleId, facts, context }: Asked): readonly Warning[] {
  const { awards } = facts;
  if (awards === undefined || awards.length === 0) return [];
  const named = groundsOf({ titleId, context }).titleIds;
  return awards
    .filter((one) => one.cancelled !== true && named.has(one.titleId) && groundForMerit(one) !== 'yes')
    .map((one) =>
      warn(
        'B6',
        say.notForMerit({
          name: nameOf(one.titleId),
          schoolYear: one.schoolYear,
          unknown: groundForMerit(one) === 'unknown',
        }),
        context,
      ),
    );
}

/** What the rules of a title rest on, read once for each list of rules. */
interface Grounds {
  readonly titleIds: ReadonlySet<TitleId>;
  /** Over how many years initiatives are read; zero when they are not. */
  readonly initiativeYears: number;
  /** The rating of the year is read. */
  readonly readsRating: boolean;
}

const known = new WeakMap<readonly Rule[], Grounds>();

function groundsOf({ titleId, context }: Pick<Asked, 'titleId' | 'context'>): Grounds {
  const rules = rulesOf({ ruleSet: context.ruleSet, titleId });
  const found = known.get(rules);
  if (found !== undefined) return found;
  const tests = rules.flatMap(testsOf);
  const made = {
    titleIds: new Set(tests.flatMap(groundsNamed)),
    initiativeYears: Math.max(0, ...tests.map(yearsOfInitiatives)),
    readsRating: tests.some(readsRating),
  };
  known.set(rules, made);
  return made;
}

function readsRating(test: ReturnType<typeof testsOf>[number]): boolean {
  if (test.operator === 'years-in-a-row' || test.operator === 'years-with') return test.each.rating !== null;
  return 'fact' in test && test.fact === 'rating';
}

function yearsOfInitiatives(test: ReturnType<typeof testsOf>[number]): number {
  if (test.operator === 'initiative-recognised') return 1;
  return test.operator === 'initiatives-counted' || test.operator === 'initiative-effect' ? test.years : 0;
}

/** B8: fewer places than people who qualify. */
function preferred({ facts, context }: Asked): readonly Warning[] {
  if (context.limitedPlaces !== true) return [];
  if ('members' in facts) {
    const women = facts.members.filter(({ sex }) => sex === 'FEMALE').length;
    const members = facts.members.length;
    return members > 0 && women * 100 >= 70 * members
      ? [warn('B8', say.preferGroup({ women, members }), context)]
      : [];
  }
  return facts.sex === 'FEMALE' ? [warn('B8', say.preferWoman, context)] : [];
}

/** B9: an initiative of these years served another award. */
function initiativesUsed({ titleId, facts, context }: Asked): readonly Warning[] {
  if ('members' in facts || facts.initiatives.every(({ usedFor }) => usedFor === undefined)) return [];
  const years = groundsOf({ titleId, context }).initiativeYears;
  const now = firstYear(context.schoolYear);
  return facts.initiatives
    .filter(({ schoolYear }) => firstYear(schoolYear) <= now && firstYear(schoolYear) > now - years)
    .flatMap(({ name, usedFor }) =>
      (usedFor ?? [])
        .filter((use) => use.titleId !== titleId || use.schoolYear !== context.schoolYear)
        .map((use) =>
          warn(
            'B9',
            say.initiativeUsed({ name, award: nameOf(use.titleId), schoolYear: use.schoolYear }),
            context,
          ),
        ),
    );
}

/** B11: not registered, where no regulation makes that a condition. */
function unregistered({ facts, context }: Asked): readonly Warning[] {
  const isRemark = !context.ruleSet.switches.registrationRequired.value;
  return isRemark && facts.registered === false ? [warn('B11', say.notRegistered, context)] : [];
}

/** Whether the rules of a title read a rating that nobody has decided yet. */
export function isProvisional({ titleId, facts, context }: Asked): boolean {
  const { level, state } = facts.rating;
  return level !== null && state !== 'decided' && groundsOf({ titleId, context }).readsRating;
}

/** T10: the rating must be decided, and before the meeting. */
function ratedLate({ titleId, facts, context }: Asked): readonly Warning[] {
  const { decidedOn, level } = facts.rating;
  if (level !== null && isProvisional({ titleId, facts, context }))
    return [warn('T10', say.ratingProposed(level), context)];
  if (decidedOn === undefined || decidedOn === null || decidedOn <= context.meetingDate) return [];
  return [warn('T10', say.ratedLate({ decidedOn, meetingDate: context.meetingDate }), context)];
}
