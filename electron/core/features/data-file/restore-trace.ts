/** What a restore leaves in the trail: it takes back what was done since, sealed counts too, and nobody may miss that. */
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import { appendAudit, lastAuditRow } from '../../audit.ts';
import type { App } from '../../context.ts';
import { readDataFile } from '../../database/open.ts';
import { listSeals, type Seal } from '../seal-check.ts';

/** The end of the trail that is given up, and what was sealed in it. */
export interface Discarded {
  readonly lastRow: number;
  readonly lastHash: string;
  readonly seals: ReadonlyMap<Id, Seal>;
}

/** Reads it from the file that is to be replaced; null where there is none, or it can't be read. */
export function readDiscarded(path: string): Discarded | null {
  return readDataFile(path, (read) => {
    const last = lastAuditRow(read);
    return last === undefined ? null : { lastRow: last.seq, lastHash: last.hash, seals: listSeals(read) };
  });
}

/** Appends the row to the file that was restored and is open. Errors: of the disk. */
export function traceRestore(
  app: App,
  restore: {
    readonly at: string;
    readonly name: string;
    readonly reason: string;
    readonly backup: string;
    readonly given: Discarded | null;
  },
): Result<null, AppError> {
  const file = app.file();
  if (file === null) throw new Error('The restored file is not open.');
  const { at, name, reason, backup, given } = restore;
  return file.database.transaction((write) => {
    const kept = listSeals(write);
    const undone = [...(given?.seals ?? [])].filter(
      ([round, { digest }]) => kept.get(round)?.digest !== digest,
    );
    appendAudit(write, {
      at,
      role: 'chair',
      name,
      method: 'restoreBackup',
      facts: {
        reason,
        backup,
        lastRow: given?.lastRow ?? null,
        lastHash: given?.lastHash ?? null,
        undone: undone.length === 0 ? null : undone.map(([, seal]) => seal.name).join('; '),
      },
    });
    return ok(null);
  });
}
