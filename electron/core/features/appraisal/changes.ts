/** What differs between the verdict that is kept and the facts of the moment, in the words of each condition. */
import type { Verdict } from '../../../../shared/domain/eligibility.ts';
import type { CaseDetail } from '../../../../shared/views.ts';

type Told = Pick<Verdict, 'conditions'> & Partial<Pick<Verdict, 'routes' | 'warnings'>>;

interface Line {
  readonly sentence: string;
  readonly fact: string;
}

function linesOf({ conditions, routes = [] }: Told): ReadonlyMap<string, Line> {
  // The fact of a rule with several ways is that of its steps, told once.
  const plain = conditions.filter(({ ruleId }) => ruleId !== 'routes' || routes.length === 0);
  return new Map([
    ...plain.map(({ ruleId, sentence, fact }) => [`${ruleId} ${sentence}`, { sentence, fact }] as const),
    ...routes.flatMap(({ id: way, steps }) =>
      steps.map(({ id, sentence, fact }) => [`${way} ${id}`, { sentence, fact }] as const),
    ),
  ]);
}

/** The conditions that would read otherwise now, then the remarks that came or went; null is that there was none. */
export function changesSince(before: Told, now: Verdict): CaseDetail['changes'] {
  const [old, fresh] = [linesOf(before), linesOf(now)];
  const conditions = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    if (was?.fact === is?.fact) return [];
    return [
      {
        sentence: is?.sentence ?? was?.sentence ?? '',
        before: was?.fact ?? null,
        after: is?.fact ?? null,
      },
    ];
  });
  const oldTexts = (before.warnings ?? []).map(({ text }) => text);
  const newTexts = now.warnings.map(({ text }) => text);
  return [
    ...conditions,
    ...newTexts
      .filter((text) => !oldTexts.includes(text))
      .map((text) => ({ sentence: null, before: null, after: text })),
    ...oldTexts
      .filter((text) => !newTexts.includes(text))
      .map((text) => ({ sentence: null, before: text, after: null })),
  ];
}
