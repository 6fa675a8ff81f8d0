/** Data files of invented schools of any size, made through the same methods the screens call. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPorts } from '../../electron/adapters/system.ts';
import { createCore, type Core } from '../../electron/core/core.ts';
import { createCaller } from '../../electron/core/season/run.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/api.ts';
import type { ImportKind } from '../../shared/views.ts';
import {
  evaluationsWorkbook,
  historyWorkbook,
  initiativesWorkbook,
  inventPeople,
  registrationsWorkbook,
  staffWorkbook,
  type InventedPerson,
} from '../support/generate.ts';

const resources = fileURLToPath(new URL('../../build', import.meta.url));

/** A core in a folder of its own that goes with it. */
export interface Bench {
  readonly core: Core;
  readonly folder: string;
  /** Calls a method and gives its value; a refusal is thrown. */
  call<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>>;
  close(): Promise<void>;
}

/** A core with nothing open. */
export function startBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'bangvang-bench-'));
  const core = createCore(openPorts({ appFolder: join(folder, 'app'), resources }));
  const call = createCaller(core);
  return {
    core,
    folder,
    async call(method, input) {
      const result = await call(method, input);
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    async close() {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty data file and opens it; gives its path. */
export async function newFile({ call, folder }: Bench, name = 'truong'): Promise<string> {
  const { path } = await call('createFile', {
    path: join(folder, `${name}.bangvang`),
    schoolName: 'Trường THCS Hoa Phượng',
    superior: 'UBND xã An Hải',
    place: 'An Hải',
    schoolYear: '2025-2026',
  });
  return path;
}

const files: Readonly<
  Record<
    'people' | 'history' | 'initiatives' | 'registrations' | 'evaluations',
    (people: readonly InventedPerson[]) => Promise<Uint8Array>
  >
> = {
  people: staffWorkbook,
  history: historyWorkbook,
  initiatives: initiativesWorkbook,
  registrations: registrationsWorkbook,
  evaluations: evaluationsWorkbook,
};

/** Imports one file of a school; gives the milliseconds of the import alone. */
export async function importFile(bench: Bench, kind: ImportKind, bytes: Uint8Array): Promise<number> {
  const input = { kind, fileName: `${kind}.xlsx`, bytes: Buffer.from(bytes).toString('base64') };
  const start = performance.now();
  const { problems } = await bench.call('runImport', input);
  const took = performance.now() - start;
  if (problems.length > 0) throw new Error(`${kind}: ${problems[0]?.message ?? ''}`);
  return took;
}

/** A school of so many people with two earlier years, initiatives, registrations and scores; gives its path. */
export async function makeSchool(bench: Bench, count: number): Promise<string> {
  const path = await newFile(bench, `truong-${count}`);
  const people = inventPeople({ count });
  for (const kind of Object.keys(files) as (keyof typeof files)[]) {
    await importFile(bench, kind, await files[kind](people));
  }
  return path;
}

/** Runs work with a core of its own. */
export async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const bench = startBench();
  try {
    return await work(bench);
  } finally {
    await bench.close();
  }
}
