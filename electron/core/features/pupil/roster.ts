/** Pupils of a season, as they lie in the file. */
import { fold } from '../../../../shared/names.ts';
import type { Id, PupilKind } from '../../../../shared/terms.ts';
import { define, each, sql, type ReadHandle, type WriteHandle } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';

/** One pupil, or one whole class. */
export interface Pupil {
  readonly id: Id;
  readonly kind: PupilKind;
  readonly name: string;
  readonly className: string;
  readonly code: string | null;
}

const selectPupil = define<{ id: Id }>()((p) =>
  sql.selectFrom('pupil').selectAll().where('id', '=', p('id')),
);
const selectPupils = define<{ season: Id }>()((p) =>
  sql.selectFrom('pupil').selectAll().where('season_id', '=', p('season')),
);
/** Columns that a correction writes anew. */
const changing = ['name', 'name_fold', 'class', 'code'] as const;

const upsertPupil = define<Tables['pupil']>()((p) =>
  sql
    .insertInto('pupil')
    .values(each(p, 'id', 'season_id', 'kind', ...changing))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(each(p, ...changing))),
);

function pupilOf(row: Tables['pupil']): Pupil {
  return { id: row.id, kind: row.kind, name: row.name, className: row.class, code: row.code };
}

/** The pupil of an id; undefined when there is none. */
export function findPupil(read: ReadHandle, id: Id): Pupil | undefined {
  const row = read.get(selectPupil, { id });
  return row === undefined ? undefined : pupilOf(row);
}

/** All pupils of a season, in no order. */
export function listPupils(read: ReadHandle, seasonId: Id): readonly Pupil[] {
  return read.all(selectPupils, { season: seasonId }).map(pupilOf);
}

/** Adds a pupil, or writes what is known of one anew. */
export function putPupil(write: WriteHandle, seasonId: Id, pupil: Pupil): void {
  const { id, kind, name, className, code } = pupil;
  write.run(upsertPupil, {
    id,
    season_id: seasonId,
    kind,
    name,
    name_fold: fold(name),
    class: className,
    code,
  });
}
