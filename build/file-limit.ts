/** A limit for each test file: one that does not end is named, with the test it was at, and the run is over. */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Milliseconds that one file may take; the longest takes about a minute on two idle cores. */
export const fileLimit = 8 * 60_000;

/** Watches files by their names; `onOverdue` is told the name and the last test that began in it. */
export function watchFiles({
  limit,
  onOverdue,
}: {
  readonly limit: number;
  readonly onOverdue: (file: string, test: string | null) => void;
}): {
  readonly begin: (file: string) => void;
  readonly at: (file: string, test: string) => void;
  readonly end: (file: string) => void;
} {
  const timers = new Map<string, NodeJS.Timeout>();
  const tests = new Map<string, string>();
  return {
    begin(file) {
      clearTimeout(timers.get(file));
      timers.set(
        file,
        setTimeout(() => onOverdue(file, tests.get(file) ?? null), limit),
      );
    },
    at(file, test) {
      tests.set(file, test);
    },
    end(file) {
      clearTimeout(timers.get(file));
      timers.delete(file);
    },
  };
}

/** Says which file did not end, and ends this run by its own id: a clean end would wait for that very file. */
export function giveUp(file: string, test: string | null): void {
  const place = test === null ? 'before its first test' : `at “${test}”`;
  console.error(`\n${file} passed its limit of ${fileLimit / 60_000} minutes, ${place}.`);
  process.kill(process.pid, 'SIGKILL');
}

/** For the unit tests. */
export class UnitFileLimit implements Reporter {
  readonly #files = watchFiles({ limit: fileLimit, onOverdue: giveUp });

  onTestModuleQueued(module: TestModule): void {
    this.#files.begin(module.relativeModuleId);
  }

  onTestCaseReady(test: TestCase): void {
    this.#files.at(test.module.relativeModuleId, test.fullName);
  }

  onTestModuleEnd(module: TestModule): void {
    this.#files.end(module.relativeModuleId);
  }
}
