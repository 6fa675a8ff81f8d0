/** How far a rule is known: what was changed since its text was compared, and how much less is known of it then. */
import type { IsoDate } from '../dates.ts';
import type { Confidence } from '../terms.ts';
import { LAW, LAW06, ND152, ND98, TT01, TT07, TT15, TT29 } from './documents.ts';
import type { Citation } from './model.ts';

/** A document that another replaced or amended, whose text nobody has compared. */
export interface Succession {
  readonly document: string;
  readonly by: string;
  /** Replaced as a whole, or amended in places that are not known. */
  readonly how: 'replaced' | 'amended';
  readonly from: IsoDate;
}

/** All of them; once a text is compared, its line goes and the rules say what it says. */
export const uncompared: readonly Succession[] = [
  { document: ND98, by: ND152, how: 'replaced', from: '2025-07-01' },
  { document: TT01, by: TT15, how: 'replaced', from: '2025-08-05' },
  { document: TT29, by: TT07, how: 'replaced', from: '2026-04-02' },
  { document: LAW, by: LAW06, how: 'amended', from: '2026-10-01' },
];

/** What is known of a place in the law on a day: nothing certain once it was changed by a text that nobody has compared. */
export function knownOn({
  citation,
  confidence,
  day,
}: {
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly day: IsoDate;
}): { readonly confidence: Confidence; readonly succession: Succession | null } {
  const succession =
    uncompared.find(({ document, from }) => document === citation.document && from <= day) ?? null;
  return { confidence: succession === null ? confidence : 'U', succession };
}

/** Models of other places, and what nobody has compared with a text: no ground for a refusal. */
export const bindsNobody: ReadonlySet<Confidence> = new Set(['L', 'M']);
