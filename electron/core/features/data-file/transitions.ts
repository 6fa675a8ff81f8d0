import { transitions } from '../../../../shared/domain/award-case.ts';
import type { CaseState } from '../../../../shared/terms.ts';
import { define, sql, type WriteHandle } from '../../database/query.ts';

const selectTransitions = define()(() => sql.selectFrom('case_transition').selectAll());
const deleteTransitions = define()(() => sql.deleteFrom('case_transition'));
const insertTransition = define<{ from: CaseState; to: CaseState }>()((p) =>
  sql.insertInto('case_transition').values({ from_state: p('from'), to_state: p('to') }),
);

/** The database checks moves of cases by the same table as the domain. */
export function syncTransitions(write: WriteHandle): void {
  const known = new Set(write.all(selectTransitions, {}).map((row) => `${row.from_state} ${row.to_state}`));
  if (known.size === transitions.length && transitions.every(({ from, to }) => known.has(`${from} ${to}`)))
    return;
  write.run(deleteTransitions, {});
  for (const { from, to } of transitions) write.run(insertTransition, { from, to });
}
