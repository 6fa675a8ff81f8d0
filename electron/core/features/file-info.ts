/** What kind a data file is, and what it therefore must not take in. */
import { rehearsalMark } from '../../../shared/documents/rehearsal.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Workbook } from '../../../shared/imports/workbook.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FileKind } from '../../../shared/views.ts';
import type { ReadHandle } from '../database/query.ts';
import { findInfo } from './data-file/info.ts';

/** Whether the file is real, the sample, or a rehearsal. */
export function readFileKind(read: ReadHandle): FileKind {
  const info = findInfo(read);
  if (info === undefined) throw new Error('The data file has no row about itself.');
  return info.kind;
}

/** Refuses a table that a rehearsal wrote, except in a rehearsal. Errors: rehearsal-table. */
export function mustBeForThisFile(read: ReadHandle, workbook: Workbook): Result<Workbook, AppError> {
  if (readFileKind(read) === 'training') return ok(workbook);
  const isMarked = workbook.sheets.some(({ rows }) =>
    rows.some(({ cells }) =>
      cells.some((cell) => typeof cell === 'string' && cell.normalize('NFC').includes(rehearsalMark)),
    ),
  );
  return isMarked ? err({ code: 'rehearsal-table', file: workbook.fileName }) : ok(workbook);
}
