/** What is known of a person over the years: ratings, awards, initiatives, discipline, absences, pending matters. */
import type { Leave } from '../../../../shared/domain/standing.ts';
import { fold, tidy } from '../../../../shared/names.ts';
import type {
  DisciplineForm,
  Id,
  InitiativeScope,
  PendingMatterKind,
  Rating,
} from '../../../../shared/terms.ts';
import { define, each, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';

export const statements = {
  ratings: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('year_rating')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year', 'desc'),
  ),
  awards: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('award')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year', 'desc')
      .orderBy('name'),
  ),
  initiatives: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('initiative')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year', 'desc')
      .orderBy('name'),
  ),
  disciplines: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('discipline')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date', 'desc'),
  ),
  absences: define<{ person: Id }>()((p) =>
    sql.selectFrom('absence').selectAll().where('person_id', '=', p('person')).orderBy('from_date', 'desc'),
  ),
  pendingMatters: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('pending_matter')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date', 'desc'),
  ),
} as const;

const upsertRating = define<Tables['year_rating']>()((p) =>
  sql
    .insertInto('year_rating')
    .values(each(p, 'person_id', 'school_year', 'rating', 'state', 'decided_on'))
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'school_year']).doUpdateSet(each(p, 'rating', 'state', 'decided_on')),
    ),
);
const deleteRating = define<{ person: Id; schoolYear: string }>()((p) =>
  sql
    .deleteFrom('year_rating')
    .where('person_id', '=', p('person'))
    .where('school_year', '=', p('schoolYear')),
);
const upsertInitiative = define<
  Omit<Tables['initiative'], 'effect_scope' | 'effect_number' | 'effect_date'>
>()((p) =>
  sql
    .insertInto('initiative')
    .values(each(p, 'id', 'person_id', 'school_year', 'name', 'share', 'scope', 'decision_number'))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(each(p, 'school_year', 'name', 'share', 'scope', 'decision_number')),
    ),
);
const upsertDiscipline = define<Omit<Tables['discipline'], 'linked_to_duty' | 'counted_in_year'>>()((p) =>
  sql
    .insertInto('discipline')
    .values(each(p, 'id', 'person_id', 'form', 'from_date', 'to_date'))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(each(p, 'form', 'from_date', 'to_date'))),
);
const upsertAbsence = define<Tables['absence']>()((p) =>
  sql
    .insertInto('absence')
    .values(each(p, 'id', 'person_id', 'kind', 'from_date', 'to_date'))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(each(p, 'kind', 'from_date', 'to_date'))),
);
const upsertPendingMatter = define<Tables['pending_matter']>()((p) =>
  sql
    .insertInto('pending_matter')
    .values(each(p, 'id', 'person_id', 'kind', 'from_date', 'to_date', 'note'))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(each(p, 'kind', 'from_date', 'to_date', 'note')),
    ),
);
const removals = {
  career: define<{ id: Id }>()((p) => sql.deleteFrom('career').where('id', '=', p('id'))),
  award: define<{ id: Id }>()((p) => sql.deleteFrom('award').where('id', '=', p('id'))),
  research: define<{ id: Id }>()((p) => sql.deleteFrom('research').where('id', '=', p('id'))),
  initiative: define<{ id: Id }>()((p) => sql.deleteFrom('initiative').where('id', '=', p('id'))),
  discipline: define<{ id: Id }>()((p) => sql.deleteFrom('discipline').where('id', '=', p('id'))),
  absence: define<{ id: Id }>()((p) => sql.deleteFrom('absence').where('id', '=', p('id'))),
  'pending-matter': define<{ id: Id }>()((p) => sql.deleteFrom('pending_matter').where('id', '=', p('id'))),
} as const;

function ratingDecidedOn(
  read: ReadHandle,
  { personId, schoolYear }: { readonly personId: Id; readonly schoolYear: string },
): string | null {
  const known = read
    .all(statements.ratings, { person: personId })
    .find((row) => row.school_year === schoolYear);
  return known?.decided_on ?? null;
}

/** Records the rating of a year, or takes it back. */
export function writeRating(
  write: WriteHandle,
  rating: {
    readonly personId: Id;
    readonly schoolYear: string;
    readonly rating: Rating | null;
    readonly state: 'proposed' | 'decided';
    /** What was recorded stays when it is left out. */
    readonly decidedOn?: string | null | undefined;
  },
): void {
  if (rating.rating === null) {
    write.run(deleteRating, { person: rating.personId, schoolYear: rating.schoolYear });
    return;
  }
  const { decidedOn = rating.state === 'decided' ? ratingDecidedOn(write, rating) : null } = rating;
  write.run(upsertRating, {
    person_id: rating.personId,
    school_year: rating.schoolYear,
    rating: rating.rating,
    state: rating.state,
    decided_on: rating.state === 'decided' ? decidedOn : null,
  });
}

/** Records an initiative; one of the same person, year and name is the same initiative. */
export function writeInitiative(
  { write, newId }: { readonly write: WriteHandle; readonly newId: () => Id },
  initiative: {
    readonly id: Id | null;
    readonly personId: Id;
    readonly schoolYear: string;
    readonly name: string;
    readonly share: number | null;
    readonly scope: InitiativeScope;
    readonly decisionNumber: string;
  },
): Id {
  const known = write
    .all(statements.initiatives, { person: initiative.personId })
    .find((row) => row.school_year === initiative.schoolYear && fold(row.name) === fold(initiative.name));
  const id = initiative.id ?? known?.id ?? newId();
  write.run(upsertInitiative, {
    id,
    person_id: initiative.personId,
    school_year: initiative.schoolYear,
    name: tidy(initiative.name),
    share: initiative.share,
    scope: initiative.scope,
    decision_number: tidy(initiative.decisionNumber),
  });
  return id;
}

interface Dated {
  readonly id: Id | null;
  readonly personId: Id;
  readonly from: string;
}

/** Records a disciplinary decision; one of the same person, form and first day is the same decision. */
export function writeDiscipline(
  { write, newId }: { readonly write: WriteHandle; readonly newId: () => Id },
  discipline: Dated & { readonly form: DisciplineForm; readonly to: string | null },
): Id {
  const known = write
    .all(statements.disciplines, { person: discipline.personId })
    .find((row) => row.form === discipline.form && row.from_date === discipline.from);
  const id = discipline.id ?? known?.id ?? newId();
  write.run(upsertDiscipline, {
    id,
    person_id: discipline.personId,
    form: discipline.form,
    from_date: discipline.from,
    to_date: discipline.to,
  });
  return id;
}

/** Records time away from work. */
export function writeAbsence(
  { write, newId }: { readonly write: WriteHandle; readonly newId: () => Id },
  absence: Leave & { readonly id: Id | null; readonly personId: Id },
): void {
  write.run(upsertAbsence, {
    id: absence.id ?? newId(),
    person_id: absence.personId,
    kind: absence.kind,
    from_date: absence.from,
    to_date: absence.to,
  });
}

/** Records a matter for which a case must wait. */
export function writePendingMatter(
  { write, newId }: { readonly write: WriteHandle; readonly newId: () => Id },
  matter: Dated & { readonly kind: PendingMatterKind; readonly to: string | null; readonly note: string },
): void {
  write.run(upsertPendingMatter, {
    id: matter.id ?? newId(),
    person_id: matter.personId,
    kind: matter.kind,
    from_date: matter.from,
    to_date: matter.to,
    note: matter.note,
  });
}

export type FactKind = keyof typeof removals;

const owners = {
  career: define<{ id: Id }>()((p) => sql.selectFrom('career').select('person_id').where('id', '=', p('id'))),
  award: define<{ id: Id }>()((p) => sql.selectFrom('award').select('person_id').where('id', '=', p('id'))),
  research: define<{ id: Id }>()((p) =>
    sql.selectFrom('research').select('person_id').where('id', '=', p('id')),
  ),
  initiative: define<{ id: Id }>()((p) =>
    sql.selectFrom('initiative').select('person_id').where('id', '=', p('id')),
  ),
  discipline: define<{ id: Id }>()((p) =>
    sql.selectFrom('discipline').select('person_id').where('id', '=', p('id')),
  ),
  absence: define<{ id: Id }>()((p) =>
    sql.selectFrom('absence').select('person_id').where('id', '=', p('id')),
  ),
  'pending-matter': define<{ id: Id }>()((p) =>
    sql.selectFrom('pending_matter').select('person_id').where('id', '=', p('id')),
  ),
} as const satisfies Record<FactKind, unknown>;

/** The person whom a fact is about; undefined when there is none of that id. */
export function factOwner(
  read: ReadHandle,
  { kind, id }: { readonly kind: FactKind; readonly id: Id },
): Id | undefined {
  return read.get(owners[kind], { id })?.person_id;
}

/** Takes a fact back. */
export function removeFact(
  write: WriteHandle,
  { kind, id }: { readonly kind: FactKind; readonly id: Id },
): void {
  write.run(removals[kind], { id });
}
