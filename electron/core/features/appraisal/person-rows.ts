/** The rows of one person after the other: never those of a whole school at once. */
import type { AbsenceFact } from '../../../../shared/domain/facts.ts';
import type { Id } from '../../../../shared/terms.ts';
import { define, sql, type ReadHandle, type Statement } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';

const statements = {
  ratings: define<{ person: Id }>()((p) =>
    sql.selectFrom('year_rating').selectAll().where('person_id', '=', p('person')).orderBy('school_year'),
  ),
  awards: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('award')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year')
      .orderBy('name'),
  ),
  initiatives: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('initiative')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year')
      .orderBy('name'),
  ),
  initiativeUses: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('initiative_use')
      .innerJoin('initiative', 'initiative.id', 'initiative_use.initiative_id')
      .selectAll('initiative_use')
      .where('initiative.person_id', '=', p('person'))
      .orderBy('initiative_use.school_year')
      .orderBy('initiative_use.title_id'),
  ),
  career: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('career')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date')
      .orderBy('kind'),
  ),
  research: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('research')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year')
      .orderBy('name'),
  ),
  disciplines: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('discipline')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date')
      .orderBy('form'),
  ),
  absences: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('absence')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date')
      .orderBy('kind'),
  ),
  pendingMatters: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('pending_matter')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date')
      .orderBy('kind'),
  ),
} as const;
/** Asks for the rows of a person, and remembers those of the last: the cases of one person follow one another. */
function byPerson<Row>(
  read: ReadHandle,
  statement: Statement<{ person: Id }, Row>,
): (personId: Id) => readonly Row[] {
  let last: Id | null = null;
  let rows: readonly Row[] = [];
  return (personId) => {
    if (personId !== last) {
      rows = read.all(statement, { person: personId });
      last = personId;
    }
    return rows;
  };
}

/** Reads what is recorded of people, each kind of row as it is asked for. */
export function personRows(read: ReadHandle) {
  return {
    ratings: byPerson(read, statements.ratings),
    awards: byPerson(read, statements.awards),
    initiatives: byPerson(read, statements.initiatives),
    initiativeUses: byPerson(read, statements.initiativeUses),
    career: byPerson(read, statements.career),
    research: byPerson(read, statements.research),
    disciplines: byPerson(read, statements.disciplines),
    absences: byPerson(read, statements.absences),
    pendingMatters: byPerson(read, statements.pendingMatters),
  } as const;
}

/** Time away as the rules read it. */
export function absenceFact({ kind, from_date: from, to_date: to }: Tables['absence']): AbsenceFact {
  return { kind, from, to };
}

/** What `personRows` gives. */
export type PersonRows = ReturnType<typeof personRows>;
