/** The Vietnamese of what is not known for sure of a rule. */
import { formatDate, type IsoDate } from '../dates.ts';
import type { Citation } from '../rules/model.ts';
import { knownOn, uncompared, type Succession } from '../rules/readings.ts';
import type { Confidence } from '../terms.ts';
import { lowerFirst } from './findings.ts';
import { confidenceNames, doubtOf } from './terms.ts';

const changes: Record<Succession['how'], string> = {
  replaced: 'thay thế',
  amended: 'sửa đổi, bổ sung',
};

/** "được Thông tư số 15/2025/TT-BNV thay thế từ ngày 05/8/2025, chưa đối chiếu quy định tương ứng". */
export function successionText({ by, how, from }: Succession): string {
  const what = how === 'replaced' ? 'quy định tương ứng' : 'nội dung sửa đổi, bổ sung';
  return `được ${by} ${changes[how]} từ ngày ${formatDate(from)}, chưa đối chiếu ${what}`;
}

/** A rule as it is known on a day: how sure, and the doubt in words; null when it is known well. */
export interface Knowledge {
  readonly confidence: Confidence;
  readonly doubt: string | null;
}

/** What is known of a rule, a warning or an amount on a day. */
export function knowledgeOf(rule: {
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly day: IsoDate;
}): Knowledge {
  const { confidence, succession } = knownOn(rule);
  const own = doubtOf(rule.confidence);
  const parts = [
    ...(own === null ? [] : [own]),
    ...(succession === null ? [] : [successionText(succession)]),
  ];
  const text = parts.map((part, at) => (at === 0 ? part : lowerFirst(part))).join('; ');
  return { confidence, doubt: text === '' ? null : text.charAt(0).toLocaleUpperCase('vi') + text.slice(1) };
}

/** The same at length: how the rule is known, what must still be compared, and what was changed since. */
export function knowledgeText({
  source,
  ...rule
}: Parameters<typeof knowledgeOf>[0] & { readonly source: string }): string {
  const name = confidenceNames[rule.confidence];
  const known = source.startsWith(name) ? source : `${name}. ${source}`;
  const { succession } = knownOn(rule);
  return succession === null ? known : `${known} Văn bản này ${successionText(succession)}.`;
}

/** What everybody who uses a result of a day must be told: laws amended by a text that nobody has compared. */
export function cautionsOn(day: IsoDate): readonly string[] {
  return uncompared
    .filter(({ how, from }) => how === 'amended' && from <= day)
    .map(
      (one) =>
        `${one.document} ${successionText(one)}; nhà trường đối chiếu trước khi dùng kết quả thẩm định`,
    );
}
