/**
 * The end of the command line, 500 times: how long after its last word it goes, and how often it does not go at all
 * and is ended by the one who waits (nodejs/node#54918).
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startProcess } from '../../build/process.js';
import { withBench, newFile } from './school.ts';
import { summarise } from './measure.ts';
import { line, type Line } from './table.ts';

const times = 500;
const lanes = 2;
const program = fileURLToPath(new URL('../../out/cli/cli.js', import.meta.url));

/** Starts and ends the built program without its launcher, which would hide an end that does not come. */
export async function ends(): Promise<readonly Line[]> {
  const what = `${times} ends of the command line`;
  if (!existsSync(program)) return [{ what, skipped: 'the command line is not built' }];
  return withBench(async (bench) => {
    const path = await newFile(bench);
    await bench.call('closeFile', {});
    const walls: number[] = [];
    const codes = new Set<number | null>();
    let stuck = 0;
    let overdue = 0;
    async function lane(): Promise<void> {
      while (walls.length < times) {
        const start = performance.now();
        walls.push(0);
        const at = walls.length - 1;
        const { ended } = startProcess({
          words: [program, 'verify', '--package', path],
          env: { ...process.env, BANGVANG_APP_FOLDER: `${bench.folder}/app${at % lanes}` },
          limit: 60_000,
        });
        const { endedFor, status } = await ended;
        if (endedFor === 'parting') stuck += 1;
        if (endedFor === 'limit') overdue += 1;
        codes.add(status);
        walls[at] = performance.now() - start;
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane));
    const said = `exit codes ${[...codes].join(', ')}; ${stuck} said theirs and did not go, ${overdue} never said one`;
    return [line(what, summarise(walls), ' ms', said)];
  });
}
