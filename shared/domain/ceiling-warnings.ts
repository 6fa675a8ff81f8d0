/**
 * Which ceilings on numbers of people are passed. They are told of the school as it stands, never kept with a verdict:
 * a rating given to somebody else makes nobody's case stale, and no warning shows a number that is no longer true.
 */
import { ratingSystems, type PostGroupId, type PostGroups } from '../rules/rating-systems.ts';
import { ratings, type TitleId } from '../terms.ts';
import { doubtOf } from '../vi/terms.ts';
import * as say from '../vi/warnings.ts';
import { cstdcsCap, excellentCeiling, excellentUnitCeiling } from './ceilings.ts';
import { ratingRegimeOf } from './eligibility.ts';
import { isHeadPost, postGroupOf, type Post } from './post-groups.ts';
import { isRatedAtLeast } from './ratings.ts';
import type { CheckContext, GroupFacts, PersonFacts, RatedCounts, SchoolCounts } from './facts.ts';
import { warn, type Warning } from './warnings.ts';

interface Standing {
  readonly counts: SchoolCounts;
  readonly context: CheckContext;
}

/**
 * The ceilings that the school passes: those on people, on tổ and on the head (NĐ 233/2026, điều 12 khoản 6, điều 7, điều 12
 * khoản 7), and its own share of CSTĐCS; and that it rates by the decree before.
 */
export function ceilingsPassed({ counts, context }: Standing): readonly Warning[] {
  return [
    ...excellentPassed({ counts, context }).map(({ warning }) => warning),
    ...unitsPassed({ counts, context }),
    ...headPassed({ counts, context }),
    ...oldDecree(context),
    ...capPassed({ counts, context }),
  ];
}

interface GroupWarning {
  /** Null is the whole unit. */
  readonly group: PostGroupId | null;
  readonly warning: Warning;
}

/** The ceiling on HTXS over the unit, and over each group of similar posts that is not all of the unit. */
function excellentPassed({ counts, context }: Standing): readonly GroupWarning[] {
  const { ruleSet } = context;
  // Under NĐ 90/2020 the share comes from rules of the Party that nobody has entered.
  if (ratingRegimeOf(context) !== 'ND233') return [];
  const passed: GroupWarning[] = [];
  const unitExcellent = isExcellent(counts);
  const unit = excellentCeiling({ counts: { ...counts, unitExcellent }, ruleSet });
  if (unit.count > unit.most)
    passed.push({ group: null, warning: warn('HTXS_person', say.tooManyExcellent(unit), context) });
  for (const { id: group, rated } of counts.groups) {
    if (sumOf(rated) === sumOf(counts.rated)) continue;
    const ceiling = excellentCeiling({ counts: { rated, unitExcellent }, ruleSet });
    if (ceiling.count <= ceiling.most) continue;
    const warning = warn('HTXS_person', say.tooManyExcellentIn({ group, ...ceiling }), context);
    // That it is counted in groups is the decree's; who is in which is how schools do.
    const confidence = postGroupsOf(context)?.confidence ?? warning.confidence;
    passed.push({ group, warning: { ...warning, confidence, doubt: doubtOf(confidence) } });
  }
  return passed;
}

function isExcellent({ schoolRating }: SchoolCounts): boolean {
  return schoolRating === 'HTXS';
}

/** More tổ rated HTXS than the ceiling allows. */
function unitsPassed({ counts, context }: Standing): readonly Warning[] {
  if (ratingRegimeOf(context) !== 'ND233') return [];
  const { units } = counts;
  const ceiling = excellentUnitCeiling({
    units,
    unitExcellent: isExcellent(counts),
    ruleSet: context.ruleSet,
  });
  if (ceiling.count <= ceiling.most) return [];
  return [warn('HTXS_unit', say.tooManyExcellentUnits({ ...ceiling, units: units.count }), context)];
}

/** The head is rated higher than the school. */
function headPassed({ counts, context }: Standing): readonly Warning[] {
  const { headRating: head, schoolRating: school } = counts;
  if (ratingRegimeOf(context) !== 'ND233' || head === null || school === null) return [];
  return isRatedAtLeast({ level: school, wanted: head })
    ? []
    : [warn('head_rating', say.headAboveSchool({ head, school }), context)];
}

/** The year is rated by the decree before, or the school chose it for a day on which it may not. */
function oldDecree(context: CheckContext): readonly Warning[] {
  const { regimes, switches } = context.ruleSet;
  if (!switches.ratedByOldDecree.value) return [];
  return regimes.flatMap(({ id, to, keptUntil: until }) => {
    if (until === null || to === null || context.meetingDate <= to) return [];
    const text =
      ratingRegimeOf(context) === id ? say.ratedByOldDecree({ until }) : say.oldDecreeOver({ until });
    return [warn('old_decree', text, context)];
  });
}

function sumOf(rated: RatedCounts): number {
  return ratings.reduce((sum, rating) => sum + rated[rating], 0);
}

/** The groups of similar posts by which a year is counted; null when it is not. */
export function postGroupsOf(context: CheckContext): PostGroups | null {
  const regime = ratingRegimeOf(context);
  return regime === null ? null : ratingSystems[regime].postGroups;
}

function capPassed({ counts, context: { ruleSet } }: Standing): readonly Warning[] {
  const cap = cstdcsCap({ counts, ruleSet });
  if (cap === null || cap.count <= cap.most) return [];
  // The school said where its own regulation has the share.
  const { source, confidence } = ruleSet.switches.localCstdcsCap;
  const citation = source.replace(/\.$/, '');
  const doubt = doubtOf(confidence);
  return [{ id: 'CSTDCS_cap', text: say.tooManyFighters(cap), citation, confidence, doubt }];
}

/** Those that one case has a part in: of a person rated HTXS, by unit and own group; of a tổ rated so; of the head; of one put forward for CSTĐCS. */
export function ceilingsOn({
  titleId,
  facts,
  post,
  ...standing
}: Standing & {
  /** What the staff list says of the person's work; null of a collective. */
  readonly post: Post | null;
  readonly titleId: TitleId;
  readonly facts: PersonFacts | GroupFacts;
}): readonly Warning[] {
  if ('members' in facts)
    return facts.rating.level === 'HTXS' && facts.isSchool !== true ? unitsPassed(standing) : [];
  const groups = postGroupsOf(standing.context);
  const own = post === null || groups === null ? null : postGroupOf({ post, groups });
  return [
    ...(facts.rating.level === 'HTXS'
      ? excellentPassed(standing)
          .filter(({ group }) => group === null || group === own)
          .map(({ warning }) => warning)
      : []),
    ...(post !== null && isHeadPost(post) ? headPassed(standing) : []),
    ...(titleId === 'CSTDCS' ? capPassed(standing) : []),
  ];
}
