/** The table that is printed. */
import { availableParallelism, cpus } from 'node:os';
import type { Measured } from './measure.ts';

/** One thing that was measured, or why it was not. */
export type Line =
  | { readonly what: string; readonly value: string; readonly range: string; readonly of: string }
  | { readonly what: string; readonly skipped: string };

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A line about a measurement in a unit; `of` says what it was measured against, in the same breath. */
export function line(what: string, { median, least, most }: Measured, unit: string, of: string): Line {
  return { what, value: `${short(median)}${unit}`, range: `${short(least)} – ${short(most)}`, of };
}

/** Milliseconds, as a person reads them. */
export function time(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(1)} ms`;
}

/** Prints the lines in columns. */
export function print(lines: readonly Line[]): void {
  const model = cpus()[0]?.model.trim() ?? '';
  const rows = lines.map((one) =>
    'skipped' in one ? [one.what, '–', '', one.skipped] : [one.what, one.value, one.range, one.of],
  );
  const head = ['what', 'median', 'least – most', 'beside'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const text = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(
    `\nNode ${process.versions.node}, ${availableParallelism()} × ${model === '' ? process.arch : model}\n`,
  );
  for (const row of [head, widths.map((width) => '─'.repeat(width)), ...rows]) console.log(text(row));
}
