/** What one test on the facts comes to, and how several are put together. */
import { lowerFirst } from '../vi/findings.ts';

export const conditionStates = ['passed', 'failed', 'to-be-judged', 'not-applicable', 'postponed'] as const;
export type ConditionState = (typeof conditionStates)[number];

/** State of one test, the fact it read in words, where that fact is kept, and what would make it pass. */
export interface Finding {
  readonly state: ConditionState;
  readonly fact: string;
  readonly source: string;
  readonly missing: string | null;
  /** Open only because an authority has not decided yet: nobody can answer in its place. */
  readonly awaitsDecision?: boolean;
}

/** Several tests of which one is enough: an open one keeps the question open as long as none passes. */
export function anyOf(findings: readonly Finding[]): Finding {
  const passed = findings.filter(({ state }) => state === 'passed');
  if (passed.length > 0) return join({ findings: passed, state: 'passed', missing: null });
  const missing = wanted(findings).join(', hoặc ');
  const state = findings.some((finding) => finding.state === 'to-be-judged') ? 'to-be-judged' : 'failed';
  return join({ findings, state, missing: missing === '' ? null : missing });
}

/** Several tests that must all hold: a failed one settles it, then an open one keeps it open. */
export function allOf(findings: readonly Finding[]): Finding {
  const order: readonly ConditionState[] = ['failed', 'postponed', 'to-be-judged'];
  const state =
    order.find((candidate) => findings.some((finding) => finding.state === candidate)) ?? 'passed';
  const missing = wanted(findings).join('; ');
  return join({ findings, state, missing: missing === '' ? null : missing });
}

function join(parts: {
  readonly findings: readonly Finding[];
  readonly state: ConditionState;
  readonly missing: string | null;
}): Finding {
  return {
    state: parts.state,
    fact: unique(parts.findings.map(({ fact }) => fact))
      .map((fact, index) => (index === 0 ? fact : lowerFirst(fact)))
      .join('; '),
    source: unique(parts.findings.map(({ source }) => source)).join('; '),
    missing: parts.missing,
  };
}

function wanted(findings: readonly Finding[]): readonly string[] {
  const texts = unique(findings.flatMap(({ missing }) => missing ?? []));
  return texts.map((text, index) => (index === 0 ? text : lowerFirst(text)));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
