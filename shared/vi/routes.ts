/** The Vietnamese of awards that are reached by several ways. */
import { lowerFirst, notJudged } from './findings.ts';

/** Which way, by its number in the sentence of the rule, and what was found on it. */
export function onRoute({ number, fact }: { readonly number: number; readonly fact: string }): string {
  if (fact === notJudged) return `${notJudged} thuộc trường hợp nào`;
  return `Trường hợp (${number}): ${lowerFirst(fact)}`;
}

/** Why none of the ways holds, each by its number: "Không thuộc trường hợp nào: (1) …; (2) …". */
export function onNoRoute(ways: readonly { readonly number: number; readonly fact: string }[]): string {
  return `Không thuộc trường hợp nào: ${ways.map(({ number, fact }) => `(${number}) ${lowerFirst(fact)}`).join('; ')}`;
}

/** The nearest of the ways that facts decide, which fails, while nobody has said whether another holds. */
export function onOtherRoute({ number, fact }: { readonly number: number; readonly fact: string }): string {
  return `${notJudged} thuộc trường hợp nào khác; gần nhất theo dữ kiện là trường hợp (${number}): ${lowerFirst(fact)}`;
}

/** Stands for the condition of an award that has several ways, where each way is told by itself. */
export const waysCondition = 'Thuộc một trong các trường hợp được xét';

/** The same where there is room for one way. */
export function nearestWay(sentence: string): string {
  return `${waysCondition}; gần đạt nhất: ${lowerFirst(sentence)}`;
}
