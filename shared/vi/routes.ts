/** The Vietnamese of awards that are reached by several ways. */
import { lowerFirst, notJudged } from './findings.ts';

/** Which way, by its number in the sentence of the rule, and what was found on it. */
export function onRoute({ number, fact }: { readonly number: number; readonly fact: string }): string {
  if (fact === notJudged) return `${notJudged} thuộc trường hợp nào`;
  return `Trường hợp (${number}): ${lowerFirst(fact)}`;
}
