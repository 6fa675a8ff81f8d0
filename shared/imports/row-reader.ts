/** Reads the cells of one row by field, and gathers what is wrong with them. */
import * as cellReaders from './cells.ts';
import type { Reading } from './cells.ts';
import type { FieldId } from './kinds.ts';
import type { ProblemCode, ProblemFacts } from './problem-facts.ts';
import { makeProblem, type ImportProblem } from './problems.ts';
import type { SheetPlan } from './plan.ts';
import type { TableLine } from './table-lines.ts';
import { isBlank, type RawCell } from './workbook.ts';

const TEXT_LIMIT = 300;
const CODE_LIMIT = 40;
const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** Problems whose facts are the cell as it is shown. */
type ValueCode = {
  readonly [C in ProblemCode]: ProblemFacts[C] extends { readonly value: string }
    ? { readonly value: string } extends ProblemFacts[C]
      ? C
      : never
    : never;
}[ProblemCode];

/** Reader of one row. Each `read…` gives null when the cell is blank or wrong; `isClean` says whether any was wrong. */
export interface RowReader {
  readonly sheet: string;
  readonly row: number;
  readonly has: (field: FieldId) => boolean;
  readonly header: (field: FieldId) => string;
  readonly cell: (index: number) => RawCell;
  readonly text: (field: FieldId) => string | null;
  readonly read: <T>(field: FieldId, reader: (cell: RawCell) => Reading<T>) => T | null;
  readonly readAt: <T>(index: number, header: string, reader: (cell: RawCell) => Reading<T>) => T | null;
  readonly require: <T>(field: FieldId, value: T | null) => T | null;
  readonly report: <C extends ProblemCode>(header: string, code: C, facts: ProblemFacts[C]) => void;
  readonly isClean: () => boolean;
}

/** Columns of a sheet by field, made once for all of its rows. */
export function columnsByField(
  plan: SheetPlan,
): ReadonlyMap<FieldId, { readonly index: number; readonly header: string }> {
  const columns = new Map<FieldId, { readonly index: number; readonly header: string }>();
  for (const { index, header, field } of plan.columns) {
    if (field !== null && !columns.has(field)) columns.set(field, { index, header });
  }
  return columns;
}

/** Makes the reader of one row; problems go to the given list. */
export function rowReader(options: {
  readonly fileName: string;
  readonly plan: SheetPlan;
  readonly columns: ReturnType<typeof columnsByField>;
  readonly line: TableLine;
  readonly problems: ImportProblem[];
}): RowReader {
  const { fileName, plan, columns, line, problems } = options;
  let clean = true;

  function report<C extends ProblemCode>(header: string, code: C, facts: ProblemFacts[C]): void {
    const place = { file: fileName, sheet: plan.name, row: line.row, column: header };
    const problem = makeProblem(place, code, facts);
    problems.push(problem);
    if (problem.severity === 'problem') clean = false;
  }
  function cell(index: number): RawCell {
    return line.cells[index] ?? null;
  }
  function readAt<T>(index: number, header: string, reader: (cell: RawCell) => Reading<T>): T | null {
    const raw = cell(index);
    if (raw === null) return null;
    if (typeof raw === 'string' && raw.startsWith('#') && FORMULA_ERROR.test(raw)) {
      report(header, 'formula-error', { value: raw });
      return null;
    }
    const reading = reader(raw);
    if (reading.ok) return reading.value;
    report(header, reading.code as ValueCode, { value: reading.value });
    return null;
  }
  function read<T>(field: FieldId, reader: (cell: RawCell) => Reading<T>): T | null {
    const column = columns.get(field);
    return column === undefined ? null : readAt(column.index, column.header, reader);
  }
  function header(field: FieldId): string {
    return columns.get(field)?.header ?? '';
  }
  function text(field: FieldId): string | null {
    const value = read(field, field === 'code' ? cellReaders.readCode : cellReaders.readText);
    const limit = field === 'code' ? CODE_LIMIT : TEXT_LIMIT;
    if (value === null || value.length <= limit) return value;
    report(header(field), 'text-too-long', { limit });
    return null;
  }
  function require<T>(field: FieldId, value: T | null): T | null {
    const column = columns.get(field);
    // A cell that was filled and could not be read has its own problem already.
    if (value === null && (column === undefined || isBlank(cell(column.index)))) {
      report(header(field), 'missing-value', { field });
    }
    return value;
  }
  return {
    sheet: plan.name,
    row: line.row,
    has: (field) => columns.has(field),
    header,
    cell,
    text,
    read,
    readAt,
    require,
    report,
    isClean: () => clean,
  };
}
