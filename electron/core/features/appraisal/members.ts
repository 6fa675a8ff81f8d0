/** Who belongs to a collective in the year, and who of them counts: by the records, or as the council decided. */
import { notCountedBecause } from '../../../../shared/domain/counted.ts';
import type { CheckContext, CountDecision, NotCounted } from '../../../../shared/domain/facts.ts';
import type { Id, Rating } from '../../../../shared/terms.ts';
import { define, each, sql, type ReadHandle } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';
import { stretchOf } from '../person/career.ts';
import { listPeople, type PersonRecord } from '../person/roster.ts';
import { absenceFact, type PersonRows } from './person-rows.ts';

const selectSince = define()(() => sql.selectFrom('person').select(['id', 'status_from']));
/** Those who were in a tổ within the year and are in another one now, with their last day there. */
const selectMoved = define<{ from: string }>()((p) =>
  sql
    .selectFrom('former_group')
    .innerJoin('person', 'person.id', 'former_group.person_id')
    .select((column) => [
      'former_group.person_id',
      'former_group.group_id',
      column.fn.max('former_group.to_date').as('to_date'),
    ])
    .where('former_group.to_date', '>=', p('from'))
    .whereRef('former_group.group_id', 'is distinct from', 'person.group_id')
    .groupBy(['former_group.person_id', 'former_group.group_id']),
);

/** Statements on what the council decided. */
export const countDecisions = {
  select: define<{ season: Id }>()((p) =>
    sql.selectFrom('counted_member').selectAll().where('season_id', '=', p('season')),
  ),
  put: define<Tables['counted_member']>()((p) =>
    sql
      .insertInto('counted_member')
      .values(each(p, 'season_id', 'group_id', 'person_id', 'counted', 'reason', 'by_name', 'at'))
      .onConflict((conflict) =>
        conflict
          .columns(['season_id', 'group_id', 'person_id'])
          .doUpdateSet(each(p, 'counted', 'reason', 'by_name', 'at')),
      ),
  ),
  remove: define<Pick<Tables['counted_member'], 'season_id' | 'group_id' | 'person_id'>>()((p) =>
    sql
      .deleteFrom('counted_member')
      .where('season_id', '=', p('season_id'))
      .where('group_id', '=', p('group_id'))
      .where('person_id', '=', p('person_id')),
  ),
} as const;

/** Somebody of a collective in the year under review. */
export interface Member {
  readonly person: PersonRecord;
  /** Why the records leave the person out; null when they count. */
  readonly because: NotCounted | null;
  /** What the council decided instead. */
  readonly decision: (CountDecision & { readonly counted: boolean; readonly at: string }) | null;
  readonly counted: boolean;
  /** Of the year. */
  readonly rating: Rating | null;
}

/** Reads the members of one collective after the other; the lists that all share are made with the first. */
export function membersOf(
  read: ReadHandle,
  {
    seasonId,
    context,
    rows,
  }: { readonly seasonId: Id; readonly context: CheckContext; readonly rows: PersonRows },
): (collective: { readonly id: Id; readonly isSchool: boolean }) => readonly Member[] {
  const { reviewPeriod, schoolYear } = context;
  let shared: ReturnType<typeof readShared> | null = null;

  function readShared() {
    const people = listPeople(read);
    return {
      people,
      since: new Map(read.all(selectSince, {}).map((row) => [row.id, row.status_from])),
      moved: Map.groupBy(read.all(selectMoved, { from: reviewPeriod.from }), (row) => row.group_id),
      decisions: new Map(
        read
          .all(countDecisions.select, { season: seasonId })
          .map((row) => [`${row.group_id} ${row.person_id}`, row]),
      ),
    };
  }

  function goneOf({ status }: PersonRecord, since: string | undefined) {
    if (status !== 'LEFT' && status !== 'RETIRED') return null;
    return { as: status === 'LEFT' ? 'left' : 'retired', from: since ?? '' } as const;
  }

  return ({ id, isSchool }) => {
    shared ??= readShared();
    const { people, since, decisions } = shared;
    const moved = new Map(
      (isSchool ? [] : (shared.moved.get(id) ?? [])).map((row) => [row.person_id, row.to_date]),
    );
    return people.flatMap((person): readonly Member[] => {
      const gone = goneOf(person, since.get(person.id));
      // Who had gone before the year began does not belong to it.
      if (gone !== null && gone.from < reviewPeriod.from) return [];
      if (!isSchool && person.groupId !== id && !moved.has(person.id)) return [];
      const rating = rows.ratings(person.id).find((row) => row.school_year === schoolYear)?.rating ?? null;
      const because = notCountedBecause(
        {
          movedOn: moved.get(person.id) ?? null,
          gone,
          joinedOn: person.joinedOn,
          rating,
          // Read only of those who were not rated.
          get stretches() {
            return rows.career(person.id).map(stretchOf);
          },
          get absences() {
            return rows.absences(person.id).map(absenceFact);
          },
        },
        context,
      );
      const row = decisions.get(`${id} ${person.id}`);
      const decision =
        row === undefined
          ? null
          : { counted: row.counted === 1, reason: row.reason, by: row.by_name, at: row.at };
      return [{ person, because, decision, counted: decision?.counted ?? because === null, rating }];
    });
  };
}
