/** Import: reads what the school hands in, shows what it would do, and does it wholly in one transaction. */
import type { AppError } from '../../../shared/errors.ts';
import { displayCell } from '../../../shared/imports/cells.ts';
import { importFields } from '../../../shared/imports/kinds.ts';
import { matchRows, type MatchedRow } from '../../../shared/imports/match.ts';
import { personIndex } from '../../../shared/imports/persons.ts';
import { planImport, rowsUnder, type ImportPlan } from '../../../shared/imports/plan.ts';
import type { ImportProblem } from '../../../shared/imports/problems.ts';
import { readRows } from '../../../shared/imports/rows.ts';
import type { ImportRows } from '../../../shared/imports/row-types.ts';
import type { Workbook } from '../../../shared/imports/workbook.ts';
import { fold } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { Id } from '../../../shared/terms.ts';
import type { ImportKind, ImportPreview, ImportResult, PersonRow } from '../../../shared/views.ts';
import { fieldLabels } from '../../../shared/vi/imports.ts';
import type { CommandContext, Handlers } from '../context.ts';
import type { ReadHandle } from '../database/query.ts';
import { readTable } from '../files/workbook.ts';
import {
  followScores,
  confirm,
  listCriteria,
  readEvaluations,
  writeCriteria,
  writeScores,
} from './evaluation.ts';
import { ensureGroup, listGroups } from './group.ts';
import { statements, writeAwards, writeDiscipline, writeInitiative, writeRating } from './person/facts.ts';
import { beginRecord, giveStatus, listPeople, placeInGroup, writePerson } from './person/roster.ts';
import { mustBeUnlocked, putForward } from './registration.ts';
import { currentSeason, type SeasonRow } from './season.ts';

type Effect = 'add' | 'change' | 'same';
type WriteContext = Omit<CommandContext, 'record'>;
type Matched<K extends ImportKind> = MatchedRow<ImportRows[K]>;

interface Prepared<K extends ImportKind> {
  readonly kind: K;
  readonly plan: ImportPlan;
  readonly workbook: Workbook;
  readonly matched: readonly Matched<K>[];
  readonly problems: readonly ImportProblem[];
  readonly skipped: readonly { readonly sheet: string; readonly row: number }[];
  readonly criteria: readonly { readonly name: string; readonly maximum: number }[];
}

/** Reads a file of a kind against the people and tổ that are known. */
function prepare<K extends ImportKind>(
  read: ReadHandle,
  input: {
    readonly kind: K;
    readonly workbook: Workbook;
    readonly mapping: Record<string, Record<string, string | null>> | undefined;
  },
): Prepared<K> {
  const { kind, workbook, mapping } = input;
  const groups = listGroups(read);
  const plan = planImport({ kind, workbook, mapping, groupNames: groups.map(({ name }) => name) });
  const rows = readRows({ kind, plan, workbook });
  const index = personIndex(listPeople(read));
  const matched = matchRows({ kind, plan, rows: rows.rows, index, groups });
  return {
    kind,
    plan,
    workbook,
    matched: matched.matched,
    problems: [...rows.problems, ...matched.problems],
    skipped: rows.skipped,
    criteria: rows.criteria,
  };
}

function samePerson(known: PersonRow, { row, groupId }: Matched<'people'>): boolean {
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [known.fullName, row.fullName],
    [known.code, row.code ?? known.code],
    [known.birthDate, row.birthDate ?? known.birthDate],
    [known.sex, row.sex ?? known.sex],
    [known.position, row.position ?? known.position],
    [known.duty, row.duty ?? known.duty],
    [known.degree, row.degree ?? known.degree],
    [known.joinedOn, row.joinedOn ?? known.joinedOn],
    [known.partyMember, row.partyMember ?? known.partyMember],
    [known.status, row.status ?? known.status],
    [known.groupId, row.groupName === null ? known.groupId : groupId],
  ];
  return pairs.every(([a, b]) => a === b);
}

/** How each kind of row is written; gives what it did. Only rows that differ are written. */
interface Writer<K extends ImportKind> {
  (row: Matched<K>): Result<Effect, AppError>;
}

function peopleWriter(context: WriteContext, season: SeasonRow): Writer<'people'> {
  const { write, newId } = context;
  const known = new Map(listPeople(write).map((person) => [person.id, person]));
  const groups = new Map<string, Id>();

  /** The tổ that a row names, made when there is none of that name; null when it names none. */
  function groupOf({ row, groupId }: Matched<'people'>): Id | null {
    if (groupId !== null || row.groupName === null) return groupId;
    const known = groups.get(row.groupName) ?? ensureGroup(write, newId, row.groupName);
    groups.set(row.groupName, known);
    return known;
  }

  return (matched) => {
    const { row, personId } = matched;
    const person = personId === null ? undefined : known.get(personId);
    if (person !== undefined && samePerson(person, matched)) return ok('same');
    const id = personId ?? newId();
    writePerson(write, {
      id,
      isNew: person === undefined,
      fields: {
        code: row.code ?? person?.code ?? null,
        fullName: row.fullName,
        birthDate: row.birthDate ?? person?.birthDate ?? null,
        sex: row.sex ?? person?.sex ?? null,
        position: row.position ?? person?.position ?? '',
        duty: row.duty ?? person?.duty ?? '',
        degree: row.degree ?? person?.degree ?? '',
        joinedOn: row.joinedOn ?? person?.joinedOn ?? null,
        partyMember: row.partyMember ?? person?.partyMember ?? false,
      },
    });
    const groupId = groupOf(matched);
    if (person === undefined) {
      const from = row.joinedOn ?? season.starts_on;
      beginRecord(context, { personId: id, groupId, status: row.status ?? 'WORKING', from });
      return ok('add');
    }
    const from = context.today;
    if (groupId !== null) placeInGroup(context, { personId: id, groupId, from });
    giveStatus(context, { personId: id, status: row.status ?? person.status, from });
    return ok('change');
  };
}

function historyWriter(context: WriteContext): Writer<'history'> {
  const { write } = context;
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const rating = write
      .all(statements.ratings, { person: personId })
      .find(({ school_year }) => school_year === row.schoolYear);
    const awards = write
      .all(statements.awards, { person: personId })
      .filter(({ school_year }) => school_year === row.schoolYear);
    const wanted = row.titles.map((titleId) => ({
      titleId,
      name: findTitle(titleId)?.name ?? titleId,
      decisionNumber: row.decisionNumber ?? '',
      decisionDate: row.decisionDate,
    }));
    const asText = (
      list: readonly { titleId: string | null; decisionNumber: string; decisionDate: string | null }[],
    ) =>
      list
        .map((award) => [award.titleId, award.decisionNumber, award.decisionDate].join('|'))
        .sort()
        .join('\n');
    const known = awards.map((award) => ({
      titleId: award.title_id,
      decisionNumber: award.decision_number,
      decisionDate: award.decision_date,
    }));
    if (asText(known) === asText(wanted) && (row.rating === null || rating?.rating === row.rating))
      return ok('same');
    if (row.rating !== null)
      writeRating(write, { personId, schoolYear: row.schoolYear, rating: row.rating, state: 'decided' });
    writeAwards(context, { personId, schoolYear: row.schoolYear, awards: wanted });
    return ok(rating === undefined && awards.length === 0 ? 'add' : 'change');
  };
}

function initiativesWriter(context: WriteContext): Writer<'initiatives'> {
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const known = context.write
      .all(statements.initiatives, { person: personId })
      .find((one) => one.school_year === row.schoolYear && fold(one.name) === fold(row.initiativeName));
    const decisionNumber = row.decisionNumber ?? '';
    if (known?.scope === row.scope && known.share === row.share && known.decision_number === decisionNumber) {
      return ok('same');
    }
    writeInitiative(context, {
      id: known?.id ?? null,
      personId,
      schoolYear: row.schoolYear,
      name: row.initiativeName,
      share: row.share,
      scope: row.scope,
      decisionNumber,
    });
    return ok(known === undefined ? 'add' : 'change');
  };
}

function disciplinesWriter(context: WriteContext): Writer<'disciplines'> {
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const known = context.write
      .all(statements.disciplines, { person: personId })
      .find((one) => one.form === row.form && one.from_date === row.from);
    if (known !== undefined && known.to_date === row.to) return ok('same');
    writeDiscipline(context, { id: known?.id ?? null, personId, form: row.form, from: row.from, to: row.to });
    return ok(known === undefined ? 'add' : 'change');
  };
}

/** Of several effects of one row the one that tells most. */
function strongest(effects: readonly Effect[]): Effect {
  if (effects.includes('add')) return 'add';
  return effects.includes('change') ? 'change' : 'same';
}

function registrationsWriter(context: WriteContext, season: SeasonRow): Writer<'registrations'> {
  return ({ row, personId }) =>
    ok(
      strongest(
        row.titles.map(
          (titleId) =>
            putForward(context, { season, personId, groupId: null, titleId, registeredOn: row.registeredOn })
              .effect,
        ),
      ),
    );
}

function collectivesWriter(context: WriteContext, season: SeasonRow): Writer<'collectives'> {
  return ({ row, groupId }) =>
    ok(
      strongest(
        row.titles.map(
          (titleId) =>
            putForward(context, { season, personId: null, groupId, titleId, registeredOn: row.registeredOn })
              .effect,
        ),
      ),
    );
}

/** Criteria of a file that the season has under the same name keep their place; new ones are added after them. */
function mergeCriteria(
  context: WriteContext,
  season: SeasonRow,
  wanted: Prepared<'evaluations'>['criteria'],
): Result<readonly Id[], AppError> {
  const known = listCriteria(context.write, season);
  const named = new Map(known.map((criterion) => [fold(criterion.name), criterion]));
  const inFile = new Map(wanted.map((criterion) => [fold(criterion.name), criterion]));
  const kept = known.map((criterion) => ({
    ...criterion,
    maximum: inFile.get(fold(criterion.name))?.maximum ?? criterion.maximum,
  }));
  const added = wanted
    .filter((criterion) => !named.has(fold(criterion.name)))
    .map((criterion) => ({ id: null, ...criterion }));
  const written = writeCriteria(context, season, [...kept, ...added]);
  if (!written.ok) return written;
  const ids = new Map(written.value.map((criterion) => [fold(criterion.name), criterion.id]));
  return ok(wanted.map((criterion) => ids.get(fold(criterion.name)) ?? ''));
}

function evaluationsWriter(
  context: WriteContext,
  season: SeasonRow,
  criterionIds: readonly Id[],
): Writer<'evaluations'> {
  const { write } = context;
  const { criteria, rows } = readEvaluations(write, season);
  const known = new Map(rows.map((one) => [one.personId, one]));
  const places = criterionIds.map((id) => criteria.findIndex((criterion) => criterion.id === id));
  function isSame(row: Matched<'evaluations'>['row'], before: (typeof rows)[number]): boolean {
    const same = (scores: readonly (number | null)[], kept: readonly (number | null)[]) =>
      scores.every((score, index) => score === (kept[places[index] ?? -1] ?? null));
    const rated = row.rating === null || before.ratingState === 'decided' || before.rating === row.rating;
    return rated && same(row.self, before.self) && same(row.group, before.group);
  }
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const before = known.get(personId);
    if (before !== undefined && isSame(row, before)) return ok('same');
    const sides = [
      { side: 'SELF', scores: row.self },
      { side: 'GROUP', scores: row.group },
    ] as const;
    const written = writeScores(
      write,
      criteria,
      sides.flatMap(({ side, scores }) =>
        scores.map((score, index) => ({ personId, criterionId: criterionIds[index] ?? '', side, score })),
      ),
    );
    if (!written.ok) return written;
    // What was decided is not undone by what was proposed.
    if (row.rating !== null && before?.ratingState !== 'decided') {
      writeRating(write, { personId, schoolYear: season.school_year, rating: row.rating, state: 'proposed' });
    }
    const isNew = (before?.selfTotal ?? null) === null && (before?.groupTotal ?? null) === null;
    return ok(isNew ? 'add' : 'change');
  };
}

function runPrepared(
  context: WriteContext,
  season: SeasonRow,
  prepared: Prepared<ImportKind>,
): Result<Map<string, Effect>, AppError> {
  const effects = new Map<string, Effect>();
  function each<K extends ImportKind>(kind: K, writer: Writer<K>): Result<Map<string, Effect>, AppError> {
    if (prepared.kind !== kind) throw new Error(`A file of ${prepared.kind} is not one of ${kind}.`);
    for (const matched of prepared.matched as readonly Matched<K>[]) {
      const effect = writer(matched);
      if (!effect.ok) return effect;
      effects.set(`${matched.row.sheet}\n${matched.row.row}`, effect.value);
    }
    return ok(effects);
  }
  switch (prepared.kind) {
    case 'people':
      return each('people', peopleWriter(context, season));
    case 'history':
      return each('history', historyWriter(context));
    case 'initiatives':
      return each('initiatives', initiativesWriter(context));
    case 'disciplines':
      return each('disciplines', disciplinesWriter(context));
    case 'registrations':
      return each('registrations', registrationsWriter(context, season));
    case 'collectives':
      return each('collectives', collectivesWriter(context, season));
    case 'evaluations': {
      const ids = mergeCriteria(context, season, prepared.criteria);
      if (!ids.ok) return ids;
      const written = each('evaluations', evaluationsWriter(context, season, ids.value));
      const people = new Set(
        prepared.matched.flatMap(({ personId }) => (personId === null ? [] : [personId])),
      );
      followScores(context, season, people);
      // A file of the tổ's scores is handed in by the tổ: its complete scores are the tổ's confirmation of them.
      confirm(context, season, people);
      return written;
    }
  }
}

interface Input {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: string;
  readonly mapping?: Record<string, Record<string, string | null>> | undefined;
}

async function readInput(input: Input): Promise<Result<Workbook, AppError>> {
  return readTable({ fileName: input.fileName, bytes: Buffer.from(input.bytes, 'base64') });
}

/** Whether nothing of the file can be taken because of how it is built, which is told as one failure. */
function unusable(prepared: Prepared<ImportKind>): AppError | null {
  if (prepared.plan.sheets.some((sheet) => sheet.readable)) return null;
  const { fileName } = prepared.plan;
  const sheet = prepared.plan.sheets[0];
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

function wrongYear(prepared: Prepared<ImportKind>, season: SeasonRow): AppError | null {
  if (prepared.kind === 'history' || prepared.kind === 'initiatives' || prepared.kind === 'people')
    return null;
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

function toPreview(prepared: Prepared<ImportKind>, effects: ReadonlyMap<string, Effect>): ImportPreview {
  const sheets = new Map(prepared.workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const skipped = new Set(prepared.skipped.map(({ sheet, row }) => `${sheet}\n${row}`));
  type Row = ImportPreview['sheets'][number]['rows'][number];
  const counts = { add: 0, change: 0, same: 0, problem: 0 };
  const views = prepared.plan.sheets.map((plan) => {
    const sheet = sheets.get(plan.name);
    const lines = sheet === undefined || plan.headerRow === null ? [] : rowsUnder(sheet, plan.headerRow);
    const rows = lines.flatMap(({ row, cells }): Row[] => {
      const key = `${plan.name}\n${row}`;
      const effect = effects.get(key) ?? (skipped.has(key) ? 'skip' : 'problem');
      if (effect !== 'skip') counts[effect] += 1;
      return [{ row, cells: plan.columns.map(({ index }) => displayCell(cells[index])), effect }];
    });
    return {
      name: plan.name,
      headerRow: plan.headerRow,
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
      required: field.required === true,
    })),
    sheets: views,
    problems: prepared.problems,
    counts,
  };
}

function checkLock(season: SeasonRow, kind: ImportKind): Result<null, AppError> {
  return kind === 'registrations' || kind === 'collectives' ? mustBeUnlocked(season) : ok(null);
}

export const importHandlers: Handlers<'previewImport' | 'runImport'> = {
  async previewImport({ rehearse }, input) {
    const workbook = await readInput(input);
    if (!workbook.ok) return workbook;
    // The real run, taken back: a preview can't promise anything else than what would happen.
    return rehearse((context) => {
      const season = currentSeason(context.write);
      if (!season.ok) return season;
      const unlocked = checkLock(season.value, input.kind);
      if (!unlocked.ok) return unlocked;
      const prepared = prepare(context.write, {
        kind: input.kind,
        workbook: workbook.value,
        mapping: input.mapping,
      });
      const year = wrongYear(prepared, season.value);
      if (year !== null) return err(year);
      const effects = runPrepared(context, season.value, prepared);
      return effects.ok ? ok(toPreview(prepared, effects.value)) : effects;
    });
  },

  async runImport({ commit }, input) {
    const workbook = await readInput(input);
    if (!workbook.ok) return workbook;
    return commit<ImportResult>((context) => {
      const season = currentSeason(context.write);
      if (!season.ok) return season;
      const unlocked = checkLock(season.value, input.kind);
      if (!unlocked.ok) return unlocked;
      const prepared = prepare(context.write, {
        kind: input.kind,
        workbook: workbook.value,
        mapping: input.mapping,
      });
      const refusal = unusable(prepared) ?? wrongYear(prepared, season.value);
      if (refusal !== null) return err(refusal);
      const effects = runPrepared(context, season.value, prepared);
      if (!effects.ok) return effects;
      const counted = [...effects.value.values()];
      const { problems } = prepared;
      const value = {
        added: counted.filter((effect) => effect === 'add').length,
        changed: counted.filter((effect) => effect === 'change').length,
        same: counted.filter((effect) => effect === 'same').length,
        problems,
      };
      const { added, changed, same } = value;
      return ok({
        value,
        facts: { file: input.fileName, kind: input.kind, added, changed, same, problems: problems.length },
      });
    });
  },
};
