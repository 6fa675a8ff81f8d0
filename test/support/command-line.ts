/** The command line as people run it: a process of its own, its two streams and its exit status. */
import { fileURLToPath } from 'node:url';
import { runProcess } from '../../build/process.js';

const cli = fileURLToPath(new URL('../../build/cli.js', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line to its end, with a settings folder of its own. */
export async function runCli({
  words,
  appFolder,
}: {
  readonly words: readonly string[];
  readonly appFolder: string;
}): Promise<Ran> {
  const env = { ...process.env, BANGVANG_APP_FOLDER: appFolder };
  const { status, out, err } = await runProcess({ words: [cli, ...words], env, limit: 120_000 });
  return { status, out, err };
}

/** What was said besides the lines of progress: `Nhập tệp: …`, `Thẩm định…`. */
export function sentencesOf(err: string): readonly string[] {
  return err
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('…') && !/^[^.:]+: [^ ]+$/u.test(line));
}
