/** Writes the rows of a file that tells the earlier years of tổ, and of the school: ratings and awards. */
import { ok } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { CollectiveDetail } from '../../../../shared/views.ts';
import { awardsToWrite } from '../awards.ts';
import { readRecord, writeCollectiveAward, writeYear } from '../collective/record.ts';
import type { Matched } from './prepare.ts';
import { strongest, type Effect, type WriteContext, type Writer } from './writer.ts';

type Row = Matched<'collectiveHistory'>['row'];

/** The rating of a year is the final one, as in the history of people. A decision stands for it only in a row of its own. */
function writeRating(
  { write }: WriteContext,
  { groupId, row, known }: { groupId: Id; row: Row; known: CollectiveDetail['years'][number] | undefined },
): Effect {
  const { schoolYear, rating, titles } = row;
  if (rating === null) return 'same';
  const isOwn = titles.length === 0;
  const kept = known?.rating === rating ? known : undefined;
  const decidedOn = (isOwn ? row.decisionDate : null) ?? kept?.ratedOn ?? null;
  const decisionNumber = (isOwn ? row.decisionNumber : null) ?? kept?.decisionNumber ?? '';
  if (kept?.ratingState === 'decided' && kept.ratedOn === decidedOn && kept.decisionNumber === decisionNumber)
    return 'same';
  const clusterRank = known?.clusterRank ?? null;
  writeYear(write, { groupId, schoolYear, rating, state: 'decided', decidedOn, decisionNumber, clusterRank });
  return known === undefined ? 'add' : 'change';
}

/** Writes ratings and awards of earlier years. What a row leaves blank, and awards it does not name, stay as they are. */
export function collectiveHistoryWriter(context: WriteContext): Writer<'collectiveHistory'> {
  return ({ row, groupId }) => {
    const record = groupId === null ? null : readRecord(context.write, groupId);
    if (groupId === null || record === null) return ok('same');
    const { schoolYear } = row;
    const year = record.years.find((one) => one.schoolYear === schoolYear);
    const effects = [writeRating(context, { groupId, row, known: year })];
    for (const award of awardsToWrite(row, record.awards)) {
      writeCollectiveAward(context, { ...award, groupId });
      effects.push(award.id === null ? 'add' : 'change');
    }
    return ok(strongest(effects));
  };
}
