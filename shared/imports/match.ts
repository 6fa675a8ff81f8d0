/** Puts typed rows to the people and tổ of the data file, and finds rows that repeat. */
import { fold } from '../names.ts';
import type { Id, Rating, TitleId } from '../terms.ts';
import type { ImportKind } from '../views.ts';
import { groupKey, nameKey } from './keys.ts';
import type { FieldId } from './kinds.ts';
import { codeKey, matchGroup, matchPerson, type KnownGroup, type PersonIndex } from './persons.ts';
import type { ImportPlan } from './plan.ts';
import type { ProblemCode, ProblemFacts } from './problem-facts.ts';
import { makeProblem, type ImportProblem } from './problems.ts';
import type { ImportRows, PeopleRow, RowPerson, RowPlace } from './row-types.ts';

/** A row and whom it is about. */
export interface MatchedRow<Row> {
  readonly row: Row;
  /** Null for rows about a tổ, and for a person of a staff list who is to be added. */
  readonly personId: Id | null;
  /** The tổ the row names; null when it names none or, in a staff list, one that is to be added. */
  readonly groupId: Id | null;
}

export interface MatchedRows<Row> {
  readonly matched: readonly MatchedRow<Row>[];
  /** Only those found here; those of reading are with the rows. */
  readonly problems: readonly ImportProblem[];
}

interface Seen extends RowPlace {
  /** Of a tổ in that year. */
  rating: Rating | null;
  readonly titles: Set<TitleId>;
}

type AnyRow = ImportRows[ImportKind];

function isPersonRow(row: AnyRow): row is AnyRow & RowPerson {
  return 'fullName' in row;
}

/** What makes a second row a repetition: the person, and what else may be told of a person only once. */
function repeatKey(kind: ImportKind, row: AnyRow, who: string): string {
  switch (kind) {
    case 'history':
    case 'collectiveHistory':
      return 'schoolYear' in row ? `${who}|${row.schoolYear}` : who;
    case 'initiatives':
      return 'initiativeName' in row ? `${who}|${row.schoolYear}|${fold(row.initiativeName)}` : who;
    case 'disciplines':
      return 'form' in row ? `${who}|${row.form}|${row.from}` : who;
    case 'absences':
      return 'leave' in row ? `${who}|${row.leave.kind}|${row.leave.from}` : who;
    case 'people':
    case 'registrations':
    case 'evaluations':
    case 'collectives':
      return who;
  }
}

const repeatCodes = {
  people: 'duplicate-person',
  history: 'duplicate-person',
  initiatives: 'duplicate-row',
  registrations: 'duplicate-person',
  evaluations: 'duplicate-person',
  collectives: 'duplicate-group',
  collectiveHistory: 'duplicate-group',
  disciplines: 'duplicate-row',
  absences: 'duplicate-row',
} as const satisfies Record<ImportKind, ProblemCode>;

/** Kinds in which one person or tổ may have a row for each title. */
const severalRows: ReadonlySet<ImportKind> = new Set(['registrations', 'collectives', 'collectiveHistory']);

/** Who a person of a staff list is when the data file does not know them yet. */
function newPersonKey(row: PeopleRow): string {
  if (row.code !== null) return `code:${codeKey(row.code)}`;
  return `name:${nameKey(row.fullName)}|${row.birthDate ?? ''}|${row.birthDate === null ? groupKey(row.groupName ?? '') : ''}`;
}

/**
 * Matches rows to people (`index`) and tổ (`groups`). In a staff list an unknown person or tổ is one to be added; in
 * every other file it is a problem. Of rows that repeat, the first is taken and the second is a problem. Two rows with
 * different titles of one person or tổ do not repeat where each may have a date, or a decision, of its own.
 */
export function matchRows<K extends ImportKind>(options: {
  readonly kind: K;
  readonly plan: ImportPlan;
  readonly rows: readonly ImportRows[K][];
  readonly index: PersonIndex;
  readonly groups: readonly KnownGroup[];
}): MatchedRows<ImportRows[K]> {
  const { kind, plan, rows, index, groups } = options;
  const problems: ImportProblem[] = [];
  const matched: MatchedRow<ImportRows[K]>[] = [];
  const seen = new Map<string, Seen>();
  const groupIds = new Map<string, Id | null>();
  const headers = new Map(
    plan.sheets.map((sheet) => [
      sheet.name,
      new Map(sheet.columns.map((column) => [column.field, column.header])),
    ]),
  );

  function report<C extends ProblemCode>(
    row: RowPlace,
    fields: readonly FieldId[],
    code: C,
    facts: ProblemFacts[C],
  ) {
    const own = headers.get(row.sheet);
    const column = fields.map((field) => own?.get(field)).find((header) => header !== undefined) ?? '';
    problems.push(makeProblem({ file: plan.fileName, sheet: row.sheet, row: row.row, column }, code, facts));
  }
  function groupIdOf(name: string | null): Id | null {
    if (name === null) return null;
    const known = groupIds.get(name);
    if (known !== undefined) return known;
    const id = matchGroup(name, groups)?.id ?? null;
    groupIds.set(name, id);
    return id;
  }
  /** The person's id; null to add; undefined when a problem was told. */
  function personOf(row: RowPerson): Id | null | undefined {
    const birthDate = 'birthDate' in row ? (row as PeopleRow).birthDate : null;
    const match = matchPerson({ ...row, birthDate }, index);
    const nameFields = ['fullName', 'givenName', 'code'] as const;
    const codeFields = ['code', 'fullName'] as const;
    switch (match.kind) {
      case 'found':
        return match.personId;
      case 'unknown-code':
        if (kind === 'people') return null;
        report(row, codeFields, 'unknown-code', { personCode: row.code ?? '', name: row.fullName });
        return undefined;
      case 'unknown-person':
        if (kind === 'people') return null;
        report(row, nameFields, 'unknown-person', { name: row.fullName });
        return undefined;
      case 'ambiguous-person':
        report(row, nameFields, 'ambiguous-person', { name: row.fullName });
        return undefined;
      case 'name-differs':
        report(row, nameFields, 'name-differs', {
          personCode: row.code ?? '',
          name: row.fullName,
          known: match.known,
        });
        return undefined;
    }
  }
  /** Remembers a row; tells when it repeats another. */
  function isRepeat(row: ImportRows[K], who: string, name: string): boolean {
    const key = repeatKey(kind, row, who);
    const first = seen.get(key);
    const titles = severalRows.has(kind) && 'titles' in row ? row.titles : null;
    const rating = kind === 'collectiveHistory' && 'rating' in row ? row.rating : null;
    if (first === undefined) {
      seen.set(key, { sheet: row.sheet, row: row.row, titles: new Set(titles ?? []), rating });
      return false;
    }
    const place = { firstSheet: first.sheet, firstRow: first.row };
    if (rating !== null && first.rating !== null && rating !== first.rating) {
      report(row, ['groupRating'], 'rating-differs', { group: name, ...place });
      return true;
    }
    if (titles !== null && titles.every((title) => !first.titles.has(title))) {
      for (const title of titles) first.titles.add(title);
      first.rating ??= rating;
      return false;
    }
    const code = repeatCodes[kind];
    const fields =
      code === 'duplicate-group' ? (['groupName'] as const) : (['fullName', 'givenName', 'code'] as const);
    report(row, fields, code, { name, group: name, ...place });
    return true;
  }

  for (const row of rows) {
    const groupId = groupIdOf(row.groupName);
    if (!isPersonRow(row)) {
      if (groupId === null) report(row, ['groupName'], 'unknown-group', { group: row.groupName });
      else if (!isRepeat(row, groupId, row.groupName)) matched.push({ row, personId: null, groupId });
      continue;
    }
    const personId = personOf(row);
    if (personId === undefined) continue;
    const who = personId ?? newPersonKey(row as PeopleRow);
    if (!isRepeat(row, who, row.fullName === '' ? (row.code ?? '') : row.fullName))
      matched.push({ row, personId, groupId });
  }
  return { matched, problems };
}
