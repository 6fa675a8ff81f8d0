/** What is wrong with a value that a method was called with, in a few words that stand between brackets. */
import { groupNameFault, nameFault } from '../person-name.ts';

export const inputProblems = {
  noSuchDay: 'không có ngày này trong lịch',
  notSchoolYear: 'năm học gồm hai năm liền nhau, ví dụ 2025-2026',
  unwritable: 'có ký tự không viết được',
  noSuchTime: 'không có giờ này trong ngày',
  'name-without-letters': 'tên phải có chữ',
  'foreign-letters': 'có chữ không phải chữ Việt, hãy gõ lại',
  'old-font': 'được gõ bằng phông chữ cũ (TCVN3, VNI), hãy gõ lại bằng Unicode',
  'born-later': 'ngày sinh chưa tới',
  'joined-before-birth': 'ngày vào ngành phải sau ngày sinh',
} as const;

/** The slice of a validator's finding that its words need. */
interface Finding {
  readonly code?: string | undefined;
  readonly message: string;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

const units: Readonly<Record<string, string>> = { string: ' ký tự', array: ' mục' };

/** Says in Vietnamese what a value should have been. */
export function inputProblem(finding: Finding | undefined): string {
  if (finding === undefined) return 'không hợp lệ';
  const unit = units[String(finding.origin)] ?? '';
  switch (finding.code) {
    case 'invalid_type':
      return 'còn thiếu hoặc không đúng loại dữ liệu';
    case 'invalid_value':
      return 'không thuộc các giá trị được chọn';
    case 'invalid_format':
      return 'không đúng dạng';
    case 'too_small':
      return `ít nhất ${String(finding.minimum)}${unit}`;
    case 'too_big':
      return `nhiều nhất ${String(finding.maximum)}${unit}`;
    case 'unrecognized_keys':
      return 'có mục không dùng đến';
    case 'custom':
      return finding.message;
    default:
      return 'không hợp lệ';
  }
}

/** The same as a sentence of its own, under a field. */
export function sentenceOf(problem: keyof typeof inputProblems): string {
  const words = inputProblems[problem];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What is wrong with the name of a person that was typed; null when nothing is. */
export function nameProblem(name: string): string | null {
  const fault = nameFault(name);
  return fault === null ? null : sentenceOf(fault);
}

/** What is wrong with the name of a tổ or a class that was typed; null when nothing is. */
export function groupNameProblem(name: string): string | null {
  const fault = groupNameFault(name);
  return fault === null ? null : sentenceOf(fault);
}
