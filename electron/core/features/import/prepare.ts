/** Reads a file of a kind against what the data file knows, and tells whose each row is. Writes nothing. */
import type { AppError } from '../../../../shared/errors.ts';
import { matchRows, type MatchedRow } from '../../../../shared/imports/match.ts';
import { personIndex } from '../../../../shared/imports/persons.ts';
import { planImport, type ImportPlan } from '../../../../shared/imports/plan.ts';
import type { ImportProblem } from '../../../../shared/imports/problems.ts';
import type { ImportRows } from '../../../../shared/imports/row-types.ts';
import { readRows, type RowsResult } from '../../../../shared/imports/rows.ts';
import type { Workbook } from '../../../../shared/imports/workbook.ts';
import type { Result } from '../../../../shared/result.ts';
import type { ImportKind } from '../../../../shared/views.ts';
import type { ReadHandle } from '../../database/query.ts';
import { readWorkbook } from '../../files/workbook.ts';
import { mustBeForThisFile } from '../file-info.ts';
import { findSchool, listGroups } from '../group.ts';
import { listKnownPeople } from '../person/roster.ts';

export type Matched<K extends ImportKind> = MatchedRow<ImportRows[K]>;

/** A file as it was understood. */
export interface Prepared<K extends ImportKind> {
  readonly kind: K;
  readonly plan: ImportPlan;
  readonly workbook: Workbook;
  readonly matched: readonly Matched<K>[];
  readonly problems: readonly ImportProblem[];
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
}

/** Reads the bytes. Errors: of the readers of tables, rehearsal-table. */
export async function readInput(read: ReadHandle, input: Input): Promise<Result<Workbook, AppError>> {
  const workbook = await readWorkbook({
    fileName: input.fileName,
    bytes: Buffer.from(input.bytes, 'base64'),
  });
  return workbook.ok ? mustBeForThisFile(read, workbook.value) : workbook;
}

/** Reads a file of a kind against the people and tổ that are known. */
export function prepare<K extends ImportKind>(
  read: ReadHandle,
  input: { readonly kind: K; readonly workbook: Workbook; readonly mapping: Input['mapping'] },
): Prepared<K> {
  const { kind, workbook, mapping } = input;
  // The school itself is put forward like a tổ.
  const school = kind === 'collectives' || kind === 'collectiveHistory' ? findSchool(read) : undefined;
  const groups = [...listGroups(read), ...(school === undefined ? [] : [{ ...school, isSchool: true }])];
  const plan = planImport({ kind, workbook, mapping, groupNames: groups.map(({ name }) => name) });
  const rows = readRows({ kind, plan, workbook });
  const index = personIndex(listKnownPeople(read));
  const matched = matchRows({ kind, plan, rows: rows.rows, index, groups });
  return {
    kind,
    plan,
    workbook,
    matched: matched.matched,
    problems: [...rows.problems, ...matched.problems],
    skipped: rows.skipped,
    criteria: rows.criteria,
  };
}
