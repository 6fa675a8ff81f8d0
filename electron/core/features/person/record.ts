/** What is known of a person beyond what lists bring: awards typed by hand, research, effect and use of initiatives. */
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import type { AwardFact } from '../../../../shared/domain/facts.ts';
import { fold, tidy } from '../../../../shared/names.ts';
import type { InputOf } from '../../../../shared/api.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { AwardRow, PersonDetail } from '../../../../shared/views.ts';
import { define, each, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';
import type { AwardColumns, Tables } from '../../database/tables.ts';

interface Writing {
  readonly write: WriteHandle;
  readonly newId: () => Id;
}

type Saved<T> = T & { readonly id: Id | null };

/** Columns of an award, whosever it is. */
export const awardNames = [
  'school_year',
  'title_id',
  'name',
  'decision_number',
  'decision_date',
  'issuer',
  'reward_type',
  'themed',
  'achievement',
  'cancelled_by',
  'cancelled_on',
] as const satisfies readonly (keyof AwardColumns)[];

const upsertAward = define<Tables['award']>()((p) =>
  sql
    .insertInto('award')
    .values(each(p, 'id', 'person_id', ...awardNames))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(each(p, ...awardNames))),
);
const selectResearch = define<{ person: Id }>()((p) =>
  sql
    .selectFrom('research')
    .selectAll()
    .where('person_id', '=', p('person'))
    .orderBy('school_year', 'desc')
    .orderBy('name'),
);
const upsertResearch = define<Tables['research']>()((p) =>
  sql
    .insertInto('research')
    .values(each(p, 'id', 'person_id', 'school_year', 'name', 'accepted', 'decision_number', 'scope'))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(each(p, 'school_year', 'name', 'accepted', 'decision_number', 'scope')),
    ),
);
const updateEffect = define<
  Pick<Tables['initiative'], 'id' | 'effect_scope' | 'effect_number' | 'effect_date'>
>()((p) =>
  sql
    .updateTable('initiative')
    .set(each(p, 'effect_scope', 'effect_number', 'effect_date'))
    .where('id', '=', p('id')),
);
const selectUses = define<{ person: Id }>()((p) =>
  sql
    .selectFrom('initiative_use')
    .innerJoin('initiative', 'initiative.id', 'initiative_use.initiative_id')
    .select(['initiative_use.initiative_id', 'initiative_use.title_id', 'initiative_use.school_year'])
    .where('initiative.person_id', '=', p('person'))
    .orderBy('initiative_use.school_year')
    .orderBy('initiative_use.title_id'),
);
const deleteUses = define<{ id: Id }>()((p) =>
  sql.deleteFrom('initiative_use').where('initiative_id', '=', p('id')),
);
const insertUse = define<Tables['initiative_use']>()((p) =>
  sql
    .insertInto('initiative_use')
    .values(each(p, 'initiative_id', 'title_id', 'school_year'))
    .onConflict((conflict) => conflict.doNothing()),
);
const updateReading = define<Pick<Tables['discipline'], 'id' | 'linked_to_duty' | 'counted_in_year'>>()((p) =>
  sql
    .updateTable('discipline')
    .set({ linked_to_duty: p('linked_to_duty'), counted_in_year: p('counted_in_year') })
    .where('id', '=', p('id')),
);

/** A yes or no as the data file keeps it; null stays unknown. */
export function toFlag(answer: boolean | null): 0 | 1 | null {
  return answer === null ? null : answer ? 1 : 0;
}

/** What `toFlag` kept. */
export function fromFlag(flag: 0 | 1 | null): boolean | null {
  return flag === null ? null : flag === 1;
}

/** An award as it is told; titles of the catalogue by their name there. */
export function awardRow(row: AwardColumns & { readonly id: Id }): AwardRow {
  return {
    id: row.id,
    schoolYear: row.school_year,
    titleId: row.title_id,
    name: row.name,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    issuer: row.issuer,
    rewardType: row.reward_type,
    themed: fromFlag(row.themed),
    achievement: row.achievement,
    cancelled: row.cancelled_by === null ? null : { number: row.cancelled_by, date: row.cancelled_on },
  };
}

/** The fields of an award that people type, as columns. Only a movement is themed or not. */
export function awardColumns(award: Omit<AwardRow, 'id'>): AwardColumns {
  const title = award.titleId === null ? undefined : findTitle(award.titleId);
  return {
    school_year: award.schoolYear,
    title_id: title?.id ?? null,
    name: title?.name ?? tidy(award.name),
    decision_number: tidy(award.decisionNumber),
    decision_date: award.decisionDate,
    issuer: tidy(award.issuer),
    reward_type: award.rewardType,
    themed: award.rewardType === 'MOVEMENT' ? toFlag(award.themed) : null,
    achievement: tidy(award.achievement),
    cancelled_by: award.cancelled === null ? null : tidy(award.cancelled.number),
    cancelled_on: award.cancelled?.date ?? null,
  };
}

/** An award as the rules read it; nothing of one that the catalogue does not know. */
export function awardFacts(row: AwardColumns): readonly AwardFact[] {
  if (row.title_id === null) return [];
  return [
    {
      titleId: row.title_id,
      schoolYear: row.school_year,
      decisionNumber: row.decision_number === '' ? null : row.decision_number,
      decisionDate: row.decision_date,
      ...(row.reward_type === null ? {} : { rewardType: row.reward_type }),
      ...(row.themed === null ? {} : { themed: row.themed === 1 }),
      ...(row.achievement === '' ? {} : { achievementId: fold(row.achievement) }),
      ...(row.cancelled_by === null ? {} : { cancelled: true }),
    },
  ];
}

/** Records one award of a person. */
export function writeAward({ write, newId }: Writing, award: InputOf<'saveAward'>): void {
  write.run(upsertAward, {
    id: award.id ?? newId(),
    person_id: award.personId,
    ...awardColumns(award),
  });
}

/** Records a scientific work, scheme or topic. */
export function writeResearch({ write, newId }: Writing, work: Saved<InputOf<'saveResearch'>>): void {
  write.run(upsertResearch, {
    id: work.id ?? newId(),
    person_id: work.personId,
    school_year: work.schoolYear,
    name: tidy(work.name),
    accepted: work.accepted ? 1 : 0,
    decision_number: tidy(work.decisionNumber),
    scope: work.scope,
  });
}

/** Records what an initiative brought about, and the awards it was used for. */
export function writeEffect(
  write: WriteHandle,
  { id, effect, usedFor }: Pick<InputOf<'saveInitiative'>, 'effect' | 'usedFor'> & { readonly id: Id },
): void {
  const certificate = effect === 'none' ? null : effect;
  write.run(updateEffect, {
    id,
    effect_scope: effect === 'none' ? 'NONE' : (effect?.scope ?? null),
    effect_number: certificate === null ? null : tidy(certificate.number),
    effect_date: certificate?.date ?? null,
  });
  write.run(deleteUses, { id });
  for (const use of usedFor) {
    write.run(insertUse, { initiative_id: id, title_id: use.titleId, school_year: use.schoolYear });
  }
}

/** Records how a discipline is read: whether duties were involved, and in which year it counted already. */
export function writeReading(
  write: WriteHandle,
  reading: Pick<InputOf<'saveDiscipline'>, 'linkedToDuty' | 'countedInYear'> & { readonly id: Id },
): void {
  write.run(updateReading, {
    id: reading.id,
    linked_to_duty: toFlag(reading.linkedToDuty),
    counted_in_year: reading.countedInYear,
  });
}

/** The research of a person, newest first. */
export function listResearch(read: ReadHandle, person: Id): PersonDetail['research'] {
  return read.all(selectResearch, { person }).map((row) => ({
    id: row.id,
    schoolYear: row.school_year,
    name: row.name,
    accepted: row.accepted === 1,
    decisionNumber: row.decision_number,
    scope: row.scope,
  }));
}

/** The awards that each initiative of a person was used for. */
export function listUses(
  read: ReadHandle,
  person: Id,
): (initiativeId: Id) => PersonDetail['initiatives'][number]['usedFor'] {
  const uses = Map.groupBy(read.all(selectUses, { person }), (row) => row.initiative_id);
  return (id) => (uses.get(id) ?? []).map((row) => ({ titleId: row.title_id, schoolYear: row.school_year }));
}

/** The certificate of an initiative; `none` when there is none, null when nobody knows. */
export function effectOf(
  row: Pick<Tables['initiative'], 'effect_scope' | 'effect_number' | 'effect_date'>,
): PersonDetail['initiatives'][number]['effect'] {
  if (row.effect_scope === null) return null;
  if (row.effect_scope === 'NONE') return 'none';
  return { scope: row.effect_scope, number: row.effect_number ?? '', date: row.effect_date };
}
