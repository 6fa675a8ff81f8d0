/**
 * What a person has from a day on until it changes: their tổ, their status. What they have now is in their own row, so
 * that they can't have two at a time; what is over is kept beside it.
 */
import type { IsoDate } from '../../../../shared/dates.ts';
import type { Spell } from '../../../../shared/domain/standing.ts';
import type { Id, PersonStatus } from '../../../../shared/terms.ts';
import { define, sql, type ReadHandle, type Statement, type WriteHandle } from '../../database/query.ts';

/** The statements of one timeline. */
interface Timeline<V> {
  readonly selectNow: Statement<{ person: Id }, { value: V | null; from: IsoDate | null }>;
  readonly updateNow: Statement<{ person: Id; value: V; from: IsoDate }, unknown>;
  /** Null where everybody has a value. */
  readonly clearNow: Statement<{ person: Id }, unknown> | null;
  /** What is over, the latest first. */
  readonly selectPast: Statement<{ person: Id }, { value: V; from: IsoDate; to: IsoDate }>;
  readonly insertPast: Statement<{ person: Id; value: V; from: IsoDate; to: IsoDate }, unknown>;
  readonly deletePast: Statement<{ person: Id }, unknown>;
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
  clearNow: define<{ person: Id }>()((p) =>
    sql.updateTable('person').set({ group_id: null, group_from: null }).where('id', '=', p('person')),
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
  deletePast: define<{ person: Id }>()((p) =>
    sql.deleteFrom('former_group').where('person_id', '=', p('person')),
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
  clearNow: null,
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
  deletePast: define<{ person: Id }>()((p) =>
    sql.deleteFrom('former_status').where('person_id', '=', p('person')),
  ),
};

/** Everything that a person had in its time, the latest first. */
export function listSpells<V>(read: ReadHandle, timeline: Timeline<V>, person: Id): readonly Spell<V>[] {
  const now = read.get(timeline.selectNow, { person });
  const past = read.all(timeline.selectPast, { person });
  if (now === undefined || now.value === null || now.from === null) return past;
  return [{ value: now.value, from: now.from, to: null }, ...past];
}

/** Writes everything that a person had in its time, the latest first. */
export function writeSpells<V>(
  write: WriteHandle,
  timeline: Timeline<V>,
  { person, spells }: { readonly person: Id; readonly spells: readonly Spell<V>[] },
): void {
  write.run(timeline.deletePast, { person });
  const now = spells.find(({ to }) => to === null);
  if (now !== undefined) write.run(timeline.updateNow, { person, value: now.value, from: now.from });
  else if (timeline.clearNow !== null) write.run(timeline.clearNow, { person });
  for (const { value, from, to } of spells) {
    if (to !== null) write.run(timeline.insertPast, { person, value, from, to });
  }
}
