/**
 * What a person has from a day on until it changes: their tổ, their status. What they have now is in their own row, so
 * that they can't have two at a time; what is over is kept beside it.
 */
import { addDays, type IsoDate } from '../../../../shared/dates.ts';
import type { Id, PersonStatus } from '../../../../shared/terms.ts';
import { define, sql, type ReadHandle, type Statement, type WriteHandle } from '../../database/query.ts';

/** A time in which a person had a value; the one that they have now has no end. */
export interface Spell<V> {
  readonly value: V;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** The statements of one timeline. */
interface Timeline<V> {
  readonly selectNow: Statement<{ person: Id }, { value: V | null; from: IsoDate | null }>;
  readonly updateNow: Statement<{ person: Id; value: V; from: IsoDate }, unknown>;
  /** What is over, the latest first. */
  readonly selectPast: Statement<{ person: Id }, { value: V; from: IsoDate; to: IsoDate }>;
  readonly insertPast: Statement<{ person: Id; value: V; from: IsoDate; to: IsoDate }, unknown>;
  readonly endPast: Statement<{ person: Id; from: IsoDate; to: IsoDate }, unknown>;
  /** Takes away what began on a day or later. */
  readonly deletePast: Statement<{ person: Id; from: IsoDate }, unknown>;
}

/** The tổ of a person. */
export const groupTimeline: Timeline<Id> = {
  selectNow: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('person')
      .select(['group_id as value', 'group_from as from'])
      .where('id', '=', p('person')),
  ),
  updateNow: define<{ person: Id; value: Id; from: IsoDate }>()((p) =>
    sql
      .updateTable('person')
      .set({ group_id: p('value'), group_from: p('from') })
      .where('id', '=', p('person')),
  ),
  selectPast: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('former_group')
      .select(['group_id as value', 'from_date as from', 'to_date as to'])
      .where('person_id', '=', p('person'))
      .orderBy('from_date', 'desc'),
  ),
  insertPast: define<{ person: Id; value: Id; from: IsoDate; to: IsoDate }>()((p) =>
    sql
      .insertInto('former_group')
      .values({ person_id: p('person'), group_id: p('value'), from_date: p('from'), to_date: p('to') }),
  ),
  endPast: define<{ person: Id; from: IsoDate; to: IsoDate }>()((p) =>
    sql
      .updateTable('former_group')
      .set({ to_date: p('to') })
      .where('person_id', '=', p('person'))
      .where('from_date', '=', p('from')),
  ),
  deletePast: define<{ person: Id; from: IsoDate }>()((p) =>
    sql.deleteFrom('former_group').where('person_id', '=', p('person')).where('from_date', '>=', p('from')),
  ),
};

/** The status of a person. */
export const statusTimeline: Timeline<PersonStatus> = {
  selectNow: define<{ person: Id }>()((p) =>
    sql.selectFrom('person').select(['status as value', 'status_from as from']).where('id', '=', p('person')),
  ),
  updateNow: define<{ person: Id; value: PersonStatus; from: IsoDate }>()((p) =>
    sql
      .updateTable('person')
      .set({ status: p('value'), status_from: p('from') })
      .where('id', '=', p('person')),
  ),
  selectPast: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('former_status')
      .select(['status as value', 'from_date as from', 'to_date as to'])
      .where('person_id', '=', p('person'))
      .orderBy('from_date', 'desc'),
  ),
  insertPast: define<{ person: Id; value: PersonStatus; from: IsoDate; to: IsoDate }>()((p) =>
    sql
      .insertInto('former_status')
      .values({ person_id: p('person'), status: p('value'), from_date: p('from'), to_date: p('to') }),
  ),
  endPast: define<{ person: Id; from: IsoDate; to: IsoDate }>()((p) =>
    sql
      .updateTable('former_status')
      .set({ to_date: p('to') })
      .where('person_id', '=', p('person'))
      .where('from_date', '=', p('from')),
  ),
  deletePast: define<{ person: Id; from: IsoDate }>()((p) =>
    sql.deleteFrom('former_status').where('person_id', '=', p('person')).where('from_date', '>=', p('from')),
  ),
};

/** Everything that a person had in its time, the latest first. */
export function listSpells<V>(read: ReadHandle, timeline: Timeline<V>, person: Id): readonly Spell<V>[] {
  const now = read.get(timeline.selectNow, { person });
  const past = read.all(timeline.selectPast, { person });
  if (now === undefined || now.value === null || now.from === null) return past;
  return [{ value: now.value, from: now.from, to: null }, ...past];
}

/**
 * Gives a person a value from a day on. What was recorded for that day and later is replaced; what came before ends the
 * day before, and goes on where it is the same value.
 */
export function changeFrom<V>(
  write: WriteHandle,
  timeline: Timeline<V>,
  { person, value, from }: { readonly person: Id; readonly value: V; readonly from: IsoDate },
): void {
  const [now] = listSpells(write, timeline, person).filter(({ to }) => to === null);
  if (now?.value === value && now.from <= from) return;
  write.run(timeline.deletePast, { person, from });
  if (now !== undefined && now.from < from) {
    write.run(timeline.insertPast, { person, value: now.value, from: now.from, to: addDays(from, -1) });
    write.run(timeline.updateNow, { person, value, from });
    return;
  }
  const [before] = write.all(timeline.selectPast, { person });
  if (before?.value === value) {
    write.run(timeline.deletePast, { person, from: before.from });
    write.run(timeline.updateNow, { person, value, from: before.from });
    return;
  }
  if (before !== undefined) write.run(timeline.endPast, { person, from: before.from, to: addDays(from, -1) });
  write.run(timeline.updateNow, { person, value, from });
}
