/** Reads a list of pupils as it is pasted from a spreadsheet: one pupil, or one whole class, a line. */
import { fold, tidy } from '../names.ts';
import type { PupilKind } from '../terms.ts';
import { plainKey } from './keys.ts';
import { groupNameFault, nameFault, type NameFault } from '../person-name.ts';
import { fromTsv } from './tsv.ts';

/** One line that can be taken. */
export interface PupilLine {
  /** Place among the lines of the text, from 1. */
  readonly line: number;
  readonly kind: PupilKind;
  readonly name: string;
  readonly className: string;
  readonly code: string | null;
  /** For what the reward is asked; empty when the line does not say. */
  readonly achievement: string;
}

/** Why a line can not be taken. */
export type PupilProblem =
  | 'no-name'
  | NameFault
  | 'no-class'
  | 'too-long'
  | 'twice'
  | 'no-achievement'
  | 'class-with-code'
  | 'other-pupil'
  | 'withdrawn'
  | 'closed';

export interface PupilLineProblem {
  readonly line: number;
  readonly problem: PupilProblem;
}

export interface PupilLines {
  readonly lines: readonly PupilLine[];
  readonly problems: readonly PupilLineProblem[];
}

type Field = 'name' | 'className' | 'code' | 'achievement';

/** Longest name, class or code, and longest achievement. */
const LONGEST = { cell: 100, achievement: 300 } as const;

const headers: readonly (readonly [Field, RegExp])[] = [
  ['name', /^(ho va ten|ho ten|hovaten|hoten|ten hoc sinh|hoc sinh)/],
  ['className', /^(lop|ten lop|tenlop)/],
  ['code', /^ma\b/],
  ['achievement', /^(thanh tich|noi dung|ket qua|giai|danh hieu|ly do|li do|ghi chu)/],
];

function fieldOf(cell: string): Field | null {
  const key = plainKey(cell);
  return headers.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** The columns of a header line, when the line is one. */
function columnsOf(cells: readonly string[]): ReadonlyMap<Field, number> | null {
  const columns = new Map<Field, number>();
  for (const [index, cell] of cells.entries()) {
    const field = fieldOf(cell);
    if (field !== null && !columns.has(field)) columns.set(field, index);
  }
  return columns.has('name') && columns.has('className') ? columns : null;
}

const NUMBER = /^\d{1,4}\.?$/;
/** A code by its looks: one word with a digit in it. */
const CODE = /^(?=\S*\d)[\w./-]+$/;

/** Without a header: an order number or none, the name, the class, then a code and an achievement, if any. */
function byPlace(cells: readonly string[]): Readonly<Record<Field, string>> {
  const [first = '', second = ''] = cells;
  const isNumbered = NUMBER.test(first) && second !== '' && cells.length > 2;
  const [name = '', className = '', ...rest] = isNumbered ? cells.slice(1) : cells;
  const more = rest.filter((cell) => cell !== '');
  const code = more.find((cell) => CODE.test(cell)) ?? '';
  return { name, className, code, achievement: more.filter((cell) => cell !== code).join('; ') };
}

function byHeader(
  cells: readonly string[],
  columns: ReadonlyMap<Field, number>,
): Readonly<Record<Field, string>> {
  const cellOf = (field: Field) => cells[columns.get(field) ?? -1] ?? '';
  return {
    name: cellOf('name'),
    className: cellOf('className'),
    code: cellOf('code'),
    achievement: cellOf('achievement'),
  };
}

const CLASS_WORD = /^(?:tập thể\s+)?lớp\s+/iu;

/** A class as it is kept: without the word "lớp", its letter large. `className('lớp 6a') === '6A'`. */
export function readClassName(text: string): string {
  const name = tidy(text).replace(CLASS_WORD, '');
  return /^\d{1,2}[\s.]?[a-zđ]\d{0,2}$/iu.test(name) ? name.toLocaleUpperCase('vi') : name;
}

/** What a whole class is called. */
export function classTitle(className: string): string {
  return `Tập thể lớp ${className}`;
}

/** Two lines of one key are the same pupil: by the code, else by class and name. */
export function pupilKey({ code, className, name }: Pick<PupilLine, 'code' | 'className' | 'name'>): string {
  return code === null ? `${fold(className)}|${fold(name)}` : `code|${code}`;
}

/** Reads pasted lines; blank ones are passed over, and a header line says what the columns are. */
export function readPupilLines(text: string): PupilLines {
  const rows = fromTsv(text).map((cells, index) => ({ line: index + 1, cells: cells.map(tidy) }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const columns = columnsOf(filled[0]?.cells ?? []);
  const lines: PupilLine[] = [];
  const problems: PupilLineProblem[] = [];
  const known = new Set<string>();
  for (const { line, cells } of columns === null ? filled : filled.slice(1)) {
    const read = lineOf(line, columns === null ? byPlace(cells) : byHeader(cells, columns));
    const problem = typeof read === 'string' ? read : known.has(pupilKey(read)) ? 'twice' : null;
    if (problem !== null || typeof read === 'string') {
      if (problem !== null) problems.push({ line, problem });
      continue;
    }
    known.add(pupilKey(read));
    lines.push(read);
  }
  return { lines, problems };
}

function lineOf(line: number, cells: Readonly<Record<Field, string>>): PupilLine | PupilProblem {
  const { name, code, achievement } = cells;
  if (name === '') return 'no-name';
  const fault = nameFault(name) ?? groupNameFault(cells.className);
  if (fault !== null) return fault;
  const isClass = CLASS_WORD.test(name) || plainKey(name) === 'tap the lop';
  const className = readClassName(cells.className === '' && isClass ? name : cells.className);
  if (className === '' || plainKey(className) === 'tap the lop') return 'no-class';
  if (isClass && code !== '') return 'class-with-code';
  if ([name, className, code].some((cell) => cell.length > LONGEST.cell)) return 'too-long';
  if (achievement.length > LONGEST.achievement) return 'too-long';
  return {
    line,
    kind: isClass ? 'CLASS' : 'PUPIL',
    name: isClass ? classTitle(className) : name,
    className,
    code: code === '' ? null : code,
    achievement,
  };
}
