/** Situations and outcomes of the test vectors in words. */
import { formatInteger } from '../numbers.ts';
import { findTitle, rulesOf, ruleSets } from '../rules/catalogue.ts';
import type { VectorCase } from '../rules/vector-cases.ts';
import { warningIds, warningSources } from '../rules/warnings.ts';
import { citationText } from '../rules/words.ts';
import type { Eligibility, TitleId } from '../terms.ts';
import { lowerFirst } from './findings.ts';
import { eligibilityNames } from './terms.ts';

/** What a case is about: the award, the vote, the money. */
export function caseAbout(vectorCase: VectorCase): string {
  switch (vectorCase.kind) {
    case 'person':
    case 'group':
    case 'pupil':
    case 'money':
    case 'vote':
      return findTitle(vectorCase.titleId)?.name ?? vectorCase.titleId;
    case 'ceiling':
      return vectorCase.inclusive
        ? 'Mức trần, tính cả người Hoàn thành xuất sắc'
        : 'Mức trần, không tính người Hoàn thành xuất sắc';
  }
}

function sentenceOf(titleId: TitleId, ruleId: string): string {
  const rules = ruleSets.flatMap((ruleSet) => rulesOf({ ruleSet, titleId }));
  const found = rules.find(({ id }) => id === ruleId);
  return found === undefined ? ruleId : lowerFirst(found.sentence);
}

function isEligibility(value: unknown): value is Eligibility {
  return value === 'yes' || value === 'no' || value === 'needs-person';
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function warningWords(id: string): string {
  const known = warningIds.find((one) => one === id);
  return known === undefined ? id : `nhắc theo ${lowerFirst(citationText(warningSources[known].citation))}`;
}

function routeWords(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const number = String(Reflect.get(value, 'id')).replace(/^R/, '');
  const state = Reflect.get(value, 'state') === 'passed' ? 'đạt' : 'không đạt';
  return [`trường hợp (${number}) ${state}`];
}

/** An outcome in words, expected or got: "Không đủ điều kiện: có đủ số tháng công tác…". */
export function outcomeWords(vectorCase: VectorCase, outcome: Readonly<Record<string, unknown>>): string {
  const money = (key: string) =>
    typeof outcome[key] === 'number' ? `${formatInteger(outcome[key])} đồng` : 'không có';
  switch (vectorCase.kind) {
    case 'vote':
      return `${outcome['passed'] === true ? 'Đạt' : 'Không đạt'}, cần ${String(outcome['needed'])}/${vectorCase.base}`;
    case 'ceiling':
      return `Nhiều nhất ${String(outcome['most'])} người`;
    case 'money':
      return `${money('amount')}, trước khi làm tròn ${money('exact')}`;
    case 'person':
    case 'group':
    case 'pupil': {
      const { titleId } = vectorCase;
      const { eligibility } = outcome;
      const parts = [
        ...(isEligibility(eligibility) ? [eligibilityNames[eligibility]] : []),
        ...(outcome['postponed'] === true ? ['tạm hoãn'] : []),
        ...routeWords(outcome['route']),
        ...strings(outcome['warnings']).map(warningWords),
        ...strings(outcome['failed']).map((id) => `không đạt “${sentenceOf(titleId, id)}”`),
      ];
      const text = parts.join('; ');
      return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
    }
  }
}
