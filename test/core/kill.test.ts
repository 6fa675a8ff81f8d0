import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { startProcess } from '../../build/process.js';
import { createCaller } from '../../electron/core/season/run.ts';
import { temporaryFolder } from '../support/disk.ts';
import { seededBytes } from '../support/core.ts';
import { insist, readCopy, sampleFolder, startCore } from '../support/school.ts';

const script = fileURLToPath(new URL('../support/season-to-kill.ts', import.meta.url));
const kills = 50;
const finalName = 'Ho-so-thi-dua-2025-2026-Truong-THCS-Hoa-Phuong';

interface Run {
  readonly lines: readonly string[];
  readonly signal: NodeJS.Signals | null;
}

/** Runs a season and kills it some milliseconds after its n-th line; lets it end when `line` is null. */
async function run(folder: string, line: number | null, wait: number): Promise<Run> {
  const { child, ended } = startProcess({ words: [script, sampleFolder, folder], limit: 60_000 });
  let seen = 1;
  let isDue = false;
  child.stdout?.on('data', (part: string) => {
    seen += part.split('\n').length - 1;
    if (line === null || isDue || seen <= line) return;
    isDue = true;
    void sleep(wait).then(() => child.kill('SIGKILL'));
  });
  const { out, err, signal, endedFor } = await ended;
  if (/Error/.test(err) || endedFor === 'limit') throw new Error(`${endedFor ?? ''} ${err} ${out}`);
  return { lines: out.split('\n').slice(0, -1), signal };
}

/** What must be true of what a killed season left on the disk. */
async function inspect(folder: string, { lines }: Run): Promise<void> {
  const path = join(folder, 'a.bangvang');
  const committed = Math.max(0, ...lines.map((line) => Number(/^committed (\d+)$/.exec(line)?.[1] ?? 0)));
  const { core } = startCore(folder);
  const must = insist(createCaller(core));
  if (!existsSync(path)) expect(committed).toBe(0);
  else {
    expect(readCopy(path, (database) => database.pragma('integrity_check', { simple: true }))).toBe('ok');
    expect(readCopy(path, (database) => database.pragma('foreign_key_check'))).toEqual([]);
    await must('openFile', { path });
    const { total, intact } = await must('listAudit', { before: null, limit: 1 });
    expect(intact).toBe(true);
    expect(total).toBeGreaterThanOrEqual(Math.max(1, committed));
    // Whoever opens it goes on with it.
    await must('saveGroup', { id: null, name: 'Tổ sau khi mất điện' });
  }
  const delivered = join(folder, 'usb', finalName);
  if (existsSync(delivered))
    expect(await must('verifyPackage', { path: delivered })).toMatchObject({ ok: true });
  await core.close();
  const backups = `${path}.backups`;
  for (const name of existsSync(backups) ? readdirSync(backups) : []) {
    if (!name.endsWith('.bangvang')) continue;
    const backup = new Sqlite(join(backups, name), { readonly: true });
    expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
    backup.close();
  }
}

it('loses nothing that was committed, wherever the power goes out', { timeout: 450_000 }, async () => {
  const home = temporaryFolder();
  const whole = join(home, 'trọn');
  mkdirSync(whole);
  const full = await run(whole, null, 0);
  expect(full.lines.at(-1)).toBe('done');
  await inspect(whole, full);
  expect(existsSync(join(whole, 'usb', finalName))).toBe(true);

  const random = seededBytes(2026);
  const moments = Array.from({ length: kills }, (_, index) => {
    const [jitter = 0, wait = 0] = random(2);
    // One in each fiftieth of the season's lines, somewhere within it, and then up to 30 ms later.
    const line = Math.floor(((index + jitter / 256) / kills) * full.lines.length);
    return { index, line, wait: Math.floor((wait / 256) * 30) };
  });
  let killed = 0;
  async function lane(own: typeof moments): Promise<void> {
    for (const { index, line, wait } of own) {
      const folder = join(home, String(index));
      mkdirSync(folder);
      const ran = await run(folder, line, wait);
      if (ran.signal === 'SIGKILL') killed += 1;
      await inspect(folder, ran);
    }
  }
  await Promise.all([0, 1].map((side) => lane(moments.filter(({ index }) => index % 2 === side))));
  // The last moments may come after the end; nearly all must have hit.
  expect(killed).toBeGreaterThan(kills * 0.8);
});
