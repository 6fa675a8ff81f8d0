/**
 * `npm run bench`: what the app costs beside yardsticks that everybody has, as ratios, so that the numbers of two
 * machines can be compared. Prints a table; never fails on a number; says what it leaves out and why.
 * Names of parts, such as `import memory`, run only those.
 */
import { inCore, bulkWrites, importAgainstParse, memory } from './core.ts';
import { ends } from './ends.ts';
import { inBrowser } from './browser.ts';
import { rulesBySize } from './rules.ts';
import { season } from './season.ts';
import type { Line } from './table.ts';
import { print } from './table.ts';

const parts: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  season,
  import: importAgainstParse,
  writes: bulkWrites,
  people: inCore,
  rules: rulesBySize,
  memory,
  browser: inBrowser,
  ends,
};

const asked = process.argv.slice(2);
const lines: Line[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name}…\n`);
  try {
    lines.push(...(await part()));
  } catch (cause) {
    lines.push({ what: name, skipped: `could not be run: ${String(cause).split('\n')[0] ?? ''}` });
  }
}
print(lines);
