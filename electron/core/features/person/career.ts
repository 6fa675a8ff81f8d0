/** The course of a person's work: contracts, other units, secondments, years in the sector, posts of a manager. */
import type { CareerStretch } from '../../../../shared/domain/career.ts';
import { tidy } from '../../../../shared/names.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { PersonDetail } from '../../../../shared/views.ts';
import { define, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';

const selectCareer = define<{ person: Id }>()((p) =>
  sql
    .selectFrom('career')
    .selectAll()
    .where('person_id', '=', p('person'))
    .orderBy('from_date', 'desc')
    .orderBy('kind'),
);
const upsertCareer = define<Tables['career']>()((p) =>
  sql
    .insertInto('career')
    .values({
      id: p('id'),
      person_id: p('person_id'),
      kind: p('kind'),
      from_date: p('from_date'),
      to_date: p('to_date'),
      unit: p('unit'),
      comment_received: p('comment_received'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        kind: p('kind'),
        from_date: p('from_date'),
        to_date: p('to_date'),
        unit: p('unit'),
        comment_received: p('comment_received'),
      }),
    ),
);

/** A stretch of work as the rules read it. */
export function stretchOf(row: Tables['career']): CareerStretch {
  return {
    kind: row.kind,
    from: row.from_date,
    to: row.to_date,
    unit: row.unit,
    commentReceived: row.comment_received === 1,
  };
}

/** The course of a person's work, newest first. */
export function listCareer(read: ReadHandle, person: Id): PersonDetail['career'] {
  return read.all(selectCareer, { person }).map((row) => ({ id: row.id, ...stretchOf(row) }));
}

/** Records one stretch of work. */
export function writeCareer(
  { write, newId }: { readonly write: WriteHandle; readonly newId: () => Id },
  stretch: CareerStretch & { readonly id: Id | null; readonly personId: Id },
): void {
  write.run(upsertCareer, {
    id: stretch.id ?? newId(),
    person_id: stretch.personId,
    kind: stretch.kind,
    from_date: stretch.from,
    to_date: stretch.to,
    unit: tidy(stretch.unit),
    comment_received: stretch.commentReceived ? 1 : 0,
  });
}
