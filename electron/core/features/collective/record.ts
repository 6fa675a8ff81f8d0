/** What is known of a tổ, or of the school, over the years: ratings, ranks, awards, open matters. */
import type { InputOf } from '../../../../shared/api.ts';
import { listKnownFrom } from '../../../../shared/domain/counted.ts';
import type { GroupFacts } from '../../../../shared/domain/facts.ts';
import { tidy } from '../../../../shared/names.ts';
import type { Id, TitleId } from '../../../../shared/terms.ts';
import type { CollectiveDetail } from '../../../../shared/views.ts';
import { define, each, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';
import { awardColumns, awardFacts, awardNames, awardRow, fromFlag, toFlag } from '../person/record.ts';

const all = {
  groups: define()(() => sql.selectFrom('group').selectAll()),
  years: define()(() => sql.selectFrom('group_year').selectAll().orderBy('school_year')),
  awards: define()(() => sql.selectFrom('group_award').selectAll().orderBy('school_year').orderBy('name')),
  matters: define()(() => sql.selectFrom('group_matter').selectAll().orderBy('from_date').orderBy('kind')),
} as const;

const updateStanding = define<Pick<Tables['group'], 'id' | 'established_on' | 'receives_flags'>>()((p) =>
  sql
    .updateTable('group')
    .set({ established_on: p('established_on'), receives_flags: p('receives_flags') })
    .where('id', '=', p('id')),
);
const upsertYear = define<Tables['group_year']>()((p) =>
  sql
    .insertInto('group_year')
    .values(
      each(p, 'group_id', 'school_year', 'rating', 'state', 'decided_on', 'decision_number', 'cluster_rank'),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['group_id', 'school_year'])
        .doUpdateSet(each(p, 'rating', 'state', 'decided_on', 'decision_number', 'cluster_rank')),
    ),
);
const deleteYear = define<{ group: Id; schoolYear: string }>()((p) =>
  sql.deleteFrom('group_year').where('group_id', '=', p('group')).where('school_year', '=', p('schoolYear')),
);
const upsertAward = define<Tables['group_award']>()((p) =>
  sql
    .insertInto('group_award')
    .values(each(p, 'id', 'group_id', ...awardNames))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(each(p, ...awardNames))),
);
const upsertMatter = define<Tables['group_matter']>()((p) =>
  sql
    .insertInto('group_matter')
    .values(each(p, 'id', 'group_id', 'kind', 'from_date', 'to_date', 'note'))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(each(p, 'kind', 'from_date', 'to_date', 'note')),
    ),
);
const removals = {
  'group-award': define<{ id: Id }>()((p) => sql.deleteFrom('group_award').where('id', '=', p('id'))),
  'group-matter': define<{ id: Id }>()((p) => sql.deleteFrom('group_matter').where('id', '=', p('id'))),
} as const;
const owners = {
  'group-award': define<{ id: Id }>()((p) =>
    sql.selectFrom('group_award').select('group_id').where('id', '=', p('id')),
  ),
  'group-matter': define<{ id: Id }>()((p) =>
    sql.selectFrom('group_matter').select('group_id').where('id', '=', p('id')),
  ),
} as const;

export type CollectiveFactKind = keyof typeof removals;

/** One collective as the rules read it. */
export interface CollectiveRecord {
  readonly isSchool: boolean;
  /** First school year of which its list of awards is whole, seen from a year; null while nothing of it is recorded. */
  knownFrom(schoolYear: string): string | null;
  factsOf(
    schoolYear: string,
  ): Pick<
    GroupFacts,
    'rating' | 'awards' | 'pastRatings' | 'pendingMatters' | 'clusterRank' | 'establishedOn' | 'receivesFlags'
  >;
}

const nothing: CollectiveRecord = {
  isSchool: false,
  knownFrom: () => null,
  factsOf: () => ({ rating: { level: null, state: null } }),
};

/** Titles that collectives are given every year. */
const yearlyTitles: readonly TitleId[] = ['TTLDTT', 'TTLDXS'];

function isYearly({ title_id: titleId }: Tables['group_award']): boolean {
  return titleId !== null && yearlyTitles.includes(titleId);
}

/** The first year of which a list names the tổ: two at least, for what one was given may have been typed alone. */
function firstListed(awards: readonly Tables['group_award'][], isTeam: (id: Id) => boolean): string | null {
  const named = Map.groupBy(
    awards.filter((row) => isYearly(row) && isTeam(row.group_id)),
    (row) => row.school_year,
  );
  const years = [...named].filter(([, rows]) => new Set(rows.map((row) => row.group_id)).size >= 2);
  return years.map(([year]) => year).sort()[0] ?? null;
}

/** Reads every collective once. What nobody entered is left out, so that people are asked. */
export function collectiveRecords(read: ReadHandle): (groupId: Id) => CollectiveRecord {
  const groups = new Map(read.all(all.groups, {}).map((row) => [row.id, row]));
  const years = Map.groupBy(read.all(all.years, {}), (row) => row.group_id);
  const awards = Map.groupBy(read.all(all.awards, {}), (row) => row.group_id);
  const matters = Map.groupBy(read.all(all.matters, {}), (row) => row.group_id);
  const listedFrom = firstListed([...awards.values()].flat(), (id) => groups.get(id)?.is_school !== 1);
  return (id) => {
    const group = groups.get(id);
    if (group === undefined) return nothing;
    const ownYears = years.get(id) ?? [];
    const ownAwards = awards.get(id) ?? [];
    const ownMatters = matters.get(id) ?? [];
    const isRecorded = ownYears.length + ownAwards.length > 0;
    return {
      isSchool: group.is_school === 1,
      knownFrom(schoolYear) {
        if (!isRecorded) return null;
        const named = ownAwards.filter(isYearly).map((row) => row.school_year);
        // The school itself is named by lists of another authority.
        const listed = group.is_school === 1 ? null : listedFrom;
        return listKnownFrom({ ownYears: named, listedFrom: listed, stretches: [], schoolYear });
      },
      factsOf(schoolYear) {
        const current = ownYears.find((row) => row.school_year === schoolYear);
        return {
          rating: {
            level: current?.rating ?? null,
            state: current?.state ?? null,
            ...(current === undefined || current.decided_on === null
              ? {}
              : { decidedOn: current.decided_on }),
          },
          ...(!isRecorded
            ? {}
            : {
                awards: ownAwards.flatMap(awardFacts),
                pastRatings: ownYears.flatMap((row) =>
                  row.rating === null || row.school_year >= schoolYear
                    ? []
                    : [{ schoolYear: row.school_year, level: row.rating }],
                ),
              }),
          ...(ownMatters.length === 0
            ? {}
            : {
                pendingMatters: ownMatters.map(({ kind, from_date, to_date }) => ({
                  kind,
                  from: from_date,
                  to: to_date,
                })),
              }),
          ...(current === undefined || current.cluster_rank === null
            ? {}
            : { clusterRank: current.cluster_rank }),
          ...(group.established_on === null ? {} : { establishedOn: group.established_on }),
          ...(group.receives_flags === null ? {} : { receivesFlags: group.receives_flags === 1 }),
        };
      },
    };
  };
}

/** What the screens show of one collective beyond its name; undefined when there is none of that id. */
export function readRecord(
  read: ReadHandle,
  id: Id,
): Pick<
  CollectiveDetail,
  'isSchool' | 'establishedOn' | 'receivesFlags' | 'years' | 'awards' | 'matters'
> | null {
  const group = read.all(all.groups, {}).find((row) => row.id === id);
  if (group === undefined) return null;
  const isOwn = (row: { readonly group_id: Id }) => row.group_id === id;
  return {
    isSchool: group.is_school === 1,
    establishedOn: group.established_on,
    receivesFlags: fromFlag(group.receives_flags),
    years: read
      .all(all.years, {})
      .filter(isOwn)
      .reverse()
      .map((row) => ({
        schoolYear: row.school_year,
        rating: row.rating,
        ratingState: row.state,
        ratedOn: row.decided_on,
        decisionNumber: row.decision_number,
        clusterRank: row.cluster_rank,
      })),
    awards: read.all(all.awards, {}).filter(isOwn).reverse().map(awardRow),
    matters: read
      .all(all.matters, {})
      .filter(isOwn)
      .reverse()
      .map((row) => ({ id: row.id, kind: row.kind, from: row.from_date, to: row.to_date, note: row.note })),
  };
}

/** Records when a collective began, and whether it is of a kind that is given flags. */
export function writeStanding(
  write: WriteHandle,
  { id, establishedOn, receivesFlags }: InputOf<'saveCollective'>,
): void {
  write.run(updateStanding, {
    id,
    established_on: establishedOn,
    receives_flags: toFlag(receivesFlags),
  });
}

/** Records the rating and the rank of a year; a year without either is taken back. */
export function writeYear(write: WriteHandle, year: InputOf<'saveCollectiveYear'>): void {
  const { groupId, schoolYear, rating, state, clusterRank } = year;
  if (rating === null && clusterRank === null) {
    write.run(deleteYear, { group: groupId, schoolYear });
    return;
  }
  write.run(upsertYear, {
    group_id: groupId,
    school_year: schoolYear,
    rating,
    state: rating === null ? null : state,
    decided_on: rating !== null && state === 'decided' ? year.decidedOn : null,
    decision_number: tidy(year.decisionNumber),
    cluster_rank: clusterRank,
  });
}

interface Writing {
  readonly write: WriteHandle;
  readonly newId: () => Id;
}

/** Records one award of a collective. */
export function writeCollectiveAward(
  { write, newId }: Writing,
  { id, groupId, ...award }: InputOf<'saveCollectiveAward'>,
): void {
  write.run(upsertAward, { id: id ?? newId(), group_id: groupId, ...awardColumns(award) });
}

/** Records a matter for which the cases of a collective must wait. */
export function writeMatter({ write, newId }: Writing, matter: InputOf<'saveCollectiveMatter'>): void {
  write.run(upsertMatter, {
    id: matter.id ?? newId(),
    group_id: matter.groupId,
    kind: matter.kind,
    from_date: matter.from,
    to_date: matter.to,
    note: tidy(matter.note),
  });
}

/** The collective that a fact is about; undefined when there is none of that id. */
export function collectiveFactOwner(
  read: ReadHandle,
  { kind, id }: { readonly kind: CollectiveFactKind; readonly id: Id },
): Id | undefined {
  return read.get(owners[kind], { id })?.group_id;
}

/** Takes a fact back. */
export function removeCollectiveFact(
  write: WriteHandle,
  { kind, id }: { readonly kind: CollectiveFactKind; readonly id: Id },
): void {
  write.run(removals[kind], { id });
}
