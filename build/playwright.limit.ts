import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { fileLimit, giveUp, watchFiles } from './file-limit.ts';

/** For the browser tests, whose runner tells of tests only: a file is as long as its tests come. */
export default class BrowserFileLimit implements Reporter {
  readonly #files = watchFiles({ limit: fileLimit, onOverdue: giveUp });
  /** The file that each of those who work side by side is at. */
  readonly #at = new Map<number, string>();

  onTestBegin(test: TestCase, { parallelIndex }: TestResult): void {
    const { file } = test.location;
    const last = this.#at.get(parallelIndex);
    if (file !== last) {
      if (last !== undefined) this.#files.end(last);
      this.#files.begin(file);
      this.#at.set(parallelIndex, file);
    }
    this.#files.at(file, test.title);
  }

  onEnd(): void {
    for (const file of this.#at.values()) this.#files.end(file);
  }
}
