/** The criteria that the headers of a file of scores name, the same in every sheet. */
import type { Hundredths } from '../numbers.ts';
import { plainKey } from './keys.ts';
import type { ImportPlan, SheetPlan } from './plan.ts';
import { makeProblem, type ImportProblem } from './problems.ts';
import { readScoreHeader } from './score-header.ts';

export interface ImportCriterion {
  readonly name: string;
  readonly maximum: Hundredths;
}

/** A column of scores: whose, and of which criterion (place in the list). */
export interface ScoreColumn {
  readonly index: number;
  readonly header: string;
  readonly side: 'selfScore' | 'groupScore';
  readonly criterion: number;
}

export interface Criteria {
  readonly criteria: readonly ImportCriterion[];
  /** Columns by sheet name; a sheet whose headers are unclear is not there. */
  readonly columns: ReadonlyMap<string, readonly ScoreColumn[]>;
  readonly problems: readonly ImportProblem[];
}

/** When a side has nothing but a total, the total is its one criterion. */
const TOTAL = 'Tổng điểm';

interface Header {
  readonly index: number;
  readonly header: string;
  readonly side: 'selfScore' | 'groupScore';
  readonly name: string;
  readonly maximum: Hundredths | null;
}

function scoreHeaders(sheet: SheetPlan): readonly Header[] {
  const headers: Header[] = [];
  for (const { index, header, field } of sheet.columns) {
    if (field !== 'selfScore' && field !== 'groupScore') continue;
    const read = readScoreHeader(header) ?? readScoreHeader(`Tự chấm: ${header}`);
    if (read !== null)
      headers.push({ index, header, side: field, name: read.criterion, maximum: read.maximum });
  }
  const hasCriteria = headers.some((header) => header.name !== '');
  return hasCriteria
    ? headers.filter((header) => header.name !== '')
    : headers.map((header) => ({ ...header, name: TOTAL }));
}

/** Reads criteria and their maximum from the headers of every readable sheet; both sides and all sheets must agree. */
export function readCriteria(plan: ImportPlan): Criteria {
  const criteria: ImportCriterion[] = [];
  const places = new Map<string, number>();
  const columns = new Map<string, readonly ScoreColumn[]>();
  const problems: ImportProblem[] = [];
  const sheets = plan.sheets
    .filter((sheet) => sheet.readable)
    .map((sheet) => ({ sheet, headers: scoreHeaders(sheet) }));
  for (const { sheet, headers } of sheets) {
    const own = new Map<string, Hundredths>();
    for (const { name, maximum } of headers) if (maximum !== null) own.set(plainKey(name), maximum);
    const found: ScoreColumn[] = [];
    let isClear = true;
    for (const { index, header, side, name, maximum: written } of headers) {
      const key = plainKey(name);
      const place = { file: plan.fileName, sheet: sheet.name, row: sheet.headerRow ?? 0, column: header };
      const maximum = written ?? own.get(key) ?? null;
      const at = places.get(key);
      const known = at === undefined ? undefined : criteria[at]?.maximum;
      if (known !== undefined && maximum !== null && known !== maximum) {
        problems.push(makeProblem(place, 'criterion-differs', { criterion: name, found: maximum, known }));
        isClear = false;
      } else if (known === undefined && (maximum === null || maximum === 0)) {
        problems.push(makeProblem(place, 'missing-maximum', { criterion: name }));
        isClear = false;
      } else {
        if (at === undefined) {
          places.set(key, criteria.length);
          criteria.push({ name, maximum: maximum ?? 0 });
        }
        found.push({ index, header, side, criterion: at ?? criteria.length - 1 });
      }
    }
    if (isClear) columns.set(sheet.name, found);
  }
  return { criteria, columns, problems };
}
