import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startProcess } from '../../build/process.js';
import { deliverPackage, type DeliveryProgress } from '../../electron/core/export/deliver.ts';
import { safeName } from '../../electron/core/export/names.ts';
import { verifyPackage } from '../../electron/core/export/verify.ts';
import type { AppError } from '../../shared/errors.ts';
import { filesIn, systemError, temporaryFolder, watchedDisk } from '../support/disk.ts';
import { samplePackage } from '../support/package.ts';

const NAME = 'Hồ sơ thi đua 2025-2026 - Trường THCS Hoa Ban';
const built = samplePackage();

function places() {
  const folder = temporaryFolder();
  const targetFolder = join(folder, 'USB của trường');
  const stagingFolder = join(folder, 'tạm');
  mkdirSync(targetFolder);
  return { folder, targetFolder, stagingFolder };
}

describe('delivering a package', () => {
  it('puts every byte there under the final name and leaves nothing else anywhere', async () => {
    const { targetFolder, stagingFolder } = places();
    const steps: DeliveryProgress[] = [];
    const result = await deliverPackage({
      built,
      name: NAME,
      targetFolder,
      stagingFolder,
      report: (progress) => steps.push(progress),
    });
    const bytes = built.files.reduce((sum, file) => sum + file.size, 0);
    expect(result).toEqual({
      ok: true,
      value: { path: join(targetFolder, NAME), name: NAME, files: 7, bytes, checkCode: built.rootHash },
    });
    expect(readdirSync(targetFolder)).toEqual([NAME]);
    expect(readdirSync(stagingFolder)).toEqual([]);
    for (const file of built.files) {
      expect(readFileSync(join(targetFolder, NAME, file.path)).equals(file.bytes), file.path).toBe(true);
    }
    expect([...new Set(steps.map((step) => step.phase))]).toEqual(['stage', 'copy', 'verify']);
    for (const phase of ['stage', 'copy', 'verify'] as const) {
      const done = steps.filter((step) => step.phase === phase).map((step) => step.done);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(done.at(-1)).toBe(bytes);
    }
    const checked = await verifyPackage({ path: join(targetFolder, NAME) });
    expect(checked.ok && checked.value).toMatchObject({
      ok: true,
      signature: 'valid',
      rootHash: built.rootHash,
    });
  });

  it('never writes over what is there: the next one gets a number', async () => {
    const { targetFolder, stagingFolder } = places();
    mkdirSync(join(targetFolder, NAME));
    symlinkSync('/không có', join(targetFolder, `${NAME} (2)`));
    const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder });
    expect(result.ok && result.value.name).toBe(`${NAME} (3)`);
    expect(readdirSync(join(targetFolder, NAME))).toEqual([]);
  });

  it('flushes every file and folder before the name, and the folder above after it', async () => {
    const { targetFolder, stagingFolder } = places();
    const steps: string[] = [];
    const disk = watchedDisk({
      before(step, path) {
        if (path.startsWith(targetFolder) && (step === 'sync' || step === 'rename' || step === 'read')) {
          steps.push(`${step} ${path.slice(targetFolder.length + 1).replace(`${NAME}.dang-chep`, '~')}`);
        }
      },
    });
    await deliverPackage({ built, name: NAME, targetFolder, stagingFolder, disk });
    const renamed = steps.indexOf('rename ~');
    const firstRead = steps.findIndex((step) => step.startsWith('read'));
    for (const file of built.files)
      expect(steps.indexOf(`sync ~/${file.path}`), file.path).toBeGreaterThanOrEqual(0);
    const flushed = built.files.map((file) => steps.indexOf(`sync ~/${file.path}`));
    expect(Math.max(...flushed, steps.indexOf('sync ~/02 Biên bản'), steps.indexOf('sync ~'))).toBeLessThan(
      firstRead,
    );
    expect(steps.lastIndexOf('read ~/manifest.json')).toBeLessThan(renamed);
    expect(steps.slice(renamed + 1)).toEqual(['sync ']);
  });

  it('takes a name of Vietnamese letters cut to a safe length', async () => {
    const { targetFolder, stagingFolder } = places();
    const name = safeName(
      'Hồ sơ đề nghị xét tặng danh hiệu thi đua: “Chiến sĩ thi đua cơ sở” / Tập thể '.repeat(4),
    );
    const result = await deliverPackage({ built, name, targetFolder, stagingFolder });
    expect(result.ok).toBe(true);
    expect(readdirSync(targetFolder)).toEqual([name]);
  });

  it('says before the first byte that the stick is too small', async () => {
    const { targetFolder, stagingFolder } = places();
    const real = watchedDisk({});
    const disk = {
      ...real,
      statfs: (() => Promise.resolve({ bavail: 700, bsize: 4096 })) as unknown as typeof real.statfs,
      mkdir: (async (...input: Parameters<typeof real.mkdir>) => {
        if (String(input[0]).startsWith(targetFolder)) throw new Error('wrote to a stick that is too small');
        return await real.mkdir(...input);
      }) as typeof real.mkdir,
    };
    const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder, disk });
    expect(result).toMatchObject({ ok: false, error: { code: 'drive-full', free: 700 * 4096 } });
    expect(readdirSync(targetFolder)).toEqual([]);
    expect(readdirSync(stagingFolder)).toEqual([]);
  });

  const failures: [
    string,
    string,
    Parameters<NonNullable<Parameters<typeof watchedDisk>[0]['before']>>[0],
    AppError['code'],
  ][] = [
    ['the stick is full in the middle', 'ENOSPC', 'write', 'drive-full'],
    ['the stick breaks while it is written', 'EIO', 'write', 'copy-failed'],
    ['the stick breaks when it is flushed', 'EIO', 'sync', 'copy-failed'],
    ['the stick breaks when it is read back', 'EIO', 'read', 'copy-failed'],
    ['the stick is pulled out', 'ENOENT', 'open', 'drive-not-found'],
    ['the stick left in Windows', 'UNKNOWN', 'write', 'copy-failed'],
    ['the folder may not be written', 'EACCES', 'mkdir', 'folder-not-writable'],
    ['a scanner never lets go', 'EBUSY', 'rename', 'copy-failed'],
    ['the stick is locked', 'EROFS', 'mkdir', 'folder-not-writable'],
    ['the path is too long', 'ENAMETOOLONG', 'open', 'name-too-long'],
    ['the last rename fails', 'EROFS', 'rename', 'folder-not-writable'],
  ];
  it.each(failures)('leaves nothing when %s', async (_, code, step, expected) => {
    const { targetFolder, stagingFolder } = places();
    writeFileSync(join(targetFolder, 'tệp của người khác.txt'), 'còn nguyên');
    const disk = watchedDisk({
      before(now, path) {
        if (now === step && path.startsWith(targetFolder) && basename(path) !== basename(targetFolder)) {
          throw systemError(code);
        }
      },
    });
    const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder, disk });
    expect(result).toMatchObject({ ok: false, error: { code: expected } });
    expect(filesIn(targetFolder)).toEqual({ 'tệp của người khác.txt': 'còn nguyên' });
    expect(readdirSync(targetFolder)).toHaveLength(1);
    expect(readdirSync(stagingFolder)).toEqual([]);
  });

  it('takes the finished package back when the stick breaks at the very end', async () => {
    const { targetFolder, stagingFolder } = places();
    let renamed = false;
    const disk = watchedDisk({
      before(step) {
        if (step === 'sync' && renamed) throw systemError('EIO');
        if (step === 'rename') renamed = true;
      },
    });
    const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder, disk });
    expect(result).toMatchObject({ ok: false, error: { code: 'copy-failed' } });
    expect(readdirSync(targetFolder)).toEqual([]);
  });

  it('throws what it does not know, after cleaning up', async () => {
    const { targetFolder, stagingFolder } = places();
    const disk = watchedDisk({
      before(step, path) {
        if (step === 'write' && path.startsWith(targetFolder)) throw new TypeError('a bug');
      },
    });
    await expect(deliverPackage({ built, name: NAME, targetFolder, stagingFolder, disk })).rejects.toThrow(
      'a bug',
    );
    expect(readdirSync(targetFolder)).toEqual([]);
    expect(readdirSync(stagingFolder)).toEqual([]);
  });

  it('names a file that reads back differently', async () => {
    const { targetFolder, stagingFolder } = places();
    const disk = watchedDisk({
      afterRead(bytes, path) {
        if (path.startsWith(targetFolder) && path.endsWith('.xlsx')) bytes[1000] = (bytes[1000] ?? 0) ^ 1;
      },
    });
    const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder, disk });
    expect(result).toEqual({
      ok: false,
      error: { code: 'copy-differs', file: '03 Danh sách/Nguyễn Thị Ánh Tuyết.xlsx' },
    });
    expect(readdirSync(targetFolder)).toEqual([]);
  });

  it('waits for a virus scanner to let go', async () => {
    const { targetFolder, stagingFolder } = places();
    let refusals = 0;
    const disk = watchedDisk({
      before(step) {
        if (step === 'rename' && refusals < 3) {
          refusals += 1;
          throw systemError(refusals === 2 ? 'EBUSY' : 'EPERM');
        }
      },
    });
    const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder, disk });
    expect(result.ok).toBe(true);
    expect(refusals).toBe(3);
  });

  it.each(['stage', 'copy', 'verify'] as const)('stops at once in phase %s when asked', async (phase) => {
    const { targetFolder, stagingFolder } = places();
    const stop = new AbortController();
    const result = await deliverPackage({
      built,
      name: NAME,
      targetFolder,
      stagingFolder,
      signal: stop.signal,
      report(progress) {
        if (progress.phase === phase && progress.done > 0) stop.abort();
      },
    });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(readdirSync(targetFolder)).toEqual([]);
    expect(readdirSync(stagingFolder)).toEqual([]);
  });

  it('says that a stick is not there', async () => {
    const { folder, stagingFolder } = places();
    const targetFolder = join(folder, 'không có');
    const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder });
    expect(result).toEqual({ ok: false, error: { code: 'drive-not-found', path: targetFolder } });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says that a folder is locked',
    async () => {
      const { targetFolder, stagingFolder } = places();
      chmodSync(targetFolder, 0o555);
      const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder });
      chmodSync(targetFolder, 0o755);
      expect(result).toEqual({ ok: false, error: { code: 'folder-not-writable', path: targetFolder } });
    },
  );

  it('killed half way leaves only the in-progress folder, which the next run clears', async () => {
    const { targetFolder, stagingFolder } = places();
    const script = fileURLToPath(new URL('../support/deliver-slowly.ts', import.meta.url));
    const { child, ended } = startProcess({
      words: [script, targetFolder, stagingFolder, NAME],
      limit: 30_000,
    });
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(targetFolder)).toEqual([`${NAME}.dang-chep`]);
    expect((await verifyPackage({ path: join(targetFolder, `${NAME}.dang-chep`) })).ok).toBe(false);

    const result = await deliverPackage({ built, name: NAME, targetFolder, stagingFolder });
    expect(result.ok).toBe(true);
    expect(readdirSync(targetFolder)).toEqual([NAME]);
  });
});
