import Sqlite from 'better-sqlite3';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startProcess } from '../../build/process.js';
import { createCaller } from '../../electron/core/season/run.ts';
import type { AppError } from '../../shared/errors.ts';
import { errorSentence } from '../../shared/vi/errors.ts';
import { seededBytes } from '../support/core.ts';
import { temporaryFolder } from '../support/disk.ts';
import { coreAt, fileAt, insist, restoreAsChair, startCore, valueOf } from '../support/school.ts';

const script = fileURLToPath(new URL('../support/open-file.ts', import.meta.url));
const nobody = 65534;

/** Names and contents of everything beside a data file. */
function fingerprint(path: string): Readonly<Record<string, string>> {
  const folder = dirname(path);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== 'app')
      .map((name) => {
        const file = join(folder, name);
        return [name, createHash('sha256').update(readFileSync(file)).digest('hex')];
      }),
  );
}

/** Opens a file that must be refused, and gives the refusal; nothing beside it may have changed. */
async function refusal(path: string): Promise<AppError> {
  const before = fingerprint(path);
  const { core } = startCore(dirname(path));
  const result = await core.call({ sessionId: null, method: 'openFile', input: { path } });
  expect(fingerprint(path)).toEqual(before);
  if (result.ok) throw new Error('The file was opened.');
  expect(errorSentence(result.error)).toMatch(/^[\p{Lu}“].*“.*a\.bangvang.*\.$/u);
  return result.error;
}

async function closedFile(): Promise<string> {
  const { folder, path } = await fileAt('checked');
  const named = join(folder, 'a.bangvang');
  writeFileSync(named, readFileSync(path));
  return named;
}

describe('a file that is refused and left as it is', () => {
  it.each([0.9, 0.5, 0.1])('cut short to %d of its length', async (part) => {
    const path = await closedFile();
    truncateSync(path, Math.floor((readFileSync(path).length * part) / 4096) * 4096);
    const error = await refusal(path);
    expect(error).toMatchObject({ code: 'file-damaged', path, backups: `${path}.backups` });
    expect(errorSentence(error)).toMatch(/khôi phục từ bản sao lưu/u);
  });

  it('cut in the middle of its first page', async () => {
    const path = await closedFile();
    truncateSync(path, 300);
    expect(await refusal(path)).toMatchObject({ code: 'file-damaged' });
  });

  it.each([0, 50])('cut to %d bytes', async (length) => {
    const path = await closedFile();
    truncateSync(path, length);
    expect(await refusal(path)).toMatchObject({ code: 'file-not-bangvang' });
  });

  it.each([2, 5, 11, 40])('with page %d flipped', async (page) => {
    const path = await closedFile();
    const bytes = readFileSync(path);
    for (let at = (page - 1) * 4096; at < page * 4096; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
    expect(await refusal(path)).toMatchObject({ code: 'file-damaged' });
  });

  it('of random bytes', async () => {
    const path = await closedFile();
    writeFileSync(path, seededBytes(7)(20_000));
    expect(await refusal(path)).toMatchObject({ code: 'file-not-bangvang' });
  });

  it('of random bytes under a good header', async () => {
    const path = await closedFile();
    const header = readFileSync(path).subarray(0, 100);
    writeFileSync(path, Buffer.concat([header, seededBytes(7)(40_860)]));
    expect(await refusal(path)).toMatchObject({ code: 'file-damaged' });
  });

  it('from the future', async () => {
    const path = await closedFile();
    const database = new Sqlite(path);
    database.pragma('user_version = 2');
    database.close();
    const error = await refusal(path);
    expect(error).toEqual({ code: 'file-from-future', path, version: 2, known: 1 });
    expect(errorSentence(error)).toMatch(/cập nhật ứng dụng/u);
  });

  it.each(['delete', 'wal'])('of another program, in journal mode %s', async (mode) => {
    const path = join(temporaryFolder(), 'a.bangvang');
    const other = new Sqlite(path);
    other.pragma(`journal_mode = ${mode}`);
    other.exec('create table cookies (name text)');
    other.close();
    expect(await refusal(path)).toMatchObject({ code: 'file-not-bangvang' });
  });

  it('whose making was cut short', async () => {
    const path = join(temporaryFolder(), 'a.bangvang');
    const cut = new Sqlite(path);
    cut.pragma('application_id = 1112960615');
    cut.close();
    expect(await refusal(path)).toMatchObject({ code: 'file-not-bangvang' });
  });

  it('that is a folder, or not there', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a.bangvang'));
    const { core } = startCore(folder);
    const call = createCaller(core);
    expect(await call('openFile', { path: join(folder, 'a.bangvang') })).toMatchObject({
      error: { code: 'file-not-bangvang' },
    });
    expect(await call('openFile', { path: join(folder, 'b.bangvang') })).toMatchObject({
      error: { code: 'file-not-found' },
    });
    expect(existsSync(join(folder, 'b.bangvang'))).toBe(false);
  });
});

it('answers any damage with a refusal or an open file, and never with a bug', async () => {
  const random = seededBytes(41);
  const good = readFileSync(await closedFile());
  const folder = temporaryFolder();
  const codes = new Set<string>();
  for (let round = 0; round < 60; round += 1) {
    const path = join(folder, `${round}.bangvang`);
    const bytes = Buffer.from(good);
    const [many = 0, ...places] = random(1 + 3 * 16);
    for (let hit = 0; hit <= many % 16; hit += 1) {
      const [high = 0, low = 0, value = 0] = places.slice(hit * 3, hit * 3 + 3);
      bytes[((high * 256 + low) * 7 + value) % bytes.length] = value;
    }
    writeFileSync(path, bytes);
    const { core } = startCore(folder);
    const result = await core.call({ sessionId: null, method: 'openFile', input: { path } });
    codes.add(result.ok ? 'open' : result.error.code);
    if (!result.ok) expect(readFileSync(path).equals(bytes)).toBe(true);
    await core.close();
  }
  expect(
    [...codes].filter(
      (code) =>
        !/^(?:open|file-altered|file-damaged|file-not-bangvang|file-from-future|file-of-trial)$/.test(code),
    ),
  ).toEqual([]);
  expect(codes).toContain('file-damaged');
});

interface Window {
  readonly said: string;
  readonly child: ChildProcess;
  end(): Promise<void>;
}

/** Opens a file in a process of its own. */
function secondWindow(
  path: string,
  { then = 'close', user = '' }: { readonly then?: 'hold' | 'close'; readonly user?: number | '' } = {},
): Promise<Window> {
  return new Promise((resolve, reject) => {
    const { child, ended } = startProcess({
      words: [script, join(dirname(path), 'app'), path, then, String(user)],
      input: 'pipe',
      limit: 60_000,
    });
    onTestFinished(() => {
      child.kill();
    });
    child.on('error', reject);
    child.stdout?.once('data', (said: string) => {
      resolve({
        said: said.trim(),
        child,
        async end() {
          child.stdin?.end();
          await ended;
        },
      });
    });
  });
}

describe('a file that is open in another window', () => {
  it('is refused until that window closes it, and nothing that it holds is lost', async () => {
    const path = await closedFile();
    const first = await secondWindow(path, { then: 'hold' });
    expect(first.said).toBe('open');
    const { core } = startCore(dirname(path));
    const call = createCaller(core);
    expect(await call('openFile', { path })).toEqual({ ok: false, error: { code: 'file-in-use', path } });
    expect(
      await call('createFile', { path, schoolName: 'x', superior: 'x', place: 'x', schoolYear: '2025-2026' }),
    ).toEqual({
      ok: false,
      error: { code: 'file-exists', path },
    });
    await first.end();
    expect(await call('openFile', { path })).toMatchObject({ ok: true });
    expect((await secondWindow(path)).said).toMatch(/^file-in-use: Tệp “.*” đang mở ở cửa sổ khác/u);
    await core.close();
  });

  it('is not replaced by a backup under that window', async () => {
    const school = await coreAt('imported');
    const { path: backup } = await school.must('createBackup', {});
    await school.must('closeFile', {});
    const first = await secondWindow(school.path, { then: 'hold' });
    expect(await restoreAsChair(school, { path: backup, target: school.path })).toEqual({
      ok: false,
      error: { code: 'file-in-use', path: school.path },
    });
    await first.end();
    expect(await restoreAsChair(school, { path: backup, target: school.path })).toMatchObject({
      ok: true,
    });
  });

  it('is free again when that window is killed', async () => {
    const path = await closedFile();
    const first = await secondWindow(path, { then: 'hold' });
    const gone = new Promise((done) => first.child.on('close', done));
    first.child.kill('SIGKILL');
    await gone;
    const { core } = startCore(dirname(path));
    valueOf(await core.call({ sessionId: null, method: 'openFile', input: { path } }));
    await core.close();
  });
});

describe.skipIf(process.platform === 'win32')('a file that may not be written', () => {
  it('is refused as read-only', async () => {
    const path = await closedFile();
    const folder = dirname(path);
    chmodSync(folder, 0o777);
    chmodSync(path, 0o444);
    const before = fingerprint(path);
    expect((await secondWindow(path, { user: nobody })).said).toMatch(
      /^file-read-only: Tệp “.*” chỉ cho đọc/u,
    );
    expect(fingerprint(path)).toEqual(before);
  });

  it('or may not be read', async () => {
    const path = await closedFile();
    chmodSync(dirname(path), 0o777);
    chmodSync(path, 0o000);
    expect((await secondWindow(path, { user: nobody })).said).toMatch(/^folder-not-readable: /u);
  });

  it('or lies where nothing may be written', async () => {
    const path = await closedFile();
    chmodSync(path, 0o666);
    chmodSync(dirname(path), 0o555);
    expect((await secondWindow(path, { user: nobody })).said).toMatch(
      /^folder-not-writable: Không ghi được vào/u,
    );
    chmodSync(dirname(path), 0o755);
    if (process.getuid?.() === 0) chownSync(path, 0, 0);
  });
});

describe('the way back', () => {
  it('leads from a damaged file to its backup, and keeps the damaged one', async () => {
    const school = await coreAt('checked');
    const { path: backup } = await school.must('createBackup', {});
    const kept = await school.must('listCases', {});
    await school.must('closeFile', {});
    truncateSync(school.path, 40_960);
    const cut = readFileSync(school.path);
    const { core } = startCore(school.folder);
    const call = createCaller(core);
    expect(await call('openFile', { path: school.path })).toMatchObject({
      error: { code: 'file-damaged', backups: dirname(backup) },
    });
    expect(
      await call('restoreBackup', {
        path: backup,
        target: school.path,
        reason: 'Tệp bị hỏng',
        name: 'Chủ tịch thử',
      }),
    ).toMatchObject({
      ok: true,
      value: { path: school.path },
    });
    const must = insist(call);
    expect(await must('listCases', {})).toEqual(kept);
    const { backups } = await must('listBackups', {});
    const damaged = backups.find(({ reason }) => reason === 'restore');
    expect(readFileSync(damaged?.path ?? '').equals(cut)).toBe(true);
    await core.close();
  });

  it('refuses a backup that is no better', async () => {
    const school = await coreAt('empty');
    const { path: backup } = await school.must('createBackup', {});
    truncateSync(backup, 8192);
    const { audit: _trail, ...before } = school.dump();
    expect(await restoreAsChair(school, { path: backup, target: school.path })).toEqual({
      ok: false,
      error: { code: 'backup-not-usable', path: backup },
    });
    await school.must('openFile', { path: school.path });
    expect(school.dump()).toMatchObject(before);
  });
});
