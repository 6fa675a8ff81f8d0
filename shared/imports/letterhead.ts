/** Reads who hands a file in from the lines above its table: the superior body, then the school, as papers have them. */
import { tidy } from '../names.ts';
import { displayCell } from './cells.ts';
import type { Workbook } from './workbook.ts';

export interface LetterheadLines {
  /** "UBND xã An Hải"; empty when the file does not say. */
  readonly superior: string;
  /** "Trường THCS Hoa Phượng". */
  readonly school: string;
  /** "An Hải"; empty when the superior body is not named after a place. */
  readonly place: string;
}

const LINES = 5;
const INITIALS = new Set(['UBND', 'THCS', 'THPT', 'TH', 'TP', 'PTDTBT', 'PTDTNT', 'GDĐT', 'GD&ĐT']);
const KINDS = new Set([
  'XÃ',
  'PHƯỜNG',
  'THỊ',
  'TRẤN',
  'HUYỆN',
  'QUẬN',
  'THÀNH',
  'PHỐ',
  'ĐẶC',
  'KHU',
  'TỈNH',
  'SỞ',
  'PHÒNG',
]);

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** Takes a line out of capitals: initials stay, words that name a kind of body become small, names keep a capital. */
function outOfCapitals(line: string): string {
  if (line !== line.toUpperCase()) return line;
  return line
    .split(' ')
    .map((word, index) => {
      if (INITIALS.has(word) || /\d/.test(word)) return word;
      if (index > 0 && KINDS.has(word)) return word.toLowerCase();
      return word
        .split('-')
        .map((part) => capitalise(part))
        .join('-');
    })
    .join(' ');
}

/** The letterhead of the first sheet; null when no line above the table names a school. */
export function readLetterhead(workbook: Workbook): LetterheadLines | null {
  const lines = (workbook.sheets[0]?.rows ?? [])
    .filter((row) => row.row <= LINES)
    .map((row) => tidy(displayCell(row.cells.find((cell) => tidy(displayCell(cell)) !== ''))));
  const at = lines.findIndex((line) => /^trường\s/iu.test(line));
  const school = lines[at];
  if (school === undefined) return null;
  const above = lines[at - 1] ?? '';
  const superior = outOfCapitals(above);
  const place =
    /^(?:UBND|Ủy ban nhân dân)\s+(?:xã|phường|thị trấn|đặc khu)\s+(.+)$/iu.exec(superior)?.[1] ?? '';
  return { superior, school: outOfCapitals(school), place };
}
