import type { Reporter, TestCase } from '@playwright/test/reporter';
import { fileLimit, giveUp, watchFiles } from './file-limit.ts';

/** For the browser tests, whose runner tells of tests only: a file is as long as its tests come. */
export default class BrowserFileLimit implements Reporter {
  readonly #files = watchFiles({ limit: fileLimit, onOverdue: giveUp });
  #last = '';

  onTestBegin(test: TestCase): void {
    const { file } = test.location;
    if (file !== this.#last) {
      this.#files.end(this.#last);
      this.#files.begin(file);
      this.#last = file;
    }
    this.#files.at(file, test.title);
  }

  onEnd(): void {
    this.#files.end(this.#last);
  }
}
