import Sqlite from 'better-sqlite3';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  backupsToRemove,
  createBackup,
  listBackups,
  pruneBackups,
  type BackupReason,
} from '../../electron/core/database/backup.ts';
import type { BackupRow } from '../../shared/views.ts';
import { add, backedUp, countPeople, NOW, openCopy, season } from '../support/backup.ts';
import { systemError, temporaryFolder, watchedDisk } from '../support/disk.ts';

describe('a backup', () => {
  it('is a whole copy of a file that is open, named by time and reason, with nothing beside it', async () => {
    const file = season();
    file.database.exec("begin; insert into person values ('chưa ghi'); rollback;");
    const backup = await backedUp({ ...file, reason: 'close' });
    expect(backup).toEqual({
      path: join(file.folder, '2026-05-21_153012_close.bangvang'),
      name: '2026-05-21_153012_close.bangvang',
      at: NOW.toISOString(),
      reason: 'close',
      bytes: statSync(backup.path).size,
    });
    expect(readdirSync(file.folder)).toEqual([backup.name]);
    add(file.database, 'Trần Văn Đông', 1);
    expect(countPeople(backup.path)).toBe(200);
    expect(readdirSync(file.folder)).toEqual([backup.name]);
    file.database.close();
  });

  it('made twice in one second gets a number; the list is newest first and knows only backups', async () => {
    const file = season();
    await backedUp(file);
    await backedUp(file);
    await backedUp({ ...file, reason: 'migration', now: new Date(2026, 4, 20) });
    writeFileSync(join(file.folder, 'ghi chú.txt'), '');
    writeFileSync(join(file.folder, '2026-05-21_153012_other.bangvang'), '');
    const list = await listBackups({ folder: file.folder });
    expect(list.ok && list.value.map((backup) => backup.name)).toEqual([
      '2026-05-21_153012_manual-2.bangvang',
      '2026-05-21_153012_manual.bangvang',
      '2026-05-20_000000_migration.bangvang',
    ]);
    expect(await listBackups({ folder: join(file.folder, 'không có') })).toEqual({ ok: true, value: [] });
    file.database.close();
  });

  it('works on a file that one connection holds for itself, and tells how far it is', async () => {
    const file = season(20_000);
    file.database.pragma('locking_mode = EXCLUSIVE');
    add(file.database, 'Trần Văn Đông', 1);
    const steps: number[] = [];
    const result = await createBackup({
      database: file.database,
      folder: file.folder,
      reason: 'manual',
      now: NOW,
      openCopy,
      report: ({ done, total }) => steps.push(done / total),
    });
    expect(result.ok && countPeople(result.value.path)).toBe(20_001);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    file.database.close();
  });

  it('leaves nothing when it is stopped half way, and the source goes on working', async () => {
    const file = season(20_000);
    const stop = new AbortController();
    const result = await createBackup({
      database: file.database,
      folder: file.folder,
      reason: 'manual',
      now: NOW,
      openCopy,
      signal: stop.signal,
      report: () => stop.abort(),
    });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(readdirSync(file.folder)).toEqual([]);
    add(file.database, 'Trần Văn Đông', 1);
    file.database.close();
    expect(countPeople(file.path)).toBe(20_001);
  });

  it('that does not pass the check is not kept', async () => {
    const file = season();
    const result = await createBackup({
      database: {
        pragma: (source, options) => file.database.pragma(source, options),
        async backup(path, options) {
          await file.database.backup(path, options);
          const bytes = readFileSync(path);
          bytes.fill(0xaa, 5000, 9000);
          writeFileSync(path, bytes);
        },
      },
      folder: file.folder,
      reason: 'manual',
      now: NOW,
      openCopy,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'backup-not-usable' } });
    expect(readdirSync(file.folder)).toEqual([]);
    file.database.close();
  });

  it.each([
    ['the disk is full', 'SQLITE_FULL', 'disk-full'],
    ['the disk breaks', 'SQLITE_IOERR_WRITE', 'copy-failed'],
    ['the folder is locked', 'SQLITE_CANTOPEN', 'folder-not-writable'],
  ])('leaves nothing when %s', async (_, code, expected) => {
    const file = season();
    const result = await createBackup({
      database: {
        pragma: (source, options) => file.database.pragma(source, options),
        backup(path) {
          writeFileSync(path, 'một nửa');
          writeFileSync(`${path}-journal`, 'một nửa');
          return Promise.reject(new Sqlite.SqliteError('made to fail', code));
        },
      },
      folder: file.folder,
      reason: 'manual',
      now: NOW,
      openCopy,
    });
    expect(result).toMatchObject({ ok: false, error: { code: expected } });
    expect(readdirSync(file.folder)).toEqual([]);
    file.database.close();
  });

  it('says that its folder cannot be made, and leaves nothing when the flush or the rename fails', async () => {
    const file = season();
    writeFileSync(file.folder, 'một tệp chắn chỗ');
    const blocked = await createBackup({
      database: file.database,
      folder: join(file.folder, 'x'),
      reason: 'manual',
      now: NOW,
      openCopy,
    });
    expect(blocked).toMatchObject({ ok: false, error: { code: 'folder-not-writable' } });
    const folder = `${file.folder}-khác`;
    for (const failing of ['sync', 'rename']) {
      const disk = watchedDisk({
        before(step) {
          if (step === failing) throw systemError('ENOSPC');
        },
      });
      const result = await createBackup({
        database: file.database,
        folder,
        reason: 'manual',
        now: NOW,
        openCopy,
        disk,
      });
      expect(result).toEqual({ ok: false, error: { code: 'disk-full', path: folder } });
      expect(readdirSync(folder)).toEqual([]);
    }
    file.database.close();
  });

  it('clears what a killed run left, and nothing else', async () => {
    const file = season();
    mkdirSync(file.folder);
    for (const name of [
      '2026-05-20_101010_close.bangvang.dang-sao',
      '2026-05-20_101010_close.bangvang.dang-sao-wal',
      'ghi chú.txt',
    ]) {
      writeFileSync(join(file.folder, name), 'x');
    }
    const backup = await backedUp(file);
    expect(readdirSync(file.folder).sort()).toEqual([backup.name, 'ghi chú.txt']);
    file.database.close();
  });
});

describe('which backups are kept', () => {
  function row(at: Date, reason: BackupReason = 'close'): BackupRow {
    return {
      path: `/${at.toISOString()}-${reason}`,
      name: `${at.toISOString()}-${reason}`,
      at: at.toISOString(),
      reason,
      bytes: 1,
    };
  }
  function kept(backups: readonly BackupRow[]) {
    const gone = new Set(backupsToRemove({ backups, now: NOW }));
    return backups.filter((backup) => !gone.has(backup)).map((backup) => backup.at);
  }
  function day(daysAgo: number, hour = 9) {
    return new Date(2026, 4, 21 - daysAgo, hour);
  }

  it('three of today, the newest of each of ten earlier days, whatever the order', () => {
    const backups = [0, 1, 2, 3, 5, 8, 9, 13, 20, 21, 34, 55, 89].flatMap((daysAgo) =>
      [7, 8, 9, 10, 11].map((hour) => row(day(daysAgo, hour))),
    );
    const expected = [
      ...[11, 10, 9].map((hour) => day(0, hour)),
      ...[1, 2, 3, 5, 8, 9, 13, 20, 21, 34].map((daysAgo) => day(daysAgo, 11)),
    ].map((date) => date.toISOString());
    expect(kept(backups).sort()).toEqual(expected.sort());
    expect(kept(backups.toReversed()).sort()).toEqual(expected.sort());
  });

  it('every one before a migration or a restore for thirty days, in no other one’s place', () => {
    const special = [
      row(day(0, 1), 'restore'),
      row(day(0, 2), 'restore'),
      row(day(29), 'migration'),
      row(day(29, 10), 'migration'),
    ];
    const old = [row(day(31), 'migration'), row(day(31), 'restore')];
    const ordinary = [row(day(0, 1)), row(day(0, 2), 'manual'), row(day(0, 3)), row(day(29, 1))];
    expect(kept([...special, ...old, ...ordinary])).toHaveLength(special.length + ordinary.length);
    expect(backupsToRemove({ backups: [...special, ...old, ...ordinary], now: NOW })).toEqual(old);
  });

  it('all of the future, since then it is the clock that is wrong', () => {
    const backups = Array.from({ length: 20 }, (_, index) => row(day(-1 - index)));
    expect(backupsToRemove({ backups, now: NOW })).toEqual([]);
  });

  it('and the others are removed with what belongs to them', async () => {
    const folder = temporaryFolder();
    const names = [8, 9, 10, 11].map(
      (hour) => `2026-05-21_${String(hour).padStart(2, '0')}0000_close.bangvang`,
    );
    for (const name of [
      ...names,
      '2026-04-01_000000_restore.bangvang',
      '2026-04-01_000000_restore.bangvang-wal',
      'ghi chú.txt',
    ]) {
      writeFileSync(join(folder, name), 'x');
    }
    const result = await pruneBackups({ folder, now: NOW });
    expect(result.ok && [...result.value].sort()).toEqual(
      ['2026-04-01_000000_restore.bangvang', '2026-05-21_080000_close.bangvang'].map((name) =>
        join(folder, name),
      ),
    );
    expect(readdirSync(folder).sort()).toEqual([...names.slice(1), 'ghi chú.txt']);
  });
});
