/** The command line as people run it: a process of its own, its two streams and its exit status. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../build/cli.js', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line to its end, with a settings folder of its own. */
export function runCli({
  words,
  appFolder,
}: {
  readonly words: readonly string[];
  readonly appFolder: string;
}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...words], {
      env: { ...process.env, BANGVANG_APP_FOLDER: appFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const text = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text.out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      text.err += part;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, ...text });
    });
  });
}

/** What was said besides the lines of progress: `Nhập tệp: …`, `Thẩm định…`. */
export function sentencesOf(err: string): readonly string[] {
  return err
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('…') && !/^[^.:]+: [^ ]+$/u.test(line));
}
