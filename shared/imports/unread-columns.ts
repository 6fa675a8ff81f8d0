/** Says which columns of a table hold something that the import does not take. */
import { displayCell } from './cells.ts';
import { means } from './headers.ts';
import { plainKey } from './keys.ts';
import { derivedHeaders, orderHeaders } from './kinds.ts';
import type { ImportPlan, SheetPlan } from './plan.ts';
import { makeProblem, type ImportProblem } from './problems.ts';
import type { TableLine } from './table-lines.ts';

const EXAMPLES = 3;
const LENGTH = 60;

/** Columns whose content is worked out from others, or is only for paper. */
const derived: ReadonlySet<string> = new Set([...orderHeaders, ...derivedHeaders].map(plainKey));

/** A remark for each column of a sheet that holds text and is not read, unless a person left it out. */
export function unreadColumns(options: {
  readonly plan: ImportPlan;
  readonly sheet: SheetPlan;
  readonly lines: readonly TableLine[];
}): readonly ImportProblem[] {
  const { plan, sheet, lines } = options;
  const problems: ImportProblem[] = [];
  for (const { index, header, field, confidence } of sheet.columns) {
    const isLeftOut = field === null && confidence === 1;
    if (field !== null || isLeftOut || index === sheet.orderColumn || derived.has(plainKey(header))) continue;
    // Whose post or birthday it is stands in the staff list; elsewhere these columns only help to tell people apart.
    if (plan.kind !== 'people' && means(header, 'people')) continue;
    const texts = lines
      .map(({ cells }) => displayCell(cells[index]))
      .filter((text) => /[\p{L}\p{N}]/u.test(text));
    if (texts.length === 0 || texts.every((text, row) => text === String(row + 1))) continue;
    const distinct = [...new Set(texts)];
    const examples = distinct.slice(0, EXAMPLES).map((text) => shorten(text));
    const hasMore = distinct.length > EXAMPLES;
    const place = { file: plan.fileName, sheet: sheet.name, row: sheet.headerRow ?? 0, column: header };
    problems.push(makeProblem(place, 'unread-column', { examples, hasMore, rows: texts.length }));
  }
  return problems;
}

function shorten(text: string): string {
  return text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text;
}
