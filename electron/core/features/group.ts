/** Tổ: the groups of the school. */
import { compareText, fold, tidy } from '../../../shared/names.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import type { GroupRow } from '../../../shared/views.ts';
import type { Handlers } from '../context.ts';
import { define, sql, type ReadHandle, type WriteHandle } from '../database/query.ts';
import { usesOf } from '../database/uses.ts';

const selectGroups = define()(() =>
  sql
    .selectFrom('group')
    .leftJoin('person', 'person.group_id', 'group.id')
    .select((column) => ['group.id', 'group.name', column.fn.count<number>('person.id').as('people')])
    .where('group.is_school', '=', 0)
    .groupBy('group.id'),
);
const selectSchool = define()(() =>
  sql.selectFrom('group').select(['id', 'name']).where('is_school', '=', 1),
);
const updateSchool = define<{ name: string; fold: string }>()((p) =>
  sql
    .updateTable('group')
    .set({ name: p('name'), name_fold: p('fold') })
    .where('is_school', '=', 1),
);
const selectByFold = define<{ fold: string }>()((p) =>
  sql.selectFrom('group').select(['id', 'name']).where('name_fold', '=', p('fold')),
);
const insertGroup = define<{ id: Id; name: string; fold: string; school: 0 | 1 }>()((p) =>
  sql.insertInto('group').values({
    id: p('id'),
    name: p('name'),
    name_fold: p('fold'),
    is_school: p('school'),
    established_on: null,
    receives_flags: null,
  }),
);
const updateGroup = define<{ id: Id; name: string; fold: string }>()((p) =>
  sql
    .updateTable('group')
    .set({ name: p('name'), name_fold: p('fold') })
    .where('id', '=', p('id')),
);
const deleteGroup = define<{ id: Id }>()((p) => sql.deleteFrom('group').where('id', '=', p('id')));

/** Every tổ with how many people it has now, in alphabetical order. */
export function listGroups(read: ReadHandle): readonly GroupRow[] {
  return read.all(selectGroups, {}).sort((a, b) => compareText(a.name, b.name));
}

/** The tổ, then the school as a collective of everybody. */
export function listCollectives(read: ReadHandle): readonly GroupRow[] {
  const groups = listGroups(read);
  const school = findSchool(read);
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  return school === undefined ? groups : [...groups, { ...school, people }];
}

/** The school as a collective of its own; undefined in a file without one. */
export function findSchool(read: ReadHandle): { readonly id: Id; readonly name: string } | undefined {
  return read.get(selectSchool, {});
}

/** No tổ has this key, even one that bears the name of the school. */
function schoolFold(name: string): string {
  return `${fold(name)} (toan truong)`;
}

/** Makes the school a collective of its own file. */
export function beginSchool(write: WriteHandle, newId: () => Id, name: string): void {
  write.run(insertGroup, { id: newId(), name: tidy(name), fold: schoolFold(name), school: 1 });
}

/** Keeps the collective by the name of the school. */
export function renameSchool(write: WriteHandle, name: string): void {
  write.run(updateSchool, { name: tidy(name), fold: schoolFold(name) });
}

/** The tổ of that name, made when there is none; names are one whatever their marks, case and spaces. */
export function ensureGroup(write: WriteHandle, newId: () => Id, name: string): Id {
  const known = write.get(selectByFold, { fold: fold(name) });
  if (known !== undefined) return known.id;
  const id = newId();
  write.run(insertGroup, { id, name: tidy(name), fold: fold(name), school: 0 });
  return id;
}

export const groupHandlers: Handlers<'listGroups' | 'listCollectives' | 'saveGroup' | 'removeGroup'> = {
  listGroups: ({ read }) => ok(listGroups(read)),

  listCollectives: ({ read }) => ok(listCollectives(read)),

  saveGroup({ write, record, newId }, input) {
    const name = tidy(input.name);
    const known = write.get(selectByFold, { fold: fold(name) });
    if (known !== undefined && known.id !== input.id) return err({ code: 'group-exists', name: known.name });
    if (input.id !== null && !listGroups(write).some((row) => row.id === input.id))
      return err({ code: 'not-found', what: 'tổ này' });
    const id = input.id ?? newId();
    if (input.id === null) write.run(insertGroup, { id, name, fold: fold(name), school: 0 });
    else write.run(updateGroup, { id, name, fold: fold(name) });
    record({ group: name });
    const row = listGroups(write).find((group) => group.id === id);
    return row === undefined ? err({ code: 'not-found', what: 'tổ này' }) : ok(row);
  },

  removeGroup({ write, record }, { id }) {
    const group = listGroups(write).find((row) => row.id === id);
    if (group === undefined) return err({ code: 'not-found', what: 'tổ này' });
    const uses = usesOf(write, 'group', id);
    if (uses.length > 0) return err({ code: 'in-use', kind: 'group', name: group.name, uses });
    write.run(deleteGroup, { id });
    record({ group: group.name });
    return ok(null);
  },
};
