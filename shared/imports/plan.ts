/** Looks at a workbook and says how it would be read: which row is the header, what each column tells. */
import { parseSchoolYear } from '../dates.ts';
import { tidy } from '../names.ts';
import { fieldLabels } from '../vi/imports.ts';
import type { ImportKind } from '../views.ts';
import { displayCell } from './cells.ts';
import { findHeader, headerAt, type FoundHeader, type PlanColumn } from './headers.ts';
import { groupKey, groupTitle, plainKey } from './keys.ts';
import { importFields, type FieldId } from './kinds.ts';
import type { ProblemCode } from './problem-facts.ts';
import { isOldFont } from '../person-name.ts';
import { makeProblem, type ImportProblem } from './problems.ts';
import type { LeftOutReason, Sheet, SheetRow, Workbook } from './workbook.ts';

/** How one sheet is read. */
export interface SheetPlan {
  readonly name: string;
  /** Whether a person, or else its name, lets it be imported. */
  readonly included: boolean;
  /** Row of the header (its last line), from 1; 0 when a person said that there is none; null when none was found. */
  readonly headerRow: number | null;
  readonly columns: readonly PlanColumn[];
  /** Column of running numbers, which tells rows of the table from lines under it. */
  readonly orderColumn: number | null;
  /** The tổ that the sheet is about, from its name or title; null when neither says. */
  readonly groupName: string | null;
  /** The school year in the title; null when it names none. */
  readonly schoolYear: string | null;
  /** Fields without which its rows mean nothing, and that no column tells. */
  readonly missing: readonly FieldId[];
  /** Whether its rows are read: it is included, the header is there, and no required column is missing. */
  readonly readable: boolean;
}

export interface ImportPlan {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sheets: readonly SheetPlan[];
  /** Problems of sheets and headers; those of rows come with the rows. */
  readonly problems: readonly ImportProblem[];
}

/** A person's changes to the guesses: by sheet name, then by column index, a field or null. */
export type Mapping = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** A person's word on how a sheet is read; what is not said is guessed. */
export interface SheetChoice {
  readonly read?: boolean | undefined;
  /** Row of the header, from 1; 0 when the table has none. */
  readonly headerRow?: number | undefined;
}

/** By sheet name. */
export type SheetChoices = Readonly<Record<string, SheetChoice>>;

function isField(kind: ImportKind, id: string): id is FieldId {
  return importFields[kind].some((field) => field.id === id);
}

function applyMapping(options: {
  readonly kind: ImportKind;
  readonly columns: readonly PlanColumn[];
  readonly changes: Readonly<Record<string, string | null>>;
}): readonly PlanColumn[] {
  const { kind, columns, changes } = options;
  const many = new Set(importFields[kind].filter((field) => field.many === true).map((field) => field.id));
  const chosen = new Map<number, FieldId | null>();
  for (const [index, field] of Object.entries(changes)) {
    if (field === null) chosen.set(Number(index), null);
    else if (isField(kind, field)) {
      // A field that only one column may carry stays with the last one chosen.
      for (const [other, taken] of chosen) if (taken === field && !many.has(field)) chosen.set(other, null);
      chosen.set(Number(index), field);
    }
  }
  const moved = new Set([...chosen.values()].filter((field) => field !== null && !many.has(field)));
  return columns.map((column) => {
    const choice = chosen.get(column.index);
    if (choice !== undefined) return { ...column, field: choice, confidence: 1 };
    return column.field !== null && moved.has(column.field)
      ? { ...column, field: null, confidence: 0 }
      : column;
  });
}

/** Kinds whose rows are about tổ. */
export const areGroups: ReadonlySet<ImportKind> = new Set(['collectives', 'collectiveHistory']);

/** Fields of which at least one must have a column: a whole name, for one, may come in two. */
function missingFields(options: {
  readonly kind: ImportKind;
  readonly columns: readonly PlanColumn[];
  readonly schoolYear: string | null;
}): readonly FieldId[] {
  const { kind, columns, schoolYear } = options;
  const present = new Set(columns.map((column) => column.field));
  const hasName = present.has('fullName') || present.has('givenName');
  const missing: FieldId[] = [];
  if (kind === 'people' ? !hasName : !areGroups.has(kind) && !hasName && !present.has('code')) {
    missing.push('fullName');
  }
  for (const field of importFields[kind]) {
    if (field.required !== true || field.id === 'fullName' || present.has(field.id)) continue;
    if (field.id === 'schoolYear' && schoolYear !== null) continue;
    if (field.id === 'titles' && present.has('rewards')) continue;
    missing.push(field.id);
  }
  const rating = kind === 'collectiveHistory' ? 'groupRating' : 'rating';
  const isHistory = kind === 'history' || kind === 'collectiveHistory';
  if (isHistory && !present.has(rating) && !present.has('titles') && !present.has('rewards')) {
    missing.push(rating);
  }
  const hasEvaluation = present.has('selfScore') || present.has('groupScore') || present.has('rating');
  if (kind === 'evaluations' && !hasEvaluation) missing.push('groupScore');
  return missing;
}

const GROUP_IN_TITLE = /(?:^|\s[-–—]\s|:\s*)(tổ(?:\s|:)+(?!trưởng|phó|chấm|đánh giá|bình xét).+)$/iu;

function titleTexts(options: { readonly sheet: Sheet; readonly firstRow: number }): readonly string[] {
  const above = options.sheet.rows.filter((row) => row.row < options.firstRow);
  return above.flatMap((row) => row.cells.map(displayCell)).filter((text) => text !== '');
}

function groupOf(options: {
  readonly sheet: Sheet;
  readonly titles: readonly string[];
  readonly groupNames: readonly string[];
}): string | null {
  const { sheet, titles, groupNames } = options;
  const name = tidy(sheet.name);
  function known(text: string): string | undefined {
    return groupNames.find((group) => groupKey(group) === groupKey(text));
  }
  const inTitle = titles
    .map((title) => GROUP_IN_TITLE.exec(title)?.[1])
    .find((text) => text !== undefined)
    ?.replace(/\s*[-–—(]?\s*năm học.*$/iu, '')
    .replace(/^tổ\s*:\s*/iu, '');
  const isGroupSheet = /^to /.test(plainKey(name));
  // Excel cuts the names of sheets at 31 characters; the title has all of it.
  if (
    isGroupSheet &&
    inTitle !== undefined &&
    name.length === 31 &&
    groupKey(inTitle).startsWith(groupKey(name))
  ) {
    return known(inTitle) ?? groupTitle(inTitle);
  }
  if (isGroupSheet) return known(name) ?? groupTitle(name);
  if (inTitle !== undefined) return known(inTitle) ?? groupTitle(inTitle);
  return known(name) ?? null;
}

const SCHOOL_YEAR = /(20\d{2})\s*[-–]\s*(20\d{2})/u;

function schoolYearOf(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = SCHOOL_YEAR.exec(text);
    const schoolYear = found === null ? null : parseSchoolYear(`${found[1]}-${found[2]}`);
    if (schoolYear !== null) return schoolYear;
  }
  return null;
}

function wantedFields(kind: ImportKind): readonly FieldId[] {
  const required = importFields[kind].filter((field) => field.required === true).map((field) => field.id);
  const who: readonly FieldId[] = kind === 'people' || areGroups.has(kind) ? [] : ['code', 'fullName'];
  return [...who, ...required, ...(kind === 'evaluations' ? (['selfScore', 'groupScore'] as const) : [])];
}

interface PlannedSheet {
  readonly plan: SheetPlan;
  readonly problems: readonly ImportProblem[];
}

/** Lines in which a font shows. */
const LINES_OF_FONT = 15;

function planSheet(options: {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sheet: Sheet;
  readonly choice: SheetChoice;
  readonly changes: Readonly<Record<string, string | null>>;
  readonly groupNames: readonly string[];
}): PlannedSheet {
  const { kind, fileName, sheet, choice, changes, groupNames } = options;
  const { name } = sheet;
  const header = headerOf(options);
  const problems: ImportProblem[] = [];
  if (header === null) {
    const place = { file: fileName, sheet: name, row: 0, column: '' };
    const oldFont = oldFontIn(sheet);
    problems.push(
      oldFont === null
        ? makeProblem(place, 'no-header-row', { columns: wantedFields(kind) })
        : makeProblem(place, 'old-font', { value: oldFont }),
    );
    const plan: SheetPlan = {
      name,
      included: choice.read ?? true,
      headerRow: null,
      columns: headerAt({ kind, sheet, row: 0 }).columns,
      orderColumn: null,
      groupName: null,
      schoolYear: null,
      missing: [],
      readable: false,
    };
    return { plan, problems };
  }
  const titles = titleTexts({ sheet, firstRow: header.firstRow });
  const schoolYear = schoolYearOf([...titles, name]);
  const columns = applyMapping({ kind, columns: header.columns, changes });
  problems.push(
    ...unseenProblems({
      fileName,
      sheet,
      headerRow: header.row,
      columns: columns.filter(({ field }) => field !== null),
    }),
  );
  const missing = missingFields({ kind, columns, schoolYear });
  for (const field of missing) {
    const place = { file: fileName, sheet: name, row: header.row, column: fieldLabels[field] };
    problems.push(makeProblem(place, 'missing-column', { field }));
  }
  const plan: SheetPlan = {
    name,
    included: choice.read ?? true,
    headerRow: header.row,
    columns,
    orderColumn: header.orderColumn,
    groupName: groupOf({ sheet, titles, groupNames }),
    schoolYear,
    missing,
    readable: missing.length === 0 && choice.read !== false,
  };
  return { plan, problems };
}

/** The header that a person points at, else the one that is found; columns named by hand need none. */
function headerOf(options: {
  readonly kind: ImportKind;
  readonly sheet: Sheet;
  readonly choice: SheetChoice;
  readonly changes: Readonly<Record<string, string | null>>;
}): FoundHeader | null {
  const { kind, sheet, choice, changes } = options;
  if (choice.headerRow !== undefined) return headerAt({ kind, sheet, row: choice.headerRow });
  const found = findHeader({ kind, sheet });
  return found === null && Object.keys(changes).length > 0 ? headerAt({ kind, sheet, row: 0 }) : found;
}

/** A text of a sheet whose first lines are typed in a font from before Unicode; null for any other sheet. */
function oldFontIn(sheet: Sheet): string | null {
  const texts = sheet.rows.slice(0, LINES_OF_FONT).flatMap(({ cells }) => cells.map(displayCell));
  const words = texts.filter((text) => /\p{L}{2}/u.test(text));
  const old = words.filter(isOldFont);
  return old.length * 2 > words.length ? (old[0] ?? null) : null;
}

/** Names of sheets that explain or show by example how the others are filled in. */
const GUIDE = /^(?:huong dan|vi du|mau|minh hoa|giai thich|chu thich|guide|example|readme)(?: |$)/;

/** Leaves sheets out whose names say that they only guide, as long as another one can be read. */
function withoutGuides(
  planned: readonly PlannedSheet[],
  fileName: string,
  choices: SheetChoices,
): readonly PlannedSheet[] {
  const isGuide = ({ plan }: PlannedSheet) => GUIDE.test(plainKey(plan.name));
  if (!planned.some((one) => one.plan.readable && !isGuide(one))) return planned;
  return planned.map((one) => {
    const { name } = one.plan;
    if (!isGuide(one) || choiceOf(choices, name).read === true) return one;
    const place = { file: fileName, sheet: name, row: 0, column: '' };
    const plan = { ...one.plan, included: false, readable: false };
    return { plan, problems: [makeProblem(place, 'guide-sheet', {})] };
  });
}

function isAnswered({ plan }: PlannedSheet, choices: SheetChoices): boolean {
  return choiceOf(choices, plan.name).read === false;
}

function choiceOf(choices: SheetChoices, name: string): SheetChoice {
  return (Object.hasOwn(choices, name) ? choices[name] : undefined) ?? {};
}

const leftOutCodes = {
  hidden: 'hidden-sheet',
  'no-cells': 'sheet-without-cells',
  unreadable: 'unreadable-sheet',
} as const satisfies Record<LeftOutReason, ProblemCode>;

/** The sheets of a file that are named and not read, each as a problem. */
export function leftOutProblems({ fileName, leftOut }: Workbook): readonly ImportProblem[] {
  return leftOut.map(({ name, reason }) =>
    makeProblem({ file: fileName, sheet: name, row: 0, column: '' }, leftOutCodes[reason], {}),
  );
}

/** Rows and columns that are taken although nobody sees them in Excel, and cells too far out to be read. */
export function unseenProblems(options: {
  readonly fileName: string;
  readonly sheet: Sheet;
  readonly headerRow: number;
  /** Columns that are read. */
  readonly columns: readonly { readonly index: number; readonly header: string }[];
}): readonly ImportProblem[] {
  const { fileName, sheet, headerRow, columns } = options;
  const place = { file: fileName, sheet: sheet.name, row: 0, column: '' };
  const rows = sheet.hiddenRows.filter((row) => row > headerRow);
  const hidden = columns.filter(({ index }) => sheet.hiddenColumns.includes(index));
  return [
    ...(sheet.beyond > 0 ? [makeProblem(place, 'cells-beyond', { cells: sheet.beyond })] : []),
    ...(rows.length > 0 ? [makeProblem(place, 'hidden-rows', { rows })] : []),
    ...(hidden.length > 0
      ? [makeProblem(place, 'hidden-columns', { columns: hidden.map(({ header }) => header) })]
      : []),
  ];
}

/**
 * Finds header and columns of every sheet of a workbook. Blank sheets are passed over; sheets that are not read, and why,
 * are told as problems. `mapping` and `sheets` hold a person's changes to the guesses, `groupNames` the tổ already known.
 */
export function planImport(options: {
  readonly kind: ImportKind;
  readonly workbook: Workbook;
  readonly mapping?: Mapping | undefined;
  readonly sheets?: SheetChoices | undefined;
  readonly groupNames?: readonly string[] | undefined;
}): ImportPlan {
  const { kind, workbook, mapping = {}, sheets: choices = {}, groupNames = [] } = options;
  const { fileName } = workbook;
  const planned = workbook.sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet) => {
      const changes = Object.hasOwn(mapping, sheet.name) ? (mapping[sheet.name] ?? {}) : {};
      return planSheet({ kind, fileName, sheet, choice: choiceOf(choices, sheet.name), changes, groupNames });
    });
  const sheets = withoutGuides(planned, fileName, choices);
  return {
    kind,
    fileName,
    sheets: sheets.map(({ plan }) => plan),
    // What is wrong with a sheet that is left out is nobody's concern.
    problems: [
      ...leftOutProblems(workbook),
      ...sheets.flatMap((one) => (isAnswered(one, choices) ? [] : one.problems)),
    ],
  };
}

/** The rows under the header of a sheet. */
export function rowsUnder(sheet: Sheet, headerRow: number): readonly SheetRow[] {
  return sheet.rows.filter((row) => row.row > headerRow);
}
