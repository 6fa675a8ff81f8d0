/** Import: reads what the school hands in, shows what it would do, and does it wholly in one transaction. */
import type { AppError } from '../../../../shared/errors.ts';
import { displayCell } from '../../../../shared/imports/cells.ts';
import { importFields } from '../../../../shared/imports/kinds.ts';
import type { RawCell } from '../../../../shared/imports/workbook.ts';
import { rowsUnder } from '../../../../shared/imports/plan.ts';
import { displayRead } from '../../../../shared/imports/row-reader.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { ImportKind, ImportPreview, ImportResult } from '../../../../shared/views.ts';
import { fieldLabels } from '../../../../shared/vi/imports.ts';
import type { Handlers } from '../../context.ts';
import { mustBeUnlocked } from '../registration.ts';
import { currentSeason, type SeasonRow } from '../season.ts';
import { prepare, readInput, type Prepared } from './prepare.ts';
import { runPrepared } from './run.ts';
import type { Effect } from './writer.ts';

/** Whether nothing of the file can be taken because of how it is built, which is told as one failure. */
function unusable(prepared: Prepared<ImportKind>): AppError | null {
  if (prepared.plan.sheets.some((sheet) => sheet.readable)) return null;
  const { fileName, sheets } = prepared.plan;
  const sheet = sheets.find(({ included }) => included);
  if (sheet === undefined && sheets.length > 0) return { code: 'no-sheet-chosen', file: fileName };
  const missing = prepared.problems.find((problem) => problem.code === 'missing-column');
  if (missing !== undefined) {
    return {
      code: 'missing-column',
      file: fileName,
      sheet: missing.sheet,
      row: missing.row,
      column: missing.column,
    };
  }
  if (sheet === undefined) return { code: 'empty-workbook', file: fileName };
  const columns = importFields[prepared.kind]
    .filter((field) => field.required === true)
    .map((field) => fieldLabels[field.id]);
  return { code: 'no-header-row', file: fileName, sheet: sheet.name, columns };
}

/** Kinds of file that tell of other years than that of the season. */
const ofAnyYear: ReadonlySet<ImportKind> = new Set(['history', 'collectiveHistory', 'initiatives', 'people']);

function wrongYear(prepared: Prepared<ImportKind>, season: SeasonRow): AppError | null {
  if (ofAnyYear.has(prepared.kind)) return null;
  const other = prepared.plan.sheets.find(
    ({ schoolYear }) => schoolYear !== null && schoolYear !== season.school_year,
  );
  if (other?.schoolYear === undefined || other.schoolYear === null) return null;
  return {
    code: 'wrong-school-year',
    file: prepared.plan.fileName,
    found: other.schoolYear,
    expected: season.school_year,
  };
}

/** So many rows a header is looked for among, by eye. */
const TOP = 20;
const LINE = 90;

/** A row on one line, cut where it is long. */
function lineText(cells: readonly RawCell[]): string {
  const text = cells
    .map(displayCell)
    .filter((cell) => cell !== '')
    .join(' · ');
  return text.length > LINE ? `${text.slice(0, LINE - 1)}…` : text;
}

function toPreview(prepared: Prepared<ImportKind>, done: readonly Effect[]): ImportPreview {
  const effects = new Map<string, Effect | undefined>(
    prepared.matched.map(({ row }, index) => [`${row.sheet}\n${row.row}`, done[index]]),
  );
  const sheets = new Map(prepared.workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const skipped = new Set(prepared.skipped.map(({ sheet, row }) => `${sheet}\n${row}`));
  type Row = ImportPreview['sheets'][number]['rows'][number];
  const counts = { add: 0, change: 0, same: 0, problem: 0 };
  const views = prepared.plan.sheets.map((plan) => {
    const sheet = sheets.get(plan.name);
    const lines = sheet === undefined ? [] : rowsUnder(sheet, plan.headerRow ?? 0);
    const isRead = plan.included && plan.headerRow !== null;
    const rows = lines.flatMap(({ row, cells }): Row[] => {
      const key = `${plan.name}\n${row}`;
      const effect = effects.get(key) ?? (skipped.has(key) || !isRead ? 'skip' : 'problem');
      if (effect !== 'skip') counts[effect] += 1;
      const shown = plan.columns.map(({ index, field }) =>
        displayRead(cells[index], field, prepared.latestBirth),
      );
      return [{ row, cells: shown, effect }];
    });
    return {
      name: plan.name,
      included: plan.included,
      headerRow: plan.headerRow,
      top: (sheet?.rows ?? []).slice(0, TOP).map(({ row, cells }) => ({ row, text: lineText(cells) })),
      missing: plan.missing.map((field) => fieldLabels[field]),
      columns: plan.columns.map(({ index, header, field }) => ({ index, header, field })),
      rows,
    };
  });
  return {
    kind: prepared.kind,
    fileName: prepared.plan.fileName,
    fields: importFields[prepared.kind].map((field) => ({
      id: field.id,
      label: fieldLabels[field.id],
    })),
    doubts: prepared.doubts,
    sheets: views,
    problems: prepared.problems,
    counts,
  };
}

function checkLock(season: SeasonRow, kind: ImportKind): Result<null, AppError> {
  return kind === 'registrations' || kind === 'collectives' ? mustBeUnlocked(season) : ok(null);
}

export const importHandlers: Handlers<'previewImport' | 'runImport'> = {
  async previewImport({ read, rehearse }, input) {
    const workbook = await readInput(read, input);
    if (!workbook.ok) return workbook;
    // The real run, taken back: a preview can't promise anything else than what would happen.
    return rehearse((context) => {
      const season = currentSeason(context.write);
      if (!season.ok) return season;
      const unlocked = checkLock(season.value, input.kind);
      if (!unlocked.ok) return unlocked;
      const prepared = prepare(context.write, { ...input, workbook: workbook.value, today: context.today });
      const year = wrongYear(prepared, season.value);
      if (year !== null) return err(year);
      const effects = runPrepared(context, season.value, prepared);
      return effects.ok ? ok(toPreview(prepared, effects.value)) : effects;
    });
  },

  async runImport({ read, commit }, input) {
    const workbook = await readInput(read, input);
    if (!workbook.ok) return workbook;
    return commit<ImportResult>((context) => {
      const season = currentSeason(context.write);
      if (!season.ok) return season;
      const unlocked = checkLock(season.value, input.kind);
      if (!unlocked.ok) return unlocked;
      const prepared = prepare(context.write, { ...input, workbook: workbook.value, today: context.today });
      const refusal = unusable(prepared) ?? wrongYear(prepared, season.value) ?? prepared.doubts[0];
      if (refusal !== undefined) return err(refusal);
      const effects = runPrepared(context, season.value, prepared);
      if (!effects.ok) return effects;
      const { problems } = prepared;
      const value = {
        added: effects.value.filter((effect) => effect === 'add').length,
        changed: effects.value.filter((effect) => effect === 'change').length,
        same: effects.value.filter((effect) => effect === 'same').length,
        problems,
      };
      const { added, changed, same } = value;
      const faults = problems.filter(({ severity }) => severity !== 'remark');
      return ok({
        value,
        facts: { file: input.fileName, kind: input.kind, added, changed, same, problems: faults.length },
      });
    });
  },
};
