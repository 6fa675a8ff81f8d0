/** Real folders for tests, and a disk that fails on purpose. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { disk as realDisk, type Disk } from '../../electron/core/disk.ts';

/** A new empty folder, removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bảng vàng thử-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** As `temporaryFolder`, for all tests of a `describe`. */
export function lastingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bảng vàng thử-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Every file below a folder by its path, with its text. */
export function filesIn(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    found
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

/** A failure as the system reports it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made to fail`), { code, syscall: 'test' });
}

type Step =
  'lstat' | 'mkdir' | 'mkdtemp' | 'open' | 'readdir' | 'rename' | 'rm' | 'statfs' | 'write' | 'read' | 'sync';

/** The real disk, but `before` each step may throw; `read` may also hand back other bytes. */
export function watchedDisk({
  before = () => undefined,
  afterRead = () => undefined,
}: {
  readonly before?: (step: Step, path: string) => void;
  readonly afterRead?: (bytes: Uint8Array, path: string) => void;
}): Disk {
  function guarded<F extends (...input: never[]) => unknown>(step: Step, run: F): F {
    return (async (...input: Parameters<F>) => {
      before(step, String(input[0]));
      return await run(...input);
    }) as unknown as F;
  }

  function watchHandle(handle: FileHandle, path: string): FileHandle {
    return new Proxy(handle, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return async (...input: unknown[]): Promise<unknown> => {
          if (name === 'write' || name === 'read' || name === 'sync') before(name, path);
          const answer: unknown = await Reflect.apply(member, target, input);
          if (name === 'read' && Buffer.isBuffer(input[0])) afterRead(input[0], path);
          return answer;
        };
      },
    });
  }

  return {
    lstat: guarded('lstat', realDisk.lstat),
    mkdir: guarded('mkdir', realDisk.mkdir),
    mkdtemp: guarded('mkdtemp', realDisk.mkdtemp),
    readdir: guarded('readdir', realDisk.readdir),
    rename: guarded('rename', realDisk.rename),
    rm: guarded('rm', realDisk.rm),
    statfs: guarded('statfs', realDisk.statfs),
    async open(...input) {
      const path = String(input[0]);
      before('open', path);
      return watchHandle(await realDisk.open(...input), path);
    },
  };
}
