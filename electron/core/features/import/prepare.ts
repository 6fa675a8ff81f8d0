/** Of fewer people nobody can say that they are another school's. */
const ENOUGH = 8;
/** A school's own list has more of its people in it than one in five. */
const FEW = 5;

function doubtsOf(options: {
  readonly kind: ImportKind;
  readonly workbook: Workbook;
  readonly sheets: SheetChoices | undefined;
  readonly matched: readonly { readonly personId: Id | null }[];
  readonly known: number;
}): readonly ImportDoubt[] {
  const { kind, workbook, matched, known } = options;
  const file = workbook.fileName;
  const likely = likelyKind(options);
  if (likely !== null) return [{ code: 'other-kind', file, kind, likely }];
  const rows = matched.length;
  const common = matched.filter(({ personId }) => personId !== null).length;
  const isStrange = kind === 'people' && known >= ENOUGH && rows >= ENOUGH && common * FEW < rows;
  return isStrange ? [{ code: 'other-school', file, rows, common, known }] : [];
}

/** Reads a file of a kind against what the data file knows, and tells whose each row is. Writes nothing. */
import { reviewPeriod, type IsoDate } from '../../../../shared/dates.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { likelyKind } from '../../../../shared/imports/likely-kind.ts';
import { matchRows, type MatchedRow, type MatchedRows } from '../../../../shared/imports/match.ts';
import { personIndex } from '../../../../shared/imports/persons.ts';
import { planImport, type ImportPlan, type SheetChoices } from '../../../../shared/imports/plan.ts';
import { inFileOrder, makeProblem, type ImportProblem } from '../../../../shared/imports/problems.ts';
import type { ImportRows } from '../../../../shared/imports/row-types.ts';
import { readRows, type RowsResult } from '../../../../shared/imports/rows.ts';
import { settleLeave, settlePeople } from '../../../../shared/imports/standing-rows.ts';
import type { Workbook } from '../../../../shared/imports/workbook.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { ImportDoubt, ImportKind } from '../../../../shared/views.ts';
import type { ReadHandle } from '../../database/query.ts';
import { readWorkbook } from '../../files/workbook.ts';
import { numbersReplaced } from '../awards.ts';
import { readRecord } from '../collective/record.ts';
import { mustBeForThisFile } from '../file-info.ts';
import { findSchool, listGroups } from '../group.ts';
import { currentSeason } from '../season.ts';
import { statements } from '../person/facts.ts';
import { awardRow } from '../person/record.ts';
import { listKnownPeople } from '../person/roster.ts';
import { knownStanding } from '../person/standing.ts';

export type Matched<K extends ImportKind> = MatchedRow<ImportRows[K]>;

/** A file as it was understood. */
export interface Prepared<K extends ImportKind> {
  readonly kind: K;
  readonly plan: ImportPlan;
  readonly workbook: Workbook;
  /** The last day on which anybody in the file can be born: the end of the year under review. */
  readonly latestBirth: IsoDate | undefined;
  readonly matched: readonly Matched<K>[];
  /** In the order of the file. */
  readonly problems: readonly ImportProblem[];
  /** What has to be asked before the file is taken. */
  readonly doubts: readonly ImportDoubt[];
  readonly skipped: RowsResult<ImportRows[K]>['skipped'];
  readonly criteria: RowsResult<ImportRows[K]>['criteria'];
}

/** A file as it comes in at the door. */
export interface Input {
  readonly kind: ImportKind;
  readonly fileName: string;
  /** In base64. */
  readonly bytes: string;
  readonly mapping?: Record<string, Record<string, string | null>> | undefined;
  readonly sheets?: SheetChoices | undefined;
  readonly accepted?: readonly ImportDoubt['code'][] | undefined;
}

/** Reads the bytes. Errors: of the readers of tables, rehearsal-table. */
export async function readInput(read: ReadHandle, input: Input): Promise<Result<Workbook, AppError>> {
  const workbook = await readWorkbook({
    fileName: input.fileName,
    bytes: Buffer.from(input.bytes, 'base64'),
  });
  return workbook.ok ? mustBeForThisFile(read, workbook.value) : workbook;
}

/** Recorded awards to which the file gives another number: told before they take it. */
function awardRemarks(
  read: ReadHandle,
  plan: ImportPlan,
  matched: readonly Matched<ImportKind>[],
): readonly ImportProblem[] {
  if (plan.kind !== 'history' && plan.kind !== 'collectiveHistory') return [];
  return matched.flatMap(({ row, personId, groupId }) => {
    if (!('titles' in row) || !('decisionNumber' in row)) return [];
    const { sheet, row: line, decisionNumber } = row;
    const own =
      personId === null
        ? readRecord(read, groupId ?? '')?.awards
        : read.all(statements.awards, { person: personId }).map(awardRow);
    const columns = plan.sheets.find(({ name }) => name === sheet)?.columns ?? [];
    const column = columns.find(({ field }) => field === 'decisionNumber')?.header ?? '';
    return numbersReplaced(row, own ?? []).map(({ name, schoolYear, decisionNumber: known }) =>
      makeProblem({ file: plan.fileName, sheet, row: line, column }, 'award-recorded', {
        award: name,
        schoolYear,
        known,
        found: decisionNumber ?? '',
      }),
    );
  });
}

/** Puts what a file says of where people stand to the record; rows of other kinds stay as they are. */
function settle<K extends ImportKind>(options: {
  readonly read: ReadHandle;
  readonly kind: K;
  readonly plan: ImportPlan;
  readonly today: IsoDate;
  readonly found: MatchedRows<ImportRows[K]>;
}): MatchedRows<ImportRows[K]> {
  const { read, kind, plan, today, found } = options;
  const known = (personId: Id) => knownStanding(read, personId);
  // The compiler can't tell the kind of the rows by the kind of the file.
  const rows = found.matched as readonly MatchedRow<never>[];
  if (kind === 'people')
    return settlePeople({ plan, matched: rows, known, today }) as MatchedRows<ImportRows[K]>;
  if (kind === 'absences') return settleLeave({ plan, matched: rows, known }) as MatchedRows<ImportRows[K]>;
  return { matched: found.matched, problems: [] };
}

/** Reads a file of a kind against the people and tổ that are known. */
export function prepare<K extends ImportKind>(
  read: ReadHandle,
  input: Omit<Input, 'kind' | 'fileName' | 'bytes'> & {
    readonly kind: K;
    readonly workbook: Workbook;
    readonly today: IsoDate;
  },
): Prepared<K> {
  const { kind, workbook, mapping, sheets, accepted = [], today } = input;
  // The school itself is put forward like a tổ.
  const school = kind === 'collectives' || kind === 'collectiveHistory' ? findSchool(read) : undefined;
  const groups = [...listGroups(read), ...(school === undefined ? [] : [{ ...school, isSchool: true }])];
  const plan = planImport({ kind, workbook, mapping, sheets, groupNames: groups.map(({ name }) => name) });
  const season = currentSeason(read);
  const latestBirth = season.ok ? reviewPeriod(season.value.school_year).to : undefined;
  const rows = readRows({ kind, plan, workbook, latestBirth });
  const known = listKnownPeople(read);
  const index = personIndex(known);
  const found = matchRows({ kind, plan, rows: rows.rows, index, groups });
  const matched = settle({ read, kind, plan, today, found });
  return {
    kind,
    plan,
    workbook,
    latestBirth,
    matched: matched.matched,
    problems: inFileOrder(
      [
        ...rows.problems,
        ...found.problems,
        ...matched.problems,
        ...awardRemarks(read, plan, matched.matched),
      ],
      plan.sheets,
    ),
    doubts: doubtsOf({ kind, workbook, sheets, matched: matched.matched, known: known.length }).filter(
      ({ code }) => !accepted.includes(code),
    ),
    skipped: rows.skipped,
    criteria: rows.criteria,
  };
}
