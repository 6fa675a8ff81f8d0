import Sqlite from 'better-sqlite3';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/disk.ts';
import { codeOf, coreAt, fileAt, insist, openCore, restoreAsChair, startCore } from '../support/school.ts';
import { createCaller } from '../../electron/core/season/run.ts';

/** Changes a closed file behind the app, as somebody with another program would: the triggers aside, then back. */
function tamper(path: string, change: (database: Sqlite.Database) => void): void {
  const database = new Sqlite(path);
  const triggers = database.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).all() as {
    readonly name: string;
    readonly sql: string;
  }[];
  for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
  change(database);
  for (const { sql } of triggers) database.exec(sql);
  database.close();
}

const changes: readonly (readonly [string, string])[] = [
  [
    'a result',
    `update round_result set agree = agree - 1, agree_in_room = agree_in_room - 1, passed = (agree - 1 >= needed)`,
  ],
  [
    'a mark on a paper',
    `update ballot_mark set mark = 'DISAGREE' where (ballot_id, position) = (select ballot_id, position from ballot_mark where mark = 'AGREE' order by 1, 2 limit 1)`,
  ],
  ['a paper', `delete from ballot where id = (select min(id) from ballot)`],
  ['the slate', `update slate set position = position + 100`],
  [
    'a written opinion',
    `update written_opinion set mark = case mark when 'AGREE' then 'DISAGREE' else 'AGREE' end`,
  ],
  [
    'the number of papers',
    `update round set printed = printed + 1, left_over = left_over + 1, destroyed = destroyed + 1`,
  ],
  ['the state of the round', `update round set state = 'reopened', sealed_at = null, present = null`],
];

describe('what was sealed', () => {
  it.each(changes)('is missed when %s was changed in the file behind the app', async (_, sql) => {
    const { path } = await fileAt('concluded');
    tamper(path, (database) => {
      const done = database.prepare(sql).run();
      expect(done.changes).toBeGreaterThan(0);
    });
    const school = await openCore({ folder: dirname(path), path });
    const { file } = await school.must('getStatus', {});
    expect(file?.broken).toEqual({ code: 'seal-broken', rounds: 'kiểm phiếu Chiến sĩ thi đua cơ sở' });
    expect(codeOf(await school.call('renderPaper', { paperId: 'tally-minutes', format: 'pdf' }))).toBe(
      'seal-broken',
    );
    expect(codeOf(await school.call('exportPackage', { to: temporaryFolder() }))).toBe('seal-broken');
  });

  it('is as it was where nobody touched it', async () => {
    const school = await coreAt('concluded');
    expect((await school.must('getStatus', {})).file?.broken).toBe(null);
    await school.must('exportPackage', { to: temporaryFolder() });
  });

  it('is not asked for of a round that the chair opened again', async () => {
    const school = await coreAt('sealed');
    const chair = await school.as('chair');
    const [round] = await school.must('listRounds', {});
    await chair.must('reopenRound', { roundId: round?.id ?? '', reason: 'Đếm lại theo yêu cầu' });
    await school.must('closeFile', {});
    await school.must('openFile', { path: school.path });
    expect((await school.must('getStatus', {})).file?.broken).toBe(null);
  });

  it('can be no better than the trail that tells of it', async () => {
    const { path } = await fileAt('concluded');
    tamper(path, (database) => database.exec(`update audit set name = 'Người khác' where seq = 3`));
    const school = await openCore({ folder: dirname(path), path });
    expect((await school.must('getStatus', {})).file?.broken).toEqual({ code: 'audit-broken', row: 3 });
    expect(codeOf(await school.call('exportPackage', { to: temporaryFolder() }))).toBe('audit-broken');
  });
});

describe('a restore', () => {
  it('says which sealed counts it undoes, where the trail ended, who did it and why', async () => {
    const school = await coreAt('counting');
    const { path: backup } = await school.must('createBackup', {});
    const [round] = await school.must('listRounds', {});
    expect(round?.state).toBe('counting');
    const sealed = await fileAt('sealed');
    const other = await openCore(sealed);
    expect(
      (await restoreAsChair(other, { path: backup, target: sealed.path, reason: 'Nhập nhầm phiếu' })).ok,
    ).toBe(true);
    const { backups } = await other.must('listBackups', {});
    const given = new Sqlite(backups.find(({ reason }) => reason === 'restore')?.path ?? '', {
      readonly: true,
    });
    const end = given.prepare('select seq, hash from audit order by seq desc limit 1').get() as {
      seq: number;
      hash: string;
    };
    given.close();
    const { rows } = await other.must('listAudit', { before: null, limit: 5 });
    const row = rows.find(({ event }) => event === 'restoreBackup');
    expect(row).toMatchObject({ role: 'chair', name: 'Chủ tịch thử' });
    expect(row?.sentence).toContain('(lý do: Nhập nhầm phiếu)');
    expect(row?.sentence).toContain(`dòng ${end.seq}, mã ${end.hash}`);
    expect(row?.sentence).toMatch(/; các kết quả đã chốt bị bỏ: kiểm phiếu Chiến sĩ thi đua cơ sở$/u);
  });

  it('of a file that can no longer be read says that too', async () => {
    const school = await coreAt('checked');
    const { path: backup } = await school.must('createBackup', {});
    await school.must('closeFile', {});
    writeFileSync(school.path, 'không còn là tệp dữ liệu');
    expect((await restoreAsChair(school, { path: backup, target: school.path })).ok).toBe(true);
    const { rows } = await school.must('listAudit', { before: null, limit: 5 });
    expect(rows.find(({ event }) => event === 'restoreBackup')?.sentence).toContain('không đọc được');
  });

  it('is of the chair alone, or of somebody who gives a name where nobody is signed in', async () => {
    const school = await coreAt('empty');
    const { path } = await school.must('createBackup', {});
    const asked = { path, target: school.path, reason: 'Thử khôi phục' };
    expect(codeOf(await school.call('restoreBackup', asked))).toBe('role-not-allowed');
    await school.must('closeFile', {});
    expect(codeOf(await school.call('restoreBackup', asked))).toBe('role-not-allowed');
    expect(await school.call('restoreBackup', { ...asked, name: 'Chủ tịch thử' })).toMatchObject({
      ok: true,
    });
  });
});

describe('the shape of a file', () => {
  const votes = `create trigger turned after insert on ballot_mark when new.mark = 'DISAGREE'
    begin update ballot_mark set mark = 'AGREE' where ballot_id = new.ballot_id and position = new.position; end`;

  it.each([
    ['a trigger more', votes],
    ['a trigger less', 'drop trigger ballot_is_never_edited'],
    ['a column more', 'alter table person add column note text'],
    ['an index less', 'drop index ballot_round'],
  ])('with %s is refused, and the file left as it is', async (_, sql) => {
    const { path } = await fileAt('empty');
    const database = new Sqlite(path);
    database.exec(sql);
    database.close();
    const before = readFileSync(path);
    const { core } = startCore(temporaryFolder());
    expect(codeOf(await createCaller(core)('openFile', { path }))).toBe('file-altered');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('of another trial build is told from one that was altered', async () => {
    const { path } = await fileAt('empty');
    const database = new Sqlite(path);
    database.exec(`alter table person add column note text; update file_info set schema_digest = 'khác'`);
    database.close();
    const { core } = startCore(temporaryFolder());
    const answer = await createCaller(core)('openFile', { path });
    expect(codeOf(answer)).toBe('file-of-trial');
  });

  it('of a backup is looked at before it takes the place of anything', async () => {
    const school = await coreAt('empty');
    const { path: backup } = await school.must('createBackup', {});
    const database = new Sqlite(backup);
    database.exec('drop trigger ballot_is_never_edited');
    database.close();
    expect(codeOf(await restoreAsChair(school, { path: backup, target: school.path }))).toBe('file-altered');
    expect((await school.must('getStatus', {})).file?.path).toBe(school.path);
  });
});

describe('“Đã lưu”', () => {
  it('is in the one file: a copy taken while the app is open holds it all', async () => {
    const school = await coreAt('empty');
    await school.must('saveGroup', { id: null, name: 'Tổ chép thử' });
    const copy = join(temporaryFolder(), 'bản chép.bangvang');
    copyFileSync(school.path, copy);
    expect(statSync(`${school.path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const { core } = startCore(temporaryFolder());
    const must = insist(createCaller(core));
    await must('openFile', { path: copy });
    expect((await must('listGroups', {})).map(({ name }) => name)).toContain('Tổ chép thử');
    await core.close();
  });

  /** A file of one school, and beside it the filled log of another, as a careless copy leaves them. */
  async function withStrangeLog(): Promise<string> {
    const { path } = await fileAt('imported');
    const { path: other } = await fileAt('empty');
    const database = new Sqlite(other);
    database.pragma('journal_mode = WAL');
    database.pragma('wal_autocheckpoint = 0');
    database.exec(
      `insert into "group" values ('lạ', 'Tổ của trường khác', 'to cua truong khac', 0, null, null)`,
    );
    copyFileSync(`${other}-wal`, `${path}-wal`);
    database.close();
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    return path;
  }

  it('takes in no log of another file: it is set aside, and the file is as it was', async () => {
    const path = await withStrangeLog();
    const school = await openCore({ folder: dirname(path), path });
    expect((await school.must('listGroups', {})).map(({ name }) => name)).not.toContain('Tổ của trường khác');
    expect((await school.must('getStatus', {})).file?.broken).toBe(null);
    expect(readdirSync(school.folder).filter((name) => name.includes('.tep-la'))).toHaveLength(1);
  });

  it('takes in its own log, which a run that was killed left', async () => {
    const { path } = await fileAt('imported');
    const writer = new Sqlite(path);
    writer.pragma('journal_mode = WAL');
    writer.pragma('wal_autocheckpoint = 0');
    writer.exec(`insert into "group" values ('own', 'Tổ vừa ghi', 'to vua ghi', 0, null, null)`);
    const folder = temporaryFolder();
    const killed = join(folder, 'a.bangvang');
    copyFileSync(path, killed);
    copyFileSync(`${path}-wal`, `${killed}-wal`);
    writer.close();
    const school = await openCore({ folder, path: killed });
    expect((await school.must('listGroups', {})).map(({ name }) => name)).toContain('Tổ vừa ghi');
    expect(readdirSync(folder).some((name) => name.includes('.tep-la'))).toBe(false);
  });

  it('of a new file begins with nothing of one that was there before', async () => {
    const strange = await withStrangeLog();
    rmSync(strange);
    const school = await coreAt('empty');
    await school.must('createFile', {
      path: strange,
      schoolName: 'Trường Mới',
      superior: 'UBND xã',
      place: 'Xã',
      schoolYear: '2025-2026',
    });
    expect(await school.must('listGroups', {})).toHaveLength(0);
    expect((await school.must('getStatus', {})).file?.broken).toBe(null);
    await school.must('closeFile', {});
    expect(existsSync(`${strange}-wal`)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')(
    'is not said of a file that is gone or replaced while it is open',
    async () => {
      const school = await coreAt('imported');
      const away = `${school.path}.khác`;
      renameSync(school.path, away);
      expect(codeOf(await school.call('saveGroup', { id: null, name: 'Tổ mất' }))).toBe('file-replaced');
      copyFileSync(away, school.path);
      expect(codeOf(await school.call('listPeople', {}))).toBe('file-replaced');
      // What is open can still be kept.
      expect((await school.must('createBackup', {})).bytes).toBeGreaterThan(0);
      renameSync(away, school.path);
      expect(await school.call('saveGroup', { id: null, name: 'Tổ còn' })).toMatchObject({ ok: true });
    },
  );
});

describe('a name that the disk cannot hold', () => {
  it('is refused in a sentence, and nothing is made', async () => {
    const folder = temporaryFolder();
    const { core } = startCore(folder);
    const path = join(folder, `${'Hồ sơ thi đua '.repeat(16)}.bangvang`);
    const made = await createCaller(core)('createFile', {
      path,
      schoolName: 'T',
      superior: 'U',
      place: 'H',
      schoolYear: '2025-2026',
    });
    expect(codeOf(made)).toBe('name-too-long');
    expect(readdirSync(folder).filter((name) => name.startsWith('Hồ'))).toEqual([]);
  });
});
