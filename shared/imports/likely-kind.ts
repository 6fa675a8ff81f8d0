/** Tells what a file is from its headers and cells, when that is not what it was handed in as. */
import type { ImportKind, LikelyKind } from '../views.ts';
import { looksLikeBallots } from './ballots.ts';
import { importFields, whoFields } from './kinds.ts';
import { areGroups, planImport, type SheetChoices } from './plan.ts';
import type { Workbook } from './workbook.ts';

/** How many columns more another kind must explain; less is no reason to ask. */
const MARGIN = 2;
/** The same, with the certainty of each guess counted: "Danh hiệu đăng ký" is surely one and hardly the other. */
const SURE_MARGIN = 1.2;

interface Fit {
  readonly kind: ImportKind;
  readonly isReadable: boolean;
  /** Columns that the kind has a use for, in all sheets. */
  readonly columns: number;
  /** Those that don't only tell whom a row is about. */
  readonly own: number;
  readonly certainty: number;
}

function fitOf(kind: ImportKind, workbook: Workbook, choices: SheetChoices): Fit {
  const sheets = planImport({ kind, workbook, sheets: choices }).sheets.filter(({ readable }) => readable);
  const columns = sheets.flatMap((sheet) => sheet.columns.filter(({ field }) => field !== null));
  return {
    kind,
    isReadable: sheets.length > 0,
    columns: columns.length,
    own: columns.filter(({ field }) => field !== null && !whoFields.has(field)).length,
    certainty: columns.reduce((sum, { confidence }) => sum + confidence, 0),
  };
}

/** Whether another kind explains a file so much better that a person has to be asked. */
function isBetter(other: Fit, wanted: Fit): boolean {
  if (!other.isReadable) return false;
  if (!wanted.isReadable) return true;
  if (wanted.kind === 'people')
    return (wanted.own === 0 && other.own > 0) || other.columns >= wanted.columns + MARGIN;
  // The tổ of each person makes a list of people look like one of tổ.
  if (areGroups.has(wanted.kind) && !areGroups.has(other.kind) && other.columns > wanted.columns) return true;
  // Any list of people with their posts and birthdays could be a staff list as well.
  return other.kind !== 'people' && other.certainty >= wanted.certainty + SURE_MARGIN;
}

/** The kind that a file more likely is than the one wanted; null when the wanted one fits. */
export function likelyKind(options: {
  readonly kind: ImportKind;
  readonly workbook: Workbook;
  readonly sheets?: SheetChoices | undefined;
}): LikelyKind | null {
  const { kind, workbook, sheets = {} } = options;
  if (workbook.sheets.some((sheet) => looksLikeBallots(sheet.rows))) return 'ballots';
  const wanted = fitOf(kind, workbook, sheets);
  const others = (Object.keys(importFields) as ImportKind[])
    .filter((other) => other !== kind)
    .map((other) => fitOf(other, workbook, sheets))
    .filter((other) => isBetter(other, wanted))
    .sort((a, b) => b.columns - a.columns || b.certainty - a.certainty);
  return others[0]?.kind ?? null;
}
