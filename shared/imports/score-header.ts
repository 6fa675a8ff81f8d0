import { fold, tidy } from '../names.ts';
import { parsePoints, type Hundredths } from '../numbers.ts';
import { plainKey } from './keys.ts';

/** What the header of a column of scores says. An empty criterion is a column of totals. */
export interface ScoreHeader {
  readonly side: 'selfScore' | 'groupScore';
  readonly criterion: string;
  /** In hundredths; null when the header does not say. */
  readonly maximum: Hundredths | null;
}

const ACTS = '(?:cham diem|cham|danh gia|dg|cho diem|cho|nhan xet|xet|duyet|thong nhat|binh xet)';
const SELF = `(?:diem )?(?:(?:ca nhan|cn|giao vien|gv|ban than) )?tu ${ACTS}|(?:diem )?(?:ca nhan|cn|giao vien|gv|ban than)(?: ${ACTS}|(?=\\s*:))`;
const GROUP = `(?:diem )?(?:tap the to|to chuyen mon|to cm|to truong|ttcm|to|tap the)(?: ${ACTS}|(?=\\s*:))|diem (?:to|tap the)`;

const starts = [
  { side: 'selfScore', pattern: new RegExp(`^(?:${SELF})(?: diem)?(?![a-z])`) },
  { side: 'groupScore', pattern: new RegExp(`^(?:${GROUP})(?: diem)?(?![a-z])`) },
] as const;
const ends = [
  { side: 'selfScore', pattern: new RegExp(`[:\\-–(/]\\s*(?:${SELF})(?: diem)?\\s*\\)?$`) },
  { side: 'groupScore', pattern: new RegExp(`[:\\-–(/]\\s*(?:${GROUP})(?: diem)?\\s*\\)?$`) },
] as const;

const NUMBER = '(\\d{1,4}(?:[.,]\\d{1,2})?)';
const maximumPatterns = [
  new RegExp(
    `[([]\\s*(?:điểm\\s*)?(?:tối đa|max|tđ)?\\s*(?:là|:|≤|<=)?\\s*${NUMBER}\\s*(?:điểm|đ)?\\s*[)\\]]`,
    'iu',
  ),
  new RegExp(`[-–,:;/]?\\s*(?:điểm\\s*)?(?:tối đa|max)\\s*(?:là|:)?\\s*${NUMBER}\\s*(?:điểm|đ)?`, 'iu'),
  new RegExp(`[-–/:]\\s*${NUMBER}\\s*(?:điểm|đ)?$`, 'iu'),
  new RegExp(`\\s${NUMBER}\\s*(?:điểm|đ)$`, 'iu'),
];

function trimPunctuation(text: string): string {
  return text.replace(/^[\s:;.,\-–/|]+|[\s:;,\-–/|]+$/gu, '');
}

function takeMaximum(text: string): { readonly rest: string; readonly maximum: Hundredths | null } {
  for (const pattern of maximumPatterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { rest: tidy(rest), maximum: parsePoints(match[1] ?? '') };
  }
  return { rest: text, maximum: null };
}

/** Reads "Tự chấm: Chuyên môn (40)", "Tổ ĐG - Chuyên môn (tối đa 40)", "Chuyên môn (40 điểm): Tổ chấm"; null for other headers. */
export function readScoreHeader(header: string): ScoreHeader | null {
  const text = tidy(header);
  const folded = fold(text);
  // Folding keeps one letter for one letter, so a place in the folded text is the same place in the text.
  if (folded.length !== text.length || plainKey(text).includes('xep loai')) return null;
  for (const { side, pattern } of starts) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const { rest, maximum } = takeMaximum(trimPunctuation(text.slice(match[0].length)));
    return { side, criterion: criterionName(rest), maximum };
  }
  for (const { side, pattern } of ends) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const { rest, maximum } = takeMaximum(trimPunctuation(text.slice(0, match.index)));
    return { side, criterion: criterionName(rest), maximum };
  }
  return null;
}

function criterionName(text: string): string {
  const name = trimPunctuation(text.replace(/^\d{1,2}\s*[.)]\s*/, ''));
  return /^(?:tong(?: so)?(?: diem)?|tong cong|cong|diem)$/.test(plainKey(name)) ? '' : name;
}
