/**
 * Other programs, each with an end: what is started here is ended by its id when it passes its limit, or when its
 * work is done and it does not go. Plain JavaScript, since the Node that a person typed may be older than ours.
 */
import { spawn, spawnSync } from 'node:child_process';
import { clearTimeout, setInterval, setTimeout } from 'node:timers';

/** Milliseconds that a program may take to go once it has said its exit code. */
export const partingTime = 3000;

/** How much of what a program said is kept to be told when it is ended, in characters. */
const lastWords = 4000;

const endWord = new URL('./end-word.js', import.meta.url).href;

/**
 * @typedef {object} Order
 * @property {readonly string[]} words Arguments; the first is the script where `program` is left out.
 * @property {string} [program] A program that is no script of Node.
 * @property {string} [node] The Node that runs the script; that of this process where nothing is said.
 * @property {number | null} limit Milliseconds after which it is ended; null: as long as the person who opened it likes.
 * @property {Readonly<Record<string, string | undefined>>} [env] Whole environment; that of this process otherwise.
 * @property {string} [cwd]
 * @property {'collect' | 'show' | 'pass' | 'drop'} [output] `collect`: kept and given; `show`: kept, given and shown as it
 *   comes; `pass` (also the input): straight to the streams of this process, nothing kept; `drop`: nobody reads it.
 * @property {'pipe' | 'ignore'} [input] Its standard input, `ignore` where nothing is said.
 * @property {boolean} [isGroup] Ends what it started along with it; then the keys of the terminal do not reach it.
 * @property {() => boolean} [isDone] Whether its work is done though it has not said so: then it has its parting time.
 */

/**
 * @typedef {object} Ended
 * @property {number | null} status Exit code; null where it ended without one.
 * @property {NodeJS.Signals | null} signal What ended it from outside.
 * @property {string} out
 * @property {string} err
 * @property {'limit' | 'parting' | null} endedFor Why it was ended here: past its limit, or done and not gone.
 */

/**
 * Starts a program. `ended` always settles: it rejects only when the program cannot be started at all.
 *
 * @param {Order} order
 */
export function startProcess(order) {
  const { words, program, node, env = process.env, cwd, output = 'collect', input = 'ignore' } = order;
  const isGroup = order.isGroup === true && process.platform !== 'win32';
  const isScript = program === undefined;
  const stream = /** @type {const} */ ({ pass: 'inherit', drop: 'ignore', collect: 'pipe', show: 'pipe' })[
    output
  ];
  const child = spawn(
    program ?? node ?? process.execPath,
    isScript ? ['--import', endWord, ...words] : words,
    {
      env: isScript ? { ...env, BANG_VANG_END_WORD: '3' } : env,
      stdio: [output === 'pass' ? 'inherit' : input, stream, stream, isScript ? 'pipe' : 'ignore'],
      detached: isGroup,
      windowsHide: true,
      ...(cwd === undefined ? {} : { cwd }),
    },
  );
  const said = { out: '', err: '', end: '' };
  child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    said.out += text;
    if (output === 'show') process.stdout.write(text);
  });
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    said.err += text;
    if (output === 'show') process.stderr.write(text);
  });
  function end() {
    endTree(child, order.isGroup === true);
  }
  return { child, end, ended: watch({ child, order, said, end }) };
}

/**
 * @param {{ child: import('node:child_process').ChildProcess, order: Order,
 *   said: { out: string, err: string, end: string }, end: () => void }} watched
 * @returns {Promise<Ended>}
 */
function watch({ child, order, said, end }) {
  return new Promise((resolve, reject) => {
    /** @type {Ended['endedFor']} */
    let endedFor = null;
    /** @type {NodeJS.Timeout[]} */
    const timers = [];
    /** @param {'limit' | 'parting'} why */
    function endFor(why) {
      endedFor ??= why;
      end();
    }
    let isParting = false;
    function part() {
      if (isParting) return;
      isParting = true;
      timers.push(setTimeout(() => endFor('parting'), partingTime));
    }
    /** @param {number | null} status @param {NodeJS.Signals | null} signal */
    function settle(status, signal) {
      for (const timer of timers) clearTimeout(timer);
      const told = /^-?\d+/.exec(said.end);
      resolve({
        status: endedFor === 'limit' ? null : told === null ? status : Number(told[0]),
        signal: told === null || endedFor === 'limit' ? signal : null,
        out: said.out,
        err: said.err,
        endedFor,
      });
    }
    if (order.limit !== null) timers.push(setTimeout(() => endFor('limit'), order.limit));
    if (order.isDone !== undefined) {
      const { isDone } = order;
      timers.push(setInterval(() => isDone() && part(), 1000));
    }
    const word = child.stdio[3];
    if (word !== null && word !== undefined && 'setEncoding' in word) {
      word.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        said.end += text;
        part();
      });
    }
    child.once('error', (cause) => {
      for (const timer of timers) clearTimeout(timer);
      reject(cause);
    });
    child.once('exit', (status, signal) => {
      // What it started may hold its streams open; nobody waits for that long.
      timers.push(setTimeout(() => settle(status, signal), partingTime));
      // The streams end on their own; in a group nothing stays behind.
      if (order.isGroup === true) end();
    });
    child.once('close', settle);
  });
}

/**
 * Ends a process by its id, and with a group all that it started.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} isGroup
 */
function endTree(child, isGroup) {
  const { pid } = child;
  if (pid === undefined) return;
  if (!isGroup) {
    child.kill('SIGKILL');
  } else if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { timeout: partingTime, windowsHide: true });
  } else {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // The whole group is gone already.
    }
  }
}

/**
 * Runs a program to its end and gives what it said; throws when it passed its limit, with its last output.
 *
 * @param {Order & { limit: number }} order
 * @returns {Promise<Ended>}
 */
export async function runProcess(order) {
  const ended = await startProcess(order).ended;
  if (ended.endedFor === 'limit') throw new Error(overdueSentence(order, ended));
  return ended;
}

/**
 * What is said of a program that was ended past its limit.
 *
 * @param {Order} order
 * @param {Ended} ended
 */
export function overdueSentence({ program, words, limit }, { out, err }) {
  const name = [program ?? 'node', ...words].join(' ');
  const last = `${out}${err}`.slice(-lastWords).trim();
  return `${name} was still running after ${Math.round((limit ?? 0) / 1000)} s and was ended.${last === '' ? ' It had said nothing.' : ` Its last output:\n${last}`}`;
}
