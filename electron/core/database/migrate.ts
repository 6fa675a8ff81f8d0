/** Brings a data file to the newest shape: a frozen ordered list, one transaction, checked before it is committed. */
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { season } from './migrations/0001-season.ts';

/** Every migration in order; its place in the list is the version that it brings the file to. */
export const migrations: readonly { readonly name: string; readonly script: string }[] = [
  { name: '0001-season', script: season },
];

/** The slice of the driver that the runner needs. */
export interface MigrationTarget {
  exec(script: string): unknown;
  pragma(source: string, options?: { simple?: boolean }): unknown;
  transaction(work: () => void): { immediate(): void };
}

/** The version of the file: how many migrations it has had. */
export function fileVersion(target: Pick<MigrationTarget, 'pragma'>): number {
  return Number(target.pragma('user_version', { simple: true }));
}

/** Whether the file is behind this app, so that a backup is due before it is opened for work. */
export function isBehind(target: MigrationTarget): boolean {
  return fileVersion(target) < migrations.length;
}

/** Runs what is missing, wholly or not at all. Errors: file-from-future. */
export function migrate({
  target,
  path,
}: {
  readonly target: MigrationTarget;
  readonly path: string;
}): Result<number, AppError> {
  const version = fileVersion(target);
  if (version > migrations.length) {
    return err({ code: 'file-from-future', path, version, known: migrations.length });
  }
  const missing = migrations.slice(version);
  if (missing.length === 0) return ok(0);
  target
    .transaction(() => {
      for (const { script } of missing) target.exec(script);
      const broken = target.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) throw new Error('A migration broke a foreign key.');
      target.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
  return ok(missing.length);
}
