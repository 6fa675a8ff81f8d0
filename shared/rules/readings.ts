/** How far a rule is known: who has read its text, and what was changed since without having been compared. */
import type { Confidence } from '../terms.ts';

/** Models of other places, and what nobody has compared with a text: no ground for a refusal. */
export const bindsNobody: ReadonlySet<Confidence> = new Set(['L', 'M']);
