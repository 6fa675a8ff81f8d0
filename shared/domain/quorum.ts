/** Whether enough members are present for a council to decide. No statute fixes it for a school: the rule is data. */
import type { QuorumRule, Sourced } from '../rules/model.ts';
import { quorumText } from '../rules/words.ts';
import type { BodyKind } from './body.ts';

export interface QuorumResult {
  readonly total: number;
  readonly present: number;
  readonly needed: number;
  readonly met: boolean;
  /** The rule in words with its source. */
  readonly rule: string;
}

/**
 * Counts the quorum of a meeting: at least the rule's share of all members, rounded up, and at meetings on awards at
 * least the school's higher percent where it asks for one. Written opinions do not make a member present.
 */
export function quorum({
  total,
  present,
  rule,
  meeting = 'awards',
  body = 'SCHOOL',
}: {
  readonly total: number;
  readonly present: number;
  readonly rule: Sourced<QuorumRule>;
  readonly meeting?: 'awards' | 'other';
  readonly body?: BodyKind;
}): QuorumResult {
  const { numerator, denominator, awardPercent } = rule.value;
  const ordinary = Math.ceil((numerator * total) / denominator);
  const forAwards =
    awardPercent === null || meeting === 'other' ? 0 : Math.ceil((awardPercent * total) / 100);
  const needed = Math.max(1, ordinary, forAwards);
  return { total, present, needed, met: total > 0 && present >= needed, rule: quorumText(rule, body) };
}
