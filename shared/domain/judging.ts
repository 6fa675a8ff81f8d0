/** A named person's recorded answer, put in the place of what the facts leave open. */
import * as say from '../vi/findings.ts';
import type { Judgements } from './facts.ts';
import type { Finding } from './finding.ts';

/** The finding, settled by the answer to its condition where the facts leave it open; otherwise as it was. */
export function settle({
  id,
  finding,
  judgements,
}: {
  /** Of the rule, or of the step of a route. */
  readonly id: string;
  readonly finding: Finding;
  readonly judgements: Judgements;
}): Finding {
  const judgement = Object.hasOwn(judgements, id) ? judgements[id] : undefined;
  if (judgement === undefined || finding.state !== 'to-be-judged') return finding;
  const answer = say.judgedBy(judgement);
  const isOnlyJudged = finding.fact === say.notJudged;
  return {
    state: judgement.answer === 'pass' ? 'passed' : 'failed',
    fact: isOnlyJudged ? answer : `${finding.fact}. ${answer}`,
    source: isOnlyJudged ? finding.source : `${finding.source}; ${say.sources.judgement}`,
    missing: null,
  };
}
