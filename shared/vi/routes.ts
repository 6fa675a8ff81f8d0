/** The Vietnamese of awards that are reached by several ways. */
import { lowerFirst, notJudged } from './findings.ts';

/** The way, and what was found on it. */
export function onRoute({ route, fact }: { readonly route: string; readonly fact: string }): string {
  if (fact === notJudged) return `${notJudged} thuộc trường hợp nào`;
  return `${route}: ${lowerFirst(fact)}`;
}
