/** What others changed while it was being changed here, in words: which value, from whom, what each side wants. */
import { formatDate, isIsoDate } from '../dates.ts';
import type { ChangedValue, ErrorFacts } from '../errors.ts';
import { formatPoints } from '../numbers.ts';
import { fieldName } from './fields.ts';
import {
  absenceKindNames,
  careerKindNames,
  disciplineFormNames,
  eligibilityNames,
  initiativeScopeNames,
  pendingMatterKindNames,
  ratingShortNames,
  rewardTypeNames,
  roleNames,
  sexNames,
} from './terms.ts';

/** Words of the values that are chosen, by the name of the field in the contract. */
const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rating: ratingShortNames,
  sex: sexNames,
  scope: initiativeScopeNames,
  rewardType: rewardTypeNames,
  form: disciplineFormNames,
  eligibility: eligibilityNames,
  kind: { ...careerKindNames, ...absenceKindNames, ...pendingMatterKindNames },
  state: { proposed: 'đề xuất', decided: 'đã có quyết định' },
};

/** Values in hundredths of a point. */
const inPoints: ReadonlySet<string> = new Set(['score', 'maximum']);

/** A value in words, in quotes where it was typed; null for a list, an id and what has no word. */
export function valueText(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return 'để trống';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return inPoints.has(field) ? formatPoints(value) : String(value);
  if (typeof value !== 'string' || /Id$/.test(field)) return null;
  if (isIsoDate(value)) return formatDate(value);
  const words = chosen[field];
  return words === undefined ? `“${value}”` : (words[value] ?? null);
}

/** Who changed a value: "Nguyễn Văn A (Thư ký Hội đồng) lúc 14:05". */
export function writerText(by: ChangedValue['by']): string {
  return by === null ? 'nơi khác' : `${by.name} (${roleNames[by.role]}) lúc ${by.at}`;
}

/** One value: what it is called, and what stands there now. */
function changeText({ field, now }: ChangedValue): string {
  const name = fieldName(field);
  const text = valueText(field, now);
  return text === null || name === '' ? name : `${name}: ${text}`;
}

/** One value and what each side wants it to be, in words. */
export function changeWords({ field, now, wanted }: ChangedValue): {
  readonly name: string;
  readonly now: string;
  readonly wanted: string;
} {
  const name = fieldName(field);
  return {
    name: name.slice(0, 1).toLocaleUpperCase('vi') + name.slice(1),
    now: valueText(field, now) ?? 'danh sách đã đổi',
    wanted: valueText(field, wanted) ?? 'danh sách ở đây',
  };
}

/** The sentence of what was not saved. */
export function changedSentence({ changes }: ErrorFacts['changed-meanwhile']): string {
  const who = [...new Set(changes.map(({ by }) => writerText(by)))].join(', ');
  const named = [...new Set(changes.map(changeText).filter((text) => text !== ''))];
  const shown = named.slice(0, 3).join('; ');
  const others = named.length > 3 ? ` và ${named.length - 3} mục khác` : '';
  return `Chưa lưu, vì ${who} đã đổi ở cửa sổ khác${shown === '' ? '' : ` (${shown}${others})`}. Hãy chọn giữ giá trị đó hoặc ghi giá trị ở đây.`;
}

/** The sentence under a cell whose text others changed meanwhile. */
export function changedCellSentence({ field, now, by }: ChangedValue): string {
  return `Chưa lưu: ${writerText(by)} vừa đổi ô này thành ${valueText(field, now) ?? 'giá trị khác'}. Nhấn Enter để ghi giá trị ở đây, Esc để giữ giá trị đó.`;
}
