/** Stop-watches: several runs of each thing, their middle, and how far they lie apart. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../../build/process.js';

/** Several measurements of one thing, in one unit. */
export interface Measured {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function summarise(values: readonly number[]): Measured {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  return { median, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** Milliseconds of the clock that a piece of work takes. */
export async function clocked(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs two things by turns, so that a busy moment of the machine meets both, and gives the milliseconds of each. */
export async function byTurns({
  runs,
  ours,
  yardstick,
}: {
  readonly runs: number;
  /** Both give the milliseconds they took. */
  readonly ours: () => Promise<number>;
  readonly yardstick: () => Promise<number>;
}): Promise<Compared> {
  const pairs: { readonly ours: number; readonly yardstick: number }[] = [];
  for (let run = 0; run < runs; run += 1) pairs.push({ ours: await ours(), yardstick: await yardstick() });
  return {
    ours: summarise(pairs.map((pair) => pair.ours)),
    yardstick: summarise(pairs.map((pair) => pair.yardstick)),
    ratio: summarise(pairs.map((pair) => pair.ours / pair.yardstick)),
  };
}

export interface Compared {
  readonly ours: Measured;
  readonly yardstick: Measured;
  readonly ratio: Measured;
}

/** What a program and all that it started took, in milliseconds. */
export interface Cost {
  readonly wall: number;
  /** Time on the processors, user and system together. */
  readonly processor: number;
}

/** Minutes and seconds as the shell's `times` writes them: `0m1.250s`. */
function milliseconds(text: string): number {
  const [, minutes = '0', seconds = '0'] = /^(\d+)m([\d.,]+)s$/.exec(text) ?? [];
  return (Number(minutes) * 60 + Number(seconds.replace(',', '.'))) * 1000;
}

/** Whether the cost of another program can be had here: only a POSIX shell tells the time of all its children. */
export function canCost(): boolean {
  return existsSync('/bin/sh');
}

/** Runs a program to its end and gives what it cost. Throws when it fails. */
export async function costOf(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'bangvang-cost-'));
  const times = join(folder, 'times');
  const script = 'file=$1; shift; "$@"; status=$?; times > "$file"; exit $status';
  try {
    const wall = await clocked(async () => {
      const { status } = await runProcess({
        program: '/bin/sh',
        words: ['-c', script, 'sh', times, program, ...words],
        output: 'drop',
        env: { ...process.env, ...environment },
        limit: 10 * 60_000,
      });
      if (status !== 0) throw new Error(`${program} ended with ${status ?? 'a signal'}`);
    });
    const children = readFileSync(times, 'utf8').trim().split('\n').at(-1) ?? '';
    return { wall, processor: children.split(' ').reduce((sum, part) => sum + milliseconds(part), 0) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
