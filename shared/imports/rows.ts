/** Turns the rows of a planned workbook into typed rows; a row with a problem is not taken. */
import { formatDate, type IsoDate } from '../dates.ts';
import { findTitle } from '../rules/catalogue.ts';
import { daysFault } from '../person-name.ts';
import type { Sex, TitleId } from '../terms.ts';
import type { ImportKind } from '../views.ts';
import * as cells from './cells.ts';
import { readCriteria, type ImportCriterion, type ScoreColumn } from './criteria.ts';
import type { ImportPlan, SheetPlan } from './plan.ts';
import type { ImportProblem } from './problems.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import type { ImportRows, RowPerson } from './row-types.ts';
import { tableLines } from './table-lines.ts';
import { unreadColumns } from './unread-columns.ts';
import type { RawCell, Workbook } from './workbook.ts';

/** What a file came to. */
export interface RowsResult<Row> {
  readonly rows: readonly Row[];
  /** Of the whole file: sheets, headers and rows. */
  readonly problems: readonly ImportProblem[];
  /** Rows that hold something and are no rows of the table: totals, signatures, notes. */
  readonly skipped: readonly { readonly sheet: string; readonly row: number }[];
  /** Only of files of scores. */
  readonly criteria: readonly ImportCriterion[];
}

interface Context {
  readonly reader: RowReader;
  readonly plan: SheetPlan;
  readonly criteria: readonly ImportCriterion[];
  readonly scoreColumns: readonly ScoreColumn[];
  readonly latestBirth: IsoDate;
}

function readPerson(context: Context): RowPerson | null {
  const { reader, plan } = context;
  const code = reader.text('code');
  const whole = reader.text('fullName');
  const split = [reader.text('familyName'), reader.text('givenName')]
    .filter((part) => part !== null)
    .join(' ');
  const fullName = whole ?? split;
  const ownGroup = reader.text('groupName');
  const groupName = reader.hasFailed('groupName')
    ? null
    : (ownGroup ?? reader.sectionGroup() ?? plan.groupName);
  if (!reader.isClean()) return null;
  if (code === null && fullName === '') {
    reader.report(reader.header('fullName') || reader.header('givenName'), 'missing-person', {});
    return null;
  }
  return { sheet: reader.sheet, row: reader.row(), code, fullName, groupName };
}

function readDayIfAny(cell: RawCell): cells.Reading<IsoDate> {
  const reading = cells.readDate(cell);
  return reading.ok ? reading : { ok: true, value: null };
}

function readSexMark(cell: RawCell): cells.Reading<boolean> {
  const key = typeof cell === 'string' ? cell.trim().toLowerCase() : cell;
  return key === 'nữ' || key === 'nam' ? { ok: true, value: true } : cells.readYesNo(cell);
}

/** Blank is no; a file without the column, and a cell that can't be read, say nothing. */
function readPartyMember(reader: RowReader): boolean | null {
  if (!reader.has('partyMember')) return null;
  const value = reader.read('partyMember');
  return reader.hasFailed('partyMember') ? null : (value ?? false);
}

const noMarks = { sex: null, birthDate: null } as const;

/** Columns "Nam" and "Nữ" hold a mark, or, in older forms, the day of birth. */
function readSexMarks(reader: RowReader): { readonly sex: Sex | null; readonly birthDate: string | null } {
  const sides = [
    ['maleMark', 'MALE'],
    ['femaleMark', 'FEMALE'],
  ] as const;
  if (!reader.has('maleMark') && !reader.has('femaleMark')) return noMarks;
  const found: Sex[] = [];
  let birthDate: string | null = null;
  for (const [field, sex] of sides) {
    const date = reader.readWith(field, readDayIfAny);
    if (reader.hasFailed(field)) return noMarks;
    const isMarked = date !== null || reader.readWith(field, readSexMark);
    birthDate ??= date;
    if (isMarked === true) found.push(sex);
    if (reader.hasFailed(field)) return { sex: null, birthDate };
  }
  if (found.length === 2) {
    reader.reportCell('femaleMark', 'unknown-sex', { value: 'Nam, Nữ' });
    return { sex: null, birthDate };
  }
  // With only a column "Nữ", a row without its mark is a man; the other way round the same.
  const [only] = sides.filter(([field]) => reader.has(field)).map(([, sex]) => sex);
  const hasBoth = reader.has('maleMark') && reader.has('femaleMark');
  const other = only === 'FEMALE' ? 'MALE' : 'FEMALE';
  const sex = found[0] ?? (only === undefined || hasBoth ? null : other);
  return { sex, birthDate };
}

function readAllTitles(reader: RowReader): readonly TitleId[] {
  const titles = reader.read('titles') ?? [];
  const rewards = reader.read('rewards') ?? [];
  const all = [...new Set([...titles, ...rewards])];
  for (const title of all.map(findTitle)) {
    if (title?.object === 'PUPIL')
      reader.report(reader.header('titles') || reader.header('rewards'), 'only-for-pupils', {
        value: title.name,
      });
  }
  return all;
}

function readSchoolYear(context: Context): string | null {
  const { reader, plan } = context;
  if (!reader.has('schoolYear')) return plan.schoolYear;
  return reader.require('schoolYear', reader.read('schoolYear'));
}

function readScores(context: Context, side: ScoreColumn['side']): readonly (number | null)[] {
  const { reader, criteria, scoreColumns } = context;
  const scores: (number | null)[] = criteria.map(() => null);
  for (const column of scoreColumns) {
    if (column.side !== side) continue;
    const criterion = criteria[column.criterion];
    const raw = reader.cell(column.index);
    if (raw === null || criterion === undefined || !reader.isIntact(column.header, raw)) continue;
    const reading = cells.readScore(raw);
    const facts = { value: cells.displayCell(raw), criterion: criterion.name };
    if (!reading.ok) reader.report(column.header, 'invalid-score', facts);
    else if (reading.value !== null && reading.value > criterion.maximum) {
      reader.report(column.header, 'score-over-maximum', { ...facts, maximum: criterion.maximum });
    } else scores[column.criterion] = reading.value;
  }
  return scores;
}

/** The days of a person; of one that can't be, or can't be beside the other, nothing is taken, and it is told. */
function readableDays(
  { reader, latestBirth }: Context,
  { birthDate, joinedOn }: Pick<ImportRows['people'], 'birthDate' | 'joinedOn'>,
): Partial<Pick<ImportRows['people'], 'birthDate' | 'joinedOn'>> {
  const fault = daysFault({ birthDate, joinedOn, latestBirth });
  if (fault === null || birthDate === null) return {};
  if (fault === 'born-later') {
    reader.reportCell('birthDate', fault, { value: formatDate(birthDate) });
    return { birthDate: null };
  }
  const value = joinedOn === null ? '' : formatDate(joinedOn);
  reader.reportCell('joinedOn', fault, { value, birthDate: formatDate(birthDate) });
  return { joinedOn: null };
}

type Readers = { readonly [K in ImportKind]: (context: Context) => ImportRows[K] | null };

const readers: Readers = {
  people(context) {
    const { reader } = context;
    const person = readPerson(context);
    const marks = readSexMarks(reader);
    const row = {
      birthDate: reader.read('birthDate') ?? marks.birthDate,
      sex: reader.read('sex') ?? marks.sex,
      position: reader.text('position'),
      duty: reader.text('duty'),
      degree: reader.text('degree'),
      joinedOn: reader.read('joinedOn'),
      partyMember: readPartyMember(reader),
      status: reader.read('status'),
    };
    if (person === null) return null;
    if (person.fullName === '')
      reader.report(reader.header('fullName'), 'missing-value', { field: 'fullName' });
    return { ...person, ...row, ...readableDays(context, row) };
  },
  history(context) {
    const { reader } = context;
    const person = readPerson(context);
    const schoolYear = readSchoolYear(context);
    const row = {
      rating: reader.read('rating'),
      titles: reader.has('titles') || reader.has('rewards') ? readAllTitles(reader) : null,
      decisionNumber: reader.text('decisionNumber'),
      decisionDate: reader.read('decisionDate'),
    };
    return person === null || schoolYear === null ? null : { ...person, schoolYear, ...row };
  },
  initiatives(context) {
    const { reader } = context;
    const person = readPerson(context);
    const schoolYear = readSchoolYear(context);
    const initiativeName = reader.require('initiativeName', reader.text('initiativeName'));
    const share = reader.read('share');
    const scope = reader.require('scope', reader.read('scope'));
    const decisionNumber = reader.text('decisionNumber');
    if (person === null || schoolYear === null || initiativeName === null || scope === null) return null;
    return { ...person, schoolYear, initiativeName, share, scope, decisionNumber };
  },
  registrations(context) {
    const { reader } = context;
    const person = readPerson(context);
    const titles = readAllTitles(reader);
    const registeredOn = reader.read('registeredOn');
    if (person === null) return null;
    if (titles.length === 0 && reader.isClean()) {
      reader.report(reader.header('titles') || reader.header('rewards'), 'nothing-registered', {
        name: person.fullName === '' ? (person.code ?? '') : person.fullName,
      });
      return null;
    }
    return { ...person, titles, registeredOn };
  },
  evaluations(context) {
    const person = readPerson(context);
    const self = readScores(context, 'selfScore');
    const group = readScores(context, 'groupScore');
    const rating = context.reader.read('rating');
    return person === null ? null : { ...person, self, group, rating };
  },
  collectives({ reader, plan }) {
    const groupName = reader.require('groupName', reader.text('groupName') ?? plan.groupName);
    const titles = readAllTitles(reader);
    const registeredOn = reader.read('registeredOn');
    if (groupName === null) return null;
    if (titles.length === 0 && reader.isClean()) {
      reader.report(reader.header('titles'), 'nothing-registered', { name: groupName });
      return null;
    }
    return { sheet: reader.sheet, row: reader.row(), groupName, titles, registeredOn };
  },
  collectiveHistory(context) {
    const { reader, plan } = context;
    const groupName = reader.require('groupName', reader.text('groupName') ?? plan.groupName);
    const schoolYear = readSchoolYear(context);
    const rating = reader.read('groupRating');
    const titles = readAllTitles(reader);
    const row = { decisionNumber: reader.text('decisionNumber'), decisionDate: reader.read('decisionDate') };
    for (const title of titles.map(findTitle)) {
      if (title?.object === 'PERSON')
        reader.report(reader.header('titles') || reader.header('rewards'), 'not-for-groups', {
          value: title.name,
        });
    }
    if (groupName === null || schoolYear === null) return null;
    return { sheet: reader.sheet, row: reader.row(), groupName, schoolYear, rating, titles, ...row };
  },
  disciplines(context) {
    const { reader } = context;
    const person = readPerson(context);
    const form = reader.require('form', reader.read('form'));
    const from = reader.require('from', reader.read('from'));
    const to = reader.read('to');
    if (person === null || form === null || from === null) return null;
    if (to !== null && to < from) {
      reader.report(reader.header('to'), 'invalid-period', { from: formatDate(from), to: formatDate(to) });
    }
    return { ...person, form, from, to };
  },
  absences(context) {
    const { reader } = context;
    const person = readPerson(context);
    const kind = reader.require('leave', reader.read('leave'));
    const from = reader.require('from', reader.read('from'));
    const to = reader.read('to');
    if (person === null || kind === null || from === null) return null;
    if (to !== null && to < from) {
      reader.report(reader.header('to'), 'invalid-period', { from: formatDate(from), to: formatDate(to) });
    }
    return { ...person, leave: { kind, from, to } };
  },
};

/**
 * Reads every row of a planned workbook. Whose each row is, and which rows repeat, is for `matchRows`.
 * Problems are those of the plan and of the rows; a row with a problem is not among the rows.
 */
export function readRows<K extends ImportKind>(options: {
  readonly kind: K;
  readonly plan: ImportPlan;
  readonly workbook: Workbook;
  /** The last day on which anybody in the file can be born. */
  readonly latestBirth?: IsoDate | undefined;
}): RowsResult<ImportRows[K]> {
  const { kind, plan, workbook, latestBirth } = options;
  const problems: ImportProblem[] = [...plan.problems];
  const rows: ImportRows[K][] = [];
  const skipped: { sheet: string; row: number }[] = [];
  const criteria = kind === 'evaluations' ? readCriteria(plan) : null;
  problems.push(...(criteria?.problems ?? []));
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  for (const sheetPlan of plan.sheets) {
    const sheet = sheets.get(sheetPlan.name);
    const scoreColumns = criteria?.columns.get(sheetPlan.name);
    if (sheet === undefined || !sheetPlan.readable || (criteria !== null && scoreColumns === undefined))
      continue;
    const table = tableLines({ plan: sheetPlan, sheet });
    for (const row of table.skipped) skipped.push({ sheet: sheet.name, row });
    problems.push(...unreadColumns({ plan, sheet: sheetPlan, lines: table.lines }));
    const reader = rowReader({ kind, fileName: plan.fileName, plan: sheetPlan, problems, latestBirth });
    const context = {
      reader,
      plan: sheetPlan,
      criteria: criteria?.criteria ?? [],
      scoreColumns: scoreColumns ?? [],
      latestBirth: latestBirth ?? '9999-12-31',
    };
    for (const line of table.lines) {
      reader.begin(line);
      const row = readers[kind](context);
      if (row !== null && reader.isClean()) rows.push(row);
    }
  }
  return { rows, problems, skipped, criteria: criteria?.criteria ?? [] };
}
