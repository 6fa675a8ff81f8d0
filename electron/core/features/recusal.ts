/** Who steps aside from the vote on a case. */
import type { Id } from '../../../shared/terms.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';

const selectRecusals = define()(() => sql.selectFrom('recusal').selectAll());

/** Members who step aside, with their reasons, by case. */
export function listRecusals(read: ReadHandle): ReadonlyMap<Id, readonly Tables['recusal'][]> {
  return Map.groupBy(read.all(selectRecusals, {}), (row) => row.case_id);
}
