/** A data file in use, its people, and its backups. */
import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { createBackup, type BackupReason } from '../../electron/core/database/backup.ts';
import { temporaryFolder } from './disk.ts';

export const APPLICATION = 0x42566e67;
export const NOW = new Date(2026, 4, 21, 15, 30, 12);
export const openCopy = (path: string) => new Sqlite(path, { fileMustExist: true });

/** An open data file in WAL mode with some people in it, and where its backups go. */
export function season(count = 200) {
  const folder = temporaryFolder();
  const path = join(folder, 'Năm học 2025-2026.bangvang');
  const database = new Sqlite(path);
  database.pragma('journal_mode = WAL');
  database.pragma(`application_id = ${APPLICATION}`);
  database.exec('create table person (name text not null) strict');
  add(database, 'Nguyễn Thị Ánh Tuyết', count);
  return { path, database, folder: `${path}.backups` };
}

export function add(database: Sqlite.Database, name: string, count: number): void {
  const insert = database.prepare('insert into person values (?)');
  database.transaction(() => {
    for (let index = 0; index < count; index += 1) insert.run(`${name} ${index} ${'-'.repeat(100)}`);
  })();
}

export function countPeople(path: string): number {
  const database = new Sqlite(path, { readonly: true });
  const count = database.prepare('select count(*) from person').pluck().get();
  database.close();
  return Number(count);
}

export async function backedUp({
  reason = 'manual',
  now = NOW,
  ...file
}: ReturnType<typeof season> & { reason?: BackupReason; now?: Date }) {
  const result = await createBackup({ database: file.database, folder: file.folder, reason, now, openCopy });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
