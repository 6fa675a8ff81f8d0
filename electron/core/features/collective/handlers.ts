/** Collectives: what the screens ask of a tổ, or of the school, over the years. */
import { formatDate } from '../../../../shared/dates.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { GroupRow } from '../../../../shared/views.ts';
import type { Handlers } from '../../context.ts';
import type { ReadHandle } from '../../database/query.ts';
import { checkNotTwice } from '../awards.ts';
import { listCollectives } from '../group.ts';
import { listCaseRows } from '../registration.ts';
import { currentSeason } from '../season.ts';
import {
  collectiveFactOwner,
  readRecord,
  removeCollectiveFact,
  writeCollectiveAward,
  writeMatter,
  writeStanding,
  writeYear,
  type CollectiveFactKind,
} from './record.ts';

const noFact = { code: 'not-found', what: 'mục này' } as const;

function mustFind(read: ReadHandle, id: Id): Result<GroupRow, AppError> {
  const group = listCollectives(read).find((row) => row.id === id);
  return group === undefined ? err({ code: 'not-found', what: 'tập thể này' }) : ok(group);
}

/** A fact that is changed must be there, and be of that collective. */
function mustOwn(
  read: ReadHandle,
  kind: CollectiveFactKind,
  { id, groupId }: { readonly id: Id | null; readonly groupId: Id },
): Result<GroupRow, AppError> {
  const group = mustFind(read, groupId);
  if (!group.ok || id === null) return group;
  return collectiveFactOwner(read, { kind, id }) === groupId ? group : err(noFact);
}

export const collectiveHandlers: Handlers<
  | 'getCollective'
  | 'saveCollective'
  | 'saveCollectiveYear'
  | 'saveCollectiveAward'
  | 'saveCollectiveMatter'
  | 'removeCollectiveFact'
> = {
  getCollective({ read }, { id }) {
    const group = mustFind(read, id);
    const record = readRecord(read, id);
    if (!group.ok) return group;
    if (record === null) return err({ code: 'not-found', what: 'tập thể này' });
    const season = currentSeason(read);
    return ok({
      ...group.value,
      ...record,
      cases: season.ok ? listCaseRows(read, season.value).filter((row) => row.groupId === id) : [],
    });
  },

  saveCollective({ write, record }, input) {
    const group = mustFind(write, input.id);
    if (!group.ok) return group;
    writeStanding(write, input);
    record({ group: group.value.name });
    return ok(null);
  },

  saveCollectiveYear({ write, record }, input) {
    const group = mustFind(write, input.groupId);
    if (!group.ok) return group;
    writeYear(write, input);
    record({
      group: group.value.name,
      schoolYear: input.schoolYear,
      rating: input.rating,
      rank: input.clusterRank,
    });
    return ok(null);
  },

  saveCollectiveAward(context, input) {
    const group = mustOwn(context.write, 'group-award', input);
    if (!group.ok) return group;
    if (input.titleId !== null && findTitle(input.titleId) === null)
      return err({ code: 'not-found', what: 'danh hiệu này' });
    const once = checkNotTwice(input, readRecord(context.write, input.groupId)?.awards ?? []);
    if (!once.ok) return once;
    writeCollectiveAward(context, input);
    context.record({
      group: group.value.name,
      award: input.name,
      schoolYear: input.schoolYear,
      ...(input.keepBoth === true ? { keptBoth: true } : {}),
    });
    return ok(null);
  },

  saveCollectiveMatter(context, input) {
    const group = mustOwn(context.write, 'group-matter', input);
    if (!group.ok) return group;
    if (input.to !== null && input.to < input.from)
      return err({ code: 'invalid-period', from: formatDate(input.from), to: formatDate(input.to) });
    writeMatter(context, input);
    context.record({ group: group.value.name, from: formatDate(input.from) });
    return ok(null);
  },

  removeCollectiveFact({ write, record }, { kind, id, reason }) {
    const groupId = collectiveFactOwner(write, { kind, id });
    const group = groupId === undefined ? undefined : mustFind(write, groupId);
    if (group === undefined || !group.ok) return err(noFact);
    removeCollectiveFact(write, { kind, id });
    record({ group: group.value.name, reason });
    return ok(null);
  },
};
