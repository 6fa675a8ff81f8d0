import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fileVersion, isBehind, migrate, migrations } from '../../electron/core/database/migrate.ts';
import { temporaryFolder } from '../support/disk.ts';
import { tablesOf } from '../support/school.ts';

let path = '';
let database: Sqlite.Database;

beforeEach(() => {
  path = join(temporaryFolder(), 'a.bangvang');
  database = new Sqlite(path);
});

/**
 * Until 1.0 the first migration may be edited, knowing that no file made before opens any more: then the new digest
 * goes here. From 1.0 on it is frozen, and what changes is a migration of its own.
 */
const decidedShape = '775dec331611f370a707be8257a561e89875912571ebaeb06dea8ec6cb056b82';

describe('the first migration', () => {
  it('is word for word what was decided', () => {
    const [first] = migrations;
    expect(
      createHash('sha256')
        .update(first?.script ?? '')
        .digest('hex'),
    ).toBe(decidedShape);
  });

  it('brings an empty file to version 1', () => {
    expect(isBehind(database)).toBe(true);
    expect(migrate({ target: database, path })).toEqual({ ok: true, value: migrations.length });
    expect(fileVersion(database)).toBe(1);
    expect(tablesOf(database)).toEqual(expect.arrayContaining(['audit', 'award_case', 'ballot', 'season']));
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  });

  it('does nothing to a file that has had it', () => {
    migrate({ target: database, path });
    database.exec(`insert into "group" values ('g', 'Tổ Toán', 'to toan', 0, null, null)`);
    const before = database.serialize();
    expect(isBehind(database)).toBe(false);
    expect(migrate({ target: database, path })).toEqual({ ok: true, value: 0 });
    expect(database.serialize().equals(before)).toBe(true);
    database.close();
  });

  it('refuses a file of a newer app and leaves it as it is', () => {
    migrate({ target: database, path });
    database.pragma('user_version = 7');
    const before = readFileSync(path);
    expect(migrate({ target: database, path })).toEqual({
      ok: false,
      error: { code: 'file-from-future', path, version: 7, known: 1 },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    database.close();
  });

  it.each([
    ['fails at its end', 'create table audit (seq integer)'],
    ['leaves a foreign key broken', ''],
  ])('that %s leaves the file as it was', (_, obstacle) => {
    // A table of that name is in the way of the last statements; a row without its parent breaks a key.
    database.exec(
      obstacle === ''
        ? `create table parent (id text primary key) strict;
           create table child (parent_id text references parent (id)) strict;
           pragma foreign_keys = off; insert into child values ('nobody');`
        : obstacle,
    );
    const before = readFileSync(path);
    expect(() => migrate({ target: database, path })).toThrow(/already exists|foreign key/);
    expect(fileVersion(database)).toBe(0);
    database.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
