import Sqlite from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rehearsalMark } from '../../shared/documents/rehearsal.ts';
import { unzipSync } from 'fflate';
import type { PaperFormat } from '../../shared/views.ts';
import {
  codeOf,
  coreAt,
  fileAt,
  openCore,
  restoreAsChair,
  startCore,
  type TestCore,
} from '../support/school.ts';
import { createCaller } from '../../electron/core/season/run.ts';
import { temporaryFolder } from '../support/disk.ts';

/** A rehearsal of the season at a stage, in the place of the real file, which is closed. */
async function rehearse(stage: Parameters<typeof coreAt>[0]): Promise<TestCore & { readonly real: string }> {
  const school = await coreAt(stage);
  const { path } = await school.must('startRehearsal', { from: 'open-file' });
  return { ...school, path, real: school.path };
}

/** All that a file of a format shows, as far as it is text. */
function shows(format: PaperFormat, bytes: Uint8Array): string {
  if (format === 'pdf') return '';
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}

describe('a rehearsal', () => {
  it('is a copy beside the real file, which it leaves as it was', async () => {
    const school = await coreAt('open');
    const before = school.dump();
    const { must } = school;
    const { path } = await must('startRehearsal', { from: 'open-file' });
    expect(path).toBe(school.path.replace('.bangvang', '-tap-duot.bangvang'));
    const { file } = await must('getStatus', {});
    expect(file).toMatchObject({ path, kind: 'training' });
    expect(await must('listPeople', {})).toHaveLength(before['person']?.length ?? 0);
    const { rows, intact } = await must('listAudit', { before: null, limit: 1 });
    expect(intact).toBe(true);
    expect(rows[0]?.sentence).toBe('Tạo bản tập dượt từ dữ liệu của Trường THCS Hoa Phượng');
    await must('saveHands', { votes: [] });
    expect(school.dump()).toEqual(before);
  });

  it('has an identity and a signing key of its own', async () => {
    const school = await coreAt('checked');
    const info = school.dump()['file_info'];
    const { path } = await school.must('startRehearsal', { from: 'open-file' });
    await school.must('closeFile', {});
    const copy = new Sqlite(path, { readonly: true });
    const row = copy.prepare('select file_id, kind, signing_key from file_info').get() as Record<
      string,
      string
    >;
    copy.close();
    expect(row['kind']).toBe('training');
    expect(info?.[0]).not.toContain(row['signing_key']);
    expect(info?.[0]).not.toContain(row['file_id']);
  });

  it('is numbered when there is one already, and is not rehearsed itself', async () => {
    const school = await coreAt('checked');
    await school.must('startRehearsal', { from: 'open-file' });
    expect(codeOf(await school.call('startRehearsal', { from: 'open-file' }))).toBe('already-rehearsing');
    await school.must('openFile', { path: school.path });
    const { path } = await school.must('startRehearsal', { from: 'open-file' });
    expect(path).toMatch(/-tap-duot-2\.bangvang$/);
  });

  it('is made of the sample when no file is open', async () => {
    const { core } = startCore(temporaryFolder());
    const call = createCaller(core);
    expect(codeOf(await call('startRehearsal', { from: 'open-file' }))).toBe('no-file-open');
    expect(await call('startRehearsal', { from: 'sample' })).toMatchObject({ ok: true });
    const status = await call('getStatus', {});
    expect(status.ok && status.value.file?.kind).toBe('training');
    await core.close();
  });
});

describe('what leaves a rehearsal says so', () => {
  it('on every paper in every format, and on lists', { timeout: 120_000 }, async () => {
    const { must } = await rehearse('concluded');
    const silent: string[] = [];
    for (const { id, formats, state } of await must('listPapers', {})) {
      if (state === 'blocked') continue;
      for (const format of formats.filter((one) => one !== 'pdf')) {
        const { bytes } = await must('renderPaper', { paperId: id, format });
        if (!shows(format, Buffer.from(bytes, 'base64')).includes(rehearsalMark))
          silent.push(`${id} ${format}`);
      }
    }
    expect(silent).toEqual([]);
    const list = await must('renderList', { title: 'Nhân sự', lines: [['STT'], ['1']] });
    expect(shows('xlsx', Buffer.from(list.bytes, 'base64'))).toContain(rehearsalMark);
  });

  it('in the package: its name, its title, and what checking it tells', async () => {
    const { must, folder } = await rehearse('concluded');
    const { path } = await must('exportPackage', { to: folder });
    expect(path).toContain('TAP-DUOT-');
    const check = await must('verifyPackage', { path });
    expect(check).toMatchObject({ ok: true, isRehearsal: true });
    expect(check.title).toContain(rehearsalMark);
    expect(readFileSync(join(path, 'DOC-TRUOC.txt'), 'utf8')).toContain(rehearsalMark);
  });

  it('while a real package is told to be none', async () => {
    const { must, folder } = await coreAt('concluded');
    const { path } = await must('exportPackage', { to: folder });
    expect(await must('verifyPackage', { path })).toMatchObject({ isRehearsal: false });
  });
});

describe('a real file takes nothing from a rehearsal', () => {
  it('no backup of it, whether the real file is open, closed or damaged', async () => {
    const school = await rehearse('checked');
    const { path: backup } = await school.must('createBackup', {});
    const before = readFileSync(school.real);
    const restore = { path: backup, target: school.real };
    expect(codeOf(await restoreAsChair(school, restore))).toBe('rehearsal-backup');
    expect(readFileSync(school.real)).toEqual(before);
    await school.must('openFile', { path: school.real });
    expect(codeOf(await restoreAsChair(school, restore))).toBe('rehearsal-backup');
    expect((await school.must('getStatus', {})).file?.kind).toBe('real');
    const broken = join(school.folder, 'hỏng.bangvang');
    copyFileSync(join('package.json'), broken);
    expect(codeOf(await restoreAsChair(school, { path: backup, target: broken }))).toBe('file-not-bangvang');
    mkdirSync(`${broken}.backups`);
    const posing = join(`${broken}.backups`, basename(backup));
    copyFileSync(backup, posing);
    expect(codeOf(await restoreAsChair(school, { path: posing, target: broken }))).toBe('rehearsal-backup');
  });

  it('not the rehearsal itself renamed as a backup', async () => {
    const school = await rehearse('checked');
    await school.must('closeFile', {});
    const folder = `${school.real}.backups`;
    mkdirSync(folder, { recursive: true });
    const posing = join(folder, '2026-05-21_153012_manual.bangvang');
    copyFileSync(school.path, posing);
    await school.must('openFile', { path: school.real });
    const asked = await restoreAsChair(school, { path: posing, target: school.real });
    expect(codeOf(asked)).toBe('rehearsal-backup');
  });

  it('while a rehearsal may be restored over itself', async () => {
    const school = await rehearse('checked');
    const { path: backup } = await school.must('createBackup', {});
    expect((await restoreAsChair(school, { path: backup, target: school.path })).ok).toBe(true);
    expect((await school.must('getStatus', {})).file?.kind).toBe('training');
  });

  it('no list that it wrote, as people or as ballots', async () => {
    const school = await rehearse('counting');
    const lines = [
      ['Họ và tên', 'Chức vụ'],
      ['Nguyễn Thị Mới', 'Giáo viên'],
    ];
    const { bytes, fileName } = await school.must('renderList', { title: 'Danh sách nhân sự', lines });
    const people = { kind: 'people', fileName, bytes } as const;
    expect(await school.call('previewImport', people)).toMatchObject({ ok: true });
    await school.must('openFile', { path: school.real });
    const before = school.dump();
    expect(codeOf(await school.call('previewImport', people))).toBe('rehearsal-table');
    expect(codeOf(await school.call('runImport', people))).toBe('rehearsal-table');
    const roundId = (await school.must('listRounds', {}))[0]?.id ?? '';
    const ballots = { roundId, fileName, bytes };
    expect(codeOf(await school.call('previewBallotFile', ballots))).toBe('rehearsal-table');
    expect({ ...school.dump(), audit: [] }).toEqual({ ...before, audit: [] });
  });

  it('and never becomes one by a change of what it says it is', async () => {
    const { path } = await fileAt('checked');
    const database = new Sqlite(path);
    const become = (kind: string) => () => database.prepare('update file_info set kind = ?').run(kind);
    become('training')();
    expect(become('real')).toThrow('a rehearsal never becomes real');
    expect(become('sample')).toThrow('a rehearsal never becomes real');
    expect(() => database.prepare('delete from file_info').run()).toThrow('a file knows what it is');
    database.close();
    const { must } = await openCore({ folder: temporaryFolder(), path });
    expect((await must('getStatus', {})).file?.kind).toBe('training');
    expect(existsSync(path)).toBe(true);
  });
});
