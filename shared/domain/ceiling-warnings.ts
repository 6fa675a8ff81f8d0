/**
 * Which ceilings on numbers of people are passed. They are told of the school as it stands, never kept with a verdict:
 * a rating given to somebody else makes nobody's case stale, and no warning shows a number that is no longer true.
 */
import { ratingSystems, type PostGroupId, type PostGroups } from '../rules/rating-systems.ts';
import { ratings, type TitleId } from '../terms.ts';
import * as say from '../vi/warnings.ts';
import { cstdcsCap, excellentCeiling } from './ceilings.ts';
import { ratingRegimeOf } from './eligibility.ts';
import { postGroupOf, type Post } from './post-groups.ts';
import type { CheckContext, GroupFacts, PersonFacts, RatedCounts, SchoolCounts } from './facts.ts';
import { warn, type Warning } from './warnings.ts';

interface Standing {
  readonly counts: SchoolCounts;
  readonly context: CheckContext;
}

/** The ceilings that the school passes: that on HTXS (NĐ 233/2026, điều 12 khoản 6), and its own share of CSTĐCS. */
export function ceilingsPassed({ counts, context }: Standing): readonly Warning[] {
  return [
    ...excellentPassed({ counts, context }).map(({ warning }) => warning),
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
  const unit = excellentCeiling({ counts, ruleSet });
  if (unit.count > unit.most)
    passed.push({ group: null, warning: warn('HTXS_person', say.tooManyExcellent(unit)) });
  for (const { id: group, rated } of counts.groups) {
    if (sumOf(rated) === sumOf(counts.rated)) continue;
    const ceiling = excellentCeiling({ counts: { rated, unitExcellent: counts.unitExcellent }, ruleSet });
    if (ceiling.count <= ceiling.most) continue;
    const warning = warn('HTXS_person', say.tooManyExcellentIn({ group, ...ceiling }));
    // That it is counted in groups is the decree's; who is in which is how schools do.
    const confidence = postGroupsOf(context)?.confidence ?? warning.confidence;
    passed.push({ group, warning: { ...warning, confidence } });
  }
  return passed;
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
  return [{ id: 'CSTDCS_cap', text: say.tooManyFighters(cap), citation, confidence }];
}

/** Those that one case has a part in: of a person rated HTXS, by unit and own group; of one put forward for CSTĐCS. */
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
  if ('members' in facts) return [];
  const groups = postGroupsOf(standing.context);
  const own = post === null || groups === null ? null : postGroupOf({ post, groups });
  return [
    ...(facts.rating.level === 'HTXS'
      ? excellentPassed(standing)
          .filter(({ group }) => group === null || group === own)
          .map(({ warning }) => warning)
      : []),
    ...(titleId === 'CSTDCS' ? capPassed(standing) : []),
  ];
}
