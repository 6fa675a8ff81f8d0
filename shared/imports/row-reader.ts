/** Reads the cells of one row by field, and gathers what is wrong with them. */
import { formatDate, type IsoDate } from '../dates.ts';
import { foreignLetters } from '../names.ts';
import * as cellReaders from './cells.ts';
import type { Reading } from './cells.ts';
import { isDecisive, type FieldId } from './kinds.ts';
import type { ProblemCode, ProblemFacts } from './problem-facts.ts';
import { makeProblem, type ImportProblem } from './problems.ts';
import { groupNameFault, nameFault, type NameFault } from '../person-name.ts';
import type { SheetPlan } from './plan.ts';
import type { ImportKind, ProblemSeverity } from '../views.ts';
import type { TableLine } from './table-lines.ts';
import { lostContent, uncalculated, type RawCell } from './workbook.ts';

const TEXT_LIMIT = 300;
const CODE_LIMIT = 40;
const REMEMBERED = 500;
const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** Problems whose facts are the cell as it is shown. */
type ValueCode = {
  readonly [C in ProblemCode]: ProblemFacts[C] extends { readonly value: string }
    ? { readonly value: string } extends ProblemFacts[C]
      ? C
      : never
    : never;
}[ProblemCode];

/** How the cells of each field are read, but for texts, codes, scores and marks of sex. */
const fieldReaders = {
  birthDate: cellReaders.readDate,
  joinedOn: cellReaders.readDate,
  decisionDate: cellReaders.readDate,
  registeredOn: cellReaders.readDate,
  from: cellReaders.readDate,
  to: cellReaders.readDate,
  sex: cellReaders.readSex,
  partyMember: cellReaders.readYesNo,
  status: cellReaders.readStanding,
  schoolYear: cellReaders.readSchoolYear,
  rating: cellReaders.readRating,
  groupRating: cellReaders.readRating,
  titles: cellReaders.readTitles,
  rewards: cellReaders.readTitles,
  share: cellReaders.readShare,
  scope: cellReaders.readScope,
  form: cellReaders.readDisciplineForm,
  leave: cellReaders.readLeave,
} as const satisfies Partial<Record<FieldId, (cell: RawCell) => Reading<unknown>>>;

type ReadField = keyof typeof fieldReaders;
type ValueOf<F extends ReadField> = (typeof fieldReaders)[F] extends (cell: RawCell) => Reading<infer T>
  ? T
  : never;

/** Reader of one row at a time. Each `read…` gives null when the cell is blank or wrong; `isClean` says whether any was wrong. */
export interface RowReader {
  readonly sheet: string;
  /** Goes on to a row. */
  readonly begin: (line: TableLine) => void;
  /** Number of the row at hand, as Excel shows it. */
  readonly row: () => number;
  /** The tổ of the section that the row stands in; null when there is none. */
  readonly sectionGroup: () => string | null;
  readonly has: (field: FieldId) => boolean;
  readonly header: (field: FieldId) => string;
  readonly cell: (index: number) => RawCell;
  /** Whether a cell says anything: a formula that failed or was never calculated does not, and is told as a problem. */
  readonly isIntact: (header: string, cell: RawCell, severity?: ProblemSeverity) => boolean;
  readonly text: (field: FieldId) => string | null;
  readonly read: <F extends ReadField>(field: F) => ValueOf<F> | null;
  readonly readWith: <T>(field: FieldId, reader: (cell: RawCell) => Reading<T>) => T | null;
  readonly require: <T>(field: FieldId, value: T | null) => T | null;
  readonly report: <C extends ProblemCode>(header: string, code: C, facts: ProblemFacts[C]) => void;
  /** Tells of a cell of a field; whether the row is still taken depends on the field. */
  readonly reportCell: <C extends ProblemCode>(field: FieldId, code: C, facts: ProblemFacts[C]) => void;
  /** Whether the cell of a field was filled and could not be read. */
  readonly hasFailed: (field: FieldId) => boolean;
  readonly isClean: () => boolean;
}

/** What keeps a text from being what a field holds, but for its length. */
const textFaults: Partial<Record<FieldId, (text: string) => NameFault | null>> = {
  fullName: nameFault,
  familyName: nameFault,
  givenName: nameFault,
  groupName: groupNameFault,
};

type Read = (cell: RawCell) => Reading<unknown>;

/** A column and what its texts were read as: a long file says the same few hundred things again and again. */
interface Column {
  readonly index: number;
  readonly header: string;
  readonly readings: Map<Read, Map<string, Reading<unknown>>>;
}

function readOnce(column: Column, raw: RawCell, reader: Read): Reading<unknown> {
  if (typeof raw !== 'string') return reader(raw);
  let readings = column.readings.get(reader);
  if (readings === undefined) {
    readings = new Map();
    column.readings.set(reader, readings);
  }
  const known = readings.get(raw);
  if (known !== undefined) return known;
  const reading = reader(raw);
  // A column of names or codes says nothing twice: remembering all of it would only cost.
  if (readings.size < REMEMBERED) readings.set(raw, reading);
  return reading;
}

/** A cell of a column as the preview shows it: a day that was typed otherwise with the day that it was read as. */
export function displayRead(cell: RawCell | undefined, field: FieldId | null, latestBirth?: IsoDate): string {
  const shown = cellReaders.displayCell(cell);
  const isDay =
    field !== null && field in fieldReaders && fieldReaders[field as ReadField] === cellReaders.readDate;
  if (!isDay || cell === undefined || shown === '') return shown;
  const reading = cellReaders.readDate(cell, field === 'birthDate' ? latestBirth : undefined);
  const day = reading.ok && reading.value !== null ? formatDate(reading.value) : shown;
  return day === shown ? shown : `${shown} → ${day}`;
}

/** Makes the reader of the rows of a sheet, which reads one row after the other; problems go to the given list. */
export function rowReader(options: {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly plan: SheetPlan;
  readonly problems: ImportProblem[];
  /** The last day on which anybody in the file can be born; two digits of a year are read by it. */
  readonly latestBirth?: IsoDate | undefined;
}): RowReader {
  const { kind, fileName, plan, problems, latestBirth } = options;
  const columns = new Map<FieldId, Column>();
  for (const { index, header, field } of plan.columns) {
    if (field !== null && !columns.has(field)) columns.set(field, { index, header, readings: new Map() });
  }
  let line: TableLine = { row: 0, cells: [], sectionGroup: null };
  let clean = true;
  const failed = new Set<FieldId>();

  function begin(next: TableLine): void {
    line = next;
    clean = true;
    failed.clear();
  }
  function report<C extends ProblemCode>(
    header: string,
    code: C,
    facts: ProblemFacts[C],
    severity?: ProblemSeverity,
  ): void {
    const place = { file: fileName, sheet: plan.name, row: line.row, column: header };
    const problem = makeProblem(place, code, facts, severity);
    problems.push(problem);
    if (problem.severity === 'problem') clean = false;
  }
  function cell(index: number): RawCell {
    return line.cells[index] ?? null;
  }
  function severityOf(field: FieldId): ProblemSeverity {
    return isDecisive(kind, field) ? 'problem' : 'cell';
  }
  function reportCell<C extends ProblemCode>(field: FieldId, code: C, facts: ProblemFacts[C]): void {
    failed.add(field);
    report(header(field), code, facts, severityOf(field));
  }
  function readBirth(raw: RawCell): Reading<IsoDate> {
    return cellReaders.readDate(raw, latestBirth);
  }
  function isIntact(header: string, raw: RawCell, severity?: ProblemSeverity): boolean {
    if (typeof raw !== 'string' || !raw.startsWith('#')) return true;
    if (raw === uncalculated) report(header, 'formula-without-value', {}, severity);
    else if (raw === lostContent) report(header, 'lost-content', {}, severity);
    else if (FORMULA_ERROR.test(raw)) report(header, 'formula-error', { value: raw }, severity);
    else return true;
    return false;
  }
  function readWith<T>(field: FieldId, reader: (cell: RawCell) => Reading<T>): T | null {
    const column = columns.get(field);
    const raw = column === undefined ? null : cell(column.index);
    if (column === undefined || raw === null) return null;
    if (!isIntact(column.header, raw, severityOf(field))) {
      failed.add(field);
      return null;
    }
    const reading = readOnce(column, raw, reader) as Reading<T>;
    if (reading.ok) return reading.value;
    reportCell(field, reading.code as ValueCode, { value: reading.value });
    return null;
  }
  function read<F extends ReadField>(field: F): ValueOf<F> | null {
    const reader: Read = field === 'birthDate' ? readBirth : fieldReaders[field];
    return readWith(field, reader as (cell: RawCell) => Reading<ValueOf<F>>);
  }
  function header(field: FieldId): string {
    return columns.get(field)?.header ?? '';
  }
  function text(field: FieldId): string | null {
    const value = readWith(field, field === 'code' ? cellReaders.readCode : cellReaders.readText);
    const limit = field === 'code' ? CODE_LIMIT : TEXT_LIMIT;
    if (value === null) return null;
    const fault = textFaults[field]?.(value) ?? null;
    if (value.length > limit) reportCell(field, 'text-too-long', { limit });
    else if (fault === 'foreign-letters') reportCell(field, fault, { value, letters: foreignLetters(value) });
    else if (fault !== null) reportCell(field, fault, { value });
    else return value;
    return null;
  }
  function require<T>(field: FieldId, value: T | null): T | null {
    // A cell that was filled and could not be read has its own problem already.
    if (value === null && !failed.has(field)) report(header(field), 'missing-value', { field });
    return value;
  }
  return {
    sheet: plan.name,
    begin,
    row: () => line.row,
    sectionGroup: () => line.sectionGroup,
    has: (field) => columns.has(field),
    header,
    cell,
    isIntact,
    text,
    read,
    readWith,
    require,
    report,
    reportCell,
    hasFailed: (field) => failed.has(field),
    isClean: () => clean,
  };
}
