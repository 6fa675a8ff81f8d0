/** Where a row is used, asked of the schema itself: a table that refers to it and doesn't go with it holds it fast. */
import type { Id } from '../../../shared/terms.ts';
import { isUse, type Use } from '../../../shared/vi/uses.ts';
import { define, raw, sql, type ReadHandle } from './query.ts';

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly goesAlong: number;
}

const selectReferences = define<{ table: string }>()((p) =>
  sql
    .selectFrom(
      raw<Reference>`(select owner.name as "table", link."from" as "column", link.on_delete = 'CASCADE' as goesAlong
        from sqlite_schema as owner join pragma_foreign_key_list(owner.name) as link
        where owner.type = 'table' and link."table" = ${p('table')})`.as('reference'),
    )
    .selectAll('reference')
    .orderBy('reference.table'),
);

/** Rows that refer to a row by one column; `id` is that of the referring row, where such rows are referred to in turn. */
function holders(reference: Reference, isReferredTo: boolean) {
  return define<{ id: Id }>()((p) =>
    sql
      .selectFrom(raw<Record<string, Id>>`${raw.table(reference.table)}`.as('holder'))
      .select(isReferredTo ? raw<Id>`holder.id`.as('id') : raw<Id>`''`.as('id'))
      .where(raw.ref(`holder.${reference.column}`), '=', p('id')),
  );
}

/** Tables whose rows hold a row fast, also through rows that would go with it; empty when it can be removed. */
export function usesOf(read: ReadHandle, table: string, id: Id): readonly Use[] {
  const uses = new Set<Use>();
  for (const reference of read.all(selectReferences, { table })) {
    const isReferredTo = read.get(selectReferences, { table: reference.table }) !== undefined;
    const found = read.all(holders(reference, isReferredTo), { id });
    if (found.length === 0) continue;
    if (reference.goesAlong === 1) {
      if (isReferredTo)
        for (const row of found) for (const use of usesOf(read, reference.table, row.id)) uses.add(use);
    } else if (isUse(reference.table)) uses.add(reference.table);
    else throw new Error(`There are no words for a use in ${reference.table}.`);
  }
  return [...uses];
}
