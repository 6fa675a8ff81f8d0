/**
 * Which ceilings on numbers of people are passed. They are told of the school as it stands, never kept with a verdict:
 * a rating given to somebody else makes nobody's case stale, and no warning shows a number that is no longer true.
 */
import type { TitleId } from '../terms.ts';
import * as say from '../vi/warnings.ts';
import { cstdcsCap, excellentCeiling } from './ceilings.ts';
import { ratingRegimeOf } from './eligibility.ts';
import type { CheckContext, GroupFacts, PersonFacts, SchoolCounts } from './facts.ts';
import { warn, type Warning } from './warnings.ts';

interface Standing {
  readonly counts: SchoolCounts;
  readonly context: CheckContext;
}

/** The ceilings that the school passes: that on HTXS (NĐ 233/2026, điều 12 khoản 6), and its own share of CSTĐCS. */
export function ceilingsPassed({ counts, context }: Standing): readonly Warning[] {
  const { ruleSet } = context;
  const warnings: Warning[] = [];
  const excellent = excellentCeiling({ counts, ruleSet });
  // Under NĐ 90/2020 the share comes from rules of the Party that nobody has entered.
  if (ratingRegimeOf(context) === 'ND233' && excellent.count > excellent.most)
    warnings.push(warn('HTXS_person', say.tooManyExcellent(excellent)));
  const cap = cstdcsCap({ counts, ruleSet });
  if (cap !== null && cap.count > cap.most) {
    // The school said where its own regulation has the share.
    const { source, confidence } = ruleSet.switches.localCstdcsCap;
    const citation = source.replace(/\.$/, '');
    warnings.push({ id: 'CSTDCS_cap', text: say.tooManyFighters(cap), citation, confidence });
  }
  return warnings;
}

/** Those that one case has a part in: of a person rated HTXS, of one put forward for CSTĐCS. */
export function ceilingsOn({
  titleId,
  facts,
  ...standing
}: Standing & {
  readonly titleId: TitleId;
  readonly facts: PersonFacts | GroupFacts;
}): readonly Warning[] {
  if ('members' in facts) return [];
  const concerns = new Set<string>([
    ...(facts.rating.level === 'HTXS' ? ['HTXS_person'] : []),
    ...(titleId === 'CSTDCS' ? ['CSTDCS_cap'] : []),
  ]);
  return concerns.size === 0 ? [] : ceilingsPassed(standing).filter(({ id }) => concerns.has(id));
}
