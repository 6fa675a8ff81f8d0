/** The rows by which the data file checks what the domain and the catalogue say: moves of cases, titles of pupils. */
import { transitions } from '../../../../shared/domain/award-case.ts';
import { titles } from '../../../../shared/rules/catalogue.ts';
import type { CaseState, TitleId } from '../../../../shared/terms.ts';
import { define, sql, type WriteHandle } from '../../database/query.ts';

const selectTransitions = define()(() => sql.selectFrom('case_transition').selectAll());
const deleteTransitions = define()(() => sql.deleteFrom('case_transition'));
const insertTransition = define<{ from: CaseState; to: CaseState }>()((p) =>
  sql.insertInto('case_transition').values({ from_state: p('from'), to_state: p('to') }),
);
const selectPupilTitles = define()(() => sql.selectFrom('pupil_title').selectAll());
const deletePupilTitles = define()(() => sql.deleteFrom('pupil_title'));
const insertPupilTitle = define<{ titleId: TitleId }>()((p) =>
  sql.insertInto('pupil_title').values({ title_id: p('titleId') }),
);

/** Brings both tables to what the app knows; leaves them alone when they say so already. */
export function syncCatalogueRows(write: WriteHandle): void {
  syncTransitions(write);
  syncPupilTitles(write);
}

function syncTransitions(write: WriteHandle): void {
  const known = new Set(write.all(selectTransitions, {}).map((row) => `${row.from_state} ${row.to_state}`));
  if (known.size === transitions.length && transitions.every(({ from, to }) => known.has(`${from} ${to}`)))
    return;
  write.run(deleteTransitions, {});
  for (const { from, to } of transitions) write.run(insertTransition, { from, to });
}

function syncPupilTitles(write: WriteHandle): void {
  const wanted = titles.filter(({ object }) => object === 'PUPIL').map(({ id }) => id);
  const known = new Set(write.all(selectPupilTitles, {}).map((row) => row.title_id));
  if (known.size === wanted.length && wanted.every((id) => known.has(id))) return;
  write.run(deletePupilTitles, {});
  for (const titleId of wanted) write.run(insertPupilTitle, { titleId });
}
