/** What a vote needs to pass, as papers tell it. */
import type { BodyKind } from '../domain/body.ts';
import { atLeast, formatCount } from '../numbers.ts';
import { memberWords } from '../rules/words.ts';

/** What a vote needs to pass. */
export interface ThresholdFacts {
  /** Percent of the base. */
  readonly percent: number;
  /** The share as the document writes it where it is a fraction, "2/3". */
  readonly fraction?: string | null;
  /** Size of the base. */
  readonly base: number;
  readonly baseKind: 'total' | 'present' | 'valid';
  /** Whole votes needed. */
  readonly needed: number;
  /** More than the percent, not just as much ("quá bán"). */
  readonly comparison: 'at-least' | 'more-than';
  /** Article it rests on; null for none. */
  readonly article: string | null;
}

function baseWords(kind: ThresholdFacts['baseKind'], body: BodyKind): string {
  switch (kind) {
    case 'total':
      return memberWords[body];
    case 'present':
      return 'thành viên có mặt và gửi ý kiến bằng văn bản';
    case 'valid':
      return 'phiếu hợp lệ và ý kiến bằng văn bản';
  }
}

/**
 * What a vote needs, in words: "cần ít nhất 08 phiếu đồng ý (80 % của 09 thành viên Hội đồng)"; by hands, people in favour. The
 * share alone in a draft whose base is not counted yet.
 */
export function describeThreshold(
  threshold: ThresholdFacts,
  method: 'ballot' | 'hands',
  body: BodyKind = 'SCHOOL',
): string {
  const share = `${threshold.comparison === 'more-than' ? 'trên ' : ''}${threshold.fraction ?? `${String(threshold.percent).replace('.', ',')} %`}`;
  const unit = method === 'ballot' ? 'phiếu đồng ý' : 'thành viên tán thành';
  const base = baseWords(threshold.baseKind, body);
  if (threshold.base === 0) return `cần ${share} số ${base} đồng ý`;
  return `cần ${atLeast(threshold.needed)} ${unit} (${share} của ${formatCount(threshold.base)} ${base})`;
}

/** The share as a fraction of whole numbers. */
export function shareOf({ percent, fraction }: ThresholdFacts): {
  readonly numerator: number;
  readonly denominator: number;
} {
  const [numerator = percent, denominator = 100] = (fraction ?? '').split('/').filter(Boolean).map(Number);
  return { numerator, denominator };
}
