/** How a paper is cut into the sheets of a workbook. */
import type { Block, Rich, Table } from '../../../shared/documents/model.ts';
import { headingText, itemMark } from '../../../shared/documents/parts.ts';
import { runsOf, typeset } from './layout.ts';

/** A piece of a paper that goes on one sheet. */
export interface Part {
  /** Heading over the table; null when it stands alone. */
  readonly heading: string | null;
  readonly table: Table | null;
  /** What follows up to the next table. */
  readonly texts: readonly string[];
}

/** The paper cut at its tables; a heading just before a table belongs to it. */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
  const parts: { heading: string | null; table: Table | null; texts: string[] }[] = [];
  let before: string[] = [];
  let heading: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') {
      parts.push({ heading, table: block, texts: [] });
      heading = null;
    } else if (block.kind === 'heading') heading = headingText(block);
    else {
      const texts = [...(heading === null ? [] : [heading]), ...textsOf(block)];
      heading = null;
      (parts.at(-1)?.texts ?? before).push(...texts);
    }
  }
  if (parts.length === 0) return [{ heading: null, table: null, texts: before }];
  before = [...before];
  const [first, ...others] = parts;
  return first === undefined ? [] : [{ ...first, texts: [...before, ...first.texts] }, ...others];
}

/** A text without its looks, set. */
export function plain(text: Rich): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('');
}

function textsOf(block: Exclude<Block, Table>): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'basis':
      return [plain(block.text)];
    case 'heading':
      return [headingText(block)];
    case 'list':
      return block.items.map((item, index) => `${itemMark(block, index)}${plain(item)}`);
    case 'addressee':
      return [`Kính gửi: ${block.to.map(typeset).join('; ')}`];
    case 'pageBreak':
      return [];
  }
}

/** Lines that a row should not grow beyond, and the widest that a column gets for it, in characters. */
const MOST_LINES = 5;
const WIDEST = 60;

/** Characters that the longest word of a header and the longest text of a column ask for; the sheet is printed one page wide. */
export function leastWidth(header: string, rows: Table['rows'], index: number): number {
  const word = Math.max(...header.split(/\s/).map((part) => part.length)) + 2;
  const longest = rows.reduce((most, row) => {
    const cell = 'section' in row ? null : (row[index] ?? null);
    const text =
      typeof cell === 'object' ? (cell !== null && 'runs' in cell ? plain(cell.runs) : '') : String(cell);
    return Math.max(most, text.length);
  }, 0);
  return Math.max(word, Math.min(WIDEST, Math.ceil(longest / MOST_LINES)));
}
